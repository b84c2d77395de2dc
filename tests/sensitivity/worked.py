"""A scenario small enough to compute by hand: two municipalities, one job, one joint body."""

from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario

WORKED = """\
format = 1
[scenario]
title = "By hand"
price_level = 2024
first_year = 2025
years = 4
[municipalities]
north = { name = "North", inhabitants = 10_000 }
south = { name = "South", inhabitants = 10_000 }
[salary]
8 = 80_000
[overhead]
per_fte = 50_000
[tasks.work]
name = "Work"
overlap = 0.5
[jobs.clerk]
name = "Clerk"
task = "work"
scale = "8"
fte = { north = 5, south = 5 }
[options.body]
name = "Body"
form = "joint_operations_body"
participants = "all"
from = 2025
scope = { work = 1.0 }
client_fte = 0
coordination_fixed_fte = 0
span_of_control = 0
ramp = [1.0]
stranded = [0.0]
guarantee_years = 0
vat_rate = 0.2
vat_recoverable = 1.0
governance_fixed = 0
overhead_per_fte = { value = 50_000, low = 30_000, high = 150_000 }
social_plan_per_fte = 0
training_per_fte = 0
process_fixed = 0
"""


def worked(extra: str = "", **changed: str) -> Scenario:
    """Return the scenario with more tables, and with other texts for some of its keys."""
    lines = WORKED.splitlines()
    for key, value in changed.items():
        lines = [f"{key} = {value}" if line.startswith(f"{key} =") else line for line in lines]
    loaded = load_text("\n".join(lines) + "\n" + extra)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario
