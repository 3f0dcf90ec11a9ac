"""A value as a person types it: the same grammars read it that read the accounts, so that it compares with what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sayso.errors import JudgementError
from sayso.model import Actor, Duration, Figure, Place, Qualifier, Truth, Value, When, Words
from sayso.normalisation import durations, measures, numbers, places, times
from sayso.normalisation.time_resolution import Anchor

_YES = ("yes", "true", "it holds")
_NO = ("no", "false", "it does not hold")
_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?")

_EXPECTED = {
    "figure": "a number such as 610, about 500, or 450 to 550",
    "when": "a date such as 22 April 1997, April 1997, or 1997-04-22",
    "duration": "a length such as 126 days, or nearly five months",
    "truth": "yes or no",
}


def typed(words: str, kind: str, unit: str = "people") -> Value:
    """Read what a person typed as a value of a kind.

    >>> typed("about 500", "figure").low
    450
    >>> typed("22 April 1997", "when").edtf
    '1997-04-22'

    Args:
        words: what was typed.
        kind: the kind of the slot's values.
        unit: what a figure counts.

    Raises:
        JudgementError: the words are no value of that kind.
    """
    told = " ".join(words.split())
    value = _READERS[kind](told, unit) if told else None
    if value is None:
        expected = _EXPECTED.get(kind, "some words")
        raise JudgementError(f"the value {told!r} cannot be read; this slot takes {expected}")
    return value


def _figure(told: str, unit: str) -> Value | None:
    if _BARE.fullmatch(told):
        amount = float(told.replace(",", ""))
        whole = int(amount) if amount.is_integer() else amount
        return Figure(whole, whole, unit, Qualifier.EXACT, told)
    if unit != "people" and (found := measures.find(told)):
        return measures.figure(found[0], told)
    counted = [number for number in numbers.find(told) if number.not_because is None]
    return numbers.figure(counted[0], unit, text=told) if counted else None


def _when(told: str, _: str) -> Value | None:
    resolved = (times.resolve(one, Anchor()) for one in times.find(told))
    return next((one for one in resolved if isinstance(one, When) and one.earliest is not None), None)


def _duration(told: str, _: str) -> Value | None:
    found: list[Duration] = [one.value for one in durations.find(told)]
    return found[0] if found else None


def _place(told: str, _: str) -> Value:
    chain = tuple(part.strip() for part in told.split(",") if part.strip())
    known = places.resolve(chain, text=told)
    return known or Place(chain[0] if chain else told, chain[1:], None, None, None, None, told)


def _truth(told: str, _: str) -> Value | None:
    said = told.lower()
    return Truth(said in _YES, told) if said in (*_YES, *_NO) else None


_READERS: Mapping[str, Callable[[str, str], Value | None]] = {
    "figure": _figure,
    "when": _when,
    "duration": _duration,
    "place": _place,
    "truth": _truth,
    "actor": lambda told, _: Actor(told, None, told),
    "text": lambda told, _: Words(told),
}
