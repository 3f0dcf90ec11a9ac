"""Who filed a report stands in the brackets of its dateline; a day there names nobody."""

import pytest

from sayso.reading import read


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("QUITO, 3 MAR 91 (RADIO ALTA) -- [TEXT] A BOMB WENT OFF AT NOON.", "RADIO ALTA"),
        ("KABUL, 3 May (Wire) - A bomb went off at noon.", "Wire"),
        ("KABUL (3 May) - A bomb went off at noon.", None),
    ],
)
def test_the_dateline_names_who_filed_it(tmp_path, line, outlet):
    (tmp_path / "a.txt").write_text(line)
    assert [source.name for source in read(tmp_path / "a.txt").sources] == ([outlet] if outlet else [])
