"""On whom a deed is laid and who takes it on: blamed, accused, suspected, claimed, admitted, denied.

An accusation is alleged, however sure the accuser; who denies it is told as denied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.actors.blaming import HARM, laid_on
from sayso.extraction.actors.doings import suffering
from sayso.extraction.actors.ownings import Laid, owned
from sayso.extraction.actors.spokesmen import VOICES, voice_of
from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.words.calling import called, climbs, doer_of, is_person, name_of
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated, is_passive
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: No sentence without one of these is walked.
_CUES = re.compile(
    r"\b(?:blam\w+|accus(?:e|es|ed|ing)|suspect(?:s|ed|ing)?|attribute[sd]?|charg(?:e|es|ed|ing)|convicted|behind|responsib\w+"
    r"|carr(?:y|ied)|claim\w*|den(?:y|ies|ied|ying)|reject(?:s|ed)?|staged|committed|credit|perpetrated|suspicion|blame|finger|door|hallmarks?|stamp|belong(?:s|ed)?|members|fighters|own(?:s|ed)? up|confess\w*|admit\w*|disown\w*|repudiat\w+"
    r"|disclaim\w*|withdr[ae]w\w*|retract\w*|t(?:akes?|aken|ook) back|hand in|had nothing|authors?|perpetrators?|culprits?|killers?|murderers?|attackers?|bombers?|gunm[ae]n|assassins?|shooter"
    r"|hijackers?|raiders?|it was|was not|wasn't|names? the|pointed|call(?:s|ed|ing)? (?:itself|themselves)|guilt\w*|accountable|d(?:id|one) (?:it|this)|(?:said|announced|declared|stated|boasted) (?:\w+ ){0,6}?(?:it|its|they|their|he) |marks?|signature|link(?:s|ed|ing)?|tied|tying|implicat\w+)\b",
    re.IGNORECASE,
)
#: A sentence set apart from the story is still of its deed where it speaks of "the attack", in no other year.
_OURS = re.compile(
    r"\b(?:the|this) (?:attack|bombing|deed|killings?|massacre|crime|raid|claim|blast|shooting|outrage|hijackers|kidnappers|attackers|gunmen|bomber)\b"
    r"|\bits claim\b|\bden(?:y|ies|ied) that its\b|\binvolvement\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DEEDS = frozenset("attack killing shooting bombing clash raid hostage_taking kidnapping hijacking fire coup".split())
#: Verb of accusing -> the preposition of what somebody is accused of.
_ACCUSING = {"accuse": "of", "suspect": "of", "charge": "with", "convict": "of", "blame": "for"}
#: Verb of laying a deed on somebody -> the preposition of the somebody.
_LAYING = {"blame": "on", "attribute": "to"}
_COMMITTING = frozenset(
    "carry commit stage mount perpetrate execute conduct orchestrate mastermind plan organize".split()
)
#: What may stand between the accusing word and the deed.
_THROUGH = (
    frozenset(
        "be responsibility involvement role part hand participation participate take play have series wave string order launch count connection charge".split()
    )
    | _COMMITTING
)
#: Deeds beside the story's ("several attacks in the past").
_OTHERS = frozenset("several various many other another numerous previous past earlier similar such most all".split())
#: Whoever these are said of is a person, as a rule.
_OF_PEOPLE = frozenset("accuse suspect charge convict".split())
#: Bodies that do deeds; one by its name has a slot of its own.
_ARMED = frozenset(
    "militia army police military junta regime government squad gang clan tribe cartel militiaman guard paramilitary force troop".split()
)
_BODIES = frozenset("army police military junta regime government".split())
_TAKING = frozenset("claim take admit accept acknowledge assume".split())
_SAYING = frozenset("say claim announce declare admit boast state acknowledge".split())
_BELIEVED = {"believe": Modality.POSSIBLE, "think": Modality.POSSIBLE, "suspect": Modality.ALLEGED, "say": Modality.REPORTED,
             "allege": Modality.ALLEGED, "report": Modality.REPORTED}  # fmt: skip
_DISOWNED = frozenset("responsibility involvement role part participation".split())
#: What somebody denies of others ("denied that any policeman had taken part", "that its fighters had been anywhere near").
_TAKING_PART = frozenset("take participate join direct lead order help assist attack kill fire shoot involve".split())
_NEAR = frozenset("near there present involved behind part responsible".split())


def accusations(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The accused, the claimants and the deniers of the story's deed."""
    story = setting.story
    if story.type is None or story.type in BEFALLING or not _CUES.search(scene.words):
        return
    is_own = setting.is_own(scene)
    if not setting.is_near(scene) and (_YEAR.search(scene.words) or not _OURS.search(scene.words)):
        return
    deeds = [t.token for t in scene.triggers if _is_deed(t.types, t.parts) and story.part(t) != "raid"]
    deeds = [deed for deed in deeds if not any(c.lower_ in _OTHERS for c in deed.lefts)]
    for token in scene.sent:
        if token.pos_ not in ("VERB", "AUX") or (is_negated(token) and token.lemma_ not in ("be", "have")):
            continue
        found = _laid(token, deeds, setting) if is_own else _of_ours(token, deeds)
        for laid in (*found, *owned(token, deeds, setting), *laid_on(token, deeds, setting)):
            for one in (laid.who, *laid.who.conjuncts):
                yield from _drafts(scene, setting, replace(laid, who=one), is_own=is_own)


def _is_deed(types: tuple[str, ...], parts: tuple[tuple[str, str], ...]) -> bool:
    return bool(_DEEDS & set(types)) or any(whole in _DEEDS and part == "takeover" for whole, part in parts)


def _laid(verb: Token, deeds: list[Token], setting: Setting) -> Iterator[Laid]:
    """All that one verb lays on somebody."""
    lemma = verb.lemma_.lower()
    if lemma in _ACCUSING:
        yield from _accused(verb, deeds, _ACCUSING[lemma])
    if lemma in _LAYING and any(c.i == d.i for c in suffering(verb) for d in deeds):
        preps = [c for top in (verb, *suffering(verb)) for c in top.children if c.lower_ == _LAYING[lemma]]
        preps += [c for prep in preps for c in prep.conjuncts if c.lower_ == _LAYING[lemma]]
        whom = (o for c in preps for o in c.children if o.dep_ == "pobj")
        yield from (Laid("perpetrator", one, verb, Modality.ALLEGED) for one in whom)
    if lemma in _HINTING:
        yield from _hinted(verb, deeds)
    if lemma in ("belong", "be"):
        yield from _of_a_body(verb, setting)
    if lemma == "blame":
        yield from _blamed(verb)
    if lemma in _TAKING:
        yield from _taken(verb, deeds)
    if lemma in ("deny", "reject"):
        yield from _denied(verb, deeds)
        yield from _denied_of(verb, deeds)
    if _tells_of_doing(verb, deeds):
        yield from _done(verb)


def _of_ours(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """Claims and denials, which stand in any sentence about "the attack"."""
    if verb.lemma_ in _TAKING:
        yield from _taken(verb, deeds)
    if verb.lemma_ in ("deny", "reject"):
        yield from _denied(verb, deeds)
        yield from _denied_of(verb, deeds)


def _accused(verb: Token, deeds: list[Token], prep: str) -> Iterator[Laid]:
    """ "Accused X of the attack", "X was charged with murder"; a court's finding is plain."""
    modality = None if verb.lemma_ == "convict" else Modality.ALLEGED
    for whom in (verb.head if one.tag_ in ("WP", "WDT") else one for one in suffering(verb)):
        preps = [c for top in (verb, whom) for c in top.children if c.lower_ == prep and c.i > verb.i]
        is_bare = verb.lemma_ == "blame" and not preps and whom.ent_type_ == "ORG" and verb.dep_ == "ROOT"
        if is_bare or any(deed.i != whom.i and climbs(deed, one, _THROUGH) for deed in deeds for one in preps):
            yield Laid("perpetrator", whom, verb, modality)


#: Verbs of pictures for an accusation, and the nouns that make them so.
_SIGNS = ("hallmark", "mark", "stamp", "signature", "handwriting", "fingerprint")
_HINTING = {"point": ("finger",), "lay": ("door",), "bear": _SIGNS, "have": _SIGNS[:1], "carry": _SIGNS, "fall": ()}


def _hinted(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """ "Pointed the finger at X", "laid the attack at the door of X", "the attack bore the hallmarks of X"."""
    if verb.lemma_ == "fall" and any(c.lower_ in ("suspicion", "blame") for c in verb.children):
        after = (o for c in verb.children if c.lower_ in ("on", "upon") for o in c.children if o.pos_ == "PROPN")
        yield from (Laid("perpetrator", one, verb, Modality.ALLEGED) for one in after)
    near = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "prep"))]
    nouns = [t for top in near for t in top.children if t.lemma_.lower() in _HINTING[verb.lemma_.lower()]]
    is_deed = any(c.i == d.i for c in verb.children for d in deeds)
    if not nouns or (verb.lemma_ in ("lay", "have") and not is_deed):
        return
    preps = [
        c for top in (verb, *nouns) for c in top.children if c.lower_ in ("at", "of", "towards", "to") and c.i > verb.i
    ]
    modality = Modality.ALLEGED if verb.lemma_ in ("point", "lay") else Modality.POSSIBLE
    whom = (o for c in preps for o in c.children if o.dep_ == "pobj" and o.pos_ == "PROPN")
    yield from (Laid("perpetrator", one, verb, modality) for one in whom)


def _of_a_body(verb: Token, setting: Setting) -> Iterator[Laid]:
    """ "The attackers belonged to X", "the gunmen were members of X"."""
    if not any(c.dep_ == "nsubj" and setting.groups.of(c) == "attackers" for c in verb.children):
        return
    tops = (
        [verb]
        if verb.lemma_ == "belong"
        else [c for c in verb.children if c.dep_ == "attr" and c.lemma_ in ("member", "fighter")]
    )
    preps = [c for top in tops for c in top.children if c.lower_ in ("to", "of", "from")]
    whom = (o for c in preps for o in c.children if o.dep_ == "pobj" and o.pos_ == "PROPN")
    yield from (Laid("perpetrator", one, verb, hedge(verb)) for one in whom)


def _taken(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """ "X claimed responsibility", "responsibility was claimed by X", "the attack was claimed by X"."""
    what = suffering(verb)
    told = any(t.lemma_.lower() == "responsibility" for t in what)
    credit = verb.lemma_ in ("claim", "take") and any(t.lower_ == "credit" for t in what)
    deed = verb.lemma_ in ("claim", "admit", "acknowledge") and any(t.i == d.i for t in what for d in deeds)
    doer = doer_of(verb)
    what_for = [o for t in what for c in t.children if c.lower_ == "for" for o in c.children]
    others = any(c.lower_ in _OTHERS for o in what_for for c in o.lefts)
    if doer is not None and (((told or (credit and (deeds or not what_for))) and not others) or deed):
        yield Laid("claimed_by", doer, verb)


def _denied(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """ "X denied responsibility for the attack", "X denied carrying out the attack"."""
    doer = doer_of(verb)
    for child in verb.children:
        disowned = child.dep_ == "dobj" and child.lemma_.lower() in _DISOWNED
        told = _tells_of_doing(child, deeds) or (child.lemma_.lower() in _KILLING and child.tag_ in ("VBG", "VBN"))
        doing = child.dep_ in ("xcomp", "ccomp") and told and _is_of(child, doer)
        if doer is not None and ((disowned and _is_of_deed(child, deeds)) or doing):
            yield Laid("perpetrator", doer, verb, Modality.DENIED)


def _blamed(verb: Token) -> Iterator[Laid]:
    """ "The mayor blamed the Northern Front": where nothing else is told that it is to blame for, the deed is meant."""
    if any(t.lower_ in ("for", "on", "over") for t in verb.subtree if t.i > verb.i):
        return
    yield from (Laid("perpetrator", whom, verb, Modality.ALLEGED) for whom in suffering(verb) if whom.tag_ != "WP")


def _denied_of(verb: Token, deeds: list[Token]) -> Iterator[Laid]:
    """ "Denied that any policeman had taken part", "denied the allegation that soldiers were involved"."""
    tops = (verb, *(c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _CHARGES))
    for clause in (c for top in tops for c in top.children if c.dep_ in ("ccomp", "acl", "relcl")):
        subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or is_negated(clause) or not _tells_of_part(clause, deeds):
            continue
        if subject.pos_ in ("NOUN", "PROPN"):
            yield Laid("perpetrator", subject, verb, Modality.DENIED)


_KILLING = frozenset("kill shoot murder stab fire execute bomb attack strangle poison lynch rape".split())
#: What is denied by its noun.
_CHARGES = frozenset("allegation claim accusation charge report suggestion rumour rumor insinuation".split())


def _tells_of_part(clause: Token, deeds: list[Token]) -> bool:
    """Does a clause tell that somebody had a part in it, or was there?"""
    of = [o for t in clause.subtree if t.lower_ in ("in", "at") for o in t.children if o.dep_ == "pobj"]
    if any(o.pos_ == "NOUN" and all(o.i != deed.i for deed in deeds) for o in of):
        return False
    lemma = clause.lemma_.lower()
    words = {t.lower_ for t in clause.subtree if t.i > clause.i}
    if lemma == "take":
        return "part" in words
    return lemma in _TAKING_PART or (lemma == "be" and bool(words & _NEAR))


def _is_of_deed(noun: Token, deeds: list[Token]) -> bool:
    """ "Responsibility", "responsibility for the attack"; not "responsibility for the debt"."""
    preps = [c for c in noun.children if c.lower_ in ("for", "in")]
    return not preps or any(climbs(deed, prep, _THROUGH) for deed in deeds for prep in preps)


def _tells_of_doing(verb: Token, deeds: list[Token]) -> bool:
    """ "Carried out the attack", "was behind the attack", "was responsible for it"."""
    lemma = verb.lemma_.lower()
    if lemma in _COMMITTING:
        return any(c.i == d.i for c in suffering(verb) for d in deeds)
    if lemma != "be":
        return False
    behind = [c for c in verb.children if c.lower_ == "behind"]
    behind += [c for a in verb.children if a.lower_ == "responsible" for c in a.children if c.lower_ == "for"]
    killed = any(lemma_of(o) in HARM for prep in behind for o in prep.children)
    return killed or any(deed.head.i == prep.i for deed in deeds for prep in behind)


def _done(verb: Token) -> Iterator[Laid]:
    """Who did it, by whose word: his own (he claims it), another's belief, or the account's."""
    doer, above = doer_of(verb), verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in _BELIEVED and is_passive(above):
        subject = next((c for c in above.children if c.dep_ == "nsubjpass"), None)
        if subject is not None and not is_negated(above):
            yield Laid("perpetrator", subject, verb, _BELIEVED[above.lemma_])
    elif doer is None or (verb.dep_ in ("ccomp", "xcomp") and above.lemma_ == "deny"):
        return
    elif verb.dep_ == "ccomp" and above.lemma_ in _SAYING and doer.pos_ == "PRON":
        speaker = doer_of(above)
        if speaker is not None and _is_of(verb, speaker):
            yield Laid("claimed_by", speaker, above)
    else:
        charged = Modality.ALLEGED if doer.pos_ == "NOUN" and _is_told_by_another(verb) else None
        yield Laid("perpetrator", doer, verb, hedge(verb) or charged)


def _is_told_by_another(verb: Token) -> bool:
    """ "Rebels said that the army was responsible", "according to the rebels, the army was behind it"."""
    if verb.dep_ == "ccomp" and verb.head.lemma_ in (*_SAYING, "insist", "allege", "charge", "believe", "maintain"):
        return doer_of(verb.head) is not None
    return any(c.lower_ == "according" for c in verb.children)


def _is_of(verb: Token, speaker: Token | None) -> bool:
    """Is the subject of a clause the speaker himself ("said it had carried out ...")?"""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return True
    if speaker is None or subject.pos_ != "PRON":
        return False
    own = ("he", "she", "they", "we", "i") if speaker.pos_ == "PROPN" and is_person(speaker) else ("it", "they", "we")
    return subject.lower_ in own


def _drafts(scene: Scene, setting: Setting, laid: Laid, *, is_own: bool) -> Iterator[Draft]:
    """The draft that names him: a person, a body, or people by what they are."""
    who = _self_styled(laid.who) or voice_of(laid.who)
    if who.pos_ == "NOUN" and lemma_of(who) in VOICES:
        return  # who speaks for nobody that is named did nothing
    before_court = laid.head.lemma_.lower() in _OF_PEOPLE
    if who.pos_ == "PROPN":
        plain = laid.modality is None and laid.slot == "perpetrator"
        if (plain and _is_force(who, setting)) or (before_court and who.ent_type_ in ("GPE", "LOC", "FAC")):
            return
        is_one = is_person(who) or _is_people(who) or (before_court and not _is_body(who, setting))
        slot = "perpetrator_people" if laid.slot == "perpetrator" and is_one else laid.slot
        draft = replace(called(scene, setting, slot, name_of(who), laid.head), modality=laid.modality)
        yield draft if is_own else replace(draft, part=STORY)
    elif (
        laid.slot == "perpetrator"
        and (laid.modality is not None or _is_told_plainly(laid))
        and _may_stand(who, laid, setting)
    ):
        words = [t for c in who.lefts if c.dep_ in ("compound", "amod") and c.lower_ != "old" for t in c.subtree]
        is_body = lemma_of(who) in _BODIES | _CORPORATE or (lemma_of(who) == "force" and who.nbor(-1).lower_ == "armed")
        slot = "perpetrator" if is_body else "perpetrator_people"
        draft = called(scene, setting, slot, [*words, who], laid.head)
        yield replace(draft, modality=laid.modality, about=None, part=draft.part if is_own else STORY)


def _is_told_plainly(laid: Laid) -> bool:
    """ "The killers were two policemen"; "the killings were carried out by members of the garrison"."""
    return laid.head.lemma_ == "be" or (laid.head.lemma_ in _COMMITTING and is_passive(laid.head))


_NAMING = _OF_PEOPLE | frozenset(
    "blame deny reject be point have disown hold find consider put lay place pin fall rest do say swear link tie connect implicate incriminate".split()
)
_CORPORATE = frozenset(
    "union company party movement group organisation organization league federation front guild".split()
)


def _may_stand(who: Token, laid: Laid, setting: Setting) -> bool:
    """Attackers by what they are; anybody blamed or before a court."""
    if who.pos_ != "NOUN":
        return False
    named = laid.head.lemma_.lower() in _NAMING
    if laid.modality is Modality.DENIED and lemma_of(who) in _CORPORATE and any(c.lower_ == "the" for c in who.lefts):
        return True
    if lemma_of(who) in _ARMED:
        return named or laid.modality is Modality.ALLEGED
    group = setting.groups.of(who)
    if group == "security_forces" and laid.head.lemma_ in _COMMITTING and is_passive(laid.head):
        return not any(c.lemma_ in ("raid", "operation", "arrest", "search") for c in laid.head.children)
    return group == "attackers" or (named and is_human(who, setting.groups))


def _is_body(name: Token, setting: Setting) -> bool:
    """An organisation, by the recogniser, its article, or its members among the attackers."""
    return (
        name.ent_type_ in ("ORG", "NORP")
        or name.lower_ in setting.groups.attackers
        or any(c.dep_ == "det" for c in name.lefts)
    )


def _self_styled(noun: Token) -> Token | None:
    """ "A group calling itself X", "a group called X", "a little-known group, X", "the X group"."""
    if noun.pos_ != "NOUN" or lemma_of(noun) not in (
        "group",
        "organization",
        "organisation",
        "cell",
        "faction",
        "movement",
    ):
        return None
    before = noun.nbor(-1) if not noun.is_sent_start else noun
    named = before.pos_ == "PROPN" and before.head.i == noun.i
    if named and (before.ent_type_ == "ORG" or before.text.isupper() or any(c.pos_ == "PROPN" for c in before.lefts)):
        return before
    for child in noun.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            return child
        if child.dep_ in ("acl", "relcl") and child.lemma_ in ("call", "name", "style", "know"):
            after = (*child.children, *(o for c in child.children if c.lower_ == "as" for o in c.children))
            return next((c for c in after if c.dep_ in ("oprd", "dobj", "pobj", "attr") and c.pos_ == "PROPN"), None)
    return None


def _is_people(name: Token) -> bool:
    """ "Two Libyans": people, and no body."""
    return bool(name.ent_type_ == "NORP" and name.tag_ == "NNPS")


def _is_force(name: Token, setting: Setting) -> bool:
    return any("security_forces" in setting.groups.words.of(t.lower_) for t in name_of(name))
