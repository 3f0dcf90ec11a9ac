"""Which words govern a noun phrase: the verb it is subject or object of, the noun it depends on, the adjective said of it.

A list (conjunction and apposition) counts as one phrase; verbs joined by "and" share a subject; "as did X" inherits its verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.extraction.words.amounts import AMOUNTS, SETS
from sayso.extraction.words.figurative import is_figurative
from sayso.extraction.words.lists import told_of_all
from sayso.extraction.words.noun_names import noun_names
from sayso.extraction.words.verbs import bare_noun, is_of_object, is_passive, is_urged, verb_names

if TYPE_CHECKING:
    from spacy.tokens import Token

Relation = Literal["subject", "object", "noun", "by", "adjective"]

#: Prepositions that add a phrase to the list before them ("was killed along with two soldiers").
_ADDING = frozenset({"with", "including", "besides", "like", "plus"})
#: Verbs whose complement has the same subject ("tried to surrender", "were reported killed").
_RAISING = frozenset(
    "try attempt manage begin continue seem appear report be have get go come want fail say believe fear presume think "
    "know estimate allege reckon remain stay lie".split()
)
#: What leaves people dead.
_TO_DEATH = frozenset("shot gunned struck stabbed beat".split())
_FINDING = frozenset("find discover locate spot recover".split())
#: Verbs whose object does what their complement says.
_MAKING = frozenset("force compel cause oblige lead drive leave send prompt".split())
#: What people may be in, under or without ("teen in critical condition", "40,000 without homes").
_STATED_BY = ("in", "with", "without", "under", "behind")


@dataclass(frozen=True, slots=True)
class Frame:
    """How a phrase stands to a governing word; `names` are the lemmas under which a codebook may list it."""

    relation: Relation
    head: Token
    names: tuple[str, ...]


def frames(noun: Token) -> tuple[Frame, ...]:
    """Every governing word of a noun phrase, nearest first, each once."""
    found: list[Frame] = []
    for token in _phrase_heads(noun):
        found.extend(_own_clauses(token))
        found.extend(_governing(token))
        found.extend(_left_dead(token))
    seen: dict[tuple[str, int], Frame] = {}
    for frame in found:
        seen.setdefault((frame.relation, frame.head.i), frame)
    return tuple(seen.values())


def agent(verb: Token) -> Token | None:
    """Who does it: the subject, or the phrase after "by"."""
    passive = is_passive(verb)
    for child in verb.children:
        if child.dep_ == "agent":
            return next((pobj for pobj in child.children if pobj.dep_ == "pobj"), None)
        if child.dep_ == "nsubj" and not passive:
            return child
    if not passive and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return agent(verb.head)
    return None


def shared_verbs(verb: Token) -> Iterator[Token]:
    """The verb and those that share its subject: joined by "and", complements, and participles after it."""
    yield verb
    for child in verb.children:
        if child.pos_ not in ("VERB", "AUX") or _has_subject(child):
            continue
        if (
            child.dep_ == "conj"
            or (child.dep_ in ("xcomp", "oprd", "ccomp") and (verb.lemma_ in _RAISING or _is_state_found(verb, child)))
            or (child.dep_ in ("advcl", "acl", "dep") and child.tag_ == "VBN")
        ):
            yield from shared_verbs(child)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("after", "before", "while", "upon"):
            yield from (inner for inner in child.children if inner.dep_ == "pcomp" and not _has_subject(inner))


def _is_state_found(verb: Token, state: Token) -> bool:
    """ "Was found shot dead", "were discovered buried": in what state somebody was found."""
    return verb.lemma_ in _FINDING and state.tag_ == "VBN" and verb.tag_ == "VBN"


def _has_clause(noun: Token) -> bool:
    """ "X, one of the soldiers who died": the clause tells of X, too."""
    return any(c.dep_ in ("relcl", "acl") for c in noun.children)


def _has_subject(verb: Token) -> bool:
    """Has a verb a subject of its own? It may be tied to the auxiliary ("that the rebels have been hit")."""
    deps = ("nsubj", "nsubjpass", "expl")
    helping = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.nbor(-1).lower_ == "more" or any(s.dep_ in deps for s in c.children) for c in helping if c.i):
        return True
    return any(c.dep_ in deps or (c.dep_ == "det" and c.lower_ == "another") for c in verb.children)


def list_head(token: Token) -> Token:
    """The first member of the list that a phrase stands in ("one hostage, two soldiers and all the gunmen")."""
    seen = 0
    while (
        seen < 12
        and token.dep_ in ("conj", "appos")
        and (token.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON") or token.head.ent_type_ == "PERSON")
    ):
        token, seen = token.head, seen + 1
    return token


def _phrase_heads(noun: Token) -> Iterator[Token]:
    """The phrase itself, the head of its list, and the phrase that "along with" adds it to."""
    yield noun
    head = list_head(noun)
    if head.i != noun.i:
        yield head
    for one in (c for c in noun.children if c.dep_ == "appos" and (c.pos_ == "NUM" or c.lemma_.lower() in SETS)):
        yield from (
            o for p in one.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj" and _has_clause(o)
        )
    if (told := told_of_all(noun)) is not None:
        yield told
    prep = head.head
    if head.dep_ == "pobj" and prep.lower_ == "of" and prep.head.lemma_.lower() in AMOUNTS:
        yield prep.head
    if head.dep_ == "pobj" and prep.lower_ in _ADDING and prep.head.pos_ in ("VERB", "AUX"):
        subject = next((c for c in prep.head.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")), None)
        if subject is not None and (prep.lower_ != "with" or _added(prep)):
            yield subject


def _added(prep: Token) -> bool:
    """ "along with", "together with"; a text may open with "With"."""
    return prep.i > 0 and prep.nbor(-1).lower_ in ("along", "together")


def _own_clauses(noun: Token) -> Iterator[Frame]:
    """Participles and relative clauses that hang on the phrase ("72 hostages held at", "who had been seized")."""
    for child in noun.children:
        if child.dep_ == "acl" and child.pos_ in ("VERB", "AUX", "ADJ"):
            relation: Relation = "object" if child.tag_ == "VBN" else "subject"
            yield from (_verbal(relation, verb) for verb in shared_verbs(child))
        elif child.dep_ == "relcl" and not _is_of_others(child):
            passive = is_passive(child)
            pronoun = next(
                (c for c in child.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WP", "WDT")), None
            )
            relation = "object" if passive or pronoun is None else "subject"
            yield from (_verbal("object" if is_passive(v) else relation, v) for v in shared_verbs(child))
        elif child.dep_ == "prep" and child.lower_ in _STATED_BY:
            yield from (_state(child, pobj) for pobj in child.children if pobj.dep_ == "pobj")
        elif child.dep_ == "amod" or (child.dep_ == "acomp" and child.i > noun.i):
            yield from () if _is_cut_off(child, noun) else (_adjectival(child),)


def _is_cut_off(adjective: Token, noun: Token) -> bool:
    """ "Relatives of the deceased, two brothers": a comma and a number part the word from the noun."""
    behind = noun.doc[adjective.i + 1 : noun.i]
    return len(behind) > 1 and behind[0].text == "," and (behind[1].pos_ == "NUM" or behind[1].dep_ in ("det", "poss"))


def _is_of_others(clause: Token) -> bool:
    """ "the island where 75 drowned", "two victims, one of whom was dead": the noun is not who it tells of."""
    if any(c.dep_ == "advmod" and c.lower_ in ("where", "when", "why") for c in clause.children):
        return True
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(p.lower_ == "of" for p in subject.children) and _asks_whom(subject)


def _asks_whom(subject: Token) -> bool:
    """ "one of whom", "several of which"."""
    return any(o.tag_ in ("WP", "WDT") for p in subject.children if p.lower_ == "of" for o in p.children)


def _state(prep: Token, noun: Token) -> Frame:
    """ "A man with a gunshot wound", "teen in critical condition": what a person has or is in."""
    verb = "have" if prep.lower_ == "with" else f"be {prep.lower_}"
    return Frame("object", noun, (f"{verb} {bare_noun(noun)}",))


def _governing(token: Token) -> Iterator[Frame]:
    """The verb, noun or adjective that a phrase depends on; a subject may be tied to the verb's auxiliary."""
    head = token.head
    if (token.dep_ in ("nsubj", "nsubjpass") or token.lower_ == "another") and head.pos_ in (
        "VERB",
        "AUX",
        "ADJ",
        "NOUN",
    ):
        yield from _subject_frames(token)
    elif token.dep_ in ("dobj", "obj", "oprd", "dative") and head.pos_ in ("VERB", "AUX"):
        yield _verbal("object", head)
        toll = _toll(head)
        if toll is not None and toll.i < token.i:
            yield from _tolled(toll)
        yield from _driven(token)
    elif token.dep_ == "npadvmod" and token.like_num and head.pos_ == "VERB" and token.i == head.i + 1:
        yield _verbal("object", head)  # "has sickened 400"
    elif token.dep_ == "attr":
        yield from _own_clauses(head)
        counted = _counted(head)
        if counted is not None and counted.i < token.i:
            yield from _tolled(counted)
    elif token.dep_ == "poss" and head.pos_ in ("NOUN", "PROPN"):
        yield Frame("noun", head, noun_names(head))
    elif token.dep_ == "pobj" and token.lower_ != "old":
        yield from _prepositional(token)
    elif token.lower_ == "old":
        yield from _verb_after(token)


def _left_dead(token: Token) -> Iterator[Frame]:
    """ "Gunmen near Ora shot dead a guard": the parser took "dead" for the verb."""
    head = token.head
    if head.lower_ == "dead" and token.dep_ in ("dobj", "attr") and head.i > 0 and head.nbor(-1).lower_ in _TO_DEATH:
        yield Frame("object", head.nbor(-1), ("shoot dead",))


def _verb_after(age: Token) -> Iterator[Frame]:
    """ "After a 15-year-old was shot": the parser seldom sees that an age is the subject of what follows it."""
    after = age.nbor(1) if age.i + 1 < age.sent.end else age
    verb = after.head if after.dep_ in ("aux", "auxpass") else after
    if verb.pos_ not in ("VERB", "AUX") or verb.i < age.i or _has_subject(verb):
        return
    for one in shared_verbs(verb):
        yield _verbal("object" if is_passive(one) or (one.i == after.i and one.tag_ == "VBN") else "subject", one)


def _subject_frames(token: Token) -> Iterator[Frame]:
    """The verbs a subject has; "as did two soldiers" takes the verb before it."""
    head = token.head
    if head.dep_ in ("aux", "auxpass") and head.i > token.i:
        head = head.head
    if head.pos_ in ("ADJ", "NOUN"):
        yield _adjectival(head)
        return
    if head.lemma_ == "do" and not any(c.dep_ in ("dobj", "xcomp") for c in head.children) and head.head.pos_ == "VERB":
        yield from _inherited(head)
        return
    for verb in shared_verbs(head):
        yield _verbal("object" if is_passive(verb) else "subject", verb)
        for child in verb.children:
            if child.dep_ in ("acomp", "oprd") and (
                child.pos_ == "ADJ"
                or (child.tag_ == "VBN" and not is_of_object(verb, child))
                or child.lower_ == "missing"
            ):
                yield _adjectival(child)
            elif child.lower_ == "among" and verb.lemma_ == "be":
                yield from _of_those(child)


def _of_those(among: Token) -> Iterator[Frame]:
    """ "X was among hundreds injured", "is among the missing": what befell them befell X."""
    for those in (c for c in among.children if c.dep_ == "pobj"):
        yield _adjectival(those)
        yield from _own_clauses(those)


def _inherited(did: Token) -> Iterator[Frame]:
    """The main verb before "as did X", with the part its own subject plays."""
    for verb in _verbs_before(did):
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            yield _verbal("object" if is_passive(verb) else "subject", verb)
            return


def _verbs_before(did: Token) -> Iterator[Token]:
    """The sentence's verbs left of "did", the main one first."""
    verbs = [t for t in did.sent if t.i < did.i and t.pos_ == "VERB" and t.dep_ in ("ROOT", "conj", "ccomp")]
    yield from sorted(verbs, key=lambda t: (t.dep_ != "ROOT", t.i))


_UPWARDS = frozenset({"upwards", "upward"})


def _prepositional(token: Token) -> Iterator[Frame]:
    """What stands before the preposition: "the deaths of 14", "rescue by 195 commandos of 72 hostages"."""
    prep = token.head
    governor = prep.head if prep.head.pos_ != "ADV" else prep.head.head  # "revised downwards to 64"
    if prep.dep_ == "conj" and prep.lower_ == "of":
        governor = _first_of(prep) or governor
    toll = _toll(governor) if prep.lower_ in ("to", "at") and governor.pos_ in ("VERB", "AUX") else None
    if toll is not None:
        yield from _tolled(toll)
    if prep.lower_ == "of" and prep.head.lower_ in _UPWARDS and prep.head.head.pos_ == "VERB":
        yield _verbal("object", prep.head.head)
    if prep.lower_ == "by" and is_urged(governor):
        yield _verbal("subject", governor.head)
    elif prep.dep_ == "agent" or (prep.lower_ == "by" and governor.pos_ == "VERB"):
        yield from (_verbal("subject", verb) for verb in shared_verbs(governor))
    elif prep.lower_ in ("of", "by", "to", "in", "for", "among"):
        relation: Relation = "by" if prep.lower_ == "by" else "noun"
        if governor.pos_ in ("NOUN", "PROPN"):
            yield from (Frame(relation, t, noun_names(t)) for t in _between(governor, prep))
            yield Frame(relation, governor, noun_names(governor))
            yield from (
                Frame(relation, t, noun_names(t))
                for t in governor.conjuncts
                if governor.i < t.i < prep.i and t.pos_ == "NOUN"
            )
            if governor.tag_ in ("NNS", "NNPS") or any(c.dep_ == "nummod" for c in governor.children):
                yield from _further_left(prep, relation, governor)
        elif governor.pos_ == "VERB" and prep.lower_ in ("to", "for"):
            yield Frame("noun", governor, (f"{governor.lemma_.lower()} {prep.lower_}",))


#: Verbs after which a number says how many there are of what stands before them.
_TOLLING = frozenset(
    "rise stand climb reach increase grow jump remain pass exceed put bring hit revise lower raise update correct reduce set "
    "estimate fall drop reckon soar surge double swell mount total".split()
)
_FILLING = ("nsubj", "nsubjpass", "dobj")
_COUNTS = frozenset("number figure count tally total".split())


def _toll(verb: Token) -> Token | None:
    """What rose to, stands at or reached a number ("the death toll rose to 14")."""
    if verb.lemma_.lower() not in _TOLLING:
        return None
    # "Police put the toll at 20": what is put, not who puts it.
    noun = max((c for c in verb.children if c.dep_ in _FILLING and c.pos_ == "NOUN"), key=lambda c: c.i, default=None)
    if noun is None or noun.lemma_.lower() not in _COUNTS:
        return noun
    return _of_what(noun)


def _counted(verb: Token) -> Token | None:
    """What a number is by "be": "the number of dead is 21", "the toll was nine"."""
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"), None)
    if noun is None or verb.lemma_ != "be":
        return None
    return _of_what(noun) if noun.lemma_.lower() in _COUNTS else noun if noun.lemma_.lower() == "toll" else None


def _of_what(noun: Token) -> Token | None:
    """What a number or figure is of ("the number of missing")."""
    return next((o for p in noun.children if p.lower_ == "of" for o in p.children), None)


def _tolled(toll: Token) -> Iterator[Frame]:
    """What is counted, by its noun; "the number of injured" is parsed as an adjective or a verb as often."""
    yield Frame("noun", toll, noun_names(toll) if toll.pos_ == "NOUN" else (toll.lower_, toll.lemma_.lower()))
    if toll.pos_ in ("VERB", "ADJ"):
        yield Frame("adjective", toll, (toll.lower_,))


def _driven(token: Token) -> Iterator[Frame]:
    """ "forced 500 to flee": who is made to do something does it."""
    for verb in token.head.children if token.head.lemma_ in _MAKING else ():
        if verb.dep_ in ("xcomp", "ccomp") and verb.i > token.i:
            yield from (_verbal("object" if is_passive(one) else "subject", one) for one in shared_verbs(verb))


def _first_of(prep: Token) -> Token | None:
    """ "The deaths of three raiders and of one policeman": the noun that the first "of" hangs on."""
    before = (t for t in reversed(prep.doc[max(prep.sent.start, prep.i - 10) : prep.i]) if t.lower_ == "of")
    first = next((t for t in before if t.dep_ == "prep"), None)
    return first.head if first is not None and first.head.pos_ == "NOUN" else None


def _between(governor: Token, prep: Token) -> Iterator[Token]:
    """Nouns between the governor and the preposition, the nearest first: the parser may have passed them over."""
    inside = [t for t in prep.doc[governor.i + 1 : prep.i] if t.pos_ == "NOUN" and t.dep_ == "pobj"]
    yield from reversed(inside)


def _further_left(prep: Token, relation: Relation, governor: Token) -> Iterator[Frame]:
    """Nouns before the governor that the phrase may hang on instead; the parser ties "of" to the nearest noun."""
    left, steps = governor, 0
    while left.dep_ in ("pobj", "conj") and steps < 3:
        left, steps = left.head.head if left.dep_ == "pobj" else left.head, steps + 1
        if left.pos_ == "NOUN" and left.i < prep.i:
            yield Frame(relation, left, noun_names(left))
    before = governor.i - 1
    while before > governor.i - 7 and before >= governor.sent.start:
        token = governor.doc[before]
        if token.pos_ == "NOUN" and token.dep_ == "pobj":
            yield Frame(relation, token, noun_names(token))
        before -= 1


def _verbal(relation: Relation, verb: Token) -> Frame:
    return Frame(relation, verb, verb_names(verb))


def _adjectival(word: Token) -> Frame:
    name = word.lemma_.lower()
    return Frame("adjective", word, (f"figuratively {name}",) if is_figurative(word) else (name, word.lower_))
