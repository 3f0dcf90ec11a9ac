"""What was imported lies over what is extracted, document by document: a new build, or a new version, keeps it.

A layer is tied to the hash of its document's text: where the text changes, its offsets mean nothing, and it is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.model import Account, Claim, Document, Episode, Stage, from_row, to_row
from sayso.store import Store, View

_KEY = "imported"


@dataclass(frozen=True, slots=True)
class Layer:
    """The imported claims of one document.

    Args:
        text_sha256: of the text they were coded on.
        is_whole: they stand in the place of all that was extracted; else only of the claims in `drops`.
        drops: ids of extracted claims that they replace.
        claims: the claims, without event and entities.
    """

    text_sha256: str
    is_whole: bool
    drops: tuple[str, ...]
    claims: tuple[Claim, ...]


def layers(view: View) -> dict[str, Layer]:
    """The layers of a case, by the hash of their text."""
    rows = json.loads(view.meta(_KEY) or "[]")
    return {layer.text_sha256: layer for layer in (from_row(Layer, row) for row in rows)}


def keep(store: Store, new: Mapping[str, Layer]) -> None:
    """Put layers into a case; one of the same text is replaced, or grows where the new one is not whole."""
    known = layers(store.view())
    for key, layer in new.items():
        known[key] = layer if layer.is_whole or key not in known else _grown(known[key], layer)
    with store.write() as writer:
        told = [to_row(known[key]) for key in sorted(known)]
        writer.set_meta(_KEY, json.dumps(told, sort_keys=True, ensure_ascii=False))
        writer.set_meta("stamp", "")


def forget(store: Store) -> int:
    """Take all layers off; how many claims they held."""
    amount = sum(len(layer.claims) for layer in layers(store.view()).values())
    with store.write() as writer:
        writer.drop_meta(_KEY)
        writer.set_meta("stamp", "")
    return amount


def overlaid(account: Account, document: Document, known: Mapping[str, Layer]) -> Account:
    """An account with the layer of its document over it."""
    layer = known.get(document.text_sha256)
    if layer is None:
        return account
    kept = () if layer.is_whole else tuple(one for one in account.claims if one.id not in layer.drops)
    ours = {one.id: replace(one, document=document.id) for one in layer.claims}
    claims = [*(one for one in kept if one.id not in ours), *ours.values()]
    claims.sort(key=lambda one: (one.start, one.end, one.slot, one.group or "", one.id))
    episodes = account.episodes or (_episode(document),)
    return replace(account, claims=tuple(claims), episodes=episodes)


def _grown(old: Layer, new: Layer) -> Layer:
    """Two layers of one text: a claim that the new one replaces is no longer in it."""
    fresh = {one.id for one in new.claims}
    kept = tuple(one for one in old.claims if one.id not in new.drops and one.id not in fresh)
    drops = tuple(sorted({*old.drops, *new.drops}))
    return Layer(old.text_sha256, old.is_whole, drops, (*kept, *new.claims))


def _episode(document: Document) -> Episode:
    """The event of a document in which the extractor found none."""
    return Episode(
        0, "other", None, None, Stage.ACCOMPLISHED, document.title, None, None, (), is_passing=False, weight=1.0
    )
