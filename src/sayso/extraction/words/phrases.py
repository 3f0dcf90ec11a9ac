"""The noun a number counts, and the words around both that set its scope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.words.predicates import is_of_kind
from sayso.model import Relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Tokens between a number and its noun at most ("14 members", "23 other Japanese nationals").
REACH = 8
_INSIDE = ("ADJ", "NOUN", "PROPN", "ADV", "NUM", "ADP")
_SCOPES = {
    "other": Relation.OTHER,
    "others": Relation.OTHER,
    "another": Relation.OTHER,
    "else": Relation.OTHER,
    "remaining": Relation.REMAINING,
    "last": Relation.REMAINING,
    "additional": Relation.ADDITIONAL,
    "more": Relation.ADDITIONAL,
    "further": Relation.ADDITIONAL,
    "altogether": Relation.CUMULATIVE,
    "total": Relation.CUMULATIVE,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number with what it counts; `head` is the token whose place in the sentence decides the slot.

    `noun` is None where the number stands alone ("14 were killed").
    """

    first: Token
    last: Token
    head: Token
    noun: Token | None
    scope: Relation | None


def phrase(doc: Doc, start: int, end: int) -> Phrase | None:
    """The phrase around the number at characters `start` to `end` of a block; None where it meets no token."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    first, last = span[0], span[-1]
    if last.lower_ == "of" and last.i > first.i:
        last = last.nbor(-1)  # "a couple of guards": what is counted comes after
    noun, is_part, is_of = _noun(span.root, last)
    if noun is None:
        return Phrase(first, last, span.root, None, _scope(first, last, is_part=is_part or _is_of_them(last)))
    head = span.root if is_of and span.root.dep_ not in ("nummod", "quantmod", "det", "amod") else noun
    if noun.i < first.i:
        # "Of the 72 held, one died": all who died of them. "Of the 61 dead, 38 were children": some of the dead.
        return Phrase(first, last, span.root, noun, Relation.PART if _is_described(span.root) else None)
    return Phrase(first, max(noun, last, key=lambda t: t.i), head, noun, _scope(first, noun, is_part=is_part))


def _noun(root: Token, last: Token) -> tuple[Token | None, bool, bool]:
    """The noun counted, whether the number is a part of it ("four of the kidnappers"), and whether "of" ties them."""
    doc = last.doc
    following = last.i + 1
    if following < len(doc) and doc[following].lower_ == "of" and doc[following].sent == last.sent:
        object_ = next((c for c in doc[following].children if c.dep_ == "pobj" and _is_noun(c)), None)
        if object_ is not None and _is_taken(object_):
            object_ = object_.nbor(-1)
        inner = _last_of_compound(object_) if object_ is not None else _chunk_end(doc, following + 1)
        inner = None if inner is not None and inner.lower_ == "number" and _is_owned(inner) else inner
        vague = root.lower_ in (
            "hundreds",
            "dozens",
            "thousands",
            "scores",
            "tens",
            "number",
            "couple",
            "handful",
            "millions",
        )
        is_theirs = object_ is not None and inner is None  # "five of their own number"
        is_part = inner is not None and not vague and root.tag_ != "NNS" and not _is_owned(inner)
        return inner, is_part or is_theirs, True
    if following < len(doc) and _is_state(doc[following]):
        return None, False, False
    fronted = _fronted(root)
    if fronted is not None:
        return fronted, True, True
    is_tied = root.dep_ == "nummod" and root.head.pos_ in ("NOUN", "PROPN") and 0 < root.head.i - last.i <= REACH
    beside = doc[last.i + 1 : root.head.i]
    if is_tied and not any(t.text in _APART or (t.text == "," and t.nbor(1).like_num) for t in beside):
        return _last_of_compound(root.head), False, False
    if (
        root.pos_ in ("NOUN", "PROPN")
        and root.i == last.i
        and root.lower_ not in ("dozens", "hundreds", "thousands", "scores")
    ):
        return None, False, False
    return _chunk_end(doc, following), False, False


def _is_noun(token: Token) -> bool:
    """A noun; "six of the ten" names none, whatever the tagger makes of "ten"."""
    return token.pos_ in ("NOUN", "PROPN") and not token.like_num


def _is_of_them(last: Token) -> bool:
    """ "Three of them", "four of the youngest": of those told of before."""
    rest = last.doc[last.i + 1 : last.i + 4]
    if len(rest) < 2 or rest[0].lower_ != "of":
        return False
    is_best = len(rest) > 2 and rest[1].lower_ == "the" and rest[2].tag_ == "JJS"
    return is_best or rest[1].lower_ in ("them", "whom", "us", "these", "those")


def _is_owned(noun: Token) -> bool:
    """ "More than 400 of its members": so many in all, of a body that owns them."""
    return any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in noun.children)


#: What befell those counted, right behind a bare number.
_STATES = frozenset(
    "dead killed slain injured wounded hurt missing drowned homeless trapped arrested rescued saved".split()
)
_APART = frozenset({":", ";", "("})
_ENDING = ("PUNCT", "CCONJ", "ADP", "SPACE")


def _is_state(token: Token) -> bool:
    """ "Seven dead and thirty hurt": the word behind the number is no noun's own, whatever it is tied to."""
    if token.lower_ not in _STATES or token.is_sent_start:
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is None or after.is_sent_start or after.pos_ in _ENDING


def _is_described(root: Token) -> bool:
    """Is it said of them what they were, and not what befell them?"""
    return root.head.lemma_ == "be" and any(
        (c.dep_ == "attr" and c.pos_ == "NOUN") or (c.dep_ == "acomp" and is_of_kind(c)) for c in root.head.children
    )


def _fronted(root: Token) -> Token | None:
    """ "Of the 72 people held, one died": the noun stands before its part."""
    if root.dep_ not in ("nsubj", "nsubjpass") or root.pos_ not in ("NUM", "PRON", "NOUN"):
        return None
    opening = root.sent[0]
    if opening.lower_ != "of" or opening.i >= root.i:
        return None
    return next((c for c in opening.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")), None)


def _is_taken(noun: Token) -> bool:
    """ "40 diplomats hostage": what they were taken, not what they are."""
    return noun.lower_ in ("hostage", "prisoner", "captive") and noun.i > 0 and noun.nbor(-1).tag_ in ("NNS", "NNPS")


def _last_of_compound(noun: Token) -> Token:
    """The parser now and then ties a number to the first half of a compound ("14 XYZ militants")."""
    while (
        noun.dep_ in ("compound", "nmod", "amod")
        and not _is_taken(noun.head)
        and noun.head.pos_ in ("NOUN", "PROPN")
        and 0 < noun.head.i - noun.i <= 3
    ):
        noun = noun.head
    return noun


def _chunk_end(doc: Doc, start: int) -> Token | None:
    """The last noun of the run that begins at `start`; a participle before a noun is inside ("armed", "wounded")."""
    found: Token | None = None
    for token in doc[start : min(len(doc), start + REACH)]:
        if _is_when(token, start):
            break
        if (token.is_sent_start and token.i > start) or (found is not None and _is_taken(token)):
            break
        if _is_noun(token):
            if (
                found is not None
                and found.dep_ not in ("compound", "nmod", "amod", "poss", "npadvmod")
                and token.i - found.i > 1
            ):
                break
            found = token
        elif found is not None or (
            token.pos_ not in ("ADJ", "DET", "PRON", "ADV", "NUM", "VERB") and token.text != "-"
        ):
            if token.lower_ in ("'s", "-", "'") or token.tag_ == "POS":
                continue
            break
        elif (token.pos_ == "VERB" and token.tag_ not in ("VBN", "VBG")) or (
            token.pos_ == "PRON" and token.lower_ not in ("other", "their", "his", "her", "its")
        ):
            break
    return found


def _is_when(token: Token, start: int) -> bool:
    """ "Killed 300 that summer", "lost eleven last night": a time behind a bare number is not what it counts."""
    if token.ent_type_ in ("DATE", "TIME") and token.dep_ in ("npadvmod", "nmod", "amod", "det", "advmod", "dobj"):
        return not token.like_num
    after_digit = token.i == start and token.i > 0 and token.nbor(-1).like_num
    return after_digit and token.lower_ in ("that", "this") and token.dep_ == "det"


def _scope(first: Token, last: Token, *, is_part: bool) -> Relation | None:
    """What the words in and beside the phrase say of the whole it belongs to."""
    doc = first.doc
    for token in doc[max(first.i - 1, 0) : min(last.i + 2, len(doc))]:
        if token.lower_ == "all" and token.i <= first.i:
            return Relation.ALL
        if token.lower_ in _SCOPES and (token.i <= last.i or token.lower_ == "else"):
            if token.lower_ in ("last", "more", "total") and token.i < first.i:
                continue
            return _SCOPES[token.lower_]
    return Relation.PART if is_part else None
