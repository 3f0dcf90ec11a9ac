"""Whom "he" and "she" mean, where only one person can be meant: the one told of in the sentence or in the one before it.

Where two may be meant, or none is told of, nobody is: a false name costs more than a missed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.persons import SEVERAL
from sayso.extraction.speech.recalled import sex_of
from sayso.extraction.words.calling import without_ending
from sayso.extraction.words.people import is_human

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_SEXES = {"he": "masculine", "him": "masculine", "she": "feminine", "her": "feminine"}
#: Sentences that a pronoun may stand behind the one that names somebody, where "he" goes on as their subject.
_BACK = 2
_ONE = frozenset("a an the my our his her their another".split())
_WHO = ("nsubj", "nsubjpass", "dobj", "attr", "conj", "pobj")


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant: in which scene, by which words, and by name or by what he is."""

    scene: Scene
    tokens: tuple[Token, ...]
    noun: Token
    is_named: bool


def meant_by(pronoun: Token, told: Sequence[Scene], at: int, setting: Setting) -> Meant | None:
    """The only one whom a pronoun of the scene number `at` can mean."""
    sex = _SEXES.get(pronoun.lower_)
    here = told[at]
    found = [one for one in _people(here, setting) if one.noun.i < pronoun.i]
    if found:
        return _only(found, sex, pronoun)
    for scene in reversed(told[max(at - _BACK, 0) : at]):
        if scene.parse.block != here.parse.block:
            return None
        found = list(_people(scene, setting))
        if found:
            return _only(found, sex, pronoun)
        if not any(t.lower_ == pronoun.lower_ and t.dep_ in ("nsubj", "nsubjpass") for t in scene.sent):
            return None
    return None


def _only(found: Sequence[Meant], sex: str | None, pronoun: Token) -> Meant | None:
    """The one whose sex does not speak against it; the first naming of him, and the fullest."""
    able = [one for one in found if sex_of(one.noun) in (None, sex)]
    names = {one.noun.lower_ for one in able if one.is_named}
    nouns = [one for one in able if not one.is_named and not _says_who(one, able)]
    if len(names) == 1 and nouns and pronoun.dep_ != "dobj":  # "Ann Reed went back for a child. She ..."
        return next((one for one in able if one.is_named and _is_subject(one.noun)), None)
    if len(names) + len({one.noun.i for one in nouns}) != 1:
        return None
    return next(one for one in able if one.is_named or one in nouns)


def _is_subject(noun: Token) -> bool:
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.dep_ == "ROOT"


def _says_who(one: Meant, able: Sequence[Meant]) -> bool:
    """ "The driver, Ann Reed", "Ann Reed was a nurse": a noun that stands beside a name is no second person."""
    return any(other.is_named and _is_beside(one.noun, other.noun) for other in able)


def _is_beside(noun: Token, name: Token) -> bool:
    return noun.dep_ in ("appos", "attr", "compound") or name.dep_ == "appos" or noun.head.i == name.i


def _people(scene: Scene, setting: Setting) -> Iterator[Meant]:
    """Everybody told of as one: by name, or by a noun with an article."""
    within: set[int] = set()
    for entity in scene.sent.ents:
        if entity.label_ != "PERSON":
            continue
        within.update(t.i for t in entity)
        if not _is_of_several(entity.root) and not _is_where(entity.root):
            yield Meant(scene, tuple(without_ending(entity)), _last(entity), is_named=True)
    for noun in scene.sent:
        if noun.tag_ == "NNP" and noun.i not in within and _is_name(noun):
            yield Meant(scene, (*(c for c in noun.lefts if c.dep_ == "compound"), noun), noun, is_named=True)
        if noun.tag_ != "NN" or noun.i in within or noun.dep_ not in _WHO or noun.lower_ in SEVERAL:
            continue
        article = next((c for c in noun.lefts if c.dep_ in ("det", "poss") and c.lower_ in _ONE), None)
        if article is not None and is_human(noun, setting.groups) and not _is_of_several(noun):
            yield Meant(scene, (article, noun), noun, is_named=False)


def _is_where(noun: Token) -> bool:
    """ "Was taken to Salem Hospital": where somebody is taken, or at whose door, is not he."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("to", "at", "in", "into", "near", "from", "outside")


def _is_name(noun: Token) -> bool:
    """Two words in capitals as a subject, that the recogniser passed over ("Ana Ruiz went back")."""
    before = [c for c in noun.lefts if c.dep_ in ("compound", "det")]
    is_free = noun.ent_type_ == "" and noun.dep_ in ("nsubj", "nsubjpass") and noun.is_title
    return is_free and bool(before) and all(c.tag_ == "NNP" and c.is_title and not c.ent_type_ for c in before)


def _is_of_several(noun: Token) -> bool:
    """ "Ann Reed and several neighbours": whoever stands in a list is seldom meant by "he"."""
    return noun.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON") for c in noun.children)


def _last(entity: SpacySpan) -> Token:
    return without_ending(entity)[-1]
