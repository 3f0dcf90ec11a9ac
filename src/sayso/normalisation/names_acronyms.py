"""Acronyms and what they stand for, in the language they were made in or in translation, where the order changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import product

from sayso.normalisation.names_forms import fold

# Words that acronyms pass over.
STOP_WORDS = frozenset(
    [
        "the",
        "of",
        "for",
        "and",
        "in",
        "on",
        "to",
        "a",
        "an",
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "e",
        "da",
        "do",
        "das",
        "dos",
        "des",
        "du",
        "le",
        "les",
        "et",
        "para",
        "por",
        "di",
        "per",
    ]
)
# Words of political and military names in the languages that acronyms come from; each row is one word.
_TRANSLATIONS = (
    ("movement", "movimiento", "mouvement", "movimento"),
    ("revolutionary", "revolucionario", "revolucionaria", "revolucionarias", "revolucionarios", "revolutionnaire"),
    ("front", "frente", "fronte"),
    ("liberation", "liberacion", "liberacao", "liberazione"),
    ("national", "nacional", "nazionale", "nationale"),
    ("army", "ejercito", "armee", "exercito"),
    ("party", "partido", "parti", "partito"),
    ("forces", "fuerzas", "force", "forcas"),
    ("armed", "armadas", "armados", "armees", "armada"),
    ("people", "popular", "pueblo", "peoples", "populaire", "povo"),
    ("communist", "comunista", "communiste"),
    ("workers", "trabajadores", "travailleurs", "obrero", "labor", "labour"),
    ("union", "uniao", "unione", "sindicato"),
    ("unity", "unidad", "unite", "unida", "united", "unidas", "unidos", "unies"),
    ("democratic", "democratico", "democratica", "democratique"),
    ("socialist", "socialista", "socialiste"),
    ("christian", "cristiano", "cristiana"),
    ("republican", "republicano", "republicana", "republicaine"),
    ("alliance", "alianza", "alianca"),
    ("self", "auto"),
    ("defense", "defence", "defensa", "autodefensas"),
    ("states", "estados", "etats"),
    ("nations", "naciones"),
    ("group", "grupo", "groupe"),
    ("islamic", "islamico", "islamique"),
    ("salvation", "salvacion", "salut"),
    ("resistance", "resistencia"),
    ("police", "policia"),
    ("guard", "guardia"),
    ("guerrilla", "guerrillera", "guerrillero"),
    ("patriotic", "patriotico", "patriotica", "patriotique"),
    ("committee", "comite"),
    ("organization", "organisation", "organizacion"),
    ("institute", "instituto", "institut"),
    ("investigation", "investigacion", "investigaciones"),
    ("department", "departamento", "administrativo"),
    ("security", "seguridad", "securite"),
    ("command", "comando", "commando"),
    ("coordinator", "coordinadora", "coordinating"),
)
# Words that say what kind of organisation it is, in English.
KIND_WORDS = frozenset(row[0] for row in _TRANSLATIONS) | frozenset(
    [
        "rebel",
        "rebels",
        "leftist",
        "rightist",
        "marxist",
        "maoist",
        "islamist",
        "guerrillas",
        "militia",
        "militants",
        "separatist",
        "insurgent",
        "outlawed",
    ]
)
# Longer names are sentences, not names.
_MOST_WORDS = 9
_ROW = {word: row for row in _TRANSLATIONS for word in row}
_ACRONYM = re.compile(r"(?<![\w.&/@#-])[A-Z]{3,7}(?![\w@/]|-\w)")
# Shouted words, clock, era, money and numbers in Roman letters.
_NO_ACRONYMS = frozenset(
    [
        "THE",
        "AND",
        "NOT",
        "YES",
        "GMT",
        "EST",
        "EDT",
        "CST",
        "CDT",
        "MST",
        "PST",
        "PDT",
        "UTC",
        "USD",
        "EUR",
        "GBP",
        "VII",
        "VIII",
        "XII",
        "XIII",
        "XIV",
        "XVI",
        "XVII",
        "XVIII",
        "XIX",
        "XXI",
        "III",
    ]
)


class Acronym(StrEnum):
    """How the letters stand in the words: `ordered`, in `any_order` (a translation), or `loose` (one word left over)."""

    ORDERED = "ordered"
    ANY_ORDER = "any_order"
    LOOSE = "loose"


def english(words: Sequence[str]) -> tuple[str, ...]:
    """Folded words of an organisation's name without stop words, each in its English form where the table has one.

    >>> english(["movimiento", "de", "liberacion"])
    ('movement', 'liberation')
    """
    return tuple(_ROW.get(word, (word,))[0] for word in words if word not in STOP_WORDS)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym.

    >>> is_acronym("NATO"), is_acronym("M-19"), is_acronym("Nato"), is_acronym("THE BIG ONES")
    (True, True, False, False)
    """
    return re.fullmatch(r"[A-Z][A-Z0-9&-]{1,7}|(?:[A-Z]\.){2,6}", name.strip()) is not None


def find_acronyms(text: str) -> tuple[tuple[int, int], ...]:
    r"""Where acronyms of three letters or more stand; a line that is all in capitals tells of none.

    >>> text = "The ELN (not the OAS) signed.\nALL IN CAPITALS HERE"
    >>> [text[start:end] for start, end in find_acronyms(text)]
    ['ELN', 'OAS']
    """
    found: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        if sum(map(str.islower, line[0])) > sum(map(str.isupper, line[0])):
            found.extend(one.span() for one in _ACRONYM.finditer(text, *line.span()) if one[0] not in _NO_ACRONYMS)
    return tuple(found)


@lru_cache(maxsize=16384)
def is_acronym_of(acronym: str, expansion: str) -> Acronym | None:
    """How an acronym's letters stand in an expansion, or None where they do not.

    >>> is_acronym_of("ELN", "Ejército de Liberación Nacional")
    <Acronym.ORDERED: 'ordered'>
    >>> is_acronym_of("ELN", "National Liberation Army")
    <Acronym.ANY_ORDER: 'any_order'>
    >>> is_acronym_of("ELN", "National League") is None
    True
    """
    letters = re.sub(r"[^a-z]", "", fold(acronym))
    words = fold(expansion).split()
    telling = [word for word in words if word not in STOP_WORDS]
    if not 2 <= len(letters) <= 8 or len(telling) < 2:
        return None
    if letters in ("".join(word[0] for word in telling), "".join(word[0] for word in words)):
        return Acronym.ORDERED
    # Two letters in any order fit too many names to mean anything.
    if len(letters) < 3:
        return None
    options = [frozenset(form[0] for form in _ROW.get(word, (word,))) for word in telling]
    if len(telling) == len(letters) and _matches(letters, options):
        return Acronym.ANY_ORDER
    if len(letters) >= 4 and len(telling) == len(letters) + 1:
        rests = (options[:left] + options[left + 1 :] for left in range(len(options)))
        return Acronym.LOOSE if any(_matches(letters, rest) for rest in rests) else None
    return None


def _matches(letters: str, options: Sequence[frozenset[str]]) -> bool:
    """Whether each letter can take a word of its own that may start with it."""
    if not letters:
        return not options
    return any(
        letters[0] in option and _matches(letters[1:], [*options[:at], *options[at + 1 :]])
        for at, option in enumerate(options)
    )


def letter_keys(expansion: str) -> frozenset[str]:
    """The sorted letters of every acronym that `is_acronym_of` can find in an expansion: a key to block by.

    >>> sorted(letter_keys("National Liberation Army"))
    ['aln', 'eln']
    """
    words = fold(expansion).split()
    telling = [word for word in words if word not in STOP_WORDS]
    if not 2 <= len(telling) <= _MOST_WORDS:
        return frozenset()
    options = [sorted({form[0] for form in _ROW.get(word, (word,))}) for word in telling]
    full = {"".join(sorted(letters)) for letters in product(*options)}
    full.add("".join(sorted(word[0] for word in words)))
    loose = {key[:at] + key[at + 1 :] for key in full for at in range(len(key)) if len(key) > 4}
    return frozenset(full | loose)


def letters_of(acronym: str) -> str:
    """The sorted letters of an acronym."""
    return "".join(sorted(re.sub(r"[^a-z]", "", fold(acronym))))


def is_shortened(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in this order in `long`, the first ones first ("Interpol"): weak by itself.

    >>> is_shortened("INTERPOL", "International Criminal Police")
    True
    """
    letters, rest = fold(short).replace(" ", ""), iter(fold(long).replace(" ", ""))
    return len(letters) > 2 and fold(long).startswith(letters[0]) and all(letter in rest for letter in letters)
