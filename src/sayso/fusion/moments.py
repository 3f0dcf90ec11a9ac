"""When a figure held: two that held at different moments are a series, not a contradiction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from sayso.codebook import SlotForm
from sayso.fusion.parties import publisher
from sayso.fusion.scene import Scene
from sayso.fusion.standing import BEFALLING
from sayso.fusion.stretch import stretch
from sayso.fusion.voices import are_rivals
from sayso.model import Claim, Event, When

# News counts the dead for weeks; an account of years later tells the past, and does not update it.
_NEWS = timedelta(days=60)
_FIRST_NEWS = timedelta(days=7)
# The words of a count that is not closed: whoever counts more later, an inquiry of months after among them, goes on from it.
_OPEN = re.compile(
    r"\b(?:ris(?:es|en|ing)|rose|climb(?:s|ed|ing)?|mount(?:s|ed|ing)|gr(?:ows|own|ew)|so far|as of|up to now|until now|to date"
    r"|provisional(?:ly)?|preliminary|initial(?:ly)?|toll now|reach(?:es|ed|ing))\b",
    re.IGNORECASE,
)


def differ(one: When | None, other: When | None) -> bool:
    """Whether two known moments share no day; one that is not known differs from none."""
    first = stretch(one) if one is not None else None
    second = stretch(other) if other is not None else None
    return first is not None and second is not None and first.scale == second.scale and not first.meets(second)


def later(one: When | None, other: When | None) -> bool:
    """Whether the first moment lies wholly after the second."""
    if one is None or other is None or one.earliest is None or other.latest is None:
        return False
    return one.earliest > other.latest


def is_update(one: Claim, other: Claim, form: SlotForm, scene: Scene) -> bool:
    """Whether two figures that leave each other no room may both have been right at their own moments."""
    if differ(one.as_of, other.as_of):
        return True
    if form.moment and (one.as_of is None or other.as_of is None):
        return True
    if _could_not_know(one, other, scene) or _could_not_know(other, one, scene):
        return True
    if publisher(one, scene) != publisher(other, scene):
        return False  # a party's own count is not carried on by others
    return form.grows and not are_rivals(one, other) and (_grew(one, other, scene) or _grew(other, one, scene))


def _could_not_know(one: Claim, other: Claim, scene: Scene) -> bool:
    """Whether an account was public before what the other counts had happened."""
    published, event = scene.published(one.document), scene.events.get(other.event or "")
    if published is None or event is None or event.when is None or event.when.earliest is None:
        return False
    return published < event.when.earliest


def _grew(earlier: Claim, after: Claim, scene: Scene) -> bool:
    """Whether a later account counts more than one that was written while it went on, or was news."""
    low, high = stretch(earlier.value), stretch(after.value)
    if low is None or high is None or low.high is None or high.low is None or low.high >= high.low:
        return False
    first, second = scene.published(earlier.document), scene.published(after.document)
    if first is None:
        return False
    event = scene.events.get(earlier.event or "")
    ended = event.when.latest if event is not None and event.when is not None else None
    if ended is not None and first < ended and _is_lasting(event):
        return second is None or second > first
    if second is None or second <= first:
        return False
    if second <= first + _NEWS and (ended is None or second <= ended + _NEWS):
        return True
    is_first_news = event is not None and event.type in BEFALLING and ended is not None and first <= ended + _FIRST_NEWS
    # Of a quake or a wreck the first days never count all.
    return is_first_news or ((ended is None or first <= ended + _NEWS) and _is_open(earlier, scene))


def _is_lasting(event: Event | None) -> bool:
    """Whether an event is told from one time to another; "June 1791" is one day of that month, for all that is known."""
    return event is not None and event.when is not None and (event.when.edtf.count("/") == 1)


def told_last(claims: Iterable[Claim], others: Iterable[Claim], scene: Scene) -> bool | None:
    """Whether some figures come from news wholly later than that of others, or wholly earlier; None where neither is so.

    What changes stands as it was told last.
    """
    first, second = ([scene.published(claim.document) for claim in told] for told in (others, claims))
    before, after = [day for day in first if day is not None], [day for day in second if day is not None]
    if not before or not after or len(before) < len(first) or len(after) < len(second):
        return None
    if max(before) < min(after) <= max(before) + _NEWS:
        return True
    return False if max(after) < min(before) <= max(after) + _NEWS else None


def _is_open(claim: Claim, scene: Scene) -> bool:
    """Whether a figure is told as one that may still grow ("the toll has risen to 61", "so far")."""
    text = scene.documents[claim.document].text
    return _OPEN.search(text, claim.sentence.start, claim.sentence.end) is not None
