"""A quotation behind a colon: 'The log reads: "..."', 'Ana Ruiz, the cook: "..."', whatever verb stands before it, or none.

It belongs to the subject of the clause before the colon, or to the name that stands there alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extraction.speech.content import Ground, Statement, Stretch, chars
from sayso.extraction.speech.labels import NO_NAMES
from sayso.extraction.speech.quotations import Quotation
from sayso.extraction.speech.sources import whole
from sayso.extraction.words.lexicon import classes, words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A label of more words is a clause.
_LONGEST_LABEL = 14
_FINITE = ("VBD", "VBZ", "VBP")
_SUBJECTS = ("nsubj", "nsubjpass")
_FIRST = frozenset({"i", "we", "you"})


def before_quotation(ground: Ground, taken: Sequence[Stretch]) -> Statement | None:
    """The statement of the first quotation behind a colon that nobody's verb has taken yet."""
    if ":" not in ground.sent.text:
        return None
    for quotation in ground.quotations:
        colon = _colon_before(ground, quotation)
        if colon is None or any(start < quotation.end and quotation.start < end for start, end in taken):
            continue
        before = [t for t in ground.sent if t.i < colon.i]
        source = _subject(before) if any(t.tag_ in _FINITE for t in before) else _label(before)
        if source is not None:
            return _statement(source, colon, quotation, ground)
    return None


def _colon_before(ground: Ground, quotation: Quotation) -> Token | None:
    """The colon right before a quotation of a sentence or more."""
    if not quotation.is_statement or quotation.start <= ground.sent.start_char:
        return None
    before = [t for t in ground.sent if t.idx < quotation.start and not t.is_space]
    return before[-1] if before and before[-1].text == ":" else None


def _subject(before: Sequence[Token]) -> Token | None:
    """Who does what the clause before the colon tells, where that is somebody or a text."""
    subjects = [
        t for t in before if t.dep_ in _SUBJECTS and t.head.i <= before[-1].i and t.head.tag_ in (*_FINITE, "VBN")
    ]
    subject = subjects[-1] if subjects else None
    if subject is None or subject.lower_ in _FIRST:
        return None
    return subject if _can_speak(subject) else None


def _can_speak(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PRON":
        return lemma in ("he", "she", "they", "it", "one", "who")
    known = (
        lemma in classes("speech", "basis") or lemma in words("speech", "bodies") or lemma in words("people", "nouns")
    )
    is_text = (
        lemma in words("speech", "documents") or lemma in words("speech", "texts") or lemma in words("people", "kin")
    )
    return known or is_text or noun.ent_type_ in ("PERSON", "ORG") or noun.pos_ == "PROPN"


def _label(before: Sequence[Token]) -> Token | None:
    """A name, or what somebody is, alone before the colon: "Ana Ruiz, 31, cook"."""
    first = [t for t in before if not t.is_space and t.text not in ("-", "–", "—", "*")]
    comma = next((n for n, t in enumerate(first) if t.text in (",", "(")), len(first))
    name = first[:comma]
    if not name or len(before) > _LONGEST_LABEL or {t.lower_ for t in name} & NO_NAMES:
        return None
    last = name[-1]
    is_name = all(t.pos_ == "PROPN" or t.text in (".", "'s") for t in name) and last.ent_type_ not in ("GPE", "DATE")
    return last if is_name or (_can_speak(last) and last.pos_ == "NOUN") else None


def _statement(source: Token, colon: Token, quotation: Quotation, ground: Ground) -> Statement:
    start, end = chars(*whole(source, colon))
    at = (start, min(end, colon.idx))
    content = ((quotation.start, quotation.end),)
    return Statement(colon, "colon", source, at, chars(colon, colon), content, ground.stretch)
