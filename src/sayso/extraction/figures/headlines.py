"""Counts told by a headline's participle, where the parser sees no clause: "4 shot outside club", "Teen hurt, 2 others dead".

A headline drops its verbs of being and its articles; what stands right before the participle is whom it befell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import aged
from sayso.extraction.words.people import is_human
from sayso.model import BlockKind, Figure, Qualifier, Relation
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHOT = frozenset({"shot", "stabbed"})
#: The words of harm in a title.
SLOTS = {
    **dict.fromkeys(("killed", "dead", "slain", "dies", "die"), "killed"),
    **dict.fromkeys(("injured", "wounded", "hurt", "hospitalized", "hospitalised"), "injured"),
    **dict.fromkeys(_SHOT, "casualties"),
}
#: Words between a participle and whom it befell.
_BETWEEN = frozenset("fatally critically seriously badly accidentally and shot stabbed".split())
#: "Man shot dead", "teen shot and killed", "shot to death": the last word settles what came of it.
_DEADLY = frozenset("dead killed death kills fatally dies".split())


def headlines(scene: Scene, setting: Setting, found: Iterable[Draft]) -> Iterator[Draft]:
    """What a title tells in its participles and none of the clause's own rules has found."""
    if scene.kind not in (BlockKind.TITLE, BlockKind.HEADING):
        return
    told = {(draft.slot, draft.start) for draft in found}
    slots = {slot for slot, _ in told}
    yield from _active(scene, slots)
    for token in scene.sent:
        slot = SLOTS.get(token.lower_)
        if slot is None or slot in slots or token.i == scene.sent.start:
            continue
        whom = token.nbor(-1)
        deadly = token.lower_ in _SHOT and any(t.lower_ in _DEADLY for t in _near(token))
        while whom.lower_ in _BETWEEN and whom.i > scene.sent.start:
            whom = whom.nbor(-1)
        if token.lower_ in _SHOT and deadly:
            slot = "killed"
        if slot not in slots and (draft := _draft(scene, setting, whom, slot)) is not None:
            slots.add(slot)
            yield draft


#: "Blast on ferry kills at least nine": what a title's verb in the present does to a number right behind it.
_ACTIVE = {**dict.fromkeys(("kills", "slays"), "killed"), **dict.fromkeys(("injures", "wounds", "hurts"), "injured")}


def _active(scene: Scene, slots: Collection[str]) -> Iterator[Draft]:
    for number in scene.numbers:
        before = scene.words[: number.start].split()
        slot = _ACTIVE.get(before[-1].lower()) if len(before) > 1 else None
        behind = scene.words[number.end :].lstrip()[:4].lower()
        is_bare = (
            not behind
            or not behind[0].isalpha()
            or behind.startswith(("in ", "at ", "on ", "and", "as ", "near", "off ", "outs"))
        )
        if slot is None or slot in slots or not number.is_count or number.low is None or not is_bare:
            continue
        start, end = scene.start + number.start, scene.start + number.end
        words = scene.words[number.start : number.end]
        figure = Figure(number.low, number.high, "people", number.qualifier, words)
        span = scene.sent.doc.char_span(
            scene.sent.start_char + number.core_start, scene.sent.start_char + number.core_end, alignment_mode="expand"
        )
        if span is not None and len(span):
            yield Draft(scene, start, end, slot, "total", figure, span.root)


def _near(token: Token) -> Iterator[Token]:
    """The word before a participle and the two after it."""
    for step in (-1, 1, 2):
        if token.sent.start <= token.i + step < token.sent.end:
            yield token.nbor(step)


def _draft(scene: Scene, setting: Setting, whom: Token, slot: str) -> Draft | None:
    """The count of whom the participle befell; None where no people stand there."""
    number = _number(scene, whom)
    if number is not None and number.is_count and number.low is not None:
        first, low, high, qualifier = number.start, number.low, number.high, number.qualifier
        start = scene.start + first
        end = scene.parse.base + whom.idx + len(whom)
        group = setting.groups.of(whom) if whom.pos_ == "NOUN" and is_human(whom, setting.groups) else "total"
        scope = Relation.OTHER if whom.lower_ in ("others", "other") else None
    elif (whom.tag_ in ("NN", "NNP") and is_human(whom, setting.groups)) or aged(whom) is not None:
        at = token_extent(scene, [whom])
        start, end, low, high, qualifier = at.start, at.end, 1, 1, Qualifier.EXACT
        group, scope = setting.groups.of(whom), None
    else:
        return None
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(low, high, "people", qualifier, words)
    return Draft(scene, start, end, slot, group if group != "other" else "total", figure, whom, scope=scope)


def _number(scene: Scene, whom: Token) -> numbers.Number | None:
    """The number that the word is, or that counts it."""
    at = whom.idx - scene.sent.start_char
    own = next((number for number in scene.numbers if number.core_start <= at < number.core_end), None)
    if own is not None:
        return own
    for number in scene.numbers:
        between = scene.words[number.core_end : at].split()
        if number.core_end <= at and len(between) <= 2 and whom.tag_ in ("NNS", "NNPS"):
            return number
    return None
