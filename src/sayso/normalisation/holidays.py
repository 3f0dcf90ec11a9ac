"""Holidays with a fixed rule: the day of a name in a year.

A name that falls on other days in other countries (Independence Day, Labour Day) is left out: better no day than a false
one. Those that stay and differ (Thanksgiving, Mother's Day) follow the United States.

Fixed days, n-th weekdays of a month, and days counted from Easter (Gregorian computus, Meeus 1991).
"""

from __future__ import annotations

from datetime import date, timedelta

# name -> (month, day)
_FIXED = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year": (1, 1),
    "new year's eve": (12, 31),
    "epiphany": (1, 6),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints": (11, 1),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "juneteenth": (6, 19),
    "groundhog day": (2, 2),
}
# name -> (month, weekday from 0 = Monday, which; -1 the last)
_WEEKDAY = {
    "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "mother's day": (5, 6, 2),
    "memorial day": (5, 0, -1),
    "father's day": (6, 6, 3),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
# name -> days from Easter Sunday
_EASTER = {
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
}
NAMES = frozenset([*_FIXED, *_WEEKDAY, *_EASTER])


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday, None where the name is not known.

    >>> holiday("easter", 1997), holiday("thanksgiving", 1999)
    (datetime.date(1997, 3, 30), datetime.date(1999, 11, 25))
    """
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _WEEKDAY:
        return _nth(year, *_WEEKDAY[name])
    if name in _EASTER:
        return easter(year) + timedelta(days=_EASTER[name])
    return None


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar.

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
