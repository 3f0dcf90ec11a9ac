"""How people died: the words that say it, and none where nothing does."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell


def _told(text: str) -> list[str]:
    return [getattr(one.value, "text", "") for one in tell(text).claims if one.slot == "manner_of_death"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fire at the mill killed 90 people. Most of them burned to death.", "burned to death"),
        ("Two girls were murdered in Sarn. The post-mortem showed that both had been strangled.", "strangled"),
        ("The stampede was on 3 May. Thirty died, and most had suffocated.", "suffocated"),
        ("The ferry sank on Sunday. Eleven passengers drowned.", "drowned"),
        ("The stand collapsed on Sunday. Four died of crushing injuries.", "crushing injuries"),
        ("The night club burned down and 14 died. The cause of death was asphyxia.", "asphyxia"),
        ("The hostages were killed by a single shot to the back of the head.", "single shot to the back of the head"),
        ("Gunmen killed the judge. He was shot in the head and died at once.", "shot in the head"),
        ("The mob killed three men. Their throats were cut.", "throats were cut"),
        ("The massacre left nine dead. Five of them had been buried alive.", "buried alive"),
    ],
)
def test_how_people_died_is_told_in_its_words(text: str, words: str) -> None:
    assert words in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed the judge on Monday.",
        "Gunmen attacked the camp. One man was shot in the leg.",
        "The gunman was sentenced to death for the murder of the judge.",
        "Gunmen killed the judge, who died of his injuries.",
        "The gunmen shot at the bus. The noise drowned the cries.",
    ],
)
def test_what_says_nothing_of_how_is_no_manner(text: str) -> None:
    assert not _told(text)
