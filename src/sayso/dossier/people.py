"""People and groups: who is named, in which spellings, by which accounts."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.naming import form
from sayso.dossier.phrases import small
from sayso.dossier.rows import Rows
from sayso.model import Actor, Entity

#: Named things that a reader of a page takes in; the export holds all.
_MOST = 60
_KINDS = ("person", "organisation", "group")


@dataclass(frozen=True, slots=True)
class Named:
    """One person or organisation; `roles` are the slots that it answers."""

    name: str
    kind: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    accounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class People:
    """The section: names with a role or in several accounts; then, briefly, those that one account drops.

    `hidden` names are left to the export.
    """

    named: tuple[Named, ...]
    briefly: tuple[Named, ...]
    hidden: int


def build_people(gathered: Gathered, rows: Rows) -> People:
    """Names by how many accounts carry them, those with a role first."""
    roles = _roles(gathered, rows)
    named = [_named(gathered, one, roles) for one in gathered.entities.values() if one.kind in _KINDS]
    named = [one for one in named if one.accounts]
    named.sort(key=lambda one: (not one.roles, -len(one.accounts), one.kind != "person", one.name))
    told = [one for one in named if one.roles or len(one.accounts) > 1]
    briefly = [one for one in named if one not in told]
    return People(tuple(told[:_MOST]), tuple(briefly[:_MOST]), max(0, len(told) - _MOST) + max(0, len(briefly) - _MOST))


def _named(gathered: Gathered, entity: Entity, roles: dict[str, tuple[str, ...]]) -> Named:
    documents = tuple(sorted({mention.document for mention in entity.mentions}))
    return Named(
        name=entity.name,
        kind=entity.kind,
        roles=roles.get(entity.id, ()),
        aliases=tuple(one for one in entity.aliases if one != entity.name),
        accounts=gathered.numbers(documents),
    )


def _roles(gathered: Gathered, rows: Rows) -> dict[str, tuple[str, ...]]:
    """Which slots name an entity, as their value or as whom they are about."""
    found: dict[str, dict[str, None]] = {}
    for claim in (claim for row in rows.all for claim in row.claims):
        name = small(form(gathered, claim.slot).display)
        hedge = "" if claim.modality.value == "asserted" else f" ({claim.modality.value})"
        ids = (claim.about, claim.value.entity if isinstance(claim.value, Actor) else None)
        for one in (one for one in ids if one is not None):
            found.setdefault(one, {})[name + hedge] = None
    return {entity: tuple(names) for entity, names in found.items()}
