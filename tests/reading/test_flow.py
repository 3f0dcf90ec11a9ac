from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.model import BlockKind
from sayso.reading import flow


def stretches(markup: str) -> list[tuple[str, str | None]]:
    tree = html.document_fromstring(f"<html><head><title>No</title></head><body>{markup}</body></html>")
    return [(piece.text, piece.kind.value if piece.kind else None) for piece in flow.pieces(tree)]


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<font>One<p>two</p>three</font>", [("One", None), ("two", None), ("three", None)]),
        ("<center><p>Two died.</p></center>", [("Two died.", None)]),
        ("<p><b>F</b>our<br>died</p>", [("Four\ndied", None)]),
        ("<div>One.<br><br>Two\nmore.</div>", [("One.", None), ("Two more.", None)]),
        ("<blockquote><div>They are safe.</div></blockquote>", [("They are safe.", "quote")]),
        ("<ul><li><p>One</p></li><li>Two</li></ul>", [("One", "list"), ("Two", "list")]),
        ("<table><tr><th>Ward</th><th>Dead</th></tr></table>", [("Ward | Dead", "table")]),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", [("One.", None), ("Two.", None)]),
        ("<figure><figcaption>The quay. Photo: AP</figcaption></figure>", [("The quay. Photo: AP", "caption")]),
        ("<pre>a\nb</pre>", [("a\nb", None)]),
        ("<script>x</script>One <!-- no --> more<?php no ?> <nav>Home</nav>word", [("One more word", None)]),
    ],
)
def test_each_stretch_comes_once_and_in_its_order(markup, told):
    found = stretches(markup)
    assert [text for text, _ in found] == [text for text, _ in told]
    assert [kind for _, kind in found if kind != "table"] == [kind for _, kind in told if kind != "table"]


TAGS = st.sampled_from(["b", "font", "p", "div", "li", "ul", "table", "tr", "td", "blockquote", "span", "h2", "center"])


@given(st.lists(st.tuples(TAGS, st.booleans()), max_size=30))
def test_no_word_is_lost_or_doubled_however_tags_stand(tags):
    markup = "".join(f"<{'/' if is_end else ''}{tag}> w{number}w " for number, (tag, is_end) in enumerate(tags))
    words = " ".join(text for text, _ in stretches(markup)).replace("|", " ").split()
    assert sorted(words) == sorted(f"w{number}w" for number in range(len(tags)))


def test_a_quote_is_of_its_kind():
    assert stretches("<blockquote>x</blockquote>") == [("x", BlockKind.QUOTE.value)]
