"""What is told in passing, as a reader finds it."""

from __future__ import annotations

import io
from pathlib import Path

import sayso
from sayso.dossier import write


def test_the_day_on_which_an_account_came_out_is_no_event_of_its_own(tmp_path: Path) -> None:
    account = tmp_path / "a.txt"
    account.write_text(
        "LUNDA, March 12, 2010 (NNA) - A bomb killed nine people in Lunda on Tuesday.\n", encoding="utf-8"
    )
    out = io.StringIO()
    with sayso.build([account]) as case:
        assert any(
            claim.slot == "date" and claim.extractor.startswith("rules.own_days/") for claim in case.view.claims()
        )
        write(case.view, out)
    page = out.getvalue()
    assert "Told aside" not in page
