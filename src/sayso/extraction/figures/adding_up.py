"""Parts that add up to the count before them: "110 were hurt, of whom 74 are Poles and 36 Germans", "17 rescued, ten of them crew ...".

However the parts are joined to their whole, that they make it up says whose they are: all have its slot. And of those whom a
sentence opens with ("Of the dead, eleven were children, ..."), every number of the list is a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.shares import SHARED, counted, extent, part
from sayso.extraction.words.clauses import list_head
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase
from sayso.model import Figure, Relation
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Slots beside those of every share whose figures are broken down.
_BROKEN_DOWN = SHARED | {"responders", "attackers", "convicted"}
#: Fewer than this are made up by chance: a "two" of ones.
_LEAST = 3
#: Characters between a whole and the first of its parts, and between two parts, at most.
_FAR = 110
#: What begins a clause of its own, whose people are others.
_ANEW = re.compile(r"\b(?:after|when|while|as|before|because|since|until|sa(?:id|ys?)|told)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\W*(?:of|among) (?:the|those|these|them)\b", re.IGNORECASE)
_Told = tuple[numbers.Number, Phrase]


def adding_up(scene: Scene, setting: Setting, made: Sequence[Draft]) -> Iterator[Draft]:
    """The parts of what `made` counts in a scene that are told by nothing but the sum."""
    if len(scene.numbers) < 2 or not made:
        return
    told = [(number, found) for number, found in _people(scene, setting) if found is not None]
    taken = list(made)
    for whole in sorted(made, key=lambda draft: draft.start):
        for number, found in (*_parts(scene, whole, told, made), *_listed(scene, setting, whole, told)):
            at = extent(scene, number, found)
            if not any(_meet(draft, at) for draft in taken):
                taken.append(part(setting, whole, found, (at, number)))
                yield taken[-1]


def _people(scene: Scene, setting: Setting) -> Iterator[tuple[numbers.Number, Phrase | None]]:
    """The exact counts of a scene, each with its phrase."""
    for number in scene.numbers:
        if number.is_count and number.low == number.high and number.kind in ("cardinal", "part"):
            yield number, counted(scene, setting, number)


def _parts(scene: Scene, whole: Draft, told: Sequence[_Told], made: Sequence[Draft]) -> Sequence[_Told]:
    """The numbers behind a whole that make it up, where nothing else befell any of them."""
    value = whole.value
    if whole.slot not in _BROKEN_DOWN or whole.about is not None or not whole.holds or whole.scope is Relation.PART:
        return ()
    if not isinstance(value, Figure) or value.low != value.high or value.low is None or value.low < _LEAST:
        return ()
    left, end, parts = value.low, whole.end - scene.start, []
    for number, found in told:
        if number.start < whole.end - scene.start:
            continue
        left -= number.low or 0
        if left < 0 or number.start - end > _FAR or _is_of_another(scene, whole, made, (number, found)):
            return ()
        parts.append((number, found))
        end = number.end
        if left == 0:
            is_anew = _ANEW.search(scene.words, whole.end - scene.start, end)
            return parts if len(parts) > 1 and is_anew is None else ()
    return ()


def _is_of_another(scene: Scene, whole: Draft, made: Sequence[Draft], told: _Told) -> bool:
    """Is something else told of a part than of the whole?"""
    at = extent(scene, *told)
    met = [draft for draft in made if _meet(draft, at)]
    return any(draft.slot != whole.slot for draft in met) or (not met and _acts(told[1]))


def _acts(found: Phrase) -> bool:
    """ "Eight were killed, said two officials and six witnesses": who does or suffers something of their own is no part."""
    head = list_head(found.head)
    is_subject = found.noun is not None and head.dep_ in ("nsubj", "nsubjpass")
    return is_subject and head.head.pos_ == "VERB" and head.i != head.head.i


def _listed(scene: Scene, setting: Setting, first: Draft, told: Sequence[_Told]) -> Iterator[_Told]:
    """ "Of the dead, eleven were children, seven were women and four were guests": what goes on as the first began."""
    if first.scope is not Relation.PART or first.slot not in _BROKEN_DOWN or not _OF_THEM.match(scene.words):
        return
    for number, found in told:
        if scene.start + number.start >= first.end and found.noun is None:
            noun = _what_they_were(found.last)
            if noun is not None and is_human(noun, setting.groups):
                yield number, replace(found, noun=noun)


def _what_they_were(number: Token) -> Token | None:
    """The noun that a number "were"."""
    verb = number.nbor(1) if number.i + 1 < len(number.doc) else None
    if verb is None or verb.lemma_ != "be":
        return None
    return next((c for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN"), None)


def _meet(draft: Draft, at: tuple[int, int]) -> bool:
    return draft.start < at[1] and at[0] < draft.end
