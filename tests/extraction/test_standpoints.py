"""Whose side a sentence is told from: in a phrase set off from it, behind a colon, between commas."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said

_FIRE = "Two people were killed in a fire in Turin on Monday. "


def _told(text: str, low: int) -> list[tuple[str, list[str]]]:
    found = [c for c in said(_FIRE + text, "killed") if c.value.low == low]  # type: ignore[union-attr]
    return [(c.modality.value, [voice.speaker for voice in c.attribution]) for c in found]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("In the words of the abbot, sixty monks perished.", "the abbot"),
        ("On the evidence of the midwife, sixty infants died.", "the midwife"),
        ("On the porter's evidence, sixty people died.", "the porter"),
        ("As the consul wrote to London, sixty people were killed.", "the consul"),
        ("Sixty people were killed, as the harbour master has it.", "the harbour master"),
        ("To hear the foreman tell it, sixty men were killed.", "the foreman"),
        ("Per the sheriff's office, sixty men were killed.", "the sheriff's office"),
        ("Sixty sisters, the abbess said, had been killed by the roof.", "the abbess"),
        ("The mission is satisfied that sixty people were killed.", "The mission"),
        ("The company gave out yesterday that sixty men had died.", "The company"),
        ("The court closed the gallery. It held that sixty people had been killed.", "The court"),
        ("Villagers fled to the hills. They counted sixty dead.", "Villagers"),
    ],
)
def test_the_phrase_says_whose_words_they_are(told: str, speaker: str) -> None:
    assert _told(told, 60) == [("asserted", [speaker])]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ('The statement read: "Our fighters killed sixty soldiers."', "The statement"),
        ('Rosa Bell, Upton: "It was dark. Sixty men died."', "Rosa Bell"),
        ('The mayor was blunt: "We have lost much. Sixty men died."', "The mayor"),
        ('A note was found on the gate: "We killed the sixty men."', "A note"),
    ],
)
def test_a_quotation_behind_a_colon_is_said_by_who_stands_before_it(told: str, speaker: str) -> None:
    assert _told(told, 60) == [("asserted", [speaker])]


@pytest.mark.parametrize(
    "told",
    [
        "As the police announced the arrests, sixty men were killed.",
        "On the evidence before us, sixty men were killed.",
        "We are sure that sixty men were killed.",
        "Kevin Roe gave me a coat. I think of the sixty men who were killed.",
    ],
)
def test_what_only_looks_like_it_is_the_account_s_own(told: str) -> None:
    assert [speakers for _, speakers in _told(told, 60)] == [[]]


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        ("If the ministry is to be believed, sixty men were killed.", "alleged"),
        ("Rumour had it that sixty men were killed.", "alleged"),
        ("The rebels warned that they would kill sixty men.", "planned"),
        ("He had word that sixty men would be killed at dawn.", "planned"),
        ("The collapse could have killed sixty men.", "hypothetical"),
        ("He said that without the nets sixty men would have been killed.", "hypothetical"),
        ("It is possible that sixty men were killed.", "possible"),
        ("Sixty men seem to have been killed.", "possible"),
        ('"It is a lie that we killed sixty farmers," said the sergeant.', "denied"),
    ],
)
def test_how_sure_it_is(told: str, modality: str) -> None:
    assert [told for told, _ in _told(told, 60)] == [modality]


def test_who_is_charged_was_arrested_all_the_same() -> None:
    told = said(
        "Police detained 36 men in Turin on Monday, accusing them of links to a gang that claimed the fire.", "arrested"
    )
    assert [claim.modality.value for claim in told] == ["asserted"]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Deputies say they learned that sixty men had died.", ["Deputies"]),
        ("The list was closed. The mayor, Ana Solt, read out figures: sixty dead, three missing.", ["Ana Solt"]),
        ("A survivor heard from a carter that sixty men had died.", ["a carter"]),
        ("John Petty, sworn, said: I was at the pump. I saw sixty men killed by the fall.", ["John Petty"]),
        ("The Company confirms that sixty employees lost their lives.", []),
        ("The Company denies that sixty employees lost their lives.", ["Company"]),
    ],
)
def test_who_tells_is_found_where_he_stands(told: str, speaker: list[str]) -> None:
    assert [speakers for _, speakers in _told(told, 60)] == [speaker]


@pytest.mark.parametrize(
    "told",
    [
        'Certain papers spoke of "sixty dead". This has no foundation whatsoever.',
        "Management claims that sixty men have died; it was false when it was made.",
        "One paper said that sixty had been killed. That was untrue.",
        "There is no truth in the report that sixty men were killed.",
        "There was talk of sixty people killed at the bridge, which turned out to be wrong.",
    ],
)
def test_what_the_account_takes_back_is_denied(told: str) -> None:
    assert [modality for modality, _ in _told(told, 60)] == ["denied"]


def test_what_another_calls_a_lie_stays_told() -> None:
    assert _told('Police said sixty men had been killed. "That is a lie," said a woman.', 60) == [
        ("asserted", ["Police"])
    ]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [("The papers said sixty-two hours.", "The papers"), ("Survivors speak of sixty-two hours.", "Survivors")],
)
def test_a_measure_is_whose_it_is(told: str, speaker: str) -> None:
    (claim,) = said(_FIRE + told, "duration_within")
    assert [voice.speaker for voice in claim.attribution] == [speaker]


@pytest.mark.parametrize(
    ("told", "modality", "speaker"),
    [
        (
            "FACTS WHICH THE COURT HOLDS PROVEN\n\na) That on the 4th ten soldiers entered the hamlet and killed sixty people.\n\nb) That three were hurt.",
            "asserted",
            ["THE COURT"],
        ),
        ("The committee therefore finds:\n\n1. That sixty men were killed.", "asserted", ["The committee"]),
        (
            "The Court, unanimously, DECLARES: that the State had sixty men killed; that two lived.",
            "asserted",
            ["The Court"],
        ),
        ("It is the State's case that sixty men were killed.", "alleged", ["State"]),
        (
            "The owner, Paul Reed, admitted for the first time that sixty men had been killed.",
            "asserted",
            ["Paul Reed"],
        ),
    ],
)
def test_what_a_court_finds_is_its_own(told: str, modality: str, speaker: list[str]) -> None:
    assert _told(told, 60) == [(modality, speaker)]


def test_what_is_recommended_is_planned() -> None:
    told = said(
        "Six men were killed in Turin on Monday.\n\nRecommendations\n\n4.1 That nine families be evacuated.",
        "displaced",
    )
    assert [claim.modality.value for claim in told] == ["planned"]


def test_what_things_show_is_nobody_s_word() -> None:
    assert _told("Flood marks show that the water killed sixty men.", 60) == [("asserted", [])]


def test_what_is_told_within_a_quotation_is_the_outer_speaker_s_as_well() -> None:
    text = '"We ran," said Ana Solt. "My cousin says sixty people were killed. I counted three more."'
    assert _told(text, 60) == [("asserted", ["My cousin", "Ana Solt"])]
