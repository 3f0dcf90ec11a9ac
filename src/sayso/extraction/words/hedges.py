"""What stands around a predicate and keeps it from being told plainly: adverbs, modals, conditions, plans, questions.

Plain news stays plain: what is said, remembered or reported to have happened is no hedge of the predicate's own, and a
clause that only describes somebody ("the men who killed five") is taken as told, whatever is guessed of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.words.lexicon import classes, words
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Steps up the tree: "is on trial for plotting to kill five" needs two, "said it was ready to try to kill" four.
_HIGHEST = 4
#: Determiners that name nothing known ("a killing"); "the deaths of four" happened, whatever is asked about them.
_VAGUE = frozenset("a an any some no all every each".split())
#: Who does this to a deed, and what is made of it, takes it as done.
_TAKING_AS_DONE = frozenset(
    "investigate condemn denounce clarify solve mourn deplore lament punish avenge probe explain regret protest commemorate repudiate examine "
    "study inquire elucidate remember investigation inquiry enquiry condemnation punishment probe responsible responsibility case trial "
    "prosecution presentation exhibition exhibit film documentary book memorial museum lecture article".split()
)
#: Of what somebody does this to nothing is done yet ("planned the murder of six", "foiled an attack").
_PLOTTING = frozenset("plan plot prepare threaten foil thwart prevent contemplate conspire".split())
#: What is still to come may be known, too ("the attack will take place at dawn"), and a toll may rise.
_COMING_ABOUT = frozenset(
    "occur happen take begin start come go be follow rise reach climb exceed continue kill cause claim".split()
)
_TRACES = frozenset("trace sign evidence proof indication".split())
_MEANWHILE = frozenset("when while as after before".split())
_MEASURES = frozenset("toll number figure count total".split())
#: With these "could" tells what was done, or was not: "neither driver could see", "only 14 could be identified".
_ABLE = frozenset("only not n't never neither nor no hardly scarcely barely ever finally".split())
_SEEMING = frozenset({"seem", "appear"})
_LIKELY = frozenset("possible likely probable conceivable plausible thinkable".split())
_FINITE = ("VBD", "VBZ", "VBP")
_DOWNWARD = ("xcomp", "ccomp", "advcl", "conj", "pcomp", "acl")


def hedge(token: Token) -> Modality | None:
    """What an adverb, a modal or a condition around a predicate makes of it; None where it stands plainly."""
    if _is_presupposed(token):
        return None
    if token.pos_ == "NOUN" and token.dep_ == "dobj" and token.head.lemma_.lower() in _PLOTTING:
        return Modality.PLANNED
    if _leaves_no_trace(token):
        return Modality.DENIED
    verb, kind, is_known = _above(token)
    return kind or _by_verb(verb) or (None if is_known else _by_clause(verb))


def _above(token: Token) -> tuple[Token, Modality | None, bool]:
    """The verb over a noun, what an adverb on the way makes of it, and whether something known stands between."""
    adverbs = classes("speech", "adverbs")
    is_known = False
    steps = 0
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i and steps < _HIGHEST:
        if (kind := adverbs.get(token.lower_)) is not None:
            return token, Modality(kind), is_known
        is_known = is_known or any(c.dep_ in ("det", "poss") and c.lower_ not in _VAGUE for c in token.children)
        token, steps = token.head, steps + 1
    return token, None, is_known and steps > 1


def _by_verb(verb: Token) -> Modality | None:
    """What the words at a verb make of it: an adverb, a denial, a modal."""
    adverbs = classes("speech", "adverbs")
    for word in (verb, *verb.children):
        if (kind := adverbs.get(word.lower_)) is not None and not _is_of_manner(word):
            return Modality(kind)
    if _is_rejected(verb):
        return Modality.DENIED
    if _is_guessed(verb):
        return Modality.POSSIBLE
    if _is_enough(verb):
        return Modality.HYPOTHETICAL
    if (shared := _shared(verb)) is not None:
        return shared
    return Modality.PLANNED if _is_yet_to_be(verb) else _by_modal(verb)


def _is_presupposed(deed: Token) -> bool:
    """ "Will investigate the murder of six", "would like to condemn the deaths of four": who looks into it takes it as done.

    "A killing" and "any deaths" are nothing known, and what is doubted ("the alleged murder") is not taken as done.
    """
    if deed.pos_ != "NOUN" or any(c.lower_ in _VAGUE or c.lower_ in classes("speech", "adverbs") for c in deed.lefts):
        return False
    if _is_known_subject(deed):
        return True
    token, steps = deed, 0
    while steps < _HIGHEST and token.dep_ in ("dobj", "pobj", "conj", "nsubjpass", "prep"):
        token, steps = token.head, steps + 1
        if token.lemma_.lower() in _TAKING_AS_DONE:
            return True
        if token.pos_ in ("VERB", "AUX"):
            return False
    return False


def _is_known_subject(deed: Token) -> bool:
    """ "She hopes the girl's death will serve as a reminder": of what is known, something is hoped."""
    if deed.dep_ != "nsubj" or deed.lemma_.lower() in _MEASURES or deed.head.lemma_.lower() in _COMING_ABOUT:
        return False
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "these", "those") for c in deed.lefts)


def _shared(verb: Token) -> Modality | None:
    """ "Were reportedly killed and twenty wounded": an adverb before the first of several participles is said of all."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return None
    adverbs = classes("speech", "adverbs")
    kind = next((adverbs[c.lower_] for c in head.lefts if c.lower_ in adverbs and not _is_of_manner(c)), None)
    return Modality(kind) if kind is not None else None


def _is_yet_to_be(verb: Token) -> bool:
    """ "Are to be tried", "were to have killed forty"; "was to die of it" tells the future of a story."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ != "be" or not _is_infinitive(verb):
        return False
    is_subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ != "it" for c in verb.head.children)
    is_now = verb.head.tag_ in ("VBP", "VBZ") and any(c.dep_ == "auxpass" for c in verb.children)
    return is_subject and (is_now or _has_have(verb))


def _leaves_no_trace(deed: Token) -> bool:
    """ "Found no trace of the two further killings"."""
    if deed.pos_ != "NOUN" or deed.dep_ != "pobj" or deed.head.lower_ != "of":
        return False
    trace = deed.head.head
    return trace.lemma_.lower() in _TRACES and any(c.lower_ == "no" for c in trace.lefts)


def _is_rejected(verb: Token) -> bool:
    """ "It is not true that troops stood idle for hours": the text itself rejects what another put forward."""
    head = verb.head
    if (
        verb.dep_ in ("acl", "relcl")
        and head.dep_ == "attr"
        and head.head.i < verb.i - 2
        and head.lower_ in words("speech", "untrue")
    ):
        head = head.head  # "it is a lie that ...": the clause hangs on the noun
    if verb.dep_ not in ("ccomp", "csubj", "acl", "relcl") or head.lemma_ not in ("be", "true", "false", "untrue"):
        return False
    said = (head, *(c for c in head.children if c.dep_ in ("acomp", "attr")))
    be = head if head.lemma_ == "be" else head.head
    negated = any(c.dep_ == "neg" for c in be.children)
    truth = any(word.lower_ in ("true", "correct", "so") for word in said)
    return (truth and negated) or (any(word.lower_ in words("speech", "untrue") for word in said) and not negated)


def _is_guessed(verb: Token) -> bool:
    """ "Seem to have drowned", "it is possible that five drowned"."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_.lower() in _SEEMING and _is_infinitive(verb):
        return not any(c.dep_ == "neg" for c in head.children)
    if verb.dep_ not in ("ccomp", "csubj") or head.lemma_ != "be":
        return False
    said = [c.lower_ for c in head.children if c.dep_ == "acomp"]
    return bool(said) and said[0] in _LIKELY and not any(c.dep_ == "neg" for c in head.children)


def _is_enough(verb: Token) -> bool:
    """ "Enough arsenic to have killed two thousand": it did not."""
    near = (verb.head, *verb.head.children)
    return _is_infinitive(verb) and any(t.lower_ in ("enough", "sufficient") and t.i < verb.i for t in near)


def _is_of_manner(adverb: Token) -> bool:
    """ "..., apparently by mistake" guesses at the how, not at the whether."""
    return adverb.head.i < adverb.i and adverb.i + 1 < len(adverb.doc) and adverb.nbor(1).pos_ in ("ADP", "SCONJ")


def _by_modal(verb: Token) -> Modality | None:
    modals = classes("speech", "modals")
    for word in verb.children:
        if word.dep_ != "aux" or (kind := modals.get(word.lower_)) is None or _is_plain(word, verb):
            continue
        if _is_conditional(verb) or (word.lower_ == "could" and _might_have_done(verb)):
            return Modality.HYPOTHETICAL
        if word.lower_ == "would" and _is_told_ahead(verb):
            return Modality.PLANNED
        if kind == "possible" and not _has_have(verb) and verb.lemma_ != "be":
            return Modality.HYPOTHETICAL
        return Modality(kind)
    return None


def _is_plain(modal: Token, verb: Token) -> bool:
    """ "Only 14 could be identified"; "the attack, which would kill five", the future of a story told in hindsight."""
    if _has_have(verb):
        return False
    return (modal.lower_ == "could" and _is_able(verb)) or (modal.lower_ == "would" and verb.dep_ == "relcl")


def _is_told_ahead(verb: Token) -> bool:
    """ "They warned that they would kill two", "had word that twenty would be freed": in the past, what was to come."""
    if _has_have(verb) or _has_without(verb):
        return False
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    teller = top.head
    is_content = top.dep_ == "ccomp" or (top.dep_ == "acl" and any(c.lower_ == "that" for c in top.children))
    return is_content and (teller.tag_ in ("VBD", "VBN") or teller.pos_ == "NOUN")


def _might_have_done(verb: Token) -> bool:
    """ "The collapse could have killed hundreds": a thing that could have killed did not."""
    return _has_have(verb) and any(c.dep_ == "dobj" for c in verb.children)


def _has_without(verb: Token) -> bool:
    """ "Without the nets thirty would have died", "but for the lamp": a condition in a phrase."""
    return any(c.lower_ in ("without", "otherwise") for c in verb.children)


def _is_able(verb: Token) -> bool:
    """ "Only 14 of the bodies could be identified" tells of the past, and of nothing that may come."""
    near = (*verb.children, *(g for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for g in (*c.children, c)))
    return any(t.lower_ in _ABLE for t in near)


def _has_have(verb: Token) -> bool:
    """ "could lead to many deaths" speaks of what may come; "may have died" of what may have been."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _is_conditional(verb: Token) -> bool:
    """Does a predicate hang on a clause ("if the army attacks"), however the parser ties the two?"""
    clauses = (verb, *(c for c in verb.children if c.dep_ == "advcl"))
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for clause in clauses for c in clause.children):
        return True
    return any(_is_inverted(clause) for clause in clauses if clause is not verb)


def _is_inverted(clause: Token) -> bool:
    """ "Had the lamps been lit", "should the dyke fail", "were it to flood": the helping verb before the subject."""
    first = clause.left_edge
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return first.lower_ in ("had", "should", "were") and subject is not None and first.i < subject.left_edge.i


def _by_clause(verb: Token) -> Modality | None:
    """A condition on the clause, a plan above it, or a question whether it is so."""
    if any(c.dep_ in ("mark", "advmod") and c.lower_ in words("speech", "conditions") for c in verb.children):
        return Modality.HYPOTHETICAL if verb.dep_ == "advcl" else Modality.POSSIBLE
    head = verb
    for _ in range(_HIGHEST):
        if head.dep_ not in _DOWNWARD or _breaks_off(head):
            break
        is_aim = _is_infinitive(head) or head.tag_ == "VBG"
        below, head = head, head.head
        if is_aim and head.lemma_.lower() in words("speech", "plans") and below.dep_ != "advcl":
            return Modality.PLANNED if _is_infinitive(below) or below.dep_ in ("pcomp", "xcomp") else None
        if below.dep_ == "pcomp" and (kind := _by_musing(head)) is not None:
            return kind
        if head.pos_ == "NOUN" and _is_infinitive(below) and head.lemma_.lower() in words("speech", "plan_nouns"):
            return Modality.PLANNED
        if head.pos_ in ("VERB", "AUX") and below.dep_ != "ccomp" and _is_supposed(head):
            return Modality.HYPOTHETICAL
    return _by_question(head)


def _by_musing(prep: Token) -> Modality | None:
    """ "Talked about killing", "capable of killing": it need never come."""
    if prep.head.lower_ == "capable":
        return Modality.HYPOTHETICAL
    is_musing = prep.lower_ in ("about", "of") and prep.head.lemma_.lower() in words("speech", "musings")
    return Modality.PLANNED if is_musing else None


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_supposed(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("would", "might") for c in verb.children)


def _breaks_off(verb: Token) -> bool:
    """A finite verb joined to another stands by itself: "they wanted to rob the bank and killed five".

    So does what happened meanwhile: "he was trying to clean the gun when it went off".
    """
    if verb.dep_ == "advcl" and verb.tag_ == "VBD":
        return any(c.lower_ in _MEANWHILE for c in verb.children) and _is_going_on(verb.head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        last = verb.doc[verb.head.i + 1 : verb.i]  # "trying to clean it when it went off, killing the boy"
        return any(t.dep_ == "advcl" and t.tag_ == "VBD" and _breaks_off(t) for t in last)
    if verb.dep_ != "conj":
        return False
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return has_subject or (verb.tag_ in _FINITE and verb.head.tag_ in ("VB", "VBG", "VBN"))


def _is_going_on(verb: Token) -> bool:
    """ "Was trying to leave": under way when something else happened."""
    return any(t.tag_ == "VBG" and t.pos_ == "VERB" for t in (verb, verb.head))


def _by_question(top: Token) -> Modality | None:
    """ "Were five people killed?" asks; "Why were five people killed?" takes it as known."""
    sent = top.sent
    if top.dep_ in ("relcl", "advcl") or not sent.text.rstrip("\"'”’) \n").endswith("?"):
        return None
    first = next((t for t in sent if t.is_alpha), None)
    return Modality.POSSIBLE if first is not None and first.pos_ == "AUX" else None
