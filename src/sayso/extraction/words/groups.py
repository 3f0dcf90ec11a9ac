"""Whom a count is about: the codebook's groups by the text's nouns, decided document by document where a word is open.

"Commandos" are soldiers in one account and captors in another: what stands beside the word in this document decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.words.clauses import agent, frames
from sayso.extraction.words.verbs import verb_names
from sayso.extraction.words.young import YOUNG_KIN, is_young
from sayso.normalisation import places

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extraction.parsing.nlp import Parse

#: Nouns that only say "one of": what they are members of decides.
MEMBERS = frozenset("member unit squad team band group cell contingent force guerrilla fighter militant leader".split())
_FORCES = frozenset(
    "army police military security special elite armed government government's federal national navy swat state".split()
)
#: What captors and attackers do; forces are left out by name.
_DEEDS = frozenset(
    {
        "seize",
        "take over",
        "hold hostage",
        "kidnap",
        "abduct",
        "hijack",
        "take hostage",
        "claim responsibility",
        "take responsibility",
        "invade",
        "attack",
        "bomb",
        "ambush",
    }
)
_DEED_LEMMAS = frozenset(deed.split()[0] for deed in _DEEDS)
#: Before "fighter": a machine.
_FLYING = frozenset("jet stealth interceptor bomber fire".split())
#: What soldiers and police make up: "a platoon of 32 men".
_RANKS = frozenset("platoon patrol battalion regiment garrison detachment squadron picket".split())
#: Bodies of forces, as they stand before their casualties.
_BODIES = frozenset("army police military navy".split())
#: Animals that serve.
_BEASTS = frozenset("k-9 k9 k-9s k9s canine canines dog dogs horse horses hound hounds".split())
_AGES = frozenset("year month week day".split())
#: Years at which a person told of by age alone is no child.
ADULT = 18
_ATTACKERS, _FORCE_GROUP = "attackers", "security_forces"


@dataclass(frozen=True, slots=True)
class GroupWords:
    """The codebook's groups turned round: a lemma, or two words -> groups, in the codebook's order.

    `paired` holds the last words of those of two ("officer" of "police officer"): only beside them is a pair looked up.
    """

    table: Mapping[str, tuple[str, ...]]
    paired: frozenset[str]

    def of(self, word: str) -> tuple[str, ...]:
        """The groups of a form; none where the codebook does not have it."""
        return self.table.get(word, ())


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of one document.

    Args:
        words: lemma -> the codebook's groups for it.
        decided: an open lemma -> its group in this document.
        attackers: lower-case names of organisations whose members are the attackers here.
        has_attackers: the document has a word that can only mean attackers, so an open one likelier means their opponents.
    """

    words: GroupWords
    decided: Mapping[str, str]
    attackers: frozenset[str]
    has_attackers: bool = False

    def of(self, noun: Token) -> str:
        """The group a noun stands for: one of the codebook's, else the text's own noun."""
        lemma = lemma_of(noun)
        if lemma in ("another", "old") and (age := aged(noun) if lemma == "old" else ADULT) is not None:
            return "children" if age < ADULT else "total"
        found = candidates(noun, self.words)
        if (lemma in MEMBERS or lemma == "man" or not found) and (side := self._side(noun)) is not None:
            return side
        if noun.pos_ == "PROPN" and noun.lower_ in self.attackers:
            return _ATTACKERS
        if len(found) > 1:
            return self._side(noun) or self.decided.get(lemma) or (found[-1] if self.has_attackers else found[0])
        if not found:
            return "children" if lemma in YOUNG_KIN and noun.tag_ == "NN" and is_young(noun) else _own_word(noun, lemma)
        is_captive = found == ("total",) and any(_is_captive(child) for child in noun.children)
        is_child = found == ("women",) and is_young(noun)
        return "hostages" if is_captive else "children" if is_child else found[0]

    def is_known(self, noun: Token) -> bool:
        """Does the codebook know the noun, or does it stand for people by what it belongs to?"""
        return bool(candidates(noun, self.words)) or self._side(noun) is not None

    def beside(self, noun: Token) -> str:
        """Whose deaths, casualties or arrests are counted ("three army casualties"); all people where no word says it."""
        # "Minor injuries" are nobody's under age.
        words = (c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod") and c.lower_ != "minor")
        found = (_FORCE_GROUP if c.lower_ in _BODIES else next(iter(self.words.of(lemma_of(c))), None) for c in words)
        return next((group for group in found if group is not None), "total")

    def _side(self, noun: Token) -> str | None:
        """Attackers or forces, by what stands beside the noun ("XYZ members", "members of the army")."""
        return _side(noun, self.words, self.attackers)


def _own_word(noun: Token, lemma: str) -> str:
    """The text's own noun, whole where it has a hyphen; of a member, the body ("members of the self-defence")."""
    if lemma == "member":
        inner = next((o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
        if inner is not None and inner.pos_ == "NOUN":
            noun, lemma = inner, lemma_of(inner)
    if lemma in ("national", "citizen"):  # "a Somali national", of no other group
        return next((c.lower_ for c in noun.lefts if c.ent_type_ == "NORP" or c.tag_ == "NNP"), lemma)
    if noun.tag_ in ("NNP", "NNPS") and (
        first := next((c for c in noun.lefts if c.tag_ == "NNP" and c.i == noun.i - 1), None)
    ):
        return f"{first.lower_} {lemma}"  # "29 New Yorkers"
    if noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).sent.start == noun.sent.start:
        return f"{noun.nbor(-2).lower_}-{lemma}"
    return lemma


def lemma_of(noun: Token) -> str:
    """The lemma in lower case; a plural that the tagger took for a name loses its s."""
    lemma: str = noun.lemma_.lower()
    if noun.tag_ == "NNPS" and lemma.endswith("s") and lemma == noun.lower_:
        return lemma[:-1]
    return lemma


def aged(token: Token) -> int | None:
    """The age that stands for a person ("a 17-year-old was hurt"); None where no age does, or it belongs to a noun."""
    if token.lower_ not in ("old", "olds") or token.dep_ in ("amod", "compound", "acomp"):
        return None
    unit = next((c for c in token.lefts if c.lemma_.lower() in _AGES), None)
    told = next((c for c in unit.lefts if c.pos_ == "NUM"), None) if unit is not None else None
    if unit is None or told is None:
        return None
    return int(told.text) if unit.lemma_.lower() == "year" and told.text.isdecimal() and len(told) < 4 else 0


def candidates(noun: Token, words: GroupWords) -> tuple[str, ...]:
    """The groups a noun may name, by its longest known form ("police officer" before "officer")."""
    lemma = lemma_of(noun)
    if _is_machine(noun):
        return ()
    if lemma in words.paired and not noun.is_sent_start:
        pair = words.of(f"{noun.nbor(-1).lemma_.lower()} {lemma}")
        if pair:
            return pair
    return words.table.get(lemma) or words.of(noun.lower_)


def _is_machine(noun: Token) -> bool:
    """ "Jet fighters" are no fighters, a "police K-9" is no officer, and a German shepherd no shepherd."""
    if noun.lower_ in _BEASTS or (
        noun.lower_.startswith("shepherd") and noun.i > 0 and noun.nbor(-1).lower_ == "german"
    ):
        return True
    return lemma_of(noun) == "fighter" and any(c.lower_ in _FLYING for c in noun.lefts)


def decide(parses: Iterable[Parse], words: GroupWords) -> Groups:
    """Read a document once and settle its open words."""
    held = list(parses)
    attackers = _attacking_names(held, words)
    votes: dict[str, Counter[str]] = {}
    open_words = {lemma for lemma, groups in words.table.items() if len(groups) > 1}
    nouns = [token for parse in held for token in parse.doc if token.pos_ in ("NOUN", "PROPN")]
    for token in nouns:
        if token.lemma_.lower() in open_words and len(candidates(token, words)) > 1:
            side = _side(token, words, attackers) or _by_deed(token, words)
            if side is not None:
                votes.setdefault(lemma_of(token), Counter())[side] += 1
    decided = {lemma: max(sorted(count), key=lambda side: count[side]) for lemma, count in votes.items()}
    sure = any(token.pos_ == "NOUN" and words.of(token.lemma_.lower()) == (_ATTACKERS,) for token in nouns)
    return Groups(words, decided, attackers, sure)


def _is_captive(clause: Token) -> bool:
    """ "the 72 people still held": captives, unless a prison holds them."""
    if clause.dep_ not in ("acl", "relcl", "amod") or clause.lemma_.lower() not in (
        "hold",
        "kidnap",
        "seize",
        "abduct",
        "trap",
    ):
        return False
    return clause.lemma_ != "trap" and not any(
        t.lemma_.lower() in ("jail", "prison", "custody", "police") for t in clause.subtree
    )


def group_words(groups: Mapping[str, tuple[str, ...]]) -> GroupWords:
    """Turn the codebook's table round."""
    turned: dict[str, tuple[str, ...]] = {}
    for group, nouns in groups.items():
        for noun in nouns:
            turned[noun.lower()] = (*turned.get(noun.lower(), ()), group)
    return GroupWords(turned, frozenset(form.rsplit(" ", 1)[1] for form in turned if " " in form))


def _attacking_names(parses: Iterable[Parse], words: GroupWords) -> frozenset[str]:
    """Organisations named beside a word that can only mean attackers ("X militants", "the guerrilla movement X")."""
    names: Counter[str] = Counter()
    forms = {form for form, groups in words.table.items() if groups == (_ATTACKERS,)}
    for parse in parses:
        for token in parse.doc:
            lemma = token.lemma_
            if lemma in _DEED_LEMMAS and token.pos_ == "VERB":
                names.update(_doers(token))
            if (token.lower_ not in forms and lemma.lower() not in forms) or _is_machine(token):
                continue
            near = (t for t in token.sent if t.i != token.i and abs(t.i - token.i) <= 5)
            names.update(t.lower_ for t in near if _is_organisation(t) and _linked(t, token))
            names.update(t.lower_ for t in _bodies(token) if _is_organisation(t))
    for parse in parses if names else ():
        names.update(_spelled_out(parse, names))
    return frozenset(names)


def _bodies(noun: Token) -> Iterator[Token]:
    """What somebody is one of, however long its name ("fighters of the so-called Free People's Revolutionary Front")."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from"):
            yield from (inner for inner in prep.children if inner.dep_ == "pobj")


def _doers(verb: Token) -> Iterator[str]:
    """Organisations in the subject of a verb that only captors and attackers do to hostages or buildings."""
    if not set(verb_names(verb)) & _DEEDS or (doer := agent(verb)) is None:
        return
    near = [doer, *(t for t in doer.subtree if t.dep_ in ("compound", "pobj", "appos", "nmod"))]
    yield from (t.lower_ for t in near if _is_organisation(t) and not {w.lower_ for w in _entity(t)} & _FORCES)


def _entity(token: Token) -> tuple[Token, ...]:
    """The whole name that a token stands in."""
    return next((tuple(e) for e in token.sent.ents if e.start <= token.i < e.end), (token,))


def _spelled_out(parse: Parse, names: Counter[str]) -> Iterator[str]:
    """What stands in brackets behind a name, or before them: acronym and name are one ("... Movement (XYZ)")."""
    for token in parse.doc:
        if token.lower_ not in names:
            continue
        if token.i + 2 < len(token.doc) and token.nbor(1).text == "(":
            close = next((t for t in token.doc[token.i + 2 : token.i + 10] if t.text == ")"), None)
            inner = close.nbor(-1) if close is not None else None
            if inner is not None and inner.pos_ == "PROPN" and inner.text.isupper() != token.text.isupper():
                yield inner.lower_
        if token.text.isupper() and token.i >= 2 and token.nbor(-1).text == "(":
            before = token.nbor(-2)
            if before.pos_ == "PROPN":
                yield before.lower_


def _is_organisation(token: Token) -> bool:
    """An acronym, or the last word of an organisation's name; its other words may be common ones ("Revolutionary")."""
    if token.pos_ != "PROPN" or token.ent_type_ not in ("ORG", "NORP", "GPE", "PERSON", ""):
        return False
    if token.text.isupper() and len(token) > 1:
        return places.country(token.text) is None
    return token.ent_type_ == "ORG" and _entity(token)[-1].i == token.i


def _linked(name: Token, noun: Token) -> bool:
    """Do the two stand in one phrase?"""
    low, high = sorted((name.i, noun.i))
    between = name.doc[low + 1 : high]
    commas = [t.i for t in between if t.text == ","]
    if commas and any(t.pos_ in ("NOUN", "PROPN") and t.i < commas[0] for t in between):
        return False  # "the Ashmore power plant, guerrilla groups ..."
    return (
        all(t.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PUNCT", "NUM") or t.lower_ == "of" for t in between)
        and len(between) <= 4
    )


def _side(noun: Token, words: GroupWords, attackers: frozenset[str]) -> str | None:
    """What the words before the noun, or after its "of", say of the side."""
    if _is_machine(noun):
        return None
    beside = [t for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod", "poss")]
    for prep in (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from")):
        for inner in (c for c in prep.children if c.dep_ == "pobj"):
            beside += [inner, *(t for t in inner.subtree if t.i < inner.i + 8)]
    for token in beside:
        if token.lower_ in attackers or (words.of(lemma_of(token)) == (_ATTACKERS,) and token.i != noun.i):
            return _ATTACKERS
    for token in beside:
        if token.lower_ == "armed" and lemma_of(noun) != "force":  # "armed men" may be anybody
            continue
        if token.lower_ in _FORCES or words.of(lemma_of(token)) == (_FORCE_GROUP,):
            return _FORCE_GROUP
    is_of_a_land = any(t.ent_type_ in {"NORP", "GPE"} for t in beside if t.i < noun.i)
    is_force = _is_in_ranks(noun) or (is_of_a_land and len(candidates(noun, words)) > 1)
    return _FORCE_GROUP if is_force else None


def _is_in_ranks(noun: Token) -> bool:
    """ "A platoon of 32 men": who is counted in a body of soldiers, unless the words before it say whose it is."""
    body = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return body.lemma_ in _RANKS and not any(c.dep_ in ("amod", "compound", "poss") for c in body.lefts)


def _by_deed(noun: Token, words: GroupWords) -> str | None:
    """Who holds hostages is a captor; who rescues is of the forces."""
    for frame in frames(noun):
        if frame.relation == "by" and frame.names[0] in ("rescue", "raid"):
            return _FORCE_GROUP
        if frame.relation == "subject" and frame.names[0] in ("rescue", "free", "liberate"):
            return _FORCE_GROUP
        if frame.relation == "subject" and frame.names[0] in ("hold", "seize", "kidnap", "demand", "release"):
            return _ATTACKERS
        if (
            frame.relation == "object"
            and frame.names[0] in ("hold", "kill")
            and (doer := agent(frame.head)) is not None
        ):
            other = words.of(lemma_of(doer))
            if other == (_FORCE_GROUP,):
                return _ATTACKERS
    return None
