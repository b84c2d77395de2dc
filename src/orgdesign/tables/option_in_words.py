"""What an option states in words: figures with their range, measures, amounts, posts, changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from orgdesign.quantities import Quantity
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.amounts import AloneAmount, AmountTable, Unwinding
from orgdesign.scenario.schema.facts import Measure
from orgdesign.scenario.schema.options import Post, Then
from orgdesign.tables.build import municipality_name
from orgdesign.tables.notes import key_name
from orgdesign.tables.settings import Settings
from orgdesign.words import say
from orgdesign.words.numbers import number


def measure_in_words(scenario: Scenario, measure: Measure, settings: Settings) -> str:
    """Return a measure in words: its name and tasks, what it saves, how it grows and from when."""
    tasks = ", ".join(scenario.document.tasks[task].name for task in measure.tasks)
    saved = quantity_in_words(measure.saving, settings, is_year=False)
    given = {"saving": saved, "ramp": measure.ramp, "from": measure.from_}
    told = [
        f"{say(f'fields.{name}', settings.language)} {written(scenario, value, settings)}"
        for name, value in given.items()
        if value is not None
    ]
    return f"{measure.name} ({tasks}): {', '.join(told)}"


def amount_in_words(scenario: Scenario, amount: AmountTable | Unwinding, settings: Settings) -> str:
    """Return a stated amount in words: its line and name, euros, when, whose, and its key.

    Of staying alone whether it counts in every option instead of a key.
    """
    language = settings.language
    euros = quantity_in_words(amount.amount, settings, is_year=False)
    told = [f"{say(f'terms.{amount.line}', language)} ({amount.name}): {euros}"]
    if isinstance(amount, AmountTable):
        bounds = {"from": amount.from_, "until": amount.until}
        told += [written(scenario, amount.year, settings)] if amount.year else []
        told += [
            f"{say(f'fields.{name}', language)} {written(scenario, year, settings)}"
            for name, year in bounds.items()
            if year is not None
        ]
    else:
        told += [written(scenario, amount.profile, settings)] if amount.profile else []
        told += [scenario.document.tasks[amount.task].name] if amount.task else []
    told += [municipality_name(scenario, amount.municipality)] if amount.municipality else []
    if isinstance(amount, AloneAmount):
        told += [say("interface.in_every_option", language)] if amount.everywhere else []
    elif key := getattr(amount, "key", None):
        told.append(key_name(scenario, key, language))
    return ", ".join(told)


def post_in_words(scenario: Scenario, post: Post, settings: Settings) -> str:
    """Return a further post in words: its name, scale and fte, and for whom it is open first."""
    given = {"scale": post.scale, "fte": post.fte}
    told = [
        f"{say(f'fields.{name}', settings.language)} {written(scenario, value, settings)}"
        for name, value in given.items()
    ]
    if post.open_to:
        jobs = ", ".join(scenario.document.jobs[job].name for job in post.open_to)
        told.append(f"{say('fields.open_to', settings.language)} {jobs}")
    return f"{post.name}: {', '.join(told)}"


def change_in_words(scenario: Scenario, change: Then, settings: Settings) -> str:
    """Return which option takes over, and from which year."""
    other = scenario.document.options[change.option].name
    year = written(scenario, change.year, settings)
    return say("interface.takes_over", settings.language, option=other, year=year)


def written(scenario: Scenario, value: Any, settings: Settings) -> str:
    """Return a value in words: a number with its range, a list, or one by municipality."""
    if isinstance(value, Quantity):
        return quantity_in_words(value, settings)
    if isinstance(value, Mapping):
        pairs = (
            f"{municipality_name(scenario, id)} {written(scenario, each, settings)}"
            for id, each in value.items()
        )
        return "; ".join(pairs)
    if isinstance(value, bool):
        return say(f"interface.{'yes' if value else 'no'}", settings.language)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " ".join(written(scenario, each, settings) for each in value)
    if isinstance(value, float):
        return number(value, "number", settings.numbers)
    return str(value)


def quantity_in_words(quantity: Quantity, settings: Settings, *, is_year: bool = True) -> str:
    """Return a number with its range; one that can be a year without a thousands mark."""

    def written(value: float) -> str:
        year = is_year and 1900 <= value <= 2200 and value == int(value) and quantity.low is None
        return str(int(value)) if year else number(value, "number", settings.numbers)

    if quantity.low is None or quantity.high is None:
        return written(quantity.value)
    return f"{written(quantity.value)} [{written(quantity.low)} .. {written(quantity.high)}]"
