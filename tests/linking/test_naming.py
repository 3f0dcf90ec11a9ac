"""What events are called: ids that hang on the words, and on the day that these were published."""

from __future__ import annotations

from dataclasses import replace

from tests.linking.factory import AREQUIPA, CODEBOOK, account, claim, document, episode, figure, when

from sayso.linking import link
from sayso.model import Document, Place


def _event(told: Document) -> str:
    killed = claim(told, 0, "killed", figure(3.0))
    day = when(told.published.text if told.published is not None else "1996-12-17")
    (event,) = link(
        [told], [replace(account(told, episode(0, where=AREQUIPA, when=day)), claims=(killed,))], CODEBOOK
    ).events
    return event.id


def test_the_same_words_of_another_day_are_another_event():
    first, later = (
        document(f"d{year}", "Three died on Wednesday.", published=f"{year}-06-06") for year in (1991, 2019)
    )
    assert first.text_sha256 == later.text_sha256
    assert _event(first) != _event(later)


def test_another_file_of_the_same_words_and_day_is_of_the_same_event():
    first, other = (document(name, "Three died on Wednesday.", published="1991-06-06") for name in ("one", "two"))
    assert _event(first) == _event(other)


def test_a_village_of_no_list_that_most_accounts_name_is_where_it_was():
    village = Place("Tsalkab", ("Peru",), "PE", None, None, 6, "Tsalkab")
    same = "Gunmen stormed the mission of Tsalkab and killed three nuns on 17 December."
    told = []
    for number, where in enumerate((village, AREQUIPA, village, village)):
        text = document(f"d{number}", f"{same} Report {number}.", published="1996-12-18")
        killed = claim(text, 0, "killed", figure(3.0))
        told.append((text, replace(account(text, episode(0, where=where, when=when("1996-12-17"))), claims=(killed,))))
    events = link([text for text, _ in told], [one for _, one in told], CODEBOOK).events
    assert {event.where.name for event in events if len(event.documents) > 1 and event.where is not None} == {"Tsalkab"}
