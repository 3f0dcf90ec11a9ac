"""The timeline: a lane an account, the parts above, publications on the same axis, so that one sees who could know what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.dossier.axis import Axis, Break, axis, short
from sayso.dossier.gathered import Gathered
from sayso.dossier.naming import part_name
from sayso.dossier.phrases import day, small, value_words, when
from sayso.dossier.rows import Rows
from sayso.model import Claim, Document, Modality, Status, When

LEFT, RIGHT, TOP, LANE = 150.0, 930.0, 112, 40

#: More lanes than these do not fit a page; the list below the drawing holds all.
_LANES = 24

#: A vague end this near to an exact day still makes a knot.
_NEAR_DAYS = 45


@dataclass(frozen=True, slots=True)
class Label:
    """A text in the drawing."""

    x: str
    y: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One account: exact days, vague stretches, its publication, and what it could not know."""

    number: int
    name: str
    y: int
    points: tuple[str, ...]
    bars: tuple[str, ...]
    arrows: str
    labels: tuple[Label, ...]
    published: str
    hatch: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the list: a date, what is said of it, by whom."""

    when: str
    words: str
    account: int
    mark: str
    modality: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Geometry and words of the section."""

    height: int
    ticks: tuple[Label, ...]
    breaks: tuple[Break, ...]
    parts: tuple[Label, ...]
    part_lines: tuple[str, ...]
    lanes: tuple[Lane, ...]
    hidden: int
    told: tuple[Told, ...]
    bottom: int


def build_timeline(gathered: Gathered, rows: Rows) -> Timeline | None:
    """The drawing and its list; None where nothing is dated."""
    dated = [
        claim
        for claim in gathered.claims.values()
        if claim.about is None and _moment(claim) is not None and claim.id in rows.by_claim
    ]
    slips = gathered.slips
    dated = [claim for claim in dated if claim.id not in slips]
    drawn = axis(_days(gathered, dated), LEFT, RIGHT - 10)
    if drawn is None or not dated:
        return None
    documents = gathered.documents[:_LANES]
    parts, lines = _parts(gathered, drawn)
    lanes = tuple(_lane(gathered, drawn, at, _dated_by(document, dated, rows)) for at, document in enumerate(documents))
    bottom = TOP + LANE * len(lanes) - 14
    return Timeline(
        height=bottom + 14,
        ticks=_ticks(drawn),
        breaks=drawn.breaks,
        parts=parts,
        part_lines=lines,
        lanes=lanes,
        hidden=len(gathered.documents) - len(documents),
        told=_told(gathered, dated, rows),
        bottom=bottom,
    )


def _moment(claim: Claim) -> When | None:
    """The time a claim tells: of the event, or of the moment at which its figure held."""
    found = claim.value if isinstance(claim.value, When) else claim.as_of
    return found if found is not None and found.earliest is not None and found.latest is not None else None


def _days(gathered: Gathered, dated: Iterable[Claim]) -> list[date]:
    """The knots of the axis: exact days, the event's own ends, publications; vague ends only where they are near.

    A vague stretch ("1996") would else make the axis as long as it is vague; it is drawn to the rim, with an arrow.
    """
    stretches = [moment for claim in dated if (moment := _moment(claim)) is not None]
    exact = [one.earliest for one in stretches if one.earliest == one.latest and one.earliest is not None]
    exact += [end for event in gathered.parts if event.when is not None for end in _ends(event.when)]
    published = [document.published.latest for document in gathered.documents if document.published is not None]
    vague = [end for one in stretches for end in _ends(one)]
    if exact:
        # Room at the left, so that a bar that began earlier does not hide the first day.
        first, last = min(exact), max(exact)
        if any(one < first for one in vague):
            first -= timedelta(days=max(2, (last - first).days // 16))
            exact.append(first)
        near = timedelta(days=max(_NEAR_DAYS, (last - first).days // 4))
        vague = [one for one in vague if -near <= one - first and one - last <= near]
    return [*exact, *vague, *(one for one in published if one is not None)]


def _ends(stretch: When) -> list[date]:
    return [end for end in (stretch.earliest, stretch.latest) if end is not None]


def _ticks(drawn: Axis) -> tuple[Label, ...]:
    """Dates at the knots, as many as have room; the year where it changes."""
    ticks: list[Label] = []
    free, year = -100.0, 0
    for ordinal, x in zip(drawn.knots, drawn.places, strict=True):
        moment = date.fromordinal(ordinal)
        if x < free:
            continue
        ticks.append(Label(f"{x:.1f}", 66, short(moment, with_year=moment.year != year), "middle"))
        free, year = x + 58, moment.year
    return tuple(ticks)


def _parts(gathered: Gathered, drawn: Axis) -> tuple[tuple[Label, ...], tuple[str, ...]]:
    """The parts by name above the axis, each with a line through the lanes; names that would touch go down a line."""
    labels: list[Label] = []
    lines = []
    free = {14: 0.0, 28: 0.0}
    for event in gathered.parts:
        if event.when is None or event.when.earliest is None:
            continue
        x = drawn.x(event.when.earliest)
        y = next((one for one in free if free[one] <= x), 28)
        name = part_name(gathered, event)
        labels.append(Label(f"{x:.1f}", y, name, "end" if x > RIGHT - 70 else "start"))
        lines.append(f"{x:.1f}")
        free[y] = x + len(name) * 6.5 + 8
    return tuple(labels), tuple(lines)


def _lane(gathered: Gathered, drawn: Axis, at: int, dated: list[tuple[date, date, str]]) -> Lane:
    """The lane of the account at this place; `dated` are its stretches of time with what is said of them."""
    y = TOP + LANE * at
    document = gathered.documents[at]
    published = document.published.latest if document.published is not None else None
    end = _end(gathered)
    hatch = None
    if published is not None and end is not None and published < end:
        hatch = (f"{drawn.x(published):.1f}", f"{max(0.0, drawn.x(end) - drawn.x(published)):.1f}")
    name = gathered.outlets[document.id]
    return Lane(
        number=gathered.number[document.id],
        name=name if len(name) <= 19 else name[:18] + "…",
        y=y,
        points=tuple(f"{drawn.x(first):.1f}" for first, last, _ in dated if first == last),
        bars=tuple(f"M{drawn.x(first):.1f} {y}H{drawn.x(last):.1f}" for first, last, _ in dated if first != last),
        arrows="".join(_arrows(drawn, y, first, last) for first, last, _ in dated),
        labels=_labels(drawn, y, dated),
        published="" if published is None else f"{drawn.x(published):.1f}",
        hatch=hatch,
    )


def _arrows(drawn: Axis, y: int, first: date, last: date) -> str:
    """Arrow heads where a bar goes on past what is drawn."""
    left, right = drawn.places[0], drawn.places[-1]
    head = f"M{left + 6:.1f} {y - 5}l-6 5 6 5" if first.toordinal() < drawn.knots[0] else ""
    return head + (f"M{right - 6:.1f} {y - 5}l6 5-6 5" if last.toordinal() > drawn.knots[-1] else "")


def _dated_by(document: Document, dated: list[Claim], rows: Rows) -> list[tuple[date, date, str]]:
    """The stretches one account dates, each once, with the first thing said of it."""
    found: dict[tuple[date, date], str] = {}
    for claim in dated:
        moment = _moment(claim)
        if claim.document == document.id and moment is not None and moment.earliest and moment.latest:
            found.setdefault((moment.earliest, moment.latest), _short_words(rows, claim))
    return [(first, last, words) for (first, last), words in sorted(found.items())]


def _labels(drawn: Axis, y: int, dated: list[tuple[date, date, str]]) -> tuple[Label, ...]:
    """What is dated, above its mark, where there is room."""
    labels: list[Label] = []
    free = 0.0
    for first, _, said in dated:
        x = drawn.x(first)
        width = len(said) * 5.6
        is_late = x + width > RIGHT
        start = x - width if is_late else x
        if start >= free:
            labels.append(Label(f"{x:.1f}", y - 8, said, "end" if is_late else "start"))
            free = start + width + 8
    return tuple(labels)


def _short_words(rows: Rows, claim: Claim) -> str:
    row = rows.by_claim[claim.id]
    moment = _moment(claim)
    if row.estimate.status is Status.LISTED and moment is not None and moment.earliest is not None:
        return short(moment.earliest, with_year=False)
    name = small(row.name)
    return name if isinstance(claim.value, When) else f"{name}: {value_words(claim.value)}"


def _end(gathered: Gathered) -> date | None:
    """The last day of the event and its parts."""
    ends = [event.when.latest for event in gathered.family if event.when is not None and event.when.latest is not None]
    return max(ends, default=None)


def _told(gathered: Gathered, dated: list[Claim], rows: Rows) -> tuple[Told, ...]:
    """Everything dated, in the order of time."""
    lines = []
    for claim in dated:
        moment = _moment(claim)
        if moment is not None:
            told = Told(
                when(moment),
                _short_words(rows, claim),
                gathered.number[claim.document],
                f"m-{claim.id}",
                "" if claim.modality is Modality.ASSERTED else claim.modality.value,
            )
            lines.append((moment.earliest or date.min, told.account, claim.start, told))
    lines += [
        (document.published.latest, gathered.number[document.id], -1, _publication(gathered, document))
        for document in gathered.documents
        if document.published is not None and document.published.latest is not None
    ]
    return tuple(told for *_, told in sorted(lines, key=lambda line: line[:3]))


def _publication(gathered: Gathered, document: Document) -> Told:
    number = gathered.number[document.id]
    moment = document.published.latest if document.published else None
    return Told("" if moment is None else day(moment), "account published", number, f"a{number}", "")
