"""The day of a story that only the call, the find or the harm tells; and days of what came after."""

from __future__ import annotations

import json

import pytest
from tests.extraction.telling import document, extractor


def days(text: str, published: str = "2014-06-12") -> list[str]:
    """The days on which the story of a text of this day began."""
    row = json.dumps({"id": "a", "title": "", "published": published, "text": text})
    account = extractor().extract(document(row, "a.jsonl"))
    return [claim.value.edtf for claim in account.claims if claim.slot == "date_start"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A boy is recovering after a shooting. Crews received the call late Tuesday night.", "2014-06-10"),
        ("A toddler shot himself with a pistol he found. Deputies were called to the home on Monday.", "2014-06-09"),
        ("Two hikers are dead after a landslide. Rangers found the bodies Wednesday morning.", "2014-06-11"),
    ],
)
def test_the_day_of_the_call_is_the_day_of_the_deed_where_none_is_told(text, day):
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "A boy is recovering after a shooting. His father appeared in court on Tuesday.",
        "A man was found guilty of a shooting. A vigil will be held on Friday.",
        "A shooting left two men dead, police said. The suspect was arraigned on Monday.",
    ],
)
def test_what_came_after_dates_nothing(text):
    assert days(text) == []


def test_a_day_told_of_the_deed_itself_needs_no_other():
    text = "A man was killed in a shooting on Sunday. Officers were called to another house on Monday."
    assert days(text) == ["2014-06-08"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A man was shot on Sunday at a cafe. He was arraigned on Tuesday over the shooting.", "2014-06-08"),
        ("A teenager was charged in a shooting Tuesday night. He appeared in court on Wednesday.", "2014-06-10"),
        ("Two men were charged after the shooting at a club on Oak Street late Monday.", "2014-06-09"),
        (
            "Two people were killed in a shooting on Tuesday. The widow spoke on Wednesday about the shooting.",
            "2014-06-10",
        ),
        ("A warrant was executed on Wednesday. The boy was killed in a shooting on Monday.", "2014-06-09"),
        ("The girl, who would have turned six on June 14, was killed in a shooting on Monday.", "2014-06-09"),
    ],
)
def test_days_of_courts_and_birthdays_are_not_the_days_of_the_deed(text, day):
    assert days(text) == [day]


def test_a_holiday_dates_what_happens_on_it_and_not_what_is_named_after_it():
    assert days("Three people were wounded in a shooting on Christmas.", "2014-12-27") == ["2014-12-25"]
    assert days("Three people were wounded in a shooting at a Christmas party.", "2014-12-22") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Four people were wounded in a shooting overnight.", "2014-06-11/2014-06-12"),
        ("Four people were wounded in a shooting overnight. Neighbours heard shots at 3:30 a.m.", "2014-06-12"),
    ],
)
def test_overnight_is_the_morning_where_an_hour_says_so_and_else_either_day(text, day):
    assert days(text) == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two miners died in a rockfall. On Tuesday, officials say they received a call from the pit.", "2014-06-10"),
        ("A farmer died in an explosion. The crew was walking to the barn on Monday, June 9.", "2014-06-09"),
        ("A nurse was hurt in a blast. Shortly after noon on Sunday, she was standing at the gate.", "2014-06-08"),
    ],
)
def test_a_scene_of_the_past_set_to_the_day_dates_the_deed_where_nothing_else_does(text, day):
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "A man was stabbed in the 2000 block of Harbour Street late Tuesday.",
        "A man was stabbed at 1950 East Harbour Road on Tuesday.",
        "Man stabbed at the harbour Posted: Thursday, June 12, 2014 12:33 PM\n\nA man was stabbed on Tuesday.",
    ],
)
def test_the_number_of_a_house_and_the_stamp_of_a_page_date_nothing(text):
    assert days(text) == ["2014-06-10"]


def test_a_day_before_the_one_since_which_the_dead_are_counted_is_not_the_day_of_the_deed():
    warned = "On Tuesday a shop steward reported a smell of gas to the manager."
    assert days(f"Nine men have been killed in the pit since Wednesday night. {warned}") == []


@pytest.mark.parametrize(
    "text",
    [
        "A shooting left two men dead. The Ulm Courier reported Sunday that the club was closed.",
        "A bombing killed two. A plane with blankets arrived on Tuesday.",
        "A shooting left two men dead. Warrants served early Tuesday led to three arrests.",
        "A bombing killed two. The world court on Tuesday rejected a plea of two men suspected of the bombing.",
        "A shooting left two men dead. A clerk who spent part of Tuesday night with the crowd was tired.",
        "Man guilty in shooting death Posted: Thursday, June 12, 2014 8:36 AM",
    ],
)
def test_days_of_papers_planes_and_courts_are_not_the_days_of_the_deed(text):
    assert days(text) == []


def test_officers_arrive_on_the_day_of_the_deed():
    assert days("A shooting left two men dead. Officers arrived at the club early Tuesday.") == ["2014-06-10"]
    assert days("A bombing killed two. During Tuesday's attack the lights went out.") == ["2014-06-10"]
