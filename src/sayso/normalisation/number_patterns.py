"""The patterns that numbers are found by, over lower-case text.

`SCAN` finds where a number may begin and which reader takes it; the others look at what stands beside it.
"""

from __future__ import annotations

import re

from sayso.normalisation import numerals, vagueness
from sayso.normalisation.numerals import HYPHEN, SPACE


def _words(words: tuple[str, ...] | list[str]) -> str:
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in longest)


ROUND = r"(?:dozen|hundred|thousand|million|billion)"
VAGUE_TIMES = _words([word for word, row in vagueness.VAGUE.items() if row.times])
NOBODY = r"casualties|deaths|fatalities|injuries|victims|survivors|hostages|prisoners|arrests|wounded|people|persons"
ZERO = (
    rf"no{SPACE}one|no-one|nobody|none|not{SPACE}(?:a{SPACE}single|one)"
    rf"|no(?={SPACE}(?:(?:further|more|other|immediate{SPACE}reports{SPACE}of){SPACE})?(?:{NOBODY})\b)"
)
FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
SHARES = "(?:halves|(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)"
SHARE = rf"(?:one|two|three|four|five|six|seven|eight|nine|a)(?:{HYPHEN}|{SPACE}){SHARES}|half"
#: Codes of money that stand right before a sum ("R50,000", "USD500"); one letter needs a sum of three digits or a scale.
_GLUED = (
    r"(?:(?<=\brs)|(?<=\bksh)|(?<=\btsh)|(?<=\bush)|(?<=\busd)|(?<=\beur)|(?<=\bgbp)|(?<=\binr)|(?<=\bchf)|(?<=\btk)"
    rf"|(?<=\b[pk])(?=[0-9]{{1,3}},[0-9]{{3}}|[0-9]+(?:\.[0-9]+)?{SPACE}(?:million|billion))"
    rf"|(?<=\br)(?=[0-9]{{3}}|[0-9]{{1,3}},[0-9]{{3}}|[0-9]+(?:\.[0-9]+)?(?:{SPACE}(?:million|billion|trillion|lakhs?|crores?)|m\b|bn\b)))(?=[0-9])"
)
SCAN = re.compile(
    rf"(?:(?<!\w)|{_GLUED})(?=[0-9abcdefghlmnopqrstuvz])(?:"
    r"(?P<digits>(?<!\.)[0-9])"
    rf"|(?P<fraction>(?P<share>{SHARE})(?={SPACE}(?:of|the|his|her|its|their|these|those)\b))"
    rf"|(?P<words>(?:{'|'.join(numerals.STARTERS)})(?!\w))"
    rf"|(?P<article>(?:another|(?:half{SPACE})?an?){SPACE}(?:full{SPACE}|good{SPACE}|further{SPACE})?{ROUND}(?!\w))"
    rf"|(?P<times>(?P<few>{VAGUE_TIMES}){SPACE}(?P<round>{ROUND})(?!\w))"
    rf"|(?P<vague>(?:{_words(list(vagueness.VAGUE))})(?!\w))"
    rf"|(?P<zero>(?:{ZERO})(?!\w))"
    rf"|(?P<all>(?:all|both|every|the{SPACE}(?:rest|remainder))(?!\w))"
    rf"|(?P<ordinal>(?:{'|'.join(numerals.ORDINALS)})(?!\w))"
    ")"
)
ARTICLES = re.compile(rf"(?<!\w)an?(?={SPACE}\w)")
DIGIT_RUN = re.compile(r"[0-9][0-9,. ]*")
BIRTHDAY = re.compile(rf"{SPACE}birthday")
SUFFIX = re.compile(r"(?:st|nd|rd|th)(?!\w)")
GLUED = re.compile(r"[^\W\d_]")
PART = re.compile(
    rf"{SPACE}(?:out{SPACE})?of{SPACE}(?:(?:the|his|her|its|their|our|these|those|an{SPACE}estimated|some|about){SPACE}(?:original{SPACE})?"
    rf"|(?=[0-9])|(?=(?:{'|'.join(numerals.STARTERS)})(?!\w))|(?=(?:them|us|whom|which)\b))"
)
BETWEEN = re.compile(rf"(?<!\w)between{SPACE}\Z")
FROM = re.compile(rf"(?<!\w)from{SPACE}\Z")
RANGING = re.compile(rf"(?<!\w)rang(?:ing|ed?|es)(?:{SPACE}in{SPACE}\w+)?{SPACE}from{SPACE}\Z")
SCORE = re.compile(r"([0-9]{1,3})-([0-9]{1,3})(?![\w-])")
REPEATED = rf"(?:{SPACE}?(?:%|percent|per{SPACE}cent|minutes|hours|days|weeks|months|years|dollars))?"
AND = re.compile(rf"{REPEATED}{SPACE}(?:and|to){SPACE}(?=[0-9a-z])")
TO = re.compile(rf"(?:{SPACE}(?:to|or){SPACE}|{SPACE}?[\u2013\u2014-]{SPACE}?(?=[0-9])|-to-|-or-)(?=[0-9a-z])")
HEDGE_BEFORE = re.compile(
    rf"(?<!\w)({_words([w for w in vagueness.BEFORE if w != '~'])})(?:{SPACE}(?:(?:the|a|an|another){SPACE})?)\Z|(~){SPACE}?\Z"
)
# A figure told once more in brackets, as official papers do.
AGAIN = re.compile(rf"{SPACE}?\((\d{{1,3}}(?:,\d{{3}})*)\)")
# Verbs that own the word before a number: "handed over 12 captives", "asked about two men".
OF_THE_VERB = re.compile(
    rf"(?<!\w)(?:(?:hand(?:ed|s|ing)?|turn(?:ed|s|ing)?|r[au]n|running|runs|knock(?:ed|s|ing)?|sign(?:ed|s|ing)?|roll(?:ed|s|ing)?|tip(?:ped|ping)?)"
    rf"{SPACE}over|(?:told|tells?|ask(?:ed|s|ing)?|hear[ds]?|kn[eo]wn?|talk(?:ed|s|ing)?|spoke|speaks?|worried|wr[oi]te[s]?|learn(?:ed|t)?"
    rf"|information|details?|news|questions?|facts?|nothing|anything|more|stor(?:y|ies)|tales?|concerns?|films?|books?){SPACE}about)"
    rf"(?:{SPACE}the)?{SPACE}?\Z"
)
# The last words of the hedges: a number with none of them before it is spared the search.
HEDGE_ENDS = frozenset(word.rsplit(" ", 1)[-1] for word in vagueness.BEFORE)
ARTICLE_WORDS = frozenset({"the", "a", "an", "another"})
HEDGE_AFTER = re.compile(
    rf"(?:{SPACE}({_words([w for w in vagueness.AFTER if w[0].isalpha() and w != 'odd'])})(?!\w)|(?<=\w)([+](?!\w)|-odd(?!\w)|-plus(?!\w)))"
)
ELSE = re.compile(rf"{SPACE}else(?!\w)")
IDIOM = re.compile(
    rf"some{SPACE}(?:time|times|day|kind|sort|sorts|way|ways|extent|degree|point|form|more|other|things?|cases|of{SPACE}the{SPACE}(?:most|best|worst))(?!\w)"
    rf"|many{SPACE}(?:times|ways|more(?!{SPACE}[a-z]+s\b)|of{SPACE}the{SPACE}most)(?!\w)|multiple{SPACE}times|a{SPACE}lot{SPACE}of{SPACE}(?:time|money|attention)"
    rf"|a{SPACE}series{SPACE}of|various{SPACE}(?:times|ways)"
)
ASKED = re.compile(rf"(?<!\w)(?:how|so|as|too){SPACE}\Z")
ALL_IDIOM = re.compile(
    rf"all{SPACE}(?:over|right|night|day|along|but(?!{SPACE}(?:one|two|three|[0-9]))|too|time|about|around|week|year|this|that|a|an|part|of{SPACE}(?:this|that|it|a)|kinds|sorts|(?:is|was|were){SPACE}(?:said|over)|"
    rf"at{SPACE}once|the{SPACE}(?:more|same|time|way|while|better))(?!\w)|all-"
    rf"|both{SPACE}(?:in|at|on|by|from|to|for|as|during|before|within|inside)(?!\w)|both(?:{SPACE}\w+){{1,5}}?{SPACE}and(?!\w)"
    rf"|every{SPACE}(?:day|night|week|month|year|time|morning|hour|minute|one|other|effort|few|so|sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?!\w)"
)
ALL_BUT = re.compile(rf"{SPACE}but{SPACE}(?=[0-9]|(?:{'|'.join(numerals.STARTERS)})(?!\w))")
ALL_AFTER = re.compile(rf"(?<!\w)(?:at|after|above|of|once and for|it|in){SPACE}\Z")
ALL_COUNTED = re.compile(rf"{SPACE}(?:(?:of|the|these|those|his|their){SPACE}){{0,2}}(?=[0-9a-z])")
ONE_BEFORE = re.compile(
    rf"(?<!\w)(?:any|some|every|this|which|each|another|a|same|good|bad|right|wrong|last|next|big|old|new|other|latest|number|first){SPACE}\Z"
)
THE_ONE = re.compile(rf"(?<!\w)(?:the|that){SPACE}\Z")
ONE_ALONE = re.compile(rf"{SPACE}(?:who|that|which|whose|in|on|at|with|from|to|\w+ed)(?!\w)|[^\w\s-]|\Z")
ONE_AFTER = re.compile(
    rf"['\u2019]s\b|{SPACE}(?:wonders|must|can|cannot|could|might|should|would|may|needs|thinks|sees|knows|hopes|imagines|expects|asks"
    rf"|another|by{SPACE}one|thing|way|point|time|moment|finds|feels|looks|might|can't|never)(?!\w)"
)
