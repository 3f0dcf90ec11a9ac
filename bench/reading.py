"""Reading beside the libraries' own ways, and the speed and memory of many mixed files.

    python bench/reading.py [--files 1000]

Quality is counted on the files of `tests/reading/quality` and on a paper in two columns, a report with notes and tracked
changes, and a mail that answers another: words of the account that are lost, words of the page around it that are kept.
"""

from __future__ import annotations

import argparse
import email
import email.policy
import io
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pypdfium2
import trafilatura
from tests.reading.making import PROSE, W, column, docx, message, paragraph, pdf, seeds

from sayso.model import BlockKind
from sayso.reading import find_files, gather, here, read, warden

import docx as python_docx  # isort: skip - the library of this name, after the maker of test files


def main() -> None:
    """Print both."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--files", type=int, default=1000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        print(f"{'':<22}{'sayso: lost':>12}{'kept':>6}{'peer: lost':>12}{'kept':>6}  peer")
        for name, raw, kept, left, peer, theirs in _trials():
            path = Path(place) / name
            path.write_bytes(raw)
            ours = _account(path)
            told = [(_missing(text, kept), len(left) - _missing(text, left)) for text in (ours, theirs)]
            print(
                f"{name:<22}{told[0][0]:>9}/{len(kept):<2}{told[0][1]:>4}/{len(left):<2}{told[1][0]:>8}/{len(kept):<2}{told[1][1]:>4}/{len(left):<2} {peer}"
            )
            path.unlink()
        _many(Path(place), options.files)


def _account(path: Path) -> str:
    document = here.read(path).documents[0]
    blocks = (block for block in document.blocks if block.kind is not BlockKind.BOILERPLATE)
    return "\n".join(document.text[block.start : block.end] for block in blocks)


def _missing(text: str, phrases: list[str]) -> int:
    flat = " ".join(text.split())
    return sum(1 for words in phrases if words not in flat)


Trial = tuple[str, bytes, list[str], list[str], str, str]


def _trials() -> Iterator[Trial]:
    """File, its bytes, words of the account, words that are none, the peer, and what it makes of it."""
    for page in sorted((ROOT / "tests" / "reading" / "quality").glob("*.html")):
        kept, left = (page.with_suffix(end).read_text().splitlines() for end in (".kept", ".left"))
        yield page.name, page.read_bytes(), kept, left, "trafilatura", trafilatura.extract(page.read_text()) or ""
    yield _paper()
    yield _report()
    answer = message(
        "They are safe.\n\nOn Fri, 4 Mar 2011, Bo wrote:\n> Are the twelve\n> women safe?\n-- \nAna Ruiz, Harbour Post\n"
    )
    parsed = email.message_from_bytes(answer.as_bytes(), policy=email.policy.default)
    body = parsed.get_body(("plain",))
    theirs = str(body.get_content()) if body is not None else ""
    kept = ["From the quay", "They are safe.", "Are the twelve women safe?"]
    yield "answer.eml", answer.as_bytes(), kept, ["Bo wrote:", "Ana Ruiz, Harbour Post"], "email", theirs


def _paper() -> Trial:
    """Two columns that were drawn line by line, under a running head, a note's mark behind a figure."""
    halves = [f"{number}. {PROSE}" for number in ("One", "Two", "Three", "Four")]
    pages = []
    for number in (0, 2):
        left, right = column(halves[number], 60, 740), column(halves[number + 1], 320, 740)
        drawn = (
            [line for both in zip(left, right, strict=False) for line in both] + left[len(right) :] + right[len(left) :]
        )
        pages.append([(60, 815, 9, "Fisheries Review"), (520, 815, 9, str(number + 12)), *drawn])
    pages[1] += [(60, 300, 10, "The gunmen killed 43"), (155.5, 304, 6, "2"), (160, 300, 10, "people.")]
    raw = pdf(pages)
    document = pypdfium2.PdfDocument(raw)
    theirs = (
        "\n".join(page.get_textpage().get_text_range() for page in document).replace("-\r\n", "").replace("\r\n", " ")
    )
    return "paper.pdf", raw, [*halves, "killed 43 people"], ["Fisheries Review"], "pypdfium2", theirs


def _report() -> Trial:
    """Notes, a text box and changes that were tracked."""
    tracked = (
        '<w:p><w:r><w:t xml:space="preserve">They took </w:t></w:r><w:del><w:r><w:delText>30</w:delText></w:r></w:del>'
    )
    tracked += '<w:ins><w:r><w:t>40</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> people.</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    boxed = (
        f"<w:p><w:r><w:t>Two died.</w:t><w:txbxContent>{paragraph('Seen from the quay.')}</w:txbxContent></w:r></w:p>"
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="1">{paragraph("Ward list of day 1.")}</w:footnote></w:footnotes>'
    raw = docx(tracked + boxed, footnotes=notes)
    kept = ["They took 40 people.", "Two died.", "Seen from the quay.", "Ward list of day 1."]
    return "report.docx", raw, kept, ["30"], "python-docx", _by_python_docx(tracked + boxed)


def _by_python_docx(body: str) -> str:
    """The paragraphs as the usual library gives them."""
    document = python_docx.Document()
    inside = document.element.body
    from docx.oxml import parse_xml  # noqa: PLC0415 - wanted here alone

    for element in parse_xml(f"<w:body {W}>{body}</w:body>"):
        inside.append(element)
    out = io.BytesIO()
    document.save(out)
    return "\n".join(one.text for one in python_docx.Document(io.BytesIO(out.getvalue())).paragraphs)


def _many(place: Path, count: int) -> None:
    """Read mixed files, each other than the last."""
    good = seeds()
    chance = random.Random(1)  # noqa: S311 - a mixture, not a secret
    for number in range(count):
        ending = sorted(good)[number % len(good)]
        raw = good[ending]
        if ending in (".txt", ".md", ".csv", ".html", ".rtf", ".eml"):
            raw = raw.replace(b"hostage", f"hostage {chance.randrange(10**6)}".encode())
        (place / f"{number:05}{ending}").write_bytes(raw)
    started = time.monotonic()
    found = gather(read(path) for path in find_files([place]))
    seconds = time.monotonic() - started
    warden.stop()
    used, child = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{count:,} mixed files: {count / seconds:.0f} a second; {len(found.documents)} documents, {len(found.unread)} unread; "
        f"{used} MB here, {child} MB in the child at most"
    )


if __name__ == "__main__":
    main()
