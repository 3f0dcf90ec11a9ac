"""Gathers scenes that belong together into the episodes of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.extraction.drafts import PASSING, STORY
from sayso.extraction.events.episodes import OTHER, Belonging
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.stages import stage
from sayso.extraction.events.story import Story
from sayso.extraction.events.triggers import Trigger
from sayso.model import Document, Episode, Stage, When


@dataclass(slots=True)
class _Gathering:
    """One episode while its scenes are gathered."""

    type: str
    part: str | None
    passing: tuple[str, str] | None
    scenes: list[Scene]
    triggers: list[tuple[Scene, Trigger]]


def gather(
    document: Document, scenes: Sequence[Scene], assigned: Sequence[Belonging], story: Story
) -> tuple[tuple[Episode, ...], tuple[int, ...]]:
    """The episodes of a document, and for each scene the number of its own."""
    kind = story.type or OTHER
    gatherings = [_Gathering(kind, None, None, [], [])] if story.type is not None else []
    index: dict[tuple[str | None, tuple[str, str] | None], int] = {(None, None): 0} if gatherings else {}
    numbers = []
    for scene, place in zip(scenes, assigned, strict=True):
        key = (place.part if place.passing is None else None, place.passing)
        if key not in index:
            index[key] = len(gatherings)
            gatherings.append(_Gathering(place.passing[0] if place.passing else kind, key[0], key[1], [], []))
        gathering = gatherings[index[key]]
        gathering.scenes.append(scene)
        gathering.triggers += [(scene, t) for t in scene.triggers if t.types or t.parts]
        numbers.append(index[key])
    return tuple(_episode(document, n, g) for n, g in enumerate(gatherings)), tuple(numbers)


def _episode(document: Document, number: int, gathering: _Gathering) -> Episode:
    """An episode as the account keeps it; its time and place are set when the claims are known."""
    spans = tuple(
        document.span(scene.parse.base + t.start, scene.parse.base + t.end) for scene, t in gathering.triggers[:40]
    )
    return Episode(
        number=number,
        type=gathering.type,
        part=gathering.part,
        part_of=0 if gathering.part is not None else None,
        stage=stage(trigger for _, trigger in gathering.triggers if gathering.type in trigger.types),
        title=_title(document, gathering),
        when=_when(gathering) if gathering.passing is not None else None,
        where=None,
        triggers=spans,
        is_passing=gathering.passing is not None,
        weight=float(len(gathering.scenes)),
    )


def inner(document: Document, episodes: Sequence[Episode], parts: Iterable[str | None]) -> Iterator[Episode]:
    """Episodes for what drafts tell of and no scene does: an event within the story, or something told in passing."""
    known = {episode.part for episode in episodes if not episode.is_passing} | {"", STORY, None}
    for number, part in enumerate(dict.fromkeys(part for part in parts if part not in known), len(episodes)):
        passing = part == PASSING
        kind = OTHER if passing or part is None else part
        whole = None if passing else 0
        title = "" if passing else document.title
        yield Episode(number, kind, part, whole, Stage.ACCOMPLISHED, title, None, None, (), passing, 0.0)


def _title(document: Document, gathering: _Gathering) -> str:
    """The words of a passing event: the opening of its first sentence; the document's title for its own."""
    if gathering.passing is None or not gathering.scenes:
        return document.title
    scene = gathering.scenes[0]
    words = " ".join(document.text[scene.start : scene.end].split())
    return words if len(words) <= 90 else words[:87].rsplit(" ", 1)[0] + " …"


def _when(gathering: _Gathering) -> When | None:
    """The first time told of a passing event."""
    told = (time.when for scene in gathering.scenes for time in scene.times)
    return next((when for when in told if when is not None and when.earliest is not None), None)
