from __future__ import annotations

import pytest

from sayso.errors import InputError


def test_a_form_of_text_is_a_text_and_one_of_bytes_is_bytes(case):
    assert case.export("csv", table="documents").startswith("id,files,title")
    assert case.export("docx")[:2] == b"PK"


def test_a_file_appears_only_where_it_is_whole(case, tmp_path):
    case.export("geojson", tmp_path / "map.json")
    with pytest.raises(InputError):
        case.export("geojson", tmp_path / "other.json", table="claims")
    assert [path.name for path in tmp_path.iterdir()] == ["map.json"]
