"""A saying: one speaker's words; and the sentence in which it is looked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.speech.content import Statement
from sayso.extraction.speech.quotations import Quotation
from sayso.extraction.speech.recalled import Memory, Voice, can_be, is_first_person
from sayso.extraction.speech.sources import basis, named
from sayso.extraction.words.lexicon import words
from sayso.model import Attribution, Extent, Modality

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from sayso.extraction.parsing.nlp import Parse

#: What the parser leaves behind at the end of a content ("at 7.15" of "at 7.15 a.m.").
_TAIL = 5


@dataclass(frozen=True, slots=True)
class Saying:
    """One speaker's words; `modality` is what the cue makes of them.

    `put_forward_by` names who holds what the speaker denies, where the text tells.
    """

    speaker: str
    speaker_at: Extent | None
    cue: str
    cue_at: Extent
    content: Extent
    kind: str
    modality: Modality
    basis: str
    gaps: tuple[Extent, ...] = ()
    put_forward_by: str | None = None
    #: Only a figure is theirs ("53 by the count of the church"), whatever verb stands with it.
    is_figure: bool = False

    def covers(self, start: int, end: int) -> bool:
        """Do the words from `start` to `end` lie in the content, and not in what it takes as known?"""
        if any(gap.start <= start and end <= gap.end for gap in self.gaps):
            return False
        return self.content.start <= start and end <= self.content.end + (_TAIL if start < self.content.end + 2 else 0)

    def attribution(self) -> Attribution:
        """The saying in the form of a claim."""
        at = self.speaker_at
        return Attribution(
            speaker=self.speaker,
            entity=None,
            cue=self.cue,
            kind=self.kind,
            basis=self.basis,
            speaker_start=at.start if at else None,
            speaker_end=at.end if at else None,
            cue_start=self.cue_at.start,
            cue_end=self.cue_at.end,
            content_start=self.content.start,
            content_end=self.content.end,
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its statements by their heads, and the quotations of its block."""

    parse: Parse
    text: str
    sent: SpacySpan
    told: Mapping[int, Statement]
    quoted: Sequence[Quotation]

    def extent(self, first: Token, last: Token) -> Extent:
        """The place of some tokens in the document."""
        return Extent(self.parse.base + first.idx, self.parse.base + last.idx + len(last))

    def named_in(self, statement: Statement) -> tuple[Extent, ...]:
        """The whole of a speaker's phrase: his age and his errand are no words of his."""
        if statement.source_at is None:
            return ()
        start, end = statement.source_at
        return (Extent(self.parse.base + start, self.parse.base + end),)

    def is_quoted(self, token: Token) -> bool:
        """Does a word stand between quotation marks?"""
        return any(quote.covers(token.idx) for quote in self.quoted)

    def subtree(self, token: Token) -> Extent:
        """The place of a token with all that hangs on it."""
        return self.extent(token.left_edge, token.right_edge)

    def asides(self, above: Token) -> tuple[Extent, ...]:
        """Clauses below a word that only say of whom it speaks, and when: they are not at stake with it."""
        return tuple(self.subtree(t) for t in above.subtree if t.i != above.i and _is_aside(t))

    def voice(self, noun: Token, memory: Memory) -> Voice | None:
        """Who is named; a pronoun takes whom it stands for."""
        if noun.lower_ in ("who", "that", "which") and noun.head.dep_ == "relcl":
            noun = noun.head.head
        if noun.pos_ == "PRON" and noun.lower_ in words("speech", "pronouns"):
            if (teller := self._teller(noun)) is not None:
                return self.called(named(teller), teller)
            known = memory.meant_by(noun.lower_)
            if is_first_person(noun) and (known is None or not self.is_quoted(noun)):
                return None  # the account speaks in its own voice
            return known or Voice(noun.text, self.extent(noun, noun), "unknown")
        return self.called(named(noun), noun)

    def _teller(self, noun: Token) -> Token | None:
        """ "Police said they believe ...": whoever tells a clause is meant by the pronoun in it, where the two can agree."""
        if noun.lower_ not in ("he", "she", "they", "it") or self.is_quoted(noun):
            return None
        for verb in noun.head.ancestors:
            subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < noun.i), None)
            if verb.lemma_.lower() in words("speech", "telling") and subject is not None:
                return subject if subject.pos_ in ("NOUN", "PROPN") and can_be(noun.lower_, subject) else None
        return None

    def called(self, phrase: tuple[Token, Token], noun: Token) -> Voice:
        """Whom a phrase names, with its noun."""
        at = self.extent(*phrase)
        words_of = self.text[at.start : at.end].lstrip("-–—")
        at, name = Extent(at.end - len(words_of), at.end), " ".join(words_of.split())
        return Voice(name, at, basis(name, noun))


def _is_aside(token: Token) -> bool:
    """ "The men who killed five", "the museum, which honours the dead", "when she gave the order"."""
    if token.dep_ == "relcl":
        return token.tag_ in ("VBD", "VBN", "VBZ", "VBP")
    is_of_time = any(c.lower_ in ("when", "after", "before", "since", "while", "as") for c in token.children)
    return token.dep_ == "advcl" and token.tag_ in ("VBD", "VBN") and is_of_time
