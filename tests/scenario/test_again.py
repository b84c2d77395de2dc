"""Trying numbers one after the other gives what reading everything anew gives."""

from pathlib import Path

import pytest
from drawing.steps import Tables
from examples import EXAMPLE, GALLERY
from hypothesis import given
from hypothesis import strategies as st
from strategies import RANDOM, scenarios

from orgdesign.scenario import load as loading
from orgdesign.scenario.inline import inline
from orgdesign.scenario.load import Loaded, load, load_again, load_text

NUMBERS = st.sampled_from([0, 0.5, 1, 1.5, -1, 3, 2026, 2040, 50_000, 1e13, 78.125])


def assert_same(found: Loaded, expected: Loaded) -> None:
    assert found.problems == expected.problems
    assert (found.scenario is None) == (expected.scenario is None)
    if found.scenario is None or expected.scenario is None:
        return
    ours, whole = found.scenario, expected.scenario
    assert ours.document == whole.document
    assert list(ours.figures.items()) == list(whole.figures.items())
    assert dict(ours.origins) == dict(whole.origins)
    assert (ours.raw, ours.tried, ours.file) == (whole.raw, whole.tried, whole.file)


@pytest.mark.untraced  # the smaller tests below reach the same
@pytest.mark.parametrize("path", [*GALLERY, EXAMPLE], ids=lambda path: path.stem)
def test_every_figure_of_a_file_can_be_tried_and_taken_back(path: Path) -> None:
    first = load(path)
    assert first.scenario is not None
    for name in list(first.scenario.figures)[::31]:
        override = f"{name}={inline(first.scenario.figures[name].value * 1.01)}"
        tried = load_again(first, [override])
        assert_same(tried, load(path, [override]))
        if tried.scenario is not None:
            assert_same(load_again(tried, []), first)


@RANDOM
@given(scenarios(), st.data())
def test_any_row_of_numbers_gives_what_reading_anew_gives(
    tables: Tables, data: st.DataObject
) -> None:
    text = "\n".join(f"{key} = {inline(table)}" for key, table in tables.items())
    now = load_text(text)
    assert now.scenario is not None
    paths = st.sampled_from(list(now.scenario.figures))
    words = st.sampled_from(["", "", "", ".low", ".high"])
    layer: dict[str, str] = {}
    for _ in range(3):
        path = data.draw(paths) + data.draw(words)
        layer[path] = inline(data.draw(NUMBERS))
        overrides = [f"{name}={value}" for name, value in layer.items()]
        tried = load_again(now, overrides)
        assert_same(tried, load_text(text, overrides=overrides))
        now = tried if tried.scenario is not None else now


def test_a_number_is_tried_without_reading_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(EXAMPLE)
    monkeypatch.setattr(loading, "_resolved", None)
    tried = load_again(first, ["overhead.per_fte=50_000", "options.host_zeist.ramp[1]=0.6"])
    assert tried.scenario is not None
    assert tried.scenario.figures["overhead.per_fte"].value == 50_000
    assert tried.scenario.document.options["host_zeist"].ramp is not None


def test_what_is_tried_last_counts_whatever_else_is_tried_around_it() -> None:
    number, table = "overhead.per_fte=60_000", "overhead={per_fte=55_000}"
    first = load(EXAMPLE, [number, table])
    assert_same(load_again(first, [table, number]), load(EXAMPLE, [table, number]))
    again = load_again(load(EXAMPLE, [table]), [table, number])
    assert again.scenario is not None
    assert again.scenario.figures["overhead.per_fte"].value == 60_000


def test_another_choice_is_read_anew() -> None:
    first = load(EXAMPLE)
    tried = load_again(first, ['options.host_zeist.keys.running="staff"'])
    assert tried.scenario is not None
    again = load_again(tried, ['options.host_zeist.keys.running="staff"', "overhead.per_fte=5e4"])
    assert_same(again, load(EXAMPLE, [f"{o.path}={o.typed}" for o in again.tried]))
