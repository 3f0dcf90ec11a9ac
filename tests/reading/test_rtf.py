from __future__ import annotations

import pytest
from tests.reading.making import RTF

from sayso.errors import UnreadableError
from sayso.reading import rtf


def test_the_words_come_without_marks_in_their_code_page():
    draft = rtf.read(RTF.encode(), "a.rtf").drafts[0]
    assert draft.making.title == "The siege"
    assert "40 people hostage in the café on 3 March 2011.\n\nTwo guards were killed." in draft.text


def test_a_file_that_is_no_rich_text_is_refused():
    with pytest.raises(UnreadableError, match="no rich text"):
        rtf.read(b"dear diary", "a.rtf")
