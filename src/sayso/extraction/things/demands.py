"""What is demanded: of those who hold somebody, of strikers and mourners, of unions; and what an inquiry recommends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import STORY, Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.things.bargains import bargained
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated
from sayso.model import BlockKind, Extent, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEMANDING = frozenset("demand want seek call insist request ask recommend".split())
_DEMANDS = frozenset("demand condition term".split())
#: What anybody does all day, and things are said to do.
_WISHING = frozenset({"seek", "want", "request"})
#: What is always a demand; the events in which all wishes are; and whose wishes are, in any event.
_ALWAYS = frozenset({"demand", "insist"})
_BARGAINED = frozenset({"hostage_taking", "kidnapping", "hijacking", "protest", "repression", "coup"})
_DEMANDERS = frozenset({"attackers", "hostages", "demonstrators", "prisoners"})
_CLAIMANTS = frozenset(
    "union striker opposition relative family survivor activist crowd committee villager resident student miner worker victim "
    "protester refugee".split()
)
#: Bodies and writings that demand something for people.
_BODIES = (
    frozenset(
        "group organization organisation party front movement note letter statement leaflet communique petition message council government parliament "
        "church community village town country league association federation team company ministry office court army police press newspaper band gang".split()
    )
    | _CLAIMANTS
)
#: What makes conditions terms.
_TERMS = frozenset(
    "set impose lay meet accept reject fulfil fulfill demand state present list as on under name give put".split()
)
#: What a source asks of a reporter.
_OF_REPORTERS = frozenset("anonymity comment interview confidentiality name".split())
#: Who wants something that few want.
_HARDLY_ANY = frozenset("few no nobody none hardly".split())
#: What only describes the word before it.
_RELATIVE = re.compile(
    r"(?:(?:in|of|to|for|at|by|from|on|during) )?(?:which|whom|who|whose|where|when)\b", re.IGNORECASE
)
_NUMBERING = re.compile(r"^\s*(?:\(?[0-9a-z]{1,3}[.)]|[-*•–])\s*", re.IGNORECASE)
#: A demand is told in a few words; a longer stretch is a sentence, not a demand.
_LONGEST_DEMAND = 240


#: Who demands in a sentence that is set apart from the story.
_OURS = re.compile(
    r"\A\W*(?:They|The (?:group|hijackers|captors|gunmen|rebels|kidnappers|prisoners|inmates|strikers|hostage-takers))\b"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
#: Who puts something to the authorities by its name.
_UNIONS = frozenset("union workers association families federation league committee".split())
#: What stands over a list of demands.
_HEADING = re.compile(
    r"[#*\s\d.]*(?:(?:what )?we (?:ask|demand|call|want)(?: for)?|(?:our |the )?demands|(?:our )?recommendations)\W*"
)
#: A proposal by itself: "4.2 That the mayor be suspended."
_PROPOSED = re.compile(
    r"\W*(?:\(?[0-9IVXa-z]{1,4}[.)][0-9.)]*\s+)?(?:To the [\w ,]{3,60}: (?=[a-z]+ (?:the|all|an?|its|their|every|those)\b)|(?=That\b[^,;]*(?<!to )\bbe\s+\w+(?:ed|en|wn|id|ught|ept)\b))"
)
_INQUIRIES = frozenset("commission committee inquiry panel board report judge coroner court jury unit mission".split())


def demands(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What is demanded, where the scene tells of the incident, or of its captors in no other year."""
    if setting.is_incident(scene):
        yield from _once(_demands(scene, setting))
    elif setting.is_near(scene) or (
        setting.story.type in _BARGAINED and _OURS.search(scene.words) and not _YEAR.search(scene.words)
    ):
        yield from (replace(draft, part=STORY) for draft in _once(_demands(scene, setting)))


def _once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """What two turns of a sentence tell is demanded once."""
    taken: list[Extent] = []
    for draft in drafts:
        if not any(draft.start < at.end and at.start < draft.end for at in taken):
            taken.append(Extent(draft.start, draft.end))
            yield draft


def _demands(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What is demanded: the object of the verb, or the list after the noun."""
    if scene.kind is BlockKind.LIST and _lists_demands(scene, setting):
        item = setting.document.text[scene.start : scene.end]
        kept = _NUMBERING.sub("", item).rstrip(" .;,")
        start = scene.start + len(item) - len(_NUMBERING.sub("", item))
        yield from _demand(scene, setting, Extent(start, start + len(kept)), scene.sent.root)
        return
    if (opening := _PROPOSED.match(scene.words)) is not None:
        kept = scene.words[opening.end() :].rstrip(" .;,\n")
        start = scene.start + opening.end()
        yield from _demand(scene, setting, Extent(start, start + len(kept)), scene.sent.root)
        return
    for token in scene.sent:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in _DEMANDING and _is_demanding(token, setting):
            yield from _list(scene, setting, _told_with(token), token)
        elif token.pos_ == "NOUN" and lemma in _DEMANDS and not _is_state(token):
            yield from _list(
                scene,
                setting,
                [c for c in token.children if c.dep_ in ("prep", "acl", "appos", "relcl") and c.i > token.i]
                or _including(token),
                token,
            )
            yield from _after_colon(scene, setting, token)
    for at, governor in bargained(scene, setting):
        yield from _demand(scene, setting, at, governor)


def _told_with(verb: Token) -> list[Token]:
    """What hangs on a verb of demanding; where it has an object, "for" says for whom ("demanding justice for the boy")."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "ccomp", "xcomp", "prep")]
    has_object = any(c.dep_ == "dobj" for c in found)
    return [c for c in found if c.dep_ != "prep" or not has_object]


def _is_demanding(verb: Token, setting: Setting) -> bool:
    """Whether who wants, seeks or calls for something bargains for it: anybody wants, seeks and calls things by names."""
    if is_negated(verb) or any(c.lower_ in _HARDLY_ANY for c in _who_wants(verb)):
        return False
    lemma, doer = verb.lemma_.lower(), agent(verb)
    if lemma in ("recommend", "ask"):
        return _asks(verb, lemma, doer, setting)
    return _may_demand(verb, lemma) and _is_for_them(lemma, doer, setting)


def _may_demand(verb: Token, lemma: str) -> bool:
    """ "Call for" and "call upon", not "call"; what somebody insists is so is no demand."""
    if lemma == "call":
        return any(child.lower_ in ("for", "on", "upon") and child.dep_ == "prep" for child in verb.children)
    return lemma != "insist" or all(_is_willed(c) for c in verb.children if c.dep_ == "ccomp")


def _is_for_them(lemma: str, doer: Token | None, setting: Setting) -> bool:
    """Does the verb always demand, or is it of those who bargain in a story like this?"""
    if lemma in _ALWAYS and not _is_of_politics(doer, setting):
        return True
    if lemma == "call" and doer is not None and _is_union(doer):
        return True
    if setting.story.type in _BARGAINED and not (lemma in _WISHING and not _may_wish(doer, setting)):
        return True
    return doer is not None and (doer.lemma_.lower() in _CLAIMANTS or setting.groups.of(doer) in _DEMANDERS)


def _is_of_politics(doer: Token | None, setting: Setting) -> bool:
    """ "The president demanded more help": one person, or a thing, in a story in which nobody is held and no crowd asks for anything."""
    if doer is None or setting.story.kinds & _BARGAINED:
        return False
    if doer.tag_ == "PRP":
        return doer.lower_ in ("i", "he", "she", "it")
    if doer.pos_ == "NOUN":
        return doer.tag_ == "NN" and not is_human(doer, setting.groups) and lemma_of(doer) not in _BODIES
    return doer.ent_type_ == "PERSON"


def _asks(verb: Token, lemma: str, doer: Token | None, setting: Setting) -> bool:
    """ "The inmates asked for a doctor", "a letter asking for two million"; "the commission recommends that it be closed"."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    if lemma == "recommend":
        official = doer is not None and lemma_of(doer) in _INQUIRIES
        return official and any(_is_willed(c) for c in clauses)
    if doer is None or (
        lemma == "ask" and any(c.lower_ in ("if", "whether", "what", "why", "how") for o in clauses for c in o.children)
    ):
        return False
    theirs = setting.groups.of(doer) in _DEMANDERS if doer.pos_ in ("NOUN", "PROPN") else doer.lower_ in ("we", "they")
    told = any(c.lower_ == "for" for c in verb.children) or any(c.lower_ == "that" for o in clauses for c in o.children)
    return theirs and told and (doer.pos_ != "PRON" or bool(setting.story.kinds & _BARGAINED))


def _is_union(doer: Token) -> bool:
    """ "The Union of Dockers", "the Mine Workers"."""
    return doer.pos_ == "PROPN" and any(t.lower_ in _UNIONS for t in doer.subtree)


def _may_wish(doer: Token | None, setting: Setting) -> bool:
    """Somebody, not a study; "people who seek work" only describes them."""
    return doer is not None and (doer.tag_ == "PRP" or (doer.pos_ != "PRON" and is_human(doer, setting.groups)))


def _who_wants(verb: Token) -> Iterator[Token]:
    """The subject of a verb and the words before it."""
    for subject in verb.children:
        if subject.dep_ == "nsubj":
            yield from (subject, *subject.lefts)


def _is_willed(clause: Token) -> bool:
    """ "That he resign", "that they must go": what is to be, not what is held to be so."""
    helping = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
    return bool(helping & {"must", "should", "be"}) or (clause.tag_ == "VB" and not helping)


def _lists_demands(scene: Scene, setting: Setting) -> bool:
    """Does the paragraph before the list end in "... four demands:", or say "What we ask for"?"""
    blocks = setting.document.blocks
    before = scene.parse.block
    while before > 0 and blocks[before].kind is BlockKind.LIST:
        before -= 1
    opening = setting.document.text[blocks[before].start : blocks[before].end].strip().lower()
    is_list = opening.endswith(":") and any(noun in opening[-120:] for noun in _DEMANDS)
    return is_list or _HEADING.fullmatch(opening) is not None


def _is_state(noun: Token) -> bool:
    """ "The conditions in which it grew", "poor conditions": how things are, and no terms."""
    if noun.lemma_.lower() not in ("condition", "term"):
        return False
    is_listed = noun.head.lemma_ == "be" and any(t.text == ":" and t.i > noun.i for t in noun.sent)
    return noun.head.lemma_.lower() not in _TERMS and not is_listed


def _including(noun: Token) -> list[Token]:
    """ "demands including ...", which the parser may hang on the verb."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    return [following] if following is not None and following.lower_ in ("including", "for") else []


def _list(scene: Scene, setting: Setting, heads: list[Token], governor: Token) -> Iterator[Draft]:
    firsts = [first for head in heads for first in _demanded(head)]
    if lemma_of(governor) == "demand" and (pieces := _enumerated(governor)):
        for first, last in pieces:
            tokens = [t for t in governor.doc[first : last + 1] if not t.is_space]
            yield from _demand(scene, setting, token_extent(scene, tokens), governor)
        return
    for clause in [first for first in firsts if _is_misread_clause(first)]:
        firsts.remove(clause)
        yield from _demand(scene, setting, _clause(scene, clause), governor)
    for one in (member for first in firsts for member in (first, *_listed_with(first))):
        if one.lower_ == "exchange":
            yield from _after_colon(scene, setting, governor)
        elif one.pos_ in ("NOUN", "VERB", "PROPN") and lemma_of(one) not in _DEMANDS and one.ent_type_ != "DATE":
            yield from _demand(scene, setting, _member(scene, one), governor)


def _enumerated(verb: Token) -> list[tuple[int, int]]:
    """ "The suspension of work at the shafts, an inquiry, and 500,000 for each family": three demands, however they are tied."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is None or verb.pos_ != "VERB":
        return []
    cuts = [t.i for t in verb.doc[thing.i : verb.sent.end] if t.text == "," and _opens(t)]
    if not cuts:
        return []
    end = verb.sent.end - 1
    while end > thing.i and (verb.doc[end].is_punct or verb.doc[end].is_space):
        end -= 1
    starts = [thing.left_edge.i, *(c + (2 if verb.doc[c + 1].lower_ == "and" else 1) for c in cuts)]
    return [(first, last) for first, last in zip(starts, [*(c - 1 for c in cuts), end], strict=True) if first <= last]


def _opens(comma: Token) -> bool:
    """Does a noun with its article, or a sum, begin behind a comma or an "and" after it?"""
    if comma.i + 2 >= len(comma.doc) or comma.nbor(1).sent.start != comma.sent.start:
        return False
    after = comma.nbor(1) if comma.nbor(1).lower_ != "and" else comma.nbor(2)
    return (
        after.lower_ in ("a", "an", "the")
        or after.is_currency
        or (after.is_alpha is False and after.text[:1].isalpha())
    )


def _is_misread_clause(first: Token) -> bool:
    """ "That the church, the union and the court offer guarantees", in which the parser found no verb: no list of things."""
    is_that = any(c.dep_ == "mark" and c.lower_ == "that" for c in first.children)
    return is_that and first.pos_ in ("NOUN", "PROPN") and any(c.dep_ in ("conj", "appos") for c in first.children)


def _clause(scene: Scene, first: Token) -> Extent:
    """A clause as a whole, from its "that" to its end."""
    tokens = [t for t in first.doc[first.left_edge.i : first.right_edge.i + 1] if not t.is_space]
    while tokens[-1].is_punct:
        tokens.pop()
    return token_extent(scene, tokens)


def _listed_with(first: Token) -> Iterator[Token]:
    """What is demanded beside the first: not what else is done ("demanding that he resign and saying ...")."""
    is_clause = first.pos_ in ("VERB", "AUX")
    for one in first.conjuncts:
        if not (is_clause and one.tag_ in ("VBG", "VBD")):
            yield one


def _demanded(head: Token) -> list[Token]:
    """What a child of the demanding word names: itself, or what stands after its preposition."""
    if head.dep_ != "prep":
        return [head]
    if head.lower_ not in ("for", "including", "on", "like"):
        return []
    return [c for c in head.children if c.dep_ in ("pobj", "pcomp")]


def _member(scene: Scene, one: Token) -> Extent:
    """One member of a list, without the members after it."""
    later = [c.left_edge.i for c in one.children if c.dep_ in ("conj", "cc") and c.i > one.i]
    end = min([one.right_edge.i + 1, *later])
    beside = (c for c in one.head.children if c.lower_ == "for" and c.left_edge.i == end and one.dep_ == "dobj")
    end = next((c.right_edge.i + 1 for c in beside), end)  # "justice for the boy"
    tokens = list(one.doc[one.left_edge.i : end])
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ == "cc" or tokens[-1].is_space):
        tokens.pop()
    return token_extent(scene, tokens or [one])


def _after_colon(scene: Scene, setting: Setting, governor: Token) -> Iterator[Draft]:
    """Take the list after a colon apart ("listed four demands: that ...; the safe transfer ...; ...")."""
    text = setting.document.text[scene.start : scene.end]
    at = text.find(":", governor.idx - scene.sent.start_char)
    if at < 0:
        return
    rest, start = text[at + 1 :], at + 1
    pieces = re.split(r"(;)" if ";" in rest else r"(,?\s+and\s+)", rest)
    for piece in pieces:
        kept = piece.strip(" .;,\n")
        if len(kept) > 8 and ";" not in piece:
            begin = scene.start + start + piece.index(kept[0])
            yield from _demand(scene, setting, Extent(begin, begin + len(kept)), governor)
        start += len(piece)


def _demand(scene: Scene, setting: Setting, at: Extent, governor: Token) -> Iterator[Draft]:
    words = setting.document.text[at.start : at.end]
    if _RELATIVE.match(words):
        return
    if 8 <= len(words) <= _LONGEST_DEMAND and _OF_REPORTERS.isdisjoint(words.lower().split()):
        yield Draft(scene, at.start, at.end, "demand", None, Words(" ".join(words.split())), governor, part="")
