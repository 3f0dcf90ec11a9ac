"""The first screen: what may be said and what may not, in ten seconds. A list with nothing to say is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.dossier.agreement import agreed, standing
from sayso.dossier.gathered import Gathered
from sayso.dossier.lines import Block, Caution, Piece, Sentence
from sayso.dossier.naming import in_numbers, part_name, statement, type_name
from sayso.dossier.nobody import nobody_says
from sayso.dossier.notconflicts import not_conflicts
from sayso.dossier.phrases import account_list, capital, counted, day, is_of_another_day, value_words, when
from sayso.dossier.quotes import modality, speaker
from sayso.dossier.ranking import LONGEST, ranked, shortened
from sayso.dossier.rows import Row, Rows, of_status
from sayso.model import Claim, Document, Event, Lineage, Modality, Status


@dataclass(frozen=True, slots=True)
class AccountHead:
    """An account in the head of the page."""

    number: int
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """Everything above the fold."""

    kind: str
    title: str
    when: tuple[Piece, ...]
    where: str
    accounts: tuple[AccountHead, ...]
    origins: str
    agree: tuple[Sentence, ...]
    agree_more: int
    standing: tuple[Sentence, ...]
    stop: tuple[Caution, ...]
    stop_more: int
    blocks: tuple[Block, ...]


def build_first_screen(gathered: Gathered, rows: Rows) -> FirstScreen:
    """Put together the first screen of a dossier that has a main event."""
    stop = ranked(gathered, of_status(rows.all, Status.ALLEGED, Status.DENIED, Status.CONTESTED))
    agree, agree_more = agreed(gathered, rows)
    main = gathered.main
    return FirstScreen(
        kind="" if main is None else type_name(gathered, main),
        title=capital(gathered.header.title if main is None else main.title or gathered.header.title),
        when=_when(gathered, rows),
        where=_where(gathered),
        accounts=tuple(_head(gathered, document) for document in gathered.documents),
        origins=origins_line(gathered),
        agree=agree,
        agree_more=agree_more,
        standing=standing(gathered, rows),
        stop=tuple(_warning(gathered, row) for row in stop[:LONGEST]),
        stop_more=max(0, len(stop) - LONGEST),
        blocks=tuple(block for block in _blocks(gathered, rows) if block.sentences),
    )


def published_words(document: Document) -> str:
    """When an account was public, as known."""
    return "undated" if document.published is None else when(document.published)


def origins_line(gathered: Gathered) -> str:
    """How far the accounts can be told apart as witnesses, never more than that."""
    copies = [edge for edge in gathered.lineage if edge.kind == "copies" and edge.from_document in gathered.number]
    total = len(gathered.documents)
    if total == 1:
        return "One account: nothing here can be compared."
    left = _apart(gathered, copies)
    heads = f"{counted(total, 'account')}, at most {counted(left, 'origin')}: "
    again = " Accounts of one outlet are one origin." if left < total - len({edge.document for edge in copies}) else ""
    if not copies:
        return f"{heads}no passage copied between them was found.{again} That is not proof that they are independent."
    said = "; ".join(
        f"[{gathered.number[edge.document]}] shares a passage with [{gathered.number[edge.from_document or '']}]"
        for edge in copies[:3]
    )
    return f"{heads}{said}.{again} Beyond that, independence is unproven."


def _apart(gathered: Gathered, copies: Sequence[Lineage]) -> int:
    """How many origins are left where copies and the accounts of one outlet count once."""
    first: dict[str, str] = {}
    heads = {one.id: first.setdefault(one.source, one.id) if one.source else one.id for one in gathered.documents}
    for edge in copies:
        gone, kept = heads[edge.document], heads[edge.from_document or edge.document]
        heads = {one: kept if head == gone else head for one, head in heads.items()}
    return max(1, len(set(heads.values())))


def _head(gathered: Gathered, document: Document) -> AccountHead:
    return AccountHead(gathered.number[document.id], gathered.outlets[document.id], published_words(document))


def _when(gathered: Gathered, rows: Rows) -> tuple[Piece, ...]:
    """First to last day of the event as the record has them, each with the accounts that give it."""
    main = gathered.main
    if main is None:
        return ()
    told = [_end(gathered, rows, slot) for slot in ("date_start", "date_end")]
    if told[0] is None and told[1] is None:
        return () if main.when is None else (Piece(when(main.when), strong=True),)
    start = told[0] or _known(main.when.earliest if main.when is not None else None)
    end = told[1] or _known(main.when.latest if main.when is not None else None)
    if end is None or start is None or start.text == end.text:
        return tuple(one for one in (start or end,) if one is not None)
    return start, Piece("to"), end


def _end(gathered: Gathered, rows: Rows, slot: str) -> Piece | None:
    """The best value of the event's first or last day; None where the record has none."""
    main = "" if gathered.main is None else gathered.main.id
    row = next((row for row in rows.all if (row.estimate.event, row.estimate.slot) == (main, slot)), None)
    if row is None or row.estimate.best is None:
        return None
    best = value_words(row.estimate.best)
    tellers = {
        one for reading in row.estimate.readings if value_words(reading.value) == best for one in reading.documents
    }
    return Piece(best, strong=True, refs=gathered.numbers(tuple(sorted(tellers))))


def _known(moment: date | None) -> Piece | None:
    return None if moment is None else Piece(day(moment), strong=True)


def _where(gathered: Gathered) -> str:
    place = None if gathered.main is None else gathered.main.where
    if place is None:
        return ""
    return ", ".join(dict.fromkeys(one for one in (place.name, *place.inside) if one))


def _warning(gathered: Gathered, row: Row) -> Caution:
    """Each account's own words on a question that is not settled; the same words are said once."""
    readings = row.estimate.readings
    rival = [reading for reading in readings if not reading.fits and not is_of_another_day(row.estimate, reading)]
    sharp = {one for reading in rival for one in reading.claims}
    order = [one for reading in readings for one in reading.claims if one in sharp]
    claims = [gathered.claims[one] for one in order if one in gathered.claims]
    if row.estimate.status is not Status.CONTESTED or not claims:
        claims = list(row.claims)
    said: dict[tuple[str, str], list[int]] = {}
    for claim in claims:
        numbers = said.setdefault((_quoted(claim), _by(claim)), [])
        if gathered.number[claim.document] not in numbers:
            numbers.append(gathered.number[claim.document])
    told = tuple(
        Piece(f"{words}\x1f{by}" if by else words, tuple(refs), quoted=True) for (words, by), refs in said.items()
    )
    return Caution(row.question, f"#{row.anchor}", row.estimate.status.value, told[:LONGEST], _note(gathered, row))


def _quoted(claim: Claim) -> str:
    """The words that carry the value, shortened."""
    words = claim.quote.replace("\n", " ")
    return words if len(words) <= 60 else words[:58].rsplit(" ", 1)[0] + " …"


def _by(claim: Claim) -> str:
    """Whose words they are and how they stand, where an account does not say so itself; a bare assertion needs none."""
    voice = speaker(claim)
    said = [] if voice == "own voice" else [f"by {voice}"]
    said += [] if claim.modality is Modality.ASSERTED and claim.polarity else [modality(claim)]
    return ", ".join(said)


def _note(gathered: Gathered, row: Row) -> str:
    """Coarser words that fit, and whether anything decides."""
    if row.estimate.status is not Status.CONTESTED:
        return ""
    coarse = [reading for reading in row.estimate.readings if reading.fits]
    said = [
        f"“{reading.value.text}” [{account_list(gathered.numbers(reading.documents))}] fits"
        + (
            " more than one."
            if len(reading.fits) > 1
            else f" {value_words(row.estimate.readings[reading.fits[0]].value)}."
        )
        for reading in coarse[:2]
    ]
    return " ".join([*said, "Nothing here decides."] if row.estimate.best is None else said)


def _blocks(gathered: Gathered, rows: Rows) -> tuple[Block, ...]:
    return (
        _single(gathered, rows),
        not_conflicts(gathered, rows),
        _slips(gathered),
        _kept_out(gathered),
        nobody_says(gathered),
        _could_not_know(gathered),
    )


def _single(gathered: Gathered, rows: Rows) -> Block:
    chosen = [row for row in ranked(gathered, of_status(rows.all, Status.SINGLE)) if not row.sum]
    return shortened("One account only", "s-single", [_one(gathered, row) for row in chosen], "#record")


def _one(gathered: Gathered, row: Row) -> Sentence:
    value = row.estimate.best or row.estimate.readings[0].value
    before, strong, after = statement(gathered, row.estimate, value)
    part = f" ({row.part})" if row.part and row.part not in before else ""
    refs = gathered.numbers(row.estimate.readings[0].documents) if row.estimate.readings else ()
    return Sentence((Piece(before), Piece(strong, href=f"#{row.anchor}"), Piece(f"{after}{part}", refs)))


def _slips(gathered: Gathered) -> Block:
    found = [finding for finding in gathered.findings if finding.kind == "typo"]
    said = [
        Sentence((Piece(in_numbers(gathered, finding.message), gathered.numbers(finding.documents)),))
        for finding in found
    ]
    return shortened("Slip of the pen", "g-slip", said, "#sums")


def _kept_out(gathered: Gathered) -> Block:
    """Other events, the most told first."""
    events = sorted(gathered.mentioned, key=_telling)
    told = [event for event in events if event.claims] or events
    said: dict[str, set[str]] = {}
    for event in [*told, *(event for event in events if event not in told)]:
        moment = "" if event.when is None or any(one.isdigit() for one in event.title) else f", {when(event.when)}"
        said.setdefault(f"{event.title}{moment}", set()).update(event.documents)
    sentences = [Sentence((Piece(words, gathered.numbers(tuple(sorted(by)))),)) for words, by in said.items()]
    return shortened("Kept out: other events", "g-out", sentences, "#mentioned")


def _telling(event: Event) -> tuple[bool, int, int, str]:
    """Events of a known type first, then those that most accounts mention."""
    return event.type == "other", -len(event.documents), -len(event.claims), event.id


def _could_not_know(gathered: Gathered) -> Block:
    """Accounts that were public before a part of the event, or before its end."""
    missed: dict[str, list[Document]] = {}
    for document in gathered.documents:
        later = [one for one in gathered.family if one.when and gathered.published_before(document, one.when.earliest)]
        if later:
            missed.setdefault(part_name(gathered, later[0]), []).append(document)
        elif _before_end(gathered, document):
            missed.setdefault("end", []).append(document)
    said = [_unknowing(gathered, documents, part) for part, documents in missed.items()]
    return shortened("Could not know", "g-could", said, "#time")


def _before_end(gathered: Gathered, document: Document) -> bool:
    main = gathered.main
    return main is not None and main.when is not None and gathered.published_before(document, main.when.latest)


def _unknowing(gathered: Gathered, documents: Sequence[Document], missed: str) -> Sentence:
    numbers = tuple(gathered.number[document.id] for document in documents)
    if len(documents) > 1:
        told = f"were published before the {missed}: their silence on it means nothing."
    else:
        moment = published_words(documents[0])
        told = f"was published on {moment}, before the {missed}: its silence on it means nothing."
    return Sentence((Piece("", numbers), Piece(told)))
