"""Ages that no unit marks: "Petr Halas (58)", "a diver of 44", "Ana Cruz, 46 now", "he died at 71", "the youngest was 11 days old"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.aged_nouns import age_of
from sayso.model import Extent, Figure, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token

#: The oldest a person is told to be.
_OLDEST = 115
_GATE = re.compile(
    r"\((?:aged )?\d{1,3}\)|\b[a-z]+ of (?:\d{1,3}\b|[a-z]+)|, \d{1,3} now\b|, of \d{1,3} years\b|\b(?:eldest|oldest|youngest|aged|who (?:was|is|would))\b"
    r"|\bat (?:the age of )?\d{1,3}\b|\b(?:days|weeks) old\b|\bin (?:his|her|their) [\w -]*(?:teen|tie)s\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((?:aged )?(\d{1,3})\)")
_OF_YEARS = re.compile(r", of (\d{1,3}) years\b", re.IGNORECASE)
_NOW = re.compile(r", (\d{1,3}) now\b", re.IGNORECASE)
_DIED_AT = re.compile(
    r"\b(?:died|dies|death|killed|passed away)\b[^.;]{0,60}?\bat (?:the age of )?(\d{1,3})(?=[.,;]|\Z| and\b)",
    re.IGNORECASE,
)
_YOUNG = re.compile(r"\b([\w-]+) (days|weeks) old\b", re.IGNORECASE)

#: What bounds the ages of many: "between the ages of 17 and 20", "anyone over the age of 60", "children aged 6 to 11".
_BOUND = re.compile(
    r"\b(?:ages(?: of)?|(?:over|under|above|below|beyond|from|until|after|before|reach(?:es|ed|ing)?|turn(?:s|ed|ing)?)(?: the)? ages?(?: of)?"
    r"|(?:age|aged|ages|everyone|anyone|those|people|persons|adults|minors|males|females) (?:over|under|above|below|between)) \Z",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:people|persons|adults|those|everyone|anyone|youths?|blacks|whites|men|women|children|boys|girls|voters|americans|males|females|workers|teens|teenagers|kids|students)"
    r",?(?: who are| who were)?,?(?: ages?| aged| between)? \Z",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d (?:to|and|through|-|–) ?\d|\d[-–]\d", re.IGNORECASE)


def is_bracket(text: str, at: tuple[int, int]) -> bool:
    """Does an age only bound those that are spoken of, so that it is nobody's own?"""
    before, words = text[max(0, at[0] - 48) : at[0]], text[at[0] : at[1]]
    if _BOUND.search(before) is not None:
        return not re.search(r",(?: both| all)?(?: of them)? ages \Z", before)
    return _RANGE.search(words) is not None and _MANY.search(before) is not None


#: "Put the death toll at 40": how many, and not how old.
_FIGURED = re.compile(r"\b(?:puts?|putting|st[ao][no]ds?|estimat\w+|tolls?|number)\b", re.IGNORECASE)


def ages(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The ages of a scene that only stand beside a person."""
    if not _GATE.search(scene.words):
        return
    for pattern, group in ((_IN_BRACKETS, 1), (_NOW, 1), (_OF_YEARS, 1), (_DIED_AT, 1)):
        for match in pattern.finditer(scene.words):
            person = _person(scene, match, pattern)
            if person is not None and int(match.group(group)) <= _OLDEST:
                yield _draft(scene, match.span(group), int(match.group(group)), person)
    yield from _worded(scene, setting)
    yield from _decades(scene)
    for match in _YOUNG.finditer(scene.words):
        number = next((n for n in scene.numbers if n.start <= match.start(1) < n.end), None)
        if number is not None and number.low is not None:
            start, end = scene.start + number.start, scene.start + match.end()
            words = scene.words[number.start : match.end()]
            figure = Figure(number.low, number.high, match.group(2).lower()[:-1], number.qualifier, words)
            yield Draft(scene, start, end, "age", None, figure, scene.sent.root, part="")


#: "The eldest was 81", "the youngest, 19": the age may stand in words.
_EXTREME = re.compile(
    r"\b(?:eldest|oldest|youngest)(?:[^.;:,]{0,40}? (?:was|is|were)|,)(?: only| just| aged| barely| hardly| not yet| about| some)*(?: an?)? \Z",
    re.IGNORECASE,
)
_AGED = re.compile(r"\baged(?: only| just| about| around| some| between)* \Z", re.IGNORECASE)
_AGED_YEARS = re.compile(r" years\b", re.IGNORECASE)
#: "My niece, who was six, ...".
_WHO_WAS = re.compile(r"\bwho (?:is|was|would have been)(?: only| just| barely| then)? \Z", re.IGNORECASE)
_ENDS = re.compile(r"[,.;)]| and\b| when\b| at the time\b|\s*\Z")
_NO_AGE = re.compile(
    r"(?: (?:of|months?|weeks?|days?|years?|million|thousand|hundred|per cent)\b|[.,]\d|-|%)", re.IGNORECASE
)
#: "In her eighties", "in their late teens": which of the ten years is not told.
_DECADE = re.compile(
    r"\bin (?:his|her|their) (?P<part>early |mid-?|middle |late )?(?P<decade>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    re.IGNORECASE,
)
_DECADES = {"teens": 10} | {
    name: 10 * n
    for n, name in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}
_PARTS = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9), "": (0, 9)}


def _worded(scene: Scene, setting: Setting) -> Iterator[Draft]:
    for n in scene.numbers:
        if n.low is None or n.low > _OLDEST:
            continue
        of = age_of(scene.sent, setting.groups, n.start, n.end)
        if of is not None:
            end, unit = of
            yield _aged(scene, (n.start, end), (n.low, n.high), unit, n.qualifier)
            continue
        if is_bracket(scene.words, (n.start, n.end)):
            continue
        before = scene.words[: n.start]
        is_told = _EXTREME.search(before) or _AGED.search(before)
        is_told = is_told or (_WHO_WAS.search(before) and _ENDS.match(scene.words, n.end))
        years = _AGED_YEARS.match(scene.words, n.end) if _AGED.search(before) else None
        if years is not None:
            yield _aged(scene, (n.start, years.end()), (n.low, n.high), "year", n.qualifier)
        elif is_told and not _NO_AGE.match(scene.words, n.end):
            yield _aged(scene, (n.start, n.end), (n.low, n.high), "year", n.qualifier)


def _decades(scene: Scene) -> Iterator[Draft]:
    for match in _DECADE.finditer(scene.words):
        first = _DECADES[match["decade"].lower()]
        low, high = _PARTS[(match["part"] or "").strip(" -").lower()]
        low = max(low, 3) if first == 10 else low  # nobody of ten is in his teens
        yield _aged(scene, match.span(), (first + low, first + high), "year", Qualifier.ABOUT)


def _aged(
    scene: Scene, at: tuple[int, int], years: tuple[float | None, float | None], unit: str, qualifier: Qualifier
) -> Draft:
    start, end = scene.start + at[0], scene.start + at[1]
    figure = Figure(*years, unit, qualifier, scene.words[at[0] : at[1]])
    return Draft(scene, start, end, "age", None, figure, scene.sent.root, part="")


def _person(scene: Scene, match: re.Match[str], pattern: re.Pattern[str]) -> Extent | Token | None:
    """Whose age it is: the name right before it."""
    if pattern is _DIED_AT and _FIGURED.search(scene.words, 0, match.end()):
        return None
    if pattern is _DIED_AT:
        return next((t for t in scene.sent if t.dep_ in ("nsubj", "nsubjpass", "poss")), None)
    end = scene.sent.start_char + match.start()
    before = [e for e in scene.sent.ents if e.label_ == "PERSON" and 0 <= end - e.end_char <= 2]
    if before:
        return token_extent(scene, before[-1])
    last = next((t for t in reversed(scene.sent) if t.idx + len(t) <= end), None)
    return last if last is not None and last.pos_ == "PROPN" else None


def _draft(scene: Scene, at: tuple[int, int], years: int, person: Extent | Token) -> Draft:
    start, end = scene.start + at[0], scene.start + at[1]
    figure = Figure(years, years, "year", Qualifier.EXACT, scene.words[at[0] : at[1]])
    about = person if isinstance(person, Extent) else None
    return Draft(scene, start, end, "age", None, figure, scene.sent.root, about=about, part="")
