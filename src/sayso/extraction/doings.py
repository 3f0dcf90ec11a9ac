"""Who does what in a sentence: deeds with their doers, by verbs of harm, by what is set off or fired, and by deeds as nouns.

Forces that fight, storm or arrest are no perpetrators; those said to have murdered, or killed other than fighters, are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.calling import doer_of
from sayso.extraction.drafts import Setting
from sayso.extraction.groups import lemma_of
from sayso.extraction.scenes import Scene
from sayso.extraction.story import BEFALLING
from sayso.extraction.triggers import Trigger
from sayso.extraction.verbs import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types of event that somebody does to somebody.
DEEDS = frozenset("attack killing shooting bombing clash raid hostage_taking kidnapping hijacking fire".split())
#: Who saves did not do the deed; what is always done to somebody.
_SAVING = frozenset("rescue save free evacuate".split())
_DONE_TO_SOMEBODY = frozenset("abduct kidnap kill murder assassinate wound slay massacre".split())
#: Verbs of harm that name no event by themselves; verbs of damage, which wind and water do, too.
_HARMING = frozenset("wound injure maim rob machinegun strafe torture riddle intercept rocket".split())
_DAMAGING = frozenset("destroy damage burn ransack topple wreck".split())
#: Verbs that do what their object names: a deed, or something that goes off.
_DOING = frozenset(
    "carry commit stage stag launch mount perpetrate execute conduct".split()
)  # "staged" may pass for "stag"
_SETTING_OFF = frozenset("set plant place throw hurl lob toss detonate activate fire launch explode".split())
_DEVICES = frozenset(
    "bomb grenade dynamite charge explosive device mine rocket missile mortar shell cocktail shot bullet launcher".split()
)
#: What is committed, whatever it was.
_ACTS = frozenset("crime act action atrocity".split())
#: What forces answer for: always, and where those who suffered did not fight.
_MURDERING = frozenset("murder massacre assassinate torture abduct kidnap slaughter".split())
_KILLING = frozenset("kill shoot bomb wound injure machinegun fire".split())
#: Groups that fight, and stories in which forces come to end what others began.
_FIGHTING = frozenset({"attackers", "security_forces"})
_ENDED_BY_FORCES = frozenset({"hostage_taking", "kidnapping", "hijacking"})


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
        if token.pos_ == "VERB" and token.i not in named and not is_negated(token) and _does_harm(token, named):
            yield from _done(token, setting, seen)


def _done(word: Token, setting: Setting, seen: set[int]) -> Iterator[tuple[Token, Token]]:
    if word.lemma_.lower() in _SAVING or is_suffered(word):
        return
    if word.pos_ == "VERB":
        doer = doer_of(word)
        found = [doer] if doer is not None else []
    else:
        found = [o for c in word.children if c.lower_ == "by" for o in c.children if o.dep_ == "pobj"]
    for one in (one for noun in found for one in (noun, *noun.conjuncts)):
        if one.i not in seen and _answers_for(one, word, setting):
            seen.add(one.i)
            yield word, one


def is_suffered(verb: Token) -> bool:
    """ "Aid workers abducted": a headline's participle, whose subject suffered it."""
    if verb.tag_ not in ("VBD", "VBN") or verb.lemma_.lower() not in _DONE_TO_SOMEBODY:
        return False
    if sum(c.dep_ == "nsubj" for c in verb.children) > 1:  # what is taken for a second subject is whom it was done to
        return False
    return not any(c.dep_ in ("dobj", "agent", "aux", "auxpass", "dative", "ccomp") for c in verb.children)


def suffering(verb: Token) -> list[Token]:
    """The object of a verb, active, passive or as a participle after it."""
    if is_passive(verb):
        found = [c for c in verb.children if c.dep_ == "nsubjpass"][-1:]  # a dateline may pass for a first subject
        return found or ([verb.head] if verb.dep_ in ("acl", "relcl") else [])
    return [c for c in verb.children if c.dep_ == "dobj"]


def _does_harm(verb: Token, named: set[int]) -> bool:
    """ "Wounded X", "carried out the attack", "set off a bomb", "opened fire"."""
    lemma = verb.lemma_.lower()
    if lemma in _HARMING:
        return True
    objects = suffering(verb)
    if lemma in _DOING and any(o.i in named or lemma_of(o) in _ACTS for o in objects):
        return True
    if lemma in _DAMAGING:
        return bool(objects)
    return lemma in _SETTING_OFF and any(lemma_of(o) in _DEVICES or o.i in named for o in objects)


def _answers_for(doer: Token, word: Token, setting: Setting) -> bool:
    """Is it the doer's deed? Of forces only where it is no fight and no rescue."""
    if not is_force(doer, setting):
        return True
    story, lemma = setting.story.type, word.lemma_.lower()
    if word.pos_ != "VERB" or story in _ENDED_BY_FORCES or setting.groups.of(doer) == "attackers":
        return setting.groups.of(doer) == "attackers"
    suffered = suffering(word)
    if any(setting.groups.of(one) in _FIGHTING for one in suffered):
        return False
    return lemma in _MURDERING or (lemma in _KILLING and bool(suffered))


def is_force(doer: Token, setting: Setting) -> bool:
    """Soldiers, police, an army by its name."""
    if setting.groups.of(doer) == "security_forces":
        return True
    return doer.pos_ == "PROPN" and any(
        "security_forces" in setting.groups.words.of(t.lower_) for t in (doer, *doer.lefts)
    )
