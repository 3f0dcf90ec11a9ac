"""Mail: a message is a document; its subject, sender and day stand above its words, what it quotes is marked as quoted."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import UTC
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from itertools import groupby
from typing import BinaryIO, cast

from sayso.errors import UnreadableError
from sayso.model import BlockKind, When
from sayso.reading import html, lines, marked
from sayso.reading.encoding import decode
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Making, Parsed, Piece, Remark

READER = "mail/1"
_REMEDY = "Save the message again as eml, or its text as txt"
_FROM = re.compile(rb"From [^\r\n]*\d{4}[^\r\n]*\r?\n")
_HEADER = re.compile(rb"(?:>?From |[!-9;-~]+:)")
# One message with all that is attached to it.
_LARGEST = 128 * 2**20
_SIGNATURE = re.compile(r"(?:^|\n)-- ?\n")
_MARKS = re.compile(r"^(?:> ?)+")
# The words by which mail programs open what they quote.
_QUOTES = re.compile(
    r"(?:On|Le|Am|El|Em|Il|Op) .{6,200}(?:wrote|a écrit|schrieb|escribió|escreveu|ha scritto|schreef)\s?:"
    r"|-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Mensaje original|Message d'origine) ?-{2,}",
    re.IGNORECASE | re.DOTALL,
)
_REST = re.compile(r"-{2,} ?(?:original message|ursprüngliche|mensaje original|message d'origine)", re.IGNORECASE)


def read(raw: bytes, name: str) -> Parsed:
    """Read one message.

    Raises:
        UnreadableError: it is no message, or has no words.
    """
    message = _message(raw)
    head, making = _head(message)
    body, notes = _body(message)
    if not body and not any(message.iter_attachments()):
        raise UnreadableError("the message holds no words", _REMEDY)
    draft = marked.draft((*head, *body), making, "eml", READER)
    return Parsed((draft,), remarks=tuple(Remark(name, note) for note in notes))


def messages(file: BinaryIO) -> Iterator[bytes]:
    """The messages of a mail folder, one at a time.

    Raises:
        UnreadableError: the file does not begin as one.
    """
    first = file.readline()
    if not _FROM.match(first):
        raise UnreadableError("the file is no mail folder: it does not begin with a line `From ...`", _REMEDY)
    held: list[bytes] = []
    size = 0
    for line in file:
        # A line of the text may begin so, too: a message begins behind a blank line.
        if _FROM.match(line) and (not held or not held[-1].strip()):
            yield b"".join(held)
            held, size = [], 0
            continue
        size += len(line)
        if size <= _LARGEST:
            held.append(line[1:] if re.match(rb">+From ", line) else line)
    yield b"".join(held)


def attachments(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """What is attached to a message, by name; a message within a message is one, too."""
    try:
        listed = list(_message(raw).iter_attachments())
    except (UnreadableError, LookupError, ValueError, TypeError, AttributeError):
        return
    for number, one in enumerate(listed, start=1):
        kind = one.get_content_type()
        name = one.get_filename() or f"attachment {number}{_endings(kind)}"
        try:
            if kind == "message/rfc822":
                inner = cast("list[EmailMessage]", one.get_payload())[0].as_bytes()
                yield (name if name.endswith(".eml") else f"{name}.eml"), inner
            else:
                yield name, cast("bytes", one.get_payload(decode=True) or b"")
        except (LookupError, ValueError, TypeError, AttributeError, IndexError):
            yield name, b""


def _endings(kind: str) -> str:
    """An ending for what is attached without a name."""
    known = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml"}
    return known.get(kind, "." + kind.rpartition("/")[2][:12])


def _message(raw: bytes) -> EmailMessage:
    """The message that bytes stand for.

    Raises:
        UnreadableError: they do not begin with the headers of one.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    raw = _FROM.sub(b"", raw, count=1) if raw.startswith(b"From ") else raw
    if not _HEADER.match(raw):
        raise UnreadableError("the file is no mail: it does not begin with headers such as `From: ...`", _REMEDY)
    return email.message_from_bytes(raw, policy=_POLICY)


_POLICY = email.policy.default.clone(raise_on_defect=False)


def header(message: EmailMessage, name: str) -> str:
    """A header's words; none where it is missing, or cannot be made out."""
    try:
        return " ".join(normalise(str(message.get(name) or "")).split())
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""


def moment(message: EmailMessage) -> str | None:
    """When a message says that it was sent, in ISO 8601 and UTC."""
    try:
        sent = parsedate_to_datetime(header(message, "date"))
        told = sent.astimezone(UTC) if sent.tzinfo is not None else sent
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return told.strftime("%Y-%m-%dT%H:%M:%S") + ("Z" if sent.tzinfo is not None else "")


def _head(message: EmailMessage) -> tuple[tuple[Piece, ...], Making]:
    """Subject and sender as the top of the text, and what they say of its making."""
    subject, sent = header(message, "subject"), _sent(message)
    name, address = parseaddr(header(message, "from"))
    told = [f"{label}: {header(message, label)}" for label in ("From", "To", "Date") if header(message, label)]
    pieces = [Piece(subject, BlockKind.TITLE)] if subject else []
    pieces += [Piece("\n".join(told), BlockKind.BYLINE)] if told else []
    known = header(message, "message-id").strip("<> ")
    author = name or address
    making = Making(
        title=subject,
        authors=(author,) if author else (),
        url=f"mid:{known}" if known else None,
        published=sent,
    )
    return tuple(pieces), making


def _sent(message: EmailMessage) -> When | None:
    """The day on which a message was sent, where its sender was."""
    words = header(message, "date")
    try:
        day = parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return When(day.isoformat(), day, day, None, words)


def _body(message: EmailMessage) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The message's own words; the plain form before the one with marks, which mail programs make from it."""
    try:
        part = message.get_body(("plain", "html"))
    except (LookupError, ValueError, TypeError, AttributeError):
        part = None
    if part is None:
        return (), ()
    text, notes = _text(cast("EmailMessage", part))
    if part.get_content_type() == "text/html":
        pieces, told = html.everything(text)
        return pieces, (*notes, *told)
    pieces = tuple(_plain(normalise(text)))
    if not pieces:
        marked_up = message.get_body(("html",))
        if marked_up is not None:
            pieces, notes = html.everything(_text(cast("EmailMessage", marked_up))[0])
    return pieces, notes


def _text(part: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """The characters of a part by the encoding that it names, else by what they look like."""
    raw = cast("bytes", part.get_payload(decode=True) or b"")
    named = part.get_content_charset()
    if not raw:
        return "", ()
    try:
        if named and named != "unknown-8bit":
            return raw.decode(named), ()
    except (LookupError, ValueError):
        pass
    decoded = decode(raw)
    return decoded.text, decoded.notes


def _plain(text: str) -> Iterator[Piece]:
    """The stretches of a plain body: what is quoted, and the signature, are kept apart from the message's own words."""
    own, *ends = _SIGNATURE.split(text, maxsplit=1)
    cut = _REST.search(own)
    rest = own[cut.start() :] if cut is not None else ""
    own = own[: cut.start()] if cut is not None else own
    for is_quoted, stretch in groupby(own.split("\n"), key=lambda line: line.startswith(">")):
        said = "\n".join(_MARKS.sub("", line) if is_quoted else line for line in stretch)
        for unit in lines.units(said):
            is_lead = _QUOTES.fullmatch(unit.text) is not None
            yield Piece(unit.text, BlockKind.BOILERPLATE if is_lead else BlockKind.QUOTE if is_quoted else None)
    for unit in lines.units(rest):
        yield Piece(unit.text, BlockKind.BOILERPLATE if _QUOTES.match(unit.text) else BlockKind.QUOTE)
    if ends and ends[0].strip():
        yield Piece(ends[0].strip(), BlockKind.BOILERPLATE)
