"""The numbers of a scene that count people and that no other maker has taken, each with the phrase it stands in."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase, phrase
from sayso.normalisation import numbers

#: Numbers that say how many, and neither which, nor what share, nor none.
KINDS = frozenset({"cardinal", "vague"})


def free_numbers(
    scene: Scene, setting: Setting, taken: Collection[tuple[int, int]], kinds: Collection[str] = KINDS
) -> Iterator[tuple[numbers.Number, Phrase]]:
    """Each count of people, or of nobody named, outside the stretches of the text that are taken.

    Args:
        scene: where they stand.
        setting: what is known of the document.
        taken: start and end of each stretch that tells of something else.
        kinds: the kinds of number that are asked for.
    """
    for number in scene.numbers:
        start, end = scene.start + number.start, scene.start + number.end
        if not number.is_count or number.low is None or number.kind not in kinds:
            continue
        if any(a < end and start < b for a, b in taken):
            continue
        base = scene.sent.start_char
        found = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
        if found is not None and (found.noun is None or is_human(found.noun, setting.groups)):
            yield number, found
