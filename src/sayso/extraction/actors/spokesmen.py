"""For whom somebody or something speaks: "a caller for X", "a statement signed by X", "an X spokesman" are X's own word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.words.groups import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Whoever speaks through these is who they are of.
VOICES = frozenset(
    "spokesman spokeswoman spokesperson caller statement communique communiqué letter leaflet message note call tape recording fax email pamphlet"
    " bulletin announcement declaration".split()
)


def voice_of(speaker: Token) -> Token:
    """The body for which somebody or something speaks: "a caller for X", "a statement signed by X", "an X spokesman"."""
    if speaker.pos_ != "NOUN" or lemma_of(speaker) not in VOICES:
        return speaker
    beside = [c for c in speaker.lefts if c.dep_ in ("compound", "poss", "nmod")]
    preps = [c for c in speaker.rights if c.lower_ in ("of", "for", "from", "by")]
    for clause in (c for c in speaker.rights if c.dep_ in ("acl", "relcl")):
        preps += [c for c in clause.subtree if c.lower_ in ("for", "by", "of") and c.dep_ in ("prep", "agent")]
    found = [*beside, *(o for c in preps for o in c.children if o.dep_ == "pobj")]
    return next((t for t in found if is_body(t)), speaker)


def is_body(name: Token) -> bool:
    """A body by its name; with an article, also what the recogniser takes for somewhere ("the Red Dawn")."""
    if name.pos_ != "PROPN" or name.ent_type_ in ("PERSON", "GPE", "DATE", "TIME"):
        return False
    is_somewhere = name.ent_type_ in ("LOC", "FAC")
    return not is_somewhere or any(c.lower_ == "the" for c in name.lefts)
