"""Nobody harmed, told without a number: "without loss of life", "no lives were lost", "no passengers were hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.counts import told
from sayso.extraction.figures.drafted import drafted
from sayso.extraction.words.clauses import Frame
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase
from sayso.model import Figure, Qualifier, Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE = re.compile(
    r"\b(?:no (?:human )?(?P<lost>lives (?:were |was |have been |had been )?lost|loss of (?:human )?life)"
    r"|without (?:any |a |further |the )?(?:(?P<life>loss of (?:human )?life|(?:human )?fatality|(?:human )?fatalities|deaths?)"
    r"|(?P<hurt>injur(?:y|ies))|(?P<both>casualt(?:y|ies))))\b(?! to\b)",
    re.IGNORECASE,
)
_PARTS = ("nsubj", "nsubjpass", "dobj")
_BEFALLEN = frozenset("killed injured casualties missing arrested trapped survived escaped hostages_taken".split())
_SLOTS = {"lost": "killed", "life": "killed", "hurt": "injured", "both": "casualties"}


def unharmed(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The zeros of a scene that no number tells."""
    if "without" not in scene.words and not scene.words.lower().count("no "):
        return
    yield from _none_of(scene, setting)
    for found in _NONE.finditer(scene.words):
        slot = _SLOTS[str(found.lastgroup)]
        head = _token(scene, found.end() - 1)
        if slot not in setting.words.slots.forms or head is None:
            continue
        figure = Figure(0, 0, "people", Qualifier.EXACT, found.group())
        start, end = scene.start + found.start(), scene.start + found.end()
        yield Draft(scene, start, end, slot, "total", figure, head)


def _none_of(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "No passengers were killed", "no officer was hurt": zero of a kind of people."""
    for noun in scene.sent:
        no = next((c for c in noun.lefts if c.lower_ == "no" and c.dep_ == "det"), None)
        if no is None or noun.dep_ not in _PARTS or not is_human(noun, setting.groups):
            continue
        is_other = any(c.lower_ == "other" for c in noun.lefts)
        found = Phrase(no, noun, noun, noun, Relation.OTHER if is_other else None)
        at = token_extent(scene, [no, noun])
        words = " ".join(setting.document.text[at.start : at.end].split())
        for one in told(found, setting.words.slots, setting.groups):
            if one.slot in _BEFALLEN and one.frame is not None and _is_told(one.frame, noun):
                figure = Figure(0, 0, "people", Qualifier.EXACT, words)
                yield drafted(scene, one, (at.start, at.end), figure, (found, setting))


def _is_told(frame: Frame, noun: Token) -> bool:
    """Did it befall none of them: not "no child should be hurt", nor "no miner who was killed had a lamp"?"""
    if frame.relation not in ("object", "subject") or frame.head.dep_ in ("relcl", "acl"):
        return False
    return frame.head.i != noun.i and not any(c.dep_ == "aux" and c.tag_ == "MD" for c in frame.head.children)


def _token(scene: Scene, place: int) -> Token | None:
    at = scene.sent.start_char + place
    return next((token for token in scene.sent if token.idx <= at < token.idx + len(token)), None)
