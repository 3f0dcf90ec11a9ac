"""Texts in which an event is a word here and there tell of none; those who were there are heard, however seldom they name it."""

import pytest
from tests.extraction.telling import said, tell

LINES = (
    "The candidate spoke for an hour in the school hall of Dorn.",
    "Her opponent has raised 40 million dollars since May.",
    "Voters will choose between the two in the autumn.",
    "The governor promised lower taxes and better roads.",
    "A poll of 900 people put him ahead by two points.",
    "The newspaper called the plan a mistake.",
    "Both parties have sent volunteers to the north of the state.",
    "The debate is to be held on Tuesday in Ulm.",
    "Aides said that she had slept well.",
    "The senate will meet again in June.",
    "Prices rose by three per cent last year.",
    "The speech was heard on 40 stations.",
)
FIGURES_OF_SPEECH = [
    "The campaign never recovered from the crash of its numbers in March.",
    "Protesters marched outside his hotel years ago.",
    "He attacked the judge in a letter on Friday.",
]


@pytest.mark.parametrize("line", FIGURES_OF_SPEECH)
def test_a_text_of_politics_has_no_event(line):
    text = "\n\n".join((*LINES, line, *LINES))
    own = {e.number for e in tell(text).episodes if not e.is_passing}
    assert [c.slot for c in tell(text).claims if c.episode in own] == []


def test_an_incident_is_told_though_the_text_goes_on_with_other_things():
    text = "\n\n".join(("Two men were shot dead in Dorn on Tuesday and three were wounded.", *LINES, *LINES))
    assert len(said(text, "killed")) == 1


def test_those_who_were_there_are_heard():
    lines = [f"I was at my bench when we heard the noise, {n} of us in my row." for n in ("six", "seven", "eight")]
    text = "\n\n".join((*LINES[:4], "Forty were in the hall when the gallery collapsed.", *lines * 4, "Nine died."))
    assert said(text, "killed")


#: Two sentences in fourteen name the strike; every eighth word is of shares and bids.
MARKETS = (
    "The maker of pumps may face a battle for its shares, traders in Dorn said on Tuesday.",
    "Its rival bid 30 dollars a share, and investors expect a higher offer.",
    "Analysts put the profit of the company at 4 million dollars a quarter.",
    "Trading in the stock was stopped at noon.",
    "The chairman owns 12 per cent of the shares.",
    "Sales fell last year, and the dividend was cut.",
    "The fund that holds the bonds has three seats on the board.",
    "Six directors of the company met in Ulm on Monday.",
)


def test_a_text_of_markets_has_no_battle():
    found = tell("\n\n".join((*MARKETS, *MARKETS[1:])))
    own = {e.number for e in found.episodes if not e.is_passing}
    assert [c.slot for c in found.claims if c.episode in own] == []


def test_a_shooting_on_the_floor_of_the_exchange_is_told():
    text = "\n\n".join(("Four traders were shot dead at the stock market of Dorn on Tuesday.", *MARKETS))
    assert [claim.value.low for claim in said(text, "killed")] == [4]
