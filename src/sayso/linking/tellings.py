"""What linking compares: one episode of one document with everything that could tell it from another.

A telling is made once and compared often. Documents of one text and one date tell the same thing once (`twins`): a
duplicate never adds evidence.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sayso.linking.intervals import Reach, lasted, reach_of
from sayso.linking.proper import capitals
from sayso.linking.words import content_words, fold
from sayso.model import Account, BlockKind, Claim, Document, Episode, Figure, Modality, Place, Stage, to_row
from sayso.normalisation import places

Key = tuple[str, int]
"""A document's id and the number of the episode within it."""

_UNSAID = frozenset({Modality.DENIED, Modality.HYPOTHETICAL, Modality.PLANNED})
_AROUND = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATELINE})


@dataclass(frozen=True, slots=True)
class Telling:
    """One document's own view of one event.

    Args:
        key: document and episode number.
        order: sorts tellings by publication, then by text; the same whatever the order or names of the files.
        reach: the days it may have covered, or None; lasted: how many it says it lasted, or 0.
        place: the sharpest place told of it, or None.
        figures: (slot, group, value) of its exact figures.
        names: folded names beside its triggers where it is told in passing, else in the whole document.
        places: folded names of all places named there.
        title: content words of the document's title (of the episode's own, where it is told in passing).
        words: content words of the document with their counts; empty where it is told in passing.
        capitals: those of them that the document only writes with a capital; empty where it is told in passing.
        claims: how many claims tell of it and its parts.
    """

    key: Key
    order: tuple[date, str, int]
    type: str
    stage: Stage
    is_passing: bool
    weight: float
    published: date | None
    reach: Reach | None
    lasted: int
    place: Place | None
    figures: frozenset[tuple[str, str, float]]
    names: frozenset[str]
    places: frozenset[str]
    title: frozenset[str]
    words: Mapping[str, int]
    capitals: frozenset[str]
    claims: int


def shape_of(document: Document, account: Account) -> str:
    """The same for documents of one text and one date that tell the same: one speaks for all."""
    told = [(claim.start, claim.end, claim.slot, claim.episode) for claim in account.claims]
    held = [document.text_sha256, to_row(document.published), to_row(account.episodes), told]
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:24]


def twins(shapes: Mapping[str, str]) -> dict[str, str]:
    """Map each document to the one that speaks for all of its shape, the first by id.

    >>> twins({"b": "same", "a": "same", "c": "other"})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    first: dict[str, str] = {}
    return {document: first.setdefault(shapes[document], document) for document in sorted(shapes)}


def tellings(document: Document, account: Account, *, is_worded: bool = True) -> tuple[Telling, ...]:
    """The wholes that one document tells of, each with its parts' claims and days folded in; without words, if none asks."""
    wholes = whole_of(account.episodes)
    text = _told(document) if is_worded else ""
    named = tuple(_Named(one.start, fold(one.name), one.kind == "place") for one in account.mentions)
    wording = _Wording(Counter(content_words(text)), capitals(text), named)
    return tuple(
        _telling(
            document, account, episode, [e for e in account.episodes if wholes[e.number] == episode.number], wording
        )
        for episode in account.episodes
        if wholes[episode.number] == episode.number
    )


def whole_of(episodes: tuple[Episode, ...]) -> dict[int, int]:
    """For each episode the number of its whole: itself, its `part_of`, or the document's chief event for a stray part."""
    numbers = {episode.number for episode in episodes}
    chief = max(
        (episode for episode in episodes if episode.part is None and not episode.is_passing),
        key=lambda episode: (episode.weight, -episode.number),
        default=None,
    )
    wholes: dict[int, int] = {}
    for episode in episodes:
        if episode.part is None:
            wholes[episode.number] = episode.number
        elif episode.part_of is not None and episode.part_of in numbers:
            wholes[episode.number] = episode.part_of
        else:
            wholes[episode.number] = chief.number if chief is not None else episode.number
    return wholes


class _Named(NamedTuple):
    """A name, folded, where it stands, and whether it is a place's; a street that no gazetteer has tells as much as a person."""

    start: int
    name: str
    is_place: bool


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of one document, for all of its tellings, and its names."""

    counts: Mapping[str, int]
    capitals: frozenset[str]
    named: tuple[_Named, ...]


def _telling(document: Document, account: Account, episode: Episode, told: list[Episode], wording: _Wording) -> Telling:
    numbers = {one.number for one in told}
    own = [claim for claim in account.claims if claim.episode in numbers]
    claims = [claim for claim in own if _holds(claim)]
    published = document.published.latest or document.published.earliest if document.published is not None else None
    named = _beside(document, episode, wording) if episode.is_passing else wording.named
    return Telling(
        key=(document.id, episode.number),
        order=(published or date.max, document.text_sha256, episode.number),
        type=episode.type,
        stage=episode.stage,
        is_passing=episode.is_passing,
        weight=sum(one.weight for one in told),
        published=published,
        reach=None if is_aside(episode) else reach_of(told, claims, published),
        lasted=lasted(claims, frozenset({episode.number})),
        place=_place(told, claims),
        figures=frozenset(_figures(claims)),
        names=frozenset(one.name for one in named if not (one.is_place and places.is_place(one.name))),
        places=frozenset(one.name for one in named if one.is_place),
        title=frozenset(content_words(episode.title if episode.is_passing else _headline(document))),
        words={} if episode.is_passing else wording.counts,
        capitals=frozenset() if episode.is_passing else wording.capitals,
        claims=len(own),
    )


def _headline(document: Document) -> str:
    """The title, where it is not the line that says who made the text and when."""
    told = document.published_span
    dated = document.text[told.start : told.end] if told is not None else ""
    return "" if dated and dated in document.title else document.title


def is_aside(episode: Episode) -> bool:
    """Is it what a document tells beside its events, and no event: days and sums of many things?"""
    return episode.is_passing and not (episode.triggers or episode.title or episode.when or episode.where)


def _holds(claim: Claim) -> bool:
    return claim.polarity and claim.modality not in _UNSAID


def _place(told: list[Episode], claims: list[Claim]) -> Place | None:
    """The episode's own place; else the sharpest that its claims tell."""
    own = [episode.where for episode in told if episode.where is not None]
    said = [claim.value for claim in claims if claim.slot == "place" and isinstance(claim.value, Place)]
    if own:
        return own[0]
    return min(said, key=lambda place: place.precision or 9, default=None)


def _figures(claims: list[Claim]) -> Iterable[tuple[str, str, float]]:
    for claim in claims:
        value = claim.value
        if isinstance(value, Figure) and value.low is not None and value.low == value.high:
            yield claim.slot, claim.group or "", value.low


def _beside(document: Document, episode: Episode, wording: _Wording) -> list[_Named]:
    """The names in the paragraphs that name an event told in passing."""
    starts = [trigger.start for trigger in episode.triggers]
    beside = [
        (block.start, block.end)
        for block in document.blocks
        if any(block.start <= start < block.end for start in starts)
    ]
    return [named for named in wording.named if any(start <= named.start < end for start, end in beside)]


def _told(document: Document) -> str:
    """The text without what stands around it."""
    if not document.blocks:
        return document.text
    kept = (document.text[block.start : block.end] for block in document.blocks if block.kind not in _AROUND)
    return "\n".join(kept)
