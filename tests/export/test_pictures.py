"""Pictures show the cells of their table, say so in words, and are the same bytes each time."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from xml.etree import ElementTree

import pytest
from examples import ROOT, scenario
from PIL import Image

from export.hostile import TEXTS
from orgdesign.export.booklet import Booklet
from orgdesign.export.document import controls, document, renewed
from orgdesign.export.html import page
from orgdesign.export.pictures.drawing import Bar, Drawing, Line, Panel, in_words
from orgdesign.export.pictures.drawn import drawn
from orgdesign.export.pictures.look import BLUE, LOOKS, ORANGE
from orgdesign.export.pictures.registry import PICTURES, picture
from orgdesign.export.studies import OF_OPTION, makers
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import cell_text

SVG = "{http://www.w3.org/2000/svg}"
ENDS = ("begins", "ends")


@cache
def result() -> Result:
    return evaluate(scenario(ROOT / "tests" / "golden" / "small.toml"))


def made(name: str, at: int = 0, **changes: object) -> Table:
    option = result().scenario.options[at]
    settings = settings_for(result().scenario, name, options=(option,), **changes)
    return makers(result().scenario)[name](result(), settings)


def test_the_steps_of_a_waterfall_lead_from_alone_to_the_option() -> None:
    table = made("steps", 1)
    for panel, column in zip(PICTURES["steps"](table).panels, range(1, 99), strict=False):
        reached = 0.0
        for line, row in zip(panel.lines, table.rows, strict=True):
            cell = row.cells[column]
            for bar in line.bars:
                assert bar.start == (0.0 if bar.kind == "total" else reached)
                assert bar.end - bar.start == pytest.approx(cell)
                assert bar.kind == "total" or (bar.kind == "more") == (bar.end > bar.start)
                reached = bar.end
            assert line.bars or cell == 0


def test_steps_add_up_to_what_the_comparison_prints() -> None:
    table, lines = made("steps", 1), made("structural", 1, against="absolute")
    for row in lines.rows[: -len(["thresholds", "gaps"])]:
        at = [column.id for column in table.columns].index(row.id)
        assert [table.row("alone").cells[at], table.row("total").cells[at]] == list(row.cells[1:3])
        steps = [each.cells[at] for each in table.rows if not each.total]
        assert sum(steps) == table.row("total").cells[at]  # type: ignore[arg-type]


def test_gainers_have_the_sign_beside_the_bar() -> None:
    table = made("structural", 1)
    (panel,) = PICTURES["structural"](table).panels
    rows = {str(row.cells[0]): row for row in table.rows}
    for line in panel.lines:
        amount = rows[line.label].cells[2]
        assert line.said == cell_text(amount, table.columns[2], table)
        assert [bar.end for bar in line.bars] == ([amount] if amount else [])


def test_a_bar_of_people_is_left_out_where_a_part_of_it_is_masked() -> None:
    table = made("placement", 1)
    first = table.rows[0]
    at = [column.id for column in table.columns].index("follows")
    masked = first._replace(cells=(*first.cells[:at], Mark.MASKED, *first.cells[at + 1 :]))
    line = PICTURES["placement"](table._replace(rows=(masked, *table.rows[1:]))).panels[0].lines[0]
    assert line == Line(str(first.cells[0]), (), say("pictures.masked", "nl"))


def test_a_bar_of_a_tornado_has_the_name_of_its_figure_and_not_its_path() -> None:
    table = made("tornado", 1)
    (panel,) = PICTURES["tornado"](table).panels
    assert [row.cells[-1] for row in table.rows] == [row.id for row in table.rows]
    assert not {row.id for row in table.rows} & {line.label for line in panel.lines}


@pytest.mark.parametrize("name", ["tornado", "bands"])
def test_what_is_uncertain_lies_between_the_ends_that_are_printed(name: str) -> None:
    table = made(name, 1)
    drawing = PICTURES[name](table)
    outer = ("at_low", "at_high") if name == "tornado" else ("p5", "p95")
    ids = [column.id for column in table.columns]
    ends = [sorted(float(str(row.cells[ids.index(id)])) for id in outer) for row in table.rows]
    shown = [
        [min(amounts), max(amounts)]
        for panel in drawing.panels
        for line in panel.lines
        if (amounts := [end for bar in line.bars for end in (bar.start, bar.end)])
    ]
    for low, high in shown:
        assert any(each[0] - 1 <= low <= high <= each[1] + 1 for each in ends)
    assert len(shown) == min(len(ends), 20 if name == "tornado" else 60)


def test_a_bar_of_a_plan_runs_from_the_first_day_of_work_to_the_last() -> None:
    table = made("plan")
    at = {column.id: place for place, column in enumerate(table.columns)}
    drawing = PICTURES["plan"](table)
    work = [row for row in table.rows if row.id.count(".") == 2]
    lines = [line for panel in drawing.panels for line in panel.lines if _is_work(line)]
    assert drawing.dates
    assert [line.label for line in lines] == [row.cells[at["work"]] for row in work]
    for line, row in zip(lines, work, strict=True):
        (bar,) = line.bars
        assert date.fromordinal(int(bar.start)) == row.cells[at["begins"]]
        assert date.fromordinal(int(bar.end) - 1) == row.cells[at["ends"]]
        printed = (cell_text(row.cells[at[id]], table.columns[at[id]], table) for id in ENDS)
        assert line.said.startswith(" … ".join(printed))
        assert (bar.kind == "decides") == ("█" in str(row.cells[at["timeline"]]))
    assert len({panel.zero for panel in drawing.panels}) == 1


def _is_work(line: Line) -> bool:
    return line.bars[0].kind in ("decides", "work")


def test_a_decision_moment_is_a_mark_at_its_latest_day_beside_the_day_that_is_planned() -> None:
    table = made("plan")
    at = {column.id: place for place, column in enumerate(table.columns)}
    moments = [row for row in table.rows if ".moment_" in row.id]
    first = moments[0]
    late = first._replace(
        cells=tuple(
            {at["begins"]: date(2031, 5, 1), at["ends"]: date(2031, 3, 1)}.get(place, cell)
            for place, cell in enumerate(first.cells)
        )
    )
    changed = table._replace(rows=tuple(late if row is first else row for row in table.rows))
    drawing = PICTURES["plan"](changed)
    lines = [line for panel in drawing.panels for line in panel.lines if not _is_work(line)]
    assert sorted(line.label for line in lines) == sorted(str(r.cells[at["work"]]) for r in moments)
    for line in lines:
        mark = line.bars[-1]
        assert (mark.kind, mark.start) == ("latest", mark.end)
        assert date.fromordinal(int(mark.start)).strftime("%d-%m-%Y") in line.said
    (bar,) = (bar for line in lines for bar in line.bars if bar.kind == "late")
    days = [date.fromordinal(int(day)) for day in (bar.start, bar.end)]
    assert days == [date(2031, 3, 1), date(2031, 5, 1)]


@pytest.mark.parametrize(("numbers", "text"), [("nl_NL", "01-01-2026"), ("fr_CA", "2026-01-01")])
def test_the_scale_of_a_plan_has_dates_as_its_columns_have(numbers: str, text: str) -> None:
    shown = picture(made("plan")._replace(numbers=numbers), "plan")
    assert shown is not None
    root = ElementTree.fromstring(shown.svg)
    assert text in ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("words", [11, 40])
def test_a_title_of_a_panel_ends_within_the_picture(words: int) -> None:
    table = made("plan")
    drawing = PICTURES["plan"](table)
    panels = tuple(panel._replace(title="bestuur " * words) for panel in drawing.panels)
    _, png = drawn(drawing._replace(panels=panels), table, "T", "alt")
    image = Image.open(io.BytesIO(png)).convert("L")
    edge = image.crop((image.width - 4, 0, image.width, image.height))
    assert edge.getextrema() == (255, 255)


def test_a_picture_says_what_it_shows_and_where_it_came_from() -> None:
    shown = picture(made("structural", 1), "structural")
    assert shown is not None
    root = ElementTree.fromstring(shown.svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == shown.title
    assert root.findtext(f"{SVG}desc") == shown.alt
    image = Image.open(io.BytesIO(shown.png))
    assert image.text["Description"] == shown.alt  # type: ignore[attr-defined]
    texts = ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]
    assert shown.title in texts
    assert any("Concept" in text or "Prijspeil" in text for text in texts)
    assert picture(made("structural", 1), "structural") == shown


def test_a_hostile_name_is_only_text_in_a_picture() -> None:
    names = (*TEXTS, r"$\frac{1}{2}$", "]]><svg/>")
    lines = tuple(Line(name, (Bar(0, 1, "more"),), name) for name in names)
    drawing = Drawing((Panel(names[-1], lines),), names[-2])
    table = Table("t", "T", (Column("a", "A"),), (Row("r", ("x",)),), notes=names)
    svg, _ = drawn(drawing, table, names[-1], in_words(drawing, "T", "nl").replace("\x1b", ""))
    root = ElementTree.fromstring(svg)
    assert not [each for each in root.iter() if each.tag.endswith(("script", "}a"))]
    assert sum(each.tag == f"{SVG}svg" for each in root.iter()) == 1
    assert any("$\\frac" in "".join(each.itertext()) for each in root.iter(f"{SVG}text"))


def test_colours_stay_apart_in_grey_and_have_a_pattern_beside_them() -> None:
    def bright(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    assert bright(ORANGE) - bright(BLUE) > 0.3
    assert LOOKS["more"].pattern != LOOKS["less"].pattern
    assert LOOKS["high"].pattern != LOOKS["low"].pattern


def booklet(table: Table, name: str) -> Booklet:
    shown = picture(table, name)
    assert shown is not None
    return Booklet("T", (table,), pictures={0: shown}, names=(name,))


def test_a_page_and_a_memo_have_the_picture_with_its_words() -> None:
    import zipfile

    found = booklet(made("structural", 1), "structural")
    assert page(found).count("<img src=") == 1
    assert f'alt="{found.pictures[0].alt[:40]}' in page(found)
    with zipfile.ZipFile(io.BytesIO(document(found))) as archive:
        body = archive.read("word/document.xml").decode()
        assert [name for name in archive.namelist() if name.endswith(".png")]
    assert f'descr="{found.pictures[0].alt[:40]}' in body


def test_tables_of_two_options_in_a_memo_are_each_renewed_by_their_own() -> None:
    from docx import Document

    tables = tuple(made("lines", at) for at in (0, 1))
    names = tuple(f"lines-{at}" for at in (0, 1))
    memo = document(Booklet("T", tables, names=names))
    found, renewed_names = renewed(memo, Booklet("T", tables, names=names))
    assert renewed_names == names
    opened = Document(io.BytesIO(found))
    assert [name for name, _ in controls(opened)] == list(names)
    for table, (_, each) in zip(tables, controls(opened), strict=True):
        assert table.title in "".join(part.text or "" for part in each.iter())


def test_tables_of_one_option_are_those_whose_title_names_it() -> None:
    first, second = result().scenario.options[:2]
    for name, make in makers(result().scenario).items():
        if name == "stability_chance":
            continue
        settings = settings_for(result().scenario, name)
        titles = {make(result(), settings.change(options=(o,))).title for o in (first, second)}
        assert (len(titles) > 1) == (name in OF_OPTION), name
