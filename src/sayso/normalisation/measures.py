"""Measures in running text: money, weight, distance, percentages, temperatures and ages, each with its unit.

A measure is a number with the unit beside it; its bounds are those of the number, but not whole: "nearly $5" reaches $5.
"""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Figure, Qualifier
from sayso.normalisation import numbers, numerals, units, vagueness

KINDS = frozenset({"money", "weight", "distance", "area", "volume", "temperature", "percent", "age"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, at `text[start:end]`.

    Args:
        start: first character, the hedge and the sign of money included.
        end: one past the last, the unit's word included.
        low: least amount meant, in `unit`; None is open.
        high: greatest; None is open.
        unit: an ISO 4217 code for money (`XXX` where several countries share the currency's name), `t`, `kg`, `km`, `m` ...,
            `percent`, and `year` or `month` for ages.
        qualifier: how it was said.
        kind: `money`, `weight`, `distance`, `area`, `volume`, `temperature`, `percent` or `age`.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    qualifier: Qualifier
    kind: str


def find(text: str, found: tuple[numbers.Number, ...] | None = None) -> tuple[Measure, ...]:
    """Find every measure in a text.

    Args:
        text: any text.
        found: its numbers, where the caller has them already.

    >>> [(m.low, m.unit, m.kind) for m in find("US$35 million in bribes, 25-year-old Ruiz, 4 percent, 5 km")]
    [(35000000, 'USD', 'money'), (25, 'year', 'age'), (4, 'percent', 'percent'), (5, 'km', 'distance')]
    >>> [(m.low, m.high, text[m.start:m.end]) for text in ("more than $500 a day",) for m in find(text)]
    [(500, None, 'more than $500')]
    """
    lowered = numerals.lower(text)
    numbered = numbers.find(text) if found is None else found
    measures = (_measure(lowered, number) for number in numbered if number.not_because in KINDS)
    return tuple(measure for measure in measures if measure is not None)


def figure(measure: Measure, text: str) -> Figure:
    """Give a measure as the value of a claim; `text` is the text that it was found in."""
    return Figure(measure.low, measure.high, measure.unit, measure.qualifier, text[measure.start : measure.end])


def _measure(lowered: str, number: numbers.Number) -> Measure | None:
    low, high = vagueness.widen(*number.said, vagueness.hedge(number.hedge), whole=False)
    carried = units.around(lowered, number.core_start, number.core_end)
    if carried is None:
        if number.not_because != "age":
            return None
        return Measure(number.start, number.end, low, high, "year", number.qualifier, "age")
    start, end = min(number.start, carried.start), max(number.end, carried.end)
    return Measure(start, end, low, high, carried.unit.code, number.qualifier, carried.unit.kind)
