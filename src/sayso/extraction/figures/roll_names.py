"""The names of a list: each a person, to the first thing that is no name, no age and nothing said of the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extraction.drafts import Setting
from sayso.extraction.words import lexicon
from sayso.model import Extent

#: A name: two to five words in capitals, ranks before it aside.
_RANK = (
    r"(?i:(?:first |second )?(?:Mr|Mrs|Ms|Dr|Sgt|Sergeant|Cpl|Corporal|Capt|Captain|Lt|Lieutenant|Maj|Major|Col|Colonel|Gen|General|Agent"
    r"|Guard|Officer|Private|Pte|Constables?|Const|PC|ASI|HC|SI|SPO\d?|PO\d|Insp|Inspector|Supt|Father|Sister|Judge|Senator|Deputy)\.? )*"
)
_WORD = r"(?!AND\b)[A-Z][\w'’-]+"
_NAME = re.compile(
    rf"{_RANK}(?P<name>(?:{_WORD}|(?:[A-Z]\.\s?){{0,2}}[A-Z]\.)(?:\s+(?:de|del|la|los|da|dos|van|von|bin|al|y|[A-Z]\.|{_WORD})){{0,4}}?\s+{_WORD})"
    r"(?=\s*(?:[,;.:(\n]|(?i:and)\b|\Z))"
)
_AGE = re.compile(r"(?i)\s*(?:,|\()\s*(?:aged? )?\d{1,3}(?: years old)?\)?(?=\s*(?:[,;.)]|and\b|\Z))")
_SAID = re.compile(
    r"\s*,\s*(?!(?:his|her|their|the)\s(?:[a-z]+\s){1,3}[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?\s*[(,]\s*\d)(?:(?i:an?|the|his|her|their|who|whose|from|of)\s[^,;.]{1,80}?|[a-z]+(?: [a-z]+)?)(?=[,;.]|\s+and\s+(?:[a-z]+ ){0,2}[A-Z][\w'-]+ [A-Z]|\Z)"
)
#: Who somebody is, before his name ("driver Alfred Pym", "her sister Ellen").
_ROLE = re.compile(r"(?:(?:the|an?|his|her|their) )?(?:[a-z][\w-]+ ){0,2}?(?P<role>[a-z][\w-]+)\s+(?=[A-Z])")
_NEXT = re.compile(r"(?i)\s*(?:[,;]\s*(?:and\s+)?|and\s+)\s*")
#: A name of one word, where an age or a brother's name says that it is one.
_ONE = re.compile(rf"(?P<name>{_WORD})(?=\s*(?:\(\d|,\s*(?:aged? )?\d{{1,3}}\b|,? and {_WORD} {_WORD}))")
#: What else is said of somebody on a list: what he was, what befell him and where.
_MORE = re.compile(
    r"\s*,\s*(?!(?:and|his|her|their|the|an?)\s(?:[a-z]+\s+){0,2}[A-Z])(?!and\b)(?:[a-z]|\d{1,3} and \d)[^,;.:]{1,80}?(?=[,;.]|\s+and\s+(?:[a-z]+ ){0,2}[A-Z][\w'-]+ [A-Z]|\Z)"
)
_ASIDES = 3


def names_from(words: str, start: int, setting: Setting, *, is_open: bool = False) -> Iterator[Extent]:
    """The names of a list, from where it begins to its end; `is_open`: its opening says that names follow."""
    place, several = _past_role(words, start, setting)
    while True:
        name = _NAME.match(words, place) or (_ONE.match(words, place) if is_open or several else None)
        if name is None or _is_of_kinds(name["name"], setting):
            return
        yield Extent(name.start("name"), name.end("name"))
        place = _past_asides(words, name.end(), is_open=is_open)
        following = _NEXT.match(words, place)
        if following is None:
            return
        place, several = _past_role(words, following.end(), setting)


def _is_of_kinds(name: str, setting: Setting) -> bool:
    """ "SEVERAL UNION LEADERS", in a text of capitals: people by what they are."""
    return name.isupper() and _is_role(name.rsplit(maxsplit=1)[-1].lower(), setting)


def _past_asides(words: str, place: int, *, is_open: bool) -> int:
    """Behind an age and what is said of somebody."""
    for aside in (_AGE, _SAID, *((_MORE,) * _ASIDES if is_open else ())):
        beside = aside.match(words, place)
        place = beside.end() if beside is not None else place
    return place


def _past_role(words: str, place: int, setting: Setting) -> tuple[int, bool]:
    """Where a name may begin, behind the noun that says who its bearer is; is it one of several ("daughters Ada and Eva")?"""
    role = _ROLE.match(words, place)
    if role is None or not _is_role(role["role"], setting):
        return place, False
    return role.end(), role["role"].endswith("s") or role["role"] in lexicon.words("people", "kin")


def _is_role(noun: str, setting: Setting) -> bool:
    one = noun.removesuffix("s")
    known = any(n in lexicon.words("people", part) for n in (noun, one) for part in ("nouns", "kin"))
    return (
        known
        or bool(setting.groups.words.of(noun))
        or noun.endswith(("er", "or", "ist", "man", "boy", "girl", "woman"))
    )
