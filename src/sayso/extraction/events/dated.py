"""What the times of a sentence say of where it belongs: within the story, outside it, or nothing."""

from __future__ import annotations

import re
from datetime import timedelta

from sayso.extraction.events.scenes import LONGEST_ANCHOR_DAYS, Scene, Time
from sayso.extraction.events.story import Story, is_slip
from sayso.extraction.times.side_times import is_of_finding, tells_late_deaths
from sayso.model import BlockKind, When

#: A month or two may be all that is told of a day.
_SHORTEST = 62
#: What stands over a text.
_ABOVE = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_WEEKDAY = re.compile(
    r"(?:on |by |that |the )*(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_YEARS_LATER, _A_DAY = timedelta(days=300), timedelta(days=1)


def by_time(scene: Scene, story: Story) -> tuple[bool, bool]:
    """Does some time of the scene fall within the story, and does some fall outside?

    A time that is wider than the story can be says nothing for it: "more than 500 died in 2013" of the year, not of a day.
    """
    whens = [
        time.when
        for time in (() if tells_late_deaths(scene) else scene.times)
        if time.when is not None
        and not (time.is_beside or time.is_counted or _is_found_later(scene, time, story) or _is_of_a_week(time, story))
    ]
    held = [story.holds(when) for when in whens]
    wide = [_is_wide(when, story) for when in whens]
    on = any(h is True and not w for h, w in zip(held, wide, strict=True)) or any(is_slip(when) for when in whens)
    if not on and scene.kind in _ABOVE and any(_holds_told(when, story) for when in whens):
        return False, any(h is False for h in held)
    return on, any(h is False for h in held) or (any(wide) and not on)


def _holds_told(when: When, story: Story) -> bool:
    """ "2005 ferry bombing", over the text: the year that holds the story's own day."""
    told = story.told
    if told is None or None in (told.earliest, told.latest, when.earliest, when.latest):
        return False
    return when.earliest <= told.earliest and told.latest <= when.latest  # type: ignore[operator]


def _is_of_a_week(time: Time, story: Story) -> bool:
    """ "On the Sunday morning", in a text of years later: it is no Sunday of this week, but one of then."""
    when = time.when
    if when is None or when.latest is None or story.last is None or when.latest <= story.last + _YEARS_LATER:
        return False
    return _WEEKDAY.fullmatch(when.text) is not None


def _is_found_later(scene: Scene, time: Time, story: Story) -> bool:
    """ "The inquiry settled on 36 in 2017": what is found afterwards is still of the story."""
    when = time.when
    if when is None or when.earliest is None or story.last is None or when.earliest <= story.last:
        return False
    return not scene.triggers and is_of_finding(scene, time)


def _is_wide(when: When, story: Story) -> bool:
    """Does a time cover much more than the story may have taken, or than a year where that is not known?"""
    if when.earliest is None or when.latest is None:
        return False
    known = story.first is not None and story.last is not None
    longest = (
        max(_SHORTEST, (story.last - story.first).days) if story.first and story.last and known else LONGEST_ANCHOR_DAYS
    )
    return (when.latest - when.earliest).days > min(longest, LONGEST_ANCHOR_DAYS)


def tells_the_day(scene: Scene, story: Story) -> bool:
    """Does a sentence tell of the very day on which the story began?"""
    if story.began is None:
        return False
    first, last = story.began - _A_DAY, story.began + _A_DAY
    for when in (time.when for time in scene.times if time.when is not None and not time.is_beside):
        if when.earliest is None or when.latest is None or when.latest - when.earliest > _A_DAY:
            continue
        if when.earliest <= last and when.latest >= first:
            return True
    return False
