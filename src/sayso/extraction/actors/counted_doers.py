"""How many did it: a number before those who are told as doers, and "there were four attackers".

"Between 200 and 250 men attacked the village": the noun says nothing of sides, the deed does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.verbs import is_negated
from sayso.model import Figure, Modality
from sayso.normalisation.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Between a number and those it counts ("thousands of rioters").
_JOINED = frozenset({"", "of", "or more", "of the"})
_FEWEST = 2
#: Bare numbers between these may be years.
_YEARS = (1500, 2100)


def counted_doers(told: Sequence[Scene], setting: Setting, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A count of attackers for each number that stands before doers and that nothing else has taken."""
    taken = {
        (draft.scene.number, at)
        for draft in drafts
        if isinstance(draft.value, Figure)
        for at in range(draft.start, draft.end)
    }
    for draft in drafts:
        scene = draft.scene
        is_held = draft.slot == "perpetrator_people" and draft.modality is not Modality.DENIED and draft.holds
        if (
            not is_held
            or is_negated(draft.head)
            or not scene.numbers
            or not setting.is_own(scene)
            or not _is_several(draft)
        ):
            continue
        counted = (n for n in scene.numbers if _counts(n, draft) and not _is_of_time(scene, n))
        number = next(counted, None)
        if number is not None and (scene.number, scene.start + number.start) not in taken:
            yield _counted(draft, number, setting)
    for scene in told if setting.groups.has_attackers else ():
        if scene.numbers and setting.is_own(scene) and "here w" in scene.words:
            yield from (one for one in _there_were(scene, setting) if (scene.number, one.start) not in taken)


def _is_of_time(scene: Scene, number: Number) -> bool:
    """A year or a day before the doers counts none of them ("In 2001 rebels attacked")."""
    start, end = scene.start + number.start, scene.start + number.end
    is_year = (
        number.low is not None
        and _YEARS[0] < number.low < _YEARS[1]
        and scene.words[number.start : number.end].isdigit()
    )
    return is_year or any(time.start < end and start < time.end for time in scene.times)


def _is_several(draft: Draft) -> bool:
    """Is the last word of the doers a plural?"""
    at = draft.end - draft.scene.parse.base
    last = next((t for t in draft.scene.sent if t.idx < at <= t.idx + len(t)), None)
    return last is not None and last.tag_ in ("NNS", "NNPS")


def _counts(number: Number, draft: Draft) -> bool:
    """Does a number of people stand within the words for the doers, or right before them?"""
    start, end = draft.scene.start + number.start, draft.scene.start + number.end
    words = draft.scene.words[number.start : number.end].lower()
    if number.low is None or number.low < _FEWEST or words == "others":
        return False
    if draft.start <= start < draft.end:
        between = draft.scene.words[number.end : draft.end - draft.scene.start]
        return not any(c in between for c in ",;-$%")
    between = draft.scene.words[number.end : draft.start - draft.scene.start]
    return end <= draft.start and between.strip().lower() in _JOINED and draft.start - end < len(" of the  ")


def _counted(draft: Draft, number: Number, setting: Setting) -> Draft:
    scene = draft.scene
    start = min(scene.start + number.start, draft.start)
    return _draft(scene, (start, draft.end), number, draft.head, setting)


def _draft(scene: Scene, at: tuple[int, int], number: Number, head: Token, setting: Setting) -> Draft:
    words = " ".join(setting.document.text[at[0] : at[1]].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    return Draft(scene, at[0], at[1], "attackers", "attackers", figure, head, part="")


def _there_were(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "There were at least four attackers"."""
    for noun in scene.sent:
        verb = noun.head
        if (
            noun.tag_ != "NNS"
            or noun.dep_ not in ("attr", "nsubj")
            or verb.lemma_ != "be"
            or setting.groups.of(noun) != "attackers"
        ):
            continue
        if not any(c.dep_ == "expl" for c in verb.children):
            continue
        base = scene.sent.start_char
        for number in scene.numbers:
            if noun.left_edge.idx - base <= number.start < noun.idx - base and number.low is not None:
                yield _draft(
                    scene, (scene.start + number.start, scene.parse.base + noun.idx + len(noun)), number, noun, setting
                )
                break
