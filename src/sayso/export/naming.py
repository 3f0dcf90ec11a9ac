"""How an estimate is called, and what it says, in words: the same in a notebook and in a list of changes."""

from __future__ import annotations

from sayso.dossier.phrases import bounds, capital, small, value_words
from sayso.export.told import Told
from sayso.model import Duration, Estimate


def name_of(case: Told, estimate: Estimate) -> str:
    """The slot by its name in the codebook, whom it counts, and whom it is about."""
    fusion = case.codebook.fusion
    form, group = fusion.slots.get(estimate.slot), fusion.groups.get(estimate.group or "")
    name = form.display if form is not None else capital(estimate.slot.replace("_", " "))
    whom = small(group.display) if group is not None else estimate.group
    about = case.entity_name(estimate.about)
    return ", ".join(part for part in (name, whom, about) if part)


def value_of(estimate: Estimate) -> str:
    """The best value with its bounds; where none is best, the values that compete."""
    is_length = any(isinstance(reading.value, Duration) for reading in estimate.readings)
    span = "" if is_length else bounds(estimate.low, estimate.high)
    values = dict.fromkeys(value_words(reading.value) for reading in estimate.readings)
    best = value_words(estimate.best) if estimate.best is not None else " or ".join(values) or "no value"
    within = f" ({span})" if span and span not in best else ""
    return f"{best}{within}"


def stated(estimate: Estimate) -> str:
    """What an estimate says, with its bounds and its status."""
    return f"{value_of(estimate)}, {estimate.status.value}"
