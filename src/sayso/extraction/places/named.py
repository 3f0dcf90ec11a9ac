"""The names of places in a sentence, with what the name finder overlooks and cuts short, joined to chains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extraction.events.scenes import Scene
from sayso.extraction.places.signs import CALENDAR, SIDED, heads
from sayso.extraction.places.toponyms import is_title_case
from sayso.normalisation import places
from sayso.normalisation.names import fold
from sayso.normalisation.places_chains import Chain, find_chains
from sayso.normalisation.places_links import is_inner

#: What stands after these words is a place, also where neither the name finder nor the gazetteer knows it.
_SETTLEMENT = re.compile(
    r"\b(?i:villages?|towns?|hamlet|city|settlement|township|suburb|commune|municipality|islands?|port|quarter|parish) of "
    r"((?:[A-Z][\w'\u2019-]+)(?: (?:(?:de|del|la|las|los|el|al) )?[A-Z][\w'\u2019-]+){0,3})"
)
_LABELS = ("GPE", "LOC", "FAC", "ORG")
_BEHIND = re.compile(r",\s*([A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)*)")
_PUT_NAME = re.compile(
    rf"\b(?:in|near|off|outside|at) {SIDED}((?:(?:St|Ft|Mt)\. )?[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){{0,2}})"
)
_PUT_TITLE = re.compile(r"\b(?:In|Near|Off|Outside|At) ([A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2})")
_BEFORE = re.compile(r"(?:^|(?<=[\s(]))([A-Z][a-z'\u2019-]+) \Z")
_ANOTHER = re.compile(r" ([A-Z][a-z][\w-]+|[A-Z]{3,})(?= |,|\.|$)")
_NEXT = re.compile(r" ([A-Z][a-z'\u2019-]+)")


def chains(scene: Scene, known: places.PlaceContext = places.NO_CONTEXT, more: Sequence[str] = ()) -> tuple[Chain, ...]:
    """The place chains of a scene, in its words as they were parsed; offsets are those of the sentence.

    Args:
        scene: a sentence.
        known: what places the text speaks of.
        more: names that the text uses as those of places, longer ones first.
    """
    base = scene.sent.start_char
    spans = [(e.start_char - base, e.end_char - base, e.label_) for e in scene.sent.ents if e.label_ in _LABELS]
    words = scene.words
    settled = [(match.start(1), match.end(1), "GPE") for match in _SETTLEMENT.finditer(words)]
    kept = [_grown(piece, words) for one in spans for piece in _beside(one, settled, words)]
    added = _again(words, more) if more else []
    kept = [one for one in kept if not any(a < one[1] and one[0] < b and b - a >= one[1] - one[0] for a, b, _ in added)]
    return find_chains(words, sorted({*kept, *settled, *_unfound(scene, words, known), *added}))


def _again(words: str, names: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where a sentence has names that the text uses as those of places."""
    alike = "|".join(re.escape(name) for name in names)
    found = re.finditer(rf"(?<![\w-])(?:{alike})(?![\w-])", words)
    return [(m.start(), m.end(), "GPE") for m in found if not _goes_on(words, m.end())]


def _goes_on(words: str, end: int) -> bool:
    """Does a name go on behind ("Gorham Flats"), and not with a building or a day?"""
    behind = _ANOTHER.match(words, end)
    return behind is not None and not is_inner(behind[1]) and fold(behind[1]) not in CALENDAR


def _grown(span: tuple[int, int, str], words: str) -> tuple[int, int, str]:
    """A town's whole name where the finder gave a piece of it: "in River Oaks Sunday", "Winston Salem"."""
    start, end, label = span
    if label not in ("GPE", "LOC"):
        return span
    ahead = _BEFORE.search(words, 0, start)
    if ahead is not None and places.lookup(words[ahead.start(1) : end]):
        return ahead.start(1), end, label
    behind = _NEXT.match(words, end)
    if behind is None or places.lookup(words[start:end]):
        return span
    return (start, behind.end(), label) if places.lookup(words[start : behind.end()]) else span


def _beside(
    span: tuple[int, int, str], settled: Sequence[tuple[int, int, str]], words: str
) -> Iterator[tuple[int, int, str]]:
    """A name that the finder gave; of "Gubo, Zaro state", where Gubo is a town by its words, what stands behind the comma."""
    over = [one for one in settled if one[0] < span[1] and span[0] < one[1]]
    if not over:
        yield span
        return
    behind = _BEHIND.match(words, over[-1][1], span[1])
    if behind is not None:
        yield behind.start(1), behind.end(1), "GPE"


def _titled(words: str) -> Iterator[tuple[int, int, str]]:
    """The towns of a title in capitals throughout: "Nine Die As Coach Plunges Off Road Near Huaraz"."""
    for match in _PUT_TITLE.finditer(words):
        pieces, start = match[1].split(" "), match.start(1)
        names = (" ".join(pieces[:length]) for length in range(len(pieces), 0, -1))
        name = next((one for one in names if _is_town(one)), None)
        if name is not None and not any(is_inner(word) for word in words[start + len(name) :].split()[:2]):
            yield start, start + len(name), "GPE"


def _is_town(name: str) -> bool:
    """Is a name a town's, and no word?"""
    return any(place.precision == 1 for place in places.lookup(name)) and not places.is_risky(name)


def _unfound(scene: Scene, words: str, known: places.PlaceContext) -> Iterator[tuple[int, int, str]]:
    """A town of the gazetteer that the finder overlooked, where a deed is told: "capsized off Malaga", "in Ashby Tuesday".

    A name that is a word, too, is one where the outlet is at home.
    """
    if not scene.triggers:
        return
    base = scene.sent.start_char
    found = [(e.start_char - base, e.end_char - base) for e in scene.sent.ents if e.label_ in _LABELS]
    if is_title_case(scene):
        yield from (one for one in _titled(words) if all(to <= one[0] or one[1] <= begin for begin, to in found))
    for match in _PUT_NAME.finditer(words):
        for at, name in heads(match):
            start, end = match.start(1), match.start(1) + len(name)
            is_free = at == start and all(to <= start or end <= begin for begin, to in found)
            is_sure = not places.is_risky(name) or (
                known.home is not None and places.resolve((name,), known) is not None
            )
            if is_free and places.lookup(name) and is_sure:
                yield start, end, "GPE"
                break
