"""Web pages: the main text as trafilatura finds it, with headings, captions, lists, tables and quotes kept apart.

Menus, adverts and the like are left out. Nothing is fetched, and no script runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import partial
from typing import Any

from lxml import etree  # type: ignore[import-untyped, unused-ignore]

from sayso.errors import UnreadableError
from sayso.model import BlockKind
from sayso.reading import dates, depth, flow, marked, places, saved
from sayso.reading.encoding import Decoded, bounded, decode
from sayso.reading.shape import Draft, Making, Parsed, Piece, Remark

READER = "html/1"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# Signs that no XML may hold, as they stand or as references; libraries on the way refuse them.
_NO_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F])(?![\da-fA-F]));?"
)
# The mark of a note: "[12]", "3", "*".
_MARK = re.compile(r"\[?\d{1,3}\]?|\[?[a-z]\]|[*†‡§]{1,3}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
# A private sign that carries a caption through the search for the main text.
_CAPTION = "\ue0c0"
_KINDS = {
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST,
    "quote": BlockKind.QUOTE,
    "row": BlockKind.TABLE,
    "p": BlockKind.PARAGRAPH,
    "code": BlockKind.PARAGRAPH,
}
# Names that pages give to what is not the account. Whole words only: a "shared-grief" is no share button.
_ASIDE = re.compile(
    r"(?i)(?:(?:site|page|main|top|side|bottom|story|article|post)[-_]?)?"
    r"(?:ads?|advert\w*|banner|cookies?|consent|gdpr|newsletter|signup|subscribe|paywall|promo|sponsored|share|sharing|social|"
    r"related|recommended|most[-_]?(?:read|popular)|trending|comments?|disqus|breadcrumbs?|menu|nav(?:igation|bar)?|sidebar|footer|"
    r"toolbar|pagination|tags|popup|modal|ticker|breaking|widget|skip[-_]link)"
    r"(?:[-_]?(?:\d+|ads?|banner|bar|box|buttons?|block|container|content|form|links?|list|menu|notice|panel|posts?|section|"
    r"signup|slot|stories|unit|widget|wrap(?:per)?|consent|policy|articles?))*"
)
_REMEDY = "Open the page and save its text, or leave it out"


def read(raw: bytes, name: str) -> Parsed:
    """Read a web page.

    Raises:
        UnreadableError: there is no text in it.
    """
    decoded = _decoded(raw)
    draft, notes = page(decoded.text, "html", READER)
    return Parsed((draft,), remarks=tuple(Remark(name, note) for note in (*decoded.notes, *notes)))


def page(text: str, kind: str, reader: str) -> tuple[Draft, tuple[str, ...]]:
    """The draft of a page's markup, and what a user should know of its reading.

    Raises:
        UnreadableError: there is no text in it.
    """
    copied = saved.copied(bounded(text))
    tree, notes = _parsed(text)
    # The search for the main text changes the tree; one that had to be flattened has no paths to show.
    whole = None if notes else deepcopy(tree)
    if copied.is_report:
        pieces, known = saved.report(tree)
    else:
        _prepare(tree)
        known = _known(tree)
        pieces = tuple(piece for piece in _pieces(tree, known) if piece.text.strip())
    if not pieces:
        raise UnreadableError("the page holds no text", _REMEDY)
    known = replace(known, url=known.url or copied.url, retrieved=known.retrieved or copied.retrieved)
    draft = marked.draft(pieces, known, kind, reader)
    return (draft if whole is None else places.placed(draft, _anchors(whole))), notes


def everything(text: str) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Every stretch of a markup that is an account from first to last (a chapter, a mail), and what a user should know.

    Raises:
        UnreadableError: nothing can be made of it.
    """
    tree, notes = _parsed(text)
    return tuple(flow.pieces(tree)), notes


def _decoded(raw: bytes) -> Decoded:
    """The characters of a page, by what it says of itself where that holds."""
    declared = _CHARSET.search(raw[:4096])
    if declared and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return Decoded(raw.decode(declared[1].decode()))
        except (LookupError, ValueError):
            return decode(raw)
    return decode(raw)


def _anchors(tree: Any) -> Iterator[places.Anchor]:
    """The words of a page in their order, each with the path of the tags in which they stand."""
    paths = tree.getroottree()
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start" and element.text and element.tag not in ("script", "style"):
            yield element.text, partial(paths.getpath, element)
        parent = element.getparent()
        if event != "start" and element.tail and parent is not None:
            yield element.tail, partial(paths.getpath, parent)


def _prepare(tree: Any) -> None:
    """Mark the captions of a page, and take out what it calls an advert, a menu or the like."""
    for figure in tree.iter("figcaption"):
        figure.tag = "p"
        figure.text = _CAPTION + (figure.text or "")
        parent = figure.getparent()
        if parent is not None and parent.tag == "figure":
            parent.tag = "div"
    for aside in [one for one in tree.iter() if _is_aside(one)]:
        aside.drop_tree()


def _parsed(text: str) -> tuple[Any, tuple[str, ...]]:
    """The tree as it stands in the markup, and what a user should know of it.

    Raises:
        UnreadableError: nothing can be made of it.
    """
    try:
        markup = _NO_XML.sub("", _DECLARED.sub("", text)) or " "
        tree, notes = depth.tree(markup)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"the page cannot be taken apart ({error})", _REMEDY) from error
    for raised in list(tree.iter("sup")):
        _lower(raised)
    return tree, notes


def _lower(raised: Any) -> None:
    """A raised number must not be read as more digits of a figure: a note's mark goes, any other stays raised."""
    words = raised.text_content().strip()
    if raised.getparent() is None:
        return
    is_link = raised.find(".//a") is not None or raised.getparent().tag == "a"
    if _MARK.fullmatch(words) and (is_link or not words.isdecimal()):
        raised.drop_tree()
        return
    if words.isdecimal():
        raised.text = words.translate(_RAISED)
        del raised[:]
    raised.drop_tag()


def _is_aside(element: Any) -> bool:
    """Whether the page itself calls an element an advert, a menu or the like."""
    if (
        not isinstance(element.tag, str)
        or element.tag in ("html", "body", "main", "article")
        or element.getparent() is None
    ):
        return False
    if element.tag in ("nav", "noscript", "template", "form", "button") or _is_menu(element):
        return True
    return any(_ASIDE.fullmatch(name) for name in f"{element.get('class', '')} {element.get('id', '')}".split())


def _is_menu(element: Any) -> bool:
    """Whether a cell of an old page's layout holds links and nothing else."""
    links = list(element.iter("a")) if element.tag == "td" and element.find(".//td") is None else []
    said = sum(len(link.text_content().strip()) for link in links)
    return len(links) >= 3 and said >= 0.9 * len("".join(element.text_content().split("\n")).strip())


def _pieces(tree: Any, known: Making) -> Iterator[Piece]:
    """The title, then the main text in its order."""
    body = list(_main(tree))
    # A page of a few lines has no main text to find; what comes back is then one run without its structure.
    body = max(body, list(_all(tree)), key=len) if len(body) < 2 else body
    if known.title and not any(piece.text == known.title for piece in body[:4]):
        yield Piece(known.title, BlockKind.TITLE)
    for piece in body:
        yield Piece(piece.text, BlockKind.TITLE) if piece.text == known.title else piece


def _main(tree: Any) -> Iterator[Piece]:
    """What trafilatura takes for the main text."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow to load, and not for every page

    found: Any = bare_extraction(
        deepcopy(tree), with_metadata=False, include_comments=False, include_tables=True, favor_recall=True
    )
    if found is not None:
        yield from _walk(found.body)


def _walk(element: Any) -> Iterator[Piece]:
    """The stretches below an element."""
    for child in element:
        if child.tag in ("list", "table", "quote") and len(child):
            inner = list(_walk(child))
            kind = _KINDS.get(child.tag)
            yield from (Piece(piece.text, kind or piece.kind) for piece in inner)
        elif child.tag in _KINDS:
            yield from _stretch(child)
        yield from _loose(child.tail)


def _stretch(element: Any) -> Iterator[Piece]:
    """One stretch; a table's row is its cells with bars between them."""
    cells = [flow.lines("".join(cell.itertext())) for cell in element] if element.tag == "row" else []
    words = " | ".join(cells) if cells else flow.lines("".join(_texts(element)))
    if words.startswith(_CAPTION):
        yield Piece(words.removeprefix(_CAPTION).strip(), BlockKind.CAPTION)
    elif words.strip(" |"):
        yield Piece(words.replace(_CAPTION, ""), _KINDS[element.tag])


def _texts(element: Any) -> Iterator[str]:
    """The words of an element, a line end for each break."""
    yield element.text or ""
    for child in element:
        yield "\n" if child.tag == "lb" else ""
        yield from _texts(child)
        yield child.tail or ""


def _loose(tail: str | None) -> Iterator[Piece]:
    words = flow.lines(tail or "")
    if words:
        yield Piece(words, None)


def _all(tree: Any) -> Iterator[Piece]:
    """Every stretch of a page in which no main text was found."""
    for piece in flow.pieces(tree):
        is_caption = piece.text.startswith(_CAPTION)
        words = piece.text.replace(_CAPTION, "").strip()
        if words:
            yield Piece(words, BlockKind.CAPTION if is_caption else piece.kind)


def _known(tree: Any) -> Making:
    """What the page's head says of it."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - as above

    # A fixed last day: by default the date finder asks the clock.
    dated = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
    found = extract_metadata(deepcopy(tree), date_config=dated, extensive=False)
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Making(
        title=flow.lines(found.title or ""),
        outlet=flow.lines(found.sitename or "") or None,
        authors=tuple(flow.lines(name) for name in authors),
        url=found.url or None,
        published=dates.said(found.date or ""),
    )
