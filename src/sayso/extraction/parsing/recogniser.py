"""The name recogniser, run where a name can be: over sentences with a capital inside, or a word tagged as a name.

It takes two fifths of the pipeline's time, and a quarter of the words of news stand in sentences without either. Names
do not cross sentences, so those left out change nothing but the few words of context at their edges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sayso.extraction.parsing.decisions import decisions

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

#: The pipeline's own name for it.
COMPONENT = "ner"
_BATCH = 32
PERSON = "PERSON"
#: Surnames behind a name at most.
_BEHIND = 3
#: Last words of who took a picture or runs a page.
CREDITED = frozenset(
    "video videos photo photos news media images press productions tv radio newspaper gazette tribune".split()
)
#: "SEVERAL UNION LEADERS" is nobody's name, though every word has its capital.
COUNTING = frozenset(
    "several many some few various numerous both all two three four five six seven eight nine ten other".split()
)


def recognise(nlp: Language, docs: Sequence[Doc]) -> None:
    """Set the names of parsed blocks; nothing where the pipeline has no recogniser."""
    if not nlp.has_pipe(COMPONENT):
        return
    kept = [[token.i for sent in doc.sents if _may_name(sent) for token in sent] for doc in docs]
    parts = [_part(doc, places) for doc, places in zip(docs, kept, strict=True)]
    asked = None if any(doc.ents for doc in docs) else decisions(nlp, COMPONENT)
    if asked is not None:
        for doc, places, names in zip(docs, kept, asked.names(parts), strict=True):
            doc.set_ents([_span(doc, places[start], places[end - 1] + 1, label) for start, end, label in names])
        return
    recogniser: Any = nlp.get_pipe(COMPONENT)
    found = recogniser.pipe(parts, batch_size=_BATCH)
    for doc, places, part in zip(docs, kept, found, strict=True):
        if part is not doc:
            doc.set_ents(list(_moved(part, doc, places)))


def with_whole_names(docs: Sequence[Doc], is_ordinary: Callable[[str], bool]) -> None:
    """Draw in the surnames that the recogniser cut off: names behind a person's that the parse joins to it.

    Of "Federico Estrada Velez" it may give "Federico Estrada". A word that the language knows is no surname ("Street"). People
    who are counted are taken for no name.
    """
    for doc in docs:
        held = [
            one for one in doc.ents if not (one.label_ == PERSON and (one[0].lower_ in COUNTING or _is_address(one)))
        ]
        whole = [_whole(entity, is_ordinary) if entity.label_ == PERSON else entity for entity in held]
        if len(held) < len(doc.ents) or any(one.end != other.end for one, other in zip(whole, held, strict=True)):
            doc.set_ents(whole)


def _is_address(entity: SpacySpan) -> bool:
    """ "@kylebuis", "(Metro Video)": an address or who took the picture, and nobody who is told of."""
    words = entity.text
    if entity[-1].lower_ in CREDITED and len(entity) > 1:
        return True
    before = entity.doc[entity.start - 1].text if entity.start else ""
    behind = entity.doc[entity.end : entity.end + 2].text
    return "@" in words or "/" in words or before == "@" or behind in ("(@", "( @") or behind.startswith("(@")


def _whole(entity: SpacySpan, is_ordinary: Callable[[str], bool]) -> SpacySpan:
    head = entity[-1].head
    behind = entity.doc[entity.end : head.i + 1]
    if entity[-1].dep_ != "compound" or not 0 < len(behind) <= _BEHIND:
        return entity
    if any(t.pos_ != "PROPN" or t.ent_type_ or not t.text[:1].isupper() or is_ordinary(t.lower_) for t in behind):
        return entity
    return type(entity)(entity.doc, entity.start, head.i + 1, label=entity.label_)


def _may_name(sent: SpacySpan) -> bool:
    return any(token.is_title or token.is_upper for token in sent[1:]) or any(token.pos_ == "PROPN" for token in sent)


def _part(doc: Doc, places: Sequence[int]) -> Doc:
    """The words at some places as a text of their own; the whole where all are kept."""
    if len(places) == len(doc):
        return doc
    tokens = [doc[place] for place in places]
    return type(doc)(
        doc.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=[bool(token.is_sent_start) for token in tokens],
    )


def _moved(part: Doc, doc: Doc, places: Sequence[int]) -> Iterator[SpacySpan]:
    """The names of a part as spans of the whole."""
    for entity in part.ents:
        yield _span(doc, places[entity.start], places[entity.end - 1] + 1, entity.label_)


def _span(doc: Doc, start: int, end: int, label: str) -> SpacySpan:
    plain = doc[start:end]
    return type(plain)(doc, start, end, label=label)
