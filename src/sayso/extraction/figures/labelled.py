"""Figures whose label tells the slot: "Killed: 12. Injured: 30.", "DEAD - 31", "Killed 14, wounded 40, missing none"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.phrases import phrase
from sayso.model import Figure

_COUNTED = r"(?:number |total |people |persons )?(?:of )?"
_LABEL = re.compile(rf"(?:^|[\n.;:,|(]|\d)\s*{_COUNTED}([A-Za-z]+)\s*(?:[:=]| [-\u2013\u2014])\s*\Z", re.IGNORECASE)
#: "Killed   12": a label and its figure, alone in their line.
_COLUMN = re.compile(rf"(?:^|\n)[ \t|]*{_COUNTED}([A-Za-z]+)(?: {{2,}}|[ ]*\t\s*|[ ]*\|[ ]*)\Z", re.IGNORECASE)
_STATES = "dead|killed|wounded|injured|missing|arrested|homeless"
#: Labels of several words, and those that the codebook lists as verbs only.
_OTHERS = {
    "hurt": "injured", "saved": "rescued", "rescued": "rescued", "drowned": "killed", "evacuated": "displaced", "arrests": "arrested",
    "detained": "arrested", "released": "released", "convicted": "convicted", "survived": "survived", "survivors": "survived",
    "not accounted for": "missing", "unaccounted for": "missing", "still missing": "missing", "taken to hospital": "injured",
    "in hospital": "injured", "sent to hospital": "injured", "rescued alive": "rescued", "found alive": "rescued",
    "verified dead": "killed", "confirmed dead": "killed", "found dead": "killed", "known dead": "killed", "deaths": "killed",
}  # fmt: skip
_OTHER = "|".join(sorted(_OTHERS, key=len, reverse=True))
#: "Verified dead: 37", "wounded, 7", "not accounted for 4", "Arrests 9": a note without a verb, closed by its figure.
_NOTED = re.compile(rf"(?:(?:^|[\n.:;]\s*|\d[,;] |\b\d\d[.:]?\d\d )(?P<label>{_OTHER})(?::|,)? )\Z", re.IGNORECASE)
#: "Dead number eight", "the wounded numbered 40".
_NUMBERED = re.compile(rf"\b({_STATES}) (?:now |already )?number(?:s|ed)? \Z", re.IGNORECASE)
#: "Killed 14, wounded 40, missing three": the words of a telegram.
_TELEGRAPHED = re.compile(
    rf"(?:^|[.:;]\s+|(?<=\d),? )(?:total )?({_STATES}|crew|passengers|occupants),? \Z", re.IGNORECASE
)
_ENDS_LINE = re.compile(r"(?: ?[(\[][^\n()]{0,60}[)\]])*[ \t|]*(?:\n|\Z)")
#: Whom a table counts beside its dead: those who were there.
_THERE = {"passengers": "passengers", "crew": "crew", "occupants": "total", "aboard": "total"}
_ENDS = re.compile(r"\s*(?:[,.;)]|\Z)|\s+(?:CREW|PASSENGERS|SAVED|LOST|DEAD|KILLED|INJURED|WOUNDED|MISSING)\b")
#: What a dash may stand behind in running text ("the dead - 31 of them").
_IN_PROSE = re.compile(r"\s*(?:of|were|was|are|people|men|women|in|at|by|and|more)\b", re.IGNORECASE)


def labelled(scene: Scene, setting: Setting, made: Sequence[Draft]) -> Iterator[Draft]:
    """The labelled figures of a scene that `made` does not tell in the very slot."""
    document, table = setting.document.text, setting.words.slots.table
    for number in scene.numbers:
        start, end = scene.start + number.start, scene.start + number.end
        word = _label(document, start, end) if number.is_count else None
        if word is None:
            continue
        single = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
        slots = table.get(("adjective", word)) or table.get(("noun", single)) or ()
        slots = slots or ((_OTHERS[word],) if _OTHERS.get(word) in setting.words.slots.forms else ())
        slots = slots or (("present",) if word in _THERE and "present" in setting.words.slots.forms else ())
        base = scene.sent.start_char
        found = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
        if not slots or found is None or any(d.slot == slots[0] and d.start == start for d in made):
            continue
        figure = Figure(number.low, number.high, "people", number.qualifier, document[start:end])
        group = _THERE.get(word, "total") if slots == ("present",) else "total"
        yield Draft(scene, start, end, slots[0], group, figure, found.head)


def _label(text: str, start: int, end: int) -> str | None:
    """The word that stands before a figure as its label."""
    before = text[max(0, start - 40) : start]
    label = _LABEL.search(before)
    if label is not None and before.rstrip().endswith(("-", "\u2013", "\u2014")) and _IN_PROSE.match(text, end):
        label = None
    label = label or _NUMBERED.search(before)
    if label is None and _ENDS.match(text, end):
        label = _TELEGRAPHED.search(before) or _NOTED.search(before)
    if label is None and _ENDS_LINE.match(text, end):
        label = _COLUMN.search(before)
    return label.group(1).lower() if label is not None else None
