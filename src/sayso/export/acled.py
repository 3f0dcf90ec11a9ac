"""The case in the 31 columns of ACLED: a row for each event and each part that has a date, on its first day.

Of what is dated to a month alone, the day is the middle of that month, as that house codes it.

Figures follow the rule `acled` of the codebook. What the house assigns (ids, regions, codes of actors) stays empty, and so
does an `inter` code that no account decides; who acted stands as text. Codes: docs/reference/exports.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TextIO

from sayso.export.chronology import told_of
from sayso.export.coded import date_precision, joined, publishers
from sayso.export.left import Left
from sayso.export.sides import FORCES, sides
from sayso.export.told import Told, country_name, place_of, start, told
from sayso.export.writing import write_rows
from sayso.model import Event, Place, Role
from sayso.store import View

COLUMNS = tuple(
    """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
    actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
    longitude geo_precision source source_scale notes fatalities tags timestamp""".split()
)
_RULE = "acled"
_ATTACK = ("Violence against civilians", "Attack")
_CLASH = ("Battles", "Armed clash")
_ABDUCTION = ("Violence against civilians", "Abduction/forced disappearance")
_BLAST = "Explosions/Remote violence"
# The part of an event, else its type, to the dataset's event and sub-event type. What is not here has none.
_TYPES: Mapping[str, tuple[str, str]] = {
    "takeover": _ABDUCTION,
    "releases": ("Strategic developments", "Other"),
    "hostage_taking": _ABDUCTION,
    "kidnapping": _ABDUCTION,
    "hijacking": _ABDUCTION,
    "raid": _CLASH,
    "rescue": _CLASH,
    "clash": _CLASH,
    "shooting": _ATTACK,
    "killing": _ATTACK,
    "attack": _ATTACK,
    "bombing": (_BLAST, "Remote explosive/landmine/IED"),
    "protest": ("Protests", "Peaceful protest"),
    "repression": ("Protests", "Protest with intervention"),
    "arrest": ("Strategic developments", "Arrests"),
}
# Words of the weapons told to the sub-event type of an explosion; the first that is found.
_BLASTS = (
    ("suicide", "Suicide bomb"),
    ("grenade", "Grenade"),
    ("air", "Air/drone strike"),
    ("shell", "Shelling/artillery/missile attack"),
    ("mortar", "Shelling/artillery/missile attack"),
    ("rocket", "Shelling/artillery/missile attack"),
)
_DISORDER = {
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
# From UCDP's six degrees of a place, which the case holds, to the dataset's three.
_GEO = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3, 6: 3}
# From the codes of `date_precision`: a day; two days to a week; a month. What is wider has no row.
_TIME = {1: 1, 2: 2, 3: 2, 4: 3}
_MONTH = 3
_STATE, _CIVILIANS = 1, 7


def write(view: View, out: TextIO) -> tuple[Left, ...]:
    """Write the rows; the events that are none, each with its reason."""
    case = told(view)
    left = dict(_left(case))
    write_rows(out, COLUMNS, (_row(case, event) for event in case.events.values() if event.id not in left))
    return tuple(left.values())


def _left(case: Told) -> Iterator[tuple[str, Left]]:
    """Why an event is no row, by its id."""
    for event in case.events.values():
        why = _reason(case, event)
        if why is None and _is_told_by_parts(case, event):
            why = "its parts have rows of their own, and its first is on its first day"
        if why is not None:
            yield event.id, Left(event.title, why)


def _reason(case: Told, event: Event) -> str | None:
    """What an event lacks to be a row of its own."""
    if event.role is Role.MENTIONED:
        return "only mentioned: it is another event than that of the case"
    if event.stage.value in ("threatened", "planned"):
        return f"it did not happen as told: {event.stage.value}"
    if _type(case, event) is None:
        return f"ACLED has no event type for it ({event.type})"
    first, last = start(case, event)
    if first is None or last is None:
        return "no date is told of it, and an ACLED row needs one"
    if date_precision(first, last) not in _TIME:
        return "its date is wider than a month, and an ACLED row needs a day, a week or a month"
    return None


def _rows_of(case: Told, event: Event) -> list[Event]:
    """The parts of an event that are rows."""
    return [one for one in case.parts(event) if _reason(case, one) is None]


def _is_told_by_parts(case: Told, event: Event) -> bool:
    """Whether a part's row stands on the first day of the whole, so that the whole needs none."""
    return start(case, event)[0] in [start(case, one)[0] for one in _rows_of(case, event)]


def _dead(case: Told, event: Event) -> int:
    """The dead of an event without those that the rows of its parts count."""
    counted = sum(sides(case, one, "killed", _RULE).total.best for one in _rows_of(case, event))
    return max(0, sides(case, event, "killed", _RULE).total.best - counted)


def _row(case: Told, event: Event) -> dict[str, object]:
    first, last = start(case, event)
    kind, sub = _type(case, event) or ("", "")
    place = place_of(case, event)
    return {
        "event_id_cnty": event.id,
        "event_date": _day(first, last),
        "year": first.year if first else None,
        "time_precision": _TIME[date_precision(first, last)] if first and last else None,
        "disorder_type": _DISORDER.get(kind, "Political violence"),
        "event_type": kind,
        "sub_event_type": sub,
        **_who(case, event, kind),
        **_where(place),
        "source": publishers(case, event),
        "notes": f"{told_of(case, event)} {case.disputes(event)}".strip(),
        "fatalities": _dead(case, event),
        "tags": _tags(case, event, kind),
    }


def _day(first: date | None, last: date | None) -> str | None:
    """The day of a row: the first, and of a month the middle."""
    if first is None or last is None:
        return None
    is_month = _TIME.get(date_precision(first, last)) == _MONTH
    return (first + (last - first) // 2 if is_month else first).isoformat()


def _type(case: Told, event: Event) -> tuple[str, str] | None:
    """Event and sub-event type: by the part, else by the type; sharper where the dead or the weapons decide."""
    found = _TYPES.get(event.part or "") or _TYPES.get(event.type)
    if found is None:
        return None
    dead = sides(case, event, "killed", _RULE)
    if found == _ATTACK and dead.forces.best and not dead.others.best and not dead.unknown.best:
        return _CLASH
    if found[0] == "Protests" and dead.others.best:
        return "Protests", "Excessive force against protesters"
    if found[0] == _BLAST:
        weapons = " ".join((*case.words(event, "weapon"), event.title)).casefold()
        return _BLAST, next((sub for word, sub in _BLASTS if word in weapons), found[1])
    return found


def _who(case: Told, event: Event, kind: str) -> dict[str, object]:
    """Both actors, by name; codes only where the type of event itself decides them."""
    place = place_of(case, event)
    country = country_name(place.country if place else None)
    forces = f"State forces of {country}" if country else "State forces"
    named = case.named(event, "perpetrator") or case.named(event, "claimed_by")
    group = named[0] if named else None
    if kind == "Protests":
        return {"actor1": "Protesters", "inter1": 6}
    if event.type == "arrest":
        return {"actor1": forces, "inter1": _STATE}
    if kind == "Battles" and (event.part in ("raid", "rescue") or FORCES in _present(case, event)):
        return {"actor1": forces, "inter1": _STATE, "actor2": group}
    if kind == "Violence against civilians":
        civilians = f"Civilians ({country})" if country else "Civilians"
        told = {"actor2": civilians, "inter2": _CIVILIANS, "civilian_targeting": "Civilian targeting"}
        return {"actor1": group, **told}
    return {"actor1": group}


def _present(case: Told, event: Event) -> set[str]:
    return {group for slot in ("killed", "injured", "responders") for group in case.counts(event, slot)}


def _where(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    return {
        "country": country_name(place.country),
        "admin1": place.inside[-2] if len(place.inside) > 2 else None,
        "location": place.inside[0] if len(place.inside) > 1 else place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": _GEO.get(place.precision or 0),
    }


def _tags(case: Told, event: Event, kind: str) -> str | None:
    """The size of a crowd, which every row of a protest has."""
    if kind != "Protests":
        return None
    crowds = case.words(event, "present")
    return f"crowd size={joined(crowds, ' or ') or 'no report'}"
