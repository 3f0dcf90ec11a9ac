"""What a noun hands on: "allegations that ...", "the rebels' claim that ...", "reports according to which ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.speech import cues
from sayso.extraction.speech.recalled import Memory
from sayso.extraction.speech.saying import Saying, Sentence
from sayso.extraction.speech.sources import source_of
from sayso.extraction.words.lexicon import words
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 10
_OF_NUMBERS = frozenset("report claim rumour rumor allegation suggestion story talk tale".split())
_DEATHS = frozenset(
    "dead death killed casualty casualties fatality fatalities killing victim injured wounded missing arrest".split()
)
_CALLING = frozenset("respond call receive investigate get".split())


def nominal(noun: Token, here: Sentence, memory: Memory) -> Iterator[Saying]:
    """ "allegations that ...", "reports that ...": the speaker is the owner of the noun, where one is named."""
    modality = cues.by_noun(noun)
    if modality is None:
        return
    clause = next(
        (c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > noun.i and _has_that(c)), None
    )
    clause = clause or _by_which(noun) or _behind_that(noun) or _number_of(noun)
    if clause is None:
        return
    if cues.is_untrue_behind(clause.right_edge):
        modality = Modality.DENIED
    owner, denier = _owner(noun), cues.denier(noun)
    holder = here.voice(owner, memory) if owner is not None else None
    denied_by = source_of(denier) if denier is not None else None
    voice = holder if modality is not Modality.DENIED else None
    if denied_by is not None:
        voice = here.voice(denied_by, memory)
    name, at, known = (voice.name, voice.at, voice.basis) if voice is not None else ("", None, "unknown")
    held = holder.name if holder is not None and modality is Modality.DENIED else None
    content, cue_at = here.subtree(clause), here.extent(noun, noun)
    gaps = here.asides(clause) if modality is Modality.POSSIBLE else ()
    yield Saying(name, at, noun.lower_, cue_at, content, "hearsay", modality, known, gaps, put_forward_by=held)


def avowed(word: Token, here: Sentence, memory: Memory) -> Iterator[Saying]:
    """ "The mission is satisfied that ...", "the labourers are persuaded that ...": whoever is so says so."""
    if word.lower_ not in words("speech", "avowing"):
        return
    clause = next((c for c in word.children if c.dep_ == "ccomp" and c.i > word.i), None)
    verb = word if word.tag_ == "VBN" else word.head
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    voice = here.voice(subject, memory) if subject is not None and clause is not None else None
    if clause is None or voice is None or any(c.dep_ == "neg" for c in verb.children):
        return
    cue_at, content = here.extent(word, word), here.subtree(clause)
    yield Saying(voice.name, voice.at, word.lower_, cue_at, content, "indirect", Modality.ASSERTED, voice.basis)


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: the rebels' claim, a claim by the rebels, rebel claims."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    prep = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
    inner = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    return owner or inner or next((c for c in noun.children if c.dep_ == "compound"), None)


def _has_that(clause: Token) -> bool:
    return clause.left_edge.lower_ == "that" or any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _behind_that(noun: Token) -> Token | None:
    """ "Reports passed around by message that fifty had died": the clause that the parser hangs on another word."""
    behind = noun.doc[noun.i + 1 : min(noun.i + _FAR, noun.sent.end)]
    mark = next((t for t in behind if t.lower_ == "that" and t.dep_ == "mark"), None)
    if (
        mark is None
        or mark.head.i < mark.i
        or any(t.text in (",", ";") or t.tag_ == "VBZ" for t in behind[: mark.i - noun.i])
    ):
        return None
    return mark.head if cues.by_verb(mark.head.head) is None else None


def _number_of(noun: Token) -> Token | None:
    """ "Reports of 30 deaths", "rumours of six dead": the number that is handed on; what police were called to they found."""
    if (
        noun.lemma_.lower() not in _OF_NUMBERS
        or noun.head.lemma_.lower() in _CALLING
        or noun.head.head.lemma_ in _CALLING
    ):
        return None
    of = next((c for c in noun.children if c.lower_ == "of" and c.i == noun.i + 1), None)
    thing = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if thing is None or not any(t.like_num for t in thing.subtree):
        return None
    is_dead = thing.lemma_.lower() in _DEATHS or any(t.lower_ in _DEATHS or t.tag_ == "VBN" for t in thing.subtree)
    return thing if is_dead else None


def _by_which(noun: Token) -> Token | None:
    """ "Reports according to which nine died": the clause behind, wherever the parser hangs it."""
    behind = noun.doc[noun.i + 1 : noun.sent.end]
    begin = next((t.i for t in behind if t.lower_ == "which" and t.i > 1 and t.nbor(-2).lower_ == "according"), None)
    if begin is None:
        return None
    dependent = ("relcl", "pcomp", "ccomp", "advcl", "ROOT")
    clauses = (t for t in behind if t.i > begin and t.dep_ in dependent and t.pos_ in ("VERB", "AUX"))
    return next(clauses, None)
