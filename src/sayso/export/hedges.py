"""Readings as a sentence tells them: from small to large, and each hedge apart that an account put to the same number.

"nearly 500" and "about 500" are one reading when values are weighed; told as one, an account would be made to say the other's
words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.dossier.phrases import value_words
from sayso.export.told import Told
from sayso.model import Claim, Duration, Estimate, Figure, Reading

# Of a reading that more claims make, its own words stand for all: a sentence cites six accounts, and counts the others.
_MANY = 400


def sharp(estimate: Estimate) -> list[Reading]:
    """The readings that no sharper one fits; numbers from small to large."""
    told = [one for one in estimate.readings if not one.fits] or list(estimate.readings)
    if all(isinstance(one.value, Figure) for one in told):
        return sorted(told, key=_bounds)
    return told


def apart(case: Told, readings: Iterable[Reading]) -> list[Reading]:
    """The readings of numbers and lengths, each as often as its accounts hedge it differently."""
    return [one for reading in readings for one in _apart(case, reading)]


def _apart(case: Told, reading: Reading) -> Iterator[Reading]:
    if not isinstance(reading.value, Figure | Duration) or len(reading.claims) > _MANY:
        yield reading
        return
    told: dict[str, list[Claim]] = {}
    for claim in (case.view.claim(name) for name in reading.claims):
        own = claim.value if type(claim.value) is type(reading.value) and claim.id not in case.corrected else None
        told.setdefault(value_words(own if own is not None else reading.value), []).append(claim)
    if len(told) < 2:
        yield reading
        return
    for words, claims in told.items():
        value = reading.value if words == value_words(reading.value) else claims[0].value
        documents = tuple(dict.fromkeys(claim.document for claim in claims))
        yield replace(reading, value=value, claims=tuple(claim.id for claim in claims), documents=documents)


def _bounds(reading: Reading) -> tuple[float, float]:
    value = reading.value
    low, high = (value.low, value.high) if isinstance(value, Figure) else (None, None)
    return low if low is not None else float("-inf"), high if high is not None else float("inf")
