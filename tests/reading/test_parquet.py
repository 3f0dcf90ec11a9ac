from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sayso.reading import read

polars = pytest.importorskip("polars")


def _read(path: Path, columns: dict[str, list[object]]):
    polars.DataFrame(columns).write_parquet(path)
    return read(path)


def test_each_row_is_a_document(tmp_path: Path):
    found = _read(
        tmp_path / "news.parquet",
        {
            "id": ["a", "b"],
            "text": ["Two guards were killed in the attack.", "No one was hurt, the police said."],
            "published": [date(2019, 3, 1), None],
            "source": ["Gazette", None],
            "score": [0.5, 0.25],
        },
    )
    assert [document.id for document in found.documents] == ["a", "b"]
    assert found.documents[0].published.edtf == "2019-03-01"
    assert found.sources[0].name == "Gazette"


def test_rows_without_text_are_named(tmp_path: Path):
    found = _read(tmp_path / "news.parquet", {"text": ["Two guards were killed.", None, " "]})
    assert len(found.documents) == 1
    assert [one.name for one in found.unread] == ["news.parquet, row 2", "news.parquet, row 3"]


@pytest.mark.parametrize(
    ("columns", "says"), [({"words": ["a"]}, 'no column is called "text"'), ({"text": []}, "the table has no row")]
)
def test_a_table_without_texts_is_said(columns, says, tmp_path: Path):
    assert says in _read(tmp_path / "x.parquet", columns).unread[0].reason


def test_a_file_that_is_no_table_is_said(tmp_path: Path):
    (tmp_path / "x.parquet").write_bytes(b"PAR1 and no more")
    assert "no Parquet table" in read(tmp_path / "x.parquet").unread[0].reason
