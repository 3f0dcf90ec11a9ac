"""The case in lines for the terminal; each thing shown carries the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.cli.wording import Names, heading, named, reading_line, stated, wrapped
from sayso.dossier.phrases import counted, value_words, when
from sayso.errors import InputError
from sayso.fusion.framing import Wording, framings
from sayso.model import Claim, Document, Estimate, Event, Role
from sayso.store import View

# From so many words of an account's own a share of them says something.
_TELLING = 3
#: What is asked for the words by which accounts call actors and act.
WORDS = "words"
# The widest that a column of the table grows for its words.
_COLUMN = 44
_ROLES = {Role.MAIN: "the event", Role.PART: "a part", Role.MENTIONED: "only mentioned"}


def told(view: View, what: str | None) -> Iterator[str]:
    """The record, or what is named: a slot, an event, a document, a claim.

    Raises:
        InputError: the case has nothing of that name.
    """
    if what is None:
        return record(view)
    if what == WORDS:
        return framing_lines(view)
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
        f"the case has no slot, event, document or claim {what!r}, and it is not {WORDS!r}; its slots: {', '.join(sorted(slots)) or 'none'}; "
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
        yield heading(_heading(event, names))
        yield from _table(estimates.get(event.id, ()), names)
    passing = [event for event in names.events.values() if event.role is Role.MENTIONED and event.claims]
    if passing:
        yield heading("Only mentioned, kept apart")
        yield from (wrapped(f"  {event.id}  {_event_words(event, '')}", indent=4) for event in passing)


def slot_lines(view: View, slot: str) -> Iterator[str]:
    """Every estimate of a slot: its readings, its reasons, and each account's words."""
    names = named(view)
    claims = {claim.id: claim for claim in view.claims(slot=slot)}
    for estimate in view.estimates():
        if estimate.slot == slot:
            yield f"{names.slot(estimate)}: {stated(estimate)}   {estimate.status.upper()}"
            yield wrapped(f"  {estimate.why}")
            for reading in estimate.readings:
                told = [claims[one] for one in reading.claims if one in claims]
                yield f"  {reading_line(reading, told)}"
                yield from map(_quote, told)
            yield ""


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
    sources = {source.id: source.name for source in view.sources()}
    source = sources.get(document.source or "", "source unknown")
    published = when(document.published) if document.published is not None else "undated"
    yield f"  {', '.join(document.names)} · {source} · {published} · {document.language}"
    yield heading("Claims")
    yield from (_quote(claim) for claim in view.claims(document=document.id))
    refused = [refusal for refusal in view.refusals() if refusal.document == document.id]
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


def framing_lines(view: View) -> Iterator[str]:
    """By which words each account calls each actor and the act, and how far it stands from the others' wording."""
    names = named(view)
    found = framings(view.labels())
    if not found:
        yield "no account has a word for an actor or the act"
    for one in found:
        group = names.codebook.fusion.groups.get(one.group or "")
        plain = (one.group or "").replace("_", " ")
        whom = names.entities.get(one.entity or "", group.display if group is not None else plain)
        yield heading(whom[:1].upper() + whom[1:])
        for document in dict.fromkeys(wording.document for wording in one.wordings):
            told = [wording for wording in one.wordings if wording.document == document]
            said = ", ".join(_wording(wording) for wording in told)
            is_telling = sum(wording.count for wording in told if wording.is_own) >= _TELLING
            far = (
                f"; {one.apart[document]:.0%} of its own words are no other account's"
                if is_telling and one.apart
                else ""
            )
            yield wrapped(f"  {document}: {said}{far}", indent=4)


def _wording(one: Wording) -> str:
    """A word with its count, in quotation marks where it is not the account's own."""
    term = one.term if one.is_own else f"“{one.term}” ({one.voice})"
    return f"{term} ×{one.count}" if one.count > 1 else term


def passages(view: View, words: str) -> Iterator[str]:
    """Passages that hold all of these words."""
    found = view.find(words)
    if not found:
        yield f"No passage holds {words!r}."
    for passage in found:
        yield wrapped(f"{passage.document}:{passage.start}  {' '.join(passage.shown.split())}", indent=4)


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
