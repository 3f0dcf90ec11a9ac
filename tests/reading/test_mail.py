from __future__ import annotations

import io

import pytest
from tests.reading.making import mbox, message, mhtml

from sayso.errors import UnreadableError
from sayso.reading import mail
from sayso.reading import mhtml as saved_page

ANSWER = f"""It was forty.

On Fri, 4 Mar 2011 at 08:00, Bo Field <bo@post.example> wrote:
> How many people were
> taken at the quay?

Nobody was hurt.
--{" "}
Ana Ruiz, Harbour Post
"""


def told(raw):
    draft = mail.read(raw, "a.eml").drafts[0]
    return [(block.kind.value, draft.text[block.start : block.end].strip()) for block in draft.blocks]


def test_own_words_quoted_words_and_signature_are_kept_apart():
    assert told(message(ANSWER).as_bytes())[2:] == [
        ("paragraph", "It was forty."),
        ("boilerplate", "On Fri, 4 Mar 2011 at 08:00, Bo Field <bo@post.example> wrote:"),
        ("quote", "How many people were\ntaken at the quay?"),
        ("paragraph", "Nobody was hurt."),
        ("boilerplate", "Ana Ruiz, Harbour Post"),
    ]


def test_a_mail_knows_its_subject_sender_and_day():
    draft = mail.read(message("Two died.").as_bytes(), "a.eml").drafts[0]
    making = draft.making
    assert (making.title, making.authors, making.url) == ("From the quay", ("Ana Ruiz",), "mid:1@harbour.example")
    assert making.published.edtf == "2011-03-04"
    assert draft.text[making.published_span.start : making.published_span.end] == "04 Mar 2011"


def test_a_mail_of_marks_alone_is_read():
    one = message("x")
    one.set_content("<p>Two <b>men</b> died.</p><p>One fled.</p>", subtype="html")
    assert [text for _, text in told(one.as_bytes())][2:] == ["Two men died.", "One fled."]


def test_a_mail_folder_gives_its_messages_in_order():
    raw = mbox([message("First word.\n\nFrom here they fled.\n"), message("Second.")])
    first, second = mail.messages(io.BytesIO(raw))
    assert b"From here they fled." in first
    assert b"Second." in second


@pytest.mark.parametrize("raw", [b"dear diary", b"\xff\xfe\0", b"Subject: x\n\n", b"From: \n\n"])
def test_what_is_no_mail_is_refused(raw):
    with pytest.raises(UnreadableError):
        mail.read(raw, "a.eml")


def test_a_header_that_cannot_be_made_out_is_no_crash():
    raw = b"From: =?x?b?!!?= <\r\nDate: someday\r\nSubject: =?utf-8?b?gg==?=\r\n\r\nTwo died."
    assert mail.read(raw, "a.eml").drafts[0].making.published is None


def test_a_saved_page_knows_where_and_when_it_was_taken():
    page = (
        f"<html><body><h1>Siege</h1><p>{'Gunmen took 40 people hostage in the customs house. ' * 4}</p></body></html>"
    )
    draft = saved_page.read(mhtml(page), "a.mhtml").drafts[0]
    assert (draft.making.url, draft.making.retrieved) == ("https://post.example/siege", "2011-03-05T10:00:00")
    assert draft.text.startswith("Siege\n\nGunmen")


def test_a_saved_page_without_a_page_is_refused():
    with pytest.raises(UnreadableError, match="no saved page"):
        saved_page.read(message("x").as_bytes(), "a.mhtml")
