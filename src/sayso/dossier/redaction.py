"""Names struck from a dossier that is passed on: from texts, quotes, aliases, file names and metadata alike.

A struck name keeps its length, so that every span still stands where it stood. All spellings that the case joins to a
name are struck with it.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar

from sayso.dossier.gathered import Gathered
from sayso.model import Entity

T = TypeVar("T")

_BLOCK = "\u2588"
_BETWEEN = r"[\s_.\-]+"


def redact(gathered: Gathered, names: Iterable[str]) -> Gathered:
    """The same case with these names struck out.

    Args:
        gathered: what the dossier tells of.
        names: as a reader would write them; letter case and accents do not matter.
    """
    struck = spellings(gathered.entities.values(), names)
    if not struck:
        return gathered
    pattern = _any_of(struck)
    parts = {
        part.name: _struck(getattr(gathered, part.name), pattern)
        for part in dataclasses.fields(gathered)
        if part.name != "codebook"
    }
    return dataclasses.replace(gathered, **(parts | {"is_redacted": True}))


def unfound(gathered: Gathered, names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that stand nowhere in what the dossier tells of: mistyped, or not in this case.

    Args:
        gathered: the case before anything was struck.
        names: as given to `redact`.
    """
    told = "\n".join(
        [
            *(document.text for document in gathered.documents),
            *(name for document in gathered.documents for name in (document.title, *document.names, *document.authors)),
            *gathered.outlets.values(),
            *(one.by for one in gathered.judgements),
        ]
    )
    wanted = [name for name in names if name.strip()]
    found = {name: spellings(gathered.entities.values(), [name]) for name in wanted}
    return tuple(
        name
        for name in dict.fromkeys(wanted)
        if not any(re.search(_pattern(one), told, re.IGNORECASE) for one in found[name])
    )


def strike(text: str, struck: Sequence[str]) -> str:
    """A text with these spellings struck out."""
    return _strike(text, _any_of(struck)) if struck else text


def spellings(entities: Iterable[Entity], names: Iterable[str]) -> tuple[str, ...]:
    """The names with every spelling that the case joins to them, longest first."""
    given = [name for name in names if name.strip()]
    wanted = {_folded(name) for name in given}
    found = dict.fromkeys(given)
    for entity in entities:
        known = (entity.name, *entity.aliases, *(mention.quote for mention in entity.mentions))
        if wanted and any(_folded(one) in wanted for one in known):
            found.update(dict.fromkeys(one for one in known if one.strip()))
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def _any_of(struck: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(_pattern(name) for name in struck), re.IGNORECASE)


def _folded(name: str) -> str:
    """A name without case and accents, for comparison."""
    plain = unicodedata.normalize("NFD", name.casefold())
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())


def _pattern(name: str) -> str:
    """Whole words, joined by blanks, or as a file name joins them; a letter stands for itself with any accent."""
    words = [
        "".join(_letter(one) for one in unicodedata.normalize("NFC", word)) for word in re.split(_BETWEEN, name) if word
    ]
    return rf"(?<![^\W_]){_BETWEEN.join(words)}(?![^\W_])"


def _letter(letter: str) -> str:
    """A letter, with or without its accent."""
    base = unicodedata.normalize("NFD", letter)[0]
    accented = {
        unicodedata.normalize("NFC", base + mark) for mark in "\u0300\u0301\u0302\u0303\u0308\u030a\u030c\u0327"
    }
    choices = sorted({letter, base, *(one for one in accented if len(one) == 1)})
    return "[" + "".join(re.escape(one) for one in choices) + "]"


def _strike(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda found: _BLOCK * len(found[0]), text)


def _struck(thing: T, pattern: re.Pattern[str]) -> T:
    """The same thing with the names struck from every text within; ids and enumerations are no texts."""
    changed: Any = thing
    if isinstance(thing, Enum):
        return thing
    if isinstance(thing, str):
        changed = _strike(thing, pattern)
    elif isinstance(thing, tuple):
        changed = tuple(_struck(one, pattern) for one in thing)
    elif isinstance(thing, Mapping):
        changed = {_struck(key, pattern): _struck(one, pattern) for key, one in thing.items()}
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        parts = {part.name: _struck(getattr(thing, part.name), pattern) for part in dataclasses.fields(thing)}
        changed = dataclasses.replace(thing, **parts)
    return changed  # type: ignore[no-any-return]  # of the type it came in
