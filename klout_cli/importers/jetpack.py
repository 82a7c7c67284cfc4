"""Jetpack and WordPress.com stats: views of each post of a blog, in files without a header (formats/modern-platforms §12)."""

import re
from collections.abc import Sequence
from operator import attrgetter, itemgetter

from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.text import lines
from klout_cli.importers.readers import (
    OTHER,
    Counted,
    Period,
    counted,
    month_span,
    take_readers,
)
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export
from klout_cli.values.dates import DAY, iso_day, moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import address_key, host_in

POSTS = "posts"
NO_ROW = "neither views nor an address at its end"
EXPORT_OTHER = "export Posts & pages of a whole month that is over, and keep the file's name, which tells blog and days"
MOST_AHEAD = 366 * DAY
"""How far the end of a period may lie ahead: such a period is told as not over yet."""
INFERRED = (
    "Jetpack counts views, not readers: taken are as many readers as the most viewed post had views"
)

_DATE = r"\d{1,4}[-_.]\d{1,2}[-_.]\d{1,4}"
_NAME = rf"(?P<site>\S+?\.\S+?)[-_](?P<table>[a-z]+)[-_](?P<unit>day|week|month|year)[-_](?P<first>{_DATE})[-_](?P<last>{_DATE}).*\.csv"
_ROW = r'.*,"?(?P<views>\d+)"?(?:,"?(?P<url>(?:https?:)?//\S*?)?"?)?'
"""Titles come quoted or not, with commas in them: a row is told by its end."""


class Jetpack:
    """Stats of Jetpack or WordPress.com; each file is an export of its own."""

    network = "blog"
    source, feeds = described("jetpack")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the files by their names, and by rows that end in a number or in a number and an address."""
        return [
            (member,)
            for member in members
            if re.fullmatch(_NAME, member.basename) and _has_rows(member)
        ]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one file."""
        (member,) = members
        draft = Draft(self.network, "Jetpack stats")
        draft.handle, table, days = _stated(member, reading)
        found: list[Counted] = []
        with draft.reading(member.where) as intake:
            found += _views(member, intake, table == POSTS, days, reading)
        take_readers(draft, [sorted(found, key=attrgetter("readers"))[-1:]], EXPORT_OTHER)
        draft.levels = [replace(level, quality="inferred") for level in draft.levels]
        draft.notes += [INFERRED] if draft.levels else []
        return [draft.finish()]


def _stated(member: Member, reading: Reading) -> tuple[str, str, Period | None]:
    """Return the blog, the table and the days that a file's name tells."""
    named = re.fullmatch(_NAME, member.basename)
    if named is None:
        return "", "", None
    return (
        host_in(named["site"]),
        named["table"],
        _days(named["unit"], (named["first"], named["last"]), reading),
    )


def _views(
    member: Member, intake: Intake, posts: bool, days: Period | None, reading: Reading
) -> list[Counted]:
    """Return the views of each post.

    Those of the home page, which readers open again and again, and other tables are used and noted.
    """
    found: list[Counted | None] = []
    written = (
        (line, text.strip())
        for line, text in enumerate(lines(member, intake, reading.encoding), start=1)
    )
    for line, text in filter(itemgetter(1), written):
        row = re.fullmatch(_ROW, text)
        if row is None:
            intake.skip(line, NO_ROW)
        elif posts and "/" in address_key(row["url"] or ""):
            found.append(counted(intake, line, days, row["views"], reading))
        else:
            intake.use()
            intake.note(OTHER)
    return [one for one in found if one]


def _has_rows(member: Member) -> bool:
    whole = member.head().decode("utf-8-sig", "replace").splitlines(keepends=True)
    rows = [
        line.strip() for line in whole if line.strip() and (line.endswith("\n") or len(whole) == 1)
    ]
    return bool(rows) and all(re.fullmatch(_ROW, row) for row in rows)


def _days(unit: str, written: Sequence[str], reading: Reading) -> Period | None:
    """Read the two dates of a name, in the order of day and month that makes a whole unit of them, else the only one that makes a range.

    None where both orders do, and the person settles nothing (D1).
    """
    found: dict[str, Period] = {}
    for order in (reading.date_order,) if reading.date_order else ("mdy", "dmy"):
        ends = [
            moment(re.sub(r"\D", "/", date), reading.latest + MOST_AHEAD, order) for date in written
        ]
        first, last = (end[0] if isinstance(end, tuple) else 0 for end in ends)
        if 0 < first <= last:
            found[order] = first, last
    whole = [period for period in found.values() if _is_whole(unit, period)]
    periods = set(whole or found.values())
    return periods.pop() if len(periods) == 1 else None


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
