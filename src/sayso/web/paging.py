"""Long sections, a page at a time: which list of the dossier is cut, and into pages of how many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.dossier.accounts import Paragraph
from sayso.dossier.page import Dossier
from sayso.web.desk import Desk

#: Long lists come in pages of so many.
PAGED = 100
# What one page shows of an account: so many paragraphs, and so many signs of text and marks together.
_PARAGRAPHS, _SIGNS, _MARK = 250, 400_000, 250


@dataclass(frozen=True, slots=True)
class Cut:
    """One page of a section, which of how many."""

    dossier: Dossier
    at: int
    pages: int


@dataclass(frozen=True, slots=True)
class _Long:
    """A section with a list that grows with the case; a page of it stays well under a megabyte."""

    size: int
    things: Callable[[Dossier], tuple[Any, ...]]
    put: Callable[[Dossier, tuple[Any, ...]], Dossier]


_SECTIONS: Mapping[str, _Long] = {
    "sums": _Long(
        40, lambda told: told.sums.findings, lambda told, some: replace(told, sums=replace(told.sums, findings=some))
    ),
    "time": _Long(
        500,
        lambda told: told.timeline.told if told.timeline is not None else (),
        lambda told, some: replace(told, timeline=told.timeline and replace(told.timeline, told=some)),
    ),
    "matrix": _Long(
        PAGED, lambda told: told.matrix.rows, lambda told, some: replace(told, matrix=replace(told.matrix, rows=some))
    ),
    "part": _Long(40, lambda told: told.parts, lambda told, some: replace(told, parts=some)),
    "mentioned": _Long(PAGED, lambda told: told.mentioned, lambda told, some: replace(told, mentioned=some)),
}


def paged(count: int, size: int, at: int) -> tuple[int, int]:
    """The page that is shown, held within those there are, and how many there are."""
    pages = max(1, (count + size - 1) // size)
    return min(max(1, at), pages), pages


def cut(desk: Desk, section: str, at: int) -> Cut:
    """One page of a section; the whole where it is short."""
    dossier = desk.shown.dossier
    if section == "record":
        return _of_record(desk, at)
    long = _SECTIONS.get(section)
    if long is None:
        return Cut(dossier, 1, 1)
    things = long.things(dossier)
    at, pages = paged(len(things), long.size, at)
    return Cut(long.put(dossier, things[(at - 1) * long.size : at * long.size]) if pages > 1 else dossier, at, pages)


def leaves(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], ...]:
    """An account in pages that stay well under a megabyte; at least one, be it empty."""
    told: list[list[Paragraph]] = [[]]
    weight = 0
    for paragraph in paragraphs:
        own = sum(len(one.text) + _MARK * bool(one.family) for one in paragraph.stretches)
        if told[-1] and (weight + own > _SIGNS or len(told[-1]) >= _PARAGRAPHS):
            told.append([])
            weight = 0
        told[-1].append(paragraph)
        weight += own
    return tuple(tuple(leaf) for leaf in told)


def _of_record(desk: Desk, at: int) -> Cut:
    """A page of the record's rows, under their groups."""
    dossier, rows = desk.shown.dossier, desk.shown.rows.all
    at, pages = paged(len(rows), PAGED, at)
    here = {row.estimate.id for row in rows[(at - 1) * PAGED : at * PAGED]}
    groups = (
        replace(group, lines=tuple(line for line in group.lines if line.row.estimate.id in here))
        for group in dossier.record.groups
    )
    record = replace(dossier.record, groups=tuple(group for group in groups if group.lines))
    return Cut(replace(dossier, record=record), at, pages)
