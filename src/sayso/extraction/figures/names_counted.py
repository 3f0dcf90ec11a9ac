"""Names counted: "63 names on the wall" are the dead's, "the list of the missing has 47 names" are theirs; and what a state names.

Who goes about and writes down names writes those of the people counted last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.told_by import asked
from sayso.model import Figure, Qualifier, Relation
from sayso.normalisation import numbers

#: Sentences that a figure may stand back from the one that takes it up.
BACK = 3
#: Where names are written up, they are those of the dead.
_MEMORIAL = re.compile(
    r"\b(?:memorial|plaque|monument|cenotaph|wall|slab|tablet|tombstone|gravestone|headstone|stone|obelisk|cross|roll of hono[u]?r)\b",
    re.IGNORECASE,
)
NAMES = re.compile(r" (?:names|entries)\b")
_NAMED_STATE = r"(dead|deceased|killed|drowned|missing|injured|wounded|arrested|detained|displaced|victims)"
_NAMES_OF = re.compile(rf" names of (?:all )?(?:the|those|our|their) (?:\w+ )?{_NAMED_STATE}\b", re.IGNORECASE)
#: "The list of the dead has eighty names".
_ROLL_OF = re.compile(
    rf"\b(?:list|register|roll|book|record|table) of (?:the|those|our|their) (?:\w+ )?{_NAMED_STATE}\b[^.;:]{{0,40}}? (?:has|had|have|bears|bore|holds|held|contains|contained|gives|gave"
    r"|carries|carried|counts|counted|runs to|ran to|comes to|came to|with) \Z",
    re.IGNORECASE,
)
#: Who goes about and writes down names writes those of the people counted.
_WROTE = re.compile(
    r"\b(?:(?:wrote|written|noted|took|taken|put|set|got) down|collected|established|recorded|gathered|compiled|yields?|yielded) (?:the |a list of )?\Z",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(?:list|register|roll|notebook|exercise book)\b", re.IGNORECASE)


def named(scene: Scene, setting: Setting, number: numbers.Number, counts: Sequence[Draft]) -> Draft | None:
    """ "63 names on the wall": of the dead; "the list ... has 47 names": of those counted last."""
    before, after = scene.words[: number.start], scene.words[number.end :]
    state = _NAMES_OF.match(after) or _ROLL_OF.search(before)
    if state is not None:
        return of_state(scene, setting, (state.group(1), 0))
    near = last_near(scene, counts)
    if near is not None and _WROTE.search(before) and not after.startswith((" names of", " names for")):
        return near
    if _MEMORIAL.search(scene.words):
        killed = next((draft for draft in reversed(counts) if draft.slot == "killed"), None)
        return replace(killed, group="total") if killed is not None else of_state(scene, setting, ("dead", 0))
    text = setting.document.text[max(scene.start - 200, 0) : scene.end]
    if near is not None or not _LIST.search(text):
        return near if _LIST.search(text) else None
    told = asked(setting.document.text, scene.start)
    return of_state(scene, setting, (told, 0)) if told is not None else None


def of_state(scene: Scene, setting: Setting, state: tuple[str, int]) -> Draft | None:
    """A draft of the slot that a state names, for the number to be put in."""
    word, place = state[0].lower(), state[1]
    table = setting.words.slots.table
    names = (word, word.removesuffix("s"), {"fatalities": "fatality"}.get(word, word))
    slots = [slot for kind in ("adjective", "noun") for name in names for slot in table.get((kind, name), ())]
    if word == "evacuees" or not slots:
        slots = ["displaced"]
    start, end = scene.start + place, scene.start + place + len(word)
    whole = Figure(None, None, "people", Qualifier.VAGUE, state[0])
    return Draft(scene, start, end, slots[0], "total", whole, scene.sent.root)


def last_near(scene: Scene, counts: Sequence[Draft]) -> Draft | None:
    """The count told last, a whole before its parts."""
    told = [draft for draft in counts if scene.number - draft.scene.number <= BACK]
    if not told:
        return None
    latest = max(draft.scene.number for draft in told)
    here = [draft for draft in told if draft.scene.number == latest]
    wholes = [draft for draft in here if draft.scope is not Relation.PART]
    return (wholes or here)[-1]
