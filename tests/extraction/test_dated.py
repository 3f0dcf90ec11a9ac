"""What a text tells of its own event stays with it: below imprints, in texts of years later, after a day of something else."""

from __future__ import annotations

from tests.extraction.telling import tell


def _own(text: str, *slots: str) -> set[str]:
    account = tell(text)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    return {claim.quote for claim in account.claims if claim.episode not in passing and claim.slot in slots}


def test_the_line_that_says_where_and_when_a_report_was_made_leads_to_nothing_else() -> None:
    text = (
        "Report on the Corvo mine\n\nProvince of Elda, Halm, 3 November 1952.\n\nThe lamp checks show that 119 persons were underground.\n\n"
        "The accident took place at 4.05 a.m. on Wednesday, 13 February 1952. Forty-three miners were killed."
    )
    assert "119 persons" in _own(text, "present")


def test_a_sentence_that_is_there_to_tell_the_day_outweighs_days_without_a_year() -> None:
    text = (
        "Report of the Commission, 3 November 1952\n\nForty-three miners were killed, and two died in hospital on 21 February and 9 March.\n\n"
        "The explosion took place at 4.05 a.m. on Wednesday, 13 February 1952."
    )
    assert "4.05 a.m. on Wednesday, 13 February 1952" in _own(text, "date_start")


def test_the_day_of_the_story_is_told_after_what_was_built_long_before() -> None:
    text = (
        "Inquiry into the Sona dam, 27 March 2017\n\nThe tank is an earthen bund, completed in 1983. On 9 August 2016 water was passing over it. "
        "The dam collapsed and the flood killed 36 people in Sona."
    )
    assert "9 August 2016" in _own(text, "date", "date_start")


def test_an_inquiry_s_own_days_are_not_the_story_s() -> None:
    text = (
        "Inquiry into the Sona flood\n\nThe Commission visited the site on 6 October 2016 and again on 11 January 2017.\n\n"
        "On the night of 9 August 2016 the river rose. The flood killed 36 people."
    )
    assert "6 October 2016" not in _own(text, "date_start")


def test_water_belongs_to_a_burst_dam_and_sparks_to_an_explosion() -> None:
    text = "On 9 August 2016 a dam collapsed at Sona. Flood marks show how high it rose: 27 people died in the lower street."
    assert _own(text, "killed") == {"27 people"}
