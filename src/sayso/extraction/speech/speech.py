"""Who says so: speaker, cue and content of reported words, direct and indirect, within one block.

A saying covers a stretch of the document; a claim that stands in it is the speaker's, not the text's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.speech import cues
from sayso.extraction.speech.content import Statement
from sayso.extraction.speech.depositions import Deponent, deposing
from sayso.extraction.speech.figured import by_count, by_owner, gapped, of_noun
from sayso.extraction.speech.labels import Turn, turns
from sayso.extraction.speech.measured import by_measure
from sayso.extraction.speech.nominal import avowed, nominal
from sayso.extraction.speech.quotations import Quotation, quotations
from sayso.extraction.speech.recalled import Memory, Voice, is_first_person, is_someone
from sayso.extraction.speech.reckonings import Reckoning, by_noun, by_verb, is_text
from sayso.extraction.speech.rejections import rejected, rejected_within
from sayso.extraction.speech.rulings import Ruling, declared, is_item, item, led
from sayso.extraction.speech.saying import Saying, Sentence
from sayso.extraction.speech.sources import basis, named, source_of
from sayso.extraction.speech.statements import is_set_off, statements
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.lexicon import classes, words
from sayso.model import Extent, Modality

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from sayso.extraction.parsing.nlp import Parse

__all__ = ["Saying", "basis", "hedge", "sayings", "voices"]

#: Cues that only guess or deny: what a clause tells of somebody by the way ("the men who killed five") is not theirs.
_AT_STAKE = (Modality.POSSIBLE, Modality.DENIED, Modality.PLANNED)
#: Who reports what is his own to tell; what a newspaper reports is somebody else's.
_BY_PHRASE = ("according", "headline", "colon", "list", "standpoint", "believed")
_HANDED_ON = ("secondary", "unnamed")
#: A sentence that shares this much of itself with a quotation is said in it.
_MOSTLY = 0.7
#: What the one who tells heard from others.
_OWN = (Modality.ASSERTED, Modality.REPORTED)
_HEARING = frozenset({"hear", "read", "understand", "gather"})


def sayings(parse: Parse, text: str) -> tuple[Saying, ...]:
    """Every saying of a block, in the order of its content; `text` is the document's."""
    return _block(parse, text, Memory())[0]


def voices(parses: Iterable[Parse], text: str) -> Mapping[int, tuple[Saying, ...]]:
    """The sayings of every block by its number; a pronoun finds its speaker in the block before, too."""
    found: dict[int, tuple[Saying, ...]] = {}
    memory = Memory()
    told = turns(text)
    leads: Ruling | None = None
    last = 0
    for parse in parses:
        here, memory = _block(parse, text, memory)
        end = parse.base + len(parse.text)
        leads = led(text[last : parse.base], last, leads)
        if is_item(parse.text):
            here = (item(leads, parse.text, parse.base), *here) if leads is not None else here
        else:
            leads = led(parse.text, parse.base, leads)
            here = (ruled, *here) if (ruled := declared(parse.text, parse.base)) is not None else here
        last = end
        found[parse.block] = (*here, *(_turn(t) for t in told if parse.base <= t.at.start < end))
    return found


def _turn(turn: Turn) -> Saying:
    """What is said in one turn of a transcript."""
    known = basis(turn.name, None)
    return Saying(turn.name, turn.at, ":", turn.at, turn.words, "direct", Modality.ASSERTED, known)


def _block(parse: Parse, text: str, memory: Memory) -> tuple[tuple[Saying, ...], Memory]:
    memory = memory.entering(parse.block)
    own = text[parse.base : parse.base + len(parse.text)]
    quoted = quotations(own)
    told: dict[int, list[Statement]] = {}
    for statement in statements(parse, own):
        told.setdefault(statement.sentence[0], []).append(statement)
    found: list[Saying] = []
    whole = [s for several in told.values() for s in several if _is_speech(s) and not s.is_quoted]
    covered = [piece for s in whole for piece in s.content]
    before: list[Saying] = []
    deponent: Deponent | None = None
    for sent in parse.sentences:
        by_head = {s.head.i: s for s in told.get(sent.start_char, ())}
        here = [*_sentence(Sentence(parse, text, sent, by_head, quoted), memory)]
        free = not any(start < sent.end_char and sent.start_char < end for start, end in covered)
        quote = _lying_in(quoted, sent)
        outer = here if quote is None else [s for s in here if not quote[0] <= s.cue_at.start - parse.base < quote[1]]
        if free and not outer and memory.last and quote is not None:
            outer = [_carried(memory.last, Extent(parse.base + quote[0], parse.base + quote[1]))]
            here = [*outer, *here]
        free = free and not here
        if free and deponent is not None and deponent.goes_on(sent):
            here = [_carried(deponent.voice, Extent(parse.base + sent.start_char, parse.base + sent.end_char))]
        elif free and before:
            found[-len(before) :] = rejected(before, sent.text)
        deponent = deposing(here, sent, parse.base) or (deponent.after(sent) if deponent is not None else None)
        before = rejected_within(here, sent.text, parse.base + sent.start_char)
        found += before
        memory = memory.after(_spoke(outer), parse.base, sent, is_quoted=quote is not None)
    return tuple(sorted(found, key=lambda s: (s.content.start, -s.content.end, s.cue_at.start))), memory


#: "Organisers put the crowd at 20,000": verbs that say a number.
_FIGURING = frozenset({"put", "estimate"})


def _is_figuring(statement: Statement) -> bool:
    return statement.head.lemma_ in _FIGURING and statement.frame.startswith("preposition")


def _is_speech(statement: Statement) -> bool:
    return statement.frame in ("telling", *_BY_PHRASE)


def _sentence(here: Sentence, memory: Memory) -> Iterator[Saying]:
    """The sayings of one sentence, cue by cue."""
    for token in here.sent:
        statement = here.told.get(token.i)
        if statement is not None and (_is_figuring(statement) or statement.frame in _BY_PHRASE):
            yield from _phrased(statement, here, memory)
        elif token.pos_ in ("VERB", "AUX"):
            told = [*_verbal(token, statement, here, memory)] if token.pos_ == "VERB" else []
            told = told or [*avowed(token, here, memory)]
            yield from told or _reckonings(by_verb(token) or by_noun(token) or by_measure(token), here, memory)
        elif token.pos_ == "ADJ":
            yield from avowed(token, here, memory)
        elif token.pos_ == "NOUN":
            yield from nominal(token, here, memory)
            yield from _reckoned(by_noun(token) or of_noun(token) or by_count(token), here, memory)
        elif token.pos_ == "NUM":
            yield from _reckoned(by_owner(token), here, memory)


def _reckonings(told: Reckoning | None, here: Sentence, memory: Memory) -> Iterator[Saying]:
    """A verb's reckoning, and those that share the verb."""
    yield from _reckoned(told, here, memory)
    for other in gapped(told) if told is not None else ():
        yield from _reckoned(other, here, memory)


def _reckoned(told: Reckoning | None, here: Sentence, memory: Memory) -> Iterator[Saying]:
    """ "The priest counts 31 dead", "by the consul's reckoning"."""
    if told is None:
        return
    voice = here.called(told.phrase, told.source) if told.phrase is not None else here.voice(told.source, memory)
    if voice is None:
        return
    at, content = here.extent(told.cue, told.cue), here.extent(*told.content)
    known = "secondary" if is_text(told.source) else voice.basis
    yield Saying(
        "" if told.is_unnamed else voice.name,
        voice.at,
        told.cue.lower_,
        at,
        content,
        "indirect",
        told.modality,
        known,
        is_figure=True,
    )


def _phrased(statement: Statement, here: Sentence, memory: Memory) -> Iterator[Saying]:
    """ "According to X, ...", "X: ...", "X put it at ..."."""
    if statement.source is None or not statement.content:
        return
    voice = here.voice(statement.source, memory)
    if statement.phrase is not None and statement.source.pos_ != "PRON":
        voice = here.called(statement.phrase, statement.source)
    if voice is None:
        return
    start, end = statement.cue_at
    content = _union(statement, here)
    if _is_figuring(statement):  # what is counted is said, too
        content = replace(content, start=here.parse.base + statement.head.idx + len(statement.head))
    modality = Modality.REPORTED if voice.basis == "secondary" and statement.frame == "according" else Modality.ASSERTED
    if statement.frame == "believed":
        modality = Modality.ALLEGED
    cue = {"according": "according to", "headline": ":", "colon": ":", "list": ":"}.get(
        statement.frame, statement.head.lower_
    )
    at = Extent(here.parse.base + start, here.parse.base + end)
    kind = "direct" if statement.frame == "colon" else "indirect"
    told = Saying(voice.name, voice.at, cue, at, content, kind, modality, voice.basis, here.named_in(statement))
    yield replace(told, is_figure=statement.frame == "list")


def _verbal(verb: Token, statement: Statement | None, here: Sentence, memory: Memory) -> Iterator[Saying]:
    """ "X said that ...", "..., said X", "it was reported that ..."."""
    modality = cues.by_verb(verb) or (Modality.REPORTED if _heard_from(verb) is not None else None)
    if modality is None or _is_seen(verb) or (cues.is_negated(verb) and _has_thing(verb)):
        return
    content = _content(verb, statement, here)
    if content is None:
        return
    told = _who_tells(verb, statement, here, memory, modality)
    if told is None:
        return
    voice, modality = told
    kind = "direct" if statement is not None and _is_quoted(statement, here) else "indirect"
    name, at, known = (voice.name, voice.at, voice.basis) if voice is not None else ("", None, "unknown")
    gaps = here.asides(verb) if modality in _AT_STAKE or verb.lemma_ in ("accuse", "blame") else ()
    if statement is not None and not cues.is_passive(verb):
        gaps += here.named_in(statement)
    yield Saying(name, at, verb.lower_, here.extent(verb, verb), content, kind, modality, known, gaps)


def _who_tells(
    verb: Token, statement: Statement | None, here: Sentence, memory: Memory, modality: Modality
) -> tuple[Voice | None, Modality] | None:
    """Who speaks, and what that makes of it; None where the account itself does."""
    if (teller := _heard_from(verb)) is not None:
        return here.voice(teller, memory), Modality.REPORTED
    source = statement.source if statement is not None else source_of(verb)
    if source is not None and classes("speech", "nouns").get(source.lemma_.lower()) == "alleged":
        return None, Modality.ALLEGED  # "rumour had it that ..."
    if source is not None and modality in _OWN and (cues.is_own_body(source, verb) or cues.is_trace(source, verb)):
        return None
    voice = _speaker(verb, statement, here, memory) if source is not None else None
    if voice is None:
        return _unspoken(verb, modality)
    if modality is Modality.REPORTED and verb.lemma_ == "report" and voice.basis not in _HANDED_ON:
        modality = Modality.ASSERTED
    return voice, modality


def _unspoken(verb: Token, modality: Modality) -> tuple[None, Modality] | None:
    """What nobody named says: what the one who tells heard is reported, what he says himself is his account."""
    if any(is_first_person(c) for c in verb.children if c.dep_ == "nsubj"):
        if verb.lemma_ in _HEARING:
            return None, Modality.REPORTED
        if modality in (Modality.ASSERTED, Modality.REPORTED):
            return None
    return None if cues.is_passive(verb) and cues.is_factual(verb) else (None, modality)


def _heard_from(verb: Token) -> Token | None:
    """ "He heard from a carter that ...", "both knew from a physician that ...": the carter's word."""
    if verb.lemma_ not in _HEARING and verb.lemma_ not in ("know", "learn"):
        return None
    prep = next((c for c in verb.children if c.lower_ == "from" and c.i > verb.i), None)
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    is_one = noun.lower_.endswith(tuple(words("people", "one"))) and noun.tag_ == "NN"
    return noun if noun.ent_type_ == "PERSON" or is_one or is_someone(noun) else None


def _is_quoted(statement: Statement, here: Sentence) -> bool:
    quoted = [q for q in here.quoted if q.is_statement]
    return any(q.start < end and start < q.end for q in quoted for start, end in statement.content)


def _union(statement: Statement, here: Sentence) -> Extent:
    """One stretch over all pieces of the content; what speaks in between is told apart by its own place."""
    start, end = statement.content[0][0], statement.content[-1][1]
    return Extent(here.parse.base + start, here.parse.base + end)


def _content(verb: Token, statement: Statement | None, here: Sentence) -> Extent | None:
    """What is said: of a statement its own content, of the rest what the verb charges, denies or was heard to say."""
    if cues.is_passive(verb):
        return _passive_content(verb, here)
    if statement is not None and statement.frame in ("telling", "clause"):
        return _union(statement, here)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and not is_set_off(c, verb)), None)
    if clause is None and cues.with_word_beside(verb) is not None:  # "gave notice that ..."
        clause = next((g for c in verb.children for g in c.children if g.dep_ in ("acl", "ccomp", "advcl")), None)
    if clause is None and (teller := _heard_from(verb)) is not None:  # "heard from a carter that ..."
        clause = next((c for c in teller.children if c.dep_ in ("relcl", "acl") and c.left_edge.lower_ == "that"), None)
    return here.subtree(clause) if clause is not None else _charge(verb, here)


def _has_thing(verb: Token) -> bool:
    """ "Announced no arrests in the attack that killed five": the clause is the thing's, whatever the parser says."""
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    is_told_to = verb.lemma_ in words("speech", "addressing")
    return clause is not None and not is_told_to and any(verb.i < t.i < clause.left_edge.i for t in things)


def _is_seen(verb: Token) -> bool:
    """ "Police found four people wounded" tells what they met with, not what they say."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if verb.lemma_ not in words("speech", "senses") or clause is None:
        return False
    return clause.tag_ not in ("VBD", "VBZ", "VBP") and not any(
        c.dep_ in ("aux", "auxpass", "mark") for c in clause.children
    )


def _is_that(clause: Token) -> bool:
    """ "It has been said since that he fled": the parser takes "since" for the conjunction."""
    marks = [child for child in clause.children if child.dep_ == "mark"]
    return clause.dep_ == "advcl" and any(m.i + 1 < len(m.doc) and m.nbor(1).lower_ == "that" for m in marks)


def _passive_content(verb: Token, here: Sentence) -> Extent | None:
    """ "is said to have died", "were reported killed": subject and complement, but not what is joined to the cue."""
    complement = next((c for c in verb.children if c.dep_ in ("xcomp", "oprd", "ccomp") or _is_that(c)), None)
    if complement is None:
        return _charge(verb, here)
    if complement.lemma_ == "be" and not any(t.lower_ in words("speech", "fates") for t in complement.subtree):
        return here.subtree(complement)  # "injuries not thought to be serious": that there are any is not in doubt
    joined = next((c for c in complement.children if c.dep_ == "conj" and c.tag_ == "VBD"), None)
    last = complement.right_edge if joined is None else joined.left_edge.nbor(-1)
    subject = next((c.left_edge for c in verb.children if c.dep_ == "nsubjpass"), verb.left_edge)
    while subject.i > here.sent.start and subject.nbor(-1).pos_ in ("ADP", "ADV", "DET"):
        subject = subject.nbor(-1)
    return here.extent(min(subject, complement.left_edge, key=lambda t: t.i), last)


def _charge(verb: Token, here: Sentence) -> Extent | None:
    """ "denied killing", "claimed to have killed", "accused them of killing"."""
    if verb.lemma_ in words("speech", "chargers"):
        near = (verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")))
        ofs = (
            t
            for n in near
            for t in n.children
            if t.i > verb.i and t.dep_ == "prep" and t.lower_ in ("of", "with", "for")
        )
        of = next(ofs, None)
        whom = next((c for c in verb.children if c.dep_ == "dobj"), None) if verb.lemma_ == "blame" else None
        if of is None and whom is not None:
            return here.extent(*named(whom))  # "blamed the brigade": with nothing said for what
        return here.subtree(of) if of is not None else None
    if verb.lemma_ not in words("speech", "takers"):
        return None
    thing = next((c for c in verb.children if c.i > verb.i and c.dep_ in ("xcomp", "dobj", "pcomp", "acl")), None)
    is_deed = thing is not None and (thing.dep_ == "xcomp" or cues.by_verb(verb) is Modality.DENIED)
    return here.subtree(thing) if thing is not None and is_deed else None


def _speaker(verb: Token, statement: Statement | None, here: Sentence, memory: Memory) -> Voice | None:
    """Who speaks: as the statement has it, as the verb's own subject or agent has it; a bare cue goes on with the last."""
    noun = statement.source if statement is not None else source_of(verb)
    if statement is not None and statement.phrase is not None and noun is not None and noun.pos_ != "PRON":
        return here.called(statement.phrase, noun)
    if (
        noun is not None
        and not noun.is_punct
        and noun.dep_ != "expl"
        and not (noun.lower_ == "it" and cues.is_passive(verb))
    ):
        return here.voice(noun, memory)
    return None


def _lying_in(quoted: Sequence[Quotation], sent: SpacySpan) -> tuple[int, int] | None:
    """The part of a sentence that lies in a quotation, where it is most of it."""
    start, end = sent.start_char, sent.end_char
    for quote in quoted:
        shared = min(quote.end, end) - max(quote.start, start)
        if quote.is_statement and shared > _MOSTLY * (end - start):
            return max(quote.start, start), min(quote.end, end)
    return None


def _carried(voice: Voice, content: Extent) -> Saying:
    at = voice.at or Extent(content.start, content.start)
    return Saying(voice.name, voice.at, "", at, content, "direct", Modality.ASSERTED, voice.basis)


def _spoke(here: Sequence[Saying]) -> Voice | None:
    """Who speaks in a sentence, where somebody does."""
    speaker = max((s for s in here if s.speaker), key=lambda s: s.content.end - s.content.start, default=None)
    return Voice(speaker.speaker, speaker.speaker_at, speaker.basis) if speaker is not None else None
