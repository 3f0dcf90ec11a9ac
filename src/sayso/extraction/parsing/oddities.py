"""What looks like a telling and is none: it gives no claims, and is named with the reason.

A sentence without an end, a number without measure, a table's row under its head, markup left in, two datelines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.model import BlockKind, Document, Extent, Refusal
from sayso.normalisation import times

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

    from sayso.extraction.parsing.nlp import Parse

#: Tokens of the longest sentence that is read; of 60,000 sentences of news none is half as long.
LONGEST_SENTENCE = 400
#: A stretch without the end of a sentence that is as long in characters: it is parsed in pieces, none of which is a sentence.
_RUN = re.compile(r"[^.!?\n]{2500,}")
#: No count of people, money or things has so many digits.
_ENDLESS = re.compile(r"\d(?:[,.]?\d){19,}")
#: "North  12  40": a label and two figures or more, set apart as columns are.
_ROW = re.compile(r"^[ \t|]*[^\W\d][^\d\n|]{0,40}?(?:[ \t]{2,}|\t|[ \t]*\|[ \t]*)\d[\d.,]*(?:(?:[ \t]{2,}|\t|[ \t]*\|[ \t]*)\d[\d.,]*)+[ \t|]*$",
                  re.MULTILINE)  # fmt: skip
#: What an editor sets in brackets about the telling itself: "[2-second break in reception]", "[number as heard]".
_NOTE = re.compile(
    r"\[(?=[^\[\]]*\b(?:break|indistinct|inaudible|unintelligible|as heard|as received|as published|as printed|reception|sic|reference to|"
    r"omitted|omission|laughter|applause|pause|crosstalk|words?|unreadable|illegible|recording|redacted|passage|continued)\b)[^\[\]]*\]",
    re.IGNORECASE,
)
#: How far back an opening mark of markup is looked for.
_REACH = 200
#: How much of what is refused is quoted.
_QUOTED = 80


def endless(document: Document) -> tuple[Extent, ...]:
    """The stretches of a document that go on without the end of a sentence."""
    return tuple(Extent(match.start(), match.end()) for match in _RUN.finditer(document.text))


def is_endless(sent: SpacySpan, base: int, runs: Iterable[Extent]) -> bool:
    """Is a sentence, or what it is a piece of, too long for its words to be tied to each other?"""
    start = base + sent.start_char
    return len(sent) > LONGEST_SENTENCE or any(run.start <= start < run.end for run in runs)


def is_in_markup(text: str, start: int) -> bool:
    """Does a place in a text lie between the marks of a template or a tag?

    >>> is_in_markup("{{Infobox|killed=45}}", 17), is_in_markup("5 < 7 people", 6)
    (True, False)
    """
    before = text[max(0, start - _REACH) : start]
    template = before.rfind("{{") > before.rfind("}}")
    tag = re.search(r"<[A-Za-z!/][^<>]*\Z", before)
    script = before.rfind("<script") > before.rfind("</script")
    return template or tag is not None or script


def is_in_note(text: str, start: int) -> bool:
    """Does a place in a text stand in an editor's brackets, in words on the telling itself?

    >>> is_in_note("leaders of [2-second break in reception] the union", 12), is_in_note("nine [9] miners", 6)
    (True, False)
    """
    opened = text.rfind("[", max(0, start - _REACH), start + 1)
    note = _NOTE.match(text, opened) if opened >= 0 else None
    return note is not None and start < note.end()


def oddities(document: Document, parses: Iterable[Parse]) -> Iterator[Refusal]:
    """Everything of the kind in what was parsed, in order of place."""
    runs = endless(document)
    for run in runs:
        yield _too_long(document, run.start, run.end)
    for parse in parses:
        for sent in parse.sentences:
            if len(sent) > LONGEST_SENTENCE and not any(r.start <= parse.base + sent.start_char < r.end for r in runs):
                yield _too_long(document, parse.base + sent.start_char, parse.base + sent.end_char)
        for match in _ENDLESS.finditer(parse.text):
            digits = sum(map(str.isdecimal, match.group()))
            start, end = parse.base + match.start(), parse.base + match.end()
            yield _refusal(document, start, end, None, f"a number of {digits} digits counts nothing")
        for match in _ROW.finditer(parse.text):
            start, end = parse.base + match.start(), parse.base + match.end()
            yield _refusal(document, start, end, None, "a row of a table: what its figures count stands elsewhere")
    yield from _datelines(document)


def _too_long(document: Document, start: int, end: int) -> Refusal:
    words = len(document.text[start:end].split())
    return _refusal(document, start, end, None, f"a sentence of {words:,} words: what belongs to what cannot be told")


def _datelines(document: Document) -> Iterator[Refusal]:
    """Datelines that tell another day than the first."""
    filed = [block for block in document.blocks if block.kind is BlockKind.DATELINE]
    days: list[str] = []
    for block in filed if len(filed) > 1 else ():
        text = document.text[block.start : block.end]
        found = next((one for one in times.find(text) if one.kind is times.Kind.DATE), None)
        when = times.resolve(found, times.Anchor()) if found is not None else None
        if when is None or when.earliest is None:
            continue
        days.append(when.edtf)
        if when.edtf != days[0]:
            reason = f"two datelines tell two days ({days[0]}, {when.edtf})"
            yield _refusal(document, block.start, block.end, "date_start", reason)


def _refusal(document: Document, start: int, end: int, slot: str | None, reason: str) -> Refusal:
    """A refusal that quotes no more than its beginning."""
    span = document.span(start, min(end, start + _QUOTED))
    return Refusal(document.id, span.start, span.end, span.quote, slot, reason)
