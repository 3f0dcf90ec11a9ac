from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from tests.export.factory import DAY, estimate, event, on, people

from sayso.export import markdown
from sayso.export.chronology import Note, chapters, plain
from sayso.export.told import told
from sayso.model import Qualifier, Status


def test_every_reference_has_its_footnote(exported):
    text, _ = exported(markdown.write)
    used = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert used == [str(number) for number in range(1, len(used) + 1)]
    assert re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE) == used


def test_a_footnote_holds_the_exact_words(case):
    view = case.view
    notes = [
        piece
        for one in chapters(told(view))
        for sentence in one.sentences
        for piece in sentence
        if isinstance(piece, Note)
    ]
    for note in notes:
        assert f"“{' '.join(note.claim.quote.split())}”" in note.long
        assert note.short.startswith(str(note.account))


def test_a_value_stands_with_its_account_and_paragraph(exported):
    text, _ = exported(markdown.write)
    assert re.search(r"- It began on 17 December 1996 \\\[\d, para\. \d+\\\]", text)
    assert re.search(r"80 \\\[3, para\. \d+\\\]", text)
    assert re.search(r"or 195 \\\[6, para\. \d+\\\]", text)


def test_what_is_alleged_is_not_stated(view_of):
    alleged = replace(estimate("e", "executed", "attackers", people(4)), status=Status.ALLEGED)
    case = told(view_of([event("e", on(DAY))], [alleged]))
    (chapter,) = chapters(case)
    said = "It is alleged, and not established, that 4 attackers were killed after capture or surrender"
    assert plain(chapter.sentences[0]).startswith(said)


@pytest.mark.parametrize(
    ("slot", "group", "value", "says"),
    [
        ("killed", "hostages", people(1), "1 of the hostages was killed"),
        ("killed", "security_forces", people(2), "2 members of the security forces were killed"),
        ("killed", "total", people(0), "No people were killed"),
        ("injured", "total", people(0, text="no one else"), "No one else was injured"),
        ("released", "hostages", people(24, 99, Qualifier.VAGUE, "Dozens"), "Dozens of hostages were released"),
        (
            "hostages_taken",
            "hostages",
            people(450, 499, Qualifier.NEARLY, "nearly 500"),
            "Nearly 500 people were taken",
        ),
    ],
)
def test_a_count_is_a_sentence(view_of, slot, group, value, says):
    (chapter,) = chapters(told(view_of([event("e", on(DAY))], [estimate("e", slot, group, value)])))
    assert plain(chapter.sentences[0]).startswith(says)


def test_a_markdown_reader_finds_titles_and_lists(exported):
    tokens = MarkdownIt().parse(exported(markdown.write)[0])
    assert [token.tag for token in tokens if token.type == "heading_open"][:2] == ["h1", "h2"]


def test_signs_of_the_language_are_escaped():
    assert markdown.escaped("*a* [b]") == r"\*a\* \[b\]"
