"""What is put forward in one sentence and denied in the next: "The mayor denies this", "the company ruled that out".

The pronoun stands for what was told before: who did it, why, on whose word. The denial is told with its own words, and
with the place of what it denies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import STORY, Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.calling import doer_of
from sayso.extraction.words.verbs import is_negated
from sayso.model import Extent, Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|contest(?:s|ed)?|dismiss(?:es|ed)?|rul(?:es?|ed)|contradict(?:s|ed)?)\b"
    r"(?:\s+\w+){0,2}?\s+(?:this|that|it)\b",
    re.IGNORECASE,
)
_DENYING = frozenset("deny reject dispute refute contest dismiss contradict".split())
_TOLD = frozenset({"cause", "perpetrator", "perpetrator_people", "leader", "manner_of_death"})
#: What a sentence of many puts forward is seldom all denied.
_MOST = 3


def denied_again(told: Sequence[Scene], setting: Setting, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of the sentence before each denial, as denied by who denies it."""
    denials = [(scene, found) for scene in told if _GATE.search(scene.words) and (found := _denial(scene)) is not None]
    if not denials:
        return
    before: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.slot in _TOLD and draft.holds and draft.modality is not Modality.DENIED:
            before[draft.scene.number].append(draft)
    for scene, (verb, pronoun) in denials:
        meant = before[scene.number - 1]
        if len(meant) > _MOST or any(one.scene.start > scene.start for one in meant):
            continue
        at = token_extent(scene, [verb, pronoun])
        for one in meant:
            yield replace(
                _of_story(one, setting),
                scene=scene,
                start=at.start,
                end=at.end,
                head=verb,
                modality=Modality.DENIED,
                pieces=(Extent(one.start, one.end),),
                about=None,
            )


def _of_story(draft: Draft, setting: Setting) -> Draft:
    return replace(draft, part=STORY) if setting.is_own(draft.scene) or draft.part == STORY else draft


def _denial(scene: Scene) -> tuple[Token, Token] | None:
    """The verb of denying and the pronoun that it ends in, where somebody denies."""
    for verb in scene.sent:
        lemma = verb.lemma_.lower()
        ruled = lemma == "rule" and any(c.lower_ == "out" for c in verb.children)
        if verb.pos_ != "VERB" or (lemma not in _DENYING and not ruled) or is_negated(verb):
            continue
        pronoun = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in ("this", "that", "it")), None)
        if pronoun is not None and doer_of(verb) is not None and not any(c.dep_ == "ccomp" for c in verb.children):
            return verb, pronoun
    return None
