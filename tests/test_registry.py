from __future__ import annotations

import pytest

from sayso import registry
from sayso.errors import UnknownNameError


@pytest.mark.parametrize("group", ["sayso.exporters", "sayso.engines"])
def test_every_plug_loads(group):
    assert registry.names(group)
    for name in registry.names(group):
        assert callable(registry.find(group, name))


def test_a_miss_answers_with_what_exists():
    with pytest.raises(UnknownNameError, match=r"no format is called 'xml'; there are: .*json"):
        registry.find("sayso.exporters", "xml")
