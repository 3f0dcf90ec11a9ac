"""What the pages show of a case in one state, made once and read by every request until the case changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sayso.dossier import build, gather
from sayso.dossier.gathered import Gathered
from sayso.dossier.method import build_method
from sayso.dossier.page import Dossier
from sayso.dossier.rows import Rows, build_rows
from sayso.model import Judgement, Role, standing
from sayso.store import View
from sayso.web.held import Held, State


@dataclass(frozen=True, slots=True)
class Shown:
    """One event of the case as of one state.

    Args:
        state: the generation of the case and how many judgements it held.
        rows: the rows of the record; dossier: all sections.
        mains: how many main events the case has.
        judgements: all of them, oldest first; held: ids of those not taken back.
        targets: judgement id -> the present ids of its claims.
        touched: judgement id -> claims newer than the decision that bear on it; orphaned: ids of those that lost a claim.
        waiting: ids of those that nothing rests on yet.
    """

    state: State
    gathered: Gathered
    rows: Rows
    dossier: Dossier
    mains: int
    judgements: tuple[Judgement, ...]
    held: frozenset[str]
    targets: Mapping[str, tuple[str, ...]]
    touched: Mapping[str, tuple[str, ...]]
    orphaned: frozenset[str]
    waiting: frozenset[str]

    def judged(self, held: Held) -> Shown:
        """The same event with what was decided since."""
        gathered = replace(self.gathered, judgements=held.told, waiting=len(held.asked))
        dossier = replace(self.dossier, method=build_method(gathered))
        return replace(self, state=held.state, gathered=gathered, dossier=dossier, **_judged(held))

    def touching(self, claims: Iterable[str]) -> tuple[Judgement, ...]:
        """What was decided on any of these claims, oldest first, with what took it back."""
        wanted = set(claims)
        found = {name for name, targets in self.targets.items() if wanted.intersection(targets)}
        size = -1
        while size != len(found):
            size = len(found)
            found |= {one.id for one in self.judgements if one.undoes in found}
        return tuple(one for one in self.judgements if one.id in found)


def make_shown(view: View, held: Held, event: str = "") -> Shown:
    """Gather all that the pages show of an event, or of the biggest where the case has none of that id."""
    known = view.known("events", event)
    gathered = gather(view, event if known is not None and known.role is Role.MAIN else None)
    gathered = replace(gathered, judgements=held.told, waiting=len(held.asked))
    rows = build_rows(gathered)
    return Shown(
        state=held.state,
        gathered=gathered,
        rows=rows,
        dossier=build(gathered, rows),
        mains=view.roles()[Role.MAIN],
        **_judged(held),
    )


def _judged(held: Held) -> dict[str, Any]:
    """What comes of the judgements alone."""
    bearing = held.bearing
    return {
        "judgements": held.told,
        "held": frozenset(one.id for one in standing(held.told)),
        "waiting": frozenset(one.id for one in held.asked),
        "targets": bearing.targets,
        "touched": {one.id: new for one, new in bearing.touched},
        "orphaned": frozenset(one.id for one in bearing.orphaned),
    }
