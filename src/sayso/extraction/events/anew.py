"""Sentences that tell a deed as one more: "The army also said that rebels blew up five pylons near Ora".

A deed is told as news where the sentence's own verb, or that of what somebody says in it, tells it as done. It is another
incident where the text says so ("also", "another", "in addition") or its day is another, and what it names is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sayso.extraction.actors.doings import aimed_at, deeds, is_deed, suffering
from sayso.extraction.events.asides import places_of
from sayso.extraction.events.scenes import Scene, named_places
from sayso.extraction.events.story import Story
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.verbs import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How a sentence opens that goes on to something else.
OPENING = re.compile(
    r"\W*(?:meanwhile|in addition|additionally|in (?:other|another|further) (?:[\w-]+ ){0,2}?(?:actions?|attacks?|incidents?|developments?"
    r"|events|turn of events|places|parts|cities|towns|areas?|sectors?)|in a (?:second|third|further) (?:[\w-]+ )?(?:action|attack|incident|raid)"
    r"|on the other hand|moreover|furthermore|likewise|similarly)\b",
    re.IGNORECASE,
)
_ALSO = frozenset("also likewise similarly meanwhile".split())
#: Verbs under which news is told.
_TELLING = frozenset(
    "say report add state maintain reveal announce indicate confirm claim learn know note disclose explain assert tell hear declare inform"
    " point acknowledge admit".split()
)
_DONE = frozenset({"VBD", "VBN"})
_KNOWN = frozenset("the this that these those his her their its".split())
#: What goes off or is laid, and what says that it is not the one told of.
_MEANS = frozenset(
    "bomb device explosion blast grenade charge dynamite mine rocket fire shot explosive bombing".split()
)
_FRESH = frozenset("a an another second third two three four five six seven eight nine ten several".split())
_SUFFERING = frozenset("wound injure hurt kill burn".split())
_SHARP, _NEAR = timedelta(days=1), timedelta(days=1)


def told_deed(scene: Scene) -> Token | None:
    """The verb that tells a deed as done: the sentence's own, or that of what somebody says in it."""
    root, named = scene.sent.root, {trigger.token.i for trigger in deeds(scene)}
    said = [c for c in root.children if c.dep_ == "ccomp" and (c.i < root.i or root.lemma_.lower() in _TELLING)]
    tops = said if root.lemma_.lower() in _TELLING else [root, *said]
    verbs = (one for top in tops for one in (top, *top.conjuncts))
    return next((verb for verb in verbs if verb.tag_ in _DONE and is_deed(verb, named)), None)


def is_one_more(scene: Scene, before: Sequence[Scene], story: Story) -> bool:
    """Does a sentence tell, as news, another deed than those before it: said to be one more or on another day, of something new?"""
    verb = told_deed(scene)
    if verb is None or scene.sent[0].pos_ == "PRON":
        return False
    opens = before[-1].parse.block != scene.parse.block
    is_more = opens and OPENING.match(scene.words) is not None and not _is_only_suffered(verb)
    return (is_more or _is_there(scene, before, verb, opens=opens) or _is_another_day(scene, story)) and _is_of_others(
        verb, before
    )


def _is_there(scene: Scene, before: Sequence[Scene], verb: Token, *, opens: bool) -> bool:
    """Is it told as one more, or done by others, at a place that the text has not named?"""
    if not any(all(name not in one.words for one in before) for name in places(scene)):
        return False
    return _is_told_as_more(scene, verb) or (opens and _is_by_others(verb, before))


def _is_only_suffered(verb: Token) -> bool:
    """ "In addition, four passers-by were wounded": others who suffered, as a rule of the same deed."""
    return is_passive(verb) and verb.lemma_.lower() in _SUFFERING and not any(c.dep_ == "agent" for c in verb.children)


def _is_by_others(verb: Token, before: Sequence[Scene]) -> bool:
    """Is it done by nobody whom the text has told of, where a deed was told before?"""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    is_known = any(one.pos_ == "PRON" or any(c.lower_ in _KNOWN for c in one.lefts) for one in subjects)
    return not is_known and any(told_deed(one) is not None for one in before)


def _is_told_as_more(scene: Scene, verb: Token) -> bool:
    """ "Also", "in addition", "the sources added that ...", or the first words of a paragraph."""
    root = scene.sent.root
    is_also = any(c.lower_ in _ALSO for top in (root, verb) for c in top.children)
    return is_also or root.lemma_.lower() == "add" or OPENING.match(scene.words) is not None


def _is_of_others(verb: Token, before: Sequence[Scene]) -> bool:
    """Was it done to somebody or something that the text has not told of; or did a bomb of its own go off?"""
    suffered = [one for one in (*suffering(verb), *aimed_at(verb), *_hit(verb)) if lemma_of(one) not in _MEANS]
    if not suffered:
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        return any(c.lower_ in _FRESH for one in own if lemma_of(one) in _MEANS for c in one.lefts)
    if any(c.lower_ in _KNOWN for one in suffered for c in one.lefts):
        return False
    told = {t.lemma_.lower() for one in before for t in one.sent if t.pos_ in ("NOUN", "PROPN")}
    return all(one.pos_ in ("NOUN", "PROPN") and one.lemma_.lower() not in told for one in suffered)


def _hit(verb: Token) -> list[Token]:
    """What was set fire to, or had a bomb laid at it."""
    return [
        o
        for c in verb.children
        if c.lower_ in ("to", "at", "against", "inside")
        for o in c.children
        if o.dep_ == "pobj"
    ]


def places(scene: Scene) -> frozenset[str]:
    """The places where a sentence says that something is."""
    return places_of(scene) | frozenset(named_places(scene.sent))


def _is_another_day(scene: Scene, story: Story) -> bool:
    """Is all that a sentence dates on a day of its own, away from the story's?"""
    whens = [time.when for time in scene.times if time.when is not None and not time.is_beside]
    known = story.told
    if not whens or known is None or known.earliest is None or known.latest is None:
        return False
    if known.latest - known.earliest > _SHARP:
        return False
    return all(
        when.earliest is not None
        and when.latest is not None
        and when.latest - when.earliest <= _SHARP
        and (when.latest < known.earliest - _NEAR or when.earliest > known.latest + _NEAR)
        for when in whens
    )


def goes_on(scene: Scene, turned: Sequence[Scene], before: Sequence[Scene]) -> bool:
    """Does a new paragraph go on with the incident that the one before it turned to, by what it names again?"""
    here, there, story = (set(_nouns(some)) for some in ((scene,), turned, before))
    own, old = here & (there - story), here & (story - there)
    return len(own) > len(old) or (not old and not own and (scene.tells_harm or _names_again(scene)))


def _nouns(some: Sequence[Scene]) -> Iterator[str]:
    return (t.lemma_.lower() for one in some for t in one.sent if t.pos_ in ("NOUN", "PROPN"))


def _names_again(scene: Scene) -> bool:
    """ "The attack ...", "this explosion"."""
    return any(c.lower_ in _KNOWN for trigger in deeds(scene) for c in trigger.token.lefts)
