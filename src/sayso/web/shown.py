"""What the pages show of a case in one state, made once and read by every request until the case changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso import judging
from sayso.dossier import build, gather, mains_of
from sayso.dossier.gathered import Gathered
from sayso.dossier.page import Dossier
from sayso.dossier.rows import Rows, build_rows
from sayso.model import Event, Judgement, standing
from sayso.store import View

State = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """One event of the case as of one state.

    Args:
        state: the generation of the case and how many judgements it held.
        rows: the rows of the record; dossier: all sections.
        mains: all main events of the case, the biggest first.
        judgements: all of them, oldest first; held: ids of those not taken back.
        targets: judgement id -> the present ids of its claims.
        touched: judgement id -> claims newer than the decision that bear on it; orphaned: ids of those that lost a claim.
    """

    state: State
    gathered: Gathered
    rows: Rows
    dossier: Dossier
    mains: tuple[Event, ...]
    judgements: tuple[Judgement, ...]
    held: frozenset[str]
    targets: Mapping[str, tuple[str, ...]]
    touched: Mapping[str, tuple[str, ...]]
    orphaned: frozenset[str]

    def touching(self, claims: Iterable[str]) -> tuple[Judgement, ...]:
        """What was decided on any of these claims, oldest first, with what took it back."""
        wanted = set(claims)
        found = {name for name, targets in self.targets.items() if wanted.intersection(targets)}
        size = -1
        while size != len(found):
            size = len(found)
            found |= {one.id for one in self.judgements if one.undoes in found}
        return tuple(one for one in self.judgements if one.id in found)


def make_shown(view: View, event: str = "") -> Shown:
    """Gather all that the pages show of an event, or of the biggest."""
    mains = mains_of(view)
    gathered = gather(view, event if any(one.id == event for one in mains) else None)
    judgements = view.judgements()
    bearing = judging.bearing(view)
    return Shown(
        state=state_of(view),
        gathered=gathered,
        rows=build_rows(gathered),
        dossier=build(gathered),
        mains=mains,
        judgements=judgements,
        held=frozenset(one.id for one in standing(judgements)),
        targets=bearing.targets,
        touched={one.id: new for one, new in bearing.touched},
        orphaned=frozenset(one.id for one in bearing.orphaned),
    )


def state_of(view: View) -> State:
    """What tells one state of a case from the next."""
    return view.generation, len(view.judgements())
