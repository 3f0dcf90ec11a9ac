"""Who did it, told in pictures or by where he belongs; ages in words; the dead by name are victims by name."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

from sayso.model import Modality

OPENING = "Gunmen raided the village of Lemba on Tuesday and four people died. "


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The government laid the raid at the door of the Red Column.", Modality.ALLEGED),
        ("Officials pointed the finger at the Red Column.", Modality.ALLEGED),
        ("The raid bore the hallmarks of the Red Column.", Modality.POSSIBLE),
        ("The gunmen belonged to the Red Column.", Modality.ASSERTED),
        ("The gunmen were members of the Red Column.", Modality.ASSERTED),
        ("The army blames the Red Column for the raid.", Modality.ALLEGED),
    ],
)
def test_the_body_is_named_as_who_did_it(text, modality):
    assert ("Red Column", modality) in {
        (c.value.name, c.modality) for c in tell(OPENING + text).claims if c.slot == "perpetrator"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The farmer pointed his finger at the Red Column's flag.",
        "The wounded belonged to the Red Cross.",
        "The gunmen were strangers to the Red Column.",
        "The house bore the number of the Red Column.",
    ],
)
def test_what_only_looks_like_it_names_nobody(text):
    assert not [
        c
        for c in tell(OPENING + text).claims
        if c.slot == "perpetrator" and c.start >= len(OPENING) and c.modality is not Modality.ALLEGED
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The eldest was 81.", 81),
        ("The youngest victim was a girl of six.", 6),
        ("A boy of fourteen was among the dead.", 14),
    ],
)
def test_an_age_may_stand_in_words(text, years):
    assert years in {c.value.low for c in tell(OPENING + text).claims if c.slot == "age"}


@pytest.mark.parametrize(
    "text", ["A crowd of six watched.", "The oldest was three weeks old.", "A man of many parts died."]
)
def test_what_counts_no_years_is_no_age(text):
    assert not [c for c in tell(OPENING + text).claims if c.slot == "age" and c.value.unit == "year"]


def test_who_is_counted_by_name_is_a_victim_by_name():
    text = OPENING + "Among the dead was Maria Lopez, the schoolteacher."
    assert "Maria Lopez" in {c.value.name for c in tell(text).claims if c.slot == "victim"}


@pytest.mark.parametrize("text", ["No passengers were killed.", "The gunmen did not attack union workers."])
def test_who_suffered_nothing_is_no_victim(text):
    assert not [c for c in tell(OPENING + text).claims if c.slot == "victim"]
