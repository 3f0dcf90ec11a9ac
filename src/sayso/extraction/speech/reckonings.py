"""Whose count it is, without a clause: "the priest counts 31 dead", "by the consul's reckoning", "the army's nine".

A number that somebody counted, listed or spoke of is that one's, as much as one that he said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.speech.sources import source_of
from sayso.extraction.words.lexicon import classes
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Who does this with a number of people says it.
_COUNTING = frozenset(
    "count record register document list tally log cite reckon number identify establish give claim allege admit acknowledge report"
    " confirm announce mention concede".split()
)
#: Who does this with a bare number tells it.
_BARE = (
    _COUNTING
    | frozenset(
        "say speak tell put write wire cable telegraph quote cite print announce concede maintain insist believe hear find repeat settle carry have show keep swear hold".split()
    )
) - frozenset({"number", "identify", "establish"})
#: "The commandos still held 80" says nothing; "the court held", "the register has 47" does.
_KEEPING = frozenset("hold keep carry have".split())
_JUDGING = frozenset("court judge tribunal panel commission inquiry jury historian coroner".split())
#: Subjects that name nobody but the account itself, or nothing.
_NO_SOURCE = frozenset("nobody no none it which that i we one".split())
#: Who says a number of anything, and not only of the dead.
_OWNING_UP = frozenset("claim admit acknowledge confirm announce concede mention report".split())
#: "Spoke of eleven dead".
_SPEAKING = frozenset("speak talk tell warn".split())
#: What a text has or gives ("the official list has 23 dead", "the plaque bears 40 names").
_TEXTS = frozenset(
    "list report register plaque memorial website page bulletin communique statement count tally roll census almanac handbook paper account"
    " record ledger inscription version figure pamphlet leaflet book handbook schoolbook textbook chronicle diary song monument stone tablet"
    " newspaper weekly press log gazette history encyclopedia panel".split()
)
_HAVING = frozenset("have bear carry name show".split())
#: "By the consul's reckoning", "in the army's version", "the governor's figure is 14".
_NOUNS = frozenset(
    "reckoning count tally estimate figure version account telling list toll total number calculation report".split()
)
_FATES = frozenset(
    "dead killed death body corpse fatality victim casualty wounded injured missing arrest name grave".split()
)
_PREPOSITIONS = ("by", "in", "on", "from")
_GIVING = frozenset("be stand give say have put".split())
#: A figure and its verb stand together.
_FAR = 12


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Who counts, the word that says so, what is counted, and what it makes of it."""

    source: Token
    cue: Token
    content: tuple[Token, Token]
    modality: Modality = Modality.ASSERTED
    #: The speaker's phrase, where its words and not the parse tell it.
    phrase: tuple[Token, Token] | None = None
    #: A figure that is somebody's, and nobody says whose.
    is_unnamed: bool = False


def tells_number(verb: Token) -> bool:
    """Does the verb tell a bare number ("says nineteen"), which is then the teller's?"""
    return verb.lemma_.lower() in _BARE


def is_text(source: Token) -> bool:
    """A list or a plaque, and nobody who can be meant by "he"."""
    return source.lemma_.lower() in _TEXTS


def by_verb(verb: Token) -> Reckoning | None:
    """ "Counts 31 dead", "spoke of eleven dead", "the list has 23 dead", "claims 30 deaths"."""
    lemma = verb.lemma_.lower()
    if (bare := _bare(verb, lemma)) is not None:
        return bare
    if lemma not in _COUNTING and lemma not in _SPEAKING and lemma not in _HAVING:
        return None
    source = source_of(verb)
    if source is None or any(c.dep_ == "neg" for c in verb.children) or not _may_say(source, lemma):
        return None
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if lemma in _SPEAKING:
        things = [o for c in verb.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    thing = next((t for t in things if _is_counted(t) or (lemma in _OWNING_UP and _has_number(t))), None)
    if thing is None:
        return None
    kind = classes("speech", "verbs").get(lemma)
    modality = Modality.ALLEGED if kind == "alleged" else Modality.ASSERTED
    return Reckoning(source, verb, (verb.nbor(1), thing.right_edge), modality)


def _bare(verb: Token, lemma: str) -> Reckoning | None:
    """ "The union says nineteen", "the pamphlet has eleven", "forty, says the priest": a number, and whose it is."""
    if lemma not in _BARE:
        return None
    numbers = [c for c in verb.children if c.dep_ in ("dobj", "attr", "nsubj", "dep", "npadvmod") and _is_bare(c)]
    ofs = (c for c in verb.children if c.lower_ in ("of", "to", "at", "on") and c.dep_ == "prep")
    numbers += [o for of in ofs for o in of.children if o.dep_ == "pobj" and _is_bare(o)]
    sources = [c for c in verb.children if c.dep_ == "nsubj" and not _is_bare(c)]
    if not numbers or not sources or sources[-1].lower_ in _NO_SOURCE:
        return None
    number, source = numbers[0], sources[-1]
    if lemma in _KEEPING and not is_text(source) and source.lemma_.lower() not in _JUDGING:
        return None
    if (
        lemma in ("have", "carry", "show", "name", "find", "hear")
        and not is_text(source)
        and source.lemma_.lower()
        not in (
            *classes("speech", "basis"),
            *_NOUNS,
        )
    ):
        return None
    modality = Modality.ALLEGED if classes("speech", "verbs").get(lemma) == "alleged" else Modality.ASSERTED
    return Reckoning(source, verb, (number.left_edge, _last(number)), modality)


def _last(number: Token) -> Token:
    """ "Six, then eight, then nine": the last of the numbers told."""
    more = [c for c in number.children if c.dep_ in ("appos", "conj", "npadvmod") and c.i > number.i and _is_bare(c)]
    return _last(more[-1]) if more else number


def _is_bare(token: Token) -> bool:
    """A number that stands alone."""
    return (token.pos_ == "NUM" or token.like_num) and not any(c.pos_ in ("NOUN", "PROPN") for c in token.lefts)


def _has_number(thing: Token) -> bool:
    """ "The loss of one soldier", "six fatalities"; not "40 lives", which a disaster claims."""
    if thing.lemma_.lower() == "life":
        return False
    return any((t.like_num or t.tag_ == "CD") and t.ent_type_ not in ("DATE", "TIME", "MONEY") for t in thing.subtree)


def _may_say(source: Token, lemma: str) -> bool:
    """A person or body that can know; a text, where it "has" a number."""
    noun = source.lemma_.lower()
    if lemma in _HAVING or lemma == "give":
        return noun in _TEXTS or noun in _NOUNS
    return noun not in ("attack", "fire", "flood", "explosion", "riot", "bomb", "storm", "earthquake", "disaster")


def _is_counted(thing: Token) -> bool:
    """A number of the dead, hurt or missing, with its noun or without."""
    near = [thing, *thing.children]
    if not any(t.like_num or t.pos_ == "NUM" for t in near):
        return False
    after = thing.nbor(1) if thing.i + 1 < len(thing.doc) else thing
    return any(t.lemma_.lower() in _FATES or t.lower_ in _FATES for t in (*near, after, *thing.subtree))


def by_noun(noun: Token) -> Reckoning | None:
    """ "By the consul's reckoning 60 died", "in the army's version ...", "the governor's figure is 14 killed"."""
    if noun.lower_ not in _NOUNS and noun.lemma_.lower() not in _NOUNS:
        return None
    owner = _possessor(noun) or next(_owners(noun), None)
    if owner is None or owner.pos_ == "PRON":
        return None
    before = owner.left_edge.nbor(-1) if owner.left_edge.i > noun.sent.start else None
    if before is not None and before.lower_ in _PREPOSITIONS and before.i == noun.sent.start:
        return _around(noun, owner)
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in _GIVING or verb.i - noun.i >= _FAR:
        return None
    after = [c for c in verb.children if c.i > verb.i and c.dep_ in ("attr", "dobj", "prep", "acomp", "xcomp")]
    return Reckoning(owner, noun, (verb, after[-1].right_edge)) if after else None


def _possessor(noun: Token) -> Token | None:
    """ "The consul's reckoning", however the parser ties the two."""
    if noun.i - noun.sent.start < 2 or noun.nbor(-1).tag_ != "POS":
        return None
    return noun.nbor(-2)


def _owners(noun: Token) -> Iterator[Token]:
    """The army's, of the army, by the army; one that can speak."""
    yield from (c for c in noun.children if c.dep_ == "poss")
    yield from (c for c in noun.children if c.dep_ == "compound" and c.lemma_.lower() in classes("speech", "basis"))
    inner = (c for c in noun.children if c.lower_ in ("by", "from", "of") and c.dep_ in ("prep", "agent"))
    known = classes("speech", "basis")
    yield from (
        o
        for c in inner
        for o in c.children
        if o.dep_ == "pobj" and (o.lemma_.lower() in known or o.ent_type_ in ("ORG", "PERSON") or o.pos_ == "PROPN")
    )


def _around(noun: Token, owner: Token) -> Reckoning | None:
    """The rest of the sentence that the phrase opens."""
    first, last = noun.i + 1, noun.sent.end - 1
    while first < last and (noun.doc[first].is_punct or noun.doc[first].is_space):
        first += 1
    return Reckoning(owner, noun, (noun.doc[first], noun.doc[last])) if first < last else None
