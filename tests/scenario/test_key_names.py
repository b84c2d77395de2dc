"""Which key shares a line: its own, that of its pool, that of all, else inhabitants."""

import pytest

from orgdesign.scenario.key_names import entry_of, key_of


@pytest.mark.parametrize(
    ("keys", "shared", "entry", "key"),
    [
        ({}, "governance", None, "inhabitants"),
        ({"one_off": "staff"}, "governance", None, "inhabitants"),
        ({"all": "equal"}, "governance", "all", "equal"),
        ({"all": "equal"}, "running", "all", "equal"),
        ({"running": "staff", "all": "equal"}, "governance", "running", "staff"),
        ({"governance": "demand", "running": "staff"}, "governance", "governance", "demand"),
        ({"governance": "demand"}, "running", None, "inhabitants"),
        ({"one_off": "history"}, "startup", "one_off", "history"),
    ],
)
def test_the_nearest_entry_decides(
    keys: dict[str, str], shared: str, entry: str | None, key: str
) -> None:
    assert entry_of(keys, shared) == entry
    assert key_of(keys, shared) == key
