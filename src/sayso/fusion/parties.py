"""Whose own word an account is, where a party to what happened publishes it: an army's communiqué, a movement's paper.

Such an account gains by its figures as much as a quoted party does, though it quotes nobody. What befalls people has no
parties, and who counts the dead of a bomb need not have laid it.
"""

from __future__ import annotations

from sayso.fusion.scene import Scene
from sayso.model import Claim

# What has sides, by type of event: there those who publish their own figures are one of them.
_SIDED = frozenset({"attack", "clash", "repression", "protest", "raid", "coup", "war", "killing"})


def is_partys(claim: Claim, scene: Scene) -> bool:
    """Whether a claim is the word of a party: of one it quotes, or of one that publishes the account itself.

    Args:
        claim: of any document of the case.
        scene: the case.
    """
    if claim.attribution:
        return claim.attribution[0].basis == "party"
    return publisher(claim, scene) is not None


def publisher(claim: Claim, scene: Scene) -> str | None:
    """The party whose own account a claim stands in, as a key; None where the claim quotes somebody or nobody is a party."""
    event = scene.events.get(claim.event or "")
    if claim.attribution or event is None or event.type not in _SIDED:
        return None
    return scene.witnesses.bodies.get(claim.document) or scene.witnesses.sides.get(claim.document)
