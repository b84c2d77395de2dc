"""Who employs the people of an option: by its form, its own word, or because all become one."""

import pytest
from examples import ROOT

from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import ALONE

TINY = (ROOT / "scenarios" / "tiny.toml").read_text(encoding="utf-8")
HOSTED = 'form = "host"\nhost = "zuid"'
SCOPE = "scope = { administration = 1.0 }"


@pytest.mark.parametrize(
    ("given", "employer"),
    [
        (HOSTED, "host"),
        ('form = "network"', "home"),
        ('form = "network"\nemployer = "host"\nhost = "zuid"', "host"),
        ('form = "network"\nemployer = "joint"\noverhead_per_fte = 50_000', "joint"),
        ('form = "merger"\nemployer = "host"\noverhead_per_fte = 50_000', "joint"),
    ],
)
def test_who_employs_the_people(given: str, employer: str) -> None:
    text = TINY.replace(HOSTED, given)
    loaded = load_text(text.replace(SCOPE, "") if "merger" in given else text)
    assert loaded.scenario is not None, loaded.problems
    assert loaded.scenario.employer("host_zuid") == employer
    assert loaded.scenario.employer(ALONE) == "home"
