"""Testimony without quotation marks (John Petty, sworn, said: I was at the pump. I saw four men fall).

What follows in the same paragraph is the deponent's for as long as he speaks of himself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extraction.speech.recalled import Voice
from sayso.extraction.speech.saying import Saying

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

_SELF = frozenset("i we me us my our mine ours myself ourselves".split())
#: So many sentences in a row may tell of others and be his; behind so many he has ended.
_PATIENCE, _ENDED = 1, 3


@dataclass(frozen=True, slots=True)
class Deponent:
    """Who testifies, and how many sentences ago he last spoke of himself."""

    voice: Voice
    silent: int = 0

    def goes_on(self, sent: SpacySpan) -> bool:
        """Is a sentence still his?"""
        return self.silent < _PATIENCE or _is_of_self(sent)

    def after(self, sent: SpacySpan) -> Deponent | None:
        """The deponent after a further sentence; None where he has ended."""
        if _is_of_self(sent):
            return replace(self, silent=0)
        return replace(self, silent=self.silent + 1) if self.silent < _ENDED else None


def deposing(here: Sequence[Saying], sent: SpacySpan, base: int) -> Deponent | None:
    """Who begins to testify in a sentence: a named speaker, a colon right behind his verb, and "I" behind that."""
    if ":" not in sent.text:
        return None
    for saying in here:
        behind = [t for t in sent if base + t.idx >= saying.cue_at.end]
        opens = len(behind) > 1 and behind[0].text == ":" and not behind[1].is_quote
        if opens and saying.speaker and any(t.lower_ in _SELF for t in behind):
            return Deponent(Voice(saying.speaker, saying.speaker_at, saying.basis, has_spoken=True))
    return None


def _is_of_self(sent: SpacySpan) -> bool:
    return any(t.lower_ in _SELF for t in sent)
