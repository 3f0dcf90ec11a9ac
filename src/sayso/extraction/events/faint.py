"""Texts in which an event is a word here and there: politics, markets and sport, that "attack", "collapse" and "fight".

Their sentences seldom name the event they are taken to be about, their openings do not, and nobody is counted in it. Of eleven such
texts of political news none told of an incident; of eighty news of incidents one was so faint, a speech.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.model import Claim, Figure

if TYPE_CHECKING:
    from sayso.extraction.drafts import Setting
    from sayso.extraction.events.scenes import Scene

#: Sentences of the opening, the share of sentences that shows what a text is about, and words of a sentence that tells anything.
_OPENING, _SHARE, _WORDS = 8, 0.07, 3
#: Words of those who were there, and the share of sentences with one: oral histories have more than half, columns seldom a third.
_FIRST_PERSON, _TESTIMONY = frozenset({"i", "we", "my", "me", "us", "our"}), 0.42
#: Sentences below which a share says nothing, and how many counts of people make an event whatever its words.
_SHORT, _COUNTS = 12, 2


def is_faint(told: Sequence[Scene], setting: Setting) -> bool:
    """Do few sentences of a text, and no two of its opening, name its event or count harm?"""
    own = [scene for scene in told if len(scene.sent) > _WORDS]
    if len(own) < _SHORT or _is_testimony(own):
        return False
    named = sum(any(setting.story.owns(t) for t in scene.triggers) for scene in own)
    opened = sum(
        scene.tells_harm or any(setting.story.owns(t) for t in scene.triggers)
        for scene in own
        if scene.number < _OPENING
    )
    return opened <= 1 and named < _SHARE * len(own)


def _is_testimony(own: Sequence[Scene]) -> bool:
    """ "I was in the water, we heard them knock": who was there names the event seldom."""
    return sum(any(t.lower_ in _FIRST_PERSON for t in scene.sent) for scene in own) >= _TESTIMONY * len(own)


def without_faint(made: Sequence[Claim], own: frozenset[int]) -> tuple[Claim, ...]:
    """The claims without those of a faint event in which nobody is counted; none where only days and sums are left.

    Args:
        made: the claims of a text whose event is faint.
        own: the numbers of that event and its parts.
    """
    counted = sum(
        isinstance(claim.value, Figure) and claim.value.unit == "people" and claim.polarity and claim.episode in own
        for claim in made
    )
    if counted >= _COUNTS:
        return tuple(made)
    return tuple(claim for claim in made if claim.episode not in own)
