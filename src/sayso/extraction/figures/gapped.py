"""Counts whose verb stands with an earlier one: "Eleven were killed by force, and six by burns", "sixty were hurt, a dozen badly".

The number stands bare behind a comma or "and", with no verb of its own, and goes on with what is new: where, how or of what.
It has the slot and the group of the count before it, and counts some of those that the account tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.phrases import Phrase, phrase
from sayso.model import Figure, Relation
from sayso.normalisation import numbers

_SHARED = frozenset("killed injured casualties missing rescued arrested survived trapped escaped".split())
_BEFORE = re.compile(r"(?:[,;:\u2013\u2014]|\band|\bbut|\bwhile|\bplus)\s*(?:and |also )?\Z", re.IGNORECASE)
_HOW = r"(?:very )?(?:seriously|critically|badly|severely|gravely|slightly|lightly|dangerously|mortally|fatally)"
_AFTER = re.compile(
    rf"(?: more| others?)?(?: of them)?(?:,[^,;.]{{3,60}},)? (?:(?P<how>{_HOW})(?: so)?|(?P<where>(?:by|in|at|on|from|under|when|while|of(?! (?:the|them|these|those|whom|us))) "
    r"[^,;.]{2,60}?))(?=\s*[,;.)]|\s*\Z| and \w+ (?:by|in|at|on|from|of)\b)",
    re.IGNORECASE,
)
#: "Lev Amsel, 19 at the time": an age.
_AGE = re.compile(r"\b[A-Z][\w'\u2019-]+, \d+\Z")
_DEADLY = ("fatally", "mortally")
_IN_CARE = re.compile(r"\b(?:hospital|condition|care|ward|custody)\b", re.IGNORECASE)
_DYING = frozenset("die perish succumb drown".split())
#: Characters that a count may stand back.
_FAR = 120


def gapped(scene: Scene, made: Sequence[Draft]) -> Iterator[Draft]:
    """The counts of a scene that lack the verb of an earlier one of `made`."""
    told = [d for d in made if d.slot in _SHARED and d.about is None and isinstance(d.value, Figure) and d.holds]
    if not told or len(scene.numbers) < 2:
        return
    taken = [(draft.start, draft.end) for draft in made]
    for number in scene.numbers:
        start, end = scene.start + number.start, scene.start + number.end
        before = scene.words[: number.start]
        if (
            any(a < end and start < b for a, b in taken)
            or not _BEFORE.search(before)
            or _AGE.search(scene.words[: number.end])
        ):
            continue
        rest = _AFTER.match(scene.words, number.end)
        if rest is None or not _is_bare(scene, number) or _has_verb(scene, number.end, rest.end()):
            continue
        near = max((d for d in told if d.end <= start and start - d.end <= _FAR), key=lambda d: d.end, default=None)
        if near is not None and (rest["how"] or _goes_on(near, rest["where"])):
            yield _draft(near, (start, end), number, rest["how"] or "")


def _is_bare(scene: Scene, number: numbers.Number) -> bool:
    if not number.is_count or number.low is None or number.kind in ("ordinal", "zero", "fraction", "all"):
        return False
    base = scene.sent.start_char
    found: Phrase | None = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
    return found is not None and (found.noun is None or found.noun.lower_ in ("others", "more"))


def _has_verb(scene: Scene, start: int, end: int) -> bool:
    """Has the number a verb of its own?"""
    span = scene.sent.doc.char_span(
        scene.sent.start_char + start, scene.sent.start_char + end, alignment_mode="contract"
    )
    return span is not None and any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in span)


def _goes_on(near: Draft, where: str) -> bool:
    """ "11 died, 16 in hospital": those in care are of the dead only where "died" is what is left out."""
    if near.head.pos_ != "VERB":
        return False
    return not _IN_CARE.search(where) or near.head.lemma_.lower() in _DYING


def _draft(near: Draft, at: tuple[int, int], number: numbers.Number, how: str) -> Draft:
    start, end = at
    text = near.scene.words[number.start : number.end]
    figure = Figure(number.low, number.high, "people", number.qualifier, " ".join(text.split()))
    slot = "killed" if how.lower().endswith(_DEADLY) else near.slot
    return replace(near, start=start, end=end, slot=slot, value=figure, scope=Relation.PART, pieces=())
