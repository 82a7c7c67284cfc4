"""The accounts table: numbers no export holds, one row an account."""

import unicodedata
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath
from typing import Any

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Claims, File, Unusable
from klout_cli.person.rows import Draft, Level, Owner, Totals
from klout_cli.person.topics import folded
from klout_cli.values.aliases import consents, is_total, whole_table
from klout_cli.values.cells import Column, count_column, rate_column
from klout_cli.values.dates import moment
from klout_cli.values.handles import account_of
from klout_cli.values.numbers import BLANKS
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.tables import kind_of_table

COUNTS = (
    "followers",
    "following",
    "posts",
    "likes",
    "comments",
    "shares",
    "responders",
    "endorsements",
)
RATES = {"standing": (0, 6), "reciprocity": (0, 1)}
NUMBERS = (*COUNTS, *RATES)
RECEIVED = ("likes", "comments", "shares", "responders")

TWICE = "same account twice"
NO_CONSENT = "no consent"
TOTAL = "looks like a total"
NO_POSTS = "reactions or responders without posts: not counted"
UNCLEAR = Bad("consent is not yes, no or a date")


class AccountsTable(Archive):
    """Accounts as rows of sums: networks without an export, and what exports do not hold.

    Input of `klout rank` too. Each row is an export of its own.
    """

    key = "accounts_table"
    network = "table"
    variant = "accounts table"
    files = (File("table", whole=True),)

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.refusing: set[str] = set()
        self.names: dict[str, str] = {}
        self.known: set[tuple[str, str, str]] = set()

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Claim tables without dates that name a person or network, and numbers of an account."""
        return [(member,) for member in members if kind_of_table(member, reading) == "accounts"]

    def begin(self, members: Sequence[Member]) -> None:
        """Name an account of no network by the file."""
        self.draft.network, self.draft.handle = "other", PurePosixPath(members[0].name).stem

    def table(self, member: Member) -> None:
        """Decide about whole columns, then take row by row."""
        lines, columns = whole_table(member, self.intake, self.reading, NUMBERS)
        cells: dict[str, Sequence[Any]] = {"person": columns.get("name", [""] * len(lines))}
        for name, column in columns.items():
            cells[name] = column
            if name in NUMBERS:
                numbers = number_column(name, column, self.reading.decimal, member.where)
                cells[name] = numbers.read(column, self.intake)
            elif name == "consent":
                cells[name] = [agreed(cell, self.latest) for cell in column]
        rows = [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]
        refusing = (person_key(row["person"]) for row in rows if row.get("consent") is False)
        self.refusing = set(refusing) - {""}
        self.each(zip(lines, rows, strict=True), self.account)

    def account(self, row: dict[str, Any]) -> None:
        """Take one account; who refuses consent in one row is left out with all of them."""
        person = person_key(row["person"])
        network, handle = row.get("network", ""), row.get("account", "")
        if any(map(is_total, (row["person"], network, handle))):
            raise Unusable(TOTAL)
        if row.get("consent") is False or person in self.refusing:
            raise Unusable(NO_CONSENT)
        values = {name: self.checked(row.get(name)) for name in (*NUMBERS, "consent")}
        network, handle = account_of(network, handle, self.draft.handle)
        if (person, network, folded(handle)) in self.known:
            raise Unusable(TWICE)
        self.known.add((person, network, folded(handle)))
        if values["posts"] == 0 and any(values[name] for name in RECEIVED):
            self.intake.note(NO_POSTS)
        draft = Draft(network, self.variant)
        draft.handle = handle
        draft.owner = Owner(name=self.names.setdefault(person, row["person"].strip()))
        draft.levels += [
            Level(metric, values[metric], quality="manual")
            for metric in ("followers", "following")
            if values[metric] is not None
        ]
        draft.totals = Totals(**{name: values.get(name) for name in Totals.__struct_fields__})
        self.drafts.append(draft)


def number_column(name: str, cells: Collection[str], preferred: str, where: str) -> Column:
    """Decide about one of the number columns; `preferred` is --decimal."""
    if name in RATES:
        return rate_column(cells, preferred, where, name, *RATES[name])
    return count_column(cells, preferred)


def person_key(person: str) -> str:
    """Return what rows of one person have in common."""
    return unicodedata.normalize("NFC", person.strip()).casefold()


def agreed(cell: str, latest: int) -> bool | Bad | None:
    """Read a consent: yes, no, the date it was given on, or blank."""
    if cell.strip().casefold() in BLANKS:
        return None
    if fold(cell) in consents():
        return consents()[fold(cell)]
    return True if isinstance(moment(cell, latest, "dmy"), tuple) else UNCLEAR
