from __future__ import annotations

import pytest

from sayso.reading import dates


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2004-05-03", "2004-05-03"),
        ("3rd of May, 2004", "2004-05-03"),
        ("Sept. 3 2004", "2004-09-03"),
        ("2004", "2004"),
        ("2004-02", "2004-02"),
    ],
)
def test_metadata_is_as_coarse_as_it_is_given(said, edtf):
    assert dates.said(said).edtf == edtf


@pytest.mark.parametrize("said", ["", "soon", "31 February 2004", "99", "2997-04-22", "04/05/2004"])
def test_what_is_no_certain_date_is_none(said):
    assert dates.said(said) is None


def test_the_last_day_of_a_month_is_its_own():
    assert dates.said("2004-02").latest.day == 29
