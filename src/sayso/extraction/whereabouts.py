"""Where: the place chains of a scene, and which of them is where the story happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.scenes import Scene
from sayso.model import Place
from sayso.normalisation import places
from sayso.normalisation.places_chains import Chain, find_chains
from sayso.normalisation.places_countries import by_code

_LABELS = ("GPE", "LOC", "FAC", "ORG")
#: Words before a chain that make it the place of an event.
_LOCATIVE = ("in", "at", "near", "outside", "inside", "on", "over", "of", "from", "to", "into")


def context(scenes: Sequence[Scene]) -> places.PlaceContext:
    """All places that a document names, to settle which Springfield is meant."""
    return places.context_of(e.text for scene in scenes for e in scene.sent.ents if e.label_ in ("GPE", "LOC"))


def chains(scene: Scene, text: str) -> tuple[Chain, ...]:
    """The place chains of a scene; offsets are those of the sentence."""
    base = scene.sent.start_char
    spans = [(e.start_char - base, e.end_char - base, e.label_) for e in scene.sent.ents if e.label_ in _LABELS]
    return find_chains(text[scene.start : scene.end], spans)


def whereabouts(scene: Scene, setting: Setting, known: places.PlaceContext) -> Iterator[Draft]:
    """Where the story happened, where a trigger and a locative chain stand together."""
    if not setting.is_own(scene):
        return
    text = setting.document.text
    for chain in chains(scene, text):
        place = places.resolve(
            chain.names, known, text=text[scene.start + chain.start : scene.start + chain.end], near=chain.is_near
        )
        if place is None or place.precision is None or place.precision >= 6:
            continue
        if setting.story.country is not None and place.country not in (None, setting.story.country):
            continue
        span = scene.sent.doc.char_span(
            scene.sent.start_char + chain.start, scene.sent.start_char + chain.end, alignment_mode="expand"
        )
        if span is None or not len(span) or not _is_where(scene, chain, text):
            continue
        yield Draft(scene, scene.start + chain.start, scene.start + chain.end, "place", None, place, span.root, part="")


def _is_where(scene: Scene, chain: Chain, text: str) -> bool:
    """A building stands for a place by itself ("seized the embassy in ..."); a town needs a locative word before it."""
    before = text[scene.start : scene.start + chain.start].rstrip().lower()
    if len(chain.names) > 1 and (scene.triggers or scene.has_story_people):
        return True
    if not scene.triggers:
        return False
    last = before.rsplit(" ", 1)[-1] if before else ""
    return last in _LOCATIVE and last != "of"


def country_place(code: str | None) -> Place | None:
    """The country that a story is set in, where nothing sharper is told."""
    land = by_code(code) if code is not None else None
    if land is None:
        return None
    return Place(land.name, (), land.code, land.latitude, land.longitude, 6, land.name)


def commonest(found: Sequence[Place]) -> Place | None:
    """The place told most often, the sharpest first."""
    if not found:
        return None
    counts = Counter((p.name, p.inside) for p in found)
    return min(found, key=lambda p: (-counts[p.name, p.inside], p.precision or 9, p.name))
