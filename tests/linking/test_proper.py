"""Proper words: what both texts write with a capital ties accounts whose type, day or country was misread."""

from __future__ import annotations

import pytest
from tests.linking.factory import CODEBOOK, OSLO, PERU, account, document, episode, when

from sayso.linking import link
from sayso.linking.proper import capitals, proper
from sayso.model import Event, Role

FLOOD = "The water came to Orla at night, and at dawn the bell of Vessin rang, said Ida Brunn of the Kestrel mill."


def told(texts: list[str], episodes: list[dict[str, object]]) -> tuple[Event, ...]:
    """The wholes of one account a text."""
    documents = [document(f"d{number}", text) for number, text in enumerate(texts)]
    accounts = [account(one, episode(0, **given)) for one, given in zip(documents, episodes, strict=True)]  # type: ignore[arg-type]
    return tuple(event for event in link(documents, accounts, CODEBOOK).events if event.part_of is None)


@pytest.mark.parametrize(
    "odd",
    [
        {"event_type": "shooting", "where": OSLO},
        {"event_type": "attack", "where": PERU, "when": when("2001-03")},
        {"where": OSLO, "when": when("2001-02-02")},
    ],
)
def test_an_account_of_the_same_names_is_of_the_main_event_however_it_was_read(odd: dict[str, object]) -> None:
    plain = {"where": PERU, "when": when("2001-01-18")}
    events = told([FLOOD, f"They said in town that {FLOOD}", f"Years later, near Orla, {FLOOD}"], [plain, odd, plain])
    assert [(event.role, event.documents) for event in events] == [(Role.MAIN, ("d0", "d1", "d2"))]


def test_accounts_that_share_no_name_are_no_one_event() -> None:
    other = "The train left Harn at noon, and past the bridge of Tolle it met Peer Lund, a clerk of the Osprey line."
    assert len(told([FLOOD, other], [{}, {}])) == 2


def test_parts_of_addresses_and_days_are_no_proper_words() -> None:
    assert capitals("She met the Mayor on Monday at the Memorial Hospital in Orla, on Main Street.") == {"main", "orla"}


def test_a_word_that_most_texts_write_small_names_nothing() -> None:
    held = {"gates": 3, "orla": 3, "peru": 2}
    assert proper([frozenset({"gates", "orla", "peru"}), frozenset({"orla", "peru"})], held) == {"orla"}
