"""Under which names a codebook may list a noun: its lemma, alone and with what stands beside it or is done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.words.figurative import is_figurative

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Plurals that the lemmatiser takes for others.
_UNLIKE = {"corpses": "corpse"}


def noun_names(noun: Token) -> tuple[str, ...]:
    """The lemma of a noun, alone, with the word before it ("rescue operation"), or what is done to it ("claim life")."""
    lemma = _UNLIKE.get(noun.lower_, noun.lemma_.lower())
    if is_figurative(noun):
        return (f"figuratively {lemma}",)
    names = [lemma]
    if lemma == "life" and noun.dep_ in ("dobj", "nsubjpass"):
        names.append(f"{noun.head.lemma_.lower()} life")
    elif lemma == "life" and (_is_of_loss(noun) or (noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "lost")):
        names.append("lose life")
    if noun.i > 0:
        left = noun.nbor(-1)
        if left.dep_ in ("compound", "amod", "nmod"):
            names.append(f"{left.lemma_.lower()} {lemma}")
    if lemma in ("search", "hunt") and any(c.lower_ == "for" for c in noun.rights):
        names.append(f"{lemma} for")
    if any(c.lower_ == "no" and c.dep_ == "det" for c in noun.lefts):
        names.append(f"no {lemma}")
    return tuple(names)


def _is_of_loss(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.head.lemma_ in ("loss", "cost", "price", "expense", "toll")
