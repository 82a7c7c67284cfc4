"""Limits on the size of exports: `limits` in klout.yaml."""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from klout_cli.errors import InputError
from klout_cli.translation import Message

AtLeastOne: TypeAlias = Annotated[int, Meta(ge=1)]
CellSize: TypeAlias = Annotated[int, Meta(ge=1, le=2**31 - 1)]
"""The csv module takes a C long, which has 32 bits on Windows."""


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """The most one download may have: `members` files, each in at most `depth` folders.

    `unpacked` is in bytes and counts what could be read: no media. `ratio` (unpacked : packed)
    binds members and whole archives of more than `ratio_from` bytes. `posts` and `edges` (contacts
    and interactions) are those of one account. `field` is the longest cell of a table and `line`
    the longest line of a text, in characters; `json_depth` is how deep JSON may be nested. Reading
    for more than `seconds` is only reported.
    """

    members: AtLeastOne = 100_000
    unpacked: AtLeastOne = 2_000_000_000
    ratio: AtLeastOne = 300
    ratio_from: AtLeastOne = 16_000_000
    depth: AtLeastOne = 16
    posts: AtLeastOne = 5_000_000
    edges: AtLeastOne = 10_000_000
    field: CellSize = 1_000_000
    line: AtLeastOne = 16_000_000
    json_depth: AtLeastOne = 200
    seconds: AtLeastOne = 60


MOST_TABLE_COLUMNS = 5_000
MOST_ACCOUNTS = 250
"""Of one download; measuring one takes some milliseconds."""
TRUST = Message("if you trust it, unpack it and give the folder")
SMALL_ARCHIVE = 1_000_000
"""Bytes of an archive that any row of an export takes a dozen of: it is read in 2 seconds."""
SMALL_FILES, SMALL_ROWS, SMALL_UNPACKED = 2_500, 80_000, 64_000_000
"""Files, rows and bytes of a small archive; an honest one has half of that."""


class Allowance(Struct):
    """The rows that may still be read from the files of one archive."""

    rows: float

    def spend(self, rows: float, where: str) -> None:
        """Count rows, or what takes as long. Raises InputError where none are left."""
        self.rows -= rows
        if self.rows < 0:
            what = Message("this archive of under 1 MB has more than {n} rows", n=SMALL_ROWS)
            raise InputError(what, where, TRUST)


def refuse_accounts(count: int, where: str) -> None:
    """Raise InputError for more accounts in one download than a person has."""
    if count > MOST_ACCOUNTS:
        what = Message("this download has more than {n} accounts", n=MOST_ACCOUNTS)
        raise InputError(what, where, Message("give a part of it"))


class WorkbookLimits(Struct, frozen=True):
    """The most a workbook may have, all sheets together: read in 2 seconds and 256 MB.

    Exports of LinkedIn, TikTok and XING stay below a twentieth of it. `packed` (`packed_old`: of an
    .xls), `unpacked`, `strings` (shared by cells), `styles` and `book` (the list of sheets) are in
    bytes, `text` in characters of all cells; `formats` are number formats. For `effort` and `nodes`
    see files/xlsx.py.
    """

    packed: int = 20_000_000
    packed_old: int = 4_000_000
    unpacked: int = 24_000_000
    parts: int = 10_000
    strings: int = 16_000_000
    styles: int = 1_000_000
    book: int = 1_000_000
    formats: int = 10_000
    sheets: int = 50
    rows: int = 100_000
    columns: int = 16_384
    cells: int = 500_000
    text: int = 16_000_000
    effort: int = 1_300_000
    nodes: int = 400_000


WORKBOOK = WorkbookLimits()
