import io
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.limits import Limits
from klout_cli.files.table import Row, Table, open_table
from tests.cli.processes import start

KNOWN = {"date": {"date", "datum"}, "likes": {"likes", "gefällt mir"}, "text": {"text"}}
NEEDED = ("date", "likes")
PLAIN = "Date,Likes,Text\n2026-01-01,3,Hello\n2026-01-02,4,World\n"


def member(text: str | bytes) -> Member:
    data = text.encode() if isinstance(text, str) else text
    return Member("export", "posts.csv", len(data), lambda: io.BytesIO(data))


def opened(text: str | bytes, intake: Intake | None = None) -> Table:
    table = open_table(member(text), intake or Intake("posts.csv"), KNOWN, NEEDED)
    assert table is not None
    return table


def read(text: str | bytes) -> tuple[list[Row], Intake]:
    intake = Intake("posts.csv")
    return list(opened(text, intake).rows), intake


def used(text: str | bytes) -> list[tuple[str, ...]]:
    """The cells of date, likes and text of each row."""
    table = opened(text)
    indexes = [table.columns[name] for name in ("date", "likes", "text")]
    return [
        tuple(cells[index] for index in indexes)
        for _, cells in table.rows
        if not isinstance(cells, Bad)
    ]


ROWS = [("2026-01-01", "3", "Hello"), ("2026-01-02", "4", "World")]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        PLAIN.replace(",", "|"),
        "sep=;\r\n" + PLAIN.replace(",", ";").replace("\n", "\r\n"),
        'Notes:\n"A note, with date;\n\nand likes"\n\n' + PLAIN,
        'Notes:\r\n"A note"\r\n\r\n' + PLAIN.replace("\n", "\r\n"),
        "Report;;\nJanuary;;\n" + PLAIN.replace(",", ";"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("\n", "\r\n", 1),
        "\ufeff" + PLAIN,
        PLAIN.replace("Date,Likes", " DATUM\u00a0,Gefa\u0308llt mir"),
        "Text,Extra,Date,,Likes\nHello,x,2026-01-01,y,3\nWorld,x,2026-01-02,y,4\n",
        PLAIN.replace("\n", ",\n").replace("Text,", "Text"),
        PLAIN + "\n" * 5000 + ",,\n  , ,\n" * 50,
        "\n" * 300 + PLAIN,
        PLAIN.replace("\n2", "\n\n\n2"),
        '"Date","Likes","Text"\n"2026-01-01","3","Hello"\n"2026-01-02","4","World"',
    ],
    ids=[
        "plain",
        "C3-semicolon",
        "C4-tab",
        "C4-pipe",
        "C4-sep",
        "C5-preamble",
        "C5-preamble-crlf",
        "C15-title-rows",
        "C11-lone-cr",
        "C11-mixed-ends",
        "N1-bom",
        "C13-C14-header",
        "C20-order-and-extra-columns",
        "C7-trailing-separator",
        "C17-blank-rows",
        "C17-blank-lines-before",
        "C17-blank-lines-between",
        "quoted",
    ],
)
def test_the_same_table_in_all_its_shapes(text: str) -> None:
    assert used(text) == ROWS


@pytest.mark.parametrize(
    "text", ["", " \n\t\r\n", "\n" * 1000], ids=["empty", "blanks", "blank-lines"]
)
def test_an_empty_file_is_said_to_be_C1(text: str) -> None:
    with pytest.raises(InputError, match="the file is empty"):
        open_table(member(text), Intake("posts.csv"), KNOWN, NEEDED)


def test_a_header_only_is_a_table_without_rows_C2() -> None:
    assert used("Date,Likes,Text") == []


def test_another_table_is_none_of_ours() -> None:
    assert open_table(member("Name,Place\nJörg,Köln\n"), Intake("posts.csv"), KNOWN, NEEDED) is None


def test_a_header_is_looked_for_in_20_lines_only_C15() -> None:
    assert used("Title\n" * 19 + PLAIN) == ROWS
    assert open_table(member("Title\n" * 20 + PLAIN), Intake("posts.csv"), KNOWN, NEEDED) is None


def test_lines_are_counted_in_the_file() -> None:
    table = opened('\n\nReport\nDate,Likes,Text\n2026-01-01,3,"two\nlines"\n\n2026-01-02,4,x\n')
    assert table.line == 4
    assert [line for line, _ in table.rows] == [5, 8]


def test_surplus_cells_are_no_row_C6() -> None:
    rows, _ = read(PLAIN + "2026-01-03,5,Comma, unquoted\n2026-01-04,6,Fine\n")
    assert rows[2:] == [(4, Bad("more cells than the header")), (5, ["2026-01-04", "6", "Fine"])]


def test_rows_that_are_all_longer_are_never_shifted_C7() -> None:
    rows, _ = read("Date,Likes,Text\n2026-01-01,3,a,b\n2026-01-02,4,c,d\n")
    assert [cells for _, cells in rows] == [Bad("more cells than the header")] * 2


def test_missing_cells_are_unknown_and_noted_C8() -> None:
    rows, intake = read(PLAIN + "2026-01-03\n2026-01-04,7\n")
    assert rows[2:] == [(4, ["2026-01-03", "", ""]), (5, ["2026-01-04", "7", ""])]
    assert intake.notes == {"short rows: missing cells are unknown": 2}


def test_an_unterminated_quote_costs_what_is_behind_it_and_says_so_C9() -> None:
    rows, intake = read(PLAIN + '2026-01-03,5,"never closed\n' + "2026-01-04,6,Lost\n" * 9_997)
    assert rows[2:] == [(4, Bad("unterminated quote"))]
    assert intake.reasons == {"behind an unterminated quote": 9_997}
    assert intake.examples == [("5 to 10001", "behind an unterminated quote")]


def test_an_unterminated_quote_before_more_than_a_field_may_hold_C9() -> None:
    lost = Limits().field // 10
    rows, intake = read(PLAIN + '2026-01-03,5,"never closed\n' + "2026-01-04,6,Lost\n" * lost)
    assert rows[2:] == [(4, Bad("unterminated quote"))]
    assert intake.reasons == {"behind an unterminated quote": lost}


def test_a_quote_that_closes_in_the_wrong_place_costs_the_lines_between_C9() -> None:
    rows, intake = read(
        PLAIN + '2026-01-03,5,"open\n2026-01-04,6,Lost\n2026-01-05,7,"Lost"\n2026-01-06,8,Found\n'
    )
    assert rows[2:] == [(4, Bad("broken quoting")), (7, ["2026-01-06", "8", "Found"])]
    assert intake.reasons == {"behind an unterminated quote": 2}


@pytest.mark.parametrize(
    ("last", "reason"),
    [
        ('5,"open', "unterminated quote"),
        ('5,"open\n', "unterminated quote"),
        ('5,"closed" too early', "broken quoting"),
        ('5,"closed" too early\n', "broken quoting"),
        ("5," + "x" * 2_000_000, "field over 1 MB"),
        ('5,"' + "x" * 2_000_000 + '"', "field over 1 MB"),
    ],
)
def test_the_last_row_says_what_is_wrong_with_it_C9(last: str, reason: str) -> None:
    rows, intake = read(PLAIN + "2026-01-03," + last)
    assert rows[2:] == [(4, Bad(reason))]
    assert not intake.reasons


def test_a_field_of_200_kb_is_read_and_one_of_2_mb_is_not_C10() -> None:
    long = "x" * 200_000
    rows, intake = read(
        f"{PLAIN}2026-01-03,5,{long}\n2026-01-04,6,{'x' * 2 * Limits().field}\n2026-01-05,7,After\n"
    )
    assert rows[2:] == [
        (4, ["2026-01-03", "5", long]),
        (5, Bad("field over 1 MB")),
        (6, ["2026-01-05", "7", "After"]),
    ]
    assert not intake.reasons


@pytest.mark.parametrize(
    ("longest", "reason"), [(10, "field over 10 bytes"), (40, "field over 40 bytes"), (50, None)]
)
def test_the_longest_field_is_a_setting_C10(longest: int, reason: str | None) -> None:
    file = member(f"{PLAIN}2026-01-03,5,{'x' * 50}\n")
    file.limits = Limits(field=longest)
    table = open_table(file, Intake("posts.csv"), KNOWN, NEEDED)
    assert table and list(table.rows)[-1][1] == (
        Bad(reason) if reason else ["2026-01-03", "5", "x" * 50]
    )


BACKSLASHES = (
    "Date,Likes,Text\n"
    '2026-01-01,3,"Says: \\"More coffee\\", and so on."\n'
    '2026-01-02,4,"Two lines\n\nand \\"quoted\\", too"\n'
    '2026-01-03,5,"All ""twice"" and \\"escaped\\""\n'
    "2026-01-04,6,None\n"
    '2026-01-05,7,"Ends in a path: C:\\\\"\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("late", [0, 3000])
def test_quotes_escaped_by_a_backslash_cost_no_row(encoding: str, late: int) -> None:
    before = "2026-01-01,1,Nothing to escape\n" * late
    header, rest = BACKSLASHES.split("\n", 1)
    rows, intake = read(f"{header}\n{before}{rest}".encode(encoding))
    assert not intake.reasons
    assert [cells[2] for _, cells in rows[late:] if isinstance(cells, list)] == [
        'Says: "More coffee", and so on.',
        'Two lines\n\nand "quoted", too',
        'All "twice" and "escaped"',
        "None",
        "Ends in a path: C:\\",
    ]
    assert [line - late for line, _ in rows[late:]] == [2, 3, 6, 7, 8]


@pytest.mark.parametrize("broken", ["", '2026-01-03,5,"a" b\n'])
def test_a_backslash_is_text_where_quotes_are_written_twice(broken: str) -> None:
    rows, intake = read(
        "Date,Likes,Text\n"
        '2026-01-01,3,"In C:\\new\\"\n'
        '2026-01-02,4,"She says ""\\o/"", twice"\n'
        "2026-01-03,5,\\_(o)_/\n" + broken
    )
    assert [cells[2] for _, cells in rows if isinstance(cells, list)] == [
        "In C:\\new\\",
        'She says "\\o/", twice',
        "\\_(o)_/",
    ]
    assert len(rows) - 3 == bool(broken)
    assert not intake.reasons


def test_cells_may_be_in_single_quotes() -> None:
    text = "'Date';'Likes';'Text'\n'2026-01-01';3;'It''s 5; or 6'\n'2026-01-02';4;'\"No\"'\n"
    assert used(text) == [("2026-01-01", "3", "It's 5; or 6"), ("2026-01-02", "4", '"No"')]


def test_an_apostrophe_is_no_quote() -> None:
    text = "Date,Likes,Text\n2026-01-01,3,'twas\n2026-01-02,4,'so'\n"
    assert used(text) == [("2026-01-01", "3", "'twas"), ("2026-01-02", "4", "'so'")]


@pytest.mark.parametrize(("columns", "is_table"), [(4_999, True), (5_000, False)])
def test_a_table_has_at_most_5000_columns_W5(columns: int, is_table: bool) -> None:
    text = "\nDate,Likes" + ",x" * (columns - 1) + "\n2026-01-01,3\n"
    if is_table:
        assert len(opened(text).header) == 5_000
    else:
        with pytest.raises(InputError, match="more than 5,000 columns"):
            opened(text)


def test_a_wide_line_above_the_header_is_none_W5() -> None:
    assert used(",".join("x" * 6_000) + "\n" + PLAIN) == ROWS


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("date,likes," + ",".join(map(str, range(1_000_000))), "this has more than 5,000 columns"),
        ("\n" * 49_000_000, "this has more blank lines than text"),
        ("date,likes\n2026-01-01,3\n" + "\r\n" * 24_000_000, "this has more blank lines than text"),
        ("date,likes\n" + "2026-01-01,3\n\n\n" * 50_000, "50000"),
        ("date,likes\n2026-01-01,3\n" + " ,\n" * 10_000_000, "this has more blank lines than text"),
        ("date,likes\n2026-01-01,3\n" + ",\n" * 1_048_574, "1"),
        (
            ("x," * 4_000_000 + "\n") * 5 + "date,likes\n2026-01-01,3\n",
            "this has more than 5,000 columns",
        ),
    ],
    ids=[
        "columns",
        "blank-lines",
        "blank-lines-behind",
        "blank-lines-between",
        "blank-cells",
        "blank-cells-to-the-end-of-a-sheet",
        "wide-lines",
    ],
)
def test_a_hostile_table_is_read_or_refused_within_2_s_and_256_mb_W5(
    text: str, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(text, newline="")
    done = start((sys.executable, "-W", "error", "-m", "tests.files.bounded", str(path)))
    assert done.out == f"{says}\n", done.err


def test_line_separators_of_unicode_are_text_C11() -> None:
    assert used("Date,Likes,Text\n2026-01-01,3,a\u2028b\x0bc\n") == [
        ("2026-01-01", "3", "a\u2028b\x0bc")
    ]


def test_two_needed_columns_of_one_name_are_named_C12() -> None:
    with pytest.raises(InputError, match="two columns for likes: 'Likes', 'Gefällt mir'") as fault:
        open_table(member("\nDate,Likes,Gefällt mir\n"), Intake("posts.csv"), KNOWN, NEEDED)
    assert fault.value.where == "export:posts.csv:2"


def test_of_two_other_columns_the_first_is_used_and_noted_C12() -> None:
    intake = Intake("posts.csv")
    table = opened("Date,Likes,Text,text\n2026-01-01,3,a,b\n", intake)
    assert table.columns["text"] == 2
    assert intake.notes == {"two columns for text, the first is used: 'Text', 'text'": 1}


def test_formulas_stay_text_C19() -> None:
    assert used("Date,Likes,Text\n2026-01-01,3,=1+1\n") == [("2026-01-01", "3", "=1+1")]


def test_rows_are_read_as_they_are_asked_for_C18() -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return b"2026-01-03,5,More\n" * 1000

    source = Member("export", "endless.csv", 0, lambda: Endless())
    table = open_table(source, Intake("endless.csv"), {"date": {"2026 01 03"}}, ())
    assert table is not None
    assert [next(table.rows) for _ in range(20_000)][-1] == (20_001, ["2026-01-03", "5", "More"])


@pytest.mark.parametrize(
    ("text", "delimiter"), [("Date\n1\n", ","), ("Date;Likes\n", ";"), ("Date,Likes;Text\n", ",")]
)
def test_the_delimiter_is_the_one_that_gives_most_known_names(text: str, delimiter: str) -> None:
    table = open_table(member(text), Intake("posts.csv"), KNOWN, ())
    assert table is not None
    assert table.delimiter == delimiter


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.text(st.sampled_from('a1,;|\t"\r\n =\u2028ä'), max_size=120),
    st.sampled_from([",", ";", "\t"]),
)
def test_any_text_below_a_header_gives_rows_of_its_width(text: str, delimiter: str) -> None:
    rows, intake = read(delimiter.join(("Date", "Likes", "Text")) + "\n" + text)
    lines = [line for line, _ in rows]
    assert lines == sorted(lines)
    assert all(isinstance(cells, Bad) or len(cells) == 3 for _, cells in rows)
    assert intake.read == sum(intake.reasons.values())


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_none_or_refused(data: bytes) -> None:
    known: Mapping[str, set[str]] = {"a": {"a"}}
    try:
        table = open_table(member(data), Intake("posts.csv"), known, ())
    except InputError:
        return
    if table is not None:
        assert all(
            isinstance(cells, Bad) or len(cells) == len(table.header) for _, cells in table.rows
        )


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9),
            min_size=3,
            max_size=3,
        ),
        max_size=8,
    )
)
def test_what_was_written_is_read(rows: list[list[str]]) -> None:
    quoted = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    written = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    assert used("Date,Likes,Text\n" + quoted) == written
