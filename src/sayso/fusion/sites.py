"""Do two accounts place an event in two places, or does one of them only tell of both?

A town far off is named in most accounts: where the wounded were taken, whose police came, where the story was filed. An
account that names the other's place, too, does not place the event elsewhere; what it names first was only read as the place.
"""

from __future__ import annotations

from sayso.fusion.readings import Draft
from sayso.fusion.scene import Scene
from sayso.model import Place


def are_disputed(one: Draft, other: Draft, scene: Scene) -> bool:
    """Whether some account of each place is silent of the other's."""
    return _is_told_alone(one, other, scene) and _is_told_alone(other, one, scene)


def _is_told_alone(one: Draft, other: Draft, scene: Scene) -> bool:
    names = {claim.value.name for claim in other.claims if isinstance(claim.value, Place)}
    return any(not _names_any(document, names, scene) for document in one.documents)


def _names_any(document: str, names: set[str], scene: Scene) -> bool:
    known = scene.documents.get(document)
    return known is not None and any(name in known.text or name.upper() in known.text for name in names)
