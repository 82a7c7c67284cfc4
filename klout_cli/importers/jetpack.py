"""Jetpack and WordPress.com stats: views of each post of a blog, in files without a header."""

import re
from collections.abc import Sequence
from operator import attrgetter

from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.text import lines
from klout_cli.importers.archive import Archive, File, Note, Rows, Unusable
from klout_cli.importers.readers import (
    OTHER,
    Counted,
    Period,
    count_readers,
    month_span,
    take_readers,
)
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import DAY, iso_day, moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import address_key, host_in

ADVICE = Message("Export Posts & pages of a full past month, and keep the name of the file.")
INFERRED = Message(
    "Jetpack counts views, not readers. The views of the most viewed post stand for readers."
)
POSTS = "posts"
MOST_AHEAD = 366 * DAY  # a period that ends within a year is reported as not over yet

_DATE = r"\d{1,4}[-_.]\d{1,2}[-_.]\d{1,4}"
_NAME = (
    r"(?P<site>\S+?\.\S+?)[-_](?P<table>[a-z]+)[-_](?P<unit>day|week|month|year)[-_]"
    rf"(?P<first>{_DATE})[-_](?P<last>{_DATE}).*\.csv"
)
# Titles come quoted or not, with commas in them: a row is known by its end.
_ROW = r'.*,"?(?P<views>\d+)"?(?:,"?(?P<url>(?:https?:)?//\S*?)?"?)?'


class Jetpack(Archive):
    """Stats of Jetpack or WordPress.com; each file is an export of its own."""

    key = "jetpack"
    network = "blog"
    variant = "Jetpack stats"
    together = "file"
    dated_by = ()
    files = (File("table", name=_NAME, whole=True),)

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the files by their names, and by rows that end in a number or an address."""
        whole = member.head().decode("utf-8-sig", "replace").splitlines(keepends=True)
        ended = [line.strip() for line in whole if line.endswith("\n") or len(whole) == 1]
        rows = [re.fullmatch(_ROW, line) for line in ended if line]
        return super().file_of(member, reading) if rows and all(rows) else None

    def begin(self, members: Sequence[Member]) -> None:
        """Take the blog, the table and the days from the file's name."""
        self.views: list[Counted] = []
        self.days: Period | None = None
        self.table_name = ""
        if named := re.fullmatch(_NAME, members[0].basename):
            self.draft.handle = host_in(named["site"])
            self.table_name = named["table"]
            self.days = _parse_days(named["unit"], (named["first"], named["last"]), self.reading)

    def table(self, member: Member) -> None:
        """Take the views of each post."""
        numbered = enumerate(lines(member, self.intake, self.reading.encoding), start=1)
        self.each(((line, text.strip()) for line, text in numbered if text.strip()), self.row)

    def row(self, text: str) -> Rows:
        """Take one row; the home page, which readers open again and again, is not counted."""
        row = re.fullmatch(_ROW, text)
        if row is None:
            raise Unusable(N_("neither views nor an address at its end"))
        if self.table_name == POSTS and "/" in address_key(row["url"] or ""):
            self.views.append(count_readers(self.days, row["views"], self.reading))
        else:
            yield Note(OTHER)

    def finish(self, members: Sequence[Member]) -> None:
        """Infer the readers from the most viewed post."""
        most_viewed = sorted(self.views, key=attrgetter("readers"))[-1:]
        take_readers(self.draft, [most_viewed], ADVICE)
        self.draft.levels = [replace(level, quality="inferred") for level in self.draft.levels]
        self.draft.notes += [INFERRED] if self.draft.levels else []


def _parse_days(unit: str, dates: Sequence[str], reading: Reading) -> Period | None:
    """Read the two dates of a name in the order of day and month that makes a whole unit of them.

    Else in the only order that makes a range; None where both do, and the person settles nothing
    (case D1).
    """
    periods: set[Period] = set()
    for order in (reading.date_order,) if reading.date_order else ("mdy", "dmy"):
        days = [re.sub(r"\D", "/", date) for date in dates]
        ends = [moment(day, reading.latest + MOST_AHEAD, order) for day in days]
        first, last = (end[0] if isinstance(end, tuple) else 0 for end in ends)
        periods |= {(first, last)} if 0 < first <= last else set()
    candidates = {period for period in periods if _is_whole(unit, period)} or periods
    return candidates.pop() if len(candidates) == 1 else None


def _is_whole(unit: str, period: Period) -> bool:
    first = period[0]
    year, month, _ = map(int, iso_day(first).split("-"))
    spans = {
        "day": (first, first),
        "week": (first, first + 6 * DAY),
        "month": month_span(year, month),
        "year": month_span(year, 1, 12),
    }
    return period == spans[unit]
