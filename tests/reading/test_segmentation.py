from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import BlockKind
from sayso.reading.plain import draft
from sayso.reading.segmentation import segment

STORY = (
    "Soldiers stormed the house on Tuesday and freed the people who had been held in it for four months, an official said."
    " Two of them were killed in the assault, along with all of the captors and a single one of those who were held."
)


def kinds(text):
    return [(block.kind.value, text[block.start : block.end].strip()) for block in segment(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ana Ruiz", "byline"),
        ("By Ana Ruiz and Jo van Field, Our Correspondents", "byline"),
        ("Published: 7 May 2026", "byline"),
        ("The Weekly Torch #512, January 5, 1997", "byline"),
        ("Gettyimages 123456789", "boilerplate"),
        ("SourceCarlos Doe/AP", "caption"),
        ("Smoke rises over the house on Dec. 17. (AP Photo/Ana Ruiz)", "caption"),
        ("Photo: The house after the raid, seen from the north", "caption"),
        ("Sign up for our morning letter!", "boilerplate"),
        ("We use cookies to improve your experience.", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("Phone: 555-0142 Fax: 555-0143", "boilerplate"),
        ("Who Pays for the Bridge?", "heading"),
        ("What the captors wanted", "heading"),
        ("As the union explained:", "paragraph"),
        ("“We were lucky.”", "paragraph"),
        ("> We had no choice.", "quote"),
        ("- the freedom of the prisoners", "list"),
        ("By nightfall the army had sealed off the street.", "paragraph"),
        ("Source Street was closed for three days.", "paragraph"),
        ("Photographs were forbidden.", "paragraph"),
        ("Home Secretary resigns.", "paragraph"),
        ("More than 40 people died.", "paragraph"),
        ("Read aloud, the list of the dead took an hour.", "paragraph"),
        ("Comment was refused by all three ministries.", "paragraph"),
        ("More on Tuesday were found dead under the rubble of the school.", "paragraph"),
        ("Subscribers of the gas network were the first to be evacuated.", "paragraph"),
        ("Share prices fell by 4 percent after the bombing.", "paragraph"),
        ("Donations of blood saved 12 of the injured.", "paragraph"),
        ("Search teams found nine bodies.", "paragraph"),
        ("Category: Conflict", "boilerplate"),
    ],
)
def test_a_line_shows_what_it_is(line, kind):
    told = kinds(f"The Title of It All\n\n{line}\n\n{STORY}\n\n{STORY}")
    assert (kind, line) in told


def test_a_credit_belongs_to_the_caption_above_it():
    text = f"Title Here\n\nPolice lead a man away from the house on Dec. 17, 1996.\nSourceJo Doe/AP\n\n{STORY}"
    assert kinds(text)[1] == ("caption", "Police lead a man away from the house on Dec. 17, 1996.\nSourceJo Doe/AP")


def test_a_title_said_again_is_a_title():
    text = f"How It Ended - POST | A Media Company\n\nHow It Ended\n\n{STORY}\n\nHow It Ended\n\n{STORY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "title", "paragraph", "title", "paragraph"]


def test_a_dateline_is_cut_from_its_paragraph_and_shares_its_number():
    blocks = segment(f"Title Here\n\nKABUL, May 3, 2004 (Wire) - {STORY}")
    assert [block.kind for block in blocks] == [BlockKind.TITLE, BlockKind.DATELINE, BlockKind.PARAGRAPH]
    assert blocks[1].paragraph == blocks[2].paragraph == 2


def test_the_foot_is_boilerplate_until_a_true_paragraph():
    text = f"Title Here\n\n{STORY}\n\nRelated Stories\n\nTen dead in ferry fire\n\nA dog's life\n\n{STORY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", *["boilerplate"] * 3, "paragraph"]


def test_what_is_said_of_the_author_is_boilerplate():
    text = f"Title Here\n\n{STORY}\n\nBy Teo Farrell\n\nTeo Farrell is the author of three books.\n\nLeave a Reply"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "byline", "boilerplate", "boilerplate"]


def test_a_voice_that_is_handed_over_to_is_a_quote():
    assert kinds(f"Title Here\n\n{STORY}\n\nAs the union explained:\n\n{STORY}")[-1][0] == "quote"


@given(st.text() | st.text(alphabet=st.sampled_from("aB. ,\n-\t>1|:”(/)A")))
def test_blocks_cover_the_text(text):
    blocks = segment(text)
    assert [block.start for block in blocks[1:]] == [block.end for block in blocks[:-1]]
    if text.strip():
        assert (blocks[0].start, blocks[-1].end) == (0, len(text))
    assert [block.paragraph for block in blocks] == sorted(block.paragraph for block in blocks)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("QUITO, 3 MAR 91 (EFE) -- [TEXT] TWO FERRIES COLLIDED.", ["dateline", "paragraph"]),
        ("CHICAGO — Seven people were shot.", ["dateline", "paragraph"]),
        ("THIS PROPOSAL -- HE SAID -- WAS REJECTED BY ALL.", ["paragraph"]),
        (
            "Title Here\n\nInterview by Ana Ruiz\n\nQ: How many?\n\nA: Two died.",
            ["title", "byline", "paragraph", "paragraph"],
        ),
        ("Title Here\n\nImage caption,\nBurnt stalls\n\nTwo died.", ["title", "caption", "paragraph"]),
        ("Title Here\n\nTwo men died.\n\n13\n\nThree lived.", ["title", "paragraph", "boilerplate", "paragraph"]),
    ],
)
def test_habits_of_agencies_and_sites_are_known(text, told):
    assert [kind for kind, _ in kinds(text)] == told


@pytest.mark.parametrize(
    "text", ["Ab cd\n" * 20_000, "a" * 200_000, "| a " * 50_000, "Ab " * 50_000, "mili-\ntants " * 20_000]
)
def test_strange_texts_take_no_longer_than_their_length(text):
    started = time.process_time()
    draft(text)
    assert time.process_time() - started < 10
