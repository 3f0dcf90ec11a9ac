from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.model import When
from sayso.store import account_key, code_sha256


@pytest.mark.parametrize(
    "change",
    [
        {"text_sha256": "1" * 64},
        {"blocks": ()},
        {"language": "es"},
        {"source": "another outlet"},
        {"published": When("2001", date(2001, 1, 1), date(2001, 12, 31), None, "2001")},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_account_is_cached_by_all_that_extraction_reads(document, change):
    assert account_key(document, "f", "e") != account_key(replace(document, **change), "f", "e")


def test_an_account_is_not_cached_by_names_or_titles(document):
    assert account_key(document, "f", "e") == account_key(replace(document, names=("z.txt",), url="u"), "f", "e")


def test_extractor_and_codebook_are_part_of_the_key(document):
    keys = {account_key(document, "f", "e"), account_key(document, "g", "e"), account_key(document, "f", "h")}
    assert len(keys) == 3


def test_code_that_is_not_there_has_a_key_too():
    assert code_sha256(["sayso.model"]) != code_sha256(["sayso.store"])
    assert code_sha256(["sayso.nowhere"]) == code_sha256([])
    assert code_sha256(["sayso.model"], ["no-such-part"]) == code_sha256(["sayso.model"], ["no-such-part"])
