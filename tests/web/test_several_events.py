"""A case of several main events is read one at a time, each with its own accounts; long lists come in pages."""

from __future__ import annotations

import re

import pytest
from tests.web.asking import client, form, token, worked_in

import sayso
from sayso.web.paging import paged

FIRE = {
    "fire.txt": "Bomb at the granary\n\n4 May 2010\n\nA bomb exploded at the granary of Elmsund on 3 May 2010. The bombing killed "
    "nine people.\n",
    "later.txt": "After the bomb\n\n9 May 2010\n\nThe bombing of the granary of Elmsund on 3 May 2010 killed eleven people.\n",
    "years.txt": "The granary\n\n3 May 2015\n\nThe bombing of the granary of Elmsund on 3 May 2010 killed nine people, and about "
    "forty were injured.\n",
}


@pytest.fixture
def two(siege, tmp_path):
    """A case of the siege and of a bombing years before it."""
    folder = tmp_path / "two"
    folder.mkdir()
    for one in siege.iterdir():
        (folder / one.name).write_bytes(one.read_bytes())
    for name, text in FIRE.items():
        (folder / name).write_text(text, encoding="utf-8")
    case = tmp_path / "two.sayso"
    sayso.build(folder, case).close()
    return case


def test_each_event_is_read_with_its_own_accounts_and_judged(two):
    visitor = client(two)
    listed = visitor.get("/events").text
    ids = re.findall(r'name="event" value="(\w+)"', listed)
    assert len(ids) == 2
    seen = {}
    for one in ids:
        assert visitor.post("/events", data={"event": one, "token": token(visitor)}).status_code == 303
        seen[one] = visitor.get("/overview").text
    assert sorted("Bombing" in re.findall("<h1>(.*?)</h1>", told)[0] for told in seen.values()) == [False, True]
    told = {**form(visitor), "choice": "settle-0", "why": "the roll"}
    assert visitor.post("/judgements", data=told).status_code == 303
    worked_in(visitor)
    assert "the roll" in visitor.get("/history").text


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("", 2),
        ("kind=bombing", 1),
        ("place=nowhere", 0),
        ("since=2005-01-01", 1),
        ("until=2005-01-01", 1),
        ("accounts=99", 0),
        ("killed=5&q=bombing+2010", 1),
        ("disputed=1&by=day", 2),
    ],
)
def test_events_are_filtered(two, asked, count):
    told = client(two).get(f"/events?{asked}").text
    assert len(re.findall(r'name="event" value="(\w+)"', told)) == count
    assert f"<h1>{count} event" in told


def test_a_filter_that_cannot_be_read_is_said_and_passed_over(two):
    told = client(two).get("/events?since=May&killed=many").text
    assert "“May” is no day such as 2019-03-01; “many” is no number" in told
    assert "<h1>2 events" in told


def test_a_search_finds_the_words_of_the_event_that_is_read(two):
    visitor = client(two)
    listed = visitor.get("/events").text
    hits = []
    for one in re.findall(r'name="event" value="(\w+)"', listed):
        visitor.post("/events", data={"event": one, "token": token(visitor)})
        hits.append('class="hit"' in visitor.get("/search?q=granary").text)
    assert sorted(hits) == [False, True]


@pytest.mark.parametrize(
    ("count", "size", "at", "shown"),
    [(0, 100, 1, (1, 1)), (250, 100, 9, (3, 3)), (250, 100, -4, (1, 3)), (100, 100, 2, (1, 1))],
)
def test_a_page_that_is_not_there_is_the_nearest_one(count, size, at, shown):
    assert paged(count, size, at) == shown


def test_a_long_account_comes_in_pages_under_a_megabyte(tmp_path):
    folder = tmp_path / "long"
    folder.mkdir()
    told = "Gunmen stormed the embassy on 10 March 2001 and took 40 hostages."
    text = "\n\n".join(
        [told, *(f"Paragraph {number} is about the weather and says nothing. " * 60 for number in range(300))]
    )
    (folder / "long.txt").write_text(f"{text}\n\nTwo guards were killed in the attack.\n", encoding="utf-8")
    case = tmp_path / "long.sayso"
    sayso.build(folder, case).close()
    visitor = client(case)
    page = visitor.get("/accounts/1")
    pages = int(re.findall(r"page 1 of (\d+)", page.text)[0])
    assert pages >= 3
    for at in range(1, pages + 1):
        assert len(visitor.get(f"/accounts/1?at={at}").content) < 1_000_000
    with sayso.Case.open(case) as opened:
        last = max(opened.claims, key=lambda one: one.start)
    assert visitor.get(f"/to/m-{last.id}").headers["location"].startswith(f"/accounts/1?at={pages}#")
    found = visitor.get("/search?q=guards").text
    hit = re.findall(r'<li><a href="(/to/[^"]+)"', found)[0]
    assert visitor.get(hit).headers["location"].startswith(f"/accounts/1?at={pages}#")
