"""Gives a text in capitals its small letters back, so that names stand out again for the parser and the name finder.

A word that no dictionary knows is a name; so is a known place, a title before a name, and what an acronym stands for. The
text keeps every character at its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from sayso.extraction.words.lexicon import words
from sayso.normalisation import places
from sayso.normalisation.names_acronyms import is_acronym_of
from sayso.normalisation.names_forms import TITLES
from sayso.normalisation.places_entries import entries_of
from sayso.normalisation.places_gazetteer import Feature

#: A text is "in capitals" when this share of its letters is upper case (wire copy); names alone stay well below.
CAPITALS_SHARE = 0.7
#: A town of a common word's name has to be this large to be meant rather than the word.
_LARGE = 100_000
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BRACKETED = re.compile(
    r"\b([A-Z][A-Z-]{1,9})\s*[\[(]([A-Z][A-Z' -]{5,80})[\])]|([A-Z][A-Z' -]{5,90}?)\s*[\[(]([A-Z-]{2,10})[\])]"
)
_SAID_TO_BE = re.compile(
    r"\b(?:called|named|group|movement|organi[sz]ation|band|gang|front|command|commando) \"([A-Z][A-Z' -]{2,40})\""
    r"|\"([A-Z][A-Z' -]{2,40})\" (?:members?|guerrillas?|militants?|terrorists?|rebels?|group|movement|organi[sz]ation|squad|front|battalion)\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b[a-z]\.(?=[a-z]\.|\s)")
#: "The M-19", "an AK-47".
_NUMBERED = re.compile(r"\b[a-z]{1,3}-(?=\d)")
#: Behind these a word is no surname ("the hill", "a price").
_BEFORE_THINGS = frozenset(
    "the a an this that these those his her its their our my your some any each every no".split()
)
_SMALL = frozenset("of the and for in on to a an at by de del la las los el y e da do dos das du des".split())
#: Words that open the names of places ("El Salvador", "San Miguel").
_ARTICLES = frozenset("el la los las san santa santo".split())
#: Titles as they stand before a name; those that only say when he held it are none.
_BEFORE_NAMES = TITLES - frozenset(
    "the former ex then acting late retired special supreme court leader officer agent".split()
)
_VOWELS = frozenset("aeiouy")
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""),
    ("er", "e"), ("est", ""), ("est", "e"), ("iest", "y"), ("men", "man"), ("women", "woman"), ("'s", ""), ("'t", ""),
    ("ists", "ism"), ("ist", "ism"), ("ization", "ize"),
)  # fmt: skip
_BEGINNINGS = (
    "anti",
    "narco",
    "counter",
    "sub",
    "ultra",
    "non",
    "re",
    "un",
    "de",
    "co",
    "inter",
    "machine",
    "motor",
    "gun",
)


def is_capitals(text: str) -> bool:
    """Is the text written in capitals throughout?"""
    upper = sum(map(str.isupper, text))
    return upper >= 12 and upper >= CAPITALS_SHARE * (upper + sum(map(str.islower, text)))


def _every(_word: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Casing:
    """What a document tells of its own names.

    Args:
        is_ordinary: whether a dictionary knows a form without its ending; a word it does not know is a name.
        acronyms: words that stay in capitals.
        names: names of several words, folded to small letters.
        people: surnames that a dictionary holds as words, and that the document tells behind a given name.
    """

    is_ordinary: Callable[[str], bool] = field(default=_every, compare=False)
    acronyms: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()

    def apply(self, text: str) -> str:
        """The text in small letters, its names apart."""
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        found = list(_WORD.finditer(low))
        forms = [self._form(match.group()) for match in found]
        _join(low, found, forms)
        for n, match in enumerate(found):
            if not forms[n] and match.group().removesuffix("'s") in self.people:
                forms[n] = "" if n and found[n - 1].group() in _BEFORE_THINGS else "name"
        letters = list(low)
        for match, form in zip(found, forms, strict=True):
            letters[match.start() : match.end()] = _shaped(match.group(), form)
        shaped = "".join(letters)
        shaped = _INITIAL.sub(lambda match: match.group().upper(), shaped)
        shaped = _NUMBERED.sub(lambda match: match.group().upper(), shaped)
        for name in self.names:
            shaped = _named(shaped, name)
        return _opened(shaped)

    def _form(self, word: str) -> str:
        """How a word by itself is written: "upper", "name", or "" for small letters."""
        stem = word.removesuffix("'s")
        if stem in self.acronyms:
            return "upper"
        if len(stem) < 2 or stem in _SMALL or stem in words("capitals", "not_names"):
            return ""
        if stem in _calendar():
            return "name"
        if _is_known(stem, self.is_ordinary):
            return "name" if _is_somewhere(stem) else ""
        return "upper" if not _VOWELS & set(stem) or (len(stem) == 3 and not _is_somewhere(stem)) else "name"


def casing_of(texts: Iterable[str], is_ordinary: Callable[[str], bool]) -> Casing:
    """Read the blocks of a document in capitals for its acronyms and for names made of common words."""
    acronyms: set[str] = set()
    names: dict[str, None] = {}
    people: set[str] = set()
    for text in texts:
        plain = " ".join(text.split())
        people.update(_surnames(plain))
        for match in _BRACKETED.finditer(plain):
            short, long = (match.group(1), match.group(2)) if match.group(1) else (match.group(4), match.group(3))
            long = _expansion(short, long)
            if long:
                acronyms.add(short.lower())
                names.setdefault(long.lower(), None)
            elif match.group(1) is None and len(short) < 7 and not _is_somewhere(short.lower()):
                acronyms.add(short.lower())
        for match in _SAID_TO_BE.finditer(plain):
            names.setdefault((match.group(1) or match.group(2)).lower(), None)
    return Casing(is_ordinary, frozenset(acronyms), tuple(names), frozenset(people))


def _surnames(text: str) -> Iterator[str]:
    """Surnames told behind a given name: from then on they may stand alone."""
    told = [word.lower().strip("',.;:()[]\"").removesuffix("'s") for word in text.split()]
    known = words("capitals", "surnames")
    return (other for one, other in pairwise(told) if other in known and _is_of_two(one, other))


def _expansion(short: str, long: str) -> str:
    """The last words before or within the bracket that the acronym stands for; empty where none do."""
    said = long.split()
    for count in range(min(len(said), len(short) + 4), 1, -1):
        tail = " ".join(said[-count:])
        if said[-count].lower() not in _SMALL and is_acronym_of(short, tail) is not None:
            return tail
    return ""


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    months = "january february march april june july august september october november december"
    days = "monday tuesday wednesday thursday friday saturday sunday"
    return frozenset(f"{months} {days} jan feb mar apr jun jul aug sep sept oct nov dec".split())


def _is_known(word: str, is_ordinary: Callable[[str], bool]) -> bool:
    """Does the dictionary know the word, or a form that its ending or beginning was added to?"""
    if is_ordinary(word):
        return True
    stems = {word[: -len(end)] + other for end, other in _ENDINGS if word.endswith(end) and len(word) > len(end) + 1}
    stems |= {stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]}
    if any(len(stem) > 1 and is_ordinary(stem) for stem in stems):
        return True
    rest = next((word[len(one) :] for one in _BEGINNINGS if word.startswith(one) and len(word) > len(one) + 3), "")
    return bool(rest) and _is_known(rest, is_ordinary)


@lru_cache(maxsize=8192)
def _is_somewhere(name: str) -> bool:
    """Is a name that may be common words that of a country, its people, a region or a large town?"""
    if places.is_risky(name):
        return False
    if places.country(name) is not None:
        return True
    known = (one for one in entries_of(name) if not one.is_other_name)
    return any(one.feature is not Feature.TOWN or one.population >= _LARGE for one in known)


def _join(low: str, found: Sequence[re.Match[str]], forms: list[str]) -> None:
    """Words that belong to the name beside them: in places, titles and articles before it, names of bodies."""
    for n in range(len(found) - 2, -1, -1):
        between = low[found[n].end() : found[n + 1].start()]
        if (forms[n] and forms[n + 1]) or not (between.isspace() or between == ". "):
            continue
        one, other = found[n].group(), found[n + 1].group()
        is_place = n > 0 and found[n - 1].group() in _ARTICLES  # "San Salvador"
        if not is_place and _is_of_two(one, other):
            forms[n] = forms[n + 1] = "name"
            continue
        if one not in _SMALL - _ARTICLES and _is_somewhere(f"{one} {other}"):
            forms[n], forms[n + 1] = forms[n] or "name", forms[n + 1] or "name"
        elif not forms[n]:
            _join_before(one, other, forms, n)
        if (
            not forms[n + 1]
            and forms[n] == "name"
            and other in words("capitals", "surnames")
            and not _is_somewhere(one)
        ):
            forms[n + 1] = "name"
    for n in range(1, len(found)):
        beside = low[found[n - 1].end() : found[n].start()].isspace()
        if beside and forms[n - 1] == "name" and found[n].group() in words("capitals", "bodies"):
            forms[n] = forms[n] or "name"


def _is_of_two(one: str, other: str) -> bool:
    """A given name and another, or a surname, though each is a word: "Carlos Galan", "Victor Hugo"."""
    given = words("capitals", "given")
    return one in given and one != other and (other in given or other in words("capitals", "surnames"))


def _join_before(one: str, other: str, forms: list[str], n: int) -> None:
    """A small word before the next: is it a title, an article or a quality of the name that follows?"""
    bodies, qualities = words("capitals", "bodies"), words("capitals", "qualities")
    if one in qualities and (other in bodies or (other in qualities and forms[n + 1] == "name")):
        forms[n] = forms[n + 1] = "name"
    elif forms[n + 1] == "name" and other not in bodies | qualities:
        is_article = one in _ARTICLES and (n == 0 or forms[n - 1] != "name")
        if one in _BEFORE_NAMES or is_article or one in words("capitals", "given"):
            forms[n] = "name"


def _shaped(word: str, form: str) -> str:
    if form == "upper":
        return word.removesuffix("'s").upper() + ("'s" if word.endswith("'s") else "")
    if form == "name":
        head, mark, rest = word.partition("'")
        return head[:1].upper() + head[1:] + mark + (rest.capitalize() if len(head) == 1 else rest)
    return word


def _named(text: str, name: str) -> str:
    """Every telling of a name of several words, written as one."""
    shown = " ".join(
        word if word in _SMALL else word.upper() if word.isdigit() else word.capitalize() for word in name.split()
    )
    pattern = r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b"

    def written(match: re.Match[str]) -> str:
        pieces = re.split(r"(\s+)", match.group())
        tokens = iter(shown.split())
        return "".join(piece if piece.isspace() else next(tokens) for piece in pieces)

    return re.sub(pattern, written, text, flags=re.IGNORECASE)


_OPENS = re.compile(r"(^|(?<!\b\w)[.!?][\"')\]]*\s+|--\s+(?:\[[^\]]*\]\s*)*)(\W*)([^\W\d_])")


def _opened(text: str) -> str:
    """A large letter where a sentence begins."""
    return _OPENS.sub(lambda match: match.group(1) + match.group(2) + match.group(3).upper(), text)
