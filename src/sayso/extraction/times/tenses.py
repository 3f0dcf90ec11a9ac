"""Whether a day told lies ahead of the telling: "will be buried on Friday", "were due to arrive on Monday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.events.scenes import Scene
from sayso.normalisation import times
from sayso.normalisation.time_meaning import Bounded, Calendar, Moment, Shaded

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:will|shall|would|could|may|might|must|due|scheduled|expected|set|planned|slated|to be|hopes?|plans?)\b|['\u2019]ll\b",
    re.IGNORECASE,
)
_AHEAD = frozenset({"will", "shall", "would", "'ll", "\u2019ll", "'d", "wo"})
#: With "by" and "until" a possibility lies ahead, too: "rain could fall by Wednesday".
_MAYBE = _AHEAD | {"could", "may", "might", "must"}
#: What somebody or something is to do: the day stands beside the infinitive.
_DUE = frozenset("due scheduled expected set planned slated hope plan expect".split())
_STEPS = 6


def tense_of(scene: Scene, expression: times.TimeExpression) -> str:
    """`future` where a weekday stands beside a verb of what is to come, else `past`."""
    of = expression.meaning
    bound = of.bound if isinstance(of, Bounded) else ""
    while isinstance(of, Bounded | Shaded):
        of = of.of
    meaning = of.day if isinstance(of, Moment) else of
    if (
        not isinstance(meaning, Calendar)
        or meaning.weekday is None
        or meaning.day is not None
        or not _GATE.search(scene.words)
    ):
        return "past"
    base = scene.sent.start_char
    span = scene.sent.doc.char_span(base + expression.start, base + expression.end, alignment_mode="expand")
    aux = _MAYBE if bound in ("by", "until") else _AHEAD
    return "future" if span is not None and len(span) and _is_ahead(span.root, aux) else "past"


def _is_ahead(token: Token, ahead: frozenset[str]) -> bool:
    """Does the verb that the time hangs on tell what is to come?"""
    head, steps = token, 0
    while steps < _STEPS and head.head.i != head.i:
        head, steps = head.head, steps + 1
        if head.pos_ not in ("VERB", "AUX", "ADJ"):
            continue
        if _is_due(head) or any(c.lower_ in ahead for c in head.children if c.dep_ == "aux"):
            return True
        if head.dep_ not in ("xcomp", "acomp", "oprd"):
            return False
    return False


def _is_due(word: Token) -> bool:
    """ "Due to arrive", "set for Monday"; "set free on Monday" was done."""
    if word.lemma_.lower() not in _DUE and word.lower_ not in _DUE:
        return False
    return word.lower_ == "due" or any(c.dep_ in ("xcomp", "ccomp") or c.lower_ == "for" for c in word.children)
