"""Sums that no account states: the dead of several sides, or of several parts. Each says that it is ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.fusion.estimates import Answer
from sayso.fusion.ids import estimate_id
from sayso.fusion.questions import Question
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import Sharpness, sharpness
from sayso.fusion.wording import number
from sayso.model import Estimate, Figure, Qualifier, Status, Value, Verdict

_OURS = "our sum; no account states it"
_UNSURE = frozenset({Status.ALLEGED, Status.DENIED, Status.CONTESTED, Status.OPEN})


@dataclass(frozen=True, slots=True)
class _Term:
    """One figure of a sum."""

    estimate: Estimate
    low: float
    high: float
    best: float


def derived(
    answers: Sequence[Answer], sums: Mapping[Question, tuple[Question, ...]], rule: str, scene: Scene
) -> tuple[Estimate, ...]:
    """All sums that can be shown: wholes of their parts, and totals of groups that share nobody."""
    known = {answer.question: answer.estimate for answer in answers}
    made: dict[Question, Estimate] = {}
    for question, parts in sorted(sums.items(), key=lambda one: one[0].key):
        terms = [_term(known[part]) for part in parts if part in known]
        _keep(made, question, terms, rule, rolls_up=True)
    counted = {**known, **made}
    for event in dict.fromkeys(question.event for question in sorted(counted, key=lambda question: question.key)):
        question = Question(event, "killed", "total", None)
        if _is_told(counted.get(question)):
            continue
        sides = [
            estimate
            for asked, estimate in counted.items()
            if asked.event == event
            and asked.slot == "killed"
            and asked.about is None
            and asked.group not in (None, "total")
        ]
        if terms_of := _disjoint(sides, scene):
            _keep(made, question, terms_of, rule, rolls_up=any(term.estimate.rolls_up for term in terms_of if term))
            _keep_readings(made, question, counted.get(question))
    return tuple(made.values())


def _keep(
    made: dict[Question, Estimate], question: Question, terms: Sequence[_Term | None], rule: str, *, rolls_up: bool
) -> None:
    whole = [term for term in terms if term is not None]
    if len(whole) == len(terms) > 1:
        made[question] = _sum(question, whole, rule, rolls_up=rolls_up)


def _keep_readings(made: dict[Question, Estimate], question: Question, old: Estimate | None) -> None:
    """What little was told (nobody dead, in one part) stays visible beside the sum."""
    if question in made and old is not None:
        made[question] = replace(made[question], readings=old.readings)


def _is_told(estimate: Estimate | None) -> bool:
    """Whether some account counts a total that is not nought (nobody dead in one part is no total)."""
    if estimate is None:
        return False
    return any(not isinstance(told.value, Figure) or told.value.high != 0 for told in estimate.readings)


def _disjoint(estimates: Sequence[Estimate], scene: Scene) -> list[_Term | None]:
    """The terms of a total: every group with dead of its own must share nobody with any other; else none."""
    told = [
        estimate for estimate in sorted(estimates, key=lambda estimate: estimate.group or "") if _may_count(estimate)
    ]
    top = [one for one in told if not any(other.group in scene.group(one.group or "").within for other in told)]
    groups = [estimate.group or "" for estimate in top if estimate.group in scene.fusion.groups]
    if any(
        other not in scene.group(one).apart and one not in scene.group(other).apart
        for one, other in combinations(groups, 2)
    ):
        return []
    return [
        _term(estimate)
        for estimate in top
        if estimate.group in scene.fusion.groups and scene.group(estimate.group or "").apart
    ]


def _may_count(estimate: Estimate) -> bool:
    """Whether an estimate may stand for people at all: nought adds nothing."""
    values = [*(told.value for told in estimate.readings), *([estimate.best] if estimate.best is not None else [])]
    return any(not isinstance(value, Figure) or value.high != 0 for value in values)


def _term(estimate: Estimate) -> _Term | None:
    """An estimate as a term; None where it has no sure and narrow figure."""
    best = estimate.best
    if not isinstance(best, Figure) or estimate.status in _UNSURE or best.low is None or best.high is None:
        return None
    if (
        sharpness(best) is Sharpness.COARSE
        or not isinstance(estimate.low, (int, float))
        or not isinstance(estimate.high, (int, float))
    ):
        return None
    return _Term(
        estimate, estimate.low, estimate.high, best.low if best.low == best.high else (best.low + best.high) / 2
    )


def _sum(question: Question, terms: Sequence[_Term], rule: str, *, rolls_up: bool) -> Estimate:
    low, high = sum(term.low for term in terms), sum(term.high for term in terms)
    exact = all(term.low == term.high for term in terms)
    said = " + ".join(number(term.best) for term in terms)
    total = sum(term.best for term in terms)
    best: Value = Figure(low, high, "people", Qualifier.EXACT if exact else Qualifier.ABOUT, number(total))
    why = f"{said} = {number(total)}: {_OURS}."
    verdicts = {
        name: Verdict(None, None, None, "A sum that no account states.", not_covered=True)
        for name in terms[0].estimate.by_rule
    }
    own = replace(verdicts[rule], best=best, low=low, high=high, why=why, not_covered=False)
    return Estimate(
        id=estimate_id(question.event, question.slot, question.group, question.about),
        event=question.event,
        slot=question.slot,
        group=question.group,
        about=question.about,
        status=Status.SINGLE,
        also=(),
        best=best,
        low=low,
        high=high,
        rule=rule,
        why=why,
        by_rule={**verdicts, rule: own},
        derived_from=tuple(term.estimate.id for term in terms),
        rolls_up=rolls_up,
        readings=(),
    )
