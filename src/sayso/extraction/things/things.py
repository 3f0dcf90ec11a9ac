"""What else is told: demands, weapons, targets, the operation's name; money, ages and quantities that count no people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.things.ages import ages, is_bracket
from sayso.extraction.things.quantities import quantities
from sayso.extraction.things.targets import targets
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated
from sayso.model import BlockKind, Extent, Figure, Words
from sayso.normalisation import measures

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPERATION = re.compile(r"\bOperation\s+(?:[A-Z][\w’'-]+)(?:\s+(?:de|del|of|the|la|[A-Z][\w’'-]+))*")
_NAMED_OPERATION = re.compile(
    r"\boperation,?\s+(?:was\s+)?(?:named|called|code-named|codenamed|dubbed)\s+((?:[A-Z][\w’'-]+)(?:\s+(?:de|del|of|[A-Z][\w’'-]+))*)"
)
_MAGNITUDE = re.compile(r"\bmagnitude (?:of |was |at )?\Z", re.IGNORECASE)
_RICHTER = re.compile(r"(?:[- ]magnitude\b| on the (?:open-ended )?Richter\b)", re.IGNORECASE)
_DEMANDING = frozenset("demand want seek call insist request".split())
_DEMANDS = frozenset("demand condition".split())
#: What anybody does all day, and things are said to do.
_WISHING = frozenset({"seek", "want", "request"})
#: What is always a demand; the events in which all wishes are; and whose wishes are, in any event.
_ALWAYS = frozenset({"demand", "insist"})
_BARGAINED = frozenset({"hostage_taking", "kidnapping", "hijacking", "protest", "repression", "coup"})
_DEMANDERS = frozenset({"attackers", "hostages", "demonstrators", "prisoners"})
_CLAIMANTS = frozenset(
    "union striker opposition relative family survivor activist crowd committee villager resident student miner worker victim "
    "protester refugee".split()
)
#: What makes conditions terms.
_TERMS = frozenset(
    "set impose lay meet accept reject fulfil fulfill demand state present list as on under name give put".split()
)
#: What a source asks of a reporter.
_OF_REPORTERS = frozenset("anonymity comment interview confidentiality name".split())
#: Who wants something that few want.
_HARDLY_ANY = frozenset("few no nobody none hardly".split())
_NUMBERING = re.compile(r"^\s*(?:\(?[0-9a-z]{1,3}[.)]|[-*•–])\s*", re.IGNORECASE)
#: A demand is told in a few words; a longer stretch is a sentence, not a demand.
_LONGEST_DEMAND = 240


def things(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """All that a scene tells beside counts, times, places and names."""
    if setting.is_incident(scene):
        yield from _demands(scene, setting)
        yield from _operations(scene, setting)
        yield from targets(scene, setting)
    yield from _measures(scene, setting)
    yield from _magnitudes(scene)
    yield from ages(scene, setting)
    yield from quantities(scene, setting)


def _demands(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What is demanded: the object of the verb, or the list after the noun."""
    if scene.kind is BlockKind.LIST and _lists_demands(scene, setting):
        item = setting.document.text[scene.start : scene.end]
        kept = _NUMBERING.sub("", item).rstrip(" .;,")
        start = scene.start + len(item) - len(_NUMBERING.sub("", item))
        yield from _demand(scene, setting, Extent(start, start + len(kept)), scene.sent.root)
        return
    for token in scene.sent:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _DEMANDING and _is_demanding(token, setting):
            yield from _list(
                scene, setting, [c for c in token.children if c.dep_ in ("dobj", "ccomp", "xcomp", "prep")], token
            )
        elif token.pos_ == "NOUN" and lemma in _DEMANDS and not _is_state(token):
            yield from _list(
                scene,
                setting,
                [c for c in token.children if c.dep_ in ("prep", "acl", "appos", "relcl") and c.i > token.i]
                or _including(token),
                token,
            )
            yield from _after_colon(scene, setting, token)


def _is_demanding(verb: Token, setting: Setting) -> bool:
    """Whether who wants, seeks or calls for something bargains for it: anybody wants, seeks and calls things by names."""
    lemma = verb.lemma_.lower()
    if is_negated(verb) or any(c.lower_ in _HARDLY_ANY for c in _who_wants(verb)):
        return False
    if lemma == "call" and not any(
        child.lower_ in ("for", "on", "upon") and child.dep_ == "prep" for child in verb.children
    ):
        return False
    if lemma == "insist" and any(c.dep_ == "ccomp" and not _is_willed(c) for c in verb.children):
        return False
    doer = agent(verb)
    if lemma in _ALWAYS:
        return True
    if setting.story.type in _BARGAINED and not (lemma in _WISHING and not _may_wish(doer, setting)):
        return True
    return doer is not None and (doer.lemma_.lower() in _CLAIMANTS or setting.groups.of(doer) in _DEMANDERS)


def _may_wish(doer: Token | None, setting: Setting) -> bool:
    """Somebody, not a study; "people who seek work" only describes them."""
    return doer is not None and (doer.tag_ == "PRP" or (doer.pos_ != "PRON" and is_human(doer, setting.groups)))


def _who_wants(verb: Token) -> Iterator[Token]:
    """The subject of a verb and the words before it."""
    for subject in verb.children:
        if subject.dep_ == "nsubj":
            yield from (subject, *subject.lefts)


def _is_willed(clause: Token) -> bool:
    """ "That he resign", "that they must go": what is to be, not what is held to be so."""
    helping = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
    return bool(helping & {"must", "should", "be"}) or (clause.tag_ == "VB" and not helping)


def _lists_demands(scene: Scene, setting: Setting) -> bool:
    """Does the paragraph before the list end in "... four demands:"?"""
    blocks = setting.document.blocks
    before = scene.parse.block
    while before > 0 and blocks[before].kind is BlockKind.LIST:
        before -= 1
    opening = setting.document.text[blocks[before].start : blocks[before].end].rstrip().lower()
    return opening.endswith(":") and any(noun in opening[-120:] for noun in _DEMANDS)


def _is_state(noun: Token) -> bool:
    """ "The conditions in which it grew", "poor conditions": how things are, and no terms."""
    if noun.lemma_.lower() != "condition":
        return False
    return noun.head.lemma_.lower() not in _TERMS


def _including(noun: Token) -> list[Token]:
    """ "demands including ...", which the parser may hang on the verb."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    return [following] if following is not None and following.lower_ in ("including", "for") else []


def _list(scene: Scene, setting: Setting, heads: list[Token], governor: Token) -> Iterator[Draft]:
    firsts = [first for head in heads for first in _demanded(head)]
    for clause in [first for first in firsts if _is_misread_clause(first)]:
        firsts.remove(clause)
        yield from _demand(scene, setting, _clause(scene, clause), governor)
    for one in (member for first in firsts for member in (first, *_listed_with(first))):
        if one.lower_ == "exchange":
            yield from _after_colon(scene, setting, governor)
        elif one.pos_ in ("NOUN", "VERB", "PROPN") and lemma_of(one) not in _DEMANDS and one.ent_type_ != "DATE":
            yield from _demand(scene, setting, _member(scene, one), governor)


def _is_misread_clause(first: Token) -> bool:
    """ "That the church, the union and the court offer guarantees", in which the parser found no verb: no list of things."""
    is_that = any(c.dep_ == "mark" and c.lower_ == "that" for c in first.children)
    return is_that and first.pos_ in ("NOUN", "PROPN") and any(c.dep_ in ("conj", "appos") for c in first.children)


def _clause(scene: Scene, first: Token) -> Extent:
    """A clause as a whole, from its "that" to its end."""
    tokens = [t for t in first.doc[first.left_edge.i : first.right_edge.i + 1] if not t.is_space]
    while tokens[-1].is_punct:
        tokens.pop()
    return token_extent(scene, tokens)


def _listed_with(first: Token) -> Iterator[Token]:
    """What is demanded beside the first: not what else is done ("demanding that he resign and saying ...")."""
    is_clause = first.pos_ in ("VERB", "AUX")
    for one in first.conjuncts:
        if not (is_clause and one.tag_ in ("VBG", "VBD")):
            yield one


def _demanded(head: Token) -> list[Token]:
    """What a child of the demanding word names: itself, or what stands after its preposition."""
    if head.dep_ != "prep":
        return [head]
    if head.lower_ not in ("for", "including", "on", "like"):
        return []
    return [c for c in head.children if c.dep_ in ("pobj", "pcomp")]


def _member(scene: Scene, one: Token) -> Extent:
    """One member of a list, without the members after it."""
    later = [c.left_edge.i for c in one.children if c.dep_ in ("conj", "cc") and c.i > one.i]
    end = min([one.right_edge.i + 1, *later])
    tokens = list(one.doc[one.left_edge.i : end])
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc" or tokens[-1].is_space):
        tokens.pop()
    return token_extent(scene, tokens or [one])


def _after_colon(scene: Scene, setting: Setting, governor: Token) -> Iterator[Draft]:
    """Take the list after a colon apart ("listed four demands: that ...; the safe transfer ...; ...")."""
    text = setting.document.text[scene.start : scene.end]
    at = text.find(":", governor.idx - scene.sent.start_char)
    if at < 0:
        return
    rest, start = text[at + 1 :], at + 1
    pieces = re.split(r"(;)" if ";" in rest else r"(,?\s+and\s+)", rest)
    for piece in pieces:
        kept = piece.strip(" .;,\n")
        if len(kept) > 8 and ";" not in piece:
            begin = scene.start + start + piece.index(kept[0])
            yield from _demand(scene, setting, Extent(begin, begin + len(kept)), governor)
        start += len(piece)


def _demand(scene: Scene, setting: Setting, at: Extent, governor: Token) -> Iterator[Draft]:
    words = setting.document.text[at.start : at.end]
    if 8 <= len(words) <= _LONGEST_DEMAND and _OF_REPORTERS.isdisjoint(words.lower().split()):
        yield Draft(scene, at.start, at.end, "demand", None, Words(" ".join(words.split())), governor, part="")


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
            yield Draft(scene, start, end, "age", None, figure, span.root, about=_person(scene, span.root), part=part)
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


def _is_of_the_time(token: Token) -> bool:
    """ "began as the 25-year-old secretary ..." tells of another time than the story's."""
    head, steps = token, 0
    while steps < 5 and head.head.i != head.i:
        head, steps = head.head, steps + 1
        if head.lower_ == "as" and head.pos_ == "ADP":
            return False
    return True


def _person(scene: Scene, token: Token) -> Extent | None:
    """The person whose age it is: who is named by the noun that it describes, else the nearest in its sentence."""
    people = [e for e in scene.sent.ents if e.label_ == "PERSON"]
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
