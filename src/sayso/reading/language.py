"""The language of a text, said only where there is enough of it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Below this many letters a detector guesses; names alone pull a short English line to other languages.
_LETTERS = 15
# Short English headlines rank first with little to spare, foreign ones with much: so tried on a score of each.
_SURE = 0.6
_ENGLISH_LEADS = 0.2
# A few pages tell the language of a text as well as the whole.
_ENOUGH = 20_000
# Languages of some weight in the world's press; the rare ones of the full model win on names and abbreviations.
_LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr gu he hi hr hu hy id it ja ka kk km kn ko ky lo lt lv mk ml mn"
    " mr ms ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur vi zh"
)
# Function words that English shares with no neighbour, and those that it shares with one or two.
_ENGLISH = frozenset("the and with that were by from his their who which been they after at to it".split())
_SHARED = frozenset("of in was for had as on is a has are he".split())


# The commonest function words of languages that English names and quotations are taken for; none that stands in names.
_OWN = {
    "de": frozenset(
        "die und den zu das mit sich auf für ist im dem nicht ein eine auch bei wurden werden wird".split()
    ),
    "es": frozenset("que el en y se por un una con su para al como más pero fueron según sus a lo entre".split()),
    "fr": frozenset("et les en un une que est pour qui dans par sur au pas ont selon aux sont il leur".split()),
    "it": frozenset("e il che in un per è una sono con non si le dei al gli nel della dopo".split()),
    "nl": frozenset("het een en in is dat op te zijn met voor die niet aan er werden door ook".split()),
    "pt": frozenset("que e o em um para com não uma os no se na por mais as foram a ao pelo".split()),
}
# A stretch shorter than two lines tells no language; in one that tells, every tenth word is one of those.
TELLING, _OWN_SHARE, _ENGLISH_SHARE = 120, 0.1, 0.02


def other_language(text: str, whole: str) -> str | None:
    """The language of a stretch where it is surely another than that of the whole; None where it is not, or too short.

    A stretch of English that is full of foreign names must not be taken for foreign: its claims would be lost.

    >>> other_language("Killed on Friday were Juan Pérez, María del Carmen Ríos, José de la Cruz and Luis Ángel Huamán. " * 2, "en")
    """
    if len(text) < TELLING or whole == "und":
        return None
    words = re.findall(r"[^\W\d_]+", text.lower())
    is_english = sum(1 for word in words if word in _ENGLISH) > _ENGLISH_SHARE * len(words)
    # Whatever the detector says: it loads slowly, and most stretches need none.
    if is_english and whole == "en":
        return None
    code = language(text)
    if code in ("und", "en", whole):
        return code if code == "en" != whole else None
    own = sum(1 for word in words if word in _OWN.get(code, words))
    return code if not is_english and own >= _OWN_SHARE * len(words) else None


def language(text: str) -> str:
    """The ISO 639-1 code of a text's language, `und` where there is too little to tell.

    >>> language("Kabul")
    'und'
    """
    words = text[:_ENOUGH].lower().split()
    own = sum(1 for word in words if word in _ENGLISH)
    # Function words tell English from its lookalikes where names and quotations drown the detector.
    if own >= 1 and len(words) >= 5 and own + sum(1 for word in words if word in _SHARED) >= 0.2 * len(words):
        return "en"
    if sum(1 for sign in text[:_ENOUGH] if sign.isalpha()) < _LETTERS:
        return "und"
    code, probability = _detector().classify(text[:_ENOUGH])
    return str(code) if float(probability) >= (_ENGLISH_LEADS if code == "en" else _SURE) else "und"


@cache
def _detector() -> Any:
    """The detector, loaded once a process."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to load

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(detector.labels)
    detector.set_languages([code for code in _LANGUAGES.split() if code in known])
    return detector
