"""What was asked of a table and changes nothing in it is said, on stderr."""

import pytest
from calling import call
from examples import ROOT

from orgdesign.cli.without_effect import OPTIONS

SMALL = str(ROOT / "tests" / "golden" / "small.toml")
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "idle"),
    [
        (("compare", SMALL, "--key", "equal"), ["--key"]),
        (("compare", SMALL, "--overrun", "20%", "--per-inhabitant"), ["--overrun"]),
        (("table", "lines", SMALL, "--per-inhabitant"), ["--per-inhabitant"]),
        (("table", "shares", SMALL, "--year", "2026"), ["--year"]),
        (("compare", SMALL, "--year", "2028"), []),
        (("compare", SMALL, "--year", "2026", "--against", "absolute"), []),
        (("table", "overrun", SMALL, "--overrun", "20%"), []),
    ],
)
def test_an_option_that_a_table_does_not_heed_is_named(
    capsys: Capture, arguments: tuple[str, ...], idle: list[str]
) -> None:
    answer = call(capsys, *arguments, "--lang", "en")
    assert answer.code == 0
    said = [
        line for line in answer.err.splitlines() if line.endswith("changes nothing in this table.")
    ]
    assert said == [f"{option} changes nothing in this table." for option in idle]


def test_every_option_that_may_be_idle_is_one_of_a_table(capsys: Capture) -> None:
    told = call(capsys, "table", "--help").out
    assert all(option in told for option in OPTIONS.values())
