"""One thread a process: the products of a document are too small to share, and more cores are for more documents.

Shared among threads they cost three to five times as much where other work runs beside them. How many threads numpy's
library takes is settled when it is loaded, so this is said first, and imports nothing.
"""

from __future__ import annotations

import os

#: What the libraries that numpy may come with look at.
_NAMES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def ask_for_one() -> None:
    """Let numpy's library take one thread, where the environment does not say otherwise; before numpy is loaded."""
    for name in _NAMES:
        os.environ.setdefault(name, "1")


def is_one() -> bool:
    """Is one thread all that numpy's library takes, whichever it is?"""
    return all(os.environ.get(name) == "1" for name in _NAMES[:2])
