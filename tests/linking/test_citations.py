"""Outlets and agencies that a document credits, in its text and under its pictures."""

from __future__ import annotations

import dataclasses

import pytest
from tests.linking.factory import account, claim, document, episode, figure, speaker

from sayso.linking.citations import citations, outlet_name, source_names
from sayso.model import BlockKind


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("According to the Morning Herald, ten died.", "Morning Herald"),
        ("The Associated Press reported that ten died.", "Associated Press"),
        ("LIMA (AP) - Ten died.", "Associated Press"),
        ("A clerk told Reuters that ten died.", "Reuters"),
        ("Ten died, as reported by Radio Nacional and the Evening Post.", None),
        ("According to Colonel Smith, ten died.", None),
        ("According to witnesses, ten died.", None),
    ],
)
def test_outlets_outside_the_case_are_named(text: str, cited: str | None) -> None:
    found = citations([document("a", text)], [])
    assert [lineage.from_source for lineage in found] == ([cited] if cited else [])


def test_a_source_of_the_case_is_its_document() -> None:
    told = [
        document("a", "Ten died, according to the Morning Herald.", published="2001-01-02", source="evening-post"),
        document("b", "Ten died.", published="2001-01-01", source="morning-herald"),
    ]
    (found,) = citations(told, [])
    assert (found.document, found.from_document, found.from_source) == ("a", "b", None)


def test_a_source_does_not_cite_itself() -> None:
    assert citations([document("a", "A clerk told the Morning Herald.", source="the-morning-herald")], []) == ()


def test_a_credit_under_a_picture_is_a_citation() -> None:
    told = document("a", "Soldiers at the gate. AFP/Getty")
    caption = dataclasses.replace(told.blocks[0], kind=BlockKind.CAPTION)
    found = citations([dataclasses.replace(told, blocks=(caption,))], [])
    assert [lineage.from_source for lineage in found] == ["Agence France-Presse", "Getty Images"]


def test_a_speaker_that_is_a_source_of_the_case_is_cited() -> None:
    told = [document("a", "Herald says ten."), document("b", "Ten.", source="Herald")]
    said = dataclasses.replace(speaker("Herald"), speaker_start=0, speaker_end=6)
    of = dataclasses.replace(claim(told[0], 0, "killed", figure(10)), attribution=(said,))
    found = citations(told, [account(told[0], episode(0), claims=(of,))])
    assert [lineage.from_document for lineage in found] == ["b"]


@pytest.mark.parametrize(("name", "plain"), [("AP", "associated press"), ("The Daily News's", "daily news")])
def test_names_of_outlets_are_compared_plain(name: str, plain: str) -> None:
    assert outlet_name(name) == plain


def test_a_source_is_known_by_its_address_and_its_initials() -> None:
    assert source_names(document("a", "x", source="new-york-times")) == ("new york times", "nyt")
    assert source_names(document("a", "x", source="walb.com")) == ("walb",)
