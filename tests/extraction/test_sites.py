"""Where deeds were: what hangs on a deed, what the text only mentions, and the text's own place told again."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said, tell


def places_of(text: str, name: str = "a.txt") -> list[tuple[str, bool]]:
    """Each place claimed, and whether it is told of something in passing."""
    account = tell(text, name)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    return [(c.value.name, c.episode in passing) for c in account.claims if c.slot == "place"]


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 1999 gunmen opened fire on a crowd of herders at Dorvash, killing nine people.",
        "Nine people were killed on 3 May 1999 when a bomb exploded in the bazaar of Dorvash.",
        "On 3 May 1999 gunmen killed nine worshippers in a chapel at Dorvash.",
    ],
)
def test_a_village_of_no_table_is_where_a_deed_hangs_on_it(text: str) -> None:
    assert "Dorvash" in [name for name, _ in places_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were freed on 3 May 1999 from a jail in Egypt after gunmen killed a guard in Oslo.",
        "A bomb killed nine people in Oslo on 3 May 1999. An aid worker in Bergen said the dead were students.",
        "A bomb killed nine people in Oslo on 3 May 1999, 60 km north of Drammen.",
    ],
)
def test_who_tells_and_what_is_near_place_nothing(text: str) -> None:
    assert not {"Egypt", "Bergen", "Drammen"} & {name for name, _ in places_of(text)}


def test_what_is_only_mentioned_keeps_its_place_to_itself() -> None:
    text = "A bomb killed nine people in Oslo on 3 May 1999. In 1985 a bomb killed 40 people in Bergen."
    assert ("Oslo", False) in places_of(text)
    assert ("Bergen", True) in places_of(text)


def test_where_suspects_were_caught_is_none_of_the_deed_s_places() -> None:
    text = "A bomb killed nine people in Oslo on 3 May 1999. Police arrested four suspects in Bergen on 5 May 1999."
    assert ("Bergen", False) not in places_of(text)


def test_a_field_of_a_table_tells_the_whole_chain() -> None:
    text = "Location: Dorvash, Orla, Norway\n\nA bomb killed nine people in Dorvash on 3 May 1999."
    values = [c.value for c in tell(text).claims if c.slot == "place"]
    assert ("Dorvash", ("Orla", "Norway")) in [(value.name, value.inside) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "Police: Girl Wounded In Accidental Shooting\n\nA girl was wounded on Monday when a gun went off, police said.",
        "Two Dead In Drive-By Shooting\n\nTwo men were killed on Monday in a drive-by shooting, police said.",
    ],
)
def test_a_headlines_words_for_a_deed_are_no_place(text: str) -> None:
    assert not [name for name, _ in places_of(text) if "Shooting" in name]


def test_a_dwelling_is_no_part_of_the_town_before_it() -> None:
    title = "Three dead, one wounded in Dorva Gate apartment shooting"
    named = {
        name
        for name, _ in places_of(f"{title}\n\nThree people were found dead on Friday from a shooting in Dorva Gate.")
    }
    assert not any("apartment" in name for name in named)


def test_a_quarter_of_no_table_leaves_the_street_its_place() -> None:
    text = (
        "Three people were found dead on Friday after a shooting in Dorva Gate. A second shooting in Dorva Gate hurt one.\n\n"
        "It happened around 5 a.m. in the 1600 block of West 205th Street."
    )
    assert any("205th" in name for name, _ in places_of(text))


def test_a_dateline_says_only_where_it_was_written_where_a_deed_is_told_elsewhere():
    text = "LIMA, Peru (AP) -- A judge was shot dead at noon in Trujillo, 500 km north of Lima. Two gunmen fled."
    assert "Lima" not in [claim.value.name for claim in said(text, "place")]


def test_a_drive_by_shooting_is_in_no_drive_and_a_country_is_not_its_capital():
    drive_by = said("1 dead, 5 injured in Memphis drive-by shooting", "place")
    assert [claim.value.name for claim in drive_by] == ["Memphis"]
    text = "A pilot died in Guatemala on Monday when a light plane crashed."
    assert {claim.value.name for claim in said(text, "place")} <= {"Guatemala"}


def test_the_wounded_lie_where_nothing_was_done():
    text = "Four men were shot in Elm Street, Springfield. The wounded men were in stable condition at Temple Hospital."
    assert "Temple Hospital" not in [claim.value.name for claim in said(text, "place")]


def own_places(text: str) -> set[str]:
    """The places of the text's own event; of all that is told, where nothing is its own."""
    account = tell(text, "a.txt")
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    claims = [c for c in account.claims if c.slot == "place"]
    return {c.value.name for c in claims if c.episode not in passing}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A coach skidded off the road near Zvolen on 3 May 1999, killing nine pilgrims.", "Zvolen"),
        ("Five climbers were killed on 3 May 1999 by an avalanche above Chamonix.", "Chamonix"),
        ("Three students drowned on 3 May 1999 when their boat capsized off Marseille.", "Marseille"),
        ("A lorry struck a mine on the road between Mopti and Gao on 3 May 1999, killing nine.", "Mopti"),
        ("Gunmen killed 12 herders on 3 May 1999 in a raid on a camp near Lodwar.", "Lodwar"),
        ("A bus fell into a gorge twelve miles north of Abbottabad on 3 May 1999, killing 23.", "Abbottabad"),
    ],
)
def test_what_came_of_a_deed_shows_where_it_was(text: str, name: str) -> None:
    assert name in own_places(text)


def test_each_place_of_a_list_is_one_of_the_deed() -> None:
    text = "Bombs exploded in Lahore, Multan and Quetta on 3 May 1999, killing 31 people."
    assert {"Lahore", "Multan", "Quetta"} <= own_places(text)


@pytest.mark.parametrize(
    "text",
    [
        "A coach skidded off the road near Zvolen on 3 May 1999, killing nine. A tenth passenger died in Bratislava on Friday.",
        "An avalanche killed five climbers above Zvolen on 3 May 1999. One, dug out alive, died in Bratislava a week later.",
    ],
)
def test_who_dies_afterwards_elsewhere_does_not_move_the_deed(text: str) -> None:
    assert "Bratislava" not in own_places(text)


def test_a_capital_in_the_dateline_is_not_where_it_happened() -> None:
    text = (
        "BOGOTA, 7 Nov 89 (AFP) -- Six people were killed today in a bomb attack that destroyed a farm in the town of Quimbaya, "
        "about 300 km west of Bogota, officials said."
    )
    assert "Bogotá" not in own_places(text)


def test_a_town_of_a_list_is_one_of_the_deed_wherever_the_parse_hangs_it() -> None:
    text = "Rioting in Vadodara, Surat and Rajkot on 3 May 1999 left 40 people dead."
    assert {"Vadodara", "Surat", "Rājkot"} <= {name for name, _ in places_of(text)}


def test_one_who_dies_alone_elsewhere_does_not_move_the_deed() -> None:
    text = (
        "Two trains collided near Zvolen on 3 May 1999 and 22 passengers were killed. Another, a soldier on leave, died on Tuesday in "
        "Bratislava."
    )
    assert "Bratislava" not in own_places(text)


def test_the_only_place_that_an_account_names_is_where_it_happened() -> None:
    text = "Twelve children and a teacher were killed on 3 May 1999 when a roof fell in. The school at Dorvash was built last year."
    assert own_places(text) == {"Dorvash"}
    two = f"{text} The contractor, it is said, has an office in Orlava."
    assert "Dorvash" not in own_places(two) or "Orlava" not in own_places(two)


@pytest.mark.parametrize(
    "rest",
    [
        "Ministers spoke of the killings at a summit in Bergen.",
        "Delegates to a congress that is being held in Bergen condemned the attack.",
        "Relatives in Bergen demanded an inquiry into the killings.",
    ],
)
def test_where_people_met_about_it_is_not_where_it_happened(rest: str) -> None:
    text = f"A bomb killed nine people in Oslo on 3 May 1999. {rest}"
    assert "Bergen" not in own_places(text)


def test_a_title_in_capitals_throughout_tells_its_town() -> None:
    text = "Gunmen Kill Six Near Maiduguri\n\nGunmen opened fire on traders on 3 May 1999, killing six of them."
    assert "Maiduguri" in own_places(text)


def test_who_did_it_from_a_garrison_did_not_do_it_there() -> None:
    text = (
        "On 3 May 1999 52 people were killed in Dorvash. The killings were carried out by members of the garrison at Lillo, "
        "investigators believe."
    )
    assert "Lillo" not in own_places(text)


def test_a_town_named_beside_the_place_of_a_deed_is_none_of_its_places() -> None:
    text = "Thirty-nine miners died in the explosion at Glendyer on 3 May 1952, and a monument in Sydney, put up in 1955, has 45 names."
    assert own_places(text) == {"Glendyer"}


def test_a_village_lies_in_the_country_that_the_text_names_and_in_no_other() -> None:
    text = "On 3 May 1999 gunmen killed nine people at Dorvash. A like attack was made at Attica in 1971."
    values = [c.value for c in tell(text).claims if c.slot == "place" and c.value.name == "Dorvash"]
    assert values
    assert all(value.country is None for value in values)


@pytest.mark.parametrize(
    "rest",
    [
        "A carter was charged in Haleworth's killing.",
        "The Olympic bombing of 1996 was recalled.",
        "The suspect is shown in a photo taken in Bergen after the killings.",
    ],
)
def test_persons_feasts_and_photographs_are_no_places_of_a_deed(rest: str) -> None:
    text = f"A bomb killed nine people in Oslo on 3 May 1999. {rest}"
    assert not {"Haleworth", "Olympic", "Bergen"} & own_places(text)
