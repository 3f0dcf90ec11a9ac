from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extraction.telling import document, extractor

from sayso.model import Account, Document

WORDS = (
    "killed wounded hostages the of 14 1,500 nearly dozens no one else and, but. soldiers \u2014 \u201creleased\u201d said "
    "On 31 February 1997 3:30 pm Reuters reported that guerrillas (MRT) were arrested; died in raid\n\n at least $5m all "
    "Dr. Ana Ru\u00edz \u00bd % #888 \u0661\u0662 \U0001f525 it's 12-14 mid-1980s"
).split(" ")
# Control characters make a text unreadable; what is said of that is the reader's to test.
READABLE = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t")
quick = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def assert_grounded(account: Account, read: Document) -> None:
    """Every span lies in the text and says what it quotes; no sentence crosses its block."""
    for claim in account.claims:
        assert read.text[claim.start : claim.end] == claim.quote != ""
        assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end
        assert read.blocks[claim.block].start <= claim.sentence.start
        assert claim.sentence.end <= read.blocks[claim.block].end
        assert all(read.text[span.start : span.end] == span.quote for span in claim.spans)
    for mention in account.mentions:
        assert read.text[mention.start : mention.end] == mention.quote


@quick
@given(st.text(READABLE, max_size=300))
def test_any_text_gives_only_grounded_claims(text):
    read = document(f"Rebels {text}")
    assert_grounded(extractor().extract(read), read)


@quick
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=80))
def test_any_words_of_the_trade_give_only_grounded_claims(words):
    read = document(" ".join(["Gunmen", *words]))
    assert_grounded(extractor().extract(read), read)


@quick
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40), st.sampled_from(["a.md", "a.html"]))
def test_markup_changes_nothing_of_that(words, name):
    text = " ".join(words)
    read = document(f"<h1>Raid</h1><p>Gunmen {text}</p>" if name == "a.html" else f"# Raid\n\n* Gunmen {text}", name)
    assert_grounded(extractor().extract(read), read)


def test_an_id_is_the_same_each_time_and_used_once():
    read = document("Gunmen killed two guards. Gunmen killed two guards.")
    first, second = extractor().extract(read), extractor().extract(read)
    assert first == second
    assert len({claim.id for claim in first.claims}) == len(first.claims)


def test_attributions_point_at_their_speaker():
    read = document("Two guards were killed in the attack, said General Ana Ruiz.")
    told = [a for claim in extractor().extract(read).claims for a in claim.attribution]
    assert told
    assert {read.text[a.speaker_start : a.speaker_end] for a in told} == {"General Ana Ruiz"}
