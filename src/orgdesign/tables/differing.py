"""What a scenario has differently from another, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from orgdesign.cached import cached_property
from orgdesign.quantities import Quantity
from orgdesign.scenario.difference_words import describe
from orgdesign.scenario.differences import Difference, differences
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import Language, say


def differing(old: Scenario, new: Scenario, settings: Settings) -> Table:
    """Return a sentence for everything that differs, by its path, in the order of the file."""
    language = settings.language
    found = list(_told(old, new, language))
    return Table(
        "differences",
        say("differences.title", language, old=old.file, new=new.file),
        (
            Column("path", say("interface.path", language)),
            Column("difference", say("differences.column", language)),
        ),
        tuple(Row(path, (path, said)) for path, said in found),
        () if found else (say("differences.same", language),),
        language,
        settings.numbers,
        new.document.scenario.status,
    )


def _told(old: Scenario, new: Scenario, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the path and the sentence of every difference, against what held without the figure."""
    counted = {"added": _Counted(old), "removed": _Counted(new)}
    for difference in differences(old, new):
        each = _by_statement(difference, old, new)
        if each.kind == "changed":
            yield each.path, describe(each, language)
            continue
        default = counted[each.kind].without(each.path)
        other = new if each.kind == "added" else old
        if default is None or not (_by_default(other, each.path) and _held(each) == [default]):
            yield each.path, describe(each, language, default)


@dataclass
class _Counted:
    """What a scenario counts with for a figure that it does not give; looked up when asked."""

    scenario: Scenario

    def without(self, path: str) -> float | None:
        """Return the number by default, of the library or of the model; None where none holds."""
        if _by_default(self.scenario, path):
            return self.scenario.figures[path].value
        return self._of_model.get(path)

    @cached_property
    def _of_model(self) -> Mapping[str, float]:
        from orgdesign.model.defaults import defaults

        return defaults(self.scenario)


def _by_default(scenario: Scenario, path: str) -> bool:
    """Return whether a figure is there because the library has a default for it."""
    return path in scenario.figures and scenario.origins[path].layer == "default"


def _held(difference: Difference) -> list[float]:
    """Return the number that one scenario has and the other has not."""
    given = difference.new if difference.old is None else difference.old
    return [given.value] if isinstance(given, Quantity) else []


def _by_statement(difference: Difference, old: Scenario, new: Scenario) -> Difference:
    """Return a difference in which a default of the library counts as nothing that is stated."""
    before, after = (_by_default(each, difference.path) for each in (old, new))
    if difference.kind != "changed" or before == after:
        return difference
    if before:
        return replace(difference, kind="added", old=None)
    return replace(difference, kind="removed", new=None)
