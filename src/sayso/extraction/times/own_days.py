"""An account's own day: when it was published, and when each later lead or telegram in it was filed.

"URGENT - 2nd lead, Nov. 16 - ...", "UPDATE, May 8 - ...", "No. 3. Bari, May 14, noon.": what follows is told on that day, and
"yesterday" is the day before it. Where nothing says when a text came out, a line of its head that gives a whole day and tells
nothing does ("Press Office, Lisbon, 12 November 1991, 18:00").
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sayso.extraction.events.episodes import OTHER
from sayso.extraction.patterns import extractor
from sayso.model import BlockKind, Claim, Document, Episode, Extent, Modality, Stage, When, claim_id

#: The name of these rules on their claims.
MAKER = "own_days"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WHOLE = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?P<year>1[89]\d\d|20\d\d)\b"),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}}),? (?P<year>1[89]\d\d|20\d\d)\b"),
)
#: Characters of a head, and of a line in it that says who made a text and when.
_HEAD, _LINE = 700, 130
#: What stands before and behind the day in such a line.
_SET_OFF = re.compile(
    r"(?:^|[,/:(|–—] ?| - |\b(?:[Ii]ssued|[Dd]ated|[Pp]rogramme of|[Dd]ate) )(?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?\Z"
)
_CLOSED = re.compile(r"(?:\Z|[,;]? ?(?:at )?\d{1,2}[:.]?\d\d[HhZ]?\b| ?/| ?\)|\.(?:\s|\Z)|, \d{1,2} ?[ap]\.m)")
#: Lines that date what they tell, or an account that was made long after.
_NOT_OWN = re.compile(
    r"(?i)\||\b(?:attack|massacre|bomb|blast|explosion|fire|sinking|wreck|crash|collision|disaster|siege|riot|quake|earthquake|flood|killing|murder|battle|raid|"
    r"shooting|strike|uprising|storm|pogrom|ambush|tragedy|accident|dead|killed|recorded|interview(?:ed)?|testimony|deposition|memoirs?|chapter|commission|judgment|"
    r"court|edition|anniversary|born|died|report|voices|tape|printed|collected)(?:s|ings?|ed)?\b"
)
_FILED_BEFORE = re.compile(r"(?:\A|\n)\W*(?:[A-Z]{4,}[^\n.:]{0,40}|No\. ?\d+\.[^\n:]{0,50}|Update[^\n.:]{0,20})\Z")
_FILED_AFTER = re.compile(r"[^\n:a-z]{0,14}(?:GMT|noon|night|[ap]\.m)?[^\n:a-z]{0,4}?(?: ?[-–—]+ |:|\.? ?\n|\. )")
#: Days by which a lead is older or younger than the text as it came out.
_OLDER, _YOUNGER = timedelta(days=4), timedelta(days=60)
#: In a text without small letters any line may be taken for a head: what only says when something was, and a head of many words.
_LOWER = re.compile(r"[a-z]{2}")
_SAYS_WHEN = re.compile(
    r"\b(?:ON|OF|SINCE|UNTIL|BY|IN|AT|FROM|TO|THE|AND|BETWEEN|BEFORE|AFTER|NIGHT|MORNING)\W+\Z|\n\W*(?:[^\s]+\s+){4,}\Z"
)
#: Characters before a day in which a lead names itself.
_REACH = 70


def own_day(document: Document) -> When | None:
    """When an account came out: as its document has it, else as a line of its head says.

    Args:
        document: the account.
    """
    return document.published or _headed(document)


def _headed(document: Document) -> When | None:
    lines = document.text[:_HEAD].split("\n")
    pieces = (line if len(line) < _LINE else line[: line.find(". ", 40) + 1 or _LINE] for line in lines[1:])
    told = (piece for piece in pieces if len(piece) <= _LINE and not _NOT_OWN.search(piece))
    found = ((piece, match) for piece in told for shape in _WHOLE for match in shape.finditer(piece))
    return next((_when(match) for piece, match in found if _stands_apart(piece, match)), None)


def _stands_apart(line: str, day: re.Match[str]) -> bool:
    """Is a day set off from the words of its line, and ends them?"""
    return _SET_OFF.search(line[: day.start()]) is not None and _CLOSED.match(line, day.end()) is not None


def _when(match: re.Match[str]) -> When | None:
    month = _MONTHS.index(match["month"].lower()) + 1
    try:
        day = date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    return When(day.isoformat(), day, day, None, match[0])


def is_filed(document: Document, start: int, end: int, when: When | None) -> bool:
    """Is a time the day on which a later lead or telegram of the account was filed?

    Args:
        document: the account.
        start: first character of the time.
        end: one past its last.
        when: what it resolves to.
    """
    own = own_day(document)
    if when is None or own is None or own.earliest is None or when.earliest is None or when.earliest != when.latest:
        return False
    if not -_OLDER <= when.earliest - own.earliest <= _YOUNGER:
        return False
    if not any(c.isdigit() for c in document.text[start:end]):
        return False  # "last night" at the end of a line of capitals
    before = document.text[max(0, start - _REACH) : start]
    before = before if start > _REACH else "\n" + before
    if _LOWER.search(document.text) is None and _SAYS_WHEN.search(before) is not None:
        return False
    return _FILED_BEFORE.search(before) is not None and _FILED_AFTER.match(document.text, end) is not None


def _has_two_days(document: Document) -> bool:
    """Do datelines tell of two days? Then neither is told."""
    lines = (document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.DATELINE)
    found = (_when(match) for line in lines for shape in _WHOLE for match in shape.finditer(line))
    return len({when.edtf for when in found if when is not None}) > 1


def with_own_day(
    document: Document, made: tuple[Claim, ...], episodes: tuple[Episode, ...]
) -> tuple[tuple[Claim, ...], tuple[Episode, ...]]:
    """The claims with the day of publication, where the account's words give it and no claim has it, and the episodes.

    It is a day of the telling and none of what is told, and so stands with what is told aside of the event.

    Args:
        document: the account.
        made: its claims; an account that claims nothing of an event of its own is dated by nothing.
        episodes: its events.
    """
    at, when = document.published_span, document.published
    if at is None or when is None or not _tells_its_own(made, episodes):
        return made, episodes
    if any(claim.start < at.end and at.start < claim.end for claim in made) or _has_two_days(document):
        return made, episodes
    aside = next((e for e in episodes if e.is_passing and e.type == OTHER and not e.title), None)
    if aside is None:
        number = 1 + max(episode.number for episode in episodes)
        aside = Episode(number, OTHER, None, None, Stage.ACCOMPLISHED, "", None, None, (), True, 0.0)
        episodes = (*episodes, aside)
    claim = _published(document, at, when, aside.number)
    return tuple(sorted((*made, claim), key=lambda c: (c.start, c.end, c.slot))), episodes


def _tells_its_own(made: tuple[Claim, ...], episodes: tuple[Episode, ...]) -> bool:
    own = next((e.number for e in episodes if not e.is_passing and e.part is None), None)
    return own is not None and any(claim.episode == own for claim in made)


def _published(document: Document, at: Extent, when: When, episode: int) -> Claim:
    span = document.span(at.start, at.end)
    said = When(when.edtf, when.earliest, when.latest, None, span.quote)
    block = next(n for n, one in enumerate(document.blocks) if one.start <= at.start < one.end)
    name = claim_id(document.sha256, span.start, span.end, "date", None, said, Modality.ASSERTED)
    return Claim(
        id=name, document=document.id, start=span.start, end=span.end, quote=span.quote, spans=(), sentence=Extent(at.start, at.end),
        block=block, slot="date", group=None, value=said, modality=Modality.ASSERTED, polarity=True, attribution=(), scope=None,
        as_of=None, known_by=when, put_forward_by=None, extractor=extractor(MAKER), confidence=None, episode=episode, about_span=None,
    )  # fmt: skip
