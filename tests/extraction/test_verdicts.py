"""What a court did is none of what it tried."""

from __future__ import annotations

from tests.extraction.telling import tell

JUDGMENT = (
    "A boiler exploded on the ferry Alcyon on 3 May 1931 and 21 people were killed.\n\n"
    "The engineer, Orlo Brandt, is accordingly convicted on nineteen counts and shall pay 40,000 crowns; "
    "Hanna Weil is acquitted and set at liberty.\n"
)


def own(text: str) -> set[str]:
    account = tell(text)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    return {claim.slot for claim in account.claims if claim.episode not in passing}


def test_verdicts_and_what_they_cost_are_an_event_of_their_own() -> None:
    slots = {claim.slot for claim in tell(JUDGMENT).claims}
    assert slots >= {"convicted", "killed"}
    assert own(JUDGMENT) >= {"killed", "date_start"}
    assert not own(JUDGMENT) & {"convicted", "acquitted", "money", "quantity"}
