"""Screens laid out: everything fits, nothing is cut, columns stay aligned, in every voice."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from klout_cli.reports.safe import safe
from klout_cli.reports.screen import Screen
from klout_cli.reports.screens.blocks import (
    Bar,
    Bars,
    Block,
    Column,
    Commands,
    Drawing,
    Facts,
    Group,
    Header,
    Lines,
    Scale,
    Span,
    Table,
)
from klout_cli.reports.screens.console import draw, draw_bar, to_ascii
from klout_cli.reports.screens.plain import speak

TEXT = st.text(max_size=120).map(lambda text: safe(text).replace("\ue000", "")).filter(str.strip)


def every_block(name: str, value: str) -> list[Block]:
    return [
        Group((Header((Span(name, "title"),), value), Scale(40, 60, 52.0, ((40, "40 average"),)))),
        Bars(name, (Bar(name, 3.2, value), Bar(name, None, value, "–")), value),
        Table(name, (Column(), Column(value[:9], right=True)), ((name, "1,204"),), value),
        Facts(name, ((name, value),)),
        Lines((value,), "alert", name),
        Commands(((name[:20], value[:20]), ("klout hints", "all"))),
    ]


@settings(deadline=None, derandomize=True, max_examples=60)
@given(TEXT, TEXT, st.integers(40, 200))
def test_every_block_fits_the_screen_and_loses_no_word(name: str, value: str, width: int) -> None:
    for block in every_block(name, value):
        drawn = draw([block], Screen(width=width))
        assert max(map(cell_len, drawn.splitlines())) <= width
        assert all(line == line.rstrip() for line in drawn.splitlines())
        joined = "".join(drawn.split()).casefold()
        shown = "".join(draw([block], Screen()).split()).casefold()
        assert sorted(re.sub(r"[━┿█●▌░▶!]", "", joined)) == sorted(re.sub(r"[━┿█●▌░▶!]", "", shown))


def test_on_a_pipe_nothing_is_wrapped() -> None:
    long = "word " * 200
    assert draw([Facts("", (("Name", long.strip()),))], Screen()).count("\n") == 1
    assert draw([Lines((long.strip(),))], Screen()).count("\n") == 1


@pytest.mark.parametrize("width", [60, 80, 120, None])
def test_the_title_of_bars_ends_where_their_points_do(width: int | None) -> None:
    bars = Bars("Name", (Bar("Audience", 3.2, "fact " * 20),), "average 40.0")
    title, *rows = draw([bars], Screen(width=width)).splitlines()
    assert len(title) == len(rows[0])


def test_columns_stay_aligned_beside_wide_and_combining_text() -> None:
    names = ("plain", "日本語", "👨‍👩‍👧", "🇩🇪", "Jo\u0308rg")
    columns = Column(), Column("posts", right=True)
    drawn = draw([Table("Name", columns, tuple((name, "1,204") for name in names))], Screen())
    assert len({cell_len(line) for line in drawn.splitlines()}) == 1


def test_narrow_tables_leave_out_columns_by_priority() -> None:
    columns = (
        Column(),
        Column("score"),
        Column("first to go" * 3, drop=2),
        Column("second" * 3, drop=1),
    )
    table = Table("Name", columns, (("x" * 20, "52.1", "a", "b"),))
    assert "first to go" in draw([table], Screen(width=120))
    narrow = draw([table], Screen(width=60))
    assert "first to go" not in narrow and "second" in narrow
    narrower = draw([table], Screen(width=40))
    assert "second" not in narrower and "score" in narrower


@pytest.mark.parametrize(
    ("points", "drawn"),
    [
        (0.0, ""),
        (0.2, "▌"),
        (0.4, "█"),
        (1.6, "████"),
        (3.2, "████████"),
        (3.7, "███████▶"),
        (-1.6, "░░░░"),
        (-24.0, "░░░░░░░▶"),
    ],
)
def test_bars_have_one_scale_for_all_runs(points: float, drawn: str) -> None:
    assert draw_bar(points, 8) == drawn


def test_percent_and_times_stay_with_their_number() -> None:
    for width in range(40, 80):
        drawn = draw(
            [Lines(("about 80 % of the people are above 2 × the usual reactions",))],
            Screen(width=width),
        )
        assert not any(line.strip().startswith(("%", "×")) for line in drawn.splitlines())
        assert "80 %" in drawn


def test_plain_is_one_fact_a_line_in_words() -> None:
    blocks: list[Block] = [
        Header(
            (Span("52.1 of 100", "title"), Span("  ▲ ", "", ", "), Span("above average")), "likely"
        ),
        Bars("Factors", (Bar("Audience", -1.2, "1,200 followers"), Bar("Own +1s", 0.0))),
        Drawing(("│●",), "a curve"),
        Table("Name", (Column(), Column("posts")), (("X", "12"),)),
    ]
    assert speak(blocks).splitlines() == [
        "52.1 of 100, above average",
        "likely",
        "Audience: minus 1.2, 1,200 followers",
        "Own +1s: 0.0",
        "a curve",
        "X: posts 12",
    ]


def test_ascii_writes_umlauts_as_two_letters_and_drawings_as_signs() -> None:
    assert to_ascii("Jörg Çelik größer ▲ 日") == "Joerg Celik groesser ^ ?"
    shown = draw(every_block("Größe", "Übung"), Screen(width=80, ascii=True, encoding="ascii"))
    assert shown.isascii() and "Groesse" in shown


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_every_encoding_can_write_the_screen(encoding: str) -> None:
    shown = draw(every_block("Jörg 日本", "👨‍👩‍👧"), Screen(ascii=True, encoding=encoding))
    shown.encode(encoding)


def test_text_is_no_markup() -> None:
    assert "[bold]x[/bold] :smile:" in draw([Lines(("[bold]x[/bold] :smile:",))], Screen(width=80))
