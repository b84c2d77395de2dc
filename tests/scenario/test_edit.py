import pytest
from examples import EXAMPLE, example, gallery

from orgdesign.model.calculation import evaluate, recompute
from orgdesign.scenario.edit import with_value
from orgdesign.scenario.load import load


def test_an_edit_gives_the_scenario_that_loading_with_the_override_gives():
    scenario = example()
    for path, value in (
        ("jobs.administration_youth.fte.bunnik", 1.7),
        ("options.host_zeist.ramp[1]", 0.6),
        ("options.joint_body.amounts[0].amount", 300_000),
        ("overhead.per_fte", 50_000),
        ("staff.ikb", 0.18),
        ("options.network.from", 2022),
    ):
        edited = with_value(scenario, path, value)
        loaded = load(EXAMPLE, [(path, value)]).scenario
        assert edited is not None
        assert loaded is not None
        assert edited.figures[path].value == loaded.figures[path].value == value
        assert edited.origins[path].layer == "override"
        quick = recompute(evaluate(scenario), edited, [path])
        for option, found in evaluate(loaded).options.items():
            for line, amounts in found.lines.items():
                assert (quick.options[option].lines[line] == amounts).all(), (path, line)


def test_the_scenario_that_was_edited_is_as_before():
    scenario = example()
    before = scenario.document
    assert with_value(scenario, "overhead.per_fte", 50_000) is not None
    assert scenario.document == before


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("jobs.administration_youth.fte.bunnik", -1.0),
        ("options.host_zeist.ramp[1]", 60.0),
        ("overhead.per_fte", 1.0),
        ("jobs.administration_wmo.vacant.zeist", 50.0),
        ("keys.clients_and_size.mix.youth_clients", 0.7),
        ("nothing.here", 1.0),
    ],
)
def test_a_value_that_does_not_fit_is_left_to_the_loader(path, value):
    assert with_value(example(), path, value) is None


def test_every_figure_of_the_gallery_can_be_edited_to_its_own_value():
    for scenario in gallery():
        for path, figure in list(scenario.figures.items())[::9]:
            if path.startswith("salaries."):
                continue
            edited = with_value(scenario, path, figure.value)
            assert edited is not None, path
            assert edited.figures[path] == figure
