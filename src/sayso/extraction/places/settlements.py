"""Villages and small towns that no gazetteer has, known by what the text calls them, and what they lie in.

"Kotwara, a village of 1,200", "a town of 4,000 near Y", "at Tarsk, 12 km north of Y": once a text says that a name is a
settlement's, a deed told "in", "above" or "near" it happened there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.model import Place
from sayso.normalisation import places
from sayso.normalisation.places_countries import by_code

_GATE = re.compile(
    r"\b(?:village|town|hamlet|settlement|township|commune|island|suburb|km|kilomet|miles?|near|outside|raided|surrounded|occupied|overr[au]n|invaded|besieged|encircled|sacked)"
)
_NAME = r"[A-Z][\w'\u2019-]+(?: (?:(?:de|del|la|las|los|el|al|les|le|am|an der) )?[A-Z][\w'\u2019-]+){0,2}"
_KIND = r"(?:village|town|hamlet|settlement|township|commune|municipality|suburb|island|fishing port|port|crossroads)"
#: "Kotwara, a village of 1,200 in Orla district"; what stands behind says what it lies in, or near.
_CALLED = re.compile(
    rf"\b(?P<name>{_NAME}), (?:a|an|the|another) (?:(?!in\b|of\b|near\b)[\w-]+ ){{0,3}}{_KIND}\b"
    rf"(?P<rest>[^.;:]{{0,60}})"
)
#: "The village of Kotwara", "the neighbouring village of Kotwara in Orla".
_OF = re.compile(rf"\b{_KIND} of (?P<name>{_NAME})(?P<rest>[^.;:]{{0,60}})")
#: "At Tarsk, near Vologda", "in Gulbad, about 30 km from Orla".
_PLACED = re.compile(
    rf"\b(?:at|in|near|outside) (?P<name>{_NAME})(?P<rest>, (?:some |about |around |roughly |nearly |just )?"
    rf"(?:\d[\d.,]* ?(?:km|kilomet(?:re|er)s?|miles?|mi)\b(?: to the)?[^,.;]{{0,24}}?(?:of|from)|near|outside|close to|not far from) {_NAME}(?:(?:,| in) {_NAME})?)"
)
#: "Tolo was a hamlet of the municipality of Ixtun".
_IS = re.compile(
    rf"(?:\A|[.;:!?\n)] ?)(?P<name>(?!(?:It|This|That|There|Here|He|She|What|Where|Ours?|Mine|Home)\b){_NAME}) (?:is|was) (?:a|an|the|then a|once a) "
    rf"(?:[\w-]+ ){{0,3}}{_KIND}\b(?P<rest>[^.;:]{{0,60}})"
)
#: "Soldiers surrounded Tolo": what armed people do to a place, and to nobody.
_TAKEN = re.compile(
    rf"\b(?:raided|surrounded|occupied|overran|invaded|besieged|encircled|sacked) (?P<name>{_NAME})"
    rf"(?P<rest>(?:,| (?:on|at|in|before|during|with|from|and|for|near|shortly|early|late|yesterday|last|under)\b|\.(?=\s|\Z))[^.;:]{{0,60}})"
)
_BEHIND = re.compile(
    rf"(?:\b(?:in|near|of|from|outside|to)|,) (?:the )?(?:\w+ern )?(?P<place>{_NAME})(?:(?:,| in) (?P<wider>{_NAME}))?"
)
#: A settlement and the town it is near, no more than a clause apart.
_NEAR = re.compile(r",[^.;]{0,60}?\b(?:near|outside|close to|not far from|km|kilomet(?:re|er)s?|miles?)\b")
_FAR = 90
_OF_FORCES = re.compile(
    r"\b(?:Military|Naval|Police|Army|Defence|Defense) (?:Zone|Region|District|Command|Area|Sector|Division)\b"
)
_OF_ONE = frozenset({"victim", "injured", "killed", "casualties"})
_DIVISION = re.compile(r"\s+(?:[Dd]istrict|[Cc]ounty|[Ss]tate|[Pp]rovince|[Rr]egion|[Vv]alley)\Z")
#: Words before the name that make it the place of a deed.
_AT = (
    r"\b(?:in|at|near|outside|above|below|around|off|inside|over|hit|struck|reached|raided|attacked|entered|destroyed|buried|flooded|swept|surrounded|occupied|overran|invaded|besieged|encircled|sacked"
    r"|stormed|burned|burnt|shelled|bombed|came to|descended on|marched on|marched into) (?:the (?:\w+ ){0,2}of )?"
)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement as the text names it, and the place it lies in or near, where that is told and known."""

    name: str
    around: Place | None


def settlements(
    told: Sequence[Scene], setting: Setting, known: places.PlaceContext, found: Sequence[Draft]
) -> Iterator[Draft]:
    """Where a deed of the story was, by settlements of no list.

    Args:
        told: the scenes of the document.
        setting: of the document.
        known: what else it speaks of.
        found: drafts that were made before; what they already place is left to them.
    """
    named = named_in(setting.document.text, known)
    if not named:
        return
    taken = [(draft.start, draft.end) for draft in found if draft.slot == "place"]
    alike = "|".join(re.escape(name) for name in sorted(named, key=lambda name: (-len(name), name)))
    wanted = re.compile(rf"{_AT}(?P<name>{alike})\b|\b(?P<again>{alike}), (?:a|an|the) (?:[\w-]+ ){{0,3}}{_KIND}\b")
    for scene in told:
        if not setting.is_own(scene) or not (scene.triggers or scene.tells_harm):
            continue
        for match in wanted.finditer(scene.words):
            group = "name" if match["name"] else "again"
            start, end = scene.start + match.start(group), scene.start + match.end(group)
            if not any(a < end and start < b for a, b in taken):
                place = _place(named[match[group]], setting)
                yield Draft(scene, start, end, "place", None, place, scene.sent.root, part=STORY)


def without_landmarks(drafts: Sequence[Draft], made: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts without the towns that only tell where a settlement is: "at Tarsk, near Vologda" was not in Vologda.

    Nor does a settlement suffer as a person: "gunmen raided Tolo".
    """
    near = [
        (draft.end, draft.value.inside[0])
        for draft in made
        if isinstance(draft.value, Place) and draft.value.inside and _NEAR.match(text, draft.end)
    ]
    names = {draft.value.name for draft in made if isinstance(draft.value, Place)}
    kept = (draft for draft in drafts if draft.slot not in _OF_ONE or text[draft.start : draft.end] not in names)
    return [draft for draft in kept if not any(_is_landmark(draft, end, name) for end, name in near)]


def without_zones(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without "the Military Zone of X", which is a body of soldiers and no place of a deed."""
    return [d for d in drafts if not (isinstance(d.value, Place) and _OF_FORCES.search(d.value.name))]


def _is_landmark(draft: Draft, end: int, name: str) -> bool:
    is_named = draft.slot == "place" and isinstance(draft.value, Place) and draft.value.name == name
    return is_named and 0 <= draft.start - end <= _FAR


def named_in(text: str, known: places.PlaceContext) -> Mapping[str, Settlement]:
    """The settlements of no list that a text names, with what they lie in."""
    if _GATE.search(text) is None:
        return {}
    found: dict[str, Settlement] = {}
    for pattern in (_CALLED, _OF, _PLACED, _IS, _TAKEN):
        for match in pattern.finditer(text):
            name = match["name"]
            if places.is_place(name) or (name in found and found[name].around is not None):
                continue
            found[name] = Settlement(name, _around(match["rest"], known))
    return found


def _around(rest: str, known: places.PlaceContext) -> Place | None:
    """The first known place behind a name: "in Orla district", "near Orla, Ohio"."""
    for match in _BEHIND.finditer(rest):
        names = tuple(_DIVISION.sub("", name) for name in (match["place"], match["wider"]) if name)
        place = places.resolve(names, known) or places.resolve(names[-1:], known)
        if place is not None:
            return place
    return None


def _place(one: Settlement, setting: Setting) -> Place:
    """It lies in what the text says, else in the story's country; the coordinates of what is around it are as sharp as that."""
    around, land = one.around, setting.story.country
    if around is not None and (land is None or around.country in (None, land)):
        return Place(
            one.name,
            (around.name, *around.inside),
            around.country,
            around.latitude,
            around.longitude,
            max(around.precision or 6, 2),
            one.name,
        )
    home = by_code(land) if land is not None else None
    inside = (home.name,) if home is not None else ()
    return Place(one.name, inside, land, None, None, 6 if home is not None else None, one.name)
