"""How long the story, or a part of it, lasted: "a 126-day siege", "lasted 40 minutes", "seized four months earlier"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.events.triggers import Trigger
from sayso.extraction.times.further_lengths import MAKER, asked, further, is_an_hour, is_idle, is_later
from sayso.extraction.times.hours import hours
from sayso.extraction.times.spells import is_of_the_event
from sayso.extraction.words.aged_nouns import is_age
from sayso.normalisation import durations

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_LASTING = frozenset("last take continue go drag run stretch endure rage burn smoulder".split())
_HELD = frozenset("hold keep detain imprison captive hostage sequester trap strand stay remain".split())
_CAPTIVE = ("in captivity", "of captivity", "as hostages", "as a hostage", "in their hands", "in the hands of")
#: Stories whose own length is that of what people suffered; all else in them is background.
_WITH_CAPTIVES = frozenset({"hostage_taking", "kidnapping", "hijacking"})
_RATE = re.compile(
    r"\b(?:every|each|per|a|the (?:last|past|next|first|coming|previous)|last|past|next|in|once in|within|aged|age) \Z",
    re.IGNORECASE,
)
#: "Eighty kilometres an hour", "forty shots a minute": what is counted before it is counted for each.
_COUNTED = re.compile(
    r"\b(?:kilomet(?:er|re)s|km|miles|knots|met(?:er|re)s|feet|yards|lit(?:er|re)s|gallons|tons|tonnes|barrels|times|dollars|pounds|euros|"
    r"francs|roubles|rupees|people|shots|rounds|shells|calls|wagons|trains|cubic [a-z]+) \Z",
    re.IGNORECASE,
)
_ONE = re.compile(r"an? ", re.IGNORECASE)
_RATED = re.compile(
    r"[- ]old\b| (?:ago|of age|a (?:day|week|year|month)|per\b|in (?:jail|prison)|['’] |on\b)|['’]", re.IGNORECASE
)
#: "At 17.30 hours" is a time of day.
_CLOCKED = re.compile(r"(?:[01]\d|2[0-3])[.:][0-5]\d ?(?:hours|hrs)", re.IGNORECASE)
_IN_ANSWER = frozenset("strike hartal bandh shutdown stoppage walkout boycott mourning fast vigil".split())
_CALLING = frozenset("call declare announce proclaim order threaten plan urge demand propose".split())
_AFTER = re.compile(r" after\b", re.IGNORECASE)
_OFFSET = re.compile(r" (?:later|earlier|before|ago|since)\b", re.IGNORECASE)
_LATER = frozenset("later earlier before after ago".split())


def lengths(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The durations that a scene tells, each with what lasted."""
    text = setting.document.text[scene.start : scene.end]
    clocks = tuple(hours(text))
    for length in durations.find(text, scene.numbers):
        if is_an_hour(text, length) or any(a <= length.core_start and length.core_end <= b for a, b, _ in clocks):
            continue  # "a quarter of an hour after midnight"
        base = scene.sent.start_char
        span = scene.sent.doc.char_span(base + length.core_start, base + length.core_end, alignment_mode="expand")
        if span is None or not len(span) or _is_age(text, length.end) or _CLOCKED.match(text, length.start):
            continue
        if text[: length.start].endswith(", of "):
            continue  # "Nicola Conti, of 52 years"
        if is_age(scene.sent, setting.groups, length.start, length.end):
            continue
        if _ONE.match(text, length.start) and _COUNTED.search(text[max(0, length.start - 20) : length.start]):
            continue
        found = _told(scene, span.root, span[-1], setting)
        if found is None:
            yield from _beside(scene, length, span, setting)
        elif not _is_called(found[0], setting):
            start, end = scene.start + length.start, scene.start + length.end
            yield Draft(scene, start, end, "duration", None, length.value, found[0], part=found[1])


def _beside(scene: Scene, length: durations.Length, span: SpacySpan, setting: Setting) -> Iterator[Draft]:
    """A length that no word of the event governs: of something done or suffered in it, or told beside it."""
    text, is_own = setting.document.text[scene.start : scene.end], setting.is_own(scene)
    start, end = scene.start + length.start, scene.start + length.end
    told = Draft(scene, start, end, "duration_within", None, length.value, span.root, part="")
    within = is_own and setting.story.type not in _WITH_CAPTIVES and _lasts_within(text, length)
    if within and is_of_the_event(scene, length, span):
        yield told
        return
    beside = further(scene, length, setting)
    if beside is not None and not is_idle(span):
        beside = PASSING if is_own and is_later(span, length.value.unit) else beside
        yield replace(told, part=beside, modality=asked(span), maker=MAKER)


def _is_called(head: Token, setting: Setting) -> bool:
    """ "Called a 24-hour strike to protest the killings": what is called in answer is not how long the killings lasted."""
    if head.lemma_.lower() not in _IN_ANSWER:
        return False
    governors = list(head.ancestors)[:3]
    return setting.story.type != "protest" or any(verb.lemma_.lower() in _CALLING for verb in governors)


def _lasts_within(text: str, length: durations.Length) -> bool:
    """Is it how long something took, and no age, rate, term or stretch up to the telling ("three years ago", "24 hours a day")?"""
    before, after = text[max(0, length.start - 14) : length.start], text[length.end : length.end + 16]
    if _RATE.search(before) or _RATED.match(after) or _OFFSET.match(after):
        return False
    if before.endswith("of ") and text.startswith("a ", length.start):
        return False  # "the rain of a year"
    opens = length.start < len("More than ")  # "Six days after the quake, ..." says when, not how long
    return not (_AFTER.match(after) and (opens or length.value.unit in ("month", "year", "week")))


def _is_age(text: str, end: int) -> bool:
    return text[end : end + 4].lower().lstrip("- ").startswith("old")


def _told(scene: Scene, root: Token, last: Token, setting: Setting) -> tuple[Token, str | None] | None:
    """What lasted: the head word and the part of the story ("" the story, None the scene's own event)."""
    after = scene.words[last.idx + len(last) - scene.sent.start_char :].lstrip().lower()
    if after.startswith(_CAPTIVE):
        return root, "" if setting.is_own(scene) else None
    noun = _modified(last)
    if noun is not None:
        trigger = _trigger_of(scene, noun)
        return (noun, _part(trigger, setting)) if trigger is not None else None
    if root.dep_ == "pobj" and root.head.lower_ == "of" and (trigger := _trigger_of(scene, root.head.head)) is not None:
        return root.head.head, _part(trigger, setting)
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is not None and following.lower_ in _LATER:
        return _elapsed(scene, following, setting)
    head, steps = root, 0
    while steps < 5 and head.head.i != head.i:
        head, steps = head.head, steps + 1
        if head.pos_ in ("VERB", "AUX", "ADJ"):
            return _by_verb(scene, head, setting)
    return _by_verb(scene, head, setting) if head.pos_ in ("VERB", "AUX") else None


def _modified(last: Token) -> Token | None:
    """The noun that a length stands before ("a 40-minute gun battle", "a 4-month hostage taking")."""
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is not None and following.text == "-" and following.i + 1 < len(last.doc):
        following = following.nbor(1)
    if following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB") or last.tag_ == "NNS":
        return None
    token, steps = following, 0
    while steps < 4 and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "PUNCT"):
        if token.pos_ == "NOUN" and (token.i + 1 >= len(token.doc) or token.nbor(1).pos_ != "NOUN"):
            return token if not (token.text == "hostage" and token.nbor(1).pos_ == "VERB") else token.nbor(1)
        if token.i + 1 >= len(token.doc):
            return None
        token, steps = token.nbor(1), steps + 1
    return None


def _trigger_of(scene: Scene, token: Token) -> Trigger | None:
    return next((t for t in scene.triggers if abs(t.token.i - token.i) <= 1), None)


def _part(trigger: Trigger, setting: Setting) -> str | None:
    """The part that a trigger names; "" where it names the story; else what it names is an event within the story."""
    if setting.story.names(trigger):
        return ""
    return setting.story.part(trigger) or (trigger.types[0] if trigger.types else None)


def _by_verb(scene: Scene, verb: Token, setting: Setting) -> tuple[Token, str | None] | None:
    """ "lasted", "held for", "ended after": the subject says what lasted."""
    if _are_held(verb, setting):
        return (verb, "" if setting.is_own(scene) else None)
    if verb.lemma_.lower() not in _LASTING:
        return None
    if verb.lemma_.lower() in ("take", "go", "run") and not any(c.lower_ in ("on", "for") for c in verb.children):
        return None
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        subject = verb.head
    trigger = _trigger_of(scene, subject) if subject is not None else None
    if trigger is not None:
        return verb, _part(trigger, setting)
    if subject is None or subject.pos_ == "PRON" or subject.tag_ in ("WDT", "WP"):
        return verb, "" if setting.is_own(scene) else None
    return None


def _are_held(verb: Token, setting: Setting) -> bool:
    """Are people kept? That is how long a taking of hostages lasted; those trapped by a flood or a fall were not what lasted."""
    if any(c.lemma_.lower() in ("hostage", "captive") for c in verb.children):
        return True
    return verb.lemma_.lower() in _HELD and setting.story.type not in BEFALLING | {"fire"}


def _elapsed(scene: Scene, later: Token, setting: Setting) -> tuple[Token, str | None] | None:
    """ "seized nearly five months earlier", told of the end: that long it lasted."""
    if later.lower_ in ("ago", "after", "before") or not setting.is_own(scene):
        return None
    kind = setting.story.type
    types = setting.words.codebook.extraction.event_types
    parts = list(types[kind].parts) if kind is not None and kind in types else []
    if not parts:
        return None
    for trigger in scene.triggers:
        if later.lower_ == "earlier" and setting.story.part(trigger) == parts[0]:
            return trigger.token, ""
    return None
