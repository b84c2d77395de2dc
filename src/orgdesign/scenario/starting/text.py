"""The text of the starter file, part by part; words and answers are filled in."""

from __future__ import annotations

from string import Template

HEAD = Template("""\
#:schema ./$schema
$about
format = 1

[scenario]
title = $title$region
$about_status
status = "draft"
language = "$language"
$about_years
price_level = $price_level
first_year = $first_year
years = $years
discount_rate = { value = 0.02, low = 0.0, high = 0.04, source = "assumed" }

$about_sources
[sources.assumed]
title = $source_title
kind = "assumption"
owner = $source_owner

$sources$about_municipalities
[municipalities]
$municipalities

$about_staff
[staff]
salary_table = "$salary_table"
salary_basis = "max"
attrition = { value = 0.05, low = 0.03, high = 0.08, source = "assumed" }
hired_factor = { value = 1.4, low = 1.2, high = 1.6, source = "assumed" }

$about_overhead
[overhead]
definition = $overhead_definition
per_fte = { value = 50_000, low = 30_000, high = 69_000, source = "assumed" }

""")
"""What stands before the tasks."""

TASK = Template("""\
[tasks.$id]
name = $name
scale_elasticity = { value = 0.98, low = 0.94, high = 1.02, source = "assumed" }
overlap = { value = 0.05, low = 0.0, high = 0.15, source = "assumed" }
""")
"""A task."""

JOB = Template("""\
[jobs.$id]
name = $name
task = "$task"
scale = "$scale"
source = "assumed"
fte = { $posts }
""")
"""A job of a task."""

OPTION = Template("""\
[options.$id]
name = $name
form = "$form"
participants = "all"
from = $start
""")
"""What every option says."""

SCOPE = Template("""\
scope = { $scope }
""")
"""What an option says besides in which work may stay behind."""

TOGETHER = Template("""\
ramp = [0.1, 0.5, 0.9, 1.0]
realisation = { value = $realisation, low = $least, high = $most, source = "assumed" }
keys = { running = "inhabitants", one_off = "equal" }
""")
"""What an option in which work is pooled says besides."""

CHARGED = """\
overhead_per_fte = { value = 50_000, low = 35_000, high = 65_000, source = "assumed" }
process_fixed = { value = 150_000, low = 100_000, high = 300_000, source = "assumed" }
"""
"""What an option in which people change employer says besides."""

LEFT_BEHIND = """\
stranded = [1.0, 0.75, 0.5, 0.25, 0.0]
vat_recoverable = { value = 0.95, low = 0.8, high = 1.0, source = "assumed" }
"""
"""What such an option says besides in which municipalities stay, and pay a charge."""

NO_AMOUNT = Template("""\
$about_no_amount
[options.$id.no_amount]
friction = $no_friction
""")
"""A line without an amount, with the reason."""

FOOT = Template("""\
$about_sensitivity
[sensitivity]
draws = 10_000
seed = 1

$about_tables
[tables.structural]
number = 1
title = $table_title
measure = "structural_cost"
rows = "municipalities"
columns = "options"
unit = "thousand_euros"
""")
"""What stands after the options."""
