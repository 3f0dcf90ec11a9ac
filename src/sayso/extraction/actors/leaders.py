"""Who led the deed or its doers, and who stood between the sides: by what they did ("led by X", "X mediated")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.actors.commands import (
    acts_armed,
    before_alias,
    commanded,
    in_charge,
    is_armed,
    is_bare,
    is_one,
    orderers,
    ordering,
)
from sayso.extraction.actors.go_betweens import between, called_negotiator, good_offices
from sayso.extraction.actors.heads import HEADS, heads
from sayso.extraction.actors.own_names import alias
from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.words.calling import called, doer_of, is_person, name_of
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.verbs import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

#: No sentence without one of these is walked.
_CUES = re.compile(
    r"\b(?:led|lead(?:s|ing)?|command(?:s|ed|ing)?|head(?:s|ed|ing)|direct(?:s|ed|ing)|mastermind\w*|orchestrat\w+"
    r"|spearhead\w*|leadership|at (?:their|its) head|gave the (?:order|command|signal)|mediat\w+|negotiat\w+"
    r"|(?:its|their) (?:\w+ )?(?:leader|commander|chief|ringleader|chieftain)"
    r"|talks|go-between|emissary|envoy|delegate|shuttl\w+|(?:carr(?:y|ied)|pass(?:ed)?|relay(?:ed)?|brought|took) (?:\w+ ){0,3}(?:messages?|notes?|letters?|proposals?|offers?|demands?)|intermediary|good offices|under (?=[A-Z]|one |an? )|spok?en?|speaks?|order (?:came|was given)|had charge|in charge of|order(?:s|ed|ing)|(?:ring)?leaders?|commanders?|chiefs?|in command|instigator|organi[sz]er)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\A\W*(?:Talks|Its|Their|The (?:hijackers|captors|gunmen|rebels|kidnappers|attackers))\b")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_LEADING = frozenset("lead command head direct mastermind orchestrate spearhead".split())
_RIDING = frozenset("ride march stand walk be give have".split())
_COMMAND = frozenset("command leadership".split())
#: Bodies that are the attackers' where they did the deed.
_BODIES = frozenset("group gang cell squad unit band team faction movement column".split())
_LED = frozenset("attack killing shooting bombing clash raid hostage_taking kidnapping hijacking protest coup".split())
_HEADS = frozenset("leader commander chief ringleader chieftain".split())
#: Tokens before a pronoun's sentence in which its owner is looked for.
_LOOK_BACK = 30
_TALKS = frozenset("negotiation talk mediation".split())


def leaders(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Leaders of the story's doers and deeds, and negotiators by name, where the scene tells of the story."""
    story = setting.story
    if story.type is None or story.type in BEFALLING or story.type == "fire":
        return
    if not _CUES.search(scene.words) or not (setting.is_near(scene) or _is_ours(scene)):
        return
    own = setting.is_own(scene)
    for token in scene.sent:
        found = _found(token, scene, setting)
        for slot, person in found:
            if not is_negated(token):
                draft = called(scene, setting, slot, name_of(person), token)
                part = "raid" if setting.part(scene) == "raid" else ""
                yield replace(draft, modality=hedge(token), part=part if own else STORY)


def _is_ours(scene: Scene) -> bool:
    """A sentence set apart from the story that tells of its talks or its captors, in no other year."""
    return _OURS.search(scene.words) is not None and _YEAR.search(scene.words) is None


def _found(token: Token, scene: Scene, setting: Setting) -> list[tuple[str, Token]]:
    """Whom a word of leading or talking names, and as what."""
    lemma = token.lemma_.lower()
    if lemma in _RIDING and (ahead := _ahead(token, setting)):
        return ahead
    if token.lower_ == "under":
        return _under_whom(token, scene, setting)
    if token.pos_ == "VERB":
        return _by_verb(token, lemma, scene, setting)
    return _by_noun(token, lemma, scene, setting)


def _by_verb(verb: Token, lemma: str, scene: Scene, setting: Setting) -> list[tuple[str, Token]]:
    """Who leads, orders, or stands between the sides by a verb."""
    if lemma == "order":
        return [pair for one in ordering(verb, scene, setting) for pair in _named("leader", one, setting)]
    if lemma in _LEADING and (led := _leading(verb, scene, setting)):
        return led
    return _named("negotiator", between(verb, lemma, setting), setting)


def _by_noun(noun: Token, lemma: str, scene: Scene, setting: Setting) -> list[tuple[str, Token]]:
    """Who is called a leader or a negotiator, whose order or command it was."""
    if lemma in HEADS and (named := [("leader", one) for one in heads(noun, scene, setting)]):
        return named
    if lemma == "order":
        return [pair for one, sure in orderers(noun) for pair in _named("leader", one, setting, is_sure=sure)]
    if lemma == "office":
        return [pair for one in good_offices(noun, setting) for pair in _named("negotiator", one, setting)]
    if lemma in _COMMAND:
        return _under(noun, scene, setting)
    if lemma in _HEADS and noun.pos_ == "NOUN":
        return _whose(noun, setting)
    return [("negotiator", one) for one in called_negotiator(noun, setting)]


def _ahead(verb: Token, setting: Setting) -> list[tuple[str, Token]]:
    """ "At their head rode X", "X gave the order to fire", where the account has attackers and no force gave it."""
    ordered = any(
        c.dep_ == "dobj" and c.lower_ in ("order", "command", "signal") and _to_harm(c) for c in verb.children
    )
    if verb.lemma_ == "have":
        return [pair for one in in_charge(verb, setting) for pair in _named("leader", one, setting)]
    heads = (o for c in verb.children if c.lower_ == "at" for o in c.children if o.lower_ == "head")
    ahead = verb.lemma_ != "give" and any(c.tag_ == "PRP$" for o in heads for c in o.lefts)
    doer = doer_of(verb) if ordered or ahead else None
    return _named("leader", doer, setting) if doer is not None else []


def _whose(head: Token, setting: Setting) -> list[tuple[str, Token]]:
    """ "Their leader, X, ...", "its commander, a man called X": of the attackers, where nobody else was told of before."""
    owner = next((c for c in head.lefts if c.tag_ == "PRP$" and c.lower_ in ("its", "their")), None)
    if owner is None or not _is_of_attackers(owner, setting):
        return []
    beside = [c for c in head.children if c.dep_ == "appos"]
    beside += [
        o for c in beside for v in c.children if v.lemma_ in ("call", "name") for o in v.children if o.pos_ == "PROPN"
    ]
    named = next((c for c in beside if is_person(c)), None)
    return [("leader", named)] if named is not None else []


def _is_of_attackers(owner: Token, setting: Setting) -> bool:
    """Is the last body or crowd that could own something before a pronoun the attackers?"""
    start = owner.sent.start
    before = owner.doc[max(0, start - _LOOK_BACK) : owner.i]
    owners = [
        t for t in before if t.dep_ in ("nsubj", "nsubjpass", "agent", "pobj", "dobj") and t.pos_ in ("NOUN", "PROPN")
    ]
    if owner.lower_ == "their":
        owners = [t for t in owners if t.tag_ in ("NNS", "NNPS") and t.dep_ in ("nsubj", "nsubjpass")]
    else:
        owners = [
            t
            for t in owners
            if t.ent_type_ in ("ORG", "NORP") or t.lower_ in setting.groups.attackers or lemma_of(t) in _BODIES
        ]
    last = owners[-1] if owners else None
    return last is not None and (
        last.lower_ in setting.groups.attackers or setting.groups.of(last) == "attackers" or _is_blamed(last)
    )


def _is_blamed(body: Token) -> bool:
    """ "The attack was the work of X"."""
    return body.dep_ == "pobj" and body.head.head.lemma_.lower() in ("work", "deed", "doing")


def _to_harm(order: Token) -> bool:
    return any(c.lemma_ in ("fire", "shoot", "attack", "kill", "charge") for c in order.subtree)


def _leading(verb: Token, scene: Scene, setting: Setting) -> list[tuple[str, Token]]:
    """ "The raid was led by X", "gunmen led by X", "X led the attack", "X, who led the mediators"."""
    doer = doer_of(verb) or (verb.head if verb.dep_ == "acl" and verb.tag_ == "VBG" else None)
    led = [c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ == "dobj" and not is_passive(verb))]
    led += [verb.head] if verb.dep_ in ("acl", "relcl") and doer is not verb.head else []
    if (
        led
        and doer is not None
        and verb.lemma_ in ("command", "lead", "head")
        and any(is_armed(t, setting) for t in led)
    ):
        return _named("leader", doer, setting)
    slot = next((s for thing in led if (s := _slot(thing, scene, setting)) is not None), None)
    return _named(slot, doer, setting) if slot is not None else []


def _slot(thing: Token, scene: Scene, setting: Setting) -> str | None:
    """What it makes of a person to have led this; None where it is another body's leader."""
    lemma = lemma_of(thing)
    forms = setting.words.slots.forms
    inside = [o for c in thing.children if c.lower_ == "of" for o in c.children]
    beside = [c for c in thing.lefts if c.dep_ in ("compound", "amod")]
    if any(lemma_of(t) in forms["negotiator"].nouns for t in (thing, *inside)) or lemma in _TALKS:
        return "negotiator"
    if any(t.lower_ in ("negotiating", "mediating") for t in beside):
        return "negotiator"
    if any(setting.groups.of(t) == "attackers" or t.lower_ in setting.groups.attackers for t in (thing, *inside)):
        return "leader"
    if (lemma in _BODIES or thing.tag_ == "NNS") and _did_it(thing, scene, setting):
        return "leader"
    if setting.groups.of(thing) in ("prisoners", "demonstrators") and thing.tag_ == "NNS":
        return "leader"
    return "leader" if _is_led_deed(thing, scene, setting) else None


def _did_it(body: Token, scene: Scene, setting: Setting) -> bool:
    """Did a group do a deed of the story in this sentence?"""
    for trigger in scene.triggers:
        if _LED & set(trigger.types) or setting.story.part(trigger) == "takeover":
            doer = agent(trigger.token) if trigger.token.pos_ == "VERB" else None
            if doer is not None and doer.i == body.i:
                return True
    return False


def _is_led_deed(thing: Token, scene: Scene, setting: Setting) -> bool:
    """A deed of the story; the storming that ended it has a leader of its own, told with it alone."""
    trigger = next((t for t in scene.triggers if t.token.i == thing.i), None)
    if trigger is None or thing.pos_ not in ("NOUN", "PROPN"):
        return False
    if setting.story.part(trigger) == "raid" and setting.story.type != "raid":
        return setting.part(scene) == "raid"
    return bool(_LED & set(trigger.types)) or setting.story.part(trigger) == "takeover"


def _under(noun: Token, scene: Scene, setting: Setting) -> list[tuple[str, Token]]:
    """ "Gunmen under the command of X seized ..."; "the troops, under X's command"; "a company with X in command"."""
    if (own := commanded(noun, setting)) is not None:
        return _named("leader", own, setting)
    prep = noun.head
    if noun.pos_ != "NOUN" or prep.lower_ != "under":
        return []
    governor = prep.head
    if governor.dep_ == "acl" and governor.pos_ == "VERB":
        governor = governor.head  # "men stationed at X under the command of Y"
    led = [governor, *([doer] if governor.pos_ == "VERB" and (doer := agent(governor)) is not None else [])]
    is_led = any(_slot(thing, scene, setting) == "leader" for thing in led)
    if not is_led and not _storms(governor, scene, setting) and not acts_armed(governor, setting):
        return []
    heads = (o for c in noun.children if c.lower_ == "of" for o in c.children)
    return [pair for one in heads for pair in _named("leader", one, setting)]


def _under_whom(prep: Token, scene: Scene, setting: Setting) -> list[tuple[str, Token]]:
    """ "Commandos under Major X stormed ...", in a sentence of the raid."""
    under = (o for o in prep.children if o.dep_ == "pobj")
    pairs = ((o, before_alias(o)) for o in under)
    heads = [named or o for o, named in pairs if named is not None or is_person(o) or is_one(o)]
    top = prep.head
    if not heads or not (_storms(top, scene, setting) or acts_armed(top, setting)):
        return []
    return [("leader", one) for one in heads]


def _storms(thing: Token, scene: Scene, setting: Setting) -> bool:
    """Does a force, or a piece of one, storm a place in this sentence?"""
    if setting.part(scene) != "raid" and setting.story.type != "raid":
        return False
    top, steps = thing, 0
    while top.dep_ in ("pobj", "prep", "agent") and top.pos_ != "VERB" and steps < 4:
        top, steps = top.head, steps + 1
    verb = top if top.pos_ == "VERB" else top.head if top.dep_ in ("nsubj", "nsubjpass") else top
    return any(t.token.i == verb.i and "raid" in (setting.story.part(t), *t.types) for t in scene.triggers)


def _names_of(one: Token) -> Iterator[Token]:
    """A member of a list, or the name beside what it is called ("the Danish ambassador X")."""
    yield one
    for child in one.children:
        if child.dep_ in ("appos", "conj") and child.i > one.i:
            yield from _names_of(child)


def _apposed(noun: Token) -> Token | None:
    """ "The sheriff's brother, William Pike"."""
    return next((c for c in noun.children if c.dep_ == "appos" and c.i > noun.i and is_person(c)), None)


def _named(slot: str, first: Token | None, setting: Setting, *, is_sure: bool = False) -> list[tuple[str, Token]]:
    """Those of a list who can be it: only a person leads; a body, too, negotiates, unless it is the attackers'."""
    ones = (first, *first.conjuncts) if first is not None else ()
    if slot == "leader":
        beside = is_sure or (first is not None and is_person(first))
        people = (one if is_person(one) or (beside and is_bare(one)) else alias(one) or _apposed(one) for one in ones)
        return [(slot, one) for one in people if one is not None]
    listed = dict.fromkeys(name for one in ones for name in _names_of(one))
    names = (
        one
        for one in listed
        if one.pos_ == "PROPN" and one.text[:1].isupper() and one.ent_type_ not in ("GPE", "LOC", "NORP")
    )
    return [(slot, one) for one in names if one.lower_ not in setting.groups.attackers]
