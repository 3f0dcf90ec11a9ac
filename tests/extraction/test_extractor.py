from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from tests.extraction.telling import counted, document, extractor, tell

from sayso.model import Duration, Figure

RAID = "Soldiers stormed the bank on 3 May 2001. Two gunmen were killed and nine hostages were rescued."
FIRE = "A fire swept the market on 9 June 2004. Fourteen traders died and 30 were injured."


@pytest.mark.xfail(reason="quantities are told where nothing happens", strict=False)
def test_a_text_without_an_event_gives_nothing():
    account = tell("The recipe asks for 12 eggs, 3 onions and 200 grams of flour. Bake for 40 minutes.")
    assert account.claims == ()


def test_a_documents_claims_do_not_depend_on_its_neighbours():
    alone = [tell(text) for text in (RAID, FIRE)]
    assert [tell(FIRE), tell(RAID), tell(FIRE)] == [alone[1], alone[0], alone[1]]


def test_the_name_of_a_file_changes_no_value():
    one, other = extractor().extract(document(RAID, "a.txt")), extractor().extract(document(RAID, "b.txt"))
    assert [(c.slot, c.group, c.value) for c in one.claims] == [(c.slot, c.group, c.value) for c in other.claims]


def test_an_extractor_travels_between_processes():
    copy = pickle.loads(pickle.dumps(extractor()))  # noqa: S301 - our own bytes
    assert copy.extract(document(RAID)) == tell(RAID)


def test_another_language_gives_no_claims():
    text = "Los soldados asaltaron el banco. Murieron 14 personas y 30 resultaron heridas durante el ataque del lunes."
    assert tell(text).claims == ()


@pytest.mark.parametrize("whole", ["en", "es"])
def test_claims_are_taken_from_the_blocks_of_the_codebooks_language(whole):
    told = document(f"{RAID}\n\nSoldiers shot 14 people dead at the bank on 3 May 2001.")
    first, other = told.blocks[0], told.blocks[-1]
    blocks = (replace(first, language=None if whole == "en" else "en"), replace(other, language="fr"))
    account = extractor().extract(replace(told, language=whole, blocks=blocks))
    assert account.claims
    assert all(claim.end <= first.end for claim in account.claims)


def test_a_sentence_of_five_thousand_words_is_no_crash():
    text = "Gunmen killed two guards and " + " and ".join(["the men ran on"] * 1250) + "."
    assert counted(text) == set()


def test_a_list_of_names_counts_nobody():
    text = "Anna Ortiz\nPaul Brandt\nMei Lin\nJohn Abara\nIvan Petrov\n" * 10
    assert tell(text).claims == ()


@pytest.mark.parametrize("digits", [20, 100, 400])
def test_a_number_beyond_all_people_is_no_count(digits):
    account = tell(f"In the attack {'9' * digits} people were killed.")
    figures = [claim.value for claim in account.claims if isinstance(claim.value, Figure | Duration)]
    assert [value for value in figures if (value.low or 0) > 10**10] == []


@pytest.mark.xfail(reason="tags within a sentence break it", strict=False)
def test_markup_left_in_hides_no_figure():
    text = (
        "<p>Gunmen killed <b>14</b> soldiers.</p> &nbsp; <div class='x12'>Nine people were injured in the attack.</div>"
    )
    assert {("killed", (14, 14)), ("injured", (9, 9))} <= counted(text)


def test_a_table_turned_to_text_gives_no_wrong_sum():
    text = "Victims of the attack\n\nTown Killed Injured\nAbad 3 14\nBrod 12 9\nTotal 15 23\n"
    assert all(low in {3, 14, 12, 9, 15, 23} for _, (low, _) in counted(text))


def test_contradictory_datelines_are_no_crash():
    text = "ROME, 4 May 2001 - PARIS, 9 May 1999 - Gunmen killed two guards on Monday."
    assert ("killed", (2, 2)) in counted(text)


@pytest.mark.parametrize(
    "text",
    ["GUNMEN KILLED TWO GUARDS AND WOUNDED NINE PEOPLE.", "gunmen killed two guards and wounded nine people."],
)
def test_the_case_of_letters_does_not_matter(text):
    assert {("killed", (2, 2)), ("injured", (9, 9))} <= counted(text)


@pytest.mark.parametrize("quote", ['"{}"', "\u201c{}\u201d", "'{}'", "\u00ab{}\u00bb"])
def test_any_quotation_marks_carry_a_figure(quote):
    text = f"Gunmen attacked the bank. {quote.format('Two guards were killed')}, said General Ruiz."
    assert ("killed", (2, 2)) in counted(text)


def test_navigation_around_a_page_yields_nothing():
    body = "<p>Gunmen killed two guards in the attack on the bank, the police said on Monday in a long statement.</p>"
    page = f"<html><body><nav>Most read: 300 killed in attack</nav><article><h1>Raid</h1>{body}</article></body></html>"
    assert 300 not in {c.value.low for c in tell(page, "a.html").claims if isinstance(c.value, Figure)}
