"""`orgdesign verify`: whether what a document cites is still what the model says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.check_line import Verify, check_values
from orgdesign.cli.completing import files
from orgdesign.cli.documents import document_bytes
from orgdesign.cli.talk import EndError, WrongCallError, language, words
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.export.citations import Citation, Reference
    from orgdesign.export.verifying import Finding
    from orgdesign.model.result import Result
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.table import Table

_NUMBER = re.compile(r"T(\d+)")


@click.command("verify", cls=Verify)
@click.argument("cited", metavar="DOCUMENT|ID|FOLDER", shell_complete=files)
@click.argument("file", metavar="FILE", required=False, shell_complete=files)
@click.option("--bundle", is_flag=True, help=words("opt_bundle"))
@click.option("--was", metavar="FILE", help=words("opt_was"))
@click.pass_obj
def command(
    options: list[str], cited: str, file: str | None, bundle: bool, was: str | None
) -> None:
    """Compare what a document, an id or a folder says with what the model says now."""
    from orgdesign.export.citations import reference_of

    check_values(options)
    reference = None if bundle else reference_of(cited, options)
    if reference is not None and Path(cited).exists():
        reference = None
    if reference is None and (others := list(_without_language(options))):
        raise WrongCallError(words("verify_options_of_id", options=" ".join(others)))
    if bundle:
        equal = _of_folder(Path(cited), file)
    elif file is None:
        raise WrongCallError(words("verify_file"))
    elif reference is not None:
        equal = _Check(file, was).of_id(reference)
    else:
        equal = _of_document(Path(cited), file, was)
    if not equal:
        raise EndError(1)


def _without_language(rest: Sequence[str]) -> Iterator[str]:
    """Yield what was added to a call but the language, which is that of the answers."""
    for before, each in zip(("", *rest), rest, strict=False):
        if before != "--lang" and each.partition("=")[0] != "--lang":
            yield each


def _of_document(document: Path, file: str, was: str | None) -> bool:
    """Say of every table in a document whether it holds; return whether all do."""
    from orgdesign.export.blocks import SUFFIXES, UnreadableError, blocks
    from orgdesign.export.citations import citations

    if document.is_dir():
        raise WrongCallError(words("verify_folder", file=visible(str(document))))
    suffix = document.suffix.lower()
    if suffix not in SUFFIXES:
        raise WrongCallError(words("verify_format", file=document.name, known=", ".join(SUFFIXES)))
    try:
        found = list(citations(blocks(document_bytes(document), suffix)))
    except UnreadableError as fault:
        raise WrongCallError(words("verify_unreadable", file=document.name)) from fault
    if not found:
        raise WrongCallError(words("verify_nothing", file=document.name))
    beside = _resolved_in(document.parent)
    check = _Check(file, was or beside, beside)
    return all([check.of_citation(each, suffix) for each in found])


def _resolved_in(folder: Path) -> str | None:
    """Return the file of an export in which what was tried already stands, None without one."""
    from orgdesign.export.bundle import RESOLVED

    return str(folder / RESOLVED) if (folder / RESOLVED).exists() else None


def _of_folder(folder: Path, file: str | None) -> bool:
    """Say whether an export folder is as it was written and still holds; return whether it does."""
    import json

    from orgdesign.export.bundle import MANIFEST
    from orgdesign.export.citations import reference_of
    from orgdesign.export.folder import changed, written

    shown = visible(str(folder))
    if not folder.is_dir():
        raise WrongCallError(words("verify_no_folder", folder=shown))
    if not written(folder):
        raise WrongCallError(words("verify_not_exported", folder=shown, manifest=MANIFEST))
    touched = list(changed(folder))
    _say(str(folder), touched)
    resolved = _resolved_in(folder)
    if file is None and resolved is None:
        raise WrongCallError(words("verify_file"))
    check = _Check(file or str(resolved), resolved, resolved)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    equal = not touched
    for entry in manifest["tables"].values():
        reference = reference_of(entry["reference"], tuple(_split(entry["options"])))
        if reference is not None:
            equal &= check.of_id(reference._replace(formulas=manifest["formulas"]))
    return equal


def _split(options: str) -> list[str]:
    import shlex

    return shlex.split(options)


class _Check:
    """A scenario file against which references are held, computed once for what is tried on it.

    `was` is the file as it was; on `resolved` nothing is tried, as it is in there.
    """

    def __init__(self, file: str, was: str | None, resolved: str | None = None) -> None:
        self._file, self._was, self._resolved = file, was, resolved
        self._result = lru_cache(self._computed)

    def of_id(self, reference: Reference) -> bool:
        """Say whether the table of a reference holds; return whether it does."""
        table = self._table(reference)
        return _say(_name(reference, table), self._of_reference(reference, table))

    def of_citation(self, citation: Citation, suffix: str) -> bool:
        """Say whether a table of a document holds, with its cells; return whether it does."""
        from orgdesign.export.verifying import of_document

        table = self._table(citation.reference)
        found = list(self._of_reference(citation.reference, table))
        if table is not None:
            found += of_document(citation, table, suffix)
        return _say(_name(citation.reference, table), found)

    def _of_reference(self, reference: Reference, table: Table | None) -> list[Finding]:
        from orgdesign.export.verifying import Finding, of_ids, of_inputs

        if table is None:
            return [Finding("unknown", {"name": reference.name})]
        found = list(of_ids(reference, table))
        if self._was and any(each.entry == "inputs" for each in found):
            old, new = (self._inputs(file, reference) for file in (self._was, self._file))
            found += of_inputs(reference, old, new)
        return found

    def _table(self, reference: Reference) -> Table | None:
        from orgdesign.export.studies import makers
        from orgdesign.identity.call import changes
        from orgdesign.identity.identified import identified
        from orgdesign.tables.settings import settings_for

        check_values(reference.options)
        try:
            asked, tried = changes(reference.options)
        except ValueError as fault:
            raise WrongCallError(words("verify_options", options=visible(str(fault)))) from fault
        result = self._result(tried)
        _check_names(result.scenario, asked)
        id = _table_id(reference.name, result)
        settings = settings_for(result.scenario, id, **asked)
        make = makers(result.scenario).get(id)
        if make is None:
            return None
        return identified(make(result, settings), result.scenario, settings)

    def _computed(self, tried: tuple[str, ...]) -> Result:
        from orgdesign.cli.files import result_of, scenario_of

        return result_of(scenario_of(self._file, self._tried_on(self._file, tried)), language())

    def _tried_on(self, file: str, tried: tuple[str, ...]) -> tuple[str, ...]:
        return () if file == self._resolved else tried

    def _inputs(self, file: str, reference: Reference) -> dict[str, str]:
        from orgdesign.cli.files import scenario_of
        from orgdesign.identity.call import changes
        from orgdesign.identity.canonical import canonical

        tried = self._tried_on(file, changes(reference.options)[1])
        return canonical(scenario_of(file, tried)).inputs


def _check_names(scenario: Scenario, asked: Mapping[str, Any]) -> None:
    """Raise WrongCallError where options name what the file does not have."""
    from orgdesign.cli.options import known_municipality, known_option, known_year
    from orgdesign.cli.sharing_options import known_key

    if "year" in asked:
        known_year(scenario, asked["year"])
    places = [*asked.get("municipalities", ()), *chain(*asked.get("leaving", ()))]
    checks = (
        (known_option, asked.get("options", ())),
        (known_municipality, places),
        (known_key, asked.get("keys", ())),
    )
    for known, given in checks:
        for each in given:
            known(scenario, each)


def _table_id(name: str, result: Result) -> str:
    """Return the id of a table by its number or its id."""
    match = _NUMBER.fullmatch(name)
    tables = result.scenario.document.tables.items()
    if match is None:
        return name
    return next((id for id, table in tables if table.number == int(match[1])), name)


def _name(reference: Reference, table: Table | None) -> str:
    return f"{reference.name} {table.title}" if table is not None else reference.name


def _say(name: str, found: list[Finding]) -> bool:
    """Print what was found of a table; return whether it holds."""
    from orgdesign.cli.output import write
    from orgdesign.export.verifying import REMARKS

    equal = all(finding.entry in REMARKS for finding in found)
    write("".join(f"{visible(line)}\n" for line in _lines(name, found, equal)))
    return equal


def _lines(name: str, found: list[Finding], equal: bool) -> Iterator[str]:
    from orgdesign.words import say

    verdict = say(f"verify.{'equal' if equal else 'differs'}", language())
    yield f"{name}: {verdict}"
    for finding in found:
        yield f"  {say(f'verify.{finding.entry}', language(), **finding.details)}"
