"""Whose words: the noun that a cue's subject, agent or antecedent names, and how far its phrase reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extraction.speech.content import that_behind
from sayso.extraction.words.lexicon import classes, words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Steps up the tree in search of a subject: "he began by trying to say" needs three.
_HIGHEST = 4
#: A name follows its noun, with "of" phrase, within so many words.
_FAR = 9
_NO_SPEAKERS = ("GPE", "LOC", "NORP", "DATE", "TIME", "FAC", "EVENT")


def source_of(verb: Token) -> Token | None:
    """The noun or pronoun that names who speaks; None where nobody is named."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return _agent(verb)
    current = verb
    for _ in range(_HIGHEST):
        subjects = [c for c in current.children if c.dep_ == "nsubj"]
        subject = _of(subjects, current)
        if subject is not None:
            return subject
        if current.dep_ == "acl" and current.head.pos_ in ("NOUN", "PROPN", "PRON"):
            if current.tag_ == "VBN" and _has_that(current):  # "PW-14, a correspondent, deposed that ..."
                return current.head.head if current.head.dep_ == "appos" else current.head
            return _author(current.head) if current.tag_ == "VBG" else None
        if current.dep_ == "relcl" or current.head.i == current.i:
            break
        if current.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") or (
            current.dep_ == "ccomp" and current.i == verb.i
        ):
            break
        current = current.head
    return _inverted(verb)


def _of(subjects: Sequence[Token], verb: Token) -> Token | None:
    """The subject of a verb; of two, the one right behind it, where a quotation ends before it ("..., said Ann Reed")."""
    behind = [t for t in subjects if t.left_edge.i == verb.i + 1]
    if len(subjects) > 1 and behind and verb.nbor(-1).text in (",", '"', "''", "”"):
        return behind[0]
    return subjects[0] if subjects else None


def _has_that(verb: Token) -> bool:
    """A participle that takes a clause with "that", and does not address anybody, is a past tense."""
    if verb.lemma_.lower() in words("speech", "addressing"):
        return False
    return that_behind(verb) is not None


def _author(noun: Token) -> Token:
    """ "X released a statement saying ...": X speaks; a report that speaks for itself is its own source."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None and noun.lemma_.lower() in words("speech", "documents"):
        return owner
    if noun.dep_ not in ("dobj", "pobj") or noun.lemma_.lower() not in words("speech", "documents"):
        return noun
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    return next((c for c in verb.children if c.dep_ == "nsubj"), noun)


def _agent(verb: Token) -> Token | None:
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def _inverted(verb: Token) -> Token | None:
    """ "..., said the mayor": the parser now and then takes the speaker for an object."""
    if verb.is_sent_start or verb.nbor(-1).text not in (",", '"', "''", "”"):
        return None
    following = next((c for c in verb.rights if c.dep_ in ("dobj", "attr", "npadvmod", "dep", "appos")), None)
    return following if following is not None and following.pos_ in ("PROPN", "NOUN", "PRON") else None


def whole(noun: Token, cue: Token) -> tuple[Token, Token]:
    """The first and last token of a source's phrase, with title, apposition and clauses, without the comma round it.

    The phrase ends before its cue where the parser hangs the cue on it.
    """
    first, last = noun.left_edge, noun.right_edge
    if noun.i < cue.i <= last.i:
        last = cue.nbor(-1)
    if noun.pos_ == "PRON" and noun.lower_ not in ("those", "one", "some", "many", "others", "all", "most"):
        return noun, noun
    while last.i > noun.i and ((last.is_punct and last.text not in (")", '"', "]")) or last.is_space):
        last = last.nbor(-1)
    while first.i < noun.i and (
        (first.is_punct and first.text not in ("(", '"', "[")) or first.is_space or first.dep_ == "cc"
    ):
        first = first.nbor(1)
    return first, last


def named(noun: Token) -> tuple[Token, Token]:
    """The first and last token of a noun with its modifiers and "of" phrase, but without clauses and appositions.

    Of a speaker told first by what he is ("a relative, Ann Reed, ...") the name alone.
    """
    if (name := _name_beside(noun)) is not None:
        return name
    tokens = [t for t in noun.subtree if t.i <= noun.i]
    end = noun
    for child in noun.rights:
        if child.dep_ in ("prep", "poss", "nmod", "case") and child.lower_ in ("of", "for", "from", "at"):
            end = child.right_edge
    inside = noun.doc[noun.i + 1 : end.i + 1]
    clause = next((t for t in inside if t.dep_ in ("relcl", "acl", "appos") or t.is_punct), None)
    if clause is not None:
        end = noun.doc[max(noun.i, clause.left_edge.i - 1)]
    first = next((t for t in tokens if t.dep_ not in ("punct", "cc", "prep", "mark")), noun)
    if first.lower_ in ("the", "a", "an") and first.i < end.i and noun.pos_ == "PROPN":
        first = first.nbor(1)
    return first, end


def _name_beside(noun: Token) -> tuple[Token, Token] | None:
    """The name that stands behind a common noun and a comma, and before another comma or the verb."""
    if noun.pos_ not in ("NOUN", "NUM") or noun.i + 2 >= noun.sent.end:
        return None
    behind = noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]
    comma = next((t.i for t in behind if t.text == ","), None)
    if comma is None or any(
        t.pos_ not in ("ADP", "DET", "PRON", "ADJ", "NOUN", "PROPN") for t in noun.doc[noun.i + 1 : comma]
    ):
        return None
    last = comma
    while last + 1 < noun.sent.end and noun.doc[last + 1].pos_ == "PROPN":
        last += 1
    name = noun.doc[comma + 1 : last + 1]
    following = noun.doc[last + 1] if last + 1 < noun.sent.end else None
    if not name or any(t.ent_type_ in _NO_SPEAKERS for t in name) or (len(name) == 1 and name[0].ent_type_ != "PERSON"):
        return None
    ends = following is None or following.text in (",", ".", ";", ":", ")") or following.pos_ in ("VERB", "AUX")
    return (name[0], name[-1]) if ends else None


def basis(speaker: str, noun: Token | None) -> str:
    """How a speaker could know, by what he is called.

    The head noun weighs before an apposition ("Ruiz, a witness"), and both before the words around them.
    """
    kinds = classes("speech", "basis")
    if noun is not None:
        for word in (noun, *(c for c in noun.children if c.dep_ == "appos")):
            if (kind := kinds.get(word.lemma_.lower())) is not None:
                return kind
    for name in re.findall(r"[a-z]+", speaker.lower()):
        if (kind := kinds.get(name) or kinds.get(name.removesuffix("s"))) is not None:
            return kind
    return "unknown"
