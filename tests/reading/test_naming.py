from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading import gather, read
from sayso.reading.naming import shown

TEXTS = {
    "one/a.txt": "Two men died in the raid on Sunday.",
    "two/a.txt": "Three men died in the raid on Sunday.",
    "two/b.txt": "Two men died in the raid on Sunday.",
    "c.md": "# Title\n\nFive men died.\n\n© 2019 The Post",
    "d.html": "<title>T | Post</title><meta property='og:site_name' content='The Post'><p>Six men died in the raid.</p>",
    "e.txt": "",
    "f.jsonl": '{"id": "c", "text": "Seven men died."}\n{"text": "Eight."}\n{bad',
}


def files(folder):
    for name, text in TEXTS.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        yield path


def test_ids_are_settled_over_all_files(tmp_path):
    read_all = gather(read(path) for path in files(tmp_path))
    ids = [document.id for document in read_all.documents]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids) == 6
    assert [one for one in ids if one.startswith("a-")] == [
        f"a-{d.sha256[:6]}" for d in read_all.documents if d.id[:2] == "a-"
    ]
    assert {"d", "f-2"} < set(ids)


def test_identical_bytes_are_one_document_with_every_name(tmp_path):
    documents = gather(read(path) for path in files(tmp_path)).documents
    assert [document.names for document in documents if len(document.names) > 1] == [("a.txt", "b.txt")]


def test_sources_name_the_settled_ids(tmp_path):
    read_all = gather(read(path) for path in files(tmp_path))
    by_id = {document.id: document for document in read_all.documents}
    assert [source.id for source in read_all.sources] == ["the-post"]
    assert all(by_id[one].source == source.id for source in read_all.sources for one in source.documents)
    assert len(read_all.sources[0].documents) == 2


@given(order=st.permutations(list(TEXTS)))
def test_the_order_of_files_changes_nothing(order, tmp_path_factory):
    reads = READS or {
        name: read(path) for name, path in zip(TEXTS, files(tmp_path_factory.mktemp("case")), strict=True)
    }
    READS.update(reads)
    assert gather(reads[name] for name in order) == gather(reads.values())


READS: dict = {}


def test_names_can_be_printed_and_stored():
    assert shown("a\nb\udcff.txt") == "a b\ufffd.txt"
    assert shown("gpj.\u202etxt.exe") == "gpj.txt.exe"
    shown("a\udcff").encode()
