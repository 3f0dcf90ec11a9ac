"""Documents and accounts by hand: as much as linking looks at, the rest at its plainest."""

from __future__ import annotations

import hashlib
from calendar import monthrange
from datetime import date

from sayso.codebook import Codebook, Extraction, Fusion
from sayso.model import (
    Account,
    Attribution,
    Block,
    BlockKind,
    Claim,
    Document,
    Episode,
    Extent,
    Figure,
    Mention,
    Modality,
    Place,
    Qualifier,
    Span,
    Stage,
    Value,
    When,
    claim_id,
)

AREQUIPA = Place("Arequipa", ("Peru",), "PE", -16.4, -71.5, 3, "Arequipa")
CUSCO = Place("Cusco", ("Peru",), "PE", -13.5, -72.0, 3, "Cusco")
PERU = Place("Peru", (), "PE", -10.0, -76.0, 6, "Peru")
OSLO = Place("Oslo", ("Norway",), "NO", 59.9, 10.7, 3, "Oslo")

CODEBOOK = Codebook(
    name="made",
    title="Made by hand",
    version="1",
    language="en",
    extraction=Extraction(blocks=("paragraph",), event_types={}, slots={}, groups={}),
    fusion=Fusion(
        default_rule="sayso",
        event_types={"hostage_taking": "Hostage taking", "attack": "Attack", "shooting": "Shooting"},
        parts={"takeover": "Takeover", "raid": "Raid"},
        slots={},
        groups={},
        same_types=(("attack", "shooting"),),
    ),
)


def when(text: str) -> When:
    """`1996-12-17`, `1996-12` or `1996`, or two of them with a slash between."""
    first, _, last = text.partition("/")
    return When(text, _edge(first, False), _edge(last or first, True), None, text)


def _edge(text: str, is_end: bool) -> date:
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 12, 31) if is_end else date(year, 1, 1)
    if not day:
        return date(year, month, monthrange(year, month)[1] if is_end else 1)
    return date(year, month, day)


def document(
    name: str, text: str, *, title: str = "", published: str | None = None, source: str | None = None
) -> Document:
    """A document whose blocks are its lines, all paragraphs."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            blocks.append(Block(start, start + len(line), BlockKind.PARAGRAPH, number, None))
        start += len(line) + 1
    return Document(
        id=name,
        names=(f"{name}.txt",),
        sha256=hashlib.sha256(f"{name} {text}".encode()).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        title=title,
        source=source,
        authors=(),
        url=None,
        retrieved=None,
        published=when(published) if published else None,
        published_span=None,
        language="en",
        kind="txt",
        reader="made/1",
        blocks=tuple(blocks),
    )


def episode(number: int, event_type: str = "hostage_taking", **given: object) -> Episode:
    """An episode of the document's own, at no time and place unless given."""
    plain: dict[str, object] = {
        "part": None,
        "part_of": None,
        "stage": Stage.ACCOMPLISHED,
        "title": "",
        "when": None,
        "where": None,
        "triggers": (Span(0, 1, "x"),),
        "is_passing": False,
        "weight": 1.0,
    }
    return Episode(number=number, type=event_type, **{**plain, **given})  # type: ignore[arg-type]


def figure(value: float) -> Figure:
    """An exact count of people."""
    return Figure(value, value, "people", Qualifier.EXACT, f"{value:g}")


def claim(told: Document, number: int, slot: str, value: Value, *, at: int = 0, group: str | None = None) -> Claim:
    """An asserted claim over one code point at `at`, of episode `number`."""
    return Claim(
        id=claim_id(told.sha256, at, at + 1, slot, group, value, Modality.ASSERTED),
        document=told.id,
        start=at,
        end=at + 1,
        quote=told.text[at : at + 1],
        spans=(),
        sentence=Extent(0, len(told.text)),
        block=0,
        slot=slot,
        group=group,
        value=value,
        modality=Modality.ASSERTED,
        polarity=True,
        attribution=(),
        scope=None,
        as_of=None,
        known_by=None,
        put_forward_by=None,
        extractor="made/1",
        confidence=None,
        episode=number,
        about_span=None,
    )


def speaker(name: str, kind: str = "hearsay") -> Attribution:
    """A speaker without a place."""
    return Attribution(name, None, "according to", kind, "secondary")


def mention(told: Document, name: str, kind: str = "person") -> Mention:
    """The first place in the text where a name stands."""
    start = told.text.index(name)
    return Mention(told.id, start, start + len(name), name, kind, name)


def account(
    told: Document, *episodes: Episode, claims: tuple[Claim, ...] = (), mentions: tuple[Mention, ...] = ()
) -> Account:
    """What a document tells; without claims, each episode gets one figure of its own."""
    made = claims or tuple(claim(told, one.number, "killed", figure(one.number + 1), at=one.number) for one in episodes)
    return Account(told.id, made, episodes, mentions, (), ())
