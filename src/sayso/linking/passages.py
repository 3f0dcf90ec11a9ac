"""Stretches that stand in two documents, from verbatim to lightly rewritten.

Runs of three content words that both texts hold are seeds; seeds on one diagonal make a window; inside it the words are
aligned exactly and the stretch that gains most is kept. With two words in five changed, a fifth of the seeds still stand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from sayso.linking.words import STOPWORDS, fold, standing_form
from sayso.model import Block, BlockKind, Document, Passage

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_QUOTED = re.compile(r"[\"\u201c\u201d\u00ab\u00bb][^\"\u201c\u201d\u00ab\u00bb\n]{2,400}[\"\u201c\u201d\u00ab\u00bb]")
_COPYABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST, BlockKind.TABLE})

# Seeds further apart than so many words, or so many words off the diagonal, are not of one passage: a copier leaves out a
# sentence. At 24 two reports of one briefing begin to count as copies.
_REACH, _DRIFT = 30, 18
# A window is widened by so many words on either side before it is aligned.
_MARGIN = 14
# What a word gains where both texts have it, and loses where they do not: content words carry the proof.
_GAIN, _LOSS, _SMALL_GAIN, _SMALL_LOSS = 1.0, -0.75, 0.3, -0.3
# What a word proves: one of content, a small one, and one that a third may have said to both writers.
_CONTENT, _SMALL, _QUOTATION = 1.0, 0.3, 0.5
# The least a passage must be worth, about twelve content words with what stands between: shorter ones are phrases that
# two writers may find alone. So much of it must be shared, and so much be neither names nor numbers: two lists of the
# same dead are no copy.
LEAST, _LEAST_SHARED, _LEAST_PROSE = 12.0, 9.0, 6.0
# Lines that stand under stories of every kind; a copy of them says nothing of the story.
_STANDING = re.compile(
    r"©|\bcopyright\b|all rights reserved|may not be published|anyone (?:with|who has) (?:any )?information|"
    r"\bsubscribe\b|\bnewsletter\b|\bfollow us\b|\bcrime ?stoppers\b|\bread or share\b|"
    r"remain(?:ing)? anonymous|\btext a tip\b|\btip ?line\b|\bhotline\b|\d-TIPS\b|\breward of (?:up to )?\$|"
    r"\bbrowser\b|\bstay with\b|\bdownload now\b|\bmobile app\b|@\w",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019)]*\s+(?=[\"\u201c(]?[A-Z])")
# What each such line holds, in lower case: looked for first, for most lines hold none.
_SIGNS = (
    "©", "copyright", "all rights", "may not be", "anyone", "subscribe", "newsletter", "follow us", "crime", "read or share",
    "browser", "stay with", "download now", "mobile app", "@",
)  # fmt: skip
# A notice has so many words of content at the least, and so much of it stands in its copy.
_NOTICE, _NEARLY_ALL = 6, 0.85
# A paragraph of so many words, so many of them of content, that stands whole and word for word in both was taken over, what
# it quotes included: two who heard one man cut what he said elsewhere. Of 4,248 news texts no two did so by chance.
_WHOLE, _WHOLE_CONTENT = 30, 8
# How much of a stretch must be shared: nearly half of a long one, most of a short one.
_LEAST_DENSITY, _SHORT_DENSITY, _SHORT = 0.45, 0.65, 18.0


@dataclass(frozen=True, slots=True)
class Copyable:
    """The words of a document that could be copied, with their places.

    Args:
        words: folded words of paragraphs, in order; places: their start and end in the text.
        is_content: whether a word carries content; is_plain: whether it is neither name nor number.
        worth: what a word proves where both texts have it.
        seeds: run of three content words -> indexes of its first word.
        blocks: first word and one past the last of each paragraph that is long enough to be a copy by itself.
    """

    document: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    is_content: tuple[bool, ...]
    worth: tuple[float, ...]
    is_plain: tuple[bool, ...]
    seeds: Mapping[str, tuple[int, ...]]
    blocks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """One passage of two documents; `worth` is that of its shared words."""

    passage: Passage
    worth: float
    seeds: tuple[str, ...]


def copyable(document: Document, is_skipped: Callable[[str], bool] | None = None) -> Copyable:
    """The words of a document's paragraphs; blocks whose standing form is skipped are left out."""
    words, content = list[str](), list[bool]()
    places, worth, plain = [], [], []
    seeds: defaultdict[str, list[int]] = defaultdict(list)
    blocks: list[tuple[int, int]] = []
    first = 0
    for block in _copyable_blocks(document):
        text = document.text[block.start : block.end]
        begin = len(words)
        if is_skipped is not None and is_skipped(standing_form(text)):
            _add_seeds(seeds, words, content, first)
            first = len(words)
            continue
        said = [match.span() for match in _QUOTED.finditer(text)]
        for match in _WORD.finditer(text):
            written = match.group()
            word = written.lower() if written.isascii() else fold(written)
            words.append(word)
            places.append((block.start + match.start(), block.start + match.end()))
            plain.append(written[0].islower())
            content.append(word not in STOPWORDS and len(word) > 1)
            is_quoted = bool(said) and any(start <= match.start() < end for start, end in said)
            worth.append((_CONTENT if content[-1] else _SMALL) * (_QUOTATION if is_quoted else 1.0))
        if len(words) - begin >= _WHOLE and sum(content[begin:]) >= _WHOLE_CONTENT:
            blocks.append((begin, len(words)))
    _add_seeds(seeds, words, content, first)
    held = {seed: tuple(indexes) for seed, indexes in seeds.items()}
    told = tuple(words), tuple(places), tuple(content), tuple(worth), tuple(plain)
    return Copyable(document.id, *told, held, tuple(blocks))


def runs_of(document: Document) -> Iterator[tuple[Block, list[str], list[str]]]:
    """Each block that could be copied with the runs that begin before it and end in it, and those within it."""
    last = ""
    for block in _copyable_blocks(document):
        text = document.text[block.start : block.end]
        words = (match.group() for match in _WORD.finditer(text))
        folded = (word.lower() if word.isascii() else fold(word) for word in words)
        carrying = [word for word in folded if word not in STOPWORDS and len(word) > 1]
        across = [f"{last} {carrying[0]}"] if last and carrying else []
        yield block, across, [f"{one} {other}" for one, other in pairwise(carrying)]
        last = carrying[-1] if carrying else last


def _copyable_blocks(document: Document) -> Iterator[Block]:
    """The paragraphs that could be copied; of one with a standing line in it, what is told around that."""
    for block in document.blocks:
        if block.kind not in _COPYABLE:
            continue
        if not _is_standing(document.text[block.start : block.end]):
            yield block
        else:
            yield from _around_standing(document.text, block)


def _around_standing(text: str, block: Block) -> Iterator[Block]:
    """The stretches of a paragraph between its standing lines that are long enough to be a copy by themselves."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, block.start, block.end)]
    lines = pairwise([block.start, *ends, block.end])
    for is_standing, told in groupby(lines, lambda line: _STANDING.search(text, *line) is not None):
        stretch = list(told)
        start, end = stretch[0][0], stretch[-1][1]
        if not is_standing and len(_WORD.findall(text, start, end)) >= _WHOLE:
            yield replace(block, start=start, end=end)


def _is_standing(text: str) -> bool:
    folded = text.lower()
    return any(sign in folded for sign in _SIGNS) and _STANDING.search(text) is not None


def _add_seeds(seeds: defaultdict[str, list[int]], words: Sequence[str], content: Sequence[bool], start: int) -> None:
    """The runs of a stretch of paragraphs that no other parts."""
    carrying = [index for index in range(start, len(words)) if content[index]]
    for first, second in pairwise(carrying):
        seeds[f"{words[first]} {words[second]}"].append(first)


def shared(one: Copyable, other: Copyable) -> tuple[Shared, ...]:
    """The passages of `one` that stand in `other` too, in order."""
    least = _least(one, other)
    found = [passage for window in _windows(one, other) if (passage := _aligned(one, other, window, least)) is not None]
    found.extend(_whole(one, other))
    kept: list[Shared] = []
    for candidate in sorted(found, key=lambda one: (-one.worth, one.passage.start)):
        if not any(_overlaps(candidate.passage, held.passage) for held in kept):
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda one: one.passage.start))


def _windows(one: Copyable, other: Copyable) -> list[tuple[int, int, int, int]]:
    """Seeds gathered along their diagonals: first and last word in either text."""
    common = one.seeds.keys() & other.seeds.keys()
    hits = sorted((i, j) for seed in common for i in one.seeds[seed][:4] for j in other.seeds[seed][:4])
    chains: list[list[tuple[int, int]]] = []
    for i, j in hits:
        for chain in reversed(chains[-12:]):
            last_i, last_j = chain[-1]
            if 0 <= i - last_i <= _REACH and 0 <= j - last_j <= _REACH and abs((j - last_j) - (i - last_i)) <= _DRIFT:
                chain.append((i, j))
                break
        else:
            chains.append([(i, j)])
    return [(chain[0][0], chain[-1][0], chain[0][1], chain[-1][1]) for chain in chains if len(chain) > 2]


def _least(one: Copyable, other: Copyable) -> float:
    """What share of the least passage is enough: a notice of a sentence or two is a copy where nearly all of it stands again."""
    poorer = min(sum(one.is_content), sum(other.is_content))
    return 1.0 if poorer < _NOTICE else min(1.0, _NEARLY_ALL * poorer / LEAST)


def _aligned(one: Copyable, other: Copyable, window: tuple[int, int, int, int], least: float) -> Shared | None:
    """The best stretch of a window, or None where too little of it is shared."""
    a, b = max(0, window[0] - _MARGIN), min(len(one.words), window[1] + _MARGIN)
    c, d = max(0, window[2] - _MARGIN), min(len(other.words), window[3] + _MARGIN)
    if not _may_prove(one, range(a, b), frozenset(other.words[c:d]), least):
        return None
    matcher = SequenceMatcher(None, one.words[a:b], other.words[c:d], autojunk=False)
    partner = {a + m.a + k: c + m.b + k for m in matcher.get_matching_blocks() for k in range(m.size)}
    best = _best_stretch(one, partner, a, b)
    if best is None:
        return None
    start, end = best
    matched = [index for index in range(start, end) if index in partner]
    told = sum(one.worth[index] for index in range(start, end))
    both = sum(one.worth[index] for index in matched)
    prose = sum(one.worth[index] for index in matched if one.is_plain[index])
    density = _density(both) if least == 1.0 else _NEARLY_ALL
    if told < least * LEAST or both < least * _LEAST_SHARED or prose < least * _LEAST_PROSE or both < density * told:
        return None
    from_start, from_end = partner[matched[0]], partner[matched[-1]]
    passage = Passage(
        one.places[matched[0]][0], one.places[matched[-1]][1], other.places[from_start][0], other.places[from_end][1]
    )
    seeds = tuple(seed for seed in _seeds_between(one, start, end) if seed in other.seeds)
    return Shared(passage, both, seeds)


def _whole(one: Copyable, other: Copyable) -> Iterator[Shared]:
    """The paragraphs that stand whole and word for word in both."""
    there = {other.words[start:end]: (start, end) for start, end in reversed(other.blocks)} if one.blocks else {}
    for start, end in one.blocks:
        if (place := there.get(one.words[start:end])) is not None:
            passage = Passage(
                one.places[start][0], one.places[end - 1][1], other.places[place[0]][0], other.places[place[1] - 1][1]
            )
            yield Shared(passage, sum(one.worth[start:end]), tuple(_seeds_between(one, start, end)))


def _may_prove(one: Copyable, window: range, there: frozenset[str], least: float) -> bool:
    """Whether the words that both windows hold, in whatever order, could be worth enough: two in five could not."""
    both = [index for index in window if one.words[index] in there]
    prose = sum(one.worth[index] for index in both if one.is_plain[index])
    return prose >= least * _LEAST_PROSE and sum(one.worth[index] for index in both) >= least * _LEAST_SHARED


def _density(worth: float) -> float:
    return _SHORT_DENSITY if worth < _SHORT else _LEAST_DENSITY


def _best_stretch(one: Copyable, partner: Mapping[int, int], start: int, end: int) -> tuple[int, int] | None:
    """The stretch whose words gain most in sum (Kadane's maximum subarray), first and one past last matched word."""
    best, best_sum, begin, running = None, 0.0, start, 0.0
    for index in range(start, end):
        if running <= 0:
            begin, running = index, 0.0
        gain, loss = (_GAIN, _LOSS) if one.is_content[index] else (_SMALL_GAIN, _SMALL_LOSS)
        running += gain if index in partner else loss
        if running > best_sum:
            best, best_sum = (begin, index + 1), running
    return best


def _seeds_between(one: Copyable, start: int, end: int) -> list[str]:
    carrying = [index for index in range(start, end) if one.is_content[index]]
    return [f"{one.words[first]} {one.words[second]}" for first, second in pairwise(carrying)]


def _overlaps(one: Passage, other: Passage) -> bool:
    own = one.start < other.end and other.start < one.end
    return own or (one.from_start < other.from_end and other.from_start < one.from_end)
