"""How a text leads up to its own day: the dateline of news without its year, the first dated sentence of what is told without a word for it.

News filed on "March 12" tells of this week; the only year in it is that of something else. A chapter that opens "On a Sunday of
November 1991 two trains met" is of that day, though only its later pages, on other lines and years, say "derailed".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sayso.extraction.events.scenes import Scene, Time
from sayso.extraction.times.side_times import is_of_finding, is_remembered
from sayso.model import BlockKind, Document, When

_YEAR = re.compile(r"\b\d{4}\b")
_DAY_OF_MONTH = re.compile(
    r"\b(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov|Dec)[a-z]*\b",
    re.IGNORECASE,
)
_HAPPENING = frozenset({"take", "occur", "happen", "begin", "start", "erupt", "strike"})
#: How a text came to be, rather than what it tells.
_TALKING = frozenset("speak talk interview visit write read call ask travel hear go come see send".split())
_OURS = frozenset("i we our my us me".split())
#: The first sentences; a day or two; from which sentence on a text has told its news; the days of a month.
_FIRST, _DAYS, _FAR, _MONTH = 3, 2, 8, 31
_LEADING = frozenset({BlockKind.DATELINE, BlockKind.PARAGRAPH})


def is_filed_without_year(document: Document) -> bool:
    """Does a text have a dateline with a day and no year, and no day of publication?"""
    if document.published is not None and document.published.earliest is not None:
        return False
    lines = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.DATELINE]
    return any(_DAY_OF_MONTH.search(line) and not _YEAR.search(line) for line in lines)


def is_of_a_year(scene: Scene, time: Time) -> bool:
    """Is a time told with its year, below the opening of news that leaves it out: a month or year there, a day far below?"""
    if not tells_a_year(time) or scene.number < _FIRST or time.when is None:
        return False
    earliest, latest = time.when.earliest, time.when.latest
    is_wide = earliest is None or latest is None or (latest - earliest).days > _DAYS
    return is_wide or scene.number >= _FAR


def tells_a_year(time: Time) -> bool:
    """Is a time told with its year?"""
    return time.when is not None and _YEAR.search(time.when.text) is not None


def first_told(scenes: Sequence[Scene], names: Callable[[Scene], bool], opening: int) -> int | None:
    """The number of the first sentence that tells a past day, where the opening has no word for what happened; else None."""
    first = [scene for scene in scenes if scene.number < opening]
    if any(names(scene) for scene in first):
        return None
    return next((scene.number for scene in first if _tells_a_day(scene)), None)


def _tells_a_day(scene: Scene) -> bool:
    root = scene.sent.root
    if scene.kind not in _LEADING or root.tag_ != "VBD" or root.lemma_.lower() in _TALKING or is_remembered(scene):
        return False
    if any(token.lower_ in _OURS for token in scene.sent):
        return False
    sure = (time for time in scene.times if time.is_narrow and tells_a_year(time))
    return any(not time.is_beside and not is_of_finding(scene, time) for time in sure)


def says_when_it_was(scene: Scene) -> bool:
    """ "The explosion took place at 4.05 a.m. on Wednesday, 13 February": a sentence that is there to tell the time."""
    root = scene.sent.root
    if root.lemma_.lower() not in _HAPPENING or root.tag_ not in ("VBD", "VBN"):
        return False
    return any(trigger.token.head.i == root.i and trigger.token.dep_ == "nsubj" for trigger in scene.triggers)


def is_sharp(when: When) -> bool:
    """Is it a month or less?

    Args:
        when: a time.
    """
    return when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= _MONTH
