"""The word lists of extraction: read once a process, as lemma -> class."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from sayso.normalisation.tables import read_table


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """One word list of `resources/lexicons`, as it stands there."""
    path = resources.files("sayso.resources") / "lexicons" / f"{name}.yaml"
    tree: Mapping[str, Any] = read_table(path.read_text(encoding="utf-8"))
    return tree


@cache
def classes(name: str, part: str) -> Mapping[str, str]:
    """Each word of one part of a list -> its class.

    >>> classes("speech", "verbs")["deny"]
    'denied'
    """
    return {word: kind for kind, words in lexicon(name)[part].items() for word in words}


@cache
def words(name: str, part: str) -> frozenset[str]:
    """The words of a part that has no classes."""
    return frozenset(lexicon(name)[part])
