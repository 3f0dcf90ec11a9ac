"""Where deeds were, by every place that hangs on one: the story's own, what the text only mentions, and what came of it.

The words quoted run from the smallest name to the last that holds it ("Kotwara, Orla Province"). What another day, another
kind of deed or an arrest was at never tells of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene, is_of_people
from sayso.extraction.places.afterwards import CARE, CARED_FOR, DIE, settled_late
from sayso.extraction.places.deeds import Tie, tie_of
from sayso.extraction.places.hints import names_a_deed
from sayso.extraction.places.named import chains
from sayso.extraction.places.toponyms import (
    Naming,
    befallen,
    by_words,
    hinted,
    is_of_a_deed,
    is_title_case,
    may_be_named,
    people_of,
)
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.verbs import is_negated
from sayso.model import BlockKind, Modality, Place
from sayso.normalisation import places, places_countries
from sayso.normalisation.names import fold
from sayso.normalisation.places_chains import Chain
from sayso.normalisation.places_links import is_inner

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO_COME = (Modality.PLANNED, Modality.HYPOTHETICAL)
_COUNTRY_ONLY = 6
#: A quarter named after a town elsewhere: "Little Ashby".
_NAMESAKES = ("Little", "Old", "Upper", "Lower")
_SIDES = frozenset({"sw", "se", "nw", "ne", "n", "s", "e", "w"})


def sites(told: Sequence[Scene], names: Naming, drafts: Sequence[Draft] = ()) -> Iterator[Draft]:
    """A draft for each place that hangs on a deed.

    Args:
        told: the scenes of a document.
        names: what its names of places mean.
        drafts: what was made before.
    """
    people = people_of(told)
    found: list[Draft] = []
    late: list[tuple[Draft, Token]] = []
    beside: list[Draft] = []
    for scene in told:
        if scene.kind is BlockKind.CAPTION or not (scene.triggers or scene.tells_harm or names_a_deed(scene.words)):
            continue
        here = dict.fromkeys(names.own if is_title_case(scene) else _names(scene, names, people))
        last: Draft | None = None
        for chain in chains(scene, names.known, sorted(here, key=lambda name: (-len(name), name))):
            made = _site(scene, _without_dwelling(without_kind(chain)), names)
            if made is None:
                last = _listed(scene, chain, names, last)
                found += [last] if last is not None else []
                continue
            last, (tie, word) = made
            if tie is Tie.AFTERWARDS and last.part == "":
                last = replace(last, maker="whereabouts")  # where somebody was caught: told, and tied to nothing
            if word.lemma_.lower() in DIE:
                late.append((last, word))
            else:
                (beside if tie is Tie.BESIDE else found).append(last)
            last = None if tie is Tie.BESIDE else last
    told_of = [*found, *(d for d in drafts if d.slot == "place")]
    yield from found
    yield from settled_late(late, told_of, told, names.setting)
    if not any(d.part in ("", STORY) for d in told_of):
        yield from beside


#: What stands between the members of a list of places, and behind one that is no place's.
_BETWEEN = re.compile(r",? and |, ")
_SAYS = re.compile(
    r"['\u2019]s?\b| (?:police|officials?|authorities|residents?|man|woman|men|mayor|hospitals?)\b", re.IGNORECASE
)


def _listed(scene: Scene, chain: Chain, names: Naming, last: Draft | None) -> Draft | None:
    """The next town of a list whose first hangs on a deed, wherever the parse hangs it."""
    name = chain.names[0]
    if (
        last is None
        or len(chain.names) > 1
        or not any(p.precision == 1 for p in places.lookup(name))
        or places.is_risky(name)
    ):
        return None
    start, end = scene.start + chain.start, scene.start + chain.end
    between = scene.words[last.end - scene.start : chain.start]
    if start < last.end or _BETWEEN.fullmatch(between) is None or _SAYS.match(scene.words, chain.end):
        return None
    root, place = root_of(scene, chain), placed(scene, chain, names)
    if root is None or place is None or places.country(name) is not None:
        return None
    return (
        replace(last, start=start, end=end, value=place, head=root) if _is_of(place, last.part, names.setting) else None
    )


def _names(scene: Scene, names: Naming, people: frozenset[str]) -> Iterator[str]:
    """The names of places in a scene, by all the text and by what stands around them there."""
    yield from names.own
    yield from hinted(scene.words, people)
    yield from befallen(scene.words, people)


def _site(scene: Scene, chain: Chain, names: Naming) -> tuple[Draft, tuple[Tie, Token]] | None:
    """The draft of a chain that hangs on a deed, and what it hangs on."""
    root, setting = root_of(scene, chain), names.setting
    tie = tie_of(root, scene) if root is not None else None
    if root is None or tie is None or is_of_people(root) or hedge(root) in _TO_COME or is_negated(tie[1]):
        return None
    if _is_of_somebody(root, scene, chain, names):
        return None
    place = placed(scene, replace(chain, is_near=chain.is_near or tie[0] is Tie.BESIDE), names)
    part = _part(tie, scene, setting)
    if place is None or not any(c.isupper() for c in place.name) or is_article_of_a_thing(root, place, names):
        return None
    if not _is_of(place, part, setting) or (CARE.search(place.name) and CARED_FOR.search(scene.words)):
        return None
    start, end = scene.start + chain.start, scene.start + chain.end
    return Draft(scene, start, end, "place", None, place, root, part=part), tie


def _is_of_somebody(root: Token, scene: Scene, chain: Chain, names: Naming) -> bool:
    """ "Gunmen attacked Hale", "in Hale's killing", "outside Hale's", "the Olympic bombing": a name that nothing makes a place's."""
    if _is_sure(chain.names[0], names):
        return False
    if root.dep_ in ("dobj", "nsubjpass") and root.ent_type_ in _NO_PLACES:
        return True
    is_owner = scene.words.startswith(("'s", "\u2019s"), chain.end) and not places.lookup(chain.names[-1])
    return is_owner or root.dep_ in ("poss", "compound", "amod", "nmod")


def _is_sure(name: str, names: Naming) -> bool:
    """Is a name a place's by the tables or by more than one word of the text?"""
    return bool(places.lookup(name)) or name in names.own


#: What the name finder calls a name that some words may make the place of a deed, and that is none.
_NO_PLACES = frozenset({"PERSON", "ORG", "NORP", "PRODUCT"})


def is_article_of_a_thing(root: Token, place: Place, names: Naming) -> bool:
    """ "The bombing of the Silver Queen": a name with an article that no table and no word of the text makes a place."""
    if not any(c.dep_ == "det" for c in root.children):
        return False
    return place.name not in names.own and place.latitude is None and not is_inner(place.name)


def without_kind(chain: Chain) -> Chain:
    """ "A mosque in Gubo": a kind of building names no place, the town does."""
    if len(chain.names) < 2 or not chain.names[0].islower() or not chain.names[1][:1].isupper():
        return chain
    return replace(chain, names=chain.names[1:], extents=chain.extents[1:], start=chain.extents[1].start)


#: Where somebody lives: what stands before it is the name of a town, or of who lives there.
_DWELLING = re.compile(
    r"(?P<name>.+) (?:apartments?|flat|homes?|house|residence|condo(?:minium)?|duplex|trailer|driveway|backyard)"
)


def _without_dwelling(chain: Chain) -> Chain:
    """ "An Ashby apartment": the town."""
    match = _DWELLING.fullmatch(chain.names[0])
    if match is None:
        return chain
    first = chain.extents[0]
    end = first.end - len(chain.names[0]) + match.end("name")
    extents = (replace(first, end=end), *chain.extents[1:])
    return replace(
        chain, names=(match["name"], *chain.names[1:]), extents=extents, end=max(end, *(e.end for e in extents))
    )


def root_of(scene: Scene, chain: Chain) -> Token | None:
    """The head word of the smallest name of a chain."""
    base, at = scene.sent.start_char, chain.extents[0]
    if at.start > chain.start:  # "X's market": the whole hangs on the market
        at = next((e for e in chain.extents if e.start >= at.start), at)
    span = scene.sent.doc.char_span(base + at.start, base + at.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def placed(scene: Scene, chain: Chain, names: Naming) -> Place | None:
    """The place of a chain: by the gazetteer, else by the text's own words."""
    words = " ".join(scene.words[chain.start : chain.end].split())
    told = chain.names
    first, _, rest = told[0].partition(" ")
    if fold(first) in _SIDES and not places.lookup(told[0]) and places.lookup(rest):
        told = (rest, *told[1:])  # "SW Ashby"
    own, setting = names.own.get(told[0]), names.setting
    place = places.resolve(told, names.known, text=words, near=chain.is_near)
    land = names.land if setting.is_own(scene) else None
    if place is not None and (own is None or place.precision != _COUNTRY_ONLY):
        is_other = own is not None and own.country is not None and place.country != own.country
        return replace(by_words(told, own, land), text=words) if is_other else place
    if first in _NAMESAKES and places.lookup(rest):
        return None
    if places.country(told[0]) is not None or places_countries.is_wide(told[0]) or not may_be_named(told[0]):
        return None
    if is_of_a_deed(told[0]):
        return None
    return replace(by_words(told, own or names.own.get(told[-1]), land), text=words)


def _part(tie: tuple[Tie, Token], scene: Scene, setting: Setting) -> str | None:
    """The story's own, unless the word it hangs on is of an arrest, another deed or another day."""
    kind, word = tie
    if not setting.is_own(scene):
        return None
    if kind is Tie.AFTERWARDS:
        return PASSING if setting.story.type != "arrest" else ""
    return PASSING if _is_elsewhen(word, scene, setting) else ""


def _is_elsewhen(word: Token, scene: Scene, setting: Setting) -> bool:
    """Has the clause a time of its own that is none of the story's?"""
    clause = word
    while clause.dep_ not in ("relcl", "acl", "advcl", "ROOT", "conj", "ccomp") and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ == "ROOT" or clause.head.i == clause.i:
        return False
    base = scene.parse.base
    start, end = base + clause.left_edge.idx, base + clause.right_edge.idx
    within = [t.when for t in scene.times if start <= t.start <= end and t.when is not None and not t.is_beside]
    return any(setting.story.holds(when) is False for when in within)


def _is_of(place: Place, part: str | None, setting: Setting) -> bool:
    """Can a place be that of the story, where it is told as its own?"""
    if part != "":
        return True
    land = setting.story.country
    if land is not None and place.country not in (None, land):
        return False
    return place.precision is None or place.precision < _COUNTRY_ONLY or bool(place.inside)


def of_the_story(drafts: Sequence[Draft], setting: Setting) -> list[Draft]:
    """The drafts without the places of what is only mentioned."""
    return [
        d
        for d in drafts
        if d.slot != "place" or (d.part != PASSING and (d.part is not None or setting.is_own(d.scene)))
    ]
