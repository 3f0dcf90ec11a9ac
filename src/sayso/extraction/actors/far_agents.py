"""Who did it, told far from the deed: "was shot outside his house, as he walked his dog, by two men who fled".

The parser hangs such a "by" on the nearest verb or noun. It is the deed's where that word has no doer to be told, and where
only people who do such things stand behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIGHTERS = frozenset({"attackers", "security_forces"})
#: Nouns that a "by" tells the doer of, or the maker.
_MADE = ("tion", "ement", "sion", "ing")
_WORKS = frozenset(
    "book report letter statement song poem attack raid murder assault visit search call demand appeal claim work attempt vote strike order use".split()
)


def far_agent(verb: Token, setting: Setting) -> Token | None:
    """The doer of a passive that has none beside it; None where no "by" in its sentence can be its own."""
    if not is_passive(verb) or verb.dep_ in ("acl", "relcl") or any(c.dep_ == "agent" for c in verb.children):
        return None
    for prep in verb.doc[verb.i + 1 : verb.sent.end]:
        if prep.lower_ != "by":
            continue
        doer = next((o for o in prep.children if o.dep_ == "pobj"), None)
        if doer is not None and _may_have_done(doer, setting) and _is_free(prep, verb):
            return doer
        return None
    return None


def _may_have_done(doer: Token, setting: Setting) -> bool:
    """Attackers, forces, or people who were not told of before: not "by Monday", "by his mother"."""
    if doer.pos_ != "NOUN":
        return False
    is_told = doer.tag_ == "NNS" or any(c.lower_ in ("a", "an") for c in doer.lefts)
    return setting.groups.of(doer) in _FIGHTERS or (is_told and is_human(doer, setting.groups))


def _is_free(prep: Token, verb: Token) -> bool:
    """Is what "by" hangs on nothing that somebody else could have done?"""
    head = prep.head
    if head.i == verb.i or head in verb.conjuncts:
        return True
    if head.pos_ in ("VERB", "AUX"):
        return not is_passive(head)
    return head.pos_ in ("NOUN", "PROPN") and lemma_of(head) not in _WORKS and not head.lower_.endswith(_MADE)
