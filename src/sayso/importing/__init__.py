"""Claims that people or other programs coded, taken into a case: grounded as strictly as the extractor's own."""

from __future__ import annotations

from sayso.importing.coded import Decided, Imported, Refused, import_claims
from sayso.importing.csv_claims import read as read_csv
from sayso.importing.layers import forget, keep, overlaid
from sayso.importing.web_annotations import read as read_annotations

__all__ = [
    "Decided",
    "Imported",
    "Refused",
    "forget",
    "import_claims",
    "keep",
    "overlaid",
    "read_annotations",
    "read_csv",
]
