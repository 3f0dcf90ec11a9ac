from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.reading import markdown

PAGE = """---
title: The siege, told again
author: Jo Field
date: 2004-02-01
source: Harbour Review
url: https://example.org/siege
---
# The siege, told again

It began on a [Tuesday](http://example.org) night and **nobody** knew.

> We had no choice.

## Demands

- free the prisoners
- a plane

| Side | Dead |
|---|---|
| Soldiers | 2 |

![Smoke over the house. Photo: AP](a.jpg)
"""


def test_marks_become_kinds_and_words_stay():
    draft = markdown.read(PAGE.encode(), "a.md").drafts[0]
    told = [(block.kind.value, draft.text[block.start : block.end].strip()) for block in draft.blocks]
    assert told == [
        ("title", "The siege, told again"),
        ("paragraph", "It began on a Tuesday night and nobody knew."),
        ("quote", "We had no choice."),
        ("heading", "Demands"),
        ("list", "free the prisoners"),
        ("list", "a plane"),
        ("table", "Side | Dead"),
        ("table", "Soldiers | 2"),
        ("caption", "Smoke over the house. Photo: AP"),
    ]


def test_front_matter_says_who_and_when():
    making = markdown.read(PAGE.encode(), "a.md").drafts[0].making
    assert (making.title, making.authors, making.outlet) == ("The siege, told again", ("Jo Field",), "Harbour Review")
    assert making.published.edtf == "2004-02-01"
    assert making.url == "https://example.org/siege"


def test_front_matter_that_is_no_yaml_says_nothing():
    draft = markdown.read(b"---\n[: {\n---\n\nTwo men died in the raid.", "a.md").drafts[0]
    assert draft.making.title == ""
    assert draft.text == "Two men died in the raid."


@given(st.text(alphabet=st.sampled_from("ab #>-*|[]()!`\n_1.~<&:")))
def test_any_marks_give_blocks_that_cover_the_text(text):
    try:
        draft = markdown.read(text.encode(), "a.md").drafts[0]
    except UnreadableError:
        return
    assert (draft.blocks[0].start, draft.blocks[-1].end) == (0, len(draft.text))
