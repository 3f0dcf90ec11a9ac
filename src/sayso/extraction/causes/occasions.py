"""Clauses that tell why: what broke, what went before the riot, what was rumoured; with "after", "when" or "because".

A clause of time alone is no cause: it is one where what it explains begins there, where it tells of something that goes
wrong by itself, or where a crowd rose on hearing it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.causes.causation import BEGINNING, is_effect
from sayso.extraction.drafts import Setting
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What happened to people, beside the event's own words.
HARM = frozenset("die kill injure death fatality casualty injury".split())
#: Stories of people who rise against others.
UNREST = frozenset("protest repression clash attack killing shooting".split())
#: What goes wrong by itself.
_MISHAPS = frozenset(
    "explode collapse derail fail burst overturn leak ignite rupture break malfunction snap crack fall tip overheat jam"
    " detach loosen erupt overflow hit strike bring set rip tear sweep shake flood".split()
)
#: Verbs of those who rise.
_RISING = frozenset(
    "riot rampage ransack loot torch protest demonstrate lynch rebel revolt mutiny rise pillage".split()
)
#: Coming and going are of time, not of cause.
_OF_TIME = frozenset(
    "arrive leave enter come go return reach begin start end finish gather assemble be open close wake hear see find say".split()
)
#: What is handed round, and how.
_BEARERS = frozenset("rumour rumor word report news story tale allegation claim accusation".split())
_SPREADING = frozenset("spread go circulate run get reach come fly pass travel".split())
_ROUSING = frozenset("bring send draw drive enrage inflame prompt set".split())
#: What belongs to a clause behind its verb, and what a mishap takes.
_KEPT = ("prt", "advmod", "acomp", "dobj", "oprd", "xcomp", "ccomp", "agent", "attr", "prep", "dative", "neg")
_BEHIND, _THROUGH = ("prt", "advmod", "acomp", "dobj", "oprd"), ("through", "into", "off", "onto")
_LONGEST, _LONGEST_TOLD = 12, 18


def occasion(verb: Token, effects: frozenset[int], setting: Setting) -> list[Token]:
    """The words of the clause that a verb heads, where it tells why; none where it does not."""
    if verb.dep_ == "advcl":
        if _is_mishap(verb, effects, setting):
            return _mishap(verb)
        if not is_negated(verb.head) and (_is_reason(verb, effects) or _is_outset(verb, effects, setting)):
            return _heard(verb) or _whole(verb)
    return _heard(verb) if setting.story.type in (*UNREST, "fire") and _rouses(verb) else []


def _marks(verb: Token, *words: str) -> bool:
    return any(c.lower_ in words and c.dep_ in ("mark", "advmod") for c in verb.children)


def _begins(head: Token, effects: frozenset[int]) -> bool:
    """Is it the event, or does the event begin?"""
    subjects = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")]
    return head.lemma_.lower() in BEGINNING and any(is_effect(c, effects) for c in subjects)


def _is_reason(verb: Token, effects: frozenset[int]) -> bool:
    """ "It sank because a door was open"."""
    head = verb.head
    return _marks(verb, "because") and (head.i in effects or head.lemma_.lower() in HARM or _begins(head, effects))


def _is_outset(verb: Token, effects: frozenset[int], setting: Setting) -> bool:
    """ "The riot broke out after a soldier shot a boy", "they rioted after a rumour spread", "it began when ..."."""
    if not _is_eventful(verb):
        return False
    kind, head = setting.story.type, verb.head
    if kind in UNREST:
        rising = head.lemma_.lower() in _RISING and head.i in effects and not _shares_subject(verb)
        return _marks(verb, "after", "when") and (rising or _begins(head, effects))
    befell = kind in BEFALLING or kind == "fire"
    return befell and _marks(verb, "when") and _begins(head, effects)


def _is_eventful(verb: Token) -> bool:
    """Something done or suffered, told as past; no state, and no coming and going."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or verb.pos_ != "VERB" or is_negated(verb):
        return False
    if verb.lemma_.lower() in _OF_TIME and _bearer(verb) is None:
        return False
    return verb.tag_ in ("VBD", "VBN")


def _shares_subject(verb: Token) -> bool:
    """ "The mob looted it after they had killed ...": what the same people did before."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is None or subject.lower_ in ("they", "he", "she", "we", "it")


def _rouses(verb: Token) -> bool:
    """ "Word that X brought thousands out", "word had gone round that X, and by nightfall ...", "after word spread that X"."""
    bearer = _bearer(verb)
    if bearer is None or is_negated(verb):
        return False
    lemma = verb.lemma_.lower()
    goes_on = any(c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") for c in verb.children)
    follows = bearer.left_edge.i > bearer.sent.start and bearer.left_edge.nbor(-1).lower_ in ("after", "when")
    return lemma in _ROUSING or (lemma in _SPREADING and (goes_on or follows))


def _bearer(verb: Token) -> Token | None:
    """What went round: the subject, or the noun right before the verb where the parser takes it for something else."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and lemma_of(subject) in _BEARERS:
        return subject
    near = reversed(verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]) if verb.lemma_ in _SPREADING else ()
    return next((t for t in near if t.pos_ == "NOUN" and lemma_of(t) in _BEARERS), None)


def _heard(verb: Token) -> list[Token]:
    """What was rumoured, with the word for it ("a rumour that the well was poisoned")."""
    bearer = _bearer(verb)
    if bearer is None:
        return []
    told = [c for c in (*bearer.children, *verb.children) if c.dep_ in ("acl", "relcl", "ccomp") and c.i > bearer.i]
    return trimmed(bearer, min(told[0].right_edge.i, cut(told[0]))) if told else []


def cut(token: Token) -> int:
    """The last place before a clause within a clause ("a boy who had thrown a stone")."""
    inner = [t.left_edge.i for t in token.subtree if t.dep_ in ("relcl", "advcl", "acl") and t.i > token.i]
    return min(inner) - 1 if inner else token.right_edge.i


def _whole(verb: Token) -> list[Token]:
    """The clause from its subject to its end, without clauses that hang on it."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return []
    right = [c for c in verb.children if c.i > verb.i and c.dep_ in _KEPT]
    return trimmed(subject.left_edge, max([verb.i, *(min(c.right_edge.i, cut(c)) for c in right)]))


def trimmed(first: Token, last: int) -> list[Token]:
    """The words from one to another, without an article before and points behind; at most so many."""
    tokens = [t for t in first.doc[first.i : last + 1] if not t.is_space][:_LONGEST_TOLD]
    while tokens and (tokens[0].dep_ == "det" or tokens[0].is_punct):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return tokens


def _is_mishap(verb: Token, own: frozenset[int], setting: Setting) -> bool:
    """ "Died after a boiler exploded", "the fire started when a candle fell over"."""
    befell = setting.story.type in BEFALLING or setting.story.type in ("fire", "bombing")
    if not befell or verb.lemma_.lower() not in _MISHAPS or is_passive(verb) or is_negated(verb):
        return False
    if not _marks(verb, "after", "when"):
        return False
    head = verb.head
    if not _begins(head, own) and head.lemma_.lower() not in HARM and head.i not in own:
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.pos_ != "NOUN" or is_human(subject, setting.groups):
        return False
    weapon = setting.words.slots.forms.get("weapon")
    return weapon is None or (lemma_of(subject) not in weapon.nouns and lemma_of(subject) not in ("device", "mine"))


def _mishap(verb: Token) -> list[Token]:
    """The mishap with its subject and its particle, in the text's words."""
    subject = next(c for c in verb.children if c.dep_ == "nsubj")
    near = [c.right_edge.i for c in verb.children if c.i > verb.i and (c.dep_ in _BEHIND or c.lower_ in _THROUGH)]
    near = [i for i in near if i - subject.left_edge.i < _LONGEST]
    tokens = [t for t in verb.doc[subject.left_edge.i : max([verb.i, *near]) + 1] if not t.is_space]
    tokens = tokens[1:] if tokens[0].dep_ == "det" else tokens
    return tokens if len(tokens) <= _LONGEST else [subject]
