"""With what, and against what: weapons by name, and the buildings, vehicles and lines that a deed is done to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.figurative import is_figurative
from sayso.extraction.words.groups import lemma_of
from sayso.model import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_HIT = frozenset(
    "seize storm attack bomb occupy raid invade torch hit strike shell target ransack overrun take enter dynamite assault "
    "blast machinegun strafe ambush intercept rob loot riddle sabotage".split()
)
_ENTERED = frozenset({"enter", "take"})
_DESTROYED = frozenset("destroy demolish raze gut level flatten burn incinerate obliterate".split())
_DAMAGED = frozenset(
    "damage crack wreck shatter smash vandalise vandalize desecrate deface scorch batter pillage plunder".split()
)
#: What a thing stands or goes up in, and how it may be.
_IN_RUIN = {"flame": "damaged", "ruin": "destroyed", "ash": "destroyed", "rubble": "destroyed", "smoke": "destroyed"}
_ALIGHT = {"ablaze": "damaged", "alight": "damaged", "aflame": "damaged", "gutted": "destroyed", "burning": "damaged"}
#: What things do that come to nothing; some of it only "down" or "in".
_FALLING = frozenset("collapse crumble come fall tumble cave burn".split())
_OUTRIGHT = frozenset("collapse crumble".split())
_STANDING = frozenset("be go lie stand reduce turn set burn lay".split())
_DEED_NOUNS = frozenset(
    "attack assault seizure takeover bombing raid occupation storming explosion blast bomb ambush sabotage".split()
)
_AGAINST = frozenset("on against of at in near outside inside between beside behind".split())
#: Verbs with a place that is what they hit ("a bomb exploded at the bank").
_AT_PLACES = frozenset("explode detonate plant place throw hurl launch fire open go".split())
#: What a bomb is named after that it is hidden in.
BEARING = frozenset("car truck van vehicle bus motorcycle boat letter bicycle".split())
_NOT_BEFORE = ("DT", "PRP$", "CD")
#: What a deed is, whatever the parser hangs it on ("the deadly embassy bombing").
_OF_THE_DEED = frozenset(
    "deadly fatal horrific recent alleged apparent massive deadliest worst brutal bloody deadlier suspected terrorist latest failed attempted".split()
)
#: What a weapon that is named first is a piece of ("dynamite charges"), and what it only tells the kind of ("bomb attack").
_PIECES = frozenset("charge stick cartridge device round launcher fire shell".split())
#: What is done with weapons that nobody used: they were found, taken away or brought.
_HANDLED = frozenset(
    "find seize confiscate discover recover locate unearth collect purchase buy sell supply produce manufacture smuggle ship "
    "display exhibit show surrender ban make export import acquire steal".split()
)
#: "A large quantity of bombs", "a cache of arms": so much of it.
_AMOUNTS = frozenset(
    "quantity amount number cache stock stockpile load shipment supply lot box crate case ton dozen hundred kilogram".split()
)
#: Charges by name.
_NEAR_CHARGE = 4
_LEGAL = frozenset({"felony", "aggravated", "felonious", "criminal"})
_LEGAL_DEEDS = frozenset("possession discharge use carrying ownership owning possessing".split())
#: Pieces of a thing: what is done to them or before them is done to it.
_SIDES = frozenset("front door entrance facade gate side wall window basement roof vicinity parking".split())


def targets(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Weapons by name; a building or vehicle that a deed is done to, damaged or destroyed."""
    forms = setting.words.slots.forms
    weapons = frozenset(forms["weapon"].nouns) if "weapon" in forms else frozenset()
    things = frozenset(forms["physical_target"].nouns) if "physical_target" in forms else frozenset()
    for token in scene.sent:
        if token.pos_ not in ("NOUN", "PROPN") and token.dep_ != "amod":
            continue
        lemma = lemma_of(token)
        if lemma in weapons and not is_figurative(token) and (used := _used(token)) is not None:
            yield phrased(scene, setting, used, "weapon")
        elif lemma in things and (slot := _fate(token)) is not None and not _is_merely_entered(token, slot, setting):
            yield phrased(scene, setting, token, slot if slot in forms else "physical_target")


def _is_merely_entered(thing: Token, slot: str, setting: Setting) -> bool:
    """ "When she entered her home", "took office", "officers entered the house": only those who attack take what they enter."""
    verb = thing.head
    if slot != "physical_target" or verb.lemma_.lower() not in _ENTERED or thing.dep_ != "dobj":
        return False
    if lemma_of(thing) == "office" and not any(c.dep_ in ("det", "poss") for c in thing.lefts):
        return True
    if verb.lemma_.lower() == "take":
        return any(c.dep_ == "nsubjpass" for c in verb.children)
    doer = agent(verb)
    return doer is not None and setting.groups.of(doer) != "attackers" and doer.lower_ not in ("they", "we", "who")


def _used(weapon: Token) -> Token | None:
    """The word that names a weapon that was used: itself, or what it is a piece of; None for what was found or taken away."""
    if _is_charged(weapon):
        return None
    head = weapon.head
    if weapon.dep_ in ("compound", "nmod", "amod"):
        if lemma_of(head) in _PIECES:
            return head if head.dep_ not in ("compound", "nmod") else None
        return weapon if lemma_of(head) in _DEED_NOUNS and head.pos_ in ("NOUN", "PROPN") else None
    first = weapon
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_.lower() in _AMOUNTS:
        first = first.head.head
    is_handled = first.dep_ in ("dobj", "nsubjpass") and first.head.lemma_.lower() in _HANDLED
    return None if is_handled else weapon


def _is_charged(weapon: Token) -> bool:
    """ "Possession of a firearm", "aggravated battery with a firearm", "a felony gun charge": words of the law, and no weapon of the deed."""
    before = weapon.doc[max(0, weapon.i - _NEAR_CHARGE) : weapon.i]
    if any(t.lower_ in _LEGAL for t in before):
        return True
    return weapon.dep_ == "pobj" and weapon.head.head.lemma_.lower() in _LEGAL_DEEDS


def _fate(token: Token) -> str | None:
    """The slot of a thing by what is done to it; None where nothing is."""
    first = token
    while first.dep_ in ("conj", "appos") and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    if first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_.lower() in _SIDES:
        first = first.head.head
    head = first.head
    if first.dep_ in ("dobj", "nsubjpass", "nsubj"):
        return _ruined(head) or (_by_verb(head) if first.dep_ != "nsubj" else None)
    if first.dep_ == "pobj" and head.lower_ in _AGAINST and head.head.pos_ == "NOUN":
        governor = head.head.lemma_.lower()
        if governor in ("destruction", "burning"):
            return "destroyed"
        return "physical_target" if governor in _DEED_NOUNS else None
    if first.dep_ == "pobj" and head.lower_ == "to" and (head.head.lemma_ == "damage" or _is_of_fire(head.head)):
        return "damaged"
    if first.dep_ == "pobj" and head.lower_ in _AGAINST and head.lower_ != "of" and head.head.lemma_ in _AT_PLACES:
        return "physical_target" if _tells_of_bombs(head.head) else None
    is_hit = first.dep_ == "compound" and head.lemma_.lower() in _DEED_NOUNS
    return "physical_target" if is_hit and not _bears_a_bomb(first) else None


def _ruined(verb: Token) -> str | None:
    """ "Lay in ruins", "went up in flames", "were alight", "was reduced to ashes"."""
    lemma = verb.lemma_.lower()
    if lemma in _FALLING and not any(c.dep_ in ("dobj", "auxpass") for c in verb.children):
        has_fallen = lemma in _OUTRIGHT or any(c.lower_ in ("down", "in") for c in verb.children)
        return "destroyed" if has_fallen else None
    if lemma not in _STANDING:
        return None
    for child in verb.children:
        if child.dep_ in ("acomp", "oprd", "advmod") and child.lower_ in _ALIGHT:
            return _ALIGHT[child.lower_]
        preps = [child, *(c for c in child.children if child.dep_ in ("prt", "advmod"))]
        inner = (o for c in preps if c.lower_ in ("in", "to", "into") for o in c.children if o.dep_ == "pobj")
        for noun in inner:
            if noun.lemma_.lower() in _IN_RUIN:
                return _IN_RUIN[noun.lemma_.lower()]
    return None


def _is_of_fire(word: Token) -> bool:
    """ "Set fire to X", however the parser ties the two."""
    verb = word.head if word.lower_ == "fire" else word
    return verb.lemma_ == "set" and any(c.lower_ == "fire" for c in verb.children)


def _bears_a_bomb(thing: Token) -> bool:
    """ "A car bomb": the car is what it was hidden in."""
    return thing.head.lemma_.lower() == "bomb" and thing.lemma_.lower() in BEARING


def _by_verb(verb: Token) -> str | None:
    lemma = verb.lemma_.lower()
    if lemma == "put" and any(o.lower_ in ("torch", "flames") for c in verb.children for o in c.children):
        return "destroyed"
    if lemma in _DESTROYED or (lemma == "blow" and any(c.lower_ == "up" for c in verb.children)):
        return "destroyed"
    if lemma == "set" and any(c.lower_ in ("fire", "ablaze") or c.lower_ == "on" for c in verb.children):
        return "damaged"
    return "damaged" if lemma in _DAMAGED else "physical_target" if lemma in _HIT else None


def _tells_of_bombs(verb: Token) -> bool:
    if verb.lemma_ in ("explode", "detonate"):
        return True
    words = (
        "bomb",
        "grenade",
        "dynamite",
        "device",
        "charge",
        "explosive",
        "rocket",
        "mortar",
        "cocktail",
        "fire",
        "off",
    )
    return any(t.lemma_.lower() in words for c in verb.children for t in (c, *c.children))


def phrased(scene: Scene, setting: Setting, token: Token, slot: str) -> Draft:
    """A noun with the words before it, without its determiner, and whose it is where that is a name."""
    tokens = [token]
    for left in reversed(list(token.lefts)):
        if (
            left.dep_ not in ("compound", "amod", "nmod", "punct", "poss")
            or left.tag_ in _NOT_BEFORE
            or left.lower_ in _OF_THE_DEED
            or left.i < token.i - 5
        ):
            break
        tokens += [t for t in left.subtree if t.tag_ not in _NOT_BEFORE and t.dep_ not in ("det", "prep")]
    if slot != "weapon":
        tokens += _of_whom(token)
    tokens = [t for t in tokens if not (t.is_punct or t.is_space)] or [token]
    at = token_extent(scene, tokens)
    words = " ".join(setting.document.text[at.start : at.end].split())
    return Draft(scene, at.start, at.end, slot, None, Words(words), token)


def _of_whom(token: Token) -> list[Token]:
    """ "The residence of President X", "the headquarters of the 1st Brigade": a thing is known by whose it is."""
    prep = next((c for c in token.rights if c.lower_ == "of" and c.i == token.i + 1), None)
    owner = next((o for o in prep.children if o.dep_ == "pobj"), None) if prep is not None else None
    if prep is None or owner is None or owner.i - token.i > 6:
        return []
    inside = list(token.doc[prep.i : owner.i + 1])
    return inside if owner.pos_ == "PROPN" else []
