"""What changed between two cases, or two states of one: documents, and what can be stated, slot by slot.

Events are matched by the claims they share, and by their part, since an id follows from the earliest claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.export.naming import name_of, stated
from sayso.export.told import Told, told
from sayso.model import Estimate, Event, Role
from sayso.store import View


@dataclass(frozen=True, slots=True)
class Change:
    """One slot of one event; `before` or `after` is None where nothing was told of it.

    `by` are the documents that are new among those who tell it, or gone from them.
    """

    event: str
    slot: str
    before: str | None
    after: str | None
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """Documents that came, went or have another text; slots that changed; findings that came and went."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    rewritten: tuple[str, ...]
    changes: tuple[Change, ...]
    findings_came: tuple[str, ...]
    findings_went: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """True where both cases tell the same."""
        return self == Differences((), (), (), (), (), ())


def differences(old: View, new: View) -> Differences:
    """What is another in the new case than in the old one."""
    before, after = told(old), told(new)
    shared = before.documents.keys() & after.documents.keys()
    texts = {name for name in shared if before.documents[name].text_sha256 != after.documents[name].text_sha256}
    old_findings = dict.fromkeys(one.message for one in old.each("findings"))
    new_findings = dict.fromkeys(one.message for one in new.each("findings"))
    return Differences(
        tuple(name for name in after.documents if name not in before.documents),
        tuple(name for name in before.documents if name not in after.documents),
        tuple(sorted(texts)),
        tuple(_changes(before, after)),
        tuple(one for one in new_findings if one not in old_findings),
        tuple(one for one in old_findings if one not in new_findings),
    )


def lines(found: Differences) -> Iterator[str]:
    """The differences as lines to read."""
    for title, names in (("New", found.came), ("No longer there", found.went), ("Another text", found.rewritten)):
        if names:
            yield f"{title}: {', '.join(names)}"
    event = None
    for change in found.changes:
        if change.event != event:
            event = change.event
            yield f"\n{event}"
        by = f"   [{', '.join(change.by)}]" if change.by else ""
        yield f"  {change.slot}: {change.before or 'not told'} -> {change.after or 'no longer told'}{by}"
    for title, messages in (("To know, new", found.findings_came), ("No longer", found.findings_went)):
        if messages:
            yield f"\n{title}"
            yield from (f"  {message}" for message in messages)


def _changes(before: Told, after: Told) -> Iterator[Change]:
    """Slot by slot, in the order of the new case; what is told no more comes last within its event."""
    pairs = _pairs(before, after)
    for event in after.events.values():
        if event.role is not Role.MENTIONED:
            old = before.events.get(pairs.get(event.id, ""))
            yield from _of_event(before, after, old, event)
    matched = set(pairs.values())
    for event in before.events.values():
        if event.role is not Role.MENTIONED and event.id not in matched:
            yield from _of_event(before, after, event, None)


def _of_event(before: Told, after: Told, old: Event | None, new: Event | None) -> Iterator[Change]:
    olds, news = _by_slot(before, old), _by_slot(after, new)
    title = (new or old or next(iter(after.events.values()))).title
    for name in dict.fromkeys((*news, *olds)):
        first, last = olds.get(name), news.get(name)
        said, says = (stated(one) if one is not None else None for one in (first, last))
        if said != says:
            yield Change(title, name, said, says, _tellers(first, last))


def _pairs(before: Told, after: Told) -> Mapping[str, str]:
    """New events to old ones: those of one part that share the most claims; else, the only ones of a part."""
    pairs: dict[str, str] = {}
    for event in after.events.values():
        rivals = [one for one in before.events.values() if (one.role, one.part) == (event.role, event.part)]
        free = [one for one in rivals if one.id not in pairs.values()]
        best = max(free, key=lambda one: (len({*one.claims} & {*event.claims}), one.id == event.id), default=None)
        if best is None or event.role is Role.MENTIONED:
            continue
        if {*best.claims} & {*event.claims} or len(rivals) == 1:
            pairs[event.id] = best.id
    return pairs


def _by_slot(case: Told, event: Event | None) -> dict[str, Estimate]:
    """Estimates by their names, which hold across cases as the ids of entities do not."""
    if event is None:
        return {}
    return {name_of(case, one): one for one in case.estimates.get(event.id, ())}


def _tellers(old: Estimate | None, new: Estimate | None) -> tuple[str, ...]:
    """The documents that tell it in one case alone."""
    told_before, told_now = _documents(old), _documents(new)
    return tuple(sorted(told_before ^ told_now))


def _documents(estimate: Estimate | None) -> set[str]:
    return {name for reading in estimate.readings for name in reading.documents} if estimate is not None else set()
