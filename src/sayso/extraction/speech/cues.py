"""What a cue makes of its content: what verbs and nouns of speech assert, allege, guess at or deny."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.words.lexicon import classes, words
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is said of a subject, and how far behind it.
_TRUTH = frozenset("truth substance foundation basis evidence".split())
_CALLING_IT = frozenset("call label brand term describe deem declare".split())
#: Bodies that write papers of their own, and what they do in them.
_OWN_BODIES = frozenset(
    "company unit centre center directorate department committee association union league mission bureau agency institute foundation"
    " corporation group organisation organization council office board secretariat federation network".split()
)
_OWN_WORDS = frozenset(
    "announce confirm recall inform conclude find verify note estimate register determine establish report observe declare record".split()
)
_SHOWING = frozenset("show demonstrate reveal prove disclose".split())
_COUNTED = frozenset(
    "figure figures count tally estimate toll statistic statistics data survey study research poll audit census inquest enquiry".split()
)
_PHRASAL = frozenset("give serve make let set point bring put have".split())
_SAID_OF = ("xcomp", "acomp", "attr", "oprd")
_FAR = 9


def by_verb(verb: Token) -> Modality | None:
    """What a verb of speech makes of what it takes; None where it is no such verb."""
    kind = classes("speech", "verbs").get(verb.lemma_.lower()) or with_word_beside(verb)
    if verb.lemma_ == "blame" and any(c.tag_ == "TO" for c in verb.children):
        return None  # "a worker is to blame": he blames nobody
    if verb.lemma_.lower() == "rule" and any(c.dep_ in ("prt", "advmod") and c.lower_ == "out" for c in verb.children):
        return Modality.POSSIBLE if is_negated(verb) else Modality.DENIED
    if kind is None:
        return None
    if is_negated(verb):
        return Modality.ASSERTED if kind == "denied" else Modality.POSSIBLE
    if is_passive(verb) and kind == "asserted" and not is_factual(verb):
        return Modality.REPORTED
    return Modality(kind)


def with_word_beside(verb: Token) -> str | None:
    """ "Gave out that ...", "the Gazette had it that ...": a verb that tells only together with another word."""
    lemma = verb.lemma_.lower()
    if lemma not in _PHRASAL or not any(
        c.dep_ in ("ccomp", "acl", "relcl") or c.lower_ == "that" for c in verb.subtree
    ):
        return None
    told = classes("speech", "phrasal")
    return next((kind for c in verb.children if (kind := told.get(f"{lemma} {c.lower_}")) is not None), None)


def by_noun(noun: Token) -> Modality | None:
    """What a noun makes of the clause that says its content; None where it is no noun of speech."""
    kind = classes("speech", "nouns").get(noun.lemma_.lower())
    if kind is None:
        return None
    if (
        any(c.lower_ == "no" for c in noun.children)
        or denier(noun) is not None
        or _is_untrue(noun)
        or _has_no_truth(noun)
    ):
        return Modality.DENIED
    return Modality(kind)


def denier(noun: Token) -> Token | None:
    """The verb that denies what a noun says: "rejected claims that ...", "called the story a lie"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lower_ in words("speech", "untrue") and verb.head.lemma_.lower() in _CALLING_IT:
        return verb.head
    is_thing = noun.dep_ in ("dobj", "nsubjpass")
    denies = classes("speech", "verbs").get(verb.lemma_.lower()) == "denied"
    if is_thing and denies and not is_negated(verb):
        return verb
    return _denying_before(noun)


def _denying_before(noun: Token) -> Token | None:
    """ "Dismissed as rumours reports of ...", "rejects as unfounded the statements ...": the thing after what it is called."""
    if noun.i - noun.sent.start < 3:
        return None
    before = [*noun.doc[max(noun.sent.start, noun.i - 6) : noun.i]]
    called = next((n for n, t in enumerate(before) if t.lower_ == "as"), 0)
    verb = before[called - 1] if called else None
    denies = verb is not None and classes("speech", "verbs").get(verb.lemma_.lower()) == "denied"
    return (
        verb if denies and all(t.pos_ in ("ADJ", "NOUN", "DET", "ADV", "CCONJ") for t in before[called + 1 :]) else None
    )


def _has_no_truth(noun: Token) -> bool:
    """ "There is no truth in the report that ...", "contrary to reports that ..."."""
    above = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "to", "for"):
        return False
    if noun.head.lower_ == "to":
        return noun.head.i > noun.sent.start and noun.head.nbor(-1).lower_ == "contrary"
    return above.lemma_.lower() in _TRUTH and any(c.lower_ in ("no", "any", "little") for c in above.children)


def _is_untrue(noun: Token) -> bool:
    """ "Reports that ... were false", "turned out to be untrue"."""
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    below = [noun.head, *noun.head.children, *(g for c in noun.head.children if c.dep_ in _SAID_OF for g in c.subtree)]
    return any(t.i > noun.i and t.lower_ in words("speech", "untrue") for t in below) and not is_negated(noun.head)


def is_untrue_behind(last: Token) -> bool:
    """ "... are false and mischievous", "... has no basis in fact", behind the last word of what was said."""
    behind = last.doc[last.i + 1 : min(last.i + _FAR, last.sent.end)]
    verb = next((t for t in behind if t.lemma_ in ("be", "have", "prove", "remain", "turn")), None)
    if verb is None or any(t.pos_ in ("NOUN", "PROPN") for t in behind[: verb.i - last.i - 1]):
        return False
    said = {t.lower_ for t in verb.doc[verb.i : min(verb.i + _FAR, last.sent.end)]}
    baseless = "no" in said and bool(said & {"basis", "foundation", "truth", "substance"})
    return baseless or (bool(said & words("speech", "untrue")) and "not" not in said and "n't" not in said)


def is_negated(verb: Token) -> bool:
    """Is the speaking itself negated: "did not say", "declined to confirm", "was unable to say"?"""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words("speech", "withholding")


def is_passive(verb: Token) -> bool:
    """Is it "was said", or a participle ("Asked ...") without a subject?"""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def is_factual(verb: Token) -> bool:
    """ "Were confirmed dead", "were found dead" tell how it became known; nobody's word is handed on."""
    return verb.lemma_.lower() in words("speech", "factual")


def is_own_body(source: Token, verb: Token) -> bool:
    """ "The Company confirms", "the Unit has verified": a body that tells of itself by its short name, in its own paper."""
    if not source.text[:1].isupper() or source.is_sent_start or source.lemma_.lower() not in _OWN_BODIES:
        return False
    only = [t for t in source.subtree if t.i < source.i]
    is_present = verb.tag_ in ("VBZ", "VBP") or any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.children)
    return is_present and [t.lower_ for t in only] == ["the"] and verb.lemma_ in _OWN_WORDS


def is_trace(source: Token, verb: Token) -> bool:
    """ "Flood marks show that ...", "tests revealed that ...": a thing that shows it, and nobody's word."""
    if verb.lemma_ not in _SHOWING or source.pos_ != "NOUN" or source.ent_type_ in ("PERSON", "ORG"):
        return False
    lemma = source.lemma_.lower()
    known = lemma in classes("speech", "basis") or lemma in words("people", "nouns") or lemma in words("people", "kin")
    is_text = (
        lemma in words("speech", "bodies") or lemma in words("speech", "documents") or lemma in words("speech", "texts")
    )
    return not known and not is_text and lemma not in _COUNTED
