"""The names that a text itself uses as those of places, whether or not a gazetteer has them, and what it puts them in.

A village that no table knows is known by the words around it: "the villagers of Kotwara", "Kotwara, Orla Province", "12 km
north of Kotwara", or, twice, "at Kotwara". What one sentence says it lies in holds for every other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import filed_from
from sayso.extraction.places.hints import TOPONYM, WORD, called, done_to, put_at
from sayso.extraction.places.signs import SIDED
from sayso.extraction.words.lexicon import words as listed
from sayso.model import BlockKind, Place
from sayso.normalisation import places
from sayso.normalisation.names import fold
from sayso.normalisation.places_countries import by_code
from sayso.normalisation.places_risk import COMPASS

_KINDS = (
    "villages?|towns?|hamlets?|city|settlement|township|suburb|commune|municipality|islands?|port|quarter|parish|district|barrio"
    "|neighbou?rhood|community|department|province|governorate|county|jurisdiction|outskirts|vicinity|place known as|area known as"
)
_OF_A_TOWN = (
    "inhabitants|villagers|townspeople|townsfolk|residents|streets?|bazaar|market square|mayor|stations?|port|harbou?r|bay|people|population"
    "|airfield|airstrip|gates?|walls|ruins"
)
_AWAY = (
    r"(?:kilomet(?:re|er)s?|km|miles?|mi|leagues?|versts?|hours?|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|(?:[Nn]orth|[Ss]outh)-?(?:[Ee]ast|[Ww]est))"
    r"(?: (?:to the )?\w+)? (?:of|from)"
)
#: What makes a place of a name by one mention.
_SURE = re.compile(
    rf"(?P<works>(?!))?\b(?:(?:(?i:{_KINDS})(?: of)?|(?i:{_OF_A_TOWN}) of|{_AWAY}|[Rr]oad (?:to|from)|[Bb]orn at) |(?=(?:Barangay|Brgy\.|Mohallah|Colonia|Barrio|Cerro|Kampung|Desa) ))"
    rf"(?P<name>{TOPONYM})(?!['\u2019]?\w)"
)
#: "Kotwara, a village of 1,200", "Kotwara district", "Kotwara was a hamlet".
_CALLED = re.compile(
    rf"(?P<name>{TOPONYM})(?:,? (?:is|was|an?|the) (?:[\w-]+ ){{0,4}}(?i:village|town|hamlet|settlement|municipality|island|port|quarter|district|suburb|neighbou?rhood)\b| (?:district|province|village|municipality|valley|airfield)\b)"
    rf"|\b(?P<works>{WORD}(?: {WORD})?) (?:No\. ?\d+ )?(?i:mine|colliery|pit|quarry|dam|siding|junction)\b"
)
#: "Kotwara, Orla Province", "Kotwara (Orla)": decided by what stands behind.
_WITHIN = re.compile(
    rf"(?P<name>{TOPONYM})(?:, (?:in )?(?:the )?| \((?=[^)]{{3,40}}\))| in (?:the )?{SIDED})(?P<outer>{TOPONYM})"
)
_HINTS = 2
_HEADS = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE)
#: "The lamps of Kotwara", "KOTWARA - They ..." at the head of a text.
_HEADED = re.compile(rf"(?:\b(?:of|after|since) (?P<of>{TOPONYM})\s*\Z|^(?P<name>{TOPONYM}),? (?:\u2014|\u2013|-))")
_SIDES = COMPASS | {"sw", "se", "nw", "ne", "n", "s", "e", "w", "downtown", "central", "upper", "lower"}
_BEFORE = frozenset(
    "at in near on from to the of after since outside around off this that when while and but as for with by under over inside".split()
)
#: Words that begin with a capital after "in" and "at" and are no places.
_NO_PLACES = frozenset(
    "parliament congress senate god heaven islam english french spanish arabic german russian portuguese latin monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december spring summer autumn winter christmas "
    "easter ramadan lent mass first second third court room chapter article section part annex appendix table figure page line "
    "paragraph volume book he she it they we i you this that these those there here the a an all both no none one two three four five six "
    "seven eight nine ten twelve operation world war state government house council committee police army front general president facebook "
    "county district province region town village city capital number no gate order ground level shaft platform car flight train zone camp base block unit station terminal pier twitter whatsapp youtube telegram instagram mr mrs ms dr colonel captain major sergeant lieutenant gmt am pm".split()
)
#: Words of deeds, of who did or suffered them and of their days, which begin with a capital in a headline and are in no name.
_OF_DEEDS = frozenset(
    "shooting shootings killing killings murder murders homicide homicides suicide stabbing robbery burglary assault attack attacks attempt arrest manhunt standoff crash "
    "blast explosion incident accident accidental apparent drive-by fatal deadly double triple gun gunfire gunman gunmen suspect suspects victim victims man men woman women "
    "boy boys girl girls child children teen teens teenager teenagers baby toddler mother father son daughter brother sister husband wife cop cops officer officers "
    "death deaths dead killed injured wounded shot charged arrested dies kills shoots today tonight yesterday tomorrow morning night evening afternoon weekend".split()
)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name that a text uses as a place's; `place` is what it lies in, where the text says so, `is_sure` by one mention."""

    name: str
    inside: tuple[str, ...] = ()
    country: str | None = None
    outer: Place | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """What a document's names of places mean: `known` by the tables, `own` by its own words, the longest names first.

    `land`: the story's country, where the text names it or was filed there: what a village of no table lies in.
    """

    setting: Setting
    known: places.PlaceContext
    own: Mapping[str, Toponym]
    land: str | None = None

    def place(self, names: Sequence[str], words: str, *, near: bool = False, land: str | None = None) -> Place:
        """The place of some names from small to large, by the tables where they have it, else by the text's words."""
        place = places.resolve(names, self.known, text=words, near=near)
        return place or replace(by_words(names, self.own.get(names[0]), land), text=words)


def named_places(told: Sequence[Scene], setting: Setting, known: places.PlaceContext) -> Naming:
    """What the names of places in a document mean.

    Args:
        told: its scenes.
        setting: of the document.
        known: what places of the tables it speaks of.
    """
    land = setting.story.country
    return Naming(
        setting, known, toponyms(told, known), land if land and _is_named(land, told, setting, known) else None
    )


def _is_named(land: str, told: Sequence[Scene], setting: Setting, known: places.PlaceContext) -> bool:
    """Is a country named, or its people, or was the text filed or printed there? A town of one name tells too little."""
    filed = filed_from(setting.document, known)
    if land in (
        known.home.country if known.home is not None else None,
        filed[0].country if filed is not None else None,
    ):
        return True
    if land == "US" and any(code.startswith("US.") for code in known.regions):
        return True  # its texts name the state
    if len(known.countries) == 1 and known.countries.get(land, 0) >= _HINTS:
        return True
    labels = ("GPE", "NORP", "LOC")
    return any(places.country(e.text) == land for scene in told for e in scene.sent.ents if e.label_ in labels)


def toponyms(told: Sequence[Scene], known: places.PlaceContext) -> Mapping[str, Toponym]:
    """The places of a text by their names as it writes them; those of a gazetteer only where the text says what they lie in."""
    sure: dict[str, Toponym] = {}
    hints: Counter[str] = Counter()
    people = people_of(told)
    text = "\n".join(scene.words for scene in told)
    for scene in told:
        for name, outer in () if is_title_case(scene) else _sure(scene.words, known):
            if _may_be(name, people) and not _is_word(name, text) and (name not in sure or sure[name].outer is None):
                sure[name] = _within(name, outer)
        hints.update(hinted(scene.words, people))
        if scene.kind in _HEADS:
            hints.update(name for name in hinted(scene.words, people) if not places.lookup(name))
            hints.update(
                name
                for match in _HEADED.finditer(scene.words)
                if _may_be(name := _trimmed(match["of"] or match["name"]), people)
            )
    for name, count in hints.items():
        if name not in sure and not _is_word(name, text) and (count >= _HINTS or _is_again(name, text, told)):
            sure[name] = Toponym(_written(name))
    sure.update({_written(name): one for name, one in sure.items() if _written(name) not in sure})
    return dict(sorted(sure.items(), key=lambda one: (-len(one[0]), one[0])))


def _is_again(name: str, text: str, told: Sequence[Scene]) -> bool:
    """Does the text name a place once more, in whatever letters, and no person of that name?"""
    alike = rf"\b(?:{re.escape(name)}|{re.escape(_written(name))})\b"
    return len(re.findall(alike, text)) > 1 and not _is_labelled(name, told)


def _is_word(name: str, text: str) -> bool:
    """Does the text write a name small, too, or call an operation so?"""
    if re.search(rf"\bOperation {re.escape(name)}\b", text) is not None:
        return True
    return " " not in name and re.search(rf"\b{re.escape(name.lower())}s?\b", text) is not None


def _written(name: str) -> str:
    """A name in capitals as it is written elsewhere."""
    return name.title() if name.isupper() else name


def _is_labelled(name: str, told: Sequence[Scene]) -> bool:
    """Does the name finder call a name a person, as a rule?"""
    labels = Counter(e.label_ == "PERSON" for scene in told for e in scene.sent.ents if e.text == name)
    return labels[True] > labels[False]


def hinted(words: str, people: frozenset[str]) -> Iterator[str]:
    """The names at which some words put something: a place's, if a deed hangs there."""
    for found in put_at(words):
        name = _trimmed(found)
        if _may_be(name, people):
            yield name


def befallen(words: str, people: frozenset[str]) -> Iterator[str]:
    """The names to which something is done that befalls places, and those of tables by which a deed is called."""
    for found in done_to(words):
        name = _trimmed(found)
        if _may_be(name, people):
            yield name
    yield from (name for name in called(words) if _may_be(name, people) and places.lookup(name))


def _within(name: str, outer: Place | None) -> Toponym:
    if outer is None:
        return Toponym(_written(name))
    return Toponym(_written(name), (outer.name, *outer.inside), outer.country, outer)


def _sure(words: str, known: places.PlaceContext) -> Iterator[tuple[str, Place | None]]:
    """The names that one mention makes places, with what they lie in."""
    for match in _WITHIN.finditer(words):
        dotted = words[match.end("outer") : match.end("outer") + 1] == "."
        outer = _region(match["outer"], known) or (_region(f"{match['outer']}.", known) if dotted else None)
        name = _trimmed(match["name"])
        if outer is not None and not places.is_place(name):
            yield name, outer
    for pattern in (_SURE, _CALLED):
        for match in pattern.finditer(words):
            yield _trimmed(match["name"] or match["works"]), None


def _region(name: str, known: places.PlaceContext) -> Place | None:
    """A country, a region or a county by its name; no town, which may stand in a list."""
    name = re.sub(r" (?:District|Province|State|Region|Department)\Z", "", _trimmed(name))
    place = places.resolve((name,), known)
    if place is None or (place.precision or 0) <= 2 or fold(name) in COMPASS:
        return None
    return place


def _trimmed(name: str) -> str:
    """A name without the words before and behind it that are none of it ("At Kotwara Tuesday")."""
    parts = name.split(" ")
    while len(parts) > 1 and fold(parts[0]) in _BEFORE:
        parts.pop(0)
    while len(parts) > 1 and fold(parts[-1]) in _NO_PLACES:
        parts.pop()
    return " ".join(parts)


def people_of(told: Sequence[Scene]) -> frozenset[str]:
    """The names of persons, in full and by their last words."""
    full = {e.text for scene in told for e in scene.sent.ents if e.label_ == "PERSON" and " " in e.text}
    given = listed("capitals", "given")
    full = {name for name in full if fold(name.split(" ")[0]) in given}
    return frozenset(full | {name.rsplit(" ", 1)[-1] for name in full})


def _may_be(name: str, people: frozenset[str]) -> bool:
    """Can a name be that of a place, as far as it goes by itself?"""
    first = fold(name.split(" ", maxsplit=1)[0])
    if first in _SIDES and places.lookup(name.partition(" ")[2]):
        return False
    if is_of_a_deed(name):
        return False
    if name in people or first in _NO_PLACES or len(name) < 3 or (name.isupper() and len(name) < 5):
        return False
    return not (fold(name) in COMPASS or places.country(name) is not None or places.is_risky(name))


def is_of_a_deed(name: str) -> bool:
    """Is a name that no table has made of a headline's words for a deed, its people or its day ("Accidental Shooting")?"""
    return not _OF_DEEDS.isdisjoint(fold(word) for word in name.split(" ")) and not places.lookup(name)


def is_title_case(scene: Scene) -> bool:
    """Is a title written with capitals throughout, so that they tell no names?"""
    if scene.kind not in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    words = [word for word in scene.words.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > len(words) * 0.6


def may_be_named(name: str) -> bool:
    """Is a name no day, page or web site?"""
    return fold(name.split(" ", maxsplit=1)[0]) not in _NO_PLACES and "." not in name.strip(".") and " - " not in name


def by_words(names: Sequence[str], told: Toponym | None, land: str | None) -> Place:
    """A place that no gazetteer has, inside what the text says, else in a country."""
    text = ", ".join(names)
    names = tuple(_written(name) for name in names)
    if told is not None and told.outer is not None:
        outer = told.outer
        sharp = max(outer.precision or 6, 2)
        inside = (*(name for name in names[1:] if name not in told.inside), *told.inside)
        return Place(names[0], inside, told.country, outer.latitude, outer.longitude, sharp, text)
    home = by_code(land) if land is not None else None
    inside = (*names[1:], *((home.name,) if home is not None and home.name not in names else ()))
    return Place(names[0], inside, land, None, None, 6 if home is not None else None, text)
