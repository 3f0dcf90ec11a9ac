"""What was done to things, and what it cost: counts of one thing and one deed, and sums of damage, are compared.

Most quantities and sums of money of an account answer no question of another's. "96 shops were looted" and "340 shops were
looted" do, and so do two estimates of the damage in one currency.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.codebook import SlotForm
from sayso.fusion.scene import Scene
from sayso.model import Claim, Figure

SLOTS = frozenset({"quantity", "money"})
# One word for each deed.
_DEEDS: Mapping[str, str] = {
    "destroyed": "destroyed", "ruined": "destroyed", "razed": "destroyed", "wrecked": "destroyed", "demolished": "destroyed",
    "damaged": "damaged", "burnt": "burnt", "burned": "burnt", "torched": "burnt", "gutted": "burnt",
    "looted": "looted", "pillaged": "looted", "ransacked": "looted", "plundered": "looted",
    "flooded": "flooded", "submerged": "flooded", "inundated": "flooded", "swept": "swept away", "collapsed": "collapsed",
}  # fmt: skip
_DONE = re.compile(rf"\b(?:{'|'.join(_DEEDS)})\b", re.IGNORECASE)
# The deed stands in the words after the thing, or just before it ("destroyed 96 shops"); a full stop or another list ends it.
_AFTER, _BEFORE = 60, 22
_END = re.compile(r"[.;:]|\b(?:but|while|which|who|when|where)\b", re.IGNORECASE)
_DAMAGE = re.compile(r"\b(?:damages?|loss(?:es)?)\b(?! (?:to|in|on) )", re.IGNORECASE)
# What is paid, pledged or needed is no damage, whatever else the sentence tells.
_OTHER_SUM = re.compile(
    r"\b(?:aid|appeal|pledg\w+|fund\w*|compensation|fines?d?|insur\w+|ransom|wages|pay|relief|rebuild\w*)\b",
    re.IGNORECASE,
)


def compared(claims: Iterable[Claim], scene: Scene) -> dict[str, str]:
    """For each claim that answers what another account asks, what is asked: "shop looted", "damage (RUB)"."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        key = _asked(claim, scene)
        if key is not None:
            told[key].append(claim)
    return {
        claim.id: key for key, found in told.items() if len({claim.document for claim in found}) > 1 for claim in found
    }


def form_of(form: SlotForm, group: str | None, slot: str) -> SlotForm:
    """The form of a slot whose question is about one thing and one deed: one answer alone can hold."""
    return replace(form, many=False, grows=True) if slot in SLOTS and group is not None else form


def _asked(claim: Claim, scene: Scene) -> str | None:
    value, document = claim.value, scene.documents.get(claim.document)
    if not isinstance(value, Figure) or document is None or claim.about is not None:
        return None
    sentence = document.text[claim.sentence.start : claim.sentence.end]
    if claim.slot == "money":
        is_damage = _DAMAGE.search(sentence) is not None and _OTHER_SUM.search(sentence) is None
        return f"damage ({value.unit})" if is_damage else None
    deed = _deed(document.text, claim)
    return f"{value.unit} {deed}" if deed is not None else None


def _deed(text: str, claim: Claim) -> str | None:
    """What was done to the thing that a claim counts."""
    after = _END.split(text[claim.end : min(claim.end + _AFTER, claim.sentence.end)], maxsplit=1)[0]
    done = _DONE.search(after)
    if done is None:
        before = text[max(claim.start - _BEFORE, claim.sentence.start) : claim.start]
        done = next(iter(reversed(list(_DONE.finditer(before)))), None)
    return _DEEDS[done[0].lower()] if done is not None else None
