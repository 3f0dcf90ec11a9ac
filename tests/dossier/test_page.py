"""The page as a whole: one file, the same bytes, nothing that runs but ours, and a word where there is nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from harbour import NORTH, MadeCase, bare_case, document, harbour
from telling import page, words

from sayso.model import Role


def test_the_same_case_gives_the_same_bytes(told: str) -> None:
    assert page(harbour()) == told


def test_the_policy_allows_style_and_script_by_their_hash_alone(told: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', told)
    assert policy is not None
    allowed = policy[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        inline = re.findall(rf"<{tag}>(.*?)</{tag}>", told, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inline[0].encode()).digest()).decode()
        assert len(inline) == 1
        assert f"{tag}-src 'sha256-{digest}'" in allowed
    assert allowed.startswith("default-src 'none'")


@pytest.mark.parametrize(
    "forbidden", [" style=", "onclick=", "javascript:", "http://", "https://", "<link", "@import", "src="]
)
def test_markup_of_ours_loads_nothing_and_carries_no_inline_style(forbidden: str) -> None:
    assert forbidden not in page(bare_case(document("x", NORTH)))


def test_what_documents_say_is_escaped(told: str) -> None:
    assert "&lt;script&gt;window.pwned = true&lt;/script&gt;" in told
    assert "<img" not in told


def test_every_link_leads_somewhere_and_every_id_stands_once(told: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', told)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', told)) <= set(ids)


def test_every_claim_has_its_mark_and_every_quote_leads_to_one(case: MadeCase, told: str) -> None:
    for claim in case.held["claims"]:
        assert f'id="m-{claim.id}"' in told


def test_a_case_without_documents_says_so() -> None:
    assert "holds no document that could be read" in page(MadeCase())


def test_a_case_without_claims_says_so_and_shows_the_accounts() -> None:
    bare = words(page(bare_case(document("x", NORTH))))
    assert "No claim was found" in bare
    assert "nine gunmen seized the Harbour Hall" in bare


def test_a_case_without_an_event_says_so_and_marks_the_claims() -> None:
    case = harbour()
    case.held["events"], case.held["estimates"] = [], []
    told = page(case)
    assert "none could be tied to an event" in told
    assert 'class="mark other"' in told


def test_of_many_events_the_biggest_is_told_and_the_others_are_listed() -> None:
    case = harbour()
    main = next(event for event in case.held["events"] if event.role is Role.MAIN)
    case.add("events", replace(main, id="small", title="A fire at the docks", documents=("d-gazette",), claims=()))
    told = page(case)
    assert "<h1><bdi>Seizure of the Harbour Hall, Port Verity</bdi></h1>" in told
    assert "A fire at the docks" in words(told, '<section id="others"', "</section>")


def test_what_could_not_be_read_is_named_with_its_remedy(told: str) -> None:
    method = words(told, '<section id="method"', "</section>")
    assert "scan.pdf: the page holds a picture and no text; run it through text recognition" in method
