"""Who made a text and when, from its own words: title, authors, outlet and day of publication.

The day is one that the text gives as its own (a line of nothing else near the top, a masthead, a dateline with its year);
never one that heads it as an anniversary, and never a day before something the text tells of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.model import BlockKind, Extent
from sayso.reading import cues, dates, imprints, kinds
from sayso.reading.segmentation import Part
from sayso.reading.shape import Making

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_ANNIVERSARY = re.compile(
    r"(?i)\bon this (?:day|date)\b|\b(?:this day|today) in history\b|\bon (?:the|its) \w+ anniversary\b"
)
# "Posted: Friday, July 26, 2013", wherever it stands outside the account.
_POSTED = re.compile(r"(?i)\b(?:posted|published)(?: on)?:? (?:\w+, )?(?:\w+\.? \d{1,2},? \d{4}|\d{1,2} \w+\.? \d{4})")
_TAIL = re.compile(r"\s+[-–—|·]\s+([^-–—|·]+)")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]{3,})\.(?:org|com|net|info|co|[a-z]{2})\b")
_COPYRIGHT = re.compile(
    r"(?i:(?:©|\(c\)|copyright)[ ,]*)+(?:\d{4}(?: ?[-–] ?\d{4})?,? )?(?i:by )?([A-Z][\w’'&. -]{2,50})"
)


def making(text: str, judged: Sequence[Part]) -> Making:
    """What the text says of its own making."""
    # A title is said again a few times on a page; a file that repeats one line for ever is no page.
    titles = [part.text for part in judged if part.kind is BlockKind.TITLE][:12]
    # The title said again without the site's name is the title.
    again = [one for one in titles[1:] if titles[0].startswith(one)]
    # A text without a headline is called by the line that says who made it.
    titles = titles or [
        part.text for part in judged[:1] if part.kind is BlockKind.BYLINE and imprints.imprint(part.text)
    ]
    title = (again or titles or [""])[0].replace("\n", " ")
    outlet, stated = _stated(judged, text)
    return Making(
        title=title,
        outlet=outlet or _outlet(judged, titles) or _filer(judged),
        authors=_authors(judged),
        published=stated.when if stated else None,
        published_span=Extent(stated.start, stated.end) if stated else None,
    )


def _stated(judged: Sequence[Part], text: str) -> tuple[str | None, dates.Found | None]:
    """The outlet of a masthead, and the day that the text gives as its own; offsets are those of the text."""
    for part in judged:
        is_posted = part.kind is not BlockKind.PARAGRAPH and _POSTED.search(part.text) is not None
        if part.kind not in (BlockKind.BYLINE, BlockKind.DATELINE) and not is_posted:
            continue
        headed = dates.masthead(part.text)
        found = headed[1] if headed else _found(part)
        if found is not None and _can_be(found, text):
            shifted = dates.Found(found.start + part.start, found.end + part.start, found.when)
            return (headed[0] if headed else None), shifted
    return None, None


def _filer(judged: Sequence[Part]) -> str | None:
    """The agency or the station in the brackets of the first dateline: "QUITO, 3 MAR 91 (EFE) --"."""
    lines = (part.text.lstrip() for part in judged if part.kind is BlockKind.DATELINE)
    shapes = (cues.DATELINE, cues.COLON_DATELINE, cues.COUNTRY_DATELINE)
    match = next((shape.match(line) for line in lines for shape in shapes if shape.match(line)), None)
    name = " ".join(match["agency"].split()) if match is not None and match["agency"] else ""
    return name if name[:1].isupper() and not any(c.isdigit() for c in name) else None


def _found(part: Part) -> dates.Found | None:
    """The day of a line that heads the text."""
    return dates.find(part.text, with_short_years=part.kind is BlockKind.DATELINE) or imprints.imprint(part.text)


def _can_be(found: dates.Found, text: str) -> bool:
    """No text tells of what happened after it was published, and none is published on the day that it commemorates."""
    year = found.when.earliest.year if found.when.earliest else 0
    if any(int(other) > year + 1 for other in _YEAR.findall(text)):
        return False
    return _ANNIVERSARY.search(text) is None or str(year) not in text.replace(found.when.text, "")


def _authors(judged: Sequence[Part]) -> tuple[str, ...]:
    """The names of the bylines, each once, in order."""
    names: dict[str, None] = {}
    for part in judged:
        if part.kind is BlockKind.BYLINE:
            name = part.text.split(" in ")[0]
            bare = (name,) if cues.BARE_NAME.fullmatch(name) and not dates.find(part.text) else ()
            names.update(dict.fromkeys(kinds.bylined(part.text) or bare))
    return tuple(names)


def _outlet(judged: Sequence[Part], titles: Sequence[str]) -> str | None:
    """Who publishes: the tail of a title that stands again without it, a copyright line, a domain that the text names."""
    again = ((longer, shorter) for longer in titles for shorter in titles if longer != shorter)
    tails = (_TAIL.match(longer[len(shorter) :]) for longer, shorter in again if longer.startswith(shorter))
    tail = next((tail for tail in tails if tail), None)
    if tail:
        return tail[1].strip()
    page = [part.text for part in judged if part.kind is BlockKind.BOILERPLATE]
    for line in page:
        held = _COPYRIGHT.match(line)
        if held:
            return re.sub(r"[ .,-]*(?:All [Rr]ights.*)?$", "", held[1]).strip()
    account = " ".join(part.text for part in judged if part.kind is not BlockKind.BOILERPLATE)
    for stem in _DOMAIN.findall(" ".join(page)):
        named = re.search(rf"\b{re.escape(stem)}\b", account, re.IGNORECASE)
        if named and named[0] != stem:
            return named[0]
    return None
