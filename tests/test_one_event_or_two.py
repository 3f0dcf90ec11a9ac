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
