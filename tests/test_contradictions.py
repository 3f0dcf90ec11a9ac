"""From two or three short accounts to what they dispute: a true contradiction is found, its look-alike is not."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

import sayso


@cache
def built(*texts: str) -> Any:
    with TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(texts):
            files.append(Path(folder) / f"{number}.txt")
            files[-1].write_text(text, encoding="utf-8")
        with sayso.build(files) as case:
            return json.loads(case.export("json") or "")


def disputed(*texts: str) -> set[tuple[str, str | None]]:
    """The questions of the event itself that the accounts dispute, as slot and group."""
    case = built(*texts)
    own = {event["id"] for event in case["events"] if event["role"] != "mentioned"}
    return {
        (one["slot"], one["group"])
        for one in case["estimates"]
        if one["event"] in own and "contested" in (one["status"], *one["also"])
    }


BEGAN = ("time", "beginning")
MILL = "Nine die in mill fire\n\nKORSBERG, June 2, 2004 (Nord News) -- A fire in a flour mill in Korsberg killed nine workers on Tuesday. "
LATER = "Korsberg mourns\n\nJune 6, 2004. The nine workers who died in the mill fire of Korsberg on 1 June 2004 were buried on Saturday. "
QUAKE = (
    "Quake kills 12\n\nVESTERBY, March 4, 1998 (Nord News) -- An earthquake killed 12 people in Vesterby on Tuesday. "
)
SURVEY = "Survey of the earthquake at Vesterby\n\nThe earthquake of 3 March 1998 at Vesterby killed 12 people. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire broke out at about 3 p.m.", "The fire started at 5.30 p.m."),
        ("The fire broke out shortly before 4 a.m.", "The blaze began at five in the morning."),
        ("The fire broke out at 23:40.", "The fire started at 00:15."),
    ],
)
def test_two_hours_of_the_beginning_contradict_each_other(one: str, other: str) -> None:
    assert BEGAN in disputed(MILL + one, LATER + other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire broke out at about 3 p.m.", "The fire started at 3.10 p.m."),
        ("The fire broke out at midnight.", "The fire started at 00:04."),
        ("The fire broke out at about 3 p.m.", "The fire was under control at 9 p.m."),
        ("The fire broke out at about 3 p.m.", "The search began at 5.30 p.m."),
        ("The fire broke out at about 3 p.m.", "A second fire started at 5.30 p.m."),
        ("The fire broke out at about 3 p.m.", "The alarm for the fire came at 2.30 p.m."),
    ],
)
def test_hours_of_other_things_or_near_each_other_do_not(one: str, other: str) -> None:
    assert not [slot for slot, _ in disputed(MILL + one, LATER + other) if slot == "time"]


def test_when_help_came_is_disputed() -> None:
    asked = ("time", "arrival of help")
    assert asked in disputed(
        QUAKE + "Firemen arrived at 6.20 p.m.", SURVEY + "The first ambulances came at about nine p.m."
    )
    assert asked not in disputed(
        QUAKE + "Firemen arrived at 6.20 p.m.", SURVEY + "The injured arrived at about nine p.m."
    )


def test_a_town_that_both_accounts_name_is_no_second_place() -> None:
    one = "Bus falls into gorge\n\nCUSCO, May 5, 2007 (Nord News) -- A bus fell into a gorge near Cusco on Friday, killing 20 people.\n"
    other = "Twenty dead in bus accident\n\nA bus crashed near Lima on 4 May 2007 and 20 people were killed.\n"
    named = "Twenty dead in bus accident\n\nA bus crashed near Lima on 4 May 2007 and 20 people were killed. It had left Cusco at dawn.\n"
    assert ("place", None) in disputed(one, other)
    assert ("place", None) not in disputed(one, named)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 120 houses were destroyed.", "One hundred and sixty dwellings were destroyed."),
        ("The water flattened 40 homes.", "Ninety houses were levelled."),
        ("The quake destroyed 300 houses.", "143 houses were fully and 87 partly damaged."),
    ],
)
def test_counts_of_one_thing_by_other_words_are_compared(one: str, other: str) -> None:
    assert [slot for slot, _ in disputed(QUAKE + one, SURVEY + other) if slot == "quantity"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 120 houses were destroyed.", "One hundred and sixty dwellings were damaged."),
        ("Some 120 houses were destroyed.", "Two hundred houses were rebuilt by Christmas."),
        ("Some 120 houses were destroyed.", "Nine died when one house was destroyed."),
    ],
)
def test_counts_of_other_deeds_are_not(one: str, other: str) -> None:
    assert not [slot for slot, _ in disputed(QUAKE + one, SURVEY + other) if slot == "quantity"]


def test_children_among_the_dead_are_all_the_children() -> None:
    asked = ("killed", "children")
    one = "Thirty people were killed, eight of them children."
    assert asked in disputed(
        QUAKE.replace("12", "30") + one, SURVEY.replace("12", "30") + "Eleven children were killed."
    )
    assert asked not in disputed(
        QUAKE.replace("12", "30") + one, SURVEY.replace("12", "30") + "Eight children were killed."
    )
