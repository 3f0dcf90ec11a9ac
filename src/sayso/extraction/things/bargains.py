"""What is demanded without a word of demanding: as the price of what would be done, or left undone, and as what a strike is for.

"They would free the women once the troops withdrew", "threatened to kill one every hour unless their comrades were freed",
"in return for safe passage", "were striking for a rise", "asked that they be heard", "called upon the minister to resign".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.verbs import is_negated
from sayso.model import Extent

if TYPE_CHECKING:
    from spacy.tokens import Token

#: No sentence without one of these is walked.
_CUES = re.compile(
    r"\b(?:if|once|unless|until|provided|return|exchange|without|str(?:ike|uck|iking)\w*|march\w*|demonstrate[sd]?|demonstrating|rall(?:y|ied)\w*|protest\w*|picket\w*"
    r"|campaign\w*|demand\w*|conditions?|terms?|call(?:s|ed|ing)?|ask\w*|request\w*|pay|bring|send|deliver|leave)\b",
    re.IGNORECASE,
)
#: What captors give, and what they threaten with.
_GIVING = frozenset("release free let surrender give spare hand liberate leave return lift stop evacuate".split())
_HARMING = frozenset(
    "kill shoot execute die behead blow murder explode detonate bomb burn destroy attack throw".split()
)
_ON = frozenset("if once unless until provided when".split())
_UNLESS = frozenset("unless until if".split())
_WILLED = frozenset("would will 'll shall might could to".split())
_PROMISING = frozenset("offer promise agree refuse threaten vow pledge propose".split())
_CAPTORS = frozenset({"attackers", "prisoners"})
#: Those who strike and march for something.
_STRIKING = frozenset("strike march demonstrate rally protest picket campaign".split())
_CAPTIVE = frozenset({"hostage_taking", "kidnapping", "hijacking"})
_LISTED = frozenset("demand condition term".split())
_LETTERS = frozenset("letter note message call telegram email leaflet petition cable".split())
_ASKING = frozenset("ask demand call request".split())
_PAID = frozenset("pay bring send deliver leave".split())
_TIMES = ("DATE", "TIME")
_LENGTHS = frozenset("minute hour day night week month year".split())
_LONGEST = 30


def bargained(scene: Scene, setting: Setting) -> Iterator[tuple[Extent, Token]]:
    """Each demand with the word that settles who says so."""
    if not _CUES.search(scene.words):
        return
    is_captive = bool(setting.story.kinds & _CAPTIVE)
    for token in scene.sent:
        lemma = token.lemma_.lower()
        if is_captive and token.dep_ == "advcl" and (head := _priced(token, setting)) is not None:
            yield _clause(scene, token), head
        elif is_captive and token.lower_ in ("return", "exchange", "without"):
            yield from ((_thing(scene, one), token.head) for one in _in_return(token, setting))
        elif token.pos_ == "VERB" and lemma in _STRIKING and not is_negated(token):
            yield from ((_thing(scene, one), token) for one in _struck_for(token))
        elif lemma in _LISTED and token.pos_ == "NOUN":
            yield from ((_thing(scene, one), token) for one in _among(token))
        elif lemma == "strike" and token.dep_ == "nsubj":
            yield from ((_thing(scene, one), token) for one in _struck_for(token.head) if token.head.lemma_ == "be")
        elif token.pos_ == "VERB":
            yield from ((_clause(scene, one), token) for one in _called_upon(token, lemma))
            yield from ((_thing(scene, one), token) for one in _asked_in_writing(token, lemma))
            if is_captive and lemma in _PAID and _is_bidden(token):
                yield _clause(scene, token), token


def _priced(clause: Token, setting: Setting) -> Token | None:
    """ "They would let them go if C", "threatened to kill one unless C": the word that tells of it; None where no captor says so."""
    mark = next((c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod") and c.lower_ in _ON), None)
    if mark is None:
        return None
    verb = clause.head
    chain = [verb, *([verb.head] if verb.dep_ in ("ccomp", "xcomp") and verb.head.pos_ == "VERB" else [])]
    top = chain[-1]
    gives = any(v.lemma_.lower() in _GIVING for v in chain)
    harms = any(v.lemma_.lower() in _HARMING for v in chain) and mark in _UNLESS
    willed = any(c.lower_ in _WILLED for v in chain for c in v.children if c.dep_ == "aux")
    if not (gives or harms) or not willed:
        return None
    return top if _is_captors(chain, setting) and not _acts_himself(clause, setting) else None


def _is_captors(chain: list[Token], setting: Setting) -> bool:
    """Is it the captors who would do it: by their name, or as "they" where none else is told of?"""
    doers = [d for v in (*chain, chain[-1].head) if (d := agent(v)) is not None]
    if any(setting.groups.of(d) == "security_forces" for d in doers):
        return False
    if any(setting.groups.of(d) in _CAPTORS or d.lower_ in setting.groups.attackers for d in doers):
        return True
    return any(d.lower_ in ("they", "he", "we") for d in doers) or any(v.dep_ == "nsubjpass" for v in chain[0].children)


def _acts_himself(clause: Token, setting: Setting) -> bool:
    """ "Unless they surrendered" is asked of the captors."""
    doer = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if doer is None or clause.lemma_.lower() in ("come", "return", "get", "try", "want", "need"):
        return True
    return clause.lemma_.lower() == "surrender" or (setting.groups.of(doer) == "attackers")


def _in_return(word: Token, setting: Setting) -> Iterator[Token]:
    """ "Offered to free them in return for X", "would not give them up without X"."""
    if word.lower_ == "without":
        governor, things = word.head, [o for o in word.children if o.dep_ == "pobj"]
        governor = governor.head if governor.dep_ == "parataxis" else governor
    elif word.dep_ == "pobj" and word.head.lower_ == "in":
        governor = word.head.head
        preps = [c for top in (word, word.head, governor) for c in top.children if c.lower_ == "for" and c.i > word.i]
        things = [o for c in preps[:1] for o in c.children if o.dep_ in ("pobj", "pcomp")]
    else:
        return
    willed = any(c.lower_ in _WILLED for c in governor.children if c.dep_ == "aux")
    promised = governor.dep_ == "xcomp" and governor.head.lemma_.lower() in _PROMISING
    if governor.lemma_.lower() in _GIVING and (willed or promised) and _is_captors([governor], setting):
        yield from _listed(things)


def _struck_for(verb: Token) -> Iterator[Token]:
    """What people strike and march for; not how long."""
    preps = [c for c in verb.children if c.lower_ == "for" and c.dep_ == "prep"]
    for one in _listed([o for c in preps for o in c.children if o.dep_ == "pobj"]):
        is_long = lemma_of(one) in _LENGTHS and any(c.dep_ == "nummod" for c in one.lefts)
        if not is_long and (one.ent_type_ not in _TIMES or any(c.lower_ in ("a", "the") for c in one.lefts)):
            yield one


def _among(noun: Token) -> list[Token]:
    """ "Among their demands were A and B", "their demands were A and B"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "among" else noun.head
    if verb.lemma_ not in ("be", "include") or noun.dep_ not in ("nsubj", "pobj"):
        return []
    is_among = noun.dep_ == "pobj" and noun.head.lower_ == "among"
    if noun.dep_ == "pobj" and not is_among:
        return []
    told = [c for c in verb.children if c.dep_ in ("attr", "dobj") or (is_among and c.dep_ == "nsubj")]
    return [t for t in _listed(told) if lemma_of(t) not in _LISTED]


def _called_upon(verb: Token, lemma: str) -> Iterator[Token]:
    """ "Called on the minister to resign", "urged"."""
    if lemma != "call" or is_negated(verb) or not any(c.lower_ in ("on", "upon") for c in verb.children):
        return
    clauses = [c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"]
    clauses += [c for p in verb.children if p.lower_ in ("on", "upon") for o in p.children for c in o.children
                if c.dep_ in ("relcl", "acl") and c.tag_ == "VB"]  # fmt: skip
    yield from clauses[:1]


def _asked_in_writing(verb: Token, lemma: str) -> Iterator[Token]:
    """ "Two letters asking for two million"."""
    if lemma not in _ASKING or verb.dep_ != "acl" or lemma_of(verb.head) not in _LETTERS:
        return
    things = [o for c in verb.children if c.lower_ == "for" for o in c.children if o.dep_ == "pobj"]
    yield from _listed(things or [c for c in verb.children if c.dep_ == "dobj"])


def _is_bidden(verb: Token) -> bool:
    """ "Pay 50,000 or the boy dies": a bidding, in quotation marks."""
    if verb.tag_ != "VB" or any(c.dep_ in ("nsubj", "aux") for c in verb.children) or verb.i == 0:
        return False
    has_sum = any(c.dep_ == "dobj" and (c.like_num or any(n.like_num for n in c.lefts)) for c in verb.children)
    return has_sum and verb.nbor(-1).text in ('"', "\u201c", "'", "\u2018", ":")


def _listed(firsts: list[Token]) -> list[Token]:
    return [
        one for first in firsts for one in (first, *first.conjuncts) if one.pos_ in ("NOUN", "PROPN", "VERB", "NUM")
    ]


def _thing(scene: Scene, one: Token) -> Extent:
    """A thing with what belongs to it, without the members of the list behind it."""
    later = [c.left_edge.i for c in one.children if c.i > one.i and (c.dep_ in ("conj", "cc") or _is_when(c))]
    return _trimmed(scene, [*one.doc[one.left_edge.i : min([one.right_edge.i + 1, *later])]])


def _is_when(clause: Token) -> bool:
    return clause.dep_ in ("relcl", "advcl") and clause.left_edge.lower_ in ("when", "where", "while", "as")


def _clause(scene: Scene, verb: Token) -> Extent:
    """A clause without the word that opens it."""
    tokens = list(verb.doc[verb.left_edge.i : verb.right_edge.i + 1])
    while tokens and (tokens[0].lower_ in (*_ON, "that", "to", "only") or tokens[0].is_punct):
        tokens = tokens[1:]
    return _trimmed(scene, tokens or [verb])


def _trimmed(scene: Scene, tokens: list[Token]) -> Extent:
    held = [t for t in tokens if not t.is_space][:_LONGEST]
    while len(held) > 1 and (held[-1].is_punct or held[-1].dep_ == "cc"):
        held.pop()
    return token_extent(scene, held)
