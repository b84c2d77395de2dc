"""The parts of the sensitivity as the app makes them: what is drawn comes in growing steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.parts_of_sensitivity import Call, Made
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.sensitivity.run import Told
    from orgdesign.sensitivity.sample import Sample
    from orgdesign.tables.settings import Settings

    Samples = dict[int, Sample]

STEPS = (500, 2_000, 10_000)
"""So many draws are shown one after the other; the last is what a page as text shows."""
SAMPLED = ("bands", "ranks", "frames")
"""The parts that are made of draws."""


class Step(NamedTuple):
    """A part of the sensitivity, or words for why there is none, and how sure it is by now."""

    made: Made | str
    done: int = 0
    """Draws that it was made of, 0 where nothing is drawn."""
    seed: int = 0


def steps_of(
    result: Result,
    name: str,
    settings: Settings,
    told: Told,
    samples: Samples,
    figures: tuple[str, ...] = (),
) -> Iterator[Step]:
    """Yield a part again and again, each time from more draws, or once where nothing is drawn.

    `samples` holds what was drawn of this very result before, by number of draws, and gets what
    is drawn. Where `told` says to stop, what was drawn by then is shown if it is more. A part may
    be asked of some `figures`.
    """
    from orgdesign.parts_of_sensitivity import PARTS, Call, TooFewFiguresError
    from orgdesign.words import say

    call = Call(result.scenario, settings, figures, told)
    try:
        if name in SAMPLED:
            yield from _growing(call, name, samples)
        else:
            yield Step(PARTS[name](call))
    except TooFewFiguresError:
        yield Step(say("app.two_figures", settings.language))
    except Exception as fault:  # a fault of the program must reach the person, not end the app
        words = f"{type(fault).__name__}: {fault}"
        yield Step(say("app.failed", settings.language, reason=words))


def _growing(call: Call, name: str, samples: Samples) -> Iterator[Step]:
    from orgdesign.parts_of_sensitivity import PARTS

    shown, drawn = 0, max(samples, default=0)
    for number in STEPS:
        if number < drawn:
            continue
        found = samples.get(number) or _sample(call, number)
        if found.done == number:
            samples[number] = found
        elif found.done <= shown:
            return
        shown = found.done
        yield Step(PARTS[name](call._replace(known=found)), found.done, found.draws.seed)
        if found.done < number or not call.told(found.done, STEPS[-1]):
            return


def _sample(call: Call, number: int) -> Sample:
    """Return a sample of all options and municipalities, and all that any part asks of it."""
    from orgdesign.sensitivity.bands import FRAMES

    whole = call.settings.change(options=(), municipalities=())
    return call._replace(settings=whole, draws=number).sample(*FRAMES)


def can_be_verified(scenario: Scenario, name: str, done: int) -> bool:
    """Return whether a part is what `orgdesign verify` makes: with the draws that the file asks."""
    from orgdesign.export.studies import STUDIES

    drawn_as_asked = name not in SAMPLED or done == scenario.document.sensitivity.draws
    return name in STUDIES and drawn_as_asked


def error_of(made: Made) -> str:
    """Return the sampling error of what matters most in a table: the largest of its kind."""
    from orgdesign.words.numbers import cell_text

    table = made.table
    first = {"bands": "error_p50", "ranks": "error_rank", "frames": "error_holds"}[table.id]
    columns = [at for at, column in enumerate(table.columns) if column.id.startswith(first)]
    known = [
        (cell, at)
        for row in table.rows
        for at in columns
        if isinstance(cell := row.cells[at], int | float)
    ]
    if not known:
        return ""
    cell, at = max(known)
    return cell_text(cell, table.columns[at], table)
