"""Trains the small model of parts (who did it, who suffered it, what was attacked) and writes it to the package's resources.

    python evaluation/train_roles.py             trains on the attack reports, writes src/sayso/resources/lexicons/roles.json
    python evaluation/train_roles.py --folds 4   also measures on parts held out: average precision of each part

The texts are not part of the repository: `bench/muc/dev.jsonl.gz` in a folder `shared` beside it, or where SAYSO_SHARED says.
A noun of a text is an example; it plays a part where a key of the text names it in that part. Logistic regression of named
signs (src/sayso/extraction/roles/signs.py), one a part, by a fixed number of steps from zero: the same bytes every time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import sayso.extraction.extractor as extraction
from sayso.codebook import load
from sayso.extraction.actors.doings import DEEDS
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.parsing.nlp import ordinary
from sayso.extraction.roles.casting import FILE, considered
from sayso.extraction.roles.signs import word
from sayso.model import Document
from sayso.normalisation import places
from sayso.reading import gather, read

if TYPE_CHECKING:
    from spacy.tokens import Token

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("SAYSO_SHARED") or HERE.parents[1] / "shared")
TEXTS = SHARED / "bench" / "muc" / "dev.jsonl.gz"
OUT = HERE.parent / "src" / "sayso" / "resources" / FILE
#: Of every eight texts in turn, those that are kept to check what is trained.
KEPT = (3, 7)
#: Part -> the slots of a key whose fillers play it.
PARTS = {
    "doer": ("perp_individual",),
    "body": ("perp_organization",),
    "victim": ("hum_target_name", "hum_target_description"),
    "target": ("phys_target_id",),
    "weapon": ("instrument_id",),
}
#: How sure the model must be to give a part: chosen by the F of whole templates on texts held out; victims are given by rules alone.
LEAST = {"doer": 0.45, "body": 0.4, "victim": 1.1, "target": 0.45, "weapon": 0.6}
#: A sign is learned where this many texts have it, and kept where it weighs this much for some part.
TEXTS_EACH, WORTH = 4, 0.03
STEPS, RATE, PENALTY = 120, 0.1, 3.0
#: Words that say nothing of who somebody is, and what ends the phrase that a filler begins with.
_BESIDE = frozenset(
    "A AN THE ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN SEVERAL SOME MANY OTHER ANOTHER OF".split()
)
_ENDS = re.compile(r"\s(?:OF|IN|AT|FROM|FOR|WHO|THAT|WEARING|TO|ON|BY|WITH|AND|NEAR|BELONGING|CARRYING)\s|,|\(|\[")

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """A noun of a text: its signs, and the parts it plays by the key."""

    document: str
    month: str
    signs: tuple[str, ...]
    parts: frozenset[str]


def main() -> None:
    """Train, measure where asked, and write."""
    parser = argparse.ArgumentParser(description="Trains the model of parts.")
    parser.add_argument("--folds", type=int, default=0, help="measure on so many parts held out")
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    options = parser.parse_args()
    found = examples(rows())
    for fold in range(options.folds):
        documents = sorted({one.document for one in found})
        held = frozenset(documents[fold :: options.folds])
        print(f"fold {fold}: {measured(found, held)}")
    text = written(found)
    options.out.write_text(text, encoding="utf-8")
    print(f"{len(found)} nouns, {len(json.loads(text)['signs'])} signs, {len(text):,} characters in {options.out}")


def rows() -> list[Tree]:
    """The texts that are trained on, with their keys."""
    with gzip.open(TEXTS, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for n, line in enumerate(lines) if n % 8 not in KEPT]


def examples(texts: Sequence[Tree]) -> list[Example]:
    """The nouns of all texts of violence, seen as extraction sees them."""
    keys = {row["id"]: _fillers(row) for row in texts}
    found: list[Example] = []

    def cast(drafts: Sequence[Draft], told: Sequence[Scene], setting: Setting) -> list[Draft]:
        if setting.story.type in DEEDS:
            found.extend(_examples(drafts, told, setting, keys[setting.document.id]))
        return list(drafts)

    extraction.cast = cast  # what extraction calls with every noun in sight is where they are collected
    extractor = extraction.Extractor(load("incident"))
    for document in _documents(texts):
        extractor.extract(document)
    return found


def _documents(texts: Iterable[Tree]) -> tuple[Document, ...]:
    """The texts as a build reads them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        kept = ({key: row.get(key) for key in ("id", "published", "source", "text")} for row in texts)
        path.write_text("\n".join(json.dumps(row) for row in kept), encoding="utf-8")
        return gather([read(path)]).documents


def _fillers(row: Tree) -> dict[str, list[tuple[frozenset[str], str]]]:
    """Of each part, the words of each filler and the word its phrase ends with."""
    return {
        part: [
            (frozenset(_words(value)), (_words(_ENDS.split(value.upper())[0]) or [""])[-1])
            for template in row["templates"]
            for slot in slots
            for filler in template["slots"].get(slot, [])
            for value in filler["values"]
        ]
        for part, slots in PARTS.items()
    }


def _words(text: str) -> list[str]:
    return [one.rstrip(".'-") for one in re.findall(r"[A-Z0-9][A-Z0-9.'-]*", text.upper()) if one not in _BESIDE]


def _examples(
    drafts: Sequence[Draft], told: Sequence[Scene], setting: Setting, key: dict[str, list[tuple[frozenset[str], str]]]
) -> Iterator[Example]:
    strange = frozenset(_strange(told))
    for one, signs in considered(drafts, told, setting, frozenset(scene.number for scene in told)):
        words = _words(" ".join(_phrase(one.token)))
        if not words:
            continue
        parts = (
            part
            for part, fillers in key.items()
            if any(held == set(words) or (last == words[-1] and len(last) > 2) for held, last in fillers)
        )
        common = (sign for sign in signs if strange.isdisjoint(re.split(r"[=^+:&>|]", sign)))
        month = str(setting.document.published.edtf[:7]) if setting.document.published is not None else ""
        yield Example(setting.document.id, month, tuple(common), frozenset(parts))


def _phrase(noun: Token) -> list[str]:
    """A noun with the words before it that say what it is; a name as the recogniser took it."""
    entity = next((e for e in noun.sent.ents if e.start <= noun.i < e.end and e.label_ in ("PERSON", "ORG")), None)
    if entity is not None:
        return [token.text for token in entity if token.is_alpha or token.is_digit or "-" in token.text]
    return [*(c.text for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod")), noun.text]


def _strange(told: Sequence[Scene]) -> Iterator[str]:
    """Words of a text that the language does not have, and those of a country or a people."""
    known = ordinary()
    for one in {word(token) for scene in told for token in scene.sent}:
        if one and (not known(one) or places.country(one) is not None):
            yield one


def weights(found: Sequence[Example]) -> tuple[list[str], Any, Any]:
    """The signs learned, what each weighs for each part, and the bias of each part."""
    seen: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in found:
        for sign in one.signs:
            seen[sign][one.document] = one.month
    signs = sorted(sign for sign, months in seen.items() if _is_told_widely(list(months.values())))
    place = {sign: n for n, sign in enumerate(signs)}
    found = sorted(found, key=lambda one: one.document)
    pairs = [(n, place[sign]) for n, one in enumerate(found) for sign in one.signs if sign in place]
    which, columns = np.array([n for n, _ in pairs]), np.array([m for _, m in pairs])
    fitted = [_fit(which, columns, len(signs), np.array([float(part in one.parts) for one in found])) for part in PARTS]
    return signs, np.stack([one for one, _ in fitted], axis=1), np.array([bias for _, bias in fitted])


def _is_told_widely(months: list[str]) -> bool:
    """Is a sign seen in texts enough, and not in those of one month above all? Such a word is one incident's."""
    return len(months) >= TEXTS_EACH and 2 * max(Counter(months).values()) <= len(months)


def _fit(which: Any, columns: Any, width: int, truth: Any) -> tuple[Any, float]:
    """Logistic regression with a penalty on large weights, by Adam over all examples at once."""
    held, mean, square = np.zeros(width + 1), np.zeros(width + 1), np.zeros(width + 1)
    held[-1] = -3.0
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-(np.bincount(which, weights=held[columns], minlength=len(truth)) + held[-1])))
        error = chance - truth
        slope = np.append(
            np.bincount(columns, weights=error[which], minlength=width) + PENALTY * held[:-1], error.sum()
        )
        slope /= len(truth)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
        rate = RATE * (1.0 if step < 0.6 * STEPS else 0.3)
        held -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    return held[:-1], float(held[-1])


def written(found: Sequence[Example]) -> str:
    """The model as its file holds it, a sign a line."""
    signs, table, bias = weights(found)
    kept = {
        sign: [round(float(x), 2) for x in row]
        for sign, row in zip(signs, table, strict=True)
        if np.abs(row).max() >= WORTH
    }
    head = {"parts": list(PARTS), "bias": [round(float(x), 3) for x in bias], "least": LEAST}
    lines = ",\n".join(f"{json.dumps(sign)}:{json.dumps(row, separators=(',', ':'))}" for sign, row in kept.items())
    return json.dumps(head)[:-1] + ', "signs": {\n' + lines + "\n}}\n"


def measured(found: Sequence[Example], held: frozenset[str]) -> dict[str, float]:
    """The average precision of each part on texts held out."""
    signs, table, bias = weights([one for one in found if one.document not in held])
    place = {sign: n for n, sign in enumerate(signs)}
    told = [one for one in found if one.document in held]
    scores = np.stack([table[[place[s] for s in one.signs if s in place]].sum(axis=0) + bias for one in told])
    return {
        part: round(_precision(scores[:, n], np.array([part in one.parts for one in told])), 3)
        for n, part in enumerate(PARTS)
    }


def _precision(scores: Any, truth: Any) -> float:
    ranked = truth[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1) * ranked).sum() / max(1, ranked.sum()))


if __name__ == "__main__":
    main()
