from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.reading import html

PAGE = """<html><head><title>Siege ends | The Harbour Post</title><meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Ana Ruiz"><meta property="article:published_time" content="1999-04-21T08:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav><div class="cookie-banner"><p>We use cookies.</p></div>
<main><article><h1>Siege ends</h1><p class="byline">By Ana Ruiz</p>
<p>Soldiers stormed the building on Tuesday and freed the people held inside for many weeks, officials said.</p>
<div class="ad-slot"><p>Cruise the fjords for 14 nights and bring 2 children for free, this month only!</p></div>
<figure><img src="a.jpg"><figcaption>Smoke over the house on 22 April. Photo: Jo Field/Reuters</figcaption></figure>
<p>Two soldiers died in the assault, which took less than an hour. The captors were killed.</p><h2>What they wanted</h2>
<ul><li>release of prisoners</li><li>safe passage</li></ul><blockquote><p>We had no choice, said the president.</p></blockquote>
<table><tr><th>Side</th><th>Dead</th></tr><tr><td>Soldiers</td><td>2</td></tr></table></article></main>
<aside>Related: <a href="#">Ten dead in ferry fire</a></aside><footer>(c) 2019 The Harbour Post</footer></body></html>"""


def told(page):
    draft = html.read(page.encode(), "a.html").drafts[0]
    return [(block.kind.value, draft.text[block.start : block.end].strip()) for block in draft.blocks]


def test_the_article_is_kept_and_the_page_around_it_is_not():
    assert [kind for kind, _ in told(PAGE)] == [
        "title", "paragraph", "caption", "paragraph", "heading", "list", "list", "quote", "table", "table",
    ]  # fmt: skip
    text = html.read(PAGE.encode(), "a.html").drafts[0].text
    for word in ("cookies", "fjords", "Home", "ferry", "2019"):
        assert word not in text


def test_the_head_says_who_and_when():
    making = html.read(PAGE.encode(), "a.html").drafts[0].making
    assert (making.title, making.outlet, making.authors) == ("Siege ends", "The Harbour Post", ("Ana Ruiz",))
    assert making.published.edtf == "1999-04-21"


def test_a_page_that_gives_no_day_has_none():
    assert html.read(b"<p>Two men died in the raid on 3 May 2004.</p>", "a.html").drafts[0].making.published is None


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Two men died.", "Two men died."),
        ("Two men died.", "Two men died."),
        ("<div>Two <b>men</b> died.</div><div>One lived.</div>", "Two men died.\n\nOne lived."),
        ("<h1>Fire</h1><p>Ten dead &amp; 3 hurt.</p>", "Fire\n\nTen dead & 3 hurt."),
    ],
)
def test_a_page_without_an_article_is_read_whole(page, text):
    assert html.read(page.encode(), "a.html").drafts[0].text == text


@pytest.mark.parametrize("page", ["<html></html>", "<script>var a = 1</script>", "<!-- nothing -->", "   "])
def test_a_page_without_text_is_refused(page):
    with pytest.raises(UnreadableError):
        html.read(page.encode(), "a.html")


def test_a_page_of_a_hundred_thousand_nested_tags_is_read_or_refused():
    page = "<div>" * 100_000 + "<p>Two men died.</p>" + "</div>" * 100_000
    try:
        assert "died" in html.read(page.encode(), "a.html").drafts[0].text
    except UnreadableError as error:
        assert error.reason  # noqa: PT017 - either may come


def test_the_encoding_that_a_page_declares_is_used():
    page = '<meta charset="iso-8859-2"><p>Dwóch żołnierzy zginęło podczas szturmu na budynek ambasady.</p>'
    assert "żołnierzy" in html.read(page.encode("iso-8859-2"), "a.html").drafts[0].text


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            "<p> </p> <table> <tr> <td> <li> <figcaption> a. b <b> &amp; <h1> <!-- --> <title> </div>".split()
        )
    )
)
def test_any_tags_are_read_or_refused(tags):
    try:
        draft = html.read("".join(tags).encode(), "a.html").drafts[0]
    except UnreadableError:
        return
    assert (draft.blocks[0].start, draft.blocks[-1].end) == (0, len(draft.text))


def test_a_dateline_and_a_byline_in_paragraphs_of_their_own_are_what_they_are():
    told = "<p>KANA, 12 March 2001 - Gunmen seized the customs house and took 40 hostages, police said.</p><p>By Ana Ruiz</p>"
    page = f"<html><body><article><h1>Siege</h1>{told}<p>Two guards were killed in the first minutes, it was said.</p></article></body></html>"
    draft = html.read(page.encode(), "a.html").drafts[0]
    assert [block.kind.value for block in draft.blocks] == ["title", "dateline", "paragraph", "byline", "paragraph"]
    assert (draft.making.authors, draft.making.published.edtf) == (("Ana Ruiz",), "2001-03-12")
