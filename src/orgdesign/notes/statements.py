"""What is not said or not vouched for: keys, heads of the bill, sources and signatures."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.lines import LINES
from orgdesign.model.gaps import gaps
from orgdesign.notes.note import Figures, Note, Term
from orgdesign.notes.sharing import shared_node
from orgdesign.notes.survey import Survey
from orgdesign.scenario.key_names import POOLS, entry_of
from orgdesign.scenario.paths import split_path, walk
from orgdesign.tables.gaps import figures_of_systems

_CHOICES = ("keys", "tables", "sensitivity")
_CHOICES_OF_OPTION = ("from", "until", "scope", "thresholds")
_DATES = (".from", ".until", ".year")


def key_not_given(survey: Survey) -> Iterator[Note]:
    """Yield the options that share a cost by inhabitants because they name no key."""
    for option in survey.options:
        pools = tuple(
            Term(f"terms.pool_{pool}") for pool in POOLS if _without_key(survey, option, pool)
        )
        if pools:
            details = {"option": survey.name(option), "pools": pools}
            yield Note.at(survey.scenario, "no_key", f"options.{option}", **details)


def _without_key(survey: Survey, option: str, pool: str) -> bool:
    """Return whether a pool has a cost on a line to which no key is given."""
    given = survey.scenario.document.options[option].keys
    figures = survey.evaluation(option)
    lines = [
        line.id for line in LINES.values() if line.pool == pool and entry_of(given, line.id) is None
    ]
    return any(figures[shared_node(line)].any() for line in lines)


def heads_without_statement(survey: Survey) -> Iterator[Note]:
    """Yield for every option the lines of the bill that it says nothing about."""
    for option in survey.options:
        lines = tuple(_head(survey, option, line) for line in gaps(survey.scenario, option))
        if lines:
            yield Note.at(
                survey.scenario, "gaps", f"options.{option}", option=survey.name(option),
                lines=lines,
            )  # fmt: skip


def _head(survey: Survey, option: str, line: str) -> Term:
    """Return a line, with the figures of the systems that would state it."""
    figures = figures_of_systems(survey.scenario, option, line)
    named = Term(f"terms.{line}")
    if not figures:
        return named
    return Term("notes.gap_of_systems", {"line": named, "figures": figures})


def unused_sources(survey: Survey) -> Iterator[Note]:
    """Yield the sources that no figure or text of the person's files cites."""
    cited = {
        str(value)
        for path, value in walk(survey.scenario.raw)
        if isinstance(value, str) and path.endswith(".source")
    }
    declared = survey.scenario.raw.get("sources", {})
    unused = tuple(f"sources.{id}" for id in declared if id not in cited)
    if unused:
        figures = Figures("sources", unused)
        yield Note.at(survey.scenario, "unused_sources", unused[0], figures=figures)


def without_source(survey: Survey) -> Iterator[Note]:
    """Yield how many figures nobody vouches for; choices need no source."""
    figures = [path for path in survey.own if not _is_choice(path)]
    bare = [path for path in figures if survey.source(path) is None]
    if bare:
        details = {"number": len(bare), "all": len(figures)}
        yield Note.at(survey.scenario, "without_source", bare[0], first=bare[0], **details)


def _is_choice(path: str) -> bool:
    top, _, rest = path.partition(".")
    if top in _CHOICES or path.endswith(_DATES):
        return True
    return top == "options" and split_path(rest)[1] in _CHOICES_OF_OPTION


def unsigned(survey: Survey) -> Iterator[Note]:
    """Yield how many assumptions of a final scenario nobody has signed off."""
    if survey.scenario.document.scenario.status != "final":
        return
    open_ = [
        path
        for path in survey.own
        if not _is_choice(path)
        and not survey.scenario.figures[path].signed_off
        and _assumed(survey, path)
    ]
    if open_:
        details = {"number": len(open_), "first": open_[0]}
        yield Note.at(survey.scenario, "unsigned", open_[0], **details)


def _assumed(survey: Survey, path: str) -> bool:
    source = survey.scenario.document.sources.get(survey.source(path) or "")
    return source is None or source.kind == "assumption"
