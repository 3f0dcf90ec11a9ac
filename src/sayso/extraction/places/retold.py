"""Where else a text tells its own place: in its title and headings, its dateline, a field of a table, and a first word of it.

A place that a deed hangs on anywhere in the text is its own. Where none does, the place that the title or the dateline names
and the text names again is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import filed_from
from sayso.extraction.places.hints import TOPONYM
from sayso.extraction.places.named import chains
from sayso.extraction.places.sites import placed, without_kind
from sayso.extraction.places.toponyms import Naming
from sayso.extraction.places.whereabouts import is_capital
from sayso.model import BlockKind, Place
from sayso.normalisation import places
from sayso.normalisation.names import fold
from sayso.normalisation.places_links import is_inner

_HEADS = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE)
_TOWN, _OFTEN, _SEVERAL = 2, 3, 2
_TIED = ("sites", "settlements")
#: "Location | Kotwara, Orla Province".
_FIELD = re.compile(
    rf"\s*(?:Location|Site|Place|Where|Venue|Scene)\s*[|:]\s*(?P<chain>{TOPONYM}(?:, {TOPONYM}){{0,4}})", re.IGNORECASE
)
IS_FIELD = re.compile(r"\s*(?:Location|Site|Place|Venue)\s*[|:]", re.IGNORECASE)
#: Before a name in a title: where somebody comes from or goes; behind it: who tells, and whose it is.
_AWAY = re.compile(r"\b(?:from|to|for|by|with|leaves?|reach(?:es)?) \Z", re.IGNORECASE)
_BODY = re.compile(
    r"(?:['\u2019]s)? (?:police|officials?|mayor|man|woman|men|women|boy|girl|teen(?:ager)?|native|resident|family|court|times|post|news|herald|tribune)\b",
    re.IGNORECASE,
)
#: What puts a known place of the story before the reader.
_PUT = re.compile(r"\b(?:in|at|near|outside|inside|around|of) (?:the )?\Z", re.IGNORECASE)
#: "500 km northwest of the capital": a place by which another is found.
_MEASURED = re.compile(
    r"\b(?:north|south|east|west|(?:north|south)(?:east|west)|km|kilomet(?:er|re)s|miles|leagues|outskirts)(?:ern)?\s+of\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def own_sites(told: Sequence[Scene], names: Naming, drafts: Sequence[Draft]) -> frozenset[str]:
    """The names of the story's own places: those that a deed hangs on and that of the title; where there are none, of what else is said."""
    tied = _own([d for d in drafts if d.maker in _TIED], names.setting)
    if tied:
        return tied
    headed, deeds = _headed(told, names), _own(drafts, names.setting)
    if headed and deeds and headed.isdisjoint(deeds) and not _is_titled(told, headed):
        return deeds  # where it was written, and where it was
    return headed or deeds or _often(told, names)


def _is_titled(told: Sequence[Scene], headed: frozenset[str]) -> bool:
    """Does a title or a heading name one of the places?"""
    titles = " ".join(fold(s.words) for s in told if s.kind in (BlockKind.TITLE, BlockKind.HEADING))
    return any(name in titles for name in headed)


def retold(told: Sequence[Scene], names: Naming, drafts: Sequence[Draft], own: frozenset[str]) -> Iterator[Draft]:
    """Drafts for the further tellings of the story's own place.

    Args:
        told: the scenes of a document.
        names: what its names of places mean.
        drafts: all that was made before.
        own: the names of the story's own places.
    """
    if names.setting.story.type is None:
        return
    taken = [(d.start, d.end) for d in drafts if d.slot == "place"]
    towns = _towns(drafts, names.setting)
    for scene in told:
        field = _FIELD.match(scene.words)
        if field is not None:
            yield from _field(scene, field, names)
        elif scene.kind in _HEADS and own and (scene.kind is not BlockKind.DATELINE or len(towns) < _SEVERAL):
            yield from _headline(scene, names, own, taken)
    if own and not any(d.slot == "place" and d.part in ("", STORY) for d in drafts):
        yield from _first(told, names, own)


def _own(drafts: Sequence[Draft], setting: Setting) -> frozenset[str]:
    """The names of the places that the story was at, as sharp as a town."""
    told = [
        d.value
        for d in drafts
        if d.slot == "place" and isinstance(d.value, Place) and d.part in ("", STORY) and setting.is_own(d.scene)
    ]
    return frozenset(fold(place.name) for place in told if _is_sharp(place) and not is_inner(place.name))


def _towns(drafts: Sequence[Draft], setting: Setting) -> frozenset[str]:
    """The towns of the tables at which deeds of the story were told: where they are several, a dateline says only where it was written."""
    tied = (d for d in drafts if d.slot == "place" and d.maker in _TIED and d.part in ("", STORY, None))
    told = [d.value for d in tied if isinstance(d.value, Place) and setting.is_own(d.scene)]
    return frozenset(
        fold(place.name)
        for place in told
        if place.latitude is not None and (place.precision or 9) <= _TOWN
        if not is_inner(place.name)
    )


def _is_sharp(place: Place) -> bool:
    """A town or less, or a name that no table has."""
    return (
        (place.precision or 9) <= _TOWN
        or (place.latitude is None and places.country(place.name) is None)
        or not places.lookup(place.name)
    )


def _headed(told: Sequence[Scene], names: Naming) -> frozenset[str]:
    """The place that the title or the dateline names, and the text again, the most often told."""
    heads = [scene for scene in told if scene.kind in _HEADS and not is_wire(scene, names)]
    inside = {name for scene in heads for chain in chains(scene, names.known, tuple(names.own)) for name in chain.names}
    found = Counter({name: 0 for name in sorted(inside) if _is_town(name, names)})
    if not found:
        return frozenset()
    alike = re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(name) for name in sorted(found, key=len, reverse=True)) + r")(?!\w)"
    )
    for scene in told:
        if scene.kind not in _HEADS:
            placed_in = (
                m
                for m in alike.finditer(scene.words)
                if m.group() in names.own
                or (_PUT.search(scene.words, 0, m.start()) and not _MEASURED.search(scene.words, 0, m.start()))
            )
            found.update(match.group() for match in placed_in)
    best = max(found, key=lambda name: found[name])
    return frozenset({fold(best), fold(best.title())}) if found[best] or best in names.own else frozenset()


def is_wire(scene: Scene, names: Naming) -> bool:
    """Is it the dateline of a piece filed from the capital, which tells of what happened anywhere in the country?"""
    if scene.kind is not BlockKind.DATELINE:
        return False
    filed = filed_from(names.setting.document, names.known)
    return filed is not None and is_capital(filed[0])


def _is_town(name: str, names: Naming) -> bool:
    """Is a name that of a town, by the tables or by the text?"""
    if places.country(name) is not None:
        return False
    return name in names.own or any(place.precision == 1 for place in places.lookup(name))


def _often(told: Sequence[Scene], names: Naming) -> frozenset[str]:
    """The place that no table has and of which the text speaks, where it speaks of one such place alone, or of it most."""
    alike = "|".join(re.escape(name) for name in names.own if not places.lookup(name))
    if not alike:
        return frozenset()
    found = Counter(
        m.group() for s in told if names.setting.is_own(s) for m in re.finditer(rf"(?<!\w)(?:{alike})(?!\w)", s.words)
    )
    first, *rest = [*found.most_common(2), ("", 0)]
    return (
        frozenset({fold(first[0])})
        if first[1] >= _OFTEN and first[1] >= 2 * (rest[0][1] if rest else 0)
        else frozenset()
    )


def without_strays(drafts: Sequence[Draft], own: frozenset[str]) -> list[Draft]:
    """The drafts without the towns that no deed hangs on, where the text is known to be set elsewhere."""
    return [d for d in drafts if d.slot != "place" or d.maker != "whereabouts" or not own or _is_near(d, own)]


def _is_near(draft: Draft, own: frozenset[str]) -> bool:
    place = draft.value
    if not isinstance(place, Place) or (place.precision or 9) > _TOWN:
        return True
    return any(fold(name) in own for name in (place.name, *place.inside))


def _headline(scene: Scene, names: Naming, own: frozenset[str], taken: Sequence[tuple[int, int]]) -> Iterator[Draft]:
    """The story's own place in a title, a heading or the dateline."""
    land = names.setting.story.country
    for found in chains(scene, names.known, tuple(names.own)):
        chain = without_kind(found)
        start, end = scene.start + chain.start, scene.start + chain.end
        if not any(fold(name) in own for name in chain.names[:2]) or any(a < end and start < b for a, b in taken):
            continue
        if _AWAY.search(scene.words, 0, chain.start) or _BODY.match(scene.words, chain.end):
            continue
        if "(" in scene.words[chain.start : chain.end] and scene.words[chain.end : chain.end + 1] == ")":
            end += 1
        place = placed(scene, chain, names)
        if place is not None and (land is None or place.country in (None, land)):
            yield Draft(scene, start, end, "place", None, place, scene.sent.root, part=STORY)


#: "9 November, Kotwara. A roadside bomb killed three": the opening of an entry of a chronicle.
_ENTRY = re.compile(
    rf"\s*(?:\d{{1,2}} [A-Z][a-z]+|[A-Z][a-z]+ \d{{1,2}})(?:,? \d{{4}})?, (?P<name>{TOPONYM}(?: road| highway| district)?)\s*[.:\u2014\u2013]"
)


def entries(told: Sequence[Scene], names: Naming) -> Iterator[Draft]:
    """The place that opens an entry of a chronicle: it is where what the entry tells of was."""
    text = names.setting.document.text
    blocks: dict[int, list[Scene]] = {}
    for scene in told:
        blocks.setdefault(scene.parse.block, []).append(scene)
    for block in blocks.values():
        match = _ENTRY.match(text, block[0].start, block[-1].end)
        telling = next(
            (s for s in block if match is not None and s.end > match.end() and (s.triggers or s.tells_harm)), None
        )
        if match is None or telling is None or block[0].kind is BlockKind.DATELINE:
            continue
        start, end = match.span("name")
        name = match["name"]
        place = names.place((name,), name, land=names.land)
        yield Draft(telling, start, end, "place", None, place, telling.sent.root, part=None)


def _field(scene: Scene, match: re.Match[str], names: Naming) -> Iterator[Draft]:
    """ "Location | Kotwara, Orla Province": the whole chain, whatever the tables know of it."""
    told = tuple(match["chain"].split(", "))
    start, end = match.span("chain")
    place = names.place(told, match["chain"], land=names.land)
    yield Draft(scene, scene.start + start, scene.start + end, "place", None, place, scene.sent.root, part=STORY)


def _first(told: Sequence[Scene], names: Naming, own: frozenset[str]) -> Iterator[Draft]:
    """The first time that the text puts anything in its own place."""
    body = [scene for scene in told if names.setting.is_own(scene) and scene.kind not in _HEADS]
    put = (
        (scene, chain)
        for scene in body
        for chain in chains(scene, names.known, tuple(names.own))
        if fold(chain.names[0]) in own and _PUT.search(scene.words, 0, chain.start)
    )
    for scene, chain in islice(put, 1):
        place = placed(scene, chain, names)
        if place is not None:
            start = scene.start + chain.start
            yield Draft(scene, start, scene.start + chain.end, "place", None, place, scene.sent.root, part=STORY)
