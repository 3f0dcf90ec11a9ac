"""The one place that an account of harm names, where nothing else says where it was: "The school at X was built in 1998".

A text that puts things in two places, or whose own is known, tells nothing so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import STORY, Draft
from sayso.extraction.events.scenes import Scene, is_of_people
from sayso.extraction.places.afterwards import is_of_care
from sayso.extraction.places.elsewhere import is_elsewhere
from sayso.extraction.places.named import chains
from sayso.extraction.places.sites import placed, root_of, without_kind
from sayso.extraction.places.toponyms import Naming, hinted, people_of
from sayso.extraction.words.hedges import hedge
from sayso.model import BlockKind, Modality
from sayso.normalisation import places

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.DATELINE, BlockKind.CAPTION)
_TO_COME = (Modality.PLANNED, Modality.HYPOTHETICAL)
#: What the name finder calls bodies, persons and things: "at" one of them is no place.
_BODIES = frozenset({"ORG", "PERSON", "PRODUCT", "EVENT", "WORK_OF_ART", "NORP"})


def sole(told: Sequence[Scene], names: Naming, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for the only place that the story's own sentences put anything at.

    Args:
        told: the scenes of a document.
        names: what its names of places mean.
        drafts: all that was made before; where one places the story, nothing is added.
    """
    setting = names.setting
    if setting.story.type is None or any(d.slot == "place" and d.part in ("", STORY) for d in drafts):
        return
    own = [scene for scene in told if setting.is_own(scene) and scene.kind not in _APART]
    if not any(scene.tells_harm for scene in own):
        return
    people, found = people_of(told), dict[str, Scene]()
    for scene in own:
        for name in hinted(scene.words, people):
            found.setdefault(name, scene)
    if len(found) == 1 and not any(_is_another(scene, found) for scene in told):
        ((name, scene),) = found.items()
        yield from _drafts(scene, name, names)


def _is_another(scene: Scene, found: dict[str, Scene]) -> bool:
    """Does a scene name a further town?"""
    named = (e.text for e in scene.sent.ents if e.label_ in ("GPE", "LOC", "FAC"))
    return any(
        name not in found and places.country(name) is None and not any(one in name for one in found) for name in named
    )


def _drafts(scene: Scene, name: str, names: Naming) -> Iterator[Draft]:
    for found in chains(scene, names.known, (name,)):
        chain = without_kind(found)
        root = root_of(scene, chain) if name in chain.names and not is_of_care(found) else None
        place = placed(scene, chain, names) if root is not None else None
        if root is None or place is None or not _may_be(root, name, scene, names):
            continue
        start, end = scene.start + chain.start, scene.start + chain.end
        yield Draft(scene, start, end, "place", None, place, root, part=STORY)
        return


def _may_be(root: Token, name: str, scene: Scene, names: Naming) -> bool:
    """Is it where something was, and neither a body nor where somebody comes from or will be?"""
    if root.dep_ != "pobj" or is_of_people(root) or is_elsewhere(scene, names.setting, root) or hedge(root) in _TO_COME:
        return False
    if places.lookup(name) or root.head.lower_ != "at":
        return True
    return root.ent_type_ not in _BODIES and root.head.head.lemma_ != "be"  # "they had been at Guides"
