"""Who is named as the source of what: outlets and agencies that a document credits, in its text and under its pictures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.linking.lineage import in_order, lineage_id
from sayso.linking.prints import days
from sayso.linking.words import fold
from sayso.model import Account, BlockKind, Document, Lineage, Passage

# Agencies by their short names, as datelines and credits give them.
_AGENCIES = {
    "ap": "Associated Press",
    "afp": "Agence France-Presse",
    "upi": "United Press International",
    "dpa": "Deutsche Presse-Agentur",
    "efe": "EFE",
    "ansa": "ANSA",
    "tass": "TASS",
    "itar-tass": "TASS",
    "reuters": "Reuters",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "interfax": "Interfax",
    "notimex": "Notimex",
    "bbc": "BBC",
    "cnn": "CNN",
    "npr": "NPR",
    "getty": "Getty Images",
    "getty images": "Getty Images",
}
# The word that ends the name of most outlets.
_OUTLET = re.compile(
    r"\b(?:Times|Post|News|Press|Agency|Herald|Tribune|Gazette|Journal|Chronicle|Guardian|Telegraph|Observer|Courier|"
    r"Examiner|Independent|Dispatch|Daily|Weekly|Magazine|Radio|Television|TV|Broadcasting)$"
)
_NAME = r"((?:[A-Z][\w.&\u2019'-]*)(?: (?:of |de |and )?[A-Z][\w.&\u2019'-]*){0,4})"
_IN_TEXT = (
    re.compile(rf"\b[Aa]ccording to (?:a report (?:by|in|from) )?(?:the )?{_NAME}"),
    re.compile(rf"\b(?:[Tt]he )?{_NAME} (?:has |had )?(?:reported|reports|contributed to this)\b"),
    re.compile(rf"\b(?:told|cited by|quoted by|as reported by|reported by|reporting by) (?:the )?{_NAME}"),
    re.compile(r"\(((?:AP|AFP|UPI|DPA|EFE|ANSA|TASS|ITAR-TASS|Reuters|REUTERS|Xinhua|Kyodo|CNN))\)"),
)
_IN_CAPTION = (
    re.compile(r"\b(AP|AFP|EFE|UPI|DPA|ANSA|TASS|Reuters|REUTERS|Xinhua|Kyodo|Getty(?: Images)?)(?: Photo| Images)?\b"),
    re.compile(rf"\b(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]redit|[Cc]ourtesy)(?: of| by|:) ?(?:the )?{_NAME}"),
)


@dataclass(frozen=True, slots=True)
class Credits:
    """Whom one document names as a source.

    Args:
        document: its id; public: when it was public, the latest day first.
        called: the folded names by which others may call its own source.
        names: start, end and words of each name that may be a source's.
    """

    document: str
    public: tuple[date, date]
    called: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]


def citations(documents: Sequence[Document], accounts: Iterable[Account]) -> tuple[Lineage, ...]:
    """Every outlet or agency that a document credits, once each: a document of the case where it is one's source."""
    told = {account.document: account for account in accounts}
    return cited([credits_of(document, told.get(document.id)) for document in documents])


def credits_of(document: Document, account: Account | None) -> Credits:
    """The names in a document's text, under its pictures and of its speakers."""
    said = (one for claim in account.claims for one in claim.attribution) if account is not None else ()
    speakers = [
        (one.speaker_start, one.speaker_end, one.speaker)
        for one in said
        if one.speaker_start is not None and one.speaker_end is not None
    ]
    names = tuple(sorted({*_in_text(document), *speakers}))
    return Credits(document.id, days(document), source_names(document), names)


def cited(told: Iterable[Credits]) -> tuple[Lineage, ...]:
    """As `citations`, from what was found in each document."""
    by_source: defaultdict[str, list[Credits]] = defaultdict(list)
    told = sorted(told, key=_order)
    for one in told:
        for name in one.called:
            by_source[name].append(one)
    return tuple(sorted((lineage for one in told for lineage in _cites(one, by_source)), key=in_order))


def source_names(document: Document) -> tuple[str, ...]:
    """The folded names by which others may call the source of a document: words and their initials."""
    if document.source is None:
        return ()
    words = re.sub(r"\.(?:com|org|net|co\.uk|[a-z]{2})$|^www\.", "", fold(document.source))
    plain = outlet_name(re.sub(r"[^\w]+", " ", words))
    initials = "".join(word[0] for word in plain.split() if word not in ("of", "the", "and"))
    return (plain, initials) if len(initials) > 2 else (plain,)


def outlet_name(name: str) -> str:
    """The name of an outlet as it is compared.

    >>> outlet_name("The New York Times")
    'new york times'
    >>> outlet_name("AP")
    'associated press'
    """
    folded = re.sub(r"[\u2019']s$", "", fold(name).removeprefix("the ").strip(" .,-"))
    return fold(_AGENCIES.get(folded, folded))


def _order(one: Credits) -> tuple[date, date, str]:
    return (*one.public, one.document)


def _cites(one: Credits, by_source: Mapping[str, Sequence[Credits]]) -> list[Lineage]:
    places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for start, end, name in one.names:
        key = outlet_name(name)
        if (key in by_source or _is_outlet(name)) and key not in one.called:
            places[key].append((start, end, name))
    return [_cite(one, key, found, by_source.get(key, ())) for key, found in sorted(places.items())]


def _in_text(document: Document) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for block in document.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        patterns = (*_IN_TEXT, *_IN_CAPTION) if block.kind is BlockKind.CAPTION else _IN_TEXT
        for pattern in patterns:
            found.extend(
                (match.start(1), match.end(1), match.group(1))
                for match in pattern.finditer(document.text, block.start, block.end)
            )
    return found


def _is_outlet(name: str) -> bool:
    plain = name.strip(" .,")
    return fold(plain) in _AGENCIES or bool(_OUTLET.search(plain))


def _cite(one: Credits, key: str, places: Sequence[tuple[int, int, str]], of_source: Sequence[Credits]) -> Lineage:
    # They are in order of publication, and it is none of them: the last that was public by then.
    earlier = bisect_right(of_source, one.public[0], key=lambda other: other.public[0])
    origin = of_source[max(0, earlier - 1)].document if of_source else None
    name = _AGENCIES.get(fold(places[0][2]), places[0][2]) if origin is None else None
    spans = tuple(Passage(start, end, 0, 0) for start, end in sorted({(start, end) for start, end, _ in places}))
    return Lineage(
        id=lineage_id("cites", one.document, origin or key, spans),
        kind="cites",
        document=one.document,
        from_document=origin,
        from_source=name,
        spans=spans,
        share=0.0,
    )
