"""Of two slots that one clause tells of the same people, the one that is meant: whom police pick up is arrested, and not rescued."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.extraction.figures.counts import Told

#: A slot, and one that the same clause does not tell beside it ("picked up" by police, "six remain missing").
_OUTDONE = (("arrested", "rescued"), ("missing", "hostages_held"))
_STAYING = frozenset({"remain", "stay", "be"})


def without_rivals(found: dict[str, Told]) -> dict[str, Told]:
    """The slots told of a phrase without those that another shows to be none."""
    gone = {"arrested"} if "demanded" in found or "freed" in found else set()
    gone |= {less for more, less in _OUTDONE if more in found and less in found and _are_one(found[more], found[less])}
    hurt = found.get("injured")
    if "killed" in found and hurt is not None and hurt.name.endswith(" in limb"):
        gone.add("injured")  # "shot in the thigh, and died"
    return {slot: told for slot, told in found.items() if slot not in gone}


def _are_one(one: Told, other: Told) -> bool:
    """Do two slots hang on one word, or one on a verb that only says that it goes on?"""
    return one.frame == other.frame or (one.slot == "missing" and other.name in _STAYING)
