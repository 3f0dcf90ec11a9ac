"""What a text calls a film or a book by, and what it holds to be among the most important, tells of nothing."""

from __future__ import annotations

from tests.extraction.telling import said


def test_the_title_of_a_film_names_no_attackers() -> None:
    text = (
        "Gunmen attacked the consulate at Korba on 3 May and killed four guards. The attack was carried out by rebels, and films like "
        "*Nine Hours: The Silent Soldiers of Korba* glorify the army."
    )
    assert all("Silent" not in claim.quote for claim in said(text, "perpetrator"))


def test_one_of_the_most_important_events_is_no_quantity() -> None:
    assert not said(
        "A bomb killed two guests at Korba on 3 May at one of the most important events of the year.", "quantity"
    )
