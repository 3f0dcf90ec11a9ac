"""Times and lengths that a careful reader would sign: what dates an event, what only dates something, and what lasted in it."""

import pytest
from tests.extraction.telling import bounds, said, tell

STORY = "HARLOW, March 20, 2011 (NNA) - A bridge in Harlow collapsed on 18 March 2011 and 40 people died.\n\n"
OTHERS = [
    ("A flood in 1962 drowned thirty people in the same valley.", "1962"),
    ("In July 2004 a fire at a school in Welmar killed nineteen.", "2004-07"),
    ("It was the worst disaster since a train was derailed in Ostra in 1978.", "1978"),
    ("In 1983 gunmen attacked the town hall of Belmond.", "1983"),
    ("Rioting broke out in Corwen in May 1999.", "1999-05"),
]
NO_EVENTS = [
    "The house was built in 1998 by a merchant from Ulm.",
    "Her brother was elected to the senate in 2006.",
    "The firm had been sold in September 2007 to a bank.",
    "He graduated in 1987 from a college in Dorn.",
    "Sales in the third quarter of 2009 were higher.",
    "The novel was published in 1954.",
]
NO_YEARS = [
    "Call the sheriff at 859-253-2020 about the collapse.",
    "Call the police at (313) 222-2027 about the collapse.",
    "The town was under curfew between 1800 and 0600.",
    "The bridge was shelled between 1310 and 1350 [1910 and 1950 GMT].",
    "© 2014 Harlow Gazette",
]
LASTED = [
    ("Two divers were trapped under the bridge for six hours.", (6, 6)),
    ("Rescuers searched the river for two days.", (2, 2)),
    ("Survivors of the bridge clung to a pier for nine hours.", (9, 9)),
    ("The last man was found after some 30 hours.", (27, 33)),
    ("The alarm came 40 minutes late.", (40, 40)),
    ("The bridge was closed for five hours.", (5, 5)),
]
LASTED_ELSEWHERE = [
    "He had worked on the bridge for 22 years.",
    "The inquiry into the bridge could take several weeks.",
    "The engineer was given an eight-year sentence for the bridge.",
    "The contractor served eight months of a two-year term over the bridge.",
    "She had lived beside the bridge for almost 20 years.",
    "The election will be held six weeks from now, with or without the bridge.",
    "The mayor spent 40 minutes at the hospital after the bridge fell.",
    "A two-hour funeral service was held for the dead of the bridge.",
    "The owners had not stopped for one minute to look at the bridge.",
    "There has been talk of the bridge for a number of years.",
]


@pytest.mark.parametrize(("text", "edtf"), OTHERS)
def test_an_event_of_another_time_has_its_day(text, edtf):
    assert edtf in [claim.value.edtf for claim in said(STORY + text, "date_start")]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_is_no_event_is_dated_and_begins_nothing(text):
    told = [claim for claim in tell(STORY + text).claims if claim.start >= len(STORY) - 1]
    assert "date_start" not in {claim.slot for claim in told}


@pytest.mark.parametrize("text", NO_YEARS)
def test_four_digits_of_a_telephone_a_clock_or_an_imprint_are_no_year(text):
    times = [c for c in tell(STORY + text).claims if c.slot in ("date", "date_start") and c.start >= len(STORY)]
    assert times == []


@pytest.mark.parametrize(("text", "length"), LASTED)
def test_what_was_done_and_suffered_has_its_length(text, length):
    assert bounds(STORY + text, "duration_within") == [length]


@pytest.mark.parametrize("text", LASTED_ELSEWHERE)
def test_what_lasted_elsewhere_is_no_length_of_the_event(text):
    account = tell(STORY + text)
    own = {episode.number for episode in account.episodes if not episode.is_passing}
    assert not [claim for claim in account.claims if claim.slot == "duration_within" and claim.episode in own]


SHOT = "HARLOW, Iowa, May 4, 2015 (NNA) - Two men were shot in Harlow on Sunday and one died.\n\n"
AFTERWARDS = [
    "Ernest Bell was booked into the county jail about 3 a.m. on two counts of assault.",
    "Police issued a warrant for Ernest Bell at 10 p.m. on Monday.",
    "UPDATE (9:20 p.m.): a man has been named by police.",
    "The suspect turned himself in at 6 a.m. on Tuesday.",
    "The church plans memorial services at 8 a.m. on Saturday.",
    "Tune in at 6 p.m. for more on the shooting.",
]
OF_THE_DEED = [
    ("The men were shot about 3 a.m. outside a bar.", "03:00"),
    ("Police were called to the shooting at 5:45 p.m.", "17:45"),
    ("Bell was charged in a shooting at 2 a.m. Sunday.", "02:00"),
    ("It happened around 11 p.m., police said.", "23:00"),
]
DIED_LATER = [
    "Kadin Mann, 5, died on Sunday after he was shot on Saturday in Harlow.",
    "A boy was shot on Saturday in Harlow. He died four days later.",
]


@pytest.mark.parametrize("text", AFTERWARDS)
def test_an_hour_of_police_courts_and_newsrooms_is_not_the_deeds(text):
    told = tell(SHOT + text)
    aside = {episode.number for episode in told.episodes if episode.is_passing}
    assert all(claim.episode in aside for claim in told.claims if claim.slot == "time")


@pytest.mark.parametrize(("text", "clock"), OF_THE_DEED)
def test_an_hour_of_the_deed_is_told(text, clock):
    assert clock in [claim.value.time for claim in said(SHOT + text, "time")]


@pytest.mark.parametrize("text", DIED_LATER)
def test_the_day_of_a_death_is_not_the_day_of_the_deed(text):
    days = {claim.value.edtf for claim in said("HARLOW, May 6, 2015 (NNA) - " + text, "date_start")}
    assert days <= {"2015-05-02"}


CONDEMNED = [
    "The ministry condemned today the assassination of the union leader.",
    "The bishop deplored on Wednesday the murder of the union leader.",
    "The rebels claimed credit on Wednesday for the murder of the union leader.",
]


@pytest.mark.parametrize("text", CONDEMNED)
def test_the_day_of_words_about_a_deed_is_not_the_deeds(text):
    days = said("HARLOW, 10 May 2015 (NNA) - A union leader was shot dead in Harlow on 5 May.\n\n" + text, "date_start")
    assert {claim.value.edtf for claim in days} == {"2015-05-05"}


def test_the_day_before_last_tuesday_is_not_the_day_before_last():
    quotes = {c.quote for c in tell(STORY + "The day before last Tuesday's hearing a bomb killed two men.").claims}
    assert "The day before last" not in quotes
