"""Who is held to have done it, and who says that he did or did not, in the turns that a plain verb of accusing leaves out.

"The blame was put on X", "suspicion fell on X", "they hold X responsible for the deaths", "X did it", "X said it had planted
the bomb", "a statement signed by X said that they were responsible", "X said it was not responsible".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.actors.ownings import Laid
from sayso.extraction.actors.spokesmen import VOICES, is_body, voice_of
from sayso.extraction.drafts import Setting
from sayso.extraction.words.calling import doer_of, is_person
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.verbs import is_negated, is_passive
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_BLAME = frozenset("blame guilt suspicion".split())
_LAYING = frozenset("put lay place pin fall rest".split())
_HOLDING = frozenset("hold find consider deem declare make".split())
_LINKING = frozenset("link tie connect implicate incriminate".split())
_LIABLE = frozenset("responsible guilty accountable answerable liable".split())
#: What somebody answers for besides a deed that is named.
HARM = frozenset("death killing loss bloodshed deed crime murder massacre tragedy disappearance slaughter".split())
_SAYING = frozenset("say claim announce declare admit boast state acknowledge confess write insist".split())
_HOLDING_FORTH = _SAYING | frozenset("believe think suspect swear allege".split())
_DENYING = frozenset("deny reject dispute".split())
#: What somebody says that he did: verbs of the deed itself.
_STRIKING = frozenset(
    "kill shoot execute murder assassinate attack ambush bomb kidnap abduct hijack stab punish".split()
)
_PLACING = frozenset("plant place set lay throw hurl lob detonate explode fire launch leave".split())
_DEVICES = frozenset(
    "bomb charge device grenade mine dynamite explosive rocket missile mortar fire blaze shell".split()
)
_OWN = frozenset(
    "fighter member man militant unit troop commando soldier combatant guerrilla follower supporter militia".split()
)


def laid_on(verb: Token, deeds: list[Token], setting: Setting) -> Iterator[Laid]:
    """All whom one verb holds to have done it, or makes say that they did, or did not."""
    lemma = verb.lemma_.lower()
    if lemma in _LAYING and not is_negated(verb):
        yield from _blame_laid(verb)
    if lemma in _HOLDING and not is_negated(verb):
        yield from _held(verb, deeds)
    if lemma == "do" and not is_negated(verb):
        yield from _did(verb)
    if _tells_of_doing(verb, lemma, deeds):
        yield from _own_word(verb, setting)
    if lemma in ("claim", "take", "assume") and is_passive(verb):
        yield from _claimed_afar(verb, deeds)
    if lemma in _LINKING and not is_negated(verb):
        yield from _linked(verb, deeds)


def _blame_laid(verb: Token) -> Iterator[Laid]:
    """ "The blame for the massacre was put on X", "suspicion fell on X"."""
    told = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and lemma_of(c) in _BLAME]
    told = [t for t in told if not any(c.lower_ == "no" for c in t.lefts)]
    if not told:
        return
    preps = (c for top in (verb, *told) for c in top.children if c.lower_ in ("on", "upon", "with", "at"))
    for one in (o for c in preps for o in c.children if o.dep_ == "pobj"):
        if one.lower_ == "door":
            yield from (
                Laid("perpetrator", o, verb, Modality.ALLEGED)
                for c in one.children
                if c.lower_ == "of"
                for o in c.children
            )
        elif one.pos_ in ("NOUN", "PROPN"):
            yield Laid("perpetrator", one, verb, Modality.ALLEGED)


def _held(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """ "The union holds X responsible for the murder": a court that finds so makes it no plainer than its word."""
    told = next((c for c in verb.children if c.lower_ in _LIABLE), None)
    if told is None:
        return
    whom = [c for c in told.children if c.dep_ in ("nsubj", "nsubjpass")]
    whom = whom or [c for c in verb.children if c.dep_ == ("nsubjpass" if is_passive(verb) else "dobj")]
    preps = [c for top in (told, verb) for c in top.children if c.lower_ in ("for", "of")]
    what = [o for c in preps for o in c.children]
    if any(o.i == d.i for o in what for d in deeds) or any(lemma_of(o) in HARM for o in what):
        yield from (Laid("perpetrator", one, verb, Modality.ALLEGED) for one in whom if one.pos_ in ("NOUN", "PROPN"))


def _did(verb: Token) -> Iterator[Laid]:
    """ "Relatives said that a death squad had done it", "it was the soldiers who did it"."""
    if not any(c.dep_ == "dobj" and c.lower_ in ("it", "this") for c in verb.children):
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        if verb.head.head.lemma_ == "be" and any(c.lower_ == "it" for c in verb.head.head.children):
            yield Laid("perpetrator", verb.head, verb.head.head, hedge(verb.head.head))
    elif subject is not None and subject.lower_ == "we":
        names = [t for t in verb.sent if is_body(t) and _is_spoken_for(t)]
        yield from (Laid("claimed_by", t, verb) for t in names[:1])
    elif subject is not None and subject.pos_ in ("NOUN", "PROPN") and _is_held_forth(verb):
        yield Laid("perpetrator", subject, verb.head, Modality.ALLEGED)


def _is_held_forth(verb: Token) -> bool:
    """Is it what somebody says or believes?"""
    above = verb.head
    return verb.dep_ == "ccomp" and above.lemma_.lower() in _HOLDING_FORTH and doer_of(above) is not None


def _is_spoken_for(name: Token) -> bool:
    """ "A caller who said he spoke for X", "on behalf of X"."""
    prep = name.head
    above = prep.head.lemma_.lower()
    return (
        name.dep_ == "pobj" and prep.lower_ in ("for", "of") and above in (*VOICES, "speak", "call", "behalf", "name")
    )


def _tells_of_doing(verb: Token, lemma: str, deeds: list[Token]) -> bool:
    """ "Had killed the colonel", "had planted the bomb", "was responsible for the murder"."""
    if lemma == "be":
        return any(c.lower_ == "responsible" and c.dep_ == "acomp" for c in verb.children)
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in _PLACING and any(lemma_of(t) in _DEVICES for t in things):
        return True
    return (
        lemma in _STRIKING and bool(things or any(verb.i == d.i for d in deeds)) and verb.tag_ in ("VBD", "VBN", "VBG")
    )


def _own_word(verb: Token, setting: Setting) -> Iterator[Laid]:
    """ "X said it had planted the bomb", "X denied that its fighters had fired": by the word of whoever did it, or did not."""
    above = verb.head
    if verb.dep_ not in ("ccomp", "xcomp") or above.lemma_.lower() not in _SAYING | _DENYING or is_negated(above):
        return
    doer = doer_of(above)
    speaker = voice_of(doer) if doer is not None else None
    if speaker is None or speaker.pos_ != "PROPN" or not _is_own(verb, speaker):
        return
    is_not = is_negated(verb) or any(is_negated(c) for c in verb.children if c.lower_ == "responsible")
    if is_not or above.lemma_.lower() in _DENYING:
        yield Laid("perpetrator", speaker, above, Modality.DENIED)
    elif not _is_force(speaker, setting):
        yield Laid("claimed_by", speaker, above)


def _is_force(name: Token, setting: Setting) -> bool:
    """What police and army say that they did is a report."""
    return any("security_forces" in setting.groups.words.of(t.lower_) for t in (name, *name.lefts))


def _is_own(verb: Token, speaker: Token) -> bool:
    """Is the doer of a clause the speaker himself, or his people ("its fighters")?"""
    doer = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if doer is None:
        return verb.dep_ == "xcomp"
    if is_passive(verb):
        return False
    own = ("he", "she", "i", "it") if is_person(speaker) else ("it", "they", "we")
    if doer.lower_ in own:
        return True
    return lemma_of(doer) in _OWN and any(c.lower_ in ("its", "their", "our") for c in doer.lefts)


def _linked(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """ "Documents linking X with the attack", "X was implicated in the murder"."""
    if is_passive(verb):
        whom = [c for c in verb.children if c.dep_ == "nsubjpass"] or (
            [verb.head] if verb.dep_ in ("acl", "relcl") else []
        )
    else:
        whom = [c for c in verb.children if c.dep_ == "dobj"]
    preps = (c for top in (verb, *whom) for c in top.children if c.lower_ in ("with", "to", "in"))
    if any(o.i == d.i for c in preps for o in c.children for d in deeds):
        yield from (Laid("perpetrator", one, verb, Modality.ALLEGED) for one in whom if one.pos_ in ("NOUN", "PROPN"))


def _claimed_afar(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """ "Responsibility was claimed in a leaflet by X": the "by" hangs on what it was said in."""
    if any(c.dep_ == "agent" for c in verb.children):
        return
    told = [c for c in verb.children if c.dep_ == "nsubjpass"]
    if not any(lemma_of(c) in ("responsibility", "credit") or any(c.i == d.i for d in deeds) for c in told):
        return
    for prep in (t for t in verb.subtree if t.lower_ in ("by", "of", "from") and t.i > verb.i and t.dep_ == "prep"):
        names = [o for o in prep.children if o.dep_ == "pobj" and is_body(o)]
        if names and (prep.lower_ == "by" or lemma_of(prep.head) in (*VOICES, "name", "behalf")):
            yield Laid("claimed_by", names[0], verb)
            return
