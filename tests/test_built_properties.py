"""What must hold of any folder: order changes nothing, nor does a reprint; coarser words and allegations settle nothing; undo restores.

Each holds over built texts, from the file to the case, and not only over claims made by hand.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso

Folder: TypeAlias = tuple[str, ...]
BUILDING = settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

# One incident, told by four hands; {0} is the toll, {1} another one.
TELLINGS = (
    (
        (
            "Ferry sinks off Selor\n\nSELOR, March 3, 2009 (Nord News) - A ferry sank in heavy seas off Selor on Monday night, killing {0} people. "
            "Rescuers pulled 130 people from the water.\n"
        ),
        "The Selor Courier, 4 March 2009\n\nThe ferry that went down off Selor on 2 March was overloaded. {1} passengers drowned, and 34 people are missing.\n",
        "Harbour Safety Board, report, June 2009\n\nOn 2 March 2009 a ferry capsized off Selor. In all {0} people died and 134 survived.\n",
        "Memories of a pilot\n\nOn 2 March 2009 a ferry sank off Selor. We carried {0} dead to the school. My cousin was one of them.\n",
    ),
    (
        "Bomb at Harl market\n\nHARL, 5 June 1987 (Nord News) - A bomb exploded in the market of Harl on Thursday, killing {0} people and wounding 40.\n",
        "The Harl Post, 6 June 1987\n\n{1} people were killed when a bomb went off in the market of Harl on 4 June. Forty were hurt.\n",
        "Harl remembers\n\nThe bomb of 4 June 1987 in the market of Harl killed {0} people. The Sons of the Marsh claimed the attack.\n",
        "Ministry of the Interior, statement, 7 June 1987\n\n{0} people died in the bombing in Harl on 4 June 1987. Nine suspects were arrested.\n",
    ),
    (
        "Rebels attack fort\n\nTARN, 11 May 1911 (Nord News) - Rebels attacked the fort at Tarn on Wednesday, killing {0} soldiers.\n",
        "The Tarn Gazette, 12 May 1911\n\nIn the fighting at Tarn on 10 May {1} soldiers and six rebels were killed.\n",
        "A history of the Tarn rising\n\nOn 10 May 1911 the rebels stormed the fort at Tarn. {0} soldiers fell, and the rebels lost six men.\n",
        "Letter of a surgeon\n\nThe fort at Tarn was attacked on 10 May 1911. I counted {0} dead soldiers in the yard.\n",
    ),
)


@cache
def built(*texts: str, order: tuple[int, ...] = ()) -> Any:
    """The case of some accounts, given to the build in some order."""
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.txt" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
        with sayso.build([files[at] for at in order or range(len(files))]) as case:
            return json.loads(case.export("json") or "")


@st.composite
def folders(draw: st.DrawFn) -> Folder:
    """Two to four accounts of one incident, which agree on the toll or do not."""
    told = draw(st.sampled_from(TELLINGS))
    toll = draw(st.integers(26, 80))
    other = draw(st.sampled_from([toll, toll + 7]))
    size = draw(st.integers(2, len(told)))
    return tuple(text.format(toll, other) for text in told[:size])


def _main(case: Any) -> str:
    return next(event["id"] for event in case["events"] if event["role"] == "main")


def _values(case: Any) -> dict[tuple[str, str | None], tuple[Any, ...]]:
    """What is stated of the main event: by slot and group the best value, its bounds and its status."""
    main = _main(case)
    return {
        (one["slot"], one["group"]): (_plain(one["best"]), one["low"], one["high"], one["status"])
        for one in case["estimates"]
        if one["event"] == main
        and one["about"] is None
        and one["slot"] in {"killed", "injured", "arrested", "date_start"}
    }


def _plain(value: Any) -> Any:
    return None if value is None else (value.get("low"), value.get("high"), value.get("edtf"))


def _killed(case: Any) -> tuple[Sequence[Any], list[Any]]:
    told = [
        one
        for one in case["estimates"]
        if one["event"] == _main(case) and one["slot"] == "killed" and one["about"] is None
    ]
    return told, [
        one for one in case["findings"] if one["kind"] == "contradiction" and one["message"].startswith("Killed")
    ]


@BUILDING
@given(folders(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(folder: Folder, random: Any) -> None:
    order = list(range(len(folder)))
    random.shuffle(order)
    assert built(*folder, order=tuple(order)) == built(*folder)


@BUILDING
@given(folders(), st.integers(0, 3))
def test_a_reprint_changes_no_estimate(folder: Folder, which: int) -> None:
    reprint = folder[which % len(folder)] + "\nShops were closed.\n"
    assert _values(built(*folder, reprint)) == _values(built(*folder))


@BUILDING
@given(folders())
def test_coarser_words_that_fit_contest_and_widen_nothing(folder: Folder) -> None:
    title, _, text = folder[0].partition("\n\n")
    words = text.replace(" people.", " people").split("killing ")[1].split()[1:]
    coarse = f"{title}\n\n{text.split('killing ')[0]}killing dozens of {' '.join(words)}\n"
    before, after = built(*folder), built(*folder, coarse)
    bounds = {key: value[1:3] for key, value in _values(before).items() if key[0] == "killed"}
    assert {key: value[1:3] for key, value in _values(after).items() if key in bounds} == bounds
    assert len(_killed(after)[1]) == len(_killed(before)[1])


@BUILDING
@given(st.sampled_from(TELLINGS), st.integers(12, 80))
def test_what_is_only_alleged_is_never_agreed(told: tuple[str, ...], toll: int) -> None:
    day = ("2 March 2009 off Selor", "4 June 1987 in Harl", "10 May 1911 at Tarn")[TELLINGS.index(told)]
    first = told[0].split("\n\n")[0]
    alleged = [
        f"{first}\n\nIt is alleged that {toll} prisoners were executed on {day}.\n",
        f"A second look\n\nAccording to rumours, {toll} prisoners were allegedly shot after they surrendered on {day}.\n",
    ]
    case = built(told[0].format(30, 30), *alleged)
    found = [one for one in case["estimates"] if one["slot"] == "executed" or one["group"] == "prisoners"]
    assert all("agreed" not in (one["status"], *one["also"]) for one in found)


@BUILDING
@given(folders(), st.sampled_from(["reject", "accept", "settle", "note"]), st.integers(0, 20))
def test_undo_restores_a_built_case(folder: Folder, kind: str, which: int) -> None:
    with TemporaryDirectory() as place:
        files = [Path(place) / f"{number}.txt" for number in range(len(folder))]
        for file, text in zip(files, folder, strict=True):
            file.write_text(text, encoding="utf-8")
        case = Path(place) / "x.sayso"
        sayso.build(files, case).close()
        before = _told(case)
        with sayso.Case.open(case) as opened:
            counts = [claim.id for claim in opened.claims if claim.slot == "killed"]
            value = "55" if kind == "settle" else None
            made = opened.judge(kind, [counts[which % len(counts)]], by="A", why="the roll", value=value).id
        with sayso.Case.open(case) as opened:
            opened.undo(made, by="B")
        assert _told(case) == before


def _told(case: Path) -> Any:
    with sayso.Case.open(case) as opened:
        row = json.loads(opened.export("json") or "")
    row.pop("judgements")
    return row
