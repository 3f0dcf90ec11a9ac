"""Full dates as publishers write them, and the lines that hold nothing else."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from sayso.model import When

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_FULL = (
    re.compile(rf"\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH} {_DAY},? {_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?=\b|T)"),
)
_SHORT = (re.compile(rf"\b{_DAY} {_MONTH},? (?P<year>\d\d)\b", re.IGNORECASE),)
_COARSE = re.compile(rf"{_YEAR}(?:-(?P<month>0[1-9]|1[0-2]))?")
_AROUND = re.compile(
    r"(?i)[\s,|·•–—-]*(?:(?:first |last )?(?:published|posted|updated|issued|filed|printed|date)(?: on)?:?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?|at|\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?|"
    r"gmt|utc|[a-z]{1,2}st|on|[,|·•()–—-]|\s)*"
)
_PAPER = re.compile(
    r"\b(?:Times|Post|Herald|News|Gazette|Tribune|Journal|Courier|Observer|Guardian|Chronicle|Review|Weekly|Daily|Mail|Star|"
    r"Telegraph|Press|Standard|Express|Bulletin|Monitor|Agency|Reuters|AP|AFP|Worker|Magazine|Report|Today|World|Mirror|Voice|"
    r"Echo|Sun|Independent|Citizen|Nation|Argus|Examiner|Sentinel|Dispatch|Messenger|Advocate|Inquirer|Globe|Wire|Newswire|"
    r"Newsletter|Radio|Broadcasting)\b"
)
_MASTHEAD = re.compile(
    r"(?P<name>[A-Z][\w’'&. -]{2,50}?)(?P<issue>,? (?:#|No\.?|Nr\.?|Number|Issue|Vol\.?|Volume) ?[\dIVXL]+[\w ,.#]*?)?"
    r"(?:, | [|·•–—-] )(?P<rest>.+)"
)
_NAME_LAST = re.compile(r"(?P<rest>.+?)(?:, | [|·•–—-] )(?P<name>[A-Z][\w’'&. -]{2,50})")


@dataclass(frozen=True, slots=True)
class Found:
    """A full date in a text; offsets are those of the string it was looked for in."""

    start: int
    end: int
    when: When


def find(text: str, *, with_short_years: bool = False) -> Found | None:
    """The first full date in `text`; `with_short_years` takes "3 JAN 90" too.

    >>> find("Kabul, 3 May 2004").when.edtf, find("3 JAN 90", with_short_years=True).when.edtf
    ('2004-05-03', '1990-01-03')
    """
    patterns = (*_FULL, *(_SHORT if with_short_years else ()))
    found = [one for pattern in patterns for match in pattern.finditer(text) if (one := _found(match)) is not None]
    return min(found, key=lambda one: one.start, default=None)


def alone(line: str) -> Found | None:
    """The date of a line that holds nothing but one.

    >>> alone("Published: Friday, 7 May 2026").when.edtf
    '2026-05-07'
    >>> alone("April 22, 1997 | The End of a Siege") is None
    True
    """
    found = find(line) if len(line) < 80 else None
    if found is None or _AROUND.fullmatch(line[: found.start] + " " + line[found.end :]) is None:
        return None
    return found


def masthead(line: str) -> tuple[str | None, Found] | None:
    """The name and day of a line such as a paper's masthead; no name where it may as well be a place.

    >>> name, found = masthead("The Weekly Torch #512, January 5, 1997")
    >>> name, found.when.edtf
    ('The Weekly Torch', '1997-01-05')
    >>> masthead("5 January 1997, The Weekly Mirror")[0], masthead("5 January 1997 | The End of the Siege")
    ('The Weekly Mirror', None)
    """
    if len(line) >= 120:
        return None
    last = _NAME_LAST.fullmatch(line)
    if last is not None and _PAPER.search(last["name"]) and (found := alone(last["rest"])) is not None:
        return last["name"].strip(), found
    match = _MASTHEAD.fullmatch(line)
    found = alone(match["rest"]) if match else None
    if match is None or found is None:
        return None
    shift = match.start("rest")
    is_paper = match["issue"] is not None or _PAPER.search(match["name"]) is not None
    return match["name"].strip() if is_paper else None, Found(found.start + shift, found.end + shift, found.when)


def said(text: str) -> When | None:
    """What a piece of metadata gives as a date, as coarse as it is given.

    >>> said("1997-01-05T08:00:00Z").edtf, said("1997-01").edtf, said("soon")
    ('1997-01-05', '1997-01', None)
    """
    found = find(text)
    coarse = _COARSE.fullmatch(text.strip())
    if found is not None or coarse is None:
        return found.when if found else None
    year, month = int(coarse["year"]), coarse["month"]
    if month is None:
        return When(f"{year}", date(year, 1, 1), date(year, 12, 31), None, text.strip())
    last = monthrange(year, int(month))[1]
    return When(f"{year}-{month}", date(year, int(month), 1), date(year, int(month), last), None, text.strip())


def month(text: str) -> When | None:
    """A month with its year and nothing else.

    >>> month("June 2009").edtf, month("Report 2009")
    ('2009-06', None)
    """
    name, _, year = text.partition(" ")
    if name.lower()[:3] not in _MONTHS or not re.fullmatch(_MONTH, name) or not year.isdigit():
        return None
    when = said(f"{year}-{_MONTHS.index(name.lower()[:3]) + 1:02}")
    return None if when is None else When(when.edtf, when.earliest, when.latest, None, text)


def _year(digits: str) -> int:
    """The year meant; two digits are of the last century from 30 on (datelines of before the web)."""
    year = int(digits)
    if year > 99:
        return year
    return year + (1900 if year >= 30 else 2000)


def _found(match: re.Match[str]) -> Found | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        stands = date(_year(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
    return Found(match.start(), match.end(), When(stands.isoformat(), stands, stands, None, match[0]))
