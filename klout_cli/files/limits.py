"""What exports may ask for before they are refused (reliability §3): `limits` in klout.yaml."""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

AtLeastOne: TypeAlias = Annotated[int, Meta(ge=1)]
CellSize: TypeAlias = Annotated[int, Meta(ge=1, le=2**31 - 1)]
"""The csv module takes a C long, which has 32 bits on Windows."""


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """Sizes are in bytes, `members` files of one download, `ratio` unpacked : packed, `depth` folders inside each other.

    `ratio` holds for members, and for whole archives, of more than `ratio_from` bytes. `unpacked`
    counts what could be read: no media. `posts` and `edges` (contacts and interactions) are those
    of one account in one download. `field` is the longest cell of a table, `line` the longest line
    of a text, `json_depth` how many lists and objects of JSON lie inside each other. Reading one
    download for more than `seconds` is no fault, but said.
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


class WorkbookLimits(Struct, frozen=True):
    """What a workbook may hold, all sheets together: never more than 256 MB and some seconds.

    Exports of LinkedIn, TikTok and XING stay below a twentieth of it. `packed` (`packed_old`: of an
    .xls), `unpacked`, `strings` (shared by cells), `styles` and `book` (the list of sheets) are in
    bytes, `text` in characters of all cells, `formats` those by which cells tell dates from
    numbers. `effort` and `nodes` are those of files/xlsx.py.
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
