"""What a court or a committee lists: "FACTS WHICH THE COURT HOLDS PROVEN", then "a) That on the 4th ...", "b) That ...".

Each item that begins with "That" is the body's whose heading or opening words it hangs on; what is recommended is planned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.extraction.speech.saying import Saying
from sayso.model import Extent, Modality

_BODY = r"court|tribunal|chamber|jury|bench|commission|committee|panel|assembly|council|inquiry|board|mission"
_RULES = r"finds?|found|holds?|held|declares?|considers?|concludes?|resolve[sd]?|decides?|states?|(?:is|was) satisfied|has found"
_ASKS = r"recommend(?:s|ed)?|demand(?:s|ed)?|order(?:s|ed)?|urge[sd]?"
_LEAD = re.compile(
    rf"\b(?P<body>(?:the )?(?:{_BODY}))\b[^.;:]{{0,50}}?\b(?:{_RULES}|(?P<asks>{_ASKS}))\b", re.IGNORECASE
)
_DECLARED = re.compile(rf"{_LEAD.pattern}[^.;:]{{0,20}}:\s*(?=that\b)", re.IGNORECASE)
_RECOMMENDATIONS = re.compile(r"^\W*(?:[IVXLC\d]+[.)]?\s+)*(?:conclusions and )?recommendations?\W*$", re.IGNORECASE)
_ITEM = re.compile(r"^\W*(?:\(?(?:[a-z]{1,4}|\d{1,2}(?:\.\d{1,2})*)[.)]?\s+)?[Tt]hat\s")
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whose findings the items are that follow, where that stands, and whether they only ask for something."""

    name: str
    at: Extent | None
    is_asked: bool = False

    def saying(self, base: int, end: int) -> Saying:
        """An item, from its first word to its last."""
        at = self.at or Extent(base, base)
        modality = Modality.PLANNED if self.is_asked else Modality.ASSERTED
        return Saying(self.name, self.at, "that", at, Extent(base, end), "indirect", modality, "official")


def item(leads: Ruling, text: str, base: int) -> Saying:
    """The saying of a block that is an item; of what is asked for, its first sentence alone."""
    stop = re.search(r"[a-z)][.;]\s", text) if leads.is_asked else None
    return leads.saying(base, base + (stop.end() if stop is not None else len(text)))


def is_item(text: str) -> bool:
    """Does a block begin with "That", behind its letter or number?"""
    return _ITEM.match(text) is not None


def declared(text: str, base: int) -> Saying | None:
    """ "The Court, unanimously, DECLARES: that X is guilty; that Y is acquitted": the rest of the block."""
    if ":" not in text or (lead := _DECLARED.search(text)) is None:
        return None
    at = Extent(base + lead.start("body"), base + lead.end("body"))
    return Ruling(lead["body"], at, is_asked=lead["asks"] is not None).saying(base + lead.end(), base + len(text))


def led(text: str, base: int, before: Ruling | None) -> Ruling | None:
    """What leads the items behind a stretch of lines: of a gap between blocks as of a block."""
    for line in re.finditer(r"\S[^\n]*", text):
        before = ruling(line[0], base + line.start(), before)
    return before


def ruling(text: str, base: int, before: Ruling | None) -> Ruling | None:
    """Whose items may follow a block: its own body's, where it is a heading or opens a list; else as before."""
    own = text.strip()
    if _RECOMMENDATIONS.match(own):
        return Ruling("", None, is_asked=True)
    is_heading = len(own) < _LONGEST_HEADING and not own.endswith((".", "?", "!", '"'))
    if not is_heading and not own.endswith(":"):
        return before
    lead = _LEAD.search(text) if is_heading else _LEAD.search(text, text.rstrip().rfind(".") + 1)
    if lead is None:
        return None if is_heading else before
    at = Extent(base + lead.start("body"), base + lead.end("body"))
    return Ruling(lead["body"], at, is_asked=lead["asks"] is not None)
