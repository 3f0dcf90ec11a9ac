"""The case as a timeline for TimelineJS: a slide an event, and a slide for each account's own date of it.

TimelineJS knows no uncertain dates: a slide stands on the first possible day, and `display_date` says what is known. The
accounts are groups of their own, so that dates in dispute stand one above the other.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import date
from itertools import chain, product
from typing import Any, TextIO

from sayso.dossier.phrases import value_words
from sayso.export.chronology import told_of
from sayso.export.left import Left
from sayso.export.told import Told, told
from sayso.export.writing import write_object
from sayso.model import Claim, Event, Role, When
from sayso.store import View

_RECORD = "What can be stated"
_DATES = ("date_start", "date_end")
_SLIP = "a date that only a slip of the pen explains, which would stretch the whole line"


def write(view: View, out: TextIO) -> tuple[Left, ...]:
    """Write one timeline; the events that no date is told of."""
    case = told(view)
    shown = [event for event in case.events.values() if event.role is not Role.MENTIONED]
    dated = [event for event in shown if _first(event.when) is not None]
    slips = {claim for one in view.findings(kind="typo") for claim in one.claims}
    told_days = list(_tellings(case, dated))
    kept = [(event, claim) for event, claim in told_days if claim.id not in slips]
    slides = chain((_slide(case, event) for event in dated), (_telling(case, event, claim) for event, claim in kept))
    title = {"text": {"headline": html.escape(view.header.title), "text": ""}}
    write_object(out, {"title": title, "scale": "human"}, "events", slides)
    left_slips = [Left(f"“{claim.quote}”", _SLIP) for _, claim in told_days if claim.id in slips]
    return (*_left(case, {event.id for event in dated}), *left_slips)


def _left(case: Told, dated: set[str]) -> Iterator[Left]:
    for event in case.events.values():
        if event.role is Role.MENTIONED:
            yield Left(event.title, "only mentioned: it is another event than that of the case")
        elif event.id not in dated:
            yield Left(event.title, "no date is told of it, and a slide needs one")


def _slide(case: Told, event: Event) -> dict[str, Any]:
    """An event on its first possible day."""
    words = " ".join((told_of(case, event), case.disputes(event))).strip()
    slide = _dated(event.when)
    return {
        **slide,
        "unique_id": event.id,
        "group": _RECORD,
        "text": {"headline": html.escape(event.title), "text": f"<p>{html.escape(words)}</p>"},
    }


def _tellings(case: Told, events: list[Event]) -> Iterator[tuple[Event, Claim]]:
    """The dates that the accounts themselves give."""
    for event, slot in product(events, _DATES):
        for claim in case.view.claims(event=event.id, slot=slot):
            if isinstance(claim.value, When) and _first(claim.value) is not None and claim.polarity:
                yield event, claim


def _telling(case: Told, event: Event, claim: Claim) -> dict[str, Any]:
    form = case.codebook.fusion.slots.get(claim.slot)
    name = form.display if form is not None else claim.slot
    sentence = case.documents[claim.document].text[claim.sentence.start : claim.sentence.end]
    slide = _dated(claim.value if isinstance(claim.value, When) else None)
    return {
        **slide,
        "unique_id": claim.id,
        "group": case.publisher(claim.document),
        "text": {
            "headline": html.escape(f"{name}: {event.title}"),
            "text": f"<p>“{html.escape(' '.join(sentence.split()))}”</p>",
        },
    }


def _dated(when: When | None) -> dict[str, Any]:
    """Start, end and the words of a date; the end only where it is another day."""
    first, last = _first(when), when.latest if when is not None else None
    if when is None or first is None:
        return {}
    slide = {"start_date": _day(first), "display_date": value_words(when)}
    return {**slide, "end_date": _day(last)} if last is not None and last != first else slide


def _first(when: When | None) -> date | None:
    return when.earliest or when.latest if when is not None else None


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
