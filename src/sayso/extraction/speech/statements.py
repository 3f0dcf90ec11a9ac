"""Who states what, in the text's own words: source, cue and content of each statement or stance, as token spans of a block.

A statement hangs on a cue: a verb with a frame that takes a content (a clause, a quotation, an infinitive, a thing), a
phrase ("according to"), or the colon of a headline. What the cue makes of the content is for `speech` to judge.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.speech.colons import before_list, before_quotation
from sayso.extraction.speech.content import Ground, Statement, Stretch, chars, pieces, that_behind
from sayso.extraction.speech.phrased import according, headline
from sayso.extraction.speech.quotations import Quotation, quotations
from sayso.extraction.speech.sources import source_of, whole
from sayso.extraction.speech.standpoints import OPENERS, standpoint
from sayso.extraction.speech.trailing import SUBORDINATE, Trailing, trailing
from sayso.extraction.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from sayso.extraction.parsing.nlp import Parse

#: Words that stand for what was said.
_STAND_INS = frozenset("so that this it something nothing what".split())
_CLAUSES = ("ccomp",)
#: Fewer words before a trailing cue are an adverbial ("On Friday, he said ...").
_SHORTEST_LEAD = 4
#: A clause that goes on begins with its subject.
_NEAR_SUBJECT = 6


def _ground(text: str, sent: SpacySpan, quoted: Sequence[Quotation], verbs: Sequence[Token]) -> Ground:
    start, end = sent.start_char, sent.end_char
    near = tuple(q for q in quoted if q.start < end and start < q.end)
    told = words("speech", "telling")
    return Ground(text, sent, near, tuple(t.idx for t in verbs if t.pos_ == "VERB" and t.lemma_.lower() in told))


def statements(parse: Parse, text: str) -> tuple[Statement, ...]:
    """Every statement of a block in order of its cue; `text` is the block's own."""
    quoted = quotations(text)
    found: list[Statement] = []
    for sent in parse.sentences:
        verbs = [token for token in sent if token.pos_ in ("VERB", "AUX")]
        ground = _ground(parse.text, sent, quoted, verbs)
        here = [s for verb in verbs if (s := _verbal(verb, ground)) is not None]
        if "according" in text[sent.start_char : sent.end_char].lower():
            here += [s for token in sent if (s := according(token, ground)) is not None]
        here += [s for token in sent if token.lower_ in OPENERS and (s := standpoint(token, ground)) is not None]
        said = [s for s in here if s.source is not None and s.head.lemma_ != "read"]
        if (quoting := before_quotation(ground, [piece for s in said for piece in s.content])) is not None:
            here = [*(s for s in here if s in said), quoting]
        elif (listing := before_list(ground)) is not None:
            here.append(listing)
        if not here and (titled := headline(ground)) is not None:
            here = [titled]
        found += here
    return tuple(sorted(_with_what_follows(found, parse.text, quoted), key=lambda s: s.cue_at))


def _verbal(verb: Token, ground: Ground) -> Statement | None:
    """The statement of a verb; None where it takes no content that its frames allow."""
    if not _is_cue(verb):
        return None
    own = ground.quotation_at(verb.idx)
    behind = trailing(verb) if own is None else None
    frame, content = _content(verb, ground.without(own))
    source = source_of(verb)
    phrase = _name_behind(verb, source)
    source = phrase[1] if phrase is not None else source
    at = chars(*(phrase or whole(source, verb))) if source is not None else None
    if behind is not None:
        frame, content = "telling", _with_lead(behind, content, ground)
        if not behind.names(source):
            phrase = (behind.name, behind.last)
            source, at = behind.source, chars(behind.first, behind.last)
    if not content:
        return None
    if at is not None:
        content = tuple(
            piece for piece in content if not (piece[0] <= at[0] and at[1] <= piece[1]) or frame == "passive"
        )
    if not content:
        return None
    return Statement(
        verb,
        frame,
        source,
        at,
        _cue(verb, frame, ground),
        content,
        ground.stretch,
        own is not None and own.is_statement,
        phrase,
    )


def _name_behind(verb: Token, found: Token | None) -> tuple[Token, Token] | None:
    """ "..., said Maria do Carmo": a name right behind its verb, where the parser takes it apart."""
    if verb.is_sent_start or verb.nbor(-1).text not in (",", '"', "''", "”") or verb.i + 2 >= verb.sent.end:
        return None
    first = verb.nbor(1)
    if first.ent_type_ != "PERSON" or verb.lemma_.lower() not in words("speech", "telling"):
        return None
    last = first
    while last.i + 1 < verb.sent.end and last.nbor(1).ent_type_ == "PERSON" and last.nbor(1).ent_iob_ == "I":
        last = last.nbor(1)
    is_whole = found is not None and (found.i == last.i or not first.i <= found.i <= last.i)
    return (first, last) if last.i > first.i and not is_whole else None


def _with_lead(behind: Trailing, content: Sequence[Stretch], ground: Ground) -> tuple[Stretch, ...]:
    """All words before a trailing cue, and what else it tells behind itself."""
    lead = pieces(behind.lead, ground)
    end = behind.last.idx
    return (*lead, *(piece for piece in content if piece[0] > end and not any(piece[0] < last for _, last in lead)))


def _is_cue(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return any(lemma in words("speech", frame) for frame in ("telling", "clause", "object", "infinitive")) or any(
        f"{lemma} {c.lower_}" in words("speech", "preposition") for c in verb.children if c.dep_ in ("prep", "prt")
    )


def _content(verb: Token, ground: Ground) -> tuple[str, tuple[Stretch, ...]]:
    """The frame that a verb fills, and the stretches of its content."""
    lemma = verb.lemma_.lower()
    clause = next((c for c in verb.children if c.dep_ in _CLAUSES and not is_set_off(c, verb)), None)
    if lemma in words("speech", "telling"):
        clause = clause or that_behind(verb)
        told = _told(verb, clause, ground)
        if told:
            return "telling", told
        if thing := _thing_told(verb, ground):
            return thing
    if clause is not None and lemma in words("speech", "clause") | words("speech", "telling"):
        return "clause", pieces(clause.subtree, ground)
    return _stance(verb, lemma, ground)


def is_set_off(clause: Token, verb: Token) -> bool:
    """ "They put it at 20,000; police said ...": what stands before a semicolon is told by another."""
    return clause.i < verb.i and any(t.text == ";" for t in verb.doc[clause.i : verb.i])


def _stance(verb: Token, lemma: str, ground: Ground) -> tuple[str, tuple[Stretch, ...]]:
    """What somebody wants, praises, calls for: an infinitive, a thing, a phrase."""
    aim = next((c for c in verb.children if c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.lefts)), None)
    if aim is not None and lemma in words("speech", "infinitive"):
        whom = [t for c in verb.children if c.dep_ == "dobj" for t in c.subtree]
        return "infinitive", pieces({t.i: t for t in (*whom, *aim.subtree)}.values(), ground)
    for prep in verb.children:
        if prep.dep_ in ("prep", "prt") and f"{lemma} {prep.lower_}" in words("speech", "preposition"):
            inner = [t for c in prep.children for t in c.subtree]
            return f"preposition {prep.i}", pieces(inner, ground)
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if (
        thing is not None
        and lemma in words("speech", "object")
        and thing.lower_ not in ("himself", "herself", "themselves")
    ):
        tokens = [*thing.subtree]
        for extra in verb.children:
            if extra.dep_ == "prep" and extra.lower_ in ("as", "of", "for") and extra.i > thing.i:
                tokens += extra.subtree
        return "passive" if thing.dep_ == "nsubjpass" else "object", pieces(tokens, ground)
    return "", ()


def _told(verb: Token, clause: Token | None, ground: Ground) -> tuple[Stretch, ...]:
    """What a verb of telling hands on: the clause it takes, what stands before it, and the quotations beside it."""
    found: list[Stretch] = []
    if clause is not None:
        found += pieces(clause.subtree, ground)
    elif (lead := _lead(verb, ground)) is not None:
        found += lead
    for quotation in ground.quotations:
        if not quotation.is_statement and not _is_beside(quotation, verb, ground.text):
            continue
        free = not any(_overlaps(piece, quotation) for piece in found)
        if free and _is_of_sentence(quotation, verb, ground) and (clause is None or quotation.is_statement):
            found.append((quotation.start, quotation.end))
    return tuple(sorted(found))


def _thing_told(verb: Token, ground: Ground) -> tuple[str, tuple[Stretch, ...]] | None:
    """ "He denied the charge", "she said so", "police say five killed": a thing instead of a clause."""
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "xcomp") and c.i > verb.i), None)
    if thing is None:
        return None
    if _is_told(thing):
        return "telling", pieces(thing.subtree, ground)
    return ("object", pieces(thing.subtree, ground)) if verb.lemma_.lower() in words("speech", "object") else None


def _is_told(thing: Token) -> bool:
    """A word that stands for what was said, or the clause of a headline: "Police say five killed"."""
    return thing.lower_ in _STAND_INS or any(c.dep_ == "acl" and c.tag_ == "VBN" for c in thing.children)


def _overlaps(piece: Stretch, quotation: Quotation) -> bool:
    return piece[0] < quotation.end and quotation.start < piece[1]


def _is_of_sentence(quotation: Quotation, verb: Token, ground: Ground) -> bool:
    """Does a quotation touch the verb's sentence, with no nearer verb of telling between?"""
    sent = ground.sent
    if quotation.start >= sent.end_char or quotation.end <= sent.start_char:
        return False
    lo, hi = sorted((verb.idx, quotation.start if quotation.start > verb.idx else quotation.end))
    between = ground.tellers[bisect_right(ground.tellers, lo) : bisect_left(ground.tellers, hi)]
    return not any(at != verb.idx for at in between[:2])


def _is_beside(quotation: Quotation, verb: Token, text: str) -> bool:
    """A short quotation is a statement right beside the verb: "No," he said."""
    before = text[quotation.end : verb.idx]
    after = text[verb.idx + len(verb) : quotation.start]
    return (
        verb.idx > quotation.end
        and len(before.split()) <= 3
        and text[quotation.end - 2 : quotation.end - 1] in (",", "?", "!")
    ) or (quotation.start > verb.idx and after.strip() in ("", ",", ":"))


def _lead(verb: Token, ground: Ground) -> tuple[Stretch, ...] | None:
    """The words before a trailing cue: "..., police said"; round a cue put in: "..., she said, ..."."""
    sent = ground.sent
    first = _cue_clause(verb)
    if first.i <= sent.start or _has_thing(verb) or first.tag_ in ("WDT", "WP"):
        return None  # "the front, which claimed the attack" says nothing of the words before it
    before = first.nbor(-1)
    if before.text not in (",", '"', "-", "?", "!", "--", "''"):
        return None
    if before.i > sent.start and before.nbor(-1).tag_ in ("WDT", "WP", "WRB"):
        return _within(verb, ground)
    begin = max((t.i + 1 for t in verb.doc[sent.start : before.i] if t.text == ";"), default=sent.start)
    tokens = [t for t in sent if begin <= t.i < before.i or (t.i == before.i and before.text == '"')]
    if tokens and tokens[0].lower_ in SUBORDINATE and before.text == ",":
        return None
    after = _put_in(verb, ground)
    has_clause = any(t.pos_ in ("VERB", "AUX") for t in (*tokens, *after))
    if (len(tokens) < _SHORTEST_LEAD and not after) or not has_clause:
        return None
    return (*pieces(tokens, ground), *pieces(after, ground))


def _put_in(verb: Token, ground: Ground) -> Sequence[Token]:
    """What goes on behind a cue put in between commas: "three sisters, she said, had died", "..., police said, and two were hurt"."""
    if verb.dep_ not in ("parataxis", "dep", "intj") or verb.right_edge.i + 1 >= ground.sent.end:
        return ()
    rest = [*verb.doc[verb.right_edge.i + 1 : ground.sent.end]]
    rest = rest[: next((n for n, t in enumerate(rest) if t.text == ";"), len(rest))]
    if verb.head.i > verb.i:
        return rest
    joined = next((t for t in (*rest, verb) if not t.is_punct), verb)
    has_subject = any(t.dep_ in ("nsubj", "nsubjpass") for t in rest[:_NEAR_SUBJECT])
    return rest if joined.lower_ == "and" and has_subject and verb.doc[verb.right_edge.i].text == "," else ()


def _within(verb: Token, ground: Ground) -> tuple[Stretch, ...]:
    """ "A policeman who, witnesses say, lifted ten over the wall": only what the clause tells."""
    rest = [*verb.doc[verb.i + 1 : ground.sent.end]]
    end = next((n for n, t in enumerate(rest) if t.text == ";"), len(rest))
    return pieces(rest[:end], ground)


def _has_thing(verb: Token) -> bool:
    """A verb that has its thing already ("maintained the tradition") says nothing of the words before it."""
    if verb.lemma_.lower() in words("speech", "addressing") or verb.nbor(-1).text in (",", '"', "''"):
        return False
    return any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)


def _cue_clause(verb: Token) -> Token:
    """The first token of the cue's own clause: its subject or itself."""
    lefts = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "advmod", "neg", "csubj")]
    return min((c.left_edge for c in lefts), key=lambda t: t.i, default=verb)


def _cue(verb: Token, frame: str, ground: Ground) -> Stretch:
    """The verb with its auxiliaries and adverbs, and the preposition of its frame."""
    lefts = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod")]
    first = verb
    for child in reversed(lefts):
        if child.right_edge.i == first.i - 1:
            first = child.left_edge
    last = verb
    if frame.startswith("preposition"):
        last = verb.doc[int(frame.split()[1])]
    elif last.i + 1 < ground.sent.end and last.nbor(1).text == ":":
        last = last.nbor(1)
    return chars(first, last)


def _with_what_follows(found: Sequence[Statement], text: str, quoted: Sequence[Quotation]) -> Iterator[Statement]:
    """A quotation that opens right after a quoting sentence, without a cue of its own, goes on with its speaker."""
    taken = [piece for statement in found for piece in statement.content]
    for statement in found:
        yield _followed(statement, text, quoted, taken) if statement.frame in ("telling", "colon") else statement


def _followed(statement: Statement, text: str, quoted: Sequence[Quotation], taken: Sequence[Stretch]) -> Statement:
    content = list(statement.content)
    if not any(q.covers(start) for start, _ in content for q in quoted):
        return statement
    end = statement.sentence[1]
    for quotation in quoted[bisect_left(quoted, end, key=lambda q: q.start) :]:
        is_next = not text[end : quotation.start].strip() and quotation.is_statement
        if not is_next or any(_overlaps(piece, quotation) for piece in taken):
            break
        content.append((quotation.start, quotation.end))
        end = quotation.end
    return replace(statement, content=tuple(content))
