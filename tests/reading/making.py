"""Small files of many formats, made from words: each is as little of its format as a reader must know."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from email.message import EmailMessage

import openpyxl
import polars as pl

from sayso.reading import Read
from sayso.reading.normal_form import normalise

PROSE = (
    "Gunmen stormed the customs house in the harbour on 3 March 2011 and took 40 people hostage. The police closed the "
    "quays and asked the fishermen to stay away from the water. Two guards were killed in the first minutes, and a third "
    "died on the way to hospital. By nightfall the gunmen had let 12 women go, who said that nobody inside was hurt."
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)

Placed = tuple[float, float, float, str]


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf(pages: Iterable[Sequence[Placed]], *, rotate: int = 0, matrix: str = "1 0 0 1") -> bytes:
    """A PDF of words at places: (x, y, size, text), y from the foot of an A4 page; `matrix` turns the words."""
    listed = list(pages)
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in listed:
        drawn = "\n".join(f"BT /F {size} Tf {matrix} {x} {y} Tm ({_escaped(text)}) Tj ET" for x, y, size, text in page)
        kids.append(len(bodies) + 1)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {len(bodies) + 2} 0 R >>"
        )
        bodies.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(bodies) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out.encode("latin-1")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most `width` signs."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def column(text: str, x: float, top: float, width: int = 44, size: float = 10) -> list[Placed]:
    """Text set in lines, one below the other, from `top` down."""
    return [(x, top - 1.2 * size * at, size, line) for at, line in enumerate(wrapped(text, width))]


def docx(body: str, **parts: str) -> bytes:
    """A Word document of the XML of its body; `footnotes`, `styles`, `comments`, `core` are further parts."""
    names = {"core": "docProps/core.xml"}
    members = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    for name, content in parts.items():
        members[names.get(name, f"word/{name}.xml")] = content
    return zipped({"[Content_Types].xml": "<Types/>", **members})


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of Word's XML."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{styled}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def odt(body: str, **parts: str) -> bytes:
    """An OpenDocument text of the XML of its body."""
    content = f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **parts})


def epub(chapters: Mapping[str, str], title: str = "The Harbour") -> bytes:
    """A book of chapters (name -> body)."""
    listed = "".join(f'<item id="{name}" href="{name}.xhtml"/>' for name in chapters)
    order = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    card = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>Ana Ruiz</dc:creator><dc:date>2012-05-01</dc:date></metadata>"
        f"<manifest>{listed}</manifest><spine>{order}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="text/book.opf"/></rootfiles></container>'
    pages = {f"text/{name}.xhtml": f"<html><body>{body}</body></html>" for name, body in chapters.items()}
    return zipped({"META-INF/container.xml": container, "text/book.opf": card, **pages})


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook of sheets of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet(rows: Sequence[Sequence[object]]) -> bytes:
    """A table of rows, the first of which names the columns."""
    out = io.BytesIO()
    pl.DataFrame(list(rows[1:]), schema=list(map(str, rows[0])), orient="row").write_parquet(out)
    return out.getvalue()


def message(text: str, *, subject: str = "From the quay", attached: Mapping[str, bytes] | None = None) -> EmailMessage:
    """A mail."""
    mail = EmailMessage()
    mail["From"] = "Ana Ruiz <ana@harbour.example>"
    mail["To"] = "desk@post.example"
    mail["Date"] = "Fri, 04 Mar 2011 09:30:00 +0100"
    mail["Subject"] = subject
    mail["Message-ID"] = "<1@harbour.example>"
    mail.set_content(text)
    for name, raw in (attached or {}).items():
        mail.add_attachment(raw, maintype="application", subtype="octet-stream", filename=name)
    return mail


def mbox(messages: Iterable[EmailMessage]) -> bytes:
    """A mail folder."""
    return b"".join(b"From ana Fri Mar  4 09:30:00 2011\n" + one.as_bytes() + b"\n\n" for one in messages)


def mhtml(page: str) -> bytes:
    """A page as a browser saves it whole."""
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/siege\r\nSubject: Siege\r\n"
        "Date: Sat, 5 Mar 2011 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n'
        f"Content-Transfer-Encoding: 8bit\r\nContent-Location: https://post.example/siege\r\n\r\n{page}\r\n--b--\r\n"
    ).encode()


RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}\f0\fs24 The siege\par"
    r" Gunmen took 40 people hostage in the caf\'e9 on 3 March 2011.\par Two guards were killed.\par}"
)


def seeds() -> dict[str, bytes]:
    """One good file of each format, by its ending."""
    page = f"<html><head><title>Siege</title></head><body><nav>Home</nav><h1>Siege</h1><p>{PROSE}</p><ul><li>one</li></ul></body></html>"
    attached = {"a.txt": PROSE.encode(), "b.zip": zipped({"c.md": f"# Siege\n\n{PROSE}"})}
    rows = [["id", "text", "published"], ["a", PROSE, "2011-03-04"], ["b", "One fled.", ""]]
    letter = message(f"{PROSE}\n\n> Who said so?\n-- \nAna Ruiz", attached=attached)
    return {
        ".txt": f"Siege\n\n4 March 2011\n\nBy Ana Ruiz\n\n{PROSE}\n\nPhoto: Jo Field/AP\n\n🔥 שלום".encode(),
        ".md": f"---\ntitle: Siege\n---\n# Siege\n\n{PROSE}\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode(),
        ".jsonl": b'{"id": "a", "text": "Two died.", "published": "2011-03-04"}\n{"text": "One fled."}\n',
        ".csv": "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode(),
        ".xlsx": xlsx({"A": rows}),
        ".parquet": parquet(rows),
        ".html": page.encode(),
        ".mhtml": mhtml(page),
        ".pdf": pdf(
            [[(60, 780, 18, "Siege"), *column(PROSE, 60, 740), *column(PROSE, 320, 740)], column(PROSE, 60, 780, 80)]
        ),
        ".docx": docx(
            paragraph("Siege", "Title")
            + paragraph(PROSE)
            + f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc></w:tr></w:tbl>"
        ),
        ".odt": odt(f"<text:h>Siege</text:h><text:p>{PROSE}</text:p>"),
        ".rtf": RTF.encode(),
        ".epub": epub({"one": f"<h1>Siege</h1><p>{PROSE}</p>", "two": "<p>They fled.</p>"}),
        ".eml": letter.as_bytes(),
        ".mbox": mbox([letter, message("Second.")]),
        ".zip": zipped({"a.txt": PROSE, "in/b.csv": "text\nTwo died.\n", "c.zip": zipped({"d.txt": "Ten left."})}),
    }


_PIECES = (
    b"<",
    b"\xff",
    b"\0",
    b"\n\n",
    b">" * 40,
    b'"',
    b"{\\",
    b"0 obj",
    b"</p>",
    b"=?utf-8?b?",
    b"\xed\xa0\x80",
    "\u202eé😀".encode(),
    b"%s" * 9,
)


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """A file with a few faults: bits turned, stretches cut out, said twice, or put elsewhere."""
    held = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at, end = sorted((chance.randint(0, len(held)), chance.randint(0, len(held))))
        kind = chance.randrange(6)
        if kind == 0 and held:
            held[min(at, len(held) - 1)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del held[at : min(end, at + chance.choice((1, 9, 400)))]
        elif kind == 2:
            held[at:at] = held[at : min(end, at + 400)] * chance.choice((1, 2, 20))
        elif kind == 3:
            held[at:at] = chance.choice(_PIECES)
        elif kind == 4:
            del held[end:]
        else:
            held[at : at + 4] = chance.randbytes(4)
    return bytes(held)


def remade(raw: bytes, chance: random.Random) -> bytes:
    """As `mutated`; of an archive one member is, so that its reader gets behind the archive's own checks."""
    if not raw.startswith(b"PK") or chance.random() < 0.3:
        return mutated(raw, chance)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    return zipped({**members, name: mutated(members[name], chance)})


def faults(read: Read) -> list[str]:
    """What is wrong with what a reader made of a file: offsets that are not true, and failures that it did not foresee."""
    found = [
        one.reason
        for one in read.unread
        if any(sign in one.reason for sign in ("failed (", "broke down", "no sign", "memory"))
    ]
    found += [] if read.documents or read.unread else ["neither a document nor a reason"]
    for document in read.documents:
        text, blocks = document.text, document.blocks
        edges = [0, *(block.end for block in blocks)]
        if [block.start for block in blocks] != edges[:-1] or edges[-1] != len(text):
            found.append("the blocks do not cover the text")
        span = document.published_span
        if span is not None and not 0 <= span.start < span.end <= len(text):
            found.append("the day stands outside the text")
        if text != normalise(text):
            found.append("the text is not in the stored form")
    return found
