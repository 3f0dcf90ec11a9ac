"""The one tree of errors; each child says what the caller can do about it.

    SaysoError
    ├── InputError          what was given cannot be used: mend the input
    │   ├── UnreadableError     a file that no reader can turn into a document
    │   ├── CodebookError       a codebook that does not hold together
    │   └── JudgementError      a decision that names nothing in the case
    ├── CaseError           the case file: name another, or close what holds it
    │   ├── NotACaseError       the file is no case of ours
    │   ├── NewerCaseError      the case was written by a newer version
    │   └── BusyCaseError       another process is building it
    ├── EngineError         the workers that a build is spread over: start, mend or leave them out
    ├── GroundingError      a claim whose words do not stand in its document
    ├── UnknownNameError    no reader, exporter, rule ... of that name; says which exist
    └── MissingPartError    an optional part is not installed; says how to get it

Every message says what happened, the value, what was expected and the remedy.
"""

from __future__ import annotations


class SaysoError(Exception):
    """Anything that sayso refuses to do, in one sentence a user can act on."""


class InputError(SaysoError):
    """What was given cannot be used."""


class UnreadableError(InputError):
    """A file that no reader can turn into a document.

    Args:
        reason: what is wrong, in words for the user.
        remedy: what the user can do about it.
    """

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(f"{reason}. {remedy}".strip() if remedy else reason)
        self.reason = reason
        self.remedy = remedy


class CodebookError(InputError):
    """A codebook that does not hold together; the message names line and key."""


class JudgementError(InputError):
    """A decision that names nothing in the case."""


class CaseError(SaysoError):
    """The case file cannot be used."""


class NotACaseError(CaseError):
    """The file is no case of ours."""


class NewerCaseError(CaseError):
    """The case was written by a newer version of sayso."""


class BusyCaseError(CaseError):
    """Another process is building the case."""


class EngineError(SaysoError):
    """The workers that a build is spread over cannot be used."""


class GroundingError(SaysoError):
    """A claim whose words do not stand in its document."""


class UnknownNameError(SaysoError):
    """No plug of that name.

    Args:
        kind: what was looked for (`reader`, `exporter`, `house rule`).
        name: the name asked for.
        known: the names that exist.
    """

    def __init__(self, kind: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no {kind} is called {name!r}; there are: {', '.join(known) or 'none'}")
        self.known = known


class MissingPartError(SaysoError):
    """An optional part is not installed.

    Args:
        part: the extra (`frames`, `cluster` ...).
        gives: what it would give.
    """

    def __init__(self, part: str, gives: str) -> None:
        super().__init__(f"{gives} needs the extra {part!r}; install it with: pip install 'sayso[{part}]'")
        self.part = part
