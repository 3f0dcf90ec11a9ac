from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.linking.entities import entities
from sayso.model import Account, Actor, Anchor, Claim, Extent, Judgement, JudgementKind, Mention, Modality


def account(document, *names, kind="person", claims=()):
    """An account that mentions names one after the other; `name/organisation` gives the kind, `(X)` stands in brackets."""
    mentions, at = [], 0
    for name in names:
        words, _, own = name.partition("/")
        plain = words.strip("()")
        at += 2 if words.startswith("(") else 10
        mentions.append(Mention(document, at, at + len(plain), plain, own or kind, plain))
        at += len(plain)
    return Account(document, tuple(claims), (), tuple(mentions), (), ())


def named(*accounts, judgements=()):
    """Names of the entities with how often each is mentioned."""
    return {(entity.name, len(entity.mentions)) for entity in entities(accounts, judgements)}


def test_accents_and_titles_are_one_person():
    assert named(account("a", "Ana Brügge", "President Brügge"), account("b", "Gen. Ana Brugge")) == {("Ana Brügge", 3)}


def test_surname_joins_the_one_full_name_of_its_account():
    assert named(account("a", "Ana Brügge", "Brügge"), account("b", "Otto Brügge", "Brügge")) == {
        ("Ana Brügge", 2),
        ("Otto Brügge", 2),
    }


def test_surname_before_the_full_name_is_another_s_where_the_case_has_another():
    accounts = (account("a", "Otto Brügge"), account("b", "Brügge", "Ana Brügge"))
    assert named(*accounts) == {("Otto Brügge", 1), ("Ana Brügge", 1), ("Brügge", 1)}
    assert named(accounts[1]) == {("Ana Brügge", 2)}


def test_surname_joins_the_one_bearer_of_the_case():
    (entity,) = entities([account("a", "Ana Brügge"), account("b", "Brügge")])
    assert "the only person in the case" in entity.why[0]


def test_surname_of_two_people_joins_neither():
    found = named(account("a", "Ana Brügge"), account("b", "Otto Brügge"), account("c", "Brügge"))
    assert found == {("Ana Brügge", 1), ("Otto Brügge", 1), ("Brügge", 1)}


def test_title_tells_two_bearers_of_a_surname_apart():
    people = (account("a", "President Ana Brügge"), account("b", "Otto Brügge"), account("c", "President Brügge"))
    assert named(*people) == {("Ana Brügge", 2), ("Otto Brügge", 1)}


def test_conflicting_given_names_never_meet_through_a_third():
    found = entities(
        [account("a", "Juan Luis Brügge"), account("b", "Juan Brügge"), account("c", "Juan Carlos Brügge")]
    )
    assert len(found) == 2
    assert not any({"Juan Luis Brügge", "Juan Carlos Brügge"} <= {entity.name, *entity.aliases} for entity in found)


def test_first_of_two_surnames_is_enough_in_its_account():
    assert named(account("a", "Luis Cerda Molina", "Cerda")) == {("Luis Cerda Molina", 2)}


def test_given_name_joins_only_within_its_account():
    assert named(account("a", "Ana Brügge", "Ana"), account("b", "Ana")) == {("Ana Brügge", 2), ("Ana", 1)}


@pytest.mark.parametrize(
    ("long", "short"),
    [("National Liberation Army", "ELN"), ("Alba Roja Revolutionary Movement", "MRAR"), ("Red Dawn Front", "RDF")],
)
def test_acronym_in_brackets_is_its_expansion(long, short):
    (entity,) = entities(
        [account("a", long, f"({short})", kind="organisation"), account("b", short, kind="organisation")]
    )
    assert entity.name == long
    assert any("explains the other" in why for why in entity.why)


def test_acronym_joins_the_one_expansion_of_the_case():
    found = named(account("a", "Ejército de Liberación Nacional/organisation"), account("b", "ELN/group", "ELN/group"))
    assert found == {("Ejército de Liberación Nacional", 3)}


def test_acronym_of_two_expansions_joins_neither():
    names = ("National Liberation Army/organisation", "Nuclear Energy League/organisation")
    assert len(entities([account("a", *names), account("b", "NLE/organisation", "ELN/organisation")])) >= 3


def test_translated_name_is_one_organisation():
    (entity,) = entities(
        [
            account("a", "Movimiento Revolucionario Alba Roja/group"),
            account("b", "Alba Roja Revolutionary Movement/group"),
        ]
    )
    assert entity.kind == "group"
    assert "translation" in entity.why[0]


def test_name_cut_short_joins_where_only_its_kind_is_left_out():
    found = named(account("a", "Alba Roja Revolutionary Movement", "Alba Roja", "Alba Roja Times", kind="organisation"))
    assert found == {("Alba Roja Revolutionary Movement", 2), ("Alba Roja Times", 1)}


def test_country_is_one_place_under_all_its_names():
    (entity,) = entities([account("a", "U.S./place", "United States/place"), account("b", "US/organisation")])
    assert (entity.kind, entity.name) == ("place", "United States")


def test_person_and_town_of_one_name_stay_apart():
    found = entities([account("a", "Abe Lincoln", "Lincoln/person"), account("b", "Lincoln/place")])
    assert sorted(entity.kind for entity in found) == ["person", "place"]


def test_name_finder_that_wavers_is_outvoted():
    assert named(account("a", "Red Dawn/organisation", "Red Dawn/organisation"), account("b", "Red Dawn/person")) == {
        ("Red Dawn", 3)
    }


def test_every_mention_stands_in_one_entity():
    accounts = [account("a", "Ana Brügge", "Brügge", "ELN/group"), account("b", "Otto Brügge", "ELN/organisation")]
    told = sorted(mention for one in entities(accounts) for mention in map(repr, one.mentions))
    assert told == sorted(repr(mention) for one in accounts for mention in one.mentions)


NAMES = (
    "Ana Brügge", "Brügge", "President Brügge", "Otto Brügge", "Ana", "Ana Brügge Molina", "ELN/group", "(ELN/group",
    "National Liberation Army/organisation", "Ejército de Liberación Nacional/group", "U.S./place", "Brügge/place",
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(NAMES), max_size=5), max_size=5), st.randoms(use_true_random=False))
def test_order_of_accounts_changes_nothing(told, random):
    accounts = [account(f"d{at}", *names) for at, names in enumerate(told)]
    shuffled = random.sample(accounts, len(accounts))
    assert entities(shuffled) == entities(accounts)
    assert len({entity.id for entity in entities(accounts)}) == len(entities(accounts))


def test_a_thousand_accounts_are_linked_in_seconds():
    syllables = ("bar", "den", "fil", "gom", "kus", "lat", "mir", "nor", "sot", "dux")
    surnames = [f"{one}{two}{three}".title() for one in syllables for two in syllables for three in syllables]
    accounts = [account(f"d{at:04}", f"Ana {name}", name, f"Otto {name}") for at, name in enumerate(surnames)]
    # A surname that two people of its account share joins neither.
    assert len(entities(accounts)) == 3000


def claim(identity, document, start, end):
    value = Actor("someone", None, "someone")
    about = Extent(start, end)
    place = (document, start, end, "someone", (), about, 0, "leader", None, value)
    return Claim(identity, *place, Modality.ASSERTED, True, (), None, None, None, None, "rules/1", None, 0, about)


def judgement(kind, *claims, number="j1", undoes=None):
    anchors = tuple(Anchor(one.id, "", one.start, one.end, "", "", "", one.slot, None, one.value) for one in claims)
    return Judgement(number, kind, "me", "2020-01-01T00:00:00Z", "", undoes, anchors, None)


def test_judged_to_be_one_are_one_and_undone_are_not():
    first, second = claim("c1", "a", 10, 20), claim("c2", "b", 10, 20)
    accounts = [account("a", "Ana Brügge", claims=[first]), account("b", "Zoe Molina", claims=[second])]
    same = judgement(JudgementKind.SAME_ENTITY, first, second)
    assert len(entities(accounts, [same])) == 1
    assert len(entities(accounts, [same, judgement(JudgementKind.NOTE, number="j2", undoes="j1")])) == 2


def test_judged_apart_stay_apart():
    first, second = claim("c1", "a", 10, 20), claim("c2", "b", 10, 20)
    accounts = [account("a", "Ana Brügge", claims=[first]), account("b", "Ana Brügge", claims=[second])]
    assert len(entities(accounts, [judgement(JudgementKind.APART_ENTITY, first, second)])) == 2


def test_two_surnames_give_way_to_the_whole_name():
    accounts = (account("a", "Salas Rey"), account("b", "Salas Rey"), account("c", "Ana Maria Salas Rey"))
    assert {name for name, _ in named(*accounts)} == {"Ana Maria Salas Rey"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rossi Carlo", "Carlo Rossi"),
        ("Elizabeth Velasquez", "Febe Elizabeth Velazquez"),
        ("Fede Elizabeth Velasquez", "Febe Elizabeth Velasquez"),
        ("Nguyen Van An", "Van An Nguyen"),
        ("Chris Mora", "Christopher Mora"),
        ("Bob Mora", "Robert Mora"),
        ("Officers Ana Mora", "Ana Mora"),
    ],
)
def test_a_name_turned_round_cut_or_misspelt_is_one_person(one, other):
    assert len(named(account("a", one), account("b", other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Rosa Torres", "Eva Rosa Torres"),
        ("Mario José Rojas", "Maria José Rojas"),
        ("Carlo Rossi", "Rossi Bianchi"),
        ("Peter Paul Marsh", "Paul Peter March"),
        ("Rosa Velasquez", "Ana Elizabeth Velazquez"),
        ("Chris Mora", "Claire Mora"),
        ("Ana Mora", "Anabel Mora"),
    ],
)
def test_another_given_name_is_another_person(one, other):
    assert len(named(account("a", one), account("b", other))) == 2


def test_a_tail_that_two_people_have_joins_neither():
    people = (account("a", "Febe Elizabeth Velasquez"), account("b", "Luz Elizabeth Velasquez"))
    assert len(named(*people, account("c", "Elizabeth Velasquez"))) == 3


def test_names_judged_to_be_one_are_so_in_every_account():
    first, second = claim("c1", "a", 10, 20), claim("c2", "b", 10, 21)
    told = (
        account("a", "Ana Brügge", claims=[first]),
        account("b", "Otto Brügge", claims=[second]),
        account("c", "Ana Brügge"),
    )
    assert len(entities(told, [judgement(JudgementKind.SAME_ENTITY, first, second)])) == 1


def test_a_surname_with_junior_is_short_for_no_senior():
    told = (account("a", "Norris Mora Sr.", "Mora Jr."), account("b", "Norris Mora Jr."))
    assert named(*told) == {("Norris Mora Sr.", 1), ("Norris Mora Jr.", 2)}
