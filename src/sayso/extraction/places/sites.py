"""Where deeds were, by every place that hangs on one: the story's own, what the text only mentions, and what came of it.

The words quoted run from the smallest name to the last that holds it ("Kotwara, Orla Province"). What another day, another
kind of deed or an arrest was at never tells of the story.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, Draft, Setting
from sayso.extraction.events.scenes import Scene, is_of_people
from sayso.extraction.places.deeds import Tie, tie_of
from sayso.extraction.places.named import chains
from sayso.extraction.places.toponyms import Toponym, by_words, hinted, people_of
from sayso.extraction.words.hedges import hedge
from sayso.model import BlockKind, Modality, Place
from sayso.normalisation import places, places_countries
from sayso.normalisation.places_chains import Chain

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO_COME = (Modality.PLANNED, Modality.HYPOTHETICAL)
_COUNTRY_ONLY = 6


def sites(
    told: Sequence[Scene], setting: Setting, known: places.PlaceContext, names: Mapping[str, Toponym]
) -> Iterator[Draft]:
    """A draft for each place that hangs on a deed.

    Args:
        told: the scenes of a document.
        setting: of the document.
        known: what places it speaks of.
        names: the places by its own words.
    """
    people = people_of(told)
    for scene in told:
        if scene.kind is BlockKind.CAPTION or not (scene.triggers or scene.tells_harm):
            continue
        here = dict.fromkeys((*names, *hinted(scene.words, people)))
        for found in chains(scene, known, sorted(here, key=lambda name: (-len(name), name))):
            chain = without_kind(found)
            root = root_of(scene, chain)
            tie = tie_of(root, scene, setting) if root is not None else None
            if root is None or tie is None or is_of_people(root) or hedge(root) in _TO_COME:
                continue
            place = placed(scene, chain, setting, known, names)
            part = _part(tie, scene, setting)
            if place is not None and _is_of(place, part, scene, setting):
                yield Draft(scene, scene.start + chain.start, scene.start + chain.end, "place", None, place, root, part=part)


def without_kind(chain: Chain) -> Chain:
    """ "A mosque in Gubo": a kind of building names no place, the town does."""
    if len(chain.names) < 2 or not chain.names[0].islower() or not chain.names[1][:1].isupper():  # noqa: PLR2004
        return chain
    return replace(chain, names=chain.names[1:], extents=chain.extents[1:], start=chain.extents[1].start)


def root_of(scene: Scene, chain: Chain) -> Token | None:
    """The head word of the smallest name of a chain."""
    base, at = scene.sent.start_char, chain.extents[0]
    if at.start > chain.start:  # "X's market": the whole hangs on the market
        at = next((e for e in chain.extents if e.start >= at.start), at)
    span = scene.sent.doc.char_span(base + at.start, base + at.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def placed(
    scene: Scene, chain: Chain, setting: Setting, known: places.PlaceContext, names: Mapping[str, Toponym]
) -> Place | None:
    """The place of a chain: by the gazetteer, else by the text's own words."""
    words = " ".join(scene.words[chain.start : chain.end].split())
    told = chain.names
    own = names.get(told[0])
    place = places.resolve(told, known, text=words, near=chain.is_near)
    land = setting.story.country if setting.is_own(scene) else None
    if place is not None and (own is None or place.precision != _COUNTRY_ONLY):
        if own is not None and own.country is not None and place.country != own.country:
            return replace(by_words(told, own, land), text=words)
        return place
    if places.country(told[0]) is not None or places_countries.is_wide(told[0]):
        return None
    return replace(by_words(told, own or names.get(told[-1]), land), text=words)


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
    base = scene.parse.base
    start, end = base + clause.left_edge.idx, base + clause.right_edge.idx
    within = [t.when for t in scene.times if start <= t.start <= end and t.when is not None and not t.is_beside]
    return any(setting.story.holds(when) is False for when in within)


def _is_of(place: Place, part: str | None, scene: Scene, setting: Setting) -> bool:
    """Can a place be that of the story, where it is told as its own?"""
    if part != "":
        return True
    land = setting.story.country
    if land is not None and place.country not in (None, land):
        return False
    return place.precision is None or place.precision < _COUNTRY_ONLY or bool(place.inside)


def with_sites(drafts: Sequence[Draft], made: Sequence[Draft]) -> list[Draft]:
    """The drafts with those that hang on a deed in place of the shorter ones within them, or of the same words."""
    told = [d for d in drafts if d.slot == "place"]
    kept = [d for d in drafts if d.slot != "place" or not any(_covers(one, d) for one in made)]
    new = [one for one in made if not any(_overlaps(one, d) and not _covers(one, d) for d in told)]
    return [*kept, *new]


def _covers(one: Draft, other: Draft) -> bool:
    """Has a draft all of another's words, and says more, or that they tell of something else?"""
    if not (one.start <= other.start and other.end <= one.end):
        return False
    return one.end - one.start > other.end - other.start or one.part != other.part


def _overlaps(one: Draft, other: Draft) -> bool:
    return one.start < other.end and other.start < one.end
