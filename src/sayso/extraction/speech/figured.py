"""Whose figure it is, by the words beside the number: "the police figure of 31", "53 by the count of the church".

A figure that an account hands on as somebody's is reported, and not its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.speech.cues import is_untrue_behind
from sayso.extraction.speech.reckonings import Reckoning
from sayso.extraction.words.lexicon import classes
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What a number of somebody's is called.
_FIGURES = frozenset(
    "figure figures count tally estimate estimates toll total reckoning number version calculation".split()
)
_JOINING = frozenset([",", ";", "and", "but", "while"])
_OF_NAME = ("DET", "NOUN", "PROPN", "ADJ", "PART")
_LONGEST_NAME, _LONGEST_FIGURE, _NEAR = 7, 14, 4
#: "The figure of 61 comes from the directorate".
_COMING = frozenset("come stem originate derive".split())
#: A finite verb behind a number ends what it counts.
_ENDING = ("VBZ", "VBP", "MD", "WDT", "WP")


def of_noun(noun: Token) -> Reckoning | None:
    """ "The governor's figure of 28", "an army count of 52 dead", "the figure of 61 comes from X"."""
    if noun.lower_ not in _FIGURES:
        return None
    behind = _behind(noun, _NEAR)
    number = next((t for t in behind if _is_number(t)), None)
    if number is None or behind[0].lower_ != "of":
        return None
    last = _end(number)
    phrase = _owner(noun) or _origin(last)
    is_denied = is_untrue_behind(_end_of_clause(last))
    if not phrase and not is_denied:
        return None
    told = _reckoning(noun, phrase or [noun], behind[1], last)
    return replace(told, modality=Modality.DENIED, is_unnamed=not phrase) if is_denied else told


def by_count(noun: Token) -> Reckoning | None:
    """ "Killing 53 by the count of the authorities": the number before the phrase."""
    if noun.lower_ not in _FIGURES or noun.i - noun.sent.start < _NEAR:
        return None
    by = noun.nbor(-2) if noun.nbor(-1).pos_ == "DET" else noun.nbor(-1)
    behind = _behind(noun, _LONGEST_NAME)
    if by.lower_ != "by" or not behind or behind[0].lower_ != "of" or not _is_number(by.nbor(-1)):
        return None
    phrase = _name(behind[1:])
    return _reckoning(noun, phrase, by.nbor(-1), by.nbor(-1)) if phrase else None


def by_owner(number: Token) -> Reckoning | None:
    """ "The company's 71 was never revised"."""
    if not _is_number(number) or number.i - number.sent.start < 2 or number.nbor(-1).tag_ != "POS":
        return None
    owner = number.nbor(-2)
    after = _behind(number, 1)
    if owner.lemma_.lower() not in classes("speech", "basis") or (after and after[0].pos_ in ("NOUN", "PROPN", "ADJ")):
        return None
    return _reckoning(owner, [owner], number, number)


def gapped(told: Reckoning) -> Iterator[Reckoning]:
    """ "The governor counted 28 dead, the committee 57, the hospital 47": the verb goes on."""
    first, last = told.content
    counted = next((t for t in told.cue.doc[first.i : last.i + 1] if _is_number(t)), last)
    rest = _behind(_end(counted), told.cue.sent.end)
    while rest and rest[0].text in _JOINING:
        while rest and rest[0].text in _JOINING:
            rest = rest[1:]
        phrase = _name(rest)
        number = rest[len(phrase)] if phrase and len(rest) > len(phrase) else None
        if number is None or not _is_number(number):
            return
        last = _end(number)
        yield replace(told, source=phrase[-1], content=(number, last), phrase=(phrase[0], phrase[-1]))
        rest = _behind(last, told.cue.sent.end)


def _reckoning(cue: Token, phrase: Sequence[Token], first: Token, last: Token) -> Reckoning:
    return Reckoning(phrase[-1], cue, (first, last), Modality.REPORTED, (phrase[0], phrase[-1]))


def _is_number(token: Token) -> bool:
    """A number that may count people: no date, no sum of money."""
    return (token.like_num or token.tag_ == "CD") and token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")


def _behind(token: Token, most: int) -> list[Token]:
    return [*token.doc[token.i + 1 : min(token.i + 1 + most, token.sent.end)]]


def _name(tokens: Sequence[Token]) -> list[Token]:
    """The words at the head of a run that name somebody."""
    found: list[Token] = []
    for token in tokens[:_LONGEST_NAME]:
        if token.pos_ not in _OF_NAME or _is_number(token):
            break
        found.append(token)
    return found if found and found[-1].pos_ in ("NOUN", "PROPN") else []


def _owner(noun: Token) -> list[Token]:
    """The governor's, police: one that can speak, before the noun."""
    known = classes("speech", "basis")
    before = [*noun.sent[: noun.i - noun.sent.start]][-_NEAR:]
    own = [t for t in before if t.lemma_.lower() in known or t.ent_type_ in ("ORG", "PERSON") or _is_possessor(t)]
    return (
        own[-1:] if own and all(t.pos_ in _OF_NAME or t.tag_ == "VBN" for t in before[before.index(own[-1]) :]) else []
    )


def _is_possessor(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS"


def _origin(last: Token) -> list[Token]:
    """ "... comes from the health directorate", "... given by the army"."""
    rest = _behind(last, _NEAR)
    prep = next((n for n, t in enumerate(rest) if t.lower_ in ("from", "by")), None)
    if not prep or (rest[prep - 1].lemma_ not in _COMING and rest[prep - 1].tag_ != "VBN"):
        return []
    return _name(_behind(rest[prep], _LONGEST_NAME))


def _end_of_clause(last: Token) -> Token:
    """The word before the next verb that says something: "of 100 dead now going round on the radio IS ..."."""
    for token in _behind(last, _LONGEST_FIGURE):
        if token.tag_ in ("VBZ", "VBP") or token.lower_ in ("was", "were", "had", "has"):
            return token.nbor(-1)
    return last


def _end(number: Token) -> Token:
    """The end of a run of counts: "31 killed and 74 injured"."""
    last = number
    for token in _behind(number, _LONGEST_FIGURE):
        joins = token.text in _JOINING
        if joins and not any(_is_number(t) for t in _behind(token, 1)):
            break
        if not joins and (token.is_punct or token.tag_ in _ENDING or token.lower_ in ("was", "were", "had", "did")):
            break
        last = token
    return last
