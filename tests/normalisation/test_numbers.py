"""Numbers found in text: what they mean, what they are not, and that no text breaks the search."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.model import Figure, Qualifier
from sayso.normalisation import numbers

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SNIPPETS = [
    "nearly ", "between ", " and ", "one", " of ", "the ", "$", "%", "-", "year-old", " million", "hundred", "14", "1,500", ".", ",",
    "all ", "no one ", "several ", "Dec. ", "\n", "½", "no fewer than ", "a ", "half ", "dozen", "İ", "5", " km", "(", "#", "th", "s",
]  # fmt: skip


def spell(n: int) -> str:
    """Spell out a number below a million, as an English newspaper does."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    size, word = (1000, "thousand") if n >= 1000 else (100, "hundred")
    rest = n % size
    joined = f" and {spell(rest)}" if 0 < rest < 100 else f" {spell(rest)}" if rest else ""
    return f"{spell(n // size)} {word}{joined}"


def only(text: str) -> numbers.Number:
    found = numbers.find(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expression", "low", "high", "qualifier"),
    [
        ("took nearly 500 hostages", "nearly 500", 450, 499, "nearly"),
        ("killed at least six people", "at least six", 6, None, "at_least"),
        ("between 45 and 60 men", "between 45 and 60", 45, 60, "between"),
        ("more than 400 members", "more than 400", 401, None, "more_than"),
        ("some 60 men", "some 60", 54, 66, "about"),
        ("a dozen men", "a dozen", 12, 12, "exact"),
        ("half a dozen men", "half a dozen", 6, 6, "exact"),
        ("dozens of captives", "dozens", 24, 99, "vague"),
        ("several hundred men", "several hundred", 300, 999, "vague"),
        ("hundreds of thousands of children", "hundreds of thousands", 200000, 999999, "vague"),
        ("Seventy-one hostages", "Seventy-one", 71, 71, "exact"),
        ("1,500 men", "1,500", 1500, 1500, "exact"),
        ("1.500 men", "1.500", 1500, 1500, "exact"),
        ("1 500 men", "1 500", 1500, 1500, "exact"),
        ("1.5 million people", "1.5 million", 1500000, 1500000, "exact"),
        ("a million and a half people", "a million and a half", 1500000, 1500000, "exact"),
        ("two and a half million people", "two and a half million", 2500000, 2500000, "exact"),
        ("a hundred and fifty men", "a hundred and fifty", 150, 150, "exact"),
        ("23 million people", "23 million", 23000000, 23000000, "exact"),
        ("2 to 3 million people", "2 to 3 million", 2000000, 3000000, "between"),
        ("two or three men", "two or three", 2, 3, "between"),
        ("45-60 men", "45-60", 45, 60, "between"),
        ("one or more men", "one or more", 1, None, "at_least"),
        ("as many as 30 men", "as many as 30", 0, 30, "at_most"),
        ("as few as 30 men", "as few as 30", 30, None, "at_least"),
        ("just over 100 men", "just over 100", 101, 110, "more_than"),
        ("30-odd men", "30-odd", 27, 33, "about"),
        ("100 or so men", "100 or so", 90, 110, "about"),
        ("a couple of men", "a couple of", 2, 3, "vague"),
        ("scores of men", "scores", 40, 199, "vague"),
        ("a number of guests", "a number of", 2, None, "vague"),
        ("TWELVE PEASANTS", "TWELVE", 12, 12, "exact"),
        ("ABOUT 50\nPEASANTS", "ABOUT 50", 45, 55, "about"),
        ("TWENTY-\nTWO MEN", "TWENTY-\nTWO", 22, 22, "exact"),
        ("over a hundred men", "over a hundred", 101, None, "more_than"),
    ],
)
def test_a_number_means_its_interval(text, expression, low, high, qualifier):
    number = only(text)
    assert text[number.start : number.end] == expression
    assert (number.low, number.high, number.qualifier) == (low, high, qualifier)
    assert number.is_count


@pytest.mark.parametrize(
    ("text", "expression", "kind", "low", "of"),
    [
        ("71 of 72 hostages", "71 of 72", "part", 71, 72),
        ("three of the nine men", "three of the nine", "part", 3, 9),
        ("one of them died", "one", "part", 1, None),
        ("all but one of the 72 lived", "all but one of the 72", "part", 71, 72),
        ("all 14 militants", "all 14", "all", 14, None),
        ("all of the insurgents", "all", "all", 1, None),
        ("the rest fled", "the rest", "all", 1, None),
        ("both men", "both", "all", 2, None),
        ("no one else was hurt", "no one else", "zero", 0, None),
        ("nobody died", "nobody", "zero", 0, None),
        ("no casualties", "no", "zero", 0, None),
        ("0 killed", "0", "zero", 0, None),
    ],
)
def test_a_number_knows_what_kind_it_is(text, expression, kind, low, of):
    number = only(text)
    assert text[number.start : number.end] == expression
    assert (number.kind, number.low, number.of) == (kind, low, of)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Weekly #888", "issue"), ("photo agency Gettyimages 463354072", "issue"), ("the 63rd birthday", "age"),
        ("the 27th anniversary", "ordinal"), ("a 25-year-old clerk", "age"), ("Ana Ruiz, 34, said", "age"), ("aged 34", "age"),
        ("at 3:30 pm", "time"), ("around 6 p.m.", "time"), ("for $500 a day", "money"), ("US\\$35 million", "money"),
        ("4 percent", "percent"), ("4%", "percent"), ("Box 3486", "address"), ("the 800 block of B Avenue", "address"),
        ("202 Childers Drive", "address"), ("773-227-4066", "phone"), ("(415) 575-4440", "phone"), ("dialled 911", "phone"),
        ("in 1996", "year"), ("on this day in 2997,", "year"), ("in 1996-97", "year"), ("Group of Seven", "name"),
        ("page 12", "page"), ("Chapter 3", "page"), ("Article 5", "page"), ("Flight 103", "flight"), ("5 km", "distance"),
        ("two kilos", "weight"), ("40 minutes", "duration"), ("four months", "duration"), ("an AK-47", "name"),
        ("in the 1980s", "decade"), ("on 30 DECEMBER", "date"), ("a 3-1 win", "score"), ("one wonders why", "pronoun"),
        ("this one", "pronoun"), ("a two-story house", "compound"), ("three-quarters of the men", "fraction"),
        ("[2] says so", "issue"), ("Channel 5", "name"), ("AT 1835 TODAY", "time"), ("2.  CALLS FOR PEACE", "issue"), ("a C-47", "name"),
        ("AN AVIANCA 727 PLANE", "flight"), ("639 N. Ruiz Dr. around noon", "address"), ("WXYZ 2 News", "name"),
    ],
)  # fmt: skip
def test_what_counts_nothing_says_why(text, reason):
    number = only(text)
    assert not number.is_count
    assert number.not_because == reason


def test_a_date_and_its_year_are_no_counts():
    found = numbers.find("On Dec. 17, 1996, 14 men came; by 3 JAN 90 all 14 had left.")
    assert [number.not_because for number in found] == ["date", "year", None, "date", "date", None]


@pytest.mark.parametrize("text", ["2,000 came", "2000 people", "1500 troops", "some 2000 people"])
def test_four_digits_are_a_count_where_people_are_named(text):
    assert only(text).is_count


@pytest.mark.parametrize(
    "text",
    [
        "announced that ONE person was killed", "to train 10,000 men", "5 Supreme Court justices", "officials count 14 dead",
        "the eight Federal Way officers", "three-man team", "12 MAY BE dead", "injuring Ruiz, one of them",
    ],
)  # fmt: skip
def test_a_count_beside_a_telling_word_stays_a_count(text):
    assert only(text).is_count


@pytest.mark.parametrize(
    "text", ["at all", "once and for all", "some time ago", "How many?", "all night", "MP5", "x" * 50, ""]
)
def test_idioms_are_no_numbers(text):
    assert numbers.find(text) == ()


def test_a_rise_is_two_numbers():
    assert [number.low for number in numbers.find("the toll rose from 5 to 10")] == [5, 10]


def test_others_after_a_number_are_what_it_counts():
    assert [number.low for number in numbers.find("Six others died, and others fled")] == [6, 2]


def test_articles_are_one_only_where_asked():
    assert numbers.find("a man died") == ()
    assert [(number.kind, number.low) for number in numbers.find("a man and an heir", articles=True)] == [
        ("article", 1)
    ] * 2


def test_a_figure_carries_the_words():
    text = "the rebels had nearly 500 hostages"
    assert numbers.figure(only(text), text=text) == Figure(450, 499, "people", Qualifier.NEARLY, "nearly 500")


@pytest.mark.parametrize(
    "text", ["9" * 400, "9" * 400 + " people", "1," * 300, "1.000." * 200, "one " * 200, "half a " * 200]
)
def test_absurd_runs_are_refused_without_harm(text):
    assert all(number.end <= len(text) for number in numbers.find(text))


@given(st.integers(1, 999_999))
@example(1_000)
@example(100_001)
def test_spelt_out_numbers_are_read_back(n):
    number = only(f"They counted {spell(n)} sheep")
    assert (number.low, number.high) == (n, n)


@given(st.integers(3_000, 10**9))
def test_grouped_digits_are_read_back(n):
    assert only(f"They counted {n:,} sheep").low == n


@given(st.text() | st.lists(st.sampled_from(SNIPPETS), max_size=25).map("".join))
def test_any_text_gives_ordered_numbers_inside_it(text):
    end = 0
    for number in numbers.find(text):
        assert end <= number.start <= number.core_start < number.core_end <= number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.end


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("they handed over twelve captives", 12),
        ("the lorry ran over two people", 2),
        ("he was asked about two men", 2),
        ("over twelve captives were handed back", 13),
        ("they told reporters that about twenty died", 18),
    ],
)
def test_a_word_that_belongs_to_the_verb_hedges_no_number(text, low):
    assert only(text).low == low


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("7/ Two volunteers were killed.", [2]),
        ("3.5 The 20 victims were driven off.", [20]),
        ("3.8 All three were arrested.", [3]),
        ("12 The crew of nine were saved.", [9]),
        ("§ 14 Two prisoners died.", [2]),
        ("14 Killed In Train Crash", [14]),
        ("5 Dead, 12 Injured In Market Blast", [5, 12]),
        ("3.5 Million People Displaced", [3_500_000]),
    ],
)
def test_a_paragraphs_own_number_counts_nobody(text, counts):
    assert [number.low for number in numbers.find(text) if number.is_count] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("three and twenty of the crew drowned", [23]),
        ("they slew five-and-thirty of them", [35]),
        ("we lost in that fight two and forty", [42]),
        ("the blast killed three and twenty were hurt", [3, 20]),
        ("killed three and twenty-five others", [3, 25]),
        ("four and thirty thousand", [4, 30_000]),
    ],
)
def test_the_unit_may_stand_before_the_tens(text, counts):
    assert [number.low for number in numbers.find(text) if number.is_count] == counts
