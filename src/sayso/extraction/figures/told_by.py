"""Who tells a figure: "the mayor said 17", "the registers give 41", "the list stops at 188"; and what was asked before.

"How many people died is disputed. The army says 12, the bishop 91": the question says what the figures count.
"""

from __future__ import annotations

import re

SAID = re.compile(
    r"\b(?:said|says?|puts? (?:it|them|the (?:figure|number|count|toll|total)) at|speaks? of|spoke of|talks? of|talked of|counts?|counted|wrote|writes?|report(?:s|ed)?|listed|lists"
    r"|(?:revised|raised|lowered|corrected) (?:it|the (?:figure|number|count|toll)) to|(?:settled|settles|fixed|fixes|agreed|decided|landed) (?:on|upon)"
    r"|arrived at|ma(?:kes?|de) it|admit(?:s|ted)(?: to)?|conceded|acknowledged|owned to) [\"'“‘]?\Z",
    re.IGNORECASE,
)
#: "The registers still give 41", "the stone has 45": what is written down.
WRITTEN = re.compile(
    r"\b(?:histor(?:y|ies)|accounts?|books?|papers?|newspapers?|registers?|reports?|chronicles?|archives?|almanacs?|inscription|lists?|bulletins?|communiqu[e\u00e9]s?"
    r"|telegrams?|textbooks?|encyclop\w+|sources?|returns|ledgers?|diary|letters?|versions?|estimates?|memorials?|monuments?|plaques?|stones?|tablets?|obelisk|cenotaph|wall)\b"
    r"[^.;:]{0,40}?,? (?:still |now |once |only )?(?:gives?|gave|has|have|had|lists?|listed|records?|recorded|counts?|counted|prints?|printed|names?|named|shows?|showed"
    r"|bears?|carr(?:y|ies)|makes? it|made it|mentions?|speaks? of|spoke of) \Z",
    re.IGNORECASE,
)
#: "..., the bishop 23", "and the union 36".
ANOTHER = re.compile(
    r"(?: (?:dead|deaths|killed|injured|wounded|victims|people|missing|bodies))?(?:,| and|;|, and|, while|, but) (?:the |its |their )?[A-Za-z][\w' ]{2,40}(?:'s|\u2019s| at| gives| gave| has)? \Z"
)
#: "The list, begun by a nun, stopped at 188", "the list had reached 118".
LISTED = re.compile(
    r"\b(?:lists?|registers?|rolls?|counts?|it)\b(?:,[^,.;:]{3,70},)? (?:had |has |now |already |finally |only )*(?:stops?|stopped|stands?|stood|ends?|ended"
    r"|arrives?|arrived|got|closed|breaks off|broke off) at \Z"
    r"|\b(?:lists?|registers?|rolls?|counts?|it)\b(?:,[^,.;:]{3,70},)? (?:had |has |now |already |finally )*(?:reached|reaches|comes to|came to|runs to|ran to|grew to|grown to) \Z",
    re.IGNORECASE,
)
#: A question of how many, and what was done to them; lists and names of those it befell.
_ASKED = re.compile(
    r"\bhow many\b(?P<asked>[^.?!;:]{0,90})"
    r"|\b(?:names?|lists?|register|roll|number|count) of (?:all )?(?:the|those|its|our|their)(?: who)? (?P<named>dead|victims|killed|died|drowned|perished|missing|injured|wounded)\b"
    r"|\bthe (?P<counted>dead|killed|injured|wounded|missing)\b[^.?!;:]{0,40}\b(?:counted|numbered|disputed|in dispute)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?P<dead>killed|died|die|dead|deaths|perished|drowned|murdered|massacred|executed|lost their lives|were lost|lie buried|lie there)\b"
    r"|\b(?P<injured>injured|wounded|hurt)\b|\b(?P<missing>missing|disappeared|vanished)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\A\s*(?:of the |of those )?(?:people|persons|men|women|children|villagers|victims|souls|lives|dead|it|they|he|had|have|were|was|died|in fact|really|actually"
    r"|[a-z]+ers|[a-z]+ants|[a-z]+ors|guests|guards)\b",
    re.IGNORECASE,
)
#: Characters that a question may stand back.
_BACK = 350


def asked(text: str, at: int) -> str | None:
    """What befell those whom a question or a list before a place speaks of ("dead", "injured", "missing"); None where none does.

    >>> text = "How many people died is disputed. The army said 12."
    >>> asked(text, text.index("The army"))
    'dead'
    >>> asked("How many shirts were bought is disputed. The shop said 12.", 40) is None
    True
    """
    found = None
    for match in _ASKED.finditer(text, max(at - _BACK, 0), at):
        found = match
    if found is None:
        return None
    word = found["named"] or found["counted"]
    if word is not None:
        return {"victims": "dead", "died": "dead", "drowned": "dead", "perished": "dead"}.get(
            word.lower(), word.lower()
        )
    harm = _HARM.search(found["asked"])
    if harm is None or _PEOPLE.match(found["asked"]) is None:
        return None
    return "dead" if harm["dead"] else "injured" if harm["injured"] else "missing"
