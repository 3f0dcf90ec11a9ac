"""The record as a table and a slot with its quotes, as a notebook shows them; in text where there is no notebook.

All that comes from a document is escaped: an account cannot bring markup or script into a notebook.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.dossier.phrases import counted, value_words
from sayso.export.naming import name_of, value_of
from sayso.export.told import Told, told
from sayso.model import Claim, Estimate, Event, Reading, Role, Status
from sayso.store import View

# A table of a record grows with its slots; a notebook shows this many, and says how many more there are.
_ROWS = 200
_CELL = ' style="text-align:left;vertical-align:top"'


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot as a person asks for it: what can be stated of it, each reading with the words that it rests on.

    Args:
        name: of the slot (`killed`).
        estimates: what can be stated, event by event, group by group.
    """

    name: str
    estimates: tuple[Estimate, ...]
    case: Told = field(repr=False)

    def quotes(self, reading: Reading) -> tuple[Claim, ...]:
        """The claims of a reading, whose `quote` are the exact words."""
        return tuple(self.case.view.claim(name) for name in reading.claims)

    def __str__(self) -> str:
        lines = [line for estimate in self.estimates for line in self._lines(estimate)]
        return "\n".join(lines) or _told_nothing(self.name)

    def _lines(self, estimate: Estimate) -> Iterator[str]:
        yield f"{_named(self.case, estimate)}: {value_of(estimate)}   {estimate.status.upper()}"
        yield f"  {estimate.why}"
        for reading in estimate.readings:
            yield f"  {value_words(reading.value)}"
            yield from (f"    {_words(claim)}" for claim in self.quotes(reading))

    def _repr_html_(self) -> str:
        return (
            "".join(self._html(estimate) for estimate in self.estimates) or f"<p>{_safe(_told_nothing(self.name))}</p>"
        )

    def _html(self, estimate: Estimate) -> str:
        rows = "".join(
            f"<tr><td{_CELL}>{_safe(value_words(reading.value))}</td><td{_CELL}>{self._quoted(reading)}</td></tr>"
            for reading in estimate.readings
        )
        title = (
            f"<strong>{_safe(_named(self.case, estimate))}</strong>: {_safe(value_of(estimate))} ({_status(estimate)})"
        )
        head = f"<thead><tr><th{_CELL}>Reading</th><th{_CELL}>In whose words</th></tr></thead>"
        return f"<p>{title}<br>{_safe(estimate.why)}</p><table>{head}<tbody>{rows}</tbody></table>"

    def _quoted(self, reading: Reading) -> str:
        return "<br>".join(_safe(_words(claim)) for claim in self.quotes(reading))


def slot(view: View, name: str, *, group: str | None = None, event: str | None = None) -> Slot:
    """One slot of a case with its readings and their words; of the main events and their parts, or of one event."""
    case = told(view)
    events = [event] if event is not None else [one.id for one in _shown(case)]
    asked = (one for of in events for one in case.estimates.get(of, ()) if one.slot == name)
    return Slot(name, tuple(one for one in asked if group is None or one.group == group), case)


def record(view: View) -> str:
    """What can be stated of the main events and their parts as an HTML table, a row a slot."""
    case = told(view)
    rows = [(event, one) for event in _shown(case) for one in case.estimates.get(event.id, ())]
    body = "".join(_row(case, event, one) for event, one in rows[:_ROWS])
    titles = "".join(f"<th{_CELL}>{title}</th>" for title in ("Event", "Slot", "Stated", "Status", "Accounts"))
    more = f"<p>and {counted(len(rows) - _ROWS, 'more row')}: case.frame('estimates')</p>" if len(rows) > _ROWS else ""
    amounts = f"{counted(view.count('documents'), 'document')}, {counted(view.count('claims'), 'claim')}"
    about = f"<p><strong>{_safe(view.header.title)}</strong><br>{amounts}; house rule {_safe(view.header.rule)}</p>"
    return f"{about}<table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>{more}"


def _row(case: Told, event: Event, estimate: Estimate) -> str:
    documents = sorted({name for reading in estimate.readings for name in reading.documents})
    part = case.codebook.fusion.parts.get(event.part or "", event.part or "")
    where = part if event.role is Role.PART else event.title
    cells = (where, name_of(case, estimate), value_of(estimate), estimate.status.value, ", ".join(documents))
    return "<tr>" + "".join(f"<td{_CELL}>{_safe(cell)}</td>" for cell in cells) + "</tr>"


def _shown(case: Told) -> list[Event]:
    """Main events and their parts; those only mentioned are kept apart."""
    return [event for event in case.events.values() if event.role is not Role.MENTIONED]


def _named(case: Told, estimate: Estimate) -> str:
    """The name of an estimate, with the part of the event where it is of one."""
    event = case.events[estimate.event]
    part = case.codebook.fusion.parts.get(event.part or "", event.part or "")
    return f"{name_of(case, estimate)} ({part})" if event.role is Role.PART else name_of(case, estimate)


def _words(claim: Claim) -> str:
    """The words of a claim, with its account, its speaker and its hedge."""
    speaker = claim.attribution[0].speaker if claim.attribution else ""
    held = "" if claim.modality.value == "asserted" else f", {claim.modality.value}"
    return f"“{' '.join(claim.quote.split())}” [{claim.document}{f', {speaker}' if speaker else ''}{held}]"


def _status(estimate: Estimate) -> str:
    is_doubtful = estimate.status in (Status.ALLEGED, Status.CONTESTED, Status.DENIED)
    return f"<em>{estimate.status.value}</em>" if is_doubtful else estimate.status.value


def _told_nothing(name: str) -> str:
    return f"No account tells anything of {name}."


def _safe(words: str) -> str:
    return html.escape(words)
