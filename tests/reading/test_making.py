from __future__ import annotations

import pytest

from sayso.reading.plain import draft

STORY = "Soldiers stormed the house on Tuesday and freed the people who had been held in it for four months, an official said."


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        ("A Title\n\nAna Ruiz\n7 May 2026\n\n", "2026-05-07"),
        ("A Title\n\nThe Weekly Torch #512, January 5, 1997\n\n", "1997-01-05"),
        ("A Title\n\nPublished on Friday, May 7, 2021 at 10:14 GMT\n\n", "2021-05-07"),
        ("A Title\n\nKABUL, 3 May 2004 (Wire) - ", "2004-05-03"),
        ("A Title\n\nBy Ana Ruiz | 2004-05-03\n\n", "2004-05-03"),
    ],
)
def test_the_day_comes_from_the_text_with_its_span(head, edtf):
    read = draft(head + STORY)
    assert read.making.published.edtf == edtf
    span = read.making.published_span
    assert read.text[span.start : span.end] == read.making.published.text


@pytest.mark.parametrize(
    "text",
    [
        f"April 22, 1997 | The End of a Siege\n\nOn this day in 1997 it ended.\n\n{STORY}",
        f"April 22, 1997\n\nThe End of a Siege\n\nOn this day in 1997 a siege ended.\n\n{STORY}",
        f"A Title\n\n22 April 1997\n\n{STORY} In 2004 a museum was opened there.",
        f"A Title\n\n{STORY} It began on 17 December 1996.",
        f"KABUL, 3 May (Wire) - {STORY}",
    ],
)
def test_a_day_that_is_the_event_s_is_not_taken(text):
    assert draft(text).making.published is None


def test_names_in_bylines_are_the_authors():
    assert draft(f"A Title\n\nBy Ana Ruiz and Jo Field\n\n{STORY}").making.authors == ("Ana Ruiz", "Jo Field")
    assert draft(f"A Title\n\nAna Ruiz\n7 May 2026\n\n{STORY}").making.authors == ("Ana Ruiz",)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"How It Ended - POST | A Media Company\n\nHow It Ended\n\n{STORY}", "POST"),
        (f"A Title\n\n{STORY}\n\n© 2019 The Harbour Post. All rights reserved.", "The Harbour Post"),
        (f"A Title\n\nAs the ABCD explained, it was over.\n\n{STORY}\n\nTo contact us visit: www.abcd.org", "ABCD"),
        (f"A Title\n\n{STORY}\n\nTo contact us visit: www.abcd.org", None),
        (f"April 22, 1997 | The End of a Siege\n\n{STORY}", None),
        (f"A Title\n\n{STORY}", None),
    ],
)
def test_an_outlet_is_named_only_where_it_is_well_supported(text, outlet):
    assert draft(text).making.outlet == outlet
