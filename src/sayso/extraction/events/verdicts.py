"""What a court did years after is another event than the one it tried: who was convicted, to pay what, on how many counts.

"Orlo Brandt is convicted on nineteen counts and shall pay 40,000 crowns to each family" tells nothing of how many were killed or
what was lost; what he was convicted of stays with the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extraction.events.episodes import OTHER
from sayso.model import Claim, Episode, Extent, Stage

_VERDICTS = frozenset({"convicted", "acquitted", "tried"})
#: What a sentence of a verdict tells beside it, of the trial.
_OF_THE_TRIAL = frozenset({"money", "quantity", "age", "duration", "duration_within", "charged"})


def verdicts_aside(
    made: Sequence[Claim], episodes: tuple[Episode, ...]
) -> tuple[tuple[Claim, ...], tuple[Episode, ...]]:
    """The claims, those of verdicts on an event of their own, and the episodes.

    Args:
        made: the claims of an account.
        episodes: its events.
    """
    own = {episode.number for episode in episodes if not episode.is_passing}
    told: set[Extent] = {claim.sentence for claim in made if claim.slot in _VERDICTS and claim.episode in own}
    if not told:
        return tuple(made), episodes
    number = 1 + max(episode.number for episode in episodes)
    court = Episode(number, OTHER, None, None, Stage.ACCOMPLISHED, "", None, None, (), True, 0.0)
    moved = tuple(
        replace(claim, episode=number)
        if claim.sentence in told and claim.episode in own and claim.slot in _VERDICTS | _OF_THE_TRIAL
        else claim
        for claim in made
    )
    return moved, (*episodes, court)
