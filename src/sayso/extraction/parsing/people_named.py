"""People whom the recogniser took for a body or a land, or passed over: known by what only people do and suffer.

A small recogniser knows few surnames: "Halvik was kidnapped" gives it an organisation. Nobody else is kidnapped, dies, or is
followed by "who"; and whoever is told once by his whole name is a person where his surname stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.parsing.recogniser import COUNTING, CREDITED
from sayso.normalisation import places

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

PERSON = "PERSON"
#: What is done to people alone, and what they alone do; cities are "hit" and parties "arrested" by nobody.
_SUFFERED = frozenset(
    "kill murder assassinate behead strangle kidnap abduct arrest apprehend detain handcuff wound injure hospitalize hospitalise "
    "shoot stab knife lynch electrocute execute bury hang guillotine garrotte torture bayonet cremate poison".split()
)
_DEEDS = frozenset("murder assassination kidnapping abduction arrest beheading stabbing slaying".split())
#: What is done to things, too, where its object stands behind it.
_LOOSE = frozenset("kill bury execute shoot injure wound arrest hang torture poison".split())
_DONE = frozenset("die drown suffocate succumb perish confess surrender".split())
_FALLEN = frozenset("dead injured wounded missing killed arrested survivors victims casualties".split())
#: No block without one of these is looked at.
_GATE = re.compile(
    r"\b(?:who|kill|murder|assassin|behead|strangl|kidnap|abduct|arrest|apprehend|detain|handcuff|wound|injur|hospitali[sz]|shot|stab|"
    r"hang|guillotin|garrott|tortur|bayonet|cremat|poison|put to death|lynch|slay|dead|electrocut|execute|buried|died|drown|suffocat|succumb|perish|confess|surrender)",
)
#: Words of bodies, papers and works: what has one is no person.
_BODIES = re.compile(
    r"\b(?:Police|Department|Hospital|Center|Centre|Court|Office|School|University|College|Church|Council|Company|Corp|Inc|Ltd|Union|Party|Bank|"
    r"Agency|Army|Committee|Association|Front|Movement|News|Times|Post|Station|Club|County|City|Ministry|Commission|Group|Services?|Unit|Force|"
    r"Brigade|Board|Bureau|Institute|Fund|Society|League|Street|Avenue|Road|Bill|Act|Team|Guard|Congress|Parliament|Senate|House)\b"
)
_OTHERS = frozenset(("", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
#: Members that a list is followed through, and how many of them must be people by the recogniser.
_LONGEST_LIST, _OTHERS_KNOWN = 12, 2
#: A surname has as many letters at least.
_SHORTEST = 4


def with_people(docs: Sequence[Doc], is_ordinary: Callable[[str], bool]) -> None:
    """Give the people of a document their label: those to whom something befell, and those told by their surname alone."""
    for doc in docs:
        if _GATE.search(doc.text):
            _label(doc, _befallen(doc), is_ordinary)
    surnames = {
        one[-1].text
        for doc in docs
        for one in doc.ents
        if one.label_ == PERSON and len(one) > 1 and len(one[-1]) >= _SHORTEST and one[-1].is_title
    }
    surnames = {name for name in surnames if not is_ordinary(name.lower()) and not places.country(name)}
    for doc in docs if surnames else ():
        _label(doc, _surnamed(doc, surnames), is_ordinary)


def _label(doc: Doc, people: Iterable[Token], is_ordinary: Callable[[str], bool]) -> None:
    """Set the names of which the tokens are the last words."""
    found = {span.start: span for token in people if (span := _name(token, is_ordinary)) is not None}
    if not found:
        return
    taken = {token.i for span in found.values() for token in span}
    kept = [one for one in doc.ents if not any(token.i in taken for token in one)]
    doc.set_ents([*kept, *found.values()])


def _befallen(doc: Doc) -> Iterator[Token]:
    """Names that are told what only people suffer or do, or that "who" follows."""
    for token in doc:
        is_name = token.tag_ == "NNP" or (token.ent_type_ and token.tag_ in ("JJ", "NN", "NNS", "NNPS"))
        if not is_name or token.ent_type_ == PERSON or token.dep_ == "compound" or not token.text[0].isupper():
            continue
        if _suffers(token) or _is_listed(token) or any(c.dep_ == "relcl" and _asks_who(c) for c in token.children):
            yield token


def _is_listed(name: Token) -> bool:
    """One of a list of people ("Ana Ruiz, Segundo Vidal and Paul Hill"): two others are known, and nothing else is said of it."""
    if name.dep_ not in ("conj", "appos") or not any(c.dep_ == "compound" and c.tag_ == "NNP" for c in name.children):
        return False
    after = name.nbor(1) if name.i + 1 < len(name.doc) else None
    if after is None or not (after.text == "," or after.lower_ == "and" or after.dep_ in ("aux", "auxpass")):
        return False
    first, steps = name, 0
    while first.dep_ in ("conj", "appos") and steps < _LONGEST_LIST:
        first, steps = first.head, steps + 1
    members = {first.i: first, **{one.i: one for one in _members(first, _LONGEST_LIST)}}
    return sum(one.ent_type_ == PERSON for one in members.values()) >= _OTHERS_KNOWN


def _members(first: Token, most: int) -> Iterator[Token]:
    """Those joined to the first of a list, however the parser hangs them."""
    for child in first.children if most else ():
        if child.dep_ in ("conj", "appos") and child.tag_ == "NNP":
            yield child
            yield from _members(child, most - 1)


def _suffers(name: Token) -> bool:
    """Is the name told what only people suffer, or what they alone do?"""
    verb, lemma = name.head, name.head.lemma_.lower()
    if name.dep_ == "nsubjpass":
        return verb.tag_ == "VBN" and (lemma in _SUFFERED or _ends_dead(verb) or _is_put_to_death(verb))
    if name.dep_ == "pobj":
        is_whole = name.tag_ == "NNP" and any(c.dep_ == "compound" for c in name.children)
        return is_whole and verb.lower_ == "of" and verb.head.lemma_.lower() in _DEEDS
    if name.dep_ == "dobj":
        return verb.pos_ == "VERB" and lemma in _SUFFERED - _LOOSE
    if name.dep_ != "nsubj":
        return False
    if verb.lemma_ == "be":
        return any(c.lower_ == "among" and any(o.lower_ in _FALLEN for o in c.children) for c in verb.children)
    return verb.pos_ == "VERB" and (lemma in _DONE or any(_goes_on(c) for c in verb.children))


def _goes_on(verb: Token) -> bool:
    """ "Trooper Hext fell from his horse and died"."""
    is_next = verb.dep_ == "conj" and verb.lemma_.lower() in _DONE
    return is_next and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _is_put_to_death(verb: Token) -> bool:
    to = (c for c in verb.children if c.lower_ == "to") if verb.lemma_ == "put" else ()
    return any(o.lower_ == "death" for c in to for o in c.children)


def _ends_dead(verb: Token) -> bool:
    """ "Was found dead", "was pronounced dead"."""
    return any(c.lower_ in ("dead", "slain", "murdered") for c in verb.children if c.i > verb.i)


def _asks_who(clause: Token) -> bool:
    return any(c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _surnamed(doc: Doc, surnames: Iterable[str]) -> Iterator[Token]:
    """Single names that are the surname of somebody whom the document tells by his whole name."""
    for found in re.finditer(rf"\b(?:{'|'.join(sorted(map(re.escape, surnames)))})\b", doc.text):
        span = doc.char_span(found.start(), found.end())
        if span is None or len(span) != 1:
            continue
        token = span[0]
        is_part = token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.tag_ == "NNP"
        if is_part and token.ent_type_ != PERSON and not any(c.dep_ == "compound" for c in token.children):
            yield token


def _name(last: Token, is_ordinary: Callable[[str], bool]) -> SpacySpan | None:
    """The name that ends in a word; None where it is no person's."""
    doc, first = last.doc, last
    while first.i > last.sent.start and _is_joined(first.nbor(-1), last):
        first = first.nbor(-1)
    span = doc[first.i : last.i + 1]
    is_counted = first.lower_ in COUNTING or any(c.dep_ in ("det", "nummod", "amod") for t in span for c in t.children)
    if is_counted or last.lower_ in CREDITED or _BODIES.search(span.text):
        return None
    if any(token.ent_type_ not in _OTHERS or not token.text[:1].isupper() for token in span):
        return None
    held = {one for one in doc.ents if one.start <= last.i < one.end}
    if any(one.start < first.i or one.end > last.i + 1 for one in held):
        return None
    if len(span) == 1 and (last.is_upper or is_ordinary(last.lower_) or len(last) < _SHORTEST - 1):
        return None
    if last.ent_type_ in _PLACES and places.country(span.text):
        return None
    return type(span)(doc, span.start, span.end, label=PERSON)


def _is_joined(token: Token, last: Token) -> bool:
    return token.pos_ == "PROPN" and token.dep_ == "compound" and token.head.i <= last.i and token.ent_type_ in _OTHERS
