"""Strips are to scale: a tick for what is exact, a bracket for what is hedged, no disc without a best value."""

from __future__ import annotations

from functools import cache

import pytest
from harbour import harbour

from sayso.dossier.gathered import Gathered, gather
from sayso.dossier.record import Line, build_record
from sayso.dossier.rows import build_rows
from sayso.dossier.strip import LEFT, RIGHT


@cache
def lines() -> dict[str, Line]:
    """The lines of the record by name."""
    gathered: Gathered = gather(harbour())  # type: ignore[arg-type]  # it has the face of a View
    record = build_record(gathered, build_rows(gathered))
    return {line.row.name: line for group in record.groups for line in group.lines}


def test_an_exact_value_is_a_tick_with_a_disc() -> None:
    strip = lines()["Raid: captors killed"].strip
    assert strip is not None
    assert strip.ticks
    assert strip.best
    assert not strip.brackets


def test_a_contested_slot_without_a_best_value_has_no_disc() -> None:
    strip = lines()["Hostages taken"].strip
    assert strip is not None
    assert strip.best == ""
    assert strip.band
    assert strip.coarse


def test_a_hedged_value_is_a_bracket() -> None:
    strip = lines()["Raid: responders"].strip
    assert strip is not None
    assert strip.brackets
    assert strip.ticks


@pytest.mark.parametrize("name", ["Raid: captors killed", "Attackers"])
def test_the_same_figure_stands_at_the_same_place_in_every_row(name: str) -> None:
    strip, other = lines()[name].strip, lines()["Raid: captors killed"].strip
    assert strip is not None
    assert other is not None
    assert strip.best == other.best


def test_nothing_is_drawn_outside() -> None:
    places = [float(tick.x) for line in lines().values() if line.strip for tick in line.strip.labels]
    assert all(LEFT - 4 <= one <= RIGHT + 4 for one in places)


def test_a_strip_says_in_words_what_it_draws() -> None:
    strip = lines()["Hostages taken"].strip
    assert strip is not None
    assert strip.says.startswith("240, told by account 1; 310, told by account 2; Hundreds")


def test_a_list_is_told_in_words() -> None:
    assert lines()["Demands"].words == "release of 12 prisoners · new harvest law"
