"""From texts to events: accounts of one happening make one main event with its day; two incidents in a folder make two."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sayso

WIRE = """Tram leaves rails in Vesterby, 12 dead

VESTERBY, March 4, 1998 (Nord News) -- A tram left the rails on a hill in Vesterby on Tuesday, killing 12 people and injuring 40.

In 1967 a tram fire in the same city killed five.
"""
MEMOIR = """The number nine

I took the number nine every day. On 3 March 1998 I was late, and stood in Vesterby and saw it pass.

Twelve people died. My neighbour was one of them.
"""
INQUIRY = """Inquiry into the accident at Vesterby

1. The tram, built in 1961, left the rails on 3 March 1998. Twelve persons lost their lives.

2. The panel held nine hearings and visited the depot on 6 May 1998.
"""
FIRE = """Nine die in mill fire

KORSBERG, June 2, 2004 (Nord News) -- A fire in a flour mill in Korsberg killed nine workers on Tuesday.
"""
FIRE_LATER = """Korsberg mourns

June 6, 2004. The nine workers who died in the mill fire of Korsberg on 1 June were buried on Saturday.
"""


@cache
def case(*texts: str) -> Any:
    with TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(texts):
            files.append(Path(folder) / f"{number}.txt")
            files[-1].write_text(text, encoding="utf-8")
        with sayso.build(files) as built:
            return json.loads(built.export("json") or "")


def mains(*texts: str) -> list[tuple[str, int]]:
    events = [event for event in case(*texts)["events"] if event["role"] == "main"]
    return [(event["when"]["edtf"], len(event["documents"])) for event in events]


def test_accounts_of_one_happening_make_one_event_also_where_one_has_no_word_for_it():
    assert mains(WIRE, MEMOIR, INQUIRY) == [("1998-03-03", 3)]


def test_the_dead_of_another_year_are_not_on_it():
    built = case(WIRE, MEMOIR, INQUIRY)
    main = next(event["id"] for event in built["events"] if event["role"] == "main")
    own = {claim["value"]["low"] for claim in built["claims"] if claim["event"] == main and claim["slot"] == "killed"}
    assert 12 in own
    assert 5 not in own


def test_two_incidents_in_a_folder_are_two_main_events_of_whatever_size():
    assert mains(WIRE, INQUIRY, MEMOIR, FIRE, FIRE_LATER) == [("1998-03-03", 3), ("2004-06-01", 2)]
    assert mains(WIRE, INQUIRY, FIRE) == [("1998-03-03", 2), ("2004-06-01", 1)]


BLAST = """Market bomb kills nine

KORSBERG, 4 June 2007 (Nord News) - A bomb killed nine people in the vegetable market of Korsberg on Monday. Thirty-one were wounded.
"""
BLAST_AGAIN = """The Korsberg Post, 5 June 2007

Nine people were killed and 33 wounded yesterday when a bomb hidden under a cart exploded in Korsberg's vegetable market.
"""
SECOND = """Second blast in Korsberg in a week

KORSBERG, 8 June 2007 (Nord News) - A bomber killed 17 people at a chapel in Korsberg on Friday. On Monday, a bomb in the market had killed nine.
"""
SECOND_AGAIN = """The Korsberg Post, 9 June 2007

Seventeen people died when a man blew himself up at the Old Chapel in Korsberg on Friday 8 June. Forty were injured.
"""
AMBUSHES = (
    "ARVIK, 3 January 2003 (Nord News) - Five soldiers were killed in an ambush near Arvik on Thursday.\n",
    "ARVIK, 20 February 2003 (Nord News) - Rebels attacked a convoy near Arvik on Wednesday, killing 12 soldiers.\n",
    "The Arvik Post, 21 February 2003\n\nTwelve soldiers died in Wednesday's ambush on the Arvik road. In January, five had been killed there.\n",
    (
        "Peace Watch, annual report 2003\n\nOn 2 January 2003 five soldiers were killed near Arvik. On 19 February, rebels ambushed a convoy "
        "and killed 14 soldiers.\n"
    ),
)


def _days(*texts: str) -> dict[str, set[str]]:
    """The day of each event that an account tells as its own, with its accounts."""
    events = case(*texts)["events"]
    return {
        event["when"]["edtf"]: set(event["documents"]) for event in events if event["when"] and not event["part_of"]
    }


def test_two_bombs_of_one_week_are_two_though_one_account_tells_both() -> None:
    days = _days(BLAST, BLAST_AGAIN, SECOND, SECOND_AGAIN)
    assert {"0", "1"} <= days["2007-06-04"]
    assert "3" in days["2007-06-08"]
    assert "contradiction" not in {one["kind"] for one in case(BLAST, BLAST_AGAIN, SECOND, SECOND_AGAIN)["findings"]}


def test_ambushes_weeks_apart_are_two_though_one_account_reaches_over_both() -> None:
    held = [set(event["documents"]) for event in case(*AMBUSHES)["events"]]
    assert {"0", "3"} in held
    assert not any({"0", "1"} <= documents for documents in held)
    assert not case(*AMBUSHES)["findings"]


def test_a_toll_that_grew_and_a_day_told_a_day_apart_are_one_event() -> None:
    later = "The Korsberg Post, 7 June 2007\n\nEleven people have now died of the bomb that went off in the market of Korsberg on Monday.\n"
    union = "Market Traders' Monthly, July 2007\n\nIn the night of 4 to 5 June 2007 a bomb killed eleven of us in the market of Korsberg.\n"
    assert len(mains(BLAST, later, union)) == 1
