"""What a codebook holds: its extraction part (what may be claimed) and its fusion part (how claims are weighed).

A change in the fusion part never causes a new extraction. Keys of the YAML file are the field names here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

SlotKind = Literal["figure", "when", "duration", "place", "actor", "truth", "text"]


@dataclass(frozen=True, slots=True)
class Triggers:
    """Words that name something: lemmas of verbs and nouns, and phrases as they are written in lower case."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event: the words that name it, and its parts (name -> words).

    Args:
        triggers: the words that name it.
        parts: the words that name each of its parts.
        lasts: days that one event of this type commonly spans at most; a date further off tells of another event.
        kin: other types by which one account may call the same happening (a hostage taking, a kidnapping).
        broad: a word for many things ("attack"), which gives way to a sharper type in the same text.
    """

    triggers: Triggers
    parts: Mapping[str, Triggers] = field(default_factory=dict)
    lasts: int = 40
    kin: tuple[str, ...] = ()
    broad: bool = False


@dataclass(frozen=True, slots=True)
class SlotWords:
    """How a slot is told.

    Args:
        kind: what kind of value answers it.
        counts: what a figure counts (`people`), else None.
        group: the group a count is about where the text names none of the codebook's.
        object_of: verbs whose object (or passive subject) is counted; subject_of: verbs whose subject is.
        nouns: nominal frames ("the death of", "toll"); by_nouns: those whose agent is counted ("rescue by 195 ...").
        adjectives: predicates of state ("dead", "missing").
        phrases: a verb with its object or particle, as lemmas ("lose life", "not make it").
        only: groups that alone can answer (attackers are `attackers`); empty for any.
        default: the slot of a count of its group that no verb explains ("nearly 500 hostages").
        part: the part of the event that it tells of (`raid`), `whole` for the event itself; None for the sentence's own.
        types: event types in which it can be told; empty for any.
        accuses: what a speaker says of it is an allegation, whatever the verb (an execution).
    """

    kind: SlotKind
    counts: str | None = None
    group: str | None = None
    object_of: tuple[str, ...] = ()
    subject_of: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    by_nouns: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    default: bool = False
    part: str | None = None
    types: tuple[str, ...] = ()
    accuses: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """The extraction part: all that a claim can depend on."""

    blocks: tuple[str, ...]
    event_types: Mapping[str, EventType]
    slots: Mapping[str, SlotWords]
    groups: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SlotForm:
    """How a slot is shown and weighed.

    Args:
        display: its neutral name ("Hostages taken").
        question: what it answers ("How many were taken?").
        family: `count`, `time`, `who` or `act`: the colour and the section of the dossier.
        many: several values can hold together (demands): the estimate is `listed`.
        rolls_up: how a main event takes in what its parts tell: `sum`, `span` (first start, last end), `same` (told in a
            part, it answers for the whole: the captors, the place) or `no`.
        moment: values may differ because they held at different moments (hostages held).
        grave: its modality is settled before anything else (an execution): alleged unless two origins assert it.
        grows: a later news report may count more (the dead of a flood): an update, not a contradiction.
        one: one answer alone can hold, so that two names contradict (the organisation that did it).
        scattered: often told of a part without saying so (those rescued by boat, from the air): counts far apart are of
            different people, not a contradiction.
    """

    display: str
    question: str
    family: Literal["count", "time", "who", "act"]
    many: bool = False
    rolls_up: Literal["sum", "span", "same", "no"] = "no"
    moment: bool = False
    grave: bool = False
    grows: bool = False
    one: bool = False
    scattered: bool = False


@dataclass(frozen=True, slots=True)
class GroupForm:
    """How a group is shown, the groups it lies within, and those it shares nobody with; nothing else is assumed.

    Only groups that are all `apart` from each other are summed.
    """

    display: str
    within: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A sum, a length of time, a part of a whole or an order that the figures must obey.

    Terms are `slot` or `slot[group]`. `sum`: whole = parts, if all are told. `part`: the parts together are not more than
    the whole, whatever is not told. `duration`: whole = parts[1] - parts[0] (dates). `order`: parts[0] is not after
    parts[1]. `all`: who says parts[0] of all leaves no whole ("all were rescued", and one was killed). `part` names the part
    of the event whose figures the parts are, where it has them. `types`: the event types it holds for; none named, for all.
    """

    name: str
    kind: Literal["sum", "part", "duration", "order", "all"]
    parts: tuple[str, ...]
    whole: str | None = None
    says: str = ""
    part: str | None = None
    types: tuple[str, ...] = ()


#: What a rule may weigh a reading by; `fusion/weigh.py` says what each is.
WEIGHED_BY = (
    "origins", "exact", "narrow", "asserted", "coarse_support", "witness", "official", "interested", "unnamed", "near", "often",
    "margin"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A house rule as data.

    Args:
        title: whose rule it is.
        follows: `own`, or `public description` where the rule's codebook itself was not read.
        covers: the slots it speaks of; `*` for all. Elsewhere it is "not covered".
        groups: the groups it covers; empty for all.
        best: how the best value is chosen (`weigh`, `most_reliable`, `lowest`, `recent_majority_lowest`, `none`).
        bounds: how low and high are set (`fitting`, `credible`, `point`, `minimum_maximum`).
        vague: words to their own points (dozens 12); `blank` leaves vague words out.
        weights: how much each feature of `fusion/weigh.py` counts; empty for its own table.
        says: one sentence for the switch.
    """

    title: str
    follows: str
    covers: tuple[str, ...]
    best: Literal["weigh", "most_reliable", "lowest", "recent_majority_lowest", "none"]
    bounds: Literal["fitting", "credible", "point", "minimum_maximum"]
    says: str
    groups: tuple[str, ...] = ()
    vague: Mapping[str, float] = field(default_factory=dict)
    blank: bool = False
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fusion:
    """The fusion part: how claims are shown and weighed; a change here never causes a new extraction."""

    default_rule: str
    event_types: Mapping[str, str]
    parts: Mapping[str, str]
    slots: Mapping[str, SlotForm]
    groups: Mapping[str, GroupForm]
    checks: tuple[Check, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    same_types: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """The slots, groups, triggers, checks and house rules of one field of work.

    `sha256` is of the file's bytes; `extraction_sha256` of the extraction part alone, in canonical form; `yaml` is the file.
    """

    name: str
    title: str
    version: str
    language: str
    extraction: Extraction
    fusion: Fusion
    sha256: str = ""
    extraction_sha256: str = ""
    yaml: str = field(default="", repr=False, compare=False)

    @classmethod
    def load(cls, name: str | Path = "incident") -> Codebook:
        """Read a packaged codebook by its name, or one's own by its path.

        Raises:
            CodebookError: there is none, or it does not hold together.
        """
        from sayso.codebook import loading  # noqa: PLC0415 - reading stands on the shape

        return loading.load(name)

    def extended(self, more: Mapping[str, Any]) -> Codebook:
        """This codebook with further keys, or other values for keys it has; a list takes the place of the list it had.

        Args:
            more: the same tree as a codebook's file, with what is new alone:
                `{"fusion": {"default_rule": "ucdp"}}`.

        Raises:
            CodebookError: the outcome does not hold together.
        """
        from sayso.codebook import loading  # noqa: PLC0415 - as above

        return loading.extended(self, more)
