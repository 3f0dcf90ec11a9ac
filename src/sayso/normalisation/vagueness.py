"""How wide a word is: hedges and vague words as intervals, from the one table in `vagueness.yaml`.

Nothing outside this module turns a hedge or a vague word into bounds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sayso.model import Qualifier
from sayso.normalisation.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Bounds = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Hedge:
    """One row of hedges: the words, and what they make of the number said.

    Args:
        qualifier: the name of the row.
        before: words that stand before the number.
        after: words that stand after it.
        low: factor of the lower bound.
        high: factor of the upper bound; None is open.
        excludes: the bound that the number said does not belong to (`low`, `high`), or None.
    """

    qualifier: Qualifier
    before: tuple[str, ...]
    after: tuple[str, ...]
    low: Fraction
    high: Fraction | None
    excludes: str | None


@dataclass(frozen=True, slots=True)
class VagueWord:
    """A word that is a number by itself; `times` where it may multiply a round number ("several hundred")."""

    low: int
    high: int | None
    times: bool

    def of(self, round_number: int) -> Bounds:
        """Multiply a round number: "several hundred" runs up to the last number before ten hundred."""
        return self.low * round_number, None if self.high is None else (self.high + 1) * round_number - 1


def _fraction(number: float | None) -> Fraction | None:
    return None if number is None else Fraction(str(number))


def _hedge(row: Mapping[str, Any]) -> Hedge:
    return Hedge(
        Qualifier(row["qualifier"]),
        tuple(row.get("before", ())),
        tuple(row.get("after", ())),
        Fraction(str(row["low"])),
        _fraction(row["high"]),
        row.get("excludes"),
    )


def _vague(rows: Iterable[Mapping[str, Any]]) -> dict[str, VagueWord]:
    return {word: VagueWord(row["low"], row["high"], row.get("times", False)) for row in rows for word in row["words"]}


_TABLE: Mapping[str, Any] = read_table((resources.files("sayso.normalisation") / "vagueness.yaml").read_bytes())
HEDGES: tuple[Hedge, ...] = tuple(map(_hedge, _TABLE["hedges"]))
BEFORE: Mapping[str, Hedge] = MappingProxyType({word: hedge for hedge in HEDGES for word in hedge.before})
AFTER: Mapping[str, Hedge] = MappingProxyType({word: hedge for hedge in HEDGES for word in hedge.after})
VAGUE: Mapping[str, VagueWord] = MappingProxyType(_vague(_TABLE["vague"]))
BOTH: Bounds = (_TABLE["both"]["low"], _TABLE["both"]["high"])
SLACK: Mapping[str, Fraction] = MappingProxyType({unit: Fraction(str(n)) for unit, n in _TABLE["slack"].items()})
WHOLE: Bounds = (_TABLE["whole"]["low"], _TABLE["whole"]["high"])


def hedge(words: str) -> Hedge | None:
    """Look up a hedge by its words, before or after a number; None where they are none.

    >>> hedge("at  least").qualifier.value
    'at_least'
    """
    key = " ".join(words.lower().split())
    return BEFORE.get(key) or AFTER.get(key)


def widen(low: float | None, high: float | None, by: Hedge | None, *, whole: bool = True) -> Bounds:
    """Apply a hedge to each number of an interval.

    Args:
        low: lower bound of what was said; None is open.
        high: upper bound; None is open.
        by: the hedge; None leaves the interval as it is.
        whole: whole things are counted (people), so that bounds are whole and an excluded bound moves by one.

    Returns:
        The closed interval meant; None is an open end.

    >>> widen(500, 500, hedge("nearly")), widen(500, 500, hedge("about")), widen(400, 400, hedge("more than"))
    ((450, 499), (450, 550), (401, None))
    >>> widen(5, 5, hedge("up to")), widen(35.5, 35.5, hedge("nearly"), whole=False)
    ((0, 5), (31.95, 35.5))
    """
    if by is None:
        return low, high
    least = _times(low, by.low)
    most = None if by.high is None else _times(high, by.high)
    if not whole:
        return _number(least), _number(most)
    floor = None if least is None else math.floor(least) + (by.excludes == "low")
    ceiling = None if most is None else math.ceil(most) - (by.excludes == "high")
    if ceiling is not None:
        ceiling = max(ceiling, 0)
        floor = None if floor is None else min(floor, ceiling)
    return floor, ceiling


def slacken(value: float, unit: str) -> Bounds:
    """Give a number of time units its slack: half a unit either way for weeks and longer, none for days and shorter.

    >>> slacken(4, "month"), slacken(2.5, "year"), slacken(126, "day")
    ((3.5, 4.5), (2.25, 2.75), (126, 126))
    """
    slack = SLACK.get(unit, Fraction(0))
    exact = Fraction(str(value))
    if exact.denominator != 1:
        slack /= 2
    return _number(max(exact - slack, Fraction(0))), _number(exact + slack)


def _times(bound: float | None, factor: Fraction) -> Fraction | None:
    return None if bound is None else Fraction(str(bound)) * factor


def _number(exact: Fraction | None) -> float | None:
    if exact is None:
        return None
    return int(exact) if exact.denominator == 1 else float(exact)
