"""Plausible: readers of a blog from the full export and from that of the dashboard."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from klout_cli.files.container import Member
from klout_cli.files.table import first_names, records
from klout_cli.importers import readers
from klout_cli.importers.archive import Archive, Claims, File, Note, Rows
from klout_cli.importers.authors import most_frequent
from klout_cli.importers.readers import Counted, Period, period_of
from klout_cli.translation import Message
from klout_cli.values.dates import DAY, iso_day
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_in

ADVICE = Message("Use the whole zip, which has a table of visitors by day.")
HEADERS = {name: {name} for name in ("date", "visitors", "hostname", "name")}
NEEDED = {"date", "visitors", "pageviews"}
METRICS = NEEDED | {
    *("visits", "bounces", "bounce rate", "visit duration", "views per visit", "scroll depth")
}
"""A table with the needed columns and no others than these counts all readers of a day."""
DASHBOARD_ONLY = "bounce rate"

_BESIDE = (
    r"(?:visitors|sources|channels|referrers|pages|(?:entry|exit)_pages|conversions|custom_props"
    r"|utm_(?:mediums|sources|campaigns|contents|terms)|countries|regions|cities"
    r"|browsers|browser_versions|operating_systems|operating_system_versions|devices)\.csv"
)
_IMPORTED = r"imported_[a-z_]+_\d{8}_\d{8}.*\.csv"
_ZIP = r"Plausible export (?P<site>\S+) (?P<days>\S+ +to \S+)"

Fields = Mapping[str, str]


class Plausible(Archive):
    """Plausible's two exports, zipped or unpacked.

    The files of one folder and one range of days are one export.
    """

    key = "plausible"
    network = "blog"
    variant = "Plausible export"
    dated_by = ()
    files = (File("table", name=r".*\.csv", whole=True),)

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find the tables of visitors by their header, those beside them by their names."""
        tables = [member for member in members if cls.file_of(member)]
        folders = {_folder(member) for member in tables if _counts_all(member)}
        exports: dict[tuple[str, Period | None], list[Member]] = {}
        for member in tables:
            folder, days = _folder(member), _imported_days(member)
            if days or _counts_all(member) or (folder in folders and _is_beside(member)):
                exports.setdefault((folder, days), []).append(member)
        return [tuple(export) for export in exports.values()]

    def begin(self, members: Sequence[Member]) -> None:
        """Take the site and the days from the names of a file and its zip."""
        self.hosts: Counter[str] = Counter()
        self.counts: list[Counted] = []
        zipped = re.search(_ZIP, f"{members[0].container}/{members[0].name}")
        self.site = host_in(zipped["site"]) if zipped else ""
        self.days = period_of(zipped["days"]) if zipped else _imported_days(members[0])
        if self.days and self.days[1] <= self.latest:
            self.draft.exported_at = self.days[1] + DAY - 1

    def table(self, member: Member) -> None:
        """Take the readers of each day, or the hosts another table names."""
        whole = _counts_all(member)
        needed = ("date", "visitors") if whole else ()
        rows = list(records(member, self.intake, HEADERS, needed, self.reading.encoding))
        self.row_days = 1
        if whole and DASHBOARD_ONLY in first_names(member):  # with rows by day, week or month
            starts = sorted({period[0] for _, row in rows if (period := period_of(row["date"]))})
            lengths = (later - first for first, later in pairwise(starts))
            self.row_days = max(lengths, default=DAY) // DAY
        self.each(rows, self.readers if whole else self.part)

    def readers(self, row: Fields) -> None:
        """Count readers by days, or by weeks or months; the range cuts the outer ones."""
        period = period_of(row["date"])
        if period:
            first, last = period
            if self.row_days == 7:
                last = first + 6 * DAY
            elif readers.SHORTEST <= self.row_days <= readers.LONGEST:
                year, month, _ = map(int, iso_day(first).split("-"))
                last = readers.month_span(year, month)[1]
            start, end = self.days or (first, last)
            is_inside = start <= last and first <= end
            period = (max(first, start), min(last, end)) if is_inside else (first, last)
        self.counts.append(readers.count_readers(period, row["visitors"], self.reading))

    def part(self, row: Fields) -> Rows:
        """Use a row of another table for the host it names."""
        visitors = count(row.get("visitors"))
        if host := host_in(row.get("hostname", "")):
            self.hosts[host] += visitors if isinstance(visitors, int) else 0
        yield Note(readers.OTHER)

    def finish(self, members: Sequence[Member]) -> None:
        """Name the blog by the host most readers read, and count the readers of a month."""
        self.draft.handle = most_frequent(self.hosts) or self.site
        readers.take_readers(self.draft, [self.counts], ADVICE)


def _folder(member: Member) -> str:
    return f"{member.container}:{PurePosixPath(member.name).parent}"


def _counts_all(member: Member) -> bool:
    return NEEDED <= first_names(member) <= METRICS


def _is_beside(member: Member) -> bool:
    """Return True for a table of parts beside that of visitors: rows have a name, no date."""
    is_named = re.fullmatch(_BESIDE, member.basename)
    return bool(is_named) and not first_names(member).isdisjoint({"name", "property"})


def _imported_days(member: Member) -> Period | None:
    return period_of(member.basename) if re.fullmatch(_IMPORTED, member.basename) else None
