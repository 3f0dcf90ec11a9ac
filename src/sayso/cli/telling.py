"""The case in lines for the terminal; each thing shown carries the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.cli.wording import Names, named, reading_line, stated, wrapped
from sayso.dossier.phrases import counted, value_words, when
from sayso.errors import InputError
from sayso.model import Claim, Document, Estimate, Event, Role
from sayso.store import View

_ROLES = {Role.MAIN: "the event", Role.PART: "a part", Role.MENTIONED: "only mentioned"}


def told(view: View, what: str | None) -> Iterator[str]:
    """The record, or what is named: a slot, an event, a document, a claim.

    Raises:
        InputError: the case has nothing of that name.
    """
    if what is None:
        return record(view)
    events = named(view).events
    if what in events:
        return event_lines(view, events[what])
    if any(document.id == what for document in view.documents()):
        return document_lines(view, view.document(what))
    slots = {estimate.slot for estimate in view.estimates()}
    if what in slots:
        return slot_lines(view, what)
    claim = next((one for one in view.claims() if one.id == what), None)
    if claim is not None:
        return claim_lines(claim)
    documents = [document.id for document in view.documents()][:12]
    raise InputError(
        f"the case has no slot, event, document or claim {what!r}; its slots: {', '.join(sorted(slots)) or 'none'}; "
        f"its documents: {', '.join(documents)}"
    )


def record(view: View) -> Iterator[str]:
    """What can be stated of each event, slot by slot."""
    header = view.header
    yield header.title
    yield f"{counted(view.count('documents'), 'document')}, {counted(view.count('claims'), 'claim')}; house rule {header.rule}"
    names = named(view)
    estimates: dict[str, list[Estimate]] = {}
    for estimate in view.estimates():
        estimates.setdefault(estimate.event, []).append(estimate)
    for event in names.events.values():
        if event.role is Role.MENTIONED:
            continue
        yield f"\n{_heading(event, names)}"
        yield from _table(estimates.get(event.id, ()), names)
    passing = [event for event in names.events.values() if event.role is Role.MENTIONED]
    if passing:
        yield "\nOnly mentioned, kept apart"
        yield from (wrapped(f"  {event.id}  {_event_words(event)}", indent=4) for event in passing)


def slot_lines(view: View, slot: str) -> Iterator[str]:
    """Every estimate of a slot: its readings, its reasons, and each account's words."""
    names = named(view)
    claims = {claim.id: claim for claim in view.claims(slot=slot)}
    for estimate in view.estimates():
        if estimate.slot == slot:
            yield f"{names.slot(estimate)}: {stated(estimate)}   {estimate.status.upper()}"
            yield wrapped(f"  {estimate.why}")
            for reading in estimate.readings:
                yield f"  {reading_line(reading)}"
                yield from (_quote(claims[one]) for one in reading.claims if one in claims)
            yield ""


def event_lines(view: View, event: Event) -> Iterator[str]:
    """One event: what can be stated, and the claims it rests on."""
    names = named(view)
    yield _heading(event, names)
    yield from (wrapped(f"  {why}", indent=4) for why in event.why)
    yield from _table(view.estimates(event.id), names)
    yield "\nClaims"
    yield from (_quote(claim) for claim in view.claims(event=event.id))


def document_lines(view: View, document: Document) -> Iterator[str]:
    """One account: its making, and all it claims."""
    yield document.title or document.id
    published = when(document.published) if document.published is not None else "undated"
    yield f"  {', '.join(document.names)} · {document.source or 'source unknown'} · {published} · {document.language}"
    yield "\nClaims"
    yield from (_quote(claim) for claim in view.claims(document=document.id))
    refused = [refusal for refusal in view.refusals() if refusal.document == document.id]
    if refused:
        yield "\nNot taken"
        yield from (wrapped(f"  “{refusal.quote}”: {refusal.reason}", indent=4) for refusal in refused)


def claim_lines(claim: Claim) -> Iterator[str]:
    """One claim in full."""
    yield f"{claim.id}: {claim.slot}{f' [{claim.group}]' if claim.group else ''} = {value_words(claim.value)}"
    yield f"  “{claim.quote}” ({claim.document}, characters {claim.start} to {claim.end})"
    yield f"  {claim.modality.value}" + "".join(
        f", {one.kind} from {one.speaker or 'nobody named'}" for one in claim.attribution
    )
    yield f"  extracted by {claim.extractor}"


def passages(view: View, words: str) -> Iterator[str]:
    """Passages that hold all of these words."""
    found = view.find(words)
    if not found:
        yield f"No passage holds {words!r}."
    for passage in found:
        yield wrapped(f"{passage.document}:{passage.start}  {' '.join(passage.shown.split())}", indent=4)


def _heading(event: Event, names: Names) -> str:
    return f"{event.id}  {_event_words(event)}" + (f" · {names.part(event)}" if event.role is Role.PART else "")


def _event_words(event: Event) -> str:
    parts = [event.title or event.type.replace("_", " "), _ROLES[event.role]]
    if event.when is not None:
        parts.append(when(event.when))
    if event.where is not None:
        parts.append(event.where.name)
    return " · ".join(parts)


def _table(estimates: Iterable[Estimate], names: Names) -> Iterator[str]:
    """One line an estimate: what, value, status, how many accounts."""
    for estimate in estimates:
        accounts = {document for reading in estimate.readings for document in reading.documents}
        label = names.slot(estimate)
        yield wrapped(
            f"  {label:<36} {stated(estimate):<32} {estimate.status.value}, {counted(len(accounts), 'account')}",
            indent=40,
        )


def _quote(claim: Claim) -> str:
    speaker = f", {claim.attribution[0].speaker}" if claim.attribution and claim.attribution[0].speaker else ""
    group = f" [{claim.group}]" if claim.group else ""
    return wrapped(
        f"    {claim.document}:{claim.start}  {claim.slot}{group} = {value_words(claim.value)}  "
        f"“{' '.join(claim.quote.split())}”  {claim.modality.value}{speaker}",
        indent=8,
    )
