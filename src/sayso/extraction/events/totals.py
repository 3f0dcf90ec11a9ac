"""Totals of many incidents: "The monitor recorded 23 violent incidents in the week. They left 81 dead. Of the dead, 58 ...".

Such figures are of no one event, and neither are those of the sentences that go on counting them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.extraction.events.scenes import Scene
from sayso.normalisation.numerals import TWO_TO_TWELVE

_MANY = rf"(?:\d[\d,]*|{TWO_TO_TWELVE}|\w+teen|\w+ty(?:-\w+)?|(?:a )?(?:dozens?|scores?|hundreds?) of)"
_COUNTED = re.compile(
    rf"\b{_MANY} (?:[\w-]+ ){{0,3}}(?:incidents|attacks|clashes|bombings|raids|accidents|shootings|explosions|killings|ambushes|disasters)\b",
    re.IGNORECASE,
)
_RECORDED = re.compile(
    r"\b(?:recorded|registered|documented|logged|verified|tallied|there (?:were|have been)|saw|witnessed)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:week|month|quarter|year|period|decade|season|since|so far|in (?:1[5-9]|20)\d\d)\b", re.IGNORECASE
)
#: How a sentence opens that goes on counting.
_GOES_ON = re.compile(
    r"\W*(?:they (?:left|killed|claimed|cost|caused|injured|wounded)|of (?:the|these|those) (?:dead|killed|injured|wounded|victims|deaths|casualties|incidents)\b"
    r"|(?:between|among) them\b|in (?:all|total)\b|altogether\b|a further\b)",
    re.IGNORECASE,
)


def totals(scenes: Sequence[Scene]) -> frozenset[int]:
    """The numbers of the scenes that count many incidents of a time together, and of those that go on with it in the paragraph."""
    found: set[int] = set()
    for scene in scenes:
        if (scene.numbers and _is_total(scene.words)) or (
            scene.number - 1 in found and _goes_on(scene, scenes[scene.number - 1])
        ):
            found.add(scene.number)
    return frozenset(found)


def _is_total(words: str) -> bool:
    return all(sign.search(words) is not None for sign in (_COUNTED, _RECORDED, _PERIOD))


def _goes_on(scene: Scene, before: Scene) -> bool:
    return scene.parse.block == before.parse.block and _GOES_ON.match(scene.words) is not None
