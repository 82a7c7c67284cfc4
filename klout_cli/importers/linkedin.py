"""LinkedIn's archive: connections, own posts, endorsements, recommendations and invitations.

It has no reactions received. The text of messages is in no column that is read.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Cells, Claims, File, Note, Rows, Unusable, Values
from klout_cli.importers.authors import most_frequent
from klout_cli.importers.declared import closed_root
from klout_cli.importers.linkedin_tables import FILES, belongs, has_header, table_of
from klout_cli.importers.linkedin_text import (
    fold_name,
    mend_breaks,
    post_id,
    profile_path,
    real_name,
)
from klout_cli.importers.messages import exchange
from klout_cli.person.rows import Contact, Direction, Draft, Interaction, Level, Owner, Post
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.dates import Moment, day_order, midnight, moment
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.web import links_in, mail_mark

DELETED = Message("deleted member")
OWNER = "owner"
OPEN_ORDER = Bad(Message("day or month first? (--date-order)"))
WITH_ADDRESSES = midnight(2020, 1, 1)
"""Connections of older archives have no profile addresses."""

DIRECTIONS: Mapping[str, Direction] = {"OUTGOING": "out", "INCOMING": "in"}
VOUCHERS = {
    "endorsement": "endorsement received info",
    "recommendation": "recommendations received",
}
NO_POSTS = Message(
    "this LinkedIn archive doesn't include posts, comments or reactions: "
    "ask for the larger data archive, ready within 72 hours"
)
NO_VOUCHERS = Message("endorsements are missing: ask LinkedIn for the larger data archive")
CONNECTIONS_ONLY, BASIC = N_("connections only"), N_("basic archive")

_ARCHIVE = r"(?i)(?:(basic|complete)_)?linkedindataexport(?:_(\d{1,2})-(\d{1,2})-(\d{4}))?"
_OF_A_FEED = r"(?i)linkedin\.com/(?:feed/update|posts)/"
_LIMITED = "(?i)connection|kontakt|container|group|gruppe|private|only"


class LinkedIn(Archive):
    """LinkedIn's "Get a copy of your data" in its generations since 2018, or Connections.csv.

    Connections are read first, because the other files refer to them. Handlers get the date of a
    row too.
    """

    key = network = "linkedin"
    twice_listed = Message("same connection twice")
    harmless = (DELETED,)
    empty_lists = True
    files = FILES

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.key_by_name: dict[str, str] = {}
        self.rows_read: set[tuple[str, ...]] = set()
        self.received: Counter[str] = Counter()
        self.own_names: Counter[str] = Counter()
        self.own_paths: Counter[str] = Counter()
        self.has_addresses = True

    # Which files

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Find folders with a file of LinkedIn's name and header, and renamed connections."""
        exports = [
            export
            for export in super().identify(members, reading)
            if any(has_header(cls.file_of(member), member) for member in export)
        ]
        claimed = {member for export in exports for member in export}
        for member in members:
            named = len(members) == 1 or re.search("connection|kontakt", member.basename)
            if member not in claimed and named and cls._are_connections(member):
                exports.append((member,))
        return exports

    @classmethod
    def _are_connections(cls, member: Member) -> bool:
        known = belongs(member, cls.file_of(member)) or "messag" in member.basename
        return bool(table_of(member)) and not known and has_header(FILES[0], member)

    @classmethod
    def root_of(cls, member: Member, file: File | None, roots: Collection[str]) -> str | None:
        """Take everything in a folder or zip of the archive's name."""
        root = closed_root(member.name, ".*", roots)
        if root is None or re.search(_ARCHIVE, f"{member.container}/{root}"):
            return root
        return root if belongs(member, file, member.name[len(root) :]) else None

    # Reading

    def each(self, values: Values, handle: Callable[..., Iterable[Any] | None]) -> None:
        """Settle the order of day and month by the whole column; times are UTC."""
        rows = list(values)
        cells = [row["at"] for _, row in rows if not isinstance(row, Bad)]
        order = day_order(cells, self.reading.date_order)
        if order == "?" and any(cell.upper().endswith(("AM", "PM")) for cell in cells):
            order = "mdy"  # LinkedIn writes AM and PM in American dates only

        def handle_dated(row: Cells) -> Iterable[Any] | None:
            date = moment(row["at"], self.latest, order)
            if order == "?" and day_order([row["at"]]):
                date = OPEN_ORDER
            if isinstance(date, tuple) and handle != self.messages:
                self.dates.append(date[0])
            return handle(row, date)

        super().each(rows, handle_dated)

    def connections(self, row: Cells, date: Moment | Bad | None) -> Rows:
        """Take one connection; one without a name has left LinkedIn."""
        self.has_addresses &= "url" in row
        name = self.required(_person(row), DELETED)
        folded = fold_name(name)
        key = profile_path(row["url"]) or f"{folded}|{fold(row['company'])}"
        if key in self.rows.contact_keys:
            raise Unusable(self.twice_listed)
        self.key_by_name[folded] = "" if folded in self.key_by_name else key
        since = self._day(date)
        yield _contact(key, row, since)
        yield Interaction(key, "out", "connection", at=since)

    def profile(self, row: Cells, date: object) -> None:
        """Take the owner's name, and whether the profile has a text, a headline and links."""
        handles = tuple(f"x.com/{handle}" for handle in re.findall(r"\w+", row["handles"].lower()))
        self.draft.owner = Owner(name=_person(row))
        self.draft.about = replace(
            self.draft.about,
            bio=bool(row["summary"]) if "summary" in row else None,
            position=bool(row["headline"] or self.draft.about.position),
            links=(*links_in(row["websites"]), *handles) if "websites" in row else None,
            headline=row["headline"].strip(),
        )

    def positions(self, row: Cells, date: object) -> None:
        """Take that there is a position, and where; which one is not kept."""
        about = self.draft.about
        employers = (*(about.employers or ()), row["company"])
        self.draft.about = replace(about, position=True, employers=employers)

    def invitations(self, row: Cells, date: Moment | Bad | None) -> Rows:
        """Take one invitation; its own side names the owner."""
        self._once(row)
        direction = DIRECTIONS.get(row["direction"].upper())
        if direction is None:
            raise Unusable(Message("invitation without a direction"))
        sides = [(row["from"], row["sender"]), (row["to"], row["recipient"])]
        own, other = sides if direction == "out" else reversed(sides)
        self.own_names.update(filter(None, [real_name(own[0])]))
        self.own_paths.update(filter(None, [profile_path(own[1])]))
        yield from self._action(date, direction, "invitation", real_name(other[0]), other[1])

    def shares(self, row: Cells, date: Moment | Bad | None) -> Rows:
        """Take one own post; another's update that is shared without a word is a repost."""
        id = self.once(post_id(row["link"]), Message("no link"))
        at, precision = self.checked(date or Bad(Message("no date")))
        text = mend_breaks(row["text"])
        yield Post(
            id,
            at,
            kind="repost" if not text and re.search(_OF_A_FEED, row["shared"]) else "original",
            public=not re.search(_LIMITED, row["visibility"]),
            text=text,
            url=row["link"],
            precision=precision,
        )

    def endorsement(self, row: Cells, date: Moment | Bad | None) -> Rows:
        """Take one endorsement of a skill that was accepted."""
        direction = self._once(row)
        if row["status"].upper() not in ("", "ACCEPTED"):
            raise Unusable(Message("endorsement not accepted"))
        yield from self._action(date, direction, "endorsement", _person(row), row["url"])

    def recommendation(self, row: Cells, date: Moment | Bad | None) -> Rows:
        """Take one recommendation others can see, and the position of those not connected."""
        direction = self._once(row)
        if row["status"].upper() not in ("", "VISIBLE"):
            raise Unusable(Message("recommendation not visible"))
        yield from self._action(date, direction, "recommendation", _person(row))
        key = self._key(_person(row))
        if key and key not in self.rows.contact_keys:
            yield _contact(key, row)

    def given(self, row: Cells, date: Moment | Bad | None) -> None:
        """Count a comment or reaction given: the file does not say to whom."""
        self.checked(date)

    def messages(self, row: Cells, date: Moment | Bad | None) -> Rows:
        """Take who wrote whom and when; advertising is in the spam folder."""
        if row["folder"].upper() == "SPAM" or row["draft"].upper() == "YES":
            raise Unusable(Message("spam or draft"))
        name, path = self._owner()
        sides = [(row["from"], row["sender"]), *_recipients(row["to"], row["recipient"])]
        sender, *others = (
            OWNER
            if profile_path(url) == path != "" or fold_name(person) == fold_name(name) != ""
            else self._key(real_name(person), url)
            for person, url in sides
        )
        at = date[0] if isinstance(date, tuple) else date
        yield from exchange(sender, others, {OWNER} if name or path else (), at)

    # What they use

    def _once(self, row: Cells) -> Direction:
        """Refuse a row that another part or copy of the file has too; return its direction."""
        direction: Direction = "out" if "given" in self.member.basename else "in"
        cells = (direction, *row.values())
        if cells in self.rows_read:
            raise Unusable(Message("same row twice"))
        self.rows_read.add(cells)
        return direction

    def _day(self, date: Moment | Bad | None) -> int | None:
        """Return a date that nothing hangs on: unusable, it is unknown and noted."""
        if isinstance(date, Bad):
            self.intake.note(Message("date unknown: {reason}", reason=date.reason))
            return None
        return date[0] if date else None

    def _action(
        self, date: Moment | Bad | None, direction: Direction, kind: str, name: str, url: str = ""
    ) -> Rows:
        """Yield one action between the owner and somebody; of a deleted member only the count."""
        self.received[kind] += direction == "in"
        at = self._day(date)
        if partner := self._key(name, url):
            yield Interaction(partner, direction, kind, at=at)
        else:
            yield Note(DELETED)

    def _key(self, name: str, url: str = "") -> str:
        """Return somebody's key: the address, else the name.

        Of a contact who alone has that name it is the contact's, unless an address differs.
        """
        path, folded = profile_path(url), fold_name(name)
        namesake = self.key_by_name.get(folded, "")
        if path in self.rows.contact_keys or not namesake or (path and "|" not in namesake):
            return path or folded
        return namesake

    def _owner(self) -> tuple[str, str]:
        """Return the owner's name and profile, as far as the files read until now say."""
        name = self.draft.owner.name or most_frequent(self.own_names)
        return name, most_frequent(self.own_paths)

    # The end

    def finish(self, members: Sequence[Member]) -> None:
        """Settle owner, date, variant and levels."""
        if not any(self.intakes.values()):  # a list of connections under another name
            for member in members:
                self.read(FILES[0], member)
        draft, (name, path) = self.draft, self._owner()
        address = f"https://www.linkedin.com/{path}" if path else ""
        draft.owner = Owner(address, name, personal=bool(path or name))
        draft.handle = path.partition("/")[2].replace("/", "-") or fold_name(name).replace(" ", "-")
        names = [match for member in members if (match := re.search(_ARCHIVE, member.where))]
        stated = ("{3}-{1}-{2}".format(*match.groups()) for match in names)  # month first in names
        days = filter(None, map(self.known_date, stated))
        draft.exported_at = max(days, default=max(self.dates, default=None))
        draft.variant = self._variant({(match[1] or "").lower() for match in names})
        if draft.variant in (CONNECTIONS_ONLY, BASIC) and not self.intakes["shares"]:
            draft.notes.append(NO_POSTS)
            if not any(self.intakes[file] for file in VOUCHERS.values()):
                draft.lacks["endorsement"] = NO_VOUCHERS

    def _is_readable(self, id: str) -> bool:
        """Return True where there is such a table, and one could be read."""
        return any(not intake.refused for intake in self.intakes[id])

    def _variant(self, parts: Collection[str]) -> str:
        if not any(intakes for id, intakes in self.intakes.items() if id != "connections"):
            return CONNECTIONS_ONLY
        if not self.has_addresses and (self.draft.exported_at or 0) < WITH_ADDRESSES:
            return N_("archive of 2018")
        own = any(map(self._is_readable, ("shares", "comments", "reactions")))
        complete = "complete" in parts or (own and "basic" not in parts)
        return N_("complete archive") if complete else BASIC

    def listed(self, metric: str) -> Collection[str]:
        """Return the keys of the connections."""
        connections = filter(lambda action: action.kind == "connection", self.draft.interactions)
        return [action.partner for action in connections]

    def settle(self, members: Sequence[Member]) -> Iterable[Draft]:
        """Count those who vouched: beside a table of one kind, a missing one means none."""
        drafts = super().settle(members)
        if any(map(self._is_readable, VOUCHERS.values())):
            for kind, file in VOUCHERS.items():
                if self._is_readable(file) or not self.intakes[file]:
                    self.draft.levels.append(Level(f"{kind}s", self.received[kind]))
        return drafts


def _person(row: Cells) -> str:
    """Return the full name of somebody, "" for a deleted member."""
    return real_name(f"{row['first']} {row['last']}")


def _contact(key: str, row: Cells, since: int | None = None) -> Contact:
    """Return a contact, without what statistics programs write into blank cells."""
    position, company = (row[name] if row[name] != "NA" else "" for name in ("position", "company"))
    return Contact(
        key, _person(row), None, position, company, since=since, mail=mail_mark(row["mail"])
    )


def _recipients(names: str, urls: str) -> list[tuple[str, str]]:
    """Return name and address of each; names may contain commas, so addresses decide."""
    addresses = urls.split(",")
    return [(names, urls)] if len(addresses) == 1 else [("", url) for url in addresses]
