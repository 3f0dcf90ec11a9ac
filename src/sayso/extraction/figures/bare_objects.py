"""A bare number right behind its verb, and one that a comma's aside parts from its own: what the parser ties elsewhere.

"The storm displaced 299,000", "the guards killed thirty more", "they carried off eleven", "had freed around 40": the parser
makes such a number a measure, or the object of the hedge. "Ten, among them two nurses, were hurt": it makes it a list's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.words.clauses import Frame
from sayso.extraction.words.verbs import is_passive, verb_names

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extraction.words.phrases import Phrase

#: What may stand between a verb and the number that is its object.
_HEDGES = frozenset(
    "a an another around about some over nearly almost at least most up to more than further only".split()
)
#: How a bare number hangs where the parser missed that it is an object.
_ASTRAY = ("npadvmod", "pobj", "nummod", "quantmod", "dep", "advmod", "nsubj")
_LISTED = ("conj", "appos", "npadvmod", "dep")
#: What is done to people, and to hardly anything else that a bare number stands for: a clock strikes eight, a needle hits 90, a bus takes 33.
_DONE_TO_PEOPLE = frozenset(
    "kill wound injure hurt maim drown displace evacuate arrest detain capture imprison jail execute hang behead murder "
    "massacre slaughter slay assassinate abduct kidnap evict infect sicken "
    "free release rescue hospitalize deport expel allow let permit".split()
)
_MORE = frozenset({"more", "dozen", "hundred"})
#: What opens an aside on some of those counted.
_ASIDE = frozenset("among including most many all both mostly mainly some several half one two three four five six seven eight nine ten none".split())  # fmt: skip
#: Tokens of an aside at most.
_REACH = 12
_HELPING = frozenset("was were are is has have had been be being".split())


def bare_object(phrase: Phrase) -> Iterator[Frame]:
    """The verb that a number stands right behind, or stands before across an aside, whatever the parser ties it to."""
    if phrase.noun is None or phrase.head.dep_ == "conj":
        verb = _verb_before(phrase)
        if verb is not None:
            yield Frame("object", verb, verb_names(verb))
    verb = _verb_of_those(phrase) or _verb_behind_aside(phrase) or _verb_right_behind(phrase)
    if verb is not None:
        yield Frame("object" if is_passive(verb) else "subject", verb, verb_names(verb))


def _verb_before(phrase: Phrase) -> Token | None:
    """ "Killed thirty more", "carried off eleven", "had freed around 40"."""
    root, place = phrase.head, phrase.first.i - 1
    if root.dep_ == "conj" and root.head.pos_ == "VERB":
        return _verb_of_list(phrase)
    if root.dep_ not in _ASTRAY or (root.dep_ == "nummod" and root.head.lower_ not in _MORE):
        return None
    doc, first = phrase.first.doc, phrase.first.sent.start
    while place > first and doc[place].lower_ in _HEDGES:
        place -= 1
    if place > first and doc[place].dep_ == "prt":
        place -= 1
    verb = doc[place]
    if place < first or verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP") or is_passive(verb):
        return None
    if verb.lemma_.lower() not in _DONE_TO_PEOPLE and not _is_carrying_off(verb):
        return None
    is_free = not any(
        c.dep_ in ("dobj", "auxpass") and not phrase.first.i <= c.i <= phrase.last.i + 1 for c in verb.children
    )
    return verb if is_free and _ends(phrase.last) else None


def _is_carrying_off(verb: Token) -> bool:
    """ "The flood carried off eleven"; what a bus carries and an engine pulls is no people by that."""
    return verb.lemma_ == "carry" and any(c.dep_ == "prt" and c.lower_ in ("off", "away") for c in verb.children)


def _verb_of_list(phrase: Phrase) -> Token | None:
    """ "Killed the mayor and three of his clerks": joined to the verb, and told of with its object."""
    verb, joint = phrase.head.head, phrase.first.nbor(-1)
    if joint.lower_ != "and" or joint.i < 1 or not _ends(phrase.last) or is_passive(verb):
        return None
    return verb if any(c.dep_ == "dobj" and c.right_edge.i == joint.i - 1 for c in verb.children) else None


def _ends(last: Token) -> bool:
    """Does the number end there, so that no noun or verb is left that it might belong to?"""
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if after is not None and after.lower_ in ("more", "others"):
        after = after.nbor(1) if after.i + 1 < len(after.doc) else None
    return after is None or after.is_sent_start or after.pos_ in ("PUNCT", "ADP", "SCONJ", "CCONJ") or after.is_space


def _verb_of_those(phrase: Phrase) -> Token | None:
    """ "Thirty of those who died were children": they died as well; of "none of those who died" nothing is told."""
    doc, place = phrase.last.doc, phrase.last.i + 1
    if phrase.first.lower_ in ("none", "no", "not", "nobody") or place + 3 >= len(doc):
        return None
    of, those, who = doc[place : place + 3]
    if (of.lower_, those.lower_, who.lower_) != ("of", "those", "who"):
        return None
    return next((c for c in those.children if c.dep_ == "relcl" and c.pos_ == "VERB"), None)


def _verb_right_behind(phrase: Phrase) -> Token | None:
    """ "44 were injured and three are missing", "on Monday 52 were killed": the last of a list, with a verb of its own."""
    doc, root, place = phrase.last.doc, phrase.head, phrase.last.i + 1
    is_astray = root.dep_ in _LISTED or (root.dep_ == "nummod" and root.head.i < root.i)
    if phrase.noun is not None or not is_astray or place >= len(doc):
        return None
    word = doc[place]
    if word.is_sent_start or word.tag_ not in ("VBD", "VBZ", "VBP") or word.lower_ not in _HELPING:
        return None
    verb = word.head if word.dep_ in ("aux", "auxpass") else word
    return verb if verb.i >= place and verb.pos_ in ("VERB", "AUX") else None


def _verb_behind_aside(phrase: Phrase) -> Token | None:
    """ "Eleven, among them four officers, were wounded": the verb behind the second comma."""
    doc, place = phrase.last.doc, phrase.last.i + 1
    if place + 3 >= len(doc) or doc[place].text != "," or doc[place + 1].lower_ not in _ASIDE:
        return None
    if doc[place + 1].like_num and doc[place + 2].lower_ != "of":
        return None
    end = next((t.i for t in doc[place + 2 : place + _REACH] if t.text in (",", ";", ".") or t.pos_ == "AUX"), None)
    if end is None or doc[end].text != ",":
        return None
    place = end + 1
    while place < len(doc) and (doc[place].lower_ in _HELPING or doc[place].pos_ == "ADV"):
        place += 1
    if place >= len(doc) or doc[place].is_sent_start or doc[place].tag_ not in ("VBN", "VBD"):
        return None
    return doc[place] if place > end + 1 or doc[place].tag_ == "VBD" else None
