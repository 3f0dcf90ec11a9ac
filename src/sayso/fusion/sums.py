"""Sums that no account states: the dead of several sides, or of several parts. Each says that it is ours."""

from __future__ import annotations

from collections import defaultdict
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
from sayso.normalisation.names import fold

_OURS = "our sum; no account states it"
_UNSURE = frozenset({Status.ALLEGED, Status.DENIED, Status.CONTESTED, Status.OPEN})


@dataclass(frozen=True, slots=True)
class _Term:
    """One figure of a sum."""

    estimate: Estimate
    low: float
    high: float
    best: float


@dataclass(frozen=True, slots=True)
class _Hits:
    """What is told of those shot or hit: where only some are counted, whether one of them lives; and what is held to be so."""

    alive: Mapping[Question, bool]
    held: frozenset[Question]


def derived(
    answers: Sequence[Answer],
    sums: Mapping[Question, tuple[Question, ...]],
    rule: str,
    scene: Scene,
    lost: frozenset[str] = frozenset(),
) -> tuple[Estimate, ...]:
    """All sums that can be shown: wholes of their parts, and totals of groups that share nobody.

    Args:
        answers: what is told.
        sums: the wholes that only their parts' sum answers.
        rule: the house rule in force.
        scene: the case.
        lost: the claims of people hit that are of those who died.
    """
    known = {answer.question: answer.estimate for answer in answers}
    some = {answer.question: _lives(answer, lost) for answer in answers if _is_of_some(answer)}
    hits = _Hits(some, frozenset(answer.question for answer in answers if _is_held(answer)))
    made: defaultdict[str, dict[Question, Estimate]] = defaultdict(dict)
    for question, parts in sorted(sums.items(), key=lambda one: one[0].key):
        terms = [_term(known[part]) for part in parts if part in known]
        _keep(made[question.event], question, terms, rule, rolls_up=True)
    told: defaultdict[str, dict[Question, Estimate]] = defaultdict(dict)
    for question, estimate in known.items():
        told[question.event][question] = estimate
    for event in sorted({*told, *made}):
        whole = scene.events[event].part_of if event in scene.events else None
        _of_event(made[event], {**told[event], **made[event]}, (event, rule), scene, told[whole] if whole else {})
        _take_dead_from_hit(made[event], {**told[event], **made[event]}, (event, rule), hits)
        _count_least(made[event], {**told[event], **made[event]}, Question(event, "injured", "total", None), rule)
    return tuple(estimate for event in sorted(made) for estimate in made[event].values())


def _of_event(
    made: dict[Question, Estimate],
    counted: Mapping[Question, Estimate],
    of: tuple[str, str],
    scene: Scene,
    whole: Mapping[Question, Estimate],
) -> None:
    """The sums of one event, over what is told of it and what its parts make; `whole` is told of what it is a part of."""
    event, rule = of
    question = Question(event, "killed", "total", None)
    sides = [
        estimate
        for asked, estimate in counted.items()
        if asked.slot == "killed" and asked.about is None and asked.group not in (None, "total")
    ]
    if _lacks_a_side(sides, whole):
        _count_least(made, {**counted, **made}, Question(event, "injured", "total", None), rule)
        return
    if not _is_told(counted.get(question)) and (terms_of := _disjoint(sides, scene)):
        _keep(made, question, terms_of, rule, rolls_up=any(term.estimate.rolls_up for term in terms_of if term))
        _keep_readings(made, question, counted.get(question))
    _count_named(made, counted, event, rule, scene)
    for slot in ("killed", "injured"):
        _count_least(made, {**counted, **made}, Question(event, slot, "total", None), rule)


def _lacks_a_side(sides: Sequence[Estimate], whole: Mapping[Question, Estimate]) -> bool:
    """Whether the whole has dead of a side that this part does not tell of: then the part's sum would leave them out."""
    here = {side.group for side in sides}
    told = {
        asked.group for asked, one in whole.items() if asked.slot == "killed" and asked.about is None and _is_own(one)
    }
    return bool(told - here - {None, "total"})


def _is_own(estimate: Estimate) -> bool:
    """Whether it counts some dead, and not only those that a part tells of."""
    return _is_told(estimate) and not estimate.rolls_up


def _is_of_some(answer: Answer) -> bool:
    """Does all that is told count a part only, or one person ("two are in critical condition", "a man is in hospital")?"""
    told = answer.stand.competing
    return bool(told) and all(draft.scope or draft.is_of_one for draft in told)


def _is_held(answer: Answer) -> bool:
    """Does an account hold the best value itself, whatever is only alleged beside it?"""
    best = answer.estimate.best
    return answer.estimate.status is Status.ALLEGED and any(
        draft.value == best and draft.asserted() for draft in answer.stand.competing
    )


def _lives(answer: Answer, lost: frozenset[str]) -> bool:
    """Does some of what is told count people who are not among the dead?"""
    return any(claim.id not in lost for draft in answer.stand.competing for claim in draft.claims)


def _count_named(
    made: dict[Question, Estimate], known: Mapping[Question, Estimate], event: str, rule: str, scene: Scene
) -> None:
    """Where no account counts the dead, those it names are at least so many."""
    dead = [one for asked, one in known.items() if asked.event == event and asked.slot == "killed"]
    named = [_term(one) for one in _by_person([one for one in dead if one.about is not None], scene)]
    sure = [term for term in named if term is not None]
    if not sure or len(sure) != len(named) or any(one.about is None and _may_count(one) for one in dead):
        return
    question = Question(event, "killed", "total", None)
    estimate = _sum(question, sure, rule, rolls_up=False)
    why = f"{number(len(sure))} named as dead, and no account gives a count: {_OURS}."
    made[question] = _reworded(estimate, why, rule)


def _by_person(named: Sequence[Estimate], scene: Scene) -> list[Estimate]:
    """One estimate a person: a surname or given name alone is that of somebody named in full."""
    words = {
        one.id: frozenset(fold(scene.entities[one.about or ""].name).split())
        for one in named
        if (one.about or "") in scene.entities
    }
    found = []
    for one in named:
        own = words.get(one.id, frozenset())
        if not any(own and own < words.get(other.id, frozenset()) for other in named):
            found.append(one)
    return found


def _count_least(
    made: dict[Question, Estimate], known: Mapping[Question, Estimate], question: Question, rule: str
) -> None:
    """ "A girl", "the child" and a name may be one person: the largest of such figures is what is sure, not their sum."""
    if _is_told(known.get(question)):
        return
    about = [one for asked, one in known.items() if asked.event == question.event and asked.slot == question.slot]
    grouped = [one for one in about if one.about is None and one.group != "total" and _may_count(one)]
    terms = [term for one in grouped if (term := _term(one)) is not None]
    if len(grouped) < 2 or len(terms) < len(grouped) or question in made:
        return
    named = len([one for one in about if one.about is not None and _may_count(one)])
    largest = max(terms, key=lambda term: (term.best, term.estimate.id))
    if any(term.low > 1 for term in terms if term is not largest):
        return  # two numbers of more than one each count different people as likely as not
    estimate = _sum(question, [largest], rule, rolls_up=False)
    best = Figure(largest.low, None, "people", Qualifier.AT_LEAST, number(largest.best))
    best = replace(best, high=largest.high, qualifier=Qualifier.EXACT) if named <= largest.best else best
    own = replace(estimate.by_rule[rule], best=best)
    estimate = replace(estimate, best=best, by_rule={**estimate.by_rule, rule: own})
    why = f"Told by different words that may mean the same people; {number(largest.best)} is the largest: {_OURS}."
    made[question] = _reworded(estimate, why, rule)


def _take_dead_from_hit(
    made: dict[Question, Estimate],
    known: Mapping[Question, Estimate],
    asked_for: tuple[str, str],
    hits: _Hits,
) -> None:
    """Those shot or hit, less those who died of it, are the injured, where no account counts more than some of them."""
    event, rule = asked_for
    everyone, some = {**known, **made}, hits.alive
    hurt = {asked: one for asked, one in everyone.items() if asked.slot == "injured" and _may_count(one)}
    if any(asked not in some and asked not in made for asked in hurt):
        return
    for asked, hit in sorted(known.items(), key=lambda one: one[0].key):
        is_hit = asked.event == event and asked.slot == "casualties" and asked.about is None
        whole = _term(replace(hit, status=Status.SINGLE) if asked in hits.held else hit) if is_hit else None
        question = Question(event, "injured", asked.group, None)
        if whole is None or not whole.high or (hurt and (asked.group != "total" or asked in some)):
            continue
        if not some.get(asked, True):
            continue  # whoever was hit is told to have died
        dead = everyone.get(Question(event, "killed", asked.group, None)) or everyone.get(
            Question(event, "killed", "total", None)
        )
        if asked.group != "total" and not _is_told_by_one(hit, dead, everyone, event):
            continue
        less = _term(dead) if dead is not None and _may_count(dead) else None
        if (less is None and dead is not None and _may_count(dead)) or (less is not None and less.high > whole.low):
            continue
        old = known.get(question)
        made[question] = _difference(question, whole, less, rule)
        _keep_readings(made, question, old)


def _is_told_by_one(hit: Estimate, dead: Estimate | None, told: Mapping[Question, Estimate], event: str) -> bool:
    """Whether who counts some group as hit counts its dead, too: "shot 20 prisoners" may be of those whom others call executed."""
    slain = [
        one for asked, one in told.items() if asked.event == event and asked.slot == "executed" and _may_count(one)
    ]
    if dead is None or not _may_count(dead):
        return not slain
    return bool(_tellers(hit) & _tellers(dead))


def _tellers(estimate: Estimate) -> set[str]:
    return {document for told in estimate.readings for document in told.documents}


def _difference(question: Question, whole: _Term, less: _Term | None, rule: str) -> Estimate:
    low, high = (whole.low - less.high, whole.high - less.low) if less is not None else (whole.low, whole.high)
    estimate = _sum(question, [term for term in (whole, less) if term is not None], rule, rolls_up=False)
    said = f"{number(whole.best)} hit" + (
        f" less {number(less.best)} dead" if less is not None else ", none said to have died"
    )
    exact = Qualifier.EXACT if low == high else Qualifier.ABOUT
    best = Figure(low, high, "people", exact, number((low + high) / 2))
    own = replace(estimate.by_rule[rule], best=best, low=low, high=high)
    estimate = replace(estimate, best=best, low=low, high=high, by_rule={**estimate.by_rule, rule: own})
    return _reworded(estimate, f"{said}: our difference; no account states it.", rule)


def _reworded(estimate: Estimate, why: str, rule: str) -> Estimate:
    own = replace(estimate.by_rule[rule], why=why)
    return replace(estimate, why=why, by_rule={**estimate.by_rule, rule: own})


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
