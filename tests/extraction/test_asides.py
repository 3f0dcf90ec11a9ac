"""What a text tells of other events, of many at once or of elsewhere, beside look-alikes that are the story's own."""

import pytest
from tests.extraction.telling import said, tell

BLAST = "A gas explosion killed four workers at the Harrow mine on 3 May 1999. "
FLOOD = "Torvik, 9 June 2003 - A flood killed four people in Torvik on 8 June 2003, and the river Ems rose on. "


def own(text: str, slot: str = "killed") -> list[float]:
    """The figures of the document's own event and its parts."""
    account = tell(text)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    return [c.value.low for c in account.claims if c.slot == slot and c.episode not in passing]


@pytest.mark.parametrize(
    "aside",
    [
        "Since January 61 miners have been killed in the province.",
        "Last year 61 miners were killed in the province.",
        "Harrow was one of some thirty mines struck in those years, in which 61 people were killed.",
        "In a separate accident 61 people were killed near Selby.",
        "Elsewhere, 61 people died when a bus left the road.",
        "61 people have died in the mines so far this year.",
        "The union is also at work in Selby, where the dead numbered more than 60.",
    ],
)
def test_figures_of_many_events_or_of_another_are_kept_off(aside: str) -> None:
    assert own(BLAST + aside) == [4]


@pytest.mark.parametrize(
    "more",
    [
        "Since Tuesday 61 miners have been killed.",
        "By Friday 61 miners had been killed.",
        "One of the two shafts that collapsed killed 61 miners.",
        "A second explosion killed 61 people at noon.",
    ],
)
def test_figures_of_the_story_stay(more: str) -> None:
    assert own(BLAST + more) == [4, 61]


def test_what_was_at_another_place_on_a_day_before_is_another_event() -> None:
    assert own(FLOOD + "In Halden, where the river left its bed on 2 June, eleven people drowned.") == [4]


@pytest.mark.parametrize(
    "more",
    [
        "In Halden, where the river left its bed on 8 June, eleven people drowned.",
        "In Torvik, where the river left its bed on 2 June, eleven people drowned.",
    ],
)
def test_the_same_day_or_the_same_place_is_the_same_event(more: str) -> None:
    assert own(FLOOD + more) == [4, 11]


def test_a_paragraph_under_elsewhere_is_of_another_event() -> None:
    text = f"# A flood in Torvik\n\n{FLOOD}\n\n## {{}}\n\nFloods in the valley of the Rauma have killed 31 people.\n"
    assert 31 not in own_of_markdown(text.format("Elsewhere"))
    assert 31 in own_of_markdown(text.format("Toll"))


def own_of_markdown(text: str) -> list[float]:
    account = tell(text, "a.md")
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    return [c.value.low for c in account.claims if c.slot == "killed" and c.episode not in passing]


def test_the_numeral_of_a_list_parts_nothing() -> None:
    text = "A flood killed 19 people in Torvik on 8 June 2003.\n\n1. Thirty-four persons remain missing.\n\n2. Forty persons were injured.\n"
    account = tell(text)
    assert not any(episode.is_passing for episode in account.episodes)


def test_the_fall_of_ground_is_no_season() -> None:
    account = tell("On 3 May 1999 the roof of the Harrow mine collapsed. Four miners were killed by the fall of rock.")
    assert [episode.is_passing for episode in account.episodes] == [False]


def test_where_a_witness_comes_from_or_lives_places_nothing() -> None:
    text = "Gunmen killed four people in Oslo on 3 May 1999. {} told of the shooting."
    for who in ("Two travellers from Prague", "His sister, who lives in Prague,"):
        assert [c.value.name for c in tell(text.format(who)).claims if c.slot == "place"] == ["Oslo"]
    fled = tell("Gunmen killed four people in Oslo on 3 May 1999 and kidnapped a nurse from a clinic in Bergen.")
    assert "Bergen" in [c.value.name for c in fled.claims if c.slot == "place"]


def test_a_paragraph_kept_off_by_a_guess_lets_harm_told_later_be_the_story_s() -> None:
    text = (
        "A letter from the hospital at Torvik\n\nA mob killed people in Torvik on 3 May 1909.\n\nI write between two meals. "
        "It rains. On Saturday forty bodies lay in our yard."
    )
    assert own(text) == [40.0]


def test_one_that_may_come_is_not_the_one_that_came() -> None:
    text = FLOOD + "Should a flood strike in July, 40 people could be killed."
    account = tell(text)
    own_numbers = {episode.number for episode in account.episodes if not episode.is_passing}
    told = [c.slot for c in account.claims if c.episode in own_numbers and "July" in c.quote]
    assert told == []


def test_unrest_in_the_days_of_a_disaster_is_an_event_of_its_own() -> None:
    unrest = "On 4 May police dispersed a crowd at the mine gate. Five were arrested and three were injured."
    assert own(BLAST + "\n\n" + unrest, "injured") == []
    assert own(
        "Police dispersed a crowd in Harrow on 3 May 1999. Five were arrested and three were injured.", "injured"
    ) == [3]


def test_an_unrelated_outbreak_is_another_event():
    text = (
        "Cholera has killed 31 people in Oslo since 3 June 2017.\n\nThe wells were closed.\n\n"
        "An unrelated outbreak of measles killed seven children in May."
    )
    assert 7 not in [c.value.low for c in said(text, "killed") if c.episode == 0]
