"""Events only mentioned, whose figures never enter the record; and the other main events of a case of many."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.apart import LISTED
from sayso.dossier.gathered import Gathered
from sayso.dossier.naming import form, type_name
from sayso.dossier.phrases import small, value_words, when
from sayso.model import Claim, Event, Figure


@dataclass(frozen=True, slots=True)
class Other:
    """One event that is not this dossier's; `figures` are its claims in short, with their accounts."""

    title: str
    kind: str
    when: str
    figures: tuple[tuple[str, tuple[int, ...]], ...]
    accounts: tuple[int, ...]
    told: int


def build_mentioned(gathered: Gathered) -> tuple[Other, ...]:
    """Events told in passing, in the case's order."""
    return tuple(_other(gathered, event) for event in gathered.mentioned)


def build_others(gathered: Gathered) -> tuple[tuple[Other, ...], int]:
    """The other main events by size, and how many are not listed."""
    hidden = max(0, len(gathered.others) - LISTED) + gathered.hidden
    return tuple(_other(gathered, event) for event in gathered.others[:LISTED]), hidden


def _other(gathered: Gathered, event: Event) -> Other:
    claims = [claim for claim in gathered.claims.values() if claim.event == event.id]
    return Other(
        title=event.title or type_name(gathered, event),
        kind=type_name(gathered, event),
        when="" if event.when is None else when(event.when),
        figures=_figures(gathered, claims),
        accounts=gathered.numbers(event.documents),
        told=len(event.documents),
    )


def _figures(gathered: Gathered, claims: list[Claim]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    said: dict[str, list[str]] = {}
    for claim in claims:
        if isinstance(claim.value, Figure) or claim.value.kind == "duration":
            words = f"{small(form(gathered, claim.slot).display)}: {value_words(claim.value)}"
            said.setdefault(words, []).append(claim.document)
    return tuple((words, gathered.numbers(tuple(documents))) for words, documents in list(said.items())[:6])
