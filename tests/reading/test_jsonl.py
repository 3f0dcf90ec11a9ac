from __future__ import annotations

import json

import pytest

from sayso.errors import UnreadableError
from sayso.reading import jsonl


def lines(*rows):
    return "\n".join(json.dumps(row) for row in rows).encode()


def test_a_line_says_what_it_knows_of_its_text():
    row = {
        "id": "k1",
        "text": "Two men died.",
        "title": "T",
        "published": "2004-05-01",
        "source": "Wire",
        "authors": ["A B"],
        "url": "https://e.org",
    }
    draft = jsonl.read(lines(row), "a.jsonl").drafts[0]
    making = draft.making
    assert (draft.id, draft.text, making.title, making.outlet, making.authors) == (
        "k1",
        "Two men died.",
        "T",
        "Wire",
        ("A B",),
    )
    assert (making.published.edtf, making.url) == ("2004-05-01", "https://e.org")


def test_only_text_is_required():
    draft = jsonl.read(lines({"text": "Two men died."}), "a.jsonl").drafts[0]
    assert (draft.id, draft.number, draft.making.outlet) == (None, 1, None)


@pytest.mark.parametrize("bad", [b"{bad", b'{"text": ""}', b'{"text": 5}', b"[1]", b"null", b'{"title": "x"}'])
def test_a_bad_line_is_named_and_the_rest_is_read(bad):
    parsed = jsonl.read(b'{"text": "One."}\n' + bad + b'\n\n{"text": "Two."}\n', "a.jsonl")
    assert [draft.text for draft in parsed.drafts] == ["One.", "Two."]
    assert [unread.name for unread in parsed.unread] == ["a.jsonl, line 2"]
    assert parsed.unread[0].remedy


def test_half_a_sign_in_an_escape_is_no_fault():
    jsonl.read(b'{"text": "one \\ud83d sign"}', "a.jsonl").drafts[0].text.encode()


def test_a_file_of_blank_lines_is_refused():
    with pytest.raises(UnreadableError):
        jsonl.read(b"\n\n", "a.jsonl")
