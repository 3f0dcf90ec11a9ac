from __future__ import annotations

import pytest

from sayso.errors import InputError
from sayso.export import parquet
from sayso.export.files import byte_file, text_file


def test_a_file_appears_once_it_is_whole(tmp_path):
    with text_file(tmp_path / "a.txt") as out:
        out.write("a\n")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_bytes() == b"a\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_fails_leaves_what_stood_there(tmp_path):
    (tmp_path / "a.bin").write_bytes(b"old")
    with pytest.raises(TypeError), byte_file(tmp_path / "a.bin") as out:
        out.write("no bytes")
    assert (tmp_path / "a.bin").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.bin"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("x" * 252, "cannot be written"),
        ("no/where.csv", "does not exist"),
        ("a.sayso", "case file"),
        (".", "is a folder"),
    ],
)
def test_a_place_that_takes_no_file_is_said(tmp_path, name, says):
    with pytest.raises(InputError, match=says), text_file(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_went_away_is_no_fault_of_the_form(case):
    class Gone:
        def write(self, _):
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        parquet.write(case.view, Gone())
