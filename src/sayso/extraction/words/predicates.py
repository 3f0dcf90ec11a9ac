"""Who those are that a bare number counts: by what they "were" ("nine were children"), or by their age ("under 12")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.words.groups import ADULT, Groups
from sayso.extraction.words.people import is_human
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

_YOUNG = re.compile(
    r"(?: of (?:the |these |those |them)?(?:[\w,]+ ){0,2}?(?:dead|killed|injured|wounded|missing|victims|them|these|those)?)?,?"
    r" (?:(?:were|are|was|is) (?:aged )?(?:under|below|younger than)(?: the age of)?"
    r"|(?:had|have|has) (?:not|never)(?: yet)? (?:reached|completed|attained|turned|lived to)(?: the age of)?) (?P<age>\w+)\b",
    re.IGNORECASE,
)
#: What somebody is by an adjective, and by no noun.
_SEXES = {"female": "women", "male": "men", "underage": "children"}
#: "Nineteen (19) are female": a number told twice is seldom parsed as the subject.
_OF_SEX = re.compile(
    r"\)? (?:were|are|was|is)(?: \w+ly| all| still)? (female|male|underage)s?\b(?! \w+s\b)", re.IGNORECASE
)
_UNDER_AGE = re.compile(
    r" (?:were|are|was|is) (?:still )?(?:under age|under-age|underage|of school age)\b", re.IGNORECASE
)


def is_of_kind(word: Token) -> bool:
    """Does an adjective say who somebody is, and not what befell them?"""
    return word.lower_ in _SEXES or word.ent_type_ == "NORP"


def group_said(token: Token, after: str, groups: Groups) -> str | None:
    """The group that a predicate gives a number; `after` are the words behind it; None where it gives none."""
    young = _YOUNG.match(after)
    if young is not None:
        age = next((n.low for n in numbers.find(young["age"]) if n.low is not None), None)
        return "children" if age is not None and age <= ADULT else None
    if _UNDER_AGE.match(after):
        return "children"
    if (of_sex := _OF_SEX.match(after)) is not None:
        return _SEXES[of_sex[1].lower()]
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    sex = next((_SEXES[c.lower_] for c in verb.children if c.dep_ in ("acomp", "attr") and c.lower_ in _SEXES), None)
    if sex is not None:
        return sex
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN", "ADJ")), None)
    return groups.of(noun) if noun is not None and is_human(noun, groups) else None
