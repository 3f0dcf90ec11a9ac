"""The day of a story that no word of it governs: told by what was seen, heard or done about it at once.

"Officers were called to the house late Tuesday": the day of the call is the day of the deed. It is asked only where no
date of the story was found, so that nothing told plainly gives way to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene, Time, root_of
from sayso.model import BlockKind, When

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Sentences at the head of a text that tell what it is about.
_OPENING = 12
#: What happens, by the lemma of the verb that a time hangs on, and how surely its day is the day of the deed.
_HAPPENING = frozenset("happen occur unfold erupt break begin start take conduct carry stage launch mount".split())
_HARMING = frozenset(
    "die kill shoot stab wound injure hurt strike hit hospitalize fire attack crash explode collapse burn drown fall "
    "suffer bleed succumb open accident hurl throw toss lob detonate destroy ambush raid storm kidnap abduct bomb shell strafe derail riddle murder "
    "assassinate massacre slay".split()
)
_ANSWERING = frozenset(
    "respond call dispatch receive report discover find hear rush take fly airlift transport bring arrive summon alert "
    "notify scramble pronounce leave come tell play".split()
)
#: What courts, officers and mourners do later, or are still to do.
_AFTERWARDS = frozenset(
    "arraign charge arrest appear plead sentence convict indict release identify hold plan schedule announce expect "
    "instruct order ask decide agree sign issue inform invite condemn set hear book extradite bury mourn gather remain surrender file hope continue interview meet vote "
    "state declare assert affirm demand urge denounce admit acknowledge confirm stress warn insist assure claim visit travel preside attend "
    "criticize criticise blame accuse deny promise pledge reject serve transmit post publish update broadcast result".split()
)
#: Whom one tells in public.
_PRESS = frozenset(
    "media press reporter newsman journalist correspondent agency radio television newspaper news nation congress parliament".split()
)
#: How surely the day of a harm, or of the deed as a noun, is its day.
_OF_THE_DEED = 3
#: Who arrives because of what happened, and who hands on what others saw.
_COMING = frozenset("arrive fly come".split())
_SUMMONED = frozenset(
    "police officer deputy trooper crew medic paramedic firefighter fireman ambulance engine team investigator detective rescuer ranger soldier guard victim "
    "helicopter coroner sheriff brigade".split()
)
#: "Sped off the night of the shooting" names no day.
_UNNAMED = frozenset({"the night", "that night", "the day", "that day", "the morning", "that morning"})
_STAMP = re.compile(r"(?:posted|updated|published|created|modified)\W*\Z", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    r"\b(?:night|day|evening|afternoon|morning) (?:before|earlier)\b|\b(?:days|hours|weeks) (?:after|earlier|later)\b"
)
#: A day that lies further back is told by its date, not by its name alone.
_RECENT = timedelta(days=10)
_MONTH = timedelta(days=31)


def opening_days(told: Sequence[Scene], setting: Setting, found: Sequence[Draft]) -> Iterator[Draft]:
    """The day that the opening tells of the call, the find or the harm, where no day of the story is told."""
    if setting.story.type is None or any(_dates_story(draft, setting) for draft in found):
        return
    ranked: list[tuple[int, int, Draft]] = []
    own = [scene for scene in told if setting.is_own(scene) and scene.kind is not BlockKind.CAPTION]
    since = _since(own[:_OPENING])
    for scene in own[:_OPENING]:
        for time in scene.times:
            token, when = root_of(scene, time), time.when
            if token is None or when is None or not _is_day(time, when, setting) or _lies_before(when, since):
                continue
            stamp = scene.words[max(0, time.start - scene.start - 12) : time.start - scene.start]
            if _STAMP.search(stamp) is not None or when.text.lower() in _UNNAMED:
                continue
            weight = _weight(scene, token) or _told_to_the_hour(time, token)
            if weight > 0:
                draft = Draft(scene, time.start, time.end, "date_start", None, when, token, part=STORY)
                ranked.append((-weight, time.start, draft))
    yield from [draft for _, _, draft in sorted(ranked, key=lambda one: one[:2])][:1]


def _since(scenes: Sequence[Scene]) -> date | None:
    """The day since which an opening counts its dead ("ten have been killed since Friday")."""
    for scene in scenes:
        for time in scene.times if scene.tells_harm else ():
            when = time.when
            if when is not None and when.latest is None and when.text.lower().startswith("since"):
                return when.earliest
    return None


def _lies_before(when: When, since: date | None) -> bool:
    return since is not None and when.latest is not None and when.latest < since


def _dates_story(draft: Draft, setting: Setting) -> bool:
    """Does a draft date the story, or a part of it, to the month at least?"""
    when = draft.value
    if draft.slot != "date_start" or not isinstance(when, When):
        return False
    if when.earliest is not None and when.latest is not None and when.latest - when.earliest > _MONTH:
        return False
    return draft.part is not None or setting.is_own(draft.scene)


def _is_day(time: Time, when: When, setting: Setting) -> bool:
    """One day, not after the publication and not long before it, or of the story where that is known."""
    published = setting.document.published
    if when.earliest is None or when.latest is None or when.latest - when.earliest > timedelta(days=1):
        return False
    if time.is_counted or time.expression.kind in ("duration", "set") or setting.story.holds(when) is False:
        return False
    if published is None or published.earliest is None or published.latest is None:
        return False
    is_told = any(c.isdigit() for c in when.edtf[:4]) and any(c.isdigit() for c in when.text)
    return when.earliest <= published.latest and (is_told or when.earliest >= published.earliest - _RECENT)


def _weight(scene: Scene, token: Token) -> int:
    """How surely the day that hangs on a verb is the day of the deed; 0 where it is of what came after."""
    if token.dep_ == "poss" and any(t.token.i == token.head.i for t in scene.triggers):
        return _OF_THE_DEED  # "today's attack"
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return 2 if scene.triggers or scene.tells_harm else 0
    verb = _said(verb)
    lemma = verb.lemma_.lower()
    if lemma in _HAPPENING:
        return 4
    if lemma in _HARMING:
        return 0 if lemma in ("die", "succumb") and _DAY_BEFORE.search(scene.words) else _OF_THE_DEED
    return 2 if lemma in _ANSWERING and not _is_of_another_day(verb) else 0


def _is_of_another_day(verb: Token) -> bool:
    """What is said, handed on, done later or still to be done."""
    if verb.lemma_.lower() in _AFTERWARDS or _is_public(verb) or _is_handed_on(verb):
        return True
    return any(t.lower_ in ("will", "to") and t.dep_ == "aux" for t in verb.children)


def _is_public(verb: Token) -> bool:
    """ "Told the media today", "called for an inquiry today": the day of what somebody says."""
    if verb.lemma_.lower() == "call":
        return any(c.dep_ == "prep" and c.lower_ in ("for", "upon") and any(c.children) for c in verb.children)
    told = (c for c in verb.children if c.dep_ in ("dobj", "dative"))
    return verb.lemma_.lower() == "tell" and any(c.lemma_.lower() in _PRESS or c.ent_type_ == "ORG" for c in told)


def _is_handed_on(verb: Token) -> bool:
    """ "The Register reported Sunday", "it was reported today that": the day of the report; "a plane arrived": nobody's day."""
    lemma = verb.lemma_.lower()
    doers = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if lemma in _COMING:
        return not any(c.lemma_.lower() in _SUMMONED or c.lower_ in ("he", "she", "they") for c in doers)
    if lemma != "report":
        return False
    is_theirs = any(c.lower_ == "it" or c.ent_type_ == "ORG" or c.lemma_.lower() in _PRESS for c in doers)
    return is_theirs or any(c.dep_ == "ccomp" for c in verb.children)


_SAYING = frozenset({"say", "state", "declare", "confirm"})


def _said(verb: Token) -> Token:
    """ "On Thursday, police say they received a call": the day is of what they say."""
    if verb.lemma_.lower() not in _SAYING:
        return verb
    return next((child for child in verb.children if child.dep_ == "ccomp" and child.tag_ in ("VBD", "VBN")), verb)


def _told_to_the_hour(time: Time, token: Token) -> int:
    """1 where a scene of the past is set to a day and hour, or by the number of a day ("was walking home on June 8")."""
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    when = time.when
    if (
        verb is None
        or when is None
        or verb.dep_ == "relcl"
        or {verb.lemma_.lower(), verb.head.lemma_.lower()} & _AFTERWARDS
    ):
        return 0
    is_past = verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in verb.children if child.dep_ == "aux")
    return int(is_past and (time.expression.kind == "time" or any(c.isdigit() for c in when.text)))
