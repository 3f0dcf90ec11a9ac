"""Words as linking compares them: folded, without the ones that every text has."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_NUMBER = re.compile(r"\d+")
# No name is longer; what is longer is a text, and folded once.
_NAME = 64

# Function words of English and the verbs of reporting; document frequency does the rest in a large case.
STOPWORDS = frozenset(
    """a about above after again against all also although always am among an and another any are around as at away back
    be because been before being below between both but by came can come could did do does doing done down during each
    either else even ever every few first for from further get go got had has have having he her here hers herself him
    himself his how however i if in into is it its itself just last less like made make many may me might more most much
    must my myself near never new next no nor not now of off often on once one only onto or other others our out over own
    per put quite rather really s said same say says she should since so some still such t take than that the their them
    themselves then there these they this those though through thus time to told too took toward two under until up upon
    us use used very was way we well went were what when where whether which while who whom whose why will with within
    without would year years yet you your according added reported reports report news""".split()
)


def fold(text: str) -> str:
    """Lower case without accents, single spaces.

    >>> fold("Néstor  Ríos")
    'nestor rios'
    """
    return _name_folded(text) if len(text) <= _NAME else _folded(text)


def _folded(text: str) -> str:
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).lower().split())


# The same names stand in account after account; whole texts do not.
_name_folded = lru_cache(maxsize=1 << 15)(_folded)


def standing_form(text: str) -> str:
    """A paragraph as it is told from others of its source: folded, its numbers alike.

    >>> standing_form("Call 555-0199 by 6 p.m.")
    'call #-# by # p.m.'
    """
    return _NUMBER.sub("#", fold(text))


def content_words(text: str) -> list[str]:
    """The folded words of a text that carry content, in order.

    >>> content_words("The two men were shot in the park's gate.")
    ['men', 'shot', 'park', 'gate']
    """
    found = (word.split("'")[0].split("\u2019")[0] for word in _WORD.findall(fold(text)))
    return [word for word in found if len(word) > 1 and word not in STOPWORDS]
