"""How a list of people by name opens: "among the dead are", "those whose names have been released:", "the youngest was".

The words say what befell them, or lean on what was counted last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.extraction.events.scenes import Scene
from sayso.model import BlockKind, Document

_BEFALLEN = "dead|deceased|killed|slain|drowned|injured|wounded|hurt|missing|kidnapped|abducted|arrested|detained|rescued|saved|trapped|survivors|victims"
NAMED = r"(?:(?:are|were|was|have been|has been) )?(?:later )?(?:identified|named|listed)(?: by [\w ]{3,40}?)? as"
_DEEDS = (
    r"died|drowned|perished|(?:were |was )?(?:killed|drowned|injured|wounded|hurt|arrested|rescued|saved|kidnapped)"
)
_OPENING = re.compile(
    rf"\b(?:among (?:the |those )(?P<among>{_BEFALLEN})(?: \w+){{0,3}}? (?:are|were|is|was)"
    rf"|\b(?:the|those) (?P<those>{_BEFALLEN})(?: \w+){{0,3}}? (?:{NAMED}|are|were|include|included)"
    rf"|\b(?:identified|named) the (?:\w+ )?(?P<named>{_BEFALLEN}) as"
    rf"|\b(?:the|all|both) (?:\w+ )?(?:\w+ )?(?:who|that) (?:had |have )?(?P<who>{_DEEDS}) (?:{NAMED}|are|were|was)"
    rf"|\bfollowing(?: \w+){{1,3}}? (?P<following>died|were killed|were injured|were wounded|were kidnapped)(?: \w+){{0,4}}(?=\s*:)"
    rf"|\A(?P<first>dead|missing|killed|injured|wounded|hurt|drowned|arrested|rescued)\b[^:;.,]{{0,60}}? (?:were|was|are|is)"
    r"|\b(?P<doing>killing|drowning|injuring|wounding)"
    rf"|(?:\A|[.;\n] *)(?:the )?(?P<label>{_BEFALLEN})(?=\s*:)"
    rf"|(?:\A|[.;\n] *)(?:the |those )(?P<said>{_BEFALLEN}|lost)(?:,[^:.;]{{3,60}}|(?: \w+){{1,4}})?(?=\s*:)"
    rf"|\b(?:list|roll|names) of (?:all )?(?:the |those )?(?:\w+ )?(?P<list>{_BEFALLEN}|lost)\b[^:.;]{{0,60}}(?=\s*:))\s*:?\s+",
    re.IGNORECASE,
)
_SLOTS = {
    **dict.fromkeys(("injured", "wounded", "hurt", "injuring", "wounding"), "injured"),
    **dict.fromkeys(("kidnapped", "abducted"), "hostages_taken"),
    **dict.fromkeys(("arrested", "detained"), "arrested"),
    **dict.fromkeys(("rescued", "saved"), "rescued"),
    "missing": "missing",
    "trapped": "trapped",
    "survivors": "survived",
    "victims": "victims",
}
#: Openings that only lean on what was told before, and others of the dead.
_MORE = re.compile(
    rf"(?:\b(?:the )?names? of (?:all )?(?:the|those) (?:\w+ ){{0,2}}?(?P<names>{_BEFALLEN}|died|perished)(?: [\w ]{{1,40}}?)? (?:is|are|were|was)"
    rf"|\b(?:the|those) (?:\w+ )?(?P<been>{_BEFALLEN})(?: have| has) been (?:named|identified|listed)(?: by [\w ]{{3,40}}?)?(?=\s*:)"
    r"|\bamong (?:those|the \w+) (?:who (?:could|can|will|are to|were to|are|were) (?:be )?|to be )?(?P<buried>buried|cremated|mourned|lost)(?: \w+){0,5}? (?:are|were|is|was)"
    rf"|\bthe (?:youngest|oldest|eldest|first|last|best known)(?: victim)? (?:of|among) (?:the|those) (?:\w+ )?(?P<eldest>{_BEFALLEN}|fatalities)(?: \w+){{0,3}}? (?:was|is|were)"
    r"|\bthe following(?: \w+){0,2}? (?P<following>died|perished|fell|lost their lives|were killed|were drowned|were lost|were injured|were wounded)(?: \w+){0,4}(?=\s*:)"
    r"|(?P<open>\blists?\b(?! of\b)(?: [\w'’-]+){0,10}(?=\s*:)|\bwhose names? (?:have been|has been|had been|were|was|are|can be|could be|may be) (?:\w+ly |now |already |so far )*(?:released|published|given|printed|read out"
    r"|made known|made public|announced|known|disclosed|confirmed)(?: \w+){0,4}(?=\s*:)"
    r"|(?:\A|[.;\u2014] *)(?:they|these) (?:include|included)(?=:? (?:[a-z]+ ){0,3}(?-i:[A-Z][\w'-]+ [A-Z]))"
    r"|(?:\A|[.;\u2014] *)(?:they|these) (?:include|included|are|were)(?=\s*:)"
    r"|(?:\A|[.;\u2014] *)(?:here|these) are (?:some|a few|many|the names|all)?(?: of (?:them|these|those|the names))?(?=\s*:)"
    r"|\btheir names(?: (?:are|were))?(?=\s*:| (?:are|were) (?-i:[A-Z]))"
    r"|\A(?:identified|named)(?: so far| to date| as of \w+)? (?:are|were)"
    r"|\A(?:the|its) (?:youngest|oldest|eldest|first|last)(?: of (?:them|these|those))?(?: to [a-z ]{2,20},)? (?:was|is|were)))\s*:?\s+",
    re.IGNORECASE,
)
_GIVEN_OUT = re.compile(r"name|identif|\blist", re.IGNORECASE)
#: "The dead", "Those who were injured": what a list in the section below is of.
_HEADING = re.compile(
    rf"\W*(?:(?:the|a|list|roll|names|of|those|who|are|were|full|partial|all|our|have) )*(?P<state>{_BEFALLEN}|died|lost)\W*",
    re.IGNORECASE,
)
#: Characters of a block in which its last sentence is looked for.
_LONGEST = 200
#: A sentence after which a list follows in lines of its own.
_COLON = re.compile(r"\s*:\s*\Z")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the names begin, and what befell those named.

    "" is what was counted last; "dead?" those who died, where any did: their names are given out.
    """

    end: int
    slot: str


def opened(words: str) -> Opening | None:
    """The opening of a list in a sentence; None where none opens."""
    found = _OPENING.search(words)
    if found is not None:
        told = next(told for told in found.groups() if told).lower().split()[-1]
        return Opening(found.end(), _SLOTS.get(told, "killed"))
    more = _MORE.search(words)
    if more is None:
        return None
    if more["open"]:
        return Opening(more.end(), "dead?" if _GIVEN_OUT.search(more["open"]) else "")
    told = next(told for told in more.groups() if told).lower().split()[-1]
    return Opening(more.end(), _SLOTS.get(told, "killed"))


def opening_before(scene: Scene, document: Document) -> Opening | None:
    """The opening of the list in whose lines a scene stands: the end of the last block that is no line of it."""
    if scene.kind is not BlockKind.LIST:
        return None
    blocks = document.blocks[: scene.parse.block]
    last = next((block for block in reversed(blocks) if block.kind is not BlockKind.LIST), None)
    words = document.text[last.start : last.end][-_LONGEST:] if last is not None else ""
    colon = _COLON.search(words)
    if colon is None:
        return None
    told = opened(f"{words[: colon.start()]}: ")
    return Opening(0, told.slot) if told is not None else None


def headed(scene: Scene, document: Document) -> str:
    """What befell those of a list, by the heading that it stands under; "" where none says so."""
    before = document.blocks[max(0, scene.parse.block - 2) : scene.parse.block]
    for block in reversed(before):
        words = document.text[block.start : block.end]
        found = _HEADING.fullmatch(words) if len(words) < 60 else None
        if found is not None:
            return _SLOTS.get(found["state"].lower(), "killed")
    return ""
