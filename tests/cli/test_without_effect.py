"""What was asked of a table and changes nothing in it is said, on stderr."""

import pytest
from calling import call
from examples import EXAMPLE, ROOT

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
        (("compare", SMALL, "--mask", "3"), ["--mask"]),
        (("compare", SMALL, SMALL, "--key", "equal", "--unit", "cents"), ["--key"]),
        (("table", "structural", SMALL, "--measure", "transition_cost"), ["--measure"]),
        (("table", "staffing", SMALL, "--unit", "cents", "--mask", "3"), ["--unit"]),
        (("table", "cover", SMALL, "--year", "2026"), ["--year"]),
        (("table", "plan", SMALL, "--option", "host"), ["--option"]),
        (("table", "forms", SMALL, "--municipality", "noord"), ["--municipality"]),
        (("table", "assumptions", SMALL, "--option", "host"), ["--option"]),
        (("table", "lines", SMALL, "--option", "host", "--year", "2026"), []),
        (("compare", SMALL, "--unit", "euros", "--measure", "structural_cost"), []),
        (("table", "groups", SMALL, "--measure", "total_cost", "--year", "2026"), []),
        (("table", "groups", SMALL, "--measure", "present_value"), []),
        (("table", "stability", SMALL, "--measure", "structural_cost"), ["--measure"]),
        (("table", "stability", SMALL, "--year", "2026"), ["--year"]),
        (
            (
                "sensitivity",
                SMALL,
                "bands",
                "--percentage",
                "--overrun",
                "5%",
                "--key",
                "equal",
                "--leaving",
                "noord",
                "--mask",
                "3",
                "--draws",
                "32",
                "--seed",
                "3",
            ),
            ["--percentage", "--key", "--overrun", "--leaving", "--mask"],
        ),
        (
            (
                "sensitivity",
                SMALL,
                "switching",
                "--per-inhabitant",
                "--percentage",
                "--unit",
                "cents",
                "--against",
                "absolute",
            ),
            ["--against", "--per-inhabitant", "--percentage", "--unit"],
        ),
        (
            (
                "sensitivity",
                SMALL,
                "stress",
                "--year",
                "2026",
                "--draws",
                "32",
                "--seed",
                "3",
                "--method",
                "sobol",
            ),
            ["--year", "--draws", "--seed", "--method"],
        ),
        (("sensitivity", str(EXAMPLE), "morris", "--draws", "32", "--seed", "3"), ["--draws"]),
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


def test_thresholds_decide_after_a_part_of_the_sensitivity_too(capsys: Capture) -> None:
    tried = ("--set", "options.host.thresholds={ transition_cost_at_most = 0 }")
    arguments = ("sensitivity", SMALL, "stress", *tried)
    assert call(capsys, *arguments).code == 0
    assert call(capsys, *arguments, "--fail-on", "thresholds").code == 1
