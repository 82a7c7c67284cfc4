"""LinkedIn's archive: connections, own posts, endorsements, recommendations and invitations.

Never a reaction received.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import open_table
from klout_cli.files.text import fold
from klout_cli.importers.linkedin_forms import CLOSED, FOLDERS, FORMS, MESSAGES, TELLING, form_of
from klout_cli.importers.linkedin_links import post_id, unquoted
from klout_cli.importers.messages import message
from klout_cli.importers.sources import described
from klout_cli.person.rows import (
    About,
    Contact,
    Direction,
    Draft,
    Export,
    Interaction,
    Level,
    Owner,
    Post,
)
from klout_cli.values.dates import day_order, midnight, moment
from klout_cli.values.kinds import Precision
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in, mail_mark

DELETED = "deleted member"
TWICE = "same connection twice"
REPEATED = "same row twice"
UNSENT = "spam or draft"
OWNER = "owner"
NOT_ACCEPTED = "endorsement not accepted"
NOT_VISIBLE = "recommendation not visible"
OPEN_ORDER = Bad("day or month first? (--date-order)")
COSTS_NOBODY = {DELETED, TWICE}
"""Reasons of Connections.csv after which the number of connections is still whole."""


WITH_ADDRESSES = midnight(2020, 1, 1)
"""Connections of older archives have no profile addresses."""

_EXPORT_NAME = re.compile(
    r"(?:(basic|complete)_)?linkedindataexport(?:_(\d{1,2})-(\d{1,2})-(\d{4}))?", re.IGNORECASE
)
_HANDLE = re.compile(r"\w+")
_ADDRESS = re.compile(r"linkedin\.com/(in/[^/?#]+|(?:pub|profile|company)/[^?#]+)")
_OF_A_FEED = re.compile(r"linkedin\.com/(feed/update|posts)/", re.IGNORECASE)
_WRAPPED_BREAK = re.compile(r'"(\r?\n)"')
_LIMITED = re.compile("connection|kontakt|container|group|gruppe|private|only", re.IGNORECASE)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_PLACEHOLDERS = {"", "NA NA", "LinkedIn Member", "LinkedIn Mitglied", "LinkedIn-Mitglied"}


def fold_name(name: str) -> str:
    """Fold a person's name for comparing: "Koelle" is "Kölle", accents and emoji do not count."""
    plain = fold(name).translate(_GERMAN)
    if plain.isascii():
        return plain
    return "".join(
        char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char)
    )


def profile_path(url: str) -> str:
    """Return the path of a profile address, lower case, without language and query: in/anna-muster. "" where it is none."""
    found = _ADDRESS.search(unicodedata.normalize("NFC", unquoted(url)).casefold())
    return found[1].rstrip("/") if found else ""


class LinkedIn:
    """LinkedIn's "Get a copy of your data": zip, folder, or Connections.csv alone; the generations since 2018."""

    network = "linkedin"
    source, feeds = described("linkedin")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Claim each folder with a file that has a LinkedIn name and header, and renamed lists of connections."""
        folders: dict[str, list[Member]] = {}
        for member in members:
            folders.setdefault(_folder(member), []).append(member)
        roots = [
            root
            for root, files in sorted(folders.items())
            if any(form_of(file) in TELLING and _has_header(file) for file in files)
        ]
        exports: dict[str, list[Member]] = {root: [] for root in roots}
        for member in members:
            root = max((root for root in roots if _is_under(member, root)), key=len, default=None)
            if root is not None and _belongs(member, root):
                exports[root].append(member)
            elif _may_be_connections(member, len(members) == 1) and _has_header(member):
                exports[member.name] = [member]
        return [tuple(claimed) for claimed in exports.values()]

    def is_message(self, member: Member) -> bool:
        """Tell the file of private messages."""
        return form_of(member) == MESSAGES

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read the files of `FORMS`, in their order; no other file is opened."""
        archive = _Archive(reading)
        forms = [form for form in FORMS if form != MESSAGES or reading.private]
        known = [
            (forms.index(form_of(member)), member.name, member)
            for member in members
            if form_of(member) in forms
        ]
        for form, _, member in sorted(known, key=lambda one: one[:2]) or [
            (0, "", member) for member in members
        ]:
            archive.read(forms[form], member)
        return [archive.finish(members)]


def _folder(member: Member) -> str:
    return member.name.rpartition("/")[0]


def _is_under(member: Member, root: str) -> bool:
    return not root or member.name.startswith(f"{root}/")


def _belongs(member: Member, root: str) -> bool:
    """Tell the archive's files from strangers beside it.

    A folder or zip that bears the archive's name holds nothing else.
    """
    if _EXPORT_NAME.search(f"{member.container}/{root}"):
        return True
    folder, below, _ = member.name.removeprefix(root).lstrip("/").partition("/")
    return (
        folder.lower() in FOLDERS
        if below
        else form_of(member) in FORMS or bool(CLOSED.fullmatch(form_of(member)))
    )


def _has_header(member: Member) -> bool:
    form = FORMS.get(form_of(member), FORMS["connections"])
    try:
        return open_table(member, Intake(member.where), form.columns, form.needed) is not None
    except InputError:
        return False


def _may_be_connections(member: Member, alone: bool) -> bool:
    name = form_of(member)
    if not name or name in FORMS or CLOSED.fullmatch(name) or "messag" in name:
        return False
    return alone or "connection" in name or "kontakt" in name


class Record(Struct, frozen=True):
    """One row as text by canonical name ("" where there is no such column), with its date."""

    line: int
    cells: Mapping[str, str]
    at: int | Bad | None
    precision: Precision

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    @property
    def name(self) -> str:
        """The person's full name, "" for a deleted member."""
        return _person(f"{self['first']} {self['last']}")


def _person(name: str) -> str:
    plain = " ".join(name.split())
    return "" if plain in _PLACEHOLDERS else plain


class _Archive:
    """One archive while it is read: the draft, who is known by which key, and what the end needs to know."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.draft = Draft(LinkedIn.network)
        self.keys: set[str] = set()
        self.by_name: dict[str, str] = {}
        self.posts: set[str] = set()
        self.received: Counter[str] = Counter()
        self.tried: dict[str, list[str]] = {}
        self.done: set[str] = set()
        self.rows: dict[str, set[tuple[str, ...]]] = {name: set() for name in FORMS}
        self.addresses: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.newest: int | None = None
        self.has_addresses = False

    def read(self, name: str, member: Member) -> None:
        """Read one file of a form, row by row."""
        self.tried.setdefault(name, []).append(member.where)
        with self.draft.reading(member.where) as intake:
            for record in self._records(name, member, intake):
                TAKE[name](self, intake, record)
            self.done.add(name)

    def _records(self, name: str, member: Member, intake: Intake) -> Iterator[Record]:
        form, seen = FORMS[name], self.rows[name]
        table = open_table(member, intake, form.columns, form.needed, self.reading.encoding)
        if table is None:
            raise InputError(
                "the columns are not those of this LinkedIn file",
                member.where,
                f"needed: {', '.join(form.needed)}",
            )
        self.has_addresses |= name == "connections" and "url" in table.columns
        rows = list(table.rows)
        column = table.columns.get("at")
        dates = (
            [cells[column] for _, cells in rows if not isinstance(cells, Bad)]
            if column is not None
            else []
        )
        order = day_order(dates, self.reading.date_order)
        if order == "?" and any(cell.rstrip().upper().endswith(("AM", "PM")) for cell in dates):
            order = "mdy"  # LinkedIn writes AM and PM in American dates only
        for line, cells in rows:
            if isinstance(cells, Bad):
                intake.skip(line, cells.reason)
            elif form.distinct and tuple(cells) in seen:
                intake.skip(line, REPEATED)
            else:
                if form.distinct:
                    seen.add(tuple(cells))
                named = {known: cells[index].strip() for known, index in table.columns.items()}
                at, precision = self._date(named.get("at"), order)
                if (
                    isinstance(at, int) and name != MESSAGES
                ):  # private talk says nothing about the archive's date
                    self.newest = max(self.newest or 0, at)
                yield Record(line, named, at, precision)

    def _date(self, cell: str | None, order: str) -> tuple[int | Bad | None, Precision]:
        """Parse a date; times without a zone are UTC, as LinkedIn's are."""
        if order == "?" and cell and day_order([cell]):
            return OPEN_ORDER, "day"
        found = moment(cell, self.reading.latest, order)
        return (found, "day") if found is None or isinstance(found, Bad) else found

    def connection(self, intake: Intake, record: Record) -> None:
        """Take one connection; whose names are blank has left LinkedIn."""
        name = record.name
        if not name:
            intake.skip(record.line, DELETED)
            return
        key = profile_path(record["url"]) or f"{fold_name(name)}|{fold(record['company'])}"
        if key in self.keys:
            intake.skip(record.line, TWICE)
            return
        position, company = (_unless_na(record[column]) for column in ("position", "company"))
        since, mail = _day(record, intake), mail_mark(record["mail"])
        contact = intake.row(
            Contact,
            record.line,
            key=key,
            name=name,
            position=position,
            company=company,
            since=since,
            mail=mail,
        )
        if contact:
            self.draft.contacts.append(contact)
            self.draft.interactions.append(Interaction(key, "out", "connection", at=contact.since))
            self.keys.add(key)
            folded = fold_name(name)
            self.by_name[folded] = key if folded not in self.by_name else ""

    def profile(self, intake: Intake, record: Record) -> None:
        """Take the owner's name, and what the profile holds."""
        intake.use()
        self.draft.owner = Owner(name=record.name)
        handles = tuple(f"x.com/{handle}" for handle in _HANDLE.findall(record["handles"].lower()))
        self.draft.about = About(
            bio=bool(record["summary"]) if "summary" in record.cells else None,
            position=bool(record["headline"]),
            links=(*links_in(record["websites"]), *handles) if "websites" in record.cells else None,
        )

    def position(self, intake: Intake, record: Record) -> None:
        """Take that there is a position; which one is not kept."""
        intake.use()
        self.draft.about = replace(self.draft.about, position=True)

    def invitation(self, intake: Intake, record: Record) -> None:
        """Take one invitation; its own side names the owner."""
        sides = (record["from"], record["inviter"]), (record["to"], record["invitee"])
        direction: Direction
        match record["direction"].upper():
            case "OUTGOING":
                direction, own, other = "out", *sides
            case "INCOMING":
                direction, other, own = "in", *sides
            case _:
                intake.skip(record.line, "invitation without a direction")
                return
        self.names[_person(own[0])] += 1
        self.addresses[profile_path(own[1])] += 1
        self._dealt(intake, record, direction, "invitation", *other)

    def share(self, intake: Intake, record: Record) -> None:
        """Take one own post.

        Shared with an update of another's feed and not a word of its own, it is a repost.
        """
        identity = post_id(record["link"])
        if identity in self.posts:
            intake.skip(record.line, "same post twice")
            return
        text = _mended(record["text"])
        post = intake.row(
            Post,
            record.line,
            id=identity or Bad("no link"),
            at=Bad("no date") if record.at is None else record.at,
            kind="repost" if not text and _OF_A_FEED.search(record["shared"]) else "original",
            public=not _LIMITED.search(record["visibility"]),
            text=text,
            url=record["link"],
            precision=record.precision,
        )
        if post:
            self.posts.add(identity)
            self.draft.posts.append(post)

    def endorsement(self, intake: Intake, record: Record, direction: Direction) -> None:
        """Take one endorsement of a skill that was accepted."""
        if record["status"].upper() not in ("", "ACCEPTED"):
            intake.skip(record.line, NOT_ACCEPTED)
            return
        self.received["endorsements"] += direction == "in"
        self._dealt(intake, record, direction, "endorsement", record.name, record["url"])

    def recommendation(self, intake: Intake, record: Record, direction: Direction) -> None:
        """Take one recommendation others can see.

        Of somebody who is no connection it tells the position too.
        """
        if record["status"].upper() not in ("", "VISIBLE"):
            intake.skip(record.line, NOT_VISIBLE)
            return
        self.received["recommendations"] += direction == "in"
        self._dealt(intake, record, direction, "recommendation", record.name, "")
        key = self._key(record.name, "")
        if key and key not in self.keys:
            position, company = (_unless_na(record[column]) for column in ("position", "company"))
            self.draft.contacts.append(
                Contact(key, record.name, position=position, company=company)
            )

    def given(self, intake: Intake, record: Record) -> None:
        """Count a comment or reaction given: the file does not say to whom.

        Comments of several lines may stand there unquoted.
        """
        if not isinstance(record.at, Bad):
            intake.use()
        elif "linkedin.com/" in record["link"]:
            intake.skip(record.line, record.at.reason)
        else:
            intake.note("further lines of a comment")

    def message(self, intake: Intake, record: Record) -> None:
        """Take who wrote whom and when of one private message.

        Advertising lies in the folder for it.
        """
        if record["folder"].upper() == "SPAM" or record["draft"].upper() == "YES":
            intake.skip(record.line, UNSENT)
            return
        sides = [
            (record["from"], profile_path(record["sender"])),
            *_recipients(record["to"], record["recipients"]),
        ]
        sender, *others = (
            OWNER if self._is_owner(name, path) else self._key(_person(name), path)
            for name, path in sides
        )
        message(
            self.draft,
            intake,
            record.line,
            sender,
            others,
            {OWNER} if any(self._whose()) else (),
            record.at,
        )

    def _is_owner(self, name: str, path: str) -> bool:
        owner, address = self._whose()
        return bool(path and path == address) or bool(owner and fold_name(owner) == fold_name(name))

    def _dealt(
        self, intake: Intake, record: Record, direction: Direction, kind: str, name: str, url: str
    ) -> None:
        """Note one action between the owner and somebody.

        Of a deleted member only the count stays.
        """
        partner = self._key(_person(name), profile_path(url))
        at = _day(record, intake)
        if not partner:
            intake.use()
            intake.note(DELETED)
        elif made := intake.row(
            Interaction, record.line, partner=partner, direction=direction, kind=kind, at=at
        ):
            self.draft.interactions.append(made)

    def _key(self, name: str, path: str) -> str:
        """Return the contact's key: by address, else by full name where one contact alone has it and no address speaks against it."""
        if path in self.keys:
            return path
        folded = fold_name(name)
        namesake = self.by_name.get(folded, "")
        return namesake if namesake and not (path and "|" not in namesake) else path or folded

    def finish(self, members: Sequence[Member]) -> Export:
        """Settle owner, date, variant and levels."""
        draft = self.draft
        name, address = self._whose()
        draft.owner = Owner(
            f"https://www.linkedin.com/{address}" if address else "",
            name,
            personal=bool(address or name),
        )
        draft.handle = address.partition("/")[2].replace("/", "-") or fold_name(name).replace(
            " ", "-"
        )
        known = [
            found
            for member in members
            if (found := _EXPORT_NAME.search(f"{member.container}/{member.name}"))
        ]
        draft.exported_at = max(
            filter(None, (_named_day(found, self.reading.latest) for found in known)),
            default=self.newest,
        )
        draft.variant = self._variant({(found[1] or "").lower() for found in known})
        draft.levels = [*self._connections(), *self._vouched()]
        return draft.finish()

    def _whose(self) -> tuple[str, str]:
        """Return the owner's name and profile path, as far as the files read until now tell."""
        return self.draft.owner.name or _most_frequent(self.names), _most_frequent(self.addresses)

    def _variant(self, parts: set[str]) -> str:
        if set(self.tried) <= {"connections"}:
            return "connections only"
        if (
            "connections" in self.done
            and not self.has_addresses
            and (self.draft.exported_at or 0) < WITH_ADDRESSES
        ):
            return "archive of 2018"
        complete = "complete" in parts or (
            "basic" not in parts and not self.done.isdisjoint(("shares", "comments", "reactions"))
        )
        return "complete archive" if complete else "basic archive"

    def _connections(self) -> list[Level]:
        """Count the connections.

        A file that lost rows to faults gives a count that is cut, and none if it lost them all.
        """
        if "connections" not in self.done:
            return []
        files = self.tried["connections"]
        cut = any(
            intake.file in files and not COSTS_NOBODY.issuperset(intake.reasons)
            for intake in self.draft.intakes
        )
        found = sum(one.kind == "connection" for one in self.draft.interactions)
        return (
            []
            if cut and not found
            else [Level("connections", found, quality="cut" if cut else "exact")]
        )

    def _vouched(self) -> list[Level]:
        """Count endorsements and recommendations.

        Only what exists is exported: beside one of the two a missing file means none.
        """
        files = {
            "endorsements": "endorsement received info",
            "recommendations": "recommendations received",
        }
        if self.done.isdisjoint(files.values()):
            return []
        return [
            Level(metric, self.received[metric])
            for metric, file in files.items()
            if file in self.done or file not in self.tried
        ]


def _recipients(names: str, addresses: str) -> list[tuple[str, str]]:
    """Return name and profile path of each recipient.

    Names may hold commas, like a degree, so that of several only paths are sure.
    """
    paths = [profile_path(address) for address in addresses.split(",")]
    return [(names, paths[0])] if len(paths) == 1 else [("", path) for path in paths]


def _unless_na(cell: str) -> str:
    """Undo what statistics programs write into blank cells."""
    return "" if cell == "NA" else cell


def _day(record: Record, intake: Intake) -> int | None:
    """Return a date that nothing hangs on: unusable, it is unknown and noted, and the row stays."""
    if isinstance(record.at, Bad):
        intake.note(f"date unknown: {record.at.reason}")
        return None
    return record.at


def _mended(text: str) -> str:
    r"""Take away the quotes LinkedIn puts around each line break of a post ("\n")."""
    return (
        _WRAPPED_BREAK.sub(r"\1", text)
        if len(_WRAPPED_BREAK.findall(text)) == text.count("\n")
        else text
    )


def _most_frequent(votes: Counter[str]) -> str:
    return min((vote for vote in votes if vote), key=lambda vote: (-votes[vote], vote), default="")


def _named_day(found: re.Match[str], latest: int) -> int | None:
    """Return the day in an archive's name, month first; None where it has none that can be."""
    try:
        day = midnight(int(found[4]), int(found[2]), int(found[3]))
    except (TypeError, ValueError):
        return None
    return day if day <= latest else None


TAKE: Mapping[str, Callable[[_Archive, Intake, Record], None]] = {
    "connections": _Archive.connection,
    "profile": _Archive.profile,
    "invitations": _Archive.invitation,
    "shares": _Archive.share,
    "endorsement received info": lambda archive, intake, record: archive.endorsement(
        intake, record, "in"
    ),
    "endorsement given info": lambda archive, intake, record: archive.endorsement(
        intake, record, "out"
    ),
    "recommendations received": lambda archive, intake, record: archive.recommendation(
        intake, record, "in"
    ),
    "recommendations given": lambda archive, intake, record: archive.recommendation(
        intake, record, "out"
    ),
    "comments": _Archive.given,
    "reactions": _Archive.given,
    "positions": _Archive.position,
    MESSAGES: _Archive.message,
}
