"""Lengths of time in running text: "126 days", "nearly five months", "an hour and a half".

Weeks, months and years carry half a unit either way before any hedge; days and shorter are exact unless hedged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.model import Duration, Qualifier
from sayso.normalisation import numbers, numerals, units, vagueness
from sayso.normalisation.numerals import SPACE

# unit said -> (unit of the value, how many of them); the value has no second, decade or century.
_VALUE_UNITS: dict[str, tuple[str, float]] = {
    "second": ("minute", 1 / 60), "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "week": ("week", 1),
    "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
}  # fmt: skip
# Mean lengths of the Gregorian calendar (400 years are 146,097 days).
DAYS: dict[str, float] = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 146097 / 4800,
    "year": 146097 / 400,
}
_ISO = {
    "second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "week": ("P", "W"), "month": ("P", "M"),
    "year": ("P", "Y"), "decade": ("P", "DE"), "century": ("P", "CE"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as it stands in a text.

    Args:
        start: first character of the expression, its hedge included.
        end: one past its last character.
        core_start: where the number and its unit begin, without the hedge.
        core_end: where they end.
        value: the interval meant.
        iso: the length as an ISO 8601 duration (`P4M`, `PT1H30M`); `X` stands for a number that is not said, and decades and
            centuries keep the `DE` and `CE` of TIMEX3.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    value: Duration
    iso: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """One number of one unit, before neighbouring pieces are joined ("one hour and 30 minutes")."""

    start: int
    end: int
    core_start: int
    core_end: int
    low: float | None
    high: float | None
    unit: str
    hedge: str
    qualifier: Qualifier


def find(text: str, found: tuple[numbers.Number, ...] | None = None) -> tuple[Length, ...]:
    """Find every length of time in a text.

    Args:
        text: any text.
        found: its numbers, where the caller has them already.

    Returns:
        Lengths in the order of the text, none overlapping another.

    >>> [(d.value.low, d.value.high, d.value.unit, d.iso) for d in find("126 days, or four months")]
    [(126, 126, 'day', 'P126D'), (3.5, 4.5, 'month', 'P4M')]
    >>> [(d.value.low, d.value.high, d.iso) for d in find("nearly five months; an hour and a half; two decades")]
    [(4.05, 5.5, 'P5M'), (1.5, 1.5, 'PT1H30M'), (15, 25, 'P2DE')]
    >>> [(d.value.low, d.value.unit) for d in find("within a quarter of an hour, after about three quarters of an hour, for six nights")]
    [(15, 'minute'), (40.5, 'minute'), (6, 'day')]
    """
    lowered = numerals.lower(text)
    numbered = numbers.find(text) if found is None else found
    pieces = [_counted(lowered, number) for number in numbered if number.not_because == "duration"]
    counted = [piece for piece in pieces if piece is not None]
    taken = [(piece.start, piece.end) for piece in counted]
    counted.extend(
        _said_alone(lowered, match)
        for match in _ALONE.finditer(lowered)
        if not _is_other(lowered, match)
        and not any(start < match.end() and match.start() < end for start, end in taken)
    )
    return _lengths(text, lowered, sorted(counted, key=lambda piece: piece.start))


def to_days(duration: Duration) -> vagueness.Bounds:
    """Give a duration as an interval of days; months and years have their mean length.

    >>> low, high = to_days(find("four months")[0].value)
    >>> low < 126 < high
    True
    """
    size = DAYS[duration.unit]
    low = None if duration.low is None else duration.low * size
    return low, None if duration.high is None else duration.high * size


def _counted(lowered: str, number: numbers.Number) -> _Piece | None:
    carried = units.around(lowered, number.core_start, number.core_end)
    if carried is None:
        return None
    low, high = number.said
    end = max(number.end, carried.end)
    core_end = carried.end
    half = _AND_A_HALF.match(lowered, end)
    if half is not None and low is not None and low == high:
        low = high = low + 0.5
        end = core_end = half.end()
    return _Piece(
        number.start, end, number.core_start, core_end, low, high, carried.unit.code, number.hedge, number.qualifier
    )


def _is_other(lowered: str, match: re.Match[str]) -> bool:
    """Tell a rate ("$500 a day") and an ordinal ("a second man") from a length of time."""
    if match["units"] or match["half"]:
        return False
    is_ordinal = match["unit"] == "second" and not match[0].startswith("one")
    return is_ordinal or _RATE.search(lowered, max(0, match.start() - 16), match.start()) is not None


def _said_alone(lowered: str, match: re.Match[str]) -> _Piece:
    """Read "an hour", "half a year", "a year and a half", "for months": no numeral stands before the unit."""
    unit = units.UNITS[match["unit"] or match["units"]].code
    start, end = match.span("core" if match["unit"] else "units")
    if match["units"]:
        bounds: vagueness.Bounds = (vagueness.VAGUE["some"].low, vagueness.VAGUE["some"].high)
        return _Piece(start, end, start, end, *bounds, unit, "", Qualifier.VAGUE)
    said = 0.5 if match["half"] else 1.5 if match["more"] else 1
    part = _QUARTERS.search(lowered, max(0, start - 24), start)
    if part is not None and unit in _PARTED:
        (unit, size), start = _PARTED[unit], part.start()
        said = size * (0.75 if part["three"] else 0.25)
    before = numbers.hedge_before(lowered, start)
    row = vagueness.hedge(before.words) if before is not None else None
    if before is None or row is None:
        return _Piece(start, end, start, end, said, said, unit, "", Qualifier.EXACT)
    return _Piece(before.start, end, start, end, said, said, unit, before.words, row.qualifier)


def _lengths(text: str, lowered: str, pieces: list[_Piece]) -> tuple[Length, ...]:
    lengths: list[Length] = []
    for piece in pieces:
        last = lengths[-1] if lengths else None
        if last is not None and (joined := _joined(text, lowered, last, piece)) is not None:
            lengths[-1] = joined
        elif last is None or piece.start >= last.end:
            lengths.append(_length(text, piece))
    return tuple(lengths)


def _length(text: str, piece: _Piece) -> Length:
    unit, factor = _VALUE_UNITS[piece.unit]
    low, high = piece.low, piece.high
    if piece.qualifier is not Qualifier.VAGUE:
        low = None if low is None else vagueness.slacken(low, piece.unit)[0]
        high = None if high is None else vagueness.slacken(high, piece.unit)[1]
    low, high = vagueness.widen(low, high, vagueness.hedge(piece.hedge), whole=False)
    words = text[piece.start : piece.end]
    value = Duration(_times(low, factor), _times(high, factor), unit, piece.qualifier, words)
    return Length(piece.start, piece.end, piece.core_start, piece.core_end, value, _iso(piece))


def _joined(text: str, lowered: str, last: Length, piece: _Piece) -> Length | None:
    """Join "one hour" and "30 minutes" to one length in the smaller unit, where nothing but "and" parts them."""
    unit, factor = _VALUE_UNITS[piece.unit]
    larger = DAYS[last.value.unit] > DAYS[unit]
    if (
        not larger
        or piece.low != piece.high
        or piece.low is None
        or piece.hedge
        or last.value.qualifier is Qualifier.VAGUE
    ):
        return None
    if last.core_end > piece.start or not _AND.fullmatch(lowered, last.core_end, piece.start):
        return None
    ratio = DAYS[last.value.unit] / DAYS[unit]
    ratio = round(ratio) if last.value.unit != "month" and unit != "week" else ratio
    more = piece.low * factor
    low, high = (
        None if bound is None else round(bound * ratio + more, 6) for bound in (last.value.low, last.value.high)
    )
    value = replace(last.value, low=_whole(low), high=_whole(high), unit=unit, text=text[last.start : piece.end])
    time = "" if "T" in last.iso else "T"
    iso = _iso(piece)
    tail = iso[2:] if iso.startswith("PT") and not time else iso[1:]
    return replace(last, end=piece.end, core_end=piece.end, value=value, iso=last.iso + tail)


def _iso(piece: _Piece) -> str:
    """Write the number said, not the interval meant; X where none is said."""
    head, tail = _ISO[piece.unit]
    if piece.qualifier is Qualifier.VAGUE or piece.low is None or piece.low != piece.high:
        return f"{head}X{tail}"
    if piece.unit == "hour" and piece.low % 1 == 0.5:
        hours = int(piece.low)
        return f"PT{hours}H30M" if hours else "PT30M"
    return f"{head}{_whole(piece.low)}{tail}"


def _times(bound: float | None, factor: float) -> float | None:
    return None if bound is None else _whole(round(bound * factor, 6))


def _whole(bound: float | None) -> float | None:
    return int(bound) if bound is not None and bound == int(bound) else bound


_UNIT = "|".join(
    word for word, unit in units.UNITS.items() if unit.kind == "duration" and word.isalpha() and not word.endswith("s")
)
_UNIT_PLURAL = "minutes|hours|days|weeks|months|years|decades|centuries"
_RATE = re.compile(
    rf"(?:[0-9]|(?<!\w)(?:million|billion|thousand|hundred|times|once|twice|dollars|percent|hours|each)){SPACE}\Z"
)
# "A quarter of an hour", "three quarters of a century": what they are parts of, in smaller units.
_QUARTERS = re.compile(r"(?:(?P<three>three[ -]quarters)|\b(?:a )?quarter) of \Z")
_PARTED = {"hour": ("minute", 60), "century": ("year", 100), "year": ("month", 12)}
_AND_A_HALF = re.compile(rf"{SPACE}and{SPACE}a{SPACE}half(?!\w)")
_AND = re.compile(rf",?(?:{SPACE}and)?{SPACE}")
_ALONE = re.compile(
    rf"(?<!\w)(?P<core>(?P<half>half[ -]an?{SPACE}|half[ -]|an?{SPACE}half[ -]){{0,1}}(?:(?(half)|(?:an?|one){SPACE}))"
    rf"(?P<unit>{_UNIT})(?P<more>{SPACE}and{SPACE}a{SPACE}half)?)(?![\w-])"
    rf"|(?<!\w)(?:for|took|takes|take|taking|lasted|lasting|spent|over{SPACE}the|over)(?:{SPACE}(?:many|long))?{SPACE}(?P<units>{_UNIT_PLURAL})(?!\w)"
)
