"""What a person can decide about an entry of the queue or about one claim, and what each choice becomes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from sayso.dossier.naming import part_name
from sayso.dossier.quotes import mark_id
from sayso.errors import JudgementError
from sayso.judging import Decision
from sayso.model import Claim, JudgementKind, to_row
from sayso.web.queue import Entry, refs
from sayso.web.shown import Shown

# Digits choose a reading; there are nine of them.
_READINGS = 9


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the judgement form; `key` chooses it, `takes` is a value the person types or picks."""

    name: str
    words: str
    key: str
    takes: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """Another event or name that a claim can be tied to or parted from, by one of its claims."""

    claim: str
    words: str


def choices(shown: Shown, entry: Entry) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """The choices for an entry, under their headings."""
    if entry.row is None:
        return (
            (
                "This finding",
                (
                    Choice("dismiss", "is none: dismiss it", "d"),
                    Choice("note", "holds: keep it, with a note", "l"),
                    *_origin(shown, entry),
                ),
            ),
        )
    cards = entry.row.readings[:_READINGS]
    settle = [Choice(f"settle-{at}", card.value, str(at + 1)) for at, card in enumerate(cards)]
    left = entry.row.estimate.status.value
    return (
        (
            "Settle the slot on",
            (
                *settle,
                Choice("settle-other", "another value …", "o", "value"),
                Choice("note", f"leave it {left}, with a note", "l"),
            ),
        ),
        ("Or change what is compared", (*_origin(shown, entry), *_dismissal(shown, entry))),
    )


def decision(shown: Shown, entry: Entry, choice: str, said: tuple[str, str, str]) -> Decision:
    """What a choice on an entry becomes.

    Args:
        shown: the case.
        entry: what was open.
        choice: the name of the choice.
        said: who, why, and the value typed.

    Raises:
        JudgementError: there is no such choice here, or it lacks its value.
    """
    by, why, value = said
    if choice == "settle-other":
        if not value.strip():
            raise JudgementError("another value was chosen, but none is given; type it beside the choice")
        return Decision(JudgementKind.SETTLE, entry.claims, by, why, value)
    if choice.startswith("settle-") and entry.row is not None:
        at = choice.removeprefix("settle-")
        readings = entry.row.estimate.readings
        if at.isdigit() and int(at) < len(readings):
            return Decision(JudgementKind.SETTLE, entry.claims, by, why, readings[int(at)].value)
    if choice == "dismiss" and entry.row is not None:
        return Decision(JudgementKind.DISMISS, contradiction(shown, entry), by, why)
    if choice in ("dismiss", "note"):
        return Decision(JudgementKind(choice), entry.claims, by, why)
    if choice == "same_origin":
        return Decision(JudgementKind.SAME_ORIGIN, _one_each(shown, entry), by, why)
    raise JudgementError("nothing was chosen; choose a line, then save")


def claim_decision(claim: str, choice: str, other: str, said: tuple[str, str, str]) -> Decision:
    """What a choice on one claim becomes; `other` is a claim of the other event or name.

    Raises:
        JudgementError: there is no such choice, or it lacks what it needs.
    """
    by, why, value = said
    if choice not in _OF_CLAIM:
        raise JudgementError("nothing was chosen; choose a line, then save")
    kind = JudgementKind(choice)
    needs_other = _OF_CLAIM[choice].takes in ("event", "name")
    if needs_other and not other:
        raise JudgementError(f"{choice.replace('_', ' ')} needs the other side; pick it from the list")
    return Decision(
        kind, (claim, other) if needs_other else (claim,), by, why, value if kind is JudgementKind.CORRECT else None
    )


_OF_CLAIM = {
    one.name: one
    for one in (
        Choice("accept", "is right as it stands", "a"),
        Choice("reject", "does not count: reject it", "r"),
        Choice("correct", "has another value …", "o", "value"),
        Choice("move", "belongs to another event", "m", "event"),
        Choice("same_event", "tells of the same event as", "e", "event"),
        Choice("apart_event", "tells of another event than", "p", "event"),
        Choice("same_entity", "names the same as", "n", "name"),
        Choice("apart_entity", "names another than", "x", "name"),
        Choice("note", "a note", "l"),
    )
}


def claim_choices() -> tuple[Choice, ...]:
    """What can be decided on one claim."""
    return tuple(_OF_CLAIM.values())


def other_events(shown: Shown, claim: Claim) -> tuple[Other, ...]:
    """One claim of each event but the claim's own."""
    gathered = shown.gathered
    events = (*gathered.family, *gathered.mentioned)
    found = []
    for event in events:
        told = [one for one in event.claims if one in gathered.claims and one != claim.id]
        if told:
            same = " (its own)" if event.id == claim.event else ""
            found.append(Other(told[0], f"{part_name(gathered, event) or event.title}{same}"))
    return tuple(found[:60])


def other_names(shown: Shown, claim: Claim) -> tuple[Other, ...]:
    """One claim of each name that claims are about or have as their value."""
    found: dict[str, Other] = {}
    for one in shown.gathered.claims.values():
        entity = one.about or getattr(one.value, "entity", None)
        if entity is None or entity in found or one.id == claim.id or entity not in shown.gathered.entities:
            continue
        number = refs((shown.gathered.number[one.document],))
        found[entity] = Other(one.id, f"{shown.gathered.entities[entity].name} {number}")
    return tuple(sorted(found.values(), key=lambda other: other.words)[:100])


def contradiction(shown: Shown, entry: Entry) -> tuple[str, ...]:
    """The claims of the finding that an entry's row shows as a contradiction; its own where there is none."""
    own = set(entry.claims)
    found = [
        one
        for one in shown.gathered.findings
        if one.kind in ("contradiction", "outlier") and one.claims and set(one.claims) <= own
    ]
    return found[0].claims if found else entry.claims


def seen(shown: Shown, entry: Entry | None, claims: tuple[str, ...]) -> str:
    """What a form remembers of the state it was made in: the judgements then known, and a digest of what it was about."""
    held = [one.id for one in shown.touching(claims)]
    row = to_row(entry.row.estimate) if entry is not None and entry.row is not None else sorted(claims)
    told = json.dumps([row, held], sort_keys=True, ensure_ascii=False)
    return f"{len(shown.judgements)}.{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def mark_of(shown: Shown, claim: str) -> str:
    """The mark of a claim in its account."""
    return mark_id(shown.gathered.claims[claim])


def _origin(shown: Shown, entry: Entry) -> tuple[Choice, ...]:
    documents = {shown.gathered.claims[one].document for one in entry.claims if one in shown.gathered.claims}
    if not 2 <= len(documents) <= 8:
        return ()
    numbers = refs(shown.gathered.numbers(tuple(documents)))
    return (Choice("same_origin", f"{numbers} are one origin", "g"),)


def _dismissal(shown: Shown, entry: Entry) -> tuple[Choice, ...]:
    own = set(entry.claims)
    has = any(one.kind == "contradiction" and one.claims and set(one.claims) <= own for one in shown.gathered.findings)
    return (Choice("dismiss", "not a finding: dismiss", "d"),) if has else ()


def _one_each(shown: Shown, entry: Entry) -> tuple[str, ...]:
    """One claim of each account."""
    first: dict[str, str] = {}
    for name in entry.claims:
        claim = shown.gathered.claims.get(name)
        if claim is not None:
            first.setdefault(claim.document, name)
    return tuple(first.values())
