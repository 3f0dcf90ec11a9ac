from __future__ import annotations

import json

from sayso.export import timelinejs


def test_every_slide_has_a_date_a_headline_and_an_id_of_its_own(exported):
    slides = json.loads(exported(timelinejs.write)[0])["events"]
    for slide in slides:
        assert {"year", "month", "day"} == set(slide["start_date"])
        assert slide["text"]["headline"]
        assert slide["display_date"]
    assert len({slide["unique_id"] for slide in slides}) == len(slides)


def test_the_accounts_are_groups_of_their_own(exported):
    slides = json.loads(exported(timelinejs.write)[0])["events"]
    assert {slide["group"] for slide in slides} > {timelinejs._RECORD, "The Red Lantern"}


def test_what_no_date_is_told_of_is_said(exported):
    _, left = exported(timelinejs.write)
    assert any(one.why.startswith("no date") for one in left)


def test_words_of_a_text_are_no_markup(exported):
    slides = json.loads(exported(timelinejs.write)[0])["events"]
    assert not any("<" in slide["text"]["headline"] for slide in slides)
