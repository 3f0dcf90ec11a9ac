"""From one question and its claims to its estimate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.errors import UnknownNameError
from sayso.fusion.bounds import span_of
from sayso.fusion.gaps import gaps
from sayso.fusion.ids import estimate_id
from sayso.fusion.property import form_of
from sayso.fusion.questions import Question
from sayso.fusion.readings import drafts, is_usable, reading
from sayso.fusion.reasons import open_why
from sayso.fusion.rules import verdicts
from sayso.fusion.scene import Scene
from sayso.fusion.statuses import Stand, statuses
from sayso.model import Claim, Estimate, Judgement, Status, Value, Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """An estimate with what it was made of, for findings and checks."""

    question: Question
    stand: Stand
    estimate: Estimate


def answer(question: Question, claims: Sequence[Claim], slips: frozenset[str], rule: str, scene: Scene) -> Answer:
    """Answer one question.

    Args:
        question: what is asked.
        claims: all that answer it, usable or not.
        slips: ids of claims that only a slip explains.
        rule: the house rule in force.
        scene: the case.
    """
    form = form_of(scene.form(question.slot), question.group, question.slot)
    told = tuple(sorted(claims, key=lambda claim: (claim.document, claim.start, claim.end, claim.id)))
    found = drafts((claim for claim in told if claim.id not in slips and is_usable(claim, scene)), form, scene)
    settled = scene.settled.get(question.key)
    stand = Stand(told, found, gaps(found, form, scene), form, scene, settled is not None)
    status, also = statuses(stand)
    by_rule = verdicts(stand, question, next(iter(also), status) if status is Status.SETTLED else status)
    chosen = _chosen(by_rule, rule, settled)
    if not found and settled is None:
        chosen = replace(chosen, why=open_why(stand))
    return Answer(
        question,
        stand,
        Estimate(
            id=estimate_id(question.event, question.slot, question.group, question.about),
            event=question.event,
            slot=question.slot,
            group=question.group,
            about=question.about,
            status=status,
            also=also,
            best=chosen.best,
            low=chosen.low,
            high=chosen.high,
            rule=rule,
            why=chosen.why,
            by_rule=by_rule,
            derived_from=(),
            rolls_up=False,
            readings=tuple(reading(draft, scene) for draft in found),
        ),
    )


def check_rule(rule: str, scene: Scene) -> None:
    """Refuse a rule that the codebook does not hold.

    Raises:
        UnknownNameError: there is none of that name.
    """
    if rule not in scene.fusion.rules:
        raise UnknownNameError("house rule", rule, tuple(sorted(scene.fusion.rules)))


def _chosen(by_rule: Mapping[str, Verdict], rule: str, settled: Judgement | None) -> Verdict:
    """What is shown: a person's decision before the rule in force."""
    if settled is None:
        return by_rule[rule]
    value: Value | None = settled.value
    low, high = (None, None) if value is None else span_of([value])
    reason = f": {settled.why}" if settled.why else "."
    return Verdict(value, low, high, f"Settled by {settled.by}{reason}", not_covered=False)
