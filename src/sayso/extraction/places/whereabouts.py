"""Where: the place chains of a scene, and which of them is where the story happened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene, is_of_people
from sayso.extraction.events.story import filed_from
from sayso.extraction.places.elsewhere import is_elsewhere
from sayso.extraction.places.named import chains
from sayso.extraction.places.signs import SIDED
from sayso.extraction.words.hedges import hedge
from sayso.model import BlockKind, Document, Modality, Place
from sayso.normalisation import places
from sayso.normalisation.names import fold
from sayso.normalisation.places_chains import Chain
from sayso.normalisation.places_countries import Country, by_code
from sayso.normalisation.places_distance import lies_in
from sayso.normalisation.places_outlets import home_of

#: A county by its officers, which the name finder takes for a body.
_OF_COUNTY = re.compile(
    r"\b([A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)? County)(?='s | [Ss]heriff| [Cc]oroner| [Dd]eput)"
)
_HERE = re.compile(r"\b(?:in|of|outside|near|throughout)\s+(this\s+(?:capital|city|town))\b", re.IGNORECASE)
#: "In the capital", "in the southern part of the capital"; not "30 km north of the capital", "the capital of the province".
_CAPITAL = re.compile(
    r"\b(?:in|throughout|across|around|outside|near)\s+(?:(?:the|a|an|an?\s+\w+)\s+(?:[\w-]+\s+){0,2}?(?:part|parts|section|sector|outskirts|suburbs?|cent(?:er|re)"
    r"|districts?|side|area|areas|zone|quarter|neighbou?rhoods?|streets?|avenue)\s+of\s+)?(the\s+(?:[\w-]+\s+)?capital)\b(?!\s+(?:of|punishment|letters?|city\s+of)\b)",
    re.IGNORECASE,
)
#: The first sentences of a piece of news say where; a place told as sharply as a town or better needs no more.
_OPENING, _TOWN = 6, 2
_POLICE = re.compile(r"\b([A-Z][\w.]+(?: [A-Z][\w.]+){0,2}) (?:[Pp]olice|PD)\b")
_PLACING = (" in", " at", " near", " outside")
_CARE = re.compile(r"\b(?:hospitals?|medical cent(?:er|re)|clinic|infirmary|University Health)\b", re.IGNORECASE)
_CARRIED = re.compile(
    r"\b(?:taken|flown|transported|rushed|airlifted|admitted|treated|treatment|remain(?:s|ed)?|pronounced|brought|released)\b",
    re.IGNORECASE,
)
#: Words right before a name that make another of it, and a name's rest that makes a street or a park of it.
_OTHER_NAME = re.compile(r"\b(?:Little|Old|Upper|Lower) $")
_BLOCK = re.compile(r"\bblock of $")
_STREET = re.compile(
    r"(?: [A-Z][\w-]+)? (?:Trail|Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Drive|Lane|Way|Parkway|Highway|Pike|Expressway)\b"
)
_PUT = (" in ", "\nin ", " near ", " outside ")
#: A dateline in capitals: the town, perhaps its state, perhaps the agency, and a dash.
_FILED_TOWN = re.compile(
    r"\s*([A-Z][A-Z.'\u2019]+(?: [A-Z][A-Z.'\u2019]+){0,2})(?:, ([A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?))?(?:, (?:[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]+\.?(?: \d{4})?))?\s*(?:\([^)\n]{2,30}\)\s*)?(?:--|\u2014|\u2013|-(?:\s|$))"
)
#: In a dateline, also in small letters: "Harbin Kot, Afghanistan, 4 May 2009 (Wire) -".
_FILED_SMALL = re.compile(
    r"\s*([A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,2}), ([A-Z][A-Za-z.]+(?: [A-Z][a-z]+){0,2})(?=\s*[,(:\u2014\u2013-])"
)
_FILED = re.compile(r"[\s,.]*(?:\([^)\n]{2,40}\))?\s*(?:--|\u2014|\u2013|-\s)")
_SETTLED = re.compile(r"\b(?:in|at|near|outside|entered|on) the (?:[\w-]+ ){0,2}(?:\w+) of $")
_HAPPENED = re.compile(r"\b[Ii]t (?:happened|occurred|took place|began|started)\b")
#: The country alone places what only its name tells.
_COUNTRY_ONLY = 6
_COUNTY = 3
#: "In downtown Ashby", "in northeast Ashby".
_SIDE_BEFORE = re.compile(rf"(?<=\s){SIDED}\Z")
_TO_COME = (Modality.PLANNED, Modality.HYPOTHETICAL)
#: Words before a chain that make it the place of an event.
_LOCATIVE = ("in", "at", "near", "outside", "inside", "on", "off", "over", "of", "from", "to", "into")


def context(scenes: Sequence[Scene], document: Document) -> places.PlaceContext:
    """All places that a document names, and its outlet's home, to settle which Springfield is meant."""
    home = home_of(document.source) if document.source is not None else None
    named = [e.text for scene in scenes for e in scene.sent.ents if e.label_ in ("GPE", "LOC")]
    counties = (match[1] for scene in scenes for match in _OF_COUNTY.finditer(scene.words))
    return places.context_of([*named, *(name for name in counties if name not in named)], home)


def whereabouts(scene: Scene, setting: Setting, known: places.PlaceContext) -> Iterator[Draft]:
    """Where the story happened, where a trigger and a locative chain stand together."""
    if not setting.is_incident(scene):
        return
    text = setting.document.text
    yield from _here(scene, setting)
    for found in chains(scene, known):
        chain = _without_kind(found)
        if _is_of_care(scene, chain) or _is_piece(scene, chain):
            continue
        place = places.resolve(
            chain.names, known, text=text[scene.start + chain.start : scene.start + chain.end], near=chain.is_near
        )
        if place is None:
            yield from _unknown(scene, setting, chain)
            continue
        place = _with_town(place, chain)
        if place.precision is None or (place.precision >= _COUNTRY_ONLY and not _is_settlement(scene, chain)):
            continue
        if setting.story.country is not None and place.country not in (None, setting.story.country):
            continue
        span = scene.sent.doc.char_span(
            scene.sent.start_char + chain.start, scene.sent.start_char + chain.end, alignment_mode="expand"
        )
        if span is None or not len(span) or not _is_where(scene, chain, text) or is_of_people(span.root):
            continue
        if hedge(span.root) in _TO_COME or is_elsewhere(scene, setting, span.root):
            continue  # "the talks would have gone on in ..."
        yield Draft(scene, scene.start + chain.start, scene.start + chain.end, "place", None, place, span.root, part="")


def _with_town(place: Place, chain: Chain) -> Place:
    """ "Ashby's West Hill": the town that the text puts a quarter in, where the tables know the quarter as a town."""
    if (place.precision or 9) > _TOWN or len(chain.names) < 2:
        return place
    known = {fold(name) for name in (place.name, *place.inside)}
    towns = [
        name
        for name in chain.names[1:]
        if fold(name) not in known and any(p.precision == 1 for p in places.lookup(name))
    ]
    return (
        replace(place, inside=(towns[0], *place.inside))
        if towns and fold(chain.names[0]) == fold(place.name)
        else place
    )


def _without_kind(chain: Chain) -> Chain:
    """ "A military base in the town of Gubo": a kind of building names no place, the town does."""
    if len(chain.names) < 2 or not chain.names[0].islower() or not chain.names[1][0].isupper():
        return chain
    return replace(chain, names=chain.names[1:], extents=chain.extents[1:], start=chain.extents[1].start)


def _is_piece(scene: Scene, chain: Chain) -> bool:
    """ "Little Havana", "South Orange Blossom Trail", "the 300 block of West Monroe": a piece of a name, or a street's."""
    if scene.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    if _OTHER_NAME.search(scene.words, 0, chain.start) is not None:
        return True
    if len(chain.names) > 1 or not places.lookup(chain.names[0]):
        return False
    is_street = _BLOCK.search(scene.words, 0, chain.start) is not None
    return is_street or _STREET.match(scene.words, chain.end) is not None


def _is_of_care(scene: Scene, chain: Chain) -> bool:
    """ "Flown to a Jackson hospital", "to University Health in Ashby": where the hurt were brought, and not where it happened."""
    near = scene.words[max(0, chain.start - 40) : chain.end + 12]
    return _CARE.search(near) is not None and _CARRIED.search(scene.words) is not None


def _is_settlement(scene: Scene, chain: Chain) -> bool:
    """Does the text say of the smallest name that it is a village or a town, and in which country?"""
    before = scene.words[max(0, chain.start - 40) : chain.start]
    return len(chain.names) > 1 and _SETTLED.search(before) is not None


def _unknown(scene: Scene, setting: Setting, chain: Chain) -> Iterator[Draft]:
    """A village that no gazetteer has, where the text says that it is one: its words, and the story's country."""
    text, land = setting.document.text, by_code(setting.story.country) if setting.story.country is not None else None
    town = chain.extents[-1]
    before = scene.words[max(0, town.start - 40) : town.start]
    if not _SETTLED.search(before) or not (scene.triggers or scene.tells_harm or _HAPPENED.search(scene.words)):
        return
    base = scene.sent.start_char
    span = scene.sent.doc.char_span(base + town.start, base + town.end, alignment_mode="expand")
    if span is None or not len(span):
        return
    start, end = scene.start + town.start, scene.start + town.end
    inside = (land.name,) if land is not None else ()
    code = land.code if land is not None else None
    place = Place(
        chain.names[-1], inside, code, None, None, _COUNTRY_ONLY if land is not None else None, text[start:end]
    )
    yield Draft(scene, start, end, "place", None, place, span.root, part="")


def _here(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "In this capital", "in the capital": the place of the dateline, the story's capital, where a deed is told."""
    if not scene.triggers:
        return
    yield from _in_capital(scene, setting)
    for match in _HERE.finditer(setting.document.text, scene.start, scene.end):
        filed = filed_from(setting.document)
        span = scene.sent.doc.char_span(
            match.start(1) - scene.parse.base, match.end(1) - scene.parse.base, alignment_mode="expand"
        )
        if filed is not None and span is not None and len(span):
            told = replace(filed[0], text=match.group(1))
            yield Draft(scene, match.start(1), match.end(1), "place", None, told, span.root, part="")


def _in_capital(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The capital of the story's country, where a deed is told "in the capital"."""
    land = by_code(setting.story.country) if setting.story.country is not None else None
    match = _CAPITAL.search(setting.document.text, scene.start, scene.end) if land is not None else None
    if land is None or match is None or not land.capital:
        return
    start, end = match.span(1)
    place = places.resolve((land.capital, land.name), text=" ".join(match.group(1).split()))
    base = scene.parse.base
    span = scene.sent.doc.char_span(start - base, end - base, alignment_mode="expand")
    if place is not None and place.country == land.code and span is not None and len(span):
        yield Draft(scene, start, end, "place", None, place, span.root, part="")


def _is_where(scene: Scene, chain: Chain, text: str) -> bool:
    """A building stands for a place by itself ("seized the embassy in ..."); a town needs a locative word before it."""
    before = text[scene.start : scene.start + chain.start].rstrip().lower()
    if len(chain.names) > 1 and (scene.triggers or scene.has_story_people):
        return True
    if not scene.triggers:
        return False
    if _SETTLED.search(f"{before} "):
        return True
    last = _SIDE_BEFORE.sub("", f"{before} ").rstrip().rsplit(" ", 1)[-1]
    return last in _LOCATIVE and last != "of"


def opening(
    told: Sequence[Scene], setting: Setting, known: places.PlaceContext, found: Sequence[Draft]
) -> Iterator[Draft]:
    """Where no word of the story stands by a town, the dateline's town, or the first that the opening places it in."""
    told_of = [d.value for d in found if d.slot == "place" and isinstance(d.value, Place)]
    if any(
        (place.precision or 9) <= _TOWN or place.latitude is None or not places.lookup(place.name) for place in told_of
    ):
        return  # the last is a town that the text names and no gazetteer has
    text, land = setting.document.text, setting.story.country
    heads = [scene for scene in told if scene.kind is BlockKind.DATELINE]
    filed = filed_from(setting.document, known)
    if (
        heads
        and filed is not None
        and not is_capital(filed[0])
        and (filed[0].precision or 9) <= _TOWN
        and heads[0].start <= filed[1].start
    ):
        words = text[filed[1].start : filed[1].end]
        yield Draft(
            heads[0],
            filed[1].start,
            filed[1].end,
            "place",
            None,
            replace(filed[0], text=words),
            heads[0].sent.root,
            part=STORY,
        )
        return
    for scene in told[:_OPENING]:
        for chain in chains(scene, known):
            words = text[scene.start + chain.start : scene.start + chain.end]
            place = places.resolve(chain.names, known, text=words, near=chain.is_near)
            if place is None or (place.precision or 9) > _TOWN or place.country not in (None, land):
                continue
            if not _is_placing(scene, chain, text):
                continue
            base = scene.sent.start_char
            span = scene.sent.doc.char_span(base + chain.start, base + chain.end, alignment_mode="expand")
            if span is not None and len(span) and not is_elsewhere(scene, setting, span.root):
                start, end = scene.start + chain.start, scene.start + chain.end
                yield Draft(scene, start, end, "place", None, place, span.root, part="")
                return
    policed = list(_policed(told, setting, known))
    yield from policed or islice(_unlisted(told, setting, known), 1)


def _unlisted(told: Sequence[Scene], setting: Setting, known: places.PlaceContext) -> Iterator[Draft]:
    """A town that no gazetteer has: "DEER CREEK, Idaho (AP) --", or the name finder's in an opening that tells of harm."""
    text = setting.document.text
    land = by_code(setting.story.country) if setting.story.country is not None else None
    for scene in told[:_OPENING]:
        told_in = text[scene.start : scene.end]
        filed = _FILED_TOWN.match(told_in)
        if filed is None and scene.kind is BlockKind.DATELINE:
            filed = _FILED_SMALL.match(told_in)
        if filed is not None and not told_in[filed.end() :].isupper():
            name = filed.group(1).title()
            state = places.resolve((filed.group(2),)) if filed.group(2) else None
            if state is not None and state.precision != 1 and places.resolve((name, filed.group(2)), known) is not None:
                yield _in_state(_nameless(scene, filed.span(1), name, land), state)
            elif not places.lookup(name) and places.country(name) is None:
                yield _nameless(scene, filed.span(1), name, land)
        if not (scene.triggers or scene.tells_harm) or not setting.is_own(scene):
            continue
        base = scene.sent.start_char
        for entity in scene.sent.ents:
            start, end = entity.start_char - base, entity.end_char - base
            before = text[max(scene.start, scene.start + start - 9) : scene.start + start].lower()
            words = text[scene.start + start : scene.start + end]
            is_deed = any(entity.start <= trigger.token.i < entity.end for trigger in scene.triggers)
            is_new = (
                entity.label_ in ("GPE", "LOC", "PERSON") and before.endswith(_PUT) and words.istitle() and not is_deed
            )
            if is_new and places.country(words) is None and _is_elsewhere(words, known, land):
                yield _nameless(scene, (start, end), words, land)


def _is_elsewhere(words: str, known: places.PlaceContext, land: Country | None) -> bool:
    """Has no gazetteer a town of this name in the story's country?"""
    place = places.resolve((words,), known, text=words)
    return place is None or (land is not None and place.country not in (None, land.code))


def _nameless(scene: Scene, at: tuple[int, int], name: str, land: Country | None) -> Draft:
    """A place by its words alone, in the story's country."""
    start, end = scene.start + at[0], scene.start + at[1]
    inside = (land.name,) if land is not None else ()
    code = land.code if land is not None else None
    place = Place(name, inside, code, None, None, _COUNTRY_ONLY if land is not None else None, name)
    return Draft(scene, start, end, "place", None, place, scene.sent.root, part=STORY)


def _in_state(draft: Draft, state: Place) -> Draft:
    """ "KIDRON, Ohio": a town that no gazetteer has keeps its state."""
    if not isinstance(draft.value, Place):
        return draft
    inside = (state.name, *state.inside)
    return replace(draft, value=replace(draft.value, inside=inside, country=state.country, precision=_COUNTRY_ONLY))


def _policed(told: Sequence[Scene], setting: Setting, known: places.PlaceContext) -> Iterator[Draft]:
    """ "Ashby police are looking for ...": whose police it is says where, the town told so most often."""
    found: list[Draft] = []
    for scene in told:
        if not setting.is_own(scene) and scene.number >= _OPENING:
            continue
        for match in _POLICE.finditer(scene.words):
            place = _town(match.group(1), known)
            if place is not None and place.country == setting.story.country:
                end = scene.start + match.end(1)
                found.append(
                    Draft(scene, end - len(place.text), end, "place", None, place, scene.sent.root, part=STORY)
                )
    counts = Counter(draft.value.name for draft in found if isinstance(draft.value, Place))
    yield from sorted(found, key=lambda d: (-counts[d.value.name] if isinstance(d.value, Place) else 0, d.start))[:1]


def _town(words: str, known: places.PlaceContext) -> Place | None:
    """The town that the last of these words name, the longest name first."""
    names = words.split()
    for first in range(len(names)):
        name = " ".join(names[first:])
        place = places.resolve((name,), known, text=name)
        if place is not None and (place.precision or 9) <= _TOWN:
            return place
    return None


def is_capital(place: Place) -> bool:
    """Agencies file from the capital what happened anywhere in the country."""
    land = by_code(place.country) if place.country is not None else None
    return land is not None and fold(land.capital) == fold(place.name)


def _is_placing(scene: Scene, chain: Chain, text: str) -> bool:
    """ "in Ashby", "ASHBY, Iowa (AP) --" at the start, "an Ashby shooting"."""
    before = text[scene.start : scene.start + chain.start].rstrip(" \n(").lower()
    sideless = _SIDE_BEFORE.sub("", f" {before} ").rstrip()
    if sideless.endswith(_PLACING) or (not before and _FILED.match(text, scene.start + chain.end)):
        return True
    at = scene.start + chain.end
    return any(0 < scene.parse.base + trigger.start - at <= 2 for trigger in scene.triggers)


def country_place(code: str | None) -> Place | None:
    """The country that a story is set in, where nothing sharper is told."""
    land = by_code(code) if code is not None else None
    if land is None:
        return None
    return Place(land.name, (), land.code, land.latitude, land.longitude, 6, land.name)


def commonest(found: Sequence[Place]) -> Place | None:
    """The place told most often, the sharpest first; no county, region or country in which another of them lies."""
    if not found:
        return None
    found = [p for p in found if (p.precision or 0) < _COUNTY or not any(lies_in(q, p) for q in found)] or found
    counts = Counter((p.name, p.inside) for p in found)
    return min(found, key=lambda p: (-counts[p.name, p.inside], p.precision or 9, p.name))
