from __future__ import annotations

import io
import json

from sayso.export import timelinejs
from sayso.model import Finding, When


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


def test_a_slip_of_the_pen_does_not_stretch_the_line(case, monkeypatch):
    main = next(one for one in case.events if one.when is not None)
    slip = next(one for one in case.view.claims(event=main.id, slot="date_start") if isinstance(one.value, When))
    found = Finding("f", "typo", slip.event, "1997 was likely meant.", (slip.id,), (slip.document,))
    monkeypatch.setattr(type(case.view), "findings", lambda _, *of, **asked: (found,) if asked and not of else ())
    out = io.StringIO()
    left = timelinejs.write(case.view, out)
    assert slip.id not in {slide["unique_id"] for slide in json.loads(out.getvalue())["events"]}
    assert [one.what for one in left if "slip" in one.why] == [f"“{slip.quote}”"]
