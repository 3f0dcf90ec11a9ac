"""Which half of the day a bare hour means: "the act ended at 9:24 p.m. Rain began at 9:31" tells 21:31.

An hour that says its half ("p.m.", "in the evening", "noon") lends it to the bare ones that follow it, as far as no other day is told
between; where the account counts to 24 ("14:05"), a bare hour says its half itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
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
_DAY = 24 * 60


def with_halves(drafts: Sequence[Draft], told: Sequence[Scene], setting: Setting) -> list[Draft]:
    """The drafts, bare hours in the half of the day that the account has reached."""
    times = sorted((d for d in drafts if d.slot == "time" and _minutes(d) is not None), key=lambda d: d.start)
    if not any(_is_said(draft, setting) for draft in times) or any(_counts_to_24(d, setting) for d in times):
        return list(drafts)
    taken = [(d.start, d.end) for d in drafts]
    pointed = [d for d in _pointed(told, setting) if not any(a < d.end and d.start < b for a, b in taken)]
    settled = _settled(sorted([*times, *pointed], key=lambda d: d.start), setting)
    kept = [settled.get(id(draft), draft) for draft in drafts]
    return [*kept, *(settled[id(draft)] for draft in pointed if id(draft) in settled)]


def _settled(times: Sequence[Draft], setting: Setting) -> dict[int, Draft]:
    """Each bare hour that another before it settles, by its draft."""
    settled: dict[int, Draft] = {}
    last: Draft | None = None
    for draft in times:
        if _is_said(draft, setting):
            last = draft
            continue
        if _has_day(draft):
            last = None
            continue
        near = last is not None and draft.scene.number - last.scene.number <= _REACH and not _is_dated(last, draft)
        minutes = _reached(_minutes(last), _minutes(draft)) if last is not None and near else None
        if minutes is None or not isinstance(draft.value, When):
            continue
        clock = f"{minutes // 60:02d}:{minutes % 60:02d}"
        last = settled[id(draft)] = replace(draft, value=replace(draft.value, time=clock))
    return settled


def _reached(before: int | None, bare: int | None) -> int | None:
    """The one of two hours that the telling reaches next, or has just passed; None where neither is near."""
    if before is None or bare is None:
        return None
    either = (bare % 720, bare % 720 + 720)
    onward = min(either, key=lambda one: (one - before) % _DAY)
    if (onward - before) % _DAY <= _ON:
        return onward
    back = min(either, key=lambda one: (before - one) % _DAY)
    return back if (before - back) % _DAY <= _BACK else None


def _has_day(draft: Draft) -> bool:
    """ "The next day at 10:15": an hour with a day of its own."""
    meanings = (t.expression.meaning for t in draft.scene.times if t.start <= draft.start < t.end)
    return any(isinstance(meaning, Moment) and meaning.day is not None for meaning in meanings)


def _is_dated(last: Draft, draft: Draft) -> bool:
    """Is another day told between two hours?"""
    scenes = {scene.number: scene for scene in (last.scene, draft.scene)}.values()
    days = (t for scene in scenes for t in scene.times if not isinstance(t.expression.meaning, Moment))
    return any(last.end <= day.start < draft.end for day in days)


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


def _pointed(told: Sequence[Scene], setting: Setting) -> Iterator[Draft]:
    """Hours with a point that say no half: only another before them makes them hours."""
    for scene in told if "." in setting.document.text else ():
        if not setting.is_own(scene):
            continue
        for match in _POINTED.finditer(scene.words):
            start, end = scene.start + match.start("clock"), scene.start + match.end("clock")
            clock = f"{int(match['hour']):02d}:{match['minutes']}"
            when = When("XXXX-XX-XX", None, None, clock, match["clock"])
            base = scene.sent.start_char
            span = scene.sent.doc.char_span(
                base + match.start("clock"), base + match.end("clock"), alignment_mode="expand"
            )
            if span is not None and len(span):
                yield Draft(scene, start, end, "time", None, when, span.root, part="")
