"""Makes a text readable to the parser without moving a character: capitals lowered, typographic quotes made plain."""

from __future__ import annotations

import re

from sayso.extraction.parsing.casing import Casing, is_capitals
from sayso.normalisation import numbers

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": ",", "\n": " ", "\t": " "})
#: Marks that an agency puts into its copy, which are no words of the sentence they stand in.
_MARKS = re.compile(
    r"\[[^\]\n]{0,40}\b(?:text|excerpts?|summary|report|recording|omitted|indistinct|sic|as (?:received|heard|published)"
    r"|commentary|communique|editorial|interview|statement)\]",
    re.IGNORECASE,
)


#: A figure that official papers say once more in brackets: "seventeen (17) fatalities".
_AGAIN = re.compile(r"(?<=[a-z]) \(\d{1,3}(?:,\d{3})*\)(?= [a-z])")


def readable(text: str, casing: Casing | None = None) -> str:
    """The same number of characters, as the parser likes them.

    Args:
        text: a block of a document.
        casing: what the whole document tells of its names, for blocks in capitals.

    >>> readable("“No,” he said")
    '"No," he said'
    >>> readable("FOUR MEN DIED IN QUITO TODAY.")
    'Four men died in Quito today.'
    """
    plain = text.translate(_PLAIN)
    if len(plain) != len(text):
        return text
    plain = plain.replace("let alone", "much less")  # the parser takes "let" for the main verb
    plain = _MARKS.sub(lambda mark: " " * len(mark.group()), plain) if "[" in plain else plain
    plain = _AGAIN.sub(_unless_other, plain) if "(" in plain else plain
    return (casing or Casing()).apply(plain) if is_capitals(plain) else plain


def _unless_other(bracket: re.Match[str]) -> str:
    """Blanks where the brackets only say the words before them once more."""
    before = numbers.find(bracket.string[max(0, bracket.start() - 40) : bracket.start()])
    figure = float(bracket.group().strip(" ()").replace(",", ""))
    is_same = bool(before) and before[-1].low == before[-1].high == figure
    return " " * len(bracket.group()) if is_same else bracket.group()
