"""Who does what in a sentence: deeds with their doers, by verbs of harm, by what is set off or fired, and by deeds as nouns.

Forces that fight, storm or arrest are no perpetrators; those said to have murdered, or killed other than fighters, are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.actors.far_agents import far_agent
from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.events.triggers import Trigger
from sayso.extraction.words.calling import doer_of
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.suffered import is_suffered
from sayso.extraction.words.verbs import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types of event that somebody does to somebody.
DEEDS = frozenset("attack killing shooting bombing clash raid hostage_taking kidnapping hijacking fire".split())
#: Who saves or lets go did not do the deed.
_SAVING = frozenset("rescue save free evacuate release liberate".split())
#: Verbs of harm that name no event by themselves; verbs of damage, which wind and water do, too.
_HARMING = frozenset(
    "wound injure maim rob machinegun strafe torture riddle intercept rocket beat stone club batter hack lash flog whip hang strangle throttle"
    " bayonet spear mutilate rape molest manhandle bludgeon cudgel pummel knife trample decapitate hurl pelt".split()
)
_DAMAGING = frozenset(
    "destroy damage burn ransack topple wreck smash pillage plunder vandalise vandalize desecrate".split()
)
_FIRING = frozenset("fire shoot open fall set".split())
_AT = frozenset("on upon into at".split())
#: Verbs that do what their object names: a deed, or something that goes off.
_DOING = frozenset(
    "carry commit stage stag launch mount perpetrate execute conduct".split()
)  # "staged" may pass for "stag"
_SETTING_OFF = frozenset("set plant place throw hurl lob toss detonate activate fire launch explode".split())
_DEVICES = frozenset(
    "bomb grenade dynamite charge explosive device mine rocket missile mortar shell cocktail shot bullet launcher".split()
)
#: What strikes from afar.
_FROM_AFAR = frozenset("air missile drone rocket military nuclear artillery".split())
#: What things do by themselves.
_BY_ITSELF = frozenset("explode detonate erupt crash collapse sink burst derail capsize".split())
#: What is committed, whatever it was.
_ACTS = frozenset("crime act action atrocity".split())
#: What forces answer for: always, and where those who suffered did not fight.
_MURDERING = frozenset("execute murder massacre assassinate torture abduct kidnap slaughter".split())
_KILLING = frozenset(
    "kill shoot bomb wound injure machinegun fire beat club bayonet batter open bludgeon stone hang drown burn strangle behead rape whip flog"
    " lash mow gun put lynch butcher knife trample mutilate maim".split()
)
#: Bodies of soldiers and police that no group of the codebook counts.
FORCES = frozenset(
    "constabulary gendarmerie garrison patrol cavalry infantry regiment battalion squadron platoon brigade detachment soldiery".split()
)
#: Groups that fight, and stories in which forces come to end what others began.
_FIGHTING = frozenset({"attackers", "security_forces"})
_ENDED_BY_FORCES = frozenset({"hostage_taking", "kidnapping", "hijacking"})


#: Violence by words that name no event and need no number beside them.
_VIOLENT = re.compile(
    r"\b(?:fired|firing|opened fire|beat|beaten|beating|stoned|clubbed|hacked|bayonet\w*|tortured|raped|molested|looted|looting|wrecked|smashed"
    r"|burn(?:ed|t)|pillaged|plundered|set (?:up)?on|fell upon|threw|hurled|at the hands of|the work of"
    r"|perpetrated|committed|planted|set off|detonated|hanged|put to death|rocketed|strafed|throats?|fired)\b",
    re.IGNORECASE,
)


def is_violent(scene: Scene) -> bool:
    """Can somebody do something to somebody in the scene?"""
    return bool(scene.triggers) or scene.tells_harm or _VIOLENT.search(scene.words) is not None


def deeds(scene: Scene) -> Iterator[Trigger]:
    """The triggers of a scene that name what somebody does to somebody."""
    yield from (t for t in scene.triggers if DEEDS & set(t.types) or any(whole in DEEDS for whole, _ in t.parts))


def doings(scene: Scene, setting: Setting) -> Iterator[tuple[Token, Token]]:
    """Each doer with the word for what he did, those joined to him by "and" too."""
    seen: set[int] = set()
    named = {trigger.token.i for trigger in deeds(scene)}
    for trigger in deeds(scene):
        yield from _done(trigger.token, setting, seen)
    if setting.story.type in BEFALLING:
        return
    for token in scene.sent:
        if token.lower_ in _DOING_NOUNS or token.lemma_ in _JOINING:
            joined = (one for one in _named_as_doers(token, named) if answers_for(one, token, setting))
            yield from ((token, one) for one in joined if one.i not in seen)
        if token.pos_ != "VERB" or token.i in named or is_negated(token):
            continue
        if _does_harm(token, named) or _is_fired_on(token, setting):
            yield from _done(token, setting, seen)


#: Words for how many, before those who did it.
_SO_MANY = frozenset("core thousand hundred dozen score number handful majority ten".split())


def _those(noun: Token) -> Token:
    """ "Thousands of rioters", "scores of men": who they are."""
    if lemma_of(noun) not in _SO_MANY:
        return noun
    return next((o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), noun)


#: What people take part in that no word of the codebook names as an event.
_JOINED = frozenset(
    "disappearance looting burning lynching torture abduction robbery pillage massacre killing murder execution pogrom rape".split()
)
_DOING_NOUNS, _JOINING = frozenset({"hands", "work", "bullets", "knives", "machetes"}), frozenset({"take", "join"})


def _named_as_doers(word: Token, named: set[int]) -> list[Token]:
    """ "Died at the hands of X", "the killings were the work of X", "X took part in the massacre", "X joined in the looting"."""
    if word.lower_ in ("bullets", "knives", "machetes"):
        by = word.dep_ == "pobj" and word.head.lower_ in ("by", "from", "under", "to")
        return [o for c in word.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"] if by else []
    if word.lower_ in ("hands", "work"):
        whose = [o for c in word.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
        at_hands = word.lower_ == "hands" and word.dep_ == "pobj" and word.head.lower_ == "at"
        if at_hands:
            return whose
        return whose if _is_their_work(word, named) else []
    took = word.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ == "part" for c in word.children)
    if not (took or word.lemma_ == "join") or word.pos_ != "VERB" or is_negated(word):
        return []
    tops = (word, *(c for c in word.children if c.dep_ in ("dobj", "prt", "advmod")))
    into = (
        o for top in tops for c in top.children if c.lower_ == "in" for o in c.children if o.dep_ in ("pobj", "pcomp")
    )
    doer = doer_of(word)
    return [doer] if doer is not None and any(o.i in named or lemma_of(o) in _JOINED for o in into) else []


def _is_their_work(work: Token, named: set[int]) -> bool:
    """ "The killings were the work of X", "appeared to be the work of X"."""
    verb = work.head
    if work.lower_ != "work" or work.dep_ != "attr" or is_negated(verb):
        return False
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in _SEEMING else verb
    subjects = (c for top in (verb, above) for c in top.children if c.dep_ in ("nsubj", "nsubjpass"))
    return any(c.i in named or c.pos_ == "PRON" for c in subjects)


_SEEMING = frozenset("seem appear believe think say".split())


def _done(word: Token, setting: Setting, seen: set[int]) -> Iterator[tuple[Token, Token]]:
    if (
        word.lemma_.lower() in _SAVING
        or is_suffered(word)
        or _is_to_himself(word)
        or _goes_off(word)
        or _is_of_work(word)
    ):
        return
    if word.dep_ == "ccomp" and word.head.lemma_ == "let":
        return  # "they let the priest go"
    if word.pos_ == "VERB":
        doer = doer_of(word) or far_agent(word, setting)
        found = [doer] if doer is not None else []
    else:
        found = [o for c in word.children if c.lower_ == "by" for o in c.children if o.dep_ == "pobj"]
    for one in (one for noun in found for one in (_those(noun), *noun.conjuncts)):
        if one.i not in seen and answers_for(one, word, setting):
            seen.add(one.i)
            yield word, one


def _is_to_himself(verb: Token) -> bool:
    """ "Shot himself", "were killing themselves": nobody else's deed."""
    return any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) and c.tag_ == "PRP" for c in verb.children)


def _goes_off(verb: Token) -> bool:
    """ "A Boeing exploded": what blows up or falls down by itself did nothing to anybody."""
    return (
        verb.pos_ == "VERB" and verb.lemma_.lower() in _BY_ITSELF and not any(c.dep_ == "dobj" for c in verb.children)
    )


def _is_of_work(word: Token) -> bool:
    """ "A strike by 3,500 workers", "were striking for a rise", not a strike from the air: nothing is done to anybody."""
    if word.lemma_.lower() != "strike":
        return False
    if word.pos_ == "NOUN":
        return not any(c.lower_ in _FROM_AFAR for c in word.lefts)
    return not suffering(word) and (word.tag_ == "VBG" or any(c.lower_ in ("for", "over") for c in word.children))


def suffering(verb: Token) -> list[Token]:
    """The object of a verb, active, passive or as a participle after it."""
    if is_passive(verb):
        found = [c for c in verb.children if c.dep_ == "nsubjpass"][-1:]  # a dateline may pass for a first subject
        return found or ([verb.head] if verb.dep_ in ("acl", "relcl") else [])
    return [c for c in verb.children if c.dep_ == "dobj"]


def aimed_at(verb: Token) -> list[Token]:
    """Those whom somebody fired on or fell upon: "fired into the crowd", "opened fire on the marchers", "set upon two men"."""
    lemma = verb.lemma_.lower()
    fire = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "fire"]
    if lemma == "open" and not fire:
        return []
    preps = [c for top in (verb, *fire) for c in top.children if c.lower_ in _AT and c.i > verb.i]
    if is_passive(verb) and any(c.lower_ in _AT and not any(c.children) for c in verb.children):
        return [c for c in verb.children if c.dep_ == "nsubjpass"]  # "was fired upon"
    if lemma in ("fall", "set"):
        preps = [c for c in preps if c.lower_ in ("on", "upon") and not fire]
    return [o for c in preps for o in c.children if o.dep_ == "pobj"]


def is_deed(verb: Token, named: set[int]) -> bool:
    """Does a verb say that somebody harmed, fired at, set off, destroyed or robbed something, or did a deed that is named?"""
    if verb.pos_ != "VERB" or is_negated(verb):
        return False
    return verb.i in named or _does_harm(verb, named) or (verb.lemma_.lower() == "rob" and bool(suffering(verb)))


def _does_harm(verb: Token, named: set[int]) -> bool:
    """ "Wounded X", "carried out the attack", "set off a bomb", "opened fire"."""
    lemma = verb.lemma_.lower()
    if lemma in _HARMING:
        figurative = any(c.dep_ in ("prt", "advmod") and c.lower_ in ("back", "off", "out") for c in verb.children)
        return lemma not in ("beat", "hang", "whip", "hurl", "pelt") or (bool(suffering(verb)) and not figurative)
    if lemma in _FIRING and (aimed_at(verb) or (lemma == "open" and _opens_fire(verb))):
        return True
    objects = suffering(verb)
    if lemma in ("put", "set", "cut", "slit") and bool(objects) and _puts_to_death(verb, objects):
        return True
    if lemma in _DOING and any(o.i in named or lemma_of(o) in _ACTS for o in objects):
        return lemma != "carry" or any(c.lower_ in ("out", "through") for c in verb.children)
    if lemma in _DAMAGING:
        return bool(objects)
    return lemma in _SETTING_OFF and any(lemma_of(o) in _DEVICES or o.i in named for o in objects)


def _is_fired_on(verb: Token, setting: Setting) -> bool:
    """ "The carabinieri fired", in the story of a protest."""
    if verb.lemma_ != "fire" or setting.story.type not in ("protest", "repression") or not _opens_fire(verb):
        return False
    doer = doer_of(verb)
    return doer is not None and is_force(doer, setting)


def _puts_to_death(verb: Token, objects: list[Token]) -> bool:
    """ "Put them to death", "set the mill alight", "cut their throats"."""
    if verb.lemma_ in ("cut", "slit"):
        return any(lemma_of(one) == "throat" for one in objects)
    if verb.lemma_ == "set":
        return any(c.lower_ in ("alight", "ablaze", "afire") for c in verb.children)
    after = (o for c in verb.children if c.lower_ == "to" for o in c.children)
    return any(o.lower_ in ("death", "sword") for o in after)


def answers_for(doer: Token, word: Token, setting: Setting) -> bool:
    """Is it the doer's deed? Of forces only where it is no fight and no rescue."""
    if not is_force(doer, setting):
        return True
    if word.lemma_.lower() in _JOINING or word.lower_ == "bullets":
        return any(lemma_of(t) in _JOINED for t in word.subtree) or word.lower_ == "bullets"
    if word.lower_ in ("hands", "work"):
        fallen = (c for c in word.head.head.children if c.dep_ == "nsubj" and c.pos_ != "PRON")
        return not any(_may_fight(one, setting) for one in fallen)
    if setting.story.type in ("protest", "repression") and _opens_fire(word):
        return True
    if word.pos_ != "VERB" or setting.groups.of(doer) == "attackers":
        return setting.groups.of(doer) == "attackers"
    return _is_no_fight(word, setting)


def _is_no_fight(verb: Token, setting: Setting) -> bool:
    """Did those whom forces struck not fight? In a story that forces end, those whom others held, or who stood by."""
    lemma, struck = verb.lemma_.lower(), [*suffering(verb), *aimed_at(verb)]
    if any(_may_fight(one, setting) for one in struck):
        return False
    if setting.story.type in _ENDED_BY_FORCES:
        struck = suffering(verb) or struck
        is_meant = lemma in _MURDERING or (lemma in _KILLING and is_passive(verb))  # a storming kills hostages, too
        return is_meant and bool(struck) and all(_is_held(one, setting) for one in struck)
    return lemma in _MURDERING or (lemma in _KILLING and bool(struck))


def _is_held(one: Token, setting: Setting) -> bool:
    """Those whom others hold, or who stand by: what forces do to them they answer for, whoever began it."""
    return setting.groups.of(one) in _HELPLESS


_HELPLESS = frozenset(
    "hostages prisoners civilians women children students workers miners passengers journalists".split()
)


def _opens_fire(verb: Token) -> bool:
    """ "Police fired", "troops opened fire": on whom, the story of a protest tells."""
    if verb.lemma_ not in ("fire", "open") or any(c.lower_ in ("gas", "shots", "cannon", "back") for c in verb.subtree):
        return False
    return verb.lemma_ == "fire" or any(c.dep_ == "dobj" and c.lower_ == "fire" for c in verb.children)


def _may_fight(one: Token, setting: Setting) -> bool:
    """A fighter; "him", or "the man" where the account has attackers, may be one."""
    if setting.groups.of(one) in _FIGHTING or one.pos_ == "PRON":
        return True
    return setting.groups.has_attackers and one.tag_ == "NN" and any(c.lower_ == "the" for c in one.lefts)


def is_force(doer: Token, setting: Setting) -> bool:
    """Soldiers, police, a patrol of them, an army by its name."""
    if setting.groups.of(doer) == "security_forces" or (doer.pos_ == "NOUN" and lemma_of(doer) in FORCES):
        return True
    return doer.pos_ == "PROPN" and any(
        "security_forces" in setting.groups.words.of(t.lower_) for t in (doer, *doer.lefts)
    )
