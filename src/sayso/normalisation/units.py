"""The units a number can carry: money, weight, distance, time and the rest, from the table in `units.yaml`.

A number with one of these beside it is a measure, never a count of people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from sayso.normalisation.numerals import HYPHEN, SPACE
from sayso.normalisation.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit's word means: the kind of measure and its code (ISO 4217 for money, else the common symbol)."""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A unit found beside a number: where the words of the measure begin and end."""

    unit: Unit
    start: int
    end: int


def _read(table: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, Unit]:
    return {word: Unit(kind, code) for kind, codes in table.items() for code, words in codes.items() for word in words}


UNITS: Mapping[str, Unit] = MappingProxyType(
    _read(read_table((resources.files("sayso.normalisation") / "units.yaml").read_bytes()))
)
# Signs and codes that stand before a sum; longest first.
_SIGNS = {
    "us$": "USD", "u.s.$": "USD", "usd": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "nz$": "NZD",
    "s$": "SGD", "r$": "BRL", "mx$": "MXN", "$": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY",
    "₹": "INR", "rs": "INR", "rs.": "INR", "inr": "INR", "₽": "RUB", "₪": "ILS", "₦": "NGN", "₩": "KRW", "₱": "PHP",
    "r": "ZAR", "tsh": "TZS", "ush": "UGX", "s/": "PEN", "s/.": "PEN", "ksh": "KES", "chf": "CHF", "tk": "BDT", "tk.": "BDT", "p": "XXX", "k": "XXX", "jpy": "JPY", "rp": "IDR",
}  # fmt: skip


#: Letters that stand for a coin before a great sum alone: "P385,000", "K1.2 million", and not "P5" or "K2".
_ALSO_LETTERS = frozenset({"p", "k"})
_IS_SUM = re.compile(r",\d{3}|illion")


def _pattern(words: Iterable[str]) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in longest)


# Backslashes survive in text taken from Markdown: US\$35.
_BEFORE = re.compile(
    rf"(?<!\w)({_pattern(_SIGNS).replace('[$]', '$').replace(chr(92) + '$', chr(92) * 2 + '?[$]')}){SPACE}?\Z"
)
_AFTER = re.compile(rf"(?:{SPACE}|{HYPHEN}|)({_pattern(UNITS)})(?:(?<=[%°²])|(?!\w|-[0-9]))")
#: Pounds that are paid or owed are coin, and not weight; which land's, the word does not say.
_POUNDS = frozenset({"pound", "pounds"})
_PAID = re.compile(
    r"\b(?:pa(?:id|y|ys|ying)|received?|receives|receiving|cost(?:s|ing)?|fined?|worth|damages?|funds?|compensation|ransom|rewards?|collect\w+|subscri\w+|insur\w+|prices?|wages?|grants?"
    r"|granted|awarded|raised|owed?|debts?|salar(?:y|ies)|donat\w+|bribes?|loan|bail|stolen|stole|per (?:week|month|year|head))\b"
)
# A number of these units stands attached or as figures only: "5 m" is metres, "five m" is nothing.
_LETTERS_ONLY_AFTER_DIGITS = frozenset({"m", "g", "l", "in", "min", "sec", "oz", "lb", "ft", "°c", "°f"})


def around(lowered: str, start: int, end: int) -> Carried | None:
    """Find the unit that the number at `start:end` carries, or None.

    >>> around("us$35 million in bribes", 3, 13)
    Carried(unit=Unit(kind='money', code='USD'), start=0, end=13)
    >>> around("a 40-minute gun battle", 2, 4).unit.code
    'minute'
    """
    before = _BEFORE.search(lowered, max(0, start - 8), start)
    if before is not None and not (before[1] in _ALSO_LETTERS and not _IS_SUM.search(lowered, start, end)):
        sign = before[1].replace("\\", "")
        return Carried(Unit("money", _SIGNS[sign]), before.start(), end)
    after = _AFTER.match(lowered, end)
    if after is None:
        return None
    word = " ".join(after[1].split())
    if word in _LETTERS_ONLY_AFTER_DIGITS and not lowered[end - 1].isdigit():
        return None
    is_coin = word in _POUNDS and not lowered.startswith(" of ", after.end())
    if is_coin and _PAID.search(lowered, max(0, start - 70), after.end() + 50):
        return Carried(Unit("money", "XXX"), start, after.end())
    if word == "in" and not lowered.startswith("-", end):
        return None
    return Carried(UNITS[word], start, after.end())
