"""The same table in other clothes gives the same score: columns moved, unknown ones renamed, the file cut in two."""

import csv
import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from klout_cli import pipeline
from klout_cli.results import Judgement
from klout_cli.scoring.model import load
from klout_cli.values.layout import read_layout
from klout_cli.values.reading import Reading
from tests.importers.inputs import LATEST, member, table
from tests.importers.tool_tables import ROWS, TABLES

READING = Reading(latest=LATEST)
FEWEST_ROWS = 4
"""Rows from which a part settles by itself what its columns are."""

EXAMPLES = 3

Cells = list[list[str]]


class Kept(Struct, frozen=True):
    """A table as cells: `above` are lines before the header, `unknown` places of no meaning."""

    id: str
    file: str
    delimiter: str
    above: Cells
    header: list[str]
    rows: Cells
    unknown: list[int]

    def written(self, rows: Cells | None = None) -> str:
        """The table as a file, of some of its rows."""
        body = self.rows if rows is None else rows
        return table(*self.above, self.header, *body, delimiter=self.delimiter)

    def moved(self, places: list[int], names: list[str]) -> "Kept":
        """The table with its columns in another order, the unknown ones under other names."""
        header = list(self.header)
        for place, name in zip(self.unknown, names, strict=False):
            header[place] = name
        above, [moved], rows = (
            [[cells[place] for place in places] for cells in part]
            for part in (self.above, [header], self.rows)
        )
        return Kept(self.id, self.file, self.delimiter, above, moved, rows, [])


def kept(text: str, file: str, id: str) -> Kept:
    """Take a table apart; unknown are the columns whose names can mean nothing."""
    layout = read_layout(member(text, file), READING)
    assert layout is not None
    delimiter = ";" if ";" in "".join(text.splitlines()[layout.line - 1]) else ","
    cells = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    width = len(layout.header)
    cells = [[*row, *[""] * (width - len(row))] for row in cells]
    start = next(place for place, row in enumerate(cells) if tuple(row) == layout.header)
    unknown = [
        choice.index
        for choice in layout.choices
        if not choice.meaning and not choice.runner_up and choice.index not in layout.flags
    ]
    return Kept(id, file, delimiter, cells[:start], cells[start], cells[start + 1 :], unknown)


def scored(**files: str) -> Judgement | None:
    with TemporaryDirectory() as folder:
        paths = tuple(Path(folder) / f"{name}.csv" for name in files)
        for path, text in zip(paths, files.values(), strict=True):
            path.write_text(text, encoding="utf-8", newline="")
        options = pipeline.Options(
            paths=paths, model=load("klout"), reading=READING, today=date(2026, 3, 2)
        )
        return pipeline.make_report(pipeline.measure_exports(options), options.model).judgement


KEPT = [kept(tool.text, tool.file, tool.id) for tool in TABLES]
NONSENSE = st.lists(
    st.text("bcdfghjklmnpqrtvwxz", min_size=5, max_size=9), min_size=30, max_size=30, unique=True
)


def moving(kept: Kept) -> st.SearchStrategy[Kept]:
    return st.builds(kept.moved, st.permutations(range(len(kept.header))), NONSENSE)


def halved(kept: Kept, end: int, start: int) -> dict[str, str]:
    """Cut a table in two files as a browser names them, with the rows from start to end in both."""
    stem = kept.file.removesuffix(".csv")
    parts = kept.rows[:end], kept.rows[start:]
    return {f"{stem} ({number})": kept.written(part) for number, part in enumerate(parts, 1)}


@pytest.mark.parametrize("table", KEPT, ids=[kept.id for kept in KEPT])
def test_moved_columns_and_other_names_of_unknown_ones_change_nothing(table: Kept) -> None:
    stem = table.file.removesuffix(".csv")
    before = scored(**{stem: table.written()})

    @settings(deadline=None, derandomize=True, max_examples=EXAMPLES, database=None)
    @given(moving(table))
    def check(moved: Kept) -> None:
        assert scored(**{stem: moved.written()}) == before

    check()


@pytest.mark.parametrize("table", KEPT, ids=[kept.id for kept in KEPT])
def test_a_file_in_two_with_an_overlap_changes_nothing(table: Kept) -> None:
    table = replace(table, rows=table.rows[:ROWS])
    whole = scored(**{table.file.removesuffix(".csv"): table.written()})

    @settings(deadline=None, derandomize=True, max_examples=EXAMPLES, database=None)
    @given(st.integers(FEWEST_ROWS, ROWS), st.integers(0, ROWS - FEWEST_ROWS))
    def check(end: int, start: int) -> None:
        assert scored(**halved(table, end, min(start, end))) == whole

    check()


OTHER_CELLS = {
    "numbers": st.integers(0, 5000).map(str),
    "shares": st.integers(0, 99).map("{}.5%".format),
    "remarks": st.sampled_from(["", "fine", "see below", "Ben Muster", "rot", "n/a"]),
    "days": st.dates(date(2025, 12, 1), date(2026, 2, 28)).map(str),
    "links": st.integers(0, 9).map("https://pictures.example/{}".format),
    "phrases": st.integers(0, 99).map("what {} of them had to say about it".format),
}


@st.composite
def kept_with_unknown_columns(draw: st.DrawFn) -> Kept:
    """Draw a table somebody keeps: what is known of each post, and columns that mean nothing."""
    columns = {
        "Datum": [f"2026-01-{2 * number + 1:02}" for number in range(ROWS)],
        "Text": [f"Entry number {number} of our list" for number in range(ROWS)],
        "Link": [f"https://www.instagram.com/p/a{number}/" for number in range(ROWS)],
        "Likes": [str(20 + number) for number in range(ROWS)],
        "Kommentare": [str(number % 5) for number in range(ROWS)],
        "Follower": [str(1000 + number) for number in range(ROWS)],
    }
    for name in draw(st.sampled_from((["Text"], ["Link"], []))):
        del columns[name]
    for name in draw(st.sets(st.sampled_from(("Kommentare", "Follower")))):
        del columns[name]
    known = len(columns)
    for number, kind in enumerate(draw(st.lists(st.sampled_from(sorted(OTHER_CELLS)), max_size=4))):
        cells = st.lists(OTHER_CELLS[kind], min_size=ROWS, max_size=ROWS)
        columns[f"zzz{number}"] = draw(cells)
    rows = [list(cells) for cells in zip(*columns.values(), strict=True)]
    return Kept("kept", "kept.csv", ",", [], list(columns), rows, [*range(known, len(columns))])


@settings(deadline=None, derandomize=True, max_examples=25)
@given(
    kept_with_unknown_columns().flatmap(lambda kept: st.tuples(st.just(kept), moving(kept))),
    st.integers(FEWEST_ROWS, ROWS),
    st.integers(0, ROWS - FEWEST_ROWS),
)
def test_a_kept_table_with_columns_of_no_meaning(
    tables: tuple[Kept, Kept], end: int, start: int
) -> None:
    table, moved = tables
    whole = scored(kept=table.written())
    assert scored(kept=moved.written()) == whole
    assert scored(**halved(moved, end, min(start, end))) == whole
