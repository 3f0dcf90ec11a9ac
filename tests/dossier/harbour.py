"""A made case for the dossier's tests: four invented accounts of the seizure of a harbour hall, with all that can differ."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sayso.codebook import Codebook, EventType, Extraction, Fusion, GroupForm, Rule, SlotForm, SlotWords, Triggers
from sayso.model import (
    Actor,
    Attribution,
    Block,
    BlockKind,
    CaseHeader,
    Claim,
    Document,
    Duration,
    Entity,
    Estimate,
    Event,
    Extent,
    Figure,
    Finding,
    Label,
    Lineage,
    Mention,
    Modality,
    Origin,
    Passage,
    Place,
    Qualifier,
    Reading,
    Refusal,
    Role,
    Source,
    Stage,
    Status,
    Unread,
    Value,
    Verdict,
    When,
    Words,
    claim_id,
)

NORTH = """Harbour Hall seized: what is known
By María del Carmen Echeverría-Goikoetxea de los Ángeles
On 3 March 2011, nine gunmen seized the Harbour Hall in Port Verity and took 240 people hostage.
The hall was stormed on 12 March 2011. Two soldiers and one hostage were killed. All nine gunmen died.
The siege lasted nine days. About 60 soldiers took part in the raid, which lasted 25 minutes.
The stand-off recalled the ferry hijack of 1994, in which 31 people drowned."""

HERALD = """Nine days in the Harbour Hall
Gunmen burst in on 3 March 2011 after a gun battle of 25 minutes. Hundreds were taken hostage, and 310 people were inside.
On 12 March 2011 the army went in with 140 men. Two soldiers and a hostage died; all nine gunmen were killed.
According to a freed clerk, some of the gunmen were "shot after they had laid down their arms".
<script>window.pwned = true</script> <img src=x onerror="window.pwned = true"> & "quoted" text. \u202eesrever\u202c
The men called themselves the 7 June Column."""

WORKER = """From the Hall, 8 March
Our comrades, a commando of nine, hold the Harbour Hall since 3 March. On 8 March they still held about 90.
They demand the release of 12 prisoners and a new harvest law. One comrade was reportedly injured.
"""

GAZETTE = """خليل عبد الرحمن بن محمد آل سعود الهاشمي يكتب
On 12 March 2011 the army went in with 140 men. Two soldiers and a hostage died; all nine gunmen were killed.
The army killed prisoners who had surrendered, the Gazette can state. The defence ministry denied it. It ended in 2111."""


def codebook() -> Codebook:
    """A small codebook with the forms that the page shows."""
    slots = {
        "executed": SlotForm("Killed after surrender", "Were some killed after surrender?", "act", grave=True),
        "killed": SlotForm("Killed", "How many were killed?", "count", rolls_up="sum"),
        "injured": SlotForm("Injured", "How many were injured?", "count", rolls_up="sum"),
        "hostages_taken": SlotForm("Hostages taken", "How many were taken hostage?", "count"),
        "hostages_held": SlotForm("Still held", "How many were still held?", "count", moment=True),
        "attackers": SlotForm("Attackers", "How many attackers were there?", "count"),
        "responders": SlotForm("Responders", "How many took part in the raid?", "count"),
        "date_start": SlotForm("Began", "When did it begin?", "time"),
        "date_end": SlotForm("Ended", "When did it end?", "time"),
        "duration": SlotForm("How long", "How long did it last?", "time"),
        "place": SlotForm("Place", "Where was it?", "who"),
        "perpetrator": SlotForm("By whom", "Who did it?", "who"),
        "demand": SlotForm("Demands", "What was demanded?", "act", many=True),
    }
    people = {"attackers": "attackers", "responders": "security_forces", "hostages_taken": "hostages"}
    kinds: Mapping[str, Any] = {"date_start": "when", "date_end": "when", "duration": "duration", "place": "place"}
    words = {
        name: SlotWords(
            kind=kinds.get(name, "figure" if form.family == "count" else "text"),
            counts="people" if form.family == "count" else None,
            group=people.get(name),
        )
        for name, form in slots.items()
    }
    rules = {
        "sayso": Rule("sayso", "own", ("*",), "weigh", "fitting", "weighs origins, precision, voice"),
        "ucdp": Rule("UCDP", "public description", ("killed",), "most_reliable", "credible", "best, low, high; deaths"),
    }
    return Codebook(
        name="incident",
        title="Incidents",
        version="1",
        language="en",
        extraction=Extraction(("paragraph",), {"hostage_taking": EventType(Triggers())}, words, {}),
        fusion=Fusion(
            default_rule="sayso",
            event_types={"hostage_taking": "hostage taking"},
            parts={"takeover": "takeover", "raid": "raid"},
            slots=slots,
            groups={
                "attackers": GroupForm("captors"),
                "hostages": GroupForm("hostages"),
                "security_forces": GroupForm("soldiers and police"),
            },
            rules=rules,
        ),
        sha256="0" * 64,
    )


def document(name: str, text: str, published: When | None = None, source: str | None = None) -> Document:
    """A document with a title block and a paragraph a line."""
    blocks, start = [], 0
    for at, line in enumerate(text.split("\n"), start=1):
        end = min(len(text), start + len(line) + 1)
        if end > start:
            blocks.append(Block(start, end, BlockKind.TITLE if at == 1 else BlockKind.PARAGRAPH, at, None))
        start = end
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=name, names=(f"{name}.txt",), sha256=sha, text_sha256=sha, text=text, title=text.split("\n", maxsplit=1)[0],
        source=source, authors=(), url=None, retrieved=None, published=published, published_span=None, language="en",
        kind="txt", reader="plain/1", blocks=tuple(blocks),
    )  # fmt: skip


def people(low: float | None, high: float | None, text: str, qualifier: Qualifier = Qualifier.EXACT) -> Figure:
    """A count of people."""
    return Figure(low, high, "people", qualifier, text)


def on(*parts: int, text: str = "") -> When:
    """A day."""
    moment = date(*parts)
    return When(moment.isoformat(), moment, moment, None, text or moment.isoformat())


@dataclass
class MadeCase:
    """A case in memory with the face of a View."""

    header: CaseHeader = field(
        default_factory=lambda: CaseHeader(
            "The Harbour Hall", "incident", "0" * 64, "sayso", {"rules": "1", "reader": "1"}
        )
    )
    codebook: Codebook = field(default_factory=codebook)
    held: dict[str, list[Any]] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *_: tuple(self.held.get(name, ()))

    def claims(self, event: str | None = None, document: str | None = None, slot: str | None = None) -> Iterator[Claim]:
        """Claims, filtered."""
        for claim in self.held.get("claims", ()):
            wanted = ((event, claim.event), (document, claim.document), (slot, claim.slot))
            if all(asked is None or asked == told for asked, told in wanted):
                yield claim

    def add(self, kind: str, *things: Any) -> None:
        """Put things on their list."""
        self.held.setdefault(kind, []).extend(things)


def claim(
    document: Document, quote: str, slot: str, value: Value, *, group: str | None = None, event: str = "main",
    modality: Modality = Modality.ASSERTED, by: Attribution | None = None, as_of: When | None = None, nth: int = 0,
) -> Claim:  # fmt: skip
    """A claim on the nth place where its words stand."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(quote, start + 1)
    end = start + len(quote)
    at = next(number for number, block in enumerate(document.blocks) if block.start <= start < block.end)
    block = document.blocks[at]
    return Claim(
        id=claim_id(document.sha256, start, end, slot, group, value, modality), document=document.id, start=start,
        end=end, quote=quote, spans=(), sentence=Extent(block.start, block.end), block=at, slot=slot, group=group,
        value=value, modality=modality, polarity=True, attribution=() if by is None else (by,), scope=None, as_of=as_of,
        known_by=None, put_forward_by=None, extractor="rules/1", confidence=None, episode=0, about_span=None, event=event,
    )  # fmt: skip


def reading(value: Value, *claims: Claim, fits: tuple[int, ...] = ()) -> Reading:
    """A reading of claims, each document an origin."""
    documents = tuple(sorted({one.document for one in claims}))
    origins = tuple(Origin((one,), "none_found") for one in documents)
    return Reading(value, tuple(one.id for one in claims), documents, origins, fits)


def estimate(
    slot: str, status: Status, readings: Sequence[Reading], *, group: str | None = None, event: str = "main",
    best: Value | None = None, low: Any = None, high: Any = None, why: str = "", ucdp: Verdict | None = None,
    derived: tuple[str, ...] = (), also: tuple[Status, ...] = (),
) -> Estimate:  # fmt: skip
    """An estimate whose id says what it is of."""
    return Estimate(
        id=f"{event}-{slot}-{group}", event=event, slot=slot, group=group, about=None, status=status, also=also,
        best=best, low=low, high=high, rule="sayso", why=why or "Because the accounts say so.",
        by_rule={"ucdp": ucdp or Verdict(None, None, None, "", not_covered=True)}, derived_from=derived, rolls_up=False,
        readings=tuple(readings),
    )  # fmt: skip


def bare_case(*documents: Document) -> MadeCase:
    """A case of documents and nothing else."""
    case = MadeCase()
    case.add("documents", *documents)
    return case


def harbour() -> MadeCase:
    """The whole invented case."""
    north = document("a-north", NORTH, on(2015, 6, 1, text="1 June 2015"), "s1")
    herald = document("b-herald", HERALD, on(2011, 3, 20, text="20 March 2011"), "s2")
    worker = document("c-worker", WORKER, on(2011, 3, 8, text="8 March"), "s3")
    gazette = document("d-gazette", GAZETTE, None, "s4")
    case = bare_case(north, herald, worker, gazette)
    case.add(
        "sources",
        Source("s1", "North Quarterly", "outlet", ("a-north",)),
        Source("s2", "The Herald of María del Carmen & Sons", "outlet", ("b-herald",)),
        Source("s3", "Dock Worker", "outlet", ("c-worker",)),
        Source("s4", "صحيفة الميناء", "outlet", ("d-gazette",)),
    )
    _counts(case, north, herald, worker, gazette)
    _times(case, north, herald, worker)
    _acts(case, herald, worker, gazette)
    _around(case, north, herald, gazette)
    ids = tuple(one.id for one in case.held["claims"] if one.event != "ferry")
    base = Event(
        "main", "hostage_taking", None, Stage.ACCOMPLISHED, "Seizure of the Harbour Hall, Port Verity", Role.MAIN, None,
        When("2011-03-03/2011-03-12", date(2011, 3, 3), date(2011, 3, 12), None, ""),
        Place("Harbour Hall", ("Port Verity",), None, None, None, 1, "Harbour Hall"),
        tuple(one.id for one in case.held["documents"]), ids, ("one place and day",),
    )  # fmt: skip
    part = {"role": Role.PART, "part_of": "main", "where": None}
    case.add(
        "events",
        base,
        replace(base, id="takeover", part="takeover", title="takeover", when=on(2011, 3, 3), **part),
        replace(base, id="raid", part="raid", title="raid", when=on(2011, 3, 12), **part),
        replace(
            base, id="ferry", type="hijacking", title="ferry hijack", role=Role.MENTIONED, where=None,
            when=When("1994", date(1994, 1, 1), date(1994, 12, 31), None, "1994"), documents=("a-north",), claims=(),
        ),
    )  # fmt: skip
    return case


def _counts(case: MadeCase, north: Document, herald: Document, worker: Document, gazette: Document) -> None:
    nine = [
        claim(north, "nine gunmen", "attackers", people(9, 9, "nine gunmen"), group="attackers"),
        claim(worker, "commando of nine", "attackers", people(9, 9, "nine"), group="attackers"),
    ]
    taken = [
        claim(north, "240 people", "hostages_taken", people(240, 240, "240 people"), group="hostages"),
        claim(herald, "310 people", "hostages_taken", people(310, 310, "310 people"), group="hostages"),
        claim(herald, "Hundreds", "hostages_taken", people(200, 999, "Hundreds", Qualifier.VAGUE), group="hostages"),
    ]
    soldiers = [
        claim(d, "Two soldiers", "killed", people(2, 2, "Two"), group="security_forces", event="raid")
        for d in (north, herald, gazette)
    ]
    hostage = [
        claim(north, "one hostage", "killed", people(1, 1, "one"), group="hostages", event="raid"),
        claim(herald, "a hostage died", "killed", people(1, 1, "a hostage"), group="hostages", event="raid"),
        claim(gazette, "a hostage died", "killed", people(1, 1, "a hostage"), group="hostages", event="raid"),
    ]
    captors = [
        claim(north, "All nine gunmen", "killed", people(9, 9, "All nine"), group="attackers", event="raid"),
        claim(herald, "all nine gunmen", "killed", people(9, 9, "all nine"), group="attackers", event="raid"),
        claim(gazette, "all nine gunmen", "killed", people(9, 9, "all nine"), group="attackers", event="raid"),
    ]
    raiders = [
        claim(
            north,
            "About 60 soldiers",
            "responders",
            people(54, 66, "About 60", Qualifier.ABOUT),
            group="security_forces",
            event="raid",
        ),
        claim(herald, "140 men", "responders", people(140, 140, "140"), group="security_forces", event="raid"),
        claim(gazette, "140 men", "responders", people(140, 140, "140"), group="security_forces", event="raid"),
    ]
    held = claim(
        worker,
        "about 90",
        "hostages_held",
        people(81, 99, "about 90", Qualifier.ABOUT),
        group="hostages",
        as_of=on(2011, 3, 8),
    )
    later = claim(
        north, "240 people hostage", "hostages_held", people(240, 240, "240"), group="hostages", as_of=on(2011, 3, 3)
    )
    hurt = claim(worker, "One comrade", "injured", people(1, 1, "One"), group="attackers", modality=Modality.REPORTED)
    drowned = claim(north, "31 people drowned", "killed", people(31, 31, "31"), group="total", event="ferry")
    case.add("claims", *nine, *taken, *soldiers, *hostage, *captors, *raiders, held, later, hurt, drowned)
    one, two, all_nine = people(1, 1, "one"), people(2, 2, "two"), people(9, 9, "nine")
    same = {"event": "raid"}
    case.add(
        "estimates",
        estimate("attackers", Status.AGREED, [reading(all_nine, *nine)], group="attackers", best=all_nine, low=9, high=9),
        estimate(
            "hostages_taken", Status.CONTESTED,
            [reading(taken[0].value, taken[0]), reading(taken[1].value, taken[1]), reading(taken[2].value, taken[2], fits=(0, 1))],
            group="hostages", low=240, high=310, also=(Status.COARSER,), why="240 and 310 cannot both hold; nothing decides.",
        ),
        estimate("killed", Status.AGREED, [reading(two, *soldiers)], group="security_forces", best=two, low=2, high=2,
                 ucdp=Verdict(two, 2, 2, "Three accounts agree.", not_covered=False), **same),
        estimate("killed", Status.AGREED, [reading(one, *hostage)], group="hostages", best=one, low=1, high=1, **same),
        estimate("killed", Status.AGREED, [reading(all_nine, *captors)], group="attackers", best=all_nine, low=9, high=9, **same),
        estimate("killed", Status.AGREED, [], group="total", best=people(12, 12, ""), low=12, high=12,
                 derived=("raid-killed-hostages", "raid-killed-security_forces", "raid-killed-attackers"),
                 ucdp=Verdict(people(12, 12, ""), 10, 12, "Low leaves out what one side alone counts.", not_covered=False), **same),
        estimate("responders", Status.CONTESTED, [reading(raiders[0].value, raiders[0]), reading(raiders[1].value, *raiders[1:])],
                 group="security_forces", low=54, high=140, **same),
        estimate("hostages_held", Status.UPDATED, [reading(later.value, later), reading(held.value, held)], group="hostages",
                 best=held.value, low=81, high=99),
        estimate("injured", Status.ALLEGED, [reading(one, hurt)], group="attackers", best=None, low=1, high=1),
        estimate("injured", Status.OPEN, [], group="hostages", why="No account tells of it."),
    )  # fmt: skip


def _times(case: MadeCase, north: Document, herald: Document, worker: Document) -> None:
    start = [
        claim(north, "3 March 2011", "date_start", on(2011, 3, 3)),
        claim(herald, "3 March 2011", "date_start", on(2011, 3, 3)),
        claim(worker, "3 March", "date_start", on(2011, 3, 3)),
    ]
    end = [
        claim(north, "12 March 2011", "date_end", on(2011, 3, 12)),
        claim(herald, "12 March 2011", "date_end", on(2011, 3, 12)),
    ]
    nine = Duration(9, 9, "day", Qualifier.EXACT, "nine days")
    minutes = Duration(25, 25, "minute", Qualifier.EXACT, "25 minutes")
    long = claim(north, "nine days", "duration", nine)
    raid = claim(north, "25 minutes", "duration", minutes, event="raid")
    battle = claim(herald, "25 minutes", "duration", minutes, event="takeover")
    case.add("claims", *start, *end, long, raid, battle)
    case.add(
        "estimates",
        estimate(
            "date_start",
            Status.AGREED,
            [reading(on(2011, 3, 3), *start)],
            best=on(2011, 3, 3),
            low=date(2011, 3, 3),
            high=date(2011, 3, 3),
        ),
        estimate(
            "date_end",
            Status.AGREED,
            [reading(on(2011, 3, 12), *end)],
            best=on(2011, 3, 12),
            low=date(2011, 3, 12),
            high=date(2011, 3, 12),
        ),
        estimate("duration", Status.SINGLE, [reading(nine, long)], best=nine, low=9, high=9),
        estimate("duration", Status.SINGLE, [reading(minutes, raid)], event="raid", best=minutes, low=25, high=25),
        estimate(
            "duration", Status.SINGLE, [reading(minutes, battle)], event="takeover", best=minutes, low=25, high=25
        ),
    )


def _acts(case: MadeCase, herald: Document, worker: Document, gazette: Document) -> None:
    clerk = Attribution("a freed clerk", None, "According to", "indirect", "present")
    shot = claim(herald, "shot after they had laid down their arms", "executed", people(2, None, "some", Qualifier.VAGUE),
                 group="attackers", modality=Modality.ALLEGED, by=clerk, event="raid")  # fmt: skip
    state = claim(
        gazette,
        "killed prisoners who had surrendered",
        "executed",
        people(2, None, "prisoners", Qualifier.VAGUE),
        group="attackers",
        event="raid",
    )
    demands = [
        claim(worker, "release of 12 prisoners", "demand", Words("release of 12 prisoners")),
        claim(worker, "new harvest law", "demand", Words("new harvest law")),
    ]
    actor = Actor("7 June Column", None, "7 June Column")
    column = claim(herald, "7 June Column", "perpetrator", actor)
    case.add("claims", shot, state, *demands, column)
    case.add(
        "estimates",
        estimate(
            "executed",
            Status.ALLEGED,
            [reading(shot.value, shot, state)],
            group="attackers",
            event="raid",
            low=2,
            why="One account states it; another passes it on.",
        ),
        estimate("demand", Status.LISTED, [reading(one.value, one) for one in demands], best=demands[0].value),
        estimate("perpetrator", Status.SINGLE, [reading(actor, column)], best=actor),
    )


def _around(case: MadeCase, north: Document, herald: Document, gazette: Document) -> None:
    line = (
        "On 12 March 2011 the army went in with 140 men. Two soldiers and a hostage died; all nine gunmen were killed."
    )
    here, there = gazette.text.index(line), herald.text.index(line)
    passage = Passage(here, here + len(line), there, there + len(line))
    case.add(
        "lineage",
        Lineage("l1", "copies", "d-gazette", "b-herald", None, (passage,), 0.42),
        Lineage("l2", "cites", "b-herald", None, "a freed clerk", (), 0.0),
        Lineage("l3", "cites", "d-gazette", None, "defence ministry", (), 0.0),
    )
    slip = claim(gazette, "2111", "date_end", When("2111", date(2111, 1, 1), date(2111, 12, 31), None, "2111"))
    case.add("claims", slip)
    taken = [one.id for one in case.held["claims"] if one.slot in ("hostages_taken", "hostages_held")]
    case.add(
        "findings",
        Finding("f1", "typo", "main", "“2111” can only be a slip: 2011 was meant.", (slip.id,), ("d-gazette",)),
        Finding("f2", "impossible", "main", "310 were taken, 90 were held on 8 March, and no account says that any left.", tuple(taken[1:]), ("b-herald", "c-worker")),
    )  # fmt: skip
    long = "María del Carmen Echeverría-Goikoetxea de los Ángeles"
    at = north.text.index(long)
    case.add(
        "entities",
        Entity(
            "e1",
            "person",
            long,
            ("Echeverría-Goikoetxea",),
            (Mention("a-north", at, at + len(long), long, "person", long),),
            (),
        ),
        Entity(
            "e2",
            "organisation",
            "7 June Column",
            ("the Column",),
            (Mention("b-herald", 5, 9, "days", "organisation", "7 June Column"),),
            (),
        ),
    )
    where = north.text.index("gunmen")
    case.add(
        "labels",
        Label(None, "attackers", "a-north", "gunman", "own", where, where + 6),
        Label(None, "attackers", "b-herald", "gunman", "own", 30, 36),
        Label(None, "attackers", "c-worker", "commando", "own", 40, 48),
        Label(None, "attackers", "c-worker", "terrorist", "the ministry", 40, 48),
        Label(None, "security_forces", "b-herald", "commando", "own", 40, 48),
    )
    case.add("unread", Unread("scan.pdf", "the page holds a picture and no text", "run it through text recognition"))
    case.add("refusals", Refusal("a-north", 0, 7, "Harbour", "place", "no event near"))
