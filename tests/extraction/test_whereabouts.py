"""Places that no gazetteer has, and places where nothing happened."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("OTTER FALLS, Idaho (AP) - Two men were killed in a shooting on Sunday, police said.", "Otter Falls"),
        ("Two people were killed in a fire near Willowby on Sunday. The house burnt down in an hour.", "Willowby"),
    ],
)
def test_a_town_that_no_gazetteer_has_is_a_place_by_its_words(text, name):
    assert name in [claim.value.name for claim in said(text, "place")]


def test_the_hospital_is_not_where_it_happened():
    text = "A man was shot on Monday in Boise, Idaho. He was flown to a Portland hospital, where he remains."
    assert [claim.value.name for claim in said(text, "place")] == ["Boise"]
