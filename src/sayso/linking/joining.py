"""Joins what linking found back to claims and labels: the event, whom a claim is about, and entities by their mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.linking.words import fold
from sayso.model import Account, Actor, Attribution, Claim, Entity, Extent, Label

# One speaker: residents and officials are many.
_ONE = re.compile(r"(?:an?|the|one|its|his|her)\b.*[^s]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Register:
    """Where entities are mentioned: by document and place, and by name."""

    mentions: Mapping[str, Sequence[tuple[int, int, str]]]
    names: Mapping[str, Mapping[str, str]]
    people: frozenset[str] = frozenset()

    def at(self, document: str, extent: Extent) -> str | None:
        """The entity whose mention shares most with a stretch of a document."""
        placed = self.mentions.get(document, ())
        last = bisect_right(placed, (extent.end, 0, ""))
        best: tuple[int, int, str] | None = None
        for start, end, entity in placed[max(0, last - 12) : last]:
            shared = min(end, extent.end) - max(start, extent.start)
            if shared > 0 and (best is None or (shared, -start) > best[:2]):
                best = (shared, -start, entity)
        return best[2] if best is not None else None

    def apposed(self, document: str, speaker: Attribution) -> str | None:
        """The person whose name stands behind one speaker ("a nurse, Awa Diop")."""
        if speaker.speaker_end is None or not _ONE.match(speaker.speaker):
            return None
        behind = speaker.speaker_end + len(", ")
        placed = self.mentions.get(document, ())
        return next((entity for start, _, entity in placed if start == behind and entity in self.people), None)

    def called(self, document: str, name: str) -> str | None:
        """The entity that a document calls by a name."""
        return self.names.get(document, {}).get(fold(name))


def register(entities: Sequence[Entity]) -> Register:
    """List the mentions of all entities by document."""
    mentions: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for entity in entities:
        for mention in entity.mentions:
            mentions[mention.document].append((mention.start, mention.end, entity.id))
            for name in (mention.name, mention.quote):
                names[mention.document].setdefault(fold(name), entity.id)
    people = frozenset(entity.id for entity in entities if entity.kind == "person")
    return Register({document: sorted(placed) for document, placed in mentions.items()}, dict(names), people)


def join(accounts: Iterable[Account], event_of: Mapping[str, str], known: Register) -> tuple[Claim, ...]:
    """All claims with their event and entities, in the order of the case form."""
    joined = [_joined(claim, event_of.get(claim.id), known) for account in accounts for claim in account.claims]
    return tuple(sorted(_with_foundings(joined), key=_order))


def _order(claim: Claim) -> tuple[str, int, int, str, str, str]:
    return claim.document, claim.start, claim.end, claim.slot, claim.group or "", claim.id


def _with_foundings(claims: Sequence[Claim]) -> Iterator[Claim]:
    """When an organisation was founded is told of the event that it is held responsible for, wherever a text says it."""
    events: dict[str, str] = {}
    for claim in claims:
        if claim.slot == "perpetrator" and claim.about is not None and claim.event is not None:
            events.setdefault(claim.about, claim.event)
    for claim in claims:
        event = events.get(claim.about or "") if claim.slot == "founded" else None
        yield replace(claim, event=event) if event is not None else claim


def join_labels(accounts: Iterable[Account], known: Register) -> tuple[Label, ...]:
    """All labels with their entity, by document and place."""
    joined = (_labelled(label, known) for account in accounts for label in account.labels)
    return tuple(sorted(joined, key=lambda label: (label.document, label.start, label.end, label.term, label.voice)))


def _joined(claim: Claim, event: str | None, known: Register) -> Claim:
    about = known.at(claim.document, claim.about_span) if claim.about_span is not None else None
    value = claim.value
    if isinstance(value, Actor):
        entity = known.at(claim.document, Extent(claim.start, claim.end)) or known.called(claim.document, value.name)
        value = value if entity == value.entity else replace(value, entity=entity)
    attribution = tuple(_credited(claim.document, one, known) for one in claim.attribution)
    return replace(claim, event=event, about=about, value=value, attribution=attribution)


def _credited(document: str, attribution: Attribution, known: Register) -> Attribution:
    entity = None
    if attribution.speaker_start is not None and attribution.speaker_end is not None:
        entity = known.at(document, Extent(attribution.speaker_start, attribution.speaker_end))
        entity = entity or known.apposed(document, attribution)
    entity = entity or known.called(document, attribution.speaker)
    return attribution if entity == attribution.entity else replace(attribution, entity=entity)


def _labelled(label: Label, known: Register) -> Label:
    return replace(label, entity=known.at(label.document, Extent(label.start, label.end)) or label.entity)
