"""Forms joined to clusters under constraints: two names that cannot be one's never meet, not even through a third."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.linking.entities_forms import Form, FormKey
from sayso.normalisation.names import Verdict, same_organisation, same_person


class Clusters:
    """A union of forms that refuses a join where it would put two conflicting names together.

    Args:
        forms: what is clustered.
        parted: pairs of forms that a person keeps apart.
    """

    def __init__(self, forms: Iterable[Form], parted: Iterable[tuple[FormKey, FormKey]] = ()) -> None:
        self._of = {form.id: form.id for form in forms}
        self._members = {form.id: [form] for form in forms}
        self._why: dict[FormKey, set[str]] = {form.id: set() for form in forms}
        self._parted = {frozenset(pair) for pair in parted}

    def root(self, form: Form) -> FormKey:
        """What names the cluster of a form: the smallest of its members' ids."""
        return self._of[form.id]

    def members(self, root: FormKey) -> Sequence[Form]:
        """The forms of a cluster."""
        return self._members[root]

    def join(self, one: Form, other: Form, why: str, *, is_judged: bool = False) -> bool:
        """Put two forms' clusters together, unless names or a person's decision keep them apart."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second:
            return True
        if not is_judged and self._conflict(self._members[first], self._members[second]):
            return False
        self._members[first].extend(self._members.pop(second))
        self._why[first] |= self._why.pop(second)
        if why:
            self._why[first].add(why)
        for form in self._members[first]:
            self._of[form.id] = first
        return True

    def _conflict(self, ones: Sequence[Form], others: Sequence[Form]) -> bool:
        if self._parted and any(frozenset((a.id, b.id)) in self._parted for a in ones for b in others):
            return True
        names, more = _telling(ones), _telling(others)
        compare = same_person if ones[0].kind == "person" else same_organisation
        return any(compare(a, b).verdict is Verdict.APART for a in names for b in more)

    def all(self) -> list[tuple[list[Form], tuple[str, ...]]]:
        """Every cluster with what made it, by its root."""
        return [
            (sorted(self._members[root], key=lambda form: form.id), tuple(sorted(self._why[root])))
            for root in sorted(self._members)
        ]


def _telling(forms: Sequence[Form]) -> list[str]:
    """The distinct names that can conflict: full names; a surname alone or an acronym conflicts with nothing."""
    if forms[0].kind == "place":
        return []
    return sorted({form.name for form in forms if not form.is_bare})
