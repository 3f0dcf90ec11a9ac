"""Words of violence and disaster said of words, votes and figures: "hit her on taxes", "a landslide win", "seized the moment".

Contests are told as fights. Such a word names no event and harms nobody; what it says is known by what it is said of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sayso.extraction.words.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Rule = Callable[["Token"], bool]

#: Told as such, one dies in bed from this age on.
_OLD, _OLDEST = 65, 120


def _of(part: str) -> frozenset[str]:
    return words("figurative", part)


def is_figurative(token: Token) -> bool:
    """Whether a word that may name violence or disaster is said of words, votes or figures."""
    rule = _RULES.get(token.pos_, _NOUNS).get(token.lemma_.lower())
    return rule is not None and rule(token) and (rule not in _BLOODLESS or not _is_hard(token))


def _is_hard(token: Token) -> bool:
    """Whether the sentence tells of harm beside this word."""
    return any(
        one.lemma_.lower() in _of("hard") and one.lower_ not in _of("issues") and one.i != token.i for one in token.sent
    )


def _lemmas(tokens: object) -> frozenset[str]:
    return frozenset(token.lemma_.lower() for token in tokens)  # type: ignore[attr-defined]


def _kids(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def _objects(verb: Token) -> frozenset[str]:
    """What the verb is done to, active or passive, with what stands beside it by "and"."""
    told = _kids(verb, "dobj", "nsubjpass")
    if verb.dep_ in ("acl", "relcl") and not told:
        told = [verb.head]
    return _lemmas(other for one in told for other in (one, *one.conjuncts))


def _subjects(verb: Token) -> frozenset[str]:
    return _lemmas(_kids(verb, "nsubj"))


def _after(token: Token, *prepositions: str) -> frozenset[str]:
    """The nouns behind these prepositions."""
    preps = (child for child in token.children if child.dep_ in ("prep", "agent") and child.lower_ in prepositions)
    return _lemmas(pobj for prep in preps for pobj in prep.children if pobj.dep_ in ("pobj", "pcomp"))


def _is_talk(token: Token) -> bool:
    """Whether the sentence speaks of a contest of words, and of no blow beside this one."""
    return any(one.lemma_.lower() in _of("talk") for one in token.sent if one.i != token.i) and not _is_hard(token)


def _is_of_words(verb: Token) -> bool:
    """ "She hit him on taxes", "attacked the president for being too tough": one named person on another, with a topic."""
    if any(child.lower_ == "verbally" for child in verb.children):
        return True
    struck = _kids(verb, "dobj", "nsubjpass")
    is_named = any(one.ent_type_ == "PERSON" for one in struck)
    doers = [*_kids(verb, "nsubj"), *(one for child in _kids(verb, "agent") for one in child.children)]
    if is_named and doers and _names_a_topic(verb):
        return True
    if any(_is_talker(doer) for doer in doers) or (is_named and not doers):
        return _is_talk(verb)
    return not doers and not _after(verb, *_of("topic")).isdisjoint(_of("talk") | _of("abstract"))


def _is_talker(doer: Token) -> bool:
    """A person, or what is said or counted, and no crowd."""
    lemma = doer.lemma_.lower()
    return (
        doer.ent_type_ == "PERSON" or doer.lower_ in ("he", "she") or lemma in _of("talk") or lemma in _of("calamities")
    )


def _names_a_topic(verb: Token) -> bool:
    """ "Hit him on guns", "for enabling it": on no head, day or road."""
    preps = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("on", "over", "for", "as"))
    return any(_is_topic(one) for prep in preps for one in prep.children)


def _is_topic(one: Token) -> bool:
    if one.dep_ == "pcomp" or one.head.lower_ == "as":
        return one.tag_ == "VBG" or one.head.lower_ == "as"
    return one.dep_ == "pobj" and one.pos_ == "NOUN" and not one.ent_type_ and not _kids(one, "det", "poss")


def _dropped(verb: Token) -> bool:
    """ "Killed the bill"."""
    return not _objects(verb).isdisjoint(_of("undone"))


def _failed(verb: Token) -> bool:
    """ "The talks collapsed", "prices crashed"."""
    return not _lemmas(_kids(verb, "nsubj")).isdisjoint(_of("calamities"))


def _lost(verb: Token) -> bool:
    """Whoever "lost", or "lost to" another, lives; so do voters lost."""
    objects = _objects(verb)
    is_active = not _kids(verb, "nsubjpass", "auxpass") and (verb.tag_ != "VBN" or bool(_kids(verb, "aux")))
    return not objects.isdisjoint(_of("left")) or (is_active and not _kids(verb, "dobj"))


def _clashed(verb: Token) -> bool:
    """ "The senators clashed over taxes": rivals in a debate, not their supporters in the street."""
    return _is_talk(verb) and any(
        doer.ent_type_ == "PERSON" or doer.lemma_.lower() in _of("talk") for doer in _kids(verb, "nsubj")
    )


def _treated(verb: Token) -> bool:
    """ "Treat him as a rival", "treated unfairly": by no doctor."""
    manner = any(
        c.dep_ == "advmod" and c.lower_.endswith("ly") and c.lower_ not in ("medically", "locally")
        for c in verb.children
    )
    return (
        manner
        or _is_talk(verb)
        or any(c.dep_ in ("prep", "mark") and c.lower_ in ("as", "like") for c in verb.children)
    )


def _naturally(verb: Token) -> bool:
    """ "Died of cancer", "dies at 92": nobody was killed, nor did it happen with anything else that is told."""
    causes = [one for prep in _kids(verb, "prep") if prep.lower_ in ("of", "from", "after") for one in prep.children]
    if any(one.lemma_.lower() in _of("natural") or _names_nature(one) for one in causes):
        return True
    ages = (
        one for prep in _kids(verb, "prep") if prep.lower_ in ("at", "aged") for one in prep.subtree if one.like_num
    )
    return not _is_hard(verb) and any(one.text.isdigit() and _OLD <= int(one.text) < _OLDEST for one in ages)


def _names_nature(cause: Token) -> bool:
    """ "Of natural causes", "of old age", "after a long illness"."""
    return cause.lemma_.lower() in ("cause", "age", "illness") and any(
        child.lower_ in ("natural", "old", "long") for child in cause.children
    )


def _lifted(verb: Token) -> bool:
    """ "Lifted out of poverty"."""
    return any(one.lemma_.lower() in ("poverty", "recession", "debt", "slump", "obscurity") for one in verb.subtree)


def _brought(verb: Token) -> bool:
    """ "Lifted out of poverty"; "brought up his rival", "to bring down the warlord": somebody is named or felled, and not rescued."""
    if _lifted(verb):
        return True
    if verb.lemma_ != "bring" or not any(c.lower_ in ("up", "down") for c in verb.children):
        return False
    if any(c.dep_ == "prep" and c.lower_ in ("from", "to", "by", "in", "on", "with") for c in verb.children):
        return False
    whom, doers = _kids(verb, "dobj"), _kids(verb, "nsubj")
    is_one = all(one.ent_type_ == "PERSON" or one.lower_ in ("he", "she", "i", "you") for one in doers)
    return any(one.ent_type_ == "PERSON" for one in whom) and is_one


def _taken(verb: Token) -> bool:
    """ "Took over as head of the office"; "was taken off life support"."""
    if _succeeded(verb):
        return True
    off = next((c for c in verb.children if c.lower_ == "off"), None)
    return off is not None and not _lemmas(off.doc[off.i : off.i + 4]).isdisjoint(_UNPLUGGED)


def _returned(verb: Token) -> bool:
    """ "Did not return calls": nobody is missing."""
    return not _objects(verb).isdisjoint(_MESSAGES)


#: What the dying are taken off; what nobody answers.
_UNPLUGGED = frozenset("support ventilator respirator life-support list market shelf air duty".split())
_MESSAGES = frozenset(
    "call message email e-mail request inquiry enquiry letter phone fire verdict favor favour text".split()
)


def _succeeded(verb: Token) -> bool:
    """ "Took over as head of the office"."""
    return (
        _is_before(verb, "over")
        and not _kids(verb, "dobj")
        and any(child.lower_ in ("as", "from", "for") for child in verb.children)
    )


def _disclosed(verb: Token) -> bool:
    """ "Released the report"; "a poll of 400 voters released on Friday"."""
    return not _objects(verb).isdisjoint(_of("published")) or (
        verb.dep_ == "acl" and any(one.lemma_.lower() in _of("published") for one in verb.ancestors)
    )


def _struck(verb: Token) -> bool:
    if verb.lemma_ == "strike" and not _subjects(verb).isdisjoint({"clock", "bell", "watch"}):
        return True  # "the clock struck eight"
    return not _objects(verb).isdisjoint(_of("struck") | _of("undone")) or _is_of_words(verb)


def _is_before(token: Token, *words: str) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words


def _seized(verb: Token) -> bool:
    """ "Seized the moment", "seized on his words"."""
    seized = _objects(verb)
    return not seized.isdisjoint(_of("stages")) or (
        not seized and verb.lemma_ == "seize" and _is_before(verb, "on", "upon")
    )


def _erupted(verb: Token) -> bool:
    return not (_subjects(verb) | _after(verb, "in", "into")).isdisjoint(_of("outbursts"))


def _flooded(verb: Token) -> bool:
    return not (_after(verb, "with", "by") | _subjects(verb)).isdisjoint(_of("not_water"))


def _filmed(verb: Token) -> bool:
    return not _objects(verb).isdisjoint(
        _of("published") | _of("undone") | {"scene", "commercial", "documentary", "goal", "glance", "basket", "series"}
    )


def _voted_out(verb: Token) -> bool:
    return _is_talk(verb) and _lemmas(verb.sent).isdisjoint(
        {"coup", "military", "junta", "general", "mutiny", "putsch"}
    )


def _is_civil(noun: Token) -> bool:
    """ "A legal battle", "verbal attacks", "a battle for the nomination", "an attack ad"."""
    if noun.dep_ in ("compound", "nmod") and noun.head.lemma_.lower() in _of("named_by"):
        return True
    if not _lemmas(_kids(noun, "amod", "compound", "nmod", "poss")).isdisjoint(_of("civil")):
        return True
    sides = (prep for prep in _kids(noun, "prep") if prep.lower_ in ("with", "against", "by", "on"))
    people = [*_kids(noun, "poss"), *(one for prep in sides for one in prep.children)]
    if any(one.ent_type_ == "PERSON" for one in people) and _is_talk(noun):
        return True
    aims = _after(noun, "on", "against", "of"), _after(noun, "for", "over")
    return not aims[0].isdisjoint(_of("abstract") | {"word"}) or not aims[1].isdisjoint(_of("for"))


def _is_landslide(noun: Token) -> bool:
    return _is_civil(noun) or _is_talk(noun)


def _is_outpour(noun: Token) -> bool:
    """ "A flood of complaints", "an avalanche of criticism", "a political earthquake"."""
    return _is_civil(noun) or not _after(noun, "of", "in").isdisjoint(_of("not_water") | _of("outbursts"))


def _is_failing(noun: Token) -> bool:
    """ "The collapse of the talks", "the market crash"."""
    of = _after(noun, "of", "in") | _lemmas(_kids(noun, "compound", "poss"))
    return not of.isdisjoint(_of("calamities")) or _is_civil(noun)


def _is_disclosure(noun: Token) -> bool:
    """ "The release of the video", "a press release", "leaks of documents"."""
    of = _after(noun, "of", "about") | _lemmas(_kids(noun, "compound", "poss", "nmod"))
    return not of.isdisjoint(_of("published") | {"press", "news", "media"})


def _is_no_illness(noun: Token) -> bool:
    """ "In many cases", "a number of cases where", "cases of fraud": nobody is ill."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "in":
        return True
    of = _after(noun, "of")
    if of:
        return not of.isdisjoint(_of("wrongs"))
    is_of_illness = any(one.lemma_.lower() in _of("ills") for one in noun.sent)
    return not is_of_illness and not any(one.lemma_.lower() in _of("outbreaks") for one in noun.doc)


def _is_idle_gun(noun: Token) -> bool:
    """ "Jumped the gun", "stuck to their guns", "a smoking gun": no weapon."""
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    return verb.lemma_.lower() in ("jump", "stick") or any(c.lower_ in ("smoking", "top", "hired") for c in noun.lefts)


def _is_blessing(verb: Token) -> bool:
    """ "God save the Queen", "heaven help us": nobody was in need."""
    return not _subjects(verb).isdisjoint({"god", "heaven", "lord", "allah"}) and verb.tag_ != "VBD"


_VERBS: Mapping[str, Rule] = {
    **dict.fromkeys("hit attack hurt assault slam blast target".split(), _is_of_words),
    **dict.fromkeys("seize hijack capture storm occupy".split(), _seized),
    **dict.fromkeys("erupt explode".split(), _erupted),
    **dict.fromkeys("collapse crash sink founder".split(), _failed),
    **dict.fromkeys("oust topple depose overthrow".split(), _voted_out),
    **dict.fromkeys("flood inundate swamp".split(), _flooded),
    **dict.fromkeys("release leak free".split(), _disclosed),
    **dict.fromkeys("lift pull bring".split(), _brought),
    "die": _naturally, "take": _taken, "return": _returned,
    "kill": _dropped, "strike": _struck, "lose": _lost, "survive": _is_talk, "treat": _treated,
    "clash": _clashed, "shoot": _filmed, "save": _is_blessing,
}  # fmt: skip
_NOUNS: Mapping[str, Rule] = {
    **dict.fromkeys("attack assault battle war clash fighting combat confrontation strike revolution operation mission rally raid".split(), _is_civil),
    **dict.fromkeys("flood avalanche tsunami earthquake storm eruption explosion torrent deluge".split(), _is_outpour),
    **dict.fromkeys("collapse crash".split(), _is_failing),
    **dict.fromkeys("release leak".split(), _is_disclosure),
    "landslide": _is_landslide, "gun": _is_idle_gun, "case": _is_no_illness,
}  # fmt: skip
_ADJECTIVES: Mapping[str, Rule] = {"critical": lambda word: any(c.lower_ in ("of", "to", "for") for c in word.children)}
_RULES: Mapping[str, Mapping[str, Rule]] = {"VERB": _VERBS, "ADJ": _ADJECTIVES}
#: What is only so where the sentence tells of no harm.
_BLOODLESS = frozenset({_lost, _erupted, _flooded, _is_outpour, _is_failing, _is_landslide, _failed})
