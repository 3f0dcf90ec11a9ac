"""Words for people and acts stand with how often they stand there, and with how far an account is from the others' wording."""

from __future__ import annotations

from dataclasses import replace

from harbour import MadeCase, harbour
from telling import page, words

from sayso.model import Label


def named(*told: tuple[int, str, str]) -> str:
    """The section on words where accounts, by number, use these words for the attackers in these voices."""
    case: MadeCase = harbour()
    documents = case.held["documents"]
    case.held["labels"] = [
        Label(None, "attackers", documents[account].id, term, voice, at, at + 4)
        for at, (account, term, voice) in enumerate(told)
    ]
    return words(page(case), '<section id="words"', "</section>")


OWN = [(0, "rebel", "own"), (0, "rebel", "own"), (0, "bandit", "own")]


def test_a_word_stands_once_with_how_often_it_is_said() -> None:
    assert "rebel ×2, bandit" in named(*OWN)


def test_the_share_of_words_that_no_other_account_uses_stands_beside_them() -> None:
    said = named(*OWN, (1, "rebel", "own"), (1, "rebel", "own"), (1, "rebel", "own"))
    assert "33% only here" in said
    assert "0% only here" in said


def test_too_few_words_and_words_of_others_tell_no_distance() -> None:
    assert "% only here" not in named((0, "rebel", "own"), (1, "bandit", "own"))
    assert "% only here" not in named(*OWN, (1, "murderer", "Ana Ruiz"), (1, "murderer", "Ana Ruiz"))


def test_what_stands_before_the_noun_is_written_as_the_account_writes_it() -> None:
    case: MadeCase = harbour()
    told = case.held["documents"][0]
    start = told.blocks[1].start + 9
    text = f"{told.text[:start]}ACME rebels{told.text[start + len('ACME rebels') :]}"
    case.held["documents"][0] = replace(told, text=text)
    case.held["labels"] = [Label(None, "attackers", told.id, "acme rebel", "own", start, start + len("ACME rebels"))]
    assert "ACME rebel" in words(page(case), '<section id="words"', "</section>")
