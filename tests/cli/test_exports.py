from __future__ import annotations

import csv
import json

import pytest

from sayso import pipeline


@pytest.fixture(scope="session")
def built(siege, tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("exports") / "siege.sayso"
    pipeline.build([siege], path)
    return path.read_bytes()


@pytest.fixture
def siege_case(built, tmp_path):
    (tmp_path / "siege.sayso").write_bytes(built)
    return tmp_path / "siege.sayso"


@pytest.fixture(scope="module")
def empty_case(tmp_path_factory):
    """A case of one document in a language that is kept without claims."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "a.txt").write_text(
        "El río\n\nLas inundaciones mataron a 23 personas en la ciudad, dijo la defensa civil.\n"
    )
    pipeline.build([folder], folder / "empty.sayso")
    return folder / "empty.sayso"


def test_what_is_left_out_is_said_beside_the_rows(sayso, siege_case):
    done = sayso("export", siege_case, "--to", "ucdp")
    assert done.returncode == 0
    assert done.stdout.startswith("id,relid,year,")
    assert "left out" in done.stderr


@pytest.mark.parametrize("form", ["ucdp", "geojson", "timelinejs", "md", "ftm"])
def test_a_case_without_events_is_written_and_said(sayso, empty_case, form):
    done = sayso("export", empty_case, "--to", form)
    assert done.returncode == 0, done.stderr
    assert "tells of no event" in done.stderr
    assert done.stdout


def test_all_tables_go_into_a_folder(sayso, siege_case, tmp_path):
    assert sayso("export", siege_case, "--to", "csv", "--table", "all", "-o", "tables").returncode == 0
    names = sorted(path.name for path in (tmp_path / "tables").iterdir())
    assert names == ["claims.csv", "documents.csv", "estimates.csv", "events.csv", "persons.csv"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--to", "xml"], "there are: acled, annotations, csv"),
        (["--to", "csv", "--table", "places"], "claims, estimates, events"),
        (["--to", "geojson", "--table", "claims"], "no tables"),
        (["--to", "csv", "--table", "all"], "name the folder"),
        (["--to", "csv", "-o", "no/where.csv"], "does not exist"),
    ],
)
def test_what_cannot_be_written_is_one_message_and_no_file(sayso, siege_case, tmp_path, arguments, says):
    before = sorted(tmp_path.iterdir())
    done = sayso("export", siege_case, *arguments)
    assert done.returncode == 1
    assert says in done.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_a_form_that_fails_leaves_what_stood_there(sayso, siege_case, tmp_path):
    (tmp_path / "c.csv").write_text("mine")
    assert sayso("export", siege_case, "--to", "csv", "--table", "places", "-o", "c.csv").returncode == 1
    assert (tmp_path / "c.csv").read_text() == "mine"


def test_a_word_document_is_bytes(sayso, siege_case, tmp_path):
    assert sayso("export", siege_case, "--to", "docx", "-o", "c.docx").returncode == 0
    assert (tmp_path / "c.docx").read_bytes()[:2] == b"PK"


def test_a_new_document_shows_in_the_difference(sayso, siege_case, accounts, tmp_path):
    (tmp_path / "before.sayso").write_bytes(siege_case.read_bytes())
    (accounts / "late.txt").write_text(
        "Siege\n\n1 April 2001\n\nOn 10 March 2001 gunmen took 90 hostages at the embassy.\n"
    )
    assert sayso("build", accounts, "-o", siege_case).returncode == 0
    assert "New: late" in sayso("diff", "before.sayso", siege_case).stdout
    assert json.loads(sayso("diff", "before.sayso", siege_case, "--json").stdout)["came"] == ["late"]
    assert "Nothing changed" in sayso("diff", siege_case, siege_case).stdout


def test_coded_claims_come_in_stay_through_a_build_and_go_again(sayso, siege_case, accounts, tmp_path):
    before = sayso("export", siege_case, "--to", "json").stdout
    (tmp_path / "c.csv").write_text("document,quote,slot,value\ngazette,40 hostages,hostages_taken,60\n")
    done = sayso("import", siege_case, "c.csv")
    assert "1 new or changed" in done.stdout, done.stderr
    assert sayso("build", accounts, "-o", siege_case).returncode == 0
    told = list(csv.DictReader(sayso("export", siege_case, "--to", "csv").stdout.splitlines()))
    assert [row["value"] for row in told if row["document"] == "gazette"] == ["60"]
    assert sayso("import", siege_case, "--forget").returncode == 0
    assert sayso("export", siege_case, "--to", "json").stdout == before


def test_a_row_that_cannot_be_used_stops_the_import_unless_the_rest_is_asked_for(sayso, siege_case, tmp_path):
    (tmp_path / "c.csv").write_text("document,quote,slot\ngazette,40 hostages,hostages_taken\ngazette,ninety,killed\n")
    done = sayso("import", siege_case, "c.csv")
    assert done.returncode == 1
    assert "row 3: gazette: the words 'ninety' do not stand there" in done.stderr
    assert "nothing was imported" in done.stderr
    assert "1 refused" in sayso("import", siege_case, "c.csv", "--partial").stdout
