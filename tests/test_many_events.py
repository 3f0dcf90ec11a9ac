"""A case of many incidents: listed, filtered, each with a dossier; and right, as its key says."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sayso import dossier, pipeline
from sayso.model import Status
from sayso.store import Store, View

BENCH = Path(__file__).parent.parent / "bench"


def _bench(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case of generated news, beside its key."""
    place = tmp_path_factory.mktemp("year")
    _bench("incidents").make(place, 60, 7)
    pipeline.build([place / "in"], place / "year.sayso")
    return place / "year.sayso"


def _view(case: Path) -> View:
    return Store.open(case, read_only=True).view()


def test_the_same_seed_makes_the_same_news(year: Path, tmp_path: Path):
    _bench("incidents").make(tmp_path, 60, 7)
    for path in sorted((year.parent / "in").iterdir()):
        assert path.read_bytes() == (tmp_path / "in" / path.name).read_bytes()


def test_generated_incidents_are_found_again(year: Path):
    _bench("incidents")
    right = _bench("scale").checked(year, year.parent / "key.jsonl")
    assert right["b_cubed_f"] > 0.9
    assert min(right["killed"], right["injured"]) > 0.85


class Lists:
    """The face of a View, none of whose lists is cut to an event."""

    def __init__(self, view: View) -> None:
        self._view = view

    def __getattr__(self, name: str) -> Any:
        return getattr(self._view, name)


def test_every_event_apart_has_the_dossier_of_the_whole_case(year: Path):
    view = _view(year)
    for event, apart in dossier.pages(view):
        whole, own = io.StringIO(), io.StringIO()
        dossier.write(Lists(view), whole, event=event)
        dossier.write(apart, own, event=event)
        assert own.getvalue() == whole.getvalue()


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ((), lambda one: one["documents"]),
        (("--type", "shooting"), lambda one: one["type"] == "shooting"),
        (("--since", "2018-06-01", "--until", "2018-12-31"), lambda one: "2018-06-01" <= one["day"] <= "2018-12-31"),
        (("--killed", "4"), lambda one: one["killed"] >= 4),
        (("--accounts", "4"), lambda one: len(one["documents"]) >= 4),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_events_are_filtered(sayso, year: Path, asked, holds):
    rows = [json.loads(line) for line in (year.parent / "key.jsonl").read_text().splitlines()]
    wanted = sum(bool(holds(row)) for row in rows)
    done = sayso("show", year, "events", *asked)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) == pytest.approx(wanted, abs=2)


def test_events_are_searched_by_place_and_words(sayso, year: Path):
    row = json.loads((year.parent / "key.jsonl").read_text().splitlines()[0])
    for asked in (("--place", row["town"]), ("--search", f"{row['town'].lower()} {row['day'][:4]}")):
        assert row["town"] in sayso("show", year, "events", *asked).stdout


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("--type", "picnic"), "no type of event is called 'picnic'; the codebook has: accident"),
        (("--since", "May"), "'May' is no day; expected one such as 2019-03-01"),
        (("--page", "9"), "there is no page 9"),
    ],
)
def test_a_filter_that_means_nothing_is_said(sayso, year: Path, asked, says):
    done = sayso("show", year, "events", *asked)
    assert done.returncode == 1
    assert says in done.stderr


def test_all_events_are_reported_with_an_index(sayso, year: Path, tmp_path: Path):
    stale = tmp_path / "pages" / "e0123456789abcdef012.html"
    stale.parent.mkdir()
    stale.write_text("an event of old")
    (tmp_path / "pages" / "mine.html").write_text("not ours")
    done = sayso("report", year, "--all", "pages", "--redact", "Ohio")
    assert done.returncode == 0, done.stderr
    names = {f"{event}.html" for event, _ in dossier.pages(_view(year))}
    assert {path.name for path in stale.parent.iterdir()} == {"index.html", "mine.html", *names}
    index = (stale.parent / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{name}"' in index for name in names)
    assert "leave --event" in sayso("report", year, "--all", "pages", "--event", "e1").stderr


def test_the_index_is_filtered_in_the_browser(browser, sayso, year: Path, tmp_path: Path):
    assert sayso("report", year, "--all", "pages").returncode == 0
    page = browser.new_page()
    page.goto((tmp_path / "pages" / "index.html").as_uri())
    rows = page.locator("tbody tr:visible").count()
    page.fill("#words", "shooting")
    assert 0 < page.locator("tbody tr:visible").count() < rows
    page.locator("tbody tr:visible a").first.click()
    assert "accounts" in page.title() or "account" in page.title()
    page.close()


def test_the_summary_of_many_events_counts_them_and_names_the_biggest(year: Path, monkeypatch: pytest.MonkeyPatch):
    from sayso.cli import summary  # noqa: PLC0415 - its bound is set for the test

    monkeypatch.setattr(summary, "_MANY", 1)
    view = _view(year)
    told = "\n".join(summary._case(view))
    biggest = view.biggest(1)[0]
    assert f"{biggest.id}  {biggest.title}" in told
    assert f"{view.statuses()[Status.AGREED]} agreed" in told
