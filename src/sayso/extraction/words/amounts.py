"""Words that stand for so many: "a total of 14", "a column of 300", "a group of teachers"."""

from __future__ import annotations

#: Who is called so is among those told of behind it ("a group of teachers killed"); parents of those killed are not.
SETS = frozenset(
    "group pair couple trio total majority number dozen score hundred party crew team part half third most".split()
)
#: "A total of", "upwards of", "in excess of": what such an amount stands for stands for the number.
AMOUNTS = frozenset(
    "total number majority maximum minimum average upwards upward excess count column band party company platoon squad detachment contingent gang posse".split()
)
