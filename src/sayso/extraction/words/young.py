"""Girls and daughters who are children: by the age that stands beside them, or by a word for the small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words for women that a child may be called by, and years at which she no longer is one.
_MAY_BE_YOUNG, _ADULT = frozenset({"girl", "daughter", "female", "sister"}), 18
#: Kin of no group of their own that a child may be.
YOUNG_KIN = frozenset(
    "brother son sister daughter cousin nephew niece grandson granddaughter stepson stepdaughter twin sibling grandchild friend".split()
)
_SPELLED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
).split()
_NUMBER = rf"(?P<years>\d{{1,3}}|{'|'.join(_SPELLED)})"
_BEFORE = re.compile(
    rf"(?:\b{_NUMBER}[- ]?years?(?:[- ]?old)?|(?P<small>\b(?:little|small|infant|baby|toddler|newborn|\w+[- ](?:months?|weeks?|days?)[- ]old)))"
    r"(?:,? [\w'’-]+){0,2} \Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:, | \(|,? aged? | of )(?:only |just )?{_NUMBER}\b(?! ?(?:others?|people|children|men|women|males?|females?|boys?|girls?|were|months|weeks|%|million|thousand))",
    re.IGNORECASE,
)
#: Characters either side in which an age belongs to the noun.
_REACH = 40


def is_young(noun: Token) -> bool:
    """Is a girl or daughter said to be a child ("a 3-year-old girl", "a girl, 5", "her infant daughter")?"""
    if noun.lemma_.lower() not in _MAY_BE_YOUNG | YOUNG_KIN:
        return False
    text, end = noun.doc.text, noun.idx + len(noun)
    found = _BEFORE.search(text, max(0, noun.idx - _REACH), noun.idx) or _AFTER.match(text, end)
    if found is None:
        return False
    years = found["years"]
    return years is None or (years.lower() in _SPELLED or (years.isdecimal() and int(years) < _ADULT))
