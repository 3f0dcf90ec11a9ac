"""One person, without a number or by name: "a guard was killed", "her husband's brother drowned", "Ana Ruiz was arrested"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.counts import told
from sayso.extraction.figures.drafted import drafted
from sayso.extraction.words.calling import without_ending
from sayso.extraction.words.clauses import Frame, list_head
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase
from sayso.extraction.words.verbs import is_negated
from sayso.model import BlockKind, Figure, Qualifier, Relation

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Slots that a single person, named or not, can answer.
_PERSONAL = (
    "killed",
    "executed",
    "injured",
    "arrested",
    "released",
    "rescued",
    "convicted",
    "tried",
    "acquitted",
    "charged",
    "missing",
    "casualties",
    "escaped",
    "hostages_taken",
    "survived",
)
_DETERMINERS = frozenset("a an the another my our your his her its their".split())
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_ODD = re.compile(rf"\b(?:old|another|{'|'.join(sorted(_ORDINALS))})\b", re.IGNORECASE)
#: "A third were hurt" is a share of them.
_PLURAL = frozenset("were are have".split())
#: Nouns that are what befell the one whom they are of; a "loss" or a "toll" need not be his death.
_DEEDS = {
    "killed": frozenset(
        "death killing murder assassination slaying shooting stabbing beating body remains hanging drowning corpse throat demise lynching beheading".split()
    ),
    "arrested": frozenset("arrest capture".split()),
    "hostages_taken": frozenset("kidnapping abduction kidnap".split()),
    "missing": frozenset({"disappearance"}),
    "convicted": frozenset({"conviction"}),
    "acquitted": frozenset({"acquittal"}),
    "charged": frozenset({"indictment", "arraignment"}),
}
#: Who wants an arrest has none yet.
_SEEKING = frozenset(
    "order seek demand urge request want call avoid prevent promise plan attempt evade resist expect authorize authorise ask oppose".split()
)
#: What a family calls its own, as by a name ("Mother died in the spring").
_AT_HOME = frozenset("mother father mum mom mummy mama mamma mam dad daddy papa granny grandma grandpa granddad grandad gran nana grandmother grandfather".split())  # fmt: skip
#: A word in the singular for more than one.
SEVERAL = frozenset(
    "family couple crew staff team group gang squad unit brigade force children stepchildren grandchildren police army military crowd mob team missing dead injured wounded displaced homeless".split()
)


def single(scene: Scene, setting: Setting, taken: set[int]) -> Iterator[Draft]:
    """A person without a number: "a guard was killed", "the gunman was shot dead", "a 17-year-old is in hospital"."""
    if "arrest" in scene.words:
        yield from _one_arrest(scene, setting)
    odd = _ODD.search(scene.words) is not None
    for noun in scene.sent:
        bare, next_one = odd and noun.lower_ == "another", odd and _is_ordinal(noun)
        at_home = noun.lower_ in _AT_HOME and noun.text[0].isupper() and _is_called(noun)
        if noun.tag_ != "NN" and not at_home and not (odd and _stands_for_one(noun)):
            continue
        if noun.i in taken or noun.lower_ in SEVERAL or not (bare or next_one or is_human(noun, setting.groups)):
            continue
        determiner = noun if bare else _determiner(noun)
        headline = at_home or (scene.kind in (BlockKind.TITLE, BlockKind.HEADING) and determiner is None)
        if not (headline and (at_home or _is_one_of_a_headline(noun))) and (
            determiner is None or not _makes_one(determiner)
        ):
            continue
        if _is_said_of_another(noun) or any(t.ent_type_ == "PERSON" and t.dep_ != "poss" for t in noun.children):
            continue
        is_other = determiner is not None and determiner.lower_ == "another"
        found = Phrase(noun, noun, noun, noun, Relation.OTHER if is_other else None)
        own = determiner is not None and determiner.head.i == noun.i
        at = token_extent(scene, [determiner if determiner is not None and own else noun, noun])
        figure = Figure(1, 1, "people", Qualifier.EXACT, " ".join(setting.document.text[at.start : at.end].split()))
        for one in told(found, setting.words.slots, setting.groups):
            if one.slot == "rescued" and list_head(noun).lemma_.lower() in _DEEDS["killed"]:
                continue  # "brought up three bodies and a crewman"
            if one.slot in _PERSONAL and one.frame is not None and tells_of_one(one.slot, one.frame, one.name):
                counted = replace(one, group="total") if next_one else one
                yield drafted(scene, counted, (at.start, at.end), figure, (found, setting))


def _is_called(noun: Token) -> bool:
    """Does a word for one's kin stand alone, as a name does: "Mother", and not "Mother Teresa" or "a Mother"?"""
    if noun.ent_type_ == "PERSON" or any(
        c.dep_ in ("det", "poss", "compound", "amod", "nummod") for c in noun.children
    ):
        return False
    return noun.tag_ in ("NN", "NNP") and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "conj")


def _is_one_of_a_headline(noun: Token) -> bool:
    """ "Gunman dies", "man kills neighbour, brother": a headline leaves out the article of who did it, and of whom it befell."""
    if noun.dep_ in ("nsubj", "nsubjpass", "ROOT"):
        return True
    first = list_head(noun)
    return first.dep_ == "dobj" and first.head.tag_ == "VBZ" and first.i > first.head.i


def _one_arrest(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "Police have made an arrest"."""
    for noun in scene.sent:
        if (
            noun.lower_ != "arrest"
            or noun.dep_ not in ("dobj", "nsubjpass")
            or noun.head.lemma_ not in ("make", "report")
        ):
            continue
        article = next((c for c in noun.lefts if c.lower_ in ("a", "an", "another")), None)
        if article is None:
            continue
        at = token_extent(scene, [article, noun])
        figure = Figure(1, 1, "people", Qualifier.EXACT, setting.document.text[at.start : at.end])
        holds = not is_negated(noun.head)
        yield Draft(scene, at.start, at.end, "arrested", "total", figure, noun.head, holds=holds)


def _makes_one(determiner: Token) -> bool:
    """ "A", "the", "my"; whose somebody is ("her husband's mother", "the mayor's driver") makes one of him, too."""
    return determiner.lower_ in _DETERMINERS or (determiner.dep_ == "poss" and determiner.tag_ != "PRP$")


def _is_said_of_another(noun: Token) -> bool:
    """Does the noun only say what somebody is? An apposition that goes on with "and" is a list."""
    if noun.dep_ == "appos":
        return not any(c.dep_ == "cc" for c in noun.children)
    return noun.dep_ in ("attr", "compound", "nmod")


def _stands_for_one(token: Token) -> bool:
    """A word that is no noun and stands for one person: an age, "another", or "the fourth"."""
    is_another = token.lower_ == "another" and token.head.pos_ in ("VERB", "AUX")
    return token.lower_ == "old" or is_another or _is_ordinal(token)


def _is_ordinal(token: Token) -> bool:
    """ "A fifth, a woman, has since died", "the fourth was captured": one more of those told before, and no share of them."""
    if (
        token.lower_ not in _ORDINALS
        or token.dep_ not in ("nsubj", "nsubjpass")
        or token.head.pos_ not in ("VERB", "AUX")
    ):
        return False
    article = next((c.lower_ for c in token.lefts if c.dep_ == "det"), "")
    helping = {c.lower_ for c in token.head.children if c.dep_ in ("aux", "auxpass")} | {token.head.lower_}
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children) or helping & _PLURAL:
        return False
    return article == "the" or (article == "a" and bool(helping & {"has", "was", "is"}))


def _determiner(noun: Token) -> Token | None:
    """What says that a noun is one person; in a list the first member's may stand for all ("his wife and son")."""
    own = next((c for c in noun.lefts if c.dep_ in ("det", "poss", "nummod")), None)
    if own is not None or noun.dep_ not in ("conj", "appos") or noun.head.pos_ != "NOUN":
        return own
    head = list_head(noun)
    return next((c for c in head.lefts if c.dep_ == "poss" and c.tag_ == "PRP$"), None)


def tells_of_one(slot: str, frame: Frame, name: str = "") -> bool:
    """Does a frame tell what befell one person: a verb, a predicate, or the death itself ("the killing of a guard")?

    `name` is the one under which the codebook lists it ("cost life", where it "cost the life of a guard").
    """
    if frame.relation in ("object", "subject"):
        return True
    if frame.relation == "adjective":
        return frame.head.dep_ in ("acomp", "oprd") or frame.head.head.lower_ == "among"
    if frame.relation != "noun":
        return False
    if (slot == "killed" and name.endswith(" life")) or (slot == "missing" and name.startswith("no ")):
        return True
    deeds = _DEEDS.get(slot)
    return deeds is not None and frame.names[0] in deeds and not (slot != "killed" and _is_sought(frame.head))


def _is_sought(deed: Token) -> bool:
    """ "A warrant for the arrest of X", "ordered his arrest": nothing of it is done yet."""
    if any(c.lower_ in ("possible", "planned", "attempted", "alleged", "further") for c in deed.lefts):
        return True
    if deed.dep_ == "pobj" and deed.head.lower_ in ("for", "to", "about", "over"):
        return deed.head.lower_ in ("for", "to")
    return deed.dep_ in ("dobj", "conj", "nsubjpass") and deed.head.lemma_.lower() in _SEEKING


def named(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """A named person killed, hurt, arrested ...: one claim about the person, one for the group a word beside gives."""
    for entity in scene.sent.ents:
        root = entity.root
        if (
            entity.label_ != "PERSON"
            or (root.dep_ == "poss" and root.head.lemma_.lower() not in _DEEDS["killed"])
            or (root.dep_ == "pobj" and root.head.lower_ in ("in", "at", "near", "outside"))
            or any(c.dep_ == "nummod" and c.lower_ != "one" for c in root.children)
            or _is_speaker(entity)
        ):
            continue
        found = Phrase(entity[0], root, root, root, None)
        name = token_extent(scene, without_ending(entity))
        beside = _role(entity, setting)
        for one in told(found, setting.words.slots, setting.groups):
            if one.slot not in _PERSONAL or one.frame is None or not tells_of_one(one.slot, one.frame, one.name):
                continue
            figure = Figure(1, 1, "people", Qualifier.EXACT, entity.text)
            head = one.frame.head
            holds = not (is_negated(head) and not one.name.startswith(("not ", "be not ")))
            yield Draft(scene, name.start, name.end, one.slot, None, figure, head, about=name, holds=holds)
            if beside is not None:
                at = token_extent(scene, [beside, *entity])
                role = replace(figure, text=_role_words(beside))
                yield Draft(scene, at.start, at.end, one.slot, setting.groups.of(beside), role, head, holds=holds)


def _is_speaker(entity: SpacySpan) -> bool:
    """ "A crewman died on the operating table, Baluyot said": who says it is none of them, wherever the parser hangs him."""
    doc, end = entity.doc, entity.end
    return end < len(doc) and doc[end].lower_ in ("said", "says", "added", "told", "explained")


def _role_words(noun: Token) -> str:
    """What somebody is called beside his name, with what colours it ("U.S. journalist")."""
    first = noun
    while first.i > noun.sent.start and noun.i - first.i < 3:
        left = first.nbor(-1)
        if left.dep_ not in ("compound", "amod", "nmod") or (not left.is_alpha and "." not in left.text):
            break
        first = left
    return noun.doc[first.i : noun.i + 1].text


def _role(entity: SpacySpan, setting: Setting) -> Token | None:
    """The noun before a name that says whose number the person is ("the hostage X")."""
    if entity.start == 0:
        return None
    before = entity[0].nbor(-1)
    if (
        before.dep_ in ("dobj", "dative", "nsubj")
        and before.head.pos_ == "VERB"
        and before not in entity.root.ancestors
    ):
        return None  # "they told police X was shot"
    if before.pos_ == "NOUN" and before.sent.start == entity.root.sent.start and setting.groups.is_known(before):
        return before
    return None
