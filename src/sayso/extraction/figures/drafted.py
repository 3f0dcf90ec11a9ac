"""From what is told of a count to a draft: its scope, whether it holds, the moment it held for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import PASSING, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.counts import Told
from sayso.extraction.words.phrases import Phrase
from sayso.extraction.words.verbs import is_negated
from sayso.model import BlockKind, Figure, Relation, When

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Slots whose figure holds at a moment: the sentence's own time is its `as_of`.
_MOMENTARY = ("hostages_held", "missing", "displaced")


def drafted(scene: Scene, one: Told, at: tuple[int, int], figure: Figure, told_by: tuple[Phrase, Setting]) -> Draft:
    """A count with what the words around it say of its scope, its moment and whether it holds."""
    found, setting = told_by
    head = one.frame.head if one.frame is not None else found.head
    if scene.kind is BlockKind.CAPTION and found.scope is None:
        found = replace(found, scope=Relation.PART)  # a picture shows some, and says nothing of how many there were
    scope = Relation.ALL if figure.text.lower().startswith(("all", "both", "every")) else found.scope
    if figure.text.lower() == "both":
        scope = Relation.PART  # the two last told of, whoever else there was
    if one.slot == "hostages_held" and found.scope is Relation.REMAINING:
        scope = Relation.REMAINING
    holds = not (is_negated(head) and not one.name.startswith(("not ", "be not ")) and figure.high != 0)
    part = PASSING if _is_elsewhen(head, scene, setting) else one.part
    return Draft(
        scene,
        at[0],
        at[1],
        one.slot,
        one.group,
        figure,
        head,
        scope=scope,
        as_of=as_of(scene, one.slot),
        part=part,
        holds=holds,
    )


def _is_elsewhen(head: Token, scene: Scene, setting: Setting) -> bool:
    """ "A vigil for a man who was killed last year": the clause has a time of its own, and it is none of the story's."""
    clause, steps = head, 0
    while clause.dep_ not in ("relcl", "acl") and steps < 3 and clause.head.i != clause.i:
        clause, steps = clause.head, steps + 1
    if clause.dep_ not in ("relcl", "acl") or not scene.times:
        return False
    start = scene.parse.base + clause.left_edge.idx
    end = scene.parse.base + clause.right_edge.idx
    within = (time.when for time in scene.times if start <= time.start <= end and time.when is not None)
    return any(setting.story.holds(when) is False for when in within)


def as_of(scene: Scene, slot: str) -> When | None:
    """The moment a figure held for: after "as of", or the sentence's time where the slot is one of moments."""
    held = (*scene.moments, *(scene.times if slot in _MOMENTARY else ()))
    return next((time.when for time in held if time.when is not None), None)
