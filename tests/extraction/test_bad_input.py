"""What no account should be: nothing crashes, nothing false is claimed, and the reason is told."""

from __future__ import annotations

import pytest
from tests.extraction.telling import document, tell

from sayso.model import Account

_WORDS = "soldiers killed two people and a bomb struck the house while police said many".split()


def _told(text: str) -> list[tuple[str, str]]:
    return [(claim.slot, claim.quote) for claim in tell(text).claims if claim.slot not in ("weapon", "place")]


def _reasons(account: Account) -> list[str]:
    return [refusal.reason for refusal in account.refusals]


@pytest.mark.parametrize(
    "text",
    ["Ana Ruiz\nPedro Salas\nJuan Ortiz\nRosa Bomb", "The garden opens at nine. 300 came on Sunday."],
)
def test_a_text_without_an_event_has_no_claims_and_no_event(text: str) -> None:
    account = tell(text)
    assert (account.claims, account.episodes) == ((), ())


def test_a_sentence_of_five_thousand_words_tells_nothing_and_says_so() -> None:
    account = tell(" ".join(_WORDS[n % len(_WORDS)] for n in range(5000)) + ".")
    assert account.claims == ()
    assert _reasons(account) == ["a sentence of 5,000 words: what belongs to what cannot be told"]


def test_what_stands_beside_an_endless_sentence_is_told() -> None:
    endless = " ".join(_WORDS[n % len(_WORDS)] for n in range(800)) + "."
    assert _told(f"A bomb killed nine people in Lyon.\n\n{endless}") == [("cause", "A bomb"), ("killed", "nine people")]


def test_a_number_of_four_hundred_digits_counts_nothing() -> None:
    account = tell(f"A bomb killed {'9' * 400} people in Lyon. The attack injured 12 people.")
    assert [c.quote for c in account.claims if c.slot in ("killed", "injured")] == ["12 people"]
    assert _reasons(account) == ["a number of 400 digits counts nothing"]


def test_a_table_s_labelled_lines_are_claims() -> None:
    text = "Earthquake in Varnika\n\nCasualties of the earthquake\n\nKilled  12\nInjured\t40\nMissing | 3\n"
    assert _told(text) == [("killed", "12"), ("injured", "40"), ("missing", "3")]


def test_a_row_under_a_head_is_refused_with_its_reason() -> None:
    account = tell("An earthquake struck Varnika and killed 19 people.\n\nTown  Killed  Injured\nNorth  12  40\n")
    assert [c.quote for c in account.claims if c.slot == "killed"] == ["19 people"]
    assert _reasons(account) == ["a row of a table: what its figures count stands elsewhere"]


@pytest.mark.parametrize(
    "left", ["{{Infobox attack|killed=45}}", "<script>var killed = 45;</script>", '<p killed="45 people">']
)
def test_markup_left_in_claims_nothing(left: str) -> None:
    assert _told(f"A bomb killed nine people in Lyon. {left}") == [("cause", "A bomb"), ("killed", "nine people")]


def test_two_datelines_of_two_days_are_said() -> None:
    account = tell("LYON, May 3, 2001 (Reuters) -\n\nPARIS, June 9, 2003 (AFP) - A bomb killed two people.\n")
    assert "two datelines tell two days (2001-05-03, 2003-06-09)" in _reasons(account)
    assert [claim.quote for claim in account.claims if claim.slot.startswith("date")] == []


def test_another_language_claims_nothing() -> None:
    text = "El lunes una bomba mató a doce personas en Lyon, dijo la policía. Hay 30 heridos."
    assert document(text).language == "es"
    assert tell(text).claims == ()
