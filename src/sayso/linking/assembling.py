"""From drafts to events: roles, names, ids and the words that say why, in the order of the case form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.codebook import Codebook
from sayso.linking import naming
from sayso.linking.mentioned import called
from sayso.linking.parts import Draft, agreed_type
from sayso.model import Document, Event, Role


@dataclass(frozen=True, slots=True)
class Assembled:
    """The events in order, and the event each claim is of."""

    events: tuple[Event, ...]
    event_of: Mapping[str, str]


def assemble(
    found: Sequence[tuple[Draft, Role]],
    documents: Mapping[str, Document],
    codebook: Codebook,
    moved: Sequence[tuple[str, str]],
) -> Assembled:
    """Make events of drafts and their roles; `moved` are claims that a person put beside another claim."""
    families = [_family(draft, role, documents, codebook) for draft, role in found]
    families = [family for family in families if family]
    families.sort(key=lambda family: (family[0].role is not Role.MAIN, by_date(family[0])))
    event_of = {claim: event.id for family in families for event in family for claim in event.claims}
    for claim, beside in moved:
        event_of[claim] = event_of[beside]
    events = tuple(event for family in families for event in family)
    return Assembled(_regathered(events, event_of) if moved else events, event_of)


def _family(draft: Draft, role: Role, documents: Mapping[str, Document], codebook: Codebook) -> list[Event]:
    """The whole and its parts by date; nothing of an event that is only mentioned and of which nothing is claimed."""
    whole = _event(draft, documents, codebook, None)
    parts = [_event(part, documents, codebook, whole) for part in draft.parts]
    told = [replace(part, part_of=whole.id) for part in sorted(parts, key=by_date) if part.claims]
    if role is Role.MENTIONED and not whole.claims and not told:
        return []
    if role is Role.MENTIONED:
        display = codebook.fusion.event_types.get(whole.type, whole.type.replace("_", " ").capitalize())
        whole = replace(whole, title=called(whole, draft, documents, display))
    return [replace(whole, role=role), *told]


def _event(draft: Draft, documents: Mapping[str, Document], codebook: Codebook, whole: Event | None) -> Event:
    kin = {name: shape.kin for name, shape in codebook.extraction.event_types.items()}
    event_type = agreed_type((teller.telling for teller in draft.tellers), kin) if whole is None else whole.type
    reach, place = naming.days_of(draft), naming.place_of(draft)
    display = codebook.fusion.event_types.get(event_type, event_type.replace("_", " ").capitalize())
    if draft.part is not None:
        display = codebook.fusion.parts.get(draft.part, draft.part.replace("_", " ").capitalize())
    where = place if place is not None or whole is None else whole.where
    return Event(
        id=naming.event_id(draft, documents, whole.id if whole is not None else ""),
        type=event_type,
        part=draft.part,
        stage=naming.stage_of(draft),
        title=naming.title_of(display, where, reach),
        role=Role.PART,
        part_of=None,
        when=naming.when_of(reach),
        where=where,
        documents=tuple(sorted({teller.document for teller in draft.listed})),
        claims=tuple(
            claim.id for teller in sorted(draft.listed, key=lambda one: one.document) for claim in teller.claims
        ),
        why=draft.why,
    )


def by_date(event: Event) -> tuple[str, str]:
    """Sorts events by their first day, those without one last."""
    day = event.when.earliest if event.when is not None else None
    return (day.isoformat() if day is not None else "9999", event.id)


def _regathered(events: Sequence[Event], event_of: Mapping[str, str]) -> tuple[Event, ...]:
    """The same events with their claims as they stand after moves."""
    claims: dict[str, list[str]] = {event.id: [] for event in events}
    for event in events:
        for claim in event.claims:
            claims[event_of[claim]].append(claim)
    return tuple(replace(event, claims=tuple(claims[event.id])) for event in events)
