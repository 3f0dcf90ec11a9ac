"""Gathers a document's scenes into episodes: the event it is about, that event's parts, and events told in passing.

A scene is the story's own unless its time, place or kind of event says otherwise; then it and the scenes that follow it in
the paragraph without a word of the story stay apart. What cannot be told is kept off the story: a leak is the worst fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.codebook import EventType
from sayso.extraction.actors.doings import DEEDS
from sayso.extraction.events.aftermath import is_unrest_after
from sayso.extraction.events.anew import goes_on
from sayso.extraction.events.asides import is_aside, was_elsewhere_before
from sayso.extraction.events.dated import by_time, tells_the_day
from sayso.extraction.events.elsewhen import returns, turns_to_a_day
from sayso.extraction.events.imprints import is_imprint, is_of_inquiry
from sayso.extraction.events.leads import is_of_a_year
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import UNNAMED, Story, tells_of_another
from sayso.extraction.events.totals import totals
from sayso.extraction.events.triggers import Trigger
from sayso.extraction.events.turns import CAPTIVE, names_a_victim, turns, turns_to_captives
from sayso.extraction.times.side_times import is_remembered, recalls_the_place
from sayso.model import BlockKind, When

#: Types that are told within a story of violence without being another event.
_VIOLENT = frozenset(
    "attack killing shooting bombing clash raid hostage_taking kidnapping hijacking arrest fire".split()
)
#: Scenes on either side by whose words a scene without its own is judged, and the share of them that must tell of the
#: story. On the development cases 0.34 keeps background chapters out and lets plain news run on.
NEIGHBOURS, DENSE, SPARSE = 4, 0.34, 0.2
#: What follows on disasters, accidents and protests, and is no event of its own by its word alone.
_CONSEQUENCES = frozenset("raid arrest killing accident fire".split())
#: In unrest and disaster, violence and explosions are part of what is told.
_UNREST, _BEFALLEN = (
    frozenset({"protest", "repression", "coup"}),
    frozenset({"accident", "industrial_disaster", "fire"}),
)
#: A year or a month without a day.
_WIDE_TIME = re.compile(r"\d{4}(?:-\d\d)?|XXXX-\d\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
#: The type of an event told in passing that no trigger names.
OTHER = UNNAMED


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where a scene belongs: `part` of the story, or the key of an event told in passing.

    `is_guess`: nothing shows that it tells of another event, only too little that it tells of the story.
    `is_open`: it opens a paragraph of the story without a word of it.
    `is_turned`: the text turns to another incident, and tells all of it.
    """

    part: str | None
    passing: tuple[str, str] | None
    is_guess: bool = False
    is_open: bool = False
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class Asides:
    """The blocks that tell of other things: under headings that say so, and in sections of another day, with what those are known by."""

    blocks: frozenset[int] = frozenset()
    sections: Mapping[int, tuple[str, str]] = field(default_factory=dict)


NO_ASIDES = Asides()


def assign(
    scenes: Sequence[Scene], story: Story, types: Mapping[str, EventType], asides: Asides = NO_ASIDES
) -> tuple[Belonging, ...]:
    """For each scene, the part of the story or the passing event it belongs to.

    Args:
        scenes: all of a document.
        story: what the document is about.
        types: the codebook's types of events.
        asides: blocks that tell of other things.
    """
    found: list[Belonging] = []
    near, dense = _density(scenes, story)
    counted = totals(scenes)
    last: Belonging | None = None
    dense = dense if any(_looks_away(scene, story) for scene in scenes) else 0.0
    for scene in scenes:
        if scene.parse.block in asides.blocks or scene.number in counted:
            found.append(Belonging(None, (OTHER, f"block {scene.parse.block}")))
        elif scene.parse.block in asides.sections:
            found.append(Belonging(None, asides.sections[scene.parse.block], is_turned=True))
        elif was_elsewhere_before(scene, story, scenes):
            found.append(Belonging(None, _elsewhere(scene, story)))
        elif (turned := _turned(scene, story, scenes, found)) is not None:
            found.append(turned)
        else:
            around = _Around(_before(found, scenes, scene), last, near[scene.number], dense)
            found.append(_assigned(scene, story, types, around))
        if not found[-1].is_guess and _is_told(scene) and not is_imprint(scene):
            last = found[-1]
    return tuple(_led_up(found, scenes))


def _led_up(found: Sequence[Belonging], scenes: Sequence[Scene]) -> Iterator[Belonging]:
    """What is told in the present at the head of a paragraph leads up to the other event that the paragraph turns to."""
    led: list[Belonging] = []
    after: Belonging | None = None
    for belonging, scene in zip(reversed(found), reversed(scenes), strict=True):
        block = scene.parse.block
        turns = after is not None and after.passing is not None and scenes[scene.number + 1].parse.block == block
        leads = belonging.is_open and turns and scene.sent.root.tag_ in ("VBZ", "VBP")
        after = Belonging(None, (OTHER, f"block {block}"), is_guess=True) if leads else belonging
        led.append(after)
    return reversed(led)


def _turned(scene: Scene, story: Story, scenes: Sequence[Scene], found: Sequence[Belonging]) -> Belonging | None:
    """The other incident that a sentence turns to, or that the one before it in the paragraph turned to."""
    if (victim := names_a_victim(scene, story.type)) is not None:
        return Belonging(None, victim, is_turned=True)
    told = scenes[: scene.number]
    is_own = returns(scene, story)
    if turns_to_a_day(scene, scenes, story) or (story.type in DEEDS and not is_own and turns(scene, told, story)):
        kinds = [kind for trigger in scene.triggers for kind in trigger.types]
        return Belonging(None, (kinds[0] if kinds else "attack", f"turn {scene.number}"), is_turned=True)
    if story.type in DEEDS and not CAPTIVE & story.kinds and turns_to_captives(scene, told, story):
        kind = next(kind for trigger in scene.triggers for kind in trigger.types if kind in CAPTIVE)
        return Belonging(None, (kind, "captives"), is_turned=True)
    before = _before(found, scenes, scene)
    if story.type in DEEDS and before is None and found and found[-1].is_turned:
        return found[-1] if _goes_on(scene, scenes, found) else None
    return before if before is not None and before.is_turned and not is_own else None


def _goes_on(scene: Scene, scenes: Sequence[Scene], found: Sequence[Belonging]) -> bool:
    """Does a paragraph go on with the incident that the one before it turned to?"""
    turned = [one for one, place in zip(scenes, found, strict=False) if place == found[-1]]
    return goes_on(scene, turned, scenes[: turned[0].number])


def _looks_away(scene: Scene, story: Story) -> bool:
    """Does a scene name another time or country? A text in which none does goes on with its own event."""
    if scene.countries and story.country not in scene.countries:
        return True
    return any(story.holds(when) is False for when in _whens(scene))


def _whens(scene: Scene) -> list[When]:
    """The times of what a scene tells."""
    return [time.when for time in scene.times if time.when is not None and not time.is_beside]


def _before(found: Sequence[Belonging], scenes: Sequence[Scene], scene: Scene) -> Belonging | None:
    """Where the sentence before belongs, if it is of the same block and more than a numeral or a town."""
    if not found or scenes[scene.number - 1].parse.block != scene.parse.block:
        return None
    return found[-1] if _is_told(scenes[scene.number - 1]) or found[-1].passing is None else None


def _is_told(scene: Scene) -> bool:
    """Is a scene more than the numeral of a list or a town before a dash?"""
    return len(_WORD.findall(scene.words)) > 1


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a scene.

    `before` is the scene before it in its block, `last` the one before it at all, `near` the share of the story's own
    scenes among its neighbours, `dense` the share that shows them to tell of the story.
    """

    before: Belonging | None
    last: Belonging | None
    near: float
    dense: float

    @property
    def goes_on_in_passing(self) -> bool:
        """A new paragraph after one that told of another event."""
        return self.before is None and self.last is not None and self.last.passing is not None


def _density(scenes: Sequence[Scene], story: Story) -> tuple[list[float], float]:
    """For each scene, the share of its neighbours that speak of the story in so many words; and the share that is enough.

    A text that has few words of its kind of event is told in fewer of them all through.
    """
    own = [(_speaks_of(scene, story), _is_told(scene)) for scene in scenes]
    found = []
    for n in range(len(own)):
        before = [speaks for speaks, is_told in own[max(0, n - 2 * NEIGHBOURS) : n] if is_told][-NEIGHBOURS:]
        after = [speaks for speaks, is_told in own[n + 1 : n + 1 + 2 * NEIGHBOURS] if is_told][:NEIGHBOURS]
        window = before + after
        found.append(sum(window) / len(window) if window else 1.0)
    told = [speaks for speaks, is_told in own if is_told]
    return found, min(DENSE, max(SPARSE, sum(told) / len(told))) if told else DENSE


def _speaks_of(scene: Scene, story: Story) -> bool:
    """A word of the story, its people, or of harm done, where no time or place says otherwise."""
    if scene.has_story_people or any(story.owns(t) for t in scene.triggers):
        return True
    return scene.tells_harm and not any(story.holds(when) is False for when in _whens(scene))


def _assigned(scene: Scene, story: Story, types: Mapping[str, EventType], around: _Around) -> Belonging:
    """The episode of one scene: what speaks against the story first, then what speaks for it, then its neighbours."""
    if story.type is None:
        return Belonging(None, (OTHER, str(scene.parse.block)))
    on, off = by_time(scene, story)
    elsewhere = _against(scene, story, on=on, off=off)
    if elsewhere is not None:
        return Belonging(None, elsewhere)
    if not on and around.goes_on_in_passing and _points_back(scene):
        return around.last or Belonging(None, None)
    if is_of_inquiry(scene):
        return Belonging(None, (OTHER, f"sentence {scene.number}"), is_guess=True)
    return _by_deeds(scene, story, types, around, on=on) or _by_neighbours(
        scene, around, on=on, is_of_the_day=tells_the_day(scene, story)
    )


def _by_deeds(
    scene: Scene, story: Story, types: Mapping[str, EventType], around: _Around, *, on: bool
) -> Belonging | None:
    """By the events that a scene names, and the story's people; None where it names none that tells."""
    own = tuple(trigger for trigger in scene.triggers if story.owns(trigger))
    if not own and is_unrest_after(scene, story.type):
        return Belonging(None, ("repression", f"block {scene.parse.block}"))
    if own or scene.has_story_people:
        return Belonging(_part(own, story, types) or _carried_part(around.before), None)
    kind = story.type or OTHER
    if _other_kind(scene, kind) and (not on or _is_unrest_beside(scene, kind)):
        return Belonging(None, _elsewhere(scene, story))
    return None


def _against(scene: Scene, story: Story, *, on: bool, off: bool) -> tuple[str, str] | None:
    """The key of the other event that a scene's figures, time or place show; None where nothing does."""
    if is_aside(scene, story):
        return (OTHER, f"sentence {scene.number}")
    if (
        _is_another(scene, story)
        or (not on and _brings_back(scene))
        or _is_of_a_year(scene, story)
        or recalls_the_place(scene)
    ):
        return _elsewhere(scene, story)
    abroad = bool(scene.countries) and story.country is not None and story.country not in scene.countries
    abroad = abroad and scene.kind is not BlockKind.TITLE  # a title names the story, whatever river it lies on
    return _elsewhere(scene, story) if (off or abroad) and not on else None


def _is_of_a_year(scene: Scene, story: Story) -> bool:
    """In news without a year, what is told of one below the opening is background, where it tells of a deed or of harm."""
    if not story.is_yearless or not (scene.tells_harm or scene.triggers):
        return False
    return any(is_of_a_year(scene, time) and not time.is_beside for time in scene.times)


def _brings_back(scene: Scene) -> bool:
    """ "It recalled the flood of 1923": another time is remembered, where that of the story need not be known."""
    return scene.number > 0 and is_remembered(scene) and any(not _is_daily(when) for when in _whens(scene))


def _is_daily(when: When) -> bool:
    """Is it told without its year?"""
    return when.edtf.startswith("XXXX") or when.earliest is None


def _is_another(scene: Scene, story: Story) -> bool:
    """Does a scene tell of one of the story's kind that was at a time of its own?"""
    whens = _whens(scene)
    wide = any(_WIDE_TIME.fullmatch(when.edtf) and story.holds(when) is not True for when in whens)
    return wide and tells_of_another(scene, story)


def _by_neighbours(scene: Scene, around: _Around, *, on: bool, is_of_the_day: bool) -> Belonging:
    """A scene without a word of the story: as the text around it, or kept off."""
    before = around.before
    if before is not None and before.passing is not None and is_of_the_day and not scene.tells_harm:
        return Belonging(None, None)
    if before is not None and not (before.is_guess and scene.tells_harm):
        return before
    last = around.last
    if on or last is None or last.passing is None or (around.near >= around.dense and scene.tells_harm):
        return Belonging(last.part if last else None, None, is_open=not (on or scene.tells_harm))
    return Belonging(None, (OTHER, f"block {scene.parse.block}"), is_guess=True)


def _points_back(scene: Scene) -> bool:
    """ "This crisis ...", "That siege ...": a paragraph that goes on with what the one before told."""
    first = scene.sent[0]
    return first.lower_ in ("this", "that", "these", "those") and first.dep_ == "det"


def _part(own: Sequence[Trigger], story: Story, types: Mapping[str, EventType]) -> str | None:
    """The part that a scene tells of: the one its triggers name most, the last in order where they draw."""
    shape = types.get(story.type or OTHER)
    order = list(shape.parts) if shape is not None else []
    named = [part for t in own if (part := story.part(t)) is not None and part in order]
    if not named:
        return None
    return max(dict.fromkeys(named), key=lambda part: (named.count(part), order.index(part)))


def _carried_part(before: Belonging | None) -> str | None:
    return before.part if before is not None and before.passing is None else None


def _other_kind(scene: Scene, kind: str) -> bool:
    """Do all triggers name events that cannot be the story's?"""
    named = {one for t in scene.triggers for one in t.types}
    family = _VIOLENT if kind in _VIOLENT else {kind, *_CONSEQUENCES}
    if kind in _UNREST:
        family = family | _VIOLENT | _UNREST
    elif kind in _BEFALLEN:
        family = family | _BEFALLEN | {"bombing", "natural_disaster"}
    elif kind == "bombing":
        family = family | _BEFALLEN  # what blew up need not have been set
    return bool(named) and not named & family


def _is_unrest_beside(scene: Scene, kind: str) -> bool:
    """Unrest in the days of a disaster is an event of its own: "police dispersed 200 people at the mine gate"."""
    named = {one for t in scene.triggers for one in t.types}
    return kind in _BEFALLEN | {"natural_disaster"} and bool(named) and named <= _UNREST


def _elsewhere(scene: Scene, story: Story) -> tuple[str, str]:
    """What tells a passing event from the next: its type with its year, else its country, else its paragraph."""
    kinds = [one for t in scene.triggers for one in t.types]
    kind = kinds[0] if kinds else OTHER
    years = sorted(
        str(time.when.earliest.year)
        for time in scene.times
        if time.when is not None and time.when.earliest is not None and story.holds(time.when) is False
    )
    foreign = [code for code in scene.countries if code != story.country]
    if years and kind == OTHER:
        return kind, f"sentence {scene.number}"
    return kind, years[0] if years else foreign[0] if foreign else f"block {scene.parse.block}"
