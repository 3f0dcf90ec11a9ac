"""Sentences whose own words say that they tell of something else than the text: statistics, records, what was elsewhere.

A figure of many events counted together is of none of them; a paragraph under "Elsewhere" is of another place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import Story
from sayso.model import BlockKind, Document, When
from sayso.normalisation.numerals import TWO_TO_TWELVE

_TALLYING = frozenset("separate across throughout nationwide citywide statewide annually weekend yearly".split())
#: "The number of murders has risen", "more shootings than last year": many events, counted together.
_STATISTIC = re.compile(
    r"\b(?:number|rate|total) of \w+s\b|\b(?:more|fewer) \w+s than\b|\b(?:homicides|murders|killings|shootings) (?:this|last|so far|since|in \d{4})\b",
    re.IGNORECASE,
)
_MANY = (
    rf"(?:\d[\d,.]*|{TWO_TO_TWELVE}|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?"
    r"|(?:a )?(?:dozens?|scores?|hundreds?|thousands?)|several|many)"
)
#: "One of some thirty villages that were raided, in which 200 died": the figure is of all of them.
_ONE_OF_MANY = re.compile(
    rf"\bone of (?:the |some |about |around |nearly |over |almost |more than |at least )*{_MANY} "
    r"(?:[\w-]+ ){0,2}[\w-]+s\b.*\b(?:in which|where)\b",
    re.IGNORECASE | re.DOTALL,
)
#: "So far this year", "in the past ten years", "every year": no time of one event.
_PERIOD = re.compile(
    r"\b(?:so far this year|(?:this|last|every|each|per) year|(?:in|over|during|for) the (?:past|last) (?:\w+ )?(?:years|decades?)|a year on average)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:worst|deadliest|biggest|largest|bloodiest|highest|heaviest)\b.*\bsince\b.*\d{4},? when\b",
    re.IGNORECASE | re.DOTALL,
)
#: The opening of a sentence that turns to another event.
_TURNS = re.compile(
    r"\W*(?:separately,|an? (?:unrelated|separate) [a-z]+|in (?:a|an|another) (?:(?:separate|unrelated|similar|different|earlier|previous) )+"
    r"(?:\w+ )?(?:incident|attack|accident|case|raid|shooting|bombing|crash|clash|blast|explosion|fire|collision|killing|stabbing|robbery))\b",
    re.IGNORECASE,
)
#: "In these incidents 204 were killed": those that were just counted.
_OF_ALL = re.compile(
    r"\W*(?:in|during|across|from) (?:all (?:of )?)?(?:these|those|such) (?:[\w-]+ ){0,2}(?:incidents|cases|accidents|episodes|events|disasters|attacks)\b",
    re.IGNORECASE,
)
#: "On Thursday, in an apparently unrelated attack, ...", "the previous ten had cost 178 lives".
_UNRELATED = re.compile(
    r"\bin an? (?:apparently |seemingly |possibly |evidently )?(?:unrelated|separate) [\w-]+\b|\b(?:which|that) (?:is|was) (?:apparently )?unrelated\b",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(rf"\W*(?:the |all )?(?:previous|earlier|preceding) {_MANY}\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\W*elsewhere\b", re.IGNORECASE)
#: "Should a cyclone strike in May": one that has not come is not the one that is told of.
_SUPPOSED = re.compile(r"\W*(?:should|if|were|in case)\s+(?:an?|another)\s", re.IGNORECASE)
#: What is over at once, and takes place in no cell.
_SUDDEN = frozenset({"bombing", "accident", "industrial_disaster", "natural_disaster", "fire"})
#: What spreads over a land is elsewhere, too.
_SPREADING = frozenset({"natural_disaster", "protest", "repression", "coup", "war"})
#: Headings over what a text does not tell of itself.
_ASIDE = re.compile(
    r"\W*(?:elsewhere(?: .{0,30})?|in other news|in brief|other (?:incidents|events|news|attacks|accidents|developments)"
    r"|(?:previous|past|earlier|similar|recent) (?:incidents|attacks|accidents|disasters|events)|related (?:stories|news|articles|coverage|links|content)|see also|read more)\W*",
    re.IGNORECASE,
)
#: "Since January 79 have been killed": a beginning told as a month or a year, and the present perfect.
_SINCE = re.compile(r"\d{4}(?:-\d\d)?/\.\.")
#: Days before the story's own day from which what was elsewhere is another event.
_BEFORE = timedelta(days=2)
_WEEKS_BEFORE = timedelta(days=14)
#: A day or two is told sharply enough to part two events.
_SHARP = timedelta(days=2)
_OPENED = re.compile(r"\W*(?:In|At|Near) ([A-Z][^\W\d]+(?: [A-Z][^\W\d]+)?),")
_A_FEW = rf"(?:an?|one|{TWO_TO_TWELVE}|twenty|thirty|forty|fifty|some|several|a few|\d+)"
#: "Only last month eight died", "Just two weeks ago": what is brought to mind is none of what is told.
_ONLY_JUST = re.compile(
    rf"\W*(?:and |but )?(?:only|just|barely|scarcely|hardly|no more than)(?: in)? (?:last (?:week|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?:the )?(?:week|month|year) before|{_A_FEW} (?:days|weeks?|months?|years?) (?:ago|earlier|before|previously))\b",
    re.IGNORECASE,
)
#: "Five years ago the ferry sank": a sentence that opens so tells of then.
_YEARS_AGO = re.compile(
    rf"\W*(?:(?:some|about|nearly|almost|over|more than) )?{_A_FEW} (?:years?|decades?) (?:ago|earlier|before|previously)\b",
    re.IGNORECASE,
)
#: "Who is likewise wanted for the abduction of eleven": another deed of somebody who is named beside this one.
_ALSO_WANTED = re.compile(
    r"\b(?:also|likewise|already|previously|earlier|formerly|besides|separately)(?: been)? (?:wanted|sought|hunted|blamed|suspected|accused|convicted|indicted|charged"
    r"|sentenced|tried|jailed|linked|tied|held responsible|held to account|implicated)\b"
    r"|\b(?:wanted|sought|blamed|suspected|accused|convicted|indicted|linked|implicated),? (?:also|likewise|besides|as well),? (?:for|of|in|to|with)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\bon (?:an )?average\b|\ban average of\b|\b(?:once|twice|times|hours|days) a (?:day|week|month|year)\b|\bnowadays\b",
    re.IGNORECASE,
)
#: Who dies in a cell dies of something else than a bomb or a crash.
_IN_CUSTODY = re.compile(
    r"\b(?:died|dead|deaths?|hanged|killed)\b[^.;]{0,50}\b(?:in|at|inside) (?:the |an? |his |her |their )?(?:[\w-]+ ){0,2}"
    r"(?:custody|jail|prison|detention|cells?|lock-?up|police station)\b",
    re.IGNORECASE,
)
#: "It is also at work in Arlu, where 400 died": the harm is that place's.
_ALSO_THERE = re.compile(r"\balso\b[^.;]*\b(?:in|at|near) [A-Z][^\W\d]+(?: [A-Z][^\W\d]+)?, where\b")
#: "It followed by five weeks that of Arlu, where 400 died": one of its kind, set beside it.
_THAT_OF = re.compile(
    r"\b(?:that|those|the (?:one|massacre|disaster|killings?)) (?:of|in|at) [A-Z][^.;]*?, (?:where|in which|when)\b"
)
_PLACING = frozenset("in at near outside around".split())


def aside_blocks(document: Document) -> frozenset[int]:
    """The blocks under a heading that turns to other things, up to the next heading."""
    found, aside = set(), False
    for number, block in enumerate(document.blocks):
        if block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            aside = _ASIDE.fullmatch(document.text, block.start, block.end) is not None
        elif aside:
            found.add(number)
    return frozenset(found)


def is_aside(scene: Scene, story: Story) -> bool:
    """Do a sentence's own words say that it tells of another event, or of many at once?"""
    if _TURNS.match(scene.words) or (_ELSEWHERE.match(scene.words) and story.type not in _SPREADING):
        return True
    if _UNRELATED.search(scene.words) or (scene.tells_harm and _PREVIOUS.match(scene.words)):
        return True
    if _is_tally(scene) or _is_long_since(scene, story) or (scene.numbers and _OF_ALL.match(scene.words)):
        return True
    if _is_brought_to_mind(scene, story) or _is_of_every_day(scene) or _is_before_a_march(scene, story):
        return True
    if _SUPPOSED.match(scene.words) and any(story.names(trigger) for trigger in scene.triggers):
        return True
    return scene.tells_harm and bool(
        _RECORD.search(scene.words)
        or _ONE_OF_MANY.search(scene.words)
        or _ALSO_THERE.search(scene.words)
        or (
            scene.number
            and _THAT_OF.search(scene.words)
            and not any(story.holds(t.when) for t in scene.times if t.when)
        )
        or _counts_a_period(scene, story)
    )


def _is_before_a_march(scene: Scene, story: Story) -> bool:
    """Harm of weeks before a protest: nobody who died then died of it."""
    if story.type != "protest" or story.began is None or not scene.tells_harm:
        return False
    whens = [time.when for time in scene.times if time.when is not None and not time.is_beside]
    return bool(whens) and all(when.latest is not None and when.latest <= story.began - _WEEKS_BEFORE for when in whens)


def _is_of_every_day(scene: Scene) -> bool:
    """ "The line carries eleven passengers a day, on average": what is so as a rule is of no event."""
    if not scene.numbers or scene.tells_harm or any(trigger.types for trigger in scene.triggers):
        return False
    return scene.sent.root.tag_ in ("VBZ", "VBP") and _HABIT.search(scene.words) is not None


def _is_brought_to_mind(scene: Scene, story: Story) -> bool:
    """Another time, another deed of somebody, or a death in a cell, told beside a story that is dated by its own words."""
    if not scene.number or story.type is None or not (scene.tells_harm or scene.triggers):
        return False
    if _ALSO_WANTED.search(scene.words) or (
        scene.tells_harm and story.type in _SUDDEN and _IN_CUSTODY.search(scene.words)
    ):
        return True
    if not (_ONLY_JUST.match(scene.words) or _YEARS_AGO.match(scene.words)) or story.told is None:
        return False
    return not any(_is_told_day(time.when, story) for time in scene.times)


def _is_told_day(when: When | None, story: Story) -> bool:
    told = story.told
    if when is None or told is None or None in (when.earliest, when.latest, told.earliest, told.latest):
        return False
    return when.earliest <= told.latest and told.earliest <= when.latest  # type: ignore[operator]


def was_elsewhere_before(scene: Scene, story: Story, scenes: Sequence[Scene]) -> bool:
    """Does a sentence tell of harm on a day before the story's, at a place that the text names nowhere else?"""
    if story.began is None or not scene.tells_harm or not any(_is_before(time.when, story) for time in scene.times):
        return False
    return any(all(one is scene or name not in one.words for one in scenes) for name in places_of(scene))


def places_of(scene: Scene) -> frozenset[str]:
    """The names that stand after "in" or "at" in a sentence, or that it opens with."""
    opened = _OPENED.match(scene.words)
    return frozenset({opened[1]} if opened is not None else ()) | frozenset(
        token.text
        for token in scene.sent
        if token.pos_ == "PROPN"
        and token.dep_ == "pobj"
        and token.head.lower_ in _PLACING
        and token.ent_type_ not in ("DATE", "TIME", "PERSON", "NORP")
    )


def _is_before(when: When | None, story: Story) -> bool:
    if when is None or when.earliest is None or when.latest is None or story.began is None:
        return False
    return when.latest - when.earliest <= _SHARP and when.latest <= story.began - _BEFORE


def _is_tally(scene: Scene) -> bool:
    """ "At least eight were killed in separate shootings across the city": figures of many events at once."""
    heads = (t.token.head if t.token.dep_ == "compound" else t.token for t in scene.triggers)
    plural = any(head.tag_ == "NNS" for head in heads)  # "shootings", "shooting incidents"
    return plural and (any(t.lower_ in _TALLYING for t in scene.sent) or _STATISTIC.search(scene.words) is not None)


def _counts_a_period(scene: Scene, story: Story) -> bool:
    """ "Since January 79 miners have been killed in the country", "171 people died in its mines last year"."""
    if _PERIOD.search(scene.words) and not any(story.names(t) and t.token.tag_ == "NN" for t in scene.triggers):
        return True
    perfect = any(t.lower_ in ("have", "has") and t.dep_ == "aux" and t.head.tag_ == "VBN" for t in scene.sent)
    return perfect and any(
        time.when is not None
        and _SINCE.fullmatch(time.when.edtf) is not None
        and time.when.earliest is not None
        and (story.began is None or time.when.earliest < story.began)
        for time in scene.times
    )


def _is_long_since(scene: Scene, story: Story) -> bool:
    """ "It is three years since ...": what is told then is of another time, but for a text that tells no other."""
    if "since" not in scene.words.lower() or (story.told is None and any(story.names(t) for t in scene.triggers)):
        return False
    pairs = zip(scene.sent, scene.sent[1:], strict=False)
    return any(two.lower_ == "since" and one.lemma_.lower() in ("year", "month", "decade") for one, two in pairs)
