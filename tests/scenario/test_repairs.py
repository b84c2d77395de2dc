"""The repair that a message gives is taken when it is typed in the place of what is marked."""

import pytest

from orgdesign.scenario.load import Loaded, load_text
from orgdesign.scenario.problems import Problem

RAND = """\
format = 1

[scenario]
title = "Rand"
price_level = 2024
first_year = 2025
years = 10
decision_date = 2025-06-30

[municipalities]
berg = { name = "Bergen aan de Rand", inhabitants = 18_000 }
sude = { name = "Súdwest-Rand", inhabitants = 42_000 }
hert = { name = "'s-Hertogenrand", inhabitants = 27_500 }

[figures.aanslagen]
name = "Aanslagen"
year = 2024
values = { berg = 11_000, sude = 24_000, hert = 15_500 }

[salary]
8 = 76_600

[overhead]
per_fte = 45_000

[tasks.zaken]
name = "Burgerzaken"
overlap = 0.1

[jobs.balie]
name = "Balie"
task = "zaken"
scale = "8"
fte = { berg = 4.0, sude = 9.0, hert = 6.0 }

[plans.overgang]
name = "Werkplan belastingen"
from = 2025-07-01

[plans.overgang.streams.processen]
name = "Processen"
discipline = "processes"
per_month = 2
work.heffing = { name = "Heffing", units = 20, must_be_ready = true }

[options.gast]
name = "Gast"
form = "host"
host = "sude"
participants = ["berg", "sude"]
from = 2026
scope = { zaken = 1.0 }
ramp = [0.2, 0.6, 1.0]
stranded = [1.0, 0.5, 0.0]
process_fixed = 150_000
process_profile = [0.6, 0.4]
keys = { running = "begrensd", one_off = "equal" }

[[options.gast.amounts]]
line = "disintegration"
name = "Uittreedsom"
municipality = "berg"
year = 2026
amount = 45_000

[options.later]
name = "Later"
form = "public_body"
from = 2027
scope = { zaken = 1.0 }
overhead_per_fte = 40_000
work_plan = { zaken = "overgang" }
then = { year = 2029, option = "gast" }

[keys.begrensd]
name = "Aanslagen, begrensd"
figure = "aanslagen"
floor = { over_alone = -0.1 }

[criteria.kwaliteit]
name = "Kwaliteit"
steps = ["veel slechter", "slechter", "gelijk", "beter", "veel beter"]
[[criteria.kwaliteit.scores]]
option = "gast"
role = "raad"
score = 1
who = "Raad"
when = 2025-02-01
why = "Continuïteit"
"""


def with_line(line: str) -> str:
    """Return the text with another line for the last one with its key."""
    key = line.partition("=")[0].strip()
    key = "8" if key.startswith("schaal") else key
    old = [each for each in RAND.split("\n") if each.partition("=")[0].strip() == key]
    assert old
    return RAND.replace(old[-1], line, 1)


def only(text: str) -> tuple[Loaded, Problem]:
    loaded = load_text(text)
    assert len(loaded.problems) == 1, loaded.problems
    return loaded, loaded.problems[0]


def followed(text: str, problem: Problem) -> str:
    """Return a text with the repair in the place of what the caret marks."""
    lines = text.split("\n")
    line, start = lines[problem.line - 1], problem.column - 1
    instead = str(problem.details["instead"])
    lines[problem.line - 1] = line[:start] + instead + line[start + problem.width :]
    return "\n".join(lines)


def test_the_text_is_sound() -> None:
    assert load_text(RAND).problems == ()


REPAIRS = [
    ("ramp = [0,2, 0,6, 1,0]", "ramp = [0.2, 0.6, 1.0]"),
    ("ramp = [0,2, 0,6, 1]", "ramp = [0.2, 0.6, 1]"),
    ("ramp = [0,2,0,6,1,0]", "ramp = [0.2, 0.6, 1.0]"),
    ("ramp = [0,05, 0,6, 1]", "ramp = [0.05, 0.6, 1]"),
    ("ramp = [0,2; 0,6; 1,0]", "ramp = [0.2, 0.6, 1.0]"),
    ("ramp = 0,2 0,6 1,0", "ramp = [0.2, 0.6, 1.0]"),
    ("ramp = 0,2, 0,6, 1,0", "ramp = [0.2, 0.6, 1.0]"),
    ("ramp = 0.2, 0.6, 1.0", "ramp = [0.2, 0.6, 1.0]"),
    ("stranded = [1,0, 1,0, 0,0]", "stranded = [1.0, 1.0, 0.0]"),
    ("process_profile = [0,6, 0,4]", "process_profile = [0.6, 0.4]"),
    ("values = { sude = 2, hert = 1, berg = [11,5] }", "berg = 11.5 }"),
    ("values = { sude = 2, hert = 1, berg = [11,5, 12,3] }", "berg = [11.5, 12.3] }"),
    ('participants = ["Bergen aan de Rand", "sude"]', 'participants = ["berg", "sude"]'),
    ('participants = ["berg", "Sudwest-rand"]', 'participants = ["berg", "sude"]'),
    ('participants = "berg, sude"', 'participants = ["berg", "sude"]'),
    ('participants = "Bergen aan de Rand en Súdwest-Rand"', 'participants = ["berg", "sude"]'),
    ("participants = allen", 'participants = "all"'),
    ("participants = iedereen", 'participants = "all"'),
    ("participants = berg, Súdwest-Rand", 'participants = ["berg", "sude"]'),
    ('participants = ["berg, Súdwest-Rand"]', 'participants = ["berg", "sude"]'),
    ('participants = "berg", "sude"', 'participants = ["berg", "sude"]'),
    ('host = "Súdwest-Rand"', 'host = "sude"'),
    ("host = Súdwest-Rand", 'host = "sude"'),
    ('municipality = "Bergen aan de Rand"', 'municipality = "berg"'),
    ('fte = { "Bergen aan de Rand" = 4.0, sude = 9.0 }', "fte = { berg = 4.0, sude = 9.0 }"),
    ("fte = { Bergen aan de Rand = 4.0, sude = 9.0 }", "fte = { berg = 4.0, sude = 9.0 }"),
    ("fte = { berg = 4.0, 's-Hertogenrand = 9.0 }", "fte = { berg = 4.0, hert = 9.0 }"),
    ('keys = { running = "Aanslagen, begrensd" }', 'keys = { running = "begrensd" }'),
    ('keys = { running = "inwoners" }', 'keys = { running = "inhabitants" }'),
    ('keys = { running = "gelijke delen" }', 'keys = { running = "equal" }'),
    ('keys = { "lopende kosten" = "equal" }', 'keys = { running = "equal" }'),
    ('line = "overige desintegratiekosten"', 'line = "disintegration"'),
    ('line = "other disintegration cost"', 'line = "disintegration"'),
    ('work_plan = { zaken = "Werkplan belastingen" }', 'work_plan = { zaken = "overgang" }'),
    ('work_plan = { Burgerzaken = "overgang" }', 'work_plan = { zaken = "overgang" }'),
    ('form = "Bedrijfsvoeringsorganisatie"', 'form = "joint_operations_body"'),
    ('form = "openbaar lichaam"', 'form = "public_body"'),
    ('form = "Public body"', 'form = "public_body"'),
    ('form = "ambtelijke_fusie"', 'form = "officials_merger"'),
    ('form = "gemeenschappelijk orgaan"', 'form = "joint_organ"'),
    ('task = "Burgerzaken"', 'task = "zaken"'),
    ("schaal 8 = 76_600", "8 = 76_600"),
    ("decision_date = 30 juni 2025", "decision_date = 2025-06-30"),
    ("decision_date = 30 jun. 2025", "decision_date = 2025-06-30"),
    ("decision_date = June 30, 2025", "decision_date = 2025-06-30"),
    ("decision_date = juni 2025", "decision_date = 2025-06-01"),
    ('decision_date = "30 juni 2025"', "decision_date = 2025-06-30"),
    ('decision_date = "30th of June 2025"', "decision_date = 2025-06-30"),
    ('decision_date = "30-6-2025"', "decision_date = 2025-06-30"),
    ("when = 1 februari 2025", "when = 2025-02-01"),
    ('when = "1 February 2025"', "when = 2025-02-01"),
    ("from = 1 januari 2027", "from = 2027"),
    ('from = "1 januari 2027"', "from = 2027"),
    ("years = 2034", "years = 10"),
    ('keys = "inwoners"', 'keys = { all = "inhabitants" }'),
    ('work_plan = "Werkplan belastingen"', 'work_plan = { zaken = "overgang" }'),
    ('work_plan = "overgang"', 'work_plan = { zaken = "overgang" }'),
    ("fte = 19", "fte = { berg = 19 }"),
    ("fte = [4.0, 9.5, 6.0]", "fte = { berg = 4, sude = 9.5, hert = 6 }"),
    ("amount = (45.000)", "amount = -45_000"),
    ("process_fixed = (45.000)", "process_fixed = 45_000"),
    (
        "amount = 120_000 (80_000 - 200_000)",
        "amount = { value = 120_000, low = 80_000, high = 200_000 }",
    ),
    (
        "amount = 120.000 (80.000 tot 200.000)",
        "amount = { value = 120_000, low = 80_000, high = 200_000 }",
    ),
    ("overlap = 10% (5% - 15%)", "overlap = { value = 0.1, low = 0.05, high = 0.15 }"),
    ("years = 2025-2034", "years = 10"),
    ("ramp = [0,2 0,6 1]", "ramp = [0.2, 0.6, 1]"),
    ("ramp = [0.2 0.6 1.0]", "ramp = [0.2, 0.6, 1.0]"),
    ("price_level = 2.024", "price_level = 2024"),
    ("price_level = 2024.0", "price_level = 2024"),
    ("from = 2.027", "from = 2027"),
    ("from = 2027,5", "from = 2027"),
    ("from = juli 2027", "from = 2027"),
    ('from = "juli 2027"', "from = 2027"),
    ('years = "2025-2034"', "years = 10"),
    ("schaal_8 = 76_600", "8 = 76_600"),
    ('scale = "schaal 8"', 'scale = "8"'),
]


@pytest.mark.parametrize(("typed", "mended"), REPAIRS)
def test_one_problem_gives_a_repair_that_is_taken(typed: str, mended: str) -> None:
    text = with_line(typed)
    _, problem = only(text)
    after = followed(text, problem)
    assert mended in after
    assert load_text(after).problems == ()


@pytest.mark.parametrize(
    "line",
    [
        "stranded = [1, 1, 0, 0]",
        "stranded = [1,0,1,0]",
        "stranded = [1,0]",
        "values = { berg = [11, 5], sude = 2, hert = 1 }",
        "values = { berg = [11_000,12_000], sude = 2, hert = 1 }",
    ],
)
def test_numbers_that_may_stand_apart_are_no_error(line: str) -> None:
    assert load_text(with_line(line)).problems == ()


def test_a_mended_value_with_a_mark_after_it_is_no_list() -> None:
    problems = load_text(with_line("amount = 45.000,- (PM)")).problems
    assert "number_list" not in {problem.code for problem in problems}


def test_words_of_a_quantity_in_dutch_are_told_with_the_numbers_in_them() -> None:
    problems = load_text(with_line("overlap = { waarde = 2%, laag = 0.01, hoog = 3% }")).problems
    meant = [problem.details["suggestion"] for problem in problems if problem.code == "unknown_key"]
    assert meant == ["value", "low", "high"]
    assert {problem.code for problem in problems} == {"unknown_key", "percent"}


def test_a_value_out_of_bounds_and_its_unknown_source_are_told_together() -> None:
    problems = load_text(with_line('overlap = { value = 1_000, source = "nowhere" }')).problems
    assert {problem.code for problem in problems} == {"too_high", "unknown_source"}


@pytest.mark.parametrize(
    ("typed", "instead"),
    [("2029", '{ year = 2029, option = "..." }'), ('"Gast"', '{ year = ..., option = "gast" }')],
)
def test_a_change_of_form_typed_as_one_value_shows_its_table(typed: str, instead: str) -> None:
    _, problem = only(with_line(f"then = {typed}"))
    assert problem.details["instead"] == instead


def test_what_rests_on_a_list_with_decimal_commas_is_not_told() -> None:
    _, problem = only(with_line("process_profile = [0,6, 0,5]"))
    assert problem.code == "decimal_commas"
