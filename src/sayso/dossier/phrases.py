"""Neutral words for values, dates and lists: the one place where a value of the model becomes something to read."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from typing import assert_never

from sayso.model import (
    Actor,
    Bound,
    Claim,
    Duration,
    Estimate,
    Figure,
    Place,
    Qualifier,
    Reading,
    Relation,
    Truth,
    Value,
    When,
    Words,
)

MONTHS = tuple(calendar.month_name)

#: Up to this many accounts are named one by one where space is short.
FEW = 6

#: How a number recovered from its interval is said again; the widths are those of the table of hedges.
_HEDGES = {
    Qualifier.NEARLY: "nearly {}",
    Qualifier.ABOUT: "about {}",
    Qualifier.MORE_THAN: "more than {}",
    Qualifier.AT_LEAST: "at least {}",
    Qualifier.LESS_THAN: "fewer than {}",
    Qualifier.AT_MOST: "up to {}",
}


def number(value: float) -> str:
    """A number with thousands parted and no idle decimals.

    >>> number(70000), number(2.5), number(14.0)
    ('70,000', '2.5', '14')
    """
    whole = int(value)
    return f"{whole:,}" if whole == value else f"{value:,.2f}".rstrip("0")


def day(moment: date) -> str:
    """A day in full.

    >>> day(date(1996, 12, 17))
    '17 December 1996'
    """
    return f"{moment.day} {MONTHS[moment.month]} {moment.year}"


def when(value: When) -> str:
    """A stretch of time, as sharp as it is and no sharper.

    >>> when(When("1997-04", date(1997, 4, 1), date(1997, 4, 30), None, "last April"))
    'April 1997'
    """
    said = stretch(value.earliest, value.latest)
    if not said:
        return f"{value.time}" if value.time else value.text
    return f"{said}, {value.time}" if value.time else said


def stretch(first: date | None, last: date | None) -> str:
    """Two days, both included, in the fewest words; empty where both are unknown.

    >>> stretch(date(1996, 1, 1), date(1996, 12, 31)), stretch(date(1996, 12, 17), None)
    ('1996', 'from 17 December 1996')
    """
    if first is None or last is None:
        known = first or last
        return "" if known is None else f"{'from' if first else 'until'} {day(known)}"
    if first == last:
        return day(first)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if whole_months:
        start, end = f"{MONTHS[first.month]} {first.year}", f"{MONTHS[last.month]} {last.year}"
        return start if start == end else f"{start} to {end}"
    return f"{day(first)} to {day(last)}"


def figure(value: Figure) -> str:
    """A figure with its hedge; a vague one in the words it was told in.

    >>> figure(Figure(450, 499, "people", Qualifier.NEARLY, "nearly 500"))
    'nearly 500'
    """
    low = value.low
    if value.qualifier is Qualifier.MORE_THAN and low is not None and value.unit != "people":
        low += 1  # sums and weights are not whole: "more than 35 million" begins at 35 million
    return _of_unit(_amount(low, value.high, value.qualifier, value.text), value.unit, value.text)


def duration(value: Duration) -> str:
    """A length of time.

    >>> duration(Duration(126, 126, "day", Qualifier.EXACT, "126 days"))
    '126 days'
    >>> duration(Duration(40 / 60, 40 / 60, "minute", Qualifier.EXACT, "40 seconds"))
    '40 seconds'
    """
    if value.qualifier is Qualifier.VAGUE or value.low != value.high:
        return value.text or bounds(value.low, value.high)
    if value.unit == "minute" and value.low is not None and value.low < 1:
        seconds = round(value.low * 60)
        return f"{seconds} second" + ("" if seconds == 1 else "s")
    amount = _amount(value.low, value.high, value.qualifier, value.text)
    return f"{amount} {value.unit}" + ("" if amount == "1" else "s")


def value_words(value: Value) -> str:  # noqa: PLR0911 - one line a kind of value
    """Any value, in words for the reader."""
    match value:
        case Figure():
            return figure(value)
        case When():
            return when(value)
        case Duration():
            return duration(value)
        case Place():
            return ", ".join(dict.fromkeys((value.name, *value.inside[:1]))) if value.name else value.text
        case Actor():
            return value.name or value.text
        case Truth():
            return "yes" if value.holds else "no"
        case Words():
            return value.text
        case _:
            assert_never(value)


_SCOPES = {
    Relation.PART: "a part",
    Relation.OTHER: "others",
    Relation.ADDITIONAL: "more",
    Relation.REMAINING: "what was left",
    Relation.CUMULATIVE: "over several events",
}


def is_of_another_day(estimate: Estimate, reading: Reading) -> bool:
    """Whether a day that is told lies outside what the estimate leaves room for: it is of something else that an account tells."""
    value, low, high = reading.value, estimate.low, estimate.high
    if not isinstance(value, When) or value.earliest is None or value.latest is None or reading.fits:
        return False
    if not isinstance(low, date) or not isinstance(high, date):
        return False
    return value.latest < low or value.earliest > high


def scope_words(claims: Iterable[Claim]) -> str:
    """What a figure counts that is not the whole ("a part"), where all its claims say so; else nothing."""
    told = {claim.scope.relation if claim.scope is not None else Relation.ALL for claim in claims}
    return _SCOPES.get(next(iter(told)), "") if len(told) == 1 else ""


def bounds(low: Bound, high: Bound) -> str:
    """From low to high; one of them where they are the same or one end is open; empty where both are unknown.

    >>> bounds(450, 610), bounds(401, None), bounds(14, 14)
    ('450 to 610', '401 or more', '14')
    """
    if isinstance(low, date) and isinstance(high, date):
        return stretch(low, high)
    first, last = bound(low), bound(high)
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {last}"
    if high is None:
        return f"{first} or more" if not isinstance(low, date) else f"from {first}"
    return first if first == last else f"{first} to {last}"


def bound(value: Bound) -> str:
    """One end: a number or a day."""
    if value is None:
        return ""
    return day(value) if isinstance(value, date) else number(value)


def and_list(parts: Sequence[str]) -> str:
    """Words in a row.

    >>> and_list(["a"]), and_list(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def counted(amount: int, noun: str, plural: str | None = None) -> str:
    """An amount with its noun.

    >>> counted(1, "account"), counted(3, "account")
    ('1 account', '3 accounts')
    """
    return f"{amount:,} {noun if amount == 1 else plural or noun + 's'}"


def account_list(numbers: Sequence[int]) -> str:
    """Accounts by number where they are few, else how many they are.

    >>> account_list([1, 4]), account_list(range(1, 60))
    ('1 4', '59 accounts')
    """
    return " ".join(map(str, numbers)) if len(numbers) <= FEW else f"{len(numbers)} accounts"


def capital(words: str) -> str:
    """The first letter large, the rest as it is."""
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """The first letter small, unless the word is written in capitals.

    >>> small("Hostages taken"), small("NATO founded")
    ('hostages taken', 'NATO founded')
    """
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _amount(low: float | None, high: float | None, qualifier: Qualifier, text: str) -> str:
    """The number that was said, recovered from its interval; the text where that cannot be."""
    if qualifier is Qualifier.EXACT and low is not None and low == high:
        return number(low)
    if qualifier is Qualifier.BETWEEN and low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    said = _said(low, high, qualifier)
    if said is None or qualifier not in _HEDGES:
        return text or bounds(low, high)
    return _HEDGES[qualifier].format(number(said))


def _said(low: float | None, high: float | None, qualifier: Qualifier) -> float | None:
    if qualifier is Qualifier.ABOUT and low is not None and high is not None:
        return round((low + high) / 2)
    if qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN) and high is not None:
        return high + 1
    if qualifier is Qualifier.MORE_THAN and low is not None:
        return low - 1
    return low if qualifier is Qualifier.AT_LEAST else high if qualifier is Qualifier.AT_MOST else None


def _of_unit(amount: str, unit: str, text: str) -> str:
    """People go without saying; any other unit is said once."""
    if unit in ("", "people") or amount == text:
        return amount
    # Symbols and currencies (km, t, USD) have no plural.
    is_word = unit.islower() and len(unit) > 3 and not unit.endswith("s")
    return f"{amount} {_plural(unit) if is_word and amount != '1' else unit}"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("x", "z", "ch", "sh")) else f"{noun}s"
