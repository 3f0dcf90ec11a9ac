"""Parts of the day and the hours that they hold: what an account says of morning, dusk or night tells which half a bare hour is in."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Words for a part of the day, and its first and last minute after midnight; night runs on past it.
_PARTS = (
    ("small hours|early hours|wee hours", 0, 330),
    ("dawn|daybreak|first light|sunrise|sun-?up|cock-?crow", 180, 510),
    ("morning|forenoon|breakfast", 240, 720),
    ("noon|midday|lunch(?:time)?", 660, 840),
    ("afternoon", 720, 1110),
    ("evening|dusk|nightfall|sunset|sundown|twilight|supper", 990, 1439),
    ("night|darkness|dark|moon(?:light)?", 1080, 1770),
    ("midnight", 1320, 1500),
)
_ANY = re.compile(rf"\b(?:{'|'.join(f'(?P<p{n}>{words})' for n, (words, _, _) in enumerate(_PARTS))})\b", re.IGNORECASE)
#: "He said this morning": the hour of the telling; "every night" and "good morning" are no part of one day.
_OF_THE_TELLING = re.compile(r"\b(?:this|every|each|good|some|most|many|another|to)[ -]\Z", re.IGNORECASE)
_REACH = 8


def parts_of_day(text: str) -> Iterator[tuple[int, int, int]]:
    """Where each part of the day ends in a text, and its first and last minute after midnight.

    Args:
        text: a sentence.

    >>> list(parts_of_day("That evening they came back, before dawn."))
    [(12, 990, 1439), (40, 180, 510)]
    """
    for match in _ANY.finditer(text):
        if not _OF_THE_TELLING.search(text, max(0, match.start() - _REACH), match.start()):
            _, first, last = _PARTS[int((match.lastgroup or "p0")[1:])]
            yield match.end(), first, last
