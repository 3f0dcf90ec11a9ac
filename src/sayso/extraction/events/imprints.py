"""How a text came to be: where and when it was printed or submitted, and how an inquiry sat before it found anything."""

from __future__ import annotations

from sayso.extraction.events.scenes import Scene
from sayso.model import BlockKind

#: The first lines of a text, and how long one is at most that says who made it.
_FIRST, _SHORT = 5, 24
#: Who inquires.
INQUIRERS = frozenset(
    "commission court tribunal inquiry committee panel inspectorate jury board mission monitor monitors volunteer volunteers investigator "
    "investigators researcher researchers delegation".split()
)
#: What an inquiry does before it finds anything, and of what it holds many.
_INQUIRING = frozenset("examine hear visit sit convene meet interview question inspect summon question".split())
_SESSIONS = frozenset("sitting session hearing meeting interview inspection visit".split())
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def is_imprint(scene: Scene) -> bool:
    """ "Province of Nova Scotia, Halifax, 3 November 1952.": a first line that tells nothing, and dates a text or names its maker."""
    if scene.number >= _FIRST or scene.triggers or scene.tells_harm or len(scene.sent) > _SHORT:
        return False
    if scene.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.DATELINE):
        return bool(scene.times) and scene.kind is not BlockKind.TITLE
    root = scene.sent.root
    return bool(scene.times) and not any(token.tag_ in _FINITE for token in (root, *root.children))


def is_of_inquiry(scene: Scene) -> bool:
    """ "The Commission held 31 sittings and heard 118 witnesses": how it was found out, and not what was."""
    if scene.triggers or scene.tells_harm:
        return False
    for token in scene.sent:
        if token.lower_ in INQUIRERS and token.dep_ == "nsubj" and token.head.pos_ == "VERB":
            lemma = token.head.lemma_.lower()
            if lemma in _INQUIRING or (
                lemma == "hold" and any(t.lemma_.lower() in _SESSIONS for t in token.head.children)
            ):
                return True
    return False
