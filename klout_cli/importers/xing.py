"""XING: the data export (Datenauskunft), and contacts as vCards or as a community tool's table.

The export's files are named by hashes: in the one folder that is opened, header and number of
columns show which is which. Messages are in another folder, which stays closed.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.table import open_table
from klout_cli.files.text import AS_IT_CAME, fold
from klout_cli.files.vcards import Card, cards
from klout_cli.files.workbook import is_workbook
from klout_cli.importers.archive import Archive, Cells, Claims, File, Rows, Sheet, Unusable
from klout_cli.importers.declared import closed_root, read_cells
from klout_cli.importers.vocabulary import words_of
from klout_cli.person.rows import Contact, Interaction, Level
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import iso_day, moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import mail_mark

HEAD = 1 << 16  # a photo may stand before a card's address
TWICE = Message("same contact twice")
NOTES = Message("notes on contacts, not used")
STRANGER = Message("not in the list of contacts")
NAMESAKES = Message("several contacts of this name")
NOT_CONTACTS = Message("this has neither contacts nor notes")

COLUMNS = words_of("xing")
# Headers in other languages than German are not known: the number of columns decides.
CONTACTS_WIDTH, NOTES_WIDTH = 2, 3
VARIANTS = {"list": N_("data export"), "table": N_("table of contacts"), "cards": N_("vCards")}
"""Sources of contacts, the fullest first."""
OTHER = {NOTES, NOT_CONTACTS}
BOOK = Sheet("table", columns=COLUMNS, needed=("name", "profile"))

_INQUIRY = r"(?:(.*?/))??(?:data/)?network-inquiry/(?:files/)?[^/]+\.csv"
_SERVICES = r"data/[^/]+/(?:files/.+|[^/]+\.html)|(?:network-inquiry|messages-backend)/.+"
_OTHER_SERVICE = r"(?:^|/)(?:data/[^/]+|messages-backend)/files/[^/]+$"
_PROFILE = r"(?i)xing\.com/profile/([^/?#\s]+)"


class Xing(Archive):
    """The data export without its messages, and contacts that were saved before there was one.

    Contacts come from the fullest source there is; the others only add details. Their key is the
    name, with more for a namesake, because the export has nothing else.
    """

    key = network = "xing"
    files = (
        File("list", "table", whole=True),
        File("table", whole=True),
        File("cards", whole=True),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.kind = self.counted = ""
        self.take: Callable[[Cells], Rows | None] = self.contact
        self.marks: defaultdict[str, set[str]] = defaultdict(set)
        self.places: defaultdict[str, list[int]] = defaultdict(list)

    # Which files

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Know a list by its folder, its first line or the addresses of XING in it."""
        id = _id_of(member)
        return next((file for file in cls.files if file.id == id), None)

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find each data export as a whole, and lists of contacts by folder."""
        matches = (re.fullmatch(_INQUIRY, member.name) for member in members)
        roots = {match[1] or "" for match in matches if match}
        exports: defaultdict[str, list[Member]] = defaultdict(list)
        for member in members:
            root = closed_root(member.name, ".*", roots)
            if cls.file_of(member) or (root is not None and _is_service(member, root)):
                folder = member.name[: -len(member.basename)]
                exports[folder if root is None else root].append(member)
        return [tuple(exports[root]) for root in sorted(exports)]

    # Reading

    def read(self, file: File, member: Member) -> None:
        """Read a file as a whole or not at all, also what it adds to contacts."""
        if file.id != self.kind:
            self.kind, self.take = file.id, self.enrich if self.draft.contacts else self.contact
            self.places = defaultdict(list)
            for place, contact in enumerate(self.draft.contacts):
                self.places[fold(contact.name)].append(place)
        contacts = list(self.draft.contacts)
        marks = {name: set(known) for name, known in self.marks.items()}
        super().read(file, member)
        if self.intake.refused:
            self.draft.contacts[:], self.marks = contacts, defaultdict(set, marks)
        elif self.draft.contacts and not self.counted:
            self.counted = self.kind

    def table(self, member: Member) -> None:
        """Read a table; notes on contacts, and what else is in the export's folder, are left."""
        if is_workbook(member):
            self.each(BOOK.values(member, self.intake, ""), self.take)
            return
        table = open_table(member, self.intake, COLUMNS, ("name",), self.reading.encoding)
        inquiry, width = re.fullmatch(_INQUIRY, member.name), len(table.header) if table else 0
        columns = dict(table.columns) if table else {}
        if inquiry and width == CONTACTS_WIDTH:
            columns["at"] = 1 - columns["name"]
        if "note" in columns or (inquiry and width == NOTES_WIDTH):
            self.intake.skip(1, NOTES)
        elif inquiry and "at" not in columns:
            self.intake.skip(1, NOT_CONTACTS)
        elif table is None or not columns.keys() & {"at", "profile"}:
            raise InputError(NOT_CONTACTS, member.where, AS_IT_CAME)
        else:
            table.columns = columns
            self.each(read_cells(table), self.take)

    def cards(self, member: Member) -> None:
        """Read vCards."""
        rows = cards(member, self.intake, self.reading.encoding)
        self.each(
            ((line, card if isinstance(card, Bad) else _cells(card)) for line, card in rows),
            self.take,
        )

    def contact(self, row: Cells) -> Rows:
        """Take a contact; a date that cannot be is unknown and noted."""
        name, key = self.name_of(row)
        date = moment(row["at"], self.latest, self.reading.date_order)
        if isinstance(date, Bad):
            self.intake.note(Message("date unknown: {reason}", reason=date.reason))
        since = date[0] if isinstance(date, tuple) else None
        profile = re.search(_PROFILE, row["profile"])
        mark = profile[1].casefold() if profile else "" if since is None else iso_day(since)
        namesakes = self.marks[key]
        if mark in namesakes:
            raise Unusable(TWICE)
        key = f"{key}|{mark}" if namesakes else key
        namesakes.add(mark)
        yield Contact(key, name, None, *_job(row), since=since, mail=mail_mark(row["mail"]))
        yield Interaction(key, "out", "connection", at=since)

    def enrich(self, row: Cells) -> None:
        """Take what a further source knows of a contact."""
        places = self.places.get(self.name_of(row)[1], [])
        if len(places) != 1:
            raise Unusable(NAMESAKES if places else STRANGER)
        contact = self.draft.contacts[places[0]]
        position, company = _job(row)
        self.draft.contacts[places[0]] = replace(
            contact,
            position=position or contact.position,
            company=company or contact.company,
            mail=mail_mark(row["mail"]) or contact.mail,
        )

    def name_of(self, row: Cells) -> tuple[str, str]:
        """Return a name and its folded form. Raises Unusable without one."""
        name = " ".join(f"{row['first']} {row['name']}".split())
        return name, self.required(fold(name), Message("no name"))

    def finish(self, members: Sequence[Member]) -> None:
        """Count the contacts; single cards are those somebody saved, and may not be all."""
        kinds = [kind for kind in VARIANTS if self.intakes[kind]]
        source = Message(VARIANTS[kinds[0]])
        others = Message("{source} with other lists", source=source)
        self.draft.variant = others if len(kinds) > 1 else source
        counted, count = self.counted or kinds[0], len(self.draft.contacts)
        reasons = [intake.reasons.keys() - {TWICE} for intake in self.intakes[counted]]
        cut = counted == "cards" or not all(why <= OTHER for why in reasons)
        if count or not (cut or all(why & OTHER for why in reasons)):
            level = Level("connections", count, quality="cut" if cut else "exact")
            self.draft.levels.append(level)


def _id_of(member: Member) -> str:
    if re.fullmatch(_INQUIRY, member.name):
        return "list"
    if member.private or re.search(_OTHER_SERVICE, member.name):
        return ""
    name = member.basename
    if name.endswith(".csv"):
        line = member.head(1024).replace(b"\0", b"").partition(b"\n")[0].lower()
        return "list" if b"kontakt best" in line else "table" if b"xing-profile" in line else ""
    if "xing" in name and is_workbook(member):
        return "table"
    is_card = name.endswith(".vcf") and b"xing.com/profile" in member.head(HEAD).lower()
    return "cards" if is_card else ""


def _is_service(member: Member, root: str) -> bool:
    """Tell the files of a data export, opened or not, from strangers beside it."""
    below = member.name[len(root) :]
    if below == "index.html":
        return b"datenauskunft" in (head := member.head().lower()) or b"xing" in head
    return re.fullmatch(_SERVICES, below) is not None


def _job(row: Cells) -> tuple[str, str]:
    """Return position and company."""
    return " ".join(row["position"].split()), " ".join(row["company"].split())


def _cells(card: Card) -> Cells:
    profile = next((url for url in card.urls if re.search(_PROFILE, url)), "")
    return Cells(
        name=card.name,
        company=card.company,
        position=card.position,
        profile=profile,
        mail=card.mail,
    )
