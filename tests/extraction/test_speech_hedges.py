"""Plain news stays plain; what is planned, possible or asked does not."""

from __future__ import annotations

import pytest

from sayso.extraction.parsing.nlp import parse
from sayso.extraction.words.hedges import hedge
from sayso.model import Modality


def of(text: str, word: str) -> Modality | None:
    (parsed,) = parse([(0, 0, text)])
    return hedge(next(t for t in parsed.doc if t.lower_ == word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police said five people were killed in the attack.", "killed"),
        ("March 3 will be remembered as the day five people died.", "died"),
        ("The attack, which would kill five people, began at dawn.", "kill"),
        ("The gunmen wanted to rob the bank and killed five people.", "killed"),
        ("Although the rebels had agreed to disarm, they killed five people.", "killed"),
        ("Five people were killed, apparently by mistake.", "killed"),
        ("If anyone has information on the deaths of four people, they should call.", "four"),
        ("Why were five people killed in the attack?", "killed"),
    ],
)
def test_plain_news_has_no_hedge(text: str, word: str):
    assert of(text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Soldiers allegedly killed five people.", "killed", Modality.ALLEGED),
        ("Five people were reportedly killed.", "killed", Modality.REPORTED),
        ("Five people may have been killed.", "killed", Modality.POSSIBLE),
        ("It is unclear whether five people died.", "died", Modality.POSSIBLE),
        ("Were five people killed in the attack?", "killed", Modality.POSSIBLE),
        ("As many as five people might be dead.", "dead", Modality.POSSIBLE),
        ("The rebels threatened to kill five hostages.", "kill", Modality.PLANNED),
        ("The men are on trial for plotting to kill five people.", "kill", Modality.PLANNED),
        ("If the army attacks, five hostages will be killed.", "killed", Modality.HYPOTHETICAL),
        ("The blast would have killed five people.", "killed", Modality.HYPOTHETICAL),
    ],
)
def test_a_hedge_around_the_predicate_is_heard(text: str, word: str, modality: Modality):
    assert of(text, word) is modality
