from __future__ import annotations

import re

import pytest

from sayso.errors import InputError
from sayso.export import showing


def test_a_notebook_shows_the_record_as_a_table(case):
    page = case._repr_html_()
    assert page.count("<tr>") == page.count("</tr>") > 10
    assert "Hostages taken" in page
    assert "contested" in page


def test_a_slot_stands_with_the_words_of_each_reading(case):
    slot = case.slot("hostages_taken")
    assert slot.estimates
    for estimate in slot.estimates:
        for reading in estimate.readings:
            assert len(slot.quotes(reading)) == len(reading.claims)
            for claim in slot.quotes(reading):
                assert " ".join(claim.quote.split()) in str(slot)
    assert slot._repr_html_().count("<table>") == len(slot.estimates)


def test_markup_of_an_account_is_shown_and_not_obeyed(case, monkeypatch):
    monkeypatch.setattr(showing, "value_of", lambda _: "<script>alert(1)</script>")
    monkeypatch.setattr(showing, "_words", lambda _: "<img src=x onerror=alert(1)>")
    page = case._repr_html_() + case.slot("killed")._repr_html_()
    assert "&lt;script&gt;" in page
    assert set(re.findall(r"<([a-z]+)", page)) <= set("p strong br table thead tbody tr th td em".split())


def test_a_slot_that_nobody_tells_of_says_so(case):
    assert "No account tells anything of founded" in case.slot("founded", group="nobody")._repr_html_()
    assert str(case.slot("founded", group="nobody")) == "No account tells anything of founded."


def test_a_slot_or_event_that_is_not_there_is_refused_with_those_that_are(case):
    with pytest.raises(InputError, match=r"no slot is called 'kiled'; the codebook has: .*killed"):
        case.slot("kiled")
    with pytest.raises(InputError, match="has no event 'e0'"):
        case.slot("killed", event="e0")
