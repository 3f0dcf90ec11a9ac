"""The rows of the record: each estimate of the event with its name, its readings, its words and its accounts.

Rows are numbered once; record, matrix, first screen and the marks in the accounts all use the same number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.dossier.gathered import NOT_FACT, Gathered
from sayso.dossier.marks import Mark, marks
from sayso.dossier.naming import form, in_numbers, part_name, row_name, whom
from sayso.dossier.phrases import bounds, capital, counted, is_of_another_day, number, scope_words, small, value_words
from sayso.dossier.quotes import Quote, quote
from sayso.model import Actor, Claim, Duration, Estimate, Figure, Modality, Reading, Status, Value, Verdict, When

Key = tuple[str | None, str, str | None, str | None]

#: Figures above this are drawn on an axis of their own.
SMALL = 20

SECTIONS = ("When, where and how long", "How many", "What was done", "Who", "Other amounts")


@dataclass(frozen=True, slots=True)
class RuleValue:
    """What one house rule gives: `best` in words, `spread` its low to high; both empty where not covered."""

    rule: int
    name: str
    title: str
    best: str
    spread: str
    why: str
    covered: bool


@dataclass(frozen=True, slots=True)
class ReadingCard:
    """One reading with its quotes; `note` says its bounds, its accounts and its origins."""

    value: str
    note: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the record; `sum` is the sum in words where the figure is ours."""

    number: int
    name: str
    part: str
    question: str
    family: str
    section: int
    estimate: Estimate
    is_warned: bool
    values: tuple[RuleValue, ...]
    marks: tuple[Mark, ...]
    readings: tuple[ReadingCard, ...]
    aside: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    sum: str

    @property
    def anchor(self) -> str:
        """The id of the row on the page."""
        return f"s{self.number}"

    @property
    def is_split(self) -> bool:
        """True where house rules give different values."""
        return len({value.best or value.spread for value in self.values if value.covered}) > 1


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows in order, and the ways to find one."""

    all: tuple[Row, ...]
    by_estimate: Mapping[str, Row]
    by_claim: Mapping[str, Row]


def build_rows(gathered: Gathered) -> Rows:
    """Number the estimates in reading order and gather what each row shows."""
    told = _claims_by_key(gathered)
    shown = _told_once([one for one in gathered.estimates if one.readings or one.best is not None], gathered)
    estimates = sorted(shown, key=lambda estimate: _place(gathered, estimate))
    names = {estimate.id: full_name(gathered, estimate) for estimate in estimates}
    rows = tuple(_row(gathered, at, estimate, told, names) for at, estimate in enumerate(estimates, start=1))
    by_claim: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row.estimate.rolls_up):
        for claim in row.claims:
            by_claim.setdefault(claim.id, row)
    return Rows(rows, {row.estimate.id: row for row in rows}, by_claim)


def _told_once(estimates: list[Estimate], gathered: Gathered) -> list[Estimate]:
    """Leave out what a neighbour tells as well.

    A main event's figure that rests on the claims of one part alone is that part's, and is told there; a part's figure
    that the main event repeats with further claims is told for the whole.
    """
    main = "" if gathered.main is None else gathered.main.id
    families: dict[tuple[str, str | None, str | None], list[Estimate]] = {}
    for estimate in estimates:
        families.setdefault((estimate.slot, estimate.group, estimate.about), []).append(estimate)
    dropped: set[str] = set()
    for family in families.values():
        whole = next((one for one in family if one.event == main), None)
        if whole is None:
            continue
        for part in family:
            if part is whole:
                continue
            if whole.readings and _ids(part) >= _ids(whole):
                dropped.add(whole.id)
            elif _ids(part) <= _ids(whole) and _gist(part) == _gist(whole):
                dropped.add(part.id)
    return [estimate for estimate in estimates if estimate.id not in dropped]


def _gist(estimate: Estimate) -> tuple[str, Status]:
    return "" if estimate.best is None else value_words(estimate.best), estimate.status


def _ids(estimate: Estimate) -> set[str]:
    return {one for reading in estimate.readings for one in reading.claims}


def full_name(gathered: Gathered, estimate: Estimate) -> str:
    """The row's name with the part it speaks of."""
    part = part_of(gathered, estimate)
    name = row_name(gathered, estimate)
    return f"{capital(part)}: {small(name)}" if part else name


def part_of(gathered: Gathered, estimate: Estimate) -> str:
    """The part an estimate speaks of, or nothing for the main event."""
    return next((part_name(gathered, event) for event in gathered.parts if event.id == estimate.event), "")


def _claims_by_key(gathered: Gathered) -> dict[Key, list[Claim]]:
    family = {event.id for event in gathered.family}
    told: dict[Key, list[Claim]] = {}
    for claim in gathered.claims.values():
        if claim.event not in family:
            continue
        told.setdefault((claim.event, claim.slot, claim.group, claim.about), []).append(claim)
    return told


def _section(gathered: Gathered, estimate: Estimate) -> int:
    """Which section of the record a row belongs to."""
    shown = form(gathered, estimate.slot)
    known = gathered.codebook.extraction.slots.get(estimate.slot)
    if shown.family == "time" or (known is not None and known.kind == "place"):
        return 0
    if shown.family == "count":
        return 1 if known is None or known.counts == "people" else 4
    return 2 if shown.family == "act" else 3


def _place(gathered: Gathered, estimate: Estimate) -> tuple[int, bool, int, int, str, str]:
    """Reading order: section, small figures before large, the codebook's slots, main before parts, then group."""
    slots = list(gathered.codebook.fusion.slots)
    slot = slots.index(estimate.slot) if estimate.slot in slots else len(slots)
    event = [one.id for one in gathered.family].index(estimate.event)
    section = _section(gathered, estimate)
    return section, section == 1 and is_large(estimate), slot, event, estimate.group or "", estimate.id


def is_large(estimate: Estimate) -> bool:
    """True where a figure would push small ones to zero, were they drawn on one axis."""
    values = [reading.value for reading in estimate.readings] + ([] if estimate.best is None else [estimate.best])
    tops = [value.high if value.high is not None else value.low for value in values if isinstance(value, Figure)]
    return any(top is not None and top > SMALL for top in tops)


def question_of(gathered: Gathered, estimate: Estimate) -> str:
    """The slot's question, with group and part where they are not understood."""
    asked = form(gathered, estimate.slot).question or f"{row_name(gathered, estimate)}?"
    also = {one.event for one in gathered.estimates if one.slot == estimate.slot}
    about = gathered.entities.get(estimate.about or "")
    part = part_of(gathered, estimate) if len(also) > 1 else ""
    named = [one for one in (whom(gathered, estimate), about.name if about else "", part) if one]
    return f"{asked} ({', '.join(named)})" if named else asked


def _row(
    gathered: Gathered, at: int, estimate: Estimate, told: Mapping[Key, list[Claim]], names: Mapping[str, str]
) -> Row:
    shown = form(gathered, estimate.slot)
    counted_ids = {one for reading in estimate.readings for one in reading.claims}
    counted_claims = [gathered.claims[one] for one in sorted(counted_ids) if one in gathered.claims]
    aside = [
        claim
        for claim in told.get((estimate.event, estimate.slot, estimate.group, estimate.about), [])
        if claim.id not in counted_ids
    ]
    claims = (*counted_claims, *aside)
    return Row(
        number=at,
        name=names[estimate.id],
        part=part_of(gathered, estimate),
        question=question_of(gathered, estimate),
        family=shown.family,
        section=_section(gathered, estimate),
        estimate=estimate,
        is_warned=estimate.status in NOT_FACT,
        values=rule_values(gathered, estimate),
        marks=marks(gathered, estimate, claims, _elsewhere(estimate, told)),
        readings=tuple(_card(gathered, reading, estimate) for reading in estimate.readings),
        aside=tuple(quote(gathered, claim, out=_why_aside(gathered, claim)) for claim in aside),
        claims=tuple(sorted(claims, key=lambda claim: (gathered.number[claim.document], claim.start, claim.id))),
        sum=_sum(gathered, estimate),
    )


def _elsewhere(estimate: Estimate, told: Mapping[Key, list[Claim]]) -> set[str]:
    """Documents that tell of this slot and group for another part of the event."""
    return {
        claim.document
        for (event, slot, group, _), claims in told.items()
        if event != estimate.event and (slot, group) == (estimate.slot, estimate.group)
        for claim in claims
    }


def _why_aside(gathered: Gathered, claim: Claim) -> str:
    if claim.id in gathered.slips:
        return "taken for a slip; makes no reading"
    if not claim.polarity:
        return "told as not so; makes no reading"
    if claim.modality in (Modality.DENIED, Modality.HYPOTHETICAL, Modality.PLANNED):
        return f"{claim.modality.value}; makes no reading"
    return "told as well; widens nothing"


def _card(gathered: Gathered, reading: Reading, estimate: Estimate) -> ReadingCard:
    """A reading with its quotes in the order of the accounts."""
    claims = sorted(
        (gathered.claims[one] for one in reading.claims if one in gathered.claims),
        key=lambda claim: (gathered.number[claim.document], claim.start),
    )
    note = _note(reading, claims)
    note = f"of something else, by the other accounts; {note}" if is_of_another_day(estimate, reading) else note
    return ReadingCard(value_words(reading.value), note, tuple(quote(gathered, claim) for claim in claims))


def _note(reading: Reading, claims: Sequence[Claim]) -> str:
    said = [part] if (part := scope_words(claims)) else []
    value = reading.value
    if isinstance(value, Figure | Duration) and value.low != value.high:
        said.append(bounds(value.low, value.high))
    if isinstance(value, When) and value.text and value.text.lower() not in value_words(value).lower():
        said.append(f"told as “{value.text}”")
    said.append(counted(len(reading.documents), "account"))
    if len(reading.documents) > 1:
        said.append(f"at most {counted(len(reading.origins), 'origin')}")
    if reading.fits:
        said.append("coarser; fits, widens nothing")
    return "; ".join(said)


def rule_values(gathered: Gathered, estimate: Estimate) -> tuple[RuleValue, ...]:
    """What each house rule gives, the rule in force first."""
    rules = gathered.codebook.fusion.rules
    names = [estimate.rule, *(name for name in rules if name != estimate.rule)]
    return tuple(_rule_value(gathered, estimate, at, name) for at, name in enumerate(names))


def _rule_value(gathered: Gathered, estimate: Estimate, at: int, name: str) -> RuleValue:
    known = gathered.codebook.fusion.rules.get(name)
    title = known.title if known is not None else name
    verdict = estimate.by_rule.get(name)
    if verdict is None and name == estimate.rule:
        verdict = Verdict(estimate.best, estimate.low, estimate.high, estimate.why, not_covered=False)
    if verdict is None or verdict.not_covered:
        return RuleValue(at, name, title, "", "", "", covered=False)
    best = "" if verdict.best is None else _named(gathered, verdict.best)
    if estimate.status is Status.LISTED:
        return RuleValue(
            at, name, title, f"{len(estimate.readings)} told", "a list: all can hold", verdict.why, covered=True
        )
    between = "" if verdict.best is not None and verdict.low == verdict.high else bounds(verdict.low, verdict.high)
    if between:
        between += _length_unit(estimate)
    why = in_numbers(gathered, verdict.why)
    return RuleValue(at, name, title, best, "" if between == best else between, why, covered=True)


def _length_unit(estimate: Estimate) -> str:
    """The unit of low and high: that of the lengths told, days where they differ in it."""
    units = {reading.value.unit for reading in estimate.readings if isinstance(reading.value, Duration)}
    return "" if not units else f" {units.pop()}s" if len(units) == 1 else " days"


def _named(gathered: Gathered, value: Value) -> str:
    """A value in words; an actor by the name that the accounts share."""
    known = gathered.entities.get(value.entity or "") if isinstance(value, Actor) else None
    return value_words(value) if known is None else known.name


def _sum(gathered: Gathered, estimate: Estimate) -> str:
    """The terms of a figure that no account states ("1 + 2 + 9"); empty where it is told."""
    terms = {one.id: one for one in gathered.estimates}
    parts = [terms[one] for one in estimate.derived_from if one in terms]
    if not parts or estimate.best is None:
        return ""
    return " + ".join(_term(part) for part in parts)


def _term(estimate: Estimate) -> str:
    if isinstance(estimate.best, Figure) and estimate.best.low is not None:
        return number(estimate.best.low)
    return "?" if estimate.best is None else value_words(estimate.best)


def of_status(rows: Sequence[Row], *statuses: Status) -> tuple[Row, ...]:
    """The rows of these statuses, in order."""
    return tuple(row for row in rows if row.estimate.status in statuses)
