"""Three accounts of one sinking, read and built: the toll rises, and no page calls that a contradiction."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from telling import words

import sayso
from sayso import dossier

WIRE = """Ferry capsizes off the coast

14 March 2019, Coastal Wire

A ferry capsized in rough seas off Port Mary on Thursday, killing at least 38 people, police said. Dozens were still missing.
"""
PAPER = """Ferry toll climbs to 61

17 March 2019, The Morning Mirror

The ferry capsized off Port Mary on Thursday. Nine people are still missing. Divers recovered 14 bodies from the hull on Saturday alone.
"""
INQUIRY = """# Report on the ferry

Published 2 September 2019

On 14 March 2019 the ferry capsized off Port Mary. Sixty-four people were killed.
"""


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in (("wire.txt", WIRE), ("paper.txt", PAPER), ("inquiry.md", INQUIRY)):
        Path(folder, name).write_text(text, "utf-8")
    out = io.StringIO()
    with sayso.build(folder, None) as case:
        dossier.write(case.view, out)
    return words(out.getvalue(), '<section id="first-screen"', "</section>")


@pytest.mark.parametrize(
    "said",
    [
        "64 killed in all [1] “at least 38 people” [3] fits (the latest figure)",
        "9 missing in all [2] (the latest figure)",
        "at least 38 [3] · 61 [2] · 64 [1] (they held at different moments) a part: 14 [2]",
    ],
)
def test_the_latest_toll_stands_and_what_was_told_before_is_no_conflict(screen: str, said: str) -> None:
    assert said in screen


def test_nothing_is_called_contested(screen: str) -> None:
    assert "contested" not in screen
