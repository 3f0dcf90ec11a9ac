"""Sets sentences within a block, before the parse, over characters alone.

Layout is the commonest cause of gross errors, so no sentence ever crosses a block; a line break inside a block is a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Words that a full stop may follow inside a sentence: titles, months, places, states and measures as news abbreviates them.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev fr sr jr st gen lt col maj capt sgt cpl cmdr adm gov sen rep pres hon supt insp det amb "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "u.s u.k u.n e.u u.s.a a.m p.m i.e e.g cf vs etc no nos vol ed eds pp p approx est ca "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa "
    "rs regn engr atty brgy messrs mme mlle mgr ing asst brig smt shri tk tenn tex va vt wash wis wyo co corp inc ltd bros ave blvd rd hwy mt ft d.c".split()
)
#: Those that a name or a number follows, and no new sentence.
_LEADING = frozenset(
    "rs regn engr atty brgy messrs mme mlle mgr ing asst brig smt shri tk mr mrs ms dr prof rev fr gen lt col maj capt sgt cpl cmdr adm gov sen rep pres hon supt insp det amb i.e e.g cf vs no nos vol ed eds pp p approx mt ft".split()
)
#: Words that open a sentence and no name ("at 9 p.m. The bomb ...", "of the U.S. He ...").
_OPENERS = frozenset(
    "the a an he she it they we his her their its our this these those there but and or yet in on at by from for with when while where after before as if so "
    "no not all both one two three four five six seven eight nine ten some many most several more about nobody none who what how why then later earlier "
    "according police officers".split()
)
#: What goes on behind an hour, though it has a capital.
_WITH_HOURS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec est edt cst cdt mst mdt pst pdt gmt utc bst cet eastern central "
    "mountain pacific local greenwich moscow london new hong mexico".split()
)
_WORD = re.compile(r"[\"“‘'(\[]*([A-Za-zÀ-ÿ]+)")
#: An end: stop, closing quotes and brackets, a gap, and something that can open a sentence.
_END = re.compile(r"([.!?…]+)(['\"”’)\]]*)(\s+)(?=[\"“‘'(\[¿¡—-]*\s*[A-ZÀ-ÖØ-Þ0-9])")
#: Scraps set side by side on one line: each stands alone.
_SCRAPS = re.compile(r"\s+[·•‣▪]\s+")
#: A stop behind one of these ends a sentence (He called it "a lie". Nobody ...).
_CLOSED = ('"', "'", "’", "”", ")", "]")
_LAST_WORD = re.compile(r"([^\s(\[\"“‘']+)$")


def split(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a block as half-open stretches, without the gaps between them.

    >>> [*split("It began on Dec. 17. Nobody died.")]
    [(0, 20), (21, 33)]
    >>> [*split("Gen. Ruiz spoke to J. Smith of the U.S. Army.")]
    [(0, 45)]
    >>> [*split("It left at 9 p.m. The bomb went off at 10 p.m. Monday.")]
    [(0, 17), (18, 54)]
    >>> [*split("held on 28 Dec · 40 minutes")]
    [(0, 14), (17, 27)]
    >>> [*split('He called it "a lie". Four men died.')]
    [(0, 21), (22, 36)]
    """
    position = 0
    for scrap in (*_SCRAPS.finditer(text), None):
        end = len(text) if scrap is None else scrap.start()
        yield from ((position + first, position + last) for first, last in _sentences(text[position:end]))
        position = end if scrap is None else scrap.end()


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        if match.start() < start or _is_abbreviation(text, match):
            continue
        yield start, match.end(2)
        start = match.end()
    end = len(text.rstrip())
    if start < end:
        yield start, end


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    """A lone stop after an abbreviation or an initial ends nothing."""
    if match.group(1) != "." or match.group(2) or text[match.start() - 1 : match.start()] in _CLOSED:
        return False
    word = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if word is None:
        return True
    said = word.group(1).lower()
    following = text[match.end() : match.end() + 1]
    if len(said) == 1 and said.isalpha() and said != "i":
        return True
    if said in ("a.m", "p.m") or said not in _LEADING:
        opening = _WORD.match(text, match.end())
        word_after = opening.group(1) if opening is not None else ""
        if said in ("a.m", "p.m") and word_after and not word_after.isupper():
            return word_after.lower() in _WITH_HOURS
        if word_after[1:].islower() and word_after.lower() in _OPENERS:
            return False
    return said in _ABBREVIATIONS and (
        following.isupper() or following.isdigit() or said not in ("no", "sun", "sat", "mar")
    )
