"""Lists of the dead and the hurt by name: "among the injured are X, 53; Y, 24; and Z", "the dead: X and Y".

Each name is one person. The word before the list says what befell them; the list ends with the first thing that is no name,
no age and nothing said of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.scenes import Scene
from sayso.model import Extent, Figure, Qualifier

_BEFALLEN = "dead|deceased|killed|slain|injured|wounded|kidnapped|abducted"
_OPENING = re.compile(
    rf"\b(?:among (?:the |those )(?P<among>{_BEFALLEN})(?: \w+){{0,3}}? (?:are|were|is|was)"
    rf"|\b(?:the|those) (?P<those>{_BEFALLEN})(?: \w+){{0,3}}? (?:(?:are|were|have been|has been|was) (?:identified|named|listed) as|are|were|include|included)"
    rf"|\bfollowing(?: \w+){{1,3}}? (?P<following>died|were killed|were injured|were wounded|were kidnapped)(?: \w+){{0,4}}(?=\s*:)"
    rf"|(?:\A|[.;\n] *)(?:the )?(?P<label>{_BEFALLEN})(?=\s*:))\s*:?\s+",
    re.IGNORECASE,
)
_SLOTS = {"injured": "injured", "wounded": "injured", "kidnapped": "hostages_taken", "abducted": "hostages_taken"}
#: A name: two to five words in capitals, ranks before it aside.
_RANK = (
    r"(?i:(?:first |second )?(?:Mr|Mrs|Ms|Dr|Sgt|Sergeant|Cpl|Corporal|Capt|Captain|Lt|Lieutenant|Maj|Major|Col|Colonel|Gen|General|Agent"
    r"|Guard|Officer|Private|Constable|Father|Sister|Judge|Senator|Deputy)\.? )*"
)
_WORD = r"(?!AND\b)[A-Z][\w'’-]+"
_NAME = re.compile(
    rf"{_RANK}(?P<name>{_WORD}(?:\s+(?:de|del|la|los|da|dos|van|von|bin|al|y|[A-Z]\.|{_WORD})){{0,4}}?\s+{_WORD})"
    r"(?=\s*(?:[,;.:(\n]|(?i:and)\b|\Z))"
)
_AGE = re.compile(r"(?i)\s*(?:,|\()\s*(?:aged? )?\d{1,3}(?: years old)?\)?(?=\s*(?:[,;.)]|and\b|\Z))")
_SAID = re.compile(r"(?i)\s*,\s*(?:an?|the|his|her|their|who|whose|from|of)\s[^,;.]{1,80}(?=[,;.])")
_NEXT = re.compile(r"(?i)\s*(?:[,;]\s*(?:and\s+)?|and\s+)\s*")


def listed(scene: Scene, setting: Setting, made: Sequence[Draft]) -> Iterator[Draft]:
    """Everybody whom a list of the scene names; `made` are those told already."""
    if not (":" in scene.words or "," in scene.words or ";" in scene.words):
        return
    words = setting.document.text[scene.start : scene.end]
    opening = _OPENING.search(words)
    if opening is None:
        return
    told = next(told for told in opening.groups() if told).lower().split()[-1]
    slot = _SLOTS.get(told, "killed")
    taken = {(draft.about.start, draft.about.end) for draft in made if draft.about is not None and draft.slot == slot}
    for at in _names(words, opening.end()):
        start, end = scene.start + at.start, scene.start + at.end
        if any(start < other and one < end for one, other in taken):
            continue
        figure = Figure(1, 1, "people", Qualifier.EXACT, " ".join(words[at.start : at.end].split()))
        base = scene.sent.start_char
        span = scene.sent.doc.char_span(base + at.start, base + at.end, alignment_mode="expand")
        if span is not None and len(span):
            yield Draft(scene, start, end, slot, None, figure, scene.sent.root, about=Extent(start, end))


def _names(words: str, start: int) -> Iterator[Extent]:
    """The names of a list, to its end."""
    place = start
    while (name := _NAME.match(words, place)) is not None:
        yield Extent(name.start("name"), name.end("name"))
        place = name.end()
        for aside in (_AGE, _SAID):
            beside = aside.match(words, place)
            place = beside.end() if beside is not None else place
        following = _NEXT.match(words, place)
        if following is None:
            return
        place = following.end()
