import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import tomli_w

from orgdesign.library.loader import form_ids
from orgdesign.scenario.figures import source_of
from orgdesign.scenario.gallery import gallery
from orgdesign.scenario.layers.layer import Origins
from orgdesign.scenario.load import load, load_text
from scenario.files import BASE, EXAMPLE, base, codes, sound, write


@pytest.mark.parametrize("path", [EXAMPLE, *gallery()], ids=lambda path: path.stem)
def test_the_example_and_the_gallery_have_no_problems(path: Path) -> None:
    sound(load(path))


def test_every_number_of_the_file_is_a_figure_with_its_place() -> None:
    scenario = sound(load(EXAMPLE))
    origin = scenario.origins["options.joint_body.amounts[0].amount"]
    line = EXAMPLE.read_text(encoding="utf-8").split("\n")[origin.line - 1]
    assert line[origin.column - 1 :].startswith("{ value = 250_000")
    assert scenario.figures["options.joint_body.amounts[0].amount"].value == 250_000
    assert set(scenario.figures) - {"x"} <= set(scenario.origins)


def test_figures_stand_in_the_order_of_the_file_then_the_bundled_ones(tmp_path: Path) -> None:
    scenario = base(tmp_path)
    layers = [scenario.origins[path].layer for path in scenario.figures]
    own = layers.count("file")
    assert "file" not in layers[own:]
    lines = [scenario.origins[path].line for path in scenario.figures][:own]
    assert lines == sorted(lines)


def test_a_setting_may_be_given_as_a_number_is_given(tmp_path: Path) -> None:
    given = '{ value = 5, unit = "years", source = "measured" }'
    assert base(tmp_path, f"scenario.years={given}").document == base(tmp_path).document


def test_years_and_draws_are_no_figures(tmp_path: Path) -> None:
    assert not {"scenario.years", "scenario.first_year", "sensitivity.draws"} & set(
        base(tmp_path).figures
    )


def test_only_forms_in_use_are_there_with_their_sources(tmp_path: Path) -> None:
    scenario = base(tmp_path)
    assert list(scenario.document.forms) == ["host"]
    figure = scenario.figures["forms.host.guarantee_years"]
    assert figure.source in scenario.document.sources
    assert scenario.origins["forms.host.guarantee_years"].layer == "library"


@pytest.mark.parametrize("form", form_ids())
def test_the_place_of_a_bundled_figure_is_its_line(form: str) -> None:
    option = f'[options.x]\nname = "X"\nform = "{form}"\nfrom = 2026\n'
    loaded = load_text(BASE.partition("[options.host]")[0] + option)
    origins = loaded.scenario.origins if loaded.scenario else {}
    for path, origin in origins.items():
        if path.startswith(f"forms.{form}."):
            assert origin.file == f"orgdesign/library/forms/{form}.toml"
            assert origin.line > 1


def test_a_form_may_rest_on_a_bundled_one(tmp_path: Path) -> None:
    own = '[forms.light]\nbased_on = "host"\nguarantee_years = 1\n'
    text = BASE.replace('form = "host"', 'form = "light"') + own
    scenario = sound(load(write(tmp_path, base=text)["base"]))
    assert set(scenario.document.forms) == {"light", "host"}
    assert scenario.property_path("host", "guarantee_years") == "forms.light.guarantee_years"
    assert scenario.property_path("host", "vat_rate") == "forms.host.vat_rate"


def test_a_bundled_form_is_changed_in_part(tmp_path: Path) -> None:
    text = BASE + "[forms.host]\nguarantee_years = 4\n"
    scenario = sound(load(write(tmp_path, base=text)["base"]))
    assert scenario.figures["forms.host.guarantee_years"].value == 4
    assert scenario.origins["forms.host.guarantee_years"].layer == "file"
    assert "forms.host.vat_rate" in scenario.figures


@pytest.mark.parametrize(
    ("basis", "steps"), [("max", {"max"}), ("min", {"min"}), ("mid", {"min", "max"})]
)
def test_the_salaries_in_use_are_figures(tmp_path: Path, basis: str, steps: set[str]) -> None:
    scenario = base(tmp_path, ("staff.salary_basis", basis))
    paths = {f"salaries.cao-gemeenten-2024-10.8.{step}" for step in steps}
    assert {path for path in scenario.figures if path.startswith("salaries")} == paths
    for path in paths:
        assert scenario.origins[path].layer == "library"
        assert source_of(scenario, path) in scenario.document.sources


def test_scales_come_from_jobs_posts_and_further_roles(tmp_path: Path) -> None:
    overrides = (
        'jobs.administrator.scale={ north = "8", south = "9" }',
        'jobs.administrator.joint_scale="10"',
        'options.host.posts=[{ name = "Controller", scale = "11", fte = 0.5 }]',
        'options.host.manager_scale="12"',
        "salary.9=80_000",
    )
    scenario = base(tmp_path, *overrides)
    found = [path.split(".")[2] for path in scenario.figures if path.startswith("salaries")]
    assert found == ["8", "10", "11", "12"]


def test_defaults_that_count_are_figures_with_a_source(tmp_path: Path) -> None:
    scenario = base(tmp_path)
    defaults = {
        path: figure.value
        for path, figure in scenario.figures.items()
        if scenario.origins[path].layer == "default"
    }
    assert defaults == {
        "staff.ikb": 0.1705,
        "staff.on_costs": 0.28,
        "staff.attrition": 0,
        "staff.hired_factor": 1,
        "scenario.discount_rate": 0,
        "scenario.wage_growth": 0,
        "scenario.price_growth": 0,
    }
    assert scenario.document.sources[source_of(scenario, "staff.ikb") or ""].kind == "assumption"


def test_additions_to_a_salary_are_there_only_with_a_salary_table(tmp_path: Path) -> None:
    text = BASE.replace('salary_table = "cao-gemeenten-2024-10"', "").replace(
        "[overhead]", "[salary]\n8 = 70_000\n\n[overhead]"
    )
    scenario = sound(load(write(tmp_path, base=text)["base"]))
    assert not {"staff.ikb", "staff.on_costs", "staff.part_time_factor"} & set(scenario.figures)


def test_a_part_time_factor_goes_with_an_absence(tmp_path: Path) -> None:
    assert base(tmp_path, "staff.absence=0.05").figures["staff.part_time_factor"].value == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("jobs.administrator.fte.north", "measured"),
        ("jobs.administrator.fte.south", "assumed"),
        ("overhead.per_fte", "measured"),
        ("municipalities.north.inhabitants", None),
        ("options.host.amounts[0].amount", None),
        ("options.host.realisation", None),
    ],
)
def test_the_source_of_a_figure_is_its_own_or_that_of_its_table(
    tmp_path: Path, path: str, source: str | None
) -> None:
    assert source_of(base(tmp_path), path) == source


def test_the_plain_tables_hold_what_the_person_gave_and_nothing_bundled(tmp_path: Path) -> None:
    text = 'extends = "base.toml"\nscenario.title = "Try"\n'
    scenario = sound(load(write(tmp_path, base=BASE, top=text)["top"], ["salary.9=1"]))
    assert "forms" not in scenario.raw
    assert "extends" not in scenario.raw
    assert scenario.raw["salary"] == {"9": 1}
    again = sound(load_text(tomli_w.dumps(dict(scenario.raw))))
    assert (again.document, again.figures) == (scenario.document, scenario.figures)


def test_the_origin_beneath_an_override_is_that_of_the_file(tmp_path: Path) -> None:
    scenario = base(tmp_path, "overhead.per_fte=41_000", "options.host.realisation=0.5")
    origins = scenario.origins
    assert isinstance(origins, Origins)
    beneath = origins.beneath("overhead.per_fte")
    assert beneath is not None
    assert beneath.layer == "file"
    assert origins.beneath("options.host.realisation") is None


def test_another_process_gets_the_same_scenario(tmp_path: Path) -> None:
    scenario = base(tmp_path)
    copy = pickle.loads(pickle.dumps(scenario))
    assert copy.figures == scenario.figures
    assert dict(copy.origins) == dict(scenario.origins)


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    loaded = load(tmp_path / "wanting.toml")
    assert codes(loaded) == ["no_such_file"]
    assert loaded.files == (tmp_path / "wanting.toml",)


def test_the_language_is_the_one_asked_for_else_the_files() -> None:
    english = BASE.replace("years = 5", 'years = 5\nlanguage = "en"')
    assert load_text(english).language == "en"
    assert load_text(BASE).language == "nl"
    assert load(EXAMPLE, language="en").language == "en"
    assert load_text(BASE.replace("years = 5", "language = 3")).language == "nl"


@pytest.mark.parametrize("table", ["scenario", "staff", "options", "forms", "municipalities"])
@pytest.mark.parametrize("value", ["3", '"text"', "[1]", "{ a = 1 }"])
def test_a_table_of_another_sort_is_a_problem_and_no_crash(table: str, value: str) -> None:
    loaded = load_text(f"format = 1\n{table} = {value}\n")
    assert loaded.scenario is None
    assert loaded.problems


def test_salaries_are_no_table_of_the_file() -> None:
    (problem,) = load_text(BASE + '[salaries.cao-gemeenten-2024-10.monthly]\n8 = "x"\n').problems
    assert problem.code == "unknown_table"


def test_reading_a_file_imports_neither_numpy_nor_the_command_line(tmp_path: Path) -> None:
    path = write(tmp_path, base=BASE)["base"]
    program = (
        "import sys; from pathlib import Path; from orgdesign.scenario.load import load;"
        f"assert load(Path({str(path)!r})).scenario;"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert not loaded & {"numpy", "scipy", "click", "babel", "textual", "tomli_w", "difflib"}


@pytest.mark.untraced  # every file that is read reaches the same
def test_the_whole_country_is_read_in_bounded_time() -> None:
    places = "\n".join(f'm{i} = {{ name = "M{i}", inhabitants = {1000 + i} }}' for i in range(342))
    fte = ", ".join(f"m{i} = 1.5" for i in range(342))
    jobs = "\n".join(
        f'[jobs.j{i}]\nname = "J{i}"\ntask = "administration"\nscale = "8"\nfte = {{ {fte} }}'
        for i in range(60)
    )
    head, _, rest = BASE.partition("[municipalities]")
    tail = rest.partition("[staff]")[2].partition("[jobs.administrator]")[0]
    text = f"{head}[municipalities]\n{places}\n[staff]{tail}{jobs}\n"
    scenario = sound(load_text(text))
    assert len(scenario.figures) > 342 * 60
    assert scenario.origins["jobs.j59.fte.m341"].line == text.count("\n")


def test_a_thousands_mark_is_found_beside_what_cannot_be_read() -> None:
    found = codes(load_text("format = 1\nx = ja\n[salary]\n8 = 78.500\n"))
    assert "thousands_or_decimals" in found


def test_a_missing_name_hides_no_other_problem() -> None:
    keys = "[keys.k]\nmix = { inhabitants = 0.52, equal = 0.5 }\n"
    found = codes(load_text(f"{BASE}\n{keys}"))
    assert found.count("missing_key") == 1
    assert found.count("shares_sum") == 1


def test_a_fault_in_a_figure_makes_no_key_unknown_that_names_it() -> None:
    figure = '[figures.f]\nname = "f"\nvalues = { aa = 1 }\n'
    key = '[keys.k]\nname = "k"\nmix = { f = 1 }\n'
    assert codes(load_text(f"{BASE}\n{figure}{key}")) == ["missing_key"]


def test_a_fault_in_one_key_does_not_excuse_another_that_is_not_there() -> None:
    keys = '[keys.k]\nmix = 3\nname = "k"\n[keys.l]\nname = "l"\nmix = { inhabitans = 1 }\n'
    assert "unknown_shares" in codes(load_text(f"{BASE}\n{keys}"))


def test_a_figure_needs_no_source() -> None:
    figure = '[figures.f]\nname = "f"\nyear = 2020\nvalues = {}\n'
    assert load_text(f"{BASE}\n{figure}").problems == ()


def test_a_task_called_source_cites_nothing() -> None:
    tables = "[tasks.source]\nname = 'S'\n[options.host.work_plan]\nsource = 'p'\n"
    (problem,) = load_text(f"{BASE}\n{tables}").problems
    assert (problem.code, problem.path) == ("unknown_plans", "options.host.work_plan.source")


def test_shares_may_miss_one_by_the_last_decimals_of_a_third() -> None:
    third = "0.3333333333333333"
    parts = f"inhabitants = {third}, equal = {third}, staff = {third}"
    keys = f"[keys.thirds]\nname = 'T'\nmix = {{ {parts} }}"
    tables = EXAMPLE.read_text(encoding="utf-8")
    assert not load_text(f"{tables}\n{keys}\n").problems
    (problem,) = load_text(
        f"{tables}\n{keys}\n".replace(f"staff = {third}", "staff = 0.333")
    ).problems
    assert problem.code == "shares_sum"
