"""Days that the telling counts from what it has told: "on the fourth night", "three days in", "the Tuesday after", "on the 14th instant".

They are read against the day on which the event began, or against the day that the telling has reached, and are none where neither
is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.model import When
from sayso.normalisation import times
from sayso.normalisation.numerals import ORDINALS, read
from sayso.normalisation.time_meaning import Bounded, Calendar, Meaning, Moment, Range, Shaded, Shift

#: The base of a day that is counted from the first day of the event.
ORIGIN = "origin"
_ORD = r"(?:(?P<figure>\d{1,3})(?:st|nd|rd|th)|(?P<word>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth))"
_NUMBER = r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|\d{1,3})"
#: What happened day after day.
_LASTING = (
    r"(?:siege|strike|occupation|stand-?off|captivity|battle|shelling|bombardment|riots?|rioting|uprising|rising|mutiny|revolt|fire|flood|hijack(?:ing)?|protests?|clashes|fighting"
    r"|unrest|violence|search|rescue|crisis|blockade|attacks?|offensive|sit-in|hunger strike|outbreak|curfew|disturbances|pogrom|kidnapping|ordeal)"
)
_NTH = re.compile(
    rf"\b(?:on|by|until|till|in|at|of|from|since|during|and|evening of|night of) (?P<told>(?:the|its|their|our) {_ORD} (?P<unit>day|night|morning|afternoon|evening)\b"
    rf"(?: of (?:the |its |their |our )?(?:\w+ )?{_LASTING}\b)?)(?! (?:of|after|before|running|in a row|straight|since|at|offer)\b)",
    re.IGNORECASE,
)
_DAY_N = re.compile(rf"\b(?:on|by) (?P<told>day {_NUMBER})\b(?! of (?!the {_LASTING}))", re.IGNORECASE)
_DAYS_IN = re.compile(rf"(?:\A|[.;,] |\A\W)(?P<told>{_NUMBER} days in)(?=,)", re.IGNORECASE)
#: "On the 14th the criminals ...", "the 23rd ult.", "on the 2nd of the present month".
_NUMBERED = r"\d{1,2}(?i:st|nd|rd|th)"
_WHICH = r"(?: (?i:inst(?:ant)?\b\.?|ult(?:imo)?\b\.?|of (?:the|this) (?:present |current |same )?month|of that month))"
#: What is numbered so and is no day.
_THINGS = (
    r"(?:of|century|floor|street|avenue|anniversary|birthday|time|round|over|hole|green|tee|lap|stage|inning|minute|hour|week|month|year|grade|place|step|ward|amendment|edition"
    r"|session|attempt|try|night|morning|evening|afternoon|day|page|line|row|position|seat|brigade|regiment|battalion|division|infantry|cavalry|district|precinct|circuit|congress"
    r"|parallel|degree|percentile|victim|person|man|woman|child|death|murder|killing|shooting|such|most|or|in a|story|level|mile|kilomet(?:re|er)|\w+est)\b"
)
_OF_THE_MONTH = re.compile(
    rf"\b(?:(?i:on|by|since|until|till) (?P<told>(?i:the) {_NUMBERED}(?:{_WHICH}|(?! ?(?i:{_THINGS})| [A-Z]\w+ (?i:{_THINGS})| (?:Street|Avenue|Regiment|Infantry|Battalion|Brigade|Division|Army|District|Precinct|Circuit|Congress|Amendment|Floor|St|Ave)\b)))"
    rf"|(?:(?i:of|from|to|and|between|for)|[A-Z][A-Za-z]+(?i:day)),? (?P<other>(?i:the )?{_NUMBERED}{_WHICH}|(?i:the) {_NUMBERED}(?= ?(?:\Z|[.,;:!?)”\"’'—–]|(?i:to|and|until) the \d)))"
    rf"|(?P<bare>\b{_NUMBERED} (?i:inst(?:ant)?|ult(?:imo)?)\b\.?))"
)
_DAY = re.compile(r"\d{1,2}")
_AFTER = re.compile(
    r" (?:after|following)(?=[,.;:]| that\b| he\b| she\b| they\b| the (?:fire|attack|shooting|killing)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r" (?:before|previous)(?=[,.;:]| that\b)", re.IGNORECASE)
#: What is named after a weekday: "the Sunday paper", "the Friday Mosque".
_NAMED_AFTER = re.compile(
    r" (?:[A-Z]\w+|editions?|market|papers?|newspaper|mass|services?|school|prayers?|shift|class|crowd|sermon|game|match)\b"
)
_CUED = (
    "th ",
    "st ",
    "nd ",
    "rd ",
    "day ",
    "days in",
    "TH ",
    "ST ",
    "ND ",
    "RD ",
    "DAY ",
    "th.",
    "st.",
    "nd.",
    "rd.",
    "th,",
    "st,",
    "nd,",
    "rd,",
    "th;",
    "st;",
    "nd;",
    "rd;",
)


def with_counted(
    found: Sequence[tuple[times.TimeExpression, int]], words: str
) -> list[tuple[times.TimeExpression, int]]:
    """The expressions of a sentence, and those that count from what was told, in order.

    Args:
        found: the expressions, each with the years that it goes back.
        words: the sentence.
    """
    if not any(cue in words for cue in _CUED):
        return list(found)
    counted = [one for one in _counted(words) if not any(_holds(old.start, old.end, one) for old, _ in found)]
    kept = [(old, n) for old, n in found if not any(one.start <= old.start and old.end <= one.end for one in counted)]
    return sorted([*kept, *((one, 0) for one in counted)], key=lambda pair: pair[0].start)


def _holds(start: int, end: int, one: times.TimeExpression) -> bool:
    """Does an expression that was found overlap one without lying in it?"""
    return (
        start < one.end
        and one.start < end
        and not (one.start <= start and end <= one.end and one.end - one.start > end - start)
    )


def _counted(words: str) -> list[times.TimeExpression]:
    found: list[times.TimeExpression] = []
    for match in _NTH.finditer(words):
        nth = int(match["figure"]) if match["figure"] else ORDINALS.get(match["word"].lower(), 0)
        if nth > 1:
            part = {"day": None, "night": "NI", "morning": "MO", "afternoon": "AF", "evening": "EV"}[
                match["unit"].lower()
            ]
            day = Shift("day", int(nth) - 1, ORIGIN)
            found.append(_expression(match, day if part is None else Moment(day, part=part)))
    numbered = ((match, _number(match["number"])) for match in _DAY_N.finditer(words))
    found += [_expression(match, Shift("day", n - 1, ORIGIN)) for match, n in numbered if n > 1]
    within = ((match, _number(match["number"])) for match in _DAYS_IN.finditer(words))
    found += [_expression(m, Range(Shift("day", n - 1, ORIGIN), Shift("day", n, ORIGIN))) for m, n in within if n]
    for match in _OF_THE_MONTH.finditer(words):
        start, end = next(match.span(name) for name in ("told", "other", "bare") if match[name] is not None)
        meaning = _of_the_month(words[start:end])
        if meaning is not None and not any(one.start < end and start < one.end for one in found):
            found.append(times.TimeExpression(start, end, times.Kind.DATE, meaning, words[start:end]))
    return found


def _of_the_month(told: str) -> Calendar | None:
    match = _DAY.search(told)
    day = int(match[0]) if match is not None else 0
    return Calendar(day=day, step=-1 if " ult" in told else None) if 1 <= day <= 31 else None


def _number(said: str) -> int:
    if said.isdigit():
        return int(said)
    numeral = read(said.lower(), 0)
    return int(numeral.value) if numeral is not None else 0


def _expression(match: re.Match[str], meaning: Meaning) -> times.TimeExpression:
    start, end = match.span("told")
    kind = times.Kind.TIME if isinstance(meaning, Moment) else times.Kind.DATE
    return times.TimeExpression(start, end, kind, meaning, match["told"])


def dated(
    meaning: Meaning, words: tuple[str, str], told: date | None, origin: date | None, *, is_far: bool
) -> Meaning | None:
    """The same meaning on a day of the calendar, where it counts from the event or from the day told; else None.

    Args:
        meaning: what is said.
        words: the sentence before the expression, and behind it.
        told: the day that the telling has reached.
        origin: the day on which the event began, as far as that is told.
        is_far: does the account say of no day of its own, and tell what was?
    """
    day = _counted_day(meaning, origin)
    if (
        isinstance(meaning, Range)
        and origin is not None
        and isinstance(meaning.first, Shift)
        and meaning.first.base == ORIGIN
    ):
        return Range(
            _on(origin + timedelta(days=meaning.first.step)), _on(origin + timedelta(days=meaning.first.step + 1))
        )
    if day is None and told is not None:
        day = _ultimo(meaning, told) or _weekday(meaning, words, told, is_far=is_far)
    return _substituted(meaning, day) if day is not None else None


def counts(meaning: Meaning | None) -> bool:
    """Is it counted from the first day of the event?"""
    if isinstance(meaning, Range):
        return counts(meaning.first)
    if isinstance(meaning, Moment):
        return counts(meaning.day)
    return isinstance(meaning, Shift) and meaning.base == ORIGIN


def is_of_the_month(meaning: Meaning | None) -> bool:
    """Is it a day by its number alone ("the 14th")?"""
    named = _calendar(meaning)
    return named is not None and named.day is not None and named.month is None and named.year is None


def _counted_day(meaning: Meaning | None, origin: date | None) -> date | None:
    inner = meaning.day if isinstance(meaning, Moment) else meaning
    if origin is None or not isinstance(inner, Shift) or inner.base != ORIGIN:
        return None
    return origin + timedelta(days=inner.step)


def _ultimo(meaning: Meaning, told: date) -> date | None:
    """The 23rd of the month before that of the day told."""
    if (
        not isinstance(meaning, Calendar)
        or meaning.step != -1
        or meaning.day is None
        or meaning.month is not None
        or meaning.weekday is not None
    ):
        return None
    last = told.replace(day=1) - timedelta(days=1)
    return last.replace(day=meaning.day) if meaning.day <= last.day else None


def _weekday(meaning: Meaning, words: tuple[str, str], told: date, *, is_far: bool) -> date | None:
    """ "The Tuesday after", "on the Monday", and, in what has no day of its own, "on Saturday": the next one from the day told on."""
    named = _calendar(meaning)
    if (
        named is None
        or named.weekday is None
        or named.day is not None
        or named.month is not None
        or named.step is not None
    ):
        return None
    before, behind = words
    is_the = before.lower().endswith("the ")
    if is_the and _NAMED_AFTER.match(behind):
        return None
    if is_the and _BEFORE.match(behind):
        return told - timedelta(days=(told.weekday() - named.weekday) % 7 or 7)
    ahead = (named.weekday - told.weekday()) % 7
    if is_the and _AFTER.match(behind):
        return told + timedelta(days=ahead or 7)
    if is_the and re.match(r" (?:after|before|following|of)\b", behind):
        return None  # "the Saturday after Easter"
    return told + timedelta(days=ahead) if is_the or is_far else None


def _calendar(meaning: Meaning | None) -> Calendar | None:
    while isinstance(meaning, Moment | Bounded | Shaded):
        meaning = meaning.day if isinstance(meaning, Moment) else meaning.of
    return meaning if isinstance(meaning, Calendar) else None


def _substituted(meaning: Meaning, day: date) -> Meaning:
    if isinstance(meaning, Moment):
        return replace(meaning, day=_on(day))
    if isinstance(meaning, Bounded | Shaded):
        return replace(meaning, of=_substituted(meaning.of, day))
    return _on(day)


def _on(day: date) -> Calendar:
    return Calendar(year=day.year, month=day.month, day=day.day)


def lent_year(found: Sequence[times.TimeExpression], at: int) -> int | None:
    """ "Began on 7 July and ended on 11 July 2006": the year that a later day of the sentence lends to one without it.

    Args:
        found: the expressions of a sentence, in order.
        at: which of them is without a year.
    """
    one = _calendar(found[at].meaning)
    if one is None or one.month is None or one.day is None or one.year is not None or one.step is not None:
        return None
    for other in found[at + 1 :]:
        of = _calendar(other.meaning)
        if of is not None and isinstance(of.year, int) and of.month is not None and of.day is not None:
            return of.year if (one.month, one.day) <= (of.month, of.day) else None
    return None


def exact(when: When | None) -> date | None:
    """The day that a time tells, where it is one."""
    if when is None or when.earliest is None or when.earliest != when.latest:
        return None
    return when.earliest
