"""Days that stand in a story and are not its own: of courts and mourners, of what a holiday names, still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene, Time, root_of
from sayso.extraction.events.triggers import Trigger
from sayso.model import When
from sayso.normalisation.time_meaning import Calendar, Meaning, Moment, Shaded

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What courts and mourners do once it is over: the day beside such a verb is theirs, whatever else the clause names. An arrest
#: or a charge is not among them: in news it is of the same day too often (taking it in cost dates on texts nobody tuned on).
LATER = frozenset(
    "release arraign appear plead sentence convict indict schedule extradite bury mourn gather interview speak talk recall remember "
    "hope investigate examine review rule testify confess acquit thank organize organise honour honor comfort".split()
)
#: Tokens between an event's name and its time ("a shooting late on Thursday night"), and words that put a verb after it.
_ADJACENT, _FOLLOWING = 2, frozenset({"after", "following", "during", "since"})
_NEAR = 14
#: What is announced to come is no deed of a day to come.
_ANNOUNCED = frozenset({"protest", "strike", "coup"})


def beside(token: Token, own: Sequence[Trigger]) -> Trigger | None:
    """The deed that a day stands by, though what came later governs it.

    "Arraigned in a shooting Thursday night", "convicted after the shooting at the club at 2 a.m. Sunday".
    """
    for trigger in own:
        steps = token.i - trigger.token.i
        is_after = any(t.lower_ in _FOLLOWING for t in trigger.token.ancestors)
        between = token.doc[min(token.i, trigger.token.i) + 1 : max(token.i, trigger.token.i)]
        is_near = abs(steps) <= _ADJACENT and (steps > 0 or all(t.pos_ != "ADP" for t in between))
        if is_near or (is_after and 0 < steps <= _NEAR):
            return trigger
    return None


def names_a_thing(time: Time, token: Token, scene: Scene) -> bool:
    """ "A Christmas party": the holiday names what was held, which may have been on another day."""
    if token.dep_ not in ("compound", "nmod") or token.head.pos_ not in ("NOUN", "PROPN"):
        return False
    is_deed = any(trigger.token.i == token.head.i for trigger in scene.triggers)
    return _is_holiday(time.expression.meaning) and not is_deed and token.head.i >= token.i


def _is_holiday(meaning: Meaning | None) -> bool:
    if isinstance(meaning, Shaded):
        return _is_holiday(meaning.of)
    if isinstance(meaning, Moment):
        return _is_holiday(meaning.day)
    return isinstance(meaning, Calendar) and meaning.holiday is not None


def lies_ahead(when: When, setting: Setting) -> bool:
    """A day after the publication of what has happened is the day of something else."""
    published = setting.document.published
    if published is None or published.latest is None or when.earliest is None or setting.story.type in _ANNOUNCED:
        return False
    return when.earliest > published.latest


#: "Four days later", "the next day": behind a death it counts from the deed.
_COUNTED_ON = re.compile(r"\b(?:later|afterwards?|after|next|following|since)\b", re.IGNORECASE)
_DYING, _DONE = (
    frozenset({"die", "succumb"}),
    frozenset("shoot stab wound injure hit strike burn beat hurt attack".split()),
)


def died_of_it(scene: Scene, token: Token) -> bool:
    """ "He died on Sunday after he was shot on Saturday", "died four days later": the day of a death, and not of the deed."""
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in _DYING:
        return False
    words = token.doc[max(0, token.left_edge.i) : token.i + 3].text
    if _COUNTED_ON.search(words) is not None:
        return True
    others = (time for time in scene.times if time.when is not None and time.expression.kind != "duration")
    roots = [root for time in others if (root := root_of(scene, time)) is not None and root.i != token.i]
    return any(_verb_of(root) in _DONE for root in roots)


def _verb_of(token: Token) -> str:
    """The lemma of the verb that a token hangs on."""
    return next((t.lemma_.lower() for t in token.ancestors if t.pos_ in ("VERB", "AUX")), "")
