"""Whether what was found tells of an event at all: a number of things, a wish or a weapon alone is no incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.extraction.episodes import OTHER
from sayso.model import BlockKind, Claim, Document, Episode

#: Slots that say something of an event only beside others.
_BESIDE = frozenset(
    "quantity money age demand duration weapon time operation founded cause leader negotiator date perpetrator_people".split()
)

#: What also dates and places a text that tells of no event.
_ANYWHERE = frozenset("date_start date_end place".split())


def telling(document: Document, made: Sequence[Claim], episodes: Sequence[Episode]) -> tuple[Claim, ...]:
    """The claims of those events of which something is told that makes an event: a day, a place, a person, a target.

    Where a text was filed makes none.
    """
    wholes = {episode.number: _whole(episode) for episode in episodes}
    told: defaultdict[int, bool] = defaultdict(bool)
    told.update((episode.number, True) for episode in episodes if episode.is_passing and episode.type == OTHER)
    for claim in made:
        filed = document.blocks[claim.block].kind is BlockKind.DATELINE
        told[_of(claim, wholes)] |= claim.slot not in _BESIDE and not filed
    others = {episode.number for episode in episodes if episode.type == OTHER}
    if all(c.slot in _BESIDE or (c.slot in _ANYWHERE and c.episode in others) for c in made):
        return ()
    return tuple(claim for claim in made if told[_of(claim, wholes)])


def _whole(episode: Episode) -> int:
    """A story and its parts stand and fall together."""
    return episode.part_of if episode.part_of is not None else episode.number


def _of(claim: Claim, wholes: dict[int, int]) -> int:
    return wholes.get(claim.episode, claim.episode) if claim.episode is not None else -1
