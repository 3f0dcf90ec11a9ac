"""The queue: what needs a person's decision, ranked; what newer evidence bears on; what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier.naming import numbering
from sayso.dossier.phrases import capital
from sayso.dossier.quotes import Quote
from sayso.dossier.ranking import ranked
from sayso.dossier.rows import Row, of_status
from sayso.model import Finding, Judgement, JudgementKind, Status
from sayso.web.shown import Shown

#: Rows in these statuses wait for a person; so do findings of these kinds.
_ROWS = (Status.ALLEGED, Status.DENIED, Status.CONTESTED, Status.OUTLIER)
#: Decisions after which a question waits no more.
_ENDING = (JudgementKind.SETTLE, JudgementKind.NOTE)
_FINDINGS = ("impossible", "loose", "self_contradiction", "typo", "anachronism", "copy")

_SIGNS = {
    "impossible": "impossible",
    "loose": "loose",
    "self_contradiction": "contested",
    "typo": "outlier",
    "anachronism": "updated",
    "copy": "coarser",
}
_NAMES = {"typo": "slip", "self_contradiction": "against itself", "anachronism": "before its time"}
_SHOWN = 4
_PLACES = ("waiting", "look", "working", "decided")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the queue.

    Args:
        key: estimate or finding id, by which its page is found.
        place: `waiting`, `look` (newer evidence), `working` (saved, not worked in yet) or `decided`.
        sign: name of the status glyph; status: the word beside it; is_warned: not to be stated as fact.
        detail: what is told, or why it is here.
        claims: ids of the claims that a decision on it rests on.
    """

    key: str
    place: str
    title: str
    sign: str
    status: str
    is_warned: bool
    detail: str
    claims: tuple[str, ...]
    row: Row | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """All entries, each place in order."""

    waiting: tuple[Entry, ...]
    look: tuple[Entry, ...]
    working: tuple[Entry, ...]
    decided: tuple[Entry, ...]

    @property
    def all(self) -> tuple[Entry, ...]:
        """The order in which keys go through it."""
        return (*self.waiting, *self.look, *self.working, *self.decided)

    def entry(self, key: str) -> Entry | None:
        """The entry of that key."""
        return next((one for one in self.all if one.key == key), None)

    def after(self, key: str) -> Entry | None:
        """What comes next in the queue, or before where it was the last."""
        keys = [one.key for one in self.all]
        if key not in keys:
            return next(iter(self.waiting), None)
        at = keys.index(key)
        rest = [one for one in (*self.all[at + 1 :], *self.all[:at]) if one.place == "waiting"]
        return rest[0] if rest else None


def build_queue(shown: Shown) -> Queue:
    """Gather the entries."""
    rows = [row_entry(shown, row) for row in ranked(shown.gathered, shown.rows.all) if _is_asked(row)]
    numbered = numbering(shown.gathered)
    findings = [
        _finding_entry(shown, one, kind, capital(numbered(one.message)))
        for kind in _FINDINGS
        for one in shown.gathered.findings
        if one.kind == kind and one.claims
    ]
    found = [*rows, *(one for one in findings if one.place != "decided")]
    noted = [one for one in findings if one.place == "decided"]
    by_place = {place: tuple(one for one in found if one.place == place) for place in _PLACES}
    return Queue(by_place["waiting"], by_place["look"], by_place["working"], (*by_place["decided"], *noted))


def row_entry(shown: Shown, row: Row) -> Entry:
    """The entry of any row of the record."""
    status = row.estimate.status
    place, detail = _stand(shown, row)
    return Entry(
        row.estimate.id,
        place,
        row.name,
        status.value,
        status.value,
        row.is_warned,
        detail or told(row),
        tuple(claim.id for claim in row.claims),
        row,
    )


def told(row: Row) -> str:
    """The readings and who gives them: "about 500 [2] [5], 610 [4]"."""
    parts = [f"{card.value} {_accounts(card.quotes)}" for card in row.readings[:_SHOWN]]
    more = len(row.readings) - _SHOWN
    return " · ".join(parts) + (f" · {more} more" if more > 0 else "")


def _accounts(quotes: Iterable[Quote]) -> str:
    numbers = sorted({quote.account for quote in quotes})
    return refs(numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "")


def refs(numbers: Iterable[int]) -> str:
    """Accounts by their numbers, as everywhere in the room: "[1] [4]"."""
    return " ".join(f"[{number}]" for number in numbers)


def _is_asked(row: Row) -> bool:
    return bool(of_status((row,), *_ROWS, Status.SETTLED)) and not row.sum


def _stand(shown: Shown, row: Row) -> tuple[str, str]:
    """Where a row stands in the queue, and why where newer evidence brings it back."""
    ids = {one for reading in row.estimate.readings for one in reading.claims}
    told = shown.touching(ids)
    working = _working(shown, told)
    if working:
        return "working", working
    decisions = [one for one in told if one.id in shown.held and one.kind in _ENDING]
    if not decisions:
        return "waiting", ""
    last = decisions[-1]
    covered = set(shown.targets[last.id])
    new = {claim.document for claim in row.claims if claim.id in ids - covered}
    if len(covered) > 1 and new:
        numbers = refs(shown.gathered.numbers(tuple(new)))
        return "look", f"new: {numbers} bears on {last.by}’s decision of {last.at[:10]}"
    if row.estimate.status is Status.SETTLED or (last.kind is JudgementKind.NOTE and covered >= ids):
        return "decided", f"{last.by}, {last.at[:10]}"
    return "waiting", ""


def _working(shown: Shown, told: Iterable[Judgement]) -> str:
    """What was decided and is not worked in yet, or empty."""
    newest = next((one for one in reversed(tuple(told)) if one.id in shown.waiting), None)
    what = "taken back" if newest is not None and newest.undoes else "saved"
    return f"{what} by {newest.by}; being worked in" if newest is not None else ""


def _finding_entry(shown: Shown, finding: Finding, kind: str, title: str) -> Entry:
    numbers = refs(shown.gathered.numbers(finding.documents))
    told = shown.touching(finding.claims)
    working = _working(shown, told)
    noted = [
        one
        for one in told
        if one.id in shown.held and one.kind is JudgementKind.NOTE and set(finding.claims) == set(shown.targets[one.id])
    ]
    return Entry(
        finding.id,
        "working" if working else "decided" if noted else "waiting",
        title,
        _SIGNS[kind],
        _NAMES.get(kind, kind),
        is_warned=False,
        detail=working or (f"{noted[-1].by}, {noted[-1].at[:10]}" if noted else numbers),
        claims=finding.claims,
        finding=finding,
    )
