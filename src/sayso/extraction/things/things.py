"""What else is told: demands, weapons, targets, the operation's name; money, ages and quantities that count no people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.things.ages import ages, is_bracket
from sayso.extraction.things.demands import demands
from sayso.extraction.things.quantities import quantities
from sayso.extraction.things.targets import targets
from sayso.model import Extent, Figure, Words
from sayso.normalisation import measures

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_OPERATION = re.compile(r"\bOperation\s+(?:[A-Z][\w’'-]+)(?:\s+(?:de|del|of|the|la|[A-Z][\w’'-]+))*")
_NAMED_OPERATION = re.compile(
    r"\boperation,?\s+(?:was\s+)?(?:named|called|code-named|codenamed|dubbed)\s+((?:[A-Z][\w’'-]+)(?:\s+(?:de|del|of|[A-Z][\w’'-]+))*)"
)
_MAGNITUDE = re.compile(r"\bmagnitude (?:of |was |at )?\Z", re.IGNORECASE)
_RICHTER = re.compile(r"(?:[- ]magnitude\b| on the (?:open-ended )?Richter\b)", re.IGNORECASE)


def things(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """All that a scene tells beside counts, times, places and names."""
    yield from demands(scene, setting)
    if setting.is_incident(scene):
        yield from _operations(scene, setting)
        yield from targets(scene, setting)
    yield from _measures(scene, setting)
    yield from _magnitudes(scene)
    yield from ages(scene, setting)
    yield from quantities(scene, setting)


def _operations(scene: Scene, setting: Setting) -> Iterator[Draft]:
    text = setting.document.text[scene.start : scene.end]
    for match in _OPERATION.finditer(text):
        yield _words(scene, setting, Extent(match.start(), match.end()), "operation")
    for match in _NAMED_OPERATION.finditer(text):
        yield _words(scene, setting, Extent(match.start(1), match.end(1)), "operation")


def _words(scene: Scene, setting: Setting, at: Extent, slot: str) -> Draft:
    start, end = scene.start + at.start, scene.start + at.end
    words = " ".join(setting.document.text[start:end].split())
    return Draft(
        scene, start, end, slot, None, Words(words), scene.sent.root, part="raid" if slot == "operation" else None
    )


def _measures(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Sums of money, and ages with the person they are told of."""
    text = setting.document.text[scene.start : scene.end]
    for measure in measures.find(text, scene.numbers):
        base = scene.sent.start_char
        span = scene.sent.doc.char_span(base + measure.start, base + measure.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        figure = measures.figure(measure, text)
        start, end = scene.start + measure.start, scene.start + measure.end
        if measure.kind == "money":
            yield Draft(scene, start, end, "money", None, figure, span.root)
        elif measure.kind == "age" and not is_bracket(text, (measure.start, measure.end)):
            part = "" if _is_of_the_time(span.root) else PASSING
            yield Draft(scene, start, end, "age", None, figure, span.root, about=_person(scene, span), part=part)
        elif measure.kind in ("weight", "distance", "area", "volume", "percent", "temperature"):
            yield Draft(scene, start, end, "quantity", None, figure, span.root)


def _magnitudes(scene: Scene) -> Iterator[Draft]:
    """ "Of magnitude 6.1", "a 6.1-magnitude quake", "6.1 on the Richter scale"."""
    for number in scene.numbers if "magnitude" in scene.words or "Richter" in scene.words else ():
        before, after = scene.words[: number.start], scene.words[number.end : number.end + 30]
        if number.low is not None and (_MAGNITUDE.search(before) or _RICHTER.match(after)):
            words = scene.words[number.start : number.end]
            start, end = scene.start + number.start, scene.start + number.end
            figure = Figure(number.low, number.high, "magnitude", number.qualifier, words)
            yield Draft(scene, start, end, "quantity", None, figure, scene.sent.root)


#: "Identified as 18-year-old Ann Reed": who it is, and no office that somebody once held.
_IDENTIFYING = frozenset("identify name list describe recognize recognise give".split())


def _is_of_the_time(token: Token) -> bool:
    """ "began as the 25-year-old secretary ..." tells of another time than the story's."""
    head, steps = token, 0
    while steps < 5 and head.head.i != head.i:
        head, steps = head.head, steps + 1
        if head.lower_ == "as" and head.pos_ == "ADP":
            return head.head.lemma_.lower() in _IDENTIFYING
    return True


def _beside(scene: Scene, age: SpacySpan, people: Sequence[SpacySpan]) -> Extent | None:
    """ "The release of Norris Greene Jr., 23", "her son, aged 9": whom an age between commas stands behind, and nobody else."""
    token, words = age.root, [*scene.sent[: age.start - scene.sent.start]]
    if words and words[-1].lower_ in ("age", "aged"):
        words.pop()
    if len(words) < 2 or words[-1].text != "," or not token.like_num or token.head.i > token.i:
        return None
    last = words[-2]
    named = next((e for e in people if e.start <= last.i < e.end), None)
    if named is not None:
        return token_extent(scene, named)
    if last.pos_ == "PROPN" and last.ent_type_ in ("", "PERSON", "ORG"):
        first = last
        while first.i > scene.sent.start and first.nbor(-1).pos_ == "PROPN":
            first = first.nbor(-1)
        before = [t.lower_ for t in scene.sent[: first.i - scene.sent.start]][-2:]
        is_home = len(before) == 2 and before[0] == "," and before[1] in ("of", "from", "in")
        return None if is_home else token_extent(scene, [first, last])
    if last.pos_ == "NOUN" and last.i in (token.head.i, token.head.head.i):
        return token_extent(scene, [last.left_edge, last])
    return None


def _person(scene: Scene, age: SpacySpan) -> Extent | None:
    """The person whose age it is: who is named by the noun that it describes, else the nearest in its sentence."""
    people, token = [e for e in scene.sent.ents if e.label_ == "PERSON"], age.root
    if (beside := _beside(scene, age, people)) is not None:
        return beside
    noun = token.head if token.dep_ in ("amod", "nummod", "compound", "nmod") and token.head.i > token.i else None
    if noun is not None and noun.pos_ == "NOUN":
        named = {noun.head.i} if noun.dep_ in ("appos", "attr", "conj") else set()
        named |= {c.i for c in (*noun.children, *noun.head.children) if c.dep_ in ("appos", "nsubj", "nsubjpass")}
        people = [e for e in people if e.root.i in named or e.start <= noun.i + 1 <= e.end]
    elif noun is not None:
        people = [e for e in people if e.start <= noun.i < e.end] or (people if noun.pos_ != "PROPN" else [])
    if not people:
        return None
    nearest = min(people, key=lambda e: (abs(e.root.i - token.i), e.start))
    return token_extent(scene, nearest)
