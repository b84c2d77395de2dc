"""A complete scenario about which there is nothing to remark, and changes of it."""

from collections.abc import Mapping

from orgdesign.model.calculation import evaluate
from orgdesign.notes.faults import errors
from orgdesign.notes.note import Figures, Note
from orgdesign.notes.notes import notes
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario

COMPLETE = """\
format = 1

[scenario]
title = "Three together"
language = "en"
price_level = 2019
first_year = 2020
years = 8
report_year = 2026
discount_rate = { value = 0.02, source = "agreed" }
wage_growth = { value = 0.005, source = "agreed" }
decision_date = 2019-03-01

[sources.counted]
title = "Counted"
date = 2019-01-01

[sources.agreed]
title = "Agreed"
kind = "agreed"

[municipalities]
ape = { name = "Ape", code = "GM0001", inhabitants = { value = 20_000, source = "counted" } }
bee = { name = "Bee", code = "GM0002", inhabitants = { value = 30_000, source = "counted" } }
cat = { name = "Cat", code = "GM0003", inhabitants = { value = 50_000, source = "counted" } }

[figures.clients]
name = "Clients"
year = 2019
source = "counted"
values = { ape = 200, bee = 300, cat = 600 }

[staff]
absence = { value = 0.06, source = "agreed" }
part_time_factor = { value = 0.85, source = "agreed" }
attrition = { value = 0.05, source = "agreed" }

[salary]
7 = { value = 52_000, source = "agreed" }
10 = { value = 73_500, source = "agreed" }

[overhead]
definition = "All of it with managers, without purchasing; per fte in the primary process"
per_fte = 44_000
source = "agreed"

[tasks.care]
name = "Care"
source = "agreed"
scale_elasticity = 0.97
overlap = 0.01

[jobs.clerk]
name = "Clerk"
task = "care"
scale = "7"
source = "counted"
fte = { ape = 6.0, bee = 9.0, cat = 15.0 }

[jobs.adviser]
name = "Adviser"
task = "care"
scale = "10"
source = "counted"
fte = { ape = 0.6, bee = 0.8, cat = 1.6 }

[systems.desk]
name = "Desk"
tasks = ["care"]
source = "counted"
local = { ape = 60_000, bee = 70_000, cat = 90_000 }
joint_fixed = 60_000
joint_per_participant = 10_000
migration_per_participant = 25_000
parallel_years = 1

[options.body]
name = "Joint body"
form = "joint_operations_body"
from = 2021
scope = { care = 1.0 }
ramp = [{ value = 0.5, source = "agreed" }, { value = 1.0, source = "agreed" }]
client_fte = { value = 0.2, source = "agreed" }
client_scale = "10"
overhead_per_fte = { value = 43_000, source = "agreed" }
stranded = [{ value = 0.1, source = "agreed" }, { value = 0.0, source = "agreed" }]
governance_fixed = { value = 20_000, source = "agreed" }
vat_recoverable = { value = 0.98, source = "agreed" }
process_fixed = { value = 60_000, source = "agreed" }
training_per_fte = { value = 500, source = "agreed" }
keys = { running = "clients", one_off = "inhabitants" }

[options.body.no_amount]
friction = "Nobody is left behind."
disintegration = "Nothing is left."
"""

MERGER = """
[options.merger]
name = "Merger"
form = "merger"
from = 2021
ramp = [0.5, 1.0]
overhead_per_fte = 43_000
keys = { all = "inhabitants" }
"""
CAP = """
[keys.capped]
name = "Capped"
figure = "clients"
cap = { over_alone = -0.5 }
"""
PLAN = """
[plans.build]
name = "Build"
from = 2020-07-01
[plans.build.streams.teams]
name = "Teams"
discipline = "teams"
per_month = 1
[plans.build.streams.teams.work]
train = { name = "Train", units = 7, must_be_ready = true }
"""
ALONE = """
[[alone.amounts]]
line = "own_systems"
name = "Replacement"
year = 2021
amount = 10_000
municipality = "bee"
"""
IMPROVED = """
[options.improved]
name = "Improved"
form = "alone"
from = 2020
"""
CRITERION = """
[criteria.money]
name = "Money"
steps = ["much dearer", "dearer", "alike", "cheaper", "much cheaper"]
computed = "money"
anchors = [20, 10, 0, -10, -20]
"""


def scenario(extra: str = "", changes: Mapping[str, object] | None = None) -> Scenario:
    """Return the complete scenario with tables added at its end and values changed by path."""
    loaded = load_text(COMPLETE + extra, overrides=tuple((changes or {}).items()))
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def remarks(extra: str = "", changes: Mapping[str, object] | None = None) -> tuple[Note, ...]:
    """Return the notes of the complete scenario with some changes."""
    return notes(scenario(extra, changes))


def faults(extra: str = "", changes: Mapping[str, object] | None = None) -> tuple[Note, ...]:
    """Return the errors of the complete scenario with some changes."""
    return errors(evaluate(scenario(extra, changes)))


def named(found: tuple[Note, ...]) -> list[str]:
    """Return every figure that notes name as without effect."""
    return [
        path
        for note in found
        if note.code in ("unread", "inert") and isinstance(note.details["figures"], Figures)
        for path in note.details["figures"].paths
    ]
