"""Markup to a tree, however deep its tags lie in each other: the parser stops at a depth, and leaves out all that follows.

Tags that are opened and never closed are common in old pages and in mails; the parser takes each for one more level.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import html  # type: ignore[import-untyped, unused-ignore]

from sayso.errors import UnreadableError

FLATTENED = (
    "its tags lie deeper in each other than can be followed; read without them, so that menus and adverts may stand among "
    "the account"
)
_TOO_DEEP = "Excessive depth"
_TAG = re.compile(r"</?([a-zA-Z][^\s/<>]{0,30})[^<>]*>")
_EMPTY = re.compile(r"<p>(?:\s*<p>)+")
# What stays: the page's frame, and what cannot lie in itself.
_KEPT = frozenset("html head title meta link base body script style noscript p br hr img h1 h2 h3 h4 h5 h6".split())
# What stands within a line; all other tags part what is before them from what is behind.
_WITHIN = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr o:p q s samp small span strike strong"
    " sub sup time tt u var wbr".split()
)


def tree(markup: str) -> tuple[Any, tuple[str, ...]]:
    """The tree of a page, and what a user should know of how it came about.

    Raises:
        UnreadableError: the tags lie too deep in each other even so.
        LxmlError: nothing can be made of it.
    """
    found, is_whole = _parsed(markup)
    if is_whole:
        return found, ()
    found, is_whole = _parsed(_EMPTY.sub("<p>", _TAG.sub(_flat, markup)))
    if not is_whole:
        raise UnreadableError("its tags lie deeper in each other than can be followed", "Save its text, and give that")
    return found, (FLATTENED,)


def _parsed(markup: str) -> tuple[Any, bool]:
    """The tree, and whether all of the markup is in it."""
    parser = html.HTMLParser(no_network=True)
    found = html.document_fromstring(markup, parser=parser)
    return found, not any(_TOO_DEEP in (fault.message or "") for fault in parser.error_log)


def _flat(match: re.Match[str]) -> str:
    name = match[1].lower()
    if name in _KEPT:
        return match[0]
    return "" if name in _WITHIN else "<p>"
