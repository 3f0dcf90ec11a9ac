from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from sayso.reading import find_files, gather, read


@pytest.fixture(scope="module")
def example():
    folder = Path(str(resources.files("sayso.resources"))) / "examples" / "residence-siege"
    return gather(read(path) for path in find_files([folder]))


def test_the_example_is_six_accounts_all_read(example):
    assert len(example.documents) == 6
    assert example.unread == example.remarks == ()
    assert {document.kind for document in example.documents} == {"txt", "md", "html"}
    assert {document.language for document in example.documents} == {"en"}


def test_each_account_has_the_day_that_its_page_gives(example):
    days = {document.id: document.published.edtf if document.published else None for document in example.documents}
    assert days == {
        "days-remembered": None,
        "farther-quarterly": "2016-12-12",
        "meridian-wire": "1997-04-23",
        "port-courier": "1997-04-24",
        "red-lantern": "1997-01-05",
        "sentry-and-shield": "2012-04-20",
    }


@pytest.mark.parametrize(
    "word", ["cookies", "Norwegian", "Entebbe", "Ferry strike", "Dredger", "Sunday letter", "Sign in"]
)
def test_menus_and_adverts_are_left_out(example, word):
    assert not any(word in document.text for document in example.documents)


def test_the_regional_paper_holds_the_agency_s_words(example):
    by_id = {document.id: document for document in example.documents}
    taken = "whose heart gave out on the way to hospital. Two soldiers were also killed."
    assert taken in by_id["meridian-wire"].text
    assert taken in by_id["port-courier"].text
