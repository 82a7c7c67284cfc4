"""Tables in other forms as plain ones: sheets of a spreadsheet, and a column for each day."""

import csv
import io
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice

from klout_cli.errors import InputError
from klout_cli.files.archives import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import DELIMITERS, HEADER_WITHIN
from klout_cli.files.text import lines, split_line
from klout_cli.files.workbook import is_workbook, read_sheets
from klout_cli.values.aliases import SUFFIXES, Synonyms, posts_synonyms
from klout_cli.values.columns import is_count
from klout_cli.values.dates import moment
from klout_cli.values.names import COUNTS, possible_meanings
from klout_cli.values.periods import period_of
from klout_cli.values.reading import Reading

FEWEST_DAYS = 3
"""Columns that are days, from which a table is turned."""
SMALL, LARGEST = 1 << 10, 4 << 20
"""Bytes of a table that may be turned."""
DAY_OF_COLUMN = "day of the column"
"""By this name a turned table is known to be one of days (aliases.yaml)."""

Rows = list[list[str]]


def plain_tables(member: Member, reading: Reading) -> Sequence[Member]:
    """Return a file's tables with one row a post or period; none of a file without tables."""
    find = _find_small_tables if member.size <= SMALL else _find_large_tables
    return find(member, reading)


def _find_tables(member: Member, reading: Reading) -> Sequence[Member]:
    if is_workbook(member):
        try:
            sheets = read_sheets(member)
        except InputError:
            return ()
        return [_as_table(member, turn_days(sheet.rows, reading) or sheet.rows) for sheet in sheets]
    if not member.basename.endswith(SUFFIXES):
        return ()
    rows = _turn_file(member, reading) if member.size <= LARGEST else None
    return [_as_table(member, rows)] if rows else [member]


# Each importer of tables asks for the same files: thousands of small ones, or a few large ones.
_find_small_tables = lru_cache(maxsize=1 << 13)(_find_tables)
_find_large_tables = lru_cache(maxsize=16)(_find_tables)


def _turn_file(member: Member, reading: Reading) -> Rows | None:
    try:
        top = list(islice(lines(member, Intake(""), reading.encoding), HEADER_WITHIN))
        for delimiter in DELIMITERS:
            if any(_days(split_line(line, delimiter), reading) for line in top):
                text = lines(member, Intake(""), reading.encoding)
                return turn_days([split_line(line, delimiter) for line in text], reading)
    except InputError:
        pass  # whoever reads it says so
    return None


def _days(cells: Sequence[str], reading: Reading) -> list[int]:
    """Return which cells of a header are days or months, if these are most of them."""
    if len(cells) < FEWEST_DAYS:
        return []
    places = [place for place, cell in enumerate(cells) if _is_day(cell.strip(), reading.latest)]
    filled = sum(bool(cell.strip()) for cell in cells)
    return places if len(places) >= FEWEST_DAYS and len(places) * 2 >= filled else []


def _is_day(cell: str, latest: int) -> bool:
    if cell.isdigit() or not any(map(str.isdigit, cell)):
        return False
    days = (moment(cell, latest, order) for order in ("dmy", "mdy"))
    return period_of(cell, latest) is not None or any(isinstance(day, tuple) for day in days)


def turn_days(rows: Sequence[Sequence[str]], reading: Reading) -> Rows | None:
    """Return a table with a column for each day as one with a row for each; None for any other.

    One column has the names of what is counted, else a title says it; the others say whose it is.
    """
    for line, header in enumerate(rows[:HEADER_WITHIN]):
        if days := _days(header, reading):
            width = len(header)
            body = [[*row, *[""] * width][:width] for row in rows[line + 1 :] if any(row)]
            return _turn(header, days, body, [cell for row in rows[: line + 1] for cell in row])
    return None


def _turn(
    header: Sequence[str], days: Sequence[int], body: Rows, titles: Sequence[str]
) -> Rows | None:
    others = [place for place in range(len(header)) if place not in days]
    metrics = [place for place in others if any(_is_metric(row[place]) for row in body)]
    single = next(filter(_is_metric, titles), "")
    if not metrics and not single:
        return None
    groups = [place for place in others if place not in metrics[:1]]
    counts: dict[tuple[str, ...], dict[str, str]] = {}
    for row in body:
        name = row[metrics[0]] if metrics else single
        for place in days:
            key = (header[place], *(row[group] for group in groups))
            counts.setdefault(key, {})[name] = row[place]
    names = list(dict.fromkeys(name for known in counts.values() for name in known))
    titled = [header[group].strip() or "account" for group in groups]
    rows = [[*key, *(known.get(name, "") for name in names)] for key, known in counts.items()]
    return [[DAY_OF_COLUMN, *titled, *names], *rows]


@cache
def _metrics() -> Synonyms:
    return {name: posts_synonyms()[name] for name in (*COUNTS, "followers", "posts")}


def _is_metric(cell: str) -> bool:
    return not is_count(cell) and bool(possible_meanings(cell, {}, _metrics()))


def _as_table(member: Member, rows: Sequence[Sequence[str]]) -> Member:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    data = text.getvalue().encode()
    return Member(
        member.container,
        member.name,
        len(data),
        lambda: io.BytesIO(data),
        limits=member.limits,
        allowance=member.allowance,
    )
