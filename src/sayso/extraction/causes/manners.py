"""How people died: "burned to death", "died of smoke inhalation", "were strangled", "the cause of death was asphyxia".

That somebody was killed or shot says nothing of how; where he was hit, and that he died, does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated, is_passive
from sayso.model import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: No sentence without one of these is walked.
_CUES = re.compile(
    r"\b(?:to death|alive|died?|dies|dying|death|killed|perish\w*|succumb\w*|drown\w*|suffocat\w*|asphyxi\w*|strangl\w*|behead\w*|decapitat\w*|electrocut\w*"
    r"|hanged|hung|bayonet\w*|garrot\w*|throttl\w*|incinerat\w*|impal\w*|disembowel\w*|crucif\w*|hacked|smother\w*|poisoned|throats?|shot|guillotin\w*)\b",
    re.IGNORECASE,
)
#: What is done to people "to death".
_TO_DEATH = frozenset(
    "burn beat stab crush trample freeze starve bleed hack stone shoot choke scald club kick bludgeon batter knife gore maul squeeze roast boil suffocate"
    " whip flog torture bayonet spear strangle cut slash".split()
)
#: Deaths that are told by their verb alone: of those who suffer it, and of those who do it to nobody.
_DONE = frozenset(
    "strangle behead decapitate electrocute hang bayonet garrotte garrote throttle incinerate impale disembowel crucify smother asphyxiate suffocate drown"
    " guillotine".split()
)
_BEFALLS = frozenset("drown suffocate asphyxiate".split())
_DYING = frozenset("die perish succumb kill".split())
#: What people die of: no more than a body feels it, so that "died in a fire" tells of the fire.
_OF_WHAT = frozenset(
    "burn smoke inhalation asphyxia asphyxiation suffocation drowning exposure hypothermia wound injury hunger starvation thirst shock haemorrhage hemorrhage"
    " bleeding strangulation poisoning fume gas monoxide fracture bullet shrapnel splinter blow shot gunshot dehydration exhaustion heatstroke sepsis"
    " explosion infection tetanus gangrene fever dysentery cholera typhus crush fall trauma electrocution hanging beating stabbing torture cold heat".split()
)
#: "Died of his injuries" tells of nothing new.
_SAYS_LITTLE = frozenset("injury wound blow fall crush gas".split())
_OF = frozenset("of from by with through to".split())
#: Where a shot is deadly, and what it was like.
_DEADLY = frozenset("head neck temple heart chest back forehead skull throat face nape".split())
_DEAD = re.compile(
    r"\b(?:died?|dead|death|bod(?:y|ies)|corpses?|executed|murdered|autops\w+|post-?mortem|killed|skulls?)\b",
    re.IGNORECASE,
)
_LONGEST = 14


def manners(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """How people died, where the scene tells of the incident."""
    if not _CUES.search(scene.words) or not setting.is_incident(scene):
        return
    for token in scene.sent:
        tokens = _by_noun(token) or (_by_verb(token, scene, setting) if token.pos_ == "VERB" else [])
        if tokens:
            verb = token if token.pos_ == "VERB" else token.head
            at = token_extent(scene, tokens)
            words = " ".join(setting.document.text[at.start : at.end].split())
            holds = not is_negated(verb)
            yield Draft(scene, at.start, at.end, "manner_of_death", None, Words(words), verb, holds=holds)


def _by_verb(verb: Token, scene: Scene, setting: Setting) -> list[Token]:
    """The words of a verb that say how somebody died; none where it does not."""
    lemma = verb.lemma_.lower()
    if lemma in _TO_DEATH and (death := _to_death(verb)) is not None:
        return _stretch(verb, death)
    if lemma in ("burn", "bury", "throw", "skin", "roast", "boil", "cremate") and _suffers(verb, setting):
        alive = next((c for c in verb.subtree if c.lower_ == "alive" and c.i > verb.i), None)
        if alive is not None:
            return _stretch(verb, alive)
    if lemma in _DONE and (_suffers(verb, setting) or (lemma in _BEFALLS and _is_befallen(verb, setting))):
        return [verb]
    if lemma in ("cut", "slit") and is_passive(verb):
        throats = next((c for c in verb.children if c.dep_ == "nsubjpass" and lemma_of(c) == "throat"), None)
        return [throats, verb] if throats is not None else []
    if lemma in ("shoot", "hit", "strike") and _DEAD.search(scene.words) and _suffers(verb, setting):
        return _shot(verb)
    return _died_of(verb) if lemma in _DYING else []


def _to_death(verb: Token) -> Token | None:
    preps = (c for c in verb.children if c.lower_ == "to")
    return next((o for c in preps for o in c.children if o.lower_ == "death" and not list(o.children)), None)


def _suffers(verb: Token, setting: Setting) -> bool:
    """Is it done to people?"""
    if is_passive(verb):
        told = [c for c in verb.children if c.dep_ == "nsubjpass"] or (
            [verb.head] if verb.dep_ in ("acl", "relcl") else []
        )
        told = told or [
            c for c in verb.head.children if verb.dep_ in ("conj", "xcomp", "advcl") and c.dep_.startswith("nsubj")
        ]
    else:
        told = [c for c in verb.children if c.dep_ == "dobj"]
    return any(_is_somebody(one, setting) for one in told)


def _is_befallen(verb: Token, setting: Setting) -> bool:
    """ "They drowned", "the men had suffocated"."""
    told = [c for c in verb.children if c.dep_ == "nsubj"]
    return not any(c.dep_ == "dobj" for c in verb.children) and any(_is_somebody(one, setting) for one in told)


def _is_somebody(one: Token, setting: Setting) -> bool:
    if one.pos_ in ("PRON", "NUM") or one.ent_type_ == "PERSON" or one.lower_ in ("some", "many", "most", "others"):
        return one.lower_ not in ("it", "which", "this", "that", "these")
    return is_human(one, setting.groups)


def _shot(verb: Token) -> list[Token]:
    """ "Shot in the back of the head", "hit by the bullets of the guards"."""
    for prep in (c for c in verb.children if c.i > verb.i):
        inner = [o for o in prep.children if o.dep_ == "pobj"]
        deadly = prep.lower_ in ("in", "through", "into") and any(lemma_of(o) in _DEADLY for o in inner)
        bullets = prep.dep_ == "agent" and any(lemma_of(o) in _BULLETS for o in inner)
        if deadly or bullets or (prep.lower_ == "at" and any(lemma_of(o) == "range" for o in inner)):
            return _stretch(verb, _phrase(inner[0])[-1])
    return []


_BULLETS = frozenset("bullet shot shrapnel splinter".split())


def _died_of(verb: Token) -> list[Token]:
    """ "Died of burns", "were killed by a single shot to the head"; of what, with what belongs to it."""
    if verb.lemma_.lower() == "kill" and not is_passive(verb):
        return []
    preps = [c for c in verb.children if c.lower_ in _OF and c.i > verb.i]
    things = [o for c in preps for o in c.children if o.dep_ == "pobj"]
    things += [o for c in preps for v in c.children if v.dep_ == "pcomp" for o in v.children if o.dep_ == "dobj"]
    thing = next((o for o in things if lemma_of(o) in _OF_WHAT and not o.ent_type_), None)
    found = _phrase(thing) if thing is not None else []
    if thing is not None and thing.head.dep_ == "pcomp":  # "of crushing injuries", taken for a deed
        found = _stretch(thing.head, thing)
    return found if len(found) > 1 or (thing is not None and lemma_of(thing) not in _SAYS_LITTLE) else []


def _by_noun(noun: Token) -> list[Token]:
    """ "The cause of death was X", "death was due to X"."""
    is_cause = noun.lower_ in ("cause", "manner", "causes") and any(
        o.lower_ in ("death", "deaths") for c in noun.children if c.lower_ == "of" for o in c.children
    )
    if not is_cause or noun.dep_ not in ("nsubj", "nsubjpass"):
        return []
    told = [c for c in noun.head.children if c.dep_ in ("attr", "oprd", "acomp")]
    told += [o for c in noun.head.children if c.lower_ == "as" for o in c.children if o.dep_ == "pobj"]
    return _phrase(told[0]) if told and told[0].pos_ == "NOUN" else []


def _phrase(noun: Token) -> list[Token]:
    """A noun with the words before it, and what it is of, to or in."""
    first = noun.left_edge
    while first.i < noun.i and (first.dep_ in ("det", "poss", "case") or first.is_punct or _is_owner(first, noun)):
        first = first.nbor(1)
    last = noun
    for child in (c for c in noun.rights if c.left_edge.i == last.i + 1):
        if child.dep_ == "prep" and child.lower_ in ("of", "to", "in"):
            last = next((o for o in child.children if o.dep_ == "pobj"), last)
            owner = next((c for c in last.rights if c.lower_ == "of" and c.i == last.i + 1), None)
            last = next((o for o in owner.children if o.dep_ == "pobj"), last) if owner is not None else last
    return _stretch(first, last)


def _is_owner(token: Token, noun: Token) -> bool:
    """ "A sniper's bullet": whose it was."""
    return any(c.dep_ == "poss" and c.left_edge.i <= token.i <= c.right_edge.i for c in noun.lefts)


def _stretch(first: Token, last: Token) -> list[Token]:
    tokens = [t for t in first.doc[min(first.i, last.i) : max(first.i, last.i) + 1] if not t.is_space][:_LONGEST]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return tokens
