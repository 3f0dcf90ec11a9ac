"""Parts that a small linear model gives: who did it, who suffered it, what was attacked.

The model weighs named signs (see signs.py) for each noun of a story of violence, with what the rules found at it among
them. Where it is sure of a part that the rules missed, a draft is made. It takes nothing that they found: on text of another
time and land than it was trained on it would take what is right. `python evaluation/train_roles.py` trains it.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from operator import add
from typing import TYPE_CHECKING

from sayso.extraction.actors.doings import DEEDS, is_violent
from sayso.extraction.actors.parties import party
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.roles.signs import Nouns, Seen, seen
from sayso.extraction.things.targets import BEARING, phrased
from sayso.extraction.words.calling import called, name_of
from sayso.extraction.words.groups import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The weights, in the package's resources.
FILE = "lexicons/roles.json"
#: The parts, and the slots that tell them.
PARTS: Mapping[str, tuple[str, ...]] = {
    "doer": ("perpetrator_people",),
    "body": ("perpetrator", "claimed_by"),
    "victim": ("victim",),
    "target": ("physical_target", "destroyed", "damaged"),
    "weapon": ("weapon",),
}
_PART_OF = {slot: part for part, slots in PARTS.items() for slot in slots}
#: Slots of drafts at a noun that are signs.
_TELLING = frozenset(
    "killed injured victim hostages_taken executed missing released casualties perpetrator perpetrator_people physical_target"
    " destroyed damaged weapon place attackers responders arrested quantity claimed_by".split()
)


@dataclass(frozen=True, slots=True)
class Weights:
    """For each sign, what it weighs for each part; `least` is how sure a part must be to be given."""

    parts: tuple[str, ...]
    bias: tuple[float, ...]
    signs: Mapping[str, tuple[float, ...]]
    least: Mapping[str, float]


#: Titles of books and films, as plain text marks them.
_TITLES = re.compile(r"(?<![\w*])\*[^*\n]{3,90}\*(?!\*)|(?<!\w)_[^_\n]{3,90}_(?!\w)")
#: Who is blamed for what the text has told stands in a sentence that need not name it again.
_BLAMES = re.compile(r"\b(?:blam(?:ed?|es|ing)|responsib\w+|attribu\w+|accus\w+|suspect\w*)\b", re.IGNORECASE)
#: What a body does that did not do the deed, and what is done to it.
_SPEAKING = frozenset(
    "condemn deny reject repudiate deplore state say announce report support propose demand have".split()
)
_ASKING = frozenset("ask urge tell call support join fight combat".split())
#: A noun with how likely it plays each part.
_Chance = tuple[Seen, dict[str, float]]


@cache
def weights() -> Weights:
    """The trained weights, read once a process."""
    tree = json.loads(resources.files("sayso").joinpath("resources", FILE).read_text(encoding="utf-8"))
    signs = {sign: tuple(row) for sign, row in tree["signs"].items()}
    return Weights(tuple(tree["parts"]), tuple(tree["bias"]), signs, tree["least"])


def cast(drafts: Sequence[Draft], told: Sequence[Scene], setting: Setting) -> list[Draft]:
    """The drafts, and those of the parts that the model gives."""
    if setting.story.type not in DEEDS:
        return list(drafts)
    known = weights()
    weighed = frozenset(scene.number for scene in told if _may_tell(scene, setting))
    chances = [(one, _chances(signs, known)) for one, signs in considered(drafts, told, setting, weighed)]
    return [*drafts, *_given(drafts, chances, setting, known)]


def _may_tell(scene: Scene, setting: Setting) -> bool:
    """Does a scene tell of the incident, with a deed or with blame?"""
    return setting.is_incident(scene) and (is_violent(scene) or _BLAMES.search(scene.words) is not None)


def considered(
    drafts: Sequence[Draft], told: Sequence[Scene], setting: Setting, weighed: Container[int]
) -> Iterator[tuple[Seen, tuple[str, ...]]]:
    """Each noun that may play a part with all of its signs, what the rules found at it and at its like among them.

    `weighed` are the numbers of the scenes whose nouns are wanted; those of the others only show what the rules found.
    """
    forms = setting.words.slots.forms
    nouns = Nouns(*(frozenset(forms[one].nouns) if one in forms else () for one in ("physical_target", "weapon")))
    found: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.slot in _TELLING:
            found[draft.scene.number].append(draft)
    held = [
        (one, _at(one, found[scene.number]))
        for scene in told
        if scene.number in weighed or found[scene.number]
        for one in seen(scene, setting, nouns, is_weighed=scene.number in weighed)
    ]
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for one, slots in held:
        alike[_name(one)].update(slots)
    for one, slots in held:
        if one.scene.number not in weighed or _is_in_title(one):
            continue
        rules = [*(f"had={slot}" for slot in slots), *(f"had={slot}&{one.kind}" for slot in slots)]
        near = (f"like={slot}" for slot in sorted(alike[_name(one)]))
        yield one, tuple(dict.fromkeys((*one.signs, *(rules or ["had=none"]), *near)))


def _is_in_title(one: Seen) -> bool:
    """Is it a word of a title set in emphasis: "films like *The Secret Soldiers*"?"""
    at = one.token.idx - one.scene.sent.start_char
    return any(title.start() < at < title.end() for title in _TITLES.finditer(one.scene.words))


def _at(one: Seen, drafts: Iterable[Draft]) -> list[str]:
    """The slots that the rules found at a noun."""
    at = one.scene.parse.base + one.token.idx
    return sorted({draft.slot for draft in drafts if draft.start <= at < draft.end})


def _name(one: Seen) -> str:
    """What a noun is called wherever it stands in the text."""
    return one.token.lower_ if one.kind.startswith("name") else lemma_of(one.token)


def _chances(signs: Iterable[str], known: Weights) -> dict[str, float]:
    """How likely a noun plays each part."""
    total = list(known.bias)
    for sign in signs:
        row = known.signs.get(sign)
        if row is not None:
            total = list(map(add, total, row))
    return {part: 1 / (1 + math.exp(-one)) for part, one in zip(known.parts, total, strict=True)}


def _stands_in(one: Seen, draft: Draft) -> bool:
    return draft.start <= one.scene.parse.base + one.token.idx < draft.end


def _given(drafts: Sequence[Draft], chances: Sequence[_Chance], setting: Setting, known: Weights) -> Iterator[Draft]:
    """A draft for each part that the model is sure of: of several nouns that name the same, the surest."""
    taken = set(_taken(drafts, chances, setting))
    for part in PARTS:
        ranked = sorted(chances, key=lambda pair: (-pair[1][part], pair[0].scene.number, pair[0].token.i))
        for one, chance in ranked:
            key = (part, setting.is_own(one.scene), _name(one))
            if chance[part] < known.least[part]:
                break
            if (part == "body" and _is_only_named(one.token)) or (part == "target" and _is_ridden(one.token)):
                continue
            if key not in taken:
                taken.add(key)
                yield replace(_draft(one, part, setting), maker="roles")


def _is_only_named(name: Token) -> bool:
    """Whoever condemns, is asked, owns something, has claimed nothing or stands in a condition did nothing by that."""
    verb = name.head
    if name.dep_ in ("poss", "dative") or (name.dep_ == "pobj" and verb.lower_ in ("against", "with", "to", "between")):
        return True
    if name.dep_ not in ("nsubj", "dobj") or verb.pos_ != "VERB":
        return False
    speaks = verb.lemma_.lower() in _SPEAKING and name.dep_ == "nsubj"
    asked = verb.lemma_.lower() in _ASKING and name.dep_ == "dobj"
    supposed = any(c.dep_ == "neg" or (c.dep_ == "mark" and c.lower_ == "if") for c in verb.children)
    return speaks or asked or supposed


def _is_ridden(thing: Token) -> bool:
    """ "Men in a luxury car threw it", "a bomb placed in a truck": what they came in, or what the bomb was in."""
    return thing.dep_ == "pobj" and thing.head.lower_ in ("in", "aboard", "by", "from") and lemma_of(thing) in BEARING


def _taken(drafts: Iterable[Draft], chances: Iterable[_Chance], setting: Setting) -> Iterator[tuple[str, bool, str]]:
    """The parts that drafts tell already, each with the name of its noun."""
    by_scene: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.slot in _PART_OF:
            by_scene[draft.scene.number].append(draft)
    for one, _ in chances:
        for draft in by_scene[one.scene.number]:
            if _stands_in(one, draft):
                yield _PART_OF[draft.slot], setting.is_own(one.scene), _name(one)


def _draft(one: Seen, part: str, setting: Setting) -> Draft:
    """The draft of a part that a noun plays."""
    head = one.token.head
    if part == "body":
        return called(one.scene, setting, "perpetrator", name_of(one.token), head)
    slot = PARTS[part][0]
    if part in ("target", "weapon"):
        return phrased(one.scene, setting, one.token, slot)
    return party(one.scene, setting, slot, one.token, head)
