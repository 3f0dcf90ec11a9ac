"""Decisions hold: the case is as if built with them, newer documents leave them standing, and undo gives the state before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sayso
from sayso import judging, pipeline
from sayso.errors import JudgementError, UnknownNameError
from sayso.model import Claim, JudgementKind, Status
from sayso.store import Store
from sayso.typed import typed


@pytest.fixture(scope="session")
def built(siege: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("built") / "siege.sayso"
    sayso.build(siege, case).close()
    return case


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "siege.sayso"
    copy.write_bytes(built.read_bytes())
    return copy


def told(case: Path) -> dict[str, object]:
    """All that the case says, but for what was decided."""
    with sayso.Case.open(case) as opened:
        row = json.loads(opened.export() or "")
    row.pop("judgements")
    return row


def claims(case: Path, slot: str = "hostages_taken") -> list[Claim]:
    with sayso.Case.open(case) as opened:
        return [claim for claim in opened.claims if claim.slot == slot]


def judged(case: Path, kind: str, *, value: str | None = None) -> str:
    """Decide on the claims of those taken hostage, as many as the kind needs."""
    asked = [claim.id for claim in claims(case)]
    few = asked[:1] if kind in {"accept", "reject", "correct", "settle", "note"} else asked[:2]
    with sayso.Case.open(case) as opened:
        return opened.judge(kind, few, by="Coder A", why="the roll", value=value).id


# Names are joined and parted in test_judged_ground.py: these accounts name nobody.
OF_NAMES = {"same_entity", "apart_entity"}
KINDS = [
    (kind.value, "42" if kind.value in {"correct", "settle"} else None)
    for kind in JudgementKind
    if kind.value not in OF_NAMES
]


@pytest.mark.parametrize(("kind", "value"), KINDS)
def test_undo_gives_the_state_before_exactly(case: Path, kind: str, value: str | None) -> None:
    before = told(case)
    made = judged(case, kind, value=value)
    with sayso.Case.open(case) as opened:
        opened.undo(made, by="Coder B")
    assert told(case) == before


@pytest.mark.parametrize(("kind", "value"), KINDS)
def test_the_case_is_as_if_built_with_a_decision(case: Path, accounts: Path, kind: str, value: str | None) -> None:
    judged(case, kind, value=value)
    with sayso.Case.open(case) as opened:
        refreshed = opened.export()
    report = pipeline.build([accounts], case)
    assert not report.is_unchanged
    with sayso.Case.open(case) as opened:
        assert opened.export() == refreshed


def test_a_settled_question_holds_after_a_new_document_and_is_listed(case: Path, accounts: Path) -> None:
    judged(case, "settle", value="about 42")
    text = "Gunmen stormed the embassy on 10 March 2001 and took 70 hostages.\n"
    (accounts / "late.txt").write_text(text, encoding="utf-8")
    with sayso.build(accounts, case) as opened:
        estimate = opened.estimate("hostages_taken", group="hostages")
        assert estimate is not None
        assert (estimate.status, estimate.why) == (Status.SETTLED, "Settled by Coder A: the roll")
        ((judgement, new),) = judging.touched(opened.view)
        assert (judgement.kind, len(new)) == (JudgementKind.SETTLE, 1)


def test_a_decision_whose_claim_is_gone_is_kept_and_reported(case: Path, accounts: Path) -> None:
    made = judged(case, "reject")
    gone = claims(case)[0].document
    next(accounts.glob(f"{gone}.*")).unlink()
    with sayso.build(accounts, case) as opened:
        assert [one.id for one in opened.judgements] == [made]
        assert [one.id for one in judging.orphaned(opened.view)] == [made]


def test_a_decision_finds_its_claim_in_a_changed_text(case: Path, accounts: Path) -> None:
    (first, *_) = claims(case)
    judged(case, "reject")
    file = next(accounts.glob(f"{first.document}.*"))
    file.write_text(file.read_text(encoding="utf-8") + "\nA line that was added.\n", encoding="utf-8")
    with sayso.build(accounts, case) as opened:
        assert judging.orphaned(opened.view) == ()
        now = {claim.quote: claim.id for claim in opened.claims if claim.document == first.document}[first.quote]
        assert now != first.id
        assert now not in {one for estimate in opened for reading in estimate.readings for one in reading.claims}


def test_taking_back_a_taking_back_restores(case: Path) -> None:
    made = judged(case, "reject")
    with_it = told(case)
    with sayso.Case.open(case) as opened:
        back = opened.undo(made, by="B")
        opened.undo(back.id, by="A")
    assert told(case) == with_it


def test_the_later_of_two_decisions_holds(case: Path) -> None:
    judged(case, "settle", value="40")
    judged(case, "settle", value="45")
    with sayso.Case.open(case) as opened:
        estimate = opened.estimate("hostages_taken", group="hostages")
        assert estimate is not None
        assert estimate.low == 45


@pytest.mark.parametrize(
    ("kind", "names", "value", "message"),
    [
        ("reject", ["c0"], None, "no claim 'c0'"),
        ("reject", [], None, "needs 1 or more"),
        ("same_event", [0], None, "needs 2 or more"),
        ("correct", [0], None, "needs the right value"),
        ("correct", [0], "the roll", "takes a number such as"),
        ("reject", [0], "40", "takes no value"),
    ],
)
def test_a_decision_that_names_nothing_says_so(case, kind, names, value, message) -> None:
    ids = [claims(case)[0].id if name == 0 else name for name in names]
    with sayso.Case.open(case) as opened, pytest.raises(JudgementError, match=message):
        opened.judge(kind, ids, by="A", value=value)
    with sayso.Case.open(case) as opened, pytest.raises(UnknownNameError, match="there are: accept"):
        opened.judge("decree", ids, by="A")


def test_undo_is_refused_where_there_is_nothing_to_take_back(case: Path) -> None:
    made = judged(case, "note")
    with Store.open(case) as store:
        judging.undo(store, made, by="A")
        with pytest.raises(JudgementError, match="taken back already"):
            judging.undo(store, made, by="A")
        with pytest.raises(JudgementError, match="no judgement 'j0'"):
            judging.undo(store, "j0", by="A")


def test_the_command_line_decides_lists_and_takes_back(case: Path, sayso) -> None:
    claim = sayso("judge", case, "claims", "hostages_taken").stdout.split()[0]
    done = sayso("judge", case, "settle", claim, "--value", "about 42", "--by", "Ana", "--why", "the roll")
    assert done.returncode == 0, done.stderr
    made = done.stdout.split()[-1]
    assert "Ana: settle to about 42" in sayso("judge", case, "list").stdout
    assert "SETTLED" in sayso("show", case, "hostages_taken").stdout
    assert sayso("judge", case, "undo", made).returncode == 0
    assert "(taken back)" in sayso("judge", case, "list").stdout
    assert "no decision is touched" in sayso("judge", case, "touched").stdout
    assert sayso("judge", case, "decree").returncode == 1


@pytest.mark.parametrize(
    ("words", "kind", "shown"),
    [
        ("610", "figure", (610, 610)),
        ("1,997", "figure", (1997, 1997)),
        ("450 to 550", "figure", (450, 550)),
        ("nearly five months", "duration", (4.05, 5.5)),
    ],
)
def test_a_typed_amount_is_read_as_the_accounts_are(words, kind, shown) -> None:
    value = typed(words, kind)
    assert (value.low, value.high) == shown


@pytest.mark.parametrize(
    ("words", "kind"), [("perhaps", "truth"), ("soon", "when"), ("long", "duration"), ("", "text")]
)
def test_words_that_are_no_such_value_are_refused(words, kind) -> None:
    with pytest.raises(JudgementError, match="cannot be read"):
        typed(words, kind)


def test_places_actors_and_words_are_taken_as_typed() -> None:
    assert typed("Lima, Peru", "place").country == "PE"
    assert typed("an old mill", "place").name == "an old mill"
    assert typed("the Reds", "actor").name == "the Reds"
    assert typed("no", "truth").holds is False
