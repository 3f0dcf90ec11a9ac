"""Days that do not exist, in the words of the accounts: 31 April, 30 February, 29 February of a common year.

No claim can hold such a day. It is named, and the day that was likely meant where the case has one a slip away.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sayso.fusion.scene import Scene
from sayso.fusion.slips import Slip, is_swapped, one_slip_apart
from sayso.model import Claim, Document, When

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_NAME = r"(?P<{0}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
# "June 31 people were held" counts people, "May 40" is a score: a day is followed by a mark, a year or a word that a date takes.
_AFTER = r"(?=,? (?:1[0-9]|20)\d\d\b|[,.;:)\n]|\s+(?:and|when|at|in|after|before|until|the|by|as|to|on|with|he|she|they|it|its)\b|$)"
# "Vol. 33 May" and "31 April Street" are none: a day that comes first has a word before it, or a year after the month.
_BEFORE = r"(?:(?<=[Oo]n )|(?<=[Bb]y )|(?<=[Uu]ntil )|(?<=[Ss]ince )|(?<=[Ff]rom )|(?<=the )|(?=\d\d(?:st|nd|rd|th)?(?: of)? \w+\.?,? (?:1[0-9]|20)\d\d\b))"
_DAY = re.compile(
    rf"\b{_NAME.format('before')} (?P<day>[23]\d)(?:st|nd|rd|th)?(?![\d,.]\d{{3}}\b|[\d%:]){_AFTER}(?:,? (?P<year>(?:1[0-9]|20)\d\d)\b)?"
    rf"|{_BEFORE}\b(?P<day_first>[23]\d)(?:st|nd|rd|th)?(?: of)? {_NAME.format('after')}\b,?(?: (?P<year_last>(?:1[0-9]|20)\d\d)\b)?"
)


# Every month has the days before the twenty-ninth.
_LATE = re.compile(r"(?<!\d)(?:29|3\d)(?!\d)")


def day_slips(claims: Sequence[Claim], documents: Sequence[Document], scene: Scene) -> Iterator[Slip]:
    """Find the days that no calendar has."""
    known = _days(claims)
    for document in documents:
        for said, month, day in sorted(set(_impossible(document.text))):
            meant = _meant(month, day, known)
            yield Slip(document.id, _event(document, scene), (), said, meant)


def _impossible(text: str) -> Iterator[tuple[str, int, int]]:
    """Each such day with its words, month and day."""
    if _LATE.search(text) is None:
        return
    for match in _DAY.finditer(text):
        name, day = match["before"] or match["after"], int(match["day"] or match["day_first"])
        month = next(number for number, full in enumerate(_MONTHS, start=1) if full.startswith(name[:3]))
        year = int(match["year"] or match["year_last"] or 0)
        is_common = month == _FEBRUARY and year and not isleap(year)
        # Sixty is not a day misprinted: whatever it is, it is no date.
        if _LONGEST[month - 1] - (1 if is_common else 0) < day <= 39:
            yield " ".join(match[0].split()), month, day


def _days(claims: Iterable[Claim]) -> Counter[tuple[int, int]]:
    """Month and day of each date that is told to the day."""
    values = [claim.value for claim in claims if isinstance(claim.value, When)]
    return Counter(
        (value.earliest.month, value.earliest.day)
        for value in values
        if value.earliest is not None and value.earliest == value.latest
    )


def _meant(month: int, day: int, known: Counter[tuple[int, int]]) -> str:
    """The day of that month that is told most often and lies one slip away; empty where there is none."""
    near = [other for other in known if other[0] == month and _is_slip(day, other[1])]
    found = min(near, key=lambda other: (-known[other], other), default=None)
    return "" if found is None else f"{_MONTHS[found[0] - 1]} {found[1]}"


def _is_slip(said: int, meant: int) -> bool:
    """Whether a day is another by its last digit or by a swap; the 31st is hardly written for the 1st.

    >>> _is_slip(31, 30), _is_slip(31, 13), _is_slip(31, 1)
    (True, True, False)
    """
    one, other = f"{said:02d}", f"{meant:02d}"
    return one_slip_apart(one, other) and (one[0] == other[0] or is_swapped(one, other))


def _event(document: Document, scene: Scene) -> str | None:
    return next((event.id for event in scene.events.values() if document.id in event.documents), None)
