"""The words and shapes by which a line of running text shows what it is. Tables, no decisions.

Gathered from news pages, agency copy, weeklies and blogs saved as text; each row is a general habit of publishing.
"""

from __future__ import annotations

import re

_NAME = r"[A-ZÀ-ÝŠŽĆČ][\w’'.-]*"
_NAMES = rf"{_NAME}(?: (?:{_NAME}|de|del|della|di|da|dos|van|von|der|den|bin|al|el|la))*"
# "By A B", "By A B and C D", "Words by A B, Our Correspondent"
BYLINE = re.compile(
    r"(?i:(?:words |text |story |report |reporting |interview |written |posted |edited |a report )?by|from our correspondents?|author:|author)"
    rf":? (?P<names>{_NAMES}(?:(?:, | and | & ){_NAMES})*)(?:,? (?i:in|for) {_NAMES}|, [^.]{{0,60}})?\.?"
)
BARE_NAME = re.compile(rf"{_NAME}(?: (?:{_NAME}|de|del|van|von|der|bin|al|el|la)){{1,4}}")

# The place, the day and the agency that head a report: "QUITO, ECUADOR — ", "KABUL, 3 May (Reuters) - ", and the labels in
# brackets with which monitoring services go on: "QUITO, 3 MAR 91 (EFE) -- [TEXT] ".
DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý.’' -]{2,}[A-ZÀ-Ý.](?: \([A-Z .]+\))?(?:, (?!NO DATE)[A-ZÀ-Ý][\w.]*(?: [A-ZÀ-Ý][\w.]*){0,2}(?! ?\d))?)"
    r"(?P<day>, (?:[A-Za-z]{3,9}\.? \d{1,2}|\d{1,2} [A-Za-z]{3,9}\.?)(?:,? (?:\d{4}|\d\d))?|, NO DATE)?"
    r"(?: ?\((?P<agency>[^()\n]{2,60})\))?,? ?(?:—|–|--?|_)(?:[ \n]|$)\s*(?P<labels>(?:\[[^\[\]]{2,160}\]\s*)*)"
)
# As the press of South Asia heads a report: "New Delhi, Aug 10 (PTI): ", "Patna (Bihar), 3 July (PTI): ".
COLON_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}(?: \([A-Z][\w .]+\))?)"
    r"(?P<day>, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? (?:\d{4}|\d\d))?)"
    r" ?\((?P<agency>[^()\n]{2,60})\): ?(?:\n|\s)*(?P<labels>)"
)
# A town in small letters with its country: "Harbin Kot, Afghanistan, 4 May 2009 (Wire) - ", "Kabul, Afghanistan — ", "Mora, Spain: ".
COUNTRY_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Ý][\w.’'-]+(?: [A-ZÀ-Ý][\w.’'-]+){0,2}, (?P<country>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}))"
    r"(?P<day>, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? (?:\d{4}|\d\d))?)?"
    r"(?: ?\((?P<agency>[^()\n]{2,60})\))?(?:,? ?(?:—|–|--?)(?:[ \n]|$)|: )\s*(?P<labels>)(?=[\"“‘'(\[]?[A-Z0-9]|$)"
)
# What stands before a day and is no town.
NO_TOWN = frozenset(
    "On By At In From Until Since After Before Monday Tuesday Wednesday Thursday Friday Saturday Sunday Updated Posted Published Day Date".split()
)
# A place of one to three words stands without day and agency only so near the top, and holds none of these.
NO_PLACE = re.compile(
    r"(?i)\b(?:the|this|that|these|of|and|to|by|he|she|it|has|have|is|was|according|regarding|what|who|how|why)\b"
)

# Agencies and picture houses whose name credits a picture.
AGENCIES = (
    r"AP|AFP|Reuters|REUTERS|EPA|EFE|UPI|ANSA|DPA|dpa|TASS|Xinhua|Kyodo|Getty(?: ?Images)?|GETTY(?: IMAGES)?|Gettyimages|"
    r"Associated Press|Agence France-Presse|Alamy|Corbis|Shutterstock|Magnum|Press Association|PA Wire|Bloomberg|"
    r"Anadolu(?: Agency)?|Sipa|Zuma|Keystone|AAP"
)
# A line that is nothing but a credit: "Source Anna Doe/AP", "Photo: Reuters", "(AP Photo/Anna Doe)".
CREDIT = re.compile(
    r"(?i:image source), .{2,50}|"
    rf"\(?(?i:source|photo(?:graph)?s?|image|picture|credit|courtesy)"
    rf"(?:(?: ?(?:[:/|]|(?i:by|credit|courtesy|of)\b)+ ?)[^.!?]{{2,50}}| ?(?:{_NAMES}/)?(?:{AGENCIES})(?:/{_NAMES})?)\)?\.?"
    rf"|{_NAMES}/(?:{AGENCIES})|\((?:{AGENCIES})[^()]{{0,40}}\)\.?"
)
# A caption says so at its start, or ends in a credit.
CAPTION = re.compile(
    r"(?i:image caption),\s.+|(?:(?i:photo|picture|pictured|image|caption|figure|fig\.|above|below|file photo)(?: (?:\d+))?(?:: |\. | – | — ).+)"
    rf"|.+(?:\((?:[^()]{{0,40}}[/ ])?(?:{AGENCIES})(?: [Pp]hoto)?(?:/[^()]{{0,40}})?\)"
    r"|[.…] ?\((?:(?i:photo|source|credit|courtesy)[: ][^()]{2,60}|[^()/]{3,40}/[^()/]{2,30}|[A-Z]{3,5})\)"
    r"|[./] ?(?i:photo(?:graph)?(?: by)?|picture|image|credit):? [^.]{2,50}"
    rf"|[/.] ?(?:{AGENCIES}))\.?",
    re.DOTALL,
)
# The number under which a picture house keeps a picture, left behind by copying.
PICTURE_NUMBER = re.compile(
    rf"(?i:{AGENCIES}|img|dsc|image|photo|istock)[ _-]?\d{{4,}}(?:[ _-]?\w{{1,6}})?(?:\.jpe?g|\.png)?"
)

# Lines of the page, not of the account, that open its foot. These speak for themselves, however they end.
FOOT = re.compile(
    r"(?i)(?:leave a (?:reply|comment)|(?:post|add|write) a comment|join the (?:conversation|discussion)|"
    r"did you (?:like|enjoy)|if you (?:liked|enjoyed)|thanks? (?:you )?for reading|you (?:may|might) also (?:like|enjoy)|"
    r"sign up (?:for|to|now)|subscribe\b|get (?:the|our) .{0,40}(?:newsletter|inbox)|about the author|"
    r"support (?:us|our|independent)|follow us|share this|explore more on|tags?:|categor(?:y|ies):|filed under|posted in|to contact|contact us|"
    r"read (?:more|our|also|next)\b.{0,20}\b(?:articles?|stories|posts?|newsletter|site|website|here)\b|"
    r"this (?:article|story|post) (?:is|was|appeared|has been) (?:posted|first|originally|also|published|reprinted|updated)|"
    r"(?:©|\(c\)|copyright)|all rights reserved|terms (?:of use|and conditions)|privacy policy|write(?: to us)?: )"
)
# These open it where the line is a label: a few words, no full stop.
LABEL = re.compile(
    r"(?i)(?:related(?: \w+)?|comments?(?: \(\d+\))?|\d+ (?:comments|responses)|read (?:more|next|also)\b.*|"
    r"more (?:from|on|stories|news|articles)\b.*|most (?:read|popular|viewed|shared)|(?:recommended|editor.s picks?)(?: for you)?|"
    r"trending(?: now)?|popular (?:posts|articles)|(?:next|previous) (?:article|post|story)\b.*|sign up\b.*|newsletter\b.*|"
    r"donate\b.*|share(?: (?:on|via)\b.*)?|references|sources|external links|further reading)[!:]?"
)
PAGE = re.compile(
    r"(?i)(?:advertisement|sponsored(?: content)?|story continues below|continue reading|skip to (?:main )?content|"
    r"menu|home|search|log ?in|sign (?:in|out|up)\b.*|subscribe\b.*|share(?: this.*| on .*)?|tweet|email(?: this.*)?|print(?: this.*)?|"
    r"facebook|twitter|whatsapp|linkedin|(?:we use|this (?:web)?site uses) cookies.*|accept (?:all )?(?:cookies)?.*|cookie (?:policy|settings)|"
    r"\d+ min(?:ute)?s? read|reading time.*|click here.*|listen to this article.*|scroll (?:down|for more).*|"
    r"(?:last )?updated:? .{0,40}|(?:please )?enable javascript.*|please enable.*|skip ad|reader comments|published|this article is more than \d+ years? old|reuse this content|\d{1,4}|required passcode:?|×|"
    r"(?:related|more|watch|video|see also|also read) ?: ?.{5,120}|[-+\d.,° ]{4,}[NSEW]?|\d+ (?:pending )?comments?|"
    r"(?:article )?comment by:.*|twitter: @\w+|@\w+|\d{1,2}:\d\d .{5,90}|from wikipedia.*|read more ?\|.*|download the .* app\b.*|view (?:comments|gallery).*|load more|back to top|you are visitor .{0,80}|best (?:seen|viewed) (?:in|with|at) .{0,60}|page \d+(?: of \d+)?|- ?\d{1,4} ?-)"
)
# Somewhere in the line: an address of the publisher.
ADDRESS = re.compile(
    r"(?i)(?:^(?:tel|phone|fax|e-?mail|write|mail|address)(?:\.|:| to:?) |\bP\.? ?O\.? Box \d|\bBox \d{3,}|"
    r"(?:phone|tel|fax):? ?[+(]?\d|^(?:\W*https?://\S+\W*)$|^\[[^\]]+\]\(https?://[^)]*\)$|^www\.\S+$|^[\w.+-]+@[\w-]+\.[\w.]+$)"
)
BULLET = re.compile(r"[ \t]*(?:[•◦▪‣·*]|[-–](?= \S)|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+\S")
QUOTED = re.compile(r"[ \t]*>")
RULE = re.compile(r"[\s*_=~#·.-]{3,}")
# A sentence is over; closing quotes and brackets may follow.
ENDED = re.compile(r"[.!?…:;][\"'”’»)\]*]*\s*$")
# The verb of a line that hands over to another voice.
SPEECH = re.compile(
    r"(?i)\b(?:explain|wrote|writes|said|says|stat|declar|report|announc|add|note|continu|conclud|comment|told|tells|put it|read)\w*:?$"
    r"|\b(?:explained|wrote|said|stated|declared|reported|read|reads)\b.{0,40}:$"
)
