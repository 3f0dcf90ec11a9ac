"""Who is held to have done it, and who says so of himself, in turns without a plain verb of accusing."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

from sayso.model import Modality

_SLOTS = ("perpetrator", "perpetrator_people", "claimed_by")


def _told(text: str) -> list[tuple[str, str, Modality]]:
    """Slot, name and modality of everybody held to have done it."""
    found = [(claim.slot, getattr(claim.value, "name", ""), claim.modality) for claim in tell(text).claims]
    return [one for one in found if one[0] in _SLOTS]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The blame for the massacre of 20 peasants was put on the Ninth Brigade.", "Ninth Brigade"),
        ("Suspicion for the bombing, in which two men died, fell on a former clerk.", "former clerk"),
        ("The relatives hold the landlords responsible for the murder of the two teachers.", "landlords"),
        ("The murder of the judge bears the mark of the Iron Fist.", "Iron Fist"),
        ("The murder of the editor appeared to be the work of drug traffickers.", "drug traffickers"),
    ],
)
def test_who_is_blamed_in_other_turns_is_told(text: str, name: str) -> None:
    assert name in [told for _, told, _ in _told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two guards. In a call to a newspaper the White Hand said it had planted the bomb.",
        "A bomb killed two guards. A statement signed by the White Hand said they were responsible.",
        "A bomb killed two guards. A group calling itself the White Hand took credit.",
        'A bomb killed two guards on Monday. "We did it," said a caller who said he spoke for the White Hand.',
        "Responsibility for the attack, in which six recruits died, was claimed in a leaflet by the White Hand.",
        "The White Hand said in a communique that its fighters had killed the colonel.",
    ],
)
def test_who_says_that_he_did_it_claims_it(text: str) -> None:
    assert "White Hand" in [name for slot, name, _ in _told(text) if slot == "claimed_by"]


@pytest.mark.parametrize(
    "text",
    [
        "The bomb killed five people. A spokesman of the Farm League said it was not responsible for the attack.",
        'The bomb killed five people. "We had nothing to do with the attack," a spokesman of the Farm League said.',
    ],
)
def test_who_says_that_he_did_not_do_it_denies_it(text: str) -> None:
    assert ("perpetrator", "Farm League", Modality.DENIED) in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two guards. It would be rash to say that the army did it.",
        "Gunmen killed two guards. The responsibility for order lies with all citizens.",
        "Gunmen killed two guards. A spokesman denied any role in the attack.",
    ],
)
def test_nobody_is_blamed_by_a_turn_that_blames_nobody(text: str) -> None:
    assert {name.lower() for _, name, _ in _told(text)} <= {"gunmen"}
