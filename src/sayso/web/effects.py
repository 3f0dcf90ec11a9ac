"""What a decision would change, before it is kept: the estimates and findings that would be others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso import pipeline
from sayso.dossier.naming import in_numbers
from sayso.dossier.phrases import bounds, value_words
from sayso.dossier.rows import full_name
from sayso.model import Estimate, Finding, Fused, Judgement, JudgementKind
from sayso.store import Store, View
from sayso.web.shown import Shown

_SHOWN = 4
# A sentence that names two hundred accounts tells less than its beginning.
_LONGEST = 240
_NOTHING = "No best value, status or finding changes."


def effect(store: Store, shown: Shown, judgement: Judgement) -> tuple[str, ...]:
    """Sentences that say what a decision would change, the most telling first."""
    if judgement.kind is JudgementKind.NOTE:
        return ("The note is kept in the history. " + _NOTHING,)
    view = store.view()
    events = {event.id for event in shown.gathered.family}
    after = pipeline.foreseen(store, judgement, events)
    before = {estimate.id: estimate for event in sorted(events) for estimate in view.estimates(event)}
    told = [*_changed(shown, before.values(), after.estimates), *_findings(shown, view, after)]
    if not told:
        return (_NOTHING,)
    more = len(told) - _SHOWN
    return (*told[:_SHOWN], *((f"{more} more would change.",) if more > 0 else ()))


def _changed(shown: Shown, before: Iterable[Estimate], after: Sequence[Estimate]) -> list[str]:
    then = {estimate.id: estimate for estimate in after}
    told = []
    for one in before:
        other = then.get(one.id)
        if other is None:
            if one.readings:
                told.append(f"{full_name(shown.gathered, one)}: nothing would be told of it here.")
        elif (one.status, one.best, one.low, one.high) != (other.status, other.best, other.low, other.high):
            told.append(f"{full_name(shown.gathered, one)}: {_stands(one)} becomes {_stands(other)}.")
    known = {one.id for one in before}
    told += [
        f"{full_name(shown.gathered, one)}: {_stands(one)} comes up."
        for one in after
        if one.id not in known and one.readings and one.event in {event.id for event in shown.gathered.family}
    ]
    return told


def _findings(shown: Shown, view: View, after: Fused) -> list[str]:
    events = {event.id for event in shown.gathered.family}
    before = {one.id: one for event in sorted(events) for one in view.findings(event)}
    then = {one.id: one for one in after.findings if one.event in events}
    gone = [f"No longer found: {_told(shown, one)}" for name, one in before.items() if name not in then]
    return gone + [f"Would be found: {_told(shown, one)}" for name, one in then.items() if name not in before]


def _told(shown: Shown, finding: Finding) -> str:
    """A finding's sentence with the accounts by number, cut where it is long."""
    message = in_numbers(shown.gathered, finding.message)
    return message if len(message) <= _LONGEST else message[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _stands(estimate: Estimate) -> str:
    best = value_words(estimate.best) if estimate.best is not None else "no best value"
    spread = bounds(estimate.low, estimate.high) if estimate.low != estimate.high else ""
    return f"{estimate.status.value}, {best}" + (f" ({spread})" if spread and spread != best else "")
