"""The settings of a table as options of a command, there and back."""

from __future__ import annotations

import shlex

import pytest
from examples import EXAMPLE, scenario
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.identity.call import arguments, changes
from orgdesign.tables.settings import UNITS, Overrun, Settings, settings_for

EXAMPLE_SCENARIO = scenario(EXAMPLE)

CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "language": st.sampled_from(["nl", "en"]),
        "numbers": st.sampled_from(["nl_NL", "en_GB", "fr_FR"]),
        "against": st.sampled_from(["alone", "absolute"]),
        "per_inhabitant": st.just(True),
        "percentage": st.just(True),
        "measure": st.sampled_from(["structural_cost", "present_value"]),
        "year": st.sampled_from(EXAMPLE_SCENARIO.years),
        "unit": st.sampled_from(UNITS),
        "options": st.lists(st.sampled_from(EXAMPLE_SCENARIO.options), unique=True).map(tuple),
        "mask_below": st.sampled_from([0.5, 3.0]),
        "municipalities": st.lists(
            st.sampled_from(EXAMPLE_SCENARIO.municipalities), min_size=1, unique=True
        ).map(tuple),
        "keys": st.lists(st.sampled_from(["equal", "inhabitants", "staff"]), unique=True).map(
            tuple
        ),
        "overrun": st.builds(Overrun, st.floats(-0.9, 9e6), st.sampled_from(["share", "euros"])),
        "leaving": st.lists(
            st.lists(st.sampled_from(EXAMPLE_SCENARIO.municipalities), min_size=1, unique=True).map(
                tuple
            )
        ).map(tuple),
    },
)


@given(CHANGES)
def test_the_options_of_a_call_give_the_settings_back(asked: dict[str, object]) -> None:
    settings = settings_for(EXAMPLE_SCENARIO, "compare", **asked)
    parts = shlex.split(arguments(EXAMPLE_SCENARIO, "compare", settings))
    found, tried = changes(parts)
    assert settings_for(EXAMPLE_SCENARIO, "compare", **found) == settings
    assert not tried


OTHER: dict[str, object] = {
    "language": "en",
    "numbers": "fr_FR",
    "against": "absolute",
    "per_inhabitant": True,
    "percentage": True,
    "measure": "present_value",
    "year": EXAMPLE_SCENARIO.years[1],
    "unit": "cents",
    "options": EXAMPLE_SCENARIO.options[:1],
    "municipalities": EXAMPLE_SCENARIO.municipalities[:1],
    "keys": ("equal",),
    "overrun": Overrun(0.25),
    "leaving": (EXAMPLE_SCENARIO.municipalities[1:],),
    "mask_below": 3.0,
}


@pytest.mark.parametrize("field", Settings._fields)
def test_a_check_line_holds_every_setting_of_a_table(field: str) -> None:
    settings = settings_for(EXAMPLE_SCENARIO, "exit", **{field: OTHER[field]})
    parts = shlex.split(arguments(EXAMPLE_SCENARIO, "exit", settings))
    assert parts
    assert settings_for(EXAMPLE_SCENARIO, "exit", **changes(parts)[0]) == settings


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (["--overrun", "10%"], {"overrun": Overrun(0.1)}),
        (["--overrun", "2,5%"], {"overrun": Overrun(0.025)}),
        (["--overrun", "250000"], {"overrun": Overrun(250_000.0, "euros")}),
        (["--leaving", "a+b", "--leaving", "c"], {"leaving": (("a", "b"), ("c",))}),
        (["--key", "equal", "--key", "staff"], {"keys": ("equal", "staff")}),
    ],
)
def test_options_of_sharing_are_read_as_they_are_typed(
    parts: list[str], said: dict[str, object]
) -> None:
    assert changes(parts)[0] == said


def test_an_overrun_that_is_no_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="--overrun"):
        changes(["--overrun", "veel"])


@pytest.mark.parametrize("given", ["--nonsense x", "--unit", "x"])
def test_an_unknown_option_is_an_error(given: str) -> None:
    with pytest.raises(ValueError, match=given.split(maxsplit=1)[0]):
        changes(shlex.split(given))
