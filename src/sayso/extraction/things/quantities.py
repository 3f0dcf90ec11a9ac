"""How many things: "30 shops", "both churches", "118 of the 160 stalls", "the number of burnt shops at 73"; the noun is the unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.counts import humans, told
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase, phrase
from sayso.model import Figure, Qualifier
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is counted of them is a time or an age, also where the recogniser did not look.
_SPANS_OF_TIME = frozenset("second minute hour day night week weekend month year decade century old".split())
#: Who looks into what happened: so many of them say what an account rests on, and nothing befell them.
_OF_INQUIRY = frozenset(
    "witness judge juror inspector expert pathologist investigator commissioner signatory plaintiff deponent respondent".split()
)
_KINDS = ("cardinal", "vague", "zero", "part")
#: Verbs between a count of things and its figure.
_TOLLING = frozenset("put stand rise climb reach set estimate be give fix".split())
_COUNTS = frozenset("number count tally total toll".split())
_OF_THE_MOST = re.compile(
    r"\w+ of (?:the|its|their|his|her|our|my) (?:\w+ )?(?:most|least|best|worst|few|many|\w{3,}est)\b", re.IGNORECASE
)


def quantities(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Each number of a scene that counts things."""
    for number in scene.numbers:
        if not number.is_count or not (number.kind in _KINDS or (number.kind == "all" and number.low == number.high)):
            continue
        base = scene.sent.start_char
        found = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
        if found is None:
            continue
        if found.noun is None:
            yield from _tolled(scene, setting, number, found)
        elif found.noun.pos_ == "NOUN" and (
            not humans(found, setting.groups, setting.words.slots)
            or (number.kind == "cardinal" and _inquires(setting, found))
        ):
            yield from _counted(scene, setting, number, found)


def _inquires(setting: Setting, found: Phrase) -> bool:
    """ "Heard 118 witnesses": those of whom nothing else is told."""
    is_of_inquiry = found.noun is not None and lemma_of(found.noun) in _OF_INQUIRY
    return is_of_inquiry and not told(found, setting.words.slots, setting.groups)


def _counted(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> Iterator[Draft]:
    """A number with its noun; of a part, the whole as well."""
    noun = found.noun
    if noun is None or noun.ent_type_ in ("DATE", "TIME", "MONEY") or lemma_of(noun) in _SPANS_OF_TIME:
        return
    if noun.tag_ == "NN" and not _is_one_thing(scene, setting, number, noun):
        return
    if number.kind == "part" and _OF_THE_MOST.match(scene.words, number.start):
        return  # "one of the most important events" counts nothing
    if number.kind == "vague" and number.high is None and not _may_be_harmed(setting, noun):
        return  # "various circles", "many reasons": no measure of anything
    at = token_extent(scene, [found.first, noun])
    words = setting.document.text[scene.start + number.start : scene.start + number.end]
    figure = Figure(number.low, number.high, lemma_of(noun), number.qualifier, words)
    start = min(at.start, scene.start + number.start)
    yield Draft(scene, start, at.end, "quantity", None, figure, found.head)
    if number.of is not None and number.kind == "part" and noun.tag_ == "NNS":
        whole = Figure(number.of, number.of, lemma_of(noun), Qualifier.EXACT, words)
        yield Draft(scene, start, at.end, "quantity", None, whole, found.head)


def _is_one_thing(scene: Scene, setting: Setting, number: numbers.Number, noun: Token) -> bool:
    """ "1 place of worship", "one church": a digit, or a thing that a deed can be done to; not "one reason"."""
    if number.low != 1 or number.high != 1:
        return False
    return scene.words[number.core_start : number.core_end] == "1" or _may_be_harmed(setting, noun)


def _may_be_harmed(setting: Setting, noun: Token) -> bool:
    """Is it a thing that a deed can be done to?"""
    form = setting.words.slots.forms.get("physical_target")
    return form is not None and lemma_of(noun) in form.nouns


def _tolled(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> Iterator[Draft]:
    """ "Put the number of burnt shops at 73", "the number of houses lost was 40"."""
    head = found.head
    verb = head.head.head if head.dep_ == "pobj" else head.head
    if head.dep_ not in ("pobj", "attr", "dobj") or verb.lemma_ not in _TOLLING:
        return
    counted = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and lemma_of(c) in _COUNTS]
    things = [o for c in counted for p in c.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]
    for noun in things:
        if noun.tag_ == "NNS" and not is_human(noun, setting.groups) and lemma_of(noun) not in _SPANS_OF_TIME:
            if lemma_of(noun) in ("death", "casualty", "fatality", "injury", "arrest", "case", "victim"):
                continue
            start, end = scene.start + number.start, scene.start + number.end
            words = setting.document.text[start:end]
            figure = Figure(number.low, number.high, lemma_of(noun), number.qualifier, words)
            pieces = (token_extent(scene, [noun]),)
            yield Draft(scene, start, end, "quantity", None, figure, head, pieces=pieces)
