"""Both figures of "27 of the 36 deaths" and "nineteen of our 52": the part, and the whole that is told again beside it.

What befell the whole is the word behind it, or what an earlier sentence counted as so many. The part shares it, unless its
own verb tells something else ("two of the 31 missing were found alive").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.follow import is_taken_up
from sayso.model import Figure, Relation
from sayso.normalisation import numbers

_WHOLE = re.compile(r" of (?:the|our|these|those|their|its|his|her|all|all the) (?P<whole>.+)\Z", re.IGNORECASE)
#: "Of the 36, ...", "of the forty who drowned, ...": the whole opens the sentence.
_OPENS = re.compile(r"(?:\A|[.;:]\s+)(?:of|among) (?:the|our|these|those|their) \Z", re.IGNORECASE)
_ENDS = re.compile(r"\s*,|\s+who\b", re.IGNORECASE)
#: What the whole is called, and the codebook's word for it.
_STATE = re.compile(
    r" (?:\w+ ){0,2}?(?P<state>dead|deaths|fatalities|bodies|corpses|coffins|victims|killed|drowned|missing|injured|wounded|arrested|detained|trapped)"
    r"\b(?! \w+ers\b)",
    re.IGNORECASE,
)
_KNOWN = {
    **dict.fromkeys(("deaths", "fatalities", "bodies", "corpses", "coffins", "victims", "killed", "drowned"), "dead"),
    "detained": "arrested",
}
#: Words behind the whole that make it one of things.
_OF_THINGS = re.compile(r" (?!(?:people|persons|men|women|children|souls)\b)[a-z]+s\b", re.IGNORECASE)
#: What is said of the part that would have it share no fate of the whole.
_OTHERWISE = re.compile(r"[^.;]{0,60}? (?:would|could|might) (?:not )?have\b", re.IGNORECASE)
#: Sentences that "of them" reaches back.
_NEAR = 2
_SPARED = ("survived", "rescued", "escaped")


def out_of(scene: Scene, setting: Setting, made: Sequence[Draft], past: Sequence[Draft]) -> Iterator[Draft]:
    """The parts and wholes of a scene; `made` are its other counts, `past` those of earlier scenes."""
    for number in scene.numbers:
        if not number.is_count or number.low is None:
            continue
        told = _told(scene, number)
        if told is None:
            continue
        whole, start, end = told
        fate = _fate(scene, setting, (whole, end), past)
        if fate is None or whole.low is None or (whole.low <= number.low and number.kind == "part"):
            continue
        slot, group = fate
        if number.kind == "part" and not _is_taken(scene, (number.start, number.end), made):
            yield _draft(scene, (number.start, number.end, number), fate, Relation.PART)
        if not _is_taken(scene, (start, end), [d for d in made if d.slot == slot and _low(d) == whole.low]):
            yield _draft(scene, (start, end, whole), (slot, group), None)


def settled_fates(made: Sequence[Draft], past: Sequence[Draft]) -> tuple[Draft, ...]:
    """The counts of a scene, those that lean on the dead told before with what befell these.

    "Seventeen of the 47 would have lived": nobody did. "Fourteen of them were shot in the back": of the dead, it killed them.
    """
    held = (draft for draft in made if draft.slot not in _SPARED or not _is_unreal(draft))
    return tuple(replace(draft, slot="killed") if _is_of_the_dead(draft, past) else draft for draft in held)


def _is_of_the_dead(draft: Draft, past: Sequence[Draft]) -> bool:
    """Is one who was shot or hit among those whose deaths the sentence before told?"""
    if draft.slot != "casualties" or draft.scope not in (Relation.PART, Relation.ALL):
        return False
    last = next((d for d in reversed(past) if 0 < draft.scene.number - d.scene.number <= _NEAR), None)
    if last is None or last.slot != "killed" or last.scope is Relation.PART:
        return False
    one, whole = _low(draft), _low(last)
    return one is not None and whole is not None and (one == whole if draft.scope is Relation.ALL else one < whole)


def _is_unreal(draft: Draft) -> bool:
    return _OTHERWISE.match(draft.scene.words, draft.end - draft.scene.start) is not None


def _told(scene: Scene, number: numbers.Number) -> tuple[numbers.Number, int, int] | None:
    """The whole of a part, or the number that opens a sentence with "of the", and where it stands."""
    words = scene.words
    if number.kind == "part":
        match = _WHOLE.search(words[number.start : number.end])
        inner = numbers.find(match["whole"]) if match is not None else ()
        if match is None or len(inner) != 1 or inner[0].low is None:
            return None
        start = number.start + match.start("whole") + inner[0].start
        return inner[0], start, number.start + match.start("whole") + inner[0].end
    if number.kind == "cardinal" and _OPENS.search(words[: number.start]) and _ENDS.match(words, number.end):
        return number, number.start, number.end
    return None


def _fate(
    scene: Scene, setting: Setting, whole: tuple[numbers.Number, int], past: Sequence[Draft]
) -> tuple[str, str] | None:
    """Slot and group of the whole: by the word behind it, else by the count of an earlier sentence with its very number."""
    number, end = whole
    state = _STATE.match(scene.words, end)
    if state is not None:
        word = state["state"].lower()
        slots = setting.words.slots.table.get(("adjective", _KNOWN.get(word, word)), ())
        return (slots[0], "total") if slots else None
    if _OF_THINGS.match(scene.words, end):
        return None
    same = (d for d in reversed(past) if is_taken_up(d) and _low(d) == number.low and d.scope is not Relation.PART)
    before = next((d for d in same if setting.is_own(d.scene) == setting.is_own(scene)), None)
    return (before.slot, before.group or "total") if before is not None else None


def _low(draft: Draft) -> float | None:
    value = draft.value
    return value.low if isinstance(value, Figure) else None


def _is_taken(scene: Scene, at: tuple[int, int], made: Sequence[Draft]) -> bool:
    start, end = scene.start + at[0], scene.start + at[1]
    return any(d.start < end and start < d.end for d in made if d.slot != "quantity")


def _draft(scene: Scene, told: tuple[int, int, numbers.Number], fate: tuple[str, str], scope: Relation | None) -> Draft:
    start, end, number = told
    words = " ".join(scene.words[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    base = scene.sent.start_char
    span = scene.sent.doc.char_span(base + start, base + end, alignment_mode="expand")
    head = span.root if span is not None and len(span) else scene.sent.root
    return Draft(scene, scene.start + start, scene.start + end, fate[0], fate[1], figure, head, scope=scope)
