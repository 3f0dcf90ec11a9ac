"""XML of office documents and books, taken apart with care: no entity is expanded, nothing is fetched."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from lxml import etree  # type: ignore[import-untyped, unused-ignore]

from sayso.errors import UnreadableError
from sayso.reading.normal_form import normalise

# Of no vocabulary: it can be no attribute of the file itself.
PAGE = "sayso-page"


def tree(raw: bytes, what: str) -> Any:
    """The root of an XML file.

    Raises:
        UnreadableError: it is broken.
    """
    # Depth and size are bounded by the library itself as long as `huge_tree` stays off.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
    try:
        return etree.parse(io.BytesIO(raw), parser).getroot()
    except etree.LxmlError as error:
        raise UnreadableError(f"its {what} is damaged ({error})", "Save it again, or save it as PDF") from error


def number_pages(root: Any, mark: str) -> None:
    """Write on each paragraph the page on which it begins, by the marks that a program left where it last broke pages.

    Without one such mark nothing is known of pages, and nothing is written.
    """
    begins: dict[Any, int] = {}
    page, paragraph, is_begun = 1, None, False
    for element in root.iter():
        before = element.getprevious()
        is_begun = is_begun or bool(before is not None and before.tail and before.tail.strip())
        if local(element) in ("p", "h"):
            paragraph, is_begun = element, False
            begins[paragraph] = page
        elif local(element) == mark:
            page += 1
            # At the head of a paragraph, it begins the page.
            begins[paragraph] = begins.get(paragraph, page) if is_begun else page
        is_begun = is_begun or bool(element.text and element.text.strip())
    begins.pop(None, None)
    for numbered, number in begins.items() if page > 1 else ():
        numbered.set(PAGE, str(number))


def page_of(paragraph: Any) -> int | None:
    """The page that was written on a paragraph."""
    written = paragraph.get(PAGE)
    return int(written) if written else None


def local(element: Any) -> str:
    """The name of an element without its namespace; none for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words(parts: Iterable[str]) -> str:
    r"""Parts of a run of text as one: line ends are kept, other runs of blanks are one.

    >>> words(["Two  men ", "died.\n", " One\tlived. "])
    'Two men died.\nOne lived.'
    """
    lines = (" ".join(line.split()) for line in normalise("".join(parts)).split("\n"))
    return "\n".join(line for line in lines if line)
