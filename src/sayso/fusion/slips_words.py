"""Years with two digits swapped in words that no claim took: "the 20th of November 1979", where others tell of that day in 1997.

A slip is told only where both are told of one day of one month, two accounts give the year that was meant, and the other stands
once in the whole case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.fusion.scene import Scene
from sayso.fusion.slips import Slip, is_swapped
from sayso.model import Claim, Document, When

_TWO = 2
_HOW = "two digits swapped"
_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_MONTHS = "|".join(_NAMES)
_YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)\b(?!-\d)"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_SAID = {word: number for number, word in enumerate(_ORDINALS, start=1)}
_DAY = re.compile(
    rf"\b(?:(?P<day>\d\d?(?:st|nd|rd|th)?|{'|'.join(sorted(_SAID, key=len, reverse=True))})(?: of)? (?P<month>{_MONTHS})"
    rf"|(?P<month_first>{_MONTHS}) (?P<day_last>\d\d?(?:st|nd|rd|th)?)),? {_YEAR}",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
# "A girl of nine in May 1970, when what she tells here took place": a month alone, of what the account itself tells.
_MONTH = re.compile(
    rf"\b(?:in|during) (?P<month>{_MONTHS}),? {_YEAR},? (?:when|where) [^.;]{{0,40}}?\b(?:took place|happened|occurred)\b"
)


def word_slips(
    claims: Sequence[Claim], documents: Sequence[Document], found: Sequence[Slip], scene: Scene
) -> Iterator[Slip]:
    """Find the years of accounts that are those of others with two digits swapped.

    Args:
        claims: what the accounts claim; their dates tell which years others mean.
        documents: all accounts of the case.
        found: the slips already known; none is told twice.
        scene: the case.
    """
    told, tellers = _days(claims)
    known = {(slip.document, slip.said) for slip in found}
    others = {year for years in told.values() for year in years}
    for document in documents:
        if not any(is_swapped(said, year) for said in set(_ANY_YEAR.findall(document.text)) for year in others):
            continue
        for match in (*_DAY.finditer(document.text), *_MONTH.finditer(document.text)):
            day, said = _day_of(match), match["year"]
            meant = [year for year in sorted(told.get(day, ())) if is_swapped(said, year)]
            is_once = not tellers.get(said, set()) - {document.id} and document.text.count(said) == 1
            if len(meant) != 1 or not is_once or len(tellers[meant[0]] - {document.id}) < _TWO:
                continue
            if (document.id, said) not in known:
                yield Slip(document.id, _event(document.id, scene), (), said, meant[0], _HOW)


def _day_of(match: re.Match[str]) -> str:
    """Month and day, as the days of claims are called; the month alone where no day is told."""
    said = match.groupdict()
    month = (said.get("month") or said.get("month_first") or "").capitalize()
    day = (said.get("day") or said.get("day_last") or "").lower()
    number = _SAID.get(day) or re.sub(r"\D", "", day)
    return f"{month} {int(number)}" if number else month


def _days(claims: Sequence[Claim]) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The years that each day of a month is told in, and the accounts that tell of each year."""
    days: defaultdict[str, set[str]] = defaultdict(set)
    tellers: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        value = claim.value
        if not isinstance(value, When) or value.earliest is None or value.earliest != value.latest:
            continue
        year = str(value.earliest.year)
        month = _NAMES[value.earliest.month - 1]
        days[f"{month} {value.earliest.day}"].add(year)
        days[month].add(year)
        tellers[year].add(claim.document)
    return days, tellers


def _event(document: str, scene: Scene) -> str | None:
    return next((event.id for event in scene.events.values() if document in event.documents), None)
