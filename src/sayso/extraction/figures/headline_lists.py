"""Lists of those who suffered in a headline: "Woman, 2 children dead", "Toddler, man killed in crash", "Man and woman hurt".

A headline has no articles and hardly a verb, so that the parser ties the word of harm to the last of a list alone. The sum
of the list is told where every member of it is a person or a number of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.headlines import SLOTS
from sayso.extraction.words.groups import aged
from sayso.extraction.words.people import is_human
from sayso.model import BlockKind, Figure, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_BREAKS = frozenset(", and &".split())
_BETWEEN = frozenset("fatally critically seriously badly found shot stabbed feared".split())
_ENDS, _NO_MEMBERS = (":", ";", "-", "|"), ("VERB", "AUX", "ADP")
#: Words of a member before its noun ("two young boys").
_LONGEST = 3


def headline_lists(scene: Scene, setting: Setting, found: Iterable[Draft]) -> Iterator[Draft]:
    """The sum of a list in a title, where no count as large was found."""
    if scene.kind not in (BlockKind.TITLE, BlockKind.HEADING):
        return
    told = list(found)
    for token in scene.sent:
        slot = SLOTS.get(token.lower_)
        if slot is None or token.i == scene.sent.start:
            continue
        last = token.nbor(-1)
        while last.lower_ in _BETWEEN and last.i > scene.sent.start:
            last = last.nbor(-1)
        members = _members(last, scene, setting)
        count = sum(number for number, _ in members)
        if len(members) < 2 or any(
            d.slot == slot and isinstance(d.value, Figure) and (d.value.low or 0) >= count for d in told
        ):
            continue
        start = scene.parse.base + members[-1][1].idx
        end = scene.parse.base + last.idx + len(last)
        words = " ".join(setting.document.text[start:end].split())
        figure = Figure(count, count, "people", Qualifier.EXACT, words)
        yield Draft(scene, start, end, slot, "total", figure, last)
        return


def _members(last: Token, scene: Scene, setting: Setting) -> list[tuple[int, Token]]:
    """The members of the list that ends here, from its end: how many each is, and its first word."""
    found: list[tuple[int, Token]] = []
    token: Token | None = last
    while token is not None:
        member = _member(token, scene, setting)
        if member is None:
            return []
        found.append(member)
        before = _before(member[1], scene)
        if before is not None and before.lower_ in _BREAKS:
            token = _before(before, scene)
            if token is not None and token.lower_ in _BREAKS:
                token = _before(token, scene)
        else:
            is_open = before is None or before.text in _ENDS
            return found if is_open else []
    return []


def _member(last: Token, scene: Scene, setting: Setting) -> tuple[int, Token] | None:
    """How many people the words that end here are, and where they begin; None where they are none."""
    if last.lower_ in SLOTS or (not is_human(last, setting.groups) and aged(last) is None):
        return None
    first, number = last, _number(last, scene)
    while number is None and last.i - first.i < _LONGEST:
        before = _before(first, scene)
        if before is None or before.lower_ in _BREAKS or before.text in _ENDS or before.pos_ in _NO_MEMBERS:
            break
        first, number = before, _number(before, scene)
    if number is None:
        return (1, first) if last.tag_ in ("NN", "NNP") or aged(last) is not None else None
    return number, first


def _number(token: Token, scene: Scene) -> int | None:
    at = token.idx - scene.sent.start_char
    for number in scene.numbers:
        if number.core_start <= at < number.core_end and number.is_count and number.low == number.high and number.low:
            return int(number.low)
    return None


def _before(token: Token, scene: Scene) -> Token | None:
    return token.nbor(-1) if token.i > scene.sent.start else None
