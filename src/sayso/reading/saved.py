"""What a copy of a page says of its taking: where the page stood and when it was copied, as page savers write it.

One row a saver; each looks for the comment, or the words, that its copies carry. A report of Bellingcat's auto-archiver is no
page but a list of what was archived of one: its own words are the title and content that it quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sayso.model import BlockKind
from sayso.reading import dates
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Making, Piece

_MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"


def _iso(text: str) -> str | None:
    """A moment in ISO 8601, in UTC where the copy gives its zone.

    >>> _iso("Sat May 04 2024 10:11:12 GMT+0200 (CEST)"), _iso("2021-03-04T05:06:07Z")
    ('2024-05-04T08:11:12Z', '2021-03-04T05:06:07Z')
    """
    text = " ".join(text.split())
    for shape, form in _FORMS:
        match = shape.search(text)
        if match is None:
            continue
        try:
            moment = datetime.strptime(match[0].replace("UTC", "+0000"), form)  # noqa: DTZ007 - the form holds the zone where there is one
        except ValueError:
            continue
        is_sure = moment.tzinfo is not None or form.endswith(("Z", "GMT"))
        whole = moment.astimezone(UTC) if moment.tzinfo is not None else moment
        return whole.strftime("%Y-%m-%dT%H:%M:%S") + ("Z" if is_sure else "")
    return None


_FORMS = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"), "%Y-%m-%dT%H:%M:%SZ"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:?\d\d"), "%Y-%m-%dT%H:%M:%S%z"),
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?\+00:00"), "%Y-%m-%d %H:%M:%S.%f%z"),
    (re.compile(rf"{_MONTHS} \d\d \d{{4}} \d\d:\d\d:\d\d GMT[+-]\d{{4}}"), "%b %d %Y %H:%M:%S GMT%z"),
    (re.compile(rf"\d\d {_MONTHS} \d{{4}} \d\d:\d\d:\d\d GMT"), "%d %b %Y %H:%M:%S GMT"),
    (re.compile(rf"\d\d:\d\d:\d\d {_MONTHS} \d\d, \d{{4}}"), "%H:%M:%S %b %d, %Y"),
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d"), "%Y-%m-%d %H:%M:%S"),
)


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy says of its taking; `is_report` marks a list of what was archived."""

    url: str | None = None
    retrieved: str | None = None
    is_report: bool = False


# Saver -> its mark, with the groups `url` and `when` where it gives them.
_SAVERS = (
    re.compile(r"Page saved with SingleFile\s+url: (?P<url>\S+)\s+saved date: (?P<when>[^\n]+)"),
    re.compile(r"<!-- saved from url=\(\d+\)(?P<url>\S+) -->"),
    re.compile(r"<!-- Saved from (?P<url>\S+) at (?P<when>\S+) using monolith"),
    re.compile(r"<!-- Mirrored from (?P<url>\S+) by HTTrack[^,]*, (?P<when>[^-]+?) -->"),
    re.compile(r"FILE ARCHIVED ON (?P<when>\d\d:\d\d:\d\d \w{3} \d\d, \d{4})"),
    re.compile(r"web\.archive\.org/web/(?P<stamp>\d{14})(?:[a-z]{2}_)?/(?P<url>https?://[^\"'\s<>]+)"),
)
_HEAD, _TAIL = 20_000, 4_000


def copied(text: str) -> Copied:
    """What the first and last lines of a page's markup say of its taking."""
    ends = text if len(text) < _HEAD + _TAIL else text[:_HEAD] + text[-_TAIL:]
    if "Archived media for" in ends and "bellingcat/auto-archiver" in ends:
        return Copied(is_report=True)
    told = [match.groupdict() for match in (saver.search(ends) for saver in _SAVERS) if match is not None]
    urls = (_address(one.get("url")) for one in told)
    moments = (_iso(one.get("when") or "") or _stamped(one.get("stamp") or "") for one in told)
    return Copied(next((url for url in urls if url), None), next((moment for moment in moments if moment), None))


def _address(url: str | None) -> str | None:
    """An address with its scheme; savers of old leave it out."""
    if not url or url.startswith("file:"):
        return None
    return url if "://" in url else f"http://{url}"


def _stamped(stamp: str) -> str | None:
    """The moment in an address of a web archive."""
    try:
        return datetime.strptime(f"{stamp}Z", "%Y%m%d%H%M%SZ").strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007 - the form says UTC
    except ValueError:
        return None


def report(tree: Any) -> tuple[tuple[Piece, ...], Making]:
    """What a report of the auto-archiver quotes of the page that it archived."""
    told: dict[str, str] = {}
    for table in tree.xpath("//table[contains(@class, 'metadata')]"):
        for row in table.iter("tr"):
            cells = [" ".join(normalise(cell.text_content()).split()) for cell in row.iter("td")]
            if len(cells) == 2:
                told.setdefault(cells[0], cells[1])
    content = [Piece(line, None) for line in _lines(tree, "content")]
    title = told.get("title", "").strip("'")
    heads = (Piece(title, BlockKind.TITLE),) if title and (not content or content[0].text != title) else ()
    making = Making(
        title=title,
        authors=tuple(one for one in (told.get("author") or told.get("uploader") or "",) if one),
        url=told.get("url"),
        published=dates.said(told.get("timestamp", "")),
        retrieved=_iso(told.get("_processed_at", "")),
    )
    return (*heads, *content), making


def _lines(tree: Any, key: str) -> tuple[str, ...]:
    """The lines of the cell beside a key."""
    cells = tree.xpath("//table[contains(@class, 'metadata')]//tr[td[1][normalize-space(.) = $key]]/td[2]", key=key)
    text = normalise(cells[0].text_content()) if cells else ""
    return tuple(" ".join(line.split()) for line in text.split("\n") if line.strip())
