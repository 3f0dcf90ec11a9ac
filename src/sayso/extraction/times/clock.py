"""Resolves the times of a document along its narrative: each sentence against what was told before it.

The story's own time and the time of what is told in passing are kept apart, so that "on Dec. 27" after a paragraph about an
earlier year goes back to the story. A caption's date moves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.extraction.events.foils import named
from sayso.extraction.events.scenes import LONGEST_ANCHOR_DAYS, Scene, Time, root_of
from sayso.extraction.times.anniversaries import anniversary, joined
from sayso.extraction.times.four_digits import counts_in_four, four_digit_hours, is_counted
from sayso.extraction.times.narrative_days import counts, dated, exact, is_of_the_month, lent_year, with_counted
from sayso.extraction.times.own_days import is_filed, own_day
from sayso.extraction.times.side_times import is_beside, is_of_the_record
from sayso.extraction.times.tenses import tense_of
from sayso.model import BlockKind, Document, When
from sayso.normalisation import times, uncounted
from sayso.normalisation.time_meaning import Calendar, Meaning, Moment, Offset

#: Whether a time falls within the story; None where that cannot be told.
Holds = Callable[[When], bool | None]
_ON_THIS_DAY = re.compile(r"(?:on )?this (?:day|date|very day) in (\d{4})", re.IGNORECASE)
#: Characters round a number of four figures that say whether it is an hour.
_LEAD = 24
#: Hours of the night that ends on the day told.
_SMALL_HOURS = re.compile(r"\b(?:(?:12|[1-5])(?::\d\d)? ?a\.?m\b|(?:after|past) midnight\b)", re.IGNORECASE)
_NO_TIME = re.compile(
    r"\b(?:his|her|their|my|your|our) (?:(?:early|late|mid)[ -])?\w+ties\Z|\bthe quarter\Z|\b\d,\d{3}\Z|§+ ?\d{4}\Z",
    re.IGNORECASE,
)
_YEAR, _WITHIN_A_NAME = re.compile(r"\d{4}"), frozenset({"compound", "nmod", "nummod", "amod"})
#: Days from which on a time says only the season or year; sentences that such a time beside the story's day lasts for.
_LOOSE, _NEXT = 62, 1
#: A day over a text or before its first words is the day of the news, from which weekdays count back.
_HEADS = frozenset({BlockKind.DATELINE, BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE})
#: So long after it began days of an event are counted.
_COUNTED_ON = timedelta(days=60)
#: Half a unit, in days: a length told in months or years is no sharper (the contract's width table).
_SLACK = {"month": 15, "year": 183}


#: What is named after a day: "the Fourth of June Brigade", "the Movement of 19 April", "17 November Street".
_BODIES = (
    r"(?:[Mm]ovement|MOVEMENT|Brigades?|BRIGADES?|Front|FRONT|Organi[sz]ation|Army|ARMY|Martyrs|MARTYRS|Column|Commandos?|Cell|Faction|Group|Committee|Revolution"
    r"|Battalion|Street|Square|Avenue|Bridge|Stadium|Hospital|Barracks|Club|Society|Company|Party)"
)
_BODY_BEHIND = re.compile(rf"(?:['’”\"])? {_BODIES}\b")
_WITHIN = re.compile(r"\b(?:the|its|of|by|by the|called|named)\s\Z", re.IGNORECASE)
_ON_DAY = re.compile(r"\b(?:on|since|until|till|from|before|after|in)(?: the)?\s\Z", re.IGNORECASE)
_BODY_BEFORE = re.compile(
    r"\b(?:[Mm]ovement|MOVEMENT|Brigades?|BRIGADES?|Martyrs|MARTYRS|Organi[sz]ation|Front|FRONT) of (?:the )?\Z"
)
_MONTH_AND_DAY = re.compile(
    r"(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\b\d{1,2}(?:st|nd|rd|th)?\b).*[A-Za-z]{3}|[A-Za-z]{3}\S* (?:the )?\d{1,2}\b"
)


@dataclass(slots=True)
class _Clock:
    """The narrative's anchors, as they move through the text."""

    document: Document
    holds: Holds | None
    narrative: When | None = None
    story: When | None = None
    own: When | None = None
    origin: date | None = None
    began: date | None = None
    loose_at: int | None = None
    is_of_head: bool = False

    def anchor(self, *, tense: str) -> times.Anchor:
        """What the next time is resolved against."""
        published = self.own
        first: date | None = published.earliest if published else None
        last: date | None = published.latest if published else None
        return times.Anchor(published=first, published_latest=last, narrative=self.narrative, tense=tense)

    def moved(self, when: When, scene: Scene) -> None:
        """A day, a month or a year told becomes the anchor of what follows; a year beside a day told before, only of the next sentence."""
        if when.earliest is None or when.latest is None or (when.latest - when.earliest).days > LONGEST_ANCHOR_DAYS:
            return
        if _lies_in(self.narrative, when):
            return
        is_loose = (when.latest - when.earliest).days > _LOOSE and exact(self.story) is not None
        self.loose_at = scene.number if is_loose else None
        self.narrative, self.is_of_head = when, scene.kind in _HEADS
        if self.holds is None:
            self.story = self.story if is_loose else when
        elif self.holds(when) is True:
            self.story = when

    def reached(self, number: int) -> None:
        """A sentence further on, a year told in passing is left behind."""
        if self.loose_at is not None and number - self.loose_at > _NEXT:
            self.narrative, self.loose_at = self.story, None

    def first_day(self) -> date | None:
        """The day from which the telling counts: on which the event began, as far as that is a day told."""
        told = exact(self.story)
        if self.began is not None and (told is None or timedelta(0) <= told - self.began <= _COUNTED_ON):
            return self.began
        return self.origin

    def turned(self) -> None:
        """A new block goes back to the story; where none of its times is told yet, to the day of publication."""
        is_known = self.holds is not None and self.document.published is not None
        self.narrative = self.story or (None if is_known else self.narrative)


def _lies_in(anchor: When | None, when: When) -> bool:
    """Does a coarser time only name again the stretch that the anchor lies in?"""
    if (
        anchor is None
        or anchor.earliest is None
        or anchor.latest is None
        or when.earliest is None
        or when.latest is None
    ):
        return False
    return when.earliest <= anchor.earliest and anchor.latest <= when.latest


_MOMENT = re.compile(r"\bas (?:of|at)\s+\Z", re.IGNORECASE)


def timed(
    scenes: Sequence[Scene], document: Document, holds: Holds | None = None, began: date | None = None
) -> tuple[Scene, ...]:
    """The same scenes with their times resolved; `holds` tells the story's times once they are known, `began` its first day."""
    is_told = began is not None and any(exact(t.when) == began for scene in scenes for t in scene.times)
    clock = _Clock(document, holds, own=own_day(document), began=began if is_told else None)
    found: list[Scene] = []
    block = -1
    for scene in scenes:
        if scene.parse.block != block:
            block = scene.parse.block
            clock.turned()
        clock.reached(scene.number)
        told = tuple(_times(scene, document.text, clock))
        held = tuple(time for time in told if _is_moment(time, document.text))
        found.append(replace(scene, times=tuple(time for time in told if time not in held), moments=held))
    return tuple(found)


def _is_moment(time: Time, text: str) -> bool:
    """ "As of 8 February": when figures held, or were known."""
    return _MOMENT.search(text, max(0, time.start - 8), time.start) is not None


def _times(scene: Scene, text: str, clock: _Clock) -> Iterator[Time]:
    """The times of one sentence; those of a caption leave the clock as it was."""
    before = (clock.narrative, clock.story)
    others = tuple(named(scene))
    found = with_counted(joined(times.find(words := text[scene.start : scene.end]), words), words)
    for at, (expression, years) in enumerate(found):
        if _is_no_time(expression, scene.start, text):
            continue
        if expression.text.lower() == "last week" and _OF_LAST_WEEK.search(words, 0, expression.start):
            continue  # "on Sunday last week": one day, told by the weekday
        when = anniversary(expression, years, clock.document.published) if years else None
        when = (
            when or _anniversary(expression.text, clock.narrative) or _overnight(expression.text, text, clock.document)
        )
        when = when or _of_last_week(expression, words, clock.own)
        is_counted = False
        if when is None:
            when, is_counted = _resolved([one for one, _ in found], at, scene, clock)
        told = Time(scene.start + expression.start, scene.start + expression.end, expression, when, False, is_counted)
        told = replace(told, is_beside=when is not None and (is_beside(scene, told) or told.is_in(others)))
        yield told
        if is_filed(clock.document, told.start, told.end, when):
            clock.own = clock.narrative = when
        elif when is not None and _moves(told, scene, text):
            clock.moved(when, scene)
            if exact(when) is not None and _MONTH_AND_DAY.search(expression.text):
                clock.origin = exact(when)
    if scene.kind is BlockKind.CAPTION:
        clock.narrative, clock.story = before


def _resolved(found: Sequence[times.TimeExpression], at: int, scene: Scene, clock: _Clock) -> tuple[When | None, bool]:
    """When an expression of a sentence was, and is it counted: by the event's first day or the day told, else by the publication."""
    one = found[at]
    text = clock.document.text
    told, published = exact(clock.narrative), clock.own.earliest if clock.own is not None else None
    is_far = published is None and not clock.is_of_head and any(token.tag_ == "VBD" for token in scene.sent)
    words = (text[scene.start : scene.start + one.start], text[scene.start + one.end : scene.end])
    day = dated(
        one.meaning, words, told or (published if "ult" in one.text else None), clock.first_day(), is_far=is_far
    )
    anchor = clock.anchor(tense=tense_of(scene, one))
    if day is not None:
        return times.resolve(replace(one, meaning=day), anchor), True
    if counts(one.meaning):
        return None, True
    when = _loose(one.meaning, times.resolve(one, anchor))
    if when is not None and when.edtf.startswith("XXXX") and (year := lent_year(found, at)) is not None:
        when = times.resolve(replace(one, meaning=_in_year(one.meaning, year)), anchor)
    return when, is_of_the_month(one.meaning)


def _in_year(meaning: Meaning, year: int) -> Meaning:
    if isinstance(meaning, Moment) and meaning.day is not None:
        return replace(meaning, day=_in_year(meaning.day, year))
    return replace(meaning, year=year) if isinstance(meaning, Calendar) else meaning


#: "Posted: Tuesday, July 28, 2015 12:33 PM": when a page was put up or changed.
_STAMP = re.compile(
    r"(?:^|[\n(|]|[a-z0-9]\s|[.!?]\s)(?:Posted|Updated|Published|Modified|POSTED|UPDATED|PUBLISHED)(?: on)?:? ?\Z"
)


def _is_no_time(expression: times.TimeExpression, base: int, text: str) -> bool:
    """Is it the number of a house, the stamp of the page, an age ("in her sixties"), a part of a town, a count ("that year 1,400 died")?"""
    start, end = base + expression.start, base + expression.end
    if _NO_TIME.search(text, max(0, start - 14), end) is not None:
        return True
    if _is_named_after(start, end, text):
        return True
    if expression.text.isdigit():
        is_time = expression.kind is times.Kind.TIME
        if len(expression.text) == 4 and (is_counted(text, end) if is_time else _is_hour(start, end, text)):
            return True
        return uncounted.reason(text, start, end, float(expression.text)) == "address"
    return _STAMP.search(text, max(0, start - 24), start) is not None


def _is_hour(start: int, end: int, text: str) -> bool:
    """ "Touched down at 1025", in a text that writes its hours so: no year."""
    if not counts_in_four(text):
        return False
    first = max(0, start - _LEAD)
    found = four_digit_hours(text[first : end + _LEAD], is_usual=True)
    return any(a + first == start for a, _, _ in found)


def _is_named_after(start: int, end: int, text: str) -> bool:
    """Does the day stand in the name of a body or a street ("the Fourth of June Brigade")?"""
    if not _MONTH_AND_DAY.search(text, start, end):
        return False  # "the revolution of February 1979"
    if _BODY_BEFORE.search(text, max(0, start - 30), start):
        return True
    in_name = text[start : start + 4].lower() == "the " or _WITHIN.search(text, max(0, start - 8), start) is not None
    on_day = _ON_DAY.search(text, max(0, start - 8), start) is not None
    return in_name and not on_day and _BODY_BEHIND.match(text, end) is not None


def _moves(time: Time, scene: Scene, text: str) -> bool:
    """Whether the telling goes on from a time: not from when a figure held, nor from what stands beside, nor from a year in a name."""
    if scene.kind is BlockKind.CAPTION or time.is_beside or _is_moment(time, text) or is_of_the_record(scene, time):
        return False
    token = root_of(scene, time) if _YEAR.fullmatch(time.expression.text) else None
    if token is None or token.dep_ not in _WITHIN_A_NAME or token.head.i <= token.i:
        return True
    return any(trigger.token.i == token.head.i for trigger in scene.triggers)


def _anniversary(words: str, day: When | None) -> When | None:
    """ "On this day in 1997", below a day of another or the same year: that day in that year."""
    match = _ON_THIS_DAY.fullmatch(words.strip())
    if match is None or day is None or day.earliest is None or day.earliest != day.latest:
        return None
    try:
        moment = day.earliest.replace(year=int(match.group(1)))
    except ValueError:
        return None
    return When(moment.isoformat(), moment, moment, None, words)


def _overnight(words: str, text: str, document: Document) -> When | None:
    """The night that ended on the day of publication: that day where the text tells an hour after midnight, else either."""
    published = document.published
    if words.lower() != "overnight" or published is None or published.earliest is None:
        return None
    last = published.earliest
    if published.latest != last:
        return None
    if _SMALL_HOURS.search(text):
        return When(last.isoformat(), last, last, None, words)
    first = last - timedelta(days=1)
    return When(f"{first.isoformat()}/{last.isoformat()}", first, last, None, words)


_OF_LAST_WEEK = re.compile(r"day,? (?:of )?\Z", re.IGNORECASE)
_LAST_WEEK = re.compile(r",? (?:of )?last week\b", re.IGNORECASE)


def _of_last_week(expression: times.TimeExpression, words: str, own: When | None) -> When | None:
    """ "On Sunday last week": that day of the week before, the Sunday first: one of this week is told as "on Sunday"."""
    meaning = expression.meaning
    if not isinstance(meaning, Calendar) or meaning.weekday is None or meaning.day is not None:
        return None
    if own is None or own.earliest is None or own.earliest != own.latest or not _LAST_WEEK.match(words, expression.end):
        return None
    since = (own.earliest.weekday() + 1) % 7
    day = own.earliest - timedelta(days=since + 7 - (meaning.weekday + 1) % 7)
    return When(day.isoformat(), day, day, None, expression.text)


def _loose(meaning: object, when: When | None) -> When | None:
    """ "Four months earlier" is told to the half month, no better: a month either way of the month it leads to."""
    if not isinstance(meaning, Offset) or meaning.length.unit not in _SLACK or when is None:
        return when
    if when.earliest is None or when.latest is None:
        return when
    slack = timedelta(days=_SLACK[meaning.length.unit])
    first = (when.earliest - slack).replace(day=1)
    last = ((when.latest + slack).replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return When(f"{first:%Y-%m}/{last:%Y-%m}", first, last, None, when.text)
