"""People named behind their office and its place: the name is theirs alone."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell


def _victims(text: str) -> list[str]:
    return [getattr(one.value, "name", "") for one in tell(text).claims if one.slot == "victim"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen murdered the Archbishop of Lyon Juan Vargas on Monday.", "Juan Vargas"),
        ("The Bishop of Tarn John Reed was kidnapped by rebels on Friday.", "John Reed"),
        ("Gunmen shot the mayor of Velmar Ana Holt and wounded her driver.", "Ana Holt"),
        ("Gunmen killed the President of Costa Rica Carlos Arias and two guards.", "Carlos Arias"),
        ("GUNMEN MURDERED THE ARCHBISHOP OF SAN MARCOS OSCAR RUIZ IN HIS CHURCH ON MONDAY.", "OSCAR RUIZ"),
        ("Gunmen killed the Minister of Defence Luis Pena.", "Luis Pena"),
    ],
)
def test_an_officeholder_has_a_name_without_the_place(text: str, name: str) -> None:
    assert _victims(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed the president of the United Workers Federation on Monday.",
        "Gunmen killed the mayor of New York City on Monday.",
        "Gunmen killed the director of Harbour Savings Bank on Monday.",
    ],
)
def test_a_place_or_a_body_is_nobody(text: str) -> None:
    assert not _victims(text)
