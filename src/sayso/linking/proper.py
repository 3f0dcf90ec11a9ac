"""Proper words: what a text writes with a capital within its sentences, and never without.

A name finder calls one town a person here and nothing there; spelling does not waver. In a folder of few documents these
words tell whether two of them speak of one happening, since there are too few texts to learn which words are rare.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterable, Mapping

from sayso.linking.words import fold
from sayso.normalisation import places

# A capital after a small letter or a comma: it opens no sentence.
_WITHIN = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]{2,}")
_SMALL = re.compile(r"(?<![^\W\d_])[a-z][^\W\d_]{2,}")
# Parts of addresses, offices and institutions: with a capital in many names, and the name of nothing.
_GENERAL = frozenset(
    """academy administration agency airport apartments assistant associated association attorney authority avenue bank
    bay beach board boulevard bridge bureau capital captain cathedral center central centre chairman chief church city
    civil club college colonel command commission commissioner committee communist company congress corporation council
    county court crime criminal cross day defence defense democratic department deputy detective detention director
    district division doctor drive east eastern education emergency facebook family federal federation first force forces
    foreign foundation four friday front general global god government governor great greater group hall health heights
    high highway hill hospital hotel house human independent institute intelligence intensive international interior
    investigation island jail judge justice king lake lane law league liberation lieutenant limited lord lower major
    mayor media medical memorial middle military ministry minister mission monday mount mountain museum national
    navy new news newspaper north northern northeast northwest office officer old order organization park party peace people
    people's place police popular port post premier president press prime prince prison private professor prosecutor
    province public queen radio railway red regional republic reserve revolutionary river road royal saint school science
    second secretary security senate senator senior sergeant service services sheriff sheriff's sir social society south
    southern southeast southwest special square state station street superior supreme team television third times town
    township trade twitter two union united university upper valley van vice village war ward washington water west
    western white women world year york young youth youtube black blue green""".split()
)
_CALENDAR = frozenset(fold(name) for name in (*day_name, *month_name) if name) | frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun christmas easter".split()
)


def capitals(text: str) -> frozenset[str]:
    """The folded words that a text writes with a capital within its sentences and nowhere without.

    >>> sorted(capitals("The dam at Orla broke. On Monday, Orla stood under water, and the Mayor, a mayor of ten years, wept."))
    ['orla']
    """
    small = set(_SMALL.findall(text))
    found = {fold(word) for word in set(_WITHIN.findall(text)) if word.lower() not in small}
    return frozenset(found - _GENERAL - _CALENDAR)


def proper(written: Iterable[frozenset[str]], held: Mapping[str, int]) -> frozenset[str]:
    """The words that a folder's documents name things by: no country's, and with a capital in half of the texts that have them.

    Args:
        written: the capitals of each document.
        held: word -> how many documents have it.
    """
    counts = Counter(word for words in written for word in words)
    return frozenset(
        word
        for word, count in counts.items()
        if held.get(word, 0) > 1 and 2 * count >= held[word] and places.country(word) is None
    )
