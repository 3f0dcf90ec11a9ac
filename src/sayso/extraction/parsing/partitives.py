"""Mends one mistake of the parser: "Of the forty workers twelve were killed", where it hangs the twelve on the workers.

With a comma before it the number is the verb's subject; without one the parser takes it for a part of the phrase before, and the
verb is left without a subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Forms of a verb that has a subject before it.
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_OPENERS = frozenset({"of", "among", "out", "from"})
#: The longest phrase that the number may stand behind.
_FAR = 12


def with_subjects(doc: Doc) -> None:
    """Make the number before a verb without a subject its subject, where "of" opens the clause."""
    for of in _openings(doc):
        number = _number(of)
        verb = number.nbor(1) if number is not None else None
        if number is None or verb is None:
            continue
        if verb.dep_ in ("aux", "auxpass") and verb.head.i > verb.i:
            verb = verb.head
        subjects = [c for c in verb.lefts if c.dep_ in _SUBJECTS]
        if verb.sent.start != of.sent.start or any(c.lower_ not in _OPENERS for c in subjects):
            continue
        is_passive = any(c.dep_ == "auxpass" for c in verb.children)
        if number.head.i != verb.i and not any(up.i == number.i for up in verb.ancestors):
            for opener in subjects:
                opener.dep_ = "prep"
            number.head = verb
            number.dep_ = "nsubjpass" if is_passive else "nsubj"


def _openings(doc: Doc) -> Iterator[Token]:
    """Each "of" or "among" that opens a sentence or a clause, alone or behind "out"."""
    for token in doc:
        if token.lower_ not in ("of", "among"):
            continue
        before = token.nbor(-1) if token.i > token.sent.start else None
        if before is not None and before.lower_ in ("out", "from"):
            before = before.nbor(-1) if before.i > token.sent.start else None
        if before is None or before.is_punct or before.lower_ in ("and", "but"):
            yield token


def _number(of: Token) -> Token | None:
    """The number that stands right before a verb, with nothing but the phrase between."""
    doc, end = of.doc, min(of.sent.end - 1, of.i + _FAR)
    for place in range(of.i + 1, end):
        token = doc[place]
        if token.is_punct or token.tag_ in _FINITE:
            return None
        is_last = doc[place + 1].tag_ in _FINITE or (doc[place + 1].lower_ == "never" and place + 2 < end)
        if token.like_num and is_last and not doc[place - 1].like_num:
            return token if doc[place - 1].tag_ not in ("DT", "IN", "PRP$") else None
    return None
