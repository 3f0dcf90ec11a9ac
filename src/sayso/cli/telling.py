"""The case in lines for the terminal; each thing shown carries the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sayso.cli.calling import calling_lines
from sayso.cli.paging import PAGE, Page, page
from sayso.cli.wording import Names, heading, named, reading_line, stated, wrapped
from sayso.dossier.phrases import counted, is_of_another_day, value_words, when
from sayso.errors import InputError
from sayso.model import Claim, Document, Estimate, Event, Role
from sayso.store import View

#: What is asked for the words by which accounts call actors and act.
WORDS = "words"
# The widest that a column of the table grows for its words.
_COLUMN = 44
_ROLES = {Role.MAIN: "the event", Role.PART: "a part", Role.MENTIONED: "only mentioned"}


def told(view: View, what: str | None, at: int = 1) -> Iterator[str]:
    """The record, or what is named: a slot, an event, a document, a claim; of what is long, one page.

    Raises:
        InputError: the case has nothing of that name, or no such page.
    """
    if what is None:
        return record(view, at)
    if what == WORDS:
        return calling_lines(view, at)
    if (event := view.known("events", what)) is not None:
        return event_lines(view, event)
    if view.has("documents", what):
        return document_lines(view, view.document(what))
    slots = view.slots()
    if what in slots:
        return slot_lines(view, what, at)
    claim = view.known("claims", what)
    if claim is not None:
        return claim_lines(claim)
    raise InputError(
        f"the case has no slot, event, document or claim {what!r}, and it is not {WORDS!r}; its slots: {', '.join(slots) or 'none'}; "
        f"its documents: {', '.join(islice(view.ids('documents'), 12))}"
    )


def record(view: View, at: int = 1) -> Iterator[str]:
    """What can be stated of each event, slot by slot; of many events, one page."""
    header, roles = view.header, view.roles()
    many = page(roles[Role.MAIN], at, "event")
    yield header.title
    yield f"{counted(view.count('documents'), 'document')}, {counted(view.count('claims'), 'claim')}; house rule {header.rule}"
    yield from many.opening
    names = named(view)
    for event in _shown(view, many):
        yield heading(_heading(event, names))
        yield from _table(view.estimates(event.id), names)
    if many.is_last:
        yield from _passing(view)
    yield from many.closing


def _shown(view: View, many: Page) -> Iterator[Event]:
    """The events of a page of the record, each with its parts."""
    if many.is_all:
        yield from (event for event in view.each("events") if event.role is not Role.MENTIONED)
        return
    for brief in islice(view.briefs(), many.first, many.last):
        yield view.event(brief.id)
        yield from view.parts(brief.id)


def _passing(view: View) -> Iterator[str]:
    """The events that are only mentioned, the first of many."""
    told = [event for event in view.each("events", role=Role.MENTIONED.value) if event.claims]
    if told:
        yield heading("Only mentioned, kept apart")
    yield from (wrapped(f"  {event.id}  {_event_words(event, '')}", indent=4) for event in told[:PAGE])
    if len(told) > PAGE:
        yield f"  and {len(told) - PAGE} more"


def slot_lines(view: View, slot: str, at: int = 1) -> Iterator[str]:
    """Every estimate of a slot: its readings, its reasons, and each account's words; of many, one page."""
    names = named(view)
    many = page(view.count("estimates", slot=slot), at, "answer")
    yield from many.opening
    for estimate in islice(view.each("estimates", slot=slot), many.first, many.last):
        yield f"{names.slot(estimate)}: {stated(estimate)}   {estimate.status.upper()}"
        yield wrapped(f"  {estimate.why}")
        for reading in estimate.readings:
            claims = (view.known("claims", one) for one in reading.claims)
            told = [claim for claim in claims if claim is not None and claim.slot == slot]
            aside = " (of something else, by the other accounts)" if is_of_another_day(estimate, reading) else ""
            yield f"  {reading_line(reading, told)}{aside}"
            yield from map(_quote, told)
        yield ""
    yield from many.closing


def event_lines(view: View, event: Event) -> Iterator[str]:
    """One event: what can be stated, and the claims it rests on."""
    names = named(view)
    yield _heading(event, names)
    yield from (wrapped(f"  {why}", indent=4) for why in event.why)
    yield from _table(view.estimates(event.id), names)
    yield heading("Claims")
    yield from (_quote(claim) for claim in view.claims(event=event.id))


def document_lines(view: View, document: Document) -> Iterator[str]:
    """One account: its making, and all it claims."""
    yield document.title or document.id
    known = view.known("sources", document.source or "")
    source = known.name if known is not None else "source unknown"
    published = when(document.published) if document.published is not None else "undated"
    yield f"  {', '.join(document.names)} · {source} · {published} · {document.language}"
    yield heading("Claims")
    yield from (_quote(claim) for claim in view.claims(document=document.id))
    refused = view.refusals(document.id)
    if refused:
        yield heading("Not taken")
        yield from (wrapped(f"  “{refusal.quote}”: {refusal.reason}", indent=4) for refusal in refused)


def claim_lines(claim: Claim) -> Iterator[str]:
    """One claim in full."""
    yield f"{claim.id}: {claim.slot}{f' [{claim.group}]' if claim.group else ''} = {value_words(claim.value)}"
    yield f"  “{claim.quote}” ({claim.document}, characters {claim.start} to {claim.end})"
    yield f"  {claim.modality.value}" + "".join(
        f", {one.kind} from {one.speaker or 'nobody named'}" for one in claim.attribution
    )
    share = claim.confidence
    measured = "" if share is None else f"; on the development cases {share:.0%} of such claims are right"
    yield f"  extracted by {claim.extractor}{measured}"


def passages(view: View, words: str, at: int = 1) -> Iterator[str]:
    """Passages that hold all of these words, best first; of many, one page."""
    found = view.places(words)
    if not found:
        yield f"No passage holds {words!r}."
        return
    many = page(len(found), at, "passage")
    yield from many.opening
    for passage in view.passages(words, found[many.first : many.last]):
        yield wrapped(f"{passage.document}:{passage.start}  {' '.join(passage.shown.split())}", indent=4)
    yield from many.closing


def _heading(event: Event, names: Names) -> str:
    return f"{event.id}  {_event_words(event, names.part(event) if event.role is Role.PART else _ROLES[event.role])}"


def _event_words(event: Event, role: str) -> str:
    """An event's title with what the title does not say of its role, time and place."""
    title = event.title or event.type.replace("_", " ")
    parts = [role]
    if event.when is not None:
        parts.append(when(event.when))
    if event.where is not None:
        parts.append(event.where.name)
    return " · ".join([title, *(part for part in parts if part.casefold() not in title.casefold())])


def _table(estimates: Iterable[Estimate], names: Names) -> Iterator[str]:
    """One line an estimate: what, value, status, how many accounts; long words push the rest of their line along."""
    rows = [(names.slot(one, with_part=False), stated(one), _standing(one)) for one in estimates]
    first, second = (min(_COLUMN, max((len(row[column]) for row in rows), default=0)) for column in (0, 1))
    for label, value, standing in rows:
        yield f"  {label:<{first}}  {value:<{second}}  {standing}"


def _standing(estimate: Estimate) -> str:
    """How the accounts stand to each other, and how many of them tell of it."""
    accounts = {document for reading in estimate.readings for document in reading.documents}
    told = counted(len(accounts), "account") if accounts else "a sum of ours" if estimate.derived_from else "no account"
    return f"{estimate.status.value}, {told}"


def _quote(claim: Claim) -> str:
    speaker = f", {claim.attribution[0].speaker}" if claim.attribution and claim.attribution[0].speaker else ""
    group = f" [{claim.group}]" if claim.group else ""
    return wrapped(
        f"    {claim.document}:{claim.start}  {claim.slot}{group} = {value_words(claim.value)}  "
        f"“{' '.join(claim.quote.split())}”  {claim.modality.value}{speaker}",
        indent=8,
    )
