"""How far a case is, as of one state: its generation, what was decided, and how decisions stand to it.

What the pages show of an event is read when somebody asks for it (`Desk`); nothing of the others is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso import judging
from sayso.judging import Bearing
from sayso.model import Judgement, standing
from sayso.store import View

#: The generation of the derived tables, and how many judgements the case holds.
State = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """A case of one generation with the judgements known so far.

    Args:
        told: all judgements; asked: those that nothing rests on yet.
        bearing: how the judgements stand to the case.
    """

    generation: int
    told: tuple[Judgement, ...]
    asked: tuple[Judgement, ...]
    bearing: Bearing

    @classmethod
    def of(cls, view: View) -> Held:
        """Read how far a case is."""
        return cls(view.generation, view.judgements(), view.waiting(), judging.bearing(view))

    @property
    def state(self) -> State:
        """What tells one state of a case from the next."""
        return self.generation, len(self.told)

    def judged(self, view: View) -> Held:
        """The same case with what was decided since; nothing else has changed."""
        told = view.judgements()
        known = {one.id for one in self.told}
        newer = [one for one in told if one.id not in known]
        now = replace(self, told=told, asked=view.waiting())
        if any(one.undoes is not None for one in newer):
            return replace(now, bearing=judging.bearing(view))
        # What was decided on this very case names its claims by their present ids.
        targets = {one.id: tuple(at.claim for at in one.targets if view.has("claims", at.claim)) for one in newer}
        held = {one.id for one in standing(told)}
        bearing = Bearing(
            {**self.bearing.targets, **targets},
            tuple((one, new) for one, new in self.bearing.touched if one.id in held),
            tuple(one for one in self.bearing.orphaned if one.id in held),
        )
        return replace(now, bearing=bearing)
