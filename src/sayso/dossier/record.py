"""The record: every slot with its best value, its readings to scale, its status and what each account does for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.phrases import value_words
from sayso.dossier.rows import SECTIONS, SMALL, Row, Rows, RuleValue, is_large
from sayso.dossier.strip import Scale, Strip, Tick, scale_for, strip
from sayso.model import Duration, Figure, Reading, Status, Value, When

#: Above this many accounts a row sums its marks up in words.
FEW = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the record as drawn; `words` stand where no strip can."""

    row: Row
    strip: Strip | None
    words: str
    scale_note: str


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """Rows that share one axis."""

    title: str
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RuleHead:
    """A column of the rule switch; `follows` says where the rule was not read itself."""

    at: int
    name: str
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Record:
    """The record section with the switch of house rules above it."""

    groups: tuple[RecordGroup, ...]
    slots: int
    rules: tuple[RuleHead, ...]
    compared: tuple[Row, ...]
    same: int
    marks_fit: bool
    accounts: int


def build_record(gathered: Gathered, rows: Rows) -> Record:
    """Group the rows by section and by scale."""
    groups: list[RecordGroup] = []
    for section, title in enumerate(SECTIONS):
        chosen = [row for row in rows.all if row.section == section]
        groups.extend(_groups(gathered, title, chosen))
    compared = tuple(row for row in rows.all if row.is_split)
    covered = [row for row in rows.all if sum(value.covered for value in row.values) > 1]
    return Record(
        groups=tuple(groups),
        slots=len(rows.all),
        rules=_heads(gathered, rows),
        compared=compared,
        same=len(covered) - len(compared),
        marks_fit=len(gathered.documents) <= FEW,
        accounts=len(gathered.documents),
    )


def _heads(gathered: Gathered, rows: Rows) -> tuple[RuleHead, ...]:
    """The rules, the one in force first; a case without rows has none to switch."""
    if not rows.all:
        return ()
    return tuple(_head(gathered, value) for value in rows.all[0].values)


def _head(gathered: Gathered, value: RuleValue) -> RuleHead:
    rule = gathered.codebook.fusion.rules.get(value.name)
    says = rule.says if rule is not None else ""
    return RuleHead(value.rule, value.name, value.title, says)


def _groups(gathered: Gathered, title: str, rows: Sequence[Row]) -> list[RecordGroup]:
    if not rows:
        return []
    small, large = _by_size(rows)
    if small and large:
        halves = ((f"{title}: to {SMALL}", small), (f"{title}: above {SMALL}", large))
        return [_group(gathered, name, half) for name, half in halves]
    return [_group(gathered, title, rows)]


def _by_size(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Rows of small and of large figures; all in one where they are not figures of people."""
    if any(row.section != 1 for row in rows):
        return list(rows), []
    return [row for row in rows if not is_large(row.estimate)], [row for row in rows if is_large(row.estimate)]


def _group(gathered: Gathered, title: str, rows: Sequence[Row]) -> RecordGroup:
    """Dates share an axis, counts of people share one; a length of time or a quantity has its own and says so."""
    shared = [row for row in rows if _shares(row)]
    scale = scale_for(shared)
    lines = tuple(_line(gathered, row, scale if _shares(row) else None) for row in rows)
    return RecordGroup(title, scale.ticks if scale is not None else (), lines)


def _shares(row: Row) -> bool:
    values: list[Value] = [reading.value for reading in row.estimate.readings]
    if not values and row.estimate.best is not None:
        values = [row.estimate.best]
    if row.section == 0:
        if row.estimate.about is not None:
            return False
        return all(isinstance(value, When) for value in values)
    return row.section == 1 and all(isinstance(value, Figure) for value in values)


def _line(gathered: Gathered, row: Row, scale: Scale | None) -> Line:
    own = None
    if scale is None and _is_measured(row):
        own = scale_for([row])
    used = scale or own
    drawn = None if used is None or row.estimate.status is Status.LISTED else strip(gathered, row, used)
    note = ""
    if own is not None and drawn is not None:
        note = f"own scale: {own.ticks[0].text} to {own.ticks[-1].text}{_unit(row)}"
    return Line(row, drawn, "" if drawn is not None else _words(row), note)


def _is_measured(row: Row) -> bool:
    """True where there are lengths, amounts of one unit or dates to compare; one exact value needs no drawing."""
    values = [reading.value for reading in row.estimate.readings]
    if row.section not in (0, 1, 4) or not values:
        return False
    if len(values) == 1 and isinstance(values[0], Figure | Duration) and values[0].low == values[0].high:
        return False
    kinds = {value.unit if isinstance(value, Figure | Duration) else value.kind for value in values}
    return len(kinds) == 1 and isinstance(values[0], Figure | Duration | When) and (row.section != 0 or len(values) > 1)


def _unit(row: Row) -> str:
    value = row.estimate.readings[0].value
    unit = value.unit if isinstance(value, Figure | Duration) else ""
    if isinstance(value, Duration):
        return f" {unit}s"
    return "" if unit in ("", "people") else f" {unit}"


def _words(row: Row) -> str:
    """Readings in words, for slots that have no axis."""
    said = [_in_account(reading) for reading in row.estimate.readings]
    shown = " · ".join(said[:2])
    return f"{shown} · {len(said) - 2} more" if len(said) > 2 else shown if len(said) > 1 else ""


def _in_account(reading: Reading) -> str:
    """A reading as it was told, shortened to what a row can hold."""
    said = value_words(reading.value)
    return said if len(said) <= 44 else said[:42].rsplit(" ", 1)[0] + " …"
