"""Where the accounts part: each disputed slot side by side, what kind of difference it is, and what would settle it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.naming import form
from sayso.dossier.quotes import Quote, quote
from sayso.dossier.ranking import ranked
from sayso.dossier.rows import Row, Rows, of_status
from sayso.model import Claim, Modality, Status

#: Sides shown in full; a reader goes to the row for more.
_SIDES = 8

_KINDS = {"count": "number", "time": "time", "who": "who or where", "act": "what was done"}

#: family -> what kind of evidence would decide; the words hold for any incident.
_SETTLES = {
    "count": "a list by name, or a count taken at the time by someone who was there",
    "time": "a document written on the day itself: a log, a wire report, a picture with its time",
    "who": "papers that name those concerned, or their own word",
    "act": "papers or pictures from the time; testimony by name",
}
_GRAVE = "forensic reports or court findings; testimony by name"
_ABOUT = "papers that name those concerned, or their own word"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: a value and the words of one account; `soft` where it fits several readings."""

    value: str
    soft: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class Difference:
    """One disputed slot; `kind` parts the plain words around the one to be printed strong."""

    row: Row
    title: str
    kind: tuple[str, str, str]
    sides: tuple[Side, ...]
    more: int
    settles: str


def build_parts(gathered: Gathered, rows: Rows) -> tuple[Difference, ...]:
    """The differences by weight."""
    disputed = ranked(gathered, of_status(rows.all, Status.ALLEGED, Status.DENIED, Status.CONTESTED, Status.OUTLIER))
    return tuple(_difference(gathered, row) for row in disputed)


def _difference(gathered: Gathered, row: Row) -> Difference:
    sides = _sides(gathered, row)
    settles = _ABOUT if row.estimate.about is not None else _SETTLES[row.family]
    if form(gathered, row.estimate.slot).grave:
        settles = _GRAVE
    return Difference(row, row.question, _kind(row), sides[:_SIDES], max(0, len(sides) - _SIDES), settles)


def _sides(gathered: Gathered, row: Row) -> tuple[Side, ...]:
    """One side an account and reading, in the order of readings; the claims that make no reading follow."""
    sides: list[Side] = []
    seen: set[tuple[str, str]] = set()
    coarse = {one for reading in row.estimate.readings if reading.fits for one in reading.claims}
    order = [one for reading in row.estimate.readings for one in reading.claims]
    claims = [gathered.claims[one] for one in order if one in gathered.claims]
    claims += [claim for claim in row.claims if claim.id not in set(order)]
    for claim in claims:
        card = quote(gathered, claim)
        if (claim.document, card.said) in seen:
            continue
        seen.add((claim.document, card.said))
        sides.append(Side(card.said, claim.id in coarse, card))
    return tuple(sides)


def _kind(row: Row) -> tuple[str, str, str]:
    """What kind of difference it is, in plain words."""
    claims = row.claims
    if row.estimate.status is Status.DENIED:
        return "A ", "denial", ": one puts it forward, another rejects it."
    if row.estimate.status is Status.ALLEGED:
        return "A difference of ", "voice", f": {_voices(claims)}. No two origins assert it."
    if row.estimate.status is Status.OUTLIER:
        return "One account stands ", "alone", " against four or more origins."
    return "A difference of ", _KINDS[row.family], ": the readings cannot all hold."


def _voices(claims: tuple[Claim, ...]) -> str:
    asserting = len({claim.document for claim in claims if claim.modality is Modality.ASSERTED and claim.polarity})
    passing = len({claim.document for claim in claims if claim.modality is not Modality.ASSERTED})
    if asserting == 0:
        return "it is only reported or alleged"
    stated = (
        "one account states it in its own voice"
        if asserting == 1
        else f"{asserting} accounts state it in their own voice"
    )
    passed = "another passes it on" if passing == 1 else f"{passing} pass it on"
    return f"{stated}; {passed}" if passing else stated
