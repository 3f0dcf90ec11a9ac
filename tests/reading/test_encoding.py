from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.reading.encoding import decode

SENTENCE = "El ejército liberó a 72 rehenes — “sanos y salvos” — en la residencia del embajador. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_plain_unicode_is_read_without_a_word(encoding):
    decoded = decode(SENTENCE.encode(encoding))
    assert decoded.text == SENTENCE
    assert decoded.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_other_encodings_are_read_and_said(encoding):
    decoded = decode(SENTENCE.encode(encoding))
    assert decoded.text == SENTENCE
    assert len(decoded.notes) == 1


def test_a_page_of_russian_in_its_own_code_page_is_read():
    text = "Спецназ взял штурмом здание, в котором удерживали заложников. Погибли два человека. " * 8
    assert decode(text.encode("cp1251")).text == text


def test_damaged_utf8_stays_utf8():
    raw = SENTENCE.encode().replace(b"72", b"7\xff2", 1)
    decoded = decode(raw)
    assert "ejército" in decoded.text
    assert "1 byte is not UTF-8" in decoded.notes[0]


def test_nul_bytes_in_text_are_said():
    assert "2 NUL bytes" in decode(b"Two men\0 were killed in the raid, the police said.\0").notes[0]


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n123",
        b"%PDF-1.7\n",
        b"PK\x03\x04abc",
        b"\xff\xd8\xff\xe0",
        bytes(range(32)) * 20,
        codecs.BOM_UTF8 + b"\1" * 9,
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(raw):
    with pytest.raises(UnreadableError) as refused:
        decode(raw)
    assert refused.value.remedy


@given(st.binary())
def test_any_bytes_give_text_or_a_reason(raw):
    try:
        assert isinstance(decode(raw).text, str)
    except UnreadableError as error:
        assert error.reason  # noqa: PT017 - either may come
