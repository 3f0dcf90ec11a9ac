"""What nobody says: slots without an answer, and stretches of the event without a dated line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sayso.dossier.gathered import Gathered
from sayso.dossier.lines import Block, Piece, Sentence
from sayso.dossier.naming import form
from sayso.dossier.phrases import day, small
from sayso.dossier.ranking import shortened
from sayso.dossier.rows import question_of
from sayso.fusion.standing import BEFALLING
from sayso.model import Status, When

#: A stretch is worth a line where it is at least a month and a quarter of the event.
_LONG_DAYS, _LONG_SHARE = 30, 0.25

#: Asked of every event, where the codebook knows the slot.
_ALWAYS = ("killed", "injured", "perpetrator", "place", "date_start")
#: Asked of what befalls people, instead of who did it.
_BEFALLEN = ("killed", "injured", "cause", "place", "date_start")


def nobody_says(gathered: Gathered) -> Block:
    """Open slots first, then the gaps in time."""
    said = [Sentence((Piece(one),)) for one in dict.fromkeys(_unanswered(gathered))]
    said += [
        Sentence((Piece(f"anything dated between {day(first)} and {day(last)}"),)) for first, last in gaps(gathered)
    ]
    return shortened("Nobody says", "s-open", said, "#matrix")


def gaps(gathered: Gathered) -> tuple[tuple[date, date], ...]:
    """Stretches of the main event between two days on which some account dates something."""
    days = dated_days(gathered)
    if len(days) < 2:
        return ()
    whole = (days[-1] - days[0]).days
    pairs = pairwise(days)
    return tuple((a, b) for a, b in pairs if (b - a).days >= max(_LONG_DAYS, whole * _LONG_SHARE))


def dated_days(gathered: Gathered) -> list[date]:
    """Exact days that claims of the event name, within its bounds."""
    if gathered.main is None or gathered.main.when is None:
        return []
    family = {event.id for event in gathered.family}
    found: set[date] = set()
    for claim in gathered.claims.values():
        if claim.event not in family:
            continue
        for value in (claim.value, claim.as_of):
            if isinstance(value, When) and value.earliest is not None and value.earliest == value.latest:
                found.add(value.earliest)
    first, last = gathered.main.when.earliest, gathered.main.when.latest
    return sorted(one for one in found if (first is None or one >= first) and (last is None or one <= last))


def _unanswered(gathered: Gathered) -> Iterator[str]:
    """Slots of one answer that stand open; those asked of any event that no claim touches."""
    for estimate in gathered.estimates:
        if estimate.status is Status.OPEN and not estimate.readings and not form(gathered, estimate.slot).many:
            yield small(question_of(gathered, estimate).replace("?", ""))
    touched = {estimate.slot for estimate in gathered.estimates}
    befell = gathered.main is not None and gathered.main.type in BEFALLING
    for slot in _BEFALLEN if befell else _ALWAYS:
        if slot in gathered.codebook.fusion.slots and slot not in touched:
            yield small(form(gathered, slot).question.rstrip("?"))
