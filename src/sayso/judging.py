"""A person decides: a judgement is made on claims as they stand, kept for good, and the case is as if built with it.

Nothing is ever changed or dropped: taking a decision back is a further row that names it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sayso import pipeline
from sayso.errors import InputError, JudgementError
from sayso.judged_ground import check_ground
from sayso.model import (
    Anchor,
    Anchors,
    Claim,
    Estimate,
    Judgement,
    JudgementKind,
    Value,
    anchor,
    standing,
    to_row,
)
from sayso.store import Store, View
from sayso.store.shelves import SHELVES
from sayso.typed import typed

# A reason is a paragraph, a name is a line; longer ones are pasted by mistake.
LONGEST_WHY = 4000
LONGEST_NAME = 80

#: Kinds that speak of two claims or more.
PAIRED = frozenset(
    {
        JudgementKind.MOVE,
        JudgementKind.SAME_EVENT,
        JudgementKind.APART_EVENT,
        JudgementKind.SAME_ENTITY,
        JudgementKind.APART_ENTITY,
        JudgementKind.SAME_ORIGIN,
    }
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person wants to decide, before it is tied to the case.

    Args:
        kind: what is decided.
        claims: ids of the claims it is about; for `move` the last is the one beside which the others belong.
        by: who decides.
        why: the reason.
        value: for `correct` the right value, for `settle` the value settled on, as typed or ready.
    """

    kind: JudgementKind
    claims: tuple[str, ...]
    by: str
    why: str = ""
    value: str | Value | None = None


def decide(store: Store, decision: Decision, *, at: datetime | None = None) -> Judgement:
    """Keep a decision and bring the case to what it is with it.

    Raises:
        JudgementError: the decision names nothing in the case, or lacks what its kind needs.
        BusyCaseError: another process is building the case.
    """
    judgement = drafted(store.view(), decision, at=at)
    if keep(store, judgement):
        pipeline.refresh(store)
    return judgement


def decide_all(store: Store, made: Sequence[Decision], *, at: datetime | None = None) -> tuple[Judgement, ...]:
    """Keep several decisions, and bring the case to what it is with them once; one that stands already is not made again.

    Raises:
        JudgementError: one of them names nothing in the case, or lacks what its kind needs; then none is kept.
        BusyCaseError: another process is building the case.
    """
    view = store.view()
    held = {_gist(one) for one in standing(view.judgements())}
    drafts = [drafted(view, one, at=at) for one in made]
    new = tuple({_gist(one): one for one in drafts if _gist(one) not in held}.values())
    if new:
        with store.write() as writer:
            for judgement in new:
                writer.judge(judgement)
        pipeline.refresh(store)
    return new


def _gist(judgement: Judgement) -> tuple[JudgementKind, tuple[str, ...], Value | None]:
    """What is decided, whoever decides it and when."""
    return judgement.kind, tuple(target.claim for target in judgement.targets), judgement.value


def undo(store: Store, name: str, *, by: str, why: str = "", at: datetime | None = None) -> Judgement:
    """Take a decision back; taking back a taking back restores it.

    Raises:
        JudgementError: there is no such decision, or it is taken back already.
    """
    judgement = undoing(store.view(), name, by=by, why=why, at=at)
    if keep(store, judgement):
        pipeline.refresh(store)
    return judgement


def undoing(view: View, name: str, *, by: str, why: str = "", at: datetime | None = None) -> Judgement:
    """The judgement that takes a decision back, not kept.

    Raises:
        JudgementError: there is no such decision, or it is taken back already.
    """
    told = view.judgements()
    taken = next((one for one in told if one.id == name), None)
    if taken is None:
        raise JudgementError(f"no judgement {name!r}; `sayso judge CASE list` shows those there are")
    if taken not in standing(told):
        raise JudgementError(f"judgement {name} is taken back already; take back what undid it to restore it")
    decision = Decision(JudgementKind.NOTE, (), by, why)
    _check_words(decision)
    return _made(decision, (), None, at, undoes=name)


def drafted(view: View, decision: Decision, *, at: datetime | None = None) -> Judgement:
    """The judgement that a decision would be, not kept.

    Raises:
        JudgementError: the decision names nothing in the case, or lacks what its kind needs.
    """
    claims = [_claim(view, name) for name in dict.fromkeys(decision.claims)]
    _check(decision, claims)
    check_ground(view, decision.kind, claims)
    documents = {name: view.document(name) for name in {one.document for one in claims}}
    targets = tuple(anchor(one, documents[one.document]) for one in claims)
    value = decision.value
    if isinstance(value, str):
        value = _read(value, claims[0])
    return _made(decision, targets, value, at)


def question(view: View, estimate: Estimate) -> tuple[str, ...]:
    """The claims that answer what an estimate answers, those that make no reading too; by document and place."""
    return _question(estimate, _claims_around(view, _around(view, (estimate.event,)), estimate.slot))


def _question(estimate: Estimate, claims: Sequence[Claim]) -> tuple[str, ...]:
    told = {one for reading in estimate.readings for one in reading.claims}
    asked = (estimate.event, estimate.slot, estimate.group, estimate.about)
    found = [one.id for one in claims if one.id in told or (one.event, one.slot, one.group, one.about) == asked]
    return (*found, *sorted(told.difference(found)))


def whole_question(view: View, claims: Sequence[str]) -> tuple[str, ...]:
    """The claims of the question that some claims answer; the claims themselves where they answer none."""
    named = [_claim(view, name) for name in claims]
    events = _around(view, [one.event for one in named if one.event is not None])
    of_slot = {slot: _claims_around(view, events, slot) for slot in {one.slot for one in named}}
    estimates = (one for event in events for one in view.estimates(event))
    asked = (_question(one, of_slot[one.slot]) for one in estimates if one.slot in of_slot)
    holding = [one for one in asked if claims and set(claims) <= set(one)]
    return min(holding, key=len, default=tuple(claims))


def _around(view: View, events: Iterable[str]) -> tuple[str, ...]:
    """Events with their wholes and all of their parts: an estimate of the one may rest on claims of the other."""
    known = [event for event in (view.known("events", one) for one in dict.fromkeys(events)) if event is not None]
    wholes = dict.fromkeys(event.part_of or event.id for event in known)
    return tuple(dict.fromkeys((*wholes, *(part.id for whole in wholes for part in view.parts(whole)))))


def _claims_around(view: View, events: Iterable[str], slot: str) -> tuple[Claim, ...]:
    """The claims of a slot that are of some events, by document and place."""
    found = [claim for event in events for claim in view.claims(event=event, slot=slot)]
    return tuple(SHELVES["claims"].arrange(found))


def orphaned(view: View) -> tuple[Judgement, ...]:
    """Decisions of which a claim is gone."""
    return bearing(view).orphaned


def touched(view: View) -> tuple[tuple[Judgement, tuple[str, ...]], ...]:
    """Decisions that newer evidence bears on, each with the claims that it did not know."""
    return bearing(view).touched


@dataclass(frozen=True, slots=True)
class Bearing:
    """How decisions stand to the case as it is.

    Args:
        targets: judgement id -> the present ids of its claims; those that are gone are left out.
        touched: decisions that newer evidence bears on, each with the claims that it did not know.
        orphaned: decisions of which a claim is gone.
    """

    targets: Mapping[str, tuple[str, ...]]
    touched: tuple[tuple[Judgement, tuple[str, ...]], ...]
    orphaned: tuple[Judgement, ...]


def bearing(view: View) -> Bearing:
    """Set all decisions beside the case as it is."""
    judgements = view.judgements()
    if not judgements:
        return Bearing({}, (), ())
    found = _anchors(view, [target for one in judgements for target in one.targets])
    pairs = {one.id: [found.claim(target) for target in one.targets] for one in judgements}
    targets = {name: tuple(claim.id for claim in claims if claim is not None) for name, claims in pairs.items()}
    held = standing(judgements)
    told = [claim for one in held for claim in pairs[one.id] if claim is not None]
    events = _around(view, [claim.event for claim in told if claim.event is not None])
    estimates = (one for event in events for one in view.estimates(event))
    groups = [{one for reading in estimate.readings for one in reading.claims} for estimate in estimates]
    shared = view.naming("findings", {claim.document for claim in told})
    findings = [set(one.claims) for one in (*(one for event in events for one in view.findings(event)), *shared)]
    telling = {
        JudgementKind.SETTLE: lambda known: _new(known, groups),
        JudgementKind.DISMISS: lambda known: _over(known, findings),
    }
    newer = ((one, telling[one.kind](set(targets[one.id]))) for one in held if one.kind in telling and targets[one.id])
    lost = tuple(one for one in held if len(targets[one.id]) < len(one.targets))
    return Bearing(targets, tuple((one, new) for one, new in newer if new), lost)


def _anchors(view: View, targets: Sequence[Anchor]) -> Anchors:
    """What finds these targets: claims of their ids and, for those that are gone, of their slot and words."""
    claims: dict[str, Claim] = {}
    for target in targets:
        known = view.known("claims", target.claim)
        rivals = (known,) if known is not None else view.said(target.slot, target.quote)
        claims |= {claim.id: claim for claim in rivals}
    documents = {claim.document for claim in claims.values()}
    return Anchors(SHELVES["claims"].arrange(claims.values()), [view.document(one) for one in sorted(documents)])


def _new(known: set[str], groups: Sequence[set[str]]) -> tuple[str, ...]:
    """Claims of the settled question that the decision was not made on."""
    best = min(groups, key=lambda group: (-len(group & known), len(group)), default=set())
    return tuple(sorted(best - known)) if best & known else ()


def _over(known: set[str], findings: Sequence[set[str]]) -> tuple[str, ...]:
    """Claims of a finding that says what was dismissed, and more."""
    return tuple(sorted({one for finding in findings if finding > known for one in finding - known}))


def _check_words(decision: Decision) -> None:
    name = " ".join(decision.by.split())
    if not name:
        raise JudgementError("a judgement needs the name of who decides; give it with --by")
    if len(name) > LONGEST_NAME or len(decision.why) > LONGEST_WHY:
        raise JudgementError(
            f"the name has at most {LONGEST_NAME} characters and the reason {LONGEST_WHY}; shorten what is longer"
        )


def _check(decision: Decision, claims: Sequence[Claim]) -> None:
    _check_words(decision)
    kind = decision.kind
    least = 2 if kind in PAIRED else 1
    if len(claims) < least:
        raise JudgementError(f"{kind.value} needs {least} or more claims; {len(claims)} named")
    if kind is JudgementKind.CORRECT and decision.value is None:
        raise JudgementError("correct needs the right value; give it with --value")
    if decision.value is not None and kind not in (JudgementKind.CORRECT, JudgementKind.SETTLE):
        raise JudgementError(f"{kind.value} takes no value; leave it out, or decide `correct` or `settle`")


def _claim(view: View, name: str) -> Claim:
    try:
        return view.claim(name)
    except InputError as error:
        message = f"the case has no claim {name!r}; `sayso judge CASE claims` lists them"
        raise JudgementError(message) from error


def _read(words: str, like: Claim) -> Value:
    """What a person typed, as a value of the claim's kind."""
    value = like.value
    return typed(words, value.kind, getattr(value, "unit", "people"))


def _made(
    decision: Decision, targets: tuple[Anchor, ...], value: Value | None, at: datetime | None, undoes: str | None = None
) -> Judgement:
    by, why = " ".join(decision.by.split()), decision.why.strip()
    moment = (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    made = Judgement("", decision.kind, by, moment, why, undoes, targets, value)
    told = json.dumps(to_row(made), sort_keys=True, ensure_ascii=False)
    return replace(made, id="j" + hashlib.sha256(told.encode()).hexdigest()[:19])


def keep(store: Store, judgement: Judgement) -> bool:
    """Append a judgement; whether the case must be made anew for it (`pipeline.refresh`): a note changes no estimate.

    Until then it waits (`View.waiting`): it is kept for good, and nothing rests on it yet.
    """
    with store.write() as writer:
        writer.judge(judgement)
    return judgement.kind is not JudgementKind.NOTE or judgement.undoes is not None
