"""Whose word a figure is: the one voice behind "the army said", "an army spokesman, Colonel Haro, said", "according to the army".

Bodies are known by their kind within one event; of people only who is known by name across the accounts is one voice. Residents,
witnesses and officials are many.
"""

from __future__ import annotations

import re

from sayso.model import Claim, Figure

_BODY = re.compile(
    r"\b(army|military|navy|air force|police|gendarmerie|general staff|coast ?guard|government|governor|prefect|presidency|cabinet|"
    r"parliament|ministry|"
    r"fire (?:department|brigade|service)|civil (?:defen[cs]e|protection)|red (?:cross|crescent)|sheriff|prosecutors?|coroner|"
    r"commission|united nations)\b",
    re.IGNORECASE,
)
# One state speaks through many mouths.
_STATE = frozenset({"government", "presidency", "cabinet", "ministry"})
# What a body publishes itself opens with its name.
_PUBLISHED = re.compile(
    r"(?:from )?(?:the )?(?:(?-i:[A-Z])[\w.-]+ ){0,2}(?:government|governor|prefect|ministry|presidency|army|military|navy|police|gendarmerie|general staff)"
    r"\b[^.!?]{0,80}(?::|\bstatement|communiqu|press release|bulletin)",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b[Oo]ur (?:brave |heroic |victorious |own )*(?:fighters|forces|troops|soldiers|guerrillas|commandos|combatants|militants|militiamen|"
    r"martyrs|army|battalions?|brigades?)\b|\b[Mm]y (?:men|troops|regiment|battalion|command|soldiers|brigade)\b|\bI lost \w+ (?:men|soldiers|killed)\b"
)
# Who was there speaks for himself, whatever body he is of.
_OWN_EYES = "present"


def voice(claim: Claim) -> str | None:
    """The voice that a figure is of, as a key; None where the account speaks for itself or the voice may be anybody's."""
    if not claim.attribution or not isinstance(claim.value, Figure):
        return None
    nearest = claim.attribution[0]
    body = _BODY.search(nearest.speaker)
    if body is not None and nearest.basis != _OWN_EYES:
        return _body(body[1])
    return f"entity {nearest.entity}" if nearest.entity is not None else None


def own_voice(title: str, outlet: str) -> str | None:
    """The voice of what a body publishes itself ("Ministry of the Interior: Statement on ..."), as a key; None of all else."""
    body = _BODY.match(outlet) or (_BODY.search(title) if _PUBLISHED.match(title) else None)
    return _body(body[1]) if body is not None else None


def side_of(document: str, text: str) -> str | None:
    """The side on which an account stands by its own words ("our fighters"), as a key; None of all else."""
    return f"side {document}" if _OURS.search(text) is not None else None


def _body(name: str) -> str:
    plain = re.sub(r"\s", "", name.lower()).removesuffix("s")
    return "body state" if plain in _STATE else f"body {plain}"


def shared_voice(claims: list[Claim]) -> str:
    """How a reader calls the one voice that all of some claims have; empty where they have none."""
    voices = {voice(claim) for claim in claims}
    if len(voices) != 1 or None in voices:
        return ""
    return min((claim.attribution[0].speaker for claim in claims), key=lambda name: (len(name), name))


def are_rivals(one: Claim, other: Claim) -> bool:
    """Whether two figures are told by two voices of which one is a party to what happened: neither carries the other on."""
    if not (one.attribution and other.attribution):
        return False
    first, second = one.attribution[0], other.attribution[0]
    is_same = first.speaker.casefold() == second.speaker.casefold() or (
        voice(one) is not None and voice(one) == voice(other)
    )
    return "party" in (first.basis, second.basis) and not is_same
