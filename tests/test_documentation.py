"""The pages are true: generated ones are up to date, and what the others name is there."""

import re
import tomllib
from pathlib import Path

import generate
import pytest
from figures import inputs
from reference import describe, tables
from source_tree import PACKAGE, ROOT, package

from orgdesign.cli.commands import COMMANDS
from orgdesign.model.nodes import PAGES
from orgdesign.quantities import Share
from orgdesign.records.record import fields
from orgdesign.scenario.schema.document import Document
from orgdesign.tables.registry import TABLES

WRITTEN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
COMMAND = re.compile(r"(?<![\w/.\\-])orgdesign ([a-z_]+)\b(?![./\\])")
NAMED_TABLE = re.compile(r"orgdesign table ([a-z_]+)")
BESIDE_THE_FILE = ("model", "salaries", "salary")
"""Paths that formulas read and that no table of the file has: set by the program, or bundled."""


def each_page() -> pytest.MarkDecorator:
    names = [path.relative_to(ROOT).as_posix() for path in WRITTEN]
    return pytest.mark.parametrize("page", WRITTEN, ids=names)


def code_in(page: Path) -> str:
    return "\n".join(CODE.findall(page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", generate.PAGES)
def test_generated_pages_are_up_to_date(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == generate.PAGES[name](), "run `make docs`"


def test_the_handbook_has_every_formula() -> None:
    handbook = (ROOT / "docs" / "handbook.md").read_text(encoding="utf-8")
    names = [function.__name__ for functions in PAGES.values() for function in functions]
    assert not [name for name in names if f"### {name}\n" not in handbook]


def test_a_path_of_the_handbook_is_one_of_the_file() -> None:
    has = {
        f"{heading.strip('[]').replace('.ID', '')}.{field.key}"
        for table, headings in tables().items()
        for heading in headings
        for field in fields(table).values()
    }
    paths = [path for path, _ in inputs().values() if path.split(".")[0] not in BESIDE_THE_FILE]
    ids = re.compile(r"\.[A-Z]+|\[N\]")
    assert not [path for path in paths if ids.sub("", path) not in has]


def test_what_an_amount_without_years_means_is_told_as_it_is() -> None:
    of_amounts = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    of_amounts = of_amounts.partition("## `[[options.ID.amounts]]`")[2].partition("\n## ")[0]
    assert "whole |  | The one year in which it falls" in of_amounts
    assert "whole | the first year | First year" in of_amounts


def test_the_reference_has_every_table_of_the_file() -> None:
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert not [name for name in fields(Document) if f"| `{name}` |" not in reference]


def test_a_type_is_described_with_unit_and_bounds() -> None:
    assert describe(Share) == "number (share), at least 0, at most 1"
    assert describe(Share | None) == describe(Share)
    assert describe(tuple[Share, ...]) == f"list: {describe(Share)}"


def test_the_readme_quotes_the_smallest_scenario() -> None:
    tiny = (ROOT / "scenarios" / "tiny.toml").read_text(encoding="utf-8")
    assert f"```toml\n{tiny}```" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_command() -> None:
    readme = code_in(ROOT / "README.md")
    assert not [name for name in COMMANDS if f"orgdesign {name}" not in readme]


@each_page()
def test_commands_that_a_page_names_exist(page: Path) -> None:
    assert set(COMMAND.findall(code_in(page))) <= set(COMMANDS)


@each_page()
def test_tables_that_a_page_names_exist(page: Path) -> None:
    assert set(NAMED_TABLE.findall(code_in(page))) <= set(TABLES)


@each_page()
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    files = [link for link in links if "://" not in link]
    assert not [link for link in files if not (page.parent / link).exists()]


def test_every_question_has_its_place() -> None:
    questions = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    numbers = re.findall(r"^\*\*(\d+)\. ", questions, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, 17)]


def dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[<>=\[]", given)[0].lower() for given in project["dependencies"]]


@pytest.mark.parametrize("name", dependencies())
def test_a_library_is_used_explained_and_pinned(name: str) -> None:
    module = {"python-docx": "docx"}.get(name, name.replace("-", "_"))
    tops = {top for source in package() for top in (i.partition(".")[0] for i in source.imports)}
    assert module in tops
    assert name in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").lower()
    assert f"\n{name}==" in (ROOT / "constraints.txt").read_text(encoding="utf-8")


def test_the_tree_of_the_architecture_names_every_part() -> None:
    tree = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    parts = {source.path.relative_to(PACKAGE).parts[0] for source in package()}
    named = set(re.findall(r"^  ([a-z_]+(?:/|\.py)) ", tree, re.MULTILINE))
    assert {name.rstrip("/") for name in named} == {p for p in parts if not p.startswith("__")}
