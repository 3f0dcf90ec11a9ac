"""Who: the organisation that did it, its leader and negotiators by their titles; and every name mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.actors.doings import deeds, doings, is_violent
from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.model import Actor, Mention
from sayso.normalisation import places

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
#: How others stand to attackers, and who deals with others for them.
#: Who tells of a deed, or looks into it, and is called by such a name.
_NO_DOER = re.compile(
    r"\b(?:Press|News|Staff|Times|Post|Radio|TV|Herald|Tribune|Reuters|AFP|AP|Daily|Journal|Police|Sheriff|FBI|SWAT|\w*PD)\b"
)
_DEALING = frozenset("with against between among toward towards".split())
_ENVOYS = frozenset(
    "representative delegate envoy negotiator spokesman delegation sympathizer sympathiser supporter".split()
)
_OF_ATTACKERS = frozenset(
    "guerrilla rebel terrorist attacker captor kidnapper hijacker gunman militant insurgent group movement cell commando".split()
)


def mentions(scene: Scene, document: str, text: str) -> Iterator[Mention]:
    """Every name of a person, organisation, place or people in a scene."""
    for entity in scene.sent.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None or kind == "group":
            continue
        if kind == "organisation" and places.country(entity.text) is not None:
            kind = "place"
        tokens = [t for t in entity if not (t.i == entity.start and t.lower_ in ("the", "a", "an"))]
        while tokens and (tokens[-1].tag_ == "POS" or tokens[-1].is_space or tokens[-1].is_punct):
            tokens.pop()
        if not tokens:
            continue
        at = token_extent(scene, tokens)
        quote = text[at.start : at.end]
        yield Mention(document, at.start, at.end, quote, kind, " ".join(quote.split()))


def actors(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Perpetrator, leader and negotiator, where the scene tells of the story."""
    if not setting.is_incident(scene):
        return
    seen: set[tuple[str, int]] = set()
    doers = tuple(doer for _, doer in doings(scene, setting)) if is_violent(scene) else ()
    is_told = bool(doers) or any(deeds(scene))  # an armed group that is merely named did nothing here
    for entity in (*scene.sent.ents, *_unlabelled(scene, setting)):
        for slot in _roles(entity, setting, doers):
            if slot == "perpetrator" and not is_told:
                continue
            if (slot, entity.start) not in seen:
                seen.add((slot, entity.start))
                yield _draft(scene, setting, slot, entity)


def _unlabelled(scene: Scene, setting: Setting) -> Iterator[SpacySpan]:
    """Acronyms of the attackers that the name recogniser passed over or took for something else."""
    for token in scene.sent:
        if token.lower_ in setting.groups.attackers and token.text.isupper() and token.ent_type_ not in ("ORG", "NORP"):
            yield scene.sent.doc[token.i : token.i + 1]


def _draft(scene: Scene, setting: Setting, slot: str, entity: SpacySpan) -> Draft:
    tokens = [t for t in entity if not (t.i == entity.start and t.lower_ in ("the", "a", "an"))] or list(entity)
    at = token_extent(scene, tokens)
    name = " ".join(setting.document.text[at.start : at.end].split())
    return Draft(scene, at.start, at.end, slot, None, Actor(name, None, name), entity.root, about=at, part="")


def _roles(entity: SpacySpan, setting: Setting, doers: Sequence[Token]) -> Iterator[str]:
    """The slots a name answers in its sentence."""
    root = entity.root
    if entity.label_ in ("ORG", "NORP", "") and root.pos_ == "PROPN":
        if _did_it(entity, setting, doers):
            yield "perpetrator"
    elif entity.label_ == "PERSON":
        for slot in ("leader", "negotiator"):
            if _titled(entity, setting, slot):
                yield slot


def _did_it(entity: SpacySpan, setting: Setting, doers: Sequence[Token]) -> bool:
    """Is the organisation, or its members, the one who attacked, seized or kidnapped?"""
    root = entity.root
    if _NO_DOER.search(entity.text) or any(c.dep_ == "nummod" for c in root.lefts):
        return False
    if any(doer.i == root.i for doer in doers):
        return True
    if any("security_forces" in setting.groups.words.of(t.lower_) for t in entity):
        return False
    linked = root.dep_ in ("pobj", "appos", "compound", "nmod")
    if linked and any(root in doer.subtree and _is_theirs(root, doer) for doer in doers):
        return True
    return root.lower_ in setting.groups.attackers and _beside_attackers(entity, setting) and not _is_dealt_with(root)


def _is_dealt_with(root: Token) -> bool:
    """ "Met representatives of the X guerrillas", "at war with X rebels": what others do with them is no deed of theirs."""
    token = root
    for _ in range(6):
        if token.dep_ == "prep" and token.lower_ in _DEALING:
            return True
        if token.lemma_.lower() in _ENVOYS or token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return token.lemma_.lower() in _ENVOYS
        token = token.head
    return False


def _is_theirs(root: Token, doer: Token) -> bool:
    """ "Guerrillas of the XYZ", "XYZ guerrillas"; not "guerrillas in X", "who fought against the X"."""
    head, steps = root, 0
    while head.i != doer.i and steps < 4:
        if head.dep_ not in ("pobj", "prep", "appos", "compound", "nmod") or (
            head.dep_ == "prep" and head.lower_ not in ("of", "from")
        ):
            return False
        head, steps = head.head, steps + 1
    return head.i == doer.i


def _beside_attackers(entity: SpacySpan, setting: Setting) -> bool:
    """ "XYZ militants", "guerrillas of the X": the name stands in a phrase of attackers."""
    head = entity.root.head
    steps = 0
    while steps < 3 and head.dep_ in ("prep", "compound", "appos", "nmod", "pobj"):
        if head.pos_ == "NOUN" and setting.groups.of(head) == "attackers":
            return True
        head, steps = head.head, steps + 1
    return head.pos_ == "NOUN" and setting.groups.of(head) == "attackers"


def _titled(entity: SpacySpan, setting: Setting, slot: str) -> bool:
    """Is the person called by one of the slot's nouns, before the name, beside it, or by "was"?"""
    nouns = setting.words.slots.forms[slot].nouns
    for noun in _said_of(entity.root):
        if any(c.lower_ in ("former", "late", "ex") for c in noun.lefts):
            continue
        if lemma_of(noun) in nouns and (slot != "leader" or _leads_attackers(noun, setting)):
            return True
    return False


def _said_of(root: Token) -> Iterator[Token]:
    """Nouns that stand for the person: in apposition, as predicate, or as subject of one."""
    yield from (c for c in root.children if c.dep_ in ("appos", "compound", "nmod") and c.pos_ == "NOUN")
    for apposed in (c for c in root.children if c.dep_ == "appos"):
        yield from (o for p in apposed.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj")
    head = root.head
    if root.dep_ == "appos":
        yield head
    if root.dep_ == "attr":
        yield from (c for c in head.children if c.dep_ == "nsubj")
    if root.dep_ in ("nsubj", "nsubjpass"):
        yield from (c for c in head.children if c.dep_ == "attr")


def _leads_attackers(noun: Token, setting: Setting) -> bool:
    """ "leader of the guerrillas", "of the hostage taking", "rebel leader"; not "leader of the opposition", nor of any Movement."""
    beside = [c for c in noun.lefts if c.dep_ in ("compound", "amod", "poss", "nmod")]
    for prep in (c for c in noun.children if c.lower_ == "of"):
        beside += [t for t in prep.subtree if t.pos_ in ("NOUN", "PROPN")]
    named = {t.i for t in beside if t.pos_ == "PROPN" and t.lower_ not in setting.groups.attackers}
    return any(
        (lemma_of(t) in _OF_ATTACKERS and t.i not in named)
        or lemma_of(t) in ("hostage", "taking", "attack", "takeover", "siege", "raid")
        for t in beside
    )
