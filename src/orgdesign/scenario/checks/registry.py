"""Every rule, in the order of the file, and the call that applies them all."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from orgdesign.quantities import Quantity
from orgdesign.scenario.checks import (
    amounts,
    budgets,
    changes,
    criteria,
    keys,
    members,
    names,
    options,
    output,
    people,
    plans,
    quantities,
    references,
    scales,
    sensitivity,
    task_years,
    work,
    years,
)
from orgdesign.scenario.checks.finding import Rule
from orgdesign.scenario.problems import MOST, Locate, Problem
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.document import Document

RULES: tuple[Rule, ...] = (
    years.report_year,
    years.operation,
    years.growth_paths,
    references.municipality_ids,
    names.same_municipalities,
    names.same_names,
    references.taken_ids,
    references.references,
    references.sources,
    references.correlations,
    sensitivity.groups,
    sensitivity.possible,
    sensitivity.choices,
    output.usual_tables,
    output.sides_of_tables,
    output.columns_beside,
    quantities.distributions,
    work.overhead,
    work.posts_within_fte,
    work.scale_of_every_municipality,
    work.different_scales,
    people.suitable_jobs,
    people.persons,
    people.distances,
    scales.salary_table,
    scales.scales,
    plans.needs,
    plans.circles,
    plans.dates,
    plans.merged,
    plans.lengths,
    budgets.contracts_together,
    members.participants,
    members.hosts,
    members.by_municipality,
    members.vat_of_everyone,
    options.forms,
    options.scales_of_posts,
    options.joint_overhead,
    options.process_profile,
    options.no_amounts,
    options.unwinding_profiles,
    task_years.task_years,
    task_years.unwinding,
    changes.changes,
    amounts.lines,
    amounts.owners,
    amounts.keys_of_amounts,
    amounts.years,
    criteria.five,
    criteria.computed,
    criteria.anchors,
    criteria.scorers,
    keys.one_rule,
    keys.sums,
    keys.circles,
    keys.settlements,
    keys.bounds,
    keys.pools,
    keys.figures,
    keys.fixed,
)
"""The rules; each yields what it finds and knows nothing of the others."""

OF_NUMBERS: Mapping[Rule, frozenset[str] | None] = {
    years.operation: frozenset({"options"}),
    years.growth_paths: frozenset({"keys"}),
    changes.changes: frozenset({"options"}),
    sensitivity.groups: None,
    quantities.distributions: None,
    work.overhead: frozenset({"jobs"}),
    work.posts_within_fte: frozenset({"jobs"}),
    work.scale_of_every_municipality: frozenset({"jobs"}),
    people.persons: frozenset({"jobs"}),
    plans.merged: frozenset({"plans"}),
    plans.lengths: frozenset({"plans"}),
    budgets.contracts_together: frozenset({"budgets"}),
    options.scales_of_posts: frozenset({"options", "forms"}),
    options.process_profile: frozenset({"options", "forms"}),
    options.unwinding_profiles: frozenset({"options"}),
    task_years.task_years: frozenset({"options"}),
    amounts.years: frozenset({"alone", "options"}),
    keys.sums: frozenset({"keys"}),
    keys.bounds: frozenset({"keys"}),
    keys.figures: frozenset({"figures"}),
}
"""The rules that may find something else when only numbers differ, each with the tables of the
numbers that it looks at; None where it may be any."""


def check(
    document: Document, figures: Mapping[str, Quantity], locate: Locate
) -> tuple[Problem, ...]:
    """Return what the tables of a document contradict or lack, each at the place to mend."""
    scenario = Scenario(document, figures, {})
    found = islice((finding for rule in RULES for finding in rule(scenario)), MOST + 1)
    return tuple(
        Problem.at(locate(finding.path, finding.key), finding.code, finding.path, **finding.details)
        for finding in found
    )
