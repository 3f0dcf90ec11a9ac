"""Texts in which an event is a word here and there: politics, markets and sport, that "attack", "collapse" and "fight".

Their sentences seldom name the event they are taken to be about, their openings do not, and nobody is counted in it. Of eleven such
texts of political news none told of an incident; of eighty news of incidents one was so faint, a speech. Where every fortieth word
is of elections, markets, sport or the stage, a text must name its event in more of its sentences.
"""

from __future__ import annotations

import re
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
#: The share of words that makes a text one of another field, and the share of sentences by which it tells of an event all the same.
#: Of 1,500 news of shootings two have so many and fewer than that; of 44 texts of politics and markets taken for events, 20.
_FIELD, _FIELD_SHARE, _FIELD_SHORT = 0.023, 0.15, 6
_WORD = re.compile(r"[a-z]+")
#: Words of elections and parliaments, of markets, of matches, of stage and screen.
_POLITICS = frozenset(
    (
        "campaign campaigns candidate candidates candidacy election elections electoral electorate voter voters vote "
        "votes voted voting ballot ballots nominee nomination republican republicans democrat democrats democratic "
        "senator senators senate congress congressional congressman poll polls polling debate debates presidential "
        "legislature lawmakers lawmaker bill veto filibuster primary caucus endorse endorsed endorsement incumbent "
        "pollster partisan conservative conservatives liberal liberals donors fundraiser impeachment"
    ).split()
)
_MARKETS = frozenset(
    (
        "share shares shareholder shareholders stock stocks investor investors earnings profit profits revenue revenues "
        "dividend bid bidder acquisition merger takeover analyst analysts trading traders trader market markets quarter "
        "securities bonds bond nasdaq dow billion chairman company companies corp inc subsidiary sales prices percent "
        "index yield equity fund funds"
    ).split()
)
_SPORT = frozenset(
    (
        "season game games coach coaches team teams league tournament player players scored score goals championship "
        "touchdown inning innings playoff playoffs stadium match quarterback pitcher striker medal olympic"
    ).split()
)
_STAGE = frozenset(
    (
        "film films movie movies novel novels album albums song songs actor actress theater theatre audience audiences "
        "director screenplay character characters musical critic critics sequel comedy fiction plot hollywood studio "
        "television celebrity premiere"
    ).split()
)
_FIELDS = (_POLITICS, _MARKETS, _SPORT, _STAGE)
_OF_FIELDS = frozenset[str]().union(*_FIELDS)
#: Who was about, came, did it or lived there: counted in politics and markets as well.
_ABOUT = frozenset("present attackers responders population affected aboard demanded displaced".split())


def is_faint(told: Sequence[Scene], setting: Setting) -> bool:
    """Do few sentences of a text, and no two of its opening, name its event or count harm?"""
    own = [scene for scene in told if len(scene.sent) > _WORDS]
    if len(own) < _FIELD_SHORT or _is_testimony(own):
        return False
    named = sum(any(setting.story.owns(t) for t in scene.triggers) for scene in own)
    if named < _FIELD_SHARE * len(own) and _is_of_a_field(setting.document.text):
        return True
    if len(own) < _SHORT:
        return False
    opened = sum(
        scene.tells_harm or any(setting.story.owns(t) for t in scene.triggers)
        for scene in own
        if scene.number < _OPENING
    )
    return opened <= 1 and named < _SHARE * len(own)


def _is_of_a_field(text: str) -> bool:
    """Are many of a text's words those of one field in which events are figures of speech?"""
    words = _WORD.findall(text.lower())
    of_fields = [word for word in words if word in _OF_FIELDS]
    return any(sum(word in field for word in of_fields) >= _FIELD * len(words) for field in _FIELDS)


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
        isinstance(claim.value, Figure)
        and claim.value.unit == "people"
        and claim.slot not in _ABOUT
        and claim.polarity
        and claim.episode in own
        for claim in made
    )
    if counted >= _COUNTS:
        return tuple(made)
    return tuple(claim for claim in made if claim.episode not in own)
