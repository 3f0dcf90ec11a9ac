"""Which claims answer one question: those of one event, slot, group and, where it speaks of one, entity."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sayso.fusion import clocks
from sayso.fusion.beside import HARM, as_wholes, beside_doers, whole_kinds
from sayso.fusion.counted import as_counted
from sayso.fusion.property import SLOTS, compared, in_one_word
from sayso.fusion.scene import Scene, event_of
from sayso.fusion.standing import OF_ITSELF, TOTAL, stands_for_all, with_parts
from sayso.model import Claim, Figure


@dataclass(frozen=True, slots=True)
class Question:
    """What an estimate answers."""

    event: str
    slot: str
    group: str | None
    about: str | None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """For ordering."""
        return self.event, self.slot, self.group or "", self.about or ""


# Whoever is arrested is a suspect: the word makes nobody one of the attackers.
_SUSPECTS = re.compile(r"\bsuspects?\b", re.IGNORECASE)
Asked: TypeAlias = Mapping[Question, tuple[Claim, ...]]


def ask(claims: Iterable[Claim], scene: Scene) -> dict[Question, tuple[Claim, ...]]:
    """Gather claims by what they answer; a claim that a person corrected has the corrected value."""
    told: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in beside_doers(whole_kinds(as_wholes(claims))):
        if claim.event is not None:
            told[event_of(claim), claim.slot].append(_corrected(claim, scene))
    found: defaultdict[Question, list[Claim]] = defaultdict(list)
    for (event, slot), answers in sorted(told.items()):
        whole = stands_for_all(answers, event, scene)
        things = compared(answers, scene) if slot in SLOTS else {}
        hours = clocks.compared(answers, scene) if slot == clocks.SLOT else {}
        for claim, about, group in _about(answers, is_personal=scene.form(slot).many):
            if claim.id in hours:
                asked, by_the_clock = hours[claim.id]
                found[Question(event, slot, asked, None)].append(by_the_clock)
                continue
            of = TOTAL if (claim.document, group) in whole else things.get(claim.id, group)
            of = TOTAL if of is None and about is None and _counts_people(claim) else of
            of = TOTAL if slot == "arrested" and _SUSPECTS.search(claim.quote) is not None else of
            of = OF_ITSELF.get(slot, of) if of in (None, TOTAL) and about is None else of
            found[Question(event, slot, of, about)].append(in_one_word(claim) if claim.id in things else claim)
    return {asked: _of_one(asked, answers, scene) for asked, answers in found.items()}


def _of_one(asked: Question, answers: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    form = scene.form(asked.slot)
    answers = as_counted(answers, scene) if form.family == "count" else answers
    return tuple(answers) if form.moment or form.many or asked.about is not None else with_parts(answers)


def _counts_people(claim: Claim) -> bool:
    """Whether a claim counts people in a slot that counts them by group; of whom nothing is told, it counts all."""
    return claim.slot in HARM and isinstance(claim.value, Figure) and claim.value.unit == "people"


def _corrected(claim: Claim, scene: Scene) -> Claim:
    value = scene.judged.corrected.get(claim.id)
    return claim if value is None else replace(claim, value=value)


def _about(answers: list[Claim], *, is_personal: bool) -> list[tuple[Claim, str | None, str | None]]:
    """Each claim with whom it is about and its group, as its question has them.

    A slot of one answer, without a count, asks about the one entity that any account names; a count about a named person takes the group
    that most accounts give that person.
    """
    abouts = sorted({claim.about for claim in answers if claim.about is not None})
    counted = is_personal or any(claim.group is not None for claim in answers)
    only = abouts[0] if len(abouts) == 1 and not counted else None
    groups = {about: _group_of(about, answers) for about in abouts}
    asked: list[tuple[Claim, str | None, str | None]] = []
    for claim in answers:
        about = claim.about or only
        asked.append((claim, about, groups[about] if about is not None else claim.group))
    return asked


def _group_of(about: str, answers: list[Claim]) -> str | None:
    """The group that most accounts give a person; of equals the first by name."""
    said = Counter(claim.group for claim in answers if claim.about == about and claim.group is not None)
    return min(said, key=lambda group: (-said[group], group)) if said else None
