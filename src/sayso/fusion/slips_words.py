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
_DAY = re.compile(
    rf"\b(?:(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTHS})|(?P<month_first>{_MONTHS}) (?P<day_last>\d\d?)(?:st|nd|rd|th)?),? {_YEAR}"
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
    for document in documents:
        for match in _DAY.finditer(document.text):
            day, said = (
                f"{match['month'] or match['month_first']} {int(match['day'] or match['day_last'])}",
                match["year"],
            )
            meant = [year for year in sorted(told.get(day, ())) if is_swapped(said, year)]
            is_once = not tellers.get(said, set()) - {document.id} and document.text.count(said) == 1
            if len(meant) != 1 or not is_once or len(tellers[meant[0]] - {document.id}) < _TWO:
                continue
            if (document.id, said) not in known:
                yield Slip(document.id, _event(document.id, scene), (), said, meant[0], _HOW)


def _days(claims: Sequence[Claim]) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The years that each day of a month is told in, and the accounts that tell of each year."""
    days: defaultdict[str, set[str]] = defaultdict(set)
    tellers: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        value = claim.value
        if not isinstance(value, When) or value.earliest is None or value.earliest != value.latest:
            continue
        year = str(value.earliest.year)
        days[f"{_NAMES[value.earliest.month - 1]} {value.earliest.day}"].add(year)
        tellers[year].add(claim.document)
    return days, tellers


def _event(document: str, scene: Scene) -> str | None:
    return next((event.id for event in scene.events.values() if document in event.documents), None)
