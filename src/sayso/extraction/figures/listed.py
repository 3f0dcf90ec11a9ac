"""Lists of the dead and the hurt by name: "among the injured are X, 53; Y, 24; and Z", "the dead: X and Y".

Each name is one person. The word before the list says what befell them; the list ends with the first thing that is no name,
no age and nothing said of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.roll_names import names_from
from sayso.extraction.figures.roll_openings import NAMED, Opening, headed, opened, opening_before
from sayso.model import BlockKind, Document, Extent, Figure, Qualifier

#: Between a count and the names of those it counts.
_NAMING = re.compile(rf"(?: \w+)?(?:\s*[,:(\u2013\u2014-]\s*(?:they (?:are|were) )?|,? {NAMED} )")
#: "They were named as", "the two men have been identified as": of those counted in the sentence before.
_THEY = re.compile(rf"\A(?:they|the (?:\w+ )?(?:\w+)) {NAMED} ", re.IGNORECASE)
#: "Eight lie dead. They are X, 52; Y; and Z": where those named are some of as many.
_THEY_ARE = re.compile(r"\Athey (?:are|were):? ", re.IGNORECASE)
_COUNTED = frozenset("killed injured missing arrested rescued trapped survived hostages_taken".split())
#: Sentences that "they include" and "the youngest was" reach back, the lines of a list among them.
_BACK, _LINES = 2, 40


def listed(scene: Scene, setting: Setting, made: Sequence[Draft], past: Sequence[Draft] = ()) -> Iterator[Draft]:
    """Everybody whom a list of the scene names; `made` are those told already, `past` the counts of earlier scenes."""
    words = setting.document.text[scene.start : scene.end]
    told: list[tuple[str, Sequence[Extent]]] = []
    opening = opened(words) or opening_before(scene, setting.document)
    if opening is not None:
        names = tuple(names_from(words, opening.end, setting, is_open=True))
        told.append((_fate(opening, scene, (past, made), (len(names), setting.document)), names))
    elif not any(mark in words for mark in (":", ",", ";", " and ", " as ")):
        return
    they = _THEY.match(words)
    are = _THEY_ARE.match(words) if they is None else None
    if are is not None and past and scene.number - past[-1].scene.number <= 1:
        names = tuple(names_from(words, are.end(), setting))
        value = past[-1].value
        is_all = isinstance(value, Figure) and value.low is not None and 2 <= len(names) <= value.low
        told += [(past[-1].slot, names)] if is_all else []
    if they is not None and past and scene.number - past[-1].scene.number <= 1:
        told.append((past[-1].slot, tuple(names_from(words, they.end(), setting))))
    told += [(one.slot, names) for one in made if (names := _beside(one, words, setting))]
    taken = {(d.slot, d.about.start, d.about.end) for d in made if d.about is not None}
    for slot, persons in told:
        for at in persons if slot else ():
            draft = _draft(scene, words, at, slot)
            if draft is not None and not any(s == slot and draft.start < e and b < draft.end for s, b, e in taken):
                taken.add((slot, draft.start, draft.end))
                yield draft


def _fate(
    opening: Opening, scene: Scene, counts: tuple[Sequence[Draft], Sequence[Draft]], told_of: tuple[int, Document]
) -> str:
    """What befell those of a list: by its opening, else by what was counted last; "" where nothing says so."""
    (past, made), (people, document) = counts, told_of
    if opening.slot == "victims":
        return _harm((*past, *made), people)
    if opening.slot and opening.slot != "dead?":
        return opening.slot
    if (above := headed(scene, document)) and above != "victims":
        return above
    back = _LINES if scene.kind is BlockKind.LIST else _BACK
    told = [d for d in reversed((*past, *made)) if d.slot in _COUNTED and scene.number - d.scene.number <= back]
    slots = [draft.slot for draft in told if draft.about is None]
    return "killed" if opening.slot and "killed" in slots else next(iter(slots), "")


def _harm(counts: Sequence[Draft], people: int) -> str:
    """What befell "the victims": what the account counted as many of, else the harm it told of alone; "" where it told both."""
    harmed = [one for one in counts if one.slot in ("killed", "injured", "casualties")]
    same = [one.slot for one in harmed if isinstance(one.value, Figure) and one.value.low == one.value.high == people]
    slots = dict.fromkeys(same or [one.slot for one in harmed])
    if not slots or "killed" in same:
        return "killed"
    return next(iter(slots)) if len(slots) == 1 else ""


def _beside(one: Draft, words: str, setting: Setting) -> tuple[Extent, ...]:
    """ "Two, Ana Ruiz and Pedro Salas, in hospital": the names right behind a count, where they are as many."""
    value = one.value
    if one.slot not in _COUNTED or one.about is not None or not isinstance(value, Figure) or value.low != value.high:
        return ()
    naming = _NAMING.match(words, one.end - one.scene.start)
    names = tuple(names_from(words, naming.end(), setting)) if naming is not None else ()
    return names if len(names) == value.low else ()


def _draft(scene: Scene, words: str, at: Extent, slot: str) -> Draft | None:
    """One person of a list."""
    start, end = scene.start + at.start, scene.start + at.end
    figure = Figure(1, 1, "people", Qualifier.EXACT, " ".join(words[at.start : at.end].split()))
    base = scene.sent.start_char
    span = scene.sent.doc.char_span(base + at.start, base + at.end, alignment_mode="expand")
    if span is None or not len(span) or any(token.pos_ in _NO_NAME for token in span):
        return None
    if all(token.ent_type_ in _PLACES for token in span):
        return None
    return Draft(scene, start, end, slot, None, figure, scene.sent.root, about=Extent(start, end))


#: What is in no name; where all is in capitals, any word looks like one.
_NO_NAME = frozenset("VERB AUX PRON DET NUM ADV CCONJ SCONJ".split())
_PLACES = frozenset("GPE NORP LOC FAC DATE TIME EVENT".split())
