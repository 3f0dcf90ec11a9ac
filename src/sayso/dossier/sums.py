"""What does not add up, drawn to scale so that it can be counted; and the sums that are ours."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.dossier.gathered import Gathered
from sayso.dossier.naming import form, numbering
from sayso.dossier.phrases import value_words
from sayso.dossier.quotes import Quote, quote
from sayso.dossier.rows import Row, Rows
from sayso.model import Claim, Duration, Figure, Finding

#: Kinds that belong here, the hardest first; copies stand under lineage, contradictions under where the accounts part.
_KINDS = ("impossible", "loose", "self_contradiction", "anachronism", "typo", "outlier", "modality", "single_origin")

#: Up to this many units are drawn one by one; more are drawn as a bar.
_BRICKS = 80
_LEFT, _RIGHT = 230, 860


@dataclass(frozen=True, slots=True)
class Bar:
    """One claim of a sum: bricks (x of each) or a bar from `x` to `x2`; `label` names it."""

    y: int
    label: str
    value: str
    bricks: tuple[str, ...]
    brick: str
    x: str
    x2: str


@dataclass(frozen=True, slots=True)
class Sum:
    """One finding: what it says, its figures to scale, and the words it rests on."""

    kind: str
    glyph: str
    message: str
    accounts: tuple[int, ...]
    bars: tuple[Bar, ...]
    height: int
    says: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """The section: findings, then the figures that are ours."""

    findings: tuple[Sum, ...]
    derived: tuple[Row, ...]


def build_sums(gathered: Gathered, rows: Rows) -> Sums:
    """Findings by hardness; derived figures in row order."""
    found = sorted(
        (finding for finding in gathered.findings if finding.kind in _KINDS),
        key=lambda finding: (_KINDS.index(finding.kind), finding.id),
    )
    numbered = numbering(gathered)
    sums = (replace(_sum(gathered, finding, rows), message=numbered(finding.message)) for finding in found)
    return Sums(tuple(sums), tuple(row for row in rows.all if row.sum))


def _sum(gathered: Gathered, finding: Finding, rows: Rows) -> Sum:
    claims = [gathered.claims[one] for one in finding.claims if one in gathered.claims]
    drawn = _bars(gathered, claims, rows) if finding.kind in ("impossible", "loose") else ()
    glyph = {"impossible": "s-impossible", "loose": "s-loose", "typo": "g-slip", "outlier": "s-outlier"}
    return Sum(
        kind=finding.kind.replace("_", " "),
        glyph=glyph.get(finding.kind, "s-scoped"),
        message=finding.message,
        accounts=gathered.numbers(finding.documents),
        bars=drawn,
        height=len(drawn) * 30 + 6,
        says="; ".join(f"{bar.label}: {bar.value}" for bar in drawn),
        quotes=tuple(quote(gathered, claim) for claim in claims),
    )


def _bars(gathered: Gathered, claims: list[Claim], rows: Rows) -> tuple[Bar, ...]:
    """The claims on one scale, where all are figures or lengths of one unit."""
    measured = [(claim, claim.value) for claim in claims if isinstance(claim.value, Figure | Duration)]
    tops = [value.high if value.high is not None else value.low for _, value in measured]
    if len(measured) < 2 or len({value.unit for _, value in measured}) > 1 or any(top is None for top in tops):
        return ()
    top = max(float(one or 0) for one in tops) or 1.0
    bars = []
    for at, (claim, value) in enumerate(measured):
        row = rows.by_claim.get(claim.id)
        label = f"{form(gathered, claim.slot).display if row is None else row.name} [{gathered.number[claim.document]}]"
        bars.append(_bar(at, label, value, top))
    return tuple(bars)


def _bar(at: int, label: str, value: Figure | Duration, top: float) -> Bar:
    unit = (_RIGHT - _LEFT) / max(top, 20)
    low = float(value.low or 0)
    high = float(value.high if value.high is not None else max(low, top))
    bricks: tuple[str, ...] = ()
    if top <= _BRICKS and low == high and low == int(low):
        bricks = tuple(f"{_LEFT + unit * step:.1f}" for step in range(int(low)))
    return Bar(
        y=at * 30 + 6,
        label=label,
        value=value_words(value),
        bricks=bricks,
        brick=f"{max(1.0, unit * 0.75):.1f}",
        x=f"{_LEFT + unit * low:.1f}",
        x2=f"{_LEFT + unit * high:.1f}",
    )
