"""The settings of a table as options of a command, there and back."""

from __future__ import annotations

import shlex

import pytest
from examples import EXAMPLE, scenario
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.identity.call import arguments, changes
from orgdesign.tables.settings import UNITS, settings_for

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
    },
)


@given(CHANGES)
def test_the_options_of_a_call_give_the_settings_back(asked: dict[str, object]) -> None:
    settings = settings_for(EXAMPLE_SCENARIO, "compare", **asked)
    parts = shlex.split(arguments(EXAMPLE_SCENARIO, "compare", settings))
    found, tried = changes(parts)
    assert settings_for(EXAMPLE_SCENARIO, "compare", **found) == settings
    assert not tried


@pytest.mark.parametrize("given", ["--nonsense x", "--unit", "x"])
def test_an_unknown_option_is_an_error(given: str) -> None:
    with pytest.raises(ValueError, match=given.split(maxsplit=1)[0]):
        changes(shlex.split(given))
