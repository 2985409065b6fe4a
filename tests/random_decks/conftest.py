"""What the tests with random decks share: a folder to make them in, and how many there are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.random_decks.decks import specs
from tests.random_decks.made import Maker

A_TEST = 25
"""Decks that one test makes."""
ALL = list(HealthCheck)


@pytest.fixture(scope="session")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """Makes decks of random specs in a folder of its own."""
    return Maker(tmp_path_factory.mktemp("random"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with ``batch`` is there once for every so many of the decks asked for."""
    if "batch" in metafunc.fixturenames:
        wanted: int = metafunc.config.getoption("--random-decks")
        metafunc.parametrize("batch", range(-(-wanted // A_TEST)))


def random_spec(maker: Maker, number: int) -> str:
    """A random spec, always the same one for a number.

    Of two that Hypothesis makes it is the second: the first is always the plainest, and from the third on they are
    made of earlier ones and hold few new things. One that fails is not made smaller: it is short enough to be read.
    """
    made: list[str] = []

    @seed(number)
    @settings(max_examples=2, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=ALL)
    @given(spec=specs(maker.told))
    def remember(spec: str) -> None:
        made.append(spec)

    remember()
    return made[-1]
