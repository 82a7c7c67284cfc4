"""Plausible: readers of a blog from the full export and from that of the dashboard."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from klout_cli.files.container import Member
from klout_cli.files.table import first_names, records
from klout_cli.importers.archive import Archive, Note, Rows, Table
from klout_cli.importers.readers import (
    LONGEST,
    OTHER,
    SHORTEST,
    Counted,
    Period,
    count_readers,
    month_span,
    period_of,
    take_readers,
)
from klout_cli.values.dates import DAY, iso_day
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_in

DASHBOARD = re.compile(
    r"(?:visitors|sources|channels|referrers|pages|(?:entry|exit)_pages|conversions|custom_props"
    r"|utm_(?:mediums|sources|campaigns|contents|terms)|countries|regions|cities"
    r"|browsers|browser_versions|operating_systems|operating_system_versions|devices)\.csv"
)
HEADERS = {name: frozenset((name,)) for name in ("date", "visitors", "hostname", "name")}
NEEDED = frozenset(("date", "visitors", "pageviews"))
METRICS = NEEDED | {
    "visits",
    "bounces",
    "bounce rate",
    "visit duration",
    "views per visit",
    "scroll depth",
}
"""A table with the needed columns and no others than these counts all readers of a day."""
DASHBOARD_ONLY = "bounce rate"
WEEK = 7
EXPORT_OTHER = "give the whole zip, in which a table of visitors by day lies"

Fields = Mapping[str, str]

_IMPORTED = r"imported_[a-z_]+_\d{8}_\d{8}.*\.csv"
_DASHBOARD_NAME = r"Plausible export (?P<site>\S+) (?P<days>\S+ +to \S+)"


class Plausible(Archive):
    """Plausible's two exports, zipped or unpacked.

    The files of one folder and one range of days are one export.
    """

    key = "plausible"
    network = "blog"
    variant = "Plausible export"
    dated_by = ()
    files = (Table("table", name=r".*\.csv", columns=HEADERS, whole=True),)

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.site = ""
        self.days: Period | None = None
        self.row_days = 1
        self.hosts: Counter[str] = Counter()
        self.counts: list[Counted] = []

    @classmethod
    def identify(
        cls, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the tables of visitors by their header, those beside them by their names."""
        tables = [member for member in members if cls.file_of(member)]
        folders = {_folder(member) for member in tables if _counts_all(member)}
        exports: dict[tuple[str, Period | None], list[Member]] = {}
        for member in tables:
            days = _imported_days(member)
            if days or _counts_all(member) or (_folder(member) in folders and _is_beside(member)):
                exports.setdefault((_folder(member), days), []).append(member)
        return [tuple(export) for export in exports.values()]

    def begin(self, members: Sequence[Member]) -> None:
        """Take the site and the days from the names of a file and its zip."""
        self.site, self.days = _parse_names(members[0])
        if self.days and self.days[1] <= self.latest:
            self.draft.exported_at = self.days[1] + DAY - 1

    def table(self, member: Member) -> None:
        """Take the readers of each day, or the hosts another table names."""
        whole = _counts_all(member)
        needed = NEEDED & HEADERS.keys() if whole else ()
        rows = list(records(member, self.intake, HEADERS, needed, self.reading.encoding))
        self.row_days = _length(member, rows) if whole else 1
        self.each(rows, self.readers if whole else self.part)

    def readers(self, row: Fields) -> None:
        """Count readers by days, or by weeks or months; the range cuts the outer ones."""
        days = _unit(row["date"], self.row_days, self.days)
        self.counts.append(count_readers(days, row["visitors"], self.reading))

    def part(self, row: Fields) -> Rows:
        """Use a row of another table for the host it names."""
        visitors = count(row.get("visitors"))
        if host := host_in(row.get("hostname", "")):
            self.hosts[host] += visitors if isinstance(visitors, int) else 0
        yield Note(OTHER)

    def finish(self, members: Sequence[Member]) -> None:
        """Name the blog by the host most readers read, and count the readers of a month."""
        hosts = self.hosts
        self.draft.handle = min(hosts, key=lambda host: (-hosts[host], host), default=self.site)
        take_readers(self.draft, [self.counts], EXPORT_OTHER)


def _folder(member: Member) -> str:
    return f"{member.container}:{PurePosixPath(member.name).parent}"


def _counts_all(member: Member) -> bool:
    return NEEDED <= first_names(member) <= METRICS


def _is_beside(member: Member) -> bool:
    """Return whether a table lies beside the one of visitors: rows have a name, no date."""
    return DASHBOARD.fullmatch(member.basename) is not None and bool(
        {"name", "property"} & first_names(member)
    )


def _parse_names(member: Member) -> tuple[str, Period | None]:
    """Return the site and the days that the names of a file and of its zip tell."""
    zipped = re.search(_DASHBOARD_NAME, f"{member.container}/{member.name}")
    if zipped:
        return host_in(zipped["site"]), period_of(zipped["days"])
    return "", _imported_days(member)


def _imported_days(member: Member) -> Period | None:
    return period_of(member.basename) if re.fullmatch(_IMPORTED, member.basename) else None


def _length(member: Member, rows: Sequence[tuple[int, Fields]]) -> int:
    """Return how many days a row counts.

    The dashboard has a row for each day, week or month; the full export counts days.
    """
    if DASHBOARD_ONLY not in first_names(member):
        return 1
    starts = sorted({period[0] for _, row in rows if (period := period_of(row["date"]))})
    return max((later - first for first, later in pairwise(starts)), default=DAY) // DAY


def _unit(cell: str, length: int, days: Period | None) -> Period | None:
    period = period_of(cell)
    if period is None:
        return None
    first, last = period
    if length == WEEK:
        last = first + (WEEK - 1) * DAY
    elif SHORTEST <= length <= LONGEST:
        year, month, _ = map(int, iso_day(first).split("-"))
        last = month_span(year, month)[1]
    return (
        (max(first, days[0]), min(last, days[1]))
        if days and days[0] <= last and first <= days[1]
        else (first, last)
    )
