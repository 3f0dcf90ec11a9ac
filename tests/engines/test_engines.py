from __future__ import annotations

import os
from itertools import count, islice

import pytest

from sayso.engines import Engine, engine_of
from sayso.errors import SaysoError, UnknownNameError

ENGINES = [engine_of("serial"), engine_of("processes", jobs=2)]
each_engine = pytest.mark.parametrize("engine", ENGINES, ids=["serial", "processes"])


@each_engine
def test_answers_come_in_the_order_of_the_tasks(engine: Engine):
    assert list(engine.map(abs, range(-40, 0))) == list(range(40, 0, -1))


@each_engine
def test_no_tasks_have_no_answers(engine: Engine):
    assert list(engine.map(abs, [])) == []


@each_engine
def test_tasks_are_taken_as_they_are_needed(engine: Engine):
    answers = engine.map(abs, count())
    assert list(islice(answers, 3)) == [0, 1, 2]


@each_engine
def test_an_error_in_a_task_reaches_the_caller(engine: Engine):
    with pytest.raises(ValueError, match="invalid literal"):
        list(engine.map(int, ["1", "x"]))


def test_a_worker_that_dies_is_said():
    with pytest.raises(SaysoError, match="--jobs 1"):
        list(engine_of("processes", jobs=1).map(os._exit, [3]))


def test_more_than_one_job_asks_for_processes():
    assert type(engine_of(jobs=2)).__name__ == "Processes"
    assert type(engine_of(jobs=1)).__name__ == "Serial"
    with pytest.raises(UnknownNameError, match="processes, serial"):
        engine_of("steam")
