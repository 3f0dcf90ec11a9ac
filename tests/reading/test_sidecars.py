from __future__ import annotations

import json

import pytest
from tests.reading.making import zipped

from sayso.reading import gather, here, sidecars

TEXT = "Siege ends\n\n3 May 2011\n\nTwo guards were killed in the siege of the customs house."


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt.json", json.dumps({"source": "The Torch", "published": "2011-05-04", "authors": ["Ana Ruiz"]})),
        ("a.json", json.dumps({"publisher": "The Torch", "date": "2011-05-04", "author": "Ana Ruiz"})),
        ("a.meta.yaml", "outlet: The Torch\npublished: 2011-05-04\nby: Ana Ruiz\n"),
        ("sources.csv", "File;Outlet;Published;Authors\na.txt;The Torch;2011-05-04;Ana Ruiz\n"),
    ],
)
def test_a_file_beside_a_text_goes_before_what_the_text_says(tmp_path, name, raw):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / name).write_text(raw)
    read = gather([here.read(tmp_path / "a.txt")])
    document = read.documents[0]
    assert (document.published.edtf, document.published_span, document.authors) == ("2011-05-04", None, ("Ana Ruiz",))
    assert (read.sources[0].name, document.title) == ("The Torch", "Siege ends")


def test_the_day_keeps_its_place_where_both_say_the_same(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text('{"published": "2011-05-03", "retrieved": "2012-01-01", "language": "en-GB"}')
    document = here.read(tmp_path / "a.txt").documents[0]
    assert document.span(document.published_span.start, document.published_span.end).quote == "3 May 2011"
    assert (document.retrieved, document.language) == ("2012-01-01", "en")


def test_a_sidecar_goes_before_the_table(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.json").write_text('{"source": "The Torch"}')
    (tmp_path / "sources.csv").write_text("file,source,url\na.txt,The Post,https://post.example/1\n")
    found = here.read(tmp_path / "a.txt")
    assert (found.sources[0].name, found.documents[0].url) == ("The Torch", "https://post.example/1")


TREE = {
    "sources.csv": "file,source\nin/deep/x.txt,The Torch\n./in/y.txt,The Post\nx.txt,The Gull\nz/w.txt,No One\n",
    "in/deep/x.txt": TEXT,
    "in/y.txt": f"{TEXT} It rained.",
    "x.txt": f"{TEXT} It snowed.",
    "w.txt": f"{TEXT} It hailed.",
}


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_table_serves_the_folders_below_it_by_the_way_to_each_file(tmp_path, is_packed):
    for name, raw in TREE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(raw)
    (tmp_path / "a.zip").write_bytes(zipped(TREE))
    files = [tmp_path / "a.zip"] if is_packed else [tmp_path / name for name in TREE if name.endswith("txt")]
    read = gather(here.read(path) for path in files)
    told = {document.names[0].removeprefix("a.zip/").rpartition("/")[2]: document.source for document in read.documents}
    assert sorted(map(str, (document.source for document in read.documents))) == [
        "None",
        "the-gull",
        "the-post",
        "the-torch",
    ]
    assert (told["y.txt"], told["w.txt"]) == ("the-post", None)


def test_an_archive_brings_its_own_table(tmp_path):
    table = "file,source\nx.txt,The Torch\n"
    (tmp_path / "a.zip").write_bytes(zipped({"in/x.txt": TEXT, "in/sources.csv": table, "x.txt": TEXT + " It rained."}))
    found = here.read(tmp_path / "a.zip")
    assert [document.source for document in found.documents] == ["the-torch", None]


@pytest.mark.parametrize(("name", "raw"), [("a.json", "[1"), ("a.txt.yaml", "- x"), ("sources.csv", "who,what\nx,y\n")])
def test_what_cannot_be_used_is_said_and_the_text_is_read(tmp_path, name, raw):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / name).write_text(raw)
    found = here.read(tmp_path / "a.txt")
    assert len(found.documents) == 1
    assert "not used" in found.remarks[0].reason


def test_the_key_changes_with_what_is_said_of_the_file_alone(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert sidecars.key(tmp_path / "a.txt") == ""
    (tmp_path / "sources.csv").write_text("file,source\na.txt,The Torch\n")
    first = sidecars.key(tmp_path / "a.txt")
    (tmp_path / "sources.csv").write_text("file,source\na.txt,The Torch\nb.txt,The Post\n")
    assert first == sidecars.key(tmp_path / "a.txt") != ""
