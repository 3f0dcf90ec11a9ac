"""Resolves the times of a document along its narrative: each sentence against what was told before it.

The story's own time and the time of what is told in passing are kept apart, so that "on Dec. 27" after a paragraph about an
earlier year goes back to the story. A caption's date moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.extraction.scenes import LONGEST_ANCHOR_DAYS, Scene, Time
from sayso.model import BlockKind, Document, When
from sayso.normalisation import times

#: Whether a time falls within the story; None where that cannot be told.
Holds = Callable[[When], bool | None]
_ANNIVERSARY = ("this day", "this date", "that day")


@dataclass(slots=True)
class _Clock:
    """The narrative's anchors, as they move through the text."""

    document: Document
    holds: Holds | None
    narrative: When | None = None
    story: When | None = None

    def anchor(self) -> times.Anchor:
        """What the next time is resolved against."""
        published = self.document.published
        first: date | None = published.earliest if published else None
        last: date | None = published.latest if published else None
        return times.Anchor(published=first, published_latest=last, narrative=self.narrative, tense="past")

    def moved(self, when: When) -> None:
        """A day, a month or a year told becomes the anchor of what follows."""
        if when.earliest is None or when.latest is None or (when.latest - when.earliest).days > LONGEST_ANCHOR_DAYS:
            return
        if _lies_in(self.narrative, when):
            return
        self.narrative = when
        if self.holds is None or self.holds(when) is True:
            self.story = when

    def turned(self) -> None:
        """A new block goes back to the story."""
        self.narrative = self.story or self.narrative


def _lies_in(anchor: When | None, when: When) -> bool:
    """Does a coarser time only name again the stretch that the anchor lies in?"""
    if anchor is None or anchor.earliest is None or anchor.latest is None or when.earliest is None or when.latest is None:
        return False
    return when.earliest <= anchor.earliest and anchor.latest <= when.latest


def timed(scenes: Sequence[Scene], document: Document, holds: Holds | None = None) -> tuple[Scene, ...]:
    """The same scenes with their times resolved; `holds` tells the story's times once they are known."""
    clock = _Clock(document, holds)
    found: list[Scene] = []
    block = -1
    for scene in scenes:
        if scene.parse.block != block:
            block = scene.parse.block
            clock.turned()
        found.append(replace(scene, times=tuple(_joined(list(_times(scene, document.text, clock)), document.text))))
    return tuple(found)


def _times(scene: Scene, text: str, clock: _Clock) -> Iterator[Time]:
    """The times of one sentence; those of a caption leave the clock as it was."""
    before = (clock.narrative, clock.story)
    for expression in times.find(text[scene.start : scene.end]):
        when = times.resolve(expression, clock.anchor())
        start, end = scene.start + expression.start, scene.start + expression.end
        if when is None and expression.text.lower() in _ANNIVERSARY and clock.narrative is not None:
            when = replace(clock.narrative, text=expression.text)
        yield Time(start, end, expression, when)
        if when is not None and scene.kind is not BlockKind.CAPTION:
            clock.moved(when)
    if scene.kind is BlockKind.CAPTION:
        clock.narrative, clock.story = before


def _joined(found: list[Time], text: str) -> Iterator[Time]:
    """ "On this day in 1997": the day of the one in the year of the other."""
    skip = False
    for n, time in enumerate(found):
        if skip:
            skip = False
            continue
        following = found[n + 1] if n + 1 < len(found) else None
        joined = _anniversary(time, following, text) if following is not None else None
        skip = joined is not None
        yield joined or time


def _anniversary(day: Time, year: Time, text: str) -> Time | None:
    """One time of the two, where the first is "this day" and the second a bare year right behind it."""
    if day.expression.text.lower() not in _ANNIVERSARY or text[day.end : year.start].strip().lower() != "in":
        return None
    one, other = day.when, year.when
    if one is None or one.earliest is None or one.earliest != one.latest or other is None or other.earliest is None:
        return None
    if len(other.edtf) != len("1997"):
        return None
    try:
        moment = one.earliest.replace(year=other.earliest.year)
    except ValueError:
        return None
    when = When(moment.isoformat(), moment, moment, None, text[day.start : year.end])
    return replace(day, end=year.end, when=when)
