"""LinkedIn's analytics of single posts: reactions, comments and reposts apart.

A workbook a post: a label in the first column and its value in the second, in any order. LinkedIn
translates the labels; only the English ones were seen in files.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.text import AS_IT_CAME, fold
from klout_cli.files.workbook import Sheet, is_workbook, read_sheets
from klout_cli.importers.archive import Archive, Cells, Claims, File, Rows
from klout_cli.importers.linkedin_text import name_in_file, post_id, post_number, stem_of
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Owner, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import NOT_A_DATE, Moment, day_order, excel_serial, midnight, moment
from klout_cli.values.reading import PLAIN, Reading

AFTER = midnight(2100, 1, 1)
LARGEST = 1 << 18
COUNTS = ("likes", "comments", "shares", "saves", "impressions", "reach")
NO_LINK = Message("no link to a post")
DATE = "post date"
LABELS = words_of("linkedin_posts")
_NAME = r"PostAnalytics_(?P<name>.+)_(?P<id>\d{10,20})"
_CLOCK = r"(?i)\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?"


class LinkedInPosts(Archive):
    """What single posts received: all workbooks of one name are one export."""

    key = "linkedin_posts"
    network = "linkedin"
    variant = N_("post analytics")
    files = (File("post", whole=True),)

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Take every workbook; `identify` looks into them."""
        return cls.files[0] if is_workbook(member) else None

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find the workbooks of each owner, who is named by the files alone."""
        exports: dict[str, list[Member]] = {}
        for member in members:
            if cls.file_of(member) and _is_post(member):
                exports.setdefault(_owner(member), []).append(member)
        return [tuple(export) for _, export in sorted(exports.items())]

    def begin(self, members: Sequence[Member]) -> None:
        """Take the owner's name from the names of the files."""
        self.draft.owner = Owner(name=_owner(members[0]))

    def post(self, member: Member) -> None:
        """Read the workbook of a post."""
        row = _read_figures(read_sheets(member))
        if not row.keys() - {"link"}:
            what = Message("this has no figures of a LinkedIn post")
            raise InputError(what, member.where, AS_IT_CAME)
        self.each([(1, row)], self.figures)

    def figures(self, row: Cells) -> Rows:
        """Take the post; what has no label that is known is unknown."""
        named = re.fullmatch(_NAME, stem_of(self.member))
        id = post_id(row["link"]) if row["link"] else named["id"] if named else ""
        at, precision = self.read_date(row)
        counts: dict[str, Any] = {
            name: self.count(row[name], self.reading.decimal) for name in COUNTS
        }
        id = self.once(id, NO_LINK)
        yield Post(id, at, url=row["link"], precision=precision, **counts)

    def read_date(self, row: Cells) -> Moment:
        """Return when it was published; in open English dates the month comes first."""
        cell = row["at"]
        order = day_order([cell], self.reading.date_order)
        if order == "?":
            order = "mdy" if row["language"] == "en" else "dmy"
        at = moment(f"{cell} {row['clock']}", self.latest, order, self.reading.zone)
        if not isinstance(at, tuple):
            at = moment(cell, self.latest, order)
        if at is NOT_A_DATE:
            at = excel_serial(cell, self.latest)
        return self.checked(at) or self.moment("")


def _is_post(member: Member) -> bool:
    """Know a workbook by its name, else a small one by the labels and the link in it."""
    if re.fullmatch(_NAME, stem_of(member)):
        return True
    with suppress(InputError):
        row = _read_figures(read_sheets(member)) if member.size < LARGEST else Cells()
        return len(row) > 3 and bool(row["link"])
    return False


def _owner(member: Member) -> str:
    named = re.fullmatch(_NAME, stem_of(member))
    return name_in_file(named["name"]) if named else ""


def _read_figures(sheets: Sequence[Sheet]) -> Cells:
    """Return values by canonical label; link, date and time are known by what they look like."""
    row = Cells()
    rows = ((*cells, "", "")[:2] for sheet in sheets for cells in sheet.rows)
    for label, value in ((fold(label), value) for label, value in rows if value):
        for name, labels in LABELS.items():
            if label in labels:
                row.setdefault(name, value)
        if "linkedin.com/" in value and post_number(value):
            row.setdefault("link", value)
        elif re.fullmatch(_CLOCK, value):
            row.setdefault("clock", value)
        elif not value.isdecimal() and isinstance(moment(value, AFTER), tuple):
            row.setdefault("at", value)
        if label == DATE:
            row["language"] = "en"
    return row
