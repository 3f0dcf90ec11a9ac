"""Sentences that turn to another incident of the story's kind: "Meanwhile, rebels blew up a bridge near Ora".

Only where they say so ("meanwhile", "another") and name a place that the text has not named before: what follows in the
paragraph is told of that incident, and the next paragraph is the story's again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extraction.actors.doings import deeds
from sayso.extraction.events.anew import OPENING, is_one_more, places
from sayso.extraction.events.asides import places_of
from sayso.extraction.events.scenes import Scene, Time
from sayso.extraction.events.story import Story
from sayso.model import BlockKind

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What says of a deed that it is one more.
_MORE = frozenset({"another", "other"})
#: What stands above a text.
_ABOVE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE, BlockKind.BYLINE})
#: The first sentences tell what a text is about.
_FIRST = 2


#: Kidnappings and their like, which are told beside other violence as incidents of their own.
CAPTIVE = frozenset({"kidnapping", "hostage_taking", "hijacking"})


#: Others who were harmed in what the same sentence tells.
_HURT = re.compile(
    r"\b(?:killed|killings?|dead|died|deaths?|bodies|murdered|massacred|injured|wounded|hurt|raped|lost their lives|burn(?:ed|t)|looted|torched)\b",
    re.IGNORECASE,
)


def takes_captives(scene: Scene) -> bool:
    """Does a sentence tell of a kidnapping or its like, by a word that means nothing else?"""
    return any(CAPTIVE & set(trigger.types) for trigger in scene.triggers)


def turns_to_captives(scene: Scene, before: Sequence[Scene], story: Story) -> bool:
    """Does a sentence tell of a kidnapping of its own: done, at a place or on a day of its own, or of somebody new?

    Who was carried off where others were killed ("52 killed and 31 abducted") was so in the same attack, and a bare count ("Twelve
    children were abducted.") goes on with it.
    """
    named = {t.token.tag_ for t in scene.triggers if CAPTIVE & set(t.types)}
    if not named & {"VBD", "VBN", "NN"}:
        return False
    is_verb = "NN" not in named
    if is_verb and (_HURT.search(scene.words) or any(story.names(trigger) for trigger in scene.triggers)):
        return False
    people = [entity.root.text for entity in scene.sent.ents if entity.label_ == "PERSON"]
    if people:
        return all(name not in one.words for name in people for one in before)
    if not is_verb or not any(one.triggers for one in before):
        return bool(scene.numbers or scene.times)
    is_there = any(all(name not in one.words for one in before) for name in places_of(scene))
    return is_there or any(_is_another_day(time, story) for time in scene.times)


def _is_another_day(time: Time, story: Story) -> bool:
    when = time.when
    if when is None or time.is_beside or when.earliest is None or when.latest is None or story.told is None:
        return False
    first, last = story.told.earliest, story.told.latest
    return first is None or last is None or when.latest < first or when.earliest > last


#: Stories of what people, courts and powers do, beside which a murder or a kidnapping is another event.
_OF_STATE = frozenset({"arrest", "protest", "coup", "war"})
_GRAVE = frozenset({"killing", "kidnapping", "hostage_taking", "bombing", "shooting"})


def names_a_victim(scene: Scene, kind: str | None) -> tuple[str, str] | None:
    """The kind of a grave deed and the person whom it befell, in a story of something else ("a strike over the murder of X")."""
    if kind not in _OF_STATE:
        return None
    for trigger in scene.triggers:
        token = trigger.token
        deed = next((one for one in trigger.types if one in _GRAVE), None)
        if deed is None or token.tag_ not in ("NN", "VBD", "VBN"):
            continue
        of = (o for c in token.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
        befell = (c for c in token.children if c.dep_ in ("dobj", "nsubjpass", "poss"))
        whom = next((one for one in (*of, *befell) if one.ent_type_ == "PERSON"), None)
        if whom is not None:
            return deed, whom.text
    return None


def turns(scene: Scene, before: Sequence[Scene], story: Story) -> bool:
    """Does a sentence turn to another incident, at a place that is new in the text, or told as one more?"""
    if scene.number < _FIRST:
        return False
    if is_one_more(scene, before, story):
        return True
    named = [trigger.token for trigger in deeds(scene)]
    if not named or not any(all(name not in one.words for one in before) for name in places(scene)):
        return False
    is_said = OPENING.match(scene.words) or any(c.lower_ in _MORE for t in named for c in t.lefts)
    return bool(is_said) or _opens_anew(scene, before, named)


def _opens_anew(scene: Scene, before: Sequence[Scene], named: Sequence[Token]) -> bool:
    """Does a paragraph open with a deed told as news ("In Asti, gunmen shot dead a judge"), of nobody and nothing told before?"""
    root = scene.sent.root
    if not any(one.kind not in _ABOVE and deeds(one) for one in before):
        return False  # it is the first that the text itself tells, whatever its title says
    if (
        before[-1].parse.block == scene.parse.block
        or root.i not in {t.i for t in named}
        or root.tag_ not in ("VBD", "VBN")
    ):
        return False
    if any(
        t.lower_ in ("the", "this", "that", "these", "those") and t.head.i in {n.i for n in named} for t in scene.sent
    ):
        return False
    suffered = [c for c in root.children if c.dep_ in ("dobj", "nsubjpass")]
    told = {t.lemma_.lower() for one in before for t in one.sent if t.pos_ in ("NOUN", "PROPN")}
    return bool(suffered) and all(one.lemma_.lower() not in told and one.pos_ in ("NOUN", "PROPN") for one in suffered)
