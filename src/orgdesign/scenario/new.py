"""A commented starter file: a scenario that computes, every figure of it to be replaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import Template

from orgdesign.library.loader import salary_table_ids
from orgdesign.quantities import QUANTITY_WORDS
from orgdesign.scenario.ids import as_id
from orgdesign.scenario.json_schema import FILE
from orgdesign.scenario.overlay import inline
from orgdesign.words import Language, catalogue, say

_FALLBACK = (("Noord", 20_000), ("Zuid", 30_000))
_INHABITANTS = 25_000
_LONGEST_ID = 50
_LONGEST_NAME = 150
_LONGEST_TITLE = 200

_TEMPLATE = Template("""\
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
years = 10
discount_rate = { value = 0.02, low = 0.0, high = 0.04, source = "assumed" }

$about_sources
[sources.assumed]
title = $source_title
kind = "assumption"
owner = $source_owner

$about_municipalities
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

$about_tasks
[tasks.administration]
name = $task_name
scale_elasticity = { value = 0.98, low = 0.94, high = 1.02, source = "assumed" }
overlap = { value = 0.05, low = 0.0, high = 0.15, source = "assumed" }

$about_jobs
[jobs.administrator]
name = $administrator_name
task = "administration"
scale = "8"
source = "assumed"
fte = { $administrators }

[jobs.adviser]
name = $adviser_name
task = "administration"
scale = "10"
source = "assumed"
fte = { $advisers }

$about_options
[options.network]
name = $network_name
form = "network"
participants = "all"
from = $start
scope = { administration = 0.8 }
$about_ramp
ramp = [0.1, 0.5, 0.9, 1.0]
realisation = { value = 0.5, low = 0.2, high = 0.8, source = "assumed" }
keys = { running = "inhabitants", one_off = "equal" }

[options.host]
name = $host_name
form = "host"
host = "$host"
participants = "all"
from = $start
scope = { administration = 1.0 }
ramp = [0.1, 0.5, 0.9, 1.0]
realisation = { value = 0.8, low = 0.4, high = 1.0, source = "assumed" }
overhead_per_fte = { value = 50_000, low = 35_000, high = 65_000, source = "assumed" }
$about_vat
vat_recoverable = { value = 0.95, low = 0.8, high = 1.0, source = "assumed" }
process_fixed = { value = 150_000, low = 100_000, high = 300_000, source = "assumed" }
stranded = [1.0, 0.75, 0.5, 0.25, 0.0]
keys = { running = "inhabitants", one_off = "equal" }

$about_no_amount
[options.host.no_amount]
friction = $no_friction

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


def starter(
    title: str = "",
    region: str = "",
    municipalities: Sequence[tuple[str, int | None]] = (),
    language: Language = "nl",
    price_level: int = 2024,
) -> str:
    """Return a starter file with what is known; the rest is illustrative and says so.

    Municipalities are names with their inhabitants, None where they are not known.
    """
    answered = [(name.strip()[:_LONGEST_NAME], number) for name, number in municipalities]
    named = [(name, number) for name, number in answered if name]
    places = [(name, number or _INHABITANTS) for name, number in named or _FALLBACK]
    ids = identifiers(name for name, _ in places)
    largest = max(range(len(places)), key=lambda index: places[index][1])
    comments = {
        entry: _comment(say(f"starter.{entry}", language))
        for entry in catalogue("starter")
        if entry.startswith("about")
    }
    names = {
        entry: inline(say(f"starter.{entry}", language, host=places[largest][0]))
        for entry in catalogue("starter")
        if not entry.startswith("about")
    }
    return _TEMPLATE.substitute(
        names,
        **comments,
        schema=FILE,
        language=language,
        title=inline(title.strip()[:_LONGEST_TITLE] or say("starter.title", language)),
        region=f"\nregion = {inline(region.strip()[:_LONGEST_TITLE])}" if region.strip() else "",
        price_level=price_level,
        first_year=price_level + 1,
        start=price_level + 2,
        municipalities="\n".join(_municipality(*row) for row in zip(ids, places, strict=True)),
        salary_table=salary_table_ids()[-1],
        administrators=_posts(ids, places, 10_000),
        advisers=_posts(ids, places, 25_000),
        host=ids[largest],
    )


def _comment(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.strip().split("\n"))


def _municipality(id: str, place: tuple[str, int]) -> str:
    name, inhabitants = place
    return (
        f"{id} = {{ name = {inline(name)}, "
        f'inhabitants = {{ value = {inhabitants:_}, source = "assumed" }} }}'
    )


def _posts(ids: Sequence[str], places: Sequence[tuple[str, int]], inhabitants: int) -> str:
    """Return illustrative posts of each municipality: one for so many inhabitants."""
    posts = (max(0.1, round(number / inhabitants, 1)) for _, number in places)
    return ", ".join(f"{id} = {fte}" for id, fte in zip(ids, posts, strict=True))


def identifiers(names: Iterable[str]) -> tuple[str, ...]:
    """Return an id for each name, all different: `'s-Hertogenbosch` becomes `s_hertogenbosch`."""
    found: list[str] = []
    for name in names:
        plain = as_id(name)[:_LONGEST_ID]
        again = (f"{plain}_{number}" for number in range(2, len(found) + 3))
        taken = {*found, *QUANTITY_WORDS}
        found.append(plain if plain not in taken else next(x for x in again if x not in taken))
    return tuple(found)
