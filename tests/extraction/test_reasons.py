"""Why it happened, in words that no verb of causing governs: dangers known, things that failed, orders, motives, inquiries."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

FERRY = "Twelve people drowned when the ferry Aurora sank off Tarin on Monday. "
TUNNEL = "Nine workers died on Friday when a tunnel under construction at Kell flooded. "
KILLING = "Soldiers killed 30 villagers in Aldea Nueva on 3 May 1981. "
PROTEST = "Police shot dead four demonstrators when they fired on a crowd in Tamsa on Friday. "


def _causes(text: str) -> list[tuple[str, str, bool]]:
    return [(c.quote, c.modality.value, c.polarity) for c in tell(text).claims if c.slot == "cause"]


@pytest.mark.parametrize(
    ("text", "cause", "modality"),
    [
        (
            FERRY + "Passengers said the crew had been told of water leaking into the hold.",
            "water leaking into the hold",
            "asserted",
        ),
        (FERRY + "The owner said he had received no complaint.", "no complaint", "denied"),
        (TUNNEL + "The contractor denied that a crack had been found.", "a crack", "denied"),
        (TUNNEL + "A retaining wall gave way at dawn.", "A retaining wall gave way at dawn", "asserted"),
        (FERRY + "A spark had ignited the fuel.", "A spark", "asserted"),
        (FERRY + "A gate was kept shut by the guards.", "A gate was kept shut by the guards", "asserted"),
        (FERRY + "Investigators said sabotage could not be ruled out.", "sabotage", "possible"),
        (FERRY + "The line ruled out human error.", "human error", "denied"),
        (
            KILLING + "A survivor said the colonel had ordered the men to be shot.",
            "the colonel had ordered the men to be shot",
            "asserted",
        ),
        (KILLING + "The colonel denied having given the order to fire.", "given the order to fire", "denied"),
        (KILLING + "They were killed for refusing to pay.", "refusing to pay", "asserted"),
        (KILLING + "It was revenge for the burning of a lorry.", "revenge for the burning of a lorry", "asserted"),
        (
            PROTEST + "The prefect said stones were thrown at the troops.",
            "stones were thrown at the troops",
            "asserted",
        ),
        (PROTEST + "Witnesses said no stones were thrown.", "no stones were thrown", "denied"),
        ("A bomb tore through a bus in Kessar on Monday, killing 8 people.", "A bomb", "asserted"),
    ],
)
def test_a_cause_is_told_with_its_modality(text: str, cause: str, modality: str) -> None:
    assert (cause, modality, True) in _causes(text)


@pytest.mark.parametrize(
    "text",
    [
        FERRY + "Relatives failed to get in touch with the crew.",
        FERRY + "The minister ordered an inquiry.",
        KILLING + "The rebels vowed revenge for the killing.",
        KILLING + "Two men were arrested for killing a priest.",
        PROTEST + "The judge ordered the release of the body.",
        "A quake killed 40 people in Sarn on Monday. There were cracks in the walls of the town hall.",
        "Gunmen killed two men in Marka on Tuesday. Police are looking at video from the scene.",
        "A strike at the mine in Orl began on Monday. The union fired its lawyer.",
    ],
)
def test_what_is_no_cause_makes_none(text: str) -> None:
    assert not _causes(text)
