"""The tables of accounts and of contacts: what no export holds, one row an account or a contact."""

import unicodedata
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath
from typing import Any

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Claims, File, Unusable
from klout_cli.person.rows import Contact, Draft, Level, Owner, Totals
from klout_cli.person.topics import folded
from klout_cli.values.aliases import consents, is_total, whole_table
from klout_cli.values.cells import Column, count_column, rate_column
from klout_cli.values.dates import moment
from klout_cli.values.handles import account_of
from klout_cli.values.numbers import BLANKS
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.tables import kind_of_table

RATES = {"standing": (0, 6), "reciprocity": (0, 1)}
NUMBERS = ("followers", "following", *Totals.__struct_fields__)
RANGES = {**RATES, "reputation": (0, 100)}
RECEIVED = ("likes", "comments", "shares", "responders")

TWICE = "same account twice"
NO_CONSENT = "no consent"
TOTAL = "looks like a total"
NO_POSTS = "reactions or responders without posts: not counted"
UNCLEAR = Bad("consent is not yes, no or a date")

Row = dict[str, Any]


class AccountsTable(Archive):
    """Accounts as rows of sums: networks without an export, and what exports do not hold.

    Input of `klout rank` too. Each row is an export of its own.
    """

    key = "accounts_table"
    network = "table"
    variant = "accounts table"
    files = (File("table", whole=True),)

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Claim tables without dates that name a person or network, and numbers of an account."""
        return [(member,) for member in members if kind_of_table(member, reading) == "accounts"]

    def begin(self, members: Sequence[Member]) -> None:
        """Name an account of no network by the file."""
        self.names: dict[str, str] = {}
        self.known: set[tuple[str, str, str]] = set()
        self.draft.network, self.draft.handle = "other", PurePosixPath(members[0].name).stem

    def table(self, member: Member) -> None:
        """Take row by row, when it is known who refuses consent."""
        rows = _read_rows(self, member, NUMBERS, NUMBERS)
        for _, row in rows:
            row.setdefault("person", row.get("name", ""))
        refusing = (person_key(row["person"]) for _, row in rows if row.get("consent") is False)
        self.refusing = set(refusing) - {""}
        self.each(rows, self.account)

    def account(self, row: Row) -> None:
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


class ContactsTable(Archive):
    """The reputation, reach and expertise of contacts, an export for each network named."""

    key = "contacts_table"
    network = "table"
    variant = "contacts table"
    files = (File("table", whole=True),)

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Claim tables of names or handles with reputation, expertise or followers."""
        return [(member,) for member in members if kind_of_table(member, reading) == "contacts"]

    def begin(self, members: Sequence[Member]) -> None:
        """Name a table without contacts by the file."""
        self.draft.network, self.draft.handle = "other", PurePosixPath(members[0].name).stem

    def table(self, member: Member) -> None:
        """Take row by row."""
        needed = ("name", "account", "followers", "reputation")
        self.each(_read_rows(self, member, needed, ("followers", "reputation")), self.contact)

    def contact(self, row: Row) -> None:
        """Take one contact."""
        name, handle = (row.get(column, "").strip() for column in ("name", "account"))
        handle = handle.removeprefix("@")
        if is_total(name) or is_total(handle):
            raise Unusable(TOTAL)
        contact = Contact(
            self.required(handle or name, "no name and no handle"),
            name,
            self.checked(row.get("followers")),
            reputation=self.checked(row.get("reputation")),
            expertise=row.get("expertise", "").strip(),
        )
        network, _ = account_of(row.get("network", "").strip(), "", "")
        draft = next((draft for draft in self.drafts if draft.network == network), None)
        if draft is None:
            draft = Draft(network, self.variant)
            self.drafts = sorted((*self.drafts, draft), key=lambda draft: draft.network)
        draft.contacts.append(contact)


def _read_rows(
    archive: Archive, member: Member, needed: Sequence[str], numbers: Collection[str]
) -> list[tuple[int, Row]]:
    """Decide about whole columns, and return the line and the values of each row."""
    intake, reading = archive.intake, archive.reading
    lines, columns = whole_table(member, intake, reading, needed)
    values: dict[str, Sequence[Any]] = dict(columns)
    for name, cells in columns.items():
        if name in numbers:
            column = number_column(name, cells, reading.decimal, member.where)
            values[name] = column.read(cells, intake)
        elif name == "consent":
            values[name] = [agreed(cell, reading.latest) for cell in cells]
    rows = (dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True))
    return list(zip(lines, rows, strict=True))


def number_column(name: str, cells: Collection[str], preferred: str, where: str) -> Column:
    """Decide about one of the number columns; `preferred` is --decimal."""
    if name in RANGES:
        return rate_column(cells, preferred, where, name, *RANGES[name])
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
