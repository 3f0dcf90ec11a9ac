"""Why it happened: what an account names as the cause of its event. A cause that nobody knows yet is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.actors.doings import DEEDS
from sayso.extraction.causes.causation import found_by
from sayso.extraction.causes.occasions import HARM, cut, occasion, trimmed
from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated
from sayso.model import Modality, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: No sentence without one of these is walked.
_CUES = re.compile(
    r"\b(?:caus(?:e|es|ed|ing)|trigger\w*|spark(?:s|ed|ing)?|blam\w+|attribute[sd]?|attributing|attributable|ascrib\w+|trace[sd]?|result\w*|due|because|owing|thanks|motives?"
    r"|reasons?|after|when|lit|start\w*|beg[aiu]n\w*|ignit\w+|(?:set|sets|setting|touched|touches|touching) (?:[\w-]+ ){0,4}?off|(?:put|puts|laid) |prompt\w*"
    r"|provok\w+|unleash\w*|precipitat\w+|kindled|inspired|occasioned|fuell?ed|stem\w*|spr[aiu]ng|aris\w+|arose|gr[eo]wn? |origin\w*|roots?|rooted|bottom"
    r"|follow(?:s|ed|ing)|le(?:a|d)\w* |gave rise|contributed|escalated|behind|down to|over|under the (?:weight|strain)|in (?:protest|revenge|retaliation"
    r"|response|reprisal|anger|reaction|answer|retribution|fury)|anger\w*|enraged|incensed|outraged|infuriated|inflamed|maddened|rumou?rs?|word)\b",
    re.IGNORECASE,
)
#: Nouns that say that the cause is not told.
_NOTHING = frozenset(
    "investigation inquiry mystery question matter subject unknown factor thing something anything nothing what"
    " reason cause speculation debate focus issue problem one number series way concern weekend toll".split()
)
_UNSURE = frozenset("probable possible suspected likely apparent presumed".split())
#: What is named with what it is in, about or between ("a rise in prices", "a quarrel over land").
_CHANGES = frozenset("rise increase fall drop cut change failure fault error crack hole leak defect flaw".split())
_QUARRELS = frozenset(
    "quarrel dispute row argument feud fight conflict rivalry anger fury rage grievance resentment strife tension disagreement clash"
    " brawl attack protest".split()
)
_BETWEEN = frozenset("over about between at with against on".split())
_CRIMES = frozenset("death arrest murder killing beating shooting jailing detention sacking eviction election".split())
#: Words for what is told; what they tell is of them ("a rumour that the well had been poisoned").
_TOLD = frozenset(
    "rumour rumor report word news claim allegation accusation story belief suspicion fear fact decision".split()
)
#: Several who act as one; and what nobody knows yet for the reason that is given.
_BANDS = frozenset(
    "squad gang band group faction militia organization organisation cell crew guerrilla rebel army".split()
)
_UNCLEAR = frozenset("unclear unknown uncertain".split())
_PLACES = frozenset("house home building place street scene area apartment bar club".split())
#: What happens to people or among them is none of them, whoever it is of.
_HAPPENING = _CRIMES | _QUARRELS | _TOLD
_LONGEST = 12
_TIMES = ("PERSON", "ORG", "NORP", "DATE", "TIME", "CARDINAL", "GPE", "LOC")


def causes(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What the scene says its event came from, where it tells of the story."""
    if not setting.is_own(scene) or setting.story.type is None or not _CUES.search(scene.words):
        return
    form = setting.words.slots.forms.get("cause")
    if form is None:
        return
    events = (t.token for t in scene.triggers if setting.story.owns(t))
    own = frozenset(token.i for token in events if token.lemma_.lower() not in HARM)
    befell = setting.story.type in BEFALLING or setting.story.type == "fire"
    harm = frozenset(t.i for t in scene.sent if _is_harm(t)) if befell else frozenset()
    seen: set[int] = set()
    for token in scene.sent:
        found = _found(token, own | harm, form.nouns)
        # "The fire caused three deaths" tells what the event did, not why it happened.
        plain = _found(token, own, form.nouns) if any(c.i in own for c in found) else ()
        for cause in found:
            if cause.i not in seen and _may_cause(cause, setting) and (cause.i not in own or cause in plain):
                seen.add(cause.i)
                yield _draft(scene, setting, cause, token)
        if token.pos_ == "VERB" and token.i not in seen and (words := occasion(token, own, setting)):
            yield _told(scene, setting, words, token.head if token.dep_ == "advcl" else token)


def _is_harm(token: Token) -> bool:
    """A death or an injury, also where lives are lost."""
    lemma = token.lemma_.lower()
    return lemma in HARM or (lemma == "lose" and any(c.dep_ == "dobj" and c.lemma_ == "life" for c in token.children))


def _found(token: Token, effects: frozenset[int], nouns: tuple[str, ...]) -> list[Token]:
    """The causes that one word names for one of the effects, each member of a list."""
    return [one for first in found_by(token, effects, nouns) for one in (first, *first.conjuncts)]


def _may_cause(cause: Token, setting: Setting) -> bool:
    """A thing or a happening; people who did it have slots of their own."""
    opens = cause.pos_ == "PROPN" and cause.is_sent_start and not cause.ent_type_  # its capital says nothing
    if not opens and (cause.pos_ not in ("NOUN", "VERB") or (cause.pos_ == "VERB" and cause.tag_ != "VBG")):
        return False
    if lemma_of(cause) in _NOTHING or cause.ent_type_ in _TIMES:
        return False
    if cause.head.pos_ != "ADP" and lemma_of(cause) in _PLACES:
        return False  # "at the house which led to it"
    if _is_of_people(cause, setting):
        return False
    human = lemma_of(cause) not in _HAPPENING and is_human(cause, setting.groups)
    return not human and not any(c.tag_ in ("WDT", "WP") for c in cause.children)


def _is_of_people(cause: Token, setting: Setting) -> bool:
    """ "Blamed on the death squads", "traced to a gang": whoever did it has slots of their own."""
    if not setting.story.kinds.isdisjoint(DEEDS) and lemma_of(cause) in _BANDS:
        return True
    return any(t.lemma_.lower() in _UNCLEAR for t in (cause.head, cause.head.head, cause.head.head.head))


def _draft(scene: Scene, setting: Setting, cause: Token, head: Token) -> Draft:
    """A cause with the words before it, and what it is of."""
    first = cause.left_edge
    while first.i < cause.i and (first.dep_ in ("det", "cc", "punct") or first.tag_ == "PRP$"):
        first = first.nbor(1)
    if lemma_of(cause) in _TOLD and (told := _content(cause)) is not None:
        return _told(scene, setting, trimmed(first, told), head)
    end = cause.i
    for child in cause.rights:
        if child.left_edge.i == end + 1 and child.dep_ in ("prep", "dobj") and _belongs(child, cause):
            end = max(t.i for t in child.subtree if not t.is_punct and t.i <= cut(child))
    tokens = list(cause.doc[first.i : end + 1])
    return _told(scene, setting, tokens if len(tokens) <= _LONGEST else [cause], head)


def _content(cause: Token) -> int | None:
    """Where what a rumour says ends."""
    clause = next(
        (c for c in cause.rights if c.dep_ in ("acl", "relcl", "ccomp") and c.left_edge.i == cause.i + 1), None
    )
    return min(clause.right_edge.i, cut(clause)) if clause is not None else None


def _belongs(prep: Token, cause: Token) -> bool:
    """What a cause is of, in, about or between."""
    lemma = lemma_of(cause)
    if prep.lower_ == "of" or cause.tag_ == "VBG":
        return True
    if prep.lower_ in _BETWEEN:
        return lemma in _QUARRELS
    return (prep.lower_ == "in" and lemma in (_CHANGES | _CRIMES)) or (
        prep.lower_ == "from" and lemma in ("spark", "pressure")
    )


def _told(scene: Scene, setting: Setting, tokens: list[Token], head: Token) -> Draft:
    at = token_extent(scene, tokens)
    words = " ".join(setting.document.text[at.start : at.end].split())
    blamed = head.lemma_.lower() == "blame" and head.pos_ == "VERB"
    unsure = any(c.lower_ in _UNSURE for c in head.lefts)
    modality = Modality.ALLEGED if blamed else Modality.POSSIBLE if unsure else None
    verb = head.head if head.pos_ == "NOUN" else head
    holds = not (is_negated(verb) and verb.lemma_.lower() not in HARM)
    return Draft(scene, at.start, at.end, "cause", None, Words(words), verb, modality=modality, holds=holds)
