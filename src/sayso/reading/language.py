"""The language of a text, said only where there is enough of it."""

from __future__ import annotations

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
