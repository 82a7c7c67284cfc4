"""Plausible: readers of a blog from the full export and from that of the dashboard (formats/modern-platforms §18)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import first_names, records
from klout_cli.importers.readers import (
    LONGEST,
    OTHER,
    SHORTEST,
    Counted,
    Period,
    counted,
    month_span,
    period_of,
    take_readers,
)
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export
from klout_cli.values.dates import DAY, iso_day
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import host_in

SUFFIX = ".csv"
DASHBOARD = frozenset(
    f"{name}.csv"
    for name in (
        *(
            "visitors",
            "sources",
            "channels",
            "referrers",
            "pages",
            "entry_pages",
            "exit_pages",
            "conversions",
            "custom_props",
        ),
        *(
            "utm_mediums",
            "utm_sources",
            "utm_campaigns",
            "utm_contents",
            "utm_terms",
            "countries",
            "regions",
            "cities",
        ),
        *(
            "browsers",
            "browser_versions",
            "operating_systems",
            "operating_system_versions",
            "devices",
        ),
    )
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
"""A table with the needed columns and no others than these counts all readers of a day, not those of one page or place."""
DASHBOARD_ONLY = "bounce rate"
WEEK = 7
EXPORT_OTHER = "give the whole zip, in which a table of visitors by day lies"

Fields = Mapping[str, str]

_IMPORTED = r"imported_[a-z_]+_\d{8}_\d{8}.*\.csv"
_DASHBOARD_NAME = r"Plausible export (?P<site>\S+) (?P<days>\S+ +to \S+)"


class Plausible:
    """Plausible's two exports, zipped or unpacked.

    The files of one folder and one range of days are one export.
    """

    network = "blog"
    source, feeds = described("plausible")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the tables of visitors by their header, those beside them by their names."""
        tables = [member for member in members if member.basename.endswith(SUFFIX)]
        folders = {_folder(member) for member in tables if _counts_all(member)}
        exports: dict[tuple[str, Period | None], list[Member]] = {}
        for member in tables:
            days = _imported_days(member)
            if days or _counts_all(member) or (_folder(member) in folders and _is_beside(member)):
                exports.setdefault((_folder(member), days), []).append(member)
        return [tuple(found) for found in exports.values()]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read the readers of each day, and the host that most of them read."""
        draft = Draft(self.network, "Plausible export")
        site, days = _named(members[0])
        hosts: Counter[str] = Counter()
        found: list[Counted] = []
        for member in sorted(members, key=lambda member: member.name):
            with draft.reading(member.where) as intake:
                whole = _counts_all(member)
                rows = list(
                    records(
                        member,
                        intake,
                        HEADERS,
                        NEEDED & HEADERS.keys() if whole else (),
                        reading.encoding,
                    )
                )
                if whole:
                    found += _by_units(rows, intake, _length(member, rows), days, reading)
                else:
                    _note_parts([row for _, row in rows], intake, hosts)
        draft.handle = min(hosts, key=lambda host: (-hosts[host], host), default=site)
        draft.exported_at = days[1] + DAY - 1 if days and days[1] <= reading.latest else None
        take_readers(draft, [found], EXPORT_OTHER)
        return [draft.finish()]


def _folder(member: Member) -> str:
    return f"{member.container}:{PurePosixPath(member.name).parent}"


def _counts_all(member: Member) -> bool:
    return NEEDED <= first_names(member) <= METRICS


def _is_beside(member: Member) -> bool:
    """Tell a table that the dashboard puts beside that of visitors: what is counted has a name, and no date."""
    return member.basename in DASHBOARD and bool({"name", "property"} & first_names(member))


def _named(member: Member) -> tuple[str, Period | None]:
    """Return the site and the days that the names of a file and of its zip tell."""
    zipped = re.search(_DASHBOARD_NAME, f"{member.container}/{member.name}")
    if zipped:
        return host_in(zipped["site"]), period_of(zipped["days"])
    return "", _imported_days(member)


def _imported_days(member: Member) -> Period | None:
    return period_of(member.basename) if re.fullmatch(_IMPORTED, member.basename) else None


def _by_units(
    rows: Sequence[tuple[int, Fields]],
    intake: Intake,
    length: int,
    days: Period | None,
    reading: Reading,
) -> list[Counted]:
    """Count readers by days, or by weeks or months of this length in days.

    The range of the export cuts the outer ones.
    """
    found = [
        counted(intake, line, _unit(row["date"], length, days), row["visitors"], reading)
        for line, row in rows
    ]
    return [one for one in found if one]


def _length(member: Member, rows: Sequence[tuple[int, Fields]]) -> int:
    """Return how many days a row of the dashboard counts: it has a row for each day, week or month. The full export counts days."""
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


def _note_parts(rows: Sequence[Fields], intake: Intake, hosts: Counter[str]) -> None:
    """Use the rows of another table for the hosts they name."""
    intake.use(len(rows))
    intake.note(OTHER, len(rows))
    for row in rows:
        visitors = count(row.get("visitors"))
        if host := host_in(row.get("hostname", "")):
            hosts[host] += visitors if isinstance(visitors, int) else 0
