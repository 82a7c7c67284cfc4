"""LinkedIn analytics: followers, and the top posts with one sum of all engagements.

A company page's own posts have their reactions. The contents of a sheet show what it is,
because LinkedIn translates their names.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.table import header_names
from klout_cli.files.text import AS_IT_CAME, fold
from klout_cli.files.workbook import Sheet, is_workbook, read_sheets
from klout_cli.importers.archive import Archive, Cells, File, Note, Rows, Unusable
from klout_cli.importers.completeness import missing_days
from klout_cli.importers.linkedin_days import choose_days, days_within, is_day, start_of_days
from klout_cli.importers.linkedin_text import name_in_file, post_id, post_number, stem_of
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Level, Owner, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.cells import count_column
from klout_cli.values.dates import Moment
from klout_cli.values.numbers import count
from klout_cli.values.reading import PLAIN, Reading

SUMS = Message("sums by day: never added to posts")
FULL = Message("LinkedIn lists only your 50 top posts: others are missing")
FEWER = N_("the file has {new} new followers, but {n} in total: download it again")
NO_LINK = Message("no link to a post")
NO_DATE = Bad(Message("no date"))
LIST_ENDS = 50
HEADER_WITHIN = 5

WORDS = words_of("linkedin_workbooks")
OF_A_PAGE = tuple(WORDS["a page"])
OF_EITHER = (*OF_A_PAGE, *WORDS["a person"])
"""How cells begin that show whose analytics these are, folded."""

METRICS = words_of("linkedin_top_posts")
PAGE_POSTS = words_of("linkedin_page_posts")
COUNTS = ("likes", "comments", "shares", "impressions")
BY_IMPRESSIONS = 4
"""The column from which the list by impressions begins, whatever language its header is in."""
_NAMES = {
    N_("content analytics"): r"Content_(?P<start>[\d-]{10})_(?P<end>[\d-]{10})_(?P<name>.+)",
    N_("aggregate analytics"): (
        r"AggregateAnalytics_(?P<name>.+?)_(?P<start>[\d-]{10})_(?P<end>[\d-]{10})"
    ),
}
_PAGE = r"(?i)(.+)_(?:content|updates|followers|visitors)(?:_(\d{13}))?(?:_.*)?"


class LinkedInAnalytics(Archive):
    """A workbook of a person, of two generations and any language, or a page's old `.xls`."""

    key = "linkedin_analytics"
    network = "linkedin"
    variant = N_("analytics")
    together = "file"
    twice = ""
    files = (File("book", whole=True),)

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find workbooks by LinkedIn's name, sheets, labels or links to posts."""
        return cls.files[0] if is_workbook(member) and _is_analytics(member) else None

    def begin(self, members: Sequence[Member]) -> None:
        """Take what a person's file says by its name: variant, owner and period."""
        (member,), draft = members, self.draft
        draft.handle = self.network
        self.period: tuple[int, int] | None = None
        self.ends: list[int] = []
        self.ranked: dict[str, Post] = {}
        for variant, pattern in _NAMES.items():
            if match := re.fullmatch(pattern, stem_of(member)):
                draft.variant, draft.owner = variant, Owner(name=name_in_file(match["name"]))
                first, last = (self.known_date(match[day]) for day in ("start", "end"))
                draft.exported_at = last
                self.period = (first, last) if first and last else None

    def book(self, member: Member) -> None:
        """Read the sheets; demographics are not used."""
        sheets = read_sheets(member)
        if any(_begins(sheet, OF_A_PAGE) for sheet in sheets):
            self.take_page(member)
        self.days = choose_days(sheets, self.period, self.reading)
        periods = self.days.periods(sheets)
        self.ends += [last for _, last in periods]
        by_day: list[list[int]] = []
        for sheet in sheets:
            if header := _header(sheet, _names_page_posts):
                self.read_page_posts(sheet, header)
            elif columns := _link_columns(sheet):
                self.read_rankings(sheet, columns)
            elif days := self.read_days(sheet):
                by_day.append(days)
        if not self.intake.read and not self.ends:
            what = Message("this has no sheets of LinkedIn analytics")
            raise InputError(what, member.where, AS_IT_CAME)
        self.draft.posts += self.ranked.values()
        self.dates += [day for days in by_day for day in days]
        period = self.period or next(iter(periods), None)
        fewest: Sequence[int] = min(by_day, key=lambda days: len(set(days)), default=())
        if period and fewest and (missing := missing_days(fewest, *period)):
            self.draft.notes.append(missing)

    def take_page(self, member: Member) -> None:
        """Take what a page's file says by its name: the handle, and when it was made."""
        draft, match = self.draft, re.fullmatch(_PAGE, stem_of(member))
        draft.variant, draft.page = N_("page analytics"), True
        draft.owner, self.period = Owner(), None
        draft.handle = match[1] if match else "linkedin-page"
        draft.exported_at = self.known_date(match[2]) if match else None

    def read_page_posts(self, sheet: Sheet, header: int) -> None:
        """Read the posts of a page, below the row `header`, which counts from 1."""
        names = header_names(sheet.rows[header - 1], PAGE_POSTS)
        rows = [
            (sheet.line(index), Cells({name: row[places[0]] for name, places in names.items()}))
            for index, row in enumerate(sheet.rows[header:], header)
            if any(row)
        ]
        cells = [row[name] for _, row in rows for name in COUNTS]
        self.counts = count_column(cells, self.reading.decimal)
        self.each(rows, self.page_post)

    def page_post(self, row: Cells) -> Rows:
        """Take a page's post."""
        counts: dict[str, Any] = {name: self.read_count(row[name]) for name in COUNTS}
        at, precision = self.moment_of(row["at"])
        id, url = _id(row["link"]), row["link"]
        yield Post(id, at, text=row["text"], url=url, precision=precision, **counts)

    def read_rankings(self, sheet: Sheet, columns: Sequence[int]) -> None:
        """Read the lists of top posts that stand side by side; each has posts the other has not."""
        start = _start_of_links(sheet, columns)
        header = sheet.rows[start - 1] if start else []
        for column in columns:
            metric = _metric(header, column)
            rows = [
                (sheet.line(index), Cells(link=link, day=day, number=number, metric=metric))
                for index, row in enumerate(sheet.rows[start:], start)
                for link, day, number in [(*row, "", "")[column : column + 3]]
                if link or day or number
            ]
            self.counts = count_column([row["number"] for _, row in rows], self.reading.decimal)
            self.each(rows, self.top_post)
        if sum(post.engagements is not None for post in self.ranked.values()) >= LIST_ENDS:
            self.draft.notes.append(FULL)

    def top_post(self, row: Cells) -> None:
        """Take one of the two sums of a post."""
        id = _id(row["link"])
        at, _ = self.moment_of(row["day"])
        post = self.ranked.get(id) or Post(id, at, url=row["link"], precision="day")
        self.ranked[id] = replace(post, **{row["metric"]: self.read_count(row["number"])})

    def read_days(self, sheet: Sheet) -> list[int]:
        """Read a table by days, and the follower total above it; return the days."""
        start = start_of_days(sheet)
        days: list[int] = []
        rows = [(sheet.line(index), (*row, "", "")) for index, row in enumerate(sheet.rows)]
        gains = [count(row[1]) for _, row in rows[start:]]
        gained = sum(gain for gain in gains if isinstance(gain, int))

        def day(row: Sequence[str]) -> Rows:
            days.append(self.moment_of(row[0])[0])
            yield Note(SUMS)

        def total(row: Sequence[str]) -> Rows:
            (stated,) = days_within(row[0])
            at, _ = self.moment_of(stated)
            followers = self.read_count(row[1])
            if followers is None:
                raise Unusable(Message("no number"))
            self.ends.append(at)
            if gained > followers:
                self.cut("followers", Message(FEWER, n=followers, new=gained))
            yield Level("followers", followers, at, "cut" if gained > followers else "exact")

        self.counts = count_column((), self.reading.decimal)
        self.each(
            (row for row in rows[:start] if len(days_within(row[1][0])) == 1 and row[1][1]), total
        )
        self.each((row for row in rows[start:] if any(row[1])), day)
        return days

    def moment_of(self, cell: str) -> Moment:
        """Return a moment. Raises Unusable for none or a bad one."""
        return self.checked(self.days.moment(cell) or NO_DATE)

    def read_count(self, cell: str) -> int | None:
        """Return a count, None where it is unknown. Raises Unusable for what is no count."""
        value: int | Bad | None = self.counts[cell]
        if cell in self.counts.remarks:
            self.intake.note(self.counts.remarks[cell])
        return self.checked(value)

    def finish(self, members: Sequence[Member]) -> None:
        """Date the export by the last day its sheets state, else by its name or the newest row."""
        self.draft.exported_at = max(self.ends, default=self.draft.exported_at)


def _is_analytics(member: Member) -> bool:
    if any(re.fullmatch(pattern, stem_of(member)) for pattern in _NAMES.values()):
        return True
    with suppress(InputError):
        sheets = read_sheets(member)
        known = WORDS["sheets"] & {fold(sheet.name) for sheet in sheets}
        return len(known) >= 3 or any(
            _begins(sheet, OF_EITHER) or _has_dated_links(sheet) for sheet in sheets
        )
    return False


def _has_dated_links(sheet: Sheet) -> bool:
    cells = (pair for row in sheet.rows for pair in pairwise(row))
    return any(_is_link(link) and days_within(day) == [day] for link, day in cells)


def _begins(sheet: Sheet, labels: tuple[str, ...]) -> bool:
    return any(
        fold(cell).startswith(labels)
        for row in sheet.rows[:HEADER_WITHIN]
        for cell in row
        if len(cell) < 80
    )


def _header(sheet: Sheet, is_header: Callable[[list[str]], bool]) -> int:
    """Return the number of a header near the top of a sheet, from 1; 0 where there is none."""
    rows = enumerate(sheet.rows[:HEADER_WITHIN], 1)
    return next((number for number, row in rows if is_header(row)), 0)


def _names_page_posts(row: list[str]) -> bool:
    return {"link", "at"} <= header_names(row, PAGE_POSTS).keys()


def _names_addresses(row: list[str]) -> bool:
    return any(map(_is_url, row))


def _is_url(cell: str) -> bool:
    return "url" in fold(cell).split()


def _is_link(cell: str) -> bool:
    return "linkedin.com/" in cell and bool(post_number(cell))


def _link_columns(sheet: Sheet) -> list[int]:
    """Return the columns with links to posts, or with a header for them."""
    header = _header(sheet, _names_addresses)
    columns = {
        column
        for number, row in enumerate(sheet.rows, 1)
        for column, cell in enumerate(row)
        if _is_link(cell) or (number == header and _is_url(cell))
    }
    return sorted(columns)


def _start_of_links(sheet: Sheet, columns: Sequence[int]) -> int:
    """Return the index of the first row of lists of posts, of which the first may be damaged."""
    if header := _header(sheet, _names_addresses):
        return header
    start = next(
        index for index, row in enumerate(sheet.rows) if any(_is_link(row[at]) for at in columns)
    )
    while start and any(
        is_day(day) or isinstance(count(number), int)
        for at in columns
        for day, number in [(*sheet.rows[start - 1], "", "")[at + 1 : at + 3]]
    ):
        start -= 1
    return start


def _metric(header: Sequence[str], column: int) -> str:
    """Return what a list is ranked by: its third header, in an unknown language its place."""
    written = fold((*header, "", "")[column + 2]) if header else ""
    known = next((metric for metric, names in METRICS.items() if written in names), "")
    return known or ("engagements" if column < BY_IMPRESSIONS else "impressions")


def _id(link: str) -> str:
    """Return a post's id. Raises Unusable for what is no link of LinkedIn's."""
    if "linkedin.com/" not in link:
        raise Unusable(NO_LINK)
    return post_id(link)
