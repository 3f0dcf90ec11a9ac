"""What the recogniser took for a name and is none, beside names that look like it."""

import pytest
from tests.extraction.telling import document

from sayso.extraction.parsing.proper_names import proper_names
from sayso.model import Mention


def named(text: str, quote: str, kind: str = "organisation", name: str = "a.txt") -> list[tuple[str, str]]:
    """What becomes of one mention in a text: its name and kind, or nothing."""
    told = document(text, name)
    at = told.text.index(quote)
    found = Mention(told.id, at, at + len(quote), quote, kind, quote)
    kept = list(proper_names([found], told))
    assert all(told.text[one.start : one.end] == one.quote for one in kept)
    return [(one.name, one.kind) for one in kept]


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("The Embassy fell. Every embassy has a gate.", "Embassy", "person"),
        ("They spoke of the congress of old.", "congress", "organisation"),
        ("Source AP, said the line.", "Source AP", "person"),
        ("Seen by T. Marsh/Coastline Press here.", "T. Marsh/Coastline Press", "person"),
        ("Like us on www.ashbynews.com today.", "www.ashbynews.com", "organisation"),
        ("He heard POW POW POW and ran.", "POW POW POW", "organisation"),
        ("They signed the Vienna Convention at last.", "Vienna Convention", "organisation"),
        ("He drove a Toyota Corolla home.", "Toyota Corolla", "organisation"),
        ("The raid was called Operation Falcon then.", "Operation Falcon", "organisation"),
    ],
)
def test_what_is_no_name_is_left_out(text: str, quote: str, kind: str) -> None:
    assert named(text, quote, kind) == []


@pytest.mark.parametrize(
    ("text", "quote", "kind", "becomes"),
    [
        ("He lives at 745 Locust Ave. in Ashby.", "745 Locust Ave.", "organisation", ("745 Locust Ave.", "place")),
        ("In the 1500 block of Berry Way two died.", "Berry Way", "organisation", ("Berry Way", "place")),
        ("The Supreme Court ruled.", "Supreme Court", "organisation", ("Supreme Court", "organisation")),
        ("The United Way gave food.", "United Way", "organisation", ("United Way", "organisation")),
        ("The dead were Alma Ruiz, 20; and another.", "Alma Ruiz", "organisation", ("Alma Ruiz", "person")),
        ("His great-aunt Alma Ruiz wept.", "Alma Ruiz", "organisation", ("Alma Ruiz", "person")),
        ("Ashby Police, 20 of them, came.", "Ashby Police", "organisation", ("Ashby Police", "organisation")),
        ("Said Ashby Police Sgt. Lee.", "Ashby Police Sgt", "organisation", ("Ashby Police", "organisation")),
        ("The Highway Patrol located Syed there.", "Highway Patrol located Syed", "organisation", ("Highway Patrol", "organisation")),
        ("The Bank of the North paid.", "Bank of the North", "organisation", ("Bank of the North", "organisation")),
        ("In the port of Arlu they wept.", "Arlu", "organisation", ("Arlu", "place")),
        ("The construction giant Obrecht paid.", "Obrecht", "person", ("Obrecht", "organisation")),
        ("The ferry sank off Marwa then.", "Marwa", "person", ("Marwa", "place")),
        ("She sat near Ana Ruiz then.", "Ana Ruiz", "person", ("Ana Ruiz", "person")),
        ("The museum (LUM) was shut.", "LUM", "person", ("LUM", "organisation")),
        ("Archbishop of Lima Juan Ruiz came.", "Lima Juan Ruiz", "person", ("Juan Ruiz", "person")),
        ("Archbishop of Dublin Diarmuid Martin came.", "Diarmuid Martin", "person", ("Diarmuid Martin", "person")),
        ("Osiel Benitez Benitez fled.", "Osiel Benitez Benitez", "person", ("Osiel Benitez Benitez", "person")),
    ],
)  # fmt: skip
def test_a_name_is_cut_to_itself_and_of_its_kind(text: str, quote: str, kind: str, becomes: tuple[str, str]) -> None:
    assert named(text, quote, kind) == [becomes]


def test_what_only_a_heading_names_is_none_unless_the_text_names_it_too() -> None:
    told = document("# Vicious Moves by Alma Ruiz\n\nA rebel named Ruiz fled.\n", "a.md")
    quotes = (("Vicious Moves", "organisation"), ("Alma Ruiz", "person"), ("Ruiz fled", "person"))
    found = [
        Mention(told.id, at, at + len(quote), quote, kind, quote.removesuffix(" fled"))
        for quote, kind in quotes
        for at in (told.text.rindex(quote),)
    ]
    assert "Vicious Moves" not in [one.name for one in proper_names(found, told)]
    assert "Alma Ruiz" in [one.name for one in proper_names(found, told)]
