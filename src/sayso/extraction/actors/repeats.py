"""What is told again in fewer words: "the bomb" after "a powerful car bomb" adds no weapon, and "rebels" no doers.

Of the things and people that one sentence after another names, only the fullest wording of each is kept, the first where
several are as full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.extraction.drafts import Draft, Setting
from sayso.model import Actor, Words

_NAMING = frozenset({"weapon", "physical_target", "destroyed", "damaged", "perpetrator_people"})


def without_repeats(drafts: Sequence[Draft], setting: Setting) -> list[Draft]:
    """The drafts without those that only name again what a fuller one of the same slot and event names."""
    by_head: defaultdict[tuple[str, bool, str], list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        if draft.slot in _NAMING and draft.about is None and draft.modality is None:
            by_head[draft.slot, setting.is_own(draft.scene), _head(draft)].append(place)
    gone = {place for places in by_head.values() for place in _repeated(drafts, places)}
    return [draft for place, draft in enumerate(drafts) if place not in gone]


def _repeated(drafts: Sequence[Draft], places: Iterable[int]) -> set[int]:
    """Those whose words another of the same head has, too."""
    found: set[int] = set()
    kept: list[tuple[int, frozenset[str]]] = []
    for place in places:
        words = _words(drafts[place])
        if any(words <= other for _, other in kept):
            found.add(place)
            continue
        found |= {one for one, other in kept if other < words}
        kept = [(one, other) for one, other in kept if not other < words]
        kept.append((place, words))
    return found


def _text(draft: Draft) -> str:
    value = draft.value
    return value.name if isinstance(value, Actor) else value.text if isinstance(value, Words) else ""


def _words(draft: Draft) -> frozenset[str]:
    """The words, the last without its number."""
    *before, last = _text(draft).lower().split() or [""]
    return frozenset((*before, _singular(last)))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _head(draft: Draft) -> str:
    return _singular(_text(draft).lower().rsplit(" ", 1)[-1])
