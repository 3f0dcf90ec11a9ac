"""Why it happened: what an account names as the cause of its event. A cause that nobody knows yet is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.clauses import is_negated, is_passive
from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.groups import lemma_of
from sayso.extraction.people import is_human
from sayso.extraction.scenes import Scene
from sayso.extraction.story import BEFALLING
from sayso.model import Modality, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: No sentence without one of these is walked.
_CUES = re.compile(
    r"\b(?:caus(?:e|es|ed|ing)|trigger\w*|spark(?:s|ed|ing)|blam\w+|attribute[sd]?|attributing|result\w*|due|because|owing|motives?|reason"
    r"|after|when|start\w*|ignit\w+)\b",
    re.IGNORECASE,
)
_CAUSING = frozenset("cause trigger spark start ignite".split())
#: Verbs whose complement names the cause, with its preposition.
_TRACED = {"blame": "on", "attribute": "to", "result": "from"}
_OWING = frozenset("due because owing".split())
#: What happened to people, beside the event's own words.
_HARM = frozenset("die kill injure death fatality casualty injury".split())
#: An event as the subject of these is what the clause after "when" explains.
_BEGINNING = frozenset("start begin occur happen break erupt".split())
#: What goes wrong by itself.
_MISHAPS = frozenset(
    "explode collapse derail fail burst overturn leak ignite rupture break malfunction snap crack fall tip overheat jam"
    " detach loosen erupt overflow hit strike bring set rip tear sweep shake flood".split()
)
#: Nouns that say that the cause is not told.
_NOTHING = frozenset(
    "investigation inquiry mystery question matter subject unknown factor thing something anything nothing what dispute"
    " reason cause speculation debate focus issue problem one number series way concern".split()
)
_UNSURE = frozenset("probable possible suspected likely apparent presumed".split())
#: What is named with what it is in ("a rise in prices", "a crack in the hull").
_CHANGES = frozenset("rise increase fall drop cut change failure fault error crack hole leak defect flaw".split())
_LONGEST = 12
#: What belongs to a mishap behind its verb.
_BEHIND, _THROUGH = ("prt", "advmod", "acomp", "dobj", "oprd"), ("through", "into", "off", "onto")


def causes(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What the scene says its event came from, where it tells of the story."""
    if not setting.is_own(scene) or not _CUES.search(scene.words):
        return
    form = setting.words.slots.forms.get("cause")
    if form is None:
        return
    events = (t.token for t in scene.triggers if setting.story.owns(t))
    own = frozenset(token.i for token in events if token.lemma_.lower() not in _HARM)
    befell = setting.story.type in BEFALLING or setting.story.type == "fire"
    harm = frozenset(t.i for t in scene.sent if _is_harm(t)) if befell else frozenset()
    for token in scene.sent:
        found = _found(token, own | harm, form.nouns)
        # "The fire caused three deaths" tells what the event did, not why it happened.
        plain = _found(token, own, form.nouns) if any(c.i in own for c in found) else ()
        for cause in found:
            if _may_cause(cause, setting) and (cause.i not in own or cause in plain):
                yield _draft(scene, setting, cause, token)
        if token.pos_ == "VERB" and token.dep_ == "advcl" and _is_mishap(token, own, setting):
            yield _clause(scene, setting, token)


def _is_harm(token: Token) -> bool:
    """A death or an injury, also where lives are lost."""
    lemma = token.lemma_.lower()
    return lemma in _HARM or (lemma == "lose" and any(c.dep_ == "dobj" and c.lemma_ == "life" for c in token.children))


def _found(token: Token, effects: frozenset[int], nouns: tuple[str, ...]) -> list[Token]:
    """The causes that one word names for one of the effects, each member of a list."""
    found = _by_verb(token, effects) if token.pos_ == "VERB" else _by_other(token, effects, nouns)
    return [one for first in found for one in (first, *first.conjuncts)]


def _by_verb(verb: Token, own: frozenset[int]) -> list[Token]:
    """ "Was caused by X", "X triggered it", "was blamed on X", "resulted from X"."""
    lemma = verb.lemma_.lower()
    if lemma in _CAUSING:
        return _caused(verb, own)
    if lemma in _TRACED:
        effects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
        if any(_is_effect(e, own) for e in [*effects, *_described(verb)]):
            return [o for c in verb.children if c.lower_ == _TRACED[lemma] for o in _objects(c)]
    return []


def _caused(verb: Token, own: frozenset[int]) -> list[Token]:
    """The agent of a passive, the subject of an active verb, where the other side is the event."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    agents = [o for c in verb.children if c.dep_ == "agent" or c.lower_ == "by" for o in _objects(c)]
    if is_passive(verb) or agents:
        return agents if any(_is_effect(e, own) for e in [*subjects, *_described(verb)]) else []
    effects = [c for c in verb.children if c.dep_ == "dobj"]
    return subjects if any(_is_effect(e, own) for e in effects) else []


def _by_other(token: Token, own: frozenset[int], nouns: tuple[str, ...]) -> list[Token]:
    """ "Due to X", "because of X", "as a result of X", "the cause was X"."""
    if token.lower_ in _OWING:
        return _owed(token) if _is_governed(token, own) else []
    if token.pos_ != "NOUN":
        return []
    lemma = lemma_of(token)
    if lemma in nouns and token.dep_ == "nsubj" and token.head.lemma_ == "be" and _is_of_event(token, own):
        return [c for c in token.head.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN")]
    if lemma == "result" and _is_result(token, own):
        return [o for c in token.children if c.lower_ == "of" for o in _objects(c)]
    return []


def _owed(token: Token) -> list[Token]:
    """What stands after "due to" or "because of"."""
    inner = [c for c in token.children if c.lower_ in ("to", "of")]
    found = [o for c in (token, *inner) for o in _objects(c)]
    return [o for o in found if o.lower_ not in ("to", "of")]


def _is_governed(token: Token, own: frozenset[int]) -> bool:
    """Is it the event that was due to something: "it collapsed due to", "the crash was due to"?"""
    head = token.head
    if _is_effect(head, own):
        return True
    return head.lemma_ in ("be", *_BEGINNING) and any(c.dep_ == "nsubj" and _is_effect(c, own) for c in head.children)


def _is_result(token: Token, own: frozenset[int]) -> bool:
    """ "The collapse was the result of X", "it collapsed as a result of X"."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ == "as":
        return _is_effect(head.head, own)
    return token.dep_ == "attr" and any(c.dep_ == "nsubj" and _is_effect(c, own) for c in head.children)


def _is_of_event(noun: Token, own: frozenset[int]) -> bool:
    """ "The cause of the fire", "the cause"; not "the cause of the delay"."""
    owners = [o for c in noun.children if c.lower_ in ("of", "for", "behind") for o in _objects(c)]
    owners += [c for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON"]
    return all(_is_effect(o, own) for o in owners)


def _objects(prep: Token) -> list[Token]:
    return [o for o in prep.children if o.dep_ in ("pobj", "pcomp")]


def _described(verb: Token) -> list[Token]:
    """ "Floods caused by rain", "the crash, which was caused by ...": what the clause tells of."""
    return [verb.head] if verb.dep_ in ("acl", "relcl") else []


def _is_effect(token: Token, own: frozenset[int]) -> bool:
    """The event, or "it" where the sentence before has the event as its subject."""
    if token.i in own:
        return True
    if token.lower_ != "it" or token.sent.start == 0:
        return False
    before = token.doc[token.sent.start - 1].sent
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NOUN" for c in before.root.children) and any(
        t.dep_ in ("nsubj", "nsubjpass") and t.head.i == before.root.i and t.lemma_.lower() in _NATURAL for t in before
    )


#: Events that "it was caused by" speaks of.
_NATURAL = frozenset(
    "fire blaze explosion blast crash collision derailment collapse accident leak flood landslide".split()
)


def _may_cause(cause: Token, setting: Setting) -> bool:
    """A thing or a happening; people who did it have slots of their own."""
    if cause.pos_ not in ("NOUN", "VERB") or (cause.pos_ == "VERB" and cause.tag_ != "VBG"):
        return False
    if lemma_of(cause) in _NOTHING or cause.ent_type_ in ("PERSON", "ORG", "NORP", "DATE", "TIME", "CARDINAL"):
        return False
    return not is_human(cause, setting.groups) and not any(c.tag_ in ("WDT", "WP") for c in cause.children)


def _is_mishap(verb: Token, own: frozenset[int], setting: Setting) -> bool:
    """ "Died after a boiler exploded", "the fire started when a candle fell over"."""
    befell = setting.story.type in BEFALLING or setting.story.type in ("fire", "bombing")
    if not befell or verb.lemma_.lower() not in _MISHAPS or is_passive(verb) or is_negated(verb):
        return False
    if not any(c.lower_ in ("after", "when") and c.dep_ in ("mark", "advmod") for c in verb.children):
        return False
    head = verb.head
    begun = head.lemma_.lower() in _BEGINNING and any(c.dep_ == "nsubj" and c.i in own for c in head.children)
    if not begun and head.lemma_.lower() not in _HARM and head.i not in own:
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ != "NOUN" or is_human(subject, setting.groups):
        return False
    weapon = setting.words.slots.forms.get("weapon")
    return weapon is None or (lemma_of(subject) not in weapon.nouns and lemma_of(subject) not in ("device", "mine"))


def _clause(scene: Scene, setting: Setting, verb: Token) -> Draft:
    """The mishap with its subject and its particle, in the text's words."""
    subject = next(c for c in verb.children if c.dep_ == "nsubj")
    near = [c.right_edge.i for c in verb.children if c.i > verb.i and (c.dep_ in _BEHIND or c.lower_ in _THROUGH)]
    near = [i for i in near if i - subject.left_edge.i < _LONGEST]
    tokens = [t for t in verb.doc[subject.left_edge.i : max([verb.i, *near]) + 1] if not t.is_space]
    tokens = tokens[1:] if tokens[0].dep_ == "det" else tokens
    return _told(scene, setting, tokens if len(tokens) <= _LONGEST else [subject], verb.head)


def _draft(scene: Scene, setting: Setting, cause: Token, head: Token) -> Draft:
    """A cause with the words before it, and what it is of."""
    first = cause.left_edge
    while first.i < cause.i and (first.dep_ in ("det", "cc", "punct") or first.tag_ == "PRP$"):
        first = first.nbor(1)
    end = cause.i
    for child in cause.rights:
        belongs = child.lower_ == "of" or cause.tag_ == "VBG" or (child.lower_ == "in" and lemma_of(cause) in _CHANGES)
        if child.i == end + 1 and belongs and child.dep_ in ("prep", "dobj"):
            end = max(t.i for t in child.subtree if not t.is_punct)
    tokens = list(cause.doc[first.i : end + 1])
    return _told(scene, setting, tokens if len(tokens) <= _LONGEST else [cause], head)


def _told(scene: Scene, setting: Setting, tokens: list[Token], head: Token) -> Draft:
    at = token_extent(scene, tokens)
    words = " ".join(setting.document.text[at.start : at.end].split())
    blamed = head.lemma_.lower() == "blame"
    unsure = any(c.lower_ in _UNSURE for c in head.lefts)
    modality = Modality.ALLEGED if blamed else Modality.POSSIBLE if unsure else None
    verb = head.head if head.pos_ == "NOUN" else head
    holds = not (is_negated(verb) and verb.lemma_.lower() not in _HARM)
    return Draft(scene, at.start, at.end, "cause", None, Words(words), verb, modality=modality, holds=holds)
