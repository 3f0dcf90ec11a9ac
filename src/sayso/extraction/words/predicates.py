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
_KINDS = _SEXES | {
    "women": "women",
    "men": "men",
    "girl": "women",
    "children": "children",
    "minor": "children",
    "infant": "children",
}
#: "Nineteen (19) are female": a number told twice is seldom parsed as the subject.
_OF_SEX = re.compile(
    r"\)? (?:were|are|was|is)(?: \w+ly| all| still)? (female|male|underage|women|men|girl|children|minor|infant)s?\b(?! \w+s\b)",
    re.IGNORECASE,
)
_UNDER_AGE = re.compile(
    r" (?:were|are|was|is) (?:still )?(?:under age|under-age|underage|of school age)\b", re.IGNORECASE
)

#: "Sixty-two were of minors", said of bodies.
_OF_WHOM = re.compile(
    r" (?:were|are|was|is) (?:those )?of (?:the |small |young |little )?(?P<who>women|girls|children|minors|infants|babies|boys|men)\b",
    re.IGNORECASE,
)
_WHO = {"women": "women", "girls": "women", "men": "men"}
#: "Nine could be identified", "sixty-six have got their names back", "three remain unidentified".
_KNOWN = re.compile(
    r" (?:(?:of (?:them|these) )?(?:could|can|have|has|had|were|was|are|is|remain|remained|still|not|only|yet|since|so far|be|been|positively|formally|never|now) )+"
    r"(?:(?:un)?identified|recogni[sz]ed|unrecogni[sz]able|unclaimed|(?:got|given|received) (?:back )?their names?)\b",
    re.IGNORECASE,
)


def is_known(after: str) -> bool:
    """Does a predicate say of so many of the dead that it is known, or not known, who they were?"""
    return _KNOWN.match(after) is not None


def is_of_kind(word: Token) -> bool:
    """Does an adjective say who somebody is, and not what befell them?"""
    return word.lower_ in _SEXES or word.ent_type_ == "NORP"


def group_said(token: Token, after: str, groups: Groups) -> str | None:
    """The group that a predicate gives a number; `after` are the words behind it; None where it gives none."""
    young = _YOUNG.match(after)
    if young is not None:
        age = next((n.low for n in numbers.find(young["age"]) if n.low is not None), None)
        return "children" if age is not None and age <= ADULT else None
    of_whom = _OF_WHOM.match(after)
    if of_whom is not None or _UNDER_AGE.match(after):
        return _WHO.get(of_whom["who"].lower(), "children") if of_whom is not None else "children"
    if (of_sex := _OF_SEX.match(after)) is not None:
        return _KINDS[of_sex[1].lower()]
    return _predicated(token, groups)


def _predicated(token: Token, groups: Groups) -> str | None:
    """The group of the noun or adjective that a number "were"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    sex = next((_SEXES[c.lower_] for c in verb.children if c.dep_ in ("acomp", "attr") and c.lower_ in _SEXES), None)
    if sex is not None:
        return sex
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN", "ADJ")), None)
    return groups.of(noun) if noun is not None and is_human(noun, groups) else None
