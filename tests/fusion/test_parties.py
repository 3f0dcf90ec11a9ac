"""An account that a party publishes itself is that party's word, though it quotes nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import MAIN, Told, document, event, figure, said, told, when

from sayso.model import Document, Role, Status

TITLES = [
    "Ministry of Defence, press release, 6 May 1980",
    "From the Governor of Orlin: statement on the disorders",
    "Northern Army Command, bulletin no. 4",
]


def case(own: Document, kind: str = "clash") -> Told:
    """A figure of the account in question, and a greater one in the news of two days later."""
    return told(
        said("a", "killed", figure(2), "total"),
        said("b", "killed", figure(19), "total"),
        documents=[own, document("b", "1980-05-08")],
        events=[replace(event(MAIN, Role.MAIN, when=when("1980-05-05")), type=kind)],
    )


@pytest.mark.parametrize("title", TITLES)
def test_news_does_not_carry_on_a_party_s_own_count(title: str) -> None:
    own = replace(document("a", "1980-05-06"), title=title)
    assert case(own).estimate("killed", "total").status is Status.CONTESTED


@pytest.mark.parametrize("title", ["Army kills two in Orlin", "The Orlin Courier, 6 May 1980"])
def test_news_carries_on_the_count_of_news(title: str) -> None:
    own = replace(document("a", "1980-05-06"), title=title)
    assert case(own).estimate("killed", "total").status is Status.UPDATED


def test_what_befalls_people_has_no_parties() -> None:
    own = replace(document("a", "1980-05-06"), title=TITLES[0])
    assert case(own, "flood").estimate("killed", "total").status is Status.UPDATED


def test_a_side_is_known_by_its_own_words_and_weighs_less() -> None:
    own = document("a", "1980-05-06", text="Our heroic fighters took the garrison of Orlin at dawn.")
    found = case(own).estimate("killed", "total")
    assert found.status is Status.CONTESTED
    assert found.by_rule["gtd"].best == figure(19)
