"""What stands behind a colon: a quotation ('The log reads: "..."', 'Ana Ruiz, the cook: "..."'), or a list of somebody's.

It belongs to the subject of the clause before the colon, or to the name that stands there alone; a list to who gave it out.
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
#: What stands behind a colon, and who gives it ("read out figures: ...", "a list as released by the hospital: ...").
_LISTS = frozenset(
    "list lists figures names toll breakdown tally count numbers casualties roll losses totals summary".split()
)
_GIVING = frozenset(
    "read give release issue publish list name announce offer supply provide post cite present circulate print compile furnish hand draw".split()
)


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


def before_list(ground: Ground) -> Statement | None:
    """ "A list as released by the hospital: ...", "the mayor read out figures: ...": the rest of the sentence is theirs."""
    colon = next((t for t in ground.sent if t.text == ":"), None)
    if colon is None or colon.i + 2 >= ground.sent.end:
        return None
    before = [t for t in ground.sent if t.i < colon.i]
    noun = next((t for t in before if t.lower_ in _LISTS), None)
    source = _giver(noun, before) if noun is not None else None
    if source is None or source.lower_ in _FIRST:
        return None
    end = ground.sent[-1]
    content = ((colon.idx + 1, end.idx + len(end)),)
    at = chars(*whole(source, source))
    return Statement(
        colon, "list", source, (at[0], min(at[1], colon.idx)), chars(colon, colon), content, ground.stretch
    )


def _giver(noun: Token, before: Sequence[Token]) -> Token | None:
    """Who gives a list: its agent ("released by the hospital"), or whose verb takes it."""
    given = next((t for t in before if t.i > noun.i and t.tag_ == "VBN" and t.lemma_.lower() in _GIVING), None)
    if given is not None:
        by = next((c for c in given.children if c.lower_ == "by"), None)
        return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    verb = noun.head
    if noun.dep_ not in ("dobj", "pobj") or verb.lemma_.lower() not in _GIVING:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject if subject is not None and _can_speak(subject) else None


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
