"""The words that a cause is told in: a clause from its subject to its end, or a noun with what it is of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.model import Modality, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Stories of what befalls people, fires among them.
DISASTERS = BEFALLING | {"fire"}
_KEPT = ("prep", "dobj", "prt", "advmod", "xcomp", "acomp", "oprd", "agent", "npadvmod", "neg")
_LONGEST = 24


def is_disaster(setting: Setting) -> bool:
    """Does the account tell of what befell people: also of an explosion that nobody is said to have set off?"""
    kind = setting.story.type
    if kind in DISASTERS:
        return True
    return kind == "bombing" and not setting.groups.has_attackers and "bomb" not in setting.document.text.lower()


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def clause(verb: Token, top: Token | None = None) -> list[Token]:
    """The clause in its own words, from its subject to its end; what follows in a further clause is not of it."""
    above = top or verb
    subject = subject_of(above)
    right = [c for c in (*above.children, *verb.children) if c.i > verb.i and c.dep_ in _KEPT]
    first = subject.left_edge.i if subject is not None and subject.i < verb.i else verb.i
    return trimmed(verb, first, max([verb.i, *(min(c.right_edge.i, _cut(c)) for c in right)]))


def trimmed(token: Token, first: int, last: int) -> list[Token]:
    """So many words at most, without points behind."""
    tokens = [t for t in token.doc[first : last + 1] if not t.is_space][:_LONGEST]
    while tokens and (tokens[-1].is_punct or tokens[-1].pos_ == "CCONJ"):
        tokens.pop()
    return tokens


def noun_phrase(noun: Token) -> list[Token]:
    """A noun with the words before it and what it is of or at, up to a clause within."""
    near = [c for c in noun.children if c.i > noun.i and c.dep_ in ("prep", "acl")]
    last = max([noun.i, *(min(c.right_edge.i, _cut(c)) for c in near)])
    first = noun.left_edge if noun.left_edge.sent.start == noun.sent.start else noun
    return trimmed(noun, first.i, last)


def _cut(token: Token) -> int:
    """Where a clause about a part of it begins ("a crack that sailors had reported")."""
    inner = [t.left_edge.i for t in token.subtree if t.dep_ in ("relcl", "advcl", "conj") and t.pos_ in ("VERB", "AUX")]
    return min(inner) - 1 if inner and min(inner) > token.i else token.right_edge.i


def cause_of(
    scene: Scene, setting: Setting, tokens: Sequence[Token], how: tuple[Token, Modality | None, bool]
) -> Draft:
    """A cause in the text's words; `how`: the word that settles who says so, the modality, and whether it holds."""
    head, modality, holds = how
    at = token_extent(scene, tokens)
    words = " ".join(setting.document.text[at.start : at.end].split())
    return Draft(scene, at.start, at.end, "cause", None, Words(words), head, modality=modality, part="", holds=holds)
