"""`orgdesign export`: the tables of a memo and what they came from, as files in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orgdesign.cli.completing import files, folders
from orgdesign.cli.options import Asked, lang_option, mask_option, unknown, view_options
from orgdesign.cli.shape import Command
from orgdesign.cli.talk import EndError, WrongCallError, tell, words
from orgdesign.export.usual import MASK, SET, USUAL

if TYPE_CHECKING:
    from orgdesign.export.booklet import Booklet
    from orgdesign.scenario.scenario import Scenario


def _formats(_: click.Context, option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats asked for, one by one or with commas between them."""
    choice = click.Choice(SET)
    asked = [part.strip() for each in given for part in each.split(",")]
    return tuple(dict.fromkeys(choice.convert(form, option, _) for form in asked))


@click.command("export", cls=Command)
@click.argument("file", metavar="FILE", shell_complete=files)
@click.option(
    "--to",
    "folder",
    required=True,
    metavar="FOLDER",
    help=words("opt_to"),
    shell_complete=folders,
)
@click.option(
    "--format",
    "forms",
    multiple=True,
    metavar="FORMAT",
    callback=_formats,
    help=words("opt_formats"),
)
@click.option("--table", "only", multiple=True, metavar="NAME", help=words("opt_tables"))
@mask_option(MASK, words("opt_mask_export"))
@click.option("--public", is_flag=True, help=words("opt_public"))
@click.option("--template", metavar="DOCX", help=words("opt_template"))
@click.option("--memo", metavar="DOCX", help=words("opt_memo"))
@click.option("--force", is_flag=True, help=words("opt_force"))
@view_options
@lang_option
@click.option("--numbers", metavar="LOCALE", help=words("opt_numbers"))
def command(
    file: str,
    folder: str,
    forms: tuple[str, ...],
    only: tuple[str, ...],
    mask: float,
    public: bool,
    template: str | None,
    memo: str | None,
    force: bool,
    **given: Any,
) -> None:
    """Write the export set of a scenario."""
    from orgdesign.cli.files import result_of, scenario_of
    from orgdesign.cli.talk import working
    from orgdesign.export import bundle
    from orgdesign.words import say

    asked_for = Asked(mask=mask or None, **given)
    scenario = scenario_of(file, asked_for.overrides, asked_for.lang)
    settings = asked_for.settings(scenario, "")
    named = tuple(_known_table(scenario, name) for name in only)
    result = result_of(scenario, settings.language)
    with working(settings.language):
        tables = tuple(bundle.entries(result, named, **asked_for.changes(scenario)))
        if not tables:
            raise WrongCallError(say("export.empty", settings.language))
        asked = forms or USUAL
        pictured = memo is not None or any(form in bundle.PICTURED for form in asked)
        whole = bundle.booklet(result, tables, bundle.pictures(tables) if pictured else None)
        others = _memo(memo, whole) if memo is not None else {}
        made = bundle.files(whole, tables, asked, _read(template), others, public=public)
    _write(Path(folder), made, force=force)
    tell(words("exported", count=len(made), folder=folder))
    there = (path.name for path in Path(folder).iterdir())
    for name in bundle.unmasked(there, mask):
        tell(words("not_for_publication", file=name))


def _known_table(scenario: Scenario, name: str) -> str:
    """Return the id of a table; raises WrongCallError where there is none."""
    from orgdesign.export.studies import makers

    id, known = name.replace("-", "_"), makers(scenario)
    if id not in known:
        raise WrongCallError(unknown("unknown_table", id, known))
    return id


def _read(file: str | None) -> bytes | None:
    """Return what is in a file; raises WrongCallError where it cannot be read or is no memo."""
    if file is None:
        return None
    from orgdesign.cli.documents import document_bytes

    data = document_bytes(Path(file))
    if not data.startswith(b"PK"):
        raise WrongCallError(words("no_memo", file=file))
    return data


def _memo(file: str, booklet: Booklet) -> dict[str, bytes]:
    """Return a memo with its tables renewed, by its name."""
    from orgdesign.export.document import renewed

    try:
        data, found = renewed(_read(file) or b"", booklet)
    except ValueError as fault:
        raise WrongCallError(words("no_memo", file=file)) from fault
    tell(words("renewed", count=len(found), file=file, tables=", ".join(found) or "-"))
    return {Path(file).name: data}


def _write(folder: Path, made: dict[str, bytes], *, force: bool) -> None:
    from orgdesign.export.folder import NotWrittenError, write
    from orgdesign.words import say

    try:
        write(folder, made, force=force)
    except NotWrittenError as fault:
        from orgdesign.cli.talk import language

        tell(f"orgdesign: {say(f'export.{fault.reason}', language(), names=fault.names)}")
        raise EndError(2) from fault
