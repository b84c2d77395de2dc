"""What an edit computes anew is what computing everything gives."""

import shutil
from pathlib import Path

import pytest
from examples import EXAMPLE

from orgdesign.model.result import Result
from orgdesign.tui.engine import answer
from orgdesign.tui.journal import Layer
from orgdesign.tui.layers import OUT
from orgdesign.tui.session import Answer, Request


def asked(path: Path, layer: Layer = (), before: Answer | None = None) -> Answer:
    return answer(Request(1, path, layer, before=before))


def same(one: Result | None, other: Result | None) -> bool:
    assert one is not None
    assert other is not None
    return all(
        (amounts == other.options[option].lines[line]).all()
        for option, found in one.options.items()
        for line, amounts in found.lines.items()
    )


@pytest.mark.parametrize(
    "layer",
    [
        (("overhead.per_fte", "50_000"),),
        (("overhead.per_fte", "{ value = 50_000, low = 40_000, high = 60_000 }"),),
        (("options.host_zeist.ramp[1]", "0.7"), ("staff.attrition", "0.04")),
        (("options.network.realisation", "0.5"),),
        (("options.host_zeist.keys.running", '"inhabitants"'),),
        (("options.network.from", "2022"),),
        (("salary.8", OUT),),
        (("options.host_zeist.ramp[3]", OUT),),
    ],
)
def test_an_edit_gives_the_same_bits_as_a_fresh_start(layer: Layer) -> None:
    before = asked(EXAMPLE)
    assert same(asked(EXAMPLE, layer, before).result, asked(EXAMPLE, layer).result)


def test_taking_an_edit_back_gives_the_first_result() -> None:
    before = asked(EXAMPLE)
    edited = asked(EXAMPLE, (("overhead.per_fte", "50_000"),), before)
    assert not same(edited.result, before.result)
    assert same(asked(EXAMPLE, (), edited).result, before.result)


def test_what_an_edit_does_not_reach_is_not_computed_again() -> None:
    before = asked(EXAMPLE)
    edited = asked(EXAMPLE, (("options.host_zeist.vat_recoverable", "0.9"),), before)
    assert before.result is not None
    assert edited.result is not None
    name = "joint_demand"
    kept = before.result.options["network"].evaluation[name]
    assert edited.result.options["network"].evaluation[name] is kept


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    shutil.copy(EXAMPLE, path)
    before = asked(path)
    path.write_text(path.read_text(encoding="utf-8").replace("44_400", "48_000"), encoding="utf-8")
    again = asked(path, (), before)
    assert again.scenario is not None
    assert again.scenario.figures["overhead.per_fte"].value == 48_000


def test_an_answer_keeps_no_chain_of_those_before_it() -> None:
    before = asked(EXAMPLE)
    assert asked(EXAMPLE, (("overhead.per_fte", "50_000"),), before).request.before is None
