from __future__ import annotations

import pytest

from sayso.importing.coded import Coded, import_claims


def _one(store, **cells):
    row = {"document": "gazette", "quote": "40 hostages", "slot": "hostages_taken", **cells}
    return import_claims(store.view(), [Coded(2, row)], is_whole=False)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"document": "nowhere"}, "no document 'nowhere'"),
        ({"quote": "ninety hostages"}, "do not stand there"),
        ({"quote": "embassy"}, "stands there 2 times"),
        ({"quote": "40 hostages", "start": "3"}, "does not stand at 3"),
        ({"quote": ""}, "no quote"),
        ({"slot": "kiled"}, "no slot 'kiled'"),
        ({"value": "who knows"}, "cannot be read"),
        ({"low": "x", "high": "3"}, "cannot be read"),
        ({"modality": "shouted"}, "no modality"),
    ],
)
def test_a_row_that_is_no_claim_is_refused_with_the_reason(store, cells, why):
    found = _one(store, **cells)
    assert found.layers == {}
    assert [one.line for one in found.refused] == [2]
    assert why in found.refused[0].why


def test_words_that_stand_twice_are_found_by_their_start(store):
    text = store.view().document("gazette").text
    start = text.rindex("embassy")
    (layer,) = _one(store, quote="embassy", slot="physical_target", start=str(start)).layers.values()
    assert layer.claims[0].start == start


def test_a_value_that_is_not_coded_is_read_from_the_quote(store):
    (layer,) = _one(store).layers.values()
    assert (layer.claims[0].value.low, layer.claims[0].group) == (40, "hostages")


def test_parts_of_a_value_count_before_its_words(store):
    (layer,) = _one(store, value="about 40", low="38", high="44", qualifier="about").layers.values()
    assert (layer.claims[0].value.low, layer.claims[0].value.high) == (38, 44)


def test_a_speaker_makes_a_claim_reported(store):
    (layer,) = _one(store, speaker="Gunmen").layers.values()
    (claim,) = layer.claims
    said = claim.attribution[0]
    assert (claim.modality.value, said.speaker) == ("reported", "Gunmen")
    assert store.view().document("gazette").text[said.speaker_start : said.speaker_end] == "Gunmen"
