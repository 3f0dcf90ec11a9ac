"""How an account names somebody: the words of a name without its article, or of a phrase that says what he is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.clauses import agent
from sayso.model import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 9
_ENDINGS = frozenset({"'s", "\u2019s", "'", "\u2019"})
_TITLES = frozenset(
    "mr mrs ms dr bishop archbishop father cardinal colonel general captain major commander comandante lieutenant sergeant"
    " senator judge professor ambassador sheikh imam rabbi president minister prime former governor mayor prefect sheriff baron sister brother"
    " reverend rev pastor commissioner inspector superintendent constable corporal brigadier admiral marshal lt col capt gen maj sgt gov deputy"
    " chancellor secretary comrade".split()
)


def name_of(token: Token) -> list[Token]:
    """The whole name that a proper noun heads: as recognised, else with what stands before it and after "of"."""
    entity = next((e for e in token.sent.ents if e.start <= token.i < e.end), None)
    if entity is not None:
        before = [c for c in token.lefts if c.dep_ == "compound" and c.i < entity.start and c.pos_ == "PROPN"]
        before = [c for c in before if c.lower_.rstrip(".") not in _TITLES] if len(entity) == 1 else []
        held = [*before, *(t for t in entity if not t.is_space)]
    else:
        held = [c for c in token.lefts if c.dep_ in ("compound", "nmod", "amod") and c.text[:1].isupper()] + [token]
        for prep in (c for c in token.rights if c.lower_ == "of" and c.i == token.i + 1):
            held += [t for o in prep.children if o.pos_ == "PROPN" for t in (prep, *o.lefts, o)]
    while held and (held[0].lower_ in ("the", "a", "an") or held[0].is_punct):
        held = held[1:]
    while held and (held[-1].tag_ == "POS" or held[-1].is_punct or _hangs_on(held[-1])):
        held = held[:-1]
    return held if held and len(held) <= _LONGEST else [token]


def _hangs_on(last: Token) -> bool:
    """ "Red Column for the": the recogniser took in what goes on behind the name."""
    return last.is_lower and last.pos_ in ("ADP", "DET", "CCONJ", "PART", "SCONJ")


def without_ending(name: Iterable[Token]) -> list[Token]:
    """A name without the genitive's "'s" and what else hangs behind it."""
    held = list(name)
    while len(held) > 1 and (
        held[-1].tag_ == "POS" or held[-1].lower_ in _ENDINGS or held[-1].is_punct or held[-1].is_space
    ):
        held.pop()
    return held


def is_person(token: Token) -> bool:
    """Is it a person's name, by the recogniser or by what hangs on it ("who", a title before two names)?"""
    if token.pos_ != "PROPN":
        return False
    if token.ent_type_ == "PERSON":
        return True
    if token.ent_type_ in ("GPE", "LOC", "NORP") or any(c.dep_ == "det" for c in token.lefts):
        return False
    names = [c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]
    clause = next((c for c in token.rights if c.dep_ == "relcl"), None)
    is_who = clause is not None and any(c.lower_ in ("who", "whom") for c in clause.children)
    return bool(names) and (is_who or names[0].lower_.rstrip(".") in _TITLES)


def called(scene: Scene, setting: Setting, slot: str, tokens: list[Token], head: Token) -> Draft:
    """A draft that names an actor by these words."""
    at = token_extent(scene, tokens)
    name = " ".join(setting.document.text[at.start : at.end].split())
    return Draft(scene, at.start, at.end, slot, None, Actor(name, None, name), head, about=at, part="")


def doer_of(verb: Token) -> Token | None:
    """Who does it; in "X, who led the rebels" X himself, in "X was believed to lead" the subject of the verb above."""
    doer = agent(verb)
    if doer is not None and doer.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    return doer


def climbs(low: Token, top: Token, through: frozenset[str]) -> bool:
    """Does a word hang on another by prepositions and by words of `through` alone ("accused of a role in the attack")?"""
    steps = 0
    while low.i != top.i and steps < 7:
        if low.head.i == low.i or low.dep_ in ("relcl", "advcl", "ccomp"):
            return False
        low, steps = low.head, steps + 1
        if low.i != top.i and low.pos_ in ("VERB", "AUX", "NOUN") and low.lemma_.lower() not in through:
            return False
    return low.i == top.i
