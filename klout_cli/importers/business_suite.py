"""Meta Business Suite: posts of Facebook pages and professional Instagram accounts.

Also series by day, which are the same events again, and the page insights that came before it.
Counts are lifetime counts of each post.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import label, open_table
from klout_cli.files.text import fold, lines
from klout_cli.importers.archive import Archive, Cells, File, Note, Of, Rows, Table, Unusable
from klout_cli.importers.completeness import missing_days
from klout_cli.importers.declared import read_cells
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Draft, Export, Level, Post
from klout_cli.translation import gettext_noop as N_
from klout_cli.values import aliases
from klout_cli.values.cells import Dates, count_column
from klout_cli.values.dates import DAY, day_order, moment
from klout_cli.values.kinds import media_in
from klout_cli.values.reading import PLAIN, Reading

PAGE, INSTAGRAM = "facebook_page", "instagram"
CONTENT, OLD, SERIES = "Business Suite content", "page insights", "Business Suite series by day"
PACIFIC = "America/Los_Angeles"

COUNTS = ("likes", "comments", "shares", "saves", "reach")
SHARED = ("id", "url", "kind", "impressions", "views", *COUNTS)

COLUMNS, OLD_COUNTS = words_of("business_suite"), words_of("page_insights")
SIGNATURES = tuple(words_of("business_suite_signatures").values())
SERIES_OF = {"facebook": PAGE, "instagram": INSTAGRAM}
YES = frozenset(("1", "true", "yes", "ja", "wahr"))

TOTAL = Bad(N_("looks like a total"))
DESCRIPTIONS = Bad(N_("row of descriptions"))
OF_A_DAY = Bad(N_("counts for one day, not for the post's lifetime"))
NO_ID = N_("no id and no link")
NO_NUMBER = N_("no number")
NO_TIMES = N_("there is no column for the publish time")
ALL_COLUMNS = N_("export it again, with all columns")
DAMAGED = N_("ID damaged by a spreadsheet, link used instead")
VIEWS = N_("Meta has reported views instead of impressions since 2024")
CROSSPOSTS = N_("crosspost, counted as a post of its page")
SUMS = N_("daily sum, not added to posts")
WHOSE = N_("daily follower count, but the file doesn't name the account")

# Patterns are compiled when a file first needs them: most exports are not Meta's.
_VANITY = r"facebook\.com/([^/?#]+)/(?:posts|photos|videos)/"
_RANGE = r"[^\W\d_]{3,9}-\d\d-\d{4}_([^\W\d_]{3,9})-(\d\d)-(\d{4})"


class BusinessSuite(Archive):
    """Lifetime counts of posts: reactions received, of which downloads of Meta's hold few or none.

    An instance reads one table. Accounts are known by their ids, else by their names; `names` are
    when and what each was last called.
    """

    key = "business_suite"
    network = PAGE
    together = "all"
    files = (
        File("content", whole=True),
        File("insights", "content", whole=True),
        File("series", whole=True),
    )

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Tell what a table is by its header; tables a person keeps are never Meta's."""
        if not member.basename.endswith(aliases.SUFFIXES) or aliases.table_kind(member):
            return None
        kind = _kind_of(member.head(aliases.HEAD))
        return next((file for file in cls.files if file.id == kind), None)

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each table of posts as one export for each account in it.

        Series by day go to the account they are of.
        """
        drafts: list[tuple[Draft, str]] = []
        names: dict[tuple[str, str], tuple[int, str]] = {}
        series: list[tuple[str, str, Member]] = []
        for member in sorted(members, key=lambda member: member.name):
            file = cls.file_of(member, reading)
            if file and file.id != "series":
                table = cls(reading)
                table.read(file, member)
                drafts += table.split(member)
                for account, name in table.names.items():
                    key = table.draft.network, account
                    names[key] = max(names.get(key, (0, "")), name)
            elif file:
                title = _series_header(member.head(aliases.HEAD))[0]
                network = next((of for word, of in SERIES_OF.items() if word in title), "")
                series.append((network, member.name, member))
        for network, _, member in sorted(series, key=lambda entry: (not entry[0], *entry[:2])):
            cls(reading).add_series(member, network, drafts)
        _name_accounts(drafts, names)
        return [draft.finish() for draft, _ in drafts]

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.names: dict[str, tuple[int, str]] = {}
        self.is_known = False

    # Posts

    def content(self, member: Member) -> None:
        """Read a table of posts; how a column is written is decided for all of it.

        Impressions are of one column for the whole table: views are another measure.
        """
        columns = _columns(self.reading.aliases)
        table = open_table(member, self.intake, columns, ("at",), self.reading.encoding)
        if table is None:
            raise InputError(NO_TIMES, member.where, ALL_COLUMNS)
        aliases.refuse_doubles(table.header, columns, ("id", *COUNTS), member.where)
        self.draft.variant = OLD if self.file.id == "insights" else CONTENT
        rows = [(line, _refuse_row(row)) for line, row in read_cells(table)]
        posts = [row for _, row in rows if isinstance(row, Cells)]
        self.times = self._dates([row["at"] for row in posts], table.header)
        columns_read = {name: name for name in COUNTS if name in table.columns}
        if seen := next((name for name in ("impressions", "views") if name in table.columns), ""):
            columns_read["impressions"] = seen
        self.counts = {
            name: (column, count_column([row[column] for row in posts], self.reading.decimal))
            for name, column in columns_read.items()
        }
        self.each(rows, self.post)
        if seen == "views" and self.intake.used:
            self.intake.note(VIEWS, self.intake.used)
        linked = any("instagram.com/" in post.url for post in self.draft.posts)
        if table.columns.keys().isdisjoint(("page", "page name")):
            self.draft.network = INSTAGRAM if "username" in table.columns or linked else PAGE

    def _dates(self, cells: Sequence[str], header: Sequence[str]) -> Dates:
        """Decide day and month by the column.

        Days that leave it open are as Meta writes them: month first in English.
        """
        order = day_order(cells, self.reading.date_order)
        if order == "?":
            order = "mdy" if aliases.aliases().day_first.isdisjoint(map(fold, header)) else "dmy"
        dated = any(isinstance(moment(cell, self.latest, order), tuple) for cell in cells)
        return Dates(order, dated, PACIFIC, self.latest)

    def post(self, row: Cells) -> Rows:
        """Take a post; its link names it where a spreadsheet made a number of its id."""
        page, id = _split_id(row["id"])
        kind = aliases.kinds().get(label(row["kind"]), "original")
        post = Post(
            self.required(id or row["url"], NO_ID),
            self.checked(self.times[row["at"]]),
            kind="repost" if row["share"].casefold() in YES else kind,
            text=max(row["title"], row["description"], key=len),
            media=media_in(fold(row["kind"])),
            url=row["url"],
            precision=self.times.precisions([row["at"]])[0],
            **self._counts(row),
        )
        key, name = _account_of(row, page)
        yield Of(key, post)
        self.names[key] = max(self.names.get(key, (0, "")), (post.at if name else 0, name))
        if row["id"] and not id:
            yield Note(DAMAGED)
        if row["crosspost"].casefold() in YES:
            yield Note(CROSSPOSTS)

    def _counts(self, row: Cells) -> dict[str, Any]:
        """Return the counts of a row. Raises Unusable for what is no count."""
        counts: dict[str, Any] = {}
        for name, (column, known) in self.counts.items():
            cell = row[column]
            counts[name] = known[cell]
            if cell in known.remarks:
                self.intake.note(known.remarks[cell])
            self.checked(counts[name])
        return counts

    def split(self, member: Member) -> list[tuple[Draft, str]]:
        """Return a draft for each account in the table, with its key; the first has the ledger.

        A name states the last day: `Aug-01-2025_Aug-31-2025_…`.
        """
        match = re.search(_RANGE, member.basename)
        day = self.known_date(" ".join(match.groups())) if match else None
        stated = day + DAY - 1 if day and day + DAY - 1 <= self.latest else 0
        accounts = self.rows.split() or {"": self.draft}
        for draft in accounts.values():
            draft.exported_at = max([stated, *(post.at for post in draft.posts)]) or None
        return [(draft, key) for key, draft in accounts.items()]

    # Series

    def add_series(self, member: Member, network: str, drafts: list[tuple[Draft, str]]) -> None:
        """Count a series by day with the account it is of.

        A number of followers is used where that account is known.
        """
        fitting = [entry for entry in drafts if network in ("", entry[0].network)]
        accounts = {(draft.network, key) for draft, key in fitting if draft.posts}
        self.is_known = len(accounts) == 1 or (bool(network) and not accounts)
        if not fitting:
            fitting.append((Draft(network or PAGE, SERIES), ""))
            drafts += fitting
        self.draft = self.rows.draft = fitting[0][0]
        self.read(self.files[-1], member)

    def series(self, member: Member) -> None:
        """Read a series by day."""
        title, date, number = _series_header(member.head(aliases.HEAD))
        columns = {"date": {date}, "number": {number}}
        table = Table("series", columns=columns, needed=("date", "number"))
        rows = table.values(member, self.intake, self.reading.encoding)
        before = len(self.draft.levels)
        metric = " ".join(word for word in title.split() if word not in SERIES_OF)
        total = metric in words_of("business_suite_series")["followers"]
        self.each(rows, self.day if total and self.is_known else lambda row: None)
        if not (total and self.is_known):
            self.intake.note(WHOSE if total else SUMS)
        days = [level.at for level in self.draft.levels[before:] if level.at]
        self.draft.exported_at = max([self.draft.exported_at or 0, *days]) or None
        if days and (missing := missing_days(days, min(days), max(days))):
            self.draft.notes.append(missing)

    def day(self, row: Cells) -> Rows:
        """Take the number of followers of a day."""
        followers = self.count(row["number"])
        if followers is None:
            raise Unusable(NO_NUMBER)
        yield Level("followers", followers, self.date(row["date"]))


def _refuse_row(row: Cells | Bad) -> Cells | Bad:
    """Refuse a row of totals, of descriptions below an old header, and of one day's counts."""
    if isinstance(row, Bad):
        return row
    if all(aliases.is_total(row[name]) for name in ("id", "url", "at") if row[name]):
        described = any(cell.startswith("Lifetime:") for cell in row.values())
        return DESCRIPTIONS if described else TOTAL
    return OF_A_DAY if any(map(str.isdigit, row["period"])) else row


def _split_id(cell: str) -> tuple[str, str]:
    """Return a post's id, and the page's before it in old insights; "" where it is damaged."""
    page, mark, number = cell.rpartition("_")
    is_sound = number.isdecimal() and (page.isdecimal() or not mark)
    return (page, cell) if is_sound else ("", "")


def _account_of(row: Cells, page: str) -> tuple[str, str]:
    """Return key and name of a row's account; old insights have the name in the link alone."""
    name = row["page name"] or row["username"] or row["account name"]
    if not name and (match := re.search(_VANITY, row["url"])):
        name = match[1]
    keys = row["page"], row["account"], page
    return next(filter(str.isdecimal, keys), name), name


def _name_accounts(
    drafts: Sequence[tuple[Draft, str]], names: Mapping[tuple[str, str], tuple[int, str]]
) -> None:
    """Name a page by its newest name, with its id where two pages bear it; Instagram by user."""
    bearers = Counter(
        (network, name.casefold()) for (network, key), (_, name) in names.items() if key.isdecimal()
    )
    for draft, key in drafts:
        name = names.get((draft.network, key), (0, ""))[1] or key
        shared = key.isdecimal() and bearers[draft.network, name.casefold()] > 1
        page = f"{name} {key}" if shared else name
        draft.handle = name.lower() if draft.network == INSTAGRAM else page


@lru_cache(maxsize=64)
def _kind_of(head: bytes) -> str:
    """Tell a table of Meta's by its first bytes, "" for any other."""
    if _series_header(head):
        return "series"
    sample = Member("", "sample", len(head), lambda: io.BytesIO(head))
    try:
        table = open_table(sample, Intake(""), _columns({}), ())
    except InputError:
        return ""
    header = set(map(fold, table.header)) if table else set()
    if OLD_COUNTS["reach"] <= header:
        return "insights"
    return "content" if any(names <= header for names in SIGNATURES) else ""


def _columns(own: Mapping[str, Sequence[str]]) -> aliases.Synonyms:
    shared = aliases.column_names(own)
    counts = {name: shared[name] | OLD_COUNTS.get(name, frozenset()) for name in SHARED}
    return {**counts, **COLUMNS}


def _series_header(head: bytes) -> list[str]:
    """Return title and two column names of a series by day, folded, else nothing.

    It begins with `sep=,`, the metric alone in a line, and the names of date and number.
    """
    sample = Member("", "sample", len(head), lambda: io.BytesIO(head))
    try:
        first = islice(lines(sample, Intake("")), 3)
        top = [next(csv.reader([line], strict=True), []) for line in first]
    except (InputError, csv.Error):
        return []
    if [len(row) for row in top] != [2, 1, 2] or top[0] != ["sep=", ""]:
        return []
    title, date, number = map(fold, (*top[1], *top[2]))
    return [title, date, number] if date and number and date != number else []
