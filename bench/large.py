"""A large case of one event, for the reading room: many invented accounts that part on most figures."""

from __future__ import annotations

import random
from pathlib import Path

import sayso

_PLACE = "the Harbour Hall in Port Verity"
_OUTLETS = ("Gazette", "Herald", "Courier", "Observer", "Tribune", "Post", "Dispatch", "Mail", "Chronicle", "Star")
_TOWNS = (
    "Port Verity",
    "Elmsund",
    "Karst",
    "Norvik",
    "Saint Aubin",
    "Lowmoor",
    "Vessel Bay",
    "Tarn",
    "Halden",
    "Ostrava",
)
_WHO = (
    "police",
    "a witness",
    "the governor",
    "Colonel Arne Voss",
    "a doctor",
    "the union",
    "a freed clerk",
    "the ministry",
)
_WORDS = ("smoke", "rope", "windows", "the quay", "the cranes", "the fog", "lanterns", "the bells", "the ferry", "the gulls",
          "the customs shed", "a radio", "the square", "the archive", "the kitchen", "the stairs")  # fmt: skip
_TELLING = (
    "Gunmen seized {place} on {day} March 2011 and took {taken} hostages",
    "{taken} people were taken hostage at {place}",
    "About {few} gunmen stormed the hall",
    "{killed} guards were killed in the attack",
    "At least {hurt} people were injured in the attack",
    "{freed} hostages were released on {later} March 2011",
    "The gunmen still held {held} hostages on {later} March",
    "The siege lasted {days} days",
    "Troops raided the hall on {end} March 2011 and killed {few} gunmen",
    "{rescued} hostages were rescued in the raid",
    "{killed} soldiers were killed in the raid",
    "{one} hostage was killed in the raid",
    "The raid lasted {minutes} minutes",
    "{hurt} soldiers were injured in the raid",
    "The gunmen demanded the release of {prisoners} prisoners",
    "Some {soldiers} soldiers took part in the raid",
    "{few} gunmen were arrested on {end} March 2011",
    "{escaped} hostages escaped on {later} March 2011",
)


def accounts(folder: Path, documents: int, *, sentences: int = 66, seed: int = 1) -> None:
    """Write so many accounts into a folder, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - invented accounts, no secret
    for number in range(documents):
        town, outlet = chance.choice(_TOWNS), chance.choice(_OUTLETS)
        told = [_sentence(chance) for _ in range(sentences)]
        paragraphs = "\n\n".join(" ".join(told[at : at + 4]) for at in range(0, len(told), 4))
        text = f"The {town} {outlet}, number {number}\n\n{chance.randint(13, 30)} March 2011\n\n{paragraphs}\n"
        (folder / f"account-{number:03}.txt").write_text(text, encoding="utf-8")


def case(path: Path, documents: int, *, sentences: int = 66) -> Path:
    """The case of these accounts, built where it is not there yet."""
    if not path.exists():
        folder = path.with_suffix(".accounts")
        folder.mkdir(parents=True, exist_ok=True)
        accounts(folder, documents, sentences=sentences)
        sayso.build(folder, path).close()
    return path


def _sentence(chance: random.Random) -> str:
    """One sentence: a figure near the true one, its speaker, and words that no other account shares."""
    telling = chance.choice(_TELLING).format(
        place=_PLACE,
        day=3,
        taken=chance.choice((240, 250, 300, 310)),
        few=chance.choice((9, 10, 12)),
        killed=chance.choice((2, 3, 4)),
        hurt=chance.choice((5, 6, 11, 14)),
        freed=chance.choice((20, 31, 44)),
        later=chance.choice((5, 7, 9)),
        held=chance.choice((72, 80, 95)),
        days=chance.choice((9, 10)),
        end=12,
        rescued=chance.choice((70, 71, 90)),
        one=chance.choice((1, 2)),
        minutes=chance.choice((20, 40)),
        prisoners=chance.choice((30, 40, 60)),
        soldiers=chance.choice((80, 140, 190)),
        escaped=chance.choice((3, 7)),
    )
    said = f", {chance.choice(_WHO)} said" if chance.random() < 0.4 else ""
    scene = " and ".join(chance.sample(_WORDS, 3))
    return f"{telling[0].upper()}{telling[1:]}{said}. Those who were there spoke of {scene}."
