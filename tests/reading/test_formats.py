from __future__ import annotations

from pathlib import Path

import pytest

from sayso.reading import formats

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "formats.md"


@pytest.mark.parametrize("form", formats.FORMATS, ids=lambda form: form.module)
def test_every_format_is_documented_with_what_it_needs(form):
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    assert any(all(f"`{ending}`" in row for ending in form.endings) for row in rows)
    assert all(need in "".join(rows) for need in form.needs)


def test_what_no_reader_knows_has_its_remedy():
    for ending in (".doc", ".pptx", ".msg", ".rar", ".warc", ".jpg", ".mp4", ".xyz"):
        assert formats.unknown(ending).remedy
