"""The town of what local news tells without one: where the outlets that tell of it are at home.

No account says so, and the estimate says that: it stays open. It is made only for what happens on one day, where no account
tells a town, a county or a region, and all outlets of a known home are at home in one place. A street or a house without a town
is kept, and put there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.fusion.estimates import Answer
from sayso.fusion.news_days import SUDDEN
from sayso.fusion.scene import Scene
from sayso.fusion.untold import untold
from sayso.model import Estimate, Event, Place, Role, Status, Verdict
from sayso.normalisation.places_distance import kilometres
from sayso.normalisation.places_links import is_inner
from sayso.normalisation.places_outlets import home_of

_SLOT = "place"
_TOWN, _COUNTRY = 2, 6
_BLOCK = re.compile(r"\bblocks? of \Z")
#: Outlets so near each other are of one town and its suburbs.
_ONE_TOWN_KM = 40.0


def outlet_homes(answers: Sequence[Answer], rule: str, scene: Scene) -> Iterator[Estimate]:
    """A town for each main event of news whose accounts name none."""
    told = {one.question.event: one for one in answers if one.question.slot == _SLOT}
    counted = {one.question.event for one in answers}
    for event in scene.events.values():
        if event.role is not Role.MAIN or event.type not in SUDDEN or event.id not in counted:
            continue
        home = _home(event, scene)
        if home is None or not _is_within(event.where, home):
            continue
        one = told.get(event.id)
        if one is None or not one.stand.drafts:
            yield _in_town(event, home, rule, scene)
        elif isinstance(best := one.estimate.best, Place) and _is_street(best, one, scene) and _is_within(best, home):
            yield _inner(one.estimate, best, home)


def _home(event: Event, scene: Scene) -> Place | None:
    """The one town in which all outlets of a known home are at home."""
    sources = [scene.documents[one].source for one in event.documents if one in scene.documents]
    homes = [home for source in sources if source is not None and (home := home_of(source)) is not None]
    if not homes or any((home.precision or 9) > _TOWN for home in homes):
        return None
    if any((kilometres(homes[0], other) or 0.0) > _ONE_TOWN_KM for other in homes):
        return None
    counts = Counter(home.name for home in homes)
    return min(homes, key=lambda home: (-counts[home.name], home.name))


def _is_within(place: Place | None, home: Place) -> bool:
    """Does a place, as far as it is told, leave the town open?"""
    if place is None:
        return True
    is_open = (place.precision or _COUNTRY) >= _COUNTRY and len(place.inside) < len(home.inside)
    return is_open and place.country in (None, home.country)


def _is_street(place: Place, told: Answer, scene: Scene) -> bool:
    """ "The 300 block of West Monroe" is a street as "Main Street" is; a village that no table has is a place of its own."""
    if told.stand.is_settled or is_inner(place.name):
        return not told.stand.is_settled
    claims = [claim for draft in told.stand.drafts if draft.value == place for claim in draft.claims]
    texts = [
        (scene.documents[claim.document].text, claim.start) for claim in claims if claim.document in scene.documents
    ]
    return any(_BLOCK.search(text, max(0, start - 12), start) for text, start in texts)


def _in_town(event: Event, home: Place, rule: str, scene: Scene) -> Estimate:
    best = replace(home, text="the outlet's home")
    why = (
        f"No account names the town. The outlets that tell of it are at home in {_called(home)}: told by nobody; ours."
    )
    own = Verdict(best, None, None, why, not_covered=False)
    return untold(event, _SLOT, own, "No account names the town.", (rule, scene))


def _inner(estimate: Estimate, told: Place, home: Place) -> Estimate:
    """A street or a house that an account names, in the town that none does."""
    around = tuple(name for name in told.inside if name not in home.inside)
    best = replace(told, inside=(*around, home.name, *home.inside), country=home.country)
    why = (
        f"{told.name} is told. No account names its town: the outlets that tell of it are at home in {_called(home)},"
        " told by nobody; ours."
    )
    own = replace(estimate.by_rule[estimate.rule], best=best, why=why)
    return replace(
        estimate,
        status=Status.OPEN,
        also=(*((estimate.status,) if estimate.status is not Status.OPEN else ()), *estimate.also),
        best=best,
        why=why,
        by_rule={**estimate.by_rule, estimate.rule: own},
    )


def _called(home: Place) -> str:
    return ", ".join((home.name, *home.inside[:1]))
