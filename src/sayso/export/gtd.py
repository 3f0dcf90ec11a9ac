"""The case in the 135 columns of the Global Terrorism Database (GTD): one row an incident, its parts told in the same row.

Figures follow the rule `gtd` of the codebook: what is told in vague words alone stays blank, and the dispute stands in
`addnotes`. Numbers that the house gives to countries, targets, weapons and groups stay blank; their words stand beside. Codes:
docs/reference/exports.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TextIO

from sayso.export.chronology import told_of
from sayso.export.coded import cited, joined
from sayso.export.left import Left
from sayso.export.sides import ATTACKERS, sides
from sayso.export.told import Told, country_name, days, place_of, ruled, said, start, told
from sayso.export.writing import write_rows
from sayso.model import Duration, Event, Place, Role, Status
from sayso.store import View

_RULE = "gtd"
_UNKNOWN, _UNKNOWN_COUNT = -9, -99


def _texts(names: str) -> list[str]:
    """Column names; one with a star has its `_txt` beside it."""
    told = [(name.removesuffix("*"), name.endswith("*")) for name in names.split()]
    return [column for name, has_text in told for column in ((name, f"{name}_txt") if has_text else (name,))]


COLUMNS = tuple(
    _texts(
        """eventid iyear imonth iday approxdate extended resolution country* region* provstate city latitude longitude
        specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative* multiple success suicide
        attacktype1* attacktype2* attacktype3*"""
    )
    + [column for i in "123" for column in _texts(f"targtype{i}* targsubtype{i}* corp{i} target{i} natlty{i}*")]
    + _texts(
        """gname gsubname gname2 gsubname2 gname3 gsubname3 motive guncertain1 guncertain2 guncertain3 individual nperps
        nperpcap claimed claimmode* claim2 claimmode2* claim3 claimmode3* compclaim"""
    )
    + [column for i in "1234" for column in _texts(f"weaptype{i}* weapsubtype{i}*")]
    + _texts(
        """weapdetail nkill nkillus nkillter nwound nwoundus nwoundte property propextent* propvalue propcomment ishostkid
        nhostkid nhostkidus nhours ndays divert kidhijcountry ransom ransomamt ransomamtus ransompaid ransompaidus ransomnote
        hostkidoutcome* nreleased addnotes scite1 scite2 scite3 dbsource INT_LOG INT_IDEO INT_MISC INT_ANY related"""
    )
)
# The dataset's nine types of attack, by the codebook's types; what is not here is no attack by a group.
_ATTACKS: Mapping[str, tuple[int, str]] = {
    "hostage_taking": (5, "Hostage Taking (Barricade Incident)"),
    "kidnapping": (6, "Hostage Taking (Kidnapping)"),
    "hijacking": (4, "Hijacking"),
    "bombing": (3, "Bombing/Explosion"),
    "shooting": (2, "Armed Assault"),
    "clash": (2, "Armed Assault"),
    "killing": (9, "Unknown"),
    "attack": (9, "Unknown"),
}
_TAKING = frozenset({"hostage_taking", "kidnapping", "hijacking"})
# From UCDP's six degrees of a place to the dataset's five.
_SPECIFICITY = {1: 1, 2: 1, 3: 3, 4: 4, 5: 5, 6: 5}
_SOURCES = 3


def write(view: View, out: TextIO) -> tuple[Left, ...]:
    """Write the rows; the events that are none, each with its reason."""
    case = told(view)
    left = {event.id: Left(event.title, why) for event in case.events.values() if (why := _reason(case, event))}
    write_rows(out, COLUMNS, _rows(case, [event for event in case.events.values() if event.id not in left]))
    return tuple(left.values())


def _reason(case: Told, event: Event) -> str | None:
    """What an event lacks to be an incident."""
    if event.role is Role.MENTIONED:
        return "only mentioned: it is another event than that of the case"
    if event.role is Role.PART:
        return "a part, told in the row of its whole"
    if event.stage.value in ("threatened", "planned"):
        return f"it did not happen as told: {event.stage.value}"
    if event.type not in _ATTACKS:
        return f"GTD has no type of attack for it ({event.type})"
    if start(case, event)[0] is None:
        return "no date is told of it, and a GTD row needs a year"
    return None


def _rows(case: Told, events: list[Event]) -> Iterator[Mapping[str, object]]:
    """Rows with ids that count the incidents of a day."""
    serials: dict[str, int] = {}
    for event in events:
        year, month, day, _ = _date(case, event)
        key = f"{year:04d}{month:02d}{day:02d}"
        serials[key] = serials.get(key, 0) + 1
        yield {"eventid": f"{key}{serials[key]:04d}", **_row(case, event)}


def _row(case: Told, event: Event) -> dict[str, object]:
    year, month, day, approximate = _date(case, event)
    attack = _ATTACKS[event.type]
    return {
        "iyear": year,
        "imonth": month,
        "iday": day,
        "approxdate": approximate,
        **_length(case, event),
        **_where(place_of(case, event)),
        "summary": told_of(case, event),
        "success": int(event.stage.value == "accomplished"),
        "suicide": 1 if any("suicide" in word.casefold() for word in case.words(event, "weapon")) else None,
        "attacktype1": attack[0],
        "attacktype1_txt": attack[1],
        "target1": joined(case.words(event, "physical_target")),
        **_who(case, event),
        "weapdetail": joined(case.words(event, "weapon")),
        **_tolls(case, event),
        **(_hostages(case, event) if event.type in _TAKING else {"ishostkid": 0}),
        "addnotes": _notes(case, event),
        **_sources(case, event),
        "dbsource": "sayso",
        **dict.fromkeys(("INT_LOG", "INT_IDEO", "INT_MISC", "INT_ANY"), _UNKNOWN),
    }


def _date(case: Told, event: Event) -> tuple[int, int, int, str | None]:
    """Year, month and day, 0 where they are not known, and the words of a date that is wider than a day."""
    first, last = start(case, event)
    if first is None or last is None:
        return 0, 0, 0, None
    if first == last:
        return first.year, first.month, first.day, None
    month = first.month if (first.year, first.month) == (last.year, last.month) else 0
    return first.year, month, 0, f"between {first.isoformat()} and {last.isoformat()}"


def _length(case: Told, event: Event) -> dict[str, object]:
    """Whether it went on for more than a day, and when it was over."""
    first, last = days(case, event)
    if first is None or last is None:
        return {}
    is_long = first != last and start(case, event)[0] == start(case, event)[1]
    return {"extended": int(is_long), "resolution": last.isoformat() if is_long else None}


def _where(place: Place | None) -> dict[str, object]:
    if place is None:
        return {"specificity": 5}
    return {
        "country_txt": country_name(place.country),
        "provstate": place.inside[-2] if len(place.inside) > 2 else None,
        "city": place.inside[0] if len(place.inside) > 1 else None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "specificity": _SPECIFICITY.get(place.precision or 0, 5),
        "location": place.text,
    }


def _who(case: Told, event: Event) -> dict[str, object]:
    """The groups held responsible; how sure that is; how many came, and how many were taken."""
    asked = case.of(event, "perpetrator")
    doubtful = (Status.ALLEGED, Status.CONTESTED, Status.DENIED, Status.OUTLIER)
    names = (*case.named(event, "perpetrator"), None, None, None)
    return {
        "gname": names[0] or "Unknown",
        "gname2": names[1],
        "gname3": names[2],
        "guncertain1": int(any(one.status in doubtful for one in asked)) if asked else None,
        "nperps": _number(case, event, "attackers", ATTACKERS),
        "nperpcap": _number(case, event, "arrested", ATTACKERS),
        "claimed": 1 if case.named(event, "claimed_by") else None,
        "motive": joined(case.words(event, "cause")),
    }


def _tolls(case: Told, event: Event) -> dict[str, object]:
    """The dead and the hurt, attackers among them; blank where nothing but vague words is told."""
    row: dict[str, object] = {}
    for slot, all_of, of_attackers in (("killed", "nkill", "nkillter"), ("injured", "nwound", "nwoundte")):
        counts = case.counts(event, slot)
        if any(ruled(one, _RULE).best is not None for one in counts.values()):
            row[all_of] = sides(case, event, slot, _RULE).total.best
        if ATTACKERS in counts:
            row[of_attackers] = said(ruled(counts[ATTACKERS], _RULE).best)
    return row


def _hostages(case: Told, event: Event) -> dict[str, object]:
    """How many were taken, for how long, and how it ended."""
    freed = [_number(case, event, slot, "hostages", "total") for slot in ("released", "escaped", "rescued")]
    known = [number for number in freed if number is not None and number != _UNKNOWN_COUNT]
    is_vague = any(number is None for number in freed)
    code, words = _outcome(case, event)
    return {
        "ishostkid": 1,
        "nhostkid": _number(case, event, "hostages_taken", "hostages", "total"),
        **_held_for(case, event),
        "hostkidoutcome": code,
        "hostkidoutcome_txt": words,
        "nreleased": None if is_vague else sum(known) if known else _UNKNOWN_COUNT,
    }


def _held_for(case: Told, event: Event) -> dict[str, object]:
    """Hours where it lasted less than a day, else days; as told, or from the first day to the last."""
    for estimate in case.of(event, "duration"):
        best = ruled(estimate, _RULE).best
        if isinstance(best, Duration) and best.low is not None and best.low == best.high:
            if best.unit == "day":
                return {"ndays": best.low}
            if best.unit == "hour":
                return {"nhours": best.low} if best.low < 24 else {"ndays": round(best.low / 24)}
    first, last = days(case, event)
    return {"ndays": _between(first, last)}


def _between(first: date | None, last: date | None) -> int:
    return (last - first).days if first is not None and last is not None and last > first else _UNKNOWN_COUNT


def _outcome(case: Told, event: Event) -> tuple[int | None, str]:
    """How it ended, in the dataset's words; its number only where it is certain."""
    ends = [slot for slot in ("released", "rescued", "escaped") if case.counts(event, slot)]
    if len(ends) > 1:
        return None, "Combination"
    if ends == ["released"]:
        return 2, "Hostage(s) released by perpetrators"
    if ends == ["rescued"]:
        return None, "Successful Rescue"
    return None, "Hostage(s) escaped (not during rescue attempt)" if ends else "Unknown"


def _number(case: Told, event: Event, slot: str, *groups: str) -> int | None:
    """One number, of the first group told of; the sign for unknown where none is, blank where it is vague or in dispute."""
    counts = case.counts(event, slot)
    estimate = next((counts[group] for group in groups if group in counts), None)
    return _UNKNOWN_COUNT if estimate is None else said(ruled(estimate, _RULE).best)


def _notes(case: Told, event: Event) -> str | None:
    """What is in dispute, and what the columns have no place for: what was demanded, and the parts."""
    demands = joined(case.words(event, "demand"))
    parts = [f"{one.title}: {told_of(case, one)}" for one in case.parts(event)]
    disputes = [case.disputes(one) for one in (event, *case.parts(event))]
    told = (*disputes, f"Demands: {demands}." if demands else "", *parts)
    return " ".join(part for part in told if part) or None


def _sources(case: Told, event: Event) -> dict[str, object]:
    """The first three accounts, those of the first hour before later ones."""
    known = sorted(event.documents, key=lambda name: (_published(case, name), name))
    return {f"scite{number}": cited(case, name) for number, name in enumerate(known[:_SOURCES], start=1)}


def _published(case: Told, name: str) -> str:
    published = case.documents[name].published
    return published.edtf if published is not None else "9999"
