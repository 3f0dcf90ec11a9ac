"""Who is meant by "he", "she", "they", "it", and by a quotation without a cue: whom the words before it leave open, nobody.

A pronoun takes the last person told of whose sex does not speak against it, in its own block or one of the last before it;
"it" takes the last body or text, and "they" the last body or several people.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extraction.speech.sources import basis, named
from sayso.extraction.words.lexicon import classes, words
from sayso.model import Extent

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: A pronoun reaches so many blocks back: to who spoke, and to who was only named.
_REACH, _NAMED_REACH = 3, 1
_FIRST = frozenset({"i", "we"})
_AT_HEAD = 3
_BODIES = ("ORG", "GPE")
_SHE, _HE = "feminine", "masculine"
_OF_SEX = {"she": _SHE, "her": _SHE, "hers": _SHE, "herself": _SHE, "he": _HE, "him": _HE, "his": _HE, "himself": _HE}


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can be meant by a pronoun; `sex` is None where nothing tells it."""

    name: str
    at: Extent | None
    basis: str
    sex: str | None = None
    block: int = 0
    has_spoken: bool = False
    #: Several people ("the villagers"), or what is no person at all ("the ministry", "the register"); neither: one person.
    is_many: bool = False
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """Who spoke or was named last, the last person, another one told of shortly before, and the last body or people."""

    last: Voice | None = None
    person: Voice | None = None
    other: Voice | None = None
    body: Voice | None = None
    many: Voice | None = None
    block: int = 0

    def meant_by(self, pronoun: str) -> Voice | None:
        """Whom a pronoun means, as far as the words before it tell."""
        if pronoun in ("it", "they"):
            return self._body_or_people(pronoun)
        sex = _OF_SEX.get(pronoun)
        meant = self.last if sex is None else self.person or self.last
        if meant is not None and pronoun in _FIRST and not meant.has_spoken:
            return None  # the account's own "we", not that of whom it tells
        if meant is None or sex is None:
            return meant
        if meant.sex is not None and meant.sex != sex:
            meant = self.other if self.other is not None and self.other.sex == sex else None
        if meant is None:
            return None
        reach = _REACH if meant.has_spoken else _NAMED_REACH
        return meant if self.block - meant.block <= reach else None

    def _body_or_people(self, pronoun: str) -> Voice | None:
        """ "It" is a body or a text; "they" are several people, or a body of them, whichever was told of last."""
        known = [self.body] if pronoun == "it" else [self.many, self.body]
        near = [
            v for v in known if v is not None and self.block - v.block <= (_REACH if v.has_spoken else _NAMED_REACH)
        ]
        if pronoun == "they" and self.last is not None and self.last in near:
            return self.last
        return max(near, key=lambda v: (v.block, v.at.start if v.at is not None else 0), default=None)

    def entering(self, block: int) -> Memory:
        """The memory at the start of a block."""
        return replace(self, block=block)

    def after(self, spoke: Voice | None, base: int, sent: SpacySpan, *, is_quoted: bool) -> Memory:
        """The memory after a sentence: its speaker, else the person that it names as its subject, or names last.

        Whom somebody names in his own words does not speak next.
        """
        named_last = None if is_quoted else _named(sent, base, self.block)
        memory = self if is_quoted else self._with_subject(sent, base)
        if named_last is not None:
            beside = _beside(sent, base, self.block, named_last)
            other = beside or (self.person if self.person != named_last else self.other)
            memory = replace(memory, person=named_last, last=named_last, other=other)
        if spoke is None:
            return memory
        if (several := _of_many(spoke, sent, base)) is not None:
            voice = replace(several, block=self.block, has_spoken=True)
            kept = replace(memory, many=voice) if voice.is_many else replace(memory, body=voice)
            return replace(kept, last=voice, person=voice if spoke.basis != "secondary" else memory.person)
        known = self.person if self.person is not None and self.person.name == spoke.name else named_last
        sex = spoke.sex or (known.sex if known is not None and known.name == spoke.name else None)
        voice = replace(spoke, block=self.block, has_spoken=True, sex=sex)
        is_person = spoke.at is not None and spoke.basis != "secondary"
        return replace(memory, last=voice, person=voice if is_person else memory.person)

    def _with_subject(self, sent: SpacySpan, base: int) -> Memory:
        """The body or the people that a sentence is about."""
        subject = next((t for t in sent.root.children if t.dep_ in ("nsubj", "nsubjpass")), None)
        kind = _kind(subject) if subject is not None else None
        if kind is None:  # the parser takes "The Directorate rejects as ..." for a noun
            subject = next((t for t in sent[:_AT_HEAD] if t.lemma_.lower() in words("speech", "bodies")), None)
            kind = "body" if subject is not None else None
        if subject is None or kind is None:
            return self
        first, last = named(subject)
        at = Extent(base + first.idx, base + last.idx + len(last))
        name = sent.doc.text[first.idx : last.idx + len(last)]
        voice = Voice(name, at, basis(name, subject), block=self.block, is_many=kind == "many", is_body=kind == "body")
        return replace(self, many=voice) if voice.is_many else replace(self, body=voice)


def _of_many(spoke: Voice, sent: SpacySpan, base: int) -> Voice | None:
    """A speaker that is no one person: the ministry, villagers; None where it is one, or a pronoun."""
    span = sent.doc.char_span(spoke.at.start - base, spoke.at.end - base) if spoke.at is not None else None
    kind = _kind(span.root) if span is not None else None
    return replace(spoke, is_many=kind == "many", is_body=kind == "body") if kind is not None else None


def _kind(noun: Token) -> str | None:
    """Several people that can speak, a body or a text; None for one person and for things."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    lemma = noun.lemma_.lower()
    if lemma in words("speech", "bodies") or (noun.ent_type_ in _BODIES and sex_of(noun) is None):
        return "body"
    if noun.tag_ not in ("NNS", "NNPS") and not any(c.dep_ == "conj" for c in noun.children):
        return None
    can_speak = (
        lemma in classes("speech", "basis") or lemma in words("people", "nouns") or lemma in words("people", "kin")
    )
    return "many" if can_speak else None


def can_be(pronoun: str, noun: Token) -> bool:
    """Can a pronoun stand for a noun: "they" for several or a body, "it" for a body, "he" and "she" for one person?"""
    kind = _kind(noun)
    if pronoun == "they":
        return kind is not None or noun.tag_ in ("NNS", "NNPS")
    if pronoun == "it":
        return kind == "body"
    sex = sex_of(noun)
    return kind is None and noun.tag_ not in ("NNS", "NNPS") and sex in (None, _OF_SEX[pronoun])


def is_first_person(noun: Token) -> bool:
    """ "I" and "we": outside quotation marks the account itself."""
    return noun.lower_ in _FIRST


def _beside(sent: SpacySpan, base: int, block: int, chosen: Voice) -> Voice | None:
    """Another person of the sentence."""
    for entity in sent.ents:
        if entity.label_ == "PERSON" and entity.text != chosen.name:
            at = Extent(base + entity.start_char, base + entity.end_char)
            return Voice(entity.text, at, basis(entity.text, entity.root), sex_of(entity.root), block)
    return None


def _named(sent: SpacySpan, base: int, block: int) -> Voice | None:
    """The person a sentence is about: by name, or by what he is ("a woman stood at the gate")."""
    subject = next((t for t in sent.root.children if t.dep_ in ("nsubj", "nsubjpass") and is_someone(t)), None)
    people = [e for e in sent.ents if e.label_ == "PERSON"]
    subjects = [e for e in people if e.root.dep_ in ("nsubj", "nsubjpass")]
    entity = next(iter((subjects or people)[-1:]), None)
    if entity is not None and (subject is None or subject.i < entity.start or subjects):
        at = Extent(base + entity.start_char, base + entity.end_char)
        return Voice(entity.text, at, basis(entity.text, entity.root), sex_of(entity.root), block)
    if subject is None:
        return None
    first, last = named(subject)
    at = Extent(base + first.idx, base + last.idx + len(last))
    text = sent.doc.text[first.idx : last.idx + len(last)]
    return Voice(text, at, basis(text, subject), sex_of(subject), block)


def is_someone(noun: Token) -> bool:
    """One person, told by a noun; not "the government", not "the women"."""
    if noun.pos_ == "PROPN":
        if any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.lefts) and any(
            c.like_num and c.dep_ in ("appos", "nummod", "npadvmod") and c.i > noun.i for c in noun.children
        ):
            return True  # "Albano Neves, 66, was burning cuttings"
        return any(c.dep_ == "compound" and c.lower_.rstrip(".") in _titles() for c in noun.lefts)
    lemma = noun.lemma_.lower()
    return noun.tag_ == "NN" and (
        lemma in words("people", "nouns") or lemma in words("people", "kin") or lemma in classes("speech", "sexes")
    )


def _titles() -> Iterable[str]:
    return classes("speech", "sexes")


def sex_of(noun: Token) -> str | None:
    """What the words with a person tell of the sex: a title, a noun beside it, the first name, "her" in its clause."""
    told = classes("speech", "sexes")
    near = [noun, *(c for c in noun.children if c.dep_ in ("compound", "appos", "nmod", "attr"))]
    near += [noun.head] if noun.dep_ in ("appos", "compound") else []
    for word in near:
        if (sex := told.get(word.lower_.rstrip("."))) is not None:
            return sex
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    own = (_OF_SEX[t.lower_] for t in verb.subtree if t.i > noun.i and t.dep_ == "poss" and t.lower_ in _OF_SEX)
    return next(own, None)
