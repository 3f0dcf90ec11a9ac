"""What somebody says did not happen, without a number: "denied that any women were killed", "no prisoners were beaten".

What is denied of "any" of a kind is told of one or more of them, as denied by who denies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.counts import told
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase
from sayso.model import Figure, Modality, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w+|untrue|not true|false)\b[^.]*\bany(?:one|body)?\b",
    re.IGNORECASE,
)
_HARM = ("killed", "injured", "arrested", "executed", "casualties", "hostages_taken", "missing", "displaced")


def denials(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The harm that a scene says was not done to any of a kind."""
    if not _GATE.search(scene.words):
        return
    for noun in scene.sent:
        first = _any(noun)
        if first is None or not (noun.i == first.i or is_human(noun, setting.groups)):
            continue
        at = token_extent(scene, [first, noun])
        words = " ".join(setting.document.text[at.start : at.end].split())
        figure = Figure(1, None, "people", Qualifier.VAGUE, words)
        for one in told(Phrase(first, noun, noun, noun, None), setting.words.slots, setting.groups):
            if one.slot in _HARM and one.frame is not None and one.frame.relation in ("object", "subject"):
                head = one.frame.head
                yield Draft(scene, at.start, at.end, one.slot, one.group, figure, head, modality=Modality.DENIED)


def _any(noun: Token) -> Token | None:
    """The "any" of "any women", or "anyone" itself."""
    if noun.lower_ in ("anyone", "anybody"):
        return noun
    return next((c for c in noun.lefts if c.lower_ == "any"), None) if noun.pos_ in ("NOUN", "PROPN") else None
