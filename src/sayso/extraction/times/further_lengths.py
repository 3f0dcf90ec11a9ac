"""Lengths of what is told beside the event: sentences and terms, how long an inquiry sat, a patient lay, a ban holds, minutes between two blasts.

No length is an age, a rate ("ten an hour"), a time of day ("ten minutes to nine"), a step to another day ("three years ago",
"two days later") or a stretch up to the telling ("for the past month").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.times.other_days import LATER
from sayso.extraction.times.spells import is_off, measured
from sayso.extraction.words.hedges import hedge
from sayso.model import Modality, Qualifier
from sayso.normalisation import durations
from sayso.normalisation.numerals import TWO_TO_TWELVE

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: The name of these rules on their claims, which make no event of a text.
MAKER = "further_lengths"
#: So short a step is a length between two things that happened; of days and more it only tells when.
_SHORT = frozenset({"second", "minute", "hour"})
_HOURS = rf"(?:one|{TWO_TO_TWELVE}|\d{{1,2}}\b|midnight|noon|midday)"
_NO_LENGTH = re.compile(
    rf"[- ]old\b| (?:of age|ago|on\b(?! end)|since)\b|[- ]year[- ]old|['’]?s?,?(?: of [\w ]{{3,24}}?)? (?:a|per|each|every) (?:day|week|month|year|hour)\b"
    rf"| (?:past|to|before|after) {_HOURS}(?! (?:minutes|hours|days|weeks|months|years|people|were|had|of))|['’]s (?:trouble|work|worth|pay|wages?|salary|notice)\b"
    r"|['’]? (?:day|week|shift) and\b| (?:fast|slow)\b",
    re.IGNORECASE,
)
_STEP = re.compile(
    r" (?:later|earlier|before|after|prior|previously|afterwards?|thereafter|hence|from (?:now|the|that)|into)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:every|each|per|once in|once every|return period of|aged|ages? of|between the ages of|(?:girl|boy|child|man|woman|baby|infant|son|daughter|youth|toddler) of"
    r"|(?:the|these|those|their|his|her|its|our|my) (?:past|last|previous|coming|next|first|final|preceding|recent)|(?:past|last|next|this|that|the|one of the|two of the|older than|younger than)"
    r"|\d{4} (?:and|to|or|-)) |, of |\b\d{4}[-–])\Z",
    re.IGNORECASE,
)
#: "My father, Juan Gomez, 61 years": an age.
_AN_AGE, _OF_WHAT = re.compile(r"[A-Z]\w+, \Z"), re.compile(r" (?:of|in|at|for|later)\b")
#: "Within the next six weeks" bounds what happened.
_WITHIN = re.compile(r"\b(?:with)?in the (?:next|first|following) \Z", re.IGNORECASE)
_OF_AN_HOUR = re.compile(rf" (?:past|to) {_HOURS}\b(?! (?:minutes|hours))", re.IGNORECASE)
#: What stands before "a year", "an hour" where that is a length, and no rate.
_ONE = re.compile(r"(?:half |one )?an? |one ", re.IGNORECASE)
_BEFORE_ONE = re.compile(
    r"(?:\b(?:for|in|within|over|during|took|take|takes|taking|lasted|lasts|lasting|spent|spend|than|nearly|almost|about|some|least|barely|hardly|only|just|under|"
    r"another|after|quarter of|half|best part of|waited|stood|lay|held) )\Z|\A\W*\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[.:]?[0-5]\d ?(?:hours|hrs|h)\b", re.IGNORECASE)
#: For so long is asked, not granted.
_ASKING = frozenset(
    "ask beg plead request demand call urge appeal recommend propose suggest seek want need promise offer threaten face".split()
)
#: What a sentence of another event speaks of where a length in it is of something that was done or suffered.
_CONCERNS = re.compile(
    r"\b(?:sentenc\w+|prison\w*|jail\w*|probation|custody|convict\w*|trial|jury|court|judge|appeal\w*|serv(?:ed|ing|ice)|inquiry|commission|committee|investigat\w+|"
    r"hospital|coma|wound\w*|burn\w*|curfew|ban(?:ned)?|siege|surround\w*|strike|mourning|search\w*|rescue\w*|held|hostages?|kept|captiv\w+|wait\w*|ceasefire|truce|"
    r"suspen\w+|closed|shut|fired|firing|shooting|gates?|ambulances?|blasts?|explosions?|charges?|troops|soldiers|police|gave|given|gets?|got|imposes?|(?-i:I))\b",
    re.IGNORECASE,
)
#: "The second killing in four days", "her second time in three years": how often, and not how long.
_AGAIN = re.compile(r"\b(?:second|third|\w+th|first|time|times)\b[^.;,]*\b(?:with)?in \Z", re.IGNORECASE)
#: What people do for years beside all that happens.
_LIVING = frozenset("live reside operate own know run manage sell believe think love marry date".split())
_NEVER = frozenset({"not", "n't", "never", "nor"})
#: Tokens between a length and the word that asks for it.
_STEPS = 4


def further(scene: Scene, length: durations.Length, setting: Setting) -> str | None:
    """The part that a length tells of which no word of the event governs; None where it is none.

    Args:
        scene: the sentence.
        length: the length, its offsets those of the sentence.
        setting: what the makers of drafts may look at.
    """
    text, unit = setting.document.text[scene.start : scene.end], _unit(length)
    is_own = setting.is_own(scene)
    if _is_none(text, length, unit) or not (is_own or _is_suffered(scene)):
        return None
    is_told = scene.tells_harm or any(setting.story.owns(t) for t in scene.triggers)
    return PASSING if is_own and not (is_told and unit in _SHORT) else ""


def _is_none(text: str, length: durations.Length, unit: str) -> bool:
    """Is it vague, an age, a rate, an hour, a step to another day, a count or the name of a book?"""
    before, after = text[max(0, length.start - 60) : length.start], text[length.end : length.end + 32]
    is_one = _ONE.match(text, length.core_start) is not None
    return (
        length.value.qualifier is Qualifier.VAGUE
        or length.value.low is None
        or _CLOCK.search(text, max(0, length.start - 3), length.end) is not None
        or _NO_LENGTH.match(after) is not None
        or (_BEFORE.search(before) is not None and not _WITHIN.search(before))
        or (_STEP.match(after) is not None and unit not in _SHORT)
        or (is_one and not _BEFORE_ONE.search(text[: length.core_start][-24:]))
        or (unit == "year" and _AN_AGE.search(before) is not None and not _OF_WHAT.match(after))
        or _is_titled(text[length.start : length.end])
        or _AGAIN.search(before) is not None
    )


def _is_suffered(scene: Scene) -> bool:
    """Does a sentence of another event tell what was done or suffered in it?"""
    return bool(scene.triggers) or scene.tells_harm or _CONCERNS.search(scene.words) is not None


def is_an_hour(text: str, length: durations.Length) -> bool:
    """ "Ten minutes to nine": a time of day.

    Args:
        text: the sentence.
        length: the length, its offsets those of the sentence.
    """
    return length.value.unit == "minute" and _OF_AN_HOUR.match(text, length.end) is not None


def _unit(length: durations.Length) -> str:
    return "second" if length.iso.endswith("S") else length.value.unit


def _is_titled(words: str) -> bool:
    """ "Twenty Years in the Field": the name of a book."""
    last = words.rsplit(maxsplit=1)[-1]
    return last[:1].isupper() and not last.isupper()


def asked(span: SpacySpan) -> Modality | None:
    """ "Begged for another day", "recommended that it be closed within a year": what is only asked for; None where it is told.

    Args:
        span: the words of the length.
    """
    verb = next((t for t in list(span.root.ancestors)[:_STEPS] if t.pos_ in ("VERB", "AUX")), None)
    while verb is not None:
        if verb.lemma_.lower() in _ASKING:
            return Modality.HYPOTHETICAL
        verb = _above(verb)
    return None


def _above(verb: Token) -> Token | None:
    """The verb that a clause of what is asked hangs on."""
    return verb.head if verb.dep_ in ("ccomp", "xcomp") and verb.head.i != verb.i else None


def is_idle(span: SpacySpan) -> bool:
    """Is it denied, or so long that somebody lives or works somewhere?

    Args:
        span: the words of the length.
    """
    verb = next((t for t in span.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    is_long = any(t.lower_.startswith(("year", "month", "decade")) for t in span)
    return (is_long and verb.lemma_.lower() in _LIVING) or any(
        c.lower_ in _NEVER for c in verb.children if c.i < span.start
    )


def is_later(span: SpacySpan, unit: str) -> bool:
    """Is it of a thing, of courts, work and cures, or of what is not yet done?

    Args:
        span: the words of the length.
        unit: its unit.
    """
    verb = next((t for t in span.root.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or measured(span) is not None:
        return True
    return verb.lemma_.lower() in LATER or is_off(verb, span.root, unit) or hedge(verb) is not None
