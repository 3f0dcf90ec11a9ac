"""What a page has beside its text: the buttons of a player, the length of a film, the hour of an update.

Such words come glued into sentences; what is named or timed there is no part of what happened.
"""

from __future__ import annotations

import re

#: The buttons of a gallery, as they come out of a page.
_BUTTONS = re.compile(r"\bSkip in Skip\b|\bSkip x Embed\b|\bx Embed x Share\b|\bCLOSE Skip\b")
#: "Governor speaks | 2:06": how long a film runs.
_LENGTH = re.compile(r"\| ?$")
_CLOCK = re.compile(r"\d?\d:\d\d")
#: What names nobody, though it stands where a name may.
_NO_NAMES = re.compile(r"(?:[AP]\.?M\.?|UPDATE|BREAKING|SHARE|CLOSE|SKIP|EMBED)\b", re.IGNORECASE)
#: Slots in which somebody is named, or timed.
_NAMING = frozenset(
    ["perpetrator", "perpetrator_people", "claimed_by", "victim", "time", "duration", "duration_within"]
)


def is_furniture(text: str, start: int, end: int, *, slot: str, sentence: str) -> bool:
    """Whether the words from `start` to `end` are a page's own, in a slot that names or times something.

    >>> text = "Governor speaks | 2:06 Three died at 2:06."
    >>> [is_furniture(text, at, at + 4, slot="time", sentence=text) for at in (18, 37)]
    [True, False]
    """
    if slot not in _NAMING:
        return False
    words = text[start:end]
    if slot == "time" and _CLOCK.fullmatch(words) and _LENGTH.search(text, max(0, start - 2), start):
        return True
    if slot != "time" and _NO_NAMES.match(words):
        return True
    return "Skip" in sentence and _BUTTONS.search(sentence) is not None
