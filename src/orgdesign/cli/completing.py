"""What a shell completes with tab: files and folders, and the names that a command knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def files(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return that the shell is to complete the name of a file."""
    from click.shell_completion import CompletionItem  # only while a shell completes

    return [CompletionItem(typed, type="file")]


def folders(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return that the shell is to complete the name of a folder."""
    from click.shell_completion import CompletionItem  # only while a shell completes

    return [CompletionItem(typed, type="dir")]


def tables(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """Return the tables that begin with what is typed."""
    return _beginning(table_names(), typed)


def screens(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """Return the screens that begin with what is typed."""
    return _beginning(screen_names(), typed)


def parts(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """Return the parts of the sensitivity that begin with what is typed."""
    from orgdesign.parts_of_sensitivity import PARTS

    return _beginning(PARTS, typed)


def table_names() -> tuple[str, ...]:
    """Return the tables of any scenario by name."""
    from orgdesign.tables.registry import TABLES

    return tuple(TABLES)


def screen_names() -> tuple[str, ...]:
    """Return the screens by name, those that are not about one scenario first."""
    from orgdesign.cli.show import BESIDE, FILES
    from orgdesign.tui.pages import PAGES

    return (FILES, BESIDE, *PAGES)


def _beginning(names: Iterable[str], typed: str) -> list[str]:
    return [name for name in names if name.startswith(typed.replace("-", "_"))]
