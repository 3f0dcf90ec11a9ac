"""Nobody harmed, told without a number and of no kind of people: "without loss of life", "no lives were lost"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.model import Figure, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE = re.compile(
    r"\b(?:no (?:human )?(?P<lost>lives (?:were |was |have been |had been )?lost|loss of (?:human )?life)"
    r"|without (?:any |a |further |the )?(?:(?P<life>loss of (?:human )?life|(?:human )?fatality|(?:human )?fatalities|deaths?)"
    r"|(?P<hurt>injur(?:y|ies))|(?P<both>casualt(?:y|ies))))\b(?! to\b)",
    re.IGNORECASE,
)
_SLOTS = {"lost": "killed", "life": "killed", "hurt": "injured", "both": "casualties"}


def unharmed(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The zeros of a scene that no number tells."""
    if "without" not in scene.words and not scene.words.lower().count("no "):
        return
    for found in _NONE.finditer(scene.words):
        slot = _SLOTS[str(found.lastgroup)]
        head = _token(scene, found.end() - 1)
        if slot not in setting.words.slots.forms or head is None:
            continue
        figure = Figure(0, 0, "people", Qualifier.EXACT, found.group())
        start, end = scene.start + found.start(), scene.start + found.end()
        yield Draft(scene, start, end, slot, "total", figure, head)


def _token(scene: Scene, place: int) -> Token | None:
    at = scene.sent.start_char + place
    return next((token for token in scene.sent if token.idx <= at < token.idx + len(token)), None)
