"""How many "the rest" are: of 40 aboard eleven were saved, and the rest, 29, drowned.

Only where the account tells the whole a sentence or two before, and between it and "the rest" the parts that are taken off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import phrase
from sayso.model import Figure, Qualifier, Relation
from sayso.normalisation import numbers

#: All who are left; "others" without "the" are some.
_REST = re.compile(
    r"(?:all )?(?:the|its|their) (?:rest|others|remainder|remaining)(?: (?:of them|people|passengers|men|women))?\Z",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:all )?the \Z", re.IGNORECASE)
#: A whole below this leaves no rest to speak of.
_LEAST = 3


def counted_out(
    made: Sequence[Draft], past: Sequence[Draft], before: Sequence[Scene], setting: Setting
) -> tuple[Draft, ...]:
    """The counts of a scene, "the rest" with its number where the whole and its parts are told; `before` are the scenes before it."""
    return tuple(_settled(one, made, past, (before, setting)) if _is_rest(one) else one for one in made)


def _is_rest(draft: Draft) -> bool:
    value = draft.value
    if not isinstance(value, Figure) or value.high is not None or draft.about is not None:
        return False
    words = draft.scene.words[: draft.end - draft.scene.start]
    at = draft.start - draft.scene.start
    article = _DEFINITE.search(words[:at])
    return _REST.search(words[article.start() if article is not None else at :]) is not None


def _settled(rest: Draft, made: Sequence[Draft], past: Sequence[Draft], told: tuple[Sequence[Scene], Setting]) -> Draft:
    """The draft with the difference of the whole and the parts told since; as it was where they do not make one."""
    before, setting = told
    whole = _whole(rest, before, setting)
    if whole is None:
        return rest
    number, at = whole
    parts: dict[tuple[int, int], tuple[int, str]] = {}
    for one in (*past, *made):
        count = _exact(one)
        if count and at < one.start and one.end <= rest.start and one.scope is not Relation.ALL:
            parts.setdefault((one.start, one.end), (count, one.slot))
    left = number - sum(count for count, _ in parts.values())
    if not parts or left < 1:
        return rest
    is_same = any(slot == rest.slot for _, slot in parts.values())
    words = rest.value.text if isinstance(rest.value, Figure) else ""
    figure = Figure(left, left, "people", Qualifier.EXACT, words)
    return replace(rest, value=figure, scope=Relation.PART if is_same else None)


def _whole(rest: Draft, before: Sequence[Scene], setting: Setting) -> tuple[int, int] | None:
    """The greatest number of people in the sentence or the one before it, and where it stands."""
    found: list[tuple[int, int]] = []
    for scene in (*before[-1:], rest.scene):
        for number in scene.numbers:
            start = scene.start + number.start
            if start < rest.start and _counts_people(scene, number, setting):
                found.append((int(number.low or 0), start))
    greatest = max(found, key=lambda one: one[0], default=None)
    return greatest if greatest is not None and greatest[0] >= _LEAST else None


def _counts_people(scene: Scene, number: numbers.Number, setting: Setting) -> bool:
    if not number.is_count or number.kind != "cardinal" or number.low is None or number.low != number.high:
        return False
    base = scene.sent.start_char
    one = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
    return one is not None and one.noun is not None and is_human(one.noun, setting.groups)


def _exact(draft: Draft) -> int:
    value = draft.value
    is_exact = (
        isinstance(value, Figure) and value.unit == "people" and value.low is not None and value.low == value.high
    )
    return int(value.low or 0) if is_exact and isinstance(value, Figure) and draft.about is None else 0
