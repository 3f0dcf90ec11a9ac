"""Where people died afterwards, and where they were cared for: no place of the deed that was done elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.places.signs import is_town
from sayso.model import Place
from sayso.normalisation.places_chains import Chain
from sayso.normalisation.places_links import is_inner

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How people die later, and where.
DIE = frozenset({"die", "succumb", "expire", "pronounce", "dead"})
CARED_FOR = re.compile(
    r"\b(?:conditions?|treated|treatment|recovering|hospitali[sz]ed|(?:taken|rushed|flown|airlifted|transported|brought|driven) to)\b",
    re.IGNORECASE,
)
CARE = re.compile(r"\b(?:hospitals?|medical cent(?:er|re)|clinic|infirmary|morgue)\b", re.IGNORECASE)


def is_of_care(chain: Chain) -> bool:
    """Does a chain name where the hurt are brought?"""
    return any(CARE.search(name) for name in chain.names)


#: What is told of those who died afterwards.
_AFTER = re.compile(
    r"\b(?:(?:of|from|to) (?:(?:his|her|their|the|its) )?(?:\w+ )?(?:injuries|wounds|burns)|later|afterwards?|succumb|hospital|flown|airlifted"
    r"|(?:a|the) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) (?:\w+ )?(?:man|woman|victim|person|passenger|worker|miner|boy|girl|soldier|officer|sailor))\b",
    re.IGNORECASE,
)


def settled_late(
    late: Sequence[tuple[Draft, Token]], found: Sequence[Draft], told: Sequence[Scene], setting: Setting
) -> Iterator[Draft]:
    """Where people died: in a town of its own, where the deed was elsewhere, and in hospital it was afterwards."""
    own = {d.value.name for d in found if d.part in ("", STORY) and isinstance(d.value, Place) and is_town(d.value)}
    for draft, word in late:
        place = draft.value
        if not isinstance(place, Place) or CARE.search(place.name):
            continue
        is_after = _AFTER.search(draft.scene.words) is not None or _dies_alone(word, draft.scene, told, setting)
        is_far = (
            place.name not in own and not is_inner(place.name) and (is_after or (bool(own) and place.precision == 1))
        )
        yield replace(draft, part=PASSING) if is_far and draft.part == "" else draft


_ONE = frozenset({"one", "other", "another", "he", "she"})
_OF_THEM = re.compile(r"\bof (?:the (?:injured|wounded|burned|survivors|hurt)|them|those|these)\b", re.IGNORECASE)


def _dies_alone(word: Token, scene: Scene, told: Sequence[Scene], setting: Setting) -> bool:
    """ "A soldier died on Tuesday in X", where nothing else of it is told there, and more of it elsewhere."""
    if any(trigger.token.i != word.i for trigger in scene.triggers):
        return False
    subject = next((c for c in word.children if c.dep_ == "nsubj"), None)
    is_one = subject is not None and (subject.lower_ in _ONE or subject.tag_ in ("NN", "NNP"))
    if not is_one and _OF_THEM.search(scene.words) is None:
        return False
    return any(one.triggers and one.number != scene.number and setting.is_own(one) for one in told)
