"""Endings of files: which reader each goes to, what each reader needs, and what to do about those that none knows."""

from __future__ import annotations

from dataclasses import dataclass

from sayso import registry
from sayso.errors import UnknownNameError, UnreadableError

GROUP = "sayso.readers"


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read.

    Args:
        module: of this package, that reads it.
        needs: the distributions that it stands on, beside the standard library.
        is_light: read in this process where the file is small: code of ours, or of the standard library, over text.
    """

    what: str
    module: str
    endings: tuple[str, ...]
    needs: tuple[str, ...] = ()
    is_light: bool = False


FORMATS = (
    Format("plain text", "plain", (".txt", ".text"), is_light=True),
    Format("Markdown", "markdown", (".md", ".markdown"), ("markdown-it-py",), is_light=True),
    Format("JSON lines", "jsonl", (".jsonl", ".ndjson"), is_light=True),
    Format("tables of texts", "delimited", (".csv", ".tsv"), is_light=True),
    Format("tables of texts (Excel)", "spreadsheet", (".xlsx", ".xlsm"), ("openpyxl",)),
    Format("tables of texts (Parquet)", "parquet", (".parquet",), ("polars",)),
    Format("web pages", "html", (".html", ".htm", ".xhtml"), ("trafilatura", "lxml")),
    Format("saved web pages", "mhtml", (".mhtml", ".mht"), ("trafilatura", "lxml")),
    Format("PDF", "pdf", (".pdf",), ("pypdfium2",)),
    Format("Word", "word", (".docx",), ("lxml",)),
    Format("OpenDocument text", "opendocument", (".odt",), ("lxml",)),
    Format("rich text", "rtf", (".rtf",), ("striprtf",)),
    Format("books", "epub", (".epub",), ("lxml",)),
    Format("mail", "mail", (".eml",), ("lxml",)),
)
# Files that hold other files; `parts` takes them apart.
HOLDERS = {".zip": "archives", ".mbox": "mail folders"}
_BY_ENDING = {ending: one for one in FORMATS for ending in one.endings}

_PICTURES = ".png .jpg .jpeg .gif .bmp .tif .tiff .webp .heic .svg .ico".split()
_SOUND = ".mp3 .mp4 .m4a .wav .avi .mov .webm .mkv .ogg".split()
# What hangs on mails and pages and holds no account.
MEDIA = frozenset([*_PICTURES, *_SOUND, *".css .js .woff .woff2 .ics .vcf .p7s .asc .sig".split()])
_OTHERS = (
    (
        (".doc", ".dot", ".docm", ".wpd", ".wps", ".pages"),
        "a text of a closed or old format",
        "Save it as docx, odt or PDF",
    ),
    ((".xls", ".ods", ".xlsb", ".numbers"), "a table of another format", "Save it as xlsx or csv"),
    ((".ppt", ".pptx", ".odp", ".key"), "slides", "Save them as PDF"),
    ((".msg", ".pst", ".ost", ".dbx"), "mail of a closed format", "Save the messages as eml or mbox"),
    ((".mobi", ".azw", ".azw3", ".djvu", ".fb2"), "a book of another format", "Save it as epub or PDF"),
    (
        (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"),
        "another kind of archive",
        "Unpack it, and give its folder",
    ),
    ((".warc", ".wacz", ".webarchive", ".maff"), "a web archive", "Save its page as HTML or MHTML"),
    (
        tuple(_PICTURES),
        "a picture",
        "Where it shows text: `ocrmypdf PICTURE out.pdf --image-dpi 300`, and give the PDF",
    ),
    (tuple(_SOUND), "sound or film", "Transcribe it, and give the text"),
)


def endings() -> tuple[str, ...]:
    """The endings of the files that can be read, sorted."""
    return tuple(sorted({*_BY_ENDING, *HOLDERS, *(f".{name}" for name in registry.names(GROUP))}))


def found(ending: str) -> Format | None:
    """The format of an ending; None where it is not one of ours."""
    return _BY_ENDING.get(ending)


def unknown(ending: str) -> UnreadableError:
    """Why files of an ending are not read, and what to do about it."""
    for listed, what, remedy in _OTHERS:
        if ending in listed:
            return UnreadableError(f"it is {what} ({ending}), which no reader knows", remedy)
    known = ", ".join(one.removeprefix(".") for one in endings())
    return UnreadableError(f"no reader knows files that end in {ending}", f"Save it as one of: {known}")


def plug(ending: str) -> object:
    """The reader that another package adds for an ending.

    Raises:
        UnreadableError: none does.
    """
    try:
        return registry.find(GROUP, ending.removeprefix("."))
    except UnknownNameError as error:
        raise unknown(ending) from error
