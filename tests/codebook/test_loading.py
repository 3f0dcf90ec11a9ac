from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
import yaml

from sayso.codebook import load
from sayso.codebook.loading import names, parse, source
from sayso.errors import CodebookError


@pytest.mark.parametrize("name", names())
def test_every_packaged_codebook_holds_together(name):
    assert load(name).name == name


def test_a_codebook_is_read_by_its_path(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    path.write_bytes(source()[0])
    assert load(path) == load()


def test_a_change_in_the_fusion_part_leaves_the_extraction_part_as_it_was():
    raw, where = source()
    plain, changed = parse(raw, where), parse(raw.replace(b"default_rule: sayso", b"default_rule: sayso #"), where)
    assert plain.extraction_sha256 == changed.extraction_sha256
    assert plain.sha256 != changed.sha256


@pytest.mark.parametrize(("name", "says"), [("nope", "one of: incident"), ("nope.yaml", "codebook new")])
def test_a_codebook_that_is_not_there_is_said_with_the_remedy(name, says):
    with pytest.raises(CodebookError, match=says):
        load(name)


def _parts():
    """The packaged YAML files: name -> text."""
    folder = resources.files("sayso.resources")
    files = [part for name in ("codebooks", "lexicons") for part in (folder / name).iterdir()]
    return {part.name: part.read_text("utf-8") for part in files if part.name.endswith(".yaml")}


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="there is one loader alone")
@pytest.mark.parametrize("name", sorted(_parts()))
def test_packaged_yaml_reads_alike_where_the_library_came_without_its_c_part(name):
    text = _parts()[name]
    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader)
