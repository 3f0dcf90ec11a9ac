"""Counts of people told by a sentence: numbers, "all" and "no one", single persons, and the named dead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.befallen import dies_of_it
from sayso.extraction.clauses import Frame, is_negated, list_head
from sayso.extraction.counts import Told, humans, told
from sayso.extraction.drafts import PASSING, Draft, Setting, token_extent
from sayso.extraction.people import is_human
from sayso.extraction.phrases import Phrase, phrase
from sayso.extraction.predicates import group_said
from sayso.extraction.scenes import Scene
from sayso.extraction.shares import shares
from sayso.model import BlockKind, Figure, Qualifier, Relation, When
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Slots that a single person, named or not, can answer.
_PERSONAL = (
    "killed",
    "executed",
    "injured",
    "arrested",
    "released",
    "rescued",
    "convicted",
    "missing",
    "casualties",
    "escaped",
    "hostages_taken",
)
_DETERMINERS = frozenset("a an the another his her their".split())
_ODD = re.compile(r"\b(?:old|another)\b", re.IGNORECASE)
#: Nouns that are the death of whom they are of; a "loss" or a "toll" need not be.
_DEATHS = frozenset("death killing murder assassination slaying shooting stabbing beating body".split())
#: A word in the singular for more than one.
_SEVERAL = frozenset("family couple crew staff police army military crowd mob team".split())
#: Where "none" and "no one" count: as subject, object or predicate of their own, not tacked on ("none of them in danger").
_PLAIN = ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "det", "nummod", "conj")
_EVERYBODY = frozenset("people person guest visitor man woman passenger worker student employee".split())
#: Slots whose figure holds at a moment: the sentence's own time is its `as_of`.
_MOMENTARY = ("hostages_held", "missing", "displaced")


def headcounts(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Every count of people that a scene tells."""
    taken: set[int] = set()
    made: list[Draft] = []
    sent = scene.sent
    text = setting.document.text[scene.start : scene.end]
    for number in scene.numbers:
        if not number.is_count or number.kind == "ordinal" or text[number.end : number.end + 1] in ("'", "’"):
            continue
        base = sent.start_char
        found = phrase(sent.doc, base + number.core_start, base + number.core_end)
        if (
            found is None
            or found.head.sent.start != sent.start
            or not humans(found, setting.groups, setting.words.slots)
        ):
            continue
        if number.kind == "part" and found.noun is not None and not is_human(found.noun, setting.groups):
            continue
        if number.kind == "zero" and (
            found.head.dep_ not in _PLAIN or (found.noun is not None and found.noun.i > found.last.i)
        ):
            continue
        taken.update(t.i for t in sent.doc[found.first.i : found.last.i + 1])
        made += _numbered(scene, setting, number, found)
    made += _labelled(scene, setting)
    yield from made
    parts = list(shares(scene, setting, made))
    yield from parts or _among(scene, setting)
    yield from _numbering(scene, setting)
    yield from _then_taken(scene, setting)
    yield from (_outlived(one, scene) for one in (*_single(scene, setting, taken), *_named(scene, setting)))


def _outlived(draft: Draft, scene: Scene) -> Draft:
    """One person hurt who "later died" is of the dead, and not of the injured."""
    died = draft.slot == "injured" and dies_of_it(scene.words[max(0, draft.end - scene.start) :])
    return replace(draft, slot="killed") if died else draft


def _numbered(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> Iterator[Draft]:
    """The drafts of one number."""
    tokens = [
        found.first,
        found.last,
        *([found.noun] if found.noun is not None and found.noun.i > found.first.i else []),
    ]
    whole = token_extent(scene, tokens)
    start, end = min(whole.start, scene.start + number.start), max(whole.end, scene.start + number.end)
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    said = group_said(found.head, scene.words[number.end :], setting.groups) if _is_open(found, number) else None
    for plain in told(found, setting.words.slots, setting.groups):
        one = replace(plain, group=said) if said is not None and plain.group == "total" else plain
        if found.noun is None and not _stands_alone(one, found, number):
            continue
        if number.kind == "zero" and one.slot in ("responders", "attackers"):
            continue  # "nobody rescued us" says nothing of how many came
        types = setting.words.slots.forms[one.slot].types
        if types and not setting.story.kinds & set(types):
            continue
        if found.noun is None and one.group == "hostages" and "hostage_taking" not in setting.story.kinds:
            free = replace(one, group="total")
            yield _draft(scene, free, (start, end), figure, (found, setting))
            continue
        yield _draft(scene, one, (start, end), figure, (found, setting))


def _is_open(found: Phrase, number: numbers.Number) -> bool:
    """A part without a noun of its own: its predicate may say who they are."""
    return number.kind == "part" and (found.noun is None or found.noun.lower_ in ("dead", "missing", "injured"))


_LABEL = re.compile(r"(?:^|[\n.;,|(]|\d)\s*(?:number |total |people |persons )?(?:of )?([A-Za-z]+)\s*[:=]\s*\Z")


def _labelled(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "Killed: 12. Injured: 30.": a table's line, whose label tells the slot."""
    document, table = setting.document.text, setting.words.slots.table
    for number in scene.numbers:
        start = scene.start + number.start
        label = _LABEL.search(document[max(0, start - 40) : start]) if number.is_count else None
        if label is None:
            continue
        word = label.group(1).lower()
        slots = table.get(("adjective", word)) or table.get(("noun", word.removesuffix("s"))) or ()
        base = scene.sent.start_char
        found = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
        if slots and found is not None:
            words = document[start : scene.start + number.end]
            figure = Figure(number.low, number.high, "people", number.qualifier, words)
            yield Draft(scene, start, scene.start + number.end, slots[0], "total", figure, found.head)


def _numbering(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "the original hostages, numbering about 500": the number is of the noun before."""
    text = setting.document.text[scene.start : scene.end]
    for number in scene.numbers:
        found = phrase(
            scene.sent.doc, scene.sent.start_char + number.core_start, scene.sent.start_char + number.core_end
        )
        if found is None or found.head.head.lemma_ not in ("number", "total") or found.head.head.pos_ != "VERB":
            continue
        noun = found.noun or found.head.head.head
        inner = next((o for p in noun.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"), noun)
        group = setting.groups.of(inner)
        for slot, form in setting.words.slots.forms.items():
            if (
                form.group == group
                and (form.default or (form.only and set(form.only) <= {group, "responders"}))
                and form.part != "releases"
            ):
                words = text[number.start : number.end]
                figure = Figure(number.low, number.high, "people", number.qualifier, words)
                start, end = scene.start + number.start, scene.start + number.end
                yield Draft(
                    scene, start, end, slot, group, figure, found.head, part="" if form.part == "whole" else form.part
                )


def _then_taken(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "The 610 people gathered there ... were taken hostage", "took hundreds of guests hostage"."""
    words = scene.words.lower()
    if "hostage" not in words or not any(verb in words for verb in ("take", "taking", "took", "seize", "seizing")):
        return
    for number in scene.numbers:
        found = phrase(
            scene.sent.doc, scene.sent.start_char + number.core_start, scene.sent.start_char + number.core_end
        )
        if found is None or found.noun is None or not number.is_count:
            continue
        last = _before_hostage(found) or (
            found.noun
            if _opens(found, scene) and ("taken hostage" in words or "hostages were taken" in words)
            else None
        )
        if last is not None:
            at = token_extent(scene, [found.first, last])
            start, end = min(at.start, scene.start + number.start), max(at.end, scene.start + number.end)
            words = " ".join(setting.document.text[start:end].split())
            figure = Figure(number.low, number.high, "people", number.qualifier, words)
            one = Told("hostages_taken", "hostages", None, "taken hostage", "")
            yield _draft(scene, one, (start, end), figure, (found, setting))


def _opens(found: Phrase, scene: Scene) -> bool:
    """Is it everybody that the sentence opens with?"""
    opens = found.head.dep_ in ("nsubj", "nsubjpass") and found.first.i - scene.sent.start <= 2
    return opens and found.noun is not None and found.noun.lemma_.lower() in _EVERYBODY


def _before_hostage(found: Phrase) -> Token | None:
    """The last word of those whom somebody took or seized "hostage": the word follows them, the verb stands before."""
    doc, first = found.first.doc, found.first
    place = found.last.i if found.last.lower_ == "hostage" else found.last.i + 1
    if place >= len(doc) or doc[place].lower_ != "hostage" or doc[place].is_sent_start:
        return None
    verbs = (t for t in doc[max(first.i - 3, 0) : first.i] if t.pos_ == "VERB")
    return doc[place - 1] if any(verb.lemma_.lower() in ("take", "seize") for verb in verbs) else None


def _among(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "Among the freed hostages were two ministers and 23 others": each of the list has the slot of the group."""
    first = scene.sent[0]
    noun = next((c for c in first.children if c.dep_ == "pobj"), None)
    verb = first.head
    if first.lower_ != "among" or noun is None or verb.lemma_ != "be":
        return
    whole = phrase(scene.sent.doc, noun.idx, noun.idx + len(noun))
    slots = [one for one in told(whole, setting.words.slots, setting.groups) if one.frame is not None] if whole else []
    slot = next((one for one in slots if one.frame is not None and one.frame.relation in ("adjective", "object")), None)
    text = setting.document.text[scene.start : scene.end]
    for number in scene.numbers if slot is not None else ():
        found = phrase(
            scene.sent.doc, scene.sent.start_char + number.core_start, scene.sent.start_char + number.core_end
        )
        if found is None or found.noun is None or found.first.i < verb.i or not number.is_count:
            continue
        one = Told(slot.slot, setting.groups.of(found.noun), None, "among", slot.part) if slot is not None else None
        if one is not None and humans(found, setting.groups, setting.words.slots):
            figure = Figure(number.low, number.high, "people", number.qualifier, text[number.start : number.end])
            at = token_extent(scene, [found.first, found.noun])
            yield replace(_draft(scene, one, (at.start, at.end), figure, (found, setting)), scope=Relation.PART)


def _stands_alone(one: Told, found: Phrase, number: numbers.Number) -> bool:
    """A bare number counts people only where a verb of people, or "no one", says so."""
    if number.kind == "zero":
        return one.frame is not None
    if found.head.dep_ in ("conj", "appos", "npadvmod") and one.frame is not None and one.frame.relation != "adjective":
        return False  # "others were wounded, two critically": the two are of the others
    strong = one.slot in (
        "killed",
        "injured",
        "casualties",
        "executed",
        "arrested",
        "missing",
        "rescued",
        "hostages_held",
        "hostages_taken",
        "released",
        "survived",
        "escaped",
        "trapped",
        "displaced",
        "affected",
        "discharged",
    )
    return strong and one.frame is not None and found.head.pos_ in ("NUM", "NOUN", "PRON", "DET", "ADJ")


def _draft(scene: Scene, one: Told, at: tuple[int, int], figure: Figure, told_by: tuple[Phrase, Setting]) -> Draft:
    found, setting = told_by
    head = one.frame.head if one.frame is not None else found.head
    if scene.kind is BlockKind.CAPTION and found.scope is None:
        found = replace(found, scope=Relation.PART)  # a picture shows some, and says nothing of how many there were
    scope = Relation.ALL if figure.text.lower().startswith(("all", "both", "every")) else found.scope
    if figure.text.lower() == "both":
        scope = Relation.PART  # the two last told of, whoever else there was
    if one.slot == "hostages_held" and found.scope is Relation.REMAINING:
        scope = Relation.REMAINING
    holds = not (is_negated(head) and not one.name.startswith("not ") and figure.high != 0)
    part = PASSING if _is_elsewhen(head, scene, setting) else one.part
    return Draft(
        scene,
        at[0],
        at[1],
        one.slot,
        one.group,
        figure,
        head,
        scope=scope,
        as_of=as_of(scene, one.slot),
        part=part,
        holds=holds,
    )


def _is_elsewhen(head: Token, scene: Scene, setting: Setting) -> bool:
    """ "A vigil for a man who was killed last year": the clause has a time of its own, and it is none of the story's."""
    clause, steps = head, 0
    while clause.dep_ not in ("relcl", "acl") and steps < 3 and clause.head.i != clause.i:
        clause, steps = clause.head, steps + 1
    if clause.dep_ not in ("relcl", "acl") or not scene.times:
        return False
    start = scene.parse.base + clause.left_edge.idx
    end = scene.parse.base + clause.right_edge.idx
    within = (time.when for time in scene.times if start <= time.start <= end and time.when is not None)
    return any(setting.story.holds(when) is False for when in within)


def as_of(scene: Scene, slot: str) -> When | None:
    """The moment a figure held for: after "as of", or the sentence's time where the slot is one of moments."""
    for time in scene.times:
        before = scene.parse.text[max(0, time.start - scene.parse.base - 7) : time.start - scene.parse.base].lower()
        if time.when is not None and (before.rstrip().endswith("as of") or slot in _MOMENTARY):
            return time.when
    return None


def _single(scene: Scene, setting: Setting, taken: set[int]) -> Iterator[Draft]:
    """A person without a number: "a guard was killed", "the gunman was shot dead", "a 17-year-old is in hospital"."""
    odd = _ODD.search(scene.words) is not None
    for noun in scene.sent:
        bare = odd and noun.lower_ == "another"
        if noun.tag_ != "NN" and not (odd and _stands_for_one(noun)):
            continue
        if noun.i in taken or noun.lower_ in _SEVERAL or not (bare or is_human(noun, setting.groups)):
            continue
        determiner = noun if bare else _determiner(noun)
        headline = (
            scene.kind in (BlockKind.TITLE, BlockKind.HEADING)
            and determiner is None
            and noun.dep_ in ("nsubj", "nsubjpass", "ROOT")
        )
        if not headline and (determiner is None or determiner.lower_ not in _DETERMINERS):
            continue
        if _is_said_of_another(noun) or any(t.ent_type_ == "PERSON" for t in noun.children):
            continue
        is_other = determiner is not None and determiner.lower_ == "another"
        found = Phrase(noun, noun, noun, noun, Relation.OTHER if is_other else None)
        own = determiner is not None and determiner.head.i == noun.i
        at = token_extent(scene, [determiner if determiner is not None and own else noun, noun])
        figure = Figure(1, 1, "people", Qualifier.EXACT, " ".join(setting.document.text[at.start : at.end].split()))
        for one in told(found, setting.words.slots, setting.groups):
            if one.slot in _PERSONAL and one.frame is not None and tells_of_one(one.slot, one.frame):
                yield _draft(scene, one, (at.start, at.end), figure, (found, setting))


def _is_said_of_another(noun: Token) -> bool:
    """Does the noun only say what somebody is? An apposition that goes on with "and" is a list."""
    if noun.dep_ == "appos":
        return not any(c.dep_ == "cc" for c in noun.children)
    return noun.dep_ in ("attr", "compound", "nmod")


def _stands_for_one(token: Token) -> bool:
    """A word that is no noun and stands for one person: an age, or "another"."""
    return token.lower_ == "old" or (token.lower_ == "another" and token.head.pos_ in ("VERB", "AUX"))


def _determiner(noun: Token) -> Token | None:
    """What says that a noun is one person; in a list the first member's may stand for all ("his wife and son")."""
    own = next((c for c in noun.lefts if c.dep_ in ("det", "poss", "nummod")), None)
    if own is not None or noun.dep_ not in ("conj", "appos") or noun.head.pos_ != "NOUN":
        return own
    head = list_head(noun)
    return next((c for c in head.lefts if c.dep_ == "poss" and c.tag_ == "PRP$"), None)


def tells_of_one(slot: str, frame: Frame) -> bool:
    """Does a frame tell what befell one person: a verb, a predicate, or the death itself ("the killing of a guard")?"""
    if frame.relation in ("object", "subject"):
        return True
    if frame.relation == "adjective":
        return frame.head.dep_ in ("acomp", "oprd")
    return frame.relation == "noun" and slot == "killed" and frame.names[0] in _DEATHS


def _named(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """A named person killed, hurt, arrested ...: one claim about the person, one for the group a word beside gives."""
    for entity in scene.sent.ents:
        if entity.label_ != "PERSON" or entity.root.dep_ == "poss":
            continue
        root = entity.root
        found = Phrase(entity[0], root, root, root, None)
        name = token_extent(scene, entity)
        beside = _role(entity, setting)
        for one in told(found, setting.words.slots, setting.groups):
            if one.slot not in _PERSONAL or one.frame is None or not tells_of_one(one.slot, one.frame):
                continue
            figure = Figure(1, 1, "people", Qualifier.EXACT, entity.text)
            head = one.frame.head
            holds = not (is_negated(head) and not one.name.startswith("not "))
            yield Draft(scene, name.start, name.end, one.slot, None, figure, head, about=name, holds=holds)
            if beside is not None:
                at = token_extent(scene, [beside, *entity])
                yield Draft(scene, at.start, at.end, one.slot, setting.groups.of(beside), figure, head, holds=holds)


def _role(entity: SpacySpan, setting: Setting) -> Token | None:
    """The noun before a name that says whose number the person is ("the hostage X")."""
    if entity.start == 0:
        return None
    before = entity[0].nbor(-1)
    if before.pos_ == "NOUN" and before.sent.start == entity.root.sent.start and setting.groups.is_known(before):
        return before
    return None
