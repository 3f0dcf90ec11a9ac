"""Words of violence and disaster said of words, votes and figures: "hit her on taxes", "a landslide win", "seized the moment".

Contests are told as fights. Such a word names no event and harms nobody; what it says is known by what it is said of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

Rule = Callable[["Token"], bool]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What contests of words are fought with and by whom.
_TALK = _words(
    "remark speech debate ad advertisement tweet interview statement rally campaign rival nominee candidate senator congressman "
    "republican democrat conservative liberal voter primary poll pollster record policy comment criticism rhetoric critic editorial "
    "column columnist lawmaker congress senate election ballot delegate nomination gop proposal legislation amendment frontrunner "
    "front-runner stump caucus platform op-ed pundit strategist tax immigration budget reform"
)
#: One of these, and the blow was one.
_HARD = _words(
    "kill dead die death wound wounded injure injury injured police hospital gun gunman gunmen knife bullet bomb explosive "
    "blood bloody weapon soldier troop army militia rebel militant stab stabbing shooting shoot gunfire ambulance victim "
    "massacre corpse body terrorist bruise fracture surgery officer arrest punch kick beat rifle machete grenade head face "
    "chest leg arm crash accident assassination fire blast explosion quake earthquake ambush mine ship boat bus train plane "
    "aircraft wreck rescue survivor roof wall building debris rubble hostage drown"
)
#: What is argued about, in the plural.
_ISSUES = _words("guns weapons")
_TOPIC = _words("on over about for")
#: What is held, won or steered and is no place.
_STAGES = _words(
    "moment opportunity chance initiative headline attention imagination agenda nomination momentum advantage spotlight narrative issue "
    "conversation mood spirit essence title trophy prize mantle delegate seat percent share audience image footage photo"
)
#: What is settled, sounded or drawn up by a strike of no force.
_STRUCK = _words(
    "tone deal balance chord agreement pose bargain note compromise accord nerve contrast blow partnership alliance"
)
#: What is made public, not set free.
_PUBLISHED = _words(
    "video report statement film album book figure document email e-mail tape photo photograph footage detail name data "
    "list result statistic plan ad record return transcript letter memo study survey poll song single map guideline file "
    "image recording estimate picture information text movie version product update number finding review proposal sketch"
)
#: What is dropped without a death.
_UNDONE = _words(
    "bill deal plan proposal idea measure project joke mood time career engine law amendment provision rumor rumour claim suggestion pipeline process"
)
#: Whom one loses alive.
_LEFT = _words(
    "voter supporter seat customer follower viewer reader job subscriber client fan election vote race primary game match "
    "point weight"
)
_CALAMITIES = _words(
    "price market support popularity talk deal economy government coalition currency negotiation case trial ceasefire regime marriage stock "
    "share rating hope approval heart campaign website server computer poll demand candidacy industry company morale "
    "confidence peso rouble ruble dollar value"
)
_OUTBURSTS = _words(
    "laughter applause cheer controversy anger row scandal debate demand number population price criticism song interest joy"
)
_NOT_WATER = _words(
    "call email e-mail message complaint letter question criticism request donation ad advertisement money tear offer inquiry "
    "application image comment tweet report story memory invitation protest light tribute resume"
)
#: What makes a fight one of words, courts or markets.
_CIVIL = _words(
    "verbal personal political legal court primary electoral uphill cultural culture trade price bidding turf partisan rhetorical "
    "blistering scathing ad character heart panic asthma anxiety negative custody ideological parliamentary intellectual twitter word "
    "campaign presidential congressional nomination budget tax procedural proxy-fight diplomatic media marketing fundraising fund-raising floor"
)
_NAMED_BY = _words(
    "ad ads line dog win victory election majority defeat vote course test landslide plan strategy room chest paint hero"
)
#: What is attacked with words.
_ABSTRACT = _words(
    "record policy right freedom democracy character plan value tie idea law amendment credibility integrity reputation speech "
    "position proposal legacy competence judgment judgement religion liberty establishment constitution tradition privilege family-values"
)
_FOR = _words("nomination presidency seat vote heart soul title trophy championship job idea")


def is_figurative(token: Token) -> bool:
    """Whether a word that may name violence or disaster is said of words, votes or figures."""
    rule = _RULES.get(token.pos_, _NOUNS).get(token.lemma_.lower())
    return rule is not None and rule(token) and (rule not in _BLOODLESS or not _is_hard(token))


def _is_hard(token: Token) -> bool:
    """Whether the sentence tells of harm beside this word."""
    return any(one.lemma_.lower() in _HARD and one.lower_ not in _ISSUES and one.i != token.i for one in token.sent)


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
    return any(one.lemma_.lower() in _TALK for one in token.sent if one.i != token.i) and not _is_hard(token)


def _is_of_words(verb: Token) -> bool:
    """ "She hit him on taxes", "attacked the president for being too tough": one named person on another, with a topic."""
    if any(child.lower_ == "verbally" for child in verb.children):
        return True
    doers = _kids(verb, "nsubj")
    if doers and any(one.ent_type_ == "PERSON" for one in _kids(verb, "dobj")) and _names_a_topic(verb):
        return True
    is_one = any(
        doer.ent_type_ == "PERSON" or doer.lower_ in ("he", "she") or doer.lemma_.lower() in _TALK for doer in doers
    )
    if not is_one and _kids(verb, "nsubj", "agent"):
        return False
    return _is_talk(verb) if is_one or not _after(verb, *_TOPIC).isdisjoint(_TALK | _ABSTRACT) else False


def _names_a_topic(verb: Token) -> bool:
    """ "Hit him on guns", "for enabling it": on no head, day or road."""
    preps = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("on", "over", "for"))
    return any(_is_topic(one) for prep in preps for one in prep.children)


def _is_topic(one: Token) -> bool:
    if one.dep_ == "pcomp":
        return one.tag_ == "VBG"
    return one.dep_ == "pobj" and one.pos_ == "NOUN" and not one.ent_type_ and not _kids(one, "det", "poss")


def _object_in(words: frozenset[str]) -> Rule:
    return lambda verb: not _objects(verb).isdisjoint(words)


def _failed(verb: Token) -> bool:
    """ "The talks collapsed", "prices crashed"."""
    return not _lemmas(_kids(verb, "nsubj")).isdisjoint(_CALAMITIES)


def _lost(verb: Token) -> bool:
    """Whoever "lost", or "lost to" another, lives; so do voters lost."""
    objects = _objects(verb)
    is_active = not _kids(verb, "nsubjpass", "auxpass") and (verb.tag_ != "VBN" or bool(_kids(verb, "aux")))
    return not objects.isdisjoint(_LEFT) or (is_active and not _kids(verb, "dobj"))


def _clashed(verb: Token) -> bool:
    """ "The senators clashed over taxes": rivals in a debate, not their supporters in the street."""
    return _is_talk(verb) and any(
        doer.ent_type_ == "PERSON" or doer.lemma_.lower() in _TALK for doer in _kids(verb, "nsubj")
    )


def _treated(verb: Token) -> bool:
    """ "Treat him as a rival", "treated unfairly": by no doctor."""
    manner = any(
        c.dep_ == "advmod" and c.lower_.endswith("ly") and c.lower_ not in ("medically", "locally")
        for c in verb.children
    )
    return manner or any(c.dep_ in ("prep", "mark") and c.lower_ in ("as", "like") for c in verb.children)


def _struck(verb: Token) -> bool:
    return not _objects(verb).isdisjoint(_STRUCK | _UNDONE) or _is_of_words(verb)


def _is_before(token: Token, *words: str) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words


def _seized(verb: Token) -> bool:
    """ "Seized the moment", "seized on his words"."""
    seized = _objects(verb)
    return not seized.isdisjoint(_STAGES) or (not seized and verb.lemma_ == "seize" and _is_before(verb, "on", "upon"))


def _erupted(verb: Token) -> bool:
    return not (_subjects(verb) | _after(verb, "in", "into")).isdisjoint(_OUTBURSTS)


def _flooded(verb: Token) -> bool:
    return not (_after(verb, "with", "by") | _subjects(verb)).isdisjoint(_NOT_WATER)


def _filmed(verb: Token) -> bool:
    return not _objects(verb).isdisjoint(
        _PUBLISHED | _UNDONE | {"scene", "commercial", "documentary", "goal", "glance", "basket", "series"}
    )


def _voted_out(verb: Token) -> bool:
    return _is_talk(verb) and _lemmas(verb.sent).isdisjoint(
        {"coup", "military", "junta", "general", "mutiny", "putsch"}
    )


def _is_civil(noun: Token) -> bool:
    """ "A legal battle", "verbal attacks", "a battle for the nomination", "an attack ad"."""
    if noun.dep_ in ("compound", "nmod") and noun.head.lemma_.lower() in _NAMED_BY:
        return True
    if not _lemmas(_kids(noun, "amod", "compound", "nmod", "poss")).isdisjoint(_CIVIL):
        return True
    aims = _after(noun, "on", "against", "of"), _after(noun, "for", "over")
    return not aims[0].isdisjoint(_ABSTRACT | {"word"}) or not aims[1].isdisjoint(_FOR)


def _is_landslide(noun: Token) -> bool:
    return _is_civil(noun) or _is_talk(noun)


def _is_outpour(noun: Token) -> bool:
    """ "A flood of complaints", "an avalanche of criticism", "a political earthquake"."""
    return _is_civil(noun) or not _after(noun, "of", "in").isdisjoint(_NOT_WATER | _OUTBURSTS)


def _is_failing(noun: Token) -> bool:
    """ "The collapse of the talks", "the market crash"."""
    of = _after(noun, "of", "in") | _lemmas(_kids(noun, "compound", "poss"))
    return not of.isdisjoint(_CALAMITIES) or _is_civil(noun)


def _is_disclosure(noun: Token) -> bool:
    """ "The release of the video", "a press release", "leaks of documents"."""
    of = _after(noun, "of", "about") | _lemmas(_kids(noun, "compound", "poss", "nmod"))
    return not of.isdisjoint(_PUBLISHED | {"press", "news", "media"})


def _is_no_illness(noun: Token) -> bool:
    """ "In many cases", "a number of cases where", "cases of fraud": nobody is ill."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "in":
        return True
    of = _after(noun, "of")
    if of:
        return not of.isdisjoint(_WRONGS)
    return not any(one.lemma_.lower() in _ILLS for one in noun.sent)


_VERBS: Mapping[str, Rule] = {
    **dict.fromkeys("hit attack hurt assault slam blast target".split(), _is_of_words),
    **dict.fromkeys("seize hijack capture storm occupy".split(), _seized),
    **dict.fromkeys("erupt explode".split(), _erupted),
    **dict.fromkeys("collapse crash sink founder".split(), _failed),
    **dict.fromkeys("oust topple depose overthrow".split(), _voted_out),
    **dict.fromkeys("flood inundate swamp".split(), _flooded),
    **dict.fromkeys("release leak free".split(), _object_in(_PUBLISHED)),
    "kill": _object_in(_UNDONE), "strike": _struck, "lose": _lost, "survive": _is_talk, "treat": _treated,
    "clash": _clashed, "shoot": _filmed,
}  # fmt: skip
_NOUNS: Mapping[str, Rule] = {
    **dict.fromkeys("attack assault battle war clash fighting combat confrontation strike revolution operation mission rally raid".split(), _is_civil),
    **dict.fromkeys("flood avalanche tsunami earthquake storm eruption explosion torrent deluge".split(), _is_outpour),
    **dict.fromkeys("collapse crash".split(), _is_failing),
    **dict.fromkeys("release leak".split(), _is_disclosure),
    "landslide": _is_landslide, "case": _is_no_illness,
}  # fmt: skip
_ADJECTIVES: Mapping[str, Rule] = {"critical": lambda word: any(c.lower_ in ("of", "to", "for") for c in word.children)}
_WRONGS = _words(
    "fraud corruption abuse murder rape theft violence torture conscience law discrimination error bribery misconduct kind"
)
_ILLS = _words(
    "cholera measles ebola typhoid typhus dysentery malaria dengue polio plague influenza flu covid coronavirus virus fever infection "
    "disease outbreak epidemic poisoning diphtheria meningitis hepatitis tuberculosis patient symptom ill illness sick hospital clinic "
    "health vaccine contagion pneumonia smallpox zika anthrax rabies diarrhoea diarrhea medical ward doctor toll"
)
_RULES: Mapping[str, Mapping[str, Rule]] = {"VERB": _VERBS, "ADJ": _ADJECTIVES}
#: What is only so where the sentence tells of no harm.
_BLOODLESS = frozenset({_lost, _erupted, _flooded, _is_outpour, _is_failing, _is_landslide, _failed})
