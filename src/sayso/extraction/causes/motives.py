"""Why somebody did it: in revenge, to punish, for the purpose of, killed for what he is said to have done, as an informer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.actors.doings import deeds, is_deed
from sayso.extraction.causes.causation import objects
from sayso.extraction.causes.clause import cause_of, trimmed
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.verbs import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:revenge|vengeance|retaliat\w+|reprisals?|retribution|punish\w*|aveng\w+|purpose|intention|intent|aim|for [a-z]+ing|to (?:rob|steal|silence|intimidate|extort"
    r"|terrori[sz]e|disrupt|sabotage|prevent|force|stop)|suspected|alleged|accused|meant)\b",
    re.IGNORECASE,
)
_REVENGE = frozenset("revenge vengeance retaliation reprisal retribution".split())
#: What has not been done yet, or is asked for.
_AHEAD = frozenset(
    "vow threaten promise swear seek demand call urge want fear warn pledge plot plan await face expect deserve escape prepare".split()
)
_PURPOSES = frozenset("purpose intention intent aim object objective goal".split())
#: What somebody does it for; what all do it for ("to kill") says nothing.
_AIMS = frozenset(
    "rob steal punish avenge silence intimidate retaliate extort terrorize terrorise disrupt sabotage prevent protest destabilize"
    " destabilise derail provoke pressure frighten scare teach settle".split()
)
_DOUBTING = frozenset("dispute doubt question contest deny".split())
_DONE_TO = frozenset(
    "kill murder execute lynch shoot stab beat abduct kidnap behead hang attack assassinate torture burn".split()
)
_DEED_TYPES = frozenset(
    "attack killing shooting bombing clash raid hostage_taking kidnapping hijacking fire coup protest repression".split()
)
#: Courts, and what nobody is killed for.
_NO_REASON = frozenset("be have wait".split())


def motives(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What the scene says that it was done for."""
    if setting.story.type not in _DEED_TYPES or not setting.is_own(scene) or not _GATE.search(scene.words):
        return
    named = {t.token.i for t in deeds(scene)}
    for token in scene.sent:
        if token.pos_ == "NOUN" and lemma_of(token) in _REVENGE:
            yield from _avenged(scene, setting, token)
        elif token.pos_ == "NOUN" and lemma_of(token) in _PURPOSES and token.dep_ == "pobj":
            yield from _purposed(scene, setting, token, named)
        elif token.tag_ == "VB" and token.lemma_.lower() in _AIMS:
            yield from _aimed(scene, setting, token, named)
        elif token.pos_ == "VERB" and token.lemma_.lower() in _DONE_TO:
            yield from _done_for(scene, setting, token)


def _avenged(scene: Scene, setting: Setting, noun: Token) -> Iterator[Draft]:
    """ "Revenge for the raising of a militia"; not what somebody vows."""
    prep = next((c for c in noun.children if c.lower_ in ("for", "against") and c.i > noun.i), None)
    if prep is None:
        prep = next((c for c in noun.head.children if c.lower_ == "for" and c.i == noun.i + 1), None)
    tops = [noun, *noun.ancestors]
    if prep is None or prep.lower_ != "for" or not [*prep.children] or any(t.lemma_.lower() in _AHEAD for t in tops):
        return
    near = [t.left_edge.i for t in prep.subtree if t.dep_ in ("relcl", "advcl") and t.i > prep.i]
    last = min([prep.right_edge.i, *(i - 1 for i in near)])
    head = noun.head if noun.head.pos_ in ("VERB", "AUX") else noun
    yield cause_of(
        scene, setting, trimmed(noun, noun.i, last), (head, None, not is_negated(head) or head.lemma_ in _DOUBTING)
    )


def _purposed(scene: Scene, setting: Setting, noun: Token, named: set[int]) -> Iterator[Draft]:
    """ "Attacked for the purpose of stealing cattle"."""
    prep = noun.head
    verb = prep.head
    inner = [o for c in noun.children if c.lower_ == "of" for o in objects(c)]
    if prep.lower_ not in ("for", "with") or not inner or verb.pos_ != "VERB":
        return
    if not (is_deed(verb, named) or verb.lemma_.lower() in ("move", "act", "come", "plant")):
        return
    yield cause_of(scene, setting, trimmed(noun, inner[0].left_edge.i, inner[0].right_edge.i), (verb, None, True))


def _aimed(scene: Scene, setting: Setting, verb: Token, named: set[int]) -> Iterator[Draft]:
    """ "Killed to silence him", "the bomb was meant to punish the owners"."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or not any(c.lower_ == "to" for c in verb.children) or is_negated(above):
        return
    is_meant = above.lemma_.lower() in ("mean", "intend", "design") and any(
        c.dep_ == "nsubjpass" and (c.i in named or lemma_of(c) in ("bomb", "attack", "fire", "killing"))
        for c in above.children
    )
    did = verb.dep_ == "advcl" and is_deed(above, named) and above.tag_ in ("VBD", "VBN")
    if is_meant or did:
        after = [c.left_edge.i - 1 for c in verb.children if c.dep_ in ("advcl", "conj", "cc") and c.i > verb.i]
        last = min([verb.right_edge.i, *after])
        yield cause_of(scene, setting, trimmed(verb, verb.i, last), (above, None, True))


def _done_for(scene: Scene, setting: Setting, verb: Token) -> Iterator[Draft]:
    """ "Lynched for stealing a goat", "stabbed as suspected informers", "murdered five, whom they accused of informing"."""
    if verb.tag_ not in ("VBD", "VBN") or is_negated(verb):
        return
    for prep in (c for c in verb.children if c.dep_ == "prep" and c.i > verb.i):
        for one in objects(prep):
            charged = prep.lower_ == "as" and any(c.lower_ in ("suspected", "alleged", "accused") for c in one.lefts)
            doing = prep.lower_ == "for" and one.tag_ == "VBG" and one.lemma_.lower() not in _NO_REASON
            if charged or doing:
                first = one.i if doing else one.left_edge.i
                yield cause_of(scene, setting, trimmed(one, first, one.right_edge.i), (verb, None, True))
    whom = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    for clause in (
        c for one in whom for c in one.subtree if c.dep_ == "relcl" and c.lemma_.lower() in ("accuse", "suspect")
    ):
        of = next((c for c in clause.children if c.lower_ == "of" and [*c.children]), None)
        if of is not None and any(c.tag_ == "WP" for c in clause.children):
            yield cause_of(scene, setting, trimmed(clause, clause.i, of.right_edge.i), (verb, None, True))
