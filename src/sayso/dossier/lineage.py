"""Lineage: on whose say-so. Sources outside the case on the left, accounts in the middle, what was copied on the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.model import Lineage as Edge

_LEFT, _MIDDLE, _RIGHT, _STEP, _TOP = 215, 430, 640, 26, 30
#: Of more accounts, only those that a line leads to are drawn.
_MOST = 24


@dataclass(frozen=True, slots=True)
class Node:
    """A name in the drawing."""

    y: int
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A line: `copied` is thick and between accounts, else dashed; `label` stands on it."""

    path: str
    copied: bool
    label: str
    label_y: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A passage that stands in two accounts."""

    account: int
    other: int
    share: int
    words: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """The section; `says` tells the drawing in words."""

    note: str
    height: int
    sources: tuple[Node, ...]
    accounts: tuple[Node, ...]
    ties: tuple[Tie, ...]
    taken: tuple[Taken, ...]
    says: str


def build_lineage(gathered: Gathered) -> Lineage | None:
    """The drawing; None for a case of one account that cites nobody."""
    copies = [edge for edge in gathered.lineage if edge.kind == "copies" and edge.from_document in gathered.number]
    cites = [edge for edge in gathered.lineage if edge.kind == "cites"]
    if len(gathered.documents) < 2 and not cites:
        return None
    sources = _sources(cites)
    drawn = _drawn(gathered, [*copies, *cites])
    tall = max(len(drawn), len(sources))
    spread = max(_STEP, tall * _STEP // max(1, len(drawn)))
    accounts = {
        number: Node(_TOP + at * spread, gathered.outlets[gathered.documents[number - 1].id], number)
        for at, number in enumerate(drawn)
    }
    nodes = tuple(Node(_TOP + at * _STEP, name, 0) for at, name in enumerate(sources))
    ties = [_cited(gathered, edge, accounts, sources) for edge in cites] + [
        _copied(gathered, edge, accounts) for edge in copies
    ]
    return Lineage(
        note=_note(len(copies), len(gathered.documents) - len(drawn)),
        height=max(_TOP + tall * _STEP, _TOP + len(drawn) * spread),
        sources=nodes,
        accounts=tuple(accounts.values()),
        ties=tuple(ties),
        taken=tuple(_taken(gathered, edge) for edge in copies),
        says="; ".join(_says(gathered, edge) for edge in (*copies, *cites)) or "no line joins two accounts",
    )


def _drawn(gathered: Gathered, edges: Iterable[Edge]) -> list[int]:
    """The accounts in the drawing: all of a few; of many, those that a line leads to."""
    numbers = range(1, len(gathered.documents) + 1)
    if len(gathered.documents) <= _MOST:
        return list(numbers)
    tied = {
        gathered.number[one]
        for edge in edges
        for one in (edge.document, edge.from_document or "")
        if one in gathered.number
    }
    return [number for number in numbers if number in tied]


def _note(copies: int, left_out: int) -> str:
    said = "No copying found; independence unproven."
    if copies:
        said = (
            "A thick line joins accounts that share a passage: together they count as one origin. "
            "For the others no copying was found; independence is unproven."
        )
    return said + (f" {left_out} accounts without a line are not drawn." if left_out else "")


def _sources(cites: list[Edge]) -> list[str]:
    """Sources outside the case, in the order in which the accounts cite them, told apart by letter case no more."""
    seen: dict[str, str] = {}
    for edge in cites:
        if edge.from_document is None and edge.from_source:
            seen.setdefault(edge.from_source.casefold(), edge.from_source)
    return list(seen.values())


def _cited(gathered: Gathered, edge: Edge, accounts: Mapping[int, Node], sources: list[str]) -> Tie:
    to = accounts[gathered.number[edge.document]].y
    if edge.from_document in gathered.number:
        return _arc(accounts[gathered.number[edge.from_document or ""]].y, to, copied=False, label="cites")
    folded = [name.casefold() for name in sources]
    start = _TOP + folded.index((edge.from_source or "").casefold()) * _STEP if edge.from_source else to
    bend = (_LEFT + _MIDDLE) // 2
    return Tie(f"M{_LEFT} {start - 4}C{bend} {start - 4} {bend} {to - 4} {_MIDDLE - 12} {to - 4}", False, "", "0")


def _copied(gathered: Gathered, edge: Edge, accounts: Mapping[int, Node]) -> Tie:
    start = accounts[gathered.number[edge.from_document or ""]].y
    to = accounts[gathered.number[edge.document]].y
    return _arc(start, to, copied=True, label=f"{round(edge.share * 100)} %")


def _arc(start: int, to: int, *, copied: bool, label: str) -> Tie:
    path = f"M{_RIGHT} {start - 4}C{_RIGHT + 80} {start - 4} {_RIGHT + 80} {to - 4} {_RIGHT} {to - 4}"
    return Tie(path, copied, label, f"{(start + to) / 2:.1f}")


def _taken(gathered: Gathered, edge: Edge) -> Taken:
    text = gathered.document(edge.document).text
    longest = max(edge.spans, key=lambda one: (one.end - one.start, -one.start), default=None)
    words = "" if longest is None else text[longest.start : longest.end].replace("\n", " ")
    other = gathered.number[edge.from_document or ""]
    shown = words if len(words) <= 320 else words[:318].rsplit(" ", 1)[0] + " …"
    return Taken(gathered.number[edge.document], other, round(edge.share * 100), shown)


def _says(gathered: Gathered, edge: Edge) -> str:
    who = f"account {gathered.number[edge.document]}"
    if edge.from_document in gathered.number:
        verb = "shares a passage with" if edge.kind == "copies" else "cites"
        return f"{who} {verb} account {gathered.number[edge.from_document or '']}"
    return f"{who} cites {edge.from_source or 'a source it does not name'}"
