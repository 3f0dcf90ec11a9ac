from __future__ import annotations

import pytest

from sayso.errors import CaseError, InputError
from sayso.store import Store


def test_what_is_written_is_read_again(filled, derived):
    view = filled(Store.open(None)).view()
    assert view.documents() == derived.documents
    assert tuple(view.claims()) == derived.linked.claims
    assert view.events() == derived.linked.events
    assert view.entities() == derived.linked.entities
    assert view.lineage() == derived.linked.lineage
    assert view.labels() == derived.linked.labels
    assert view.estimates() == derived.fused.estimates
    assert view.findings() == derived.fused.findings
    assert view.unread() == derived.unread
    assert view.sources() == derived.sources
    assert view.codebook.name == "incident"


@pytest.mark.parametrize(
    ("wanted", "count"),
    [({}, 1), ({"event": "e"}, 1), ({"slot": "rescued", "document": "a"}, 1), ({"event": "z"}, 0), ({"slot": "z"}, 0)],
)
def test_claims_are_filtered(filled, wanted, count):
    assert len(list(filled(Store.open(None)).view().claims(**wanted))) == count


def test_one_thing_is_found_by_its_id_and_a_miss_says_what_there_is(filled, claim):
    view = filled(Store.open(None)).view()
    assert view.claim(claim.id) == claim
    with pytest.raises(InputError, match=r"'z'.*documents are: a"):
        view.document("z")


@pytest.mark.parametrize(("words", "count"), [("hostages freed", 1), ("absent", 0), ('a "quote" OR (', 0), ("", 0)])
def test_passages_are_found_by_their_words(filled, words, count):
    assert len(filled(Store.open(None)).view().find(words)) == count


def test_texts_stay_searchable_once_after_a_second_build(filled):
    store = filled(filled(Store.open(None)))
    assert len(store.view().find("hostages")) == 1
    assert store.view().generation == 2


def test_an_unfinished_case_says_so():
    with pytest.raises(CaseError, match=r"no build"):
        _ = Store.open(None).view().header
