"""Times that stand in a sentence and are not the time of what it tells: of papers, of how a thing came to be, of a finding.

"The dam, completed in 1983, gave way", "a letter dated 4 July": such a day neither dates the story nor shows that another
event is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.events.scenes import Scene, Time, root_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What carries a date of its own: "the letter of 4 July" tells when it was written.
_PAPERS = frozenset(
    "letter complaint memo memorandum circular petition order notice report decree law act agreement contract permit licence license "
    "treaty resolution certificate edition issue entry email telegram note study survey census warning treatise regulation accord "
    "charter statute plan map photograph picture film book article judgment judgement ruling verdict sentence".split()
)
#: How a thing or a person came to be what it is.
_MAKING = frozenset(
    "build complete erect construct found establish open install finish launch rebuild renovate repair sign buy purchase license bear date "
    "commission inaugurate create name retire elect appoint marry register enact adopt publish write print award restore widen raise".split()
)
#: What is remembered beside the story: "brought back memories of ...", "the worst since ...".
_REMEMBERED = re.compile(
    r"\bmemor(?:y|ies) of\b|\breminiscent of\b|\brecall(?:s|ed)? (?:that|the \w+ of|those of)\b|\breminded\b|\bset beside\b|\bcompar(?:e|es|ed|able|ison)\b"
    r"|\bechoe[sd]\b|\bthe (?:worst|deadliest|biggest|largest|bloodiest|gravest|greatest|heaviest)\b[^.;]{0,60}\bsince\b|\bnot? [\w ]{0,30}since\b"
    r"|\b(?:will|may|might) (?:think of|remember|recall)\b|\bpreced(?:ed|ent)\b|\bonce before\b|\bthe last time\b"
    r"|^\W*(?:(?:long|years|decades) )?before (?:that|this|it|then)\b[^.;]{0,40}\bhad\b",
    re.IGNORECASE,
)
#: "It was the same address where three people were shot on 19 November": another deed, be it of the same month.
_SAME_PLACE = re.compile(
    r"\bthe same (?:address|house|home|street|block|corner|spot|site|place|stretch|apartment|building|intersection|junction|bridge|road)\b[^.;,]{0,20}\bwhere\b",
    re.IGNORECASE,
)
#: A part of some word that each of those wordings has: they are looked for where one stands.
_BRINGING_TO_MIND = (
    "memor", "reminisc", "recall", "reminded", "set beside", "compar", "echoe", "since", "think of", "remember", "preced", "before", "the last time"
)  # fmt: skip
#: Who dies of what happened days before.
_LATE_DEATH = re.compile(
    r"\bof the (?:injured|wounded|hurt|burned)\b[^.;]{0,60}\b(?:died|succumbed)\b|\b(?:died|succumbed|dies)\b[^.;]{0,40}\b(?:to|of) (?:his|her|their) "
    r"(?:wounds|injuries|burns)\b|\bdied later\b|\b(?:died|lost their lives|succumbed)\b[^.;]{0,120}\bin (?:the |an? )?(?:\w+ )?hospital\b",
    re.IGNORECASE,
)
#: Who finds and settles afterwards what happened then.
_FINDING = frozenset(
    "find settle conclude hold rule establish report publish say estimate revise put determine state write tell count acknowledge admit reckon confirm claim".split()
)
_DUG = re.compile(
    r"\b(?:exhum\w+|dug up|unearth\w*|forensic|mass graves?)\b[^.;]*\b(?:graves?|skeletons?|remains|bod(?:y|ies)|skulls?|corpses?|bones)\b"
    r"|\b(?:skeletons?|remains|bodies|corpses|bones|mass graves?)\b[^.;]*\b(?:exhum\w+|dug up|unearth\w*)\b",
    re.IGNORECASE,
)
#: Days from which on a time says no more than the month: a day is told of what happened, as a rule.
_WIDE = 27
_STEPS = 5
#: The first sentences; how a spoken or printed text came to be; the place and year of a book.
_HEAD = 6
_RECORDED = re.compile(
    r"\b(?:recorded|transcribed|transcript|interviewed|interview|set down|taken down|dictated|narrated|oral history|printed|reprinted|translated)\b",
    re.IGNORECASE,
)
_IMPRINT = re.compile(r"[,”\"’'] ?[A-Z][\w-]+(?: [A-Z][\w-]+)?,? (?:1[5-9]|20)\d\d\b")
_AND_AGAIN = re.compile(
    r"\bin (?P<year>(?:1[5-9]|20)\d\d),? and (?:then |later |once more )?(?:again )?(?:in )?\Z", re.IGNORECASE
)
_YEAR_ALONE = re.compile(r"\d{4}")


def is_beside(scene: Scene, time: Time) -> bool:
    """Does a time date a paper, or how a thing came to be, and not what the sentence tells?"""
    token = root_of(scene, time)
    governor = _governor(token, scene, time) if token is not None else None
    if governor is None:
        return False
    if token is not None and token.dep_ in ("conj", "pobj") and _follows_one(token, scene, time):
        return True
    if governor.pos_ in ("NOUN", "PROPN"):
        return governor.lemma_.lower() in _PAPERS and not _is_deed(governor, scene)
    if governor.dep_ not in ("acl", "relcl") or governor.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return _describes(governor, scene) and (governor.lemma_.lower() in _MAKING or _is_wide(time))


def is_of_the_record(scene: Scene, time: Time) -> bool:
    """ "Recorded in his kitchen, 8 May 1986", "Lausanne 1997": when an old story was taken down or printed, at the head of it.

    Args:
        scene: the sentence.
        time: the time.
    """
    if scene.number >= _HEAD or scene.triggers or scene.tells_harm:
        return False
    at = time.start - scene.start
    return (
        _RECORDED.search(scene.words, 0, at) is not None
        or _IMPRINT.search(scene.words[: at + 6], max(0, at - 30)) is not None
    )


def _follows_one(token: Token, scene: Scene, time: Time) -> bool:
    """ "Reported as defective in 1971, and again in 1973": the second of two years that stand beside the story."""
    before = scene.words[: time.start - scene.start]
    match = _AND_AGAIN.search(before)
    if match is None or not _YEAR_ALONE.fullmatch(scene.words[time.start - scene.start : time.end - scene.start]):
        return False
    base = scene.sent.start_char
    first = scene.sent.doc.char_span(base + match.start("year"), base + match.end("year"), alignment_mode="expand")
    governor = (
        next((t for t in first.root.ancestors if t.pos_ == "VERB"), None) if first is not None and len(first) else None
    )
    if governor is None or governor.dep_ not in ("acl", "relcl") or governor.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return _describes(governor, scene) and token.i > governor.i


def _describes(verb: Token, scene: Scene) -> bool:
    """Does a clause only say more of a thing that the sentence names beside what it tells?

    "It was a movement formed in 1983" tells nothing else; "the customs house, where in 1962 robbers kept eleven clerks" tells
    what was there; and what names a deed tells of it.
    """
    if verb.head.dep_ == "attr" or _is_deed(verb.head, scene):
        return False
    return not any(
        t.tag_ == "WRB" or (t.lower_ == "which" and t.dep_ == "pobj") or _is_deed(t, scene) for t in verb.subtree
    )


def is_remembered(scene: Scene) -> bool:
    """Do the words say that something else is brought to mind?"""
    words = scene.words
    lowered = words.lower()
    return any(part in lowered for part in _BRINGING_TO_MIND) and _REMEMBERED.search(words) is not None


def recalls_the_place(scene: Scene) -> bool:
    """Does a sentence below the first tell what happened at the same place at another time?"""
    return (
        scene.number > 0
        and "the same " in scene.words
        and bool(scene.times)
        and _SAME_PLACE.search(scene.words) is not None
    )


def tells_late_deaths(scene: Scene) -> bool:
    """ "Two of the injured died on 30 March": the day of who died of it, and not of what happened."""
    return _LATE_DEATH.search(scene.words) is not None


def is_of_finding(scene: Scene, time: Time) -> bool:
    """ "The inquiry settled on 36 in 2017": the time of who found, not of what was found."""
    token = root_of(scene, time)
    governor = _governor(token, scene, time) if token is not None else None
    if governor is None or governor.pos_ != "VERB":
        return False
    return governor.lemma_.lower() in _FINDING or is_of_digging(scene)


def is_of_digging(scene: Scene) -> bool:
    """ "Between 1997 and 1998 a team opened three graves and recovered 131 skeletons": of those who died long before."""
    return _DUG.search(scene.words) is not None


def _governor(token: Token, scene: Scene, time: Time) -> Token | None:
    """The noun or verb that a time hangs on, past its preposition and its own words."""
    end = time.end - scene.parse.base
    start = time.start - scene.parse.base
    head, steps = token, 0
    while steps < _STEPS and head.head.i != head.i:
        head, steps = head.head, steps + 1
        if head.pos_ in ("ADP", "NUM") or start <= head.idx < end or head.ent_type_ in ("DATE", "TIME"):
            continue
        return head if head.pos_ in ("NOUN", "PROPN", "VERB", "AUX") else None
    return None


def _is_deed(token: Token, scene: Scene) -> bool:
    """Does a word name an event, or harm done?"""
    return any(trigger.token.i == token.i for trigger in scene.triggers) or (
        scene.tells_harm and token.pos_ == "VERB" and token.lemma_.lower() in _HARM
    )


_HARM = frozenset("die kill drown perish injure wound hurt lose burn bury shoot strike hit crush sweep".split())


def _is_wide(time: Time) -> bool:
    when = time.when
    if when is None or when.earliest is None or when.latest is None:
        return False
    return (when.latest - when.earliest).days >= _WIDE
