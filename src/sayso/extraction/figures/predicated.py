"""One person told by what he was among: "the only fatality was the cook", "among the dead was a boy", "she was the sole survivor".

What befell somebody stands in a noun, and the verb is "be" or "include". A list of such people is followed to its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.roll_openings import opened
from sayso.extraction.words.calling import without_ending
from sayso.extraction.words.people import is_human
from sayso.model import Extent, Figure, Qualifier, Relation

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_SLOTS = {
    **dict.fromkeys(("fatality", "dead", "death", "die", "killed", "victim", "deceased", "drowned", "slain", "perish", "fatalities", "victims"), "killed"),
    **dict.fromkeys(("injured", "wounded", "hurt"), "injured"),
    **dict.fromkeys(("survivor", "survivors", "survive"), "survived"),
    **dict.fromkeys(("missing", "disappeared"), "missing"),
    **dict.fromkeys(("rescued", "saved"), "rescued"),
    **dict.fromkeys(("arrested", "detained"), "arrested"),
    **dict.fromkeys(("hostages", "captives", "kidnapped", "abducted"), "hostages_taken"),
}  # fmt: skip
_RANKED = (
    r"(?:only|sole|lone|first|last|youngest|oldest|eldest|latest|final|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|other|single)"
    r"(?: (?:other|known|confirmed|civilian|military|reported|recorded|such|identified|person|one|man|woman|child|member of the \w+|of (?:the|these|them|those)))*"
)
_STATE = r"(?P<{0}>fatality|victim|survivor|dead|death|(?:to )?(?:die|perish|survive)|(?:(?:to be|who was|to have been) )?(?:killed|injured|wounded|rescued|saved|arrested))"
#: "The only fatality (of the fire) was ...", "the last to die was ...".
_WAS = re.compile(
    rf"\b(?:the|our|its|their|his|her) {_RANKED} {_STATE.format('state')}(?: (?:of|in|from|on|at|by|that) [^,;.:]{{2,40}}?)? (?:was|is|would be) ",
    re.IGNORECASE,
)
#: "Among the dead was ...", "the dead include ...", "one of the victims was ...", "the toll includes ...".
_AMONG = re.compile(
    r"\b(?:among (?:the |those )|one of (?:the |those ))(?:\w+ )?(?P<among>dead|killed|deceased|drowned|slain|injured|wounded|missing|victims|fatalities|survivors|rescued|saved|arrested"
    r"|detained|hostages|captives|kidnapped|abducted)(?: (?:in|of|at|by|on) [^,;.:]{2,30}?)? (?:was|were|is|are) "
    r"|\bthe (?:\w+ )?(?P<include>dead|killed|deceased|drowned|slain|injured|wounded|missing|victims|fatalities|survivors|rescued|arrested|detained|hostages|captives)"
    r"(?: (?:in|of|at|by|on) [^,;.:]{2,30}?)? (?:also )?(?:includes?|included) |\bthe (?:death )?(?P<toll>toll) (?:also )?(?:includes?|included) ",
    re.IGNORECASE,
)
#: "..., was the sole survivor": said of the subject.
_IS_THE = re.compile(
    rf"\b(?:was|is|became|were|would be) (?:also |thus |probably )?(?:the|our|its|their) {_RANKED} {_STATE.format('state')}\b",
    re.IGNORECASE,
)
_GATE = re.compile(
    r"\b(?:fatalit|victim|surviv|dead\b|death\b|killed|deceased|drowned|injured|wounded|missing|toll inclu|arrested|hostages|captives|to die|rescued)", re.IGNORECASE
)  # fmt: skip
#: What a person's phrase may open with, and the tokens up to its noun.
_OPENS = frozenset("a an the his her my our their its another".split())
_REACH = 6


def predicated(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The persons of a scene who are said to be the dead, or one of them."""
    if _GATE.search(scene.words) is None:
        return
    for pattern in (_WAS, _AMONG):
        for found in pattern.finditer(scene.words):
            first = _token_at(scene, found.end())
            is_roll = first is not None and first.pos_ == "PROPN" and opened(scene.words) is not None
            if first is not None and not is_roll:  # names behind an opening are a list's
                yield from _list(scene, setting, first, _slot(found))
    for found in _IS_THE.finditer(scene.words):
        verb = _token_at(scene, found.start())
        whom = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) if verb is not None else None
        if whom is not None:
            yield from _one(scene, setting, whom, _slot(found))


def _slot(found: re.Match[str]) -> str:
    word = next(told for told in found.groups() if told).lower().split()[-1]
    return _SLOTS.get(word, "killed")


def _token_at(scene: Scene, place: int) -> Token | None:
    """The token that begins at a place of the sentence."""
    at = scene.sent.start_char + place
    return next((t for t in scene.sent if t.idx == at), None)


def _list(scene: Scene, setting: Setting, first: Token, slot: str) -> Iterator[Draft]:
    """The person whose phrase begins with a token, and those joined to him."""
    noun = _noun(first)
    if noun is None:
        return
    yield from _one(scene, setting, noun, slot)
    for other in noun.conjuncts:
        if other.i > noun.i and other.i - noun.i < 4 * _REACH:
            yield from _one(scene, setting, other, slot)


def _noun(first: Token) -> Token | None:
    """The noun of the phrase that a token opens."""
    if first.lower_ not in _OPENS and first.pos_ != "PROPN":
        return None
    for token in first.doc[first.i : first.i + _REACH]:
        after = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if token.pos_ in ("PUNCT", "VERB", "AUX"):
            return None
        goes_on = after is not None and (after.tag_ == "POS" or after.pos_ in ("NOUN", "PROPN"))
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _OPENS and (not goes_on or _is_before_name(token)):
            return token if token.tag_ in ("NN", "NNP") else None
    return None


def _is_before_name(token: Token) -> bool:
    """ "The watchman Peter Lamb"."""
    return token.pos_ == "NOUN" and token.nbor(1).ent_type_ == "PERSON"


def _one(scene: Scene, setting: Setting, noun: Token, slot: str) -> Iterator[Draft]:
    """The claims of one person, by name or by what he is; whose name stands beside the noun is told by both."""
    entity = _named(noun)
    if entity is not None:
        yield _draft(scene, setting, without_ending(entity), (slot, None), noun)
        return
    article = next((c for c in noun.lefts if c.dep_ in ("det", "poss")), None)
    if noun.tag_ not in ("NN", "NNP") or article is None or not is_human(noun, setting.groups):
        return
    own = article if article.lower_ in _OPENS else article.left_edge
    yield _draft(scene, setting, [own, noun], (slot, setting.groups.of(noun)), noun)
    for child in noun.children:
        beside = _named(child) if child.dep_ == "appos" else None
        if beside is not None:
            yield _draft(scene, setting, without_ending(beside), (slot, None), child)


def _named(token: Token) -> SpacySpan | None:
    return next((e for e in token.sent.ents if e.label_ == "PERSON" and e.start <= token.i < e.end), None)


def _draft(scene: Scene, setting: Setting, tokens: list[Token], told: tuple[str, str | None], head: Token) -> Draft:
    slot, group = told
    at = token_extent(scene, tokens)
    figure = Figure(1, 1, "people", Qualifier.EXACT, " ".join(setting.document.text[at.start : at.end].split()))
    about = Extent(at.start, at.end) if group is None else None
    return Draft(
        scene, at.start, at.end, slot, group, figure, head, about=about, scope=Relation.PART if group else None
    )
