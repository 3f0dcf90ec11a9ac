"""The dossier of a case that the whole way built: every figure leads to its words, whatever the order of the files."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso.dossier import write
from sayso.pipeline import build
from sayso.store import Store

TEXTS = {
    "agency.txt": (
        "Bomb kills nine at Varnia station\n\n4 May 2012\n\n"
        "A bomb exploded at the central station of Varnia on 3 May 2012. Nine people were killed and about 40 were injured, "
        "police said. Two attackers were arrested.\n"
    ),
    "weekly.txt": (
        "The morning after\n\n10 May 2012\n\n"
        "The bombing of Varnia station on 3 May 2012 killed eleven people. Dozens were injured. "
        "According to a witness, the bomber was shot after he had surrendered.\n"
    ),
    "blog.txt": (
        "Varnia remembered\n\n"
        "On 3 May 2012 a bomb at the station in Varnia killed nine people. It recalled the fire of 1987, in which 31 people "
        "died.\n"
    ),
}


def dossier_of(folder: Path, names: Sequence[str]) -> str:
    """Build these files into a case in memory and tell it."""
    out = io.StringIO()
    with Store.open(None) as store:
        build([folder / name for name in names], store)
        write(store.view(), out)
    return out.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three files."""
    path = tmp_path_factory.mktemp("varnia")
    for name, text in TEXTS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def real(folder: Path) -> str:
    """Their dossier."""
    return dossier_of(folder, sorted(TEXTS))


def test_the_order_of_the_files_changes_no_byte(folder: Path, real: str) -> None:
    assert dossier_of(folder, sorted(TEXTS, reverse=True)) == real


def test_every_link_of_a_real_case_leads_somewhere(real: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', real)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', real)) <= set(ids)


def test_the_words_of_the_accounts_stand_in_it(real: str) -> None:
    assert "<mark>eleven people</mark>" in real
