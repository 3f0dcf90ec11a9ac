"""The role of a time: when the story or one of its parts began, ended or happened; when something was founded.

A date that no word of the story governs is no date of the story; it dates an event told in passing, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene, Time, root_of
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.events.triggers import Trigger
from sayso.extraction.times.afterwards import is_afterwards
from sayso.extraction.times.calendar_days import impossible
from sayso.extraction.times.founding import founded
from sayso.extraction.times.other_days import LATER, beside, died_of_it, lies_ahead, names_a_thing
from sayso.extraction.times.own_days import is_filed
from sayso.extraction.times.passing_days import passing_days
from sayso.extraction.times.stretches import ends
from sayso.extraction.times.told_hours import is_of_a_name, is_of_a_thing, is_said_again, moment_of, worded_hours
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.verbs import verb_names
from sayso.model import BlockKind, Modality, When

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The first sentences of a text, its title and dateline among them.
_OPENING = 5
_ENDING = frozenset("end conclude finish cease over resolve".split())
#: Tokens between a date and the word it dates, where no clause ties them.
_NEAR = 14
#: A war is no deed of a day.
_A_YEAR = 366
#: Tokens of a headline at most; a longer stretch without a verb is notes or a table.
_FRAGMENT = 16
#: Verbs of what lasts: a day beside them is a moment within, no beginning.
_LASTING = frozenset({"hold", "remain", "keep", "stay"})
#: Words for the present date the telling, not what is told.
_PRESENT = frozenset({"today", "this day", "now", "currently", "these days", "tonight", "at present", "this time"})
#: What happens in stages, each with a day of its own; and how wide a day may be told.
_STAGED, _A_MONTH = BEFALLING | {"fire"}, 31
#: What is done about a deed in words: its day is of the words.
TELLING = frozenset(
    "report say write tell publish announce state condemn denounce deplore lament criticize criticise praise blame accuse claim deny urge warn "
    "comment respond reply apologize apologise".split()
)
#: What is only planned or supposed began nothing.
_TO_COME = (Modality.PLANNED, Modality.HYPOTHETICAL)
_BARE_UNIT = re.compile(r"the (?:year|month|week|day|night|decade|hour|time)", re.IGNORECASE)
_VAGUE_VERBS = frozenset(
    {
        "begin",
        "start",
        "happen",
        "occur",
        "end",
        "conclude",
        "unfold",
        "erupt",
        "take place",
        "come to an end",
        "break out",
        "finish",
        "be over",
        "flare",
        "flare up",
    }
)
#: Nouns that say as little as "it" of what began.
_ANY_EVENT = frozenset("violence trouble unrest bloodshed turmoil mayhem".split())
#: Parts whose time is the beginning of the whole.
_FIRST_PARTS = ("takeover",)


def dates(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The dates, hours and founding years that a scene tells."""
    worded = tuple(worded_hours(scene, setting))
    yield from worded
    for time in scene.times:
        when = time.when
        token = root_of(scene, time)
        if token is None:
            continue
        if (never := impossible(time.expression)) is not None:
            yield Draft(scene, time.start, time.end, "date", None, never, token)
            continue
        if not any(one.start <= time.start and time.end <= one.end for one in worded):
            yield from _hour(scene, time, token, setting)
        if (
            when is None
            or is_filed(setting.document, time.start, time.end, when)
            or (when.text.lower() in _PRESENT and not _is_news(token, scene, setting))
            or _BARE_UNIT.fullmatch(when.text)
            or _has_no_day(time)
        ):
            continue
        founding = founded(scene, time, token, setting)
        if founding is not None:
            yield founding
        elif not setting.is_own(scene):
            yield from passing_days(scene, time, token)
        else:
            yield from _own(scene, time, token, setting)


def _is_news(token: Token, scene: Scene, setting: Setting) -> bool:
    """ "Died today": in a text of that day, beside a deed told in the past, today is the day of the deed."""
    if setting.document.published is None:
        return False
    trigger = _governing(scene, token, setting)
    if trigger is None:
        return False
    verb = trigger.token if trigger.token.pos_ == "VERB" else trigger.token.head
    return verb.tag_ in ("VBD", "VBN") and not _is_report(token)


def _own(scene: Scene, time: Time, token: Token, setting: Setting) -> Iterator[Draft]:
    """A time of the story, by the trigger it is nearest to."""
    when = time.when
    if when is None or _is_report(token) or setting.story.holds(when) is False:
        return
    if names_a_thing(time, token, scene):
        return
    trigger = _governing(scene, token, setting)
    if scene.kind is BlockKind.CAPTION or (trigger is not None and _heads(scene, token)):
        yield Draft(scene, time.start, time.end, "date", None, when, token, part="")
    elif trigger is None:
        yield from _bare(scene, time, token) or _within(scene, time, token, setting)
    elif _is_called(trigger):
        return
    elif time.expression.kind not in ("duration", "set"):
        yield from _governed(scene, time, trigger, (token, setting))


def _governed(scene: Scene, time: Time, trigger: Trigger, found: tuple[Token, Setting]) -> Iterator[Draft]:
    """The beginning or the end of what a trigger names, where a time tells it and does not only bound it."""
    token, setting = found
    when = time.when
    if when is None or ((when.earliest is None or when.latest is None) and not when.edtf.startswith("XXXX")):
        return  # "by 1996" and "after that night" bound a time, and do not tell it
    if lies_ahead(when, setting):
        return
    part = setting.story.part(trigger)
    if part is None and not setting.story.names(trigger):
        part = setting.part(scene)
    slot = "date_end" if _ends(scene, token, trigger) else "date_start"
    is_within = hedge(trigger.token) in _TO_COME or died_of_it(scene, token) or time.is_counted
    slot = "date" if is_within else slot
    before = scene.words[: time.start - scene.start]
    told = tuple(ends(time, before)) if slot == "date_start" and part in (None, *_FIRST_PARTS) else ()
    if told:
        yield from (Draft(scene, time.start, time.end, one, None, day, trigger.token, part="") for one, day in told)
        return
    whole = slot == "date_end" or part in _FIRST_PARTS or part is None
    yield Draft(scene, time.start, time.end, slot, None, when, trigger.token, part="" if whole else part)


def _heads(scene: Scene, token: Token) -> bool:
    """Does a date stand beside the words of a title, not in them ("April 22, 1997 | ...")? Then it may be anniversary or edition."""
    if scene.kind not in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    head, steps = token, 0
    while steps < 4 and head.head.i != head.i:
        head, steps = head.head, steps + 1
        if head.pos_ == "ADP" or head.lower_ in ("in", "on", "of"):
            return False
    return True


def _bare(scene: Scene, time: Time, token: Token) -> tuple[Draft, ...]:
    """ "It all started on ...", "it ended on ...": a verb of beginning or ending with no other word of the story."""
    when = time.when
    head, steps = token, 0
    while steps < 5 and head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head, steps = head.head, steps + 1
    names = set(verb_names(head)) if head.pos_ in ("VERB", "AUX") else set()
    subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if when is None or not names & _VAGUE_VERBS or subject is None:
        return ()
    if head.dep_ == "relcl" or (subject.pos_ not in ("PRON", "DET") and subject.lemma_.lower() not in _ANY_EVENT):
        return ()
    slot = "date_end" if any(word in _ENDING for name in names for word in name.split()) else "date_start"
    return (Draft(scene, time.start, time.end, slot, None, when, head, part=""),)


def _within(scene: Scene, time: Time, token: Token, setting: Setting) -> tuple[Draft, ...]:
    """A day of the story on which something else happened: when people were freed, when the water left."""
    when = time.when
    if when is None or when.earliest is None or when.latest is None or setting.story.type not in _STAGED:
        return ()
    if scene.kind is BlockKind.DATELINE:
        return ()  # when a text was filed is no day of what it tells
    if (when.latest - when.earliest).days > _A_MONTH or time.expression.kind in ("duration", "set"):
        return ()
    return (Draft(scene, time.start, time.end, "date", None, when, token, part=""),)


def _has_no_day(time: Time) -> bool:
    moment = moment_of(time)
    return moment is not None and moment.day is None


def _hour(scene: Scene, time: Time, token: Token, setting: Setting) -> Iterator[Draft]:
    """The time of day, where a word of the story governs it."""
    moment = moment_of(time)
    if moment is None or not setting.is_own(scene) or is_said_again(time, scene, setting) or is_of_a_name(token):
        return
    if is_afterwards(scene, token, (time.start, time.end)) or is_of_a_thing(time, scene):
        return
    if any(other.when is not None and lies_ahead(other.when, setting) for other in scene.times):
        return  # a strike called for 5 May at six: an hour of what is to come
    trigger = _governing(scene, token, setting)
    if moment.clock is None and trigger is None and not _bare(scene, time, token):
        return  # "that night" is no hour; it may be all that is told of when the story began
    told = time.when if moment.day is not None and moment.clock is not None else None  # an hour borrows no day
    told = replace(told, time=moment.clock) if told is not None and told.time in (None, "24:00") else told
    known = told or When("XXXX-XX-XX", None, None, moment.clock, time.expression.text)
    part = setting.story.part(trigger) if trigger is not None else None
    yield Draft(scene, time.start, time.end, "time", None, known, trigger.token if trigger else token, part=part or "")


def _governing(scene: Scene, token: Token, setting: Setting) -> Trigger | None:
    """The story's trigger that a time belongs to: above it in the clause, else the nearest in the sentence."""
    own = [t for t in scene.triggers if setting.story.owns(t) or _is_deed(t, setting) or _opens(t, scene)]
    if not own:
        return None
    by_token = {t.token.i: t for t in own}
    head, steps = token, 0
    others = {t.token.i for t in scene.triggers if t.types and t.token.pos_ in ("NOUN", "PROPN")} - set(by_token)
    while steps < 8:
        if head.i in by_token:
            return by_token[head.i]
        if head.i in others and _is_since(head):
            return None  # "since the coup on 23 March"
        if head.pos_ == "VERB" and head.lemma_.lower() in LATER:
            return beside(token, own)
        inner = [by_token[c.i] for c in head.children if c.i in by_token and c.i != token.i]
        if inner and head.pos_ in ("VERB", "AUX"):
            return inner[0]
        if head.head.i == head.i:
            break
        head, steps = head.head, steps + 1
    return _nearest(scene, token, own)


def _is_since(noun: Token) -> bool:
    """Does a word stand in what only says since when?"""
    return any(t.lower_ == "since" for one in (noun, *noun.ancestors) for t in (one, *one.lefts))


def _nearest(scene: Scene, token: Token, own: Sequence[Trigger]) -> Trigger | None:
    """The trigger beside a time that hangs on none, within one clause."""
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if scene.sent.root.pos_ not in ("VERB", "AUX") and len(scene.sent) > _FRAGMENT:
        return None  # a list of scraps: what stands near a date there need not be what happened on it
    if verb is not None and (verb.lemma_.lower() in _LASTING or any(c.lower_ == "still" for c in verb.children)):
        return None  # "80 were still held on 28 December" tells when a figure held
    near = [t for t in own if abs(t.token.i - token.i) <= _NEAR and (verb is None or _in_clause(t.token, verb))]
    return min(near, key=lambda t: abs(t.token.i - token.i), default=None)


def _in_clause(token: Token, verb: Token) -> bool:
    """Does a word stand in the clause of a verb, with no other clause between?"""
    head, steps = token.head, 0
    while steps < 8:
        if head.i == verb.i:
            return True
        if head.dep_ in ("relcl", "advcl", "ccomp", "conj", "acl") and head.pos_ == "VERB" and head.tag_ != "VBG":
            return False
        if head.head.i == head.i:
            return False
        head, steps = head.head, steps + 1
    return False


def _is_deed(trigger: Trigger, setting: Setting) -> bool:
    """A word of violence without its own kind of event tells of the story, where the story is one of violence."""
    types = setting.words.codebook.extraction.event_types
    saving = (
        {"raid", "arrest"} if setting.story.type in _STAGED else {"arrest"}
    )  # people are brought out when it is over
    kinds = (kind for kind in trigger.types if kind in types and (kind not in saving or kind in setting.story.kinds))
    return any(types[kind].broad and types[kind].lasts <= _A_YEAR for kind in kinds)


def _opens(trigger: Trigger, scene: Scene) -> bool:
    """Harm done dates the story where a text opens with it; further down it may be one death of many."""
    return not (trigger.types or trigger.parts) and scene.number < _OPENING


def _is_called(trigger: Trigger) -> bool:
    """ "A strike was called for 24 August": it is still to come."""
    token = trigger.token
    return token.dep_ in ("nsubjpass", "dobj") and token.head.lemma_.lower() in ("call", "plan", "schedule", "announce")


def _is_report(token: Token) -> bool:
    """Does the time date a report ("Reuters reported on Dec. 27")?"""
    head, steps = token, 0
    while steps < 4 and head.head.i != head.i:
        head, steps = head.head, steps + 1
        if head.pos_ == "NOUN" and head.lemma_.lower() in ("report", "statement", "bulletin") and steps == 1:
            return True
        if head.pos_ == "VERB":
            return head.lemma_.lower() in TELLING
    return False


def _ends(scene: Scene, token: Token, trigger: Trigger) -> bool:
    """Does the sentence say that the story ended then?"""
    if trigger.parts and not trigger.types:
        return False
    governor = trigger.token.head
    if governor.lemma_.lower() in _ENDING and trigger.token.dep_ in ("dobj", "nsubj", "nsubjpass"):
        return True
    verbs = [t for t in scene.sent if t.lemma_.lower() in _ENDING and t.pos_ in ("VERB", "ADJ", "ADV")]
    return any(_same_clause(verb, token) for verb in verbs)


def _same_clause(verb: Token, token: Token) -> bool:
    head, steps = token, 0
    while steps < 6:
        if head.i == verb.i:
            return True
        if head.head.i == head.i:
            return False
        head, steps = head.head, steps + 1
    return False
