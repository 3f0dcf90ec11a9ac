"""A codebook in words, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.cli.wording import wrapped
from sayso.codebook import Codebook, Rule


def codebook_words(codebook: Codebook) -> str:
    """All that a codebook asks for."""
    return "\n".join(_lines(codebook))


def _lines(codebook: Codebook) -> Iterator[str]:
    fusion = codebook.fusion
    yield f"{codebook.name}, version {codebook.version}: {codebook.title} (language {codebook.language})"
    yield "\nEvent types"
    for name, event_type in codebook.extraction.event_types.items():
        parts = f"; parts: {', '.join(event_type.parts)}" if event_type.parts else ""
        yield wrapped(f"  {name:<22} {fusion.event_types.get(name, '')}{parts}", indent=26)
    yield "\nSlots"
    for name, words in codebook.extraction.slots.items():
        form = fusion.slots.get(name)
        yield wrapped(f"  {name:<22} {words.kind:<9} {form.question if form is not None else ''}", indent=36)
    yield "\nGroups"
    for name in codebook.extraction.groups:
        group = fusion.groups.get(name)
        within = f", within {', '.join(group.within)}" if group is not None and group.within else ""
        yield f"  {name:<22} {group.display if group is not None else ''}{within}"
    yield "\nChecks"
    yield from (
        wrapped(f"  {check.name:<22} {check.says or ' '.join(check.parts)}", indent=26) for check in fusion.checks
    )
    yield f"\nHouse rules (in force: {fusion.default_rule})"
    yield from (wrapped(_rule(name, rule), indent=26) for name, rule in fusion.rules.items())


def _rule(name: str, rule: Rule) -> str:
    follows = "" if rule.follows == "own" else f" (follows the {rule.follows})"
    return f"  {name:<22} {rule.title}{follows}: {rule.says}"
