"""Estimates and readings in a line each, as the terminal shows them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import typer

from sayso.codebook import Codebook
from sayso.dossier.phrases import bounds, counted, scope_words, value_words
from sayso.export.kept import Kept
from sayso.model import Claim, Duration, Entity, Estimate, Event, Figure, Reading, Role, Status, Value
from sayso.store import View

WIDTH = 100
# Values shown in the place of a best one, and the room they may take.
_SHOWN = 3
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Names:
    """The neutral names of a case's slots, groups, entities and events."""

    codebook: Codebook
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]

    def entity(self, name: str | None, otherwise: str) -> str:
        """The name of an entity; what is told otherwise where there is none."""
        known = self.entities.get(name or "")
        return known.name if known is not None else otherwise

    def slot(self, estimate: Estimate, *, with_part: bool = True) -> str:
        """What an estimate is of: its slot, whom it counts or is about, and the part of the event."""
        form = self.codebook.fusion.slots.get(estimate.slot)
        group = self.codebook.fusion.groups.get(estimate.group or "")
        words = form.display if form is not None else estimate.slot.replace("_", " ").capitalize()
        if estimate.group is not None and not words.lower().startswith(estimate.group):
            words += f", {group.display if group is not None else estimate.group.replace('_', ' ')}"
        if estimate.about is not None:
            words += f", {self.entity(estimate.about, estimate.about)}"
        event = self.events.get(estimate.event)
        if with_part and event is not None and event.role is Role.PART:
            words += f" ({self.part(event)})"
        return words

    def part(self, event: Event) -> str:
        """The name of a part."""
        return self.codebook.fusion.parts.get(event.part or "", event.part or event.title)


def named(view: View) -> Names:
    """The names of a case, each read when it is asked for."""
    return Names(view.codebook, Kept(view, "entities"), Kept(view, "events"))


def stated(estimate: Estimate) -> str:
    """What an estimate says: its best value with its bounds, or that there is none."""
    # The bounds of a length of time have no unit of their own.
    is_length = any(isinstance(reading.value, Duration) for reading in estimate.readings)
    span = "" if is_length else bounds(estimate.low, estimate.high)
    if estimate.best is None:
        return _without_best(estimate, span)
    best = value_words(estimate.best)
    return best if not span or span in best or (best in span.split(" to ")[:1] and span == best) else f"{best} ({span})"


def _without_best(estimate: Estimate, span: str) -> str:
    """The values themselves where they are few and short: a list, or what competes."""
    rivals = [reading.value for reading in estimate.readings if _is_within(reading.value, estimate)]
    values = list(dict.fromkeys(map(value_words, rivals)))
    word = "; " if estimate.status is Status.LISTED else " or "
    shown = word.join(values[:_SHOWN]) + (f"{word}{len(values) - _SHOWN} more" if len(values) > _SHOWN else "")
    if values and len(shown) <= _SHORT:
        return shown
    if estimate.status is Status.LISTED:
        return counted(len(values), "value")
    return f"no best value, {span}" if span else "no best value"


def _is_within(value: Value, estimate: Estimate) -> bool:
    """Whether a value is one of those between which the estimate lies, not a part or what held at another time."""
    if not isinstance(value, Figure) or estimate.low is None or estimate.high is None:
        return True
    low, high = estimate.low, estimate.high
    if isinstance(low, date) or isinstance(high, date):
        return True
    return low <= (low if value.low is None else value.low) and (high if value.high is None else value.high) <= high


def reading_line(reading: Reading, claims: Iterable[Claim]) -> str:
    """One of the values that are told, of what it counts only a part, and who tells it."""
    origins = (
        f", {counted(len(reading.origins), 'origin')}"
        if len(reading.origins) not in (0, len(reading.documents))
        else ""
    )
    part = scope_words(claims)
    return f"{value_words(reading.value)}{f', {part}' if part else ''}   [{', '.join(reading.documents)}{origins}]"


def heading(title: str) -> str:
    """A title with a line above; bold in a terminal, plain in a file (Typer strips what a file cannot show)."""
    return "\n" + typer.style(title, bold=True)


def wrapped(line: str, *, indent: int = 2) -> str:
    """A line folded to the width of the page, what follows set in."""
    return (
        textwrap.fill(
            line,
            WIDTH,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        )
        if len(line) > WIDTH
        else line
    )
