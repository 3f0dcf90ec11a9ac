"""House rules: how each house makes best, low and high of readings that differ, and why, in one sentence.

The rules are data in the codebook; here stand the few ways of choosing and bounding that they name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.codebook import Rule
from sayso.fusion.bounds import Range, said_number, span_of, spread
from sayso.fusion.gaps import Gap
from sayso.fusion.moments import later, told_last
from sayso.fusion.parties import is_partys
from sayso.fusion.questions import Question
from sayso.fusion.readings import Draft
from sayso.fusion.reasons import decided, listed_why, nothing_decides, one_reading, updated_why
from sayso.fusion.scene import Scene
from sayso.fusion.statuses import Stand
from sayso.fusion.stretch import stretch
from sayso.fusion.weigh import WEIGHTS, weigh
from sayso.fusion.wording import say
from sayso.model import Figure, Modality, Qualifier, Status, Value, Verdict


@dataclass(frozen=True, slots=True)
class Choice:
    """What a rule chose, of what, and why; `best` is None where it chooses nothing."""

    best: Value | None
    why: str


def verdicts(stand: Stand, question: Question, status: Status) -> Mapping[str, Verdict]:
    """What each house rule gives for one question, by the rule's name."""
    candidates = current(stand)
    return {
        name: _verdict(rule, stand, candidates, status)
        if covers(rule, question.slot, question.group)
        else Verdict(None, None, None, f"{rule.title} does not speak of this.", not_covered=True)
        for name, rule in sorted(stand.scene.fusion.rules.items())
    }


def _verdict(rule: Rule, stand: Stand, candidates: Sequence[Draft], status: Status) -> Verdict:
    if rule.blank:
        candidates = [draft for draft in candidates if not _is_vague(draft.value)]
        if not candidates and stand.competing:
            return Verdict(
                None, None, None, f"Only vague words are told; {rule.title} leaves them blank.", not_covered=False
            )
    if not candidates:
        return Verdict(None, None, None, "No account gives a value that can be used.", not_covered=False)
    if status is Status.LISTED or (stand.form.many and len(candidates) > 1):
        return Verdict(None, None, None, listed_why(stand), not_covered=False)
    choice = _BEST[rule.best](candidates, rule, stand)
    if stand.form.grave and status is Status.ALLEGED:
        choice = Choice(None, "No two origins assert it: not to be stated as fact.")
    low, high = _BOUNDS[rule.bounds](_rivals(candidates, choice, stand), choice)
    return Verdict(choice.best, low, high, choice.why, not_covered=False)


def covers(rule: Rule, slot: str, group: str | None) -> bool:
    """Whether a rule speaks of a slot and group."""
    if "*" not in rule.covers and slot not in rule.covers:
        return False
    return not rule.groups or group is None or group in rule.groups


def current(stand: Stand) -> list[Draft]:
    """The competing readings of the whole that no later one replaced."""
    found = [(number, draft) for number, draft in enumerate(stand.drafts) if draft.is_competing]
    whole = [(number, draft) for number, draft in found if not draft.scope] or found
    if stand.has(Gap.SCOPED):
        whole = [(number, draft) for number, draft in whole if not draft.is_of_one] or whole
    return [
        draft
        for number, draft in whole
        if not any(_replaces(other, draft, stand, (number, rival)) for rival, other in whole if rival != number)
    ]


def _replaces(newer: Draft, older: Draft, stand: Stand, pair: tuple[int, int]) -> bool:
    """Whether a reading holds at a later moment, or was told later of something that grows."""
    if stand.gaps.get((min(pair), max(pair))) is not Gap.UPDATED:
        return False
    if newer.moment is not None and older.moment is not None:
        return later(newer.moment, older.moment)
    if stand.form.moment and (is_last := told_last(newer.claims, older.claims, stand.scene)) is not None:
        return is_last
    if not stand.form.grows:
        return newer.moment is None and older.moment is not None and len(newer.documents) > len(older.documents)
    low, high = stretch(older.value), stretch(newer.value)
    return low is not None and high is not None and (low.high or 0) < (high.low or 0)


def _rivals(candidates: Sequence[Draft], choice: Choice, stand: Stand) -> Sequence[Draft]:
    """The readings that answer what the chosen one answers: not those of other scope, or of another thing."""
    numbers = {id(draft): number for number, draft in enumerate(stand.drafts)}
    chosen = next((numbers[id(draft)] for draft in candidates if draft.value is choice.best), None)
    if chosen is None:
        return candidates
    pairs = {id(draft): tuple(sorted((chosen, numbers[id(draft)]))) for draft in candidates}
    return [
        draft
        for draft in candidates
        if stand.gaps.get((pairs[id(draft)][0], pairs[id(draft)][1])) not in (Gap.BESIDE, Gap.SCOPED)
    ]


def _weighed(candidates: Sequence[Draft], rule: Rule, stand: Stand) -> Choice:
    """The heaviest reading, if it leads by the margin."""
    if len(candidates) == 1:
        return _only(candidates[0], stand)
    ranked = weigh(candidates, stand.drafts, rule.weights, stand.scene)
    first = ranked[0]
    margin = {**WEIGHTS, **rule.weights}["margin"]
    if first.total - ranked[1].total < margin and stand.has(Gap.CONTESTED):
        return Choice(None, nothing_decides(ranked, stand))
    return Choice(first.draft.value, decided(ranked, stand))


def _only(draft: Draft, stand: Stand) -> Choice:
    """The one reading there is: nothing is to be weighed."""
    return Choice(draft.value, updated_why(draft, stand) if stand.has(Gap.UPDATED) else one_reading(draft, stand))


def _most_reliable(candidates: Sequence[Draft], rule: Rule, stand: Stand) -> Choice:
    """The heaviest reading; among equals the lowest."""
    if len(candidates) == 1:
        return _only(candidates[0], stand)
    ranked = weigh(candidates, stand.drafts, rule.weights, stand.scene)
    ties = [one for one in ranked if one.total == ranked[0].total]
    chosen = min(ties, key=lambda one: _low(one.draft))
    words = "the lowest of those told equally well" if len(ties) > 1 else "the figure told best"
    return Choice(chosen.draft.value, f"{say(chosen.draft.value, stand.scene)} is {words}.")


def _lowest(candidates: Sequence[Draft], rule: Rule, stand: Stand) -> Choice:
    """The most conservative figure, vague words at the rule's own points."""
    points = [(_point(draft.value, rule), draft.value) for draft in candidates]
    told, value = min(points, key=lambda point: (point[0] is None, point[0] or 0.0))
    if told is None or not isinstance(value, Figure):
        return Choice(value, "The only value told.")
    best = value if value.low == value.high == told else Figure(told, told, value.unit, Qualifier.EXACT, f"{told:g}")
    said = say(value, stand.scene)
    return Choice(best, f"The most conservative figure is {said}{'' if best is value else f', counted as {told:g}'}.")


def _recent_majority_lowest(candidates: Sequence[Draft], _rule: Rule, stand: Stand) -> Choice:
    """The most recent reliable figure; else that of most origins; else the lowest."""
    reliable = [draft for draft in candidates if not _is_doubtful(draft, stand.scene)] or list(candidates)
    dates = {
        published
        for draft in reliable
        for claim in draft.claims
        if (published := stand.scene.published(claim.document)) is not None
    }
    last = (
        [
            draft
            for draft in reliable
            if any(stand.scene.published(claim.document) == max(dates) for claim in draft.claims)
        ]
        if dates
        else []
    )
    if len(last) == 1:
        return Choice(
            last[0].value, f"{say(last[0].value, stand.scene)} stands in the most recent account that can be relied on."
        )
    origins = Counter({number: stand.origins(draft) for number, draft in enumerate(reliable)})
    ranked = origins.most_common(2)
    if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
        value = reliable[ranked[0][0]].value
        return Choice(value, f"{say(value, stand.scene)} is the figure of most sources.")
    value = min(reliable, key=_low).value
    return Choice(value, f"No majority: {say(value, stand.scene)} is the lowest figure.")


def _none(_candidates: Sequence[Draft], _rule: Rule, _stand: Stand) -> Choice:
    return Choice(None, "The lowest and the highest figure of independent sources; no best one is given.")


def _fitting(candidates: Sequence[Draft], _choice: Choice) -> Range:
    return spread(candidates)


def _credible(candidates: Sequence[Draft], _choice: Choice) -> Range:
    """Without those that are only alleged, where others are not."""
    held = [draft for draft in candidates if any(claim.modality is not Modality.ALLEGED for claim in draft.claims)]
    return spread(held or candidates)


def _at_best(_candidates: Sequence[Draft], choice: Choice) -> Range:
    return (None, None) if choice.best is None else span_of([choice.best])


def _is_vague(value: Value) -> bool:
    return getattr(value, "qualifier", None) is Qualifier.VAGUE


def _is_doubtful(draft: Draft, scene: Scene) -> bool:
    """Whether it rests on parties or on allegations alone."""
    return all(
        claim.modality in (Modality.ALLEGED, Modality.POSSIBLE) or is_partys(claim, scene) for claim in draft.claims
    )


def _low(draft: Draft) -> float:
    told = stretch(draft.value)
    return told.low if told is not None and told.low is not None else 0.0


def _point(value: Value, rule: Rule) -> float | None:
    """A figure as the rule's one number: a vague word by its table, a hedge by the number that was said ("about 50" is 50)."""
    if not isinstance(value, Figure):
        return None
    if value.qualifier is Qualifier.VAGUE:
        words = value.text.lower().split()
        named = [point for word, point in rule.vague.items() if word in words]
        if named:
            return named[0]
    return said_number(value)


_Chooser = Callable[[Sequence[Draft], Rule, Stand], Choice]
_BEST: Mapping[str, _Chooser] = {
    "weigh": _weighed,
    "most_reliable": _most_reliable,
    "lowest": _lowest,
    "recent_majority_lowest": _recent_majority_lowest,
    "none": _none,
}
_BOUNDS: Mapping[str, Callable[[Sequence[Draft], Choice], Range]] = {
    "fitting": _fitting,
    "credible": _credible,
    "point": _at_best,
    "minimum_maximum": _fitting,
}
