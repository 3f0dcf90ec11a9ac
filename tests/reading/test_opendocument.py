from __future__ import annotations

import pytest
from tests.reading.making import odt, zipped

from sayso.errors import UnreadableError
from sayso.reading import opendocument


def told(body):
    draft = opendocument.read(odt(body), "a.odt").drafts[0]
    return [(block.kind.value, draft.text[block.start : block.end].strip()) for block in draft.blocks]


def test_headings_lists_tables_and_notes_are_kept_apart():
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    body = f"<text:h>The siege</text:h><text:p>They took <text:span>40</text:span>{note} people that day.</text:p>"
    body += "<text:list><text:list-item><text:p>one demand</text:p></text:list-item></text:list>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    body += f"<table:table><table:table-row>{cell('Dead')}{cell(2)}</table:table-row></table:table>"
    assert told(body) == [
        ("title", "The siege"),
        ("paragraph", "They took 40 people that day."),
        ("list", "one demand"),
        ("table", "Dead | 2"),
        ("paragraph", "A note."),
    ]


def test_tracked_deletions_are_not_read():
    changed = "<text:tracked-changes><text:changed-region><text:deletion><text:p>30</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    parsed = opendocument.read(odt(f"{changed}<text:p>They took 40 people.</text:p>"), "a.odt")
    assert parsed.drafts[0].text == "They took 40 people."
    assert "1 deletions" in parsed.remarks[0].reason


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"x", "no OpenDocument"),
        (zipped({"a": "x"}), "content.xml"),
        (odt(""), "no text"),
        (odt("x", **{"META-INF/manifest.xml": "<x><encryption-data/></x>"}), "password"),
    ],
)
def test_what_is_none_is_refused(raw, reason):
    with pytest.raises(UnreadableError, match=reason):
        opendocument.read(raw, "a.odt")
