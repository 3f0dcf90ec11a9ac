"""How it ended for those a verb tells of, whatever the verb: "brought up dead", "crawled out unhurt", "beaten to death"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.words.carried_off import is_carried_off

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs beside which "dead" is no death ("stopped dead", "feared dead").
_NOT_COMPLETING = frozenset(
    "play stop go feign act look lie stay report presume fear believe think know say want seem appear leave".split()
)
#: "Burned alive", "taken alive", "released unharmed" tell of something else.
_NOT_LIVING = frozenset(
    "burn bury flay boil roast skin eat take capture see hear know hold keep leave release free find be".split()
)
_SAFE = frozenset("alive unhurt unharmed uninjured unscathed".split())
_HURT = frozenset("hurt injured wounded".split())
_WOUNDS = frozenset("burn wound injury fracture cut bruise".split())
_DEAD = frozenset({"dead", "lifeless"})
_NOBODY = frozenset({"nobody", "none", "neither"})
_CRAFT = frozenset(
    "ship vessel boat steamer ferry trawler brig schooner tug barge liner yacht submarine plane aircraft bridge wreck".split()
)
_COMPLETING = ("acomp", "oprd", "advmod", "xcomp", "amod", "attr", "dep")


#: Verbs that tell of captives with "away", "off" or "with them".
_CARRYING = frozenset("carry take lead drag march haul drive herd".split())
#: What takes people to a shelter; and who is taken elsewhere.
_BRINGING = frozenset(
    "move take bring transfer bus ferry lead drive fly carry truck lift convey remove send ship".split()
)
_NOT_LIVING_ON = frozenset(
    "body corpse coffin dead remain casualty injured wounded victim patient prisoner hostage captive detainee suspect".split()
)
_SHELTERS = frozenset(
    "school church shelter camp tent hall gym gymnasium stadium hostel mosque temple monastery convent hut barn hotel dormitory refuge safety relative "
    "schoolhouse churchyard hilltop upland".split()
)


def in_other_words(verb: Token, names: Sequence[str]) -> Iterator[str]:
    """Any verb "to death", and those who "are missing", which is parsed as a verb."""
    is_to_death = any(name.endswith(" to death") for name in names) and not _is_of_deaths(verb)
    if is_to_death or _ends_dead(verb):
        yield "to death"
    elif verb.lemma_.lower() not in _NOT_LIVING and _ends(verb, _SAFE):
        yield "and live"
    if verb.lemma_ == "take" and any(c.dep_ == "nsubjpass" and c.lower_ == "prisoners" for c in verb.children):
        yield "take prisoner"
    if verb.lemma_ in _CARRYING and is_carried_off(verb):
        yield "carry captive"
    if verb.lemma_ in _BRINGING and _is_to_shelter(verb):
        yield "move to shelter"
    if verb.lemma_ == "see" and _is_unseen_since(verb):
        yield "be not see since"
    if verb.lemma_ == "go" and _is_with_ship(verb):
        yield "go with ship"
    if verb.lower_ == "missing" and not any(c.dep_ == "dobj" for c in verb.children):
        yield "missing"


def _is_unseen_since(verb: Token) -> bool:
    """ "Nobody has seen the cook since Tuesday", "I have not seen her since"."""
    if not any(c.lower_ == "since" for c in verb.children) or _is_told_as_subject(verb):
        return False
    return any(c.dep_ == "neg" or (c.dep_ == "nsubj" and c.lower_ in _NOBODY) for c in verb.children)


def _is_told_as_subject(verb: Token) -> bool:
    """Is the one seen told as the subject?"""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def _is_with_ship(verb: Token) -> bool:
    """ "The captain went down with her"."""
    if not any(c.lower_ == "down" for c in verb.children):
        return False
    whom = (o for c in verb.subtree if c.lower_ == "with" and c.i <= verb.i + 3 for o in c.children)
    return any(o.lower_ in ("her", "it") or o.lemma_.lower() in _CRAFT for o in whom)


def _is_of_deaths(verb: Token) -> bool:
    """ "The surgeon swore to 25 deaths": of several, and not how it ended for the one who swears."""
    deaths = (o for p in verb.children if p.lower_ == "to" for o in p.children if o.lemma_.lower() == "death")
    return any(not any(c.dep_ == "poss" for c in o.children) and (o.lower_ == "deaths" or _is_told(o)) for o in deaths)


def _is_told(death: Token) -> bool:
    return any(c.dep_ in ("nummod", "det") for c in death.children)


def _is_to_shelter(verb: Token) -> bool:
    """ "Families were taken to schools", "moved 300 people to higher ground": the living, to where they are safe."""
    whom = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    if any(c.lemma_.lower() in _NOT_LIVING_ON for c in whom):
        return False
    preps = [c for c in verb.children if c.dep_ == "prep"]
    preps += [p for c in verb.children if c.dep_ == "dobj" for p in c.children if p.dep_ == "prep"]
    where = (o for p in preps if p.lower_ in ("to", "into") for o in p.children if o.dep_ == "pobj")
    return any(o.lemma_.lower() in _SHELTERS or _is_safe_place(o) for o in where)


def _is_safe_place(place: Token) -> bool:
    """ "Higher ground", "evacuation centres"."""
    beside = {c.lower_ for c in place.lefts}
    return (place.lemma_ == "ground" and bool(beside & {"high", "higher", "safe", "safer"})) or (
        place.lemma_ in ("centre", "center", "place", "area", "village", "town")
        and bool(beside & {"evacuation", "reception", "community", "relief", "safe", "safer", "neighbouring", "nearby"})
    )


def _is_wound(prep: Token) -> bool:
    """ "Brought up with burns": what those who came out had."""
    if prep.dep_ != "prep" or prep.lower_ != "with" or prep.head.tag_ not in ("VBN", "VBD"):
        return False
    return any(o.dep_ == "pobj" and o.lemma_.lower() in _WOUNDS for o in prep.children)


def is_hurt(verb: Token) -> bool:
    """ "Pulled out hurt", "brought up with burns": what befell them besides what the verb tells."""
    return _ends(verb, _HURT) or any(_is_wound(c) for c in verb.children)


def _ends_dead(verb: Token) -> bool:
    """ "Brought up dead", "taken from the water lifeless": what is done to them, or what they do, finds or leaves them dead."""
    if verb.lemma_.lower() in _NOT_COMPLETING:
        return False
    return _ends(verb, _DEAD)


def _ends(verb: Token, words: frozenset[str]) -> bool:
    """Does the verb end in one of the words: not in what goes on ("dead ahead", "dead tired")?"""
    ends = (c for c in verb.children if c.i > verb.i and c.dep_ in _COMPLETING and c.lower_ in words)
    ends = (c for c in ends if not is_of_another_number(c))
    return any(c.i + 1 >= len(c.doc) or c.nbor(1).pos_ not in ("ADJ", "ADV", "NOUN") for c in ends)


def is_of_another_number(state: Token) -> bool:
    """ "Left 7 dead and 30 injured": the state is told of the number beside it, whatever the parser hangs it on."""
    return state.i > 1 and state.nbor(-1).pos_ == "NUM" and state.nbor(-2).dep_ == "cc"
