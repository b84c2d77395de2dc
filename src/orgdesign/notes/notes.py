"""The notes of a good file, in the order in which `check` prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.notes import (
    anew,
    correlations,
    criteria,
    entries,
    gains,
    overhead,
    plans,
    plausible,
    prices,
    profiles,
    scales,
    shares,
    starts,
    statements,
    terms,
    unread,
)
from orgdesign.notes.note import Note
from orgdesign.notes.survey import Survey
from orgdesign.scenario.scenario import Scenario

Rule = Callable[[Survey], Iterator[Note]]
"""Looks at a scenario and its result and yields its remarks."""

RULES: tuple[Rule, ...] = (
    entries.lone_participants,
    entries.left_out_of_scope,
    entries.without_work_of_their_own,
    entries.more_than_brought_in,
    entries.once_every_year,
    plausible.beyond_bounds,
    plausible.parts_of_years,
    profiles.against_the_grain,
    profiles.commas_between,
    prices.unusual_salaries,
    statements.heads_without_statement,
    statements.key_not_given,
    unread.without_effect,
    scales.scales_without_posts,
    gains.large_efficiency,
    gains.full_at_once,
    gains.one_off_multiple,
    overhead.unusual_overhead,
    overhead.counted_twice,
    starts.past_horizon,
    starts.before_the_budget,
    starts.after_the_end,
    anew.begins_anew,
    anew.left_out,
    starts.no_way_out,
    plans.late_for_its_date,
    plans.late_for_a_start,
    terms.unusual_terms,
    terms.unusual_client_role,
    terms.unusual_exit_fee,
    terms.unusual_tax,
    terms.salary_table,
    terms.merger_without_grant,
    terms.own_people_stay,
    terms.unpaid_settlement,
    shares.without_scope,
    shares.bounds_that_do_not_fit,
    shares.missed_budgets,
    criteria.rising_with_cost,
    criteria.scoring_alike,
    correlations.correlation_without_range,
    statements.unused_sources,
    statements.without_source,
    statements.unsigned,
)
"""Every rule, in the order of its notes."""


def notes(scenario: Scenario, result: Result | None = None) -> tuple[Note, ...]:
    """Return what is remarkable about a scenario without being wrong.

    `result` is the central case of all options, where it is at hand.
    """
    survey = Survey(scenario, result or evaluate(scenario))
    return tuple(note for rule in RULES for note in rule(survey))
