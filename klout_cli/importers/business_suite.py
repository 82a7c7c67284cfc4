"""Meta Business Suite: posts of Facebook pages and professional Instagram accounts, and series by day (formats/seed-platforms §4).

Also the page insights that came before it. Counts are lifetime counts of each post; series by day
are the same events again.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Table, open_table
from klout_cli.files.text import fold, lines
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export, Level, Post
from klout_cli.values.aliases import (
    HEAD,
    SUFFIXES,
    Synonyms,
    aliases,
    column_names,
    is_total,
    kinds,
    refuse_doubles,
    table_kind,
)
from klout_cli.values.cells import Dates, count_column
from klout_cli.values.dates import DAY, day_order, moment
from klout_cli.values.kinds import Kind
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

PAGE, INSTAGRAM = "facebook_page", "instagram"
CONTENT, OLD, SERIES = "Business Suite content", "page insights", "Business Suite series by day"
PACIFIC = "America/Los_Angeles"

# Meta translates its headers. What they call counts, ids, links and types stands in aliases.yaml;
# these are its own, folded.
HEADERS: Synonyms = {
    "at": frozenset(
        (
            "publish time",
            "posted",
            "veröffentlichungszeitpunkt",
            "veröffentlichungszeit",
            "publicatietijdstip",
        )
    ),
    "page": frozenset(("page id", "seiten id")),
    "page name": frozenset(("page name", "seitenname", "name der seite")),
    "account": frozenset(("account id", "konto id")),
    "username": frozenset(("account username", "konto benutzername", "benutzername des kontos")),
    "account name": frozenset(("account name", "kontoname")),
    "title": frozenset(("title", "titel")),
    "description": frozenset(("description", "beschreibung", "post message")),
    "period": frozenset(("date", "datum")),
    "crosspost": frozenset(("is crosspost",)),
    "share": frozenset(("is share",)),
}
OLD_COUNTS: Synonyms = {
    "likes": frozenset(("lifetime post stories by action type like",)),
    "comments": frozenset(("lifetime post stories by action type comment",)),
    "shares": frozenset(("lifetime post stories by action type share",)),
    "impressions": frozenset(("lifetime post total impressions",)),
    "reach": frozenset(("lifetime post total reach",)),
}
COUNTS = ("likes", "comments", "shares", "saves", "reach")
SHARED = ("id", "url", "kind", "impressions", "views", *COUNTS)

# A table with all names of one of these is Meta's; the same sets stand among the foreign ones in
# aliases.yaml.
SIGNATURES = (
    {"post id", "page id"},
    {"post id", "account id"},
    {"post id", "permalink", "publish time"},
    {"beitrags id", "seiten id"},
    {"beitrags id", "konto id"},
    {"publicatietijdstip", "berichttype"},
    {"lifetime post total reach"},
)
SERIES_OF = {"facebook": PAGE, "instagram": INSTAGRAM}
TOTALS = frozenset(
    (
        "followers",
        "total followers",
        "page followers",
        "total page followers",
        "follower",
        "follower gesamt",
    )
)
YES = frozenset(("1", "true", "yes", "ja", "wahr"))

TOTAL = "looks like a total"
DESCRIPTIONS = "row of descriptions"
OF_A_DAY = "counts of one day, not of the post's lifetime"
TWICE = "same post twice"
NO_ID = Bad("no id and no link")
NO_NUMBER = Bad("no number")
DAMAGED = "ids damaged by a spreadsheet, links are used"
VIEWS = "views stand for impressions (Meta counts them since 2024)"
CROSSPOSTS = "crossposts count as posts of their page"
SUMS = "sums by day: never added to posts"
WHOSE = "followers by day, but the file does not say of which account"

# Patterns are compiled when a file first needs them: most exports are not Meta's.
_ID = r"(?:(\d+)_)?\d+"
_VANITY = r"facebook\.com/([^/?#]+)/(?:posts|photos|videos)/"
_RANGE = r"[^\W\d_]{3,9}-\d\d-\d{4}_([^\W\d_]{3,9})-(\d\d)-(\d{4})"


class BusinessSuite:
    """Lifetime counts of posts: the reactions received that no download of Facebook, and only some of Instagram, hold."""

    network = PAGE
    source, feeds = described("business_suite")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Find the tables by their headers, whatever they are called.

        All of them are one export.
        """
        found = tuple(member for member in members if _variant(member))
        return [found] if found else []

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each table of posts as one export for each account in it.

        Series by day go to the account they are of.
        """
        suite = _Suite(reading)
        for member in sorted(members, key=lambda member: member.name):
            if _variant(member) != SERIES:
                suite.content(member, _variant(member))
        series = [
            (_network_of(_title(member)), member.name, member)
            for member in members
            if _variant(member) == SERIES
        ]
        for network, _, member in sorted(series, key=lambda one: (not one[0], *one[:2])):
            suite.series(member, network)
        return suite.finish()


def _variant(member: Member) -> str:
    """Tell what a file is by its header, "" for none of Meta's.

    Tables a person keeps are never Meta's.
    """
    return (
        ""
        if not member.basename.endswith(SUFFIXES) or table_kind(member)
        else _variant_of(member.head(HEAD))
    )


@lru_cache(maxsize=64)
def _variant_of(head: bytes) -> str:
    if _series_header(head):
        return SERIES
    sample = Member("", "sample", len(head), lambda: io.BytesIO(head))
    try:
        table = open_table(sample, Intake(""), _known({}), ())
    except InputError:
        return ""
    header = set(map(fold, table.header)) if table else set()
    if OLD_COUNTS["reach"] <= header:
        return OLD
    return CONTENT if any(signature <= header for signature in SIGNATURES) else ""


def _known(own: Mapping[str, Sequence[str]]) -> Synonyms:
    shared = column_names(own)
    return {
        **{name: shared[name] | OLD_COUNTS.get(name, frozenset()) for name in SHARED},
        **HEADERS,
    }


def _series_header(head: bytes) -> list[str]:
    """Return title and two column names of a series by day: `sep=,`, the metric alone in a line, date and number. Else nothing."""
    sample = Member("", "sample", len(head), lambda: io.BytesIO(head))
    try:
        top = [
            next(csv.reader([line], strict=True), [])
            for line in islice(lines(sample, Intake("")), 3)
        ]
    except (InputError, csv.Error):
        return []
    if [len(row) for row in top] != [2, 1, 2] or top[0] != ["sep=", ""]:
        return []
    date, number = map(fold, top[2])
    return [*top[1], *top[2]] if date and number and date != number else []


def _title(member: Member) -> str:
    return fold(_series_header(member.head(HEAD))[0])


def _network_of(title: str) -> str:
    return next((network for word, network in SERIES_OF.items() if word in title), "")


def _is_follower_total(title: str) -> bool:
    return " ".join(word for word in title.split() if word not in SERIES_OF) in TOTALS


class Row(Struct, frozen=True):
    """One post with the account it is of: `key` is the account's id, else its name."""

    key: str
    name: str
    post: Post


class _Suite:
    """What was found so far: drafts with their account's key, and the newest name of each account."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found: list[tuple[Draft, str]] = []
        self.names: dict[tuple[str, str], tuple[int, str]] = {}

    def content(self, member: Member, variant: str) -> None:
        """Read one table of posts: a draft for each account in it, of which the first keeps the ledger."""
        file = Draft(PAGE, variant)
        posts: dict[str, list[Post]] = {}
        with file.reading(member.where) as intake:
            known = _known(self.reading.aliases)
            table = open_table(member, intake, known, ("at",), self.reading.encoding)
            if table is None:
                raise InputError(
                    "no column of publish times", member.where, "export it again, with all columns"
                )
            refuse_doubles(table.header, known, ("id", *COUNTS), member.where)
            rows = list(_Posts(table, intake, self.reading).rows())
            file.network = _network(table, rows)
            for row in rows:
                posts.setdefault(row.key, []).append(row.post)
                account = file.network, row.key
                self.names[account] = max(
                    self.names.get(account, (0, "")), (row.post.at if row.name else 0, row.name)
                )
        drafts = [file, *(Draft(file.network, variant) for _ in range(len(posts) - 1))]
        for draft, (key, own) in zip(drafts, posts.items() or [("", [])], strict=True):
            draft.posts = own
            draft.exported_at = (
                max([_stated_end(member, self.reading.latest), *(post.at for post in own)]) or None
            )
            self.found.append((draft, key))

    def series(self, member: Member, network: str) -> None:
        """Count a series by day with the account it is of.

        A number of followers is kept where that account is known.
        """
        of_network = [(draft, key) for draft, key in self.found if network in ("", draft.network)]
        accounts = {(draft.network, key) for draft, key in of_network if draft.posts}
        if not of_network:
            of_network.append((Draft(network or PAGE, SERIES), ""))
            self.found += of_network
        draft = of_network[0][0]
        title, *columns = _series_header(member.head(HEAD))
        total = _is_follower_total(fold(title))
        known = total and (len(accounts) == 1 or (bool(network) and not accounts))
        with draft.reading(member.where) as intake:
            names = {
                name: {fold(column)}
                for name, column in zip(("date", "number"), columns, strict=True)
            }
            table = open_table(member, intake, names, ("date", "number"), self.reading.encoding)
            if table is None:
                raise InputError(
                    "no columns of date and number",
                    member.where,
                    "use the file as it was downloaded",
                )
            levels = _levels(table, intake, self.reading.latest, known)
            if not known:
                intake.note(WHOSE if total else SUMS)
            draft.levels += levels
            draft.exported_at = (
                max([draft.exported_at or 0, *(level.at or 0 for level in levels)]) or None
            )

    def finish(self) -> list[Export]:
        """Name the accounts: a page by its newest name, with its id where two pages bear one name.

        Instagram by user name.
        """
        bearers = Counter(
            (network, name.casefold())
            for (network, key), (_, name) in self.names.items()
            if key.isdecimal()
        )
        for draft, key in self.found:
            name = self.names.get((draft.network, key), (0, ""))[1] or key
            shared = key.isdecimal() and bearers[draft.network, name.casefold()] > 1
            draft.handle = (
                name.lower() if draft.network == INSTAGRAM else f"{name} {key}" if shared else name
            )
        return [draft.finish() for draft, _ in self.found]


class _Posts:
    """The posts of one table, read by column."""

    def __init__(self, table: Table, intake: Intake, reading: Reading) -> None:
        self.table = table
        self.intake = intake
        self.reading = reading
        self.kept = list(self._sifted())

    def _sifted(self) -> Iterable[tuple[int, list[str]]]:
        """Skip and count what is no post, and a post that was there already."""
        seen: set[tuple[str, ...]] = set()
        for line, cells in self.table.rows:
            if isinstance(cells, Bad):
                self.intake.skip(line, cells.reason)
                continue
            page, account, id, url, at = (
                self._cell(cells, name) for name in ("page", "account", "id", "url", "at")
            )
            post = page, account, id if re.fullmatch(_ID, id) else url
            reason = self._no_post(cells, (id, url, at)) or (
                TWICE if post[-1] and post in seen else ""
            )
            if reason:
                self.intake.skip(line, reason)
                continue
            seen.add(post)
            yield line, cells

    def _cell(self, cells: Sequence[str], name: str) -> str:
        index = self.table.columns.get(name)
        return "" if index is None else cells[index].strip()

    def _cells(self, name: str) -> list[str]:
        index = self.table.columns.get(name)
        return (
            [""] * len(self.kept)
            if index is None
            else [cells[index].strip() for _, cells in self.kept]
        )

    def _no_post(self, cells: Sequence[str], naming: Sequence[str]) -> str:
        """Tell a row of totals (C16), of descriptions below an old header, and of one day's counts; "" for a post."""
        if all(is_total(cell) for cell in naming if cell):
            return DESCRIPTIONS if any(cell.startswith("Lifetime:") for cell in cells) else TOTAL
        return OF_A_DAY if any(map(str.isdigit, self._cell(cells, "period"))) else ""

    def rows(self) -> Iterable[Row]:
        """Make the posts; a row with a cell that cannot be used is skipped and counted."""
        at, urls = self._cells("at"), self._cells("url")
        dates = self._dates(at)
        texts = zip(self._cells("title"), self._cells("description"), strict=True)
        posts = self.intake.rows(
            Post,
            [line for line, _ in self.kept],
            id=self._ids(urls),
            at=dates.read(at, self.intake),
            kind=self._kinds(),
            text=[max(pair, key=len) for pair in texts],
            url=urls,
            precision=dates.precisions(at),
            **self._counts(),
        )
        return [
            Row(key, name, post)
            for (key, name), post in zip(self._accounts(urls), posts, strict=True)
            if post
        ]

    def _dates(self, cells: Sequence[str]) -> Dates:
        """Decide day and month by the column.

        Days that leave it open are as Meta writes them: month first in English.
        """
        order = day_order(cells, self.reading.date_order)
        if order == "?":
            order = "mdy" if aliases().day_first.isdisjoint(map(fold, self.table.header)) else "dmy"
        dated = any(isinstance(moment(cell, self.reading.latest, order), tuple) for cell in cells)
        return Dates(order, dated, PACIFIC, self.reading.latest)

    def _ids(self, urls: Sequence[str]) -> list[str | Bad]:
        """Return the posts' ids; the link where a spreadsheet made a number of an id (Q13)."""
        ids = self._cells("id")
        whole = [bool(re.fullmatch(_ID, id)) for id in ids]
        if damaged := sum(bool(id) and not good for id, good in zip(ids, whole, strict=True)):
            self.intake.note(DAMAGED, damaged)
        return [
            id if good else url or NO_ID for id, good, url in zip(ids, whole, urls, strict=True)
        ]

    def _kinds(self) -> list[Kind]:
        """Tell stories by the type and shares of others' posts by their mark.

        All else is original.
        """
        shared, crossposted = (
            [cell.casefold() in YES for cell in self._cells(name)]
            for name in ("share", "crosspost")
        )
        if any(crossposted):
            self.intake.note(CROSSPOSTS, sum(crossposted))
        types = [kinds().get(fold(cell), "original") for cell in self._cells("kind")]
        return ["repost" if share else kind for kind, share in zip(types, shared, strict=True)]

    def _counts(self) -> dict[str, list[int | Bad | None]]:
        """Read the counts there are.

        Impressions are of one column for the whole table: views are another measure.
        """
        columns = {name: name for name in COUNTS if name in self.table.columns}
        if seen := next(
            (name for name in ("impressions", "views") if name in self.table.columns), ""
        ):
            columns["impressions"] = seen
        if seen == "views" and self.kept:
            self.intake.note(VIEWS, len(self.kept))
        cells = {name: self._cells(column) for name, column in columns.items()}
        return {
            name: count_column(column, self.reading.decimal).read(column, self.intake)
            for name, column in cells.items()
        }

    def _accounts(self, urls: Sequence[str]) -> Iterable[tuple[str, str]]:
        """Return (key, name) of each row's account.

        Old insights tell the page's id before that of the post, and its name in the link.
        """
        named = [
            self._cells(name)
            for name in ("page", "account", "id", "page name", "username", "account name")
        ]
        for page, account, id, page_name, username, account_name, url in zip(
            *named, urls, strict=True
        ):
            old, vanity = re.fullmatch(_ID, id), re.search(_VANITY, url)
            name = page_name or username or account_name or (vanity[1] if vanity else "")
            keys = page, account, (old[1] or "") if old else ""
            yield next((key for key in keys if key.isdecimal()), name), name


def _network(table: Table, rows: Sequence[Row]) -> str:
    """Tell Facebook from Instagram by the columns, else by the links."""
    if not table.columns.keys().isdisjoint(("page", "page name")):
        return PAGE
    linked = any("instagram.com/" in row.post.url for row in rows)
    return INSTAGRAM if "username" in table.columns or linked else PAGE


def _levels(table: Table, intake: Intake, latest: int, kept: bool) -> list[Level]:
    """Count the rows of a series; return those of a number of followers."""
    levels: list[Level] = []
    for line, cells in table.rows:
        if isinstance(cells, Bad):
            intake.skip(line, cells.reason)
        elif not kept:
            intake.use()
        else:
            date, value = (
                moment(cells[table.columns["date"]], latest),
                count(cells[table.columns["number"]]),
            )
            at = date[0] if isinstance(date, tuple) else date or Bad("no date")
            if level := intake.row(
                Level, line, metric="followers", value=NO_NUMBER if value is None else value, at=at
            ):
                levels.append(level)
    return levels


def _stated_end(member: Member, latest: int) -> int:
    """Return the end of the last day that a file's name states (`Aug-01-2025_Aug-31-2025_…`), 0 where it states none."""
    found = re.search(_RANGE, member.basename)
    day = moment(" ".join(found.groups()), latest) if found else None
    end = day[0] + DAY - 1 if isinstance(day, tuple) else 0
    return end if end <= latest else 0
