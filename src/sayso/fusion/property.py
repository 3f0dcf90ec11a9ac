"""What was done to things, and what it cost: counts of one thing and one deed, and sums of damage, are compared.

Most quantities and sums of money of an account answer no question of another's. "96 shops were looted" and "340 shops were
looted" do, and so do two estimates of the damage in one currency, and what two accounts measure of one scene (`alike`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.codebook import SlotForm
from sayso.fusion import clocks
from sayso.fusion.alike import alike
from sayso.fusion.scene import Scene
from sayso.model import Claim, Figure

SLOTS = frozenset({"quantity", "money"})
# One word for each deed.
_DEEDS: Mapping[str, str] = {
    "destroyed": "destroyed", "ruined": "destroyed", "razed": "destroyed", "wrecked": "destroyed", "demolished": "destroyed",
    "damaged": "damaged", "burnt": "burnt", "burned": "burnt", "torched": "burnt", "gutted": "burnt",
    "looted": "looted", "pillaged": "looted", "ransacked": "looted", "plundered": "looted",
    "levelled": "destroyed", "leveled": "destroyed", "flattened": "destroyed", "no more": "destroyed", "fully damaged": "destroyed",
    "completely damaged": "destroyed", "wiped out": "destroyed", "set on fire": "burnt", "set alight": "burnt",
    "flooded": "flooded", "submerged": "flooded", "inundated": "flooded", "swept": "swept away", "washed away": "swept away",
    "collapsed": "collapsed", "stolen": "stolen", "rustled": "stolen", "raided": "stolen", "driven off": "stolen",
}  # fmt: skip
_DONE = re.compile(rf"\b(?:{'|'.join(sorted(_DEEDS, key=len, reverse=True))})\b", re.IGNORECASE)
# "143 houses were fully and 87 partly damaged".
_FULLY = re.compile(r"\b(?:fully|totally|completely|wholly) and \w+ (?:partly|partially) damaged\b", re.IGNORECASE)
# One word for each thing that accounts call by several.
_THINGS: Mapping[str, str] = {
    "dwelling": "house", "home": "house", "hut": "house", "residence": "house", "store": "shop", "cow": "cattle", "head": "cattle",
}  # fmt: skip
# A list of what was lost tells of no deed, and is compared with lists alone.
_LOST = re.compile(
    r"\b(?:losses|damage|destruction|property|toll)\b[^.;:]{0,30}:|\b\w+ (?:dead|killed)\b[^.;]{0,20}\b\w+ (?:injured|wounded|hurt)\b(?=,)",
    re.IGNORECASE,
)
# The deed stands in the words after the thing, or just before it ("destroyed 96 shops"); a full stop or another list ends it.
_AFTER, _BEFORE = 60, 22
_END = re.compile(r"[.;:]|\b(?:but|while|which|who|when|where)\b", re.IGNORECASE)
_DAMAGE = re.compile(r"\b(?:damages?|loss(?:es)?)\b(?! (?:to|in|on) )", re.IGNORECASE)
# What is paid, pledged or needed is no damage, whatever else the sentence tells.
_OTHER_SUM = re.compile(
    r"\b(?:aid|appeal|pledg\w+|fund\w*|compensation|fines?d?|insur\w+|ransom|wages|pay|relief|rebuild\w*)\b",
    re.IGNORECASE,
)


def compared(claims: Sequence[Claim], scene: Scene) -> dict[str, str]:
    """For each claim that answers what another account asks, what is asked: "shop looted", "damage (RUB)"."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        key = _asked(claim, scene)
        if key is not None:
            told[key].append(claim)
    done = {
        claim.id: key for key, found in told.items() if len({claim.document for claim in found}) > 1 for claim in found
    }
    return alike([claim for claim in claims if claim.id not in done], scene) | done


def in_one_word(claim: Claim) -> Claim:
    """A count of dwellings as one of houses, so that both are of one scale."""
    value = claim.value
    if not isinstance(value, Figure) or value.unit not in _THINGS:
        return claim
    return replace(claim, value=replace(value, unit=_THINGS[value.unit]))


def form_of(form: SlotForm, group: str | None, slot: str) -> SlotForm:
    """The form of a slot whose question is about one thing and one deed: one answer alone can hold."""
    if group is None or slot not in (*SLOTS, clocks.SLOT):
        return form
    return replace(form, many=False, grows=slot in SLOTS)


def _asked(claim: Claim, scene: Scene) -> str | None:
    value, document = claim.value, scene.documents.get(claim.document)
    if (
        not isinstance(value, Figure)
        or document is None
        or claim.about is not None
        or (value.high or 2) < 2  # one thing is told of; it is no count
    ):
        return None
    sentence = document.text[claim.sentence.start : claim.sentence.end]
    if claim.slot == "money":
        is_damage = _DAMAGE.search(sentence) is not None and _OTHER_SUM.search(sentence) is None
        return f"damage ({value.unit})" if is_damage else None
    deed = _deed(document.text, claim)
    return f"{_THINGS.get(value.unit, value.unit)} {deed}" if deed is not None else None


def _deed(text: str, claim: Claim) -> str | None:
    """What was done to the thing that a claim counts."""
    after = _END.split(text[claim.end : min(claim.end + _AFTER, claim.sentence.end)], maxsplit=1)[0]
    if _FULLY.search(after):
        return "destroyed"
    done = _DONE.search(after)
    if done is None:
        before = text[max(claim.start - _BEFORE, claim.sentence.start) : claim.start]
        done = next(iter(reversed(list(_DONE.finditer(before)))), None)
    if done is not None:
        return _DEEDS[done[0].lower()]
    return "lost" if _LOST.search(text, claim.sentence.start, claim.start) else None
