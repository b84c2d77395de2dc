"""A scenario with its result, and what several notes look up in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.allocation.pools import key_of
from orgdesign.cached import cached_property
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.formula import Formula
from orgdesign.model.nodes import FORMULAS
from orgdesign.model.result import Result
from orgdesign.model.staffing import compute_staffing
from orgdesign.notes.sharing import (
    lines_by_key,
    weighed_by,
    years_by_key_of_amounts,
    years_with_cost,
)
from orgdesign.scenario.figures import scales, source_of
from orgdesign.scenario.paths import parent_path, walk
from orgdesign.scenario.scenario import ALONE, Scenario


class Survey:
    """A scenario and its central result, as the notes look at them."""

    def __init__(self, scenario: Scenario, result: Result) -> None:
        self.scenario = scenario
        self.result = result

    def evaluation(self, option: str) -> Evaluation:
        """Return the figures of an option, those of staffing tables computed too."""
        found = self.result.options[option].evaluation
        compute_staffing(found)
        return found

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The options that were computed, the zero option not among them."""
        return tuple(option for option in self.result.options if option != ALONE)

    @cached_property
    def cooperating(self) -> tuple[str, ...]:
        """The options in which work is brought together."""
        return tuple(
            option for option in self.options if self.evaluation(option)["base_pooled"].any()
        )

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The figures that a person gave, in their order: no bundled facts or defaults."""
        given = {path for path, _ in walk(self.scenario.raw)}
        return tuple(path for path in self.scenario.figures if path in given)

    @cached_property
    def _grids(self) -> tuple[tuple[str, str, frozenset[str]], ...]:
        """For every option and input, the paths that it reads."""
        return tuple(
            (option, name, frozenset(grid.paths.ravel().tolist()))
            for option in self.result.options
            for phase in self.evaluation(option).phases()
            for name, grid in phase.grids.items()
        )

    @cached_property
    def read(self) -> frozenset[str]:
        """Every path that an input of a formula reads."""
        return frozenset().union(*(paths for _, _, paths in self._grids))

    def read_by(self, path: str) -> tuple[str, ...]:
        """Return the options, the zero option among them, whose formulas read a figure."""
        return self._read_by.get(path, ())

    def reached(self, path: str) -> tuple[str, ...]:
        """Return the options of which a figure may move something, the zero option among them.

        What the zero option reads may reach every option, as the discount rate does, which no
        formula reads but the present value.
        """
        readers = self.read_by(path)
        return tuple(self.result.options) if ALONE in readers or not readers else readers

    @cached_property
    def _read_by(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for option, _, paths in self._grids:
            for path in paths:
                found.setdefault(path, {})[option] = None
        return {path: tuple(options) for path, options in found.items()}

    def readers(self, path: str) -> Mapping[str, tuple[str, ...]]:
        """Return the formulas that read a figure: each function with the nodes it computes."""
        found: dict[str, dict[str, None]] = {}
        for option, name, paths in self._grids:
            if path in paths:
                for function, node in _reading(self.evaluation(option), name):
                    found.setdefault(function, {})[node] = None
        return {function: tuple(nodes) for function, nodes in found.items()}

    def keys(self, option: str) -> frozenset[str]:
        """Return the keys and figures that share a cost of an option, old ones of a path too."""
        names = (name.partition(":") for name in self.evaluation(option).values)
        return frozenset(id for kind, _, id in names if kind == "key")

    @cached_property
    def used_keys(self) -> frozenset[str]:
        """The keys and figures that share a cost of any option."""
        return frozenset().union(*(self.keys(option) for option in self.options))

    @cached_property
    def sharing_keys(self) -> frozenset[str]:
        """The keys and figures by which some cost is really shared, those that they rest on too."""
        found: set[str] = set()
        for option in self.options:
            figures = self.evaluation(option)
            shared = lines_by_key(figures).items()
            used_in = [(key, years_with_cost(figures, lines)) for key, lines in shared]
            for key, years in (*used_in, *years_by_key_of_amounts(figures).items()):
                found |= {id for id, _, used in weighed_by(figures, key, years) if used.any()}
                found.add(key)
        return frozenset(found)

    @cached_property
    def running_keys(self) -> frozenset[str]:
        """The keys of the running pools."""
        return frozenset(
            key_of(self.evaluation(option).reading, "running") for option in self.options
        )

    @cached_property
    def scales(self) -> frozenset[str]:
        """The salary scales that a job or a further post has."""
        return frozenset(scales(self.scenario))

    @cached_property
    def tasks_with_jobs(self) -> frozenset[str]:
        """The tasks that a job belongs to."""
        return frozenset(job.task for job in self.scenario.document.jobs.values())

    def in_scope(self, option: str) -> frozenset[str]:
        """Return the systems that an option brings together."""
        systems = self.scenario.document.systems
        if not systems:
            return frozenset()
        brought = self.evaluation(option)["system_in_scope"][0, :, 0, 0]
        return frozenset(id for id, inside in zip(systems, brought, strict=True) if inside > 0)

    def source(self, path: str) -> str | None:
        """Return the id of the source of a figure; figures of one table share that of the table."""
        own = self.scenario.figures[path].source
        if own is not None:
            return own
        table = parent_path(path)
        if table not in self._sources:
            self._sources[table] = source_of(self.scenario, path)
        return self._sources[table]

    @cached_property
    def _sources(self) -> dict[str, str | None]:
        return {}

    def employer(self, option: str) -> str:
        """Return who employs the people: home, host or joint."""
        return self.scenario.employer(option)

    def merges(self, option: str) -> bool:
        """Return whether the municipalities become one."""
        return bool(self.scenario.property(option, "merges"))

    def called(self, table: str, id: object) -> str:
        """Return the name of what has an id in a keyed table of the file."""
        return str(getattr(self.scenario.document, table)[id].name)

    def name(self, option: str) -> str:
        """Return the name of an option as readers see it."""
        return self.scenario.document.options[option].name


def _reading(evaluation: Evaluation, name: str) -> Iterator[tuple[str, str]]:
    """Yield the formulas that have a node as an argument: the function and what it computes."""
    for computed in evaluation.values:
        if computed.startswith("alone:"):
            continue
        node = evaluation.node(computed)
        if isinstance(node, Formula) and name in node.arguments:
            yield computed if computed in FORMULAS else node.function.__name__, computed
