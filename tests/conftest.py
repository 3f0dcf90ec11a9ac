from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sayso.codebook.loading import source
from sayso.model import (
    Attribution,
    Block,
    BlockKind,
    CaseHeader,
    Claim,
    Document,
    Entity,
    Estimate,
    Event,
    Extent,
    Figure,
    Finding,
    Fused,
    Label,
    Lineage,
    Linked,
    Mention,
    Modality,
    Origin,
    Qualifier,
    Reading,
    Role,
    Source,
    Stage,
    Status,
    Unread,
    Verdict,
    When,
    claim_id,
)
from sayso.store import Derived, Store

# A busy machine is no fault of a test.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

TEXT = "About 72 hostages were freed, said General Ana Ruiz."

# Three short accounts of one event that part on the number taken, for tests of the whole way.
ACCOUNTS = {
    "gazette.txt": (
        "Gunmen seize embassy\n\n12 March 2001\n\nGunmen seized an embassy on 10 March 2001 and took 40 hostages. "
        "Two guards were killed in the attack.\n"
    ),
    "herald.txt": (
        "Siege ends\n\n20 March 2001\n\nThe gunmen who stormed the embassy on 10 March 2001 took 45 people hostage. "
        "Two guards were killed. Police freed the hostages on 19 March 2001.\n"
    ),
    "voice.md": (
        "# The embassy siege\n\nMore than 30 hostages were taken when gunmen stormed the embassy on March 10, 2001.\n"
    ),
}


@pytest.fixture
def document() -> Document:
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    block = Block(0, len(TEXT), BlockKind.PARAGRAPH, 1, None)
    return Document(
        "a", ("a.txt",), sha, sha, TEXT, "Freed", "s", (), None, None, None, None, "en", "txt", "plain/1", (block,)
    )


@pytest.fixture
def claim(document: Document) -> Claim:
    value = Figure(65, 79, "people", Qualifier.ABOUT, "About 72")
    name = claim_id(document.sha256, 0, 8, "rescued", "hostages", value, Modality.REPORTED)
    said = Attribution("General Ana Ruiz", None, "said", "indirect", "official", 35, 51)
    sentence = Extent(0, len(TEXT))
    told = (
        "rescued",
        "hostages",
        value,
        Modality.REPORTED,
        True,
        (said,),
        None,
        None,
        None,
        None,
        "rules/1",
        None,
        0,
        None,
    )
    return Claim(name, "a", 0, 8, "About 72", (), sentence, 0, *told, event="e", about=None)


@pytest.fixture
def derived(document: Document, claim: Claim) -> Derived:
    when = When("1997-04-22", date(1997, 4, 22), date(1997, 4, 22), None, "April 22")
    event = Event("e", "rescue", None, Stage.ACCOMPLISHED, "Raid", Role.MAIN, None, when, None, ("a",), (claim.id,), ())
    mention = Mention("a", 43, 51, "Ana Ruiz", "person", "Ana Ruiz")
    entity = Entity("p", "person", "Ana Ruiz", ("General Ana Ruiz",), (mention,), ())
    reading = Reading(claim.value, (claim.id,), ("a",), (Origin(("a",), "none_found"),), ())
    verdict = Verdict(claim.value, 65, 79, "the only account", not_covered=False)
    estimate = Estimate(
        "x", "e", "rescued", "hostages", None, Status.SINGLE, (), claim.value, 65, 79, "sayso", "one account says so",
        {"ucdp": verdict}, (), False, (reading,),
    )  # fmt: skip
    label = Label(None, "attackers", "a", "rebel", "own", 0, 5)
    lineage = Lineage("l", "cites", "a", None, "a radio", (), 0.0)
    finding = Finding("f", "single_origin", "e", "One account alone gives it.", (claim.id,), ("a",))
    return Derived(
        (document,),
        (Source("s", "Gazette", "outlet", ("a",)),),
        (Unread("b.txt", "the file is empty", "Leave it out"),),
        Linked((claim,), (event,), (entity,), (lineage,), (label,)),
        Fused((estimate,), (finding,)),
    )


@pytest.fixture
def filled(derived: Derived) -> Callable[[Store], Store]:
    """Fill a store with one tiny case."""

    def fill(store: Store) -> Store:
        raw, _ = source("incident")
        with store.write() as writer:
            writer.describe(CaseHeader("Raid", "incident", "0" * 64, "sayso", {"rules": "1"}), raw.decode())
            writer.replace(derived)
        return store

    return fill


@pytest.fixture(scope="session")
def siege(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three accounts, for reading only."""
    folder = tmp_path_factory.mktemp("accounts") / "siege"
    folder.mkdir()
    for name, text in ACCOUNTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def accounts(siege: Path, tmp_path: Path) -> Path:
    """A copy of the folder that a test may change."""
    return Path(shutil.copytree(siege, tmp_path / "siege"))


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def sayso(tmp_path: Path) -> Run:
    """Run the command line as a user does, in a folder of its own."""

    def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-c", "from sayso.cli import main; main()", *map(str, arguments)]
        environment = {**os.environ, "COLUMNS": "100", "PYTHONWARNINGS": "ignore", "PYTHONIOENCODING": "utf-8"}
        return subprocess.run(  # noqa: PLW1510 - the status is what is tested
            call, capture_output=True, text=True, encoding="utf-8", cwd=options.get("cwd", tmp_path), env=environment
        )

    return run


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine now and then draws no frame for half a minute: it is asked again, for that alone."""
    for item in items:
        if item.get_closest_marker("browser") is not None:
            item.add_marker(pytest.mark.flaky(reruns=2, only_rerun=["TimeoutError"]))


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Chromium, once for all tests of the process: the driver bears no second loop beside it."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is on the path; install it to run the browser's tests")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()
