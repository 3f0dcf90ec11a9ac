"""What a noun hands on: "allegations that ...", "the rebels' claim that ...", "reports according to which ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.speech import cues
from sayso.extraction.speech.recalled import Memory
from sayso.extraction.speech.saying import Saying, Sentence
from sayso.extraction.speech.sources import source_of
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token


def nominal(noun: Token, here: Sentence, memory: Memory) -> Iterator[Saying]:
    """ "allegations that ...", "reports that ...": the speaker is the owner of the noun, where one is named."""
    modality = cues.by_noun(noun)
    if modality is None:
        return
    clause = next(
        (c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > noun.i and _has_that(c)), None
    )
    clause = clause or _by_which(noun)
    if clause is None:
        return
    owner, denier = _owner(noun), cues.denier(noun)
    holder = here.voice(owner, memory) if owner is not None else None
    denied_by = source_of(denier) if denier is not None else None
    voice = holder if modality is not Modality.DENIED else None
    if denied_by is not None:
        voice = here.voice(denied_by, memory)
    name, at, known = (voice.name, voice.at, voice.basis) if voice is not None else ("", None, "unknown")
    held = holder.name if holder is not None and modality is Modality.DENIED else None
    content, cue_at = here.subtree(clause), here.extent(noun, noun)
    yield Saying(name, at, noun.lower_, cue_at, content, "hearsay", modality, known, put_forward_by=held)


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: the rebels' claim, a claim by the rebels, rebel claims."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    prep = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
    inner = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    return owner or inner or next((c for c in noun.children if c.dep_ == "compound"), None)


def _has_that(clause: Token) -> bool:
    return clause.left_edge.lower_ == "that" or any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _by_which(noun: Token) -> Token | None:
    """ "Reports according to which nine died": the clause behind, wherever the parser hangs it."""
    behind = noun.doc[noun.i + 1 : noun.sent.end]
    begin = next((t.i for t in behind if t.lower_ == "which" and t.i > 1 and t.nbor(-2).lower_ == "according"), None)
    if begin is None:
        return None
    clauses = (t for t in behind if t.i > begin and t.dep_ in ("relcl", "pcomp", "ccomp") and t.pos_ in ("VERB", "AUX"))
    return next(clauses, None)
