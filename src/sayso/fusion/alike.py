"""Quantities told in like words: what two accounts measure in one unit, of one scene, answers one question.

"A pit 14 kilometres west of the town, with nine bodies" and "the bodies lay in a gravel pit some 11 km away" are rivals, though no
deed is told of either; "14 kilometres" of a road is not. An account that gives one question two values answers neither.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.fusion.compare import Room, room
from sayso.fusion.scene import Scene
from sayso.model import Claim, Figure, Modality

_TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED, Modality.POSSIBLE})
# Names are left out: every sentence of a case may hold that of the town.
_WORD = re.compile(r"(?<![^\W_])[a-z]{3,}(?![^\W\d_])")
_STEM = 5
# What says nothing of which scene it is.
_EMPTY = frozenset(
    """about above after again against all also among and another any are around because been before being below between both but can could did
    does down during each either even ever every few for from had has have her here him his how into its just last least less like many may
    might more most much must near nearly never nor not now off once one only onto other our out over own per said same say says she should
    since some still such than that the their them then there these they this those three through two under until very was were what when where
    which while who whom whose will with within without would yet you your hundred thousand million four five six seven eight nine ten eleven
    twelve twenty thirty forty fifty sixty seventy eighty ninety according dozen first second third roughly approximately estimated total
    number another away further""".split()
)
# So far around a value its scene is told; "of which", and whatever ends a clause's say, goes on to something else.
_AROUND = 90
_ELSE = re.compile(r"[;:]|\bof (?:which|whom|these|those|them)\b")
#: Words that two scenes share at the least. Of the pairs so found in fifteen cases six of seven were one question; with one
#: word fewer than half were.
SHARED = 2
# Values of one unit that are compared with each other; a case that has more of them tells of more than one scene.
_MOST = 80


def alike(claims: Iterable[Claim], scene: Scene) -> dict[str, str]:
    """For each quantity that another account gives otherwise in like words, what is asked: "km (bodies, pit)".

    Args:
        claims: quantities of one event.
        scene: the case.
    """
    units: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _is_measured(claim) and isinstance(claim.value, Figure):
            units[claim.value.unit].append(claim)
    found: dict[str, str] = {}
    for unit, told in units.items():
        if len({claim.document for claim in told}) > 1 and len(told) <= _MOST:
            found.update(_of_unit(unit, told, scene))
    return found


def _is_measured(claim: Claim) -> bool:
    value = claim.value
    is_told = claim.polarity and claim.modality in _TOLD and claim.about is None
    return is_told and isinstance(value, Figure) and value.unit != "people" and (value.high is None or value.high > 1)


def _of_unit(unit: str, told: Sequence[Claim], scene: Scene) -> dict[str, str]:
    words = {claim.id: _words(claim, scene) for claim in told}
    near: defaultdict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
    for number, one in enumerate(told):
        for other in told[number + 1 :]:
            shared = _shared(words[one.id], words[other.id])
            if one.document != other.document and len(shared) >= SHARED:
                near[", ".join(shared)].append((one, other))
    pairs = [(f"{unit} ({asked})", pair) for asked, some in near.items() for pair in some]
    rivals = Counter(claim.id for _, pair in pairs for claim in pair)
    return {
        claim.id: asked
        for asked, (one, other) in pairs
        for claim in (one, other)
        if rivals[one.id] == rivals[other.id] == 1 and room(one.value, other.value, scene.entities) is Room.APART
    }


def _shared(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(one[stem] for stem in one.keys() & other.keys())


def _words(claim: Claim, scene: Scene) -> dict[str, str]:
    """The words around a value that tell its scene, by stem."""
    document = scene.documents.get(claim.document)
    if document is None:
        return {}
    before = document.text[max(claim.sentence.start, claim.start - _AROUND) : claim.start]
    after = document.text[claim.end : min(claim.sentence.end, claim.end + _AROUND)]
    told = f"{_ELSE.split(before)[-1]} {_ELSE.split(after, maxsplit=1)[0]}"
    return {word[:_STEM]: word for word in reversed(_WORD.findall(told)) if word not in _EMPTY}
