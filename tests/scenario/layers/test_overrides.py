import pickle
from pathlib import Path

import pytest

from orgdesign.scenario.inline import inline
from orgdesign.scenario.load import Loaded, load, load_text
from orgdesign.scenario.problems import render_all
from orgdesign.scenario.removed import REMOVED
from orgdesign.scenario.scenario import Scenario
from orgdesign.words import LANGUAGES, Language
from scenario.files import BASE, base, codes, sound, write


def tried(folder: Path, *overrides: str | tuple[str, object]) -> Loaded:
    return load(write(folder, base=BASE)["base"], overrides)


def value(scenario: Scenario, path: str) -> float:
    return scenario.figures[path].value


@pytest.mark.parametrize(
    ("override", "path", "number"),
    [
        ("overhead.per_fte=45_000", "overhead.per_fte", 45_000),
        (" overhead.per_fte = 45_000 ", "overhead.per_fte", 45_000),
        ("overhead.per_fte.value=45_000", "overhead.per_fte", 45_000),
        ("overhead.per_fte={ value = 7 }", "overhead.per_fte", 7),
        ("options.host.ramp[1]=0.3", "options.host.ramp[1]", 0.3),
        ("options.host.ramp=[0.4]", "options.host.ramp[0]", 0.4),
        ("options.host.amounts[0].amount=5", "options.host.amounts[0].amount", 5),
        ("options.host.realisation=0.6", "options.host.realisation", 0.6),
        ("forms.host.vat_rate=0.09", "forms.host.vat_rate", 0.09),
        ("salary.8=70_000", "salary.8", 70_000),
        ("jobs.administrator.hired.north=0.5", "jobs.administrator.hired.north", 0.5),
        ("staff.ikb=0.2", "staff.ikb", 0.2),
        (("options.host.realisation", 0.6), "options.host.realisation", 0.6),
        (("options.host.ramp", [0.2, 0.4]), "options.host.ramp[1]", 0.4),
    ],
)
def test_an_override_sets_a_figure_and_says_so(
    tmp_path: Path, override: str | tuple[str, object], path: str, number: float
) -> None:
    scenario = base(tmp_path, override)
    assert value(scenario, path) == number
    assert scenario.origins[path].layer == "override"
    assert value(base(tmp_path), "overhead.per_fte") == 50_000


def test_the_last_override_of_a_path_counts(tmp_path: Path) -> None:
    overrides = ("overhead.per_fte=41_000", "overhead.per_fte=42_000")
    assert value(base(tmp_path, *overrides), "overhead.per_fte") == 42_000


def test_a_bare_number_keeps_a_range_that_holds_it_but_no_sign_off(tmp_path: Path) -> None:
    figure = base(tmp_path, "overhead.per_fte=45_000").figures["overhead.per_fte"]
    assert (figure.low, figure.high, figure.signed_off) == (40_000, 60_000, None)


def test_a_bare_number_drops_a_range_that_does_not_hold_it(tmp_path: Path) -> None:
    figure = base(tmp_path, "overhead.per_fte=10").figures["overhead.per_fte"]
    assert (figure.value, figure.low, figure.high) == (10, None, None)


def test_a_bare_number_keeps_the_source(tmp_path: Path) -> None:
    figure = base(tmp_path, "jobs.administrator.fte.south=5").figures
    assert figure["jobs.administrator.fte.south"].source == "assumed"


def test_a_bare_number_over_a_default_does_not_take_its_source(tmp_path: Path) -> None:
    assert base(tmp_path, "staff.ikb=0.2").figures["staff.ikb"].source is None


def test_a_range_is_put_round_a_bare_number(tmp_path: Path) -> None:
    path = "options.host.amounts[0].amount"
    figure = base(tmp_path, f"{path}.low=5", f"{path}.high=20_000").figures[path]
    assert (figure.value, figure.low, figure.high) == (10_000, 5, 20_000)


def test_possible_values_go_with_a_number_that_is_none_of_them(tmp_path: Path) -> None:
    choice = '{ value = 1, distribution = "discrete", values = [1, 2] }'
    text = BASE.replace("amount = 10_000", f"amount = {choice}")
    path = write(tmp_path, base=text)["base"]
    key = "options.host.amounts[0].amount"
    assert sound(load(path, [f"{key}=2"])).figures[key].values == (1, 2)
    assert sound(load(path, [f"{key}=3"])).figures[key].values is None


def test_the_elements_beside_one_that_was_changed_are_the_files_own(tmp_path: Path) -> None:
    scenario = base(tmp_path, "options.host.ramp[1]=0.3")
    layers = [scenario.origins[f"options.host.ramp[{i}]"].layer for i in range(3)]
    assert layers == ["file", "override", "file"]


def test_changing_one_element_leaves_what_was_read_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, base=BASE)["base"]
    changed = sound(load(path, ["options.host.ramp[1]=0.3"]))
    assert value(changed, "options.host.ramp[0]") == 0.1
    assert value(sound(load(path)), "options.host.ramp[1]") == 0.5


def test_a_whole_option_is_added_and_changed(tmp_path: Path) -> None:
    new = 'options.other={ form = "network", name = "Other", from = 2026 }'
    scenario = base(tmp_path, new, "options.other.realisation=0.5")
    assert scenario.options == ("host", "other")
    assert "network" in scenario.document.forms
    assert value(scenario, "options.other.realisation") == 0.5


def test_another_form_brings_its_own_figures_and_takes_the_old_ones_away(tmp_path: Path) -> None:
    home = ("options.host", {"form": "network", "name": "Net", "from": 2026})
    scenario = base(tmp_path, home)
    assert "forms.network.vat_rate" in scenario.figures
    assert not [path for path in scenario.figures if path.startswith("forms.host")]


def test_a_path_is_taken_out(tmp_path: Path) -> None:
    scenario = base(tmp_path, ("options.host.ramp", REMOVED), ("forms.host.vat_rate", REMOVED))
    assert scenario.document.options["host"].ramp is None
    assert "forms.host.vat_rate" not in scenario.figures
    assert scenario.raw["remove"] == ["forms.host.vat_rate"]


def test_what_still_needs_what_was_taken_out_says_that_it_was(tmp_path: Path) -> None:
    said = render_all(tried(tmp_path, ("sources.measured", REMOVED)).problems, "nl")
    assert '"measured" in [sources]. sources.measured is hier weggehaald.' in said


def test_an_element_of_an_array_is_taken_out(tmp_path: Path) -> None:
    scenario = base(tmp_path, ("options.host.amounts[0]", REMOVED))
    assert scenario.document.options["host"].amounts == ()


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [
        ("options.hosd.realisation", "options.host.realisation"),
        ("options.host.realisatoin", "options.host.realisation"),
        ("options.host.ramp[3]", None),
        ("overhed.per_fte", "overhead.per_fte"),
        ("forms.network.vat_rate", None),
        ("salaries.cao-gemeenten-2024-10.8.max", None),
        ("scenario.title.x", None),
        ("jobs.administrator.scale.north.x", None),
    ],
)
def test_an_unknown_path_is_a_problem(tmp_path: Path, path: str, suggestion: str | None) -> None:
    (problem,) = tried(tmp_path, f"{path}=1").problems
    assert (problem.code, problem.file) == ("override_unknown", "--set")
    assert (problem.column, problem.width) == (1, len(path))
    assert problem.details["suggestion"] == suggestion


def test_what_is_not_there_cannot_be_taken_out(tmp_path: Path) -> None:
    assert codes(tried(tmp_path, ("options.host.realisation", REMOVED))) == ["override_unknown"]


def test_paths_are_taken_out_as_in_a_file(tmp_path: Path) -> None:
    scenario = tried(tmp_path, 'remove=["options.host.ramp", "forms.host.vat_rate"]').scenario
    assert scenario is not None
    assert scenario.document.options["host"].ramp is None
    assert scenario.taken_out == ("options.host.ramp", "forms.host.vat_rate")
    again = tried(tmp_path, *scenario.overrides).scenario
    assert again is not None
    assert again.raw == scenario.raw


def test_the_caret_stands_at_the_path_that_cannot_be_taken_out(tmp_path: Path) -> None:
    found = tried(tmp_path, 'remove=["options.hosd", "options..x"]').problems
    assert [problem.code for problem in found] == ["override_unknown", "override_malformed"]
    assert found[0].details["suggestion"] == "options.host"
    assert found[0].quoted[found[0].column - 1 :].startswith('"options.hosd"')


@pytest.mark.parametrize("text", ["remove=3", 'remove="options.host"', "remove=[3]"])
def test_what_is_taken_out_is_a_list_of_paths(tmp_path: Path, text: str) -> None:
    (problem,) = tried(tmp_path, text).problems
    assert problem.path.startswith("remove")


@pytest.mark.parametrize("text", ["", "x", "=1", "a=", "a b=1", "scenario.years=1\nyears=2"])
def test_what_is_no_override_is_a_problem(tmp_path: Path, text: str) -> None:
    assert codes(tried(tmp_path, text)) == ["override_malformed"]


def test_the_caret_stands_at_the_value_as_typed(tmp_path: Path) -> None:
    overrides = ("staff.ikb=0.1", "overhead.per_fte=-3")
    (problem,) = tried(tmp_path, *overrides).problems
    assert (problem.line, problem.column, problem.quoted) == (2, 18, "overhead.per_fte=-3")


def test_a_thousands_mark_is_caught_in_an_override_too(tmp_path: Path) -> None:
    assert codes(tried(tmp_path, "overhead.per_fte=45.000")) == ["thousands_or_decimals"]


def test_every_faulty_override_is_told(tmp_path: Path) -> None:
    overrides = ("scenario.title=[abc", "options.host.x=1", "nonsense", "scenario.years=0")
    assert len(tried(tmp_path, *overrides).problems) == len(overrides)


def test_a_word_for_a_text_needs_no_quotes_that_a_shell_eats(tmp_path: Path) -> None:
    scenario = tried(tmp_path, "options.host.keys.running=equal").scenario
    assert scenario is not None
    assert scenario.document.options["host"].keys["running"] == "equal"


@pytest.mark.parametrize("typed", ["15A", "8", "2019-01-01", "true", "a 'b' \"c\" \\"])
def test_where_only_a_text_belongs_a_value_without_quotes_is_one(
    tmp_path: Path, typed: str
) -> None:
    for given in (typed, inline(typed)):
        scenario = tried(tmp_path, f"scenario.region={given}").scenario
        assert scenario is not None
        assert scenario.document.scenario.region == typed
    assert tried(tmp_path, f"scenario.region=[{inline(typed)}]").scenario is None


def test_a_word_for_a_number_is_still_a_problem(tmp_path: Path) -> None:
    (problem,) = tried(tmp_path, "overhead.per_fte=ja").problems
    assert problem.quoted == "overhead.per_fte=ja"


def test_a_figure_of_each_is_not_lost_by_setting_one(tmp_path: Path) -> None:
    overrides = ("options.host.client_fte=0.2", "options.host.client_fte.north=0.3")
    assert "override_unknown" in codes(tried(tmp_path, *overrides))


@pytest.mark.parametrize("word", ["value", "low", "high"])
def test_figures_by_municipality_have_no_range_together(tmp_path: Path, word: str) -> None:
    each = "options.host.vat_recoverable={ north = 0.9, south = 0.8 }"
    (problem,) = tried(tmp_path, each, f"options.host.vat_recoverable.{word}=0.5").problems
    assert (problem.code, problem.file) == ("override_unknown", "--set")


def test_one_number_takes_the_place_of_figures_by_municipality_as_in_a_file(tmp_path: Path) -> None:
    each = "options.host.vat_recoverable={ north = 0.9, south = 0.8 }"
    for override in (
        "options.host.vat_recoverable=0.5",
        "options.host.vat_recoverable={value=0.5}",
    ):
        scenario = base(tmp_path, each, override)
        assert value(scenario, "options.host.vat_recoverable") == 0.5
        assert "options.host.vat_recoverable.north" not in scenario.figures
        assert scenario.origins["options.host.vat_recoverable"].layer == "override"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_with_a_path_is_said_in_both_languages(
    tmp_path: Path, language: Language
) -> None:
    text = f'extends = "base.toml"\nremove = ["options.hosd"]\n{BASE[len("format = 1") :]}'
    paths = write(tmp_path, base=BASE, top=text)
    said = render_all(load(paths["top"], ["overhed.per_fte=1", "x"]).problems, language)
    assert '"options.host"' in said
    assert '"overhead.per_fte"' in said
    assert "options.host.realisation=0.6" in said


@pytest.mark.parametrize("given", ['extends="other.toml"', "format=1", ("format", 2)])
def test_what_says_how_files_are_read_cannot_be_tried(given: str | tuple[str, object]) -> None:
    (problem,) = load_text(BASE, overrides=[given]).problems
    assert (problem.code, problem.file) == ("override_of_reading", "--set")


def test_a_bare_number_that_gets_a_range_stays_where_its_file_gives_it(tmp_path: Path) -> None:
    text = 'extends = "base.toml"\noverhead.per_fte = 50_000\n'
    path = write(tmp_path, base=BASE, top=text)["top"]
    scenario = sound(load(path, ["overhead.per_fte.low=40_000", "overhead.per_fte.high=60_000"]))
    value, low = (scenario.origins[f"overhead.per_fte.{word}"] for word in ("value", "low"))
    assert (value.file, value.line, value.column) == (str(path), 2, 20)
    assert low.layer == "override"
    assert dict(pickle.loads(pickle.dumps(scenario)).origins) == dict(scenario.origins)
