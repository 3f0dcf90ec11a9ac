"""Makes a text readable to the parser without moving a character: capitals lowered, typographic quotes made plain."""

from __future__ import annotations

import re

from sayso.extraction.parsing.casing import Casing, is_capitals

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": ",", "\n": " ", "\t": " "})
#: Marks that an agency puts into its copy, which are no words of the sentence they stand in.
_MARKS = re.compile(
    r"\[[^\]\n]{0,40}\b(?:text|excerpts?|summary|report|recording|omitted|indistinct|sic|as (?:received|heard|published)"
    r"|commentary|communique|editorial|interview|statement)\]",
    re.IGNORECASE,
)


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
    return (casing or Casing()).apply(plain) if is_capitals(plain) else plain
