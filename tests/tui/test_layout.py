from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow, Layout


def content(*titles: str, right: bool = True, cell: str = "1.234.567") -> Content:
    columns = (
        GridColumn("name", "Gemeente", right=False, widest=28),
        *(GridColumn(f"c{i}", title, right=right, widest=20) for i, title in enumerate(titles)),
    )
    row = GridRow("zeist", (GridCell("Zeist"), *(GridCell(cell) for _ in titles)))
    return Content(columns, (row,))


def test_all_columns_in_sight_where_there_is_room() -> None:
    layout = Layout(content("Netwerk", "Centrumgemeente"), 80)
    assert layout.whole
    assert layout.columns == (0, 1, 2)


def test_the_first_column_stays_while_others_go_by() -> None:
    wide = content(*[f"Variant {i}" for i in range(11)])
    layout = Layout(wide, 60).showing(9)
    assert layout.columns[0] == 0
    assert layout.last == 9
    assert not layout.whole
    assert layout.showing(2).columns[1] == 2


def test_no_more_columns_go_by_than_needed() -> None:
    layout = Layout(content(*[f"Variant {i}" for i in range(11)]), 60)
    assert layout.showing(1) == layout
    assert layout.showing(layout.last + 1).first == 2


def test_titles_keep_their_words_whole_where_there_is_room() -> None:
    assert Layout(content("Netwerkorganisatie"), 80).header == (("Gemeente", "Netwerkorganisatie"),)


def test_titles_are_broken_with_a_hyphen_where_room_is_short() -> None:
    layout = Layout(content(*["Netwerkorganisatie"] * 5), 62)
    assert [line[1] for line in layout.header] == ["Netwerkor-", "ganisatie"]


def test_text_that_does_not_fit_is_cut_but_a_number_never_is() -> None:
    texts = Layout(content("Titel", right=False, cell="x" * 19), 24)
    numbers = Layout(content("Een", "Twee", cell="1" * 19), 48)
    assert texts.widths[1] < 19
    assert numbers.columns == (0, 1)
    assert numbers.widths[1] == 19


def test_the_column_under_the_mouse() -> None:
    layout = Layout(content("Een", "Twee"), 80)
    assert [layout.column_at(x) for x in (0, layout.widths[0] + 2, 79)] == [0, 1, None]


def test_wide_letters_count_double() -> None:
    assert Layout(content("表", cell="表" * 5), 80).widths[1] == 10


def test_an_empty_content_has_nothing_in_sight() -> None:
    assert Layout(Content(), 80).columns == ()
    assert Layout(Content(), 80).header == ()
