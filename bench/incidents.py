"""Makes news of known incidents, each told by several outlets in words of their own, with the key to check a case against.

    python bench/incidents.py FOLDER [--documents 1000] [--seed 1] [--short]

FOLDER/in gets files of JSON lines, FOLDER/key.jsonl a line an incident: its documents, type, day, town, killed and injured.
Every word is from the templates below; towns are those of the packaged gazetteer. The same seed gives the same bytes.
With --short each document is a telegram of three sentences, so that very many can be built in an hour.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sayso.normalisation import places_gazetteer

# Documents a file: a desk's day, and no file that is all of a case.
_A_FILE = 500
_FIRST_DAY, _DAYS = date(2018, 1, 1), 730
_COUNTRIES = {"US": "", "GB": "England", "IN": "India", "ZA": "South Africa", "KE": "Kenya", "PH": "Philippines"}
# How many outlets tell of an incident; how many died and were hurt in it.
_TOLD = (1, 2, 2, 3, 3, 4, 4, 5, 6, 8)
_KILLED = (0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 7, 9, 12)
_HURT = (0, 1, 1, 2, 3, 3, 4, 5, 6, 8, 11, 14, 20)
_WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()

_FIRST = "Alan Beth Carl Dora Evan Faye Glen Hope Ivan Jane Karl Lena Mark Nina Omar Paula Rita Saul Tess Vera".split()
_LAST = "Abbott Barlow Carver Dalton Ellery Foster Garner Holt Ingram Jarvis Keller Lowell Mercer Norris Osborn Prentice".split()
_LAST += "Quimby Rowan Sutter Thorne Upton Vance Whitlock Yardley Zeller Aldous Brandt Corliss Draper Easton".split()
_PAPERS = (
    "Ledger Courier Dispatch Chronicle Observer Examiner Sentinel Tribune Record Bulletin Monitor Messenger".split()
)
_PLACED = "Morning Evening Daily Valley Coastal Northern Southern National Metro County Harbor Prairie".split()
_STREETS = "Alder Birch Cedar Dogwood Elm Fir Grove Hazel Juniper Laurel Maple Oak Poplar Spruce Walnut Willow".split()
# Where the next sentence begins.
_SENTENCE = re.compile(r"(?<=[.”]) (?=[A-Z“])")
_WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True)
class Kind:
    """Words for one type of incident."""

    noun: str
    sites: tuple[str, ...]
    ledes: tuple[str, ...]
    notes: tuple[str, ...]


KINDS = {
    "shooting": Kind(
        "shooting",
        ("a bus station", "a night club", "a grocery store", "a car park", "a football ground", "a diner"),
        (
            "A gunman opened fire at {site} in {town} on {day}, {killing}.",
            "Shots were fired at {site} on {street} in {town} on {day}, {killing}.",
            "A shooting at {site} in {town} on {day} left {toll}.",
            "{Toll_were} when a gunman opened fire at {site} in {town} on {day}, police said.",
        ),
        (
            "Detectives recovered shell casings from the pavement and asked drivers for dashboard video.",
            "Witnesses described people running between parked cars as the shots rang out.",
            "No arrest had been made, and investigators were looking for a dark van.",
        ),
    ),
    "bombing": Kind(
        "bombing",
        ("a market", "a courthouse", "a police post", "a railway platform", "a hotel", "a fuel depot"),
        (
            "A bomb exploded at {site} in {town} on {day}, {killing}.",
            "A bomb hidden near {site} on {street} in {town} went off on {day}, {killing}.",
            "A bombing at {site} in {town} on {day} left {toll}.",
            "{Toll_were} when a bomb went off at {site} in {town} on {day}, officials said.",
        ),
        (
            "The blast shattered windows along the street and was heard across the river.",
            "Experts were examining what was left of the device, which had been packed with nails.",
            "Nobody had claimed responsibility for the blast by nightfall.",
        ),
    ),
    "fire": Kind(
        "fire",
        ("a garment factory", "an apartment block", "a warehouse", "a boarding house", "a care home", "a theatre"),
        (
            "A fire swept through {site} in {town} on {day}, {killing}.",
            "Flames tore through {site} on {street} in {town} on {day}, {killing}.",
            "A fire at {site} in {town} on {day} left {toll}.",
            "{Toll_were} when a fire swept through {site} in {town} on {day}, officials said.",
        ),
        (
            "Crews needed four hours to bring the flames under control, and the roof fell in.",
            "Neighbours said that the stairwell had been blocked with stored furniture.",
            "An inspector said that faulty wiring was the likely cause.",
        ),
    ),
    "accident": Kind(
        "crash",
        ("a mountain road", "a level crossing", "a toll bridge", "a ring road", "a ferry landing", "a school gate"),
        (
            "A bus crashed at {site} near {town} on {day}, {killing}.",
            "A bus overturned at {site} on {street} in {town} on {day}, {killing}.",
            "A bus crash at {site} near {town} on {day} left {toll}.",
            "{Toll_were} when a bus crashed at {site} near {town} on {day}, officials said.",
        ),
        (
            "The driver told officers that the brakes had failed on the slope.",
            "The wreck blocked the road until evening, and a crane was brought in.",
            "Heavy rain had made the surface slick, a traffic engineer said.",
        ),
    ),
}
_HEADS = (
    "{Toll} in {town} {noun}",
    "{town} {noun}: {toll}",
    "{Noun} in {town}",
    "{town} mourns after {noun}",
    "What is known of the {town} {noun}",
)
_SAID = (
    "“We are still speaking to those who were there,” said {official}, who leads the inquiry.",
    "{official}, a spokesman for the authorities, said that relatives had been told.",
    "“This town will need time,” {official} told reporters outside {site}.",
    "{official} asked anyone who had seen what happened to come forward.",
)
_AFTER = (
    "Roads around {street} were closed for the rest of the day.",
    "Residents laid flowers near {site} the next morning.",
    "The mayor visited {street} and thanked those who had helped.",
    "Schools nearby stayed shut, and a help line was set up for families.",
)


@dataclass(frozen=True)
class Incident:
    """One that happened, as the key tells it."""

    number: int
    kind: str
    day: date
    town: str
    land: str
    site: str
    street: str
    official: str
    killed: int
    injured: int


def incidents(seed: int) -> Iterator[Incident]:
    """Incidents without end; no two of one town, kind and month."""
    chance, towns, seen = random.Random(seed), _towns(), set()  # noqa: S311 - texts, not secrets
    number = 0
    while True:
        kind = chance.choice(sorted(KINDS))
        town, land = chance.choice(towns)
        day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
        killed, injured = chance.choice(_KILLED), chance.choice(_HURT)
        site, street = chance.choice(KINDS[kind].sites), f"{chance.choice(_STREETS)} Street"
        official = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
        around = {(kind, town, (day.toordinal() // 30) + shift) for shift in (-1, 0, 1)}
        if killed + injured == 0 or seen & around:
            continue
        seen.add((kind, town, day.toordinal() // 30))
        yield Incident(number, kind, day, town, land, site, street, official, killed, injured)
        number += 1


def documents(incident: Incident, seed: int, *, short: bool = False) -> list[dict[str, str]]:
    """What outlets tell of an incident, each in its own words; in short, no more than three sentences of it."""
    chance = random.Random(f"{seed} {incident.number}")  # noqa: S311 - as above
    kind = KINDS[incident.kind]
    papers = chance.sample([f"{one} {other}" for one in _PLACED for other in _PAPERS], chance.choice(_TOLD))
    ledes = [kind.ledes[turn % len(kind.ledes)] for turn in range(chance.randrange(9), 99)]
    told = [_document(incident, paper, lede, chance) for paper, lede in zip(papers, ledes, strict=False)]
    return [{**one, "text": _cut(one["text"])} for one in told] if short else told


def _document(incident: Incident, paper: str, lede: str, chance: random.Random) -> dict[str, str]:
    kind = KINDS[incident.kind]
    published = incident.day + timedelta(days=chance.choice((0, 0, 1, 1, 2)))
    words = _wording(incident, published, chance)
    body = [lede.format(**words), _second(incident, words, chance)]
    rest = [chance.choice(kind.notes), chance.choice(_SAID).format(**words), chance.choice(_AFTER).format(**words)]
    chance.shuffle(rest)
    dateline = f"{incident.town.upper()}{', ' + incident.land if incident.land else ''} - "
    text = dateline + " ".join(body[:1]) + "\n\n" + " ".join(body[1:]) + "\n\n" + " ".join(rest[:2]) + "\n\n" + rest[2]
    return {
        "id": f"d{chance.getrandbits(48):012x}",
        "title": chance.choice(_HEADS).format(**words),
        "published": published.isoformat(),
        "source": paper,
        "text": text,
    }


def _cut(text: str) -> str:
    """The lede, what is said of the toll, and the first sentence of the rest."""
    lede, toll, rest = text.split("\n\n")[:3]
    return f"{lede} {toll} {_SENTENCE.split(rest, maxsplit=1)[0]}"


def _wording(incident: Incident, published: date, chance: random.Random) -> dict[str, str]:
    number = _in_words if chance.random() < 0.5 else _in_figures
    toll = _toll(incident, number, chance)
    noun = KINDS[incident.kind].noun
    weekday = _WEEK[incident.day.weekday()]
    dated = f"{incident.day:%B} {incident.day.day}"
    day = chance.choice((weekday, dated, f"{weekday}, {dated}", f"{dated}, {incident.day.year}"))
    del published
    return {
        "site": incident.site,
        "street": incident.street,
        "town": incident.town,
        "official": incident.official,
        "day": day,
        "noun": noun,
        "Noun": noun.capitalize(),
        "toll": toll,
        "Toll": toll[0].upper() + toll[1:],
        "Toll_were": _were(incident, number),
        "killing": _killing(incident, number, chance),
    }


def _toll(incident: Incident, number: object, chance: random.Random) -> str:
    dead, hurt = number(incident.killed), number(incident.injured)  # type: ignore[operator]
    harmed = chance.choice(("injured", "wounded", "hurt")) if incident.kind != "fire" else "injured"
    if not incident.killed:
        return f"{hurt} {_people(incident.injured)} {harmed}"
    return f"{dead} {_people(incident.killed)} dead" + (f" and {hurt} {harmed}" if incident.injured else "")


def _were(incident: Incident, number: object) -> str:
    dead, hurt = number(incident.killed), number(incident.injured)  # type: ignore[operator]
    told = f"{dead} {_people(incident.killed)} {_be(incident.killed)} killed"
    if not incident.killed:
        told = f"{hurt} {_people(incident.injured)} {_be(incident.injured)} injured"
    elif incident.injured:
        told += f" and {hurt} {_be(incident.injured)} injured"
    return told[0].upper() + told[1:]


def _killing(incident: Incident, number: object, chance: random.Random) -> str:
    dead, hurt = number(incident.killed), number(incident.injured)  # type: ignore[operator]
    harming = chance.choice(("injuring", "wounding")) if incident.kind != "fire" else "injuring"
    if not incident.killed:
        return f"{harming} {hurt} {_people(incident.injured)}"
    return f"killing {dead} {_people(incident.killed)}" + (f" and {harming} {hurt}" if incident.injured else "")


def _second(incident: Incident, words: dict[str, str], chance: random.Random) -> str:
    """The toll again, or what was not suffered."""
    told = [f"Officials confirmed on {words['day']} that {words['Toll_were'][0].lower()}{words['Toll_were'][1:]}."]
    if not incident.killed:
        told.append("Nobody was killed.")
    elif not incident.injured:
        told.append("No one else was hurt.")
    else:
        told.append(
            f"{_in_words(incident.injured).capitalize()} {_people(incident.injured)} {_be(incident.injured)} taken to hospital."
        )
    return chance.choice(told)


def _people(count: int) -> str:
    return "person" if count == 1 else "people"


def _be(count: int) -> str:
    return "was" if count == 1 else "were"


def _in_words(count: int) -> str:
    return _WORDS[count] if count < len(_WORDS) else str(count)


def _in_figures(count: int) -> str:
    return str(count) if count > 1 else _WORDS[count]


def _towns() -> list[tuple[str, str]]:
    """Towns whose name nobody else bears, with the land that a dateline names."""
    found: list[tuple[str, str]] = []
    rows = [line.split("\t") for line in places_gazetteer._packed("towns.tsv.gz").decode().splitlines()]  # noqa: SLF001 - the table itself
    bearers: dict[str, int] = {}
    for row in rows:
        bearers[row[0]] = bearers.get(row[0], 0) + 1
    for row in rows:
        key, name, country, population = row[0], row[1], row[2], int(row[6])
        if country in _COUNTRIES and population > 60000 and bearers[key] == 1 and name.isascii() and name.isalpha():
            found.append((name, _COUNTRIES[country]))
    return sorted(set(found))


def make(folder: Path, count: int, seed: int, *, short: bool = False) -> tuple[int, int]:
    """Write documents and key; how many documents and incidents there are. Those of an incident lie in several files."""
    told: list[dict[str, str]] = []
    (folder / "in").mkdir(parents=True, exist_ok=True)
    with (folder / "key.jsonl").open("w", encoding="utf-8") as key:
        for incident in incidents(seed):
            own = documents(incident, seed, short=short)[: count - len(told)]
            told += own
            row = {"documents": [one["id"] for one in own], "type": incident.kind, "day": incident.day.isoformat()}
            row |= {"town": incident.town, "killed": incident.killed, "injured": incident.injured}
            print(json.dumps(row), file=key)
            if len(told) >= count:
                break
    random.Random(seed).shuffle(told)  # noqa: S311 - as above
    for at in range(0, len(told), _A_FILE):
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in told[at : at + _A_FILE])
        (folder / "in" / f"news-{at // _A_FILE:05}.jsonl").write_text(lines, encoding="utf-8")
    return len(told), incident.number + 1


def main() -> None:
    """Make what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--documents", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--short", action="store_true", help="telegrams of three sentences")
    options = asked.parse_args()
    made = make(options.folder, options.documents, options.seed, short=options.short)
    print(
        f"{made[0]} documents of {made[1]} incidents in {options.folder / 'in'}; the key is {options.folder / 'key.jsonl'}"
    )


if __name__ == "__main__":
    main()
