"""Which of the names that the recogniser found are names, of what kind, and how far they reach.

A small recogniser takes headings, credit lines, streets and common nouns in capitals for people and organisations. What the
text itself shows to be none is left out, cut or told by its right kind; nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.model import BlockKind, Document, Mention
from sayso.normalisation import places

_SMALL = re.compile(r"(?<![\w/.@-])[a-z][a-z'-]+(?![\w/@-])")
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
#: Small words within a name.
_WITHIN = frozenset(
    "of the and for de la las los del di da dos do du des van von der den ter y e al el bin ibn ben abu to on in at a an s as und et".split()
)
#: Marks and words of credit lines, addresses of pages and buttons.
_CREDIT = re.compile(
    r"[/@#©|<>\"\u201c\u201d]|\bwww\.|\.(?:com|org|net|co)\b|\b(?:Photo|Photos|Photograph|Courtesy|Source|Copyright|Getty|Handout|Buy|Image|Video|Click|Subscribe)\b"
)
_SHOUTED = re.compile(r"(\b\w+\b)(?: \1\b){2,}")
#: A street, a road, a house: a place, whatever it was taken for.
_STREET = re.compile(
    r"(?:\d+\w* .*)?\b(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive|Boulevard|Blvd\.?|Highway|Interstate|Route|Parkway|Terrace|Freeway|Expressway)"
    r"(?: (?:North|South|East|West|[NSEW]\.?|\d+))?$"
)
_PERHAPS_STREET = re.compile(r"\b(?:Way|Court|Place|Circle|Square|Trail|Loop)$")
_ON_STREET = re.compile(r"\b(?:block of|blocks of|corner of|address (?:on|in|at)|\d{2,5})\s$")
_ADDRESS = re.compile(r"\d{2,5} \w|\d+ (?:Interstate|Highway|Route)\b")
#: Ranks and offices behind the name of a body: "Ashby Police Sgt."
_RANK = re.compile(
    r" (?:Sgt|Lt|Capt|Cpl|Det|Corporal|Sergeant|Lieutenant|Captain|Officer|Chief|Deputy|Detective|Spokesman|Spokeswoman|Corporal|Magistrate)\.?$"
)
#: What only a person has: an age, kin, a rank before the name, an alias.
_AGED = re.compile(r",? (?:\(?(?:age |aged )?\d{1,3}\)?)(?:[,;.)]| and\b|$)|, (?:a|an) \d{1,3}-year-old\b")
_KIN = re.compile(
    r"\b(?:brother|sister|daughter|son|mother|father|aunt|uncle|great-aunt|great-uncle|wife|husband|widow|widower|cousin|nephew|niece|"
    r"grandmother|grandfather|grandson|granddaughter|girlfriend|boyfriend|fianc\u00e9e?|fiancee?|stepson|stepdaughter|friend|neighbor|neighbour|"
    r"Mr\.?|Mrs\.?|Ms\.?|Lt\.?|Sgt\.?|Capt\.?|Dr\.?|Officer|Detective|aka|a\.k\.a\.),? $"
)
#: What says of itself what it is: "the port of X", "the construction giant X", "says X, a teacher".
_SETTLEMENT = re.compile(
    r"\b(?:port|districts?|towns?|city|village|hamlet|province|region|island|capital|suburb|neighbou?rhood|department|county|state|valley) of $",
    re.IGNORECASE,
)
_LOCATED = re.compile(r"\b(?:near|off|outside|around|in|at) $")
_IN_A_LAND = re.compile(r", (?!and\b)[A-Z][\w. ]+?,? (?:[A-Z][a-z]+\.? \d|\()")
_COMPANY = re.compile(r"\b(?:giant|company|firm|corporation|newspaper|broadcaster|agency|channel|retailer|airline) $")
_SPEAKING = re.compile(r"\b(?:says|said|remembers|recalls|adds|asks|remembered|recalled) $")
_OFFICE = re.compile(
    r"(?:Emperor|Empress|King|Queen|President|Prime Minister|Archbishop|Bishop|Governor|Mayor|Prince|Princess|Sultan|Emir) of (?:[A-Z]\w+ )(?=[A-Z])"
)
#: Papers that people sign, and no bodies.
_PAPER = re.compile(
    r"\b(?:Convention|Treaty|Act|Award|Prize|Accords?|Agreement|Charter|Amendment|Constitution|Declaration|Code|Bill)$"
)
#: Words of bodies: what has one is no person, whatever stands behind it.
_BODY = re.compile(
    r"\b(?:Police|Department|Hospital|Center|Centre|Court|Office|School|University|College|Church|Council|Company|Corp|Inc|Ltd|Union|Party|"
    r"Bank|Agency|Army|Committee|Association|Front|Movement|News|Times|Post|Station|Club|County|City|Ministry|Commission|Group|Service|Services|"
    r"Unit|Force|Brigade|Board|Bureau|Institute|Fund|Society|League|Apartments|Mall|Store|Hotel|Restaurant|Press|Magazine|Review)\b"
)
#: Makes of cars and phones and places of the web name things told of, and take no part.
_THINGS = frozenset(
    "bmw dodge ford chevrolet chevy cadillac toyota honda nissan mercedes volkswagen audi mazda hyundai kia jeep buick chrysler pontiac lexus acura "
    "subaru volvo land-rover glock ak-47 ar-15 kalashnikov smith&wesson iphone ipad android facebook twitter instagram youtube whatsapp telegram "
    "snapchat tiktok google gmail netflix wikipedia airsoft playstation xbox".split()
)


def proper_names(found: Iterable[Mention], document: Document) -> Iterator[Mention]:
    """The mentions that stand, each cut to its name and of its kind."""
    told = list(found)
    heads = [(block.start, block.end) for block in document.blocks if block.kind in _HEADS]
    body = [mention for mention in told if not _is_in(mention, heads)]
    plain = frozenset(_SMALL.findall(document.text))
    known = frozenset(mention.name.casefold() for mention in body)
    words = frozenset(word for one in known for word in one.split()) - plain
    for mention in told:
        cut = _cut(mention, document.text)
        if cut is None or _is_thing(cut) or _is_common(cut, plain):
            continue
        if cut.kind != "place" and _is_in(cut, heads) and not _stands_elsewhere(cut, known, words):
            continue
        yield _of_kind(cut, document.text)


def _is_in(mention: Mention, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= mention.start < end for start, end in stretches)


def _cut(mention: Mention, text: str) -> Mention | None:
    """A mention without what is none of its name; None where nothing of it is one."""
    if mention.kind == "place":
        return mention
    if _is_none(mention):
        return None
    words = mention.quote.split(" ")
    end = next((n for n, word in enumerate(words) if n and _is_outside(word)), len(words))
    while end and words[end - 1] in _WITHIN:
        end -= 1
    first = 1 if mention.kind == "person" and _is_of_a_see(mention, words, text) else 0
    kept = " ".join(words[first:end])
    kept = _OFFICE.sub("", kept) if _OFFICE.match(kept) else kept
    kept = _RANK.sub("", kept) if mention.kind == "organisation" else kept
    if not kept or not any(word[:1].isupper() or word[:1].isdigit() or word[1:2].isupper() for word in kept.split()):
        return None
    start = mention.start + mention.quote.index(kept)
    return replace(mention, start=start, end=start + len(kept), quote=kept, name=" ".join(kept.split()))


def _is_none(mention: Mention) -> bool:
    """A credit, a shout, a paper that was signed, or words torn out of brackets or lines."""
    name = mention.name
    if is_credit(name) or _SHOUTED.search(name) or (mention.kind == "organisation" and _PAPER.search(name)):
        return True
    return name.count("(") != name.count(")") or "\n" in mention.quote.strip()


def _is_outside(word: str) -> bool:
    """A small word that stands in no name ("located")."""
    return word[:1].islower() and word.isalpha() and word not in _WITHIN


def _is_of_a_see(mention: Mention, words: list[str], text: str) -> bool:
    """ "Archbishop of Turin Juan Ruiz": the town is not the man's first name."""
    before = text[max(0, mention.start - 4) : mention.start].lower()
    return len(words) > 2 and before.endswith("of ") and bool(places.lookup(words[0]))


def _is_thing(mention: Mention) -> bool:
    words = mention.name.casefold().split()
    return mention.kind != "place" and (
        words[0] in _THINGS or (mention.kind == "organisation" and words[0] == "operation")
    )


def _is_common(mention: Mention, plain: frozenset[str]) -> bool:
    """A single word that the text also writes small: "the Embassy", "Suspect"."""
    name = mention.name
    return mention.kind != "place" and " " not in name and not name.isupper() and name.lower() in plain


def _stands_elsewhere(mention: Mention, known: frozenset[str], words: frozenset[str]) -> bool:
    """Is what a heading names a name outside of headings, too, a person perhaps by one word of it?"""
    name = mention.name.casefold()
    return name in known or (mention.kind == "person" and not words.isdisjoint(name.split()))


def is_credit(words: str) -> bool:
    """Are words an address of a page or a line of credit, whatever is told of them?"""
    return _CREDIT.search(words) is not None


def _of_kind(mention: Mention, text: str) -> Mention:
    """A mention of the kind that the words around it show."""
    if mention.kind == "place":
        return mention
    before, after = text[max(0, mention.start - 24) : mention.start], text[mention.end : mention.end + 24]
    kind = mention.kind
    if _is_place(mention, before, after):
        kind = "place"
    elif kind == "person":
        kind = "organisation" if _is_body(mention, before) else kind
    elif _is_person(mention, before, after):
        kind = "person"
    return mention if kind == mention.kind else replace(mention, kind=kind)


def _is_place(mention: Mention, before: str, after: str) -> bool:
    name = mention.name
    if _STREET.search(name) or _ADDRESS.match(name) or (_PERHAPS_STREET.search(name) and _ON_STREET.search(before)):
        return True
    if mention.kind == "person" and " " not in name and (_LOCATED.search(before) or _IN_A_LAND.match(after)):
        return True
    return _SETTLEMENT.search(before) is not None


def _is_body(mention: Mention, before: str) -> bool:
    if " " in mention.name:
        return False
    return bool(_COMPANY.search(before)) or (mention.name.isupper() and before.endswith(("(", "the ")))


def _is_person(mention: Mention, before: str, after: str) -> bool:
    if _BODY.search(mention.name) or mention.name.isupper():
        return False
    if _KIN.search(before) or _OFFICE.search(before) or (_SPEAKING.search(before) and re.match(r", an? ", after)):
        return True
    return " " in mention.name and _AGED.match(after) is not None
