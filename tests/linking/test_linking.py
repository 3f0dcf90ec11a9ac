"""Accounts in, events out: one incident told often, many told once, others only mentioned."""

from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.factory import (
    AREQUIPA,
    CODEBOOK,
    CUSCO,
    OSLO,
    PERU,
    account,
    document,
    episode,
    mention,
    when,
)

from sayso.linking import link
from sayso.model import Account, Document, Linked, Role


def siege() -> tuple[list[Document], list[Account]]:
    """Three accounts of one siege with its raid; two mention one in Oslo."""
    told = [
        document("a", "A siege in Arequipa.\nIt recalls one of old.", published="2001-02-01"),
        document("b", "Siege of the bank in Arequipa.\nAs once in Oslo.", published="2001-03-01"),
        document("c", "Arequipa siege ended."),
    ]
    passing = {"is_passing": True, "when": when("1979"), "where": OSLO}
    accounts = [
        account(told[0], episode(0, where=AREQUIPA, when=when("2001-01-10/2001-01-20")), episode(1, **passing)),
        account(
            told[1],
            episode(0, where=AREQUIPA, when=when("2001-01")),
            episode(1, part="raid", part_of=0, when=when("2001-01-20")),
            episode(2, **passing),
        ),
        account(told[2], episode(0, where=AREQUIPA), episode(1, part="raid", part_of=0)),
    ]
    return told, accounts


def linked(told: list[Document], accounts: list[Account]) -> Linked:
    return link(told, accounts, CODEBOOK)


def test_accounts_of_one_incident_make_one_main_event_with_one_raid() -> None:
    events = linked(*siege()).events
    assert [(event.role, event.part, event.documents) for event in events] == [
        (Role.MAIN, None, ("a", "b", "c")),
        (Role.PART, "raid", ("b", "c")),
        (Role.MENTIONED, None, ("a", "b")),
    ]
    assert events[1].part_of == events[0].id


def test_the_title_says_type_place_and_days() -> None:
    events = linked(*siege()).events
    assert [event.title for event in events] == [
        "Hostage taking, Arequipa, 10 January 2001 to 20 January 2001",
        "Raid, Arequipa, 20 January 2001",
        "Hostage taking, Oslo, 1979",
    ]


def test_every_claim_of_an_episode_gets_its_event() -> None:
    found = linked(*siege())
    of_event = {claim.id: event.id for event in found.events for claim in found.claims if claim.id in event.claims}
    assert {claim.id: claim.event for claim in found.claims} == of_event


def test_a_passing_mention_without_time_stays_apart_from_the_main_event() -> None:
    told, accounts = siege()
    told.append(document("d", "On another matter."))
    accounts.append(account(told[-1], episode(0, is_passing=True, where=AREQUIPA)))
    assert linked(told, accounts).events[0].documents == ("a", "b", "c")


def test_a_passing_mention_with_its_time_and_place_is_the_main_event() -> None:
    told, accounts = siege()
    told.append(document("d", "On another matter."))
    accounts.append(account(told[-1], episode(0, is_passing=True, where=AREQUIPA, when=when("2001-01-12"))))
    assert linked(told, accounts).events[0].documents == ("a", "b", "c", "d")


def test_an_undated_account_does_not_glue_two_incidents() -> None:
    told = [document(name, f"Text {name}.") for name in "abc"]
    accounts = [
        account(told[0], episode(0, "shooting", where=CUSCO, when=when("2010-03-01"))),
        account(told[1], episode(0, "shooting", where=CUSCO)),
        account(told[2], episode(0, "shooting", where=CUSCO, when=when("2014-03-01"))),
    ]
    assert not any({"a", "c"} <= set(event.documents) for event in linked(told, accounts).events)


def test_incidents_told_once_each_are_all_main() -> None:
    told = [document(f"d{index}", f"Text {index}.") for index in range(6)]
    accounts = [
        account(one, episode(0, "shooting", where=AREQUIPA, when=when(f"20{10 + index}-03-01")))
        for index, one in enumerate(told)
    ]
    assert [event.role for event in linked(told, accounts).events] == [Role.MAIN] * 6


def test_countries_part_incidents() -> None:
    told = [document("a", "One."), document("b", "Two.")]
    accounts = [account(told[0], episode(0, where=PERU)), account(told[1], episode(0, where=OSLO))]
    assert len(linked(told, accounts).events) == 2


def test_no_accounts_make_no_events() -> None:
    assert linked([], []) == Linked((), (), (), (), ())


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(3)), st.permutations(range(3)))
def test_the_order_of_documents_and_accounts_changes_nothing(first: list[int], second: list[int]) -> None:
    told, accounts = siege()
    assert linked([told[i] for i in first], [accounts[i] for i in second]) == linked(told, accounts)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(range(3)), st.sampled_from(["0", "az", "zz"]))
def test_a_duplicate_changes_no_event_but_its_listing(index: int, name: str) -> None:
    told, accounts = siege()
    twin = dataclasses.replace(told[index], id=name, sha256="f" * 64)
    claims = tuple(
        dataclasses.replace(claim, document=name, id=f"c{name}{number}")
        for number, claim in enumerate(accounts[index].claims)
    )
    doubled = linked([*told, twin], [*accounts, dataclasses.replace(accounts[index], document=name, claims=claims)])
    bare = [dataclasses.replace(event, documents=(), claims=()) for event in doubled.events]
    assert bare == [dataclasses.replace(event, documents=(), claims=()) for event in linked(told, accounts).events]


def test_a_swapped_year_parts_no_account_from_the_others_of_a_folder_and_dates_nothing() -> None:
    told = [
        document("a", "The riot of Arequipa in Calle Real.\nGamarra led it.", published="1908-06-01"),
        document("b", "The riot of Arequipa in Calle Real.\nGamarra fled.", published="2008-06-01"),
    ]
    days = (when("1908-05-02"), when("1980-05"))
    accounts = [account(one, episode(0, where=AREQUIPA, when=day)) for one, day in zip(told, days, strict=True)]
    (event,) = linked(told, accounts).events
    assert event.title == "Hostage taking, Arequipa, 2 May 1908"


def test_another_year_of_the_same_season_parts_two_events() -> None:
    told = [document("a", "A riot in Arequipa.", published="1908-06-01"), document("b", "A riot in Arequipa.\nAgain.")]
    days = (when("1908-05-02"), when("1970-05"))
    accounts = [account(one, episode(0, where=AREQUIPA, when=day)) for one, day in zip(told, days, strict=True)]
    assert len(linked(told, accounts).events) == 2


def newsroom(texts: list[str], days: list[str | None]) -> list[tuple[str, ...]]:
    """Many texts of one country, the first two given, the others of incidents of their own; which documents go together."""
    others = [" ".join(f"{letter}{n}" for letter in "qxzjvw") for n in range(45)]
    told = [document(f"d{n:02}", text, title=f"t{n}") for n, text in enumerate([*texts, *others])]
    known = [*days, *(None for _ in others)]
    accounts = [
        account(
            one,
            episode(0, where=PERU, **({"when": when(day)} if day else {})),
            mentions=tuple(mention(one, name) for name in ("Ana Rios", "Luis Sol", "Eva Mar") if name in one.text),
        )
        for one, day in zip(told, known, strict=True)
    ]
    return [
        event.documents
        for event in linked(told, accounts).events
        if len(event.documents) > 1 and "d00" in event.documents
    ]


def test_public_names_in_one_country_make_no_event_of_two_in_a_large_case() -> None:
    rest = (" ".join(f"{letter}{n}" for n in range(60)) for letter in "pr")
    texts = [f"Ana Rios, Luis Sol and Eva Mar: {words}." for words in rest]
    assert newsroom(texts, [None, None]) == []
    assert newsroom(texts, ["2001-01-10", "2001-01-10"]) == [("d00", "d01")]
