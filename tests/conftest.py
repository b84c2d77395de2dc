"""How all tests run: no drawn example is timed, and how many keys the monkey presses is asked."""

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--monkey", type=int, default=0, help="random keys on each screen of the app")
    parser.addoption("--seed", type=int, default=0, help="seed of the random keys")
