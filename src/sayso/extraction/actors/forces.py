"""Forces that did the deed themselves: of soldiers who killed villagers "200 soldiers came" says how many attacked.

Elsewhere soldiers who come, surround and storm are those who end what others began.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft, Setting
from sayso.model import Modality

#: Stories of what was done to people; a clash has two sides that fight.
_DEEDS = frozenset({"killing", "attack", "shooting"})
#: Those who came to the help of anybody.
_FORCES = re.compile(
    r"\b(?:soldiers?|troops?|troopers?|patrollers?|army|infantry\w*|gendarmes?|constables?|policemen|paratroopers?|commandos?|"
    r"dragoons?|cossacks?|legionnaires?|askaris?|sepoys?|conscripts?|recruits?|battalion|company|patrol)\b",
    re.IGNORECASE,
)
_OF_ARMY = re.compile(r"\b(?:soldiers?|troops?|patrollers?|army|battalion|company|paratroopers?|dragoons?|cossacks?|askaris?|sepoys?|conscripts?)\b", re.IGNORECASE)  # fmt: skip
_HELD = (None, Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED)


def with_attackers(drafts: Sequence[Draft], setting: Setting) -> list[Draft]:
    """The drafts, with soldiers counted among the attackers where a text tells of nobody else who did the deed."""
    if setting.story.type not in _DEEDS:
        return list(drafts)
    text = setting.document.text
    doers = [
        text[draft.start : draft.end]
        for draft in drafts
        if draft.slot in ("perpetrator_people", "perpetrator") and draft.holds and draft.modality in _HELD
        if setting.is_own(draft.scene)
    ]
    forces = [words for words in doers if _FORCES.search(words)]
    if not forces or 2 * len(forces) < len(doers):
        return list(drafts)
    return [_of_attackers(draft, setting) for draft in drafts]


def _of_attackers(draft: Draft, setting: Setting) -> Draft:
    words = setting.document.text[draft.start : draft.end]
    if draft.slot != "responders" or draft.group != "security_forces" or not _OF_ARMY.search(words):
        return draft
    return replace(draft, slot="attackers", group="attackers", part="") if setting.is_own(draft.scene) else draft
