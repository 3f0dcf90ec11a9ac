"""What an event that is only mentioned is called: by its type or what it did, where and when, and by its own words for want of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.linking.naming import days_of, mentioned_title, title_of
from sayso.linking.parts import Draft, Teller
from sayso.linking.tellings import is_aside
from sayso.linking.words import fold
from sayso.model import Document, Event

#: The type of what no type names.
_REST = "other"
#: What came of it names what has no type; the gravest first.
_DEEDS: Mapping[str, str] = {
    "executed": "Executions", "killed": "Deaths", "hostages_taken": "Hostages taken", "missing": "Disappearances", "injured": "Injuries",
    "casualties": "Casualties", "displaced": "Flight", "rescued": "Rescue", "escaped": "Escape", "convicted": "Conviction", "tried": "Trial", "acquitted": "Acquittal", "charged": "Charges",
    "arrested": "Arrests", "released": "Releases", "freed": "Prisoners freed", "destroyed": "Destruction", "damaged": "Damage",
}  # fmt: skip
_PLACED = r"\b(?:in|at|near|outside|around|off)\s+(?:the\s+)?(?:\w+\s+of\s+)?"
_LONGEST = 56


def called(event: Event, draft: Draft, documents: Mapping[str, Document], display: str) -> str:
    """The title of an event that is only mentioned.

    Args:
        event: the event, with its days and place.
        draft: what it was made of.
        documents: by id, for their words.
        display: the name of its type.
    """
    first = min(draft.tellers, key=lambda teller: teller.telling.order)
    if event.type == _REST:
        told = {claim.slot for teller in draft.tellers for claim in teller.claims}
        deed = next((name for slot, name in _DEEDS.items() if slot in told), "")
        if not deed and is_aside(first.episode):
            return _aside(documents[first.document])
        display = deed or display
    days = days_of(draft)
    where = event.where.name if event.where is not None else next(_places(draft, documents), "")
    title = title_of(display, None, days)
    title = ", ".join(part for part in (*title.split(", ", 1)[:1], where, *title.split(", ", 1)[1:]) if part)
    if where or days is not None:
        return title
    words = next(
        (words for teller in draft.tellers for words in _sentences(teller, documents[teller.document].text)), ""
    )
    return mentioned_title(title, words or first.episode.title)


def _aside(document: Document) -> str:
    """The name of what a document tells beside its event, and that is none."""
    title = document.title if len(document.title) <= _LONGEST else f"{document.title[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"Told aside in “{title or document.id}”"


def _places(draft: Draft, documents: Mapping[str, Document]) -> Iterator[str]:
    """The places that its sentences name after "in" or "at", as they are written."""
    for teller in draft.tellers:
        for sentence in _sentences(teller, documents[teller.document].text):
            yield from _places_in(sentence, teller.telling.places)


def _places_in(sentence: str, names: Iterable[str]) -> Iterator[str]:
    plain = fold(sentence)
    for name in sorted((name for name in names if name in plain), key=lambda name: (plain.find(name), name)):
        match = re.search(rf"{_PLACED}({re.escape(name)})\b", sentence, re.IGNORECASE)
        if match is not None:
            yield match.group(1)


def _sentences(teller: Teller, text: str) -> Iterator[str]:
    """The sentences that tell of it, in order, once each."""
    spans = dict.fromkeys((claim.sentence.start, claim.sentence.end) for claim in teller.claims)
    for start, end in sorted(spans):
        yield " ".join(text[start:end].split())
