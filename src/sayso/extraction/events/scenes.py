"""Each sentence with what anchors it: its triggers, its times, its places, and whether the story's own people act in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sayso.extraction.events.advances import without_advances
from sayso.extraction.events.triggers import Trigger, TriggerWords, harm_done, triggers, without_seizures
from sayso.extraction.parsing.nlp import Parse
from sayso.extraction.parsing.oddities import endless, is_endless
from sayso.extraction.words.groups import Groups, candidates
from sayso.model import BlockKind, Document, Extent, When
from sayso.normalisation import numbers, places, times
from sayso.normalisation.places_entries import country_of_towns, entries_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: A stretch longer than this (a decade, a century) says nothing of one event.
LONGEST_ANCHOR_DAYS = 370
#: Groups whose presence shows that a sentence tells of the story itself; general words (people, officials) do not.
_STORY_GROUPS = ("hostages", "attackers")


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression of a sentence with what it resolves to; offsets are the document's.

    `is_beside`: it dates a paper, how a thing came to be, or a deed named in passing, and not what the sentence tells.
    `is_counted`: it is a day counted from what was told before, and says nothing of which event is told.
    """

    start: int
    end: int
    expression: times.TimeExpression
    when: When | None
    is_beside: bool = False
    is_counted: bool = False

    @property
    def is_narrow(self) -> bool:
        """Does it tell a year or less?"""
        when = self.when
        if when is None or when.earliest is None or when.latest is None:
            return False
        return (when.latest - when.earliest).days <= LONGEST_ANCHOR_DAYS

    def is_in(self, stretches: Iterable[Extent]) -> bool:
        """Does it begin within one of some stretches of the document?"""
        return any(at.start <= self.start < at.end for at in stretches)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence and its anchors; offsets of `numbers` are those of the sentence.

    `moments` are the times for which its figures held ("as of 8 February"): no time of what happened.
    `tells_harm`: it counts something, and has a word of death, injury, loss or rescue.
    `words` are what was parsed of it, `start` and `end` its first character in the document and one past its last.
    """

    number: int
    parse: Parse
    sent: SpacySpan
    kind: BlockKind
    triggers: tuple[Trigger, ...]
    times: tuple[Time, ...]
    countries: tuple[str, ...]
    has_story_people: bool
    numbers: tuple[numbers.Number, ...] = ()
    tells_harm: bool = False
    moments: tuple[Time, ...] = ()
    words: str = field(init=False, repr=False, compare=False)
    start: int = field(init=False, repr=False, compare=False)
    end: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for a hundred times a sentence.
        first, last = self.sent.start_char, self.sent.end_char
        object.__setattr__(self, "words", self.parse.text[first:last])
        object.__setattr__(self, "start", self.parse.base + first)
        object.__setattr__(self, "end", self.parse.base + last)


def root_of(scene: Scene, time: Time) -> Token | None:
    """The head token of a time expression."""
    span = scene.sent.doc.char_span(time.start - scene.parse.base, time.end - scene.parse.base, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def scenes(document: Document, parses: Iterable[Parse], words: TriggerWords, groups: Groups) -> tuple[Scene, ...]:
    """All sentences of a document with their anchors; their times are set by `timed`."""
    found: list[Scene] = []
    runs = endless(document)
    for parse in parses:
        kind = document.blocks[parse.block].kind
        for sent in parse.sentences:
            if len(sent) and not is_endless(sent, parse.base, runs):
                here = triggers(sent, words, groups)
                story = any(_is_story(token, groups) for token in sent)
                words_here = document.text[parse.base + sent.start_char : parse.base + sent.end_char]
                counted = numbers.find(words_here)
                harm = bool(counted) and any(t.lemma_.lower() in words.harm or t.lower_ in words.harm for t in sent)
                here = harm_done(sent, words, here) if harm else here
                told = (here, (), tuple(_countries(sent)), story, counted, harm)
                found.append(Scene(len(found), parse, sent, kind, *told))
    named = without_advances(without_seizures([scene.triggers for scene in found]))
    return tuple(replace(scene, triggers=here) for scene, here in zip(found, named, strict=True))


def _is_story(token: Token, groups: Groups) -> bool:
    """Hostages, captors, or an organisation whose members are the captors."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lower_ in groups.attackers and token.ent_type_ in ("ORG", "NORP"):
        return True
    found = candidates(token, groups.words)
    return bool(found) and found[0] in _STORY_GROUPS


def _countries(sent: SpacySpan) -> Iterator[str]:
    """Countries of the places where something is said to happen (after "in", "at", "near", "from")."""
    for entity in sent.ents:
        if entity.label_ not in ("GPE", "LOC", "FAC"):
            continue
        if not _is_where(entity.root):
            continue
        code = named_country(entity)
        if code is None and entity.label_ == "GPE":
            code = country_of_towns(entity.text)
        if code is not None:
            yield code


def named_places(sent: SpacySpan) -> Iterator[str]:
    """The names of places at which something is said to be."""
    yield from (e.text for e in sent.ents if e.label_ in ("GPE", "LOC", "FAC") and _is_where(e.root))


def named_country(entity: SpacySpan) -> str | None:
    """The country that a name is of; that of the town where it only begins a town's name ("Lebanon Springs")."""
    code = places.country(entity.text)
    if code is not None and country_of_towns(entity.text) is None and entries_of(entity.text):
        return None  # a country, and as large a state of another
    after = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    if code is None or after is None or after.pos_ != "PROPN":
        return code
    return country_of_towns(f"{entity.text} {after.text}") or code


def _is_where(token: Token) -> bool:
    """Does the name stand as a place, and not as who acts ("Japan has been playing ...")?"""
    head, steps = token, 0
    while steps < 4 and head.dep_ in ("appos", "conj", "compound", "nmod", "poss"):
        head, steps = head.head, steps + 1
    if head.dep_ == "pobj" and is_of_people(head):
        return False
    return head.dep_ == "pobj" and head.head.lower_ in (
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "on",
        "from",
        "over",
    )


#: Where somebody lives or learned is not where it happened.
_LIVING = frozenset("live reside bear study retire emigrate settle educate".split())


def is_of_people(noun: Token) -> bool:
    """ "Two travellers from X", "his sister, who lives in X": where people come from or live, not where it happened."""
    above = noun.head.head
    if noun.head.lower_ == "from":
        return above.pos_ in ("NOUN", "PROPN")
    return noun.dep_ == "pobj" and above.pos_ == "VERB" and above.lemma_.lower() in _LIVING
