"""Who is named as the source of what: outlets and agencies that a document credits, in its text and under its pictures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.linking.lineage import in_order, lineage_id, publication
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


def citations(documents: Sequence[Document], accounts: Iterable[Account]) -> tuple[Lineage, ...]:
    """Every outlet or agency that a document credits, once each: a document of the case where it is one's source."""
    by_source: defaultdict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=publication):
        for name in source_names(document):
            by_source[name].append(document)
    speakers: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    attributions = ((one.document, said) for one in accounts for claim in one.claims for said in claim.attribution)
    for name, said in attributions:
        if said.speaker_start is not None and said.speaker_end is not None:
            speakers[name].append((said.speaker, said.speaker_start, said.speaker_end))
    found = (cite for one in documents for cite in _cites(one, speakers[one.id], by_source))
    return tuple(sorted(found, key=in_order))


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


def _cites(
    document: Document, speakers: Sequence[tuple[str, int, int]], by_source: Mapping[str, Sequence[Document]]
) -> list[Lineage]:
    places: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for name, start, end in [*_in_text(document), *speakers]:
        key = outlet_name(name)
        if (key in by_source or _is_outlet(name)) and key not in source_names(document):
            places[key].append((start, end, name))
    return [_cite(document, key, sorted(set(found)), by_source.get(key, ())) for key, found in sorted(places.items())]


def _in_text(document: Document) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for block in document.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        patterns = (*_IN_TEXT, *_IN_CAPTION) if block.kind is BlockKind.CAPTION else _IN_TEXT
        for pattern in patterns:
            found.extend(
                (match.group(1), match.start(1), match.end(1))
                for match in pattern.finditer(document.text, block.start, block.end)
            )
    return found


def _is_outlet(name: str) -> bool:
    plain = name.strip(" .,")
    return fold(plain) in _AGENCIES or bool(_OUTLET.search(plain))


def _cite(
    document: Document, key: str, places: Sequence[tuple[int, int, str]], of_source: Sequence[Document]
) -> Lineage:
    others = [other for other in of_source if other.id != document.id]
    earlier = [other for other in others if publication(other)[0] <= publication(document)[0]]
    origin = earlier[-1].id if earlier else others[0].id if others else None
    name = _AGENCIES.get(fold(places[0][2]), places[0][2]) if origin is None else None
    spans = tuple(Passage(start, end, 0, 0) for start, end in sorted({(start, end) for start, end, _ in places}))
    return Lineage(
        id=lineage_id("cites", document.id, origin or key, spans),
        kind="cites",
        document=document.id,
        from_document=origin,
        from_source=name,
        spans=spans,
        share=0.0,
    )
