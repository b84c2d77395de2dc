"""Ids of a scenario and of its tables: what changes them, and what must not."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from examples import EXAMPLE, GALLERY, ROOT, SMALL, gallery, result, scenario

from orgdesign.identity.canonical import canonical, decimal, lines
from orgdesign.identity.identified import Identifier, identified
from orgdesign.identity.ids import input_id, result_id, text_id
from orgdesign.model.calculation import evaluate
from orgdesign.scenario.load import load, load_text
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for

TINY = (ROOT / "scenarios" / "tiny.toml").read_text("utf-8")


def of(text: str, **overrides: object) -> tuple[str, str]:
    loaded = load_text(text, overrides=list(overrides.items()))
    assert loaded.scenario is not None, loaded.problems
    found = canonical(loaded.scenario)
    return input_id(found.inputs), text_id(found.texts)


def shuffled(tables: Any) -> Any:
    """The same tables with every key order turned round; lists and work stay in order."""
    if isinstance(tables, Mapping):
        turned = {key: shuffled(tables[key]) for key in reversed(list(tables))}
        if "work" in tables:
            turned["work"] = {key: turned["work"][key] for key in tables["work"]}
        return turned
    return [shuffled(each) for each in tables] if isinstance(tables, list) else tables


def results(of_scenario: Scenario, names: tuple[str, ...] = tuple(TABLES)) -> dict[str, str]:
    result = evaluate(of_scenario)
    return {
        name: result_id(TABLES[name](result, settings_for(of_scenario, name))) for name in names
    }


@pytest.mark.parametrize(
    ("given", "exact"),
    [(0.1, "0.1"), (78_500.0, "78500"), (-0.0, "0"), (1e12, "1000000000000"), (1e-7, "0.0000001")],
)
def test_a_number_is_written_with_the_fewest_digits_and_no_exponent(
    given: float, exact: str
) -> None:
    assert decimal(given) == exact


def test_the_input_id_is_the_digest_that_the_page_describes() -> None:
    """Computed here from the description, without the code of the ids."""
    found = canonical(scenario(EXAMPLE)).inputs
    text = "formulas\t2026.1\n" + "".join(f"{path}\t{found[path]}\n" for path in sorted(found))
    assert input_id(found, "2026.1") == hashlib.sha256(text.encode()).hexdigest()


def test_line_ends_comments_and_layout_change_no_id() -> None:
    other = "# een toelichting\r\n" + TINY.replace("\n", "\r\n").replace(" = ", "   =  ")
    assert of(other) == of(TINY)


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_the_order_of_keys_changes_no_id_and_no_result(path: Path) -> None:
    straight = scenario(path)
    turned = load_text(tomli_w.dumps(shuffled(straight.raw)), path.name).scenario
    assert turned is not None
    assert canonical(turned) == canonical(straight)
    # Of these tables every option is a column; others are of the first option in the file.
    of_all = ("structural", "transition", "present_value")
    assert results(turned, of_all) == results(straight, of_all)


def test_a_bare_number_is_a_quantity_with_only_a_value() -> None:
    given = re.sub(r"(?m)^(\w+_per_\w+|per_fte|\d+) = ([\d_.]+)", r"\1 = { value = \2 }", TINY)
    assert given != TINY
    assert of(given) == of(TINY)


def test_how_an_accent_is_typed_changes_no_id() -> None:
    composed = TINY.replace('title = "', 'title = "\u00e9 ', 1)
    parted = TINY.replace('title = "', 'title = "e\u0301 ', 1)
    assert composed != parted
    assert of(composed) == of(parted)


def test_a_name_changes_the_text_id_alone() -> None:
    inputs, texts = of(TINY)
    renamed = of(TINY.replace('title = "', 'title = "Anders: ', 1))
    assert renamed[0] == inputs
    assert renamed[1] != texts


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_every_figure_changes_the_input_id(path: Path) -> None:
    found = canonical(scenario(path)).inputs
    known = input_id(found)
    assert set(scenario(path).figures) <= set(found)
    for place in found:
        assert input_id({**found, place: found[place] + "1"}) != known, place


def test_seed_key_and_formulas_change_the_input_id() -> None:
    known = of(TINY)[0]
    assert of(TINY + "\n[sensitivity]\nseed = 7\n")[0] != known
    assert of(TINY, **{"options.host_zuid.keys.running": "equal"})[0] != known
    found = canonical(scenario(ROOT / "scenarios" / "tiny.toml")).inputs
    assert input_id(found, "2026.1") != input_id(found, "2026.2")


def test_defaults_that_are_written_out_change_nothing() -> None:
    assert of(TINY + "\n[sensitivity]\nseed = 0\ndraws = 10_000\n") == of(TINY)


def test_a_reason_for_no_amount_counts_and_its_wording_does_not() -> None:
    plain = canonical(scenario(EXAMPLE))
    stated = [path for path in plain.inputs if path.endswith(".stated")]
    assert stated
    for path in stated:
        assert path.removesuffix(".stated") in plain.texts


@pytest.mark.parametrize("each", gallery(), ids=lambda each: each.file.rpartition("/")[2])
def test_what_figures_follow_from_holds_no_free_text(each: Scenario) -> None:
    for path, value in canonical(each).inputs.items():
        assert re.fullmatch(
            r'-?\d+(\.\d+)?|true|false|\[\]|\{\}|\d{4}-\d\d-\d\d|"[\w.-]+"', value
        ), (
            path,
            value,
        )


def test_a_result_id_is_the_same_in_both_languages_and_with_other_digits() -> None:
    found = scenario(SMALL)
    for name, make in TABLES.items():
        dutch = make(result(SMALL), settings_for(found, name))
        english = make(result(SMALL), settings_for(found, name, language="en", numbers="en_GB"))
        assert result_id(dutch) == result_id(english), name


def test_a_cent_changes_the_result_id() -> None:
    found = scenario(EXAMPLE)
    table = TABLES["structural"](evaluate(found), settings_for(found, "structural", unit="cents"))
    row = table.rows[0]
    cells = (row.cells[0], int(str(row.cells[1])) + 1, *row.cells[2:])
    changed = table._replace(rows=(row._replace(cells=cells), *table.rows[1:]))
    assert result_id(changed) != result_id(table)


SCRIPT = """
import sys
from pathlib import Path
from orgdesign.identity.identified import identified
from orgdesign.model.calculation import evaluate
from orgdesign.scenario.load import load
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
scenario = load(Path(sys.argv[1])).scenario
result = evaluate(scenario)
for name, make in TABLES.items():
    settings = settings_for(scenario, name)
    print(name, *identified(make(result, settings), scenario, settings).identity[:3])
"""


@pytest.fixture(scope="module")
def ids_of_small() -> list[str]:
    """Every table of the small scenario with its ids, as this process computes them."""
    identifier = Identifier(scenario(SMALL))
    expected = []
    for name, make in TABLES.items():
        settings = settings_for(scenario(SMALL), name)
        identity = identifier.identified(make(result(SMALL), settings), settings).identity
        assert identity is not None
        expected.append(" ".join((name, *identity[:3])))
    return expected


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "OMP_NUM_THREADS": "1"},
        {"LC_ALL": "C", "TZ": "America/Los_Angeles", "OMP_NUM_THREADS": "4", "PYTHONHASHSEED": "7"},
    ],
    ids=["turkish", "plain"],
)
def test_ids_are_the_same_in_another_environment(
    ids_of_small: list[str], environment: dict[str, str]
) -> None:
    answer = subprocess.run(
        (sys.executable, "-c", SCRIPT, str(SMALL)),
        env={**os.environ, **environment, "PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert answer.stdout.splitlines() == ids_of_small


def test_a_draft_says_so_and_a_command_checks_the_same_table(tmp_path: Path) -> None:
    file = tmp_path / "mijn regio.toml"
    file.write_text(TINY, "utf-8")
    found = load(file, ("salary.8=80_000",)).scenario
    assert found is not None
    settings = settings_for(found, "structural", unit="cents", options=("host_zuid",))
    table = identified(TABLES["structural"](evaluate(found), settings), found, settings)
    assert table.identity is not None
    assert "; concept; " in table.identity.line
    assert table.identity.check == (
        f"Controle: orgdesign verify {table.identity.reference} 'mijn regio.toml'"
        " --set salary.8=80000 --unit cents --option host_zuid"
    )


def test_lines_are_sorted_by_path() -> None:
    assert lines({"b": "2", "a.b": "1"}) == "a.b\t1\nb\t2\n"


@pytest.mark.parametrize("name", ["calendar", "plan", "slips", "scores"])
def test_the_result_id_is_of_days_and_not_of_how_a_place_writes_them(name: str) -> None:
    path = ROOT / "tests" / "golden" / "small.toml"
    dutch, american = (
        TABLES[name](result(path), settings_for(scenario(path), name, numbers=numbers))
        for numbers in ("nl_NL", "en_US")
    )
    assert dutch.numbers != american.numbers
    assert result_id(dutch) == result_id(american)
    cells = [
        cell + timedelta(1) if isinstance(cell, date) else cell for cell in dutch.rows[-1].cells
    ]
    assert tuple(cells) != dutch.rows[-1].cells
    later = dutch._replace(rows=(*dutch.rows[:-1], dutch.rows[-1]._replace(cells=tuple(cells))))
    assert result_id(later) != result_id(dutch)
