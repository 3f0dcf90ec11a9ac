"""Forms joined to clusters under constraints: two names that cannot be one's never meet, not even through a third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.linking.entities_forms import Form, FormKey
from sayso.normalisation.names import Verdict, same_organisation, same_person


class Clusters:
    """A union of forms that refuses a join where it would put two conflicting names together.

    Args:
        forms: what is clustered.
        parted: pairs of forms that a person keeps apart.
    """

    def __init__(self, forms: Iterable[Form], parted: Iterable[tuple[FormKey, FormKey]] = ()) -> None:
        forms = tuple(forms)
        self._above: dict[FormKey, FormKey] = {}
        self._members = {form.id: [form] for form in forms}
        self._names = {form.id: _telling(form) for form in forms}
        self._titles = {form.id: set(form.titles) for form in forms if form.kind == "person"}
        self._why: defaultdict[FormKey, set[str]] = defaultdict(set)
        self._parted = {frozenset(pair) for pair in parted}
        # Names that a person judged to be one's conflict in no other account either.
        self._agreed: set[frozenset[str]] = set()

    def root(self, form: Form) -> FormKey:
        """What tells the cluster of a form from the others; it changes as clusters grow."""
        at = form.id
        while at in self._above:
            at = self._above[at]
        return at

    def titles(self, root: FormKey) -> set[str]:
        """The titles that a cluster's person has in any document."""
        return self._titles.get(root, set())

    def join(self, one: Form, other: Form, why: str, *, is_judged: bool = False) -> bool:
        """Put two forms' clusters together, unless names or a person's decision keep them apart."""
        small, large = self.root(one), self.root(other)
        if small == large:
            return True
        if not is_judged and self._conflict(small, large, one.kind):
            return False
        if is_judged:
            self._agreed |= {frozenset((a, b)) for a in self._names[small] for b in self._names[large]}
        # The smaller joins the larger, so that a case of many documents stays near-linear.
        if (len(self._members[small]), small) > (len(self._members[large]), large):
            small, large = large, small
        self._above[small] = large
        self._members[large].extend(self._members.pop(small))
        self._names[large] |= self._names.pop(small)
        self._titles.get(large, set()).update(self._titles.pop(small, ()))
        self._why[large] |= self._why.pop(small, set()) | ({why} if why else set())
        return True

    def _conflict(self, one: FormKey, other: FormKey, kind: str) -> bool:
        if self._parted and self._is_parted(one, other):
            return True
        compare = same_person if kind == "person" else same_organisation
        names, more = self._names[one], self._names[other]
        if not names or not more or names == more:
            return False
        pairs = (
            (a, b) for a in sorted(names) for b in sorted(more) if a != b and frozenset((a, b)) not in self._agreed
        )
        return any(compare(a, b).verdict is Verdict.APART for a, b in pairs)

    def _is_parted(self, one: FormKey, other: FormKey) -> bool:
        return any(frozenset((a.id, b.id)) in self._parted for a in self._members[one] for b in self._members[other])

    def all(self) -> list[tuple[list[Form], tuple[str, ...]]]:
        """Every cluster with what made it, by its smallest form."""
        gathered = [
            (sorted(members, key=lambda form: form.id), tuple(sorted(self._why[root])))
            for root, members in self._members.items()
        ]
        return sorted(gathered, key=lambda one: one[0][0].id)


def _telling(form: Form) -> set[str]:
    """The name that can conflict with another: a full name; a surname alone, an acronym or a place conflicts with none."""
    return set() if form.kind == "place" or form.is_bare else {form.name}
