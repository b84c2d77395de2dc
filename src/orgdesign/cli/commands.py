"""The commands by name, and the help that needs nothing to be imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from orgdesign import __version__

Words = tuple[str, str]
"""Dutch and English."""
INTERRUPTED = 130
"""The exit code of what somebody stopped."""


COMMANDS: dict[str, Words] = {
    "new": ("maak een nieuw scenariobestand met uitleg", "make a new scenario file"),
    "check": ("toon alles wat er mis is in bestanden", "show all that is wrong in files"),
    "compare": ("vergelijk de varianten per gemeente", "compare the options by municipality"),
    "table": ("toon een tabel", "show a table"),
    "sensitivity": ("hoe zeker het is: omslagpunten en meer", "how sure it is: switching values"),
    "show": ("toon een scherm van de app als tekst", "show a screen of the app as text"),
    "serve": ("open de app in een browser", "open the app in a browser"),
    "sweep": ("reken een map met bestanden door", "compute a folder of files"),
    "explain": ("leg uit waar een bedrag vandaan komt", "explain where an amount comes from"),
    "where": ("toon waar een cijfer staat en wat het leest", "show where a figure stands"),
    "diff": ("toon wat twee scenario's verschilt", "show what differs between two scenarios"),
    "results": ("alle uitkomsten als rijen (csv, json)", "all results as rows (csv, json)"),
    "game": (
        "verdeel kosten van groepen uit een ander onderzoek",
        "share costs of groups that another study gives",
    ),
    "export": (
        "schrijf tabellen voor een notitie in een map",
        "write tables for a memo in a folder",
    ),
    "verify": (
        "controleer een tabel die ergens is geciteerd",
        "check a table that is cited somewhere",
    ),
    "forms": ("toon de samenwerkingsvormen", "show the forms of cooperation"),
    "keys": ("toon de verdeelsleutels", "show the keys that share cost"),
    "questions": ("toon welke opdracht welke vraag beantwoordt", "show what answers a question"),
    "schema": ("het JSON-schema van een scenariobestand", "the JSON schema of a scenario file"),
    "completion": (
        "aanvullen met tab in bash, zsh of fish",
        "completion with tab in bash, zsh or fish",
    ),
}
"""Every command with a line of help, in the order of the help; its module has its name."""

ASCII = "--ascii"
"""Asks the app to use no letters but those of ASCII."""

IN_BROWSER = "TEXTUAL_DRIVER"
"""The variable by which textual is told that something else than a terminal shows the app."""

USAGE: Words = (
    "Gebruik: orgdesign [BESTAND | OPDRACHT ...]",
    "Usage: orgdesign [FILE | COMMAND ...]",
)
ABOUT: Words = (
    "Vergelijk wat elke vorm van samenwerking per gemeente betekent, in geld en mensen.\n"
    "Zonder opdracht opent de app; in een pijp komt de vergelijking.",
    "Compare what each form of cooperation means for each municipality, in money and people.\n"
    "Without a command the app opens; in a pipe the comparison is printed.",
)
HEADING: Words = ("Opdrachten:", "Commands:")
MORE: Words = (
    "Meer over een opdracht: orgdesign OPDRACHT --help",
    "More about a command: orgdesign COMMAND --help",
)
OPTIONS: Words = ("Opties:", "Options:")
LETTERS: Words = ("de app in letters van ASCII", "the app in letters of ASCII")
LANGUAGE: Words = ("de taal: nl of en", "the language: nl or en")
VERSION: Words = ("toon de versie", "show the version")
HELP: Words = ("toon deze hulp", "show this help")


def is_english(arguments: Sequence[str]) -> bool:
    """Return whether the talk is English: where `--lang en` or the environment asks for it."""
    for at, argument in enumerate(arguments):
        if argument in ("--lang=en", "--lang=nl"):
            return argument.endswith("en")
        if argument == "--lang" and arguments[at + 1 : at + 2]:
            return arguments[at + 1] == "en"
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    found = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return found.startswith("en")


def is_path(word: str) -> bool:
    """Return whether a word in the place of a command is a file or a folder to open."""
    from pathlib import Path

    return word not in COMMANDS and (word.endswith(".toml") or Path(word).exists())


def opens_the_app(arguments: Sequence[str]) -> bool:
    """Return whether a call does nothing but open the app: nothing to compute before it."""
    words = [argument for argument in arguments if argument != ASCII]
    bare = not words or (len(words) == 1 and is_path(words[0]))
    return bare and somebody_looks()


def somebody_looks() -> bool:
    """Return whether the app would be seen: on a terminal, or where a browser drives it."""
    return IN_BROWSER in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())


def help_text(*, english: bool) -> str:
    """Return the help of the program: what it is and every command in a line."""

    def words(both: Words) -> str:
        return both[english]

    lines = [words(USAGE), "", words(ABOUT), "", words(HEADING)]
    lines += [f"  {name:<12}{words(command)}" for name, command in COMMANDS.items()]
    options = {"--lang": LANGUAGE, ASCII: LETTERS, "--version": VERSION, "--help": HELP}
    lines += ["", words(OPTIONS), *(f"  {name:<12}{words(both)}" for name, both in options.items())]
    return "\n".join([*lines, "", words(MORE)])


def version_text() -> str:
    """Return the name and version of the program."""
    return f"orgdesign {__version__}"
