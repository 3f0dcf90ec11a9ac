"""What the account itself takes back in the next breath (one paper spoke of a hundred dead; this has no foundation).

A sentence that only rejects makes what the one before it hands on denied; the account denies, and who held it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.extraction.speech.saying import Saying
from sayso.model import Modality

_WHAT = (
    r"(?:this|that|it|neither|none of (?:this|that|it)|all (?:of )?(?:this|that)|(?:the|these|those|both|such|his|her|their) (?:\w+ )?"
    r"(?:claims?|reports?|story|stories|rumou?rs?|figures?|allegations?|charges?|numbers?|accounts?|statements?|versions?|accusations?))"
)
_FALSE = (
    r"(?:untrue|false|wrong|lies?|nonsense|invent(?:ion|ed)|fabricat(?:ion|ed)|baseless|unfounded|groundless|mistaken|incorrect|a myth|fiction"
    r"|without (?:any )?(?:foundation|basis|truth)|propaganda|slander|a slander|an? (?:\w+ )?(?:lie|invention|fabrication|slander|mistake|error))(?! (?:to|for|that|of)\b)"
)
_TURNED = r"(?:is|was|are|were|has been|have been|proved|proves|turned out|turns out|later proved|later turned out)"
#: A sentence that begins so takes back the one before.
_REJECTING = re.compile(
    rf"^\W*(?:but |yet |and )?(?:{_WHAT} {_TURNED} (?:to be )?(?:(?:\w+ly|all|simply|quite|a) )?{_FALSE}\b"
    rf"|{_WHAT} (?:is|was|are|were) (?:simply |quite )?not (?:true|so|correct|the case)\b|{_WHAT} (?:isn't|wasn't|aren't|weren't) (?:true|so|correct|the case)\b"
    rf"|{_WHAT} (?:has|had|have) no (?:foundation|basis|truth|substance)\b|{_WHAT} (?:contradicts|is contradicted by)\b"
    r"|not so\b|not true\b|nothing of the (?:kind|sort)\b|no such (?:thing|order|person|people|incident|attack|body|bodies)\b"
    r"|there (?:is|was) no (?:truth|substance) in (?:this|that|it)\b|in fact,? (?:no|none|nobody|there (?:was|were) no)\b)",
    re.IGNORECASE,
)
#: Within a sentence, behind what it hands on.
_BEHIND = re.compile(
    rf"[,;:–—-]\s*(?:but |and |which |that |it |this |these |they )+{_TURNED} (?:to be )?(?:(?:\w+ly|all) )?{_FALSE}\b",
    re.IGNORECASE,
)


def rejected(before: Sequence[Saying], sentence: str) -> list[Saying]:
    """The sayings of the sentence before, as a sentence that rejects them leaves them."""
    if not _REJECTING.match(sentence):
        return [*before]
    return [_denied(saying) for saying in before]


def rejected_within(here: Sequence[Saying], sentence: str, start: int) -> list[Saying]:
    """The sayings of a sentence that takes them back itself: "management claimed six dead; it was false when it was made"."""
    found = _BEHIND.search(sentence)
    if found is None:
        return [*here]
    at = start + found.start()
    return [_denied(saying) if saying.cue_at.start < at and saying.kind != "direct" else saying for saying in here]


def _denied(saying: Saying) -> Saying:
    if saying.modality in (Modality.DENIED, Modality.PLANNED, Modality.HYPOTHETICAL):
        return saying
    return replace(saying, speaker="", speaker_at=None, modality=Modality.DENIED, put_forward_by=saying.speaker or None)
