"""What a page of a large case asks for is looked up: no statement reads a whole table for one event or document."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

import pytest

import sayso
from sayso.model import Role
from sayso.store import Store, View

NEWS = {
    "a.txt": "Fire in Lagos\n\n4 May 2010\n\nA fire at a market in Lagos killed 4 people on 3 May 2010, Ada Obi said.\n",
    "b.txt": "Lagos blaze\n\n5 May 2010\n\nThe fire at the market in Lagos on 3 May 2010 killed five people, Ada Obi said.\n",
    "c.txt": "Bus crash in Turin\n\n9 July 2012\n\nA bus crashed near Turin on 8 July 2012. Two people were killed.\n",
}


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    sayso.build(folder, folder / "year.sayso").close()
    return folder / "year.sayso"


@pytest.fixture
def view(year: Path) -> View:
    return Store.open(year, read_only=True).view()


def test_events_in_short_are_the_main_events(view: View):
    mains = view.events()
    briefs = {brief.id: brief for brief in view.briefs()}
    assert list(briefs) == [event.id for event in mains if event.role is Role.MAIN]
    assert all(briefs[event.id].title == event.title for event in mains if event.id in briefs)
    assert all(briefs[event.id].accounts == len(event.documents) for event in mains if event.id in briefs)
    assert view.roles() == Counter(event.role for event in mains)


def test_the_biggest_come_first(view: View):
    mains = [event for event in view.events() if event.role is Role.MAIN]
    first = min(mains, key=lambda one: (-len(one.documents), -len(one.claims), one.id))
    assert view.biggest(1) == (first,)
    assert len(view.biggest(99)) == len(mains)


def test_what_names_a_document_is_found_by_it(view: View):
    for document in view.document_ids():
        named = [one for one in view.entities() if any(at.document == document for at in one.mentions)]
        assert list(view.naming("entities", [document])) == named
        assert view.naming("lineage", [document]) == tuple(one for one in view.lineage() if one.document == document)
    assert view.naming("entities", []) == ()


def test_the_names_of_documents_follow_the_rows_that_hold_them(year: Path, tmp_path: Path):
    (tmp_path / "year.sayso").write_bytes(year.read_bytes())
    told = "SELECT count(*) FROM naming WHERE shelf = 'entities'"
    with sqlite3.connect(tmp_path / "year.sayso") as connection:
        assert connection.execute(told).fetchone()[0] > 0
        connection.execute("UPDATE entities SET row = json_set(row, '$.mentions', json('[]'))")
        assert connection.execute(told).fetchone()[0] == 0
        connection.execute("DELETE FROM lineage")
        assert not connection.execute("SELECT 1 FROM naming WHERE shelf = 'lineage'").fetchone()


@pytest.mark.parametrize(
    "ask",
    [
        lambda view: list(view.briefs()),
        lambda view: list(view.tolls()),
        lambda view: view.biggest(10),
        lambda view: view.naming("entities", ["a"]),
        lambda view: view.naming("findings", ["a"]),
        lambda view: view.estimates("e", "killed"),
        lambda view: list(view.claims(event="e", slot="killed")),
        lambda view: view.findings("e"),
        lambda view: view.parts("e"),
        lambda view: view.known("claims", "c"),
        lambda view: view.labels("a"),
        lambda view: view.refusals("a"),
    ],
    ids="briefs tolls biggest names findings-of estimates claims findings parts claim labels refusals".split(),
)
def test_no_page_reads_a_whole_table(view: View, ask):
    asked: list[str] = []
    view._connection.set_trace_callback(asked.append)
    ask(view)
    view._connection.set_trace_callback(None)
    plans = [row[3] for one in asked for row in view._connection.execute(f"EXPLAIN QUERY PLAN {one}")]
    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN") and "json_each" not in plan]
