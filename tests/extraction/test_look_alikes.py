from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, counted, said, tell

from sayso.model import Modality

NO_PEOPLE = [
    "The attack of 1996 is remembered every year.",
    "In 1996 the police were attacked.",
    "Maria Gomez, 41, survived the attack.",
    "The 25-year-old was arrested after the attack.",
    "He was the 51st to be named after the massacre.",
    "The damage of the flood is put at 75 million dollars.",
    "The family was paid $500,000 after the killing.",
    "The bomb weighed 40 kilograms.",
    "The attack was reported in issue #412 of the paper, on page 12.",
    "Flight 703 was hijacked by gunmen.",
    "The gun battle lasted 35 minutes.",
    "The bomb went off 9 kilometres from the capital at 10:30.",
    "The team won 3-2 on the day of the bombing.",
    "Unemployment rose by 12 percent in the year of the riot.",
    "The earthquake had a magnitude of 7.1.",
    "The hijackers demanded a plane to fly at 30,000 feet.",
    "The fire on deck 12 of Hall 4 broke out on Friday.",
    "The statement on the killing is No. 31 of the Gazette.",
    "Photo 88120345 shows the attack.",
    "The rebels of the 14th Brigade attacked the town.",
    "After the explosion the alarm was raised on channel 16.",
]

NOT_SAID_TO_BE_SO = [
    ("An assault could lead to 300 deaths.", Modality.HYPOTHETICAL),
    ("If the bomb had gone off, 300 people would have been killed.", Modality.HYPOTHETICAL),
    ("The gunmen threatened to kill 20 hostages.", Modality.PLANNED),
    ("The rebels plan to release 20 hostages on Monday.", Modality.PLANNED),
    ("The army denied that 20 civilians were killed in the raid.", Modality.DENIED),
    ("The group alleged that 20 prisoners were executed.", Modality.ALLEGED),
    ("Twenty people were reportedly killed in the attack.", Modality.REPORTED),
    ("Up to 20 people may have been killed in the attack.", Modality.POSSIBLE),
]

KEPT_ASIDE = [
    "Gunmen seized a school on Monday and killed two guards. In 1979, 444 died in another siege.",
    "A mine explosion killed two workers on Monday. A fire at another mine in 1986 killed 444 workers.",
    "A storm killed two farmers on Monday. The storms of March 1987 killed about 444 people.",
    "A riot killed two shopkeepers on Monday. It is three years since 444 people were murdered in the capital.",
]

STRAY_DATES = [
    ("The fire broke out on Friday. Last year 212 people were killed in the mines.", "0212"),
    ("The company expects losses should the strike last three months after the explosion.", "/"),
    ("After the explosion of June 2009 the men were behind the fall of rock.", "-09"),
]


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_what_is_no_count_of_people_is_none(text):
    assert {row for row in counted(text) if row[1] not in {(1, 1), (1, None)}} == set()


@pytest.mark.parametrize(("text", "modality"), NOT_SAID_TO_BE_SO)
def test_what_is_not_held_is_not_asserted(text, modality):
    counts = [claim for claim in tell(text).claims if claim.value.kind == "figure"]
    assert [claim.modality for claim in counts] == [modality]


def test_a_negation_is_a_zero_and_no_denial():
    told = said("Gunmen attacked the bank. No one was killed.", "killed")
    assert [(claim.value.low, claim.value.high, claim.modality) for claim in told] == [(0, 0, Modality.ASSERTED)]


def test_those_who_were_not_killed_are_no_dead():
    text = "The 14 hostages were not killed in the raid."
    assert [claim for claim in said(text, "killed") if claim.value.high != 0] == []


def test_a_denial_names_who_denies():
    told = [
        c for c in tell("General Ruiz denied that 20 civilians were killed in the raid.").claims if c.slot == "killed"
    ]
    assert [claim.attribution[0].speaker for claim in told] == ["General Ruiz"]


@pytest.mark.parametrize("text", KEPT_ASIDE)
def test_figures_of_another_event_stay_apart(text):
    account = tell(text)
    episode = {claim.value.low: claim.episode for claim in account.claims if claim.slot == "killed"}
    assert episode.keys() >= {2}
    assert not {400, 444} & {low for low, number in episode.items() if number == episode[2]}


@pytest.mark.parametrize(("text", "shape"), STRAY_DATES)
def test_a_word_that_may_be_a_date_is_not_always_one(text, shape):
    whens = [claim.value.edtf for claim in tell(text).claims if claim.value.kind == "when"]
    assert [edtf for edtf in whens if shape in edtf] == []


@pytest.mark.parametrize("day", ["31 February 1997", "30 February", "32 January 1999", "0 May 2001"])
def test_a_day_that_is_none_becomes_no_other_day(day):
    whens = [claim.value for claim in tell(f"Gunmen attacked the bank on {day}.").claims if claim.value.kind == "when"]
    assert [when for when in whens if when.earliest is not None and when.earliest == when.latest] == []


def test_those_who_kill_are_not_among_the_killed():
    assert bounds("Four gunmen killed two guards in the attack.", "killed") == [(2, 2)]


def test_an_age_beside_a_dead_person_is_no_toll():
    told = bounds("Peter Marsh (52), a father of four, was killed in the explosion.", "killed")
    assert told == [(1, 1)]
