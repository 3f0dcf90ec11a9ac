"""Parts of a count told before: "30 passengers, four of them children", "13 people, including two nuns", "The dead included ...".

A part has the slot of its whole, and its own noun's group; one without a noun has the group of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase, phrase
from sayso.extraction.words.predicates import group_said
from sayso.model import Figure, Qualifier, Relation
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Slots whose figures are told with their parts.
SHARED = frozenset(
    "killed injured missing arrested rescued survived displaced hostages_taken hostages_held released trapped casualties "
    "executed escaped present".split()
)
_GATE = re.compile(
    r"\b(?:include|includes|included|including|among|them|whom|namely|wit|viz|(?:fe)?males?|men|women)\b|[:(\u2013\u2014]|--| - ",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\bincluding|\bamong (?:them|whom)(?: (?:are|were|is|was))?|\b(?:of|between) (?:them|whom)|\bnamely|\bto wit,?|\bviz[.,]?|\bthat is to say,?|\bthey include)(?: (?:the|at least))?:?\s*\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?: more)? of (?:them|whom)\b(?! (?:had|have|has|said|told|later|who)\b)", re.IGNORECASE)
#: Between a whole and its parts: "46 people: 39 men", "17 people (12 men".
_OPENS = re.compile(r"\s*(?::|\(|--|\u2013|\u2014)\s*\Z")
#: "48 people who were killed in the raid: 30 men": words of the whole may stand between, where the parts add up to it.
_OPENS_FAR = re.compile(r"[^.;:()\d]{0,80}?\s*(?:,|:|\(|--|\u2013|\u2014| - )\s*\Z")
_INNER = r"(?:, (?:of|among) (?:them|whom)\b[^.;:]{1,40}?)?"
_GOES_ON = re.compile(_INNER + r"(?:\s*,)?(?:\s+(?:and|plus|as well as|along with))?\s+\Z|\s*,\s*\Z")
#: "131 bodies: 58 beside the chapel, 31 in the yard and 42 in the well".
_WHERE = re.compile(
    r" (?:in|at|on|near|beside|behind|under|beneath|by|along|inside|outside|from|around) ", re.IGNORECASE
)
_PLACED = re.compile(r"[^.;:\d]{3,80}(?:, and |,? and |[,;] )\Z")
#: "52 women, of whom three were with child": a number within one of the list.
_WITHIN = re.compile(
    r"\b(?:of|among) (?:them|whom)(?: (?:at least|some|about|the))?\s*\Z|\bincluding\s*\Z", re.IGNORECASE
)
#: Words after which the dead, the injured ... are told one by one, and those that put people among them.
_STATED = r"(dead|killed|injured|wounded|hurt|missing|arrested|detained|fatalities|survivors|slain|drowned)"
_LISTING = re.compile(
    rf"(?:\b(?:the|those) (?:\w+ )?|\A\W*(?:also )?){_STATED}(?: (?:also|in the \w+|at the \w+))? (?:include|includes|included|were|are|comprised?)\s+(?=an?\b|\d|[a-z]+)",
    re.IGNORECASE,
)
_AMONG = re.compile(
    rf"\b(?:was|were|are|is) (?:also )?(?:among|amongst) (?:the|those) (?:\w+ )?{_STATED}\b", re.IGNORECASE
)
_FATALLY = ("of them fatally", "fatally")
_FAR = 90


def shares(scene: Scene, setting: Setting, made: Sequence[Draft]) -> Iterator[Draft]:
    """The parts that a scene tells of what `made` counts in it, and of the dead, the injured or the missing."""
    words = scene.words
    if not (made and _GATE.search(words)) and not _LISTING.search(words) and not _AMONG.search(words):
        return
    taken = {(draft.start, draft.end) for draft in made}
    last: tuple[int, Sequence[Draft]] | None = None
    for number in numbers.find(words, articles=True):
        found = counted(scene, setting, number)
        if found is None:
            continue
        at = extent(scene, number, found)
        if any(start < at[1] and at[0] < end for start, end in taken):
            wholes = _wholes(scene, setting, made, (number, found, last))
            last = (at[1] - scene.start, wholes) if wholes else last
            continue
        wholes = _wholes(scene, setting, made, (number, found, last))
        if wholes:
            is_fatal = words[number.end :].lstrip().startswith(_FATALLY)
            wholes = [replace(whole, slot="killed") for whole in wholes[:1]] if is_fatal else wholes
            parts = [part(setting, whole, found, (at, number)) for whole in wholes]
            yield from parts
            made = (*made, *parts)
            is_within = last is not None and _WITHIN.search(words, 0, number.start)
            last = last if is_within else (at[1] - scene.start, wholes)
            taken.add(at)


def counted(scene: Scene, setting: Setting, number: numbers.Number) -> Phrase | None:
    """A number of people; an article needs a noun for them, a bare number may be of those told before."""
    is_both = number.kind == "all" and number.low == number.high == 2
    if (number.kind == "all" and not is_both) or (not number.is_count and number.kind != "article"):
        return None
    base = scene.sent.start_char
    found = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
    if found is None or found.head.sent.start != scene.sent.start:
        return None
    if found.noun is None:
        found = replace(found, noun=_after_them(found.last))
    if found.noun is None:
        return None if number.kind == "article" or number.low is None else found
    is_one = number.kind == "article" or number.high == 1
    if is_one and found.noun.tag_ in ("NNS", "NNPS"):
        return None
    return found if is_human(found.noun, setting.groups) else None


def _after_them(last: Token) -> Token | None:
    """The noun after "of them" ("four of them children", "one of whom was a nun")."""
    rest = last.doc[last.i + 1 : last.i + 9]
    if len(rest) < 3 or rest[0].lower_ != "of" or rest[1].lower_ not in ("them", "whom"):
        return None
    for token in rest[2:]:
        if (token.pos_ == "NOUN" or token.ent_type_ == "NORP") and not (
            token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "NOUN"
        ):
            return token
        if token.pos_ not in ("DET", "ADJ", "AUX", "NOUN", "PROPN") and token.text != "-":
            return None
    return None


def extent(scene: Scene, number: numbers.Number, found: Phrase) -> tuple[int, int]:
    """Where a number and its noun stand in the document."""
    tokens = [
        found.first,
        found.last,
        *([found.noun] if found.noun is not None and found.noun.i > found.last.i else []),
    ]
    whole = token_extent(scene, tokens)
    return min(whole.start, scene.start + number.start), max(whole.end, scene.start + number.end)


def _wholes(
    scene: Scene,
    setting: Setting,
    made: Sequence[Draft],
    one: tuple[numbers.Number, Phrase, tuple[int, Sequence[Draft]] | None],
) -> Sequence[Draft]:
    """The drafts of which a number is a part; none where nothing says so."""
    number, found, last = one
    words = scene.words
    before = words[: number.start]
    if last is not None and _goes_on(words, last[0], found, number):
        return last[1]
    near = _nearest(scene, made, number.start)
    if _BEFORE.search(before) or _AFTER.match(words, number.end):
        return near
    if near and number.kind != "article" and _opens_list(words, near[0], (found, number)):
        return near
    return _stated(scene, setting, number) if found.noun is not None else ()


def _goes_on(words: str, end: int, found: Phrase, number: numbers.Number) -> bool:
    """Does the number go on with a list, of people or of where they were?"""
    between = words[end : number.start]
    if found.noun is not None:
        return _GOES_ON.fullmatch(between) is not None
    placed = _WHERE.match(words, end) is not None and _WHERE.match(words, number.end) is not None
    return placed and _PLACED.fullmatch(between) is not None


def _opens_list(words: str, whole: Draft, told: tuple[Phrase, numbers.Number]) -> bool:
    """Does a list of parts begin with the number?"""
    found, number = told
    between = words[whole.end - whole.scene.start : number.start]
    if found.noun is None:
        is_placed = _WHERE.match(words, number.end) is not None and _OPENS_FAR.fullmatch(between) is not None
        return is_placed and _adds_up(words[number.start :], whole)
    if _OPENS.fullmatch(between):
        return True
    return _OPENS_FAR.fullmatch(between) is not None and _adds_up(words[number.start :], whole)


def _adds_up(rest: str, whole: Draft) -> bool:
    """Do the numbers of a list make the whole?"""
    value = whole.value
    told = (n for n in numbers.find(rest) if n.is_count and n.low == n.high)
    counts = accumulate(n.low or 0 for n in told if not _WITHIN.search(rest, 0, n.start))
    return isinstance(value, Figure) and value.low is not None and any(told == value.low for told in counts)


def _nearest(scene: Scene, made: Sequence[Draft], before: int) -> Sequence[Draft]:
    """The drafts of the count that stands last before a place of the scene."""
    counts = [d for d in made if d.slot in SHARED and d.end <= scene.start + before and d.about is None]
    counts = [
        d for d in counts if isinstance(d.value, Figure) and d.value.high != 0 and d.value.low not in (None, 0, 1)
    ]
    if not counts:
        return ()
    end = max(d.end for d in counts)
    return [d for d in counts if d.end == end] if scene.start + before - end <= _FAR else ()


def _stated(scene: Scene, setting: Setting, number: numbers.Number) -> Sequence[Draft]:
    """ "The dead included two nuns", "two nuns were among the dead": the slot of those who are named so."""
    words = scene.words
    listing = _LISTING.search(words)
    if listing is not None and listing.end() == number.start:
        return _of_state(scene, setting, listing.group(1), listing.start(1))
    among = _AMONG.search(words, number.end)
    if among is not None and among.start() - number.end <= _FAR:
        return _of_state(scene, setting, among.group(1), among.start(1))
    return ()


def _of_state(scene: Scene, setting: Setting, state: str, at: int) -> Sequence[Draft]:
    """A draft of the slot that an adjective names, as the whole of what is told beside it."""
    table: Mapping[tuple[str, str], tuple[str, ...]] = setting.words.slots.table
    word = {"fatalities": "fatality", "survivors": "survivor"}.get(state.lower(), state.lower())
    slots = [s for kind in ("adjective", "noun") for s in table.get((kind, word), ()) if s in SHARED]
    start = scene.start + at
    span = scene.sent.doc.char_span(
        start - scene.parse.base, start - scene.parse.base + len(state), alignment_mode="expand"
    )
    if not slots or span is None or not len(span):
        return ()
    whole = Figure(None, None, "people", Qualifier.VAGUE, state)
    return (Draft(scene, start, start + len(state), slots[0], "total", whole, span.root),)


#: Beside whom "men" are the male ones.
_BESIDE_MEN = re.compile(r"\b(?:women|children|girls|minors|infants)\b", re.IGNORECASE)


def _are_male(found: Phrase, scene: Scene) -> bool:
    """ "38 men, 52 women and 74 children": in such a list men are no people at large."""
    return found.noun is not None and found.noun.lemma_.lower() == "man" and bool(_BESIDE_MEN.search(scene.words))


def part(setting: Setting, whole: Draft, found: Phrase, told: tuple[tuple[int, int], numbers.Number]) -> Draft:
    """A part of a whole, with its slot, and the group of its own noun or predicate."""
    (start, end), number = told
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    after = whole.scene.words[number.end :]
    said = group_said(found.head, after, setting.groups) if found.noun is None else setting.groups.of(found.noun)
    group = "men" if _are_male(found, whole.scene) else said or whole.group
    return replace(whole, start=start, end=end, group=group, value=figure, scope=Relation.PART)
