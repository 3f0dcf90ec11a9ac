from __future__ import annotations

import gzip

import pytest
from tests.weighing.tables import COLUMNS, written

from sayso.errors import InputError
from sayso.weighing import read, weigh

TWO = [("x", "size", "a", "10"), ("x", "size", "b", "11")]


@pytest.mark.parametrize(
    ("rows", "columns", "words"),
    [
        (
            TWO,
            ("object", "attribute", "who", "value"),
            "line 1: column source missing; found object, attribute, who, value",
        ),
        (TWO, ("a", "b", "c", "d"), "columns object, attribute, source, value missing"),
        ([("x", "size", "a", "1"), ("x", "size", "a", "2")], COLUMNS, "one source, 'a'"),
        ([("x", "size", "a", "1"), ("y", "size", "b", "N/A")], COLUMNS, "one source, 'a'"),
        ([], COLUMNS, "no row has a value"),
        ([*TWO, ("x", "", "c", "3")], COLUMNS, "1 row cut short or without object, attribute or source (row 4,"),
        ([*TWO, ("x", "size"), ("y",)], COLUMNS, "2 rows cut short or without object, attribute or source (rows 4, 5,"),
    ],
)
def test_a_table_that_cannot_be_weighed_is_refused_in_one_sentence(tmp_path, rows, columns, words):
    with pytest.raises(InputError) as caught:
        read(written(tmp_path / "claims.csv", rows, columns))
    assert words in str(caught.value)
    assert "claims.csv" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "found nothing"),
        (b"object,attribute,source,value\nx,size,a,\xff\n", "UTF-8"),
        (b'object,attribute,source,value\nx,size,a,"1\n', "not CSV"),
        (gzip.compress(b"object,attribute,source,value\nx,size,a,1\n" * 500, mtime=0)[:40], "ends early"),
        (b"\x1f\x8bno gzip at all", "cannot be unpacked"),
    ],
)
def test_a_broken_file_is_refused_in_one_sentence(tmp_path, content, words):
    path = tmp_path / "claims.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=words):
        read(path)


def test_columns_stand_in_any_order_and_others_are_passed_over(tmp_path):
    rows = [("10", "n", "a", "size", "x"), ("11", "n", "b", "size", "x")]
    table = read(written(tmp_path / "t.csv", rows, ("Value", "note", "source", "attribute", "object")))
    assert (table.sources, table.questions, table.spellings) == (("a", "b"), (("x", "size"),), ("10", "11"))


def test_a_packed_table_is_read_as_it_stands(tmp_path):
    path = tmp_path / "t.csv.gz"
    path.write_bytes(gzip.compress(written(tmp_path / "t.csv", TWO).read_bytes()))
    assert read(path).sources == ("a", "b")


def test_the_last_word_of_a_source_stands(tmp_path):
    table = read(written(tmp_path / "t.csv", [*TWO, ("x", "size", "a", "12")]))
    assert table.spellings == ("11", "12")


def test_spellings_of_one_value_do_not_compete(tmp_path):
    rows = [
        ("x", "price", "a", "1,200"),
        ("x", "price", "b", "$1200"),
        ("x", "price", "c", "1200.0"),
        ("x", "price", "d", "90"),
    ]
    chosen = weigh(read(written(tmp_path / "t.csv", rows))).chosen()
    assert [one.sources for one in chosen] == [("a", "b", "c")]


def test_a_word_among_numbers_is_kept_and_said(tmp_path):
    rows = [(f"o{number}", "size", name, number) for number in range(10) for name in "ab"]
    table = read(written(tmp_path / "t.csv", [*rows, ("o3", "size", "c", "many")]))
    assert table.unread == ("1 value of 'size' cannot be read as a number (row 22: 'many'); compared as text",)
    assert "many" in table.spellings


def test_rows_without_a_value_are_left_out_and_counted(tmp_path):
    table = read(written(tmp_path / "t.csv", [*TWO, ("x", "size", "c", "N/A"), ("x", "size", "d", "")]))
    assert table.unread == ("2 rows left out: no value",)
    assert len(table.source) == 2


def test_days_beside_times_count_where_sources_agree_on_them(tmp_path):
    alike = [
        ("x", "left", "a", "2020-05-03 10:00"),
        ("x", "left", "b", "3 May 2020, 10:00"),
        ("y", "left", "a", "2020-05-04 10:00"),
    ]
    assert len(read(written(tmp_path / "t.csv", alike)).spellings) == 2
    apart = [*alike, ("x", "left", "c", "2020-05-04 10:00"), ("y", "left", "b", "10:00")]
    assert len(read(written(tmp_path / "t.csv", apart)).spellings) == 2
    midnights = [("x", "born", name, f"2020-05-0{day} 00:00") for name, day in zip("abc", (1, 2, 3), strict=True)]
    many = [(f"o{number}", "born", name, "2020-05-01 00:00") for number in range(60) for name in "ab"]
    assert len(read(written(tmp_path / "t.csv", [*many, *midnights])).spellings) == 63
