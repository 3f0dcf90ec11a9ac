"""An estimate of what no account tells: ours, open, with its reason; every other house rule leaves it empty."""

from __future__ import annotations

from sayso.fusion.ids import estimate_id
from sayso.fusion.scene import Scene
from sayso.model import Estimate, Event, Status, Verdict


def untold(event: Event, slot: str, own: Verdict, nobody: str, under: tuple[str, Scene]) -> Estimate:
    """The estimate under a house rule.

    Args:
        event: of which it is.
        slot: what it answers.
        own: what is made of it, and why.
        nobody: a sentence for the rules that answer nothing.
        under: the house rule that is asked, and all that is fused.
    """
    rule, scene = under
    empty = Verdict(None, None, None, nobody, not_covered=False)
    return Estimate(
        id=estimate_id(event.id, slot, None, None),
        event=event.id,
        slot=slot,
        group=None,
        about=None,
        status=Status.OPEN,
        also=(),
        best=own.best,
        low=own.low,
        high=own.high,
        rule=rule,
        why=own.why,
        by_rule={**dict.fromkeys(sorted(scene.fusion.rules), empty), rule: own},
        derived_from=(),
        rolls_up=False,
        readings=(),
    )
