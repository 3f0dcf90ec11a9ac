"""Who takes over whose words: found when rewritten, left alone where two writers met by chance."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.factory import document

from sayso.linking.lineage import copies
from sayso.model import Block, BlockKind, Document

STORY = (
    "The gunmen crossed the garden shortly after eight in the evening, cut the telephone line behind the kitchen and "
    "herded the guests into the ballroom, where a waiter persuaded them to let the wounded gardener go home."
)
REWRITTEN = (
    "Gunmen crossed the garden soon after eight that evening, cut the telephone wire behind the kitchen and drove the "
    "guests into the ballroom, where one waiter persuaded them to let the injured gardener leave."
)
OTHER = "Trade between the two provinces fell by a tenth last year, the ministry of finance announced on its website."
FURTHER = "Fishermen in the bay mended their nets and waited for the long rains to pass over the southern islands."


def pair(first: str, second: str, **dates: str) -> tuple[Document, Document]:
    return (
        document("one", f"{OTHER}\n{first}", published=dates.get("one")),
        document("two", f"{second}\n{FURTHER}", published=dates.get("two")),
    )


@pytest.mark.parametrize("taken", [STORY, REWRITTEN])
def test_the_later_document_copies_the_earlier(taken: str) -> None:
    one, two = pair(STORY, taken, one="2001-01-01", two="2001-02-01")
    (found,) = copies([two, one])
    assert (found.document, found.from_document, found.kind) == ("two", "one", "copies")
    assert 0.4 < found.share < 0.9


@pytest.mark.parametrize("taken", [STORY, REWRITTEN])
def test_passages_are_places_in_both_texts(taken: str) -> None:
    one, two = pair(STORY, taken, one="2001-01-01", two="2001-02-01")
    (span,) = copies([one, two])[0].spans
    assert two.text[span.start : span.end].split()[-1].startswith(("home", "gardener"))
    assert one.text[span.from_start : span.from_end] in STORY


def test_a_copier_who_leaves_out_a_sentence_is_found() -> None:
    seen = (
        "The chief of police sat in his carriage at the corner of the bazaar. {}"
        "A merchant begged him on his knees to call the soldiers, and he answered that they should go to the duma."
    )
    one, two = pair(seen.format("I saw him there with my own eyes when I went out to fetch bread. "), seen.format(""))
    assert len(copies([one, two])) == 1


def test_without_dates_the_excerpt_copies_the_longer_text() -> None:
    one, two = document("a", STORY), document("b", f"{OTHER}\n{STORY}\n{FURTHER}")
    assert [(found.document, found.from_document) for found in copies([one, two])] == [("a", "b")]


def test_texts_of_one_topic_are_no_copies() -> None:
    told = "Gunmen stormed the residence on Tuesday evening and took the guests hostage, police said."
    again = "On Tuesday, guests at the residence were seized when gunmen burst in during the evening."
    assert copies(pair(told, again)) == ()


def test_a_short_quotation_of_a_third_is_no_copy() -> None:
    said = '"We will not negotiate with those who hold our people by force," the president said.'
    assert copies(pair(f"He was firm. {said} Then he left.", f"Asked again: {said} No more came.")) == ()


def test_notices_under_a_story_are_no_copy() -> None:
    notice = (
        "Copyright 2001. All rights reserved. This material may not be published, broadcast or rewritten by others."
    )
    assert copies(pair(notice, notice)) == ()


@pytest.mark.parametrize("kind", [BlockKind.TITLE, BlockKind.BOILERPLATE, BlockKind.BYLINE])
def test_what_stands_around_a_story_is_no_copy(kind: BlockKind) -> None:
    around = [
        dataclasses.replace(told, blocks=(Block(0, len(told.text), kind, 1, None),))
        for told in (document("one", STORY), document("two", STORY + " Then."))
    ]
    assert copies(around) == ()


def test_a_paragraph_under_every_story_of_a_source_is_no_copy() -> None:
    told = [document(f"d{n}", f"{STORY}\n{text}", source="paper") for n, text in enumerate((OTHER, FURTHER, "Else."))]
    assert copies(told) == ()


def test_one_text_in_two_files_is_a_whole_copy() -> None:
    one, two = document("a", STORY, published="2001-01-02"), document("b", STORY, published="2001-01-01")
    (found,) = copies([one, two])
    assert (found.document, found.from_document, found.share) == ("a", "b", 1.0)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(3)))
def test_the_order_of_documents_changes_nothing(order: list[int]) -> None:
    told = [*pair(STORY, REWRITTEN), document("three", STORY)]
    assert copies([told[index] for index in order]) == copies(told)


@pytest.mark.parametrize("dated", ["one", "two"])
def test_a_date_of_one_text_alone_tells_not_who_took_from_whom(dated: str) -> None:
    seen = (
        "The chief of police sat in his carriage at the corner of the bazaar. {}"
        "A merchant begged him on his knees to call the soldiers, and he answered that they should go to the duma."
    )
    first, second = seen.format("I saw him there with my own eyes when I went out to fetch bread. "), seen.format("")
    (found,) = copies(pair(first, second, **{dated: "1906-01-01"}))
    assert (found.document, found.from_document) == ("two", "one")


NOTICE = "Rebels attacked the fort at Tarn on Wednesday, killing twelve soldiers."


@pytest.mark.parametrize(
    ("again", "is_copy"),
    [
        (NOTICE + " Shops were closed.", True),
        ("At Tarn the fort was attacked by rebels, and twelve soldiers died on Wednesday.", False),
        ("Rebels attacked the bridge at Orlin on Sunday, killing seven soldiers.", False),
    ],
)
def test_a_notice_of_one_sentence_is_a_copy_where_nearly_all_of_it_stands_again(again: str, is_copy: bool) -> None:
    assert bool(copies([document("one", NOTICE), document("two", again)])) is is_copy


QUOTED = (
    "\u201cHe stood at the door with the rope in his hand and asked my brother whether he was afraid, and my brother said he was "
    "not, and then the lamp went out and nobody saw him again,\u201d Marta Quell said."
)


def test_a_whole_paragraph_of_quotation_is_taken_over() -> None:
    one, two = document("one", f"{OTHER}\n{QUOTED}"), document("two", f"{QUOTED}\n{FURTHER}")
    assert len(copies([one, two])) == 1


def test_a_quotation_cut_elsewhere_by_another_reporter_is_no_copy() -> None:
    cut = QUOTED.replace("He stood at the door with the rope in his hand and asked", "They asked").replace(
        "Marta Quell", "Quell"
    )
    assert not copies([document("one", f"{OTHER}\n{QUOTED}"), document("two", f"{cut}\n{FURTHER}")])


def test_what_is_told_around_a_standing_line_is_compared() -> None:
    around = (
        f"{STORY} Anyone with information is urged to call the harbour office at 555-0199 before the end of the month."
    )
    one, two = document("one", f"{OTHER}\n{around}"), document("two", f"{around}\n{FURTHER}")
    (found,) = copies([one, two])
    assert "555-0199" not in one.text[found.spans[0].from_start : found.spans[0].from_end]
