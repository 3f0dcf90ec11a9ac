"""Which words of a sentence name what brought an event about: verbs, nouns and prepositions of causing, by their frames.

Each frame says where the event stands and where its cause: "C sparked E", "E stemmed from C", "X blamed E on C", "C was
behind E", "E had its origin in C", "Anger over C led to E". What a found word is worth as a cause is for `causes` to judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.verbs import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

#: C does it to E; with a particle, where one is given.
_BRINGING = frozenset(
    "cause trigger spark start light ignite provoke prompt unleash precipitate kindle inspire occasion fuel set touch bring".split()
)
_WITH_PARTICLE = {"set": ("off",), "touch": ("off",), "bring": ("on", "about")}
#: C leads to E.
_LEADING = {"lead": ("to",), "result": ("in",), "give": ("to",), "contribute": ("to",), "escalate": ("into",)}
#: E comes of C.
_STEMMING = {
    "result": ("from",),
    "stem": ("from",),
    "spring": ("from",),
    "arise": ("from", "out"),
    "grow": ("from", "out"),
    "originate": ("in", "from", "with"),
    "flow": ("from",),
    "begin": ("with",),
    "start": ("with",),
    "root": ("in",),
}
#: X lays E on C.
_TRACED = {
    "blame": ("on",),
    "attribute": ("to",),
    "ascribe": ("to",),
    "trace": ("to",),
    "put": ("to",),
    "link": ("to",),
    "lay": ("on",),
}
#: "It collapsed due to", "thanks to", "on account of": words of owing.
_OWING = frozenset("due because owing thanks".split())
#: What lies at the bottom of an event, and what it has in its cause.
_ROOTS = frozenset("root bottom heart origin source".split())
_SOURCES = frozenset("origin root cause beginning source basis".split())
#: What people feel, who then do it.
_ANGER = frozenset("anger fury rage outrage resentment indignation discontent grievance dismay tension".split())
_ANGERING = frozenset("anger enrage incense outrage infuriate inflame incite rouse provoke madden embitter".split())
#: "In protest at C", "in revenge for C".
_IN_ANSWER = frozenset("protest anger revenge retaliation response reprisal reaction retribution answer fury".split())
_ABOUT = frozenset("at over against about for to with".split())
#: What people do over something.
_RISING = frozenset(
    "riot mutiny rebel revolt protest demonstrate strike clash fight quarrel rampage demonstration fighting violence".split()
)
#: Steps up from a verb that the parser hung on the last noun ("anger at the arrest of a preacher led to").
_HIGHEST = 6
#: An event as the subject of these is what the clause after "when" explains.
BEGINNING = frozenset("start begin occur happen break erupt flare ignite explode".split())
#: Words for an event that say nothing of its kind; in a text about one they mean it.
_HAPPENINGS = frozenset(
    "violence trouble bloodshed tragedy disaster catastrophe calamity incident turmoil mayhem carnage upheaval outburst"
    " outbreak unrest panic stampede crush breach".split()
)
#: Events that "it was caused by" speaks of.
_NATURAL = frozenset(
    "fire blaze explosion blast crash collision derailment collapse accident leak flood landslide riot violence trouble".split()
)


def found_by(token: Token, effects: frozenset[int], nouns: tuple[str, ...]) -> list[Token]:
    """The causes that one word names for one of the effects; `nouns` are those that say "cause"."""
    if token.pos_ == "VERB":
        return _by_verb(token, effects, nouns)
    if token.pos_ == "AUX":
        return _by_being(token, effects, nouns)
    return _by_other(token, effects, nouns)


def is_effect(token: Token, effects: frozenset[int]) -> bool:
    """The event, a word that stands for it, or "it" where the sentence before has the event as its subject."""
    if token.i in effects:
        return True
    lemma = token.lemma_.lower()
    if lemma in _HAPPENINGS:
        return True
    if lemma in ("day", "night", "week", "wave", "outbreak", "spate", "start", "beginning"):  # "two days of unrest"
        return any(is_effect(o, effects) for c in token.children if c.lower_ == "of" for o in objects(c))
    if token.lower_ != "it" or token.sent.start == 0:
        return False
    before = token.doc[token.sent.start - 1].sent
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NOUN" for c in before.root.children) and any(
        t.dep_ in ("nsubj", "nsubjpass") and t.head.i == before.root.i and t.lemma_.lower() in _NATURAL for t in before
    )


def objects(prep: Token) -> list[Token]:
    """What a preposition governs."""
    return [o for o in prep.children if o.dep_ in ("pobj", "pcomp")]


def _by_verb(verb: Token, effects: frozenset[int], nouns: tuple[str, ...]) -> list[Token]:
    lemma = verb.lemma_.lower()
    if lemma in _ANGERING:
        return _brought(verb, effects) or _angered(verb, effects)
    if lemma in _BRINGING and _has_particle(verb, _WITH_PARTICLE.get(lemma)) and (found := _brought(verb, effects)):
        return found
    if lemma in ("lie", "stand"):
        return _by_being(verb, effects, nouns)
    return _laid(verb, effects) or _come_of(verb, effects) or _held_for(verb, effects, nouns)


def _laid(verb: Token, effects: frozenset[int]) -> list[Token]:
    """ "X blamed E on C", "E was put down to C"; "C led to E"."""
    lemma = verb.lemma_.lower()
    if lemma in _TRACED and any(is_effect(e, effects) for e in _suffering(verb)):
        return _after(verb, _TRACED[lemma]) if lemma != "put" or _has_particle(verb, ("down",)) else []
    if lemma in _LEADING and any(is_effect(e, effects) for e in _after(verb, _LEADING[lemma])):
        return _felt(verb) or _subjects(verb)
    return []


def _come_of(verb: Token, effects: frozenset[int]) -> list[Token]:
    """ "E stemmed from C", "E followed C"."""
    lemma = verb.lemma_.lower()
    if lemma in _STEMMING and any(is_effect(e, effects) for e in [*_subjects(verb), *_described(verb)]):
        return _after(verb, _STEMMING[lemma])
    if lemma == "follow" and not is_passive(verb) and any(is_effect(e, effects) for e in _subjects(verb)):
        return [c for c in verb.children if c.dep_ == "dobj"]
    return []


def _has_particle(verb: Token, particles: tuple[str, ...] | None) -> bool:
    return particles is None or any(
        c.dep_ in ("prt", "advmod", "prep") and c.lower_ in particles for c in verb.children
    )


def _brought(verb: Token, effects: frozenset[int]) -> list[Token]:
    """The agent of a passive, the subject of an active verb, where the other side is the event."""
    agents = [o for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for o in objects(c)]
    agents = agents or _agents_above(verb)
    if is_passive(verb) or agents:
        return agents if any(is_effect(e, effects) for e in [*_subjects(verb), *_described(verb)]) else []
    things = [verb.head if c.tag_ == "WDT" and verb.dep_ == "relcl" else c for c in verb.children if c.dep_ == "dobj"]
    return _subjects(verb) if any(is_effect(e, effects) for e in things) else []


def _agents_above(verb: Token) -> list[Token]:
    """ "Was caused, the union believes, by dust": what was put in between takes the agent for its own."""
    above = verb.head
    if verb.dep_ != "ccomp" or verb.i > above.i or not is_passive(verb):
        return []
    return [o for c in above.children if c.lower_ == "by" and c.i > above.i for o in objects(c)]


def _subjects(verb: Token) -> list[Token]:
    """Who or what does it: its subject, or that of "is thought to", "which"."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if own:
        return [verb.head if c.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else c for c in own]
    if verb.dep_ == "xcomp":
        return [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _subjects(verb.head)
    return [verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBG" else []


def _suffering(verb: Token) -> list[Token]:
    found = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return [*found, *_described(verb)]


def _described(verb: Token) -> list[Token]:
    """ "Floods caused by rain", "it broke out, set off by ...": what the clause tells of."""
    if verb.dep_ in ("acl", "relcl"):
        return [verb.head]
    if verb.dep_ == "advcl" and verb.tag_ == "VBN":
        return [verb.head, *(c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass"))]
    return []


def _after(verb: Token, preps: tuple[str, ...]) -> list[Token]:
    """What stands after one of the prepositions, "out of" as well as "from", behind a particle or a noun ("gave rise to")."""
    near = [verb, *(c for c in verb.children if c.dep_ in ("prt", "advmod", "dobj") and c.i > verb.i)]
    found = [c for top in near for c in top.children if c.lower_ in preps and c.i > verb.i]
    found = [c for one in found for c in (one, *one.conjuncts)]
    inner = [c for one in found for c in one.children if c.lower_ == "of"]
    return [o for one in (*found, *inner) for o in objects(one)]


def _felt(verb: Token) -> list[Token]:
    """ "Anger over C led to": what people felt, with what they felt it about."""
    noun = verb.head if verb.dep_ == "acl" else None
    steps = 0
    while noun is not None and lemma_of(noun) not in _ANGER and steps < _HIGHEST:
        noun, steps = (noun.head if noun.head.i != noun.i else None), steps + 1
    return [noun] if noun is not None else []


def _angered(verb: Token, effects: frozenset[int]) -> list[Token]:
    """ "Angered by C, they burnt ..."; whoever was angered by C without doing anything did nothing for it."""
    agents = [o for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for o in objects(c)]
    if verb.dep_ == "advcl" and (verb.head.i in effects or any(c.i in effects for c in verb.head.children)):
        return agents
    crowd = [c for c in (*_subjects(verb), *_described(verb)) if lemma_of(c) in ("crowd", "mob", "rioter", "throng")]
    return agents if crowd and is_passive(verb) else []


def _by_being(verb: Token, effects: frozenset[int], nouns: tuple[str, ...]) -> list[Token]:
    """ "C was behind E", "C lay at the root of E", "C was to blame", "C was the reason for E", "E was down to C"."""
    for child in verb.children:
        inner = objects(child)
        if child.lower_ == "behind" and any(is_effect(o, effects) for o in inner):
            return [c for c in verb.children if c.dep_ == "attr"] or _subjects(verb)
        if child.lower_ == "at" and any(lemma_of(o) in _ROOTS and _is_of(o, effects) for o in inner):
            return _subjects(verb)
        if child.lower_ == "down" and any(is_effect(s, effects) for s in _subjects(verb)):
            return [o for c in child.children if c.lower_ == "to" for o in objects(c)]
        if child.dep_ == "attr" and lemma_of(child) in nouns and _is_of(child, effects):
            return [c for c in _subjects(verb) if lemma_of(c) not in nouns]
        if child.lower_ == "blame" and child.dep_ in ("xcomp", "advcl"):
            whom_for = [o for c in child.children if c.lower_ == "for" for o in objects(c)]
            return _subjects(verb) if all(is_effect(o, effects) for o in whom_for) else []
    return []


def _held_for(verb: Token, effects: frozenset[int], nouns: tuple[str, ...]) -> list[Token]:
    """ "C was named as the cause of E", "E had its origin in C"."""
    for child in verb.children:
        if child.lower_ == "as" and any(lemma_of(o) in nouns and _is_of(o, effects) for o in objects(child)):
            return _suffering(verb)
    if verb.lemma_ != "have" or not any(is_effect(s, effects) for s in _subjects(verb)):
        return []
    held = [c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in _SOURCES]
    return [o for top in (verb, *held) for c in top.children if c.lower_ == "in" for o in objects(c)] if held else []


def _by_other(token: Token, effects: frozenset[int], nouns: tuple[str, ...]) -> list[Token]:
    """ "Due to C", "because of C", "as a result of C", "the cause was C", "in protest at C", "under the weight of C"."""
    if token.lower_ in _OWING:
        return _owed(token) if _is_governed(token, effects) else []
    if token.dep_ == "prep":
        return _by_preposition(token, effects)
    lemma = lemma_of(token)
    if token.pos_ == "NOUN" and lemma in nouns and token.dep_ == "nsubj" and token.head.lemma_ == "be":
        said = [c for c in token.head.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN")]
        return said if _is_of(token, effects) else []
    if token.pos_ == "NOUN" and lemma == "result" and _is_result(token, effects):
        return [o for c in token.children if c.lower_ == "of" for o in objects(c)]
    return []


def _by_preposition(prep: Token, effects: frozenset[int]) -> list[Token]:
    """ "In protest at C", "over C", "under the weight of C"."""
    if prep.lower_ == "in":
        return _answered(prep, effects)
    if prep.lower_ in ("over", "about"):
        return _fought_over(prep, effects)
    if prep.lower_ == "under":
        return [o for o in objects(prep) if lemma_of(o) in ("weight", "strain") and _is_governed(prep, effects)]
    return []


def _answered(prep: Token, effects: frozenset[int]) -> list[Token]:
    """ "In protest at C", "in retaliation for C", of what was done so."""
    nouns = [o for o in objects(prep) if lemma_of(o) in _IN_ANSWER]
    if not nouns or not _is_governed(prep, effects):
        return []
    tops = (*nouns, prep.head)  # the parser hangs the second preposition on either
    return [o for top in tops for c in top.children if c.lower_ in _ABOUT and c.i > prep.i for o in objects(c)]


def _fought_over(prep: Token, effects: frozenset[int]) -> list[Token]:
    """ "Rioted over C", "clashes over C", "killed in a quarrel over C"; not "killed over the weekend", "over 40"."""
    head = prep.head
    rises = head.lemma_.lower() in _RISING and (head.pos_ == "VERB" or head.i in effects)
    if not rises or (prep.lower_ == "about" and head.pos_ == "VERB"):
        return []
    return [o for o in objects(prep) if not o.ent_type_ and not any(c.like_num for c in o.lefts)]


def _owed(token: Token) -> list[Token]:
    """What stands after "due to" or "because of"."""
    inner = [c for c in token.children if c.lower_ in ("to", "of")]
    found = [o for c in (token, *inner) for o in objects(c)]
    return [o for o in found if o.lower_ not in ("to", "of")]


def _is_governed(token: Token, effects: frozenset[int]) -> bool:
    """Is it the event that was due to something: "it collapsed due to", "the crash was due to"?"""
    head = token.head
    if is_effect(head, effects):
        return True
    is_beginning = head.lemma_ in ("be", "call", "stage", "hold", *BEGINNING)
    return is_beginning and any(is_effect(c, effects) for c in _filled(head))


def _filled(verb: Token) -> Iterator[Token]:
    yield from (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))


def _is_result(token: Token, effects: frozenset[int]) -> bool:
    """ "The collapse was the result of X", "it collapsed as a result of X"."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "as":
        return is_effect(head.head, effects)
    return token.dep_ == "attr" and any(c.dep_ == "nsubj" and is_effect(c, effects) for c in head.children)


def _is_of(noun: Token, effects: frozenset[int]) -> bool:
    """ "The cause of the fire", "the cause"; not "the cause of the delay"."""
    owners = [o for c in noun.children if c.lower_ in ("of", "for", "behind") for o in objects(c)]
    owners += [c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"]
    return all(is_effect(o, effects) or o.lower_ == "it" for o in owners)
