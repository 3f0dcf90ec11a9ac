"""What a single line shows of itself, by the tables of `cues`."""

from __future__ import annotations

import re

from sayso.normalisation import places
from sayso.reading import cues

_HEADING_WORDS = 14
_TITLE_WORDS = 24
_LABEL_WORDS = 8
_FOOT_WORDS = 40
_BYLINE_WORDS = 14
# A voice of an interview: "Q: How many were there?"
_ASKED = re.compile(r"[A-Z][\w.]{0,15}: .*\?$")
_CLOSING = "\"'”’»)]*"
_NO_NAME = frozenset(
    "the a an our his her its their this that these who which what all some many most one two three four five"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)


def is_row(line: str) -> bool:
    """A row of a table: three cells or more, parted by tabs or bars."""
    return line.count("\t") >= 2 or line.count(" | ") >= 2 or (len(line) > 1 and line[0] == line[-1] == "|")


def is_short(line: str, words: int) -> bool:
    """At most `words` words, none of them absurdly long."""
    return len(line.split()) <= words and len(line) <= 12 * words


def is_page(line: str) -> bool:
    """A line of the page around the account."""
    return cues.PAGE.fullmatch(line) is not None or opens_foot(line)


def opens_foot(line: str) -> bool:
    """A line that begins the foot of a page."""
    is_label = cues.LABEL.fullmatch(line) is not None and is_short(line, _LABEL_WORDS)
    return is_label or (cues.FOOT.match(line) is not None and is_short(line, _FOOT_WORDS))


def is_title(line: str) -> bool:
    """A line that can stand over an account: short, no sentence, no dateline."""
    is_sentence = line.endswith((",", ".", ":")) or line.count("\n") > 1
    return is_short(line, _TITLE_WORDS) and not is_sentence and not dateline(line, is_near_top=True)


def is_heading(line: str) -> bool:
    """Short, whole, capitalised, and without a full stop, even within its closing quotes.

    >>> is_heading("Who were the captors?"), is_heading("He said it was “mostly over.”")
    (True, False)
    """
    bare = line.rstrip(_CLOSING)
    if "\n" in line or not bare or not is_short(line, _HEADING_WORDS) or not (bare[-1].isalnum() or bare[-1] in "?!%"):
        return False
    if _ASKED.match(line):
        return False
    is_speech = line[0] in "\"“'‘" and line[-1] in "!?”’\"'"
    return not is_speech and (line[0].isupper() or line[0].isdigit() or line[0] in "\"“'‘*")


def is_lead_in(line: str) -> bool:
    """A short line that hands over to another voice: "As the union explained:"."""
    return line.endswith(":") and len(line.split()) <= 12 and cues.SPEECH.search(line) is not None


def is_byline(line: str) -> bool:
    """A line that names who wrote the text."""
    return bool(bylined(line)) or (line.lower().startswith("from our ") and cues.BYLINE.fullmatch(line) is not None)


def bylined(line: str) -> tuple[str, ...]:
    """The names in a byline.

    >>> bylined("By Ana Ruiz and Jo Field, Our Correspondents")
    ('Ana Ruiz', 'Jo Field')
    >>> bylined("BY THE TERRORISTS."), bylined("By Monday Night")
    ((), ())
    """
    match = cues.BYLINE.fullmatch(line) if is_short(line, _BYLINE_WORDS) else None
    if match is None or match["names"] is None:
        return ()
    listed = match["names"].replace(" & ", ", ").replace(" and ", ", ").split(", ")
    names = tuple(name.strip(" .") for name in listed if _is_name(name))
    return () if line.isupper() and len(line.split()) > 2 * len(names) + 3 else names


def _is_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0].lower() not in _NO_NAME


def _of_country(line: str) -> re.Match[str] | None:
    """A town in small letters, where the name behind it is a country's."""
    match = cues.COUNTRY_DATELINE.match(line)
    return match if match is not None and places.country(match["country"]) is not None else None


def dateline(line: str, *, is_near_top: bool) -> int:
    """The length of the dateline that opens a stretch, 0 where there is none.

    >>> dateline("KABUL, 3 May (Wire) - Two men", is_near_top=False), dateline("THIS PROPOSAL -- he said", is_near_top=True)
    (22, 0)
    >>> dateline("New Delhi, Aug 10 (Wire): Two men", is_near_top=True), dateline("On Monday, 3 May: two men", is_near_top=True)
    (26, 0)
    """
    match = cues.DATELINE.match(line) or cues.COLON_DATELINE.match(line) or _of_country(line)
    if match is None or cues.NO_PLACE.search(match["place"]) or match["place"].split()[0] in cues.NO_TOWN:
        return 0
    is_bare = match["day"] is None and match["agency"] is None
    is_place = len(match["place"].split(",")[0].split()) <= 3
    return match.end() if is_place and (is_near_top or not is_bare) else 0
