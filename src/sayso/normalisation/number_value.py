"""The number found in a text: its place, its bounds and what speaks against its being a count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.model import Qualifier

if TYPE_CHECKING:
    from decimal import Decimal

    from sayso.normalisation.vagueness import Bounds

Kind = Literal["cardinal", "vague", "zero", "all", "fraction", "part", "ordinal", "article"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text.

    Args:
        start: first character of the whole expression, its hedge included.
        end: one past its last character.
        core_start: where the numeral itself begins.
        core_end: where it ends.
        low: least whole number meant; None is open.
        high: greatest; None is open.
        qualifier: how it was said.
        kind: `part` is "71 of 72" and "one of them"; `all` is "both", "all 14", "the rest".
        of: the whole of a part, where it is given.
        said: the bounds of the numeral without its hedge.
        hedge: the words of the hedge, in lower case; "" for none.
        not_because: why it is no count (`year`, `age`, `money` ...); None where nothing speaks against it.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    low: float | None
    high: float | None
    qualifier: Qualifier
    kind: Kind
    of: float | None = None
    said: Bounds = (None, None)
    hedge: str = ""
    not_because: str | None = None

    @property
    def is_count(self) -> bool:
        """Nothing speaks against its being a count of people or things."""
        return self.not_because is None


def plain(value: Decimal) -> float:
    """Give an exact value as a whole number where it is one, else as a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def uncounted(start: int, end: int, reason: str, value: Decimal | None = None) -> Number:
    """Make a number that counts nothing, and say why."""
    bound = None if value is None else plain(value)
    return Number(
        start, end, start, end, bound, bound, Qualifier.EXACT, "cardinal", said=(bound, bound), not_because=reason
    )
