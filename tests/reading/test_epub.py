from __future__ import annotations

import pytest
from tests.reading.making import epub, zipped

from sayso.errors import UnreadableError
from sayso.reading import epub as reader


def test_chapters_come_in_the_order_of_reading():
    draft = reader.read(
        epub({"b": "<h1>One</h1><p>Two men died.</p>", "a": "<p>They fled by boat.</p>"}), "a.epub"
    ).drafts[0]
    assert draft.text == "One\n\nTwo men died.\n\nThey fled by boat."
    assert (draft.making.title, draft.making.authors) == ("The Harbour", ("Ana Ruiz",))
    assert draft.making.published.edtf == "2012-05-01"


@pytest.mark.parametrize(
    "raw", [b"x", zipped({"a": "x"}), zipped({"META-INF/container.xml": "<a/>"}), epub({"a": " "})]
)
def test_what_is_no_book_is_refused(raw):
    with pytest.raises(UnreadableError):
        reader.read(raw, "a.epub")
