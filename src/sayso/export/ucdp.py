"""The case in the columns of the UCDP Georeferenced Event Dataset (GED): one row an event with at least one direct death.

Parts of an event are rows of their own; the whole is a row only where none of its parts is. What the house assigns (its
ids of conflicts, dyads, countries) stays empty. Codes: docs/reference/exports.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import TextIO

from sayso.export.coded import NOT_VIOLENT, cited, date_precision, government, joined, publishers
from sayso.export.left import Left
from sayso.export.sides import ATTACKERS, FORCES, Sides, sides
from sayso.export.told import Told, country_name, days, place_of, told
from sayso.export.writing import write_rows
from sayso.model import Event, Place, Role
from sayso.store import View

COLUMNS = tuple(
    """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
    dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
    source_article source_office source_date source_headline source_original where_prec where_coordinates
    where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity
    date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()
)
_RULE = "ucdp"
# Slots that show a side's presence: it killed or was killed, came, was hurt or taken.
_PRESENT = ("killed", "injured", "arrested", "responders", "attackers", "executed")


def write(view: View, out: TextIO) -> tuple[Left, ...]:
    """Write the rows; the events that are none, each with its reason."""
    case = told(view)
    left = dict(_left(case))
    rows = (_row(case, event) for event in case.events.values() if event.id not in left)
    write_rows(out, COLUMNS, rows)
    return tuple(left.values())


def _left(case: Told) -> Iterator[tuple[str, Left]]:
    """Why an event is no row, by its id."""
    for event in case.events.values():
        why = _reason(case, event)
        if why is None and event.role is Role.MAIN and any(_reason(case, one) is None for one in case.parts(event)):
            why = _told_by_parts(case, event)
        if why is not None:
            yield event.id, Left(event.title, why)


def _told_by_parts(case: Told, event: Event) -> str:
    """Why a whole is no row, and how many dead its parts do not account for."""
    parts = [one for one in case.parts(event) if _reason(case, one) is None]
    rest = sides(case, event, "killed", _RULE).total.best
    rest -= sum(sides(case, one, "killed", _RULE).total.best for one in parts)
    more = f"; {rest} more dead are told of it than its parts account for" if rest > 0 else ""
    return f"its dead are counted in the rows of its parts{more}"


def _reason(case: Told, event: Event) -> str | None:
    """What an event lacks to be a row of its own."""
    if event.role is Role.MENTIONED:
        return "only mentioned: it is another event than that of the case"
    if event.stage.value != "accomplished":
        return f"it did not happen as told: {event.stage.value}"
    if event.type in NOT_VIOLENT:
        return "no organised violence, by its type"
    if sides(case, event, "killed", _RULE).total.high < 1:
        return "no direct death is told of it, and a GED row needs one"
    if days(case, event)[0] is None:
        return "no date is told of it, and a GED row needs a year"
    return None


def _row(case: Told, event: Event) -> dict[str, object]:
    dead = sides(case, event, "killed", _RULE)
    return {
        "id": event.id,
        "relid": event.part_of,
        **_who(case, event, dead),
        **_sources(case, event),
        **_where(place_of(case, event)),
        **_when(case, event),
        "deaths_a": dead.forces.best,
        "deaths_b": dead.attackers.best,
        "deaths_civilians": dead.others.best,
        "deaths_unknown": dead.unknown.best,
        "best": dead.total.best,
        "high": dead.total.high,
        "low": dead.total.low,
    }


def _who(case: Told, event: Event, dead: Sides) -> dict[str, object]:
    """The sides, and the type of violence where both are told; what cannot be told apart stays empty."""
    place = place_of(case, event)
    state = government(country_name(place.country if place else None))
    actors = [*case.named(event, "perpetrator"), *case.named(event, "claimed_by")]
    attackers = actors[0] if actors else None
    present = {group for slot in _PRESENT for group in case.counts(event, slot)}
    if FORCES in present and (ATTACKERS in present or attackers):
        return _sides(1, state, attackers or "attackers")
    if attackers and dead.others.best and not dead.attackers.best and not dead.forces.best:
        return _sides(3, attackers, "Civilians")
    if event.type == "repression":
        return _sides(3, state, "Civilians")
    return {"side_a": attackers}


def _sides(kind: int, first: str, second: str) -> dict[str, object]:
    return {"type_of_violence": kind, "dyad_name": f"{first} - {second}", "side_a": first, "side_b": second}


def _sources(case: Told, event: Event) -> dict[str, object]:
    known = [case.documents[name] for name in event.documents]
    return {
        "number_of_sources": len(known),
        "source_article": joined((f'"{cited(case, one.id)}"' for one in known), ";"),
        "source_office": publishers(case, event, ";"),
        "source_date": joined((one.published.edtf if one.published else None for one in known), ";"),
        "source_headline": joined((one.title for one in known), ";"),
        "source_original": joined(case.speakers(event, "killed"), ";"),
    }


def _where(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    row: dict[str, object] = {
        "where_prec": place.precision,
        "where_coordinates": place.inside[0] if len(place.inside) > 1 else place.name,
        "where_description": place.text,
        "adm_1": place.inside[-2] if len(place.inside) > 2 else None,
        "country": country_name(place.country),
    }
    if place.latitude is None or place.longitude is None:
        return row
    point = {"geom_wkt": f"POINT ({place.longitude} {place.latitude})", "priogrid_gid": grid_cell(place)}
    return {**row, "latitude": place.latitude, "longitude": place.longitude, **point}


def grid_cell(place: Place) -> int | None:
    """The cell of PRIO-GRID: half a degree wide, counted from the south-west corner, eastwards, then north.

    >>> grid_cell(Place("", (), None, -89.9, -179.9, 1, ""))
    1
    """
    if place.latitude is None or place.longitude is None:
        return None
    return floor((place.latitude + 90) * 2) * 720 + floor((place.longitude + 180) * 2) + 1


def _when(case: Told, event: Event) -> dict[str, object]:
    first, last = days(case, event)
    if first is None or last is None:
        return {}
    sharp = date_precision(first, last)
    return {
        "year": first.year,
        "event_clarity": 1 if sharp <= 2 else 2,
        "date_prec": sharp,
        "date_start": first.isoformat(),
        "date_end": last.isoformat(),
    }
