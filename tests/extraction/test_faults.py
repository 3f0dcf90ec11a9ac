"""What was wrong before a disaster is told as its cause, with who says so; what is right, wished or of another kind is none."""

import pytest
from tests.extraction.telling import tell

from sayso.model import Modality

STORY = {
    "ferry": "The ferry sank on Monday and 40 people died.\n\n",
    "fire": "Sixty people died in a fire at a nightclub on Sunday.\n\n",
    "mine": "A cave-in at the mine killed 12 miners on Monday.\n\n",
    "dam": "The dam burst on Monday and the flood killed 30 people.\n\n",
}
FAULTS = [
    ("ferry", "The company denied that the ferry was overloaded.", "the ferry was overloaded", Modality.DENIED),
    ("ferry", "Survivors allege that the lifeboats were locked.", "the lifeboats were locked", Modality.ALLEGED),
    ("ferry", "A judge found that the crew had not been trained.", "the crew had not been trained", Modality.ASSERTED),
    ("fire", "The exits had been blocked by crates.", "The exits had been blocked by crates", Modality.ASSERTED),
    ("fire", "The owner, Ilse Braun, denied negligence.", "negligence", Modality.DENIED),
    ("mine", "The union accused the firm of ignoring a gas leak.", "ignoring a gas leak", Modality.ALLEGED),
    ("dam", "Farmers allege that the gates were opened at night.", "the gates were opened at night", Modality.ALLEGED),
    ("dam", "The ministry had been warned of a crack.", "The ministry had been warned of a crack", Modality.ASSERTED),
]
NONE = [
    ("ferry", "The ferry was opened to visitors in May."),
    ("ferry", "Who opened the gates?"),
    ("fire", "Police blocked the road."),
    ("mine", "The mine was closed."),
    ("dam", "The minister opened a school."),
]


def causes(text):
    return [(c.value.text, c.modality) for c in tell(text).claims if c.slot == "cause"]


@pytest.mark.parametrize(("story", "text", "fault", "modality"), FAULTS)
def test_what_was_wrong_before_is_a_cause(story, text, fault, modality):
    assert (fault, modality) in causes(STORY[story] + text)


@pytest.mark.parametrize(("story", "text"), NONE)
def test_what_is_no_fault_is_no_cause(story, text):
    assert causes(STORY[story] + text) == []


def test_a_murder_has_no_faults():
    assert causes("A gunman killed two people on Monday. The gates had been opened.") == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Two people died on Monday after a storm tore the roof off the hall.", "storm tore the roof"),
        ("The fire that killed two on Monday was started by a candle.", "candle"),
        ("The flood killed two on Monday after the river broke through a wall.", "river broke through a wall"),
    ],
)
def test_a_mishap_is_told_with_what_it_hit(text, cause):
    assert any(told.startswith(cause) for told, _ in causes(text))


def test_a_text_that_looks_nowhere_else_goes_on_with_its_own_event():
    account = tell(STORY["ferry"] + "The harbour lay still. Divers wore two coats.\n\nThe captain failed to slow down.")
    assert not any(episode.is_passing for episode in account.episodes)
