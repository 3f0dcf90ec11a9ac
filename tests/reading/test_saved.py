from __future__ import annotations

import hashlib

import pytest

from sayso.reading import here, saved

BODY = f"<p>{'Gunmen took 40 people hostage in the customs house. ' * 4}</p>"


@pytest.mark.parametrize(
    ("mark", "url", "retrieved"),
    [
        (
            "<!--\n Page saved with SingleFile \n url: https://post.example/1 \n saved date: Sat May 04 2024 10:11:12 GMT+0200 (CEST)\n-->",
            "https://post.example/1",
            "2024-05-04T08:11:12Z",
        ),
        ("<!-- saved from url=(0022)https://post.example/1 -->", "https://post.example/1", None),
        (
            "<!-- Saved from https://post.example/1 at 2021-03-04T05:06:07Z using monolith v2.4.0 -->",
            "https://post.example/1",
            "2021-03-04T05:06:07Z",
        ),
        (
            "<!-- Mirrored from post.example/1 by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 04 Apr 2012 10:11:12 GMT -->",
            "http://post.example/1",
            "2012-04-04T10:11:12Z",
        ),
        (
            '<link href="https://web.archive.org/web/20040503123456/http://post.example/1">',
            "http://post.example/1",
            "2004-05-03T12:34:56Z",
        ),
        ("<!-- nothing -->", None, None),
    ],
)
def test_a_copy_knows_where_the_page_stood_and_when_it_was_taken(mark, url, retrieved):
    told = saved.copied(f"<html>{mark}<body>{BODY}</body></html>")
    assert (told.url, told.retrieved) == (url, retrieved)


REPORT = """<html><body><h2>Archived media for <span class="copy">https://t.example/1</span></h2>
<table class="content"><tr><td>screenshot, key: hash value: sha-256:00aa</td></tr></table><h2>metadata</h2><table class="metadata">
<tr><th>key</th><th>value</th></tr><tr><td>url</td><td>https://t.example/1</td></tr><tr><td>title</td><td>From the quay</td></tr>
<tr><td>content</td><td>Two guards were killed.\nForty people are inside.</td></tr>
<tr><td>timestamp</td><td>2011-03-03 20:01:00+00:00</td></tr>
<tr><td>_processed_at</td><td>2011-03-05 10:00:00.123456+00:00</td></tr></table>
<p>Made with <a href="https://github.com/bellingcat/auto-archiver">bellingcat/auto-archiver</a> v1</p></body></html>"""


def test_a_report_of_the_auto_archiver_gives_the_post_that_it_archived(tmp_path):
    (tmp_path / "a.html").write_text(REPORT)
    document = here.read(tmp_path / "a.html").documents[0]
    assert document.text == "From the quay\n\nTwo guards were killed.\n\nForty people are inside."
    assert (document.url, document.retrieved) == ("https://t.example/1", "2011-03-05T10:00:00Z")
    assert (document.published.edtf, document.sha256) == ("2011-03-03", hashlib.sha256(REPORT.encode()).hexdigest())
