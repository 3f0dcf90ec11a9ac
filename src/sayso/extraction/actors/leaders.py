"""Who led the deed or its doers, and who stood between the sides: by what they did ("led by X", "X mediated")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.actors.commands import acts_armed, before_alias, in_charge, is_armed, is_bare, is_one, orderers
from sayso.extraction.actors.own_names import alias
from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.events.turns import CAPTIVE
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
    r"|talks|go-between|intermediary|good offices|under (?=[A-Z]|one |an? )|spok?en?|speaks?|order (?:came|was given)|had charge|in charge of)\b",
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
#: What is negotiated between the sides of an incident.
_SETTLED = frozenset("release surrender freedom end deal ceasefire truce passage exit settlement solution".split())
_GOING_ON = frozenset("begin start help continue".split())
#: What is done with talks by those who hold them.
_CONDUCTING = frozenset("conduct hold handle lead open run undertake pursue carry resume direct".split())
#: Who speaks with captors for others, by what he is called.
_RANKS = frozenset(
    "ambassador bishop archbishop cardinal father monsignor colonel general brigadier major captain inspector superintendent commissioner chief sheriff "
    "mayor governor minister consul delegate envoy judge lieutenant commander sergeant deputy imam rabbi pastor reverend senator attorney lawyer".split()
)


def leaders(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Leaders of the story's doers and deeds, and negotiators by name, where the scene tells of the story."""
    story = setting.story
    if story.type is None or story.type in BEFALLING or story.type == "fire":
        return
    if not _CUES.search(scene.words) or not (setting.is_own(scene) or _is_ours(scene)):
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
    if lemma in _RIDING:
        return _ahead(token, setting)
    if token.lower_ == "under":
        return _under_whom(token, scene, setting)
    if lemma in ("order", "office") and token.pos_ == "NOUN":
        given = [pair for one, sure in orderers(token) for pair in _named("leader", one, setting, is_sure=sure)]
        return given if lemma == "order" else _offices(token, setting)
    if token.pos_ != "VERB":
        whose = _whose(token, setting) if lemma in _HEADS and token.pos_ == "NOUN" else []
        return _under(token, scene, setting) if lemma in _COMMAND else whose
    if lemma in _LEADING and (led := _leading(token, scene, setting)):
        return led
    return _between(token, lemma, setting)


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
    doer = doer_of(verb)
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
    if lemma in _BODIES and _did_it(thing, scene, setting):
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
    """ "Gunmen under the command of X seized ..."."""
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


def _offices(noun: Token, setting: Setting) -> list[tuple[str, Token]]:
    """ "Through the good offices of X"."""
    if not CAPTIVE & setting.story.kinds or not any(c.lower_ == "good" for c in noun.lefts):
        return []
    whose = (o for c in noun.children if c.lower_ == "of" for o in c.children)
    return [pair for one in whose for pair in _named("negotiator", one, setting)]


def _between(verb: Token, lemma: str, setting: Setting) -> list[tuple[str, Token]]:
    """ "X mediated between ...", "talks mediated by X", "X negotiated their release", "X acted as mediator"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ not in _GOING_ON:
        return []
    nouns = setting.words.slots.forms["negotiator"].nouns
    if _holds_talks(verb, lemma, setting):
        return _named("negotiator", doer_of(verb), setting)
    as_what = [
        o for c in verb.children if c.lower_ == "as" for o in c.children if lemma_of(o) in nouns or _goes_between(o)
    ]
    if lemma != "mediate" and not as_what and not (lemma == "negotiate" and _is_between_sides(verb, setting)):
        return []
    doer = doer_of(verb) or next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if doer is None and verb.dep_ == "xcomp":
        doer = doer_of(verb.head)
    return _named("negotiator", doer, setting)


def _goes_between(noun: Token) -> bool:
    """ "Go-between", which the tokeniser cuts."""
    return noun.lower_ == "intermediary" or "go-between" in noun.doc[max(noun.i - 2, 0) : noun.i + 3].text.lower()


def _holds_talks(verb: Token, lemma: str, setting: Setting) -> bool:
    """ "Talks were conducted by X", "Colonel X spoke with the gunmen", in an account of captives."""
    if not CAPTIVE & setting.story.kinds:
        return False
    if lemma in _CONDUCTING:
        return any(c.dep_ in ("dobj", "nsubjpass") and lemma_of(c) in _TALKS for c in verb.children)
    doer = doer_of(verb) if lemma in ("speak", "talk", "negotiate") else None
    if doer is None or not any(c.lemma_.lower() in _RANKS for c in doer.lefts):
        return False
    with_whom = [o for c in verb.children if c.lower_ in ("with", "to") for o in c.children]
    inner = [i for o in with_whom for c in o.children if c.lower_ == "of" for i in c.children]
    return any(setting.groups.of(o) in ("attackers", "prisoners") for o in (*with_whom, *inner))


def _is_between_sides(verb: Token, setting: Setting) -> bool:
    """ "Negotiated with the gunmen", "negotiated the release"; not "negotiated a loan"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and lemma_of(child) in _SETTLED:
            return True
        if child.lower_ in ("with", "for") and any(
            lemma_of(o) in _SETTLED or setting.groups.of(o) == "attackers" for o in child.children
        ):
            return True
    return False


def _names_of(one: Token) -> Iterator[Token]:
    """A member of a list, or the name beside what it is called ("the Danish ambassador X")."""
    yield one
    for child in one.children:
        if child.dep_ in ("appos", "conj") and child.i > one.i:
            yield from _names_of(child)


def _named(slot: str, first: Token | None, setting: Setting, *, is_sure: bool = False) -> list[tuple[str, Token]]:
    """Those of a list who can be it: only a person leads; a body, too, negotiates, unless it is the attackers'."""
    ones = (first, *first.conjuncts) if first is not None else ()
    if slot == "leader":
        beside = is_sure or (first is not None and is_person(first))
        people = (one if is_person(one) or (beside and is_bare(one)) else alias(one) for one in ones)
        return [(slot, one) for one in people if one is not None]
    listed = dict.fromkeys(name for one in ones for name in _names_of(one))
    names = (
        one
        for one in listed
        if one.pos_ == "PROPN" and one.text[:1].isupper() and one.ent_type_ not in ("GPE", "LOC", "NORP")
    )
    return [(slot, one) for one in names if one.lower_ not in setting.groups.attackers]
