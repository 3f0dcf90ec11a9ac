"""What a word means by who does it, and to whom: one verb, several slots.

A captor's "free" is a release, a soldier's a rescue; whom boats pick up is rescued, whom the police pick up arrested; an army
that loses five men mourns them, a party that loses five members need not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.words.clauses import Frame, agent
from sayso.extraction.words.groups import Groups

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is done to people alive and leaves none so.
_ALIVE = frozenset("burn bury roast boil flay skin eat".split())
_LAST_SEEN = frozenset({"see", "hear"})
#: Whom one loses by death; who loses voters, players or passengers does not.
_LOST = frozenset("attackers security_forces responders miners".split())
#: Who tells of losses of their own, and what loses its people.
_WE = frozenset("we they".split())
_BEREFT = frozenset(
    "village town parish hamlet street district city valley island ship boat vessel trawler brig crew shift family household regiment battalion brigade "
    "squadron fleet school parish community congregation".split()
)
#: Who buries the dead, and where and how they are buried.
_BURYING = frozenset("we i they he she".split())
_MOURNING = frozenset(
    "family relative mourner parishioner villager townspeople neighbour neighbor priest sexton gravedigger nun friar monk imam rabbi chaplain survivor "
    "colleague comrade widow mother father nation people islander resident".split()
)
_OF_BURIAL = frozenset(
    "grave graves graveyard churchyard cemetery cemeteries coffin coffins funeral funerals burial mass shrouds shroud honours honors ceremony rites "
    "prayers side mourners tomb tombs vault quicklime".split()
)
#: Where people lose their way.
_MAZES = frozenset(
    "hour minute while time wood forest fog dark crowd desert maze jungle bush translation thought city town memory election vote".split()
)
#: Whom one loses by death, and how one loses them otherwise.
_CLOSE = frozenset(
    "mother father son daughter brother sister husband wife child baby grandmother grandfather grandson granddaughter grandchild uncle aunt nephew niece "
    "cousin parent twin boy girl mum mom dad mam sibling fiance fiancee fiancé fiancée infant fellow brother-in-law sister-in-law father-in-law "
    "mother-in-law son-in-law daughter-in-law".split()
)
_PARTING = frozenset(
    "divorce custody court crowd adoption marriage welfare argument respect trust contact sight touch childhood infancy early young".split()
)
#: How those who are lost, and those who are hunted, are looked for.
_SEEKING = frozenset({"search for", "look for", "hunt for"})
_HUNTED = frozenset("attackers security_forces prisoners responders suspect leader".split())
_DEMAND = frozenset("demand want seek request insist exchange negotiate ask require condition return price".split())


#: What takes lives: of people who are claimed, taken or carried off by it, none lives.
_DEADLY = frozenset(
    "fever cholera plague typhus typhoid dysentery famine hunger starvation disease sickness cold exposure influenza flu smallpox epidemic malaria "
    "pneumonia scurvy measles diphtheria infection virus outbreak blast explosion bomb shell bullet fire blaze flame flood water sea river wave avalanche "
    "landslide slide earthquake quake tremor storm hurricane cyclone typhoon tornado crash collision accident disaster attack shelling bombing gas mine "
    "grenade volley crush stampede eruption tsunami raid massacre war battle fighting ambush riot collapse winter frost thirst wreck tragedy".split()
)
#: Verbs that tell a slot only by who does it; nothing but a count asks for them.
LOOSE = frozenset(
    {("killed", verb) for verb in ("claim", "take", "carry off", "finish off", "account for", "bury")}
    | {("affected", "attack"), ("affected", "seize")}
)
_DISEASES = frozenset(
    "fever cholera plague typhus typhoid dysentery disease sickness influenza flu smallpox epidemic malaria pneumonia scurvy measles diphtheria "
    "infection virus malady complaint illness".split()
)
_WATERS = frozenset("flood water sea river wave tsunami storm".split())
_TAKING = frozenset({"claim", "take", "carry off", "finish off", "account for"})
#: Who buries the dead; what is buried by a slide, or under something, is buried alive or not.
_UNDER = frozenset("under beneath below underneath alive".split())
_GRAVES = frozenset(
    "grave cemetery churchyard graveyard coffin funeral tomb vault ceremony honour honor plot yesterday today sunday monday tuesday wednesday thursday friday saturday".split()
)


#: Verbs over what did not come about, or of which nothing is said to have come.
VAIN = frozenset({"attempt", "try", "fail", "refuse", "avoid", "decline"})
#: How people are taken along by force.
CARRYING = frozenset("carry lead drag march haul take".split())
#: What tells a death where nothing is said of where to.
_BARE = frozenset({"not make it", "not surface", "not live to see"})
#: Where or with whom somebody lives.
_THERE = frozenset("at in with there here near on alone together".split())


def is_deadly(slot: str, frame: Frame, name: str) -> bool:
    """ "The fever took four of us", "we buried five a day", "the blast claimed nine": loose words, and deaths where these do it."""
    lemma = frame.head.lemma_.lower()
    if _is_elsewhere(lemma, frame.head) or (name in _BARE and not _is_bare(frame.head)):
        return False
    if lemma == "bury" and slot in ("killed", "trapped") and name in ("bury", "be bury"):
        return (slot == "killed") == _is_laid_to_rest(frame.head)
    if slot == "affected" and name in ("attack", "seize"):
        doer = agent(frame.head)
        return doer is not None and doer.lemma_.lower() in _DISEASES
    if slot not in ("killed", "missing") or name not in _TAKING:
        return True
    if frame.relation != "object":
        return slot != "killed"  # "five thousand people took to the streets"
    doer = agent(frame.head)
    kills = doer is not None and doer.lemma_.lower() in _DEADLY
    return kills if slot == "killed" else not kills or (doer is not None and doer.lemma_.lower() in _WATERS)


def _is_elsewhere(lemma: str, verb: Token) -> bool:
    """ "The child did not live at the house"."""
    return lemma == "live" and any(c.lower_ in _THERE for c in verb.children)


def _is_bare(verb: Token) -> bool:
    """ "My daughter did not make it": nothing is said of where to or in time for what."""
    behind = (c for c in verb.children if c.i > verb.i and c.dep_ in ("prep", "xcomp", "npadvmod", "advcl", "acomp"))
    return all(c.lower_ in ("through", "alive", "because", "when") for c in behind)


def _is_laid_to_rest(verb: Token) -> bool:
    """Do people or a town bury their dead, or is it told where or when they were?"""
    told = {t.lower_ for t in verb.subtree if t.i > verb.i} | {t.lemma_.lower() for t in verb.subtree if t.i > verb.i}
    if told & _UNDER:
        return False
    doer = agent(verb)
    if doer is not None:
        return doer.lemma_.lower() not in _DEADLY and doer.lower_ not in (
            "it",
            "snow",
            "mud",
            "rubble",
            "earth",
            "rock",
            "rocks",
            "which",
        )
    return bool(told & _GRAVES)


def meant(slot: str, frame: Frame, group: str | None, groups: Groups) -> str | None:
    """One verb, several slots: who does it, and to whom, decides."""
    if slot == "rescued" and frame.head.lemma_ == "pick":
        return _picked_up(frame, group, groups)
    if slot in ("released", "freed", "rescued") and frame.relation in ("object", "noun"):
        return _set_free(slot, frame, group, groups)
    if slot == "trapped" and frame.names[0] == "bury" and _is_burial(frame.head):
        return "killed"
    slot = _carried_off(slot, frame, group, groups)
    if slot == "arrested" and (group == "hostages" or _is_seized(frame, groups)):
        return "hostages_taken"
    if slot == "hostages_held" and frame.names[0] in ("keep", "hold") and group not in ("hostages", None):
        return _held(frame, groups)
    is_other = slot == "missing" and not _SEEKING.isdisjoint(frame.names) and group in _HUNTED
    is_other |= slot == "demanded" and group not in ("prisoners", "total", None)
    is_plain = slot == "hostages_taken" and frame.names[0] == "seize" and group not in ("hostages", None, "total")
    is_other |= is_plain and not _is_seized(frame, groups)
    return None if is_other else slot or None


def is_no_such_loss(slot: str, frame: Frame, group: str | None, groups: Groups) -> bool:
    """Those burned alive did not survive; those lost are dead where a side of a fight lost them."""
    if slot == "survived":
        return frame.head.lower_ == "alive" and frame.head.head.lemma_.lower() in _ALIVE | _LAST_SEEN
    if slot == "killed" and frame.relation == "noun" and frame.head.lemma_ == "body" and frame.head.tag_ == "NN":
        return any(c.lower_ == "a" for c in frame.head.children)  # "a body of some 300 men"
    is_lost = slot == "killed" and frame.relation == "object" and frame.names[0] == "lose"
    doer = agent(frame.head) if is_lost else None
    if is_lost and doer is None and frame.head.tag_ == "VBN" and group not in _LOST:
        return _is_astray(frame.head)
    return is_lost and group not in _LOST and not _is_side(doer, groups) and not _is_bereft(doer, group)


def _is_bereft(doer: Token | None, group: str | None) -> bool:
    """ "We lost eleven that night", "the village lost nine of its people"."""
    if doer is None:
        return False
    lost = next((c for c in doer.head.children if c.dep_ == "dobj" and c.lemma_.lower() in _CLOSE), None)
    if lost is not None:
        return lost.tag_ == "NNS" or (
            _is_own(lost) and not _is_parted(doer.head)
        )  # "she lost four sons", "her husband"
    return group in (None, "total") and (doer.lower_ in _WE or doer.lemma_.lower() in _BEREFT)


def _is_own(kin: Token) -> bool:
    """ "Her husband", "a son"."""
    return any(c.tag_ == "PRP$" or c.lower_ in ("a", "one", "only") for c in kin.lefts)


def _is_parted(verb: Token) -> bool:
    """Those lost in a crowd, in a divorce or to another live on; those lost to a fever do not."""
    told = {t.lemma_.lower() for t in verb.subtree if t.i > verb.i}
    to = {
        o.lemma_.lower() for c in verb.subtree if c.lower_ == "to" and c.dep_ in ("prep", "dative") for o in c.children
    }
    if told & {"year", "decade"} and told & {"before", "earlier", "ago", "previously"}:
        return True
    return bool(told & _PARTING) or bool(to and not to & (_DEADLY | _DISEASES))


def _is_astray(verb: Token) -> bool:
    """ "Four climbers were lost in the avalanche" are dead; those lost in a wood or a crowd are not."""
    where = [o.lemma_.lower() for c in verb.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    if not where:  # "more than 4,000 were lost when the ferry struck a tanker"
        return not any(c.dep_ == "advcl" for c in verb.children)
    return bool(set(where) & _MAZES)


def _is_side(doer: Token | None, groups: Groups) -> bool:
    """ "The army lost five men": of a side of a fight, the lost are the dead."""
    return doer is not None and groups.of(doer) in _LOST


def _is_burial(verb: Token) -> bool:
    """ "We buried eleven", "were buried in one grave": mourners bury the dead; a landslide buries the living."""
    if any(c.lower_ in ("alive", "under", "beneath", "deep", "below") for c in verb.children):
        return False
    doer = agent(verb)
    if doer is not None and (doer.lower_ in _BURYING or doer.lemma_.lower() in _BEREFT | _MOURNING):
        return True
    return any(t.lower_ in _OF_BURIAL for t in verb.subtree)


def _carried_off(slot: str, frame: Frame, group: str | None, groups: Groups) -> str:
    """ "Eleven children were carried away by soldiers", "raiders led six women away": captives; what water carries away is none."""
    if slot not in ("arrested", "hostages_taken") or frame.names[0] not in CARRYING:
        return slot
    doer = agent(frame.head)
    side = groups.of(doer) if doer is not None else None
    if side == "attackers" or (side == "security_forces" and group == "children"):
        return "hostages_taken"
    return "" if "carry away" in frame.names and slot == "hostages_taken" else slot


def _is_seized(frame: Frame, groups: Groups) -> bool:
    """ "Nine guards were seized by the prisoners": taken by those who arrest nobody."""
    doer = agent(frame.head) if frame.names[0] in ("seize", "capture", "take", "grab") else None
    return doer is not None and groups.of(doer) in ("attackers", "prisoners", "demonstrators")


def _picked_up(frame: Frame, group: str | None, groups: Groups) -> str | None:
    """Boats pick up survivors; whom the police pick up is arrested, and a mother picks up her child from school."""
    doer = agent(frame.head)
    if doer is not None and groups.of(doer) == "security_forces":
        return None
    return "rescued" if group in (None, "total", "crew", "passengers") else None


def _held(frame: Frame, groups: Groups) -> str | None:
    """People held by attackers are hostages; people held in jail are not."""
    doer = agent(frame.head)
    held = any("hostage" in name or "captive" in name for name in frame.names)
    return "hostages_held" if held or (doer is not None and groups.of(doer) == "attackers") else None


def _set_free(slot: str, frame: Frame, group: str | None, groups: Groups) -> str | None:
    """Prisoners are freed or demanded; captives are released by captors and rescued by others."""
    if group == "prisoners" or (group is not None and group not in ("hostages", "total") and _is_demanded(frame.head)):
        return "demanded" if _is_demanded(frame.head) else "freed"
    if slot == "freed":
        return None
    if slot == "rescued" or frame.relation == "noun":
        return "demanded" if _is_demanded(frame.head) and group != "hostages" else slot
    doer = agent(frame.head)
    return "rescued" if doer is not None and groups.of(doer) in ("security_forces", "responders") else "released"


def _is_demanded(head: Token) -> bool:
    """Does a demand govern the word?"""
    token, steps = head, 0
    while steps < 5:
        if token.lemma_.lower() in _DEMAND:
            return True
        if token.head.i == token.i:
            break
        token, steps = token.head, steps + 1
    return any(t.lemma_.lower() in ("demand", "exchange", "price", "condition") for t in head.sent if t.i < head.i)
