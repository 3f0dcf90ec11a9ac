"""Days that were still to come when the account came out."""

from tests.extraction.telling import said

from sayso.model import Modality

TEXT = (
    "March 20, 2017\n\nA jury found two officers guilty on Friday. They had fired 18 shots at a car on Nov. 3, 2015, and killed a boy of six. "
    "His father was wounded.\n\nThe third officer faces a trial later this year. The sentence is due on May 3, 2017. A hearing was held on March 9.\n"
)


def test_a_day_after_the_account_came_out_is_planned():
    days = {claim.quote: claim.modality for claim in said(TEXT, "date")}
    assert days["later this year"] is days["May 3, 2017"] is Modality.PLANNED
    assert days["March 9"] is Modality.ASSERTED


def test_a_year_centuries_ahead_is_a_slip_and_no_plan():
    days = {claim.quote: claim.modality for claim in said(TEXT.replace("May 3, 2017", "May 3, 2917"), "date")}
    assert days["May 3, 2917"] is Modality.ASSERTED
