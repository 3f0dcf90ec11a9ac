"""Who says so: speaker, cue and content of reported words, direct and indirect, within one block.

A saying covers a stretch of the document; a claim that stands in it is the speaker's, not the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.lexicon import classes, words
from sayso.model import Attribution, Extent, Modality

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from sayso.extraction.nlp import Parse

_QUOTES = re.compile(r"“[^“”]{2,1500}”|\"[^\"]{2,1500}\"")
#: A quotation of fewer words is a phrase held at arm's length ("safe and sound"), not a statement of its own.
SHORTEST_STATEMENT = 4
_PRONOUNS = frozenset("he she they it who".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """One speaker's words; `modality` is what the cue makes of them."""

    speaker: str
    speaker_at: Extent | None
    cue: str
    cue_at: Extent
    content: Extent
    kind: str
    modality: Modality
    basis: str

    def covers(self, start: int, end: int) -> bool:
        """Do the words from `start` to `end` lie in the content?"""
        return self.content.start <= start and end <= self.content.end

    def attribution(self) -> Attribution:
        """The saying in the form of a claim."""
        at = self.speaker_at
        return Attribution(
            speaker=self.speaker,
            entity=None,
            cue=self.cue,
            kind=self.kind,
            basis=self.basis,
            speaker_start=at.start if at else None,
            speaker_end=at.end if at else None,
            cue_start=self.cue_at.start,
            cue_end=self.cue_at.end,
            content_start=self.content.start,
            content_end=self.content.end,
        )


def sayings(parse: Parse, text: str) -> tuple[Saying, ...]:
    """Every saying of a block, in the order of its content; `text` is the document's."""
    found: list[Saying] = []
    quotes = [_Quote(parse.base + m.start(), parse.base + m.end()) for m in _QUOTES.finditer(_block_text(parse, text))]
    last: tuple[str, Extent | None] = ("", None)
    for sent in parse.sentences:
        here = [*_verbal(parse, sent, text, last), *_according(parse, sent, text), *_nominal(parse, sent, text)]
        here = [_widened(saying, quotes, parse, sent) for saying in here]
        named = next((s for s in here if s.speaker), None)
        if not here and last[0] and (quote := _open_quote(quotes, parse, sent)) is not None:
            here = [_carried(last, quote)]
        found += here
        last = (named.speaker, named.speaker_at) if named is not None else (_person(parse, sent, text) or last)
    return tuple(sorted(found, key=lambda s: (s.content.start, -s.content.end, s.cue_at.start)))


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int


def _block_text(parse: Parse, text: str) -> str:
    return text[parse.base : parse.base + len(parse.doc.text)]


def _extent(parse: Parse, first: Token, last: Token) -> Extent:
    return Extent(parse.base + first.idx, parse.base + last.idx + len(last))


def _subtree(parse: Parse, token: Token) -> Extent:
    return _extent(parse, token.left_edge, token.right_edge)


def _verbal(parse: Parse, sent: SpacySpan, text: str, last: tuple[str, Extent | None]) -> Iterator[Saying]:
    """ "X said that ...", "..., said X", "it was reported that ..." """
    verbs = classes("speech", "verbs")
    for verb in sent:
        kind = verbs.get(verb.lemma_.lower())
        if kind is None or verb.pos_ != "VERB":
            continue
        content = _content(parse, verb)
        if content is None:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        speaker, at = _speaker(parse, subject, text, last)
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        if passive:
            kind = "reported" if kind == "asserted" else kind
            speaker, at = _passive_speaker(parse, verb, text)
        modality = Modality(kind)
        if any(c.dep_ == "neg" for c in verb.children) and modality is Modality.DENIED:
            modality = Modality.ASSERTED
        yield Saying(
            speaker, at, verb.lower_, _extent(parse, verb, verb), content, "indirect", modality, basis(speaker, subject)
        )


def _content(parse: Parse, verb: Token) -> Extent | None:
    """What is said: the clause after the verb, or the sentence around it where the verb trails or is put in."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i != verb.i), None)
    if clause is not None:
        return _subtree(parse, clause)
    if verb.dep_ in ("parataxis", "dep") or (verb.dep_ == "ROOT" and verb.sent.text.rstrip().endswith(('"', "”"))):
        return _subtree(parse, verb.sent.root)
    quoted = next((c for c in verb.children if c.dep_ in ("xcomp", "acl") and c.pos_ in ("VERB", "AUX")), None)
    if quoted is not None and any(c.lower_ == "to" for c in quoted.lefts) and verb.lemma_ in ("claim", "allege", "deny", "admit"):
        return _subtree(parse, quoted)
    if verb.lemma_ == "deny" and (thing := next((c for c in verb.children if c.dep_ in ("dobj", "xcomp", "pcomp")), None)) is not None:
        return _subtree(parse, thing)
    if verb.lemma_ == "accuse" and (of := next((c for c in verb.children if c.lower_ == "of"), None)) is not None:
        return _subtree(parse, of)
    return _passive_content(parse, verb)


def _passive_content(parse: Parse, verb: Token) -> Extent | None:
    """ "is said to have died", "were reported killed": the sentence without the cue's own words is the content."""
    if not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    complement = next((c for c in verb.children if c.dep_ in ("xcomp", "oprd", "ccomp")), None)
    if complement is None:
        return None
    return _subtree(parse, verb)


def _speaker(parse: Parse, subject: Token | None, text: str, last: tuple[str, Extent | None]) -> tuple[str, Extent | None]:
    """The words that name who speaks; a pronoun takes the last one named."""
    if subject is None:
        return last if last[0] else ("", None)
    if subject.lower_ in _PRONOUNS or subject.pos_ == "PRON":
        return last if last[0] else (subject.text, _extent(parse, subject, subject))
    extent = named_extent(parse, subject)
    return text[extent.start : extent.end], extent


def named_extent(parse: Parse, noun: Token) -> Extent:
    """A noun with its determiner, modifiers and "of" phrase, but without clauses and appositions."""
    tokens = [t for t in noun.subtree if t.i <= noun.i]
    end = noun
    for child in noun.rights:
        if child.dep_ in ("prep", "poss", "nmod", "case") and child.lower_ in ("of", "for", "from", "at", "'s"):
            end = child.right_edge
    clause = next((t for t in noun.doc[noun.i + 1 : end.i + 1] if t.dep_ in ("relcl", "acl", "appos") or t.is_punct), None)
    if clause is not None:
        end = noun.doc[max(noun.i, clause.left_edge.i - 1)]
    first = next((t for t in tokens if t.dep_ not in ("punct", "cc", "prep", "mark")), noun)
    if first.lower_ in ("the", "a", "an") and first.i < end.i and noun.pos_ == "PROPN":
        first = first.nbor(1)
    return _extent(parse, first, end)


def _passive_speaker(parse: Parse, verb: Token, text: str) -> tuple[str, Extent | None]:
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    inner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if inner is None:
        return "", None
    extent = named_extent(parse, inner)
    return text[extent.start : extent.end], extent


def _according(parse: Parse, sent: SpacySpan, text: str) -> Iterator[Saying]:
    """ "According to X, ..." covers its sentence."""
    for token in sent:
        if token.lower_ != "according" or token.i + 1 >= sent.end or token.nbor(1).lower_ != "to":
            continue
        to = token.nbor(1)
        noun = next((c for t in (to, token) for c in t.children if c.dep_ == "pobj"), None)
        if noun is None:
            continue
        extent = named_extent(parse, noun)
        content = _subtree(parse, sent.root)
        yield Saying(
            text[extent.start : extent.end],
            extent,
            "according to",
            _extent(parse, token, to),
            content,
            "indirect",
            Modality.REPORTED if basis(noun.text, noun) == "secondary" else Modality.ASSERTED,
            basis(text[extent.start : extent.end], noun),
        )


def _nominal(parse: Parse, sent: SpacySpan, text: str) -> Iterator[Saying]:
    """ "allegations that ...", "reports that ...": the speaker is the owner of the noun, where one is named."""
    nouns = classes("speech", "nouns")
    for noun in sent:
        kind = nouns.get(noun.lemma_.lower())
        if kind is None or noun.pos_ != "NOUN":
            continue
        clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > noun.i and _opens_with_that(c)), None)
        if clause is None:
            continue
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        prep = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = owner or (next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None)
        at = named_extent(parse, owner) if owner is not None and owner.pos_ != "PRON" else None
        speaker = text[at.start : at.end] if at is not None else ""
        yield Saying(
            speaker, at, noun.lower_, _extent(parse, noun, noun), _subtree(parse, clause), "hearsay", Modality(kind), basis(speaker, owner)
        )


def _opens_with_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children) or clause.left_edge.lower_ == "that"


def _widened(saying: Saying, quotes: list[_Quote], parse: Parse, sent: SpacySpan) -> Saying:
    """A saying whose sentence holds a quotation covers the whole quotation, and is direct."""
    start, end = parse.base + sent.start_char, parse.base + sent.end_char
    near = [q for q in quotes if q.start < end and q.end > start and q.end - q.start > 20]
    if not near or saying.kind == "hearsay":
        return saying
    content = Extent(min(saying.content.start, near[0].start), max(saying.content.end, near[-1].end))
    return Saying(
        saying.speaker, saying.speaker_at, saying.cue, saying.cue_at, content, "direct", saying.modality, saying.basis
    )


def _open_quote(quotes: list[_Quote], parse: Parse, sent: SpacySpan) -> Extent | None:
    """A sentence that lies in a quotation, or is mostly one, without a cue of its own."""
    start, end = parse.base + sent.start_char, parse.base + sent.end_char
    for quote in quotes:
        shared = min(quote.end, end) - max(quote.start, start)
        if shared > 0.7 * (end - start) and len(sent) >= SHORTEST_STATEMENT:
            return Extent(max(quote.start, start), min(quote.end, end))
    return None


def _carried(last: tuple[str, Extent | None], content: Extent) -> Saying:
    at = last[1] or Extent(content.start, content.start)
    return Saying(last[0], last[1], "", at, content, "direct", Modality.ASSERTED, basis(last[0], None))


def _person(parse: Parse, sent: SpacySpan, text: str) -> tuple[str, Extent | None] | None:
    """The last person a sentence names: whom a later "he" or "she" means."""
    people = [e for e in sent.ents if e.label_ == "PERSON"]
    subjects = [e for e in people if e.root.dep_ in ("nsubj", "nsubjpass")]
    chosen = (subjects or people)[-1:]
    if not chosen:
        return None
    extent = Extent(parse.base + chosen[0].start_char, parse.base + chosen[0].end_char)
    return text[extent.start : extent.end], extent


def basis(speaker: str, noun: Token | None) -> str:
    """How a speaker could know, by what he is called; the head noun weighs before the words around it."""
    kinds = classes("speech", "basis")
    if noun is not None and (kind := kinds.get(noun.lemma_.lower())) is not None:
        return kind
    for word in re.findall(r"[a-z]+", speaker.lower()):
        if (kind := kinds.get(word) or kinds.get(word.removesuffix("s"))) is not None:
            return kind
    return "unknown"


def hedge(token: Token) -> Modality | None:
    """What an adverb, a modal or a condition around a predicate makes of it; None where it stands plainly."""
    adverbs, modals = classes("speech", "adverbs"), classes("speech", "modals")
    steps = 0
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i and steps < 4:
        if (kind := adverbs.get(token.lower_)) is not None:
            return Modality(kind)
        token, steps = token.head, steps + 1
    for word in (token, *token.children):
        if (kind := adverbs.get(word.lower_)) is not None:
            return Modality(kind)
    for word in token.children:
        if word.dep_ == "aux" and (kind := modals.get(word.lower_)) is not None:
            return Modality.HYPOTHETICAL if kind == "possible" and _is_future(token) else Modality(kind)
    return _by_clause(token)


def _is_future(token: Token) -> bool:
    """ "could lead to many deaths" speaks of what may come; "may have died" of what may have been."""
    return not any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)


def _by_clause(token: Token) -> Modality | None:
    """A condition on the clause, a plan above it, or a question whether it is so."""
    if any(c.dep_ == "mark" and c.lower_ in words("speech", "conditions") for c in token.children):
        return Modality.HYPOTHETICAL if token.dep_ == "advcl" else Modality.POSSIBLE
    head, steps = token, 0
    while head.dep_ in ("xcomp", "ccomp", "advcl", "conj", "pcomp", "acl") and steps < 4:
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
        head, steps = head.head, steps + 1
        if infinitive and head.lemma_.lower() in words("speech", "plans"):
            return Modality.PLANNED
        if head.pos_ in ("VERB", "AUX") and any(c.dep_ == "aux" and c.lower_ in ("would", "might") for c in head.children):
            return Modality.HYPOTHETICAL
    return None
