from __future__ import annotations

import json

import pytest

from sayso.errors import InputError
from sayso.importing import read_annotations, read_csv


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_mark_between_cells_is_found(tmp_path, mark):
    path = tmp_path / "c.csv"
    path.write_text(mark.join(("document", "quote", "slot")) + "\n" + mark.join(("a", "b", "killed")) + "\n")
    (row,) = read_csv(path)
    assert (row.line, row.cells) == (2, {"document": "a", "quote": "b", "slot": "killed"})


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"a,b\n1,2\n", "no column document, quote, slot"),
        (b"\xff\xfe", "UTF-8"),
        (b"", "no column"),
        (b"document,quote,slot\n", "no rows"),
    ],
)
def test_what_is_no_table_of_claims_is_refused(tmp_path, raw, why):
    (tmp_path / "c.csv").write_bytes(raw)
    with pytest.raises(InputError, match=why):
        read_csv(tmp_path / "c.csv")


@pytest.mark.parametrize("raw", ["not json", "{}", "[]", "3", '{"items": 3}'])
def test_what_holds_no_annotations_is_refused(tmp_path, store, raw):
    (tmp_path / "p.json").write_text(raw)
    with pytest.raises(InputError, match=r"p\.json"):
        read_annotations(tmp_path / "p.json", store.view())


def test_annotations_of_hypothesis_are_read(tmp_path, store):
    selector = [{"type": "TextQuoteSelector", "exact": "40 hostages"}]
    told = {"uri": "urn:sayso:document:gazette", "tags": ["killed", "hostages"], "text": "40"}
    (tmp_path / "p.json").write_text(json.dumps({"rows": [{**told, "target": [{"selector": selector}]}]}))
    (row,) = read_annotations(tmp_path / "p.json", store.view())
    assert row.cells == {
        "document": "gazette", "slot": "killed", "group": "hostages", "value": "40", "quote": "40 hostages",
    }  # fmt: skip
