"""Captives: let go by permission ("nine were allowed to leave"), or still inside ("31 people were still in the bus").

Guests may leave a town, residents go home after any fire, and people be inside any building: the words mean it where the account
tells of captives.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.turns import CAPTIVE, takes_captives
from sayso.extraction.figures.counts import Told

_LEAVE = ("allow ", "be allow ", "permit ", "be permit ", "let ")
#: Who stays behind in a building or a ship that others hold.
_LEFT_THERE = re.compile(
    r"(?: (?:more|others|of them))?(?:,[^,;.]{2,40},)?"
    r"(?: (?:are|is|were|was|may be|could be|reported|reportedly|believed|thought|said|known|feared|to be))*"
    r" (?:still|left|remain|remained|remains|remaining|stayed)(?: held)? (?:aboard|on board|inside|behind"
    r"|in (?:the )?(?:building|house|school|church|bank|hospital|prison|jail|embassy|train|bus|plane|aircraft|ship|cabin|hotel|hall)"
    r"|in their hands|in captivity|in the hands of|at the mercy of)\b",
    re.IGNORECASE,
)
#: Those who hold it, and those who wait outside, are where they are of their own will.
_NO_CAPTIVES = frozenset({"attackers", "security_forces", "responders", "journalists", "demonstrators"})


def is_let_elsewhere(one: Told, scene: Scene, setting: Setting) -> bool:
    """Is somebody allowed to go where nobody is held?"""
    if one.slot != "released" or not one.name.startswith(_LEAVE) or one.name.startswith("let go"):
        return False
    return not (CAPTIVE & setting.story.kinds or takes_captives(scene))


def is_still_held(group: str, after: str, setting: Setting) -> bool:
    """Is it said behind a count of people that they are still inside, in an account of captives?"""
    return bool(group not in _NO_CAPTIVES and CAPTIVE & setting.story.kinds and _LEFT_THERE.match(after))


def as_held(one: Told, after: str, setting: Setting) -> Told:
    """Those present who are still inside are held."""
    if one.slot != "present" or not is_still_held(one.group, after, setting):
        return one
    return replace(one, slot="hostages_held", group="hostages", part="")
