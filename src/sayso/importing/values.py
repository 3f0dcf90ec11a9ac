"""The value of a coded row: from the columns of its parts where they are given, else read from its words as the accounts are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sayso.codebook import SlotWords
from sayso.errors import InputError
from sayso.model import Claim, Duration, Figure, Place, Qualifier, Value, When
from sayso.typed import typed

Cells = Mapping[str, str]


def value_of(cells: Cells, slot: SlotWords, quote: str, old: Claim | None) -> Value:
    """The value of a row; where none is coded, the quote's own.

    The columns of its parts count only where the words in `value` are those of the claim that the row names, or where it names
    none: who changes "about 80" to "72" need not mend `low` and `high`.

    Raises:
        SaysoError: the words cannot be read as a value of that slot, or a part is no number or date.
    """
    words = cells.get("value") or quote
    is_changed = old is not None and "value" in cells and cells["value"] != old.value.text
    made = None if is_changed else _from_parts(cells, slot.kind, words)
    unit = cells.get("unit") or ("people" if slot.counts == "people" else (slot.counts or ""))
    return made if made is not None else typed(words, slot.kind, unit or "people")


def _from_parts(cells: Cells, kind: str, words: str) -> Value | None:
    """A value from its own columns; None where they are empty."""
    maker = _MAKERS.get(kind)
    try:
        return maker(cells, words) if maker is not None else None
    except ValueError as error:
        raise InputError(f"the parts of the value {words!r} cannot be read: {error}") from error


def _figure(cells: Cells, words: str) -> Value | None:
    low, high = _number(cells, "low"), _number(cells, "high")
    if low is None and high is None:
        return None
    return Figure(low, high, cells.get("unit") or "people", _qualifier(cells, low, high), words)


def _duration(cells: Cells, words: str) -> Value | None:
    low, high = _number(cells, "low"), _number(cells, "high")
    if (low is None and high is None) or not cells.get("unit"):
        return None
    return Duration(low, high, cells["unit"], _qualifier(cells, low, high), words)


def _when(cells: Cells, words: str) -> Value | None:
    if not cells.get("edtf"):
        return None
    return When(cells["edtf"], _day(cells, "earliest"), _day(cells, "latest"), cells.get("time") or None, words)


def _place(cells: Cells, words: str) -> Value | None:
    if not cells.get("name"):
        return None
    inside = tuple(part for part in cells.get("inside", "").split("; ") if part)
    precision = int(cells["precision"]) if cells.get("precision") else None
    point = _number(cells, "latitude"), _number(cells, "longitude")
    return Place(cells["name"], inside, cells.get("country") or None, *point, precision, words)


_MAKERS: Mapping[str, Callable[[Cells, str], Value | None]] = {
    "figure": _figure,
    "duration": _duration,
    "when": _when,
    "place": _place,
}


def _qualifier(cells: Cells, low: float | None, high: float | None) -> Qualifier:
    """How it was said; where that is not coded, exact for one number and between for two."""
    told = cells.get("qualifier")
    return Qualifier(told) if told else Qualifier.EXACT if low == high else Qualifier.BETWEEN


def _number(cells: Cells, name: str) -> float | None:
    told = cells.get(name)
    if not told:
        return None
    number = float(told)
    return int(number) if number.is_integer() and name in ("low", "high") else number


def _day(cells: Cells, name: str) -> date | None:
    return date.fromisoformat(cells[name]) if cells.get(name) else None
