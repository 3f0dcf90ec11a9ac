"""Floor 3: the case in other forms; one module a format, each with `write(view, out)`."""

from __future__ import annotations
