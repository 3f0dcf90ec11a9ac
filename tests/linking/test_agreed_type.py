"""What kind of event several texts tell together."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from sayso.linking.parts import agreed_type

_KIN = {"bombing": ("attack", "killing"), "clash": ("attack", "killing", "shooting")}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ((("bombing", 36.0), ("clash", 21.0), ("killing", 18.0)), "killing"),
        ((("bombing", 36.0), ("clash", 21.0), ("killing", 10.0)), "bombing"),
        ((("flood", 3.0), ("fire", 2.0), ("accident", 2.0)), "flood"),
    ],
)
def test_a_kind_that_most_may_be_called_by_holds_where_none_has_half(told, kind):
    members = [SimpleNamespace(type=name, weight=weight) for name, weight in told]
    assert agreed_type(members, _KIN) == kind
