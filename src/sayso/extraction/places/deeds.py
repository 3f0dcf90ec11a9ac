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
    """What a place hangs on: a deed or harm, what was done about it afterwards, or a deed some miles from it."""

    DEED = "deed"
    AFTERWARDS = "afterwards"
    BESIDE = "beside"


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
        "above",
        "below",
        "beyond",
        "opposite",
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
#: Those of them that are at a place, too.
_QUARTERS = frozenset("embassy consulate headquarters office garrison base camp monument memorial".split())
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
    "community camp crossroad road highway route track hill height slope foothill cliff gorge ravine canyon pass summit shoal reef bend approach airspace "
    "territory crossroad commune sector zone neighbourhood neighborhood capital stretch entrance church mosque school university campus embassy "
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
        is_done = head.lemma_.lower() in _TO_A_PLACE and head.i in deeds | _harmful(head)
        return (Tie.DEED, head) if is_done or _is_by_nature(head) else None
    if token.dep_ != "pobj" or head.pos_ not in ("ADP", "SCONJ"):
        return None
    return _by_preposition(head, deeds)


#: What befalls places, and what it does to them.
_NATURE = frozenset(
    "landslide mudslide avalanche flood earthquake quake cyclone hurricane typhoon tornado storm tsunami wave fire wildfire blaze lava mud water rockfall eruption".split()
)
_BY_NATURE = frozenset("bury sweep cover drown erase obliterate wreck wipe".split())


def _is_by_nature(verb: Token) -> bool:
    """ "A landslide buried X": also where the parse hangs the verb on the landslide."""
    doers = [c for c in verb.children if c.dep_ == "nsubj"] or ([verb.head] if verb.dep_ == "acl" else [])
    return verb.lemma_.lower() in _BY_NATURE and any(c.lemma_.lower() in _NATURE for c in doers)


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
    before = prep.nbor(-1) if prep.i else prep
    if before.pos_ == "NOUN" and before.i != head.i and before.lemma_.lower() in _TELLERS and _tells(before):
        return None  # "carried out by members of the garrison at X", whatever the parse hangs it on
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
        tie = _climb(head, deeds)
        return (Tie.BESIDE, tie[1]) if tie is not None and tie[0] is Tie.DEED else None
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


def _tells(token: Token) -> bool:
    """Is it who only tells of the deed, or who did it from there? An attack on a camp, or at one, was there."""
    lemma = token.lemma_.lower()
    if lemma in _QUARTERS and token.dep_ == "pobj" and token.head.lower_ in _WHERE | {"against"}:
        return False
    return lemma in _TELLERS or (token.dep_ == "nsubj" and token.head.lemma_.lower() in _SAYING)


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
        if _tells(token):
            return None
        if token.head.i == token.i or _leads_away(token):
            return None
        token = token.head
    return None


#: What nobody is harmed by, whatever came of it: where people lived, met and were taken.
_IDLE = frozenset(
    "live reside bear grow work study meet marry bury speak call stay sit hold convene begin move travel fly go return arrive come flee leave serve attend visit treat "
    "recover hospitalize hospitalise sentence try convict be have".split()
)


def _ends_in_harm(verb: Token, deeds: set[int]) -> bool:
    """ "A coach skidded off the road near X, killing nine", "the dyke burst at X and 40 drowned": what it says came of it."""
    lemma = verb.lemma_.lower()
    if lemma in _IDLE | _SAYING | _CAUGHT and not (lemma == "come" and any(c.dep_ == "prt" for c in verb.children)):
        return False
    for clause in verb.children:
        is_end = (clause.dep_ == "advcl" and clause.tag_ == "VBG") or (
            clause.dep_ in ("conj", "advcl") and _has_subject(clause)
        )
        if (
            is_end
            and clause.i > verb.i
            and (clause.i in deeds or clause.lemma_.lower() in _HARM or _leaves_dead(clause))
        ):
            return not any(
                c.dep_ == "prep" and c.lower_ in ("in", "at", "near") and _is_named(c) for c in clause.children
            )
    return False


def _has_subject(clause: Token) -> bool:
    return clause.tag_ != "VBG" and any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _leaves_dead(clause: Token) -> bool:
    """ "Leaving 20 dead"."""
    return clause.lemma_.lower() == "leave" and any(t.lemma_.lower() in _HARMED for t in clause.subtree)


def _is_named(prep: Token) -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ in ("GPE", "LOC", "FAC") for c in prep.children)


def _by_verb(verb: Token, deeds: set[int]) -> tuple[Tie, Token] | None:
    """ "An explosion tore through the hall at X", "it happened at X", "leaving 31 dead in X"."""
    lemma = verb.lemma_.lower()
    around = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "acomp", "oprd")]
    inner = [*around, *(c for a in around for c in a.children if c.dep_ in ("prep", "acl", "amod"))]
    inner += [o for c in inner if c.dep_ == "prep" and c.lower_ == "of" for o in c.children]
    for token in inner:
        if token.i in deeds or token.lemma_.lower() in _HARMED:
            return Tie.DEED, verb
    if _ends_in_harm(verb, deeds):
        return Tie.DEED, verb
    if lemma in _HAPPEN and any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in _IT for c in verb.children):
        return Tie.DEED, verb
    return None
