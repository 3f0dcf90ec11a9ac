"""When a name of the calendar was: "December 17", "last October", "on Monday", "the 17th", "yesterday".

A name without its year is read by its step and its tense, against the account's own time where it has one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.normalisation.edtf import Period, day
from sayso.normalisation.time_meaning import NARRATIVE, Calendar, Shift
from sayso.normalisation.time_steps import DAYS_OF, in_year, step

# A tense tips the scale and does not decide: "the offer was extended to Nov. 16" looks ahead in the past tense.
_WEIGHTS: dict[str | None, tuple[float, float]] = {
    None: (1.5, 1.0),
    "present": (1.5, 1.0),
    "past": (3.0, 1.0),
    "future": (1.0, 3.0),
    "told": (1.0, 1.0),
}
#: "7 November" behind "5 May 1990" is of 1990, though 1989 had one a week nearer; "December" behind April 1997 is of 1996.
_FARTHER = 1.2
# An account whose own time lies this far from its publication is read against its own time.
_FAR = timedelta(days=60)
_A_WEEK, _A_YEAR = timedelta(days=7), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Base:
    """One day to read against, with the account's own time beside."""

    speech: date | None
    narrative: Period | None
    tense: str | None


def reference_of(name: str, base: Base) -> Period | None:
    """The time that a meaning's base names."""
    if name == NARRATIVE:
        return base.narrative
    return day(base.speech) if base.speech is not None else None


def shift(meaning: Shift, base: Base) -> Period | None:
    """The unit so many steps from the base; None where the base is wider than the unit."""
    reference = reference_of(meaning.base, base)
    if reference is None or reference.first is None or reference.last is None:
        return None
    if reference.first == reference.last:
        return step(reference.first, meaning.unit, meaning.step)
    if meaning.step > 0 and meaning.unit in DAYS_OF:
        return step(reference.last, meaning.unit, meaning.step)
    one, other = step(reference.first, meaning.unit, meaning.step), step(reference.last, meaning.unit, meaning.step)
    return one if one == other or meaning.unit == reference.grain else None


def calendar(meaning: Calendar, base: Base) -> Period | None:
    """The days of a calendar meaning, by its year where one is said."""
    if isinstance(meaning.year, Shift):
        year = shift(meaning.year, base)
        if year is None or year.first is None:
            return _partial(meaning)
        return in_year(meaning, year.first.year)
    if meaning.year is not None:
        return in_year(meaning, meaning.year)
    if meaning.month is None and meaning.day is not None:
        return _bare_day(meaning, base)
    if meaning.weekday is not None and meaning.month is None:
        return _weekday(meaning, base)
    return _nearest(meaning, base) or _partial(meaning)


def _bare_day(meaning: Calendar, base: Base) -> Period | None:
    """The 17th: of the narrative's month, else of the last month that had it."""
    told = base.narrative
    if (
        told is not None
        and told.first
        and told.last
        and (told.first.year, told.first.month) == (told.last.year, told.last.month)
    ):
        return in_year(replace(meaning, month=told.first.month), told.first.year)
    if base.speech is None or meaning.day is None:
        return None
    for back in (0, 1, 2):
        found = step(base.speech, "month", -back)
        if found is None or found.first is None:
            continue
        period = in_year(replace(meaning, month=found.first.month), found.first.year)
        if period is not None and period.first is not None and period.first <= base.speech:
            return period
    return None


def _weekday(meaning: Calendar, base: Base) -> Period | None:
    """The last such day not after the publication, or the next one where the clause looks ahead."""
    reference, told = base.speech, base.narrative
    is_far = told is not None and told.last is not None and (reference is None or abs(reference - told.last) > _FAR)
    if meaning.base == NARRATIVE and meaning.step is not None:
        reference = told.last if told is not None else None
    elif is_far:
        return None
    if reference is None or meaning.weekday is None:
        return None
    behind = (reference.weekday() - meaning.weekday) % 7
    if meaning.step == -1:
        return day(reference - timedelta(days=behind or 7))
    looks_ahead = meaning.step == 0 or (meaning.step is None and base.tense == "future")
    if meaning.step == 1 or (looks_ahead and behind):
        return day(reference + timedelta(days=7 - behind))
    return day(reference - timedelta(days=behind))


def _stepped(candidates: list[Period], reference: date, count: int) -> Period | None:
    if count < 0:
        return next((period for period in reversed(candidates) if period.last and period.last < reference), None)
    if count > 0:
        return next((period for period in candidates if period.first and period.first > reference), None)
    same = [period for period in candidates if period.first and period.first.year == reference.year]
    holding = [
        period for period in candidates if period.first and period.last and period.first <= reference <= period.last
    ]
    return next(iter(holding or same), None)


def _distance(period: Period, reference: Period, tense: str | None) -> float:
    if period.first is None or period.last is None or reference.first is None or reference.last is None:
        return 0
    ahead, behind = (period.first - reference.last).days, (reference.first - period.last).days
    forward, backward = _WEIGHTS.get(tense, _WEIGHTS[None])
    return max(0, ahead * forward, behind * backward)


def _nearest(meaning: Calendar, base: Base) -> Period | None:
    """A name of the calendar without its year: the one that fits step and tense, else the nearest.

    A bare season is any ("cold in the winter") unless tense or narrative ties it down.
    """
    reference = base.speech
    told = base.narrative if meaning.step is None or meaning.base == NARRATIVE else None
    if told is not None and told.first is not None and told.last is not None:
        reference = told.first
    elif meaning.base == NARRATIVE and meaning.step is not None:
        return None
    is_any = meaning.season is not None and meaning.step is None and told is None and base.tense is None
    if reference is None or is_any:
        return None
    found = [in_year(meaning, reference.year + more) for more in (-1, 0, 1)]
    candidates = [period for period in found if period is not None and period.first and period.last]
    if meaning.step is not None:
        return _stepped(candidates, reference, meaning.step)
    if told is not None and base.speech is not None and _is_loose(told, base.speech):
        within = (one for one in candidates if _lies_in(one, told) and one.first and one.first <= base.speech)
        if (found_within := next(within, None)) is not None:
            return found_within
        return _nearest(meaning, replace(base, narrative=None))
    return min(candidates, key=lambda period: _apart(period, told, base, reference), default=None)


def _apart(period: Period, told: Period | None, base: Base, reference: date) -> float:
    if told is not None:
        return _told_distance(period, told, base.speech)
    return _distance(period, day(reference), base.tense)


def _told_distance(period: Period, told: Period, speech: date | None) -> float:
    """How far a day lies from the one told before; another year than its own, and what was still to come, lie farther."""
    apart = _distance(period, told, "told")
    if period.first is None or told.first is None or told.last is None:
        return apart
    is_ahead = speech is not None and told.last <= speech < period.first
    return apart * (_FARTHER if is_ahead or period.first.year not in (told.first.year, told.last.year) else 1.0)


def _is_loose(told: Period, speech: date) -> bool:
    """Whether a narrative's time is a month, a season or a year of the news itself: "in 2016" is no anchor for "June 7"."""
    if told.first is None or told.last is None:
        return False
    return told.last - told.first > _A_WEEK and told.last + _A_YEAR > speech


def _lies_in(period: Period, told: Period) -> bool:
    if period.first is None or period.last is None or told.first is None or told.last is None:
        return False
    return told.first <= period.first and period.last <= told.last


def _partial(meaning: Calendar) -> Period | None:
    """What stays where the year is not known: XXXX-12-17."""
    if meaning.month is None or meaning.step is not None or in_year(replace(meaning, year=2000), 2000) is None:
        return None
    tail = "" if meaning.day is None else f"-{meaning.day:02}"
    return Period(None, None, "day" if tail else "month", partial=f"XXXX-{meaning.month:02}{tail}")
