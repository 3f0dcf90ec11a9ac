"""People named behind their office and where they hold it: in "Archbishop of Tarn Juan Reyes" the name is Juan Reyes, and the see is Tarn.

The recogniser makes one name of the place and the person, or none, and the parser hangs both on "of". Where the place ends is
told by the table of places, by the words that places begin with, or by a name of two words behind one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.normalisation import places
from sayso.normalisation.places_entries import country_of_towns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

#: No text without one of these is looked at.
_OFFICES = re.compile(
    r"\b(?:(?:arch)?bishop|mayor|governor|ambassador|consul|minister|president|prefect|patriarch|abbot|dean|rector|prosecutor|judge|commander|chief"
    r"|secretary|director|leader|premier|chancellor|sheriff|bailiff|primate|duke|count|prince|king|sultan|emir|archdeacon|vicar)\s+(?:of|to|in|for)\s+(?=[A-Z])",
    re.IGNORECASE,
)
#: What a minister is of.
_PORTFOLIOS = frozenset(
    "interior defence defense justice health finance education state war labour labor agriculture transport energy commerce trade culture police"
    " information economy planning".split()
)
_OPENING = frozenset(
    "san santa santo sao saint st new port puerto fort mount el la los las villa ciudad north south east west upper lower".split()
)
_PARTICLES = frozenset("de del la las los da dos van von der den y al bin ibn".split())
_BODIES = frozenset(
    "company corp inc ltd bank court council party front movement army police union university college school association committee church commission"
    " institute agency republic states kingdom island islands province department district region county city affairs operations league federation".split()
)
_LONGEST_PLACE, _LONGEST_NAME, _FEWEST = 3, 5, 2


def with_officeholders(docs: Iterable[Doc]) -> None:
    """Give those who are named behind their office a name of their own, and the place its own."""
    for doc in docs:
        for match in _OFFICES.finditer(doc.text):
            opening = doc.char_span(match.start(), match.end(), alignment_mode="contract")
            if opening is not None and len(opening) >= _FEWEST:
                _settle(doc, opening[-2], opening[-1])


def _settle(doc: Doc, office: Token, prep: Token) -> None:
    run = list(_capitals(prep))
    length = _place_length(run)
    if length is None or not _is_name(run[length:]):
        return
    place, name = run[:length], run[length:]
    first, last = place[0].i, name[-1].i
    if any((one.start <= last < one.end - 1) for one in doc.ents):
        return
    kept = [one for one in doc.ents if one.end <= first or one.start > last]
    kept = [one for one in kept if not one.start <= first < one.end]
    spans: list[SpacySpan] = [_labelled(doc, name, "PERSON")]
    if place[0].lower_ not in _PORTFOLIOS:
        spans.append(_labelled(doc, place, "GPE"))
    doc.set_ents([*kept, *spans])
    _hang(office, prep, place, name)


def _labelled(doc: Doc, tokens: Sequence[Token], label: str) -> SpacySpan:
    span = doc[tokens[0].i : tokens[-1].i + 1]
    return type(span)(doc, span.start, span.end, label=label)


def _capitals(prep: Token) -> Iterator[Token]:
    """The run of capitalised words behind "of", with the particles within."""
    doc, at = prep.doc, prep.i + 1
    while at < prep.sent.end and at - prep.i <= _LONGEST_PLACE + _LONGEST_NAME:
        token = doc[at]
        is_inside = token.lower_ in _PARTICLES and at + 1 < prep.sent.end and doc[at + 1].text[:1].isupper()
        if not (token.is_alpha and token.text[:1].isupper()) and not is_inside and not _is_initial(token):
            return
        yield token
        at += 1


def _is_initial(token: Token) -> bool:
    """ "J." in a name."""
    return len(token) <= _FEWEST and token.text[:1].isupper() and token.text.endswith(".")


def _place_length(run: Sequence[Token]) -> int | None:
    """How many words of a run name the place; None where that is not sure."""
    for length in range(min(_LONGEST_PLACE, len(run) - _FEWEST), 0, -1):
        words = " ".join(t.text for t in run[:length])
        if places.country(words) is not None or country_of_towns(words) is not None:
            return length
    if len(run) <= _FEWEST:
        return None
    if run[0].lower_ in _PORTFOLIOS:
        return 1
    if run[0].lower_ in _OPENING and len(run) > _FEWEST + 1:
        return 2
    return 1 if len(run) == _FEWEST + 1 else None


def _is_name(name: Sequence[Token]) -> bool:
    """Two words and more, none of a body or a place: "Juan Reyes"."""
    if not _FEWEST <= len(name) <= _LONGEST_NAME or name[0].lower_ in _PARTICLES:
        return False
    if any(t.lower_ in _BODIES for t in name) or places.country(" ".join(t.text for t in name)):
        return False
    return not name[-1].lower_.endswith("s'") and all(
        t.pos_ in ("PROPN", "ADP", "X", "NOUN", "ADJ", "DET", "CCONJ") for t in name
    )


def _hang(office: Token, prep: Token, place: Sequence[Token], name: Sequence[Token]) -> None:
    """The name takes the place of the office in its sentence, and the office stands before it."""
    head = name[-1]
    if office.dep_ == "ROOT" or office.head.sent.start != head.sent.start or head in office.ancestors:
        return
    above, role = office.head, office.dep_
    if above in head.subtree and above.i != office.i:
        return
    behind = [c for c in office.children if c.i > head.i]
    head.head, head.dep_ = above, role
    office.head, office.dep_ = head, "nmod"
    for token in behind:
        token.head = head
    for part, top in ((name[:-1], head), (place[:-1], place[-1])):
        for token in part:
            token.head, token.dep_ = top, "compound"
    place[-1].head, place[-1].dep_ = prep, "pobj"
