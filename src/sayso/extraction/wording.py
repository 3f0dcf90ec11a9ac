"""Makes a text readable to the parser without moving a character: capitals lowered, typographic quotes made plain."""

from __future__ import annotations

import re

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": ",", "\n": " ", "\t": " "})
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
#: A text is "in capitals" when this share of its letters is upper case (wire copy, MUC); names alone stay well below.
CAPITALS_SHARE = 0.7


def readable(text: str) -> str:
    """The same number of characters, as the parser likes them.

    >>> readable("“No,” he said")
    '"No," he said'
    >>> readable("FOUR MEN DIED IN LIMA TODAY.")
    'Four men died in lima today.'
    """
    plain = text.translate(_PLAIN)
    if len(plain) != len(text):
        return text
    plain = plain.replace("let alone", "much less")  # the parser takes "let" for the main verb
    return _lowered(plain) if is_capitals(plain) else plain


def is_capitals(text: str) -> bool:
    """Is the text written in capitals throughout?"""
    upper = sum(1 for c in text if c.isupper())
    lower = sum(1 for c in text if c.islower())
    return upper >= 12 and upper >= CAPITALS_SHARE * (upper + lower)


def _lowered(text: str) -> str:
    """Sentence case; names are lost here, and are looked up by the gazetteer instead."""
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    first = _WORD.search(low)
    if first is None:
        return low
    return low[: first.start()] + low[first.start()].upper() + low[first.start() + 1 :]
