"""Slips of the pen: a year that no other account could mean, one digit or one swap off a year that is told.

A slip is named with what was likely meant and never mended in silence; the claim makes no reading.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.fusion.scene import Scene
from sayso.model import Claim, Document, When

# A century off every other year that is told of the event: no retelling is so late or so early.
_FAR = 100
# A year this far ahead of any publication is not told as past.
_AHEAD = 2
_NOW = 2100
_SLOTS = frozenset({"date_start", "date_end", "date"})
# A number after "in" or a month is a year, unless a plural or a block of a street follows ("in 2980 cases", "in 2800 block").
_YEAR = re.compile(
    r"(?<![\w.,$€£#-])(?:in|since|during|until|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? (\d{4})(?![\w%]|[.,]\d|\sblock\b|\s(?!was|is|this|its|has|as)\w+s\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A value that only a slip explains, and what was likely meant, empty where nobody can say; `how` says what slipped."""

    document: str
    event: str | None
    claims: tuple[str, ...]
    said: str
    meant: str
    how: str = ""


def slips(claims: Sequence[Claim], documents: Sequence[Document], scene: Scene) -> tuple[Slip, ...]:
    """Find the slips in years: in claims first, then in the words of accounts that no claim took."""
    told: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for claim in claims:
        for year in _years(claim):
            told[_root(claim, scene)][year] += 1
    for event in scene.events.values():
        if event.when is not None and event.when.earliest is not None:
            told[event.part_of or event.id][event.when.earliest.year] += 0
    judged = scene.judged.accepted
    found = [slip for claim in claims if claim.id not in judged and (slip := _slip(claim, told, scene)) is not None]
    seen = {(slip.document, slip.said) for slip in found}
    known = Counter(year for counts in told.values() for year in counts.elements() if year <= _NOW)
    for document in documents:
        for said in sorted({match[1] for match in _YEAR.finditer(document.text)}):
            meant = _meant(int(said), known) if int(said) > _last_year(document, scene) else None
            if meant is not None and (document.id, said) not in seen:
                found.append(Slip(document.id, _main(document, scene), (), said, str(meant)))
    return tuple(sorted(_merged(found), key=lambda slip: (slip.document, slip.said, slip.claims)))


def one_slip_apart(one: str, other: str) -> bool:
    """Whether two numbers differ by one digit or one swap of neighbours.

    >>> one_slip_apart("2997", "1997"), one_slip_apart("1690", "1960"), one_slip_apart("1996", "1969"), one_slip_apart("1812", "1997")
    (True, True, True, False)
    """
    if len(one) != len(other) or one == other:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 or is_swapped(one, other)


def is_swapped(one: str, other: str) -> bool:
    """Whether two numbers differ by one swap of neighbouring digits.

    >>> is_swapped("1950", "1905"), is_swapped("1950", "1960"), is_swapped("72", "720")
    (True, False, False)
    """
    if len(one) != len(other):
        return False
    apart = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def _years(claim: Claim) -> tuple[int, ...]:
    """The year of a date that is told within one year; of one with an open end, a year that lies ahead."""
    value = claim.value
    if claim.slot not in _SLOTS or not isinstance(value, When):
        return ()
    if value.earliest is None or value.latest is None:
        end = value.earliest or value.latest
        return (end.year,) if end is not None and end.year > _NOW else ()
    return (value.earliest.year,) if value.earliest.year == value.latest.year else ()


def _root(claim: Claim, scene: Scene) -> str:
    """The whole that a claim's event belongs to."""
    event = scene.events.get(claim.event or "")
    return "" if event is None else event.part_of or event.id


def _slip(claim: Claim, told: dict[str, Counter[int]], scene: Scene) -> Slip | None:
    for year in _years(claim):
        others = told[_root(claim, scene)]
        near = [other for other in others if other != year and abs(other - year) <= _FAR]
        if year <= _NOW and (near or others[year] > 1):
            return None
        meant = _meant(year, others)
        if meant is not None and str(year) in claim.quote + getattr(claim.value, "text", ""):
            return Slip(claim.document, claim.event, (claim.id,), str(year), str(meant))
    return None


def _meant(year: int, others: Counter[int]) -> int | None:
    """The year most often told that is one slip and at least a century away."""
    near = [
        other
        for other in others
        if other <= _NOW and abs(other - year) > _FAR and one_slip_apart(str(year), str(other))
    ]
    return min(near, key=lambda other: (-others[other], other), default=None)


def _last_year(document: Document, scene: Scene) -> int:
    published = scene.published(document.id)
    return _NOW if published is None else max(published.year + _AHEAD, _NOW - _FAR)


def _main(document: Document, scene: Scene) -> str | None:
    return next((event.id for event in scene.events.values() if document.id in event.documents), None)


def _merged(found: Iterable[Slip]) -> list[Slip]:
    """One slip an account and value, with all its claims."""
    merged: dict[tuple[str, str, str], Slip] = {}
    for slip in found:
        key = (slip.document, slip.said, slip.meant)
        old = merged.get(key)
        claims = tuple(sorted({*(old.claims if old else ()), *slip.claims}))
        merged[key] = Slip(slip.document, old.event if old else slip.event, claims, slip.said, slip.meant)
    return list(merged.values())
