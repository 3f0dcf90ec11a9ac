"""The hours that a sentence tells: those that the time expressions are, and those told in words, in four figures or as a range.

"Between 18:35 and 18:41" tells two; "at first light", "in the small hours" tell no clock, and are still when it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, Draft, Setting
from sayso.extraction.events.scenes import Scene, Time
from sayso.extraction.times.afterwards import is_afterwards
from sayso.extraction.times.four_digits import counts_in_four, four_digit_hours
from sayso.extraction.times.hours import hours
from sayso.extraction.times.other_days import lies_ahead
from sayso.extraction.words.hedges import hedge
from sayso.model import BlockKind, When
from sayso.normalisation.time_meaning import Bounded, Moment, Range, Shaded
from sayso.normalisation.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

#: When it was by the light, without a clock.
_LIGHT = re.compile(
    r"\b(?:(?:shortly|just|soon|well|long|a little|some time|not long) )?(?:at|before|by|towards?|until|till|after|since|around|about|in|during|near) "
    r"(?:the |about |around )?(?:first light|last light|dusk|nightfall|sunset|sundown|twilight|daybreak|dawn|sunrise|cock-?crow"
    r"|(?:small|early|wee) hours|early morning hours|lunch-?time|noontime|dinner-?time|supper-?time|tea-?time)\b",
    re.IGNORECASE,
)
_LIGHTS = ("light", "dusk", "nightfall", "sun", "twilight", "break", "dawn", "crow", "hours", "time")
#: What the newsroom and the shop tell by the hour, and people do day by day.
_NO_DEED = re.compile(
    r"\b(?:news|bulletin|open(?:s|ed)? (?:daily|from|until)|hours are|vigil|visitation|funeral|service|mass|memorial|tickets?|doors|call-in|hotline"
    r"|every (?:day|night|morning|evening)|each (?:day|night|morning|evening)|daily|usually|always|Monday (?:through|to) Friday|weekdays)\b",
    re.IGNORECASE,
)


def worded_hours(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "Ten past five on Sunday morning", which the times themselves do not tell.

    Args:
        scene: the sentence.
        setting: what the makers of drafts may look at.
    """
    if setting.is_own(scene):
        yield from _worded(scene, setting)
        yield from _by_light(scene)


def _worded(scene: Scene, setting: Setting) -> Iterator[Draft]:
    text = setting.document.text[scene.start : scene.end]
    told = [
        (t.start - scene.start, t.end - scene.start)
        for t in scene.times
        if ((m := moment_of(t)) is not None and m.clock) or isinstance(t.expression.meaning, Range)
    ]
    ranged = _ranged(scene)
    found = [*hours(text), *four_digit_hours(text, is_usual=counts_in_four(setting.document.text)), *ranged]
    taken: list[tuple[int, int]] = []
    for start, end, clock in found:
        is_told = any(a <= start and end <= b for a, b in told) and (start, end, clock) not in ranged
        if is_told or any(a < end and start < b for a, b in taken) or _is_stamp(scene, text[start:end]):
            continue
        draft = _draft(scene, (start, end), clock)
        if draft is not None:
            taken.append((start, end))
            yield draft


def _ranged(scene: Scene) -> list[tuple[int, int, str]]:
    """The two hours of "between 18:35 and 18:41", "from 5 a.m. to 11 a.m. on 10 March"."""
    found: list[tuple[int, int, str]] = []
    for time in scene.times:
        if not isinstance(time.expression.meaning, Range):
            continue
        base = time.start - scene.start - time.expression.start
        for one in time.expression.parts:
            meaning = _inner(one)
            if meaning is not None and meaning.clock is not None:
                found.append((base + one.start, base + one.end, meaning.clock))
    return found


def _by_light(scene: Scene) -> Iterator[Draft]:
    """ "At first light", "in the small hours": where the sentence tells what was done then."""
    lowered = scene.words.lower()
    if not any(word in lowered for word in _LIGHTS) or not any(t.tag_ in ("VBD", "VBN") for t in scene.sent):
        return
    for match in _LIGHT.finditer(scene.words):
        draft = _draft(scene, match.span(), None)
        if draft is not None and hedge(draft.head) is None:
            yield draft


def _draft(scene: Scene, at: tuple[int, int], clock: str | None) -> Draft | None:
    base = scene.sent.start_char
    span = scene.sent.doc.char_span(base + at[0], base + at[1], alignment_mode="expand")
    place = (scene.start + at[0], scene.start + at[1])
    if span is None or not len(span) or is_afterwards(scene, span.root, place):
        return None
    known = When("XXXX-XX-XX", None, None, clock, scene.words[at[0] : at[1]])
    return Draft(scene, *place, "time", None, known, span.root, part="")


def further_hours(told: Sequence[Scene], setting: Setting, found: Sequence[Draft]) -> Iterator[Draft]:
    """An hour for every clock of the account that no draft tells yet, told aside: of an arrest, a curfew, a figure's moment.

    Args:
        told: the sentences, with their times.
        setting: what the makers of drafts may look at.
        found: the drafts that were made.
    """
    if setting.story.type is None:
        return
    taken = [(draft.start, draft.end) for draft in found if draft.slot == "time"]
    is_four = counts_in_four(setting.document.text)
    for scene in told:
        if scene.kind in (BlockKind.DATELINE, BlockKind.CAPTION) or _NO_DEED.search(scene.words):
            continue
        if not setting.is_own(scene) and not scene.triggers:
            continue
        text = setting.document.text[scene.start : scene.end]
        clocks = [*_clocks(scene), *hours(text), *four_digit_hours(text, is_usual=is_four)]
        for start, end, clock in clocks:
            at = (scene.start + start, scene.start + end)
            if any(a < at[1] and at[0] < b for a, b in taken) or _is_stamp(scene, text[start:end]):
                continue
            if text[max(0, start - 1) : start] == "(":
                continue  # the hour before, by another clock
            draft = _aside(scene, (start, end), clock, setting)
            if draft is not None:
                taken.append(at)
                yield draft


def _clocks(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """The clocks of the time expressions of a sentence, also of when its figures held."""
    for time in (*scene.times, *scene.moments):
        moment = moment_of(time)
        if moment is not None and moment.clock is not None:
            yield time.start - scene.start, time.end - scene.start, moment.clock
    yield from _ranged(scene)


def _aside(scene: Scene, at: tuple[int, int], clock: str, setting: Setting) -> Draft | None:
    """A draft of an hour told aside; None where nothing was done then."""
    base = scene.sent.start_char
    span = scene.sent.doc.char_span(base + at[0], base + at[1], alignment_mode="expand")
    if span is None or not len(span) or not _is_done(span.root) or is_of_a_name(span.root):
        return None
    if any(time.when is not None and lies_ahead(time.when, setting) for time in scene.times):
        return None
    known = When("XXXX-XX-XX", None, None, clock, scene.words[at[0] : at[1]])
    part = PASSING if setting.is_own(scene) else None
    return Draft(scene, scene.start + at[0], scene.start + at[1], "time", None, known, span.root, part=part)


def _is_done(token: Token) -> bool:
    """Does the verb above an hour tell what was done?"""
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or hedge(verb) is not None or any(t.tag_ == "MD" or t.lower_ == "to" for t in verb.children):
        return False
    return verb.tag_ in ("VBD", "VBN") or any(t.tag_ == "VBD" for t in verb.children)


def _is_stamp(scene: Scene, clock: str) -> bool:
    """ "25 August 2003, 1700H": when a paper was made out."""
    return clock.endswith("H") and not any(token.pos_ in ("VERB", "AUX") for token in scene.sent)


def moment_of(time: Time) -> Moment | None:
    """The time of day that an expression tells, also "shortly after" it."""
    return _inner(time.expression)


def _inner(expression: TimeExpression) -> Moment | None:
    meaning = expression.meaning
    while isinstance(meaning, Bounded | Shaded):
        meaning = meaning.of
    is_midnight = isinstance(meaning, Moment) and meaning.clock == "24:00"
    meaning = replace(meaning, clock="00:00") if isinstance(meaning, Moment) and is_midnight else meaning
    return meaning if isinstance(meaning, Moment) else None


def is_of_a_name(token: Token) -> bool:
    """ "Red Dawn": no time of day."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    return (
        token.pos_ == "PROPN"
        and token.text.isalpha()
        and before.pos_ == "PROPN"
        and before.ent_type_ not in ("DATE", "TIME", "GPE")
        and before.i < token.i
    )


def is_of_a_thing(time: Time, scene: Scene) -> bool:
    """ "A midnight tournament", and not "a midnight raid"."""
    end = time.end - scene.parse.base
    token = next((t for t in scene.sent if t.idx + len(t) == end), scene.sent.root)
    is_beside = (
        token.lower_ in ("midnight", "noon") and token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i
    )
    return is_beside and token.head.pos_ == "NOUN" and all(t.token.i != token.head.i for t in scene.triggers)


def is_said_again(time: Time, scene: Scene, setting: Setting) -> bool:
    """ "At 1545 (2145 GMT)": the hour before, by another clock."""
    before = setting.document.text[max(scene.start, time.start - 2) : time.start]
    return before.endswith("(") and any(time.start - other.end in (1, 2) for other in scene.times)
