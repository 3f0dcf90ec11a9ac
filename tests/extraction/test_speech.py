"""Who says so: speakers, contents, and what a cue makes of them."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

from sayso.extraction.parsing.nlp import parse
from sayso.extraction.speech.speech import Saying, sayings, voices
from sayso.model import Modality


def said(text: str) -> tuple[Saying, ...]:
    (parsed,) = parse([(0, 0, text)])
    return sayings(parsed, text)


@pytest.mark.parametrize(
    ("text", "speaker", "basis"),
    [
        ("Police said five miners were killed.", "Police", "official"),
        ("Five miners were killed, police said.", "police", "official"),
        ('"Five miners were killed here," said Ana Soto, a witness.', "Ana Soto", "present"),
        ("Ana Soto, a resident, said five miners were killed.", "Ana Soto", "present"),
        ("According to the mayor, five miners were killed.", "the mayor", "official"),
        ("Local media reported that five miners were killed.", "Local media", "secondary"),
        ("Five miners were killed, a source close to the owners said on Monday.", "a source", "unnamed"),
        ("Rebels claimed that five soldiers were killed.", "Rebels", "party"),
    ],
)
def test_a_speaker_is_named_with_how_he_could_know(text: str, speaker: str, basis: str):
    (saying,) = said(text)
    assert (saying.speaker, saying.basis) == (speaker, basis)
    at = text.index("ive miners") if "miners" in text else text.index("five soldiers")
    assert saying.covers(at, at + 4)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army said that five men died.", Modality.ASSERTED),
        ("The army denied that five men died.", Modality.DENIED),
        ("The army did not deny that five men died.", Modality.ASSERTED),
        ("The army could not confirm that five men died.", Modality.POSSIBLE),
        ("The army claimed that five men died.", Modality.ALLEGED),
        ("It was reported that five men died.", Modality.REPORTED),
        ("It is feared that five men died.", Modality.POSSIBLE),
        ("Rumors that five men died spread quickly.", Modality.ALLEGED),
        ("Reports that five men died were false.", Modality.DENIED),
        ("There were no reports that five men died.", Modality.DENIED),
        ("The company rejected claims that five men died.", Modality.DENIED),
        ("Prosecutors accused them of killing five men.", Modality.ALLEGED),
    ],
)
def test_the_cue_decides_what_becomes_of_the_content(text: str, modality: Modality):
    at = text.index("five men")
    assert {s.modality for s in said(text) if s.covers(at, at + 8)} == {modality}


@pytest.mark.parametrize(
    "text",
    [
        "Five men were confirmed dead after the fire.",
        "Police found five men wounded in the yard.",
        "Police have not announced any arrests in the attack that killed five men.",
        "The day will be remembered by all who knew the five men.",
    ],
)
def test_what_is_met_with_is_no_saying(text: str):
    at = text.index("ive men")
    assert not [s for s in said(text) if s.covers(at, at + 7)]


def test_what_is_told_by_the_way_is_not_the_guess():
    text = "Police believe that the gunmen who killed five men fled north."
    (saying,) = said(text)
    assert not saying.covers(text.index("five men"), text.index(" fled"))
    assert saying.covers(text.index("fled"), text.index("fled") + 4)


def test_a_quotation_goes_on_over_sentences():
    text = '"We saw smoke," said Ana Soto. "Then the roof fell on us." Nobody moved.'
    (saying,) = said(text)
    assert text[saying.content.start : saying.content.end].endswith('fell on us."')
    assert saying.kind == "direct"


def test_words_held_at_arms_length_are_no_statement():
    assert said('The "peace camp" grew to two hundred tents.') == ()


def test_hearsay_keeps_both_speakers():
    text = "The witness said that the commander had told him that five men died."
    at = text.index("five men")
    assert {s.speaker for s in said(text) if s.covers(at, at + 8)} == {"The witness", "the commander"}


def test_a_pronoun_means_the_last_person_named_in_the_block_before():
    text = "Maria Lopez ran to the gate.\n\nShe said that five men died."
    second = text.index("She")
    parses = parse([(0, 0, text[: second - 2]), (1, second, text[second:])])
    (saying,) = voices(parses, text)[1]
    assert saying.speaker == "Maria Lopez"
    assert saying.speaker_at is not None
    assert text[saying.speaker_at.start : saying.speaker_at.end] == "Maria Lopez"


def test_a_headline_names_its_speaker():
    assert [s.speaker for s in said("Police: Five people killed in attack")] == ["Police"]
    assert [s.speaker for s in said("Police say five people killed in attack")] == ["Police"]


@pytest.mark.parametrize(
    ("text", "speaker", "holder"),
    [
        ("The army denied claims by the rebels that five men died.", "The army", "the rebels"),
        ("The army rejected the union's claim that five men died.", "The army", "the union"),
        ("Reports by a newspaper that five men died were false.", "", "a newspaper"),
    ],
)
def test_a_denial_names_who_put_forward_what_is_denied(text: str, speaker: str, holder: str):
    at = text.index("five men")
    denials = [s for s in said(text) if s.covers(at, at + 8) and s.put_forward_by]
    assert [(s.speaker, s.put_forward_by) for s in denials] == [(speaker, holder)]


@pytest.mark.parametrize(
    "text",
    [
        "The Directorate rejects the statements published in newspapers according to which 90 people died in the flood.",
        "The army denied reports according to which 90 people died in the raid.",
    ],
)
def test_what_is_rejected_according_to_which_people_died_is_denied(text: str) -> None:
    told = [claim for claim in tell(text).claims if claim.slot == "killed"]
    assert [(claim.value.low, claim.modality, claim.attribution[0].speaker) for claim in told] == [
        (90, Modality.DENIED, "The army" if "army" in text else "Directorate")
    ]
