"""Let go by permission: "nine passengers were allowed to leave", "let twelve of them walk out".

Guests may leave a town and residents go home after any fire; a release it is where the account tells of captives.
"""

from __future__ import annotations

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.turns import CAPTIVE, takes_captives
from sayso.extraction.figures.counts import Told

_LEAVE = ("allow ", "be allow ", "permit ", "be permit ", "let ")


def is_let_elsewhere(one: Told, scene: Scene, setting: Setting) -> bool:
    """Is somebody allowed to go where nobody is held?"""
    if one.slot != "released" or not one.name.startswith(_LEAVE) or one.name.startswith("let go"):
        return False
    return not (CAPTIVE & setting.story.kinds or takes_captives(scene))
