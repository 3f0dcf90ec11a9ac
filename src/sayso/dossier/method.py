"""How the case was made: versions, hashes, rules, what could not be read, and the limits of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.phrases import counted
from sayso.model import Judgement, Unread


@dataclass(frozen=True, slots=True)
class FileLine:
    """One document with the names of its files and the hash of its bytes."""

    number: int
    names: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Method:
    """The last section."""

    documents: str
    claims: str
    refused: tuple[tuple[str, int], ...]
    rule: str
    rule_says: str
    follows: tuple[str, ...]
    codebook: str
    codebook_sha256: str
    extractors: tuple[tuple[str, str], ...]
    files: tuple[FileLine, ...]
    unread: tuple[Unread, ...]
    judgements: tuple[Judgement, ...]
    limits: tuple[str, ...]


def build_method(gathered: Gathered) -> Method:
    """Gather what the page says of its own making."""
    header, rules = gathered.header, gathered.codebook.fusion.rules
    rule = rules.get(header.rule)
    refused = Counter(refusal.reason for refusal in gathered.refusals)
    return Method(
        documents=f"{len(gathered.documents)} read, {len(gathered.unread)} not read",
        claims=f"{len(gathered.claims):,} marked; each tied to its exact words, refused where it cannot be",
        refused=tuple(sorted(refused.items(), key=lambda one: (-one[1], one[0]))),
        rule=rule.title if rule is not None else header.rule,
        rule_says=rule.says if rule is not None else "",
        follows=tuple(one.title for one in rules.values() if one.follows != "own"),
        codebook=f"{gathered.codebook.title} ({header.codebook}, version {gathered.codebook.version})",
        codebook_sha256=header.codebook_sha256,
        extractors=tuple(sorted(header.extractors.items())),
        files=tuple(
            FileLine(gathered.number[document.id], document.names, document.sha256) for document in gathered.documents
        ),
        unread=gathered.unread,
        judgements=gathered.judgements,
        limits=_limits(gathered),
    )


def _limits(gathered: Gathered) -> tuple[str, ...]:
    undated = [document for document in gathered.documents if document.published is None]
    said = [
        "Claims are found by rules over a small language model; some are missed. What is marked in the accounts is all it found."
    ]
    said.append("Origins are an upper bound: no copying found is not proof of independence.")
    if undated:
        numbers = " ".join(f"[{gathered.number[document.id]}]" for document in undated)
        said.append(
            f"{counted(len(undated), 'account')} without a date of publication ({numbers}): what they could know is not known."
        )
    if gathered.quotes_only:
        said.append("Full texts are left out of this copy; the sentences that claims rest on stand in it.")
    if gathered.is_redacted:
        said.append("Names are struck out of this copy.")
    if gathered.waiting:
        said.append(
            f"{counted(gathered.waiting, 'decision')} {'is' if gathered.waiting == 1 else 'are'} kept that these figures do "
            "not rest on yet; the case was being worked on when this page was made."
        )
    if not gathered.judgements:
        said.append("No person has judged these claims yet.")
    return tuple(said)
