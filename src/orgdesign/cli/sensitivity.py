"""`orgdesign sensitivity`: how sure the picture is, and at which value it flips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.completing import files, parts
from orgdesign.cli.options import Asked, table_options, unknown
from orgdesign.cli.shape import Command, near
from orgdesign.cli.talk import WrongCallError, words
from orgdesign.cli.without_effect_drawn import tell_without_effect_on
from orgdesign.measures import IN_MONEY
from orgdesign.words import say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario

METHODS = ("latin_hypercube", "sobol")


@click.command("sensitivity", cls=Command, epilog=words("sensitivity_parts"))
@click.argument("file", metavar="FILE", shell_complete=files)
@click.argument("what", metavar="[WHAT]", default="switching", shell_complete=parts)
@click.option("--figure", "figures", multiple=True, metavar="PATH", help=words("opt_figure"))
@click.option("--draws", type=click.IntRange(1, 100_000_000), help=words("opt_draws"))
@click.option("--seed", type=click.IntRange(0, 2**53), help=words("opt_seed"))
@click.option("--method", type=click.Choice(METHODS), help=words("opt_method"))
@click.option("--workers", type=click.IntRange(1, 1024), help=words("opt_workers"))
@click.option("--scheduler", metavar="ADDRESS", help=words("opt_scheduler"))
@table_options
def command(
    file: str,
    what: str,
    figures: tuple[str, ...],
    draws: int | None,
    seed: int | None,
    method: str | None,
    workers: int | None,
    scheduler: str | None,
    **given: Any,
) -> None:
    """Print switching values, or another part of the sensitivity."""
    from orgdesign.cli.executors import executor_of
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.cli.output import end_on_thresholds, show
    from orgdesign.cli.progress import progress
    from orgdesign.parts_of_sensitivity import PARTS, USUAL_MEASURES, Call, TooFewFiguresError
    from orgdesign.sensitivity.run import on_and_on

    if what not in PARTS:
        raise WrongCallError(unknown("unknown_what", what, PARTS))
    asked = Asked(**given | {"measure": given["measure"] or USUAL_MEASURES.get(what)})
    scenario = scenario_of(file, asked.overrides, asked.lang)
    settings = asked.settings(scenario, what)
    _check(scenario, figures, settings.measure)
    result = result_of(scenario, settings.language)
    with progress(settings.language) as told, executor_of(workers, scheduler) as executor:
        call = Call(scenario, settings, figures, told, draws, seed, method, executor)
        try:
            made = PARTS[what](call)
        except TooFewFiguresError as refusal:
            raise WrongCallError(say("sensitivity.two_figures", settings.language)) from refusal
    show(made.table, asked)
    tell_without_effect_on(call._replace(told=on_and_on, executor=None), what, asked)
    end_on_thresholds(result, settings, asked)


def _check(scenario: Scenario, figures: tuple[str, ...], measure: str) -> None:
    """Raise WrongCallError for a measure that is no amount, or a figure without a range."""
    if measure not in IN_MONEY:
        raise WrongCallError(words("no_such_measure", measure=measure, known=", ".join(IN_MONEY)))
    for path in figures:
        figure, file = visible(path), visible(scenario.file)
        if path not in scenario.figures:
            raise WrongCallError(
                words("unknown_path", path=figure, file=file) + near(path, scenario.figures)
            )
        if not scenario.figures[path].uncertain:
            raise WrongCallError(words("no_range", path=figure, file=file))
