"""Names as each document uses them: the mentions of one document under one name are a form, the unit that is joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sayso.model import Account, Mention
from sayso.normalisation import places_countries as countries
from sayso.normalisation.names import fold, parts, strip_titles
from sayso.normalisation.names_acronyms import is_acronym

# Where a name is given two kinds equally often, the first of these holds; groups are organisations without a charter.
_KINDS = ("person", "organisation", "group", "place")
# Quotation marks, brackets and dashes that a name finder catches with a name.
_AROUND = " \"'\u201c\u201d\u2018\u2019,;:()[]-\u2013\u2014"
FormKey = tuple[str, str, str]


@dataclass(frozen=True)
class Form:
    """One document's mentions under one folded name; without slots, so that what is worked out of the name is kept.

    Args:
        kind: `person`, `organisation` (groups, too) or `place`.
        document: the document's id.
        key: the folded name without titles.
        mentions: in the order of the text.
    """

    kind: str
    document: str
    key: str
    mentions: tuple[Mention, ...]

    @cached_property
    def id(self) -> FormKey:
        """What tells the form from every other; forms sort by it."""
        return (self.kind, self.key, self.document)

    @cached_property
    def name(self) -> str:
        """The name as most of its mentions write it, without titles."""
        return most_common(bare_name(mention) for mention in self.mentions)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """A person's given names and surnames; another name's words."""
        if self.kind != "person":
            return tuple(self.key.split())
        taken = parts(self.name)
        return (*taken.given, *taken.surname)

    @cached_property
    def is_bare(self) -> bool:
        """A person's surname or given name alone; an organisation's acronym."""
        return not parts(self.name).given if self.kind == "person" else _is_acronym(self.name)

    @cached_property
    def suffix(self) -> str:
        """What tells a person from a parent of the same name ("jr"); empty where nothing does."""
        return parts(self.name).suffix if self.kind == "person" else ""

    @cached_property
    def titles(self) -> frozenset[str]:
        """Titles that the document gives the person under this name."""
        return frozenset(title for mention in self.mentions for title in parts(mention.name).titles) | frozenset(
            title for mention in self.mentions for title in parts(mention.quote).titles
        )


def bare_name(mention: Mention) -> str:
    """The mention's name without titles, articles, possessives and what a name finder caught with it."""
    return _bare(mention.name, mention.kind == "person")


@lru_cache(maxsize=65536)
def _bare(name: str, is_person: bool) -> str:
    whole = " ".join(name.split()).strip(_AROUND) or name.strip()
    bare = strip_titles(whole) if is_person else whole
    return bare[4:] if bare[:4] in ("the ", "The ", "THE ") and len(bare) > 4 else bare


def most_common(names: Iterable[str]) -> str:
    """The name that comes most often; of equals the one with most signs beyond ASCII (accents), then the first."""
    told = list(names)
    if told.count(told[0]) == len(told):
        return told[0]
    counts = Counter(told)
    return min(counts, key=lambda name: (-counts[name], name.isascii(), name.isupper(), name))


_is_acronym = lru_cache(maxsize=1 << 15)(is_acronym)


def forms(accounts: Iterable[Account]) -> tuple[Form, ...]:
    """All forms of a case, in their own order, whatever the order of the accounts."""
    # A mention that is told twice counts once.
    held = ((mention, _key(mention)) for account in accounts for mention in dict.fromkeys(account.mentions))
    mentions = sorted(((mention, key) for mention, key in held if key), key=_place)
    kind_of = _kinds(mentions)
    grouped: defaultdict[FormKey, list[Mention]] = defaultdict(list)
    for mention, key in mentions:
        grouped[kind_of[mention.document, key], key, mention.document].append(mention)
    return tuple(Form(kind, document, key, tuple(within)) for (kind, key, document), within in sorted(grouped.items()))


def _key(mention: Mention) -> str:
    return _folded(mention.name, mention.kind == "person")


@lru_cache(maxsize=1 << 16)
def _folded(name: str, is_person: bool) -> str:
    return fold(_bare(name, is_person))


def _place(told: tuple[Mention, str]) -> tuple[str, int, int, str, str]:
    mention = told[0]
    return mention.document, mention.start, mention.end, mention.kind, mention.name


def _kinds(mentions: Sequence[tuple[Mention, str]]) -> dict[tuple[str, str], str]:
    """The kind of each name in each document: a name finder that wavers is outvoted.

    Names of several words, and acronyms, mean one thing in a case, so that all documents vote; a single word ("Lincoln") can
    be a person here and a town there, so that its own document votes. Countries are places, and a word that is the surname
    of somebody named in full is no organisation.
    """
    here: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    acronyms: set[str] = set()
    for mention, key in mentions:
        kind = "organisation" if mention.kind == "group" else mention.kind
        here[mention.document, key][kind] += 1
        votes[key][kind] += 1
        if key not in acronyms and _is_acronym(bare_name(mention)):
            acronyms.add(key)
    # What a name is in all documents is worked out once.
    everywhere = {key: _elected(told) for key, told in votes.items() if " " in key or key in acronyms}
    surnames = {key.split()[-1] for key, kind in everywhere.items() if " " in key and kind == "person"} - acronyms
    lands = {key for key in votes if _is_country(key)}
    chosen: dict[tuple[str, str], str] = {}
    for place, told in here.items():
        key = place[1]
        kind = everywhere.get(key) or _elected(told)
        is_named = kind == "organisation" and key in surnames
        chosen[place] = "place" if key in lands else "person" if is_named else kind
    return chosen


def _is_country(key: str) -> bool:
    """Whether a folded name is a country's; a demonym names a people."""
    return key in ("us", "usa", "uk") or countries.by_name(key) is not None


def _elected(votes: Counter[str]) -> str:
    return min(votes, key=lambda kind: (-votes[kind], _KINDS.index(kind) if kind in _KINDS else len(_KINDS), kind))
