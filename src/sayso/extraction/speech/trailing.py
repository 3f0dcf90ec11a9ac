"""A cue at the end of what it hands on: "..., police and doctors said on Friday".

The parser loses these at the end of long sentences (it joins the speakers to the last noun before them), so they are
found by their place: a comma, a phrase without a verb, a verb of telling, and no clause behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.words.lexicon import classes, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = ("VBD", "VBZ", "VBP")
_VERBAL = (*_FINITE, "MD", "VBN")
#: What a speaker's phrase is made of.
_OF_PHRASE = frozenset(["DET", "NOUN", "PROPN", "ADJ", "ADP", "CCONJ", "NUM", "PART", "PRON", "X"])
_LONGEST_PHRASE, _LONGEST_BEHIND = 14, 10
#: Fewer words before a cue are an adverbial ("On Friday, he said ...").
_SHORTEST_LEAD = 5
#: What a clause that is not told begins with ("When the fire broke out, the guards told nobody").
SUBORDINATE = frozenset(
    "when after while if because although though since until once where before unless whether".split()
)


@dataclass(frozen=True, slots=True)
class Trailing:
    """The speaker's phrase with its noun, and the words that the cue hands on."""

    first: Token
    last: Token
    #: His name alone, where the phrase first says what he is ("its head, Dr. Ann Reed, told reporters").
    name: Token
    source: Token
    lead: tuple[Token, ...]

    def names(self, noun: Token | None) -> bool:
        """Is a noun that the parser found as the speaker one of the phrase?"""
        return noun is not None and self.first.i <= noun.i <= self.last.i


def trailing(verb: Token) -> Trailing | None:
    """The speaker and the words before a verb of telling that ends its clause; None where it does not."""
    if verb.tag_ not in _FINITE or verb.lemma_.lower() not in words("speech", "telling") or _goes_on(verb):
        return None
    phrase = _phrase(verb)
    is_denying = classes("speech", "verbs").get(verb.lemma_.lower()) == "denied"
    if phrase and phrase[0].tag_ in ("WDT", "WP", "WRB"):
        if not is_denying:
            return None
        phrase = phrase[1:]  # "..., which both governments deny"
    source = _head(phrase)
    if not phrase or source is None:
        return None
    sent = verb.sent
    comma = phrase[0].i - (1 if phrase[0].nbor(-1).text == "," else 2)
    begin = max((t.i + 1 for t in sent if t.text == ";" and t.i < comma), default=sent.start)
    lead = tuple(verb.doc[i] for i in range(begin, comma))
    name = next((t.nbor(1) for t in phrase[:-1] if t.text == "," and t.nbor(1).pos_ == "PROPN"), phrase[0])
    return Trailing(phrase[0], phrase[-1], name, source, lead) if _is_told(lead) else None


def _goes_on(verb: Token) -> bool:
    """Does a clause follow: "said that", "said six had died", "told them to leave"?"""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    for count, token in enumerate(behind):
        if token.text in (",", ".", ";", "(", "-", "--", "–", "—"):
            return False
        if token.tag_ in (*_FINITE, "MD", "TO", "CD") or token.text in (":", '"', "``", "“") or token.lower_ == "that":
            return True
        if count > _LONGEST_BEHIND:
            return True
    return False


def _phrase(verb: Token) -> Sequence[Token]:
    """The tokens between the comma and the verb; a name set off by commas belongs to the noun before it."""
    near = _chunk(verb.i, verb)
    if near is None:
        return ()
    if near:
        return near
    name = _chunk(verb.i - 1, verb)
    noun = _chunk(name[0].i - 1, verb) if name else None
    if not name or not noun or name[0].pos_ not in ("PROPN", "NUM", "DET"):
        return ()
    return [*noun, verb.doc[name[0].i - 1], *name]


def _chunk(end: int, verb: Token) -> list[Token] | None:
    """The run of a phrase's words up to `end`, behind a comma; None where something else stands there."""
    found: list[Token] = []
    for i in range(end - 1, verb.sent.start, -1):
        token = verb.doc[i]
        if token.text == ",":
            return found[::-1]
        if token.pos_ not in _OF_PHRASE and token.text not in ("-", "'s", "."):
            return None
        if len(found) >= _LONGEST_PHRASE:
            return None
        found.append(token)
    return None


def _head(phrase: Sequence[Token]) -> Token | None:
    """The noun of a phrase: the last before its first preposition or comma; None where it names nobody."""
    if not phrase or phrase[0].pos_ in ("CCONJ", "ADP"):
        return None
    if len(phrase) == 1 and phrase[0].pos_ == "PRON":
        return phrase[0]
    own = []
    for token in phrase:
        if token.pos_ == "ADP" or token.text == ",":
            break
        own.append(token)
    nouns = [t for t in own if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME", "GPE")]
    return nouns[-1] if nouns else None


def _is_told(lead: Sequence[Token]) -> bool:
    """A clause of its own, which something happens in."""
    is_count = len(lead) > 1 and lead[0].like_num  # "forty-one died, the almanac states"
    if (
        (len(lead) < _SHORTEST_LEAD and not is_count)
        or lead[0].lower_ in SUBORDINATE
        or lead[-1].tag_ in ("WDT", "WP", "WRB")
    ):
        return False
    return any(t.tag_ in _VERBAL for t in lead)
