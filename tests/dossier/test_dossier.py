"""The page of a made case: what it says, and what it must never say."""

from __future__ import annotations

import io

from factory import NORTH, MadeCase, bare_case, document, harbour

from sayso.dossier import write


def page(case: MadeCase) -> str:
    """The dossier of a case as text."""
    out = io.StringIO()
    write(case, out)  # type: ignore[arg-type]  # it has the face of a View
    return out.getvalue()


def test_a_case_without_documents_says_so() -> None:
    assert "holds no document that could be read" in page(MadeCase())


def test_a_case_without_claims_says_so_and_shows_the_accounts() -> None:
    told = page(bare_case(document("x", NORTH)))
    assert "No claim was found" in told
    assert "nine gunmen seized the Harbour Hall" in told
