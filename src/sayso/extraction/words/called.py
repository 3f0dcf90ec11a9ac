"""Words of harm beside a count: what those counted are called ("nine of the dead"), and whose a word is in a list of counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.extraction.words.clauses import Frame
from sayso.extraction.words.phrases import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Where and how somebody falls.
_GOING = ("prep", "prt", "acomp", "oprd", "attr", "advmod", "dobj", "npadvmod", "xcomp")
_BLOWS = frozenset("hand bullet fire gunfire".split())
#: Those called by what befell them.
_STATES = frozenset(
    "dead injured wounded missing displaced homeless arrested detained trapped killed sick hurt drowned".split()
)
#: Who does this with "victims" means the dead.
_TELLING = frozenset("speak talk tell claim mourn lament commemorate remember honour honor bury count".split())
#: What holds a dead body, and stands for one.
_VESSELS = frozenset("coffin casket grave tomb".split())
_GRAVES = frozenset("grave tomb".split())
_DIGGING = frozenset("dig fill open scoop prepare ready".split())
_TRADE = frozenset(
    "make order buy sell export import send need build steal supply deliver donate produce require cargo load shipment consignment stock order supply price "
    "hide hijack burn maker design".split()
)
_VACANT = frozenset("empty vacant mock symbolic cardboard paper".split())
_STATED = frozenset("fatality dead".split())
#: Slots that have a name for those they count, and the verbs that only say how many of them there are.
_NAMED_FOR = frozenset({"survived", "displaced"})
_HAVING = frozenset("be have hold house find count number see".split())
#: Who may be anybody.
_ANYBODY = frozenset("man youth person individual woman people teenager boy stranger horseman rider male".split())
#: What nobody does who is no attacker.
_TAKERS_DEEDS = frozenset("hijack kidnap abduct ambush skyjack murder massacre riddle assassinate".split())
_HARMING = _TAKERS_DEEDS | frozenset("kill shoot rob behead execute torture".split())
_BREAKING_IN = frozenset({"storm", "burst", "break"})
#: Said of some of those who attacked.
_SOME_OF_THEM = frozenset(
    "surviving remaining captured wounded injured arrested dead killed slain convicted jailed imprisoned detained last only first other "
    "condemned escaped fleeing former captive alleged suspected more".split()
)
#: Who falls from power.
_RULING = frozenset(
    "president premier minister chancellor king queen emperor shah sultan dictator regime government cabinet ministry junta "
    "monarchy administration coalition tyrant".split()
)
#: In what soldiers fall.
_BATTLES = frozenset(
    "assault attack battle action fight fighting defence defense performance charge combat clash skirmish storming engagement exchange "
    "line discharge execution war".split()
)
_DISGUISES = frozenset(
    "uniform fatigue fatigues mask hood balaclava camouflage green black olive khaki drab civilian".split()
)
#: What somebody is armed with.
_ARMS = frozenset(
    "gun pistol rifle shotgun revolver weapon machete knife grenade firearm handgun automatic submachine bomb explosive axe sword kalashnikov".split()
)


_LOSING_HOLD = frozenset("slip trip stumble stagger faint run jump tumble".split())


def has_fallen(frame: Frame) -> bool:
    """ "Eleven fell when soldiers opened fire", "fell in the assault": not whoever falls off something, ill or from office."""
    verb = frame.head
    if verb.dep_ == "conj" and verb.head.lemma_.lower() in _LOSING_HOLD:
        return False  # "she slipped and fell"
    if any(c.dep_ == "prep" and c.lower_ == "upon" for c in verb.children):
        return False  # "fell upon the officers"
    if frame.relation != "subject" or verb.lemma_ != "fall" or any(_rules(c) for c in verb.children):
        return False
    return not _goes_on(verb) or any(_is_of_battle(c) for c in verb.children)


def _rules(subject: Token) -> bool:
    """ "President X fell", "the government fell": they lost power, as a rule."""
    is_ruler = subject.lemma_.lower() in _RULING or any(c.lower_ in _RULING for c in subject.lefts)
    return subject.dep_ == "nsubj" and (is_ruler or subject.ent_type_ == "GPE")


def _is_of_battle(prep: Token) -> bool:
    """ "Fell in the assault", "in the performance of his duty", "at the hands of bandits", "to the bullets of the guard"."""
    if prep.lower_ in ("in", "during"):
        return any(o.lemma_.lower() in _BATTLES for o in prep.children)
    return prep.lower_ in ("at", "to", "under") and any(o.lemma_.lower() in _BLOWS for o in prep.children)


def has_lived(frame: Frame) -> bool:
    """ "Of her crew of 88, only 30 lived": whoever lives somewhere, or long, dwells."""
    verb = frame.head
    dwells = verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)
    is_past = verb.lemma_ == "live" and verb.tag_ in ("VBD", "VBN")
    return frame.relation == "subject" and is_past and not dwells and not _goes_on(verb)


def _goes_on(verb: Token) -> bool:
    """Does the verb say behind it where, how or what?"""
    return any(c.dep_ in _GOING and c.i > verb.i for c in verb.children)


def is_of_the_next(frame: Frame, phrase: Phrase) -> bool:
    """ "Forty were killed and two hundred wounded": a participle right behind a number is that number's."""
    head = frame.head
    if head.i <= phrase.last.i + 1 or head.tag_ not in ("VBN", "VBD") or head.is_sent_start:
        return False
    before = head.nbor(-1)
    return before.pos_ == "NUM" and before.i > phrase.last.i and before.ent_type_ not in ("DATE", "TIME")


def _speaks_of(victims: Token) -> bool:
    """ "The book speaks of 47 victims", "the crush claimed 30 victims": those are the dead."""
    head = victims.head if victims.dep_ == "dobj" else victims.head.head if victims.dep_ == "pobj" else victims
    return head.pos_ == "VERB" and head.lemma_.lower() in _TELLING


def is_empty_vessel(noun: Token) -> bool:
    """Is a coffin or a grave one of wood or stone, and nobody's: made, sold or shipped, or a tomb that somebody defiled?"""
    lemma = noun.lemma_.lower()
    if lemma not in _VESSELS:
        return False
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if lemma in _GRAVES:
        is_new = any(c.lower_ in ("new", "fresh", "freshly") for c in noun.lefts)
        return not is_new and verb.lemma_.lower() not in _DIGGING
    return verb.lemma_.lower() in _TRADE or any(c.lower_ in _VACANT for c in noun.lefts)


def of_state(phrase: Phrase) -> Iterator[Frame]:
    """ "Nine of the dead", "two of the 31 missing", "six fatalities": what befell them is what they are called."""
    noun = phrase.noun
    if noun is not None and noun.lemma_.lower() in _STATED:
        yield Frame("noun", noun, (noun.lemma_.lower(), noun.lower_))
    elif noun is not None and noun.lower_ == "victims" and _speaks_of(noun):
        yield Frame("adjective", noun, ("dead",))
    elif noun is not None and noun.lower_ in _STATES and noun.i > phrase.first.i:
        yield Frame("adjective", noun, (noun.lower_,))
    following = phrase.last.i + 1
    if noun is not None or following >= len(phrase.last.doc) or phrase.last.doc[following].lower_ != "of":
        return
    doc = phrase.last.doc
    after = next((t for t in doc[following + 1 : following + 5] if not (t.dep_ == "det" or t.like_num)), None)
    if after is not None and after.lower_ in _STATES and (after.i + 1 >= len(doc) or doc[after.i + 1].pos_ != "NOUN"):
        yield Frame("adjective", after, (after.lower_,))


def by_name(phrase: Phrase, table: Mapping[tuple[str, str], tuple[str, ...]]) -> Iterator[tuple[str, Frame]]:
    """ "There were 55 survivors", "the camp holds 300 evacuees": what they are called says what befell them."""
    noun = phrase.noun
    lemma = noun.lemma_.lower() if noun is not None else ""
    if noun is None or (lemma != "casualty" and (noun.tag_ != "NNS" or noun.i < phrase.first.i)):
        return
    for slot in table.get(("noun", lemma), ()):
        if slot == "casualties" or (slot in _NAMED_FOR and (noun.dep_ == "attr" or noun.head.lemma_ in _HAVING)):
            yield slot, Frame("noun", noun, (lemma,))


def bears_arms(noun: Token) -> bool:
    """ "Twenty armed men came", "six masked youths", "five men armed with pistols", "seven men with shotguns"."""
    if noun.lemma_ not in _ANYBODY:
        return False
    if any(c.lower_ in ("armed", "masked", "hooded") for c in noun.children):
        return True
    if any(c.dep_ == "acl" and c.lower_ in ("wearing", "dressed", "clad") and _is_masking(c) for c in noun.rights):
        return True
    borne = (o for c in noun.rights if c.lower_ in ("with", "carrying", "wielding", "brandishing") for o in c.children)
    return any(o.dep_ in ("pobj", "dobj") and o.lemma_.lower() in _ARMS for o in borne)


def _is_masking(verb: Token) -> bool:
    """ "Men wearing uniforms", "dressed in black": what those wear who come to attack."""
    return any(t.lemma_.lower() in _DISGUISES for t in verb.subtree)


def is_attacker(noun: Token) -> bool:
    """ "Five men armed with pistols", "hijacked by three youths", "30 men burst into the hall": whoever comes so, or does this."""
    if bears_arms(noun):
        return True
    verb = noun.head.head if noun.head.dep_ == "agent" else noun.head
    if noun.dep_ not in ("nsubj", "pobj"):
        return False
    is_entry = verb.lemma_.lower() in _BREAKING_IN and any(c.lower_ in ("into", "in") for c in verb.children)
    return verb.lemma_.lower() in _TAKERS_DEEDS or is_entry


def does_harm(noun: Token) -> bool:
    """ "Killed by nine men wearing uniforms", "30 armed men riddled the house": who came armed, and harms somebody."""
    if noun.lower_ in ("others", "another"):
        return False  # "stabbed by others": nobody says how many
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent":
        verb = noun.head.head
    elif noun.dep_ == "nsubj" and any(c.dep_ == "dobj" for c in noun.head.children):
        verb = noun.head
    else:
        return False
    return verb.lemma_.lower() in _HARMING and is_attacker(noun)


def is_of_the_whole(noun: Token) -> bool:
    """May a count of attackers be of all? "The two surviving gunmen", "three captured rebels" are some of them."""
    return not any(c.lower_ in _SOME_OF_THEM for c in noun.lefts)
