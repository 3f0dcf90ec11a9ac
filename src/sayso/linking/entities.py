"""Entities: which mentions of all accounts name one person, organisation or place, and why.

The invariant: nobody is merged on a surname alone unless only one bearer can be meant, and names that conflict never
stand in one entity, not even through a third. The answer depends neither on the order of accounts nor of mentions.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.linking.entities_clusters import Clusters
from sayso.linking.entities_edges import (
    Organisations,
    Surnames,
    join_alike,
    join_defined,
    join_same_names,
    join_short,
    organisation_keys,
    person_keys,
)
from sayso.linking.entities_forms import Form, FormKey, bare_name, forms, most_common
from sayso.model import Account, Claim, Entity, Judgement, JudgementKind, Mention, standing
from sayso.normalisation.names import same_organisation, same_person

Pair = tuple[FormKey, FormKey]


def entities(accounts: Sequence[Account], judgements: Sequence[Judgement] = ()) -> tuple[Entity, ...]:
    """Gather the mentions of all accounts to entities, by name and id.

    Args:
        accounts: what each document tells; their order changes nothing.
        judgements: decisions of people, oldest first; `same_entity` and `apart_entity` are heeded.
    """
    found = forms(accounts)
    same, apart = _judged(accounts, standing(judgements), found)
    by_id = {form.id: form for form in found}
    clusters = Clusters(found, apart)
    for one, other in same:
        clusters.join(by_id[one], by_id[other], "a person judged them to be one", is_judged=True)
    join_same_names(clusters, found)
    _join_people(clusters, [form for form in found if form.kind == "person"])
    _join_organisations(clusters, [form for form in found if form.kind == "organisation"])
    gathered = (_entity(members, why) for members, why in clusters.all())
    return tuple(sorted(gathered, key=lambda entity: (entity.name, entity.id)))


def _join_people(clusters: Clusters, people: Sequence[Form]) -> None:
    """Full names first; then names short for one of them; then bare surnames that nobody is named in full by."""
    join_alike(clusters, people, person_keys, same_person)
    surnames = Surnames(people)
    full = [form for form in people if not form.is_bare]
    bare = [form for form in people if form.is_bare]
    join_short(clusters, full, surnames.candidates, "name")
    join_short(clusters, bare, surnames.candidates, "person")
    lone: dict[str, Form] = {}
    for form in bare:
        if not surnames.candidates(form):
            clusters.join(lone.setdefault(form.key, form), form, "")


def _join_organisations(clusters: Clusters, organisations: Sequence[Form]) -> None:
    """Acronyms that a text explains first, then translations and slips, then acronyms and names cut short."""
    join_defined(clusters, organisations)
    join_alike(clusters, organisations, organisation_keys, same_organisation)
    known = Organisations(organisations)
    acronyms = [form for form in organisations if form.is_bare]
    join_short(clusters, acronyms, known.expansions, "organisation")
    join_short(clusters, [form for form in organisations if not form.is_bare], known.longer, "organisation")


def _entity(members: Sequence[Form], why: tuple[str, ...]) -> Entity:
    mentions = tuple(
        sorted(
            (mention for form in members for mention in form.mentions),
            key=lambda mention: (mention.document, mention.start, mention.end, mention.name),
        )
    )
    kind = _kind(members, mentions)
    name = _name(members)
    # Most mentions of a name write it alike.
    spelled = {(mention.name, mention.kind): mention for mention in mentions}
    aliases = {written for mention in spelled.values() for written in _written(mention)} - {name}
    return Entity(_id(kind, members, mentions[0]), kind, name, tuple(sorted(aliases)), mentions, why)


def _written(mention: Mention) -> Iterator[str]:
    """How a mention calls its entity, with and without titles."""
    bare = bare_name(mention)
    yield bare
    whole = " ".join(mention.name.split())
    if mention.kind == "person" and whole.endswith(bare):
        yield whole


def _kind(members: Sequence[Form], mentions: Sequence[Mention]) -> str:
    """The forms' kind; an organisation that most mentions call a group is one."""
    if members[0].kind != "organisation":
        return members[0].kind
    groups = sum(mention.kind == "group" for mention in mentions)
    return "group" if 2 * groups > len(mentions) else "organisation"


def _name(members: Sequence[Form]) -> str:
    """The fullest common form: of the names that are no surname or acronym, the one in most documents, then the longest."""
    full = [form for form in members if not form.is_bare] or list(members)
    written: defaultdict[str, list[Form]] = defaultdict(list)
    for form in full:
        written[form.key].append(form)
    best = min(written, key=lambda key: (-len(written[key]), -len(key.split()), key))
    best = _with_given(best, written) if full[0].kind == "person" else best
    return most_common(bare_name(mention) for form in written[best] for mention in form.mentions)


def _with_given(name: str, written: Mapping[str, Sequence[Form]]) -> str:
    """Two surnames with the given names that another document sets before them: "Ana Maria Salas Rey" for "Salas Rey"."""
    longer = [one for one in written if one.endswith(f" {name}")]
    return min(longer, key=lambda one: (-len(written[one]), -len(one.split()), one), default=name)


def _id(kind: str, members: Sequence[Form], first: Mention) -> str:
    """A hash of the earliest mention: the same whatever the order of documents, and whoever else is in the case."""
    told = "\n".join((kind, first.document, str(first.start), str(first.end), min(form.key for form in members)))
    return "n" + hashlib.sha256(told.encode()).hexdigest()[:19]


def _judged(
    accounts: Sequence[Account], judgements: Sequence[Judgement], found: Sequence[Form]
) -> tuple[list[Pair], list[Pair]]:
    """Pairs of forms that people joined and parted; of two decisions on one pair, the later holds."""
    held = [one for one in judgements if one.kind in (JudgementKind.SAME_ENTITY, JudgementKind.APART_ENTITY)]
    if not held:
        return [], []
    claims = {claim.id: claim for account in accounts for claim in account.claims}
    decided: dict[frozenset[FormKey], tuple[JudgementKind, Pair]] = {}
    for judgement in held:
        told = [claims[anchor.claim] for anchor in judgement.targets if anchor.claim in claims]
        named = [form for claim in told if (form := _named_by(claim, found)) is not None]
        of_one_kind = (one for one in named[1:] if one.kind == named[0].kind and one.id != named[0].id)
        decided.update(
            {frozenset((named[0].id, one.id)): (judgement.kind, (named[0].id, one.id)) for one in of_one_kind}
        )
    same = [pair for kind, pair in decided.values() if kind is JudgementKind.SAME_ENTITY]
    return same, [pair for kind, pair in decided.values() if kind is JudgementKind.APART_ENTITY]


def _named_by(claim: Claim, found: Iterable[Form]) -> Form | None:
    """The form that a claim is about, or whose name is its value: the one that shares most with those words."""
    start, end = (claim.about_span.start, claim.about_span.end) if claim.about_span else (claim.start, claim.end)
    touching = Counter(
        {
            form: shared
            for form in found
            if form.document == claim.document and (shared := max(_shared(form, start, end))) > 0
        }
    )
    return min(touching, key=lambda form: (-touching[form], form.id)) if touching else None


def _shared(form: Form, start: int, end: int) -> Iterator[int]:
    return (min(mention.end, end) - max(mention.start, start) for mention in form.mentions)
