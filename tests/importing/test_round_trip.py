from __future__ import annotations

import io
import json

import pytest

from sayso import judging, pipeline
from sayso.export import case_json, csv_tables, web_annotations
from sayso.importing import forget, import_claims, keep, read_annotations, read_csv


def _written(writer, view, path):
    out = io.StringIO()
    writer(view, out)
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["csv", "annotations"])
def test_claims_exported_and_imported_give_the_same_record(store, tmp_path, form):
    view = store.view()
    before = case_json.text(view)
    if form == "csv":
        rows = read_csv(_written(csv_tables.write, view, tmp_path / "c.csv"))
    else:
        rows = read_annotations(_written(web_annotations.write, view, tmp_path / "c.json"), view)
    found = import_claims(view, rows, is_whole=form == "csv")
    assert (found.new, found.refused, found.same) == (0, (), view.count("claims"))
    keep(store, found.layers)
    pipeline.refresh(store)
    assert case_json.text(store.view()) == before


def _page(store, tmp_path, change):
    """The annotations with one of them changed, read back."""
    view = store.view()
    page = json.loads(_written(web_annotations.write, view, tmp_path / "c.json").read_text())
    claim = next(one for one in view.claims(slot="hostages_taken") if one.quote.startswith("40"))
    item = next(one for one in page["items"] if one["id"].endswith(claim.id))
    change(item, {body["purpose"]: body for body in item["body"]})
    (tmp_path / "d.json").write_text(json.dumps(page))
    rows = read_annotations(tmp_path / "d.json", view)
    return claim, import_claims(view, rows, is_whole=False, decides=True)


def _decided(store, found):
    made = [judging.Decision(one.kind, (one.claim,), one.by, one.why, one.value) for one in found.decided]
    return judging.decide_all(store, made)


def test_a_corrected_annotation_is_a_judgement_on_its_claim(store, tmp_path):
    def change(item, bodies):
        bodies["describing"]["value"] = "about 50"
        item["creator"] = {"type": "Person", "name": "Ana"}
        item["body"].append({"purpose": "commenting", "value": "the roll says so"})

    claim, found = _page(store, tmp_path, change)
    assert (found.new, found.refused, found.layers) == (0, (), {})
    (judgement,) = _decided(store, found)
    assert (judgement.kind.value, judgement.by, judgement.why) == ("correct", "Ana", "the roll says so")
    assert store.view().claim(claim.id).value == claim.value
    asked = [one for one in store.view().estimates() if one.slot == "hostages_taken"]
    assert "about 50" in [reading.value.text for one in asked for reading in one.readings if claim.id in reading.claims]
    assert _decided(store, found) == ()


def test_an_assessed_annotation_rejects_its_claim(store, tmp_path):
    def change(item, _):
        item["body"].append({"purpose": "assessing", "value": "reject"})
        item["creator"] = "acct:ana@example.org"

    claim, found = _page(store, tmp_path, change)
    (judgement,) = _decided(store, found)
    assert (judgement.kind.value, judgement.by, judgement.targets[0].claim) == ("reject", "ana", claim.id)


def test_an_annotation_of_another_group_takes_the_place_of_its_claim(store, tmp_path):
    def change(item, _):
        tags = [body for body in item["body"] if body["purpose"] == "tagging"]
        tags[1]["value"] = "women"

    claim, found = _page(store, tmp_path, change)
    keep(store, found.layers)
    pipeline.refresh(store)
    now = {one.id: one for one in store.view().claims(document=claim.document)}
    assert claim.id not in now
    assert [one.group for one in now.values() if one.extractor == "coded/hand"] == ["women"]


def test_a_hand_coded_row_is_linked_and_weighed(store, tmp_path):
    (tmp_path / "c.csv").write_text(
        "document,quote,slot,group,value\ngazette,took 40 hostages,hostages_taken,hostages,more than 60\n"
    )
    found = import_claims(store.view(), read_csv(tmp_path / "c.csv"), is_whole=False)
    keep(store, found.layers)
    pipeline.refresh(store)
    view = store.view()
    (claim,) = [one for one in view.claims(document="gazette") if one.extractor == "coded/hand"]
    assert claim.event is not None
    assert (claim.value.low, claim.value.high) == (61, None)
    assert any(claim.id in reading.claims for one in view.estimates() for reading in one.readings)


def test_whole_rows_stand_in_the_place_of_what_was_extracted(store, tmp_path):
    (tmp_path / "c.csv").write_text("document,quote,slot\ngazette.txt,Two guards,killed\n")
    keep(store, import_claims(store.view(), read_csv(tmp_path / "c.csv"), is_whole=True).layers)
    pipeline.refresh(store)
    assert [one.quote for one in store.view().claims(document="gazette")] == ["Two guards"]
    assert list(store.view().claims(document="herald"))


def test_what_is_forgotten_gives_the_case_as_it_was(store, tmp_path):
    before = case_json.text(store.view())
    (tmp_path / "c.csv").write_text("document,quote,slot\ngazette,Two guards,killed\n")
    keep(store, import_claims(store.view(), read_csv(tmp_path / "c.csv"), is_whole=True).layers)
    pipeline.refresh(store)
    assert forget(store) == 1
    pipeline.refresh(store)
    assert case_json.text(store.view()) == before
