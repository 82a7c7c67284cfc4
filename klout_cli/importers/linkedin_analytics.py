"""LinkedIn analytics: followers, and the top posts with one sum of all engagements.

A company page's own posts with reactions.

The sheets are told apart by what is in them, since LinkedIn translates their names
(formats/seed-platforms §7).
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import header_names
from klout_cli.files.text import fold
from klout_cli.files.workbook import Sheet, is_workbook, read_sheets
from klout_cli.importers.linkedin_text import post_id, post_number
from klout_cli.importers.sources import described
from klout_cli.person.rows import Draft, Export, Level, Owner, Post
from klout_cli.values.cells import Dates, count_column
from klout_cli.values.dates import day_order, epoch, moment
from klout_cli.values.reading import PLAIN, Reading

SUMS = "sums by day: never added to posts"
FULL = "the list of top posts is full (50): posts with fewer engagements are not in it"
NO_LINK = Bad("no link to a post")
NO_NUMBER = Bad("no number")
UNNAMED_PAGE = "linkedin-page"
LIST_ENDS = 50
HEADER_WITHIN = 5

SHEETS = {
    *(
        "discovery",
        "engagement",
        "top posts",
        "followers",
        "demographics",
        "audience demographics",
        "content demographics",
    ),
    *("descoberta", "engajamento", "publicações mais em alta", "seguidores"),
    *("dados demográficos do público", "dados demográficos do conteúdo"),
}
ENGLISH = {
    "discovery",
    "top posts",
    "followers",
    "demographics",
    "all posts",
    "new followers",
    "visitor metrics",
}
"""Names of sheets no other language has: with them an open order of day and month is the American one."""
OF_A_PERSON = ("overall performance", "maximum of 50 posts", "total followers on")
OF_A_PAGE = (
    "post link",
    "update link",
    "organic followers",
    "sponsored followers",
    "overview page views",
    "impressions organic",
)
"""How cells begin that tell whose analytics these are, folded."""

METRICS = {
    "engagements": {"engagements", "engajamentos", "interaktionen"},
    "impressions": {"impressions", "impressões", "impressionen", "impresiones", "weergaven"},
}
BY_IMPRESSIONS = 4
"""The column from which the list by impressions begins, whatever language its header is in."""
PAGE_POSTS = {
    "link": {"post link", "update link"},
    "at": {"created date"},
    "text": {"post title", "update title"},
    "likes": {"likes", "reactions"},
    "comments": {"comments"},
    "shares": {"reposts", "shares"},
    "impressions": {"impressions"},
}
COUNTS = ("likes", "comments", "shares", "impressions")

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_RANGE = rf"({_DAY})\D{{1,9}}({_DAY})"
_COPY = r" ?\(\d+\)$"
_OWNED = {
    "content analytics": r"Content_[\d-]{10}_(?P<end>[\d-]{10})_(?P<name>.+)",
    "aggregate analytics": r"AggregateAnalytics_(?P<name>.+?)_[\d-]{10}_(?P<end>[\d-]{10})",
}
_PAGE = r"(.+)_(?:content|updates|followers|visitors)(?:_(\d{13}))?(?:_.*)?"
_JOINED = r"_+|(?<=[^\W\d_])(?<![A-ZÄÖÜ])(?=[A-ZÄÖÜ])"


class LinkedInAnalytics:
    """LinkedIn's analytics workbooks: a person's (two generations, any language) and a company page's old `.xls`."""

    network = "linkedin"
    source, feeds = described("linkedin_analytics")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Claim each workbook with LinkedIn's name, sheets, labels or links to posts, as an export of its own."""
        return [(member,) for member in members if is_workbook(member) and _is_analytics(member)]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read one workbook."""
        (member,) = members
        draft = Draft(self.network)
        draft.variant, draft.owner, draft.exported_at = _stated(member, reading)
        draft.handle = self.network
        with draft.reading(member.where) as intake:
            sheets = read_sheets(member)
            if any(_begins(sheet, OF_A_PAGE) for sheet in sheets):
                draft.variant, draft.page, draft.owner = "page analytics", True, Owner()
                draft.handle, draft.exported_at = _stated_page(member, reading)
            book = _Book(draft, intake, reading, sheets)
            for sheet in sheets:
                book.read(sheet)
            if not intake.read and not book.ends:
                raise InputError(
                    "no sheets of LinkedIn analytics",
                    member.where,
                    "give the file as it was downloaded",
                )
            draft.exported_at = max(book.ends, default=draft.exported_at or book.newest)
        return [draft.finish()]


def _is_analytics(member: Member) -> bool:
    if any(re.fullmatch(pattern, _stem(member)) for pattern in _OWNED.values()):
        return True
    try:
        sheets = read_sheets(member)
    except InputError:
        return False
    known = SHEETS & {fold(sheet.name) for sheet in sheets}
    return len(known) >= 3 or any(
        _begins(sheet, OF_A_PERSON + OF_A_PAGE) or _link_columns(sheet) for sheet in sheets
    )


def _begins(sheet: Sheet, labels: tuple[str, ...]) -> bool:
    return any(
        fold(cell).startswith(labels)
        for row in sheet.rows[:HEADER_WITHIN]
        for cell in row
        if len(cell) < 80
    )


def _link_columns(sheet: Sheet) -> list[int]:
    """Return the columns in which links to posts stand, with their days beside them."""
    pairs = (
        (column, link, day)
        for row in sheet.rows
        for column, (link, day) in enumerate(pairwise(row))
    )
    return sorted(
        {
            column
            for column, link, day in pairs
            if re.fullmatch(_DAY, day) and "linkedin.com/" in link and post_number(link)
        }
    )


def _stem(member: Member) -> str:
    return re.sub(_COPY, "", PurePosixPath(member.name).stem)


def _stated(member: Member, reading: Reading) -> tuple[str, Owner, int | None]:
    """Return what a person's file says by its name alone: variant, owner, and the last day."""
    for variant, pattern in _OWNED.items():
        if found := re.fullmatch(pattern, _stem(member)):
            end = moment(found["end"], reading.latest)
            return (
                variant,
                Owner(name=_spaced(found["name"])),
                end[0] if isinstance(end, tuple) else None,
            )
    return "analytics", Owner(), None


def _spaced(name: str) -> str:
    """Make one name of both forms that LinkedIn's files have: ErikaBeispiel is Erika Beispiel."""
    return name if " " in name else re.sub(_JOINED, " ", name).strip()


def _stated_page(member: Member, reading: Reading) -> tuple[str, int | None]:
    """Return a page's handle, and when its file was made, in milliseconds, by the file's name."""
    found = re.fullmatch(_PAGE, _stem(member), re.IGNORECASE)
    made = epoch(found[2], reading.latest) if found else None
    return found[1] if found else UNNAMED_PAGE, made if isinstance(made, int) else None


class Ranked(Struct, frozen=True):
    """One row of a list of top posts."""

    id: str
    url: str
    at: int
    count: int | None


class _Book:
    """One workbook being read: what its sheets give goes into the draft.

    `ends` are the last days it states, `newest` the last it has.
    """

    def __init__(
        self, draft: Draft, intake: Intake, reading: Reading, sheets: Sequence[Sheet]
    ) -> None:
        self.draft = draft
        self.intake = intake
        self.reading = reading
        self.dates = Dates(_order(sheets, reading), True, "UTC", reading.latest)
        self.ends: list[int] = []
        self.newest: int | None = None

    def read(self, sheet: Sheet) -> None:
        """Read one sheet as what it is; demographics are not used."""
        for index, row in enumerate(sheet.rows[:HEADER_WITHIN]):
            names = header_names(row, PAGE_POSTS)
            if {"link", "at"} <= names.keys():
                self._page_posts(
                    sheet, index + 1, {name: indexes[0] for name, indexes in names.items()}
                )
                return
        if columns := _link_columns(sheet):
            self._rankings(sheet, columns)
        else:
            self._sums(sheet)

    def _page_posts(self, sheet: Sheet, start: int, columns: Mapping[str, int]) -> None:
        rows = [
            (sheet.line(index), row)
            for index, row in enumerate(sheet.rows)
            if index >= start and any(row)
        ]
        if not rows:
            return
        lines = [line for line, _ in rows]
        texts = {name: [row[column] for _, row in rows] for name, column in columns.items()}
        read = {
            name: count_column(texts[name], self.reading.decimal).read(texts[name], self.intake)
            for name in COUNTS
            if name in texts
        }
        read["at"] = self._moments(texts["at"])
        read["precision"] = self.dates.precisions(texts["at"])
        read["id"] = [_identity(link) for link in texts["link"]]
        posts = self.intake.rows(
            Post, lines, url=texts["link"], text=texts.get("text", [""] * len(rows)), **read
        )
        self.draft.posts.extend(filter(None, posts))

    def _rankings(self, sheet: Sheet, columns: Sequence[int]) -> None:
        """Join the lists of top posts, by engagements and by impressions, that stand side by side: each has posts the other has not."""
        first = next(
            index
            for index, row in enumerate(sheet.rows)
            if any(post_number(row[column]) for column in columns)
        )
        header = sheet.rows[first - 1] if first else []
        posts: dict[str, Post] = {}
        for column in columns:
            metric = _metric(header, column)
            for ranked in self._ranking(sheet, first, column):
                post = posts.setdefault(
                    ranked.id, Post(ranked.id, ranked.at, url=ranked.url, precision="day")
                )
                posts[ranked.id] = replace(post, **{metric: ranked.count})
        self.draft.posts.extend(posts.values())
        if sum(post.engagements is not None for post in posts.values()) >= LIST_ENDS:
            self.draft.notes.append(FULL)

    def _ranking(self, sheet: Sheet, first: int, column: int) -> list[Ranked]:
        rows = [
            (sheet.line(index), (*row, "", "")[column : column + 3])
            for index, row in enumerate(sheet.rows)
            if index >= first
        ]
        filled = [(line, cells) for line, cells in rows if any(cells)]
        links, days, counts = zip(*(cells for _, cells in filled), strict=True)
        made = self.intake.rows(
            Ranked,
            [line for line, _ in filled],
            id=[_identity(link) for link in links],
            url=links,
            at=self._moments(days),
            count=count_column(counts, self.reading.decimal).read(counts, self.intake),
        )
        return [ranked for ranked in made if ranked]

    def _sums(self, sheet: Sheet) -> None:
        """Take dates and the follower total.

        Days are the posts' events again, and may be negative.
        """
        for index, row in enumerate(sheet.rows):
            ranges = [found[2] for cell in row if (found := re.fullmatch(_RANGE, cell))]
            self.ends += [at for at in self.dates.read(ranges, self.intake) if isinstance(at, int)]
            label, value = (*row, "", "")[:2]
            days = re.findall(_DAY, label)
            if len(days) == 1 and value:
                self._sum(sheet.line(index), label, days[0], value)

    def _sum(self, line: str, label: str, day: str, value: str) -> None:
        at = self.dates[day]
        if isinstance(at, Bad):
            self.intake.skip(line, at.reason)
        elif label == day:
            self.intake.use()
            self.intake.note(SUMS)
            self.newest = max(self.newest or at, at)
        else:
            self.ends.append(at)
            total = count_column([value], self.reading.decimal)[value]
            level = self.intake.row(
                Level, line, metric="followers", value=NO_NUMBER if total is None else total, at=at
            )
            self.draft.levels += [level] if level else []

    def _moments(self, cells: Sequence[str]) -> list[int | Bad]:
        moments = self.dates.read(cells, self.intake)
        self.newest = max(
            (at for at in (*moments, self.newest) if isinstance(at, int)), default=None
        )
        return moments


def _order(sheets: Sequence[Sheet], reading: Reading) -> str:
    """Tell the order of day and month, one for the workbook: by its dates, else by its language (D1)."""
    days: list[str] = []
    for cell in {cell for sheet in sheets for row in sheet.rows for cell in row}:
        found = re.fullmatch(_RANGE, cell)
        days += found.groups() if found else [cell]
    order = day_order(sorted(days), reading.date_order)
    if order in ("dmy", "mdy"):
        return order
    return "dmy" if ENGLISH.isdisjoint(fold(sheet.name) for sheet in sheets) else "mdy"


def _metric(header: Sequence[str], column: int) -> str:
    """Tell what a list of top posts is ranked by: its third header, in a language not known here its place."""
    written = fold((*header, "", "")[column + 2]) if header else ""
    known = next((metric for metric, names in METRICS.items() if written in names), "")
    return known or ("engagements" if column < BY_IMPRESSIONS else "impressions")


def _identity(link: str) -> str | Bad:
    return post_id(link) if "linkedin.com/" in link else NO_LINK
