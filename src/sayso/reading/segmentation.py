"""Units judged: what each stretch of a text is, by its words, its place and its neighbours.

The blocks cover the text from the first character to the last; blanks belong to the block before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from sayso.model import Block, BlockKind
from sayso.reading import cues, dates, imprints, kinds
from sayso.reading.lines import Unit, units

# A paragraph of the account; what follows the foot's first line and is shorter is still the foot.
_PARAGRAPH_WORDS = 40
# A title said again, with an article more or less ("The Fire on the Quay", "Fire on the Quay").
_SAME_TITLE = 88
# Captions are a sentence or two; longer stretches that end in a credit are the account's.
_CAPTION_LENGTH = 400
# How many units may stand above the account: title, picture, byline, date, standfirst.
_HEAD = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A unit with what it is; `heads` is true for a dateline whose paragraph follows in the same line."""

    start: int
    end: int
    text: str
    kind: BlockKind
    heads: bool = False


def segment(text: str) -> tuple[Block, ...]:
    """The blocks of a text of which nothing is known but its characters."""
    return blocks(text, parts(text))


def parts(text: str, stretches: Sequence[tuple[int, int]] | None = None) -> list[Part]:
    """The units of a text with their kinds, in order; `stretches` are the units where marks have set them."""
    if stretches is None:
        return judged(units(text), text)
    return judged([Unit(start, end, text[start:end], follows=False) for start, end in stretches], text)


def judged(found: Sequence[Unit], text: str) -> list[Part]:
    """Units with their kinds, in order."""
    title = _title(found)
    shown = [Part(unit.start, unit.end, unit.text, _kind(found, at, title)) for at, unit in enumerate(found)]
    authors = [name for part in shown if part.kind is BlockKind.BYLINE for name in kinds.bylined(part.text)]
    return without_authors(_without_foot(_with_captions(_split_datelines(shown), text)), authors)


def blocks(text: str, shown: Iterable[Part]) -> tuple[Block, ...]:
    """The parts as blocks that cover `text`; a dateline shares the number of the paragraph that it heads."""
    listed = list(shown)
    covering: list[Block] = []
    number = 0
    for at, part in enumerate(listed):
        number += 0 if at and listed[at - 1].heads else 1
        start = 0 if at == 0 else part.start
        end = listed[at + 1].start if at + 1 < len(listed) else len(text)
        covering.append(Block(start, end, part.kind, number, None))
    return tuple(covering)


def _title(found: Sequence[Unit]) -> str:
    """The first unit that can be a title, without the tail that names the site where it is said again without it."""
    for at, unit in enumerate(found[:3]):
        if kinds.is_page(unit.text) or dates.alone(unit.text) or imprints.imprint(unit.text):
            continue
        if _is_caption(unit.text) or kinds.is_byline(unit.text):
            continue
        if not kinds.is_title(unit.text):
            return ""
        again = [one.text for one in found[at + 1 : at + 6] if len(one.text) >= 8 and unit.text.startswith(one.text)]
        return again[0] if again else unit.text
    return ""


def _kind(found: Sequence[Unit], at: int, title: str) -> BlockKind:
    """What a unit is; the first rule that holds."""
    unit, line = found[at], found[at].text
    before = found[at - 1] if at else None
    if _is_title_again(line, title):
        return BlockKind.TITLE
    if (
        kinds.is_page(line)
        or cues.ADDRESS.search(line)
        or cues.PICTURE_NUMBER.fullmatch(line)
        or cues.RULE.fullmatch(line)
    ):
        return BlockKind.BOILERPLATE
    if kinds.is_byline(line) or _is_imprint(found, at):
        return BlockKind.BYLINE
    if _is_caption(line):
        return BlockKind.CAPTION
    if before is not None and cues.PICTURE_NUMBER.fullmatch(before.text) and len(line) < _CAPTION_LENGTH:
        return BlockKind.CAPTION
    after = next((one for one in found[at + 1 : at + 3] if not kinds.is_page(one.text)), None)
    return _shape(unit, after, before)


def _shape(unit: Unit, after: Unit | None, before: Unit | None) -> BlockKind:
    """What a unit of the account itself is."""
    line = unit.text
    if cues.QUOTED.match(line):
        return BlockKind.QUOTE
    if before is not None and kinds.is_lead_in(before.text):
        return BlockKind.QUOTE
    if kinds.is_row(line):
        return BlockKind.TABLE
    if cues.BULLET.match(line):
        return BlockKind.LIST
    follows_comma = before is not None and before.text.endswith(",")
    goes_on = after is None or (after.text[0].islower() and len(after.text.split()) > 5)
    if not goes_on and not follows_comma and kinds.is_heading(line):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _is_caption(line: str) -> bool:
    """A credit, or a caption that names itself or ends in a credit."""
    is_credit = cues.CREDIT.fullmatch(line) is not None
    return is_credit or (len(line) < _CAPTION_LENGTH and cues.CAPTION.fullmatch(line) is not None)


def _is_title_again(line: str, title: str) -> bool:
    """The title, with the site's name behind it or with a word more or less."""
    if not title:
        return False
    has_tail = line.startswith(title) and len(line) < len(title) + 60
    return has_tail or (len(line) < 1.3 * len(title) and fuzz.ratio(line.lower(), title.lower()) >= _SAME_TITLE)


def _is_imprint(found: Sequence[Unit], at: int) -> bool:
    """A line near the top that only says who published, and when; or the name above such a line."""
    line = found[at].text
    if at > _HEAD:
        return False
    if dates.alone(line) or dates.masthead(line) or imprints.imprint(line):
        return True
    below = found[at + 1] if 0 < at < len(found) - 1 else None
    return (
        below is not None
        and below.follows
        and bool(dates.alone(below.text))
        and bool(cues.BARE_NAME.fullmatch(line.split(" in ")[0]))
    )


def _split_datelines(shown: Iterable[Part]) -> list[Part]:
    """A paragraph that opens with place, day and agency, cut after them."""
    split: list[Part] = []
    shown = list(shown)
    for at, part in enumerate(shown):
        is_account = part.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE)
        length = kinds.dateline(part.text, is_near_top=at < _HEAD) if is_account else 0
        length = length or (_imprinted(shown, at) if is_account and at < _HEAD else 0)
        if not length:
            split.append(part)
            continue
        cut = part.start + length
        split.append(Part(part.start, cut, part.text[:length], BlockKind.DATELINE, heads=cut < part.end))
        if cut < part.end:
            split.append(Part(cut, part.end, part.text[length:], BlockKind.PARAGRAPH))
    return split


def _imprinted(shown: Sequence[Part], at: int) -> int:
    """The length of the imprint that opens the account; days that open one paragraph after another are a diary's."""
    length, is_day = imprints.opening(shown[at].text)
    is_diary = is_day and any(imprints.opening(part.text)[1] for part in shown if part is not shown[at])
    return 0 if is_diary else length


def without_authors(shown: Sequence[Part], authors: Iterable[str]) -> list[Part]:
    """What is said of the author near the end of the text speaks of the page, not of the event."""
    account = [at for at, part in enumerate(shown) if part.kind is BlockKind.PARAGRAPH]
    names = set(authors)
    ours = {at for at in account[-2:] if _is_about(shown[at].text, names)}
    return [replace(part, kind=BlockKind.BOILERPLATE) if at in ours else part for at, part in enumerate(shown)]


def _is_about(line: str, names: set[str]) -> bool:
    verbs = ("is", "was", "has", "writes", "covers", "teaches", "reports", "lives", "worked", "edits")
    return any(line.startswith(f"{name} {verb} ") for name in names for verb in verbs)


def _with_captions(shown: list[Part], text: str) -> list[Part]:
    """A credit joined to the caption that it closes."""
    joined: list[Part] = []
    for part in shown:
        last = joined[-1] if joined else None
        is_credit = part.kind is BlockKind.CAPTION and cues.CREDIT.fullmatch(part.text) is not None
        if is_credit and last is not None and _is_credited(last, text.count("\n", last.end, part.start)):
            joined[-1] = Part(last.start, part.end, text[last.start : part.end], BlockKind.CAPTION)
        else:
            joined.append(part)
    return joined


def _is_credited(last: Part, gap: int) -> bool:
    """Whether a credit `gap` lines below speaks of a stretch; a paragraph of the account has its credit at its feet."""
    is_near = last.kind is BlockKind.CAPTION or (last.kind is BlockKind.PARAGRAPH and gap == 1)
    return is_near and len(last.text) < _CAPTION_LENGTH


def _without_foot(shown: list[Part]) -> list[Part]:
    """After the first line of the foot, what is short is foot; a true paragraph ends it."""
    in_foot = False
    swept: list[Part] = []
    for at, part in enumerate(shown):
        if len(part.text.split()) >= _PARAGRAPH_WORDS:
            in_foot = False
        elif part.kind is BlockKind.BOILERPLATE and 3 * at >= len(shown) and kinds.opens_foot(part.text):
            in_foot = True
        swept.append(
            replace(part, kind=BlockKind.BOILERPLATE) if in_foot and part.kind is not BlockKind.BYLINE else part
        )
    return swept
