"""Hours of what came after: when somebody was booked or charged, a page brought up to date, a service held.

They are no hours of the deed, unless a word of it stands right beside them ("charged in a shooting at 2 a.m. Sunday").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.events.scenes import Scene
from sayso.extraction.times.other_days import LATER, beside

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What police, courts, mourners and newsrooms do when it is over; arriving, being called and finding are of the deed's own hours.
_AFTER = LATER | frozenset(
    "book charge issue turn surrender update post publish tune air broadcast plan announce identify remain file arrest jail apprehend "
    "resume reopen attend celebrate vote sleep expect obtain".split()
)
#: Marks of a newsroom, not of a deed.
_NEWSROOM = re.compile(
    r"\b(?:updated?(?: at| on)?|posted(?: at| on)?|published|breaking news(?: at)?|news(?: \w+){0,2} at|last modified|tune in(?: at)?|as of)\W{0,4}\Z|\A\W{0,4}(?:update|updated)\b",
    re.IGNORECASE,
)
_FAR = 32


def is_afterwards(scene: Scene, token: Token, at: tuple[int, int]) -> bool:
    """Is a time of a scene that of what came after the deed?

    Args:
        scene: the sentence.
        token: the head of the time.
        at: its characters in the document.
    """
    start, end = at[0] - scene.start, at[1] - scene.start
    if _NEWSROOM.search(scene.words[max(0, start - _FAR) : start]) or _NEWSROOM.search(scene.words[end : end + 12]):
        return True
    if not any(c.isalpha() for c in (scene.words[:start] + scene.words[end:])):
        return True  # a line of a running page: "2:35 p.m."
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_.lower() not in _AFTER:
        return False
    deeds = tuple(trigger for trigger in scene.triggers if trigger.types != ("arrest",))
    return beside(token.left_edge, deeds) is None
