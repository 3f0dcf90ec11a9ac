"""Deaths and injuries told of "he" and "she" alone, where the account tells of nobody else killed or hurt.

Whom the pronoun means stays open; that one person died, or was hurt, does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.counts import told
from sayso.extraction.words.phrases import Phrase
from sayso.model import BlockKind, Figure, Qualifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset("he she him her".split())
#: A slot, and those that make a pronoun's word of it needless.
_SILENCED = {
    "killed": ("killed", "executed"),
    "injured": ("killed", "executed", "injured", "casualties"),
    "casualties": ("killed", "executed", "injured", "casualties"),
}


def pronouns(scenes: Sequence[Scene], setting: Setting, found: Sequence[Draft]) -> Iterator[Draft]:
    """The first of each slot, in the story's own sentences; deaths first."""
    slots = {draft.slot for draft in found if setting.is_own(draft.scene)}
    wanted = [slot for slot, others in _SILENCED.items() if not slots & set(others)]
    if not wanted:
        return
    drafts = [draft for scene in scenes if setting.is_own(scene) for draft in _of(scene, setting)]
    for slot in wanted:
        first = next((draft for draft in drafts if draft.slot == slot), None)
        if first is not None:
            yield first
            return


def _of(scene: Scene, setting: Setting) -> Iterator[Draft]:
    if scene.kind is BlockKind.QUOTE:
        return
    for token in scene.sent:
        if token.lower_ in _PRONOUNS and token.dep_ in ("nsubj", "nsubjpass", "dobj"):
            yield from _told(token, scene, setting)


def _told(token: Token, scene: Scene, setting: Setting) -> Iterator[Draft]:
    found = Phrase(token, token, token, token, None)
    at = token_extent(scene, [token])
    figure = Figure(1, 1, "people", Qualifier.EXACT, token.text)
    for one in told(found, setting.words.slots, setting.groups):
        if one.slot in _SILENCED and one.frame is not None and one.frame.relation in ("object", "subject"):
            yield Draft(scene, at.start, at.end, one.slot, "total", figure, one.frame.head, part=one.part)
