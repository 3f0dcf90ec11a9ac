from __future__ import annotations

import pytest

from sayso.errors import InputError
from sayso.reading import find_files, read


def test_folders_are_walked_and_files_come_once_in_order(tmp_path):
    for name in ("b.txt", "a.txt", "deep/c.md", ".hidden", ".git/x.txt", "case.sayso", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_files([tmp_path, tmp_path / "a.txt", tmp_path / "deep"])
    assert [path.name for path in found] == ["a.txt", "b.txt", "c.md"]


def test_all_missing_paths_come_in_one_message(tmp_path):
    with pytest.raises(InputError, match=r"x\.txt.*y\.txt"):
        find_files([tmp_path / "x.txt", tmp_path / "y.txt"])


def test_a_loop_of_links_is_walked_once(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(find_files([tmp_path])) == 1


def test_links_that_lead_to_each_other_are_said(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    told = [read(path).unread[0] for path in find_files([tmp_path])]
    assert [one.name for one in told] == ["a.txt", "b.txt"]


def test_an_empty_folder_holds_no_files(tmp_path):
    assert find_files([tmp_path]) == ()
