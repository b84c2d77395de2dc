"""The keys there are: what each shares by, and where its figures come from."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.key_names import BUILT_IN, BY_GAME
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.keys import Bound, Key
from orgdesign.tables import notes
from orgdesign.tables.build import make, text_column, title_of_source
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Mark, Row, Table
from orgdesign.words import Language, say
from orgdesign.words.numbers import given_share, number, years_told


def key_list(scenario: Scenario, settings: Settings) -> Table:
    """Return the built-in keys, the figures and the keys of a scenario."""
    language, document = settings.language, scenario.document
    rows = [_always(key, f"interface.by_{key}", language) for key in BUILT_IN]
    rows += [_always(key, f"games.rule_{key}", language) for key in BY_GAME]
    for id, figure in document.figures.items():
        by = say("interface.by_figure", language, name=figure.name, year=figure.year)
        rows.append(Row(id, (id, figure.name, by, _source(scenario, figure.source, language))))
    for id, key in document.keys.items():
        by = "; ".join(_rule(scenario, key, settings))
        rows.append(Row(id, (id, key.name, by, _source(scenario, key.source, language))))
    columns = [text_column(id, settings) for id in ("key", "name", "rule", "source")]
    return make(
        "key_list",
        say("terms.table_key_list", language),
        columns,
        rows,
        (),
        scenario,
        settings,
    )


def _always(key: str, rule: str, language: Language) -> Row:
    name = say(f"terms.key_{key}", language)
    return Row(key, (key, name, say(rule, language), Mark.NOT_APPLICABLE))


def _source(scenario: Scenario, id: str | None, language: Language) -> Cell:
    return title_of_source(scenario, id, language) or Mark.UNKNOWN


def _rule(scenario: Scenario, key: Key, settings: Settings) -> Iterator[str]:
    """Yield how a key shares, its growth path and its bounds."""
    language = settings.language

    def name(id: str) -> str:
        return notes.key_name(scenario, id, language)

    def percent(share: float) -> str:
        return given_share(share, settings.numbers)

    if key.figure is not None:
        yield name(key.figure)
    if key.mix is not None:
        yield ", ".join(f"{percent(part.value)} {name(id)}" for id, part in key.mix.items())
    if key.fixed is not None:
        yield ", ".join(
            f"{scenario.document.municipalities[id].name} {percent(part.value)}"
            for id, part in key.fixed.items()
            if id in scenario.document.municipalities
        )
    if key.path is not None:
        years = years_told(key.path.years.value, language, settings.numbers)
        yield say("interface.by_path", language, key=name(key.path.from_), years=years)
    if key.fixed_part is not None:
        amount = number(key.fixed_part.amount.value, "euros", settings.numbers)
        yield say("sharing.by_fixed_part", language, amount=amount, key=name(key.fixed_part.key))
    if key.settlement is not None:
        after = key.settlement.after
        years = years_told(after.value if after else 1.0, language, settings.numbers)
        yield say("sharing.by_settlement", language, key=name(key.settlement.by), years=years)
    if key.review is not None:
        yield say("sharing.by_review", language, year=key.review)
    for entry, bound in (("floor", key.floor), ("cap", key.cap)):
        if bound is not None:
            yield say(f"interface.by_{entry}", language, bound=_bound(bound, settings))


def _bound(bound: Bound, settings: Settings) -> str:
    """Return a floor or a cap in words."""
    parts = []
    if bound.over_alone is not None:
        parts.append(given_share(bound.over_alone.value, settings.numbers, signed=True))
    if bound.per_inhabitant is not None:
        amount = bound.per_inhabitant.value
        euros = number(amount, "euros_per_inhabitant", settings.numbers, signed=True)
        parts.append(f"{euros} {say('terms.unit_euros_per_inhabitant', settings.language)}")
    return ", ".join(parts)
