"""The thresholds of the councils: which hold, for whom, and how a comparison says it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from examples import ROOT, result

from orgdesign.model.calculation import evaluate
from orgdesign.model.gaps import gaps
from orgdesign.model.result import Result
from orgdesign.scenario.load import load_text
from orgdesign.tables import thresholds
from orgdesign.tables.cents import amounts
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table
from orgdesign.tables.thresholds import checks, verdict
from orgdesign.words.numbers import cell_text

TINY = ROOT / "scenarios" / "tiny.toml"

ALONE_TOO = """
[options.host_zuid.thresholds]
transition_cost_at_most = 1
[[alone.amounts]]
line = "friction"
name = "Archief"
municipality = "noord"
year = 2026
amount = 1_000
everywhere = true
"""


def table(name: str, found: Result) -> Table:
    return TABLES[name](found, settings_for(found.scenario, name))


changed = partial(result, TINY)


def test_thresholds_pass_and_fail() -> None:
    strict = changed(
        "options.host_zuid.thresholds.transition_cost_at_most=1",
        "options.host_zuid.thresholds.structural_gain_at_least=1",
    )
    assert [check.passed for check in checks(strict, "host_zuid")] == [False, True]
    assert verdict(strict, "host_zuid") is False
    assert verdict(changed(), "host_zuid") is None
    found = table("thresholds", strict)
    assert [row.cells[-1] for row in found.rows] == ["voldoet niet", "voldoet"]
    assert table("compare", strict).row("thresholds").cells[-1] == "voldoet niet"
    said = [note for note in table("compare", strict).notes if note.startswith("Kader niet")]
    assert said == [
        "Kader niet gehaald door Centrumgemeente Zuid: transitiekosten hooguit 1 euro (samen), "
        f"uitkomst {cell_text(found.rows[0].cells[-2], found.columns[-2], found)}."
    ]
    assert not [note for note in table("compare", changed()).notes if note.startswith("Kader niet")]


def test_a_frame_is_of_all_transition_cost_and_every_table_says_so_where_alone_has_some() -> None:
    text = TINY.read_text("utf-8") + ALONE_TOO
    loaded = load_text(text, "tiny.toml")
    assert loaded.scenario is not None, loaded.problems
    found = evaluate(loaded.scenario)
    whole = table("summary", found).row("host_zuid").cells[3]
    difference = float(str(table("transition", found).row("total").cells[-1]))
    assert whole == table("thresholds", found).rows[0].cells[-2] == difference + 1000
    for name in ("summary", "cover", "thresholds", "transition"):
        said = [note for note in table(name, found).notes if "kost zelf 1.000 euro" in note]
        assert len(said) == 1, name
        assert not [n for n in table(name, changed()).notes if "alle transitiekosten" in n]


def test_a_threshold_of_a_municipality_is_its_own() -> None:
    found = changed(
        "options.host_zuid.thresholds.structural_gain_at_least={noord=1, zuid=1_000_000}"
    )
    assert [(c.municipality, c.passed) for c in checks(found, "host_zuid")] == [
        ("noord", True),
        ("zuid", False),
    ]


def test_a_threshold_reads_the_same_in_a_table_by_municipality() -> None:
    frame = "options.host_zuid.thresholds"
    by_threshold = changed(
        f"{frame}.transition_cost_at_most={{zuid=5}}",
        f"{frame}.structural_gain_at_least={{noord=1, zuid=1_000_000}}",
    )
    by_municipality = changed(
        f"{frame}.noord.structural_gain_at_least=1",
        f"{frame}.zuid={{structural_gain_at_least=1_000_000, transition_cost_at_most=5}}",
    )
    assert checks(by_municipality, "host_zuid") == checks(by_threshold, "host_zuid")
    assert len(checks(by_threshold, "host_zuid")) == 3


def test_what_is_required_every_year_says_of_which_year_it_is_whatever_year_is_shown() -> None:
    found = changed("options.host_zuid.thresholds.structural_gain_at_least=1_000_000")
    settings = settings_for(found.scenario, "compare", year=2027)
    shown = TABLES["compare"](found, settings)
    assert any("(samen, 2029)" in note for note in shown.notes)
    assert "Jaar 2027; het structurele jaar (jaarschijf) is 2029." in shown.notes


def test_a_comparison_counts_the_gaps_of_each_option() -> None:
    rows = {row.id: row.cells for row in table("compare", changed()).rows}
    assert rows["gaps"][2:] == (str(len(gaps(changed().scenario, "host_zuid"))),)
    alone = "form = 'alone'", "remove=['options.host_zuid.host', 'options.host_zuid.scope']"
    whole = changed(f"options.host_zuid.{alone[0]}", alone[1])
    assert not gaps(whole.scenario, "host_zuid")
    assert "gaps" not in [row.id for row in table("compare", whole).rows]


def test_what_comes_out_is_computed_once_for_all_frames_of_an_option(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = changed("options.host_zuid.thresholds.structural_gain_at_least={noord=1, zuid=2}")
    asked: list[tuple[object, ...]] = []

    def counted(result: Result, *given: Any) -> tuple[int, ...]:
        asked.append(given)
        return amounts(result, *given)

    monkeypatch.setattr(thresholds, "amounts", counted)
    assert len(checks(found, "host_zuid")) == 2
    assert asked
    assert len(asked) == len(set(asked))
