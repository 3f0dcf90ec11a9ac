"""The first screen says what may be said and what may not, and leaves out what has nothing to say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from harbour import NORTH, bare_case, document, harbour
from telling import page, words

from sayso.dossier.first_screen import origins_line
from sayso.dossier.gathered import gather
from sayso.pipeline import build
from sayso.store import Store


def first(html: str) -> str:
    """The words of the first screen."""
    return words(html, '<section id="first-screen"', "</section>")


@pytest.mark.parametrize(
    "said",
    [
        "9 captors killed (raid) [1] [2] [4]",
        "1 hostage killed (raid)",
        "Began: 3 March 2011 [1] [2] [3]",
        "12 killed in all (raid) = 1 + 2 + 9. Our sum; no account states it.",
        "“shot after they had laid down their arms”, by a freed clerk (was there), alleged [2]",
        "“killed prisoners who had surrendered” [4]",
        "“240 people” [1]",
        "“310 people” [2]",
        "“Hundreds” [2] fits more than one.",
        "240 (3 March 2011) [1]",
        "they held at different moments",
        "25 minutes: takeover [2] · raid [1] (not the same thing)",
        "“2111” can only be a slip: 2011 was meant. [4]",
        "ferry hijack, 1994 [1]",
        "how many were injured (hostages)",
        "[3] was published on 8 March 2011, before the raid",
    ],
)
def test_it_says(told: str, said: str) -> None:
    assert said in first(told)


def test_what_is_alleged_is_never_among_what_the_accounts_agree_on(told: str) -> None:
    agreed = words(told, "The accounts agree", "Do not state as fact")
    assert "surrender" not in agreed
    assert "injured" not in agreed


def test_the_gravest_question_stands_first(told: str) -> None:
    stop = words(told, "Do not state as fact", "One account only")
    assert stop.index("killed after surrender") < stop.index("taken hostage")


def test_a_list_with_nothing_to_say_is_left_out() -> None:
    case = harbour()
    case.held["findings"] = []
    assert "Slip of the pen" not in page(case)


def test_accounts_without_a_date_say_undated(told: str) -> None:
    assert "صحيفة الميناءundated" in words(told, '<ol class="accounts-list"', "</ol>")


def test_copied_passages_lower_the_number_of_origins(told: str) -> None:
    assert "4 accounts, at most 3 origins: [4] shares a passage with [2]." in words(told)


def test_without_copies_independence_stays_unproven() -> None:
    told = page(bare_case(document("x", NORTH), document("y", NORTH)))
    assert "no passage copied between them was found. That is not proof that they are independent." in words(told)


def test_long_lists_are_cut_and_say_how_many_are_left() -> None:
    case = harbour()
    ferry = next(event for event in case.held["events"] if event.id == "ferry")
    case.add("events", *(replace(ferry, id=f"wreck{at}", title=f"wreck {at}") for at in range(9)))
    assert "and 3 more" in words(page(case), "Kept out: other events", "Nobody says")


def test_accounts_of_one_outlet_are_one_origin_of_the_first_line(tmp_path):
    told = (
        "Nine people died in a blast in Turin.",
        "Ten people died in a blast in Turin.",
        "A bomb in Turin killed nine.",
    )
    for number, (line, filer) in enumerate(zip(told, ("Wire", "Wire", "Post"), strict=True)):
        (tmp_path / f"{number}.txt").write_text(f"TURIN, {3 + number} May 1994 ({filer}) - {line}\n")
    build([tmp_path], tmp_path / "a.sayso")
    with Store.open(tmp_path / "a.sayso") as store:
        assert origins_line(gather(store.view())).startswith("3 accounts, at most 2 origins")
