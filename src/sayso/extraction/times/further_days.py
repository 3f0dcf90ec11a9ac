"""Days of what else an account tells: who was let go, died of it or was tried, what was built, found or said, and when.

Asked where no other rule made a claim of the day. It tells when something happened that the account sets beside its story, and
dates neither the story nor a part of it, not even in a sentence of the story: "the mayor said today that ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, Draft, Setting
from sayso.extraction.events.scenes import LONGEST_ANCHOR_DAYS, Scene, Time, root_of
from sayso.extraction.times.other_days import names_a_thing
from sayso.extraction.times.own_days import is_filed
from sayso.extraction.times.passing_days import is_a_make
from sayso.extraction.times.stretches import bounded_edge, grain_of, stretch_edges
from sayso.extraction.words.hedges import hedge
from sayso.model import BlockKind, When
from sayso.normalisation.time_meaning import Bounded, Calendar, Meaning, Moment, Recent, Shaded, Shift, Vague, Years

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Days of a month; what is told more coarsely is of no day of the story.
_A_MONTH = 31
_DATED = frozenset({"date_start", "date_end", "date", "founded"})
_BARE = re.compile(r"(?:the|that|this|same) (?:year|month|week|decade|time|hour)", re.IGNORECASE)


def further_days(told: Sequence[Scene], setting: Setting, found: Sequence[Draft]) -> Iterator[Draft]:
    """A date for every day of the document's own event that no draft tells yet.

    Args:
        told: the sentences, with their times.
        setting: what the makers of drafts may look at.
        found: what they made.
    """
    if setting.story.type is None:
        return
    last = _last_told(told, setting)
    taken = [(draft.start, draft.end) for draft in found if draft.slot in _DATED]
    for scene in told:
        if not setting.is_own(scene) or scene.kind is BlockKind.DATELINE:
            continue
        for time in (*scene.times, *scene.moments):
            if any(start < time.end and time.start < end for start, end in taken):
                continue
            token, when = root_of(scene, time), _day(time)
            if token is not None and when is None and _is_of_something(time, token, scene, setting):
                edges = stretch_edges(time)
                yield from (Draft(scene, *at, "date", None, day, token, part=PASSING) for at, day in edges)
            if token is None or when is None or _is_too_late(when, token, last):
                continue
            if _is_of_something(time, token, scene, setting):
                yield Draft(scene, time.start, time.end, "date", None, when, token, part=PASSING)


def _day(time: Time) -> When | None:
    """The day, month or year that a time tells, also as the edge of an open stretch."""
    when = time.when
    if when is None or time.expression.kind in ("duration", "set"):
        return None
    meaning = time.expression.meaning
    if isinstance(meaning, Bounded):
        return bounded_edge(time)
    if when.edtf.startswith("XXXX-") and when.edtf[-2:].isdigit():
        return when  # a day whose year the account leaves open
    if when.earliest is None or when.latest is None or when.edtf.startswith("["):
        return None
    widest = LONGEST_ANCHOR_DAYS if grain_of(meaning) != "day" and isinstance(meaning, Calendar | Shaded) else _A_MONTH
    return when if (when.latest - when.earliest).days <= widest else None


def _is_of_something(time: Time, token: Token, scene: Scene, setting: Setting) -> bool:
    """Does a time date something that happened, and not the telling or a thing?"""
    if _BARE.fullmatch(time.expression.text) or _is_loose(time.expression.meaning):
        return False
    if _is_of_the_telling(time.expression.meaning) and not _is_past(token, setting):
        return False
    return not is_a_make(token) and not names_a_thing(time, token, scene)


def _is_loose(meaning: Meaning) -> bool:
    """ "Recently", "the last three years", "the nineties", "this year", "until noon": no day of anything."""
    while isinstance(meaning, Shaded | Bounded | Moment):
        inner = meaning.day if isinstance(meaning, Moment) else meaning.of
        if inner is None:
            return True
        meaning = inner
    if isinstance(meaning, Shift):
        return meaning.unit != "day" and meaning.step == 0
    if isinstance(meaning, Calendar) and (meaning.season is not None or meaning.quarter is not None):
        return meaning.quarter is not None or (meaning.year is None and meaning.step is None)
    return isinstance(meaning, Vague | Recent | Years)


def _last_told(told: Sequence[Scene], setting: Setting) -> date | None:
    """The day of publication, or of the last lead that was filed after it."""
    published = setting.document.published
    if published is None or published.latest is None:
        return None
    leads = (t.when for s in told for t in s.times if is_filed(setting.document, t.start, t.end, t.when))
    return max(
        (when.latest for when in leads if when is not None and when.latest is not None), default=published.latest
    )


def _is_too_late(when: When, token: Token, last: date | None) -> bool:
    """A day after the telling of what is told as done: the words were read against the wrong day."""
    if last is None or when.earliest is None or when.earliest <= last:
        return False
    return hedge(token) is None and not _lies_ahead(token)


def _lies_ahead(token: Token) -> bool:
    """Does a verb above a time tell what is to come, or how things stand?"""
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    return verb is None or verb.tag_ in ("VB", "VBP", "VBZ", "VBG")


def _is_of_the_telling(meaning: Meaning) -> bool:
    """ "Today", "this morning", "tonight"."""
    while isinstance(meaning, Shaded | Moment) and meaning is not None:
        inner = meaning.of if isinstance(meaning, Shaded) else meaning.day
        if inner is None:
            return False
        meaning = inner
    return isinstance(meaning, Shift) and meaning.unit == "day" and meaning.step == 0


def _is_past(token: Token, setting: Setting) -> bool:
    """Does the verb beside "today" tell what was done on the day of publication, and not how things stand?"""
    if setting.document.published is None:
        return False
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ in ("be", "have"):
        return False
    return verb.tag_ in ("VBD", "VBN") and not any(t.tag_ in ("VBZ", "VBP", "MD") for t in verb.children)
