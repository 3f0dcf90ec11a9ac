"""A case as the formats ask for it: estimates by event, events with their parts, who publishes, what is in dispute."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sayso.codebook import Codebook
from sayso.export import kept
from sayso.export.left import Left
from sayso.model import (
    Actor,
    Document,
    Entity,
    Estimate,
    Event,
    Figure,
    JudgementKind,
    Place,
    Qualifier,
    Role,
    Value,
    Verdict,
    When,
    standing,
)
from sayso.normalisation import places_countries
from sayso.store import View

# Findings that belong beside a figure: what differs, what does not add up, what was likely meant.
_DISPUTES = ("contradiction", "impossible", "loose", "outlier", "typo", "modality", "self_contradiction")


@dataclass(frozen=True, slots=True)
class Told:
    """What a case holds beside its claims, each thing found by what it belongs to and read when it is asked for.

    `corrected` are the ids of claims whose value a person put right.
    """

    view: View
    codebook: Codebook
    events: Mapping[str, Event]
    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    publishers: Mapping[str, str]
    estimates: Mapping[str, tuple[Estimate, ...]]
    numbers: Mapping[str, int]
    corrected: frozenset[str]

    def publisher(self, document: str) -> str:
        """Who publishes a document; where that is not known, its title, else its id."""
        known = self.documents[document]
        return self.publishers.get(known.source or "") or known.title or known.id

    def entity_name(self, entity: str | None) -> str | None:
        """The name of an entity by its id; None where there is none."""
        known = self.entities.get(entity or "")
        return known.name if known is not None else None

    def parts(self, event: Event) -> tuple[Event, ...]:
        """The parts of an event, by date."""
        return self.view.parts(event.id)

    def whole(self, event: Event) -> Event:
        """The event a part is of; itself where it is none."""
        return self.events.get(event.part_of or "", event)

    def of(self, event: Event, slot: str) -> tuple[Estimate, ...]:
        """What can be stated of one slot of an event, group by group."""
        return tuple(one for one in self.estimates.get(event.id, ()) if one.slot == slot)

    def counts(self, event: Event, slot: str) -> dict[str, Estimate]:
        """The estimates of a slot that count a group, by group; a count of no named group is of all."""
        return {one.group or "total": one for one in self.of(event, slot) if one.about is None}

    def named(self, event: Event, slot: str) -> tuple[str, ...]:
        """The actors that answer a slot of an event or, where it has none, of its whole; the best ones first."""
        for one in (event, self.whole(event)):
            asked = sorted(self.of(one, slot), key=_support)
            names = [name for estimate in asked for name in self._actors(estimate)]
            if names:
                return tuple(dict.fromkeys(names))
        return ()

    def _actors(self, estimate: Estimate) -> Iterator[str]:
        """An actor by the name of its entity; where none is joined, by the names that are told."""
        entity = self.entities.get(estimate.about or "")
        if entity is not None:
            yield entity.name
            return
        values = [estimate.best, *(reading.value for reading in estimate.readings)]
        yield from (value.name or value.text for value in values if isinstance(value, Actor))

    def words(self, event: Event, slot: str) -> tuple[str, ...]:
        """The texts that answer a slot of an event or its parts."""
        asked = [one for of in (event, *self.parts(event)) for one in self.of(of, slot)]
        return tuple(dict.fromkeys(reading.value.text for one in asked for reading in one.readings))

    def speakers(self, event: Event, slot: str) -> tuple[str, ...]:
        """Who is quoted for a slot of an event, in the order of the documents."""
        claims = (claim for claim in self.view.claims(event=event.id, slot=slot) if claim.attribution)
        return tuple(dict.fromkeys(claim.attribution[0].speaker for claim in claims))

    def disputes(self, event: Event) -> str:
        """What the accounts differ in on an event, in sentences."""
        return " ".join(one.message for one in self.view.findings(event.id) if one.kind in _DISPUTES)


def passing(told: Told) -> tuple[Left, ...]:
    """The events that are only mentioned: other ones than those of the case."""
    why = "only mentioned: it is another event than that of the case"
    return tuple(Left(event.title, why) for event in told.events.values() if event.role is Role.MENTIONED)


def told(view: View) -> Told:
    """The case of a view."""
    return Told(
        view,
        view.codebook,
        kept.Kept(view, "events"),
        kept.documents(view),
        kept.Kept(view, "entities"),
        {one.id: one.name for one in view.each("sources")},
        kept.Estimates(view),
        kept.index(view, "documents"),
        frozenset(
            target.claim
            for one in standing(view.judgements())
            if one.kind is JudgementKind.CORRECT
            for target in one.targets
        ),
    )


def _support(estimate: Estimate) -> tuple[int, str]:
    """The order of actors: those whom the most documents name come first."""
    documents = {document for reading in estimate.readings for document in reading.documents}
    return -len(documents), estimate.id


def ruled(estimate: Estimate, rule: str) -> Verdict:
    """What a house rule gives; where the codebook has no such rule or it does not speak of this, the case's own."""
    verdict = estimate.by_rule.get(rule)
    if verdict is not None and not verdict.not_covered:
        return verdict
    return Verdict(estimate.best, estimate.low, estimate.high, estimate.why, not_covered=False)


def said(value: Value | None) -> int | None:
    """The one number that a figure was said with, hedged or not; None where it was told in vague words or as a range.

    >>> said(Figure(450, 499, "people", Qualifier.NEARLY, "nearly 500"))
    500
    """
    if not isinstance(value, Figure):
        return None
    match value.qualifier:
        case Qualifier.VAGUE | Qualifier.BETWEEN | Qualifier.LESS_THAN | Qualifier.AT_MOST:
            number = value.low if value.low == value.high else None
        case Qualifier.NEARLY if value.high is not None:
            number = value.high + 1
        case Qualifier.ABOUT if value.low is not None and value.high is not None:
            number = (value.low + value.high) / 2
        case _:
            number = value.low
    return None if number is None else round(number)


def days(told: Told, event: Event) -> tuple[date | None, date | None]:
    """The first and the last day of an event: from what can be stated of its start and end, else from the event itself."""
    starts = when_of(told, event, "date_start")
    ends = when_of(told, event, "date_end")
    when = event.when
    first = starts.earliest if starts is not None and starts.earliest else (when.earliest if when else None)
    last = ends.latest if ends is not None and ends.latest else None
    if last is None:
        last = starts.latest if starts is not None and _is_short(told, event) else (when.latest if when else None)
    last = last or first
    first = first or last
    return (first, last) if first is None or last is None or first <= last else (first, first)


def start(told: Told, event: Event) -> tuple[date | None, date | None]:
    """The first and the last day on which an event can have begun."""
    begun = when_of(told, event, "date_start") or event.when
    if begun is None:
        return None, None
    return begun.earliest or begun.latest, begun.latest or begun.earliest


def _is_short(told: Told, event: Event) -> bool:
    """Whether nothing but a start is known of an event that has no parts."""
    return not told.parts(event) and (event.when is None or event.role is Role.PART)


def when_of(told: Told, event: Event, slot: str) -> When | None:
    """What can be stated of a date of an event; None where nothing can."""
    return next((one.best for one in told.of(event, slot) if isinstance(one.best, When) and one.about is None), None)


def place_of(told: Told, event: Event) -> Place | None:
    """Where an event was: its own place, or that of its whole where the own one is less sharp and holds it."""
    own, whole = event.where, told.whole(event).where
    if own is None or whole is None:
        return own or whole
    return whole if _holds(own, whole) else own


def _holds(wide: Place, sharp: Place) -> bool:
    """Whether one place is known to lie within the other: "Oslo, Norway" in "Norway"."""
    return wide.country == sharp.country and wide.name in sharp.inside


def country_name(code: str | None) -> str | None:
    """The English name of a country by its ISO 3166-1 code."""
    country = places_countries.by_code(code) if code else None
    return country.name if country is not None else code
