"""Which half of the day a bare hour means: "the act ended at 9:24 p.m. Rain began at 9:31" tells 21:31.

An hour that says its half ("p.m.", "in the evening", "noon") and a part of the day ("at dusk they came") lend it to the bare ones
that follow, as far as no other day is told between; where the account counts to 24 ("14:05"), a bare hour in figures says its half
itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extraction.drafts import PASSING, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.times.afterwards import is_afterwards
from sayso.extraction.times.bare_hours import bare_hours
from sayso.extraction.times.dayparts import parts_of_day
from sayso.model import When
from sayso.normalisation.time_meaning import Moment

_CLOCK = re.compile(r"(?<![\d:.])(?P<hour>0?\d|1\d|2[0-4])(?:[:.h](?P<minutes>[0-5]\d))?(?!\d)")
#: What says the half of the day, in the expression or right behind it.
_SAID = re.compile(
    r"[ap]\.?\s?m\b|\b(?:noon|midday|midnight|morning|afternoon|evening|night|dawn|hours|hrs|GMT|UTC|Zulu)\b|\dH\b",
    re.IGNORECASE,
)
#: "By 7.40", "at 4.20": an hour with a point, without a word for its half.
_POINTED = re.compile(
    r"\b(?:at|by|until|till|from|since|before|after|around|about|towards?) (?P<clock>(?P<hour>[1-9]|1[0-2])\.(?P<minutes>[0-5]\d))\b"
    r"(?![.,]?\d|%|\s*(?:per cent|percent|million|billion|met|km|kilo|mile|feet|tons?|tonnes?|dollars|euros|pounds|degrees|on the|[ap]\.?m\b|times))",
    re.IGNORECASE,
)
#: Sentences that a half of the day is lent over, and minutes that the telling goes on or back by at most.
_REACH, _ON, _BACK = 8, 360, 90
#: The same where only a part of the day was told, and where it is told only afterwards.
_NEAR, _LATER, _ON_FROM_A_PART = 4, 1, 150
_DAY = 24 * 60
#: Characters between an hour and a part of the day that only says its half ("nine in the evening").
_BESIDE = 30
#: Minutes within which the hours of one event lie, and those from which on they do not.
_TOGETHER, _APART = 120, 300
#: What an hour may not stand in.
_TAKING = frozenset({"time", "duration", "duration_within"})
#: The name of these rules on the claims that they alone make.
MAKER = "halves"


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the telling stands in the day from a place of the text on: from a first to a last minute."""

    scene: Scene
    at: int
    first: int
    last: int

    @property
    def is_hour(self) -> bool:
        """Is it one hour, and no part of the day?"""
        return self.first == self.last


def with_halves(drafts: Sequence[Draft], told: Sequence[Scene], setting: Setting) -> list[Draft]:
    """The drafts, bare hours in the half of the day that the account has reached, and those that only this makes hours."""
    times = [d for d in drafts if d.slot == "time" and _minutes(d) is not None]
    is_full = any(_counts_to_24(draft, setting) for draft in times)
    said = [draft for draft in times if _is_said(draft, setting) or (is_full and _is_in_figures(draft, setting))]
    unsaid = [draft for draft in times if all(draft is not one for one in said)]
    taken = [(d.start, d.end) for d in drafts if d.slot in _TAKING]
    new = [d for d in _bare(told, setting, is_full=is_full) if not any(a < d.end and d.start < b for a, b in taken)]
    if not unsaid and not new:
        return list(drafts)
    settled = _settled([*unsaid, *new], said, told, setting)
    kept = [settled.get(id(draft), draft) for draft in drafts]
    return [*kept, *(settled[id(draft)] for draft in new if id(draft) in settled)]


def _settled(bare: Sequence[Draft], said: Sequence[Draft], told: Sequence[Scene], setting: Setting) -> dict[int, Draft]:
    """Each bare hour whose half what is told before it (else right behind it) says, by its draft."""
    settled: dict[int, Draft] = {}
    stands = _stands(said, told, setting)
    days = _days(told)
    known = [m for d in said if d.part != PASSING and (m := _minutes(d)) is not None]
    for draft in sorted(bare, key=lambda d: d.start):
        minutes = _minutes(draft)
        if minutes is None or not isinstance(draft.value, When) or _has_day(draft):
            continue
        found = _by_what_is_before(draft, minutes, stands, days)
        if found is None:
            found = _by_what_is_behind(draft, minutes, stands)
        if found is None:
            found = _beside_others(minutes, known)
        if found is not None:
            clock = f"{found // 60:02d}:{found % 60:02d}"
            settled[id(draft)] = replace(draft, value=replace(draft.value, time=clock))
            stands.append(_Stand(draft.scene, draft.end, found, found))
    return settled


def _stands(said: Sequence[Draft], told: Sequence[Scene], setting: Setting) -> list[_Stand]:
    """Where the telling stands in the day, by the hours that say their half and the parts of the day that are told."""
    hours = [_Stand(d.scene, d.end, m, m) for d in said if (m := _minutes(d)) is not None]
    parts = [
        _Stand(scene, scene.start + end, first, last)
        for scene in told
        if setting.is_own(scene)
        for end, first, last in parts_of_day(scene.words)
    ]
    return [*hours, *(part for part in parts if all(abs(part.at - hour.at) > _BESIDE for hour in hours))]


def _days(told: Sequence[Scene]) -> list[int]:
    """Where days are told that are no hours of one."""
    return [t.start for scene in told for t in scene.times if not isinstance(t.expression.meaning, Moment)]


def _by_what_is_before(draft: Draft, minutes: int, stands: Sequence[_Stand], days: Sequence[int]) -> int | None:
    last = max((one for one in stands if one.at <= draft.start), key=lambda one: (one.at, one.is_hour), default=None)
    if last is None or draft.scene.number - last.scene.number > (_REACH if last.is_hour else _NEAR):
        return None
    if any(last.at <= day < draft.start for day in days):
        return None
    return _reached(last, minutes)


def _by_what_is_behind(draft: Draft, minutes: int, stands: Sequence[_Stand]) -> int | None:
    """ "At a quarter past nine the curfew began. All evening ...": a part of the day in the same or the next sentence."""
    behind = [one for one in stands if draft.end <= one.at and one.scene.number - draft.scene.number <= _LATER]
    following = min(behind, key=lambda one: one.at, default=None)
    return _within(following, minutes) if following is not None and not following.is_hour else None


def _beside_others(bare: int, known: Sequence[int]) -> int | None:
    """The one of two hours that lies near another of the account, where the other one is far from all of them."""
    either = (bare % 720, bare % 720 + 720)
    one, other = (min((abs(at - k) % _DAY for k in known), default=_DAY) for at in either)
    one, other = min(one, _DAY - one), min(other, _DAY - other)
    if min(one, other) > _TOGETHER or max(one, other) < _APART:
        return None
    return either[0] if one < other else either[1]


def _reached(last: _Stand, bare: int) -> int | None:
    """The one of two hours that the telling stands in, reaches next, or has just passed; None where neither is near."""
    if not last.is_hour:
        return _within(last, bare) or _onward(last.last, bare, _ON_FROM_A_PART)
    onward = _onward(last.last, bare, _ON)
    if onward is not None:
        return onward
    back = min((bare % 720, bare % 720 + 720), key=lambda one: (last.first - one) % _DAY)
    return back if (last.first - back) % _DAY <= _BACK else None


def _within(part: _Stand, bare: int) -> int | None:
    """The one of two hours that lies in a part of the day; None where both or neither does."""
    either = (bare % 720, bare % 720 + 720)
    held = [one for one in either if (one - part.first) % _DAY <= part.last - part.first]
    return held[0] if len(held) == 1 else None


def _onward(since: int, bare: int, most: int) -> int | None:
    onward = min((bare % 720, bare % 720 + 720), key=lambda one: (one - since) % _DAY)
    return onward if (onward - since) % _DAY <= most else None


def _has_day(draft: Draft) -> bool:
    """ "The next day at 10:15": an hour with a day of its own."""
    meanings = (t.expression.meaning for t in draft.scene.times if t.start <= draft.start < t.end)
    return any(isinstance(meaning, Moment) and meaning.day is not None for meaning in meanings)


def _is_said(draft: Draft, setting: Setting) -> bool:
    """Does an hour say its half of the day?"""
    words = setting.document.text[draft.start : min(draft.end + 24, draft.scene.end)]
    own, after = words[: draft.end - draft.start], words[draft.end - draft.start :]
    return (
        _SAID.search(own) is not None
        or re.match(
            r"\s?(?:[ap]\.?m\b|(?:in|at|on|that|the|this|next|same|following|of|yesterday|[,\s])*(?:morning|afternoon|evening|night)\b)",
            after,
            re.IGNORECASE,
        )
        is not None
    )


def _counts_to_24(draft: Draft, setting: Setting) -> bool:
    """ "14:05", "09:31": an hour of a clock of 24."""
    words = setting.document.text[draft.start : draft.end]
    clock = _CLOCK.search(words)
    if clock is None or re.search(r"[ap]\.?\s?m\b", words, re.IGNORECASE):
        return False
    return clock["minutes"] is not None and (int(clock["hour"]) > 12 or clock["hour"].startswith("0"))


def _minutes(draft: Draft) -> int | None:
    value = draft.value
    clock = value.time if isinstance(value, When) else None
    if clock is None or not re.fullmatch(r"\d\d:\d\d", clock):
        return None
    return int(clock[:2]) * 60 + int(clock[3:])


def _is_in_figures(draft: Draft, setting: Setting) -> bool:
    return setting.document.text[draft.start : draft.end].strip()[:1].isdigit()


def _bare(told: Sequence[Scene], setting: Setting, *, is_full: bool) -> Iterator[Draft]:
    """Hours that say no half: only what is told beside them makes them hours."""
    is_pointed = "." in setting.document.text and not is_full
    for scene in told:
        if not setting.is_own(scene):
            continue
        words, base = scene.words, scene.sent.start_char
        found = [(m.start("clock"), m.end("clock"), _read(m)) for m in (_POINTED.finditer(words) if is_pointed else ())]
        found += [(start, end, minutes) for start, end, minutes in bare_hours(words)]
        for start, end, minutes in found:
            span = scene.sent.doc.char_span(base + start, base + end, alignment_mode="expand")
            at = (scene.start + start, scene.start + end)
            if span is None or not len(span) or is_afterwards(scene, span.root, at):
                continue
            when = When("XXXX-XX-XX", None, None, f"{minutes // 60:02d}:{minutes % 60:02d}", words[start:end])
            yield Draft(scene, *at, "time", None, when, span.root, part="", maker=MAKER)


def _read(match: re.Match[str]) -> int:
    return int(match["hour"]) * 60 + int(match["minutes"])
