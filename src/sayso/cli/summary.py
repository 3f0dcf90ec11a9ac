"""What a build says at its end: documents, claims, events, what is agreed, contested and by whom, alleged, unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.cli.wording import heading, named, reading_line, stated, wrapped
from sayso.dossier.listing import DISPUTED
from sayso.dossier.phrases import and_list, counted, is_of_another_day
from sayso.model import Estimate, Reading, Role, Status, Unread
from sayso.store import View

if TYPE_CHECKING:
    from sayso.pipeline import BuildReport

# Estimates shown under one heading; `sayso show` lists them all.
_SHOWN = 8
# What comes first: counts, then times, deeds and names; within each the codebook's order.
_FAMILIES = ("count", "time", "act", "who")
# Events from which on they are counted, and not told one by one.
_MANY = 50
# Files and remarks listed by name.
_LISTED = 10


def summary(view: View, report: BuildReport) -> str:
    """The whole summary, ready to print."""
    return "\n".join((*_opening(view, report), *_case(view), *_closing(view, report)))


def _opening(view: View, report: BuildReport) -> Iterator[str]:
    """What there is, and what this build did for it."""
    header = view.header
    roles = view.roles()
    yield heading(header.title).lstrip("\n")
    yield (
        f"{counted(report.documents, 'document')} · {counted(view.count('claims'), 'claim')} · "
        f"{counted(roles[Role.MAIN], 'event')}, {counted(roles[Role.PART], 'part')}, {roles[Role.MENTIONED]} only mentioned"
        f" · house rule {header.rule}"
    )
    if report.is_unchanged:
        yield "Nothing had changed since the last build; nothing was made anew."
    else:
        yield f"{counted(report.read, 'file')} read anew, {counted(report.extracted, 'document')} extracted anew."
    if report.was_recovered:
        yield "An earlier build had been cut off; what it had done was taken in."
    if report.left:
        yield wrapped(f"No longer in the case: {_some(report.left)} (not among the paths given).")


def _case(view: View) -> Iterator[str]:
    """Agreed, contested, alleged: on the main events and their parts; of many events, how many of each."""
    if view.roles()[Role.MAIN] > _MANY:
        yield from _of_many(view)
        return
    estimates = _told_once(view)
    yield from _section("Agreed", [one for one in estimates if one.status is Status.AGREED], view)
    disputed = (Status.CONTESTED, Status.DENIED, Status.OUTLIER)
    yield from _section("Contested", [one for one in estimates if one.status in disputed], view, with_readings=True)
    yield from _section(
        "Alleged, not to be stated as fact",
        [one for one in estimates if one.status is Status.ALLEGED],
        view,
        with_readings=True,
    )
    alone = sum(1 for one in estimates if one.status is Status.SINGLE)
    if alone:
        yield f"{heading('Told by one account only')}: {counted(alone, 'value')}"
    rest = [finding for finding in view.findings() if finding.kind not in ("contradiction", "single_origin")]
    if rest:
        yield heading("To know")
        yield from (wrapped(f"  {finding.message}", indent=4) for finding in rest[:_SHOWN])
        yield from _more(len(rest))


def _of_many(view: View) -> Iterator[str]:
    """How the accounts of many events stand to each other, and the events that the most of them tell of."""
    statuses = view.statuses()
    yield heading("What can be stated")
    yield wrapped("  " + ", ".join(f"{statuses[one]:,} {one.value}" for one in Status if statuses[one]), indent=4)
    yield f"  accounts disagree on {counted(len(view.disputed(DISPUTED)), 'event')}"
    yield heading("Told by the most accounts")
    for event in view.biggest(_SHOWN):
        yield wrapped(
            f"  {event.id}  {event.title or event.type}   [{counted(len(event.documents), 'account')}]", indent=4
        )
    yield "`sayso show CASE events` lists, searches and filters them all; `sayso report CASE --event ID` tells of one"


def _told_once(view: View) -> list[Estimate]:
    """The estimates on main events, and those on parts that say what their whole does not."""
    wholes = {event.id: event.part_of for event in view.events() if event.role is not Role.MENTIONED}
    estimates = [estimate for estimate in view.estimates() if estimate.event in wholes]
    told = {(one.event, one.slot, one.group, one.about) for one in estimates if wholes[one.event] is None}
    shown = [one for one in estimates if (wholes[one.event], one.slot, one.group, one.about) not in told]
    forms = view.codebook.fusion.slots
    order = {slot: (not form.grave, _FAMILIES.index(form.family), n) for n, (slot, form) in enumerate(forms.items())}
    return sorted(shown, key=lambda one: order.get(one.slot, (True, len(_FAMILIES), 0)))


def _section(title: str, estimates: Sequence[Estimate], view: View, *, with_readings: bool = False) -> Iterator[str]:
    if not estimates:
        return
    yield heading(title)
    names = named(view)
    for estimate in estimates[:_SHOWN]:
        told = sorted({document for reading in estimate.readings for document in reading.documents})
        by = "" if with_readings else f"   [{counted(len(told), 'account')}]"
        yield wrapped(f"  {names.slot(estimate)}: {stated(estimate)}{by}", indent=4)
        if with_readings:
            rival = (reading for reading in estimate.readings if not is_of_another_day(estimate, reading))
            yield from (wrapped(f"    {_line(reading, view)}", indent=8) for reading in rival)
    yield from _more(len(estimates))


def _line(reading: Reading, view: View) -> str:
    return reading_line(reading, map(view.claim, reading.claims))


def _more(total: int) -> Iterator[str]:
    if total > _SHOWN:
        yield f"  and {total - _SHOWN} more: see `sayso show`"


def _closing(view: View, report: BuildReport) -> Iterator[str]:
    """Files that were left out, documents that gave no claims, and what a user should know of the others."""
    if report.unread:
        yield f"{heading('Could not be read')}: {counted(len(report.unread), 'file')}"
        yield from _reasons(report.unread)
    if report.failed:
        yield f"{heading('Read, but not extracted')}: {counted(len(report.failed), 'document')}"
        yield from _reasons(report.failed)
    language = view.codebook.language
    others = (view.document(name) for name in view.foreign(language))
    foreign = [one for one in others if all(block.language != language for block in one.blocks)]
    if foreign:
        named_in = ", ".join(f"{one.id} ({one.language})" for one in foreign[:_LISTED])
        yield heading("In another language, kept without claims")
        yield wrapped(f"  {named_in}")
    told = {document for event in view.events() for document in event.documents}
    told |= {one.id for one in foreign} | {one.name for one in report.failed}
    silent = [one.id for one in view.documents() if one.id not in told]
    if silent:
        yield f"{heading('Tells of no event, kept without claims')}: {counted(len(silent), 'document')}"
        yield wrapped(f"  {_some(silent)}")
    if report.remarks:
        yield heading("Read, with a remark")
        yield from (wrapped(f"  {remark.name}: {remark.reason}", indent=4) for remark in report.remarks[:_LISTED])
        if len(report.remarks) > _LISTED:
            yield f"  and {len(report.remarks) - _LISTED} more"


def _reasons(unread: Iterable[Unread]) -> Iterator[str]:
    listed = list(unread)
    for one in listed[:_LISTED]:
        yield wrapped(f"  {one.name}: {one.reason}. {one.remedy}".rstrip(), indent=4)
    if len(listed) > _LISTED:
        yield f"  and {len(listed) - _LISTED} more"


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return (and_list(names) if not more else ", ".join(names[:_LISTED])) + more
