from __future__ import annotations

import csv
import io
import json

from sayso.export import ftm, ftm_statements


def test_every_value_of_the_entities_is_a_statement(exported):
    entities = [json.loads(line) for line in exported(ftm.write)[0].splitlines()]
    told = list(csv.DictReader(io.StringIO(exported(ftm_statements.write)[0]), dialect=csv.unix_dialect))
    said = [
        (one["id"], name, value) for one in entities for name, values in one["properties"].items() for value in values
    ]
    assert sorted((row["entity_id"], row["prop"], row["value"]) for row in told) == sorted(said)


def test_the_columns_are_those_of_the_model_and_ids_are_apart(exported):
    rows = list(csv.DictReader(io.StringIO(exported(ftm_statements.write)[0])))
    assert tuple(rows[0]) == ftm_statements.COLUMNS
    assert len({row["id"] for row in rows}) == len(rows)


def test_what_an_account_holds_is_of_its_dataset(exported):
    rows = list(csv.DictReader(io.StringIO(exported(ftm_statements.write)[0])))
    assert all(row["dataset"] == row["entity_id"] for row in rows if row["schema"] == "Article")
    assert {row["dataset"] for row in rows if row["schema"] == "Event"} == {"case"}
