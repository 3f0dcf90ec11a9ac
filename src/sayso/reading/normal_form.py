"""The one form in which text is stored: only layout and invisible signs change, never letters, quotes or dashes.

Applying it twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Unicode's space separators (category Zs) but the ordinary one.
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Zero-width and direction signs, the byte-order mark, the soft hyphen; controls but tab and line end; half surrogates.
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_HALVES = re.compile("[\ud800-\udfff]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SOFT_BREAK = re.compile("\u00ad[ \t]*\n[ \t]*")
_BROKEN = re.compile(r"(?<![\w-])([^\W_]+)-[ \t]*\n[ \t]*(?=([^\W_]+))")
_COMPOUND = re.compile(r"[^\W_]+-[^\W_]+")
# First parts that English writes with a hyphen; found at a line end, the hyphen is theirs.
_HYPHENATED = frozenset(
    "all anti co cross ex far first half hard high ill left long low mid multi near neo non off old one open part post pre"
    " pro quasi right second self semi short single so soft two three four five six seven eight nine ten twenty thirty"
    " forty fifty sixty seventy eighty ninety under well wide".split()
)


def normalise(text: str) -> str:
    r"""Text in the stored form: NFC, `\n` line ends, plain spaces, nothing invisible, ligatures split, words rejoined.

    >>> normalise("The o\ufb03ce\u00a0was seized by mili-\r\ntants")
    'The office was seized by militants'
    >>> normalise("a well-\nknown case of 1996-\n97")
    'a well-known case of 1996-97'
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SOFT_BREAK.sub("", text)
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    text = _HALVES.sub("\ufffd", _CONTROLS.sub("", text)).translate(_LIGATURES)
    return _rejoined(unicodedata.normalize("NFC", text))


def _rejoined(text: str) -> str:
    """Words cut at a line end made whole; the hyphen stays where it belongs to the word."""
    if _BROKEN.search(text) is None:
        return text
    hyphenated = set(_COMPOUND.findall(text))

    def mend(match: re.Match[str]) -> str:
        head, tail = match[1], match[2]
        is_compound = head.lower() in _HYPHENATED or not (head[-1].islower() and tail[0].islower())
        return head + "-" if is_compound or f"{head}-{tail}" in hyphenated else head

    return _BROKEN.sub(mend, text)
