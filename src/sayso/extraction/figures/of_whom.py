"""All of those just counted: "seven nurses, all of whom were murdered", "five fishermen aboard, all of whom drowned"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import phrase
from sayso.model import Extent, Figure

if TYPE_CHECKING:
    from sayso.extraction.events.scenes import Scene
    from sayso.normalisation import numbers

_ALL = re.compile(
    r"(?:all|both|every one|each)(?: (?:two|three|four|five|six|seven|eight|nine|ten))? of whom\b", re.IGNORECASE
)
#: How far before the clause its number may stand.
_NEAR = 60


def of_whom(drafts: Sequence[Draft], scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The drafts, with the number that "all of whom" stands for where the clause before tells it."""
    if "of whom" not in scene.words:
        yield from drafts
        return
    for draft in drafts:
        at = draft.start - scene.start
        whole = _counted_before(scene, setting, at) if _ALL.match(scene.words, max(at, 0)) else None
        yield draft if whole is None else _filled(draft, whole, setting)


def _counted_before(scene: Scene, setting: Setting, at: int) -> tuple[numbers.Number, Extent, str] | None:
    """The nearest number of people before a place of the sentence, where its words stand, and their group."""
    base = scene.sent.start_char
    for number in reversed(scene.numbers):
        if number.end > at or at - number.end > _NEAR or not number.is_count or number.kind in ("all", "ordinal"):
            continue
        found = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
        if found is None or found.noun is None or not is_human(found.noun, setting.groups):
            continue
        held = token_extent(scene, [found.first, found.noun])
        start = min(held.start, scene.start + number.start)
        return number, Extent(start, held.end), setting.groups.of(found.noun)
    return None


def _filled(draft: Draft, whole: tuple[numbers.Number, Extent, str], setting: Setting) -> Draft:
    number, at, group = whole
    words = " ".join(setting.document.text[at.start : at.end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    clause = Extent(draft.start, draft.end)
    named = group if draft.group == "total" else draft.group
    return replace(draft, start=at.start, end=at.end, value=figure, group=named, scope=None, pieces=(clause,))
