from __future__ import annotations

from sayso.export.left import Left, told


def test_each_reason_is_one_line_with_how_many_and_the_first_names():
    left = [Left(f"Event {number}", "no date") for number in range(5)] + [Left("Fire", "no code")]
    assert list(told(left)) == [
        "5 left out: no date (Event 0; Event 1; Event 2; 2 more)",
        "1 left out: no code (Fire)",
    ]
