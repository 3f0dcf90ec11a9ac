"""What stands right behind a counted phrase: "one dead, four others wounded", "two men killed, one woman hurt".

A headline lists counts, each with its own word of harm, and drops the verbs; the parser then ties both words to one of
them. The word right behind a phrase is the phrase's own, and what belongs to its neighbours in the list is not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sayso.extraction.words.clauses import Frame, list_head
from sayso.extraction.words.phrases import Phrase
from sayso.extraction.words.suffered import is_aimed

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Slots of which one person has but one in one breath.
_HARM = frozenset({"killed", "injured", "casualties", "missing", "trapped", "displaced", "arrested"})
#: What is said of those whom somebody sends, and not of who does.
_SENT = frozenset({"be post", "be sent", "be send", "be station"})
#: What may stand between a phrase and its word.
_BETWEEN = frozenset("critically seriously badly fatally severely reported feared confirmed presumed still now".split())
#: What may follow the word: an object would make it a deed ("one killed two others").
_FOLLOWING = ("PUNCT", "CCONJ", "ADP", "SCONJ", "SPACE", "ADV")

#: "was taken to hospital, where he later died": nobody else may come between.
_DIED = re.compile(
    r"\b(?:where|and|but|who|before|then)(?: (?:he|she|later|was|had|soon|then|shortly|afterwards?|subsequently|eventually))*"
    r" (?:died|dying|succumbed|(?:pronounced|declared) dead)\b",
    re.IGNORECASE,
)


def dies_of_it(rest: str) -> bool:
    """Does a sentence go on to say that the one who was hurt died?

    >>> dies_of_it("to General Hospital, where she was pronounced dead."), dies_of_it("and another man died.")
    (True, False)
    """
    return _DIED.search(rest) is not None


def own_word(phrase: Phrase) -> Token | None:
    """The participle or adjective right behind a phrase, that something may follow but an object; None where none stands."""
    doc = phrase.last.doc
    place = max(phrase.last.i, phrase.head.i, phrase.noun.i if phrase.noun is not None else 0) + 1
    place = _past_partners(phrase, place)
    while place < len(doc) and doc[place].lower_ in _BETWEEN:
        place += 1
    if place >= len(doc) or doc[place].is_sent_start or doc[place].tag_ not in ("VBN", "VBD", "JJ"):
        return None
    after = doc[place + 1] if place + 1 < len(doc) else None
    is_free = after is None or after.is_sent_start or after.pos_ in _FOLLOWING
    return doc[place] if is_free and not is_aimed(doc[place]) else None


def _past_partners(phrase: Phrase, place: int) -> int:
    """The place behind those who share the word: "three women and a man injured"."""
    doc, noun = phrase.last.doc, phrase.noun
    if noun is None or place + 2 >= len(doc) or doc[place].lower_ != "and":
        return place
    partner = next(
        (t for t in doc[place + 1 : place + 4] if t.pos_ == "NOUN" and t.dep_ in ("conj", "nsubj", "nsubjpass")), None
    )
    counted = doc[place + 1].pos_ in ("DET", "NUM")
    return partner.i + 1 if partner is not None and counted and partner.i < place + 4 else place


def own_slot(word: Token, table: Mapping[tuple[str, str], tuple[str, ...]]) -> str | None:
    """The slot of harm that the word tells."""
    for relation in ("adjective", "object"):
        for name in (word.lower_, word.lemma_.lower()):
            slot = next((slot for slot in table.get((relation, name), ()) if slot in _HARM), None)
            if slot is not None:
                return slot
    return None


def is_neighbours(slot: str, frame: Frame | None, phrase: Phrase, word: Token) -> bool:
    """Is a frame of harm that of another count in the list: behind a further number, or before a phrase that is listed?"""
    if frame is None or slot not in _HARM or frame.head.i == word.i:
        return False
    if frame.head.i > word.i:
        return any(token.like_num or token.text == ";" for token in word.doc[word.i + 1 : frame.head.i])
    noun = phrase.noun or phrase.head
    return frame.head.i < phrase.first.i and list_head(noun).i != noun.i


def names_for(frame: Frame, phrase: Phrase) -> list[str]:
    """The names of a frame, the longest first, without an adverb that another number stands before.

    "Two men shot, one fatally": the men were shot, and the one fatally.
    """
    names = sorted(frame.names, key=len, reverse=True)
    if frame.relation == "subject" and list_head(phrase.head).head.dep_ == "agent":
        names = [
            name for name in names if not name.startswith("be ")
        ]  # "a letter posted by 12 soldiers": it was, not they
    adverb = next((c for c in frame.head.rights if c.dep_ == "advmod" and c.lower_.endswith("ly")), None)
    if adverb is None or adverb.i < 1 or adverb.nbor(-1).pos_ != "NUM" or adverb.nbor(-1).i == phrase.last.i:
        return names
    return [name for name in names if adverb.lower_ not in name.split()]
