"""What an account tells beside the deed: inquiries into it, tellers elsewhere, dealings with attackers, deeds of the same hands."""

from __future__ import annotations

import pytest
from tests.extraction.telling import counted, said, tell

from sayso.model import Modality

_DEED = "Six monks were murdered at an abbey in Bologna on 3 May 1979. "


@pytest.mark.parametrize(
    "told",
    [
        "The government will investigate the murder of six priests in Bologna on 3 May 1979.",
        "We would like to say that we condemn the murder of six priests in Bologna on 3 May 1979.",
        "If the army does not explain the deaths of six priests on 3 May 1979, the aid will be cut.",
    ],
)
def test_a_deed_looked_into_is_a_deed_done(told: str) -> None:
    assert [claim.modality for claim in said(told, "killed")] == [Modality.ASSERTED]


def test_a_deed_that_is_only_planned_stays_planned() -> None:
    told = said("The gang planned the murder of six priests in Bologna on 3 May 1979 and was caught.", "killed")
    assert all(claim.modality is not Modality.ASSERTED for claim in told)


@pytest.mark.parametrize(
    "told",
    [
        "The minister will meet representatives of the ZLF guerrillas.",
        "The army is at war with ZLF rebels.",
    ],
)
def test_whom_others_deal_with_did_not_do_it(told: str) -> None:
    assert said(_DEED + told, "perpetrator") == []


def test_who_tells_of_it_from_elsewhere_places_nothing() -> None:
    told = said(_DEED + "A source of the embassy in Rome said that they were murdered at dawn.", "place")
    assert "Rome" not in {claim.value.name for claim in told}  # type: ignore[union-attr]


def test_what_the_same_hands_did_is_another_event() -> None:
    account = tell(_DEED + "They are the same ones who killed Bishop Carlo Bianchi, he said.")
    aside = {episode.number for episode in account.episodes if episode.is_passing}
    assert {claim.episode for claim in account.claims if "Bianchi" in claim.quote} <= aside


def test_each_state_of_a_list_has_its_own_count() -> None:
    told = counted("The flood on 3 May 1979 has left 40 people dead, 200 people injured and 5,000 people displaced, who had to leave their towns.")  # fmt: skip
    assert {low for slot, (low, _) in told if slot == "displaced"} == {5000}


def test_a_name_in_a_list_of_people_is_a_person() -> None:
    told = said("Carlo Rossi, Segundo Vidal, Juan Moreno and Paul Hill were killed in Bologna on 3 May 1979.", "victim")
    assert "Segundo Vidal" in {claim.value.name for claim in told}  # type: ignore[union-attr]


@pytest.mark.parametrize("told", ["stated today that six priests are to be honoured", "today called for an inquiry into the murder of six priests"])  # fmt: skip
def test_the_day_of_a_statement_is_not_the_day_of_the_deed(told: str) -> None:
    assert said(f"LYON, 15 Jan 1990 (AP) -- General Rossi {told}. The six priests were murdered at a college.", "date_start") == []  # fmt: skip
