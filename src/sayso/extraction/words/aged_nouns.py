"""Whose age stands behind "of": "a girl of about four", "a child of eight months", and not "a father of five", "a crowd of 40"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.words.people import is_human

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from sayso.extraction.words.groups import Groups

_OF = re.compile(r"\bof(?: only| just| barely| scarcely)? \Z", re.IGNORECASE)
_UNIT = re.compile(
    r" (?P<unit>year|month|week|day)s?\b(?! (?:service|experience|standing|imprisonment|hard|in ))(?!['\u2019])(?: of age\b)?",
    re.IGNORECASE,
)
#: Behind an age the phrase is over, or a clause goes on.
_OVER = re.compile(
    r"(?:[.,;:)\u2013\u2014\"'\u201d\u2019]|\s*\Z| (?:was|were|is|has|had|who|whom|whose|and|or|died|dies|lost|with|from|in|at|on|by|when|where|killed|shot|drowned|perished|fell|lay|named|called|to|as|under|into|out|among)\b)",
    re.IGNORECASE,
)
_KIN = frozenset("father mother grandfather grandmother widow widower".split())
#: Of these there are so many; and what so many belong to.
_NOT_AGED = frozenset(
    "father mother parent grandfather grandmother grandparent widow widower head leader chief captain owner master member party group crowd force team crew "
    "band company couple family trio garrison squad staff survivor veteran winner one rest mob gang guard patrol unit brigade battalion regiment column convoy "
    "audience congregation army detachment posse platoon delegation household population people community jury tribe class pair body host".split()
)


def age_of(sent: Span, groups: Groups, start: int, end: int) -> tuple[int, str] | None:
    """Where the age that a number of a sentence tells ends, and its unit; None where the number is no age of a person.

    Args:
        sent: the sentence.
        groups: the groups of the document.
        start: first character of the number within the sentence, its hedge included.
        end: one past its last.
    """
    unit = _UNIT.match(sent.text, end)
    last = unit.end() if unit is not None else end
    if not is_age(sent, groups, start, last):
        return None
    return last, unit["unit"].lower() if unit is not None else "year"


def is_age(sent: Span, groups: Groups, start: int, end: int) -> bool:
    """Is a stretch of a sentence an age: behind "of", which a person stands before, with nothing counted behind it?"""
    of = _OF.search(sent.text, max(0, start - 12), start)
    if of is None or not _OVER.match(sent.text, end):
        return False
    noun = _ending_at(sent, of.start() - 1)
    is_one = noun is not None and noun.tag_ in ("NN", "NNP") and not _has_so_many(noun, sent.text[start:end])
    return noun is not None and is_one and _is_someone(noun) and is_human(noun, groups)


def _has_so_many(noun: Token, told: str) -> bool:
    """ "A father of five", "a crowd of 40"; a grandmother of 71 is so old."""
    lemma = noun.lemma_.lower()
    return lemma in _NOT_AGED and not (lemma in _KIN and re.search(r"\d\d|ty\b", told) is not None)


def _ending_at(sent: Span, end: int) -> Token | None:
    """The token that ends at a character of the sentence."""
    at = sent.start_char + end
    return next((t for t in sent if t.idx + len(t) == at), None)


def _is_someone(noun: Token) -> bool:
    """ "A guide of fifty-one", "his son of nine", "another man of about sixty"."""
    before = noun.doc[max(noun.sent.start, noun.i - 4) : noun.i]
    return any(
        t.lower_ in ("a", "an", "the", "his", "her", "their", "our", "my", "another", "one", "that", "this")
        for t in before
    )
