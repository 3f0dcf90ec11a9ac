"""Executions: of those in somebody's hands or under a sentence they are told as such; of villagers they are killings like others.

"Soldiers executed 24 villagers" is how commissions of inquiry and monitors put it: the 24 are of the dead that others count.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extraction.figures.counts import Told

#: Whose death after capture or surrender is a matter of its own.
_UNDER_ARMS = frozenset("hostages attackers security_forces responders prisoners".split())
_TAKEN = frozenset("capture captured surrender surrendered detain custody prisoner captive arrest disarm jail prison cell".split())  # fmt: skip
#: A sentence carried out is no deed of the story.
_BY_LAW = frozenset(
    "sentence convict condemn trial try court gallows scaffold penalty guilty tribunal judge hangman treason firing crime verdict court-martial row".split()
)

_CRIMES = frozenset("murder killing assassination part role crime attack treason spy spying desertion mutiny bombing offence offense rape".split())  # fmt: skip


def settled(found: dict[str, Told]) -> dict[str, Told]:
    """The slots that a phrase tells, an execution of people in nobody's hands among the killings."""
    one = found.get("executed")
    if one is None or one.frame is None or "killed" in found or one.group in _UNDER_ARMS:
        return found
    said = {word for token in one.frame.head.sent for word in (token.lemma_.lower(), token.lower_)}
    if (
        said & _BY_LAW
        or _is_for_a_crime(one.frame.head)
        or (one.group == "total" and said & _TAKEN)
        or _are_things(one.frame.head)
    ):
        return found
    return {("killed" if slot == "executed" else slot): _renamed(told) for slot, told in found.items()}


def _renamed(told: Told) -> Told:
    return replace(told, slot="killed") if told.slot == "executed" else told


def _is_for_a_crime(verb: Token) -> bool:
    """ "Executed in 1961 for the murder of the mayor"."""
    after = list(verb.sent)[verb.i - verb.sent.start :]
    at = next((n for n, token in enumerate(after) if token.lower_ == "for"), len(after))
    return any(token.lemma_.lower() in _CRIMES for token in after[at : at + 5])


def _are_things(head: Token) -> bool:
    """ "Three executions": deeds, and nobody counted."""
    return head.pos_ in ("NOUN", "PROPN")
