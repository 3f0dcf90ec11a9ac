"""How many roots of testimony stand behind a reading."""

from __future__ import annotations

from tests.fusion.factory import Told, document, figure, said, told

from sayso.model import Lineage, Passage, Status


def agreed(*lineage: Lineage, by: str = "ab", start: int = 10) -> Told:
    return told(*(said(one, "present", figure(610), start=start) for one in by), lineage=lineage)


def copies(one: str, other: str | None, *spans: Passage, share: float = 0.1, source: str | None = None) -> Lineage:
    return Lineage(f"l{one}{other}{source}", "copies", one, other, source, spans, share)


def test_two_accounts_without_copying_are_at_most_two_origins() -> None:
    (reading,) = agreed().estimate("present").readings
    assert [one.basis for one in reading.origins] == ["none_found", "none_found"]


def test_a_reprint_is_one_origin_and_is_said() -> None:
    case = agreed(copies("b", "a", share=0.9))
    estimate = case.estimate("present")
    assert (estimate.status, len(estimate.readings[0].origins)) == (Status.SINGLE, 1)
    assert sorted(case.kinds()) == ["copy", "single_origin"]


def test_only_what_stands_in_the_passage_is_taken_over() -> None:
    inside, outside = Passage(0, 50, 0, 50), Passage(500, 600, 0, 100)
    assert agreed(copies("b", "a", inside)).estimate("present").status is Status.SINGLE
    assert agreed(copies("b", "a", outside)).estimate("present").status is Status.AGREED


def test_two_copies_of_one_text_outside_are_one_origin() -> None:
    lineage = [copies(one, None, share=0.8, source="Agency") for one in "ab"]
    assert agreed(*lineage).estimate("present").status is Status.SINGLE


def test_a_chain_of_copies_is_one_origin() -> None:
    case = agreed(copies("b", "a", share=0.9), copies("c", "b", share=0.9), by="abc")
    assert len(case.estimate("present").readings[0].origins) == 1


def test_a_citation_ties_only_what_it_attributes() -> None:
    cites = Lineage("l", "cites", "b", "a", None, (), 0.0)
    assert agreed(cites).estimate("present").status is Status.AGREED


def test_the_same_text_under_two_names_is_one_origin() -> None:
    twins = [document("a"), document("b")]
    same = [
        type(one)(**{**{name: getattr(one, name) for name in one.__slots__}, "text_sha256": "same"}) for one in twins
    ]
    case = told(*(said(one, "present", figure(610)) for one in "ab"), documents=same)
    assert case.estimate("present").status is Status.SINGLE
