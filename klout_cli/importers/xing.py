"""XING: the data export (Datenauskunft), and contacts as vCards or as the table of a community tool (formats §10).

The export's files are named by hashes: in the one folder that is opened they are told apart by
header and number of columns. Messages lie in another folder, which stays closed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import HEADER_WITHIN, Table, header_names, open_table
from klout_cli.files.text import fold
from klout_cli.files.vcards import cards
from klout_cli.files.workbook import is_workbook, read_sheets
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export, Interaction, Level
from klout_cli.values.dates import iso_day, moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import mail_mark

HEAD = 1 << 16  # a photo may stand before a card's address
NO_NAME = "no name"
TWICE = "same contact twice"
NOTES = "notes on contacts, not needed"
NOT_CONTACTS = "neither contacts nor notes"
STRANGER = "not in the list of contacts"
NAMESAKES = "several contacts of this name"
OTHER = {NOTES, NOT_CONTACTS}
HARMLESS = {TWICE, *OTHER}
"""Reasons in a list of contacts after which their number is still whole."""
AS_IT_CAME = "use the file as it was downloaded"

COLUMNS = {
    "name": {"name"},
    "at": {"kontakt bestätigt am"},
    "note": {"text der notiz"},
    "first": {"first name"},
    "company": {"organisation", "organization"},
    "position": {"title"},
    "profile": {"xing profile"},
}
# In other languages than German, which nobody has shown yet, only the number of columns tells
# contacts and notes apart.
CONTACTS_WIDTH, NOTES_WIDTH = 2, 3

_INQUIRY = r"(?:(.*?)/)??(?:data/)?network-inquiry/(?:files/)?[^/]+\.csv"
_SERVICES = r"data/[^/]+/(?:files/.+|[^/]+\.html)|(?:network-inquiry|messages-backend)/.+"
_OTHER_SERVICE = r"(?:^|/)(?:data/[^/]+|messages-backend)/files/[^/]+$"
_PROFILE = r"xing\.com/profile/([^/?#\s]+)"

LIST, TABLE, CARDS = range(3)
"""Sources of contacts, the fullest first."""
VARIANTS = {LIST: "data export", TABLE: "table of contacts", CARDS: "vCards"}


class Row(Struct, frozen=True):
    """One contact as a file tells of them; "" where it does not say."""

    name: str
    company: str = ""
    position: str = ""
    profile: str = ""
    at: str = ""
    mail: str = ""


class Xing:
    """XING's data export without its messages, and the contacts that people saved before there was one."""

    network = "xing"
    source, feeds = described("xing")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Claim each data export as a whole, and lists of contacts by their first line or their profile addresses."""
        bundles = {
            found[1] or "" for member in members if (found := re.fullmatch(_INQUIRY, member.name))
        }
        exports: dict[str, list[Member]] = defaultdict(list)
        for member in members:
            root = max((root for root in bundles if _is_under(member, root)), key=len, default=None)
            if root is not None and (_belongs(member, root) or _source(member) is not None):
                exports[root].append(member)
            elif root is None and _source(member) is not None:
                exports[member.name.rpartition("/")[0]].append(member)
        return [tuple(exports[root]) for root in sorted(exports)]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read the contacts from the fullest source there is.

        The others only tell more about them.
        """
        sources: dict[int, list[Member]] = defaultdict(list)
        for member in sorted(members, key=lambda member: (member.name, member.container)):
            if (source := _source(member)) is not None:
                sources[source].append(member)
        contacts = _Contacts(reading)
        for source in sorted(sources):
            contacts.read(sources[source])
        contacts.draft.variant = " with ".join(VARIANTS[source] for source in sorted(sources))
        return [contacts.draft.finish()]


def _is_under(member: Member, root: str) -> bool:
    return not root or member.name.startswith(f"{root}/")


def _belongs(member: Member, root: str) -> bool:
    """Tell the files of a data export, opened or not, from strangers beside it."""
    below = member.name.removeprefix(root).lstrip("/")
    if below == "index.html":
        return b"datenauskunft" in (head := member.head().lower()) or b"xing" in head
    return re.fullmatch(_SERVICES, below) is not None


def _source(member: Member) -> int | None:
    """Tell what kind of list a file is, None for everything else.

    Of other tables than the export's only the first line is looked at.
    """
    name = member.basename
    if re.fullmatch(_INQUIRY, member.name):
        return LIST
    if member.private or re.search(_OTHER_SERVICE, member.name):
        return None
    if name.endswith(".csv"):
        line = member.head(1024).replace(b"\0", b"").partition(b"\n")[0].lower()
        return LIST if b"kontakt best" in line else TABLE if b"xing-profile" in line else None
    if "xing" in name and is_workbook(member):
        return TABLE
    return (
        CARDS
        if name.endswith(".vcf") and b"xing.com/profile" in member.head(HEAD).lower()
        else None
    )


class _Contacts:
    """The contacts while they are read.

    XING's export names them only, so a contact's key is the name, with more for a namesake.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(Xing.network)
        self.marks: dict[str, set[str]] = {}

    def read(self, members: Sequence[Member]) -> None:
        """Read one source: the first with contacts says who they are, later ones their companies and positions."""
        known = bool(self.draft.contacts)
        intakes: list[Intake] = []
        for member in members:
            with self.draft.reading(member.where) as intake:
                intakes.append(intake)
                rows = self._rows(member, intake)
                if known:
                    self._enrich(rows, intake)
                else:
                    self._add(rows, intake)
        if not known:
            self._count(members, intakes)

    def _count(self, members: Sequence[Member], intakes: Sequence[Intake]) -> None:
        """State the number of contacts.

        Single cards are those somebody saved, and never known to be all.
        """
        found = len(self.draft.contacts)
        cut = _source(members[0]) == CARDS or any(
            not HARMLESS.issuperset(intake.reasons) for intake in intakes
        )
        listed = any(OTHER.isdisjoint(intake.reasons) for intake in intakes)
        if found or (listed and not cut):
            self.draft.levels.append(Level("connections", found, quality="cut" if cut else "exact"))

    def _add(self, rows: Iterator[tuple[object, Row]], intake: Intake) -> None:
        marks = {name: set(found) for name, found in self.marks.items()}
        for line, row in rows:
            folded = fold(row.name)
            since = self._day(row.at, intake)
            mark = row.profile or ("" if since is None else iso_day(since))
            others = marks.setdefault(folded, set())
            if not folded or mark in others:
                intake.skip(line, TWICE if folded else NO_NAME)
                continue
            contact = intake.row(
                Contact,
                line,
                key=f"{folded}|{mark}" if others else folded,
                name=row.name,
                position=row.position,
                company=row.company,
                since=since,
                mail=mail_mark(row.mail),
            )
            if contact:
                others.add(mark)
                self.draft.contacts.append(contact)
                self.draft.interactions.append(
                    Interaction(contact.key, "out", "connection", at=since)
                )
        self.marks = marks

    def _enrich(self, rows: Iterator[tuple[object, Row]], intake: Intake) -> None:
        """Add what another source knows of contacts, whom it knows by name."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, contact in enumerate(self.draft.contacts):
            places[fold(contact.name)].append(place)
        told: dict[int, Row] = {}
        for line, row in rows:
            found = places.get(fold(row.name), [])
            if len(found) == 1:
                intake.use()
                told[found[0]] = row
            else:
                intake.skip(line, NAMESAKES if found else STRANGER)
        for place, row in told.items():
            contact = self.draft.contacts[place]
            position, company = row.position or contact.position, row.company or contact.company
            self.draft.contacts[place] = replace(
                contact,
                position=position,
                company=company,
                mail=mail_mark(row.mail) or contact.mail,
            )

    def _rows(self, member: Member, intake: Intake) -> Iterator[tuple[object, Row]]:
        """Yield (line, contact) of a file; what cannot be read is counted."""
        reader = {"csv": self._csv, "vcf": self._cards}.get(
            member.basename.rpartition(".")[2], _sheets
        )
        for line, row in reader(member, intake):
            if isinstance(row, Bad):
                intake.skip(line, row.reason)
            else:
                yield line, row

    def _csv(self, member: Member, intake: Intake) -> Iterator[tuple[object, Row | Bad]]:
        table = open_table(member, intake, COLUMNS, ("name",), self.reading.encoding)
        inquiry, width = re.fullmatch(_INQUIRY, member.name), len(table.header) if table else 0
        columns = dict(table.columns) if table else {}
        if inquiry and width == CONTACTS_WIDTH:
            columns["at"] = 1 - columns["name"]
        if "note" in columns or (inquiry and width == NOTES_WIDTH):
            intake.skip(1, NOTES)
        elif inquiry and "at" not in columns:
            intake.skip(1, NOT_CONTACTS)
        elif table is None or not columns.keys() & {"at", "profile"}:
            raise InputError(NOT_CONTACTS, member.where, AS_IT_CAME)
        else:
            yield from _contacts(table, columns)

    def _cards(self, member: Member, intake: Intake) -> Iterator[tuple[object, Row | Bad]]:
        for line, card in cards(member, intake, self.reading.encoding):
            if isinstance(card, Bad):
                yield line, card
            else:
                profiles = map(_profile, card.urls)
                yield (
                    line,
                    Row(
                        card.name,
                        card.company,
                        card.position,
                        next(filter(None, profiles), ""),
                        mail=card.mail,
                    ),
                )

    def _day(self, written: str, intake: Intake) -> int | None:
        """Return a date that nothing hangs on: unusable, it is unknown and noted, and the row stays."""
        found = moment(written, self.reading.latest, self.reading.date_order)
        if isinstance(found, Bad):
            intake.note(f"date unknown: {found.reason}")
        return found[0] if isinstance(found, tuple) else None


def _contacts(table: Table, columns: Mapping[str, int]) -> Iterator[tuple[object, Row | Bad]]:
    for line, cells in table.rows:
        yield (
            line,
            cells
            if isinstance(cells, Bad)
            else _named({name: cells[index] for name, index in columns.items()}),
        )


def _sheets(member: Member, intake: Intake) -> Iterator[tuple[object, Row]]:
    """Yield the rows below the header of the first sheet that has one."""
    for sheet in read_sheets(member):
        for start, header in enumerate(sheet.rows[:HEADER_WITHIN]):
            columns = {name: indexes[0] for name, indexes in header_names(header, COLUMNS).items()}
            if {"name", "profile"} <= columns.keys():
                for place, cells in enumerate(sheet.rows[start + 1 :], start + 1):
                    if any(cells):
                        yield (
                            sheet.line(place),
                            _named({name: cells[index] for name, index in columns.items()}),
                        )
                return
    raise InputError(NOT_CONTACTS, member.where, AS_IT_CAME)


def _named(cells: Mapping[str, str]) -> Row:
    """Make a contact of cells by column name; first and last name may stand apart."""
    row = {name: " ".join(cell.split()) for name, cell in cells.items()}
    name = f"{row.get('first', '')} {row['name']}".strip()
    return Row(
        name,
        row.get("company", ""),
        row.get("position", ""),
        _profile(row.get("profile", "")),
        row.get("at", ""),
    )


def _profile(address: str) -> str:
    """Return the part of a profile's address that is the person's own, "" where it is no such address."""
    found = re.search(_PROFILE, address, re.IGNORECASE)
    return found[1].casefold() if found else ""
