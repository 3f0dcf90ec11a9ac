"""Who owns a deed and who disowns it, in other words than "claimed" and "denied": owned up to it, took the claim back, had no hand in it.

Also who is said to be behind it by being named: "the authors of this crime are members of X", "the military names X", "it was not troops".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.words.calling import doer_of
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated, is_passive
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words that stand for the deed of an account, whatever it was, where they are definite.
_DEED = frozenset(
    "deed attack bombing killing crime murder massacre raid assault blast explosion shooting atrocity outrage assassination"
    " ambush kidnapping hijacking arson abduction slaying bloodshed slaughter".split()
)
_DISOWNING = frozenset("disown repudiate disclaim deny disavow".split())
_OWNING = frozenset("own confess admit".split())
_RETRACTING = frozenset("withdraw retract take revoke recant".split())
_PARTS = frozenset("hand part role involvement responsibility participation share".split())
#: Who did it, by what he is called.
_AUTHORS = frozenset(
    "author perpetrator culprit killer murderer assassin attacker bomber gunman assailant shooter raider hijacker kidnapper arsonist stabber"
    " slayer".split()
)
_OFFICES = frozenset(
    "military army police government ministry investigator official authority prosecutor communique statement report commission court".split()
)
_DOING = frozenset(
    "do kill fire shoot attack plant burn bomb set throw carry murder start loot storm open beat strike".split()
)
_SAYING = frozenset("say claim insist swear maintain hear tell believe think allege".split())
_AS_BODY = frozenset("behalf name".split())


@dataclass(frozen=True, slots=True)
class Laid:
    """Somebody on whom a deed is laid: the slot, who, the word that does it, and what it makes of the claim."""

    slot: str
    who: Token
    head: Token
    modality: Modality | None = None


def owned(verb: Token, deeds: list[Token], setting: Setting) -> Iterator[Laid]:
    """All whom one verb makes own the deed, disown it, or be named for it."""
    lemma = verb.lemma_.lower()
    if lemma in _OWNING or lemma in _DISOWNING:
        yield from _owning(verb, lemma, deeds)
    elif lemma in _RETRACTING:
        yield from _retracting(verb)
    elif lemma == "have":
        yield from _having_a_hand(verb, deeds)
    elif lemma in ("accept", "claim", "assume"):
        yield from _for_a_body(verb)
    elif lemma == "be":
        yield from _being(verb, setting)
    elif lemma in ("name", "point"):
        yield from _naming(verb, setting)
    elif lemma == "call":
        yield from _self_called(verb, setting)
    elif lemma in ("do", "kill", "murder", "execute", "massacre"):
        yield from _did_it(verb, setting)


def _is_deed(noun: Token, deeds: list[Token]) -> bool:
    """ "The attack", "the deed", "responsibility for it"; not any attack."""
    if any(noun.i == deed.i for deed in deeds):
        return True
    return lemma_of(noun) in _DEED and any(c.lower_ in ("the", "this", "that") for c in noun.lefts)


def _objects(verb: Token, *preps: str) -> list[Token]:
    """What stands after one of these prepositions, with a particle or a noun between."""
    near = [verb, *(c for c in verb.children if c.dep_ in ("prt", "advmod", "prep"))]
    return [
        o for top in near for c in (top, *top.children) if c.lower_ in preps for o in c.children if o.dep_ == "pobj"
    ]


def _suffering(verb: Token) -> list[Token]:
    if is_passive(verb):
        return [c for c in verb.children if c.dep_ == "nsubjpass"] or (
            [verb.head] if verb.dep_ in ("acl", "relcl") else []
        )
    return [c for c in verb.children if c.dep_ == "dobj"]


def _subject(verb: Token) -> Token | None:
    """Who does it, through "which", and through a verb that it is joined to."""
    doer = doer_of(verb)
    if (
        doer is None
        and verb.dep_ == "conj"
        and not any(c.dep_ in ("nsubj", "nsubjpass", "agent") for c in verb.children)
    ):
        doer = doer_of(verb.head)
        if doer is not None and doer.tag_ in ("WDT", "WP") and verb.head.dep_ == "relcl":
            doer = verb.head.head
    if doer is not None and doer.pos_ != "PROPN":
        doer = next((c for c in doer.children if c.dep_ == "appos" and c.pos_ == "PROPN"), doer)
    return doer


def _owning(verb: Token, lemma: str, deeds: list[Token]) -> Iterator[Laid]:
    """ "Owned up to the deed", "disowned the attack", "has always denied the bombing"."""
    doer = _subject(verb)
    if doer is None or doer.pos_ == "PRON":
        return
    if lemma in _DISOWNING:
        things = _suffering(verb)
        things += [] if things or verb.dep_ != "conj" else _objects(verb.head, "to")
        if any(_is_deed(t, deeds) and not any(c.lower_ == "of" for c in t.rights if lemma == "deny") for t in things):
            yield Laid("perpetrator", doer, verb, Modality.DENIED)
    elif any(_is_deed(t, deeds) for t in _objects(verb, "to")):
        yield Laid("claimed_by", doer, verb)


def _retracting(verb: Token) -> Iterator[Laid]:
    """ "Has taken back its claim", "withdrew the claim of responsibility"."""
    claims = [t for t in _suffering(verb) if lemma_of(t) == "claim" and t.pos_ == "NOUN"]
    back = verb.lemma_ != "take" or any(c.lower_ == "back" for c in verb.children)
    if not claims or not back:
        return
    doer = _subject(verb)
    named = [t for t in verb.sent if t.pos_ == "PROPN" and _stands_for(t)]
    if named and (doer is None or doer.pos_ != "PROPN"):
        yield Laid("perpetrator", named[0], verb, Modality.DENIED)
    elif doer is not None and doer.pos_ == "PROPN":
        yield Laid("perpetrator", doer, verb, Modality.DENIED)


def _stands_for(name: Token) -> bool:
    """ "On behalf of X", "in the name of X", "who spoke for X"."""
    prep = name.head
    if name.dep_ != "pobj" or prep.lower_ not in ("of", "for"):
        return False
    return prep.head.lemma_.lower() in (*_AS_BODY, "spokesman", "speak", "caller") and name.ent_type_ not in (
        "GPE",
        "LOC",
        "DATE",
    )


def _for_a_body(verb: Token) -> Iterator[Laid]:
    """ "Accepted responsibility on behalf of X"."""
    if any(lemma_of(t) == "responsibility" for t in _suffering(verb)):
        yield from (Laid("claimed_by", t, verb) for t in verb.subtree if t.pos_ == "PROPN" and _stands_for(t))


def _having_a_hand(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """ "Had no hand in the bombing"; "denied that it had a hand in it"; "had a hand in the attack"."""
    parts = [c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in _PARTS]
    nothing = [c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "nothing"]
    if nothing and any(t.lower_ == "with" and any(_is_deed(o, deeds) for o in t.children) for t in verb.subtree):
        doer = _subject(verb)
        if doer is not None and doer.pos_ in ("NOUN", "PRON") and verb.dep_ == "ccomp":
            doer = _subject(verb.head)
        if doer is not None and doer.pos_ in ("NOUN", "PROPN"):
            yield Laid("perpetrator", doer, verb, Modality.DENIED)
        return
    into = [o for t in (*parts, verb) for c in t.children if c.lower_ in ("in", "for") for o in c.children]
    doer = _subject(verb)
    if not parts or doer is None or not any(_is_deed(o, deeds) for o in into):
        return
    none = is_negated(verb) or any(c.lower_ == "no" for t in parts for c in t.lefts)
    above = verb.head if verb.dep_ == "ccomp" else None
    denies = above is not None and above.lemma_.lower() == "deny"
    if denies and above is not None and doer.pos_ == "PRON":
        doer = _subject(above) or doer
    if doer.pos_ in ("NOUN", "PROPN"):
        yield Laid(
            "perpetrator",
            doer,
            above if denies and above is not None else verb,
            Modality.DENIED if none or denies else hedge(verb),
        )


def _being(verb: Token, setting: Setting) -> Iterator[Laid]:
    """ "The authors of this crime are members of X"; "it was not troops", where somebody says so or who did it follows."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    said = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN")), None)
    if subject is None or said is None:
        return
    one = _member_of(said) or said
    if lemma_of(said) in ("author", "perpetrator", "culprit") and subject.pos_ == "PROPN" and not is_negated(verb):
        if any(lemma_of(o) in _DEED for c in said.children if c.lower_ == "of" for o in c.children):
            yield Laid("perpetrator", subject, verb, hedge(verb))
        return
    if lemma_of(subject) in _AUTHORS and subject.pos_ == "NOUN" and any(c.lower_ == "the" for c in subject.lefts):
        if one.pos_ == "PROPN" or is_human(one, setting.groups):
            yield Laid("perpetrator", one, verb, Modality.DENIED if is_negated(verb) else hedge(verb))
    elif subject.lower_ == "it" and _is_side(one, setting):
        does = any(c.dep_ == "relcl" and c.tag_ == "VBD" and c.lemma_ in _DOING for c in said.children)
        told = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in _SAYING and not [*said.rights]
        if does or told:
            plain = None if does and not told else Modality.ALLEGED
            yield Laid("perpetrator", one, verb, Modality.DENIED if is_negated(verb) else plain)


def _member_of(noun: Token) -> Token | None:
    """ "Members of the so-called X": the body that they are of."""
    if lemma_of(noun) not in ("member", "fighter", "follower", "militant", "element"):
        return None
    of = (o for c in noun.children if c.lower_ in ("of", "from") for o in c.children if o.dep_ == "pobj")
    return next((o for o in of if o.pos_ == "PROPN"), None)


def _is_side(noun: Token, setting: Setting) -> bool:
    """Attackers, forces or a people in the plural, or a body by its name."""
    if noun.pos_ == "PROPN":
        is_people = noun.ent_type_ == "NORP" and noun.tag_ == "NNPS"
        return is_people or noun.ent_type_ == "ORG" or noun.lower_ in setting.groups.attackers
    return noun.tag_ == "NNS" and setting.groups.of(noun) in ("attackers", "security_forces")


def _naming(verb: Token, setting: Setting) -> Iterator[Laid]:
    """ "The military names X", "residents pointed to men in the pay of a rival"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or is_negated(verb):
        return
    if verb.lemma_ == "name":
        told = [c for c in verb.children if c.dep_ == "dobj"]
        plain = not any(c.dep_ in ("oprd", "prep", "dative") for c in verb.children)
        if plain and lemma_of(subject) in _OFFICES:
            bodies = (t for t in told if t.pos_ == "PROPN" and _is_body(t, setting))
            yield from (Laid("perpetrator", t, verb, Modality.ALLEGED) for t in bodies)
        return
    whom = [o for c in verb.children if c.lower_ in ("to", "at") for o in c.children if o.dep_ == "pobj"]
    if is_human(subject, setting.groups):
        people = (
            o
            for o in whom
            if o.tag_ == "NNS" and is_human(o, setting.groups) and not any(c.tag_ == "PRP$" for c in o.lefts)
        )
        yield from (Laid("perpetrator", o, verb, Modality.ALLEGED) for o in people)


def _did_it(verb: Token, setting: Setting) -> Iterator[Laid]:
    """ "The X people said they did it", and then that they did not; "no soldier killed a child"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return
    if verb.lemma_ != "do":
        none = any(c.lower_ == "no" for c in subject.lefts) and any(c.dep_ == "dobj" for c in verb.children)
        if none and subject.pos_ == "NOUN" and setting.groups.of(subject) in ("attackers", "security_forces"):
            yield Laid("perpetrator", subject, verb, Modality.DENIED)
        return
    above = verb.head
    it = any(c.dep_ == "dobj" and c.lower_ in ("it", "this", "that") for c in verb.children)
    said = (
        verb.dep_ == "ccomp"
        and above.lemma_ in ("say", "claim", "admit", "boast")
        and subject.lower_ in ("they", "it", "we")
    )
    doer = _subject(above) if said else None
    if doer is None or not (it or is_negated(verb)) or doer.pos_ not in ("NOUN", "PROPN"):
        return
    yield Laid("perpetrator", doer, above, Modality.DENIED) if is_negated(verb) else Laid("claimed_by", doer, above)


def _is_body(name: Token, setting: Setting) -> bool:
    if name.ent_type_ in ("PERSON", "GPE", "LOC", "DATE"):
        return False
    return (
        name.ent_type_ == "ORG" or name.lower_ in setting.groups.attackers or any(c.lower_ == "the" for c in name.lefts)
    )


def _self_called(verb: Token, setting: Setting) -> Iterator[Laid]:
    """ "The hijackers, who call themselves X"."""
    self_ = any(c.lower_ in ("themselves", "itself", "himself") for c in verb.children)
    doer = verb.head if verb.dep_ in ("relcl", "acl") else _subject(verb)
    if not self_ or doer is None or setting.groups.of(doer) != "attackers":
        return
    names = [
        c
        for c in verb.subtree
        if c.pos_ == "PROPN" and c.i > verb.i and c.dep_ in ("oprd", "dobj", "attr", "npadvmod", "ccomp")
    ]
    yield from (Laid("perpetrator", c, verb) for c in names[:1])
