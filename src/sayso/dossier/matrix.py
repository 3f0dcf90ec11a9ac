"""The matrix: what each account tells of each slot, in the shortest words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.rows import Row, Rows
from sayso.model import Status

#: Wider matrices are a spreadsheet's work; the export holds them whole.
_COLUMNS = 40

_PARTED = (Status.ALLEGED, Status.DENIED, Status.CONTESTED, Status.OUTLIER)


@dataclass(frozen=True, slots=True)
class Head:
    """A column: an account."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows against accounts; `hidden` accounts have no column."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Row, str], ...]
    hidden: int


def build_matrix(gathered: Gathered, rows: Rows) -> Matrix:
    """Every row with the filter it answers to."""
    heads = tuple(Head(at, gathered.outlets[one.id]) for at, one in enumerate(gathered.documents[:_COLUMNS], start=1))
    told = tuple((row, _filter(row)) for row in rows.all if row.claims)
    return Matrix(heads, told, len(gathered.documents) - len(heads))


def _filter(row: Row) -> str:
    if row.estimate.status in _PARTED:
        return "parted"
    return "single" if row.estimate.status is Status.SINGLE else ""
