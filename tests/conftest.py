"""How all tests run: drawn examples are untimed, dear tests untraced, the monkey is asked."""

import sys
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

TESTS = Path(__file__).parent
UNTRACED = {
    "allocation/games/test_draws.py",
    "allocation/games/test_peer.py",
    "allocation/games/test_properties.py",
    "cli/test_export.py",
    "cli/test_sensitivity.py",
    "cli/test_sharing_options.py",
    "cli/test_show.py",
    "cli/test_verify.py",
    "export/test_accessible.py",
    "export/test_documents.py",
    "export/test_pictures.py",
    "export/test_recalculated.py",
    "export/test_tampered.py",
    "identity/test_ids.py",
    "model/test_explain.py",
    "model/test_recompute.py",
    "model/test_where.py",
    "notes/test_effect.py",
    "notes/test_words.py",
    "placement/test_placement.py",
    "scenario/test_variant.py",
    "sensitivity/test_executors.py",
    "sensitivity/test_order.py",
    "sensitivity/test_stress.py",
    "sensitivity/test_switching.py",
    "sensitivity/test_tornado.py",
    "tables/people/test_mask.py",
    "tables/test_cents.py",
    "tables/test_games.py",
    "tables/test_ranges.py",
    "tables/test_sharing.py",
    "tables/test_sums.py",
    "tables/test_tables.py",
    "tables/test_waterfall.py",
    "test_architecture.py",
    "test_cases.py",
    "tui/test_amounts.py",
    "tui/test_command_log.py",
    "tui/test_contrast.py",
    "tui/test_drilling.py",
    "tui/test_every_screen.py",
    "tui/test_journeys.py",
    "tui/test_jumping.py",
    "tui/test_letters.py",
    "tui/test_monkey.py",
    "tui/test_options.py",
    "tui/test_overview.py",
    "tui/test_pictures.py",
    "tui/test_screens.py",
    "tui/test_sensitivity.py",
    "tui/test_tabled.py",
    "tui/test_terminal_journeys.py",
    "tui/test_trying.py",
}
"""Tests that compute much of what others reach with less: tracing would double their time."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--monkey", type=int, default=0, help="random keys on each screen of the app")
    parser.addoption("--seed", type=int, default=0, help="seed of the random keys")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "untraced: reaches what other tests reach with less.")


def is_untraced(item: pytest.Item) -> bool:
    """Return whether a test draws examples or is dear: it does not count for coverage."""
    drawn = is_hypothesis_test(getattr(item, "obj", None))
    named = item.path.relative_to(TESTS).as_posix() in UNTRACED
    return drawn or named or item.get_closest_marker("untraced") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Take the tracer away for a test that is not traced, in threads that it starts too.

    The marker `no_cover` of pytest-cov does nothing in a process of pytest-xdist: what it stops
    there is the second of two measurements, and the first goes on.
    """
    if not is_untraced(item):
        return (yield)
    here, there = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        threading.settrace(there)
        sys.settrace(here)
