"""Who died by his own hand, told without a word of dying: "turned the gun on himself", "took her own life".

In news the first tells a death: of a wound that somebody survived the account goes on to speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.speech.cues import is_negated
from sayso.extraction.words.people import is_human
from sayso.model import Extent, Figure, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELF = frozenset("himself herself".split())
_ARMS = frozenset("gun weapon rifle pistol shotgun revolver handgun knife blade firearm machete".split())
_WHO = frozenset("he she who".split())
_GATE = re.compile(r"\bturn\w* .{3,30} on (?:him|her)self\b|\bt(?:akes?|ook|aking|aken) (?:his|her) own life\b")


def own_hand(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The one who turned his weapon on himself or took his own life, once a sentence."""
    if _GATE.search(scene.words) is None or not setting.is_own(scene):
        return
    for token in scene.sent:
        if token.lemma_ not in ("turn", "take") or token.pos_ != "VERB" or not _is_end(token) or is_negated(token):
            continue
        subject = _subject(token)
        if subject is None or not (subject.ent_type_ == "PERSON" or is_human(subject, setting.groups)):
            continue
        named = next((e for e in scene.sent.ents if e.label_ == "PERSON" and e.start <= subject.i < e.end), None)
        at = token_extent(scene, [*named] if named is not None else [*_article(subject), subject])
        words = " ".join(setting.document.text[at.start : at.end].split())
        figure = Figure(1, 1, "people", Qualifier.EXACT, words)
        group = setting.groups.of(subject) if named is None else None
        about = Extent(at.start, at.end) if named is not None else None
        # Who turns a weapon on himself has used it on others.
        is_doer = token.lemma_ == "turn" and group in ("total", "other")
        group = "attackers" if is_doer else "total" if group == "other" else group
        yield Draft(scene, at.start, at.end, "killed", group, figure, token, about=about)
        return


def _is_end(verb: Token) -> bool:
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if verb.lemma_ == "take":
        return any(o.lemma_ == "life" and any(c.lower_ == "own" for c in o.lefts) for o in objects)
    on = (c for child in verb.children if child.lower_ == "on" for c in child.children)
    nested = (c for o in objects for child in o.children if child.lower_ == "on" for c in child.children)
    return any(o.lemma_.lower() in _ARMS for o in objects) and any(c.lower_ in _SELF for c in (*on, *nested))


def _subject(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, or that of the verb it goes on from ("shot two guards, then turned ...")."""
    head, steps = verb, 0
    while steps < 5:
        found = next((c for c in head.children if c.dep_ == "nsubj"), None)
        if found is not None:
            return found if found.tag_ in ("NN", "NNP") and found.lower_ not in _WHO else None
        if head.dep_ not in ("conj", "advcl", "pcomp", "prep", "xcomp", "acl") or head.head.i == head.i:
            return None
        head, steps = head.head, steps + 1
    return None


def _article(noun: Token) -> list[Token]:
    return [c for c in noun.lefts if c.dep_ in ("det", "poss")][:1]
