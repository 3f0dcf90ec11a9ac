"""The terms of a check: `slot` or `slot[group]` of one event, with the stretches that its readings cover."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.fusion.estimates import Answer
from sayso.fusion.questions import Question
from sayso.fusion.rules import current
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import Stretch, stretch
from sayso.model import Claim, Event, Value

_TERM = re.compile(r"(\w+)(?:\[(\w+)\])?")


@dataclass(frozen=True, slots=True)
class Option:
    """One reading of a term: what it says and the claims that say so."""

    value: Value
    extent: Stretch
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One term with all its readings; a check that no choice among them satisfies is a clash."""

    question: Question
    options: tuple[Option, ...]

    def of(self, document: str) -> Term:
        """The term as one account tells it: each of its own claims a reading."""
        claims = [claim for option in self.options for claim in option.claims if claim.document == document]
        own = [Option(claim.value, told, (claim,)) for claim in claims if (told := stretch(claim.value)) is not None]
        return replace(self, options=tuple(own))

    @property
    def documents(self) -> tuple[str, ...]:
        """The accounts that tell it."""
        return tuple(sorted({claim.document for option in self.options for claim in option.claims}))


Table = Mapping[tuple[str, str, str | None], Sequence[Answer]]


def table(answers: Sequence[Answer]) -> Table:
    """Answers by event, slot and group; a count without a group of its own is found under its slot alone, too."""
    found: dict[tuple[str, str, str | None], list[Answer]] = {}
    for answer in answers:
        asked = answer.question
        found.setdefault((asked.event, asked.slot, asked.group), []).append(answer)
    groups: defaultdict[tuple[str, str], set[str | None]] = defaultdict(set)
    for event, slot, group in found:
        groups[event, slot].add(group)
    for (event, slot), named in groups.items():
        if len(named) == 1 and None not in named:
            found[event, slot, None] = found[event, slot, next(iter(named))]
    return found


def term(written: str, event: Event, part: Event | None, answers: Table) -> Term | None:
    """What a check's term stands for in one event: of its part, where that tells it; None where nobody tells it."""
    match = _TERM.fullmatch(written)
    if match is None:
        return None
    for where in (part, event):
        told = answers.get((where.id, match[1], match[2]), ()) if where is not None else ()
        options = tuple(option for answer in told for option in _options(answer))
        if options:
            return Term(told[0].question, options)
    return None


def wholes(scene: Scene) -> Iterator[tuple[Event, dict[str, Event]]]:
    """Every event that is no part, with its parts by name."""
    parts: defaultdict[str, dict[str, Event]] = defaultdict(dict)
    for event in scene.events.values():
        if event.part_of is not None and event.part is not None:
            parts[event.part_of][event.part] = event
    for event in scene.events.values():
        if event.part_of not in scene.events:
            yield event, dict(parts.get(event.id, {}))


def _options(answer: Answer) -> Iterator[Option]:
    """The readings of the whole that hold now and are measured."""
    if answer.question.about is not None and answer.question.group is not None:
        return
    for draft in current(answer.stand):
        told = stretch(draft.value)
        if told is not None and not draft.scope:
            yield Option(draft.value, told, draft.claims)
