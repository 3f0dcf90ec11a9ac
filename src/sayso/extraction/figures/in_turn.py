"""Figures given in turn, each by another: "The army says 12. Nineteen, says the bishop. The Courier had 16, then 21".

Where one source's figure has just been told, the next sentences may give others' for the same, with no word of what befell those
counted: one after another, until the talk turns. So a bare number is read as one more of them only where the figure before it
was itself somebody's, and where it is of its size.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.model import Figure

if TYPE_CHECKING:
    from sayso.extraction.drafts import Draft
    from sayso.normalisation import numbers

#: The figure before is somebody's, or is doubted or read somewhere.
_SOMEBODYS = re.compile(
    r"\b(?:sa(?:ys?|id)|tells?|told|according|official(?:ly)?|figures?|tolls?|versions?|account|numbers?|estimates?|reports?|reported|announced|wired|cabled|admits?|admitted|concede[sd]?"
    r"|counts?|counted|speaks?|spoke|lists?|listed|registers?|rolls?|puts?|claims?|claimed|confirmed|found|heard|reckon(?:s|ed|ing)?|radio|newspapers?|telegrams?|bulletin"
    r"|commission|court|inquest|gave|gives|arrived at|settled on|names|stone|tablet|monument|memorial|plaque)\b",
    re.IGNORECASE,
)
_SUBJECT = r"(?:[A-Z]|(?:the|an?|his|her|my|our|their|its|some|many|most|others|one|another|i|we|he|she|they|people|everybody|everyone)\b)[^.;:!?\d]{0,60}?"
_OFTEN = r"(?:(?:still|always|only|now|once|later|first|then|even|already|himself|herself|itself|myself|themselves|finally|also|has|have|had|would|will|used to|must) )*"
_TELLS = (
    r"(?:ha[sd]|have|gives?|gave|given|says?|said|keeps? to|kept to|holds? (?:to|out for|on to)|held (?:to|out for)|insists? (?:on|that it was)|insisted on|wires?|wired|cabled|telegraphed|cites?|cited|quotes?"
    r"|quoted|prints?|printed|announce[sd]?|maintain(?:s|ed)?|claim(?:s|ed)?|concede[sd]?|believe[sd]?(?: in)?|hears?|heard(?: of)?|found|find|had seen|seen|saw|told (?:me|us|him|her|them|you)|carr(?:ies|ied)"
    r"|reckon(?:s|ed)?|swears? (?:to|it was)|swore to|remembers?|remembered|closed at|wrote|writes?|names?|named|arrived at|came out (?:with|at)|made (?:of it|it)|makes it|stick(?:s)? to|stuck to|goes? (?:as high as|up to)"
    r"|went (?:as high as|up to)|ask(?:s|ed) for|teach(?:es)?|taught|repeats?|repeated|counts?|counted|counts on|speaks? of|spoke of|list(?:s|ed)?|record(?:s|ed)?|is|was)"
)
#: "The Courier had fifty-two", "My aunt would say 45", "Ours is nine".
_ONE_TELLS = re.compile(
    rf"(?:\A|[,;:] |[,;] (?:and|but|while|though) |\A(?:And|But|Then|Later|Yet|Next day|The next day|By evening|That night),? ){_SUBJECT} {_OFTEN}{_TELLS} (?:only |just |but |about |some )?[\"'“‘]?\Z",
    re.IGNORECASE,
)
#: Verbs that tell a number of anything: what has, is or finds must be one who tells.
_OF_ANYTHING = re.compile(
    r"\b(?:ha[sd]|have|is|was|found|find|seen|saw|made|names?|named|asked for) \w{0,5} ?[\"'“‘]?\Z", re.IGNORECASE
)
_WHO_TELLS = re.compile(
    r"\b(?:ours|mine|theirs|hers|yours|the other|army|police|government|ministry|union|company|committee|council|court|tribunal|inquiry|commission|hospital|church|parish|mission|consul\w*|embassy"
    r"|league|federation|society|agency|radio|press|station|papers?|newspapers?|weekly|daily|telegraph|gazette|courier|herald|times|tribune|journal|chronicle|monitor|news|post|star|mail|bulletin|pamphlet"
    r"|leaflet|leaflets|books?|schoolbooks?|textbooks?|guide|registers?|rolls?|lists?|reports?|version|tablet|stone|plaque|monument|memorial|inscription|panel|song|ballad|entry|diary|history|histories"
    r"|legend|tradition|relatives|families|survivors|widows|villagers|neighbours|historians?|priest|bishop|mayor|prefect|governor|coroner|doctor|surgeon|nurse|gravedigger|sexton|correspondent|envoy"
    r"|defence|prosecution|opposition|exiles?|rebels|village|town|street|grandmother|grandfather|mother|father|aunt|uncle|man|woman|men|women)(?:['’]s?)?(?: \w+ing [^,.;]{1,20})?\b",
    re.IGNORECASE,
)
#: "Eleven, says the union", "Thirty-four people, the minister repeated".
_SAID_AFTER = re.compile(
    r"(?: (?:people|persons|dead|souls|men|victims|lives))?[,\"”’]+ (?:no more,? |no less,? |not one more,? )?(?:(?:says?|said|writes?|wrote|claims?|claimed|insists?|insisted|maintains?|answers?|answered|replied|announces?"
    r"|announced|according to|by|in)\b|(?:the|an?|his|her|my|our|their) [^.,;:\d]{2,40} (?:says|said|repeated|insisted|wrote|claimed|answered|maintained|maintains)\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:\A|[.;:\u2013\u2014] )[\"“‘]?(?:No, |Yes, |And |But |Some |Only |At least )?\Z")
#: "Had fifty-two, then sixty".
_THEN = re.compile(r"(?:,|;| and|, and)? (?:then|later|finally|at last|afterwards|at length)(?: of| at| to)? \Z")
#: "Which makes twelve", "brought it to eleven", "was thus 32".
_MAKES = re.compile(
    r"\b(?:that|which|this|it|together|day|night|week|more|others?|hospital|\w+day|\w+ of them)(?: \w+ly)?(?:,)? (?:would |will |had |has )?(?:makes?|made|gives?|gave|brings?|brought)(?: it| them| us| the (?:toll|number|figure|total|count|dead))?(?: up)?(?: to)? \Z"
    r"|\b(?:toll|number|total|count|sum|dead) (?:is|was) (?:thus|therefore|in all|accordingly|so) \Z|\bto arrive at \Z",
    re.IGNORECASE,
)
#: "It was more like thirty", "by evening it was 24 on the radio".
_NEARER = re.compile(
    r"\bit (?:was|is|had been|became) (?:more like|nearer|closer to|rather|already|by then|now) \Z", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:nobody|no one|none|few)\b[^.;:]{0,40}\Z", re.IGNORECASE)
#: A figure of the same thing is neither a tenth nor twenty times of another.
_SMALLEST, _LARGEST = 1 / 12, 15
#: The slots of which sources give figures in turn.
_COUNTED = frozenset("killed injured missing displaced arrested present attackers responders".split())


def is_in_turn(words: str, number: numbers.Number, last: Draft | None) -> bool:
    """Is a bare number of a sentence one more figure for what was counted `last`, in the words of another?"""
    if last is None or last.slot not in _COUNTED or not is_of_size(number, last):
        return False
    before = words[: number.start]
    if _NOBODY.search(before):
        return False
    if _MAKES.search(before) or _NEARER.search(before) or is_said_after(words, number):
        return True
    return _SOMEBODYS.search(last.scene.words) is not None and _is_told(before)


def gives_in_turn(words: str, number: numbers.Number) -> bool:
    """Is a bare number what somebody says or has ("The consul wired six", "Eight, says the press")?"""
    return _is_told(words[: number.start]) or is_said_after(words, number)


def _is_told(before: str) -> bool:
    """ "The Courier had", "the union says": what anything may have, one who tells has."""
    before = before.rstrip("\"'“‘")
    return _ONE_TELLS.search(before) is not None and (
        _OF_ANYTHING.search(before) is None or _WHO_TELLS.search(before) is not None
    )


def is_said_after(words: str, number: numbers.Number) -> bool:
    """ "Eleven, says the union": a bare number that opens its sentence or clause, and who says it."""
    return _SAID_AFTER.match(words, number.end) is not None and _OPENS.search(words[: number.start]) is not None


def makes_all(before: str) -> bool:
    """ "With the boy that makes twelve": the number is of all that were counted."""
    return _MAKES.search(before) is not None


def is_then(between: str) -> bool:
    """ "Fifty-two, then sixty": a later figure of the one who gave the number before."""
    return _THEN.fullmatch(between) is not None


def is_of_size(number: numbers.Number, last: Draft) -> bool:
    """Can a number be of the thing that was counted last?"""
    value = last.value
    if not isinstance(value, Figure) or not value.low or number.low is None:
        return False
    return _SMALLEST <= number.low / value.low <= _LARGEST


def is_comparable(number: numbers.Number, last: Draft) -> bool:
    """Can a number be of what was counted last, where that was counted at all ("some were killed; the mayor said forty")?"""
    value = last.value
    return not isinstance(value, Figure) or not value.low or is_of_size(number, last)
