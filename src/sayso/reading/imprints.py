"""The line above an account that says who made it and when: a paper's masthead, the name of a report, a letter's address.

A headline may end in a day, too, which is then that of the event ("The Fire at Arlo, 3 May 1902"): only a line that names a
paper or a kind of document, and no incident, gives its day as that of the text.
"""

from __future__ import annotations

import re

from sayso.reading import dates

_MADE = re.compile(
    r"(?i)\b(?:press (?:release|statement|note)|communiqu[eé]|bulletin|newsletter|circular|(?:public )?notice|memorand(?:um|a)|memo|petition|"
    r"diary|journal|testimony|deposition|affidavit|statement|transcript|interview|minutes|blog|memoirs?|recollections|reminiscences|"
    r"sermon|dispatch|telegram|letter|annual report|yearbook|final report|interim report|field report|situation report|sitrep|"
    r"(?:a |the )?report (?:of|by) the|hansard|gazette|magazine|almanac)\b"
    r"|^(?:a )?history of\b|, (?:a )?history of\b|\bby (?-i:[A-Z])[\w.’'-]*(?: (?-i:[A-Z])[\w.’'-]*)+,? \(\d{4}\)"
)
# Who made it closes the line before the day.
_MAKER = re.compile(
    r"\b(?:Institute|Monitor|Watch|Commission|Committee|Ministry|Association|Society|Foundation|Federation|Union|Council|Directorate|"
    r"Authority|Agency|Bureau|Office|Department|University|Organi[sz]ation|Network|Observatory|Review|Quarterly|Monthly|Report|Update),? "
    r"\(?(?=[A-Z\d][^,]*$)"
)
_ADDRESSED = re.compile(
    r"^(?:(?:Lt\.?|Lieutenant|Capt\.?|Captain|Col\.?|Colonel|Major|Gen\.?|General|Admiral|Commodore|Sergeant|Mr\.?|Mrs\.?|Miss|Sir|Lord|Lady|"
    r"Dr\.?|Rev\.?|Reverend|Father|Brother|Sister|Governor|Consul|Ambassador|Inspector|Superintendent|Constable|Judge) [^,]+|"
    r"(?:[A-Z][\w.’'-]*,? ){1,4}(?:[a-z]+ ){0,2})"
    r"\bto (?:the |his |her )?(?:(?:War |Foreign |Home |Colonial |First )?(?:Secretary|Minister|Ministry|Governor|President|King|Queen|Tsar|Emperor|"
    r"Viceroy|Admiralty|Prefect|Bishop|Editor|Consul|Commander|Director|Board|Council|Committee|Mayor|Marshal)|Mr\.?|Mrs\.?|Miss|Sir|Lord|"
    r"Gen\.?|General|Col\.?|Colonel|Captain|Dr\.?|wife|husband|brother|sister|mother|father|parents)\b"
)
_INCIDENT = re.compile(
    r"(?i)\b(?:massacres?|bombings?|bombs?|blasts?|explosions?|fires?|sinking|wreck|crash|collision|disasters?|attacks?|siege|riots?|quakes?|"
    r"earthquakes?|floods?|killings?|murders?|battle|raid|shootings?|strike|uprising|revolt|coup|storm|hurricane|cyclone|avalanche|landslide|"
    r"pogroms?|ambush|kidnapping|hijacking|execution|tragedy|accident|outbreak|epidemic|famine|dead|killed|dies?|died|kills?)\b"
    r"(?! (?:report|notice|bulletin|update|commission|inquiry|survey|service|brigade|department)\b)"
)
_LAST = re.compile(
    r"(?P<name>.{3,90}?)(?:,? \((?P<year>1[5-9]\d\d|20\d\d)\)|(?:,| [|·•–—-]) (?P<rest>(?:(?P<month>[A-Z][a-z]{2,8}) )?(?:1[5-9]\d\d|20\d\d)))"
)
_REPORT_OF = re.compile(r"(?i)\b(?P<name>annual report|yearbook|almanac),? (?P<year>1[5-9]\d\d|20\d\d)$")
_STYLE = re.compile(r"(?i) ?\((?:old style|new style|o\.?s\.?|n\.?s\.?)\)")
_LENGTH = 120
_OPENS = re.compile(r"(?P<line>[^.!?\n]{5,80}\b(?:1[5-9]\d\d|20\d\d))\. +(?=[A-Z“\"‘'])")


def imprint(line: str) -> dates.Found | None:
    """When the text under a line was made, by that line; None where the day may be that of an event.

    >>> imprint("The Arlo Courier, 5 June 1907").when.edtf, imprint("Report of the Safety Board, June 2009").when.edtf
    ('1907-06-05', '2009-06')
    >>> imprint("J. Marl, History of the Upper Counties (1880)").when.edtf, imprint("Colonel Fell to the Secretary, 20 June 1791").when.edtf
    ('1880', '1791-06-20')
    >>> imprint("Earthquake report, National Survey Institute, 1999").when.edtf, imprint("My Years Inside, by P. Arl (2015)").when.edtf
    ('1999', '2015')
    >>> imprint("The Fire at the Sun Hotel, 3 May 1902"), imprint("Memories of Arlo, 14 June 1791"), imprint("The Report, 1991 people")
    (None, None, None)
    """
    if len(line) >= _LENGTH or "\n" in line or _INCIDENT.search(line):
        return None
    headed = dates.masthead(line)
    if headed is not None and headed[0] is not None:
        return headed[1]
    if not (_MADE.search(line) or _MAKER.search(line) or _ADDRESSED.match(line)):
        return None
    return _day_last(line) or _coarse_last(line)


def opening(paragraph: str) -> tuple[int, bool]:
    """The length of the imprint that opens a paragraph, 0 where there is none, and whether it is a bare day.

    >>> opening("The Arlo Herald, 20 August 2005. A bomb went off."), opening("6 November 1998. The toll rose.")
    ((33, False), (17, True))
    """
    match = _OPENS.match(paragraph)
    if match is None:
        return 0, False
    is_day = dates.alone(match["line"]) is not None
    return (match.end(), is_day) if is_day or imprint(match["line"]) is not None else (0, False)


def _day_last(line: str) -> dates.Found | None:
    """A whole date that closes the line, set off by a mark."""
    found = dates.find(line)
    is_last = found is not None and not _STYLE.sub("", line[found.end :]).strip(" .)")
    return (
        found
        if found is not None and is_last and line[: found.start].rstrip()[-1:] in {",", "(", "-", "–", "—", "|", "·"}
        else None
    )


def _coarse_last(line: str) -> dates.Found | None:
    """A month or a year that closes the line."""
    bare = line.rstrip(" .")
    match = _LAST.fullmatch(bare)
    if match is not None and match["month"] is not None:
        when = dates.month(match["rest"])
        return None if when is None else dates.Found(match.start("rest"), match.end("rest"), when)
    group = "year" if match is not None and match["year"] is not None else "rest"
    match, group = (match, group) if match is not None else (_REPORT_OF.search(bare), "year")
    when = None if match is None else dates.said(match[group])
    return None if match is None or when is None else dates.Found(match.start(group), match.end(group), when)
