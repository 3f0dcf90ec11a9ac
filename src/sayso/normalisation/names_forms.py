"""Names folded and taken apart: without accents and case, titles from names, given names from surnames.

The invariant: `fold(fold(name)) == fold(name)`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and an accent.
_SINGLE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
)
_DOTTED = re.compile(r"(?<![^\W\d_]{2})(?<=[^\W\d_])\.(?=[^\W\d_])")
_APOSTROPHES = re.compile(r"['\u2019\u2018\u02bb\u02bc`\u00b4]")
_NOT_WORD = re.compile(r"[\W_]+")
# "Princess Anna of Denmark": where she is from is no surname.
_OF_SOMEWHERE = re.compile(r"(?<=\w) of (?:the )?[A-Z].*$")
_POSSESSIVE = re.compile(r"(?:['\u2019]s|(?<=s)['\u2019])$")

TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "mister", "dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady", "madam", "madame", "monsieur", "senor", "senora", "don", "dona", "president", "vice", "premier", "chancellor", "prime", "minister", "deputy", "foreign", "interior", "defense", "defence", "justice", "finance", "chief", "secretary", "general", "gen", "colonel", "col", "lieutenant", "lt", "major", "maj", "captain", "capt", "cpt", "sergeant", "sgt", "corporal", "cpl", "private", "pvt", "admiral", "adm", "commander", "cmdr", "comdr", "commandant", "brigadier", "brig", "marshal", "officer", "detective", "det", "inspector", "constable", "trooper", "sheriff", "officers", "deputies", "troopers", "detectives", "sergeants", "constables", "superintendent", "supt", "commissioner", "agent", "special", "judge", "magistrate", "attorney", "prosecutor", "senator", "sen", "representative", "rep", "congressman", "congresswoman", "councilman", "councilwoman", "councillor", "governor", "gov", "mayor", "ambassador", "consul", "envoy", "king", "queen", "prince", "princess", "emperor", "empress", "sultan", "sheikh", "shaikh", "emir", "duke", "duchess", "count", "pope", "cardinal", "archbishop", "bishop", "monsignor", "msgr", "father", "fr", "brother", "sister", "reverend", "rev", "pastor", "rabbi", "imam", "ayatollah", "mullah", "mr.", "hon", "honorable", "chairman", "chairwoman", "chairperson", "comrade", "spokesman", "spokeswoman", "spokesperson", "leader", "director", "former", "ex", "then", "acting", "supreme", "court", "the", "late", "retired"]
)  # fmt: skip
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "des",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "la",
        "le",
        "las",
        "los",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "abu",
        "abd",
        "st",
        "san",
        "y",
        "e",
        "zu",
        "af",
        "av",
    ]
)
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"])


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A name without accents, case, dots of abbreviation and punctuation; words stand one space apart.

    >>> fold("Néstor  RÍOS")
    'nestor rios'
    >>> fold("U.S."), fold("Port-au-Prince"), fold("Sana'a")
    ('us', 'port au prince', 'sanaa')
    """
    bare = _bare(_bare(text).casefold()).translate(_SINGLE)
    return " ".join(_NOT_WORD.sub(" ", _APOSTROPHES.sub("", _DOTTED.sub("", bare))).split())


def _bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class NameParts:
    """A person's name taken apart, folded; `titles` in order, `given` and `surname` empty where the text has none."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str = ""


@lru_cache(maxsize=16384)
def parts(name: str) -> NameParts:
    """Take a person's name apart; one bare word is a surname.

    >>> parts("President Ana Salas")
    NameParts(titles=('president',), given=('ana',), surname=('salas',), suffix='')
    >>> parts("Gen. Ludwig van der Berg").surname
    ('van', 'der', 'berg')
    >>> parts("Berg, Ludwig").given
    ('ludwig',)
    """
    bare = _POSSESSIVE.sub("", name.strip())
    head, comma, tail = bare.partition(",")
    if comma and fold(tail) not in SUFFIXES and len(head.split()) <= 3 and len(tail.split()) in (1, 2):
        bare = f"{tail.strip()} {head.strip()}"
    words = fold(_OF_SOMEWHERE.sub("", bare).replace(",", " ").replace(".", ". ")).split()
    titles: list[str] = []
    while words and words[0] in TITLES and len(words) > 1:
        titles.append(words.pop(0))
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    first = _surname_at(words)
    return NameParts(tuple(titles), tuple(words[:first]), tuple(words[first:]), suffix)


def _surname_at(words: list[str]) -> int:
    """Where the surname starts: its last word with the particles before it; the first word is a given name."""
    first = max(len(words) - 1, 0)
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    # "al Sisi", "de Leon": a name that starts with a particle is all surname.
    return 0 if first == 1 and words[0] in PARTICLES else first


def strip_titles(name: str) -> str:
    """The name as written, without the titles before it and a possessive after it.

    >>> strip_titles("President Ana Salas's")
    'Ana Salas'
    """
    words = _POSSESSIVE.sub("", name.strip()).split()
    while len(words) > 1 and fold(words[0]) in TITLES:
        words.pop(0)
    return " ".join(words)


def key(name: str) -> str:
    """The blocking key of a name: the skeleton of its last telling word (vowels and doubled letters dropped).

    Spellings of one name share it; names that share it need not be one.

    >>> key("Muammar Gaddafi") == key("Moammar Gadafi")
    True
    """
    words = parts(name).surname or tuple(fold(name).split())
    return skeleton(words[-1]) if words else ""


# Letters that transliterations change for one another.
_ALIKE = str.maketrans(
    {"q": "k", "c": "k", "g": "k", "z": "s", "x": "s", "v": "b", "w": "b", "f": "p", "j": "i", "y": "i"}
)


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """Consonants of a folded word, with those that transliterations swap made one; at least its first letter.

    >>> skeleton("kaddafi"), skeleton("gadafy")
    ('kdp', 'kdp')
    """
    plain = word.translate(_ALIKE)
    spare = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouh]", "", plain))
    return spare or plain[:1]
