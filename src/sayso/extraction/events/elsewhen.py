"""Deeds of other days: a section with a heading and a day of its own, a sentence of another day and place, a deed of another kind.

A bombing is over in a moment. What soldiers did in a village two weeks later has its own dead, though the same report tells
it; a bar shot up on Friday and a bus that overturned on Saturday are two incidents of one weekend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from sayso.extraction.actors.doings import DEEDS
from sayso.extraction.events.asides import places_of
from sayso.extraction.events.scenes import Scene, Time, root_of
from sayso.extraction.events.story import BEFALLING, UNNAMED, Story, is_slip
from sayso.extraction.times.side_times import is_of_finding, is_remembered
from sayso.model import BlockKind, Document, When

#: What is over in a moment; of unrest, sieges and floods one day follows on another.
_OF_A_MOMENT = frozenset(
    {"bombing", "shooting", "attack", "killing", "accident", "industrial_disaster", "fire", "clash"}
)
#: Violence, and what befalls people: the two are not mistaken for each other.
_VIOLENCE, _BEFALLEN = (
    frozenset({"shooting", "clash", "raid", "kidnapping", "hostage_taking"}),
    BEFALLING - {"natural_disaster"},
)
#: How far a day lies from the story's: where a section opens with it; where a sentence tells of it and of a new place.
_A_SECTION, _A_SENTENCE, _A_DAY = timedelta(days=4), timedelta(days=2), timedelta(days=1)
#: Who does harm, and not who dies of it long after.
_HARMING = frozenset("kill shoot wound murder massacre behead hack stab bomb ambush execute maim".split())
#: Sentences at the head of a text, which say what it is about.
_OPENING = 3


def other_sections(document: Document, scenes: Sequence[Scene], story: Story) -> Mapping[int, tuple[str, str]]:
    """The blocks of sections that open with a day far from the story's and tell of harm that somebody did then.

    Each with what its event is known by: the type that the section names first, and its first block.
    """
    if story.type not in _OF_A_MOMENT or _day(story.told) is None:
        return {}
    found: dict[int, tuple[str, str]] = {}
    for blocks in _sections(document):
        told = [scene for scene in scenes if scene.parse.block in blocks]
        if told and _is_of_another_day(told, story):
            named = [trigger for scene in told for trigger in scene.triggers]
            kind = next((one for trigger in named for one in trigger.types), UNNAMED)
            found |= dict.fromkeys(blocks, (kind, f"section {min(blocks)}"))
    return found


def _sections(document: Document) -> Iterator[frozenset[int]]:
    """The blocks under each heading but the first line, with the heading."""
    held: list[int] = []
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            if held:
                yield frozenset(held)
            held = [number]
        elif held:
            held.append(number)
    if held:
        yield frozenset(held)


def _is_of_another_day(told: Sequence[Scene], story: Story) -> bool:
    body = [scene for scene in told if scene.kind is not BlockKind.HEADING]
    days = [time for scene in body[:1] for time in _own_days(scene)]
    if not days or not all(_is_off(time, story, _A_SECTION) for time in days):
        return False
    if any(not _is_off(time, story, _A_DAY) for scene in body[1:] for time in _own_days(scene)):
        return False
    return any(_does_harm(scene) for scene in body)


def _does_harm(scene: Scene) -> bool:
    """Does a sentence count whom somebody killed or wounded?"""
    if not scene.tells_harm:
        return False
    return any(token.pos_ == "VERB" and token.lemma_.lower() in _HARMING for token in scene.sent)


def turns_to_a_day(scene: Scene, scenes: Sequence[Scene], story: Story) -> bool:
    """Does a sentence tell of harm on another day at a place new in the text, or of a deed of another kind on a day of its own?"""
    if story.type not in _OF_A_MOMENT or not scene.tells_harm or _day(story.told) is None:
        return False
    before = scenes[: scene.number]
    others = before if any(one.tells_harm for one in before) else scenes[scene.number + 1 :]
    if not any(one.tells_harm for one in others) or is_remembered(scene):
        return False
    days = [time for time in _own_days(scene) if not is_of_finding(scene, time)]
    if not days or not all(_governs(scene, time) for time in days):
        return False
    if all(_is_off(time, story, _A_DAY) for time in days) and is_of_another_kind(scene, story):
        return True
    if not all(_is_off(time, story, _A_SENTENCE) for time in days) or not _names_a_deed(scene):
        return False
    return any(all(name not in one.words for one in others) for name in places_of(scene))


def returns(scene: Scene, story: Story) -> bool:
    """Does a sentence after one of another day tell of harm on the story's own?"""
    days = _own_days(scene)
    is_off = any(_is_off(time, story, _A_DAY) for time in days)
    return (
        bool(days)
        and scene.tells_harm
        and story.told is not None
        and not is_off
        and not is_of_another_kind(scene, story)
    )


def is_of_another_kind(scene: Scene, story: Story) -> bool:
    """Does a sentence tell of people shot in a story of an accident, or of an accident in one of violence?"""
    named = {kind for trigger in scene.triggers for kind in trigger.types}
    if story.type in _BEFALLEN:
        return (bool(named & _VIOLENCE) and not named & _BEFALLEN) or _has_gunmen(scene)
    is_violent = story.type in DEEDS and story.type not in ("fire", "bombing")
    return is_violent and bool(named & _BEFALLEN) and not named & DEEDS


def _has_gunmen(scene: Scene) -> bool:
    return any(
        token.lemma_.lower() in ("gunman", "attacker", "assailant", "militant", "rebel")
        and token.dep_ == "nsubj"
        and token.head.lemma_.lower() in _HARMING | {"open", "fire", "attack"}
        for token in scene.sent
    )


def _names_a_deed(scene: Scene) -> bool:
    """Does a sentence name a deed that is not one told before ("the attack")?"""
    named = [t.token for t in scene.triggers if t.types and t.types != ("arrest",)]
    named += [t for t in scene.sent if t.pos_ == "VERB" and t.lemma_.lower() in _HARMING]
    return bool(named) and not any(
        c.lower_ in ("the", "this", "that") for token in named if token.pos_ == "NOUN" for c in token.lefts
    )


def _own_days(scene: Scene) -> list[Time]:
    """The days that a sentence tells of."""
    return [time for time in scene.times if not time.is_beside and _day(time.when) is not None]


def _governs(scene: Scene, time: Time) -> bool:
    """Does a day date the sentence itself, and not a clause within it ("arrested on 20 March, died")?"""
    token = root_of(scene, time)
    if token is None:
        return False
    verb = next((one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX")), None)
    return verb is not None and (verb.i == scene.sent.root.i or verb.dep_ in ("conj", "ccomp", "parataxis"))


def _day(when: When | None) -> When | None:
    """A time of a day or two, told with its year."""
    if when is None or when.earliest is None or when.latest is None or is_slip(when):
        return None
    return when if when.latest - when.earliest <= _A_SENTENCE else None


def _is_off(time: Time, story: Story, least: timedelta) -> bool:
    """Does a day lie so far from the story's, before or after?"""
    when, told = _day(time.when), _day(story.told)
    if when is None or told is None or when.earliest is None or when.latest is None:
        return False
    if told.earliest is None or told.latest is None:
        return False
    return when.earliest - told.latest >= least or told.earliest - when.latest >= least
