"""How many roots of testimony stand behind a reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import Told, document, figure, said, told

from sayso.model import Block, BlockKind, Lineage, Passage, Source, Status


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


def by_outlet(*sources: str | None, kind: str = "outlet") -> Told:
    names = "abc"[: len(sources)]
    documents = [replace(document(name), source=source) for name, source in zip(names, sources, strict=True)]
    known = tuple(Source(one, one.title(), kind, ()) for one in sorted({one for one in sources if one}))
    return told(*(said(one, "present", figure(610)) for one in names), documents=documents, sources=known)


def by_author(*authors: str) -> Told:
    documents = [replace(document(name), authors=(author,)) for name, author in zip("abc", authors, strict=False)]
    return told(*(said(one.id, "present", figure(610)) for one in documents), documents=documents)


def test_two_accounts_of_one_outlet_are_one_origin_and_it_is_said_why() -> None:
    case = by_outlet("courier", "courier")
    estimate = case.estimate("present")
    assert estimate.status is Status.SINGLE
    assert [(one.documents, one.basis) for one in estimate.readings[0].origins] == [(("a", "b"), "none_found")]
    assert case.message("single_origin").endswith("all give 610, but Courier published them all.")


def test_two_outlets_or_none_known_are_two_origins() -> None:
    assert by_outlet("courier", "herald").estimate("present").status is Status.AGREED
    assert by_outlet(None, None).estimate("present").status is Status.AGREED
    assert by_outlet("courier", "courier", "herald").estimate("present").status is Status.AGREED


def test_rows_of_one_dataset_are_not_one_hand() -> None:
    assert by_outlet("corpus", "corpus", kind="dataset").estimate("present").status is Status.AGREED


def test_one_author_in_two_outlets_is_one_origin() -> None:
    case = by_author("Ana Ruiz", "ana  ruiz")
    assert case.estimate("present").status is Status.SINGLE
    assert "but Ana Ruiz wrote them all" in case.message("single_origin")


@pytest.mark.parametrize("authors", [("Ana Ruiz", "Eva Ruiz"), ("Staff Writer", "Staff Writer"), ("admin", "admin")])
def test_a_byline_that_names_nobody_ties_nothing(authors: tuple[str, str]) -> None:
    assert by_author(*authors).estimate("present").status is Status.AGREED


def test_one_outlet_that_takes_over_its_own_passage_shares_it() -> None:
    case = by_outlet("courier", "courier")
    (reading,) = replace(case, lineage=(copies("b", "a", share=0.9),)).estimate("present").readings
    assert [one.basis for one in reading.origins] == ["shared_passage"]


def _cites(document: str, *spans: Passage) -> Lineage:
    return Lineage(f"c{document}", "cites", document, None, "Coast News Agency", spans, 0.0)


def test_two_papers_with_the_agency_over_their_report_are_one_origin() -> None:
    over = Passage(7, 10, 0, 0)
    text = "OSTER, (NNA) - A ferry sank."
    blocks = (Block(0, 15, BlockKind.DATELINE, 1, None), Block(15, len(text), BlockKind.PARAGRAPH, 1, None))
    papers = [replace(document(name, text=text + name), blocks=blocks) for name in "ab"]
    case = replace(agreed(_cites("a", over), _cites("b", over), start=20), documents=tuple(papers))
    assert case.estimate("present").status is Status.SINGLE


def test_what_stands_beside_the_name_of_another_is_that_other_s() -> None:
    claims = [said(by, "present", figure(610), start=20, speaker="the Coast News Agency") for by in "ab"]
    placed = replace(claims[0].attribution[0], speaker_start=50, speaker_end=71)
    told_by = [replace(claim, attribution=(placed,)) for claim in claims]
    beside, elsewhere = Passage(54, 71, 0, 0), Passage(90, 107, 0, 0)
    assert (
        told(*told_by, lineage=[_cites("a", beside), _cites("b", beside)]).estimate("present").status is Status.SINGLE
    )
    assert told(*told_by, lineage=[_cites("a", elsewhere)]).estimate("present").status is Status.AGREED
