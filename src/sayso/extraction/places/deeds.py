"""Whether a place hangs on a word that tells a deed or harm: then it happened there, in the story or in what is only mentioned.

"Killed 66 in a mosque at X", "the bombing of X", "attacked X", "the X ferry disaster", "ran into a crowd at X": the way up from
the name to a deed goes over prepositions and over who or what it befell, and over no verb of another kind.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.triggers import Trigger
from sayso.normalisation import places

if TYPE_CHECKING:
    from spacy.tokens import Token


class Tie(StrEnum):
    """What a place hangs on: a deed or harm, or what was done about it afterwards."""

    DEED = "deed"
    AFTERWARDS = "afterwards"


#: Prepositions that put a deed in a place.
_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "on",
        "off",
        "over",
        "across",
        "throughout",
        "within",
        "along",
        "beneath",
        "under",
        "between",
        "beside",
        "behind",
    }
)
#: Deeds "of" a place, and those "on" and "against" one.
_OF = frozenset(
    "massacre bombing storming siege battle shelling burning destruction capture fall raid occupation sack bombardment flooding pogrom tragedy disaster murder killing "
    "shooting slaughter collapse explosion fire flood attack burning looting razing sinking derailment crash martyr dead victim accident affair event incident "
    "outrage outbreak uprising riot dam".split()
)
_ON = frozenset("attack assault raid strike march advance descent onslaught ambush".split())
#: What is done to a place as a whole, by people, by fire, and by water.
_TO_A_PLACE = frozenset(
    "attack raid storm strike shell hit bomb level flood overrun besiege burn destroy ransack loot sack torch raze bombard flatten devastate engulf inundate submerge "
    "rock shake surround occupy invade encircle ravage swamp strafe batter pound reach enter seize capture".split()
)
#: Harm by words that are no event's own.
_HARM = frozenset(
    "kill die perish drown wound injure hurt murder slay massacre abduct kidnap behead execute shoot stab burn burst explode detonate collapse crash collide derail "
    "sink capsize founder ambush ignite trample crush suffocate electrocute disappear vanish lynch".split()
)
_HARMED = frozenset("dead death casualty fatality killed injured wounded massacre toll loss".split())
_HAPPEN = frozenset("happen occur begin start erupt unfold come strike place transpire originate break".split())
#: What the pronoun of "it happened at X" may be.
_IT = frozenset({"it", "this", "that", "first", "second", "third", "one", "other", "another", "which"})
_CAUGHT = frozenset(
    "arrest apprehend capture detain seize round pick nab try sentence convict indict acquit condemn arraign".split()
)
_SAYING = frozenset(
    "say tell add recall explain think believe describe report state claim insist deny confirm announce warn".split()
)
_CAUGHT_NOUN = frozenset("arrest capture trial court detention conviction".split())
#: Who only tells of it, or deals with it elsewhere.
_TELLERS = frozenset(
    "spokesman spokeswoman spokesperson source embassy ambassador correspondent bureau representative diplomat envoy analyst exile consulate delegation communique "
    "dispatch reporter journalist newspaper hospital doctor surgeon morgue mortuary official minister government president headquarters office agency "
    "garrison brigade unit magistrate authority project base camp family relative widow mother father monument memorial summit conference meeting talks embassy war career service line flight".split()
)
_TAKE = frozenset({"kidnap", "abduct", "snatch", "seize", "take"})
#: Prepositions over which the way leads elsewhere: "prisoners freed from jails in X", "a flight to X".
_AWAY = frozenset(
    {"from", "to", "toward", "towards", "for", "about", "after", "before", "since", "than", "like", "against"}
)
#: What a place "of" another is, or who is "of" it: the way goes on over them.
_PARTS = frozenset(
    "bazaar market marketplace street gate square port harbour harbor town village hamlet city district department province municipality quarter centre center heart "
    "outskirt suburb area region vicinity station bridge part section side middle edge coast shore bank mouth bottom floor island valley hill mountain jungle "
    "forest water gulf bay ruin prison jail airfield airport airstrip line siding platform half wing block state county parish government governorate jurisdiction "
    "community camp crossroad commune sector zone neighbourhood neighborhood capital stretch entrance church mosque school university campus embassy "
    "residence house palace penitentiary mine colliery pit shaft stadium hotel people population inhabitant resident villager civilian farmer worker place waterfront "
    "townspeople countryside highland lowland plain desert border frontier cemetery theatre theater temple synagogue monastery barracks fort garrison dock wharf".split()
)
#: "60 km north of X" is not X.
_SIDES = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west km kilometre kilometer mile league verst metre meter".split()
)
#: Steps up from a name to a deed.
_HIGHEST = 8


def tie_of(root: Token, scene: Scene) -> tuple[Tie, Token] | None:
    """What a place hangs on, and the word; None where it hangs on nothing of a deed."""
    deeds = {trigger.token.i for trigger in scene.triggers if _is_deed(trigger)}
    token = _top(root)
    head = token.head
    where = next((c for one in {root, token} for c in one.children if c.dep_ == "relcl" and _is_where(c)), None)
    if where is not None and (where.i in deeds or where.lemma_.lower() in _HARM or _by_verb(where, deeds) is not None):
        return Tie.DEED, where
    if token.dep_ in ("compound", "nmod", "amod", "poss"):
        found = _deed_noun(token, deeds) if places.country(token.text) is None else None
        return (Tie.DEED, found) if found is not None else None
    if token.dep_ in ("dobj", "nsubjpass") and (_is_passive_of(token) or token.dep_ == "dobj"):
        return (Tie.DEED, head) if head.lemma_.lower() in _TO_A_PLACE and head.i in deeds | _harmful(head) else None
    if token.dep_ != "pobj" or head.pos_ not in ("ADP", "SCONJ"):
        return None
    return _by_preposition(head, deeds)


def _is_where(clause: Token) -> bool:
    """ "X, where 43 people died"."""
    return any(c.lower_ == "where" for c in clause.children)


def _is_deed(trigger: Trigger) -> bool:
    """Does a trigger name what was done at a place, and no war, arrest or release?"""
    if not trigger.types and trigger.parts:
        return any(part in ("takeover", "raid") for _, part in trigger.parts)
    return set(trigger.types) not in ({"arrest"}, {"war"})


def _harmful(verb: Token) -> set[int]:
    return {verb.i} if verb.lemma_.lower() in _TO_A_PLACE else set()


def _top(root: Token) -> Token:
    """The first of a list or an apposition: "in Alpha, Beta and Gamma"."""
    token, steps = root, 0
    while token.dep_ in ("appos", "conj") and token.head.pos_ in ("PROPN", "NOUN", "X") and steps < _HIGHEST:
        token, steps = token.head, steps + 1
    return token


def _is_passive_of(token: Token) -> bool:
    return token.dep_ == "nsubjpass"


def _deed_noun(token: Token, deeds: set[int]) -> Token | None:
    """ "The X ferry disaster": the deed whose name begins with the place."""
    head, steps = token.head, 0
    while steps < 3:
        if head.i in deeds or head.lemma_.lower() in _OF:
            return head if head.pos_ in ("NOUN", "PROPN") else None
        if head.dep_ not in ("compound", "nmod"):
            return None
        head, steps = head.head, steps + 1
    return None


def _by_preposition(prep: Token, deeds: set[int]) -> tuple[Tie, Token] | None:
    """The way up from a preposition."""
    word, head = prep.lower_, prep.head
    while head.pos_ == "ADP" and head.head.i != head.i:  # "in and around X", "from near X"
        head = head.head
    lemma = head.lemma_.lower()
    if word == "of":
        return _of(head, deeds)
    if word in ("on", "against", "upon") and (lemma in _ON or head.i in deeds) and head.pos_ == "NOUN":
        return Tie.DEED, head
    if word in ("into", "through", "onto"):
        return (
            (Tie.DEED, head)
            if head.i in deeds or lemma in ("sweep", "pour", "plough", "plow", "plunge", "slam")
            else None
        )
    return _climb(head, deeds) if word in _WHERE else None


def _of(head: Token, deeds: set[int]) -> tuple[Tie, Token] | None:
    """ "The massacre of X"; of "in the bazaar of X" the bazaar's own way up; "attacked the people of X"."""
    lemma = head.lemma_.lower()
    if lemma in _SIDES:
        return None
    if lemma in _OF and (head.i in deeds or lemma in _HARMED or lemma in ("dead", "martyr", "tragedy", "affair")):
        return Tie.DEED, head
    is_part = lemma in _PARTS or lemma.endswith(("side", "shire")) or head.pos_ == "PROPN"
    if not is_part or head.pos_ not in ("NOUN", "PROPN"):
        return None
    top = _top(head)
    if top.dep_ == "pobj" and top.head.pos_ == "ADP" and top.head.lower_ in _WHERE | {"of", "into"}:
        return _by_preposition(top.head, deeds)
    if top.dep_ in ("dobj", "nsubjpass") and top.head.lemma_.lower() in _TO_A_PLACE:
        return Tie.DEED, top.head
    return None


def _leads_away(token: Token) -> bool:
    """ "Freed from jails in X", "a flight to X"; not "kidnapped from a clinic in X"."""
    return token.lower_ in _AWAY and not (token.lower_ == "from" and token.head.lemma_.lower() in _TAKE)


def _climb(token: Token, deeds: set[int]) -> tuple[Tie, Token] | None:
    """From what a place hangs on up to a deed."""
    for _ in range(_HIGHEST):
        lemma = token.lemma_.lower()
        if token.i in deeds or lemma in _HARMED or (token.pos_ == "VERB" and lemma in _HARM):
            return Tie.DEED, token
        if (lemma in _CAUGHT and token.pos_ == "VERB") or lemma in _CAUGHT_NOUN:
            return Tie.AFTERWARDS, token
        if token.pos_ in ("VERB", "AUX"):
            return _by_verb(token, deeds)
        if lemma in _TELLERS or (token.dep_ == "nsubj" and token.head.lemma_.lower() in _SAYING):
            return None
        if token.head.i == token.i or _leads_away(token):
            return None
        token = token.head
    return None


def _by_verb(verb: Token, deeds: set[int]) -> tuple[Tie, Token] | None:
    """ "An explosion tore through the hall at X", "it happened at X", "leaving 31 dead in X"."""
    lemma = verb.lemma_.lower()
    around = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd")]
    inner = [*around, *(c for a in around for c in a.children if c.dep_ in ("prep", "acl", "amod"))]
    inner += [o for c in inner if c.dep_ == "prep" and c.lower_ == "of" for o in c.children]
    for token in inner:
        if token.i in deeds or token.lemma_.lower() in _HARMED:
            return Tie.DEED, verb
    if lemma in _HAPPEN and any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in _IT for c in verb.children):
        return Tie.DEED, verb
    return None
