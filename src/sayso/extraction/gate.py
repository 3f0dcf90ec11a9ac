"""Where no claim can be, no parse is spent: a block without a number, a time or a word of the codebook is passed over."""

from __future__ import annotations

import re
from functools import cache

from sayso.extraction.drafts import Words

_ANY = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|scores|several|all|both|none|no one|nobody|some|many)\b",
    re.IGNORECASE,
)


#: First words of longer forms that stand everywhere: the last word is looked for instead ("need treatment").
_PLAIN = frozenset(
    "and no end need never place pass clear fail lower require spend row lay pin fish camp pick guide shut seal draw fade jam hem cart march launch wipe wade "
    "undergo".split()
)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    stems = sorted({re.escape(_sought(word).rstrip("e")) for word in words if len(word) > 3} - {""})
    return re.compile(r"\b(?:" + "|".join(stems) + r")", re.IGNORECASE)


def _sought(form: str) -> str:
    """The word of a form that a block must have; "" where only words that stand everywhere make it up."""
    first, *rest = form.split()
    if first not in _PLAIN:
        return first
    return rest[-1] if rest and len(rest[-1]) > 4 else ""


def is_worth_parsing(text: str, words: Words) -> bool:
    """Can the block hold a claim: a number, or a word that tells a slot or names an event?"""
    if not text.strip():
        return False
    if _ANY.search(text):
        return True
    return _pattern(_telling(words.codebook.sha256, words)).search(text) is not None


_KNOWN: dict[str, tuple[str, ...]] = {}


def _telling(key: str, words: Words) -> tuple[str, ...]:
    """The words of a codebook that tell something by themselves."""
    if key not in _KNOWN:
        told = {name for (_, name) in words.slots.table} | set(words.triggers.verbs) | set(words.triggers.nouns)
        _KNOWN[key] = tuple(sorted(told | set(words.groups.table)))
    return _KNOWN[key]
