"""Is a noun a word for people? By the codebook's groups, a list of general words, names of peoples, and endings."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.extraction.words.groups import Groups, aged, lemma_of
from sayso.extraction.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Two of these are not two people.
_BODIES = frozenset("team crew brigade unit squad gang army force staff mob group".split())


def is_human(noun: Token, groups: Groups) -> bool:
    """Does the noun name people?"""
    lemma = lemma_of(noun)
    if lemma in ("old", "olds"):
        return aged(noun) is not None
    if lemma in words("people", "not_people") or (lemma in _BODIES and noun.tag_ in ("NNS", "NNPS")):
        return False
    if groups.is_known(noun) or noun.lower_ in groups.attackers or lemma in words("people", "nouns"):
        return True
    if noun.ent_type_ == "NORP" and noun.lower_.endswith("s"):
        return True
    return noun.lower_.endswith(_endings("endings" if noun.tag_ in ("NNS", "NNPS") else "one")) and noun.tag_ != "NNP"


@cache
def _endings(part: str) -> tuple[str, ...]:
    """The endings of a part of the list, of plurals or of nouns in the singular."""
    return tuple(sorted(words("people", part)))
