"""A main event takes in what its parts tell: once, never twice, and a zero in one part neither adds nor contradicts.

A figure told of the whole by one account and of a part by another answers one question where only that part has any.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.fusion.compare import Room, room
from sayso.fusion.questions import Question
from sayso.fusion.readings import is_usable
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import Sharpness, sharpness, stretch
from sayso.model import Claim, Event, Value


@dataclass(frozen=True, slots=True)
class Rolled:
    """The questions after rolling up.

    Args:
        asked: each question with its claims.
        rolled: those whose claims come from parts, too.
        sums: questions of a whole that only their parts' sum can answer, with the parts' questions.
    """

    asked: Mapping[Question, tuple[Claim, ...]]
    rolled: frozenset[Question]
    sums: Mapping[Question, tuple[Question, ...]]


def roll_up(asked: Mapping[Question, tuple[Claim, ...]], scene: Scene) -> Rolled:
    """Let every whole take in what its parts tell, as the codebook says for each slot."""
    work = _Work({}, set(), {}, scene, defaultdict(dict))
    for question, claims in asked.items():
        work.put(question, claims)
    for whole, parts in _wholes(scene):
        _same(work, whole, parts)
        _sums(work, whole, parts)
        _spans(work, whole, parts)
    return Rolled(work.asked, frozenset(work.rolled), work.sums)


@dataclass(slots=True)
class _Work:
    asked: dict[Question, tuple[Claim, ...]]
    rolled: set[Question]
    sums: dict[Question, tuple[Question, ...]]
    scene: Scene
    by_event: defaultdict[str, dict[Question, None]]

    def of(self, events: Sequence[Event], way: str) -> Iterator[tuple[Question, tuple[Claim, ...]]]:
        """The questions of some events whose slot rolls up in one way, in order."""
        told = [question for event in events for question in self.by_event[event.id] if question in self.asked]
        for question in sorted(told, key=lambda question: question.key):
            if self.scene.form(question.slot).rolls_up == way:
                yield question, self.asked[question]

    def put(self, question: Question, claims: tuple[Claim, ...]) -> None:
        """Let a question be answered by these claims and no others."""
        self.asked[question] = claims
        self.by_event[question.event][question] = None

    def add(self, whole: Question, claims: Sequence[Claim]) -> None:
        """Let a whole's question be answered by a part's claims, too."""
        if claims:
            self.put(whole, (*self.asked.get(whole, ()), *claims))
            self.rolled.add(whole)


def _wholes(scene: Scene) -> list[tuple[Event, list[Event]]]:
    parts: defaultdict[str, list[Event]] = defaultdict(list)
    for event in scene.events.values():
        if event.part_of in scene.events:
            parts[event.part_of or ""].append(event)
    return [(scene.events[whole], told) for whole, told in sorted(parts.items())]


def _same(work: _Work, whole: Event, parts: Sequence[Event]) -> None:
    """What is told in a part and answers for the whole moves there."""
    for question, claims in list(work.of(parts, "same")):
        work.add(replace(question, event=whole.id), claims)
        del work.asked[question]


def _sums(work: _Work, whole: Event, parts: Sequence[Event]) -> None:
    """One part with a figure answers for the whole; several do so only in our sum, if no account tells the whole."""
    told: defaultdict[Question, list[Question]] = defaultdict(list)
    for question, _ in list(work.of(parts, "sum")):
        told[replace(question, event=whole.id)].append(question)
    for question, sources in told.items():
        counting = [source for source in sources if any(_counts(claim, work.scene) for claim in work.asked[source])]
        own = [claim for claim in work.asked.get(question, ()) if is_usable(claim, work.scene)]
        if counting and _is_one(counting, work):
            work.add(question, [claim for source in counting for claim in work.asked[source]])
        elif counting and _is_told_apart(counting, work) and not any(_counts(claim, work.scene) for claim in own):
            work.sums[question] = tuple(counting)


def _is_one(sources: Sequence[Question], work: _Work) -> bool:
    """Whether the parts that count tell the same: one part, or figures that leave each other room (told twice, not added)."""
    told = [_values(claim for claim in work.asked[source] if _counts(claim, work.scene)) for source in sources]
    pairs = [(x, y) for number, one in enumerate(told) for other in told[number + 1 :] for x in one for y in other]
    return all(room(x, y, work.scene.entities) is Room.FITS for x, y in pairs)


def _is_told_apart(sources: Sequence[Question], work: _Work) -> bool:
    """Whether one account tells of all these parts: only then are they sure to be different people."""
    told = [{claim.document for claim in work.asked[source] if _counts(claim, work.scene)} for source in sources]
    return bool(set.intersection(*told))


def _spans(work: _Work, whole: Event, parts: Sequence[Event]) -> None:
    """The start of the first part starts the whole; the end of the last ends it, where the whole's own dates leave room."""
    order = list(work.scene.fusion.parts)
    if not order:
        return
    named = {part.part: part for part in parts}
    if order[-1] in named:
        _hand_over(work, whole, named.get(order[0]), named[order[-1]])
    for part in parts:
        if part.part == order[0]:
            starts = work.asked.get(Question(part.id, "date_start", None, None), ())
            work.add(Question(whole.id, "date_start", None, None), starts)
        if part.part == order[-1]:
            ends = work.asked.get(Question(part.id, "date_end", None, None), ())
            ends = ends or work.asked.get(Question(part.id, "date_start", None, None), ())
            question = Question(whole.id, "date_end", None, None)
            work.add(question, _fitting(ends, work.asked.get(question, ()), work.scene))


def _hand_over(work: _Work, whole: Event, first: Event | None, last: Event) -> None:
    """A start of the whole that lies after another start, and is the last part's date, is the last part's."""
    start, of_last = Question(whole.id, "date_start", None, None), Question(last.id, "date_start", None, None)
    told = work.asked.get(start, ())
    early = [*told, *(work.asked.get(Question(first.id, "date_start", None, None), ()) if first is not None else ())]
    ends = _values([*work.asked.get(of_last, ()), *work.asked.get(Question(whole.id, "date_end", None, None), ())])
    first_over = min((high for claim in early if (high := _ends(claim)) is not None), default=math.inf)
    given = [
        claim
        for claim in told
        if first_over < _begins(claim) and any(room(claim.value, end, {}) is Room.FITS for end in ends)
    ]
    if given:
        gone = {claim.id for claim in given}
        work.put(start, tuple(claim for claim in told if claim.id not in gone))
        work.put(of_last, (*work.asked.get(of_last, ()), *given))


def _ends(claim: Claim) -> float | None:
    """The last day that a claim leaves open; None where it names none."""
    told = stretch(claim.value)
    return None if told is None else told.high


def _begins(claim: Claim) -> float:
    """The first day that a claim leaves open; before all days where it names none."""
    told = stretch(claim.value)
    return -math.inf if told is None or told.low is None else told.low


def _values(claims: Iterable[Claim]) -> list[Value]:
    """What claims say, once each."""
    return list(dict.fromkeys(claim.value for claim in claims))


def _fitting(claims: Sequence[Claim], own: Sequence[Claim], scene: Scene) -> list[Claim]:
    """The claims that some sharp claim of the whole leaves room for; all where it has none."""
    told = _values(claim for claim in own if is_usable(claim, scene) and sharpness(claim.value) < Sharpness.COARSE)
    return [
        claim
        for claim in claims
        if not told or any(room(claim.value, one, scene.entities) is Room.FITS for one in told)
    ]


def _counts(claim: Claim, scene: Scene) -> bool:
    """Whether a claim counts at least one."""
    told = stretch(claim.value)
    return is_usable(claim, scene) and told is not None and (told.high is None or told.high > 0)
