"""Where local news tells no town, the outlets' home stands in as ours, open, and says that nobody tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import CODEBOOK, MAIN, Claim, document, event, figure, said

from sayso.fusion import fuse
from sayso.model import Estimate, Linked, Place, Role, Status

STREET = Place("Rosemary Street", ("United States",), "US", None, None, 6, "Rosemary Street")
VILLAGE = Place("Otterville", ("United States",), "US", None, None, 6, "Otterville")
COUNTY = Place("Adams County", ("Illinois", "United States"), "US", 39.9, -91.2, 3, "Adams County")


def _placed(*claims: Claim, sources: tuple[str | None, ...] = ("khou-com",), kind: str = "shooting") -> list[Estimate]:
    paper = tuple(replace(document(name), source=source) for name, source in zip("abc", sources, strict=False))
    main = replace(event(MAIN, Role.MAIN), type=kind, documents=tuple(one.id for one in paper), where=None)
    claims = (said("a", "killed", figure(2), "total"), *claims)
    fused = fuse(Linked(claims, (main,), (), (), ()), paper, CODEBOOK)
    return [one for one in fused.estimates if one.slot == "place"]


def test_news_without_a_place_is_of_the_outlets_home_and_says_whose_word_that_is():
    (found,) = _placed()
    assert (found.best.name, found.status, found.readings) == ("Houston", Status.OPEN, ())
    assert "told by nobody" in found.why


def test_a_street_without_a_town_keeps_its_readings_and_lies_in_the_outlets_town():
    (found,) = _placed(said("a", "place", STREET))
    assert (found.best.name, found.best.inside[0]) == ("Rosemary Street", "Houston")
    assert (found.status, found.also) == (Status.OPEN, (Status.SINGLE,))
    assert found.readings[0].value == STREET


@pytest.mark.parametrize("told", [VILLAGE, COUNTY], ids=lambda place: place.name)
def test_a_village_and_a_county_that_are_told_stand_as_told(told):
    (found,) = _placed(said("a", "place", told))
    assert (found.best, found.status) == (told, Status.SINGLE)


@pytest.mark.parametrize("sources", [(None,), ("reuters-com",), ("khou-com", "fox8-com"), ("mlive-com",)])
def test_outlets_without_one_town_give_none(sources):
    assert _placed(sources=sources) == []


def test_outlets_of_one_town_agree_and_those_of_no_known_home_do_not_matter():
    assert [one.best.name for one in _placed(sources=("khou-com", "chron-com", "reuters-com"))] == ["Houston"]


def test_what_lasts_gets_no_town_of_ours():
    assert _placed(kind="war") == []


def test_a_block_is_of_a_street_whatever_its_name():
    text = "Two were shot on the 300 block of West Monroe."
    street = Place("West Monroe", ("United States",), "US", None, None, 6, "West Monroe")
    paper = (replace(document("a", text=text), source="khou-com"),)
    main = replace(event(MAIN, Role.MAIN), type="shooting", documents=("a",), where=None)
    claims = (said("a", "killed", figure(2), "total"), said("a", "place", street, start=text.index("West Monroe")))
    (found,) = [e for e in fuse(Linked(claims, (main,), (), (), ()), paper, CODEBOOK).estimates if e.slot == "place"]
    assert (found.best.name, found.best.inside[0]) == ("West Monroe", "Houston")
