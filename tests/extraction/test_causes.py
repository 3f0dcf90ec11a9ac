"""Why it happened, as an account tells it; a cause that is not known is none."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said, tell

from sayso.model import Modality

_FIRE = "A fire at a warehouse in Lyon killed three people on Monday. "
_CRASH = "A bus crash near Lyon killed three people on Monday. "


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (_FIRE + "The fire was caused by a short circuit in the kitchen.", "short circuit"),
        (_FIRE + "It was caused by a short circuit, the mayor said.", "short circuit"),
        (_FIRE + "The fire started when a candle fell over.", "candle fell over"),
        (_FIRE + "The cause of the fire was a cigarette.", "cigarette"),
        (_CRASH + "The crash happened due to a flat tyre.", "flat tyre"),
        (_CRASH + "The crash resulted from brake failure.", "brake failure"),
        (_CRASH + "The crash was the result of poor maintenance.", "poor maintenance"),
        (_CRASH + "The crash was attributed to lack of sleep.", "lack of sleep"),
        ("Heavy rain triggered a landslide that killed 20 people near Lyon on Monday.", "Heavy rain"),
        ("Three workers died in Lyon on Monday after a boiler exploded at a plant.", "boiler exploded"),
        ("A protest in Lyon, sparked by a rise in prices, left two dead on Monday.", "rise in prices"),
    ],
)
def test_a_cause_is_told_in_the_text_s_words(text: str, cause: str) -> None:
    assert [claim.value.text for claim in said(text, "cause")] == [cause]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "told",
    [
        "The cause of the fire is under investigation.",
        "The cause of the fire was not known.",
        "What caused the fire is unclear.",
        "The deaths were caused by the fire.",
        "The delay was caused by traffic.",
        "Trains were late because of a strike.",
        "Two of them died after a long illness.",
        "The fire was caused by three men.",
    ],
)
def test_what_explains_no_event_is_no_cause(told: str) -> None:
    assert said(_FIRE + told, "cause") == []


@pytest.mark.parametrize(
    "text",
    [
        "As a result of the clash in Lyon on Monday, two soldiers were killed.",
        "One person was killed in Lyon on Monday as the result of a bomb explosion.",
    ],
)
def test_what_a_deed_did_to_people_is_not_why_it_was_done(text: str) -> None:
    assert said(text, "cause") == []


@pytest.mark.parametrize(
    ("told", "modality", "holds"),
    [
        ("The fire was blamed on faulty wiring.", Modality.ALLEGED, True),
        ("The probable cause was a cigarette.", Modality.POSSIBLE, True),
        ("The fire may have been caused by a cigarette.", Modality.POSSIBLE, True),
        ("The owner denied that the fire was caused by faulty wiring.", Modality.DENIED, True),
        ("The fire was not caused by a cigarette.", Modality.ASSERTED, False),
    ],
)
def test_a_guessed_or_rejected_cause_keeps_its_doubt(told: str, modality: Modality, holds: bool) -> None:
    found = [claim for claim in tell(_FIRE + told).claims if claim.slot == "cause"]
    assert [(claim.modality, claim.polarity) for claim in found] == [(modality, holds)]


def test_each_of_two_causes_is_told() -> None:
    told = _CRASH + "The crash was caused by brake failure and bad weather."
    assert [claim.value.text for claim in said(told, "cause")] == ["brake failure", "bad weather"]  # type: ignore[union-attr]


_RIOT = "A riot in Lyon left two people dead on Monday. "
_SUNK = "A ferry sank off Lyon on Monday and nine people died. "


@pytest.mark.parametrize(
    ("told", "cause"),
    [
        ("The riot was set off by a rumour that the well was poisoned.", "rumour that the well was poisoned"),
        ("The riot broke out after a guard hit a boy who had laughed.", "guard hit a boy"),
        (
            "The violence flared after word spread that a shrine had been burnt.",
            "word spread that a shrine had been burnt",
        ),
        ("The riot stemmed from a quarrel over land.", "quarrel over land"),
        ("A dispute over wages lay at the root of the riot.", "dispute over wages"),
        ("Behind the riot was an old feud about a mill.", "old feud about a mill"),
        ("The riot was called in protest at the closing of a mill.", "closing of a mill"),
        ("Two nights of rioting followed the arrest of a preacher.", "arrest of a preacher"),
        ("Anger at the arrest of a preacher led to the riot.", "Anger at the arrest of a preacher"),
        ("The riot had its origin in a quarrel about a mill.", "quarrel about a mill"),
    ],
)
def test_what_made_people_rise_is_a_cause(told: str, cause: str) -> None:
    assert cause in [claim.value.text for claim in said(_RIOT + told, "cause")]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "cause"),
    [
        ("The ferry sank because a door had been left open.", "door had been left open"),
        ("The sinking was put down to a cracked hull.", "cracked hull"),
        ("Overloading is believed to be behind the sinking.", "Overloading"),
        ("A cracked hull was named as the cause of the sinking.", "cracked hull"),
        ("The sinking was down to a misread chart.", "misread chart"),
    ],
)
def test_what_brought_an_accident_about_is_a_cause(told: str, cause: str) -> None:
    assert [claim.value.text for claim in said(_SUNK + told, "cause")] == [cause]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "told",
    [
        "The riot broke out after police arrived.",
        "The riot spread over the weekend.",
        "Two people were killed over three days.",
        "Word spread that the governor was dead.",
        "Shops closed after the riot.",
    ],
)
def test_what_only_went_before_is_no_cause(told: str) -> None:
    assert said(_RIOT + told, "cause") == []
