"""Who speaks in a transcript: "WARDEN: ...", "A. Reed (on the line): ..." at the head of each turn.

A text is a transcript where such labels come again; whose turn is a question's, or who only presents, hands on nothing of
his own, so that his words stay the account's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.model import Extent

#: A name of at most five words before a colon, with what stands in brackets; at the head of a line.
_LABEL = re.compile(
    r"^[ \t*_>]*(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|de|the|al)){0,4})[*_]*(?: ?[\[(][^\])\n]{1,40}[\])])?[*_]*:[*_]*[ \t]",
    re.MULTILINE,
)
_ASKING = frozenset(
    "q question interviewer presenter host moderator reporter anchor journalist editor narrator".split()
)
#: Heads of lines that name nobody.
NO_NAMES = frozenset(
    "update story alert note photo said says related source date time place location subject from to re tags read warning news report watch video"
    " photos breaking exclusive live listen timeline correction editor more poll quiz gallery developing urgent".split()
)
#: So many turns, of two voices at least, make a transcript.
_FEWEST_TURNS = 4
#: Who asks in so many of his turns, and says little in them, is the one who asks, whatever he is called.
_OFTEN_ASKING, _SHORT = 0.3, 150


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice says in one go: his name and its place, and the words."""

    name: str
    at: Extent
    words: Extent


def turns(text: str) -> tuple[Turn, ...]:
    r"""The turns of a transcript, each to the end of its paragraph; none where the text is no transcript.

    >>> text = "CLERK: How many died?\nGUARD LEE: Six. I saw them.\nCLERK: When?\nGUARD: At dawn."
    >>> [(turn.name, text[turn.words.start : turn.words.end].strip()) for turn in turns(text)]
    [('GUARD LEE', 'Six. I saw them.'), ('GUARD LEE', 'At dawn.')]
    >>> turns("WARNING: Two men died.\n\nNOTE: Nobody was hurt.")
    ()
    """
    found = [*_turns(text)] if text.count(":") >= _FEWEST_TURNS else []
    told = Counter(turn.name for turn, _ in found)
    if len(found) < _FEWEST_TURNS or len(told) < 2 or len(told) > len(found) / 2 + 1:
        return ()
    full = {name: _full(name, told) for name in told}
    asks = {name for name in told if _asks(name, [words for turn, words in found if turn.name == name])}
    if not asks and len(told) - len(asks) < 2:
        return ()
    return tuple(Turn(full[turn.name], turn.at, turn.words) for turn, _ in found if turn.name not in asks)


def _turns(text: str) -> Iterator[tuple[Turn, str]]:
    marks = list(_LABEL.finditer(text))
    marks = [mark for mark in marks if not NO_NAMES & {*mark["name"].lower().split()}]
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        end = following.start() if following is not None else len(text)
        paragraph = text.find("\n\n", mark.end(), end)
        end = end if paragraph < 0 else paragraph
        at = Extent(mark.start("name"), mark.end("name"))
        yield Turn(mark["name"], at, Extent(mark.end(), end)), text[mark.end() : end]


def _full(name: str, told: Mapping[str, int]) -> str:
    """The fullest name that begins or ends with a label: "CHIEF" is "CHIEF OKORO"."""
    longer = [other for other in told if len(other) > len(name) and set(name.split()) <= set(other.split())]
    return longer[0] if len(longer) == 1 else name


def _asks(name: str, said: list[str]) -> bool:
    if name.rsplit(maxsplit=1)[-1].lower() in _ASKING or name.split(maxsplit=1)[0].lower() in _ASKING:
        return True
    asked = sum("?" in words[-3:] for words in said)
    return asked > _OFTEN_ASKING * len(said) and sum(map(len, said)) < _SHORT * len(said)
