"""The language of a text, said only where there is enough of it."""

from __future__ import annotations

from functools import cache
from typing import Any

# Below this many letters a detector guesses; names alone pull a short English line to other languages.
_LETTERS = 40
_SURE = 0.9
# Languages of some weight in the world's press; the rare ones of the full model win on names and abbreviations.
_LANGUAGES = (
    "am ar az be bg bn bs ca cs da de el en es et fa fi fr gu he hi hr hu hy id it ja ka kk km kn ko ky lo lt lv mk ml mn"
    " mr ms ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur vi zh"
)
_ENGLISH = frozenset("the of and to in was were for with that by from at had his as on is it after who which been".split())


def language(text: str) -> str:
    """The ISO 639-1 code of a text's language, `und` where there is too little to tell.

    >>> language("Kabul")
    'und'
    """
    letters = sum(1 for sign in text if sign.isalpha())
    if letters < _LETTERS:
        return "und"
    words = text.lower().split()
    # Function words tell English from its lookalikes where names and quotations drown the detector.
    if sum(1 for word in words if word in _ENGLISH) >= 0.2 * len(words):
        return "en"
    code, probability = _detector().classify(text[:20_000])
    return str(code) if float(probability) >= _SURE else "und"


@cache
def _detector() -> Any:
    """The detector, loaded once a process."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads its model when imported

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(detector.labels)
    detector.set_languages([code for code in _LANGUAGES.split() if code in known])
    return detector
