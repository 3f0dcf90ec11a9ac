from __future__ import annotations

import pytest

import sayso
from sayso.errors import CodebookError

EVACUATED = {
    "extraction": {"slots": {"evacuated": {"kind": "figure", "counts": "people", "object_of": ("evacuate",)}}},
    "fusion": {"slots": {"evacuated": {"display": "Evacuated", "question": "How many?", "family": "count"}}},
}


def test_a_codebook_that_is_extended_by_nothing_is_the_same():
    incident = sayso.Codebook.load("incident")
    same = incident.extended({})
    assert same == incident.__class__.load("incident").extended({})
    assert (same.fusion, same.extraction_sha256) == (incident.fusion, incident.extraction_sha256)


def test_a_change_of_the_fusion_part_leaves_the_extraction_part_alone():
    incident = sayso.Codebook.load()
    other = incident.extended({"fusion": {"default_rule": "ucdp"}})
    assert other.fusion.default_rule == "ucdp"
    assert other.extraction_sha256 == incident.extraction_sha256
    assert other.sha256 != incident.sha256


def test_a_slot_made_in_code_is_found_in_a_text(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Floods in Portville\n\n12 March 2001\n\nThe river rose on Monday. Soldiers evacuated 300 people from the town.\n"
    )
    mine = sayso.Codebook.load().extended(EVACUATED)
    with sayso.build(tmp_path, codebook=mine) as case:
        assert [(one.slot, one.value.low) for one in case.claims if one.slot == "evacuated"] == [("evacuated", 300)]
        assert case.codebook == mine


def test_what_does_not_hold_together_is_refused_with_its_key():
    with pytest.raises(CodebookError, match="default_rule: 'nonsense' is none of the rules"):
        sayso.Codebook.load().extended({"fusion": {"default_rule": "nonsense"}})


def test_a_file_with_what_is_added_makes_a_codebook(sayso, tmp_path):
    (tmp_path / "more.yaml").write_text("title: Floods\nfusion: {default_rule: ucdp}\n")
    assert sayso("codebook", "new", "floods.yaml", "--with", "more.yaml").returncode == 0
    done = sayso("codebook", "check", "floods.yaml")
    assert done.returncode == 0, done.stderr
    (tmp_path / "more.yaml").write_text("- a list\n")
    done = sayso("codebook", "new", "other.yaml", "--with", "more.yaml")
    assert (done.returncode, (tmp_path / "other.yaml").exists()) == (1, False)
    assert "expected keys such as extraction and fusion" in done.stderr
