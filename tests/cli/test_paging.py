"""What is long is told a page at a time."""

from __future__ import annotations

import pytest

import sayso
from sayso.cli import paging, telling
from sayso.errors import InputError


@pytest.fixture(scope="module")
def view(siege):
    return sayso.build(siege).view


def test_pages_hold_all_things_once():
    shown = [at for number in (1, 2, 3) for at in range(120)[slice(*_bounds(120, number))]]
    assert shown == list(range(120))


def _bounds(count: int, at: int) -> tuple[int, int]:
    one = paging.page(count, at, "event")
    return one.first, one.last


def test_a_page_that_is_not_there_is_refused():
    with pytest.raises(InputError, match="there is no page 4; 120 events fill 3 pages"):
        paging.page(120, 4, "event")


def test_a_long_slot_is_told_in_pages(view, monkeypatch):
    whole = list(telling.told(view, "killed"))
    monkeypatch.setattr(paging, "PAGE", 1)
    first = list(telling.told(view, "killed"))
    assert first[0].endswith(f"page 1 of {view.count('estimates', slot='killed')}")
    assert first[-1] == "more: --page 2"
    pages = [list(telling.told(view, "killed", at + 1)) for at in range(view.count("estimates", slot="killed"))]
    assert [line for page in pages for line in page if "page" not in line] == whole


def test_an_event_a_document_and_a_claim_are_found_by_their_ids(view):
    claim = next(view.claims())
    assert next(telling.told(view, claim.id)).startswith(claim.id)
    assert next(telling.told(view, claim.document)) == view.document(claim.document).title
    assert next(telling.told(view, claim.event)).startswith(claim.event)


def test_what_accounts_call_whom_is_told_in_pages(view, monkeypatch):
    whole = list(telling.told(view, "words"))
    lines = [line for line in whole if line.startswith("  ")]
    assert len(lines) > 2
    monkeypatch.setattr(paging, "PAGE", 2)
    pages = [list(telling.told(view, "words", at + 1)) for at in range((len(lines) + 1) // 2)]
    assert pages[0][0] == f"{len(lines)} lines, page 1 of {len(pages)}"
    assert [line for page in pages for line in page if line.startswith("  ")] == lines
