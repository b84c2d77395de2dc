"""Small scenario files for the tests of reading."""

from pathlib import Path

from orgdesign.scenario.load import Loaded, load
from orgdesign.scenario.scenario import Scenario

EXAMPLE = Path(__file__).resolve().parents[1] / "data" / "example.toml"

BASE = """\
format = 1

[scenario]
title = "Base"
price_level = 2024
first_year = 2025
years = 5

[sources.measured]
title = "Measured"

[sources.assumed]
title = "Assumed"
kind = "assumption"

[municipalities]
north = { name = "North", inhabitants = 20_000 }
south = { name = "South", inhabitants = 30_000 }

[staff]
salary_table = "cao-gemeenten-2024-10"

[overhead]
source = "measured"
per_fte = { value = 50_000, low = 40_000, high = 60_000, signed_off = true }

[tasks.administration]
name = "Administration"
scale_elasticity = 0.97

[jobs.administrator]
name = "Administrator"
task = "administration"
scale = "8"
source = "measured"
fte = { north = 4.0, south = { value = 6.0, source = "assumed" } }

[options.host]
name = "Host South"
form = "host"
host = "south"
from = 2026
scope = { administration = 1.0 }
ramp = [0.1, 0.5, 1.0]

[[options.host.amounts]]
line = "startup"
name = "Housing"
year = 2026
amount = 10_000
"""


def write(folder: Path, **texts: str) -> dict[str, Path]:
    """Write files by name, `/` in a name given as two underscores, and return their paths."""
    paths = {}
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths[name] = path
    return paths


def sound(loaded: Loaded) -> Scenario:
    """Return the scenario that was loaded, which must be without problems."""
    assert loaded.scenario is not None, loaded.problems
    assert loaded.problems == ()
    return loaded.scenario


def base(folder: Path, *overrides: str | tuple[str, object]) -> Scenario:
    """Return the base scenario with what is tried on top of it."""
    return sound(load(write(folder, base=BASE)["base"], overrides))


def codes(loaded: Loaded) -> list[str]:
    """Return what is wrong, by code."""
    assert loaded.scenario is None
    return [problem.code for problem in loaded.problems]
