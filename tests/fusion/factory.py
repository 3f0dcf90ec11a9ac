"""Builds small cases by hand: a few accounts, one main event with its parts, and what each account says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sayso.codebook import load
from sayso.fusion import fuse
from sayso.model import (
    Actor,
    Attribution,
    Claim,
    Document,
    Duration,
    Entity,
    Estimate,
    Event,
    Extent,
    Figure,
    Fused,
    Judgement,
    Lineage,
    Linked,
    Modality,
    Place,
    Qualifier,
    Relation,
    Role,
    Scope,
    Source,
    Stage,
    Value,
    When,
    claim_id,
)

CODEBOOK = load("incident")
MAIN, TAKEOVER, RAID, OTHER, WRECK = "e-main", "e-takeover", "e-raid", "e-other", "e-wreck"
Q = Qualifier


def figure(low: float | None, high: float | None = -1, qualifier: Qualifier = Q.EXACT, text: str = "") -> Figure:
    """A count of people; `high` left out is `low`."""
    top = low if high == -1 else high
    return Figure(low, top, "people", qualifier, text or (f"{low:g}" if low is not None else "some"))


def nearly(n: int) -> Figure:
    return figure(round(n * 0.9), n - 1, Q.NEARLY, f"nearly {n}")


def about(n: int) -> Figure:
    return figure(round(n * 0.9), round(n * 1.1), Q.ABOUT, f"about {n}")


def more_than(n: int) -> Figure:
    return figure(n + 1, None, Q.MORE_THAN, f"more than {n}")


HUNDREDS = figure(200, 999, Q.VAGUE, "hundreds")
DOZENS = figure(24, 99, Q.VAGUE, "dozens")


def when(first: str, last: str = "", time: str | None = None) -> When:
    """A day, or the days from first to last."""
    earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    return When(first if not last else f"{first}/{last}", earliest, latest, time, first)


def lasting(low: float, high: float, unit: str, qualifier: Qualifier = Q.EXACT, text: str = "") -> Duration:
    return Duration(low, high, unit, qualifier, text or f"{low:g} {unit}s")


def actor(name: str, entity: str | None = None) -> Actor:
    return Actor(name, entity, name)


def place(
    name: str, *inside: str, precision: int = 3, at: tuple[float, float] | None = None, country: str | None = None
) -> Place:
    return Place(name, inside, country, at and at[0], at and at[1], precision, name)


def document(name: str, published: str | None = None, text: str = "") -> Document:
    body = text or f"The account {name}."
    return Document(
        id=name, names=(f"{name}.txt",), sha256=name * 4, text_sha256=f"text-{name}", text=body, title=f"The {name}", source=None,
        authors=(), url=None, retrieved=None, published=None if published is None else when(published), published_span=None,
        language="en", kind="txt", reader="test/1", blocks=(),
    )  # fmt: skip


def said(
    by: str, slot: str, value: Value, group: str | None = None, *, event: str = MAIN, modality: Modality = Modality.ASSERTED,
    polarity: bool = True, scope: Relation | None = None, as_of: When | None = None, speaker: str = "", basis: str = "unknown",
    about: str | None = None, start: int = 0,
) -> Claim:  # fmt: skip
    """One claim of one account."""
    number = start or abs(len(slot) * 31 + len(value.text) * 7) % 900
    words = Extent(number, number + 4)
    return Claim(
        id=claim_id(by, words.start, words.end, slot, group, value, modality), document=by, start=words.start, end=words.end,
        quote=value.text[:4], spans=(), sentence=words, block=0, slot=slot, group=group, value=value, modality=modality,
        polarity=polarity, attribution=(Attribution(speaker, None, "said", "direct", basis),) if speaker else (),
        scope=None if scope is None else Scope(scope, None), as_of=as_of, known_by=None, put_forward_by=None, extractor="test/1",
        confidence=None, episode=0, about_span=None, event=event, about=about,
    )  # fmt: skip


def event(name: str, role: Role, part: str | None = None, when: When | None = None) -> Event:
    whole = MAIN if role is Role.PART else None
    return Event(name, "hostage_taking", part, Stage.ACCOMPLISHED, name, role, whole, when, None, (), (), ())


EVENTS = (
    event(MAIN, Role.MAIN, when=when("1980-04-30", "1980-05-05")),
    event(TAKEOVER, Role.PART, "takeover", when("1980-04-30")),
    event(RAID, Role.PART, "raid", when("1980-05-05")),
    event(OTHER, Role.MENTIONED, when=when("1972-09-05", "1972-09-06")),
    replace(event(WRECK, Role.MENTIONED, when=when("1987-03-06")), type="accident"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A case in the making."""

    claims: tuple[Claim, ...]
    documents: tuple[Document, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    entities: tuple[Entity, ...] = ()
    judgements: tuple[Judgement, ...] = field(default=())
    rule: str | None = None
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = EVENTS

    def fused(self) -> Fused:
        """The case, fused; accounts that are not given are made by name."""
        given = {one.id: one for one in self.documents}
        names = dict.fromkeys([*(one.id for one in self.documents), *(claim.document for claim in self.claims)])
        told = [given.get(name) or document(name) for name in names]
        linked = Linked(self.claims, tuple(self.events), self.entities, self.lineage, ())
        return fuse(linked, told, CODEBOOK, rule=self.rule, judgements=self.judgements, sources=self.sources)

    def estimate(self, slot: str, group: str | None = None, event: str = MAIN, about: str | None = None) -> Estimate:
        """The one estimate of a question."""
        asked = (event, slot, group, about)
        found = [one for one in self.fused().estimates if (one.event, one.slot, one.group, one.about) == asked]
        assert len(found) == 1, [(one.event, one.slot, one.group, one.about) for one in self.fused().estimates]
        return found[0]

    def kinds(self) -> list[str]:
        """The kinds of all findings."""
        return [one.kind for one in self.fused().findings]

    def message(self, kind: str) -> str:
        """The message of the one finding of a kind."""
        (found,) = [one.message for one in self.fused().findings if one.kind == kind]
        return found


def told(*claims: Claim, documents: Iterable[Document] = (), lineage: Sequence[Lineage] = (), **more: object) -> Told:
    """A case of some claims."""
    return replace(Told(claims, tuple(documents), tuple(lineage)), **more)  # type: ignore[arg-type]
