"""Whom a count without a noun is of: "killed 15 of them", "four were arrested; two were let go", "four of their number", "three of his comrades".

They are some of those whom the account counted last before, and of their group: so says "of them", and so says what befell them,
where only those told of before can come to it: the arrested are let go, the wounded die, the captives are freed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting
from sayso.model import Figure

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_THEM = re.compile(r"(?:\W+\w+)?? of (?:them|these|those|whom)\b", re.IGNORECASE)
_OF_THEIR_NUMBER = re.compile(
    r"[\w-]+(?: more)? of (?:its|their|our|his|her)(?: own)? (?:number|ranks|men|own)\b", re.IGNORECASE
)
_FELLOWS = re.compile(
    r"[\w-]+(?: more| other| others)? (?:of )?(?:his|her|their) (?:fellow )?(?:comrades?|colleagues?|fellows?|mates?|workmates?|companions?)\b",
    re.IGNORECASE,
)
#: "The toll climbed to 25", "the figure is 31": of all, and of nobody told of before.
_TOLLED = re.compile(
    r"\b(?:to|at|of|as|is|was|are|than|says?|said|toll|number|figure|total) (?:about |some )?\Z", re.IGNORECASE
)
_AND = re.compile(r"(?:\band|,|;) \Z")
#: What may come next to those of whom this is told; it comes to nobody else.
_NEXT = {
    "killed": ("casualties",),
    "injured": ("killed", "discharged"),
    "casualties": ("killed", "injured", "survived"),
    "arrested": ("released", "freed", "charged", "convicted", "acquitted", "tried", "discharged"),
    "charged": ("convicted", "acquitted", "tried"),
    "tried": ("convicted", "acquitted"),
    "convicted": ("executed", "released", "freed"),
    "hostages_taken": ("released", "rescued", "escaped", "hostages_held"),
    "hostages_held": ("released", "rescued", "escaped"),
    "trapped": ("rescued", "survived", "escaped"),
    "attackers": ("arrested",),
}
#: Sentences back that "of them" reaches, and that what comes next does.
_NEAR, _NEXT_NEAR = 2, 1


def same_people(made: Sequence[Draft], past: Sequence[Draft], setting: Setting) -> tuple[Draft, ...]:
    """The counts of a scene, those of people told of before with the group of these."""
    settled: dict[int, Draft] = {}
    before = [*past]
    is_led = False
    for place in sorted(range(len(made)), key=lambda n: made[n].start):
        told = _of_theirs(made[place], before, setting)
        if is_led and told.group == "total" and _is_beside(before[-1], told):
            told = replace(told, group=before[-1].group)
        is_led = (_is_bare(told) and told.group not in (None, "total")) or told.group != made[place].group
        settled[place] = told
        before.append(told)
    return tuple(settled[n] for n in range(len(made)))


def _of_theirs(draft: Draft, before: Sequence[Draft], setting: Setting) -> Draft:
    if (
        draft.group != "total"
        or draft.about is not None
        or not isinstance(draft.value, Figure)
        or draft.value.high == 0
    ):
        return draft
    words, start = draft.scene.words, draft.start - draft.scene.start
    if _OF_THEIR_NUMBER.match(words, start):
        return replace(draft, group=_subject_group(draft.head, setting) or draft.group)
    if _FELLOWS.match(words, start):
        last = next((one for one in _near(draft, before, _NEXT_NEAR) if one.group not in (None, "total")), None)
        return replace(draft, group=last.group) if last is not None else draft
    is_of_them = _OF_THEM.match(words, draft.end - draft.scene.start) is not None or _OF_THEM.search(
        words[start : draft.end - draft.scene.start]
    )
    last = next(_near(draft, before, _NEAR if is_of_them else _NEXT_NEAR), None)
    if last is None or last.group in (None, "total") or not _may_hold(last, draft):
        return draft
    is_toll = _TOLLED.search(words[:start]) is not None
    is_next = _is_bare(draft) and not is_toll and draft.slot in _NEXT.get(last.slot, ())
    return replace(draft, group=last.group) if is_of_them or is_next else draft


def _is_beside(one: Draft, draft: Draft) -> bool:
    """ "Three were released and two escaped": a further bare count of those whom the one before is of."""
    between = one.scene.words[one.end - one.scene.start : draft.start - one.scene.start]
    return one.scene is draft.scene and _is_bare(draft) and _AND.search(between) is not None


def _near(draft: Draft, before: Sequence[Draft], reach: int) -> Iterator[Draft]:
    """The counts told before one, the nearest first."""
    told = (one for one in before if one.end <= draft.start and draft.scene.number - one.scene.number <= reach)
    yield from sorted((one for one in told if isinstance(one.value, Figure)), key=lambda one: -one.start)


def _may_hold(whole: Draft, part: Draft) -> bool:
    """Is a count great enough to have another as its part?"""
    one, some = whole.value, part.value
    if not isinstance(one, Figure) or not isinstance(some, Figure) or some.low is None:
        return False
    return one.low != 1 and (one.high is None or some.low <= one.high)


def _is_bare(draft: Draft) -> bool:
    return isinstance(draft.value, Figure) and len(draft.value.text.split()) == 1 and draft.scope is None


def _subject_group(head: Token, setting: Setting) -> str | None:
    """ "The police lost four of their number": whose number it is."""
    noun = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")), None)
    if noun is None or not setting.groups.is_known(noun):
        return None
    return setting.groups.of(noun)
