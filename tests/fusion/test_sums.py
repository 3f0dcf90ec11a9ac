"""What rolls up to the whole, and the sums that no account states."""

from __future__ import annotations

from tests.fusion.factory import EVENTS, MAIN, RAID, TAKEOVER, actor, figure, said, told, when

from sayso.model import Relation, Status


def test_a_figure_of_the_whole_and_of_its_one_part_answer_one_question() -> None:
    case = told(said("a", "killed", figure(5), "attackers"), said("b", "killed", figure(5), "attackers", event=RAID))
    estimate = case.estimate("killed", "attackers", MAIN)
    assert (estimate.status, estimate.rolls_up, estimate.best) == (Status.AGREED, True, figure(5))


def test_a_zero_in_one_part_neither_adds_nor_contradicts() -> None:
    case = told(
        said("a", "killed", figure(0), "total", event=TAKEOVER, scope=Relation.OTHER),
        said("b", "killed", figure(6), "total", event=RAID),
    )
    assert case.estimate("killed", "total", MAIN).best == figure(6)
    assert case.kinds() == []


def test_the_dead_of_two_parts_are_added_and_the_sum_says_it_is_ours() -> None:
    case = told(
        said("a", "killed", figure(1), "hostages", event=TAKEOVER),
        said("a", "killed", figure(2), "hostages", event=RAID),
    )
    estimate = case.estimate("killed", "hostages", MAIN)
    assert (estimate.low, estimate.high, len(estimate.derived_from)) == (3, 3, 2)
    assert "our sum; no account states it" in estimate.why


def test_one_figure_told_of_two_parts_is_not_added() -> None:
    case = told(
        said("a", "killed", figure(5), "attackers", event=TAKEOVER),
        said("b", "killed", figure(5), "attackers", event=RAID),
    )
    assert case.estimate("killed", "attackers", MAIN).best == figure(5)


def test_the_dead_of_groups_that_share_nobody_make_a_total() -> None:
    case = told(
        *(
            said("a", "killed", figure(n), group)
            for n, group in ((5, "attackers"), (2, "security_forces"), (1, "hostages"))
        )
    )
    estimate = case.estimate("killed", "total")
    assert (estimate.low, len(estimate.derived_from), estimate.readings) == (8, 3, ())
    assert estimate.why.startswith("5 + 1 + 2 = 8")


def test_groups_that_may_share_people_make_no_total() -> None:
    case = told(said("a", "killed", figure(5), "hostages"), said("a", "killed", figure(2), "civilians"))
    assert [one for one in case.fused().estimates if one.group == "total"] == []


def test_a_contested_term_makes_no_total() -> None:
    case = told(
        said("a", "killed", figure(5), "attackers"),
        said("b", "killed", figure(9), "attackers"),
        said("a", "killed", figure(2), "hostages"),
    )
    assert [one for one in case.fused().estimates if one.group == "total"] == []


def test_a_total_that_is_told_is_not_made() -> None:
    case = told(
        said("a", "killed", figure(5), "attackers"),
        said("a", "killed", figure(2), "hostages"),
        said("b", "killed", figure(8), "total"),
    )
    assert case.estimate("killed", "total").derived_from == ()


def test_who_did_it_is_told_in_a_part_and_answers_for_the_whole() -> None:
    case = told(
        said("a", "perpetrator", actor("Red Front"), event=TAKEOVER), said("b", "perpetrator", actor("Red Front"))
    )
    assert case.estimate("perpetrator").status is Status.AGREED


def test_the_first_part_starts_and_the_last_part_ends_the_whole() -> None:
    case = told(
        said("a", "date_start", when("1980-04-30"), event=TAKEOVER),
        said("b", "date_start", when("1980-05-05"), event=RAID),
    )
    assert case.estimate("date_start", event=MAIN).best == when("1980-04-30")
    assert case.estimate("date_end", event=MAIN).best == when("1980-05-05")


def test_a_start_that_is_the_date_of_the_last_part_is_handed_to_it() -> None:
    case = told(
        said("a", "date_start", when("1980-04-30")), said("b", "date_start", when("1980-05-05")),
        said("c", "date_start", when("1980-05-05"), event=RAID),
    )  # fmt: skip
    assert case.estimate("date_start", event=MAIN).best == when("1980-04-30")
    assert case.estimate("date_start", event=RAID).status is Status.AGREED


def test_estimates_come_in_the_order_of_the_events() -> None:
    case = told(
        said("a", "killed", figure(1), "hostages", event="e-other"),
        said("a", "killed", figure(1), "hostages", event=RAID),
    )
    order = [one.id for one in EVENTS]
    events = [order.index(one.event) for one in case.fused().estimates]
    assert events == sorted(events)


def test_the_dead_of_another_event_stay_there() -> None:
    case = told(
        said("a", "killed", figure(11), "hostages", event="e-other"), said("a", "killed", figure(2), "hostages")
    )
    assert (case.estimate("killed", "hostages").best, case.kinds()) == (figure(2), [])


def test_a_part_that_lacks_a_side_of_the_whole_has_no_sum_of_its_dead() -> None:
    raid = (
        said("a", "killed", figure(1), "hostages", event=RAID, start=1),
        said("a", "killed", figure(2), "security_forces", event=RAID, start=9),
    )
    alone = told(*raid)
    assert alone.estimate("killed", "total", RAID).low == 3
    beside = told(*raid, said("b", "killed", figure(14), "attackers"))
    assert [
        one for one in beside.fused().estimates if (one.event, one.slot, one.group) == (RAID, "killed", "total")
    ] == []
