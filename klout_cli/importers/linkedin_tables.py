"""LinkedIn: the tables of an archive, known by their names, and what they call their columns."""

import re
from contextlib import suppress

from msgspec import field

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import open_table
from klout_cli.files.text import fold
from klout_cli.importers.archive import File, Table, Values
from klout_cli.importers.declared import Columns
from klout_cli.importers.vocabulary import words_of
from klout_cli.translation import Message
from klout_cli.values.dates import midnight, moment
from klout_cli.values.reading import Reading

COLUMNS = words_of("linkedin")
CONNECTIONS = {**COLUMNS, **words_of("linkedin_connections")}
SHARES = {**COLUMNS, **words_of("linkedin_shares")}
CLOSED = words_of("linkedin_closed")
PERSON_AND_DATE, PERSON_AND_TEXT = ("first", "last", "at"), ("first", "last", "text")

_ENDINGS = (".csv", ".tsv", ".txt")
_COPY = r"(?: (?:\d+|copy|kopie|de|en))+$"


def table_of(member: Member) -> str:
    """Return the folded name of a table without marks of copies and parts.

    `Connections (1).csv` is "connections"; what is no table is "".
    """
    stem, _, _ = member.basename.rpartition(".")
    return re.sub(_COPY, "", fold(stem)) if member.basename.endswith(_ENDINGS) else ""


class Listing(Table, frozen=True):
    """A table named after its id, whatever is in it; the header is below any notes."""

    columns: Columns = field(default_factory=lambda: COLUMNS)

    def matches(self, member: Member, reading: Reading) -> bool:
        """Match the name alone: a damaged file of an archive belongs to it too."""
        return table_of(member) == self.id


class Given(Listing, frozen=True):
    """Comments and reactions given, of which the further lines of a comment may be unquoted."""

    def values(self, member: Member, intake: Intake, encoding: str) -> Values:
        """Yield the rows; a line without a date and a link goes on with the comment above."""
        for line, row in super().values(member, intake, encoding):
            whole = isinstance(row, Bad) or "linkedin.com/" in row["link"]
            if whole or not isinstance(moment(row["at"], midnight(9999, 1, 1)), Bad):
                yield line, row
            else:
                intake.note(Message("further lines of a comment"))


# Connections come first, because the other files refer to them.
FILES = (
    Listing("connections", columns=CONNECTIONS, needed=PERSON_AND_DATE, lists="connections"),
    Listing("profile", needed=("first", "last", "headline")),
    Listing("invitations", needed=("from", "to", "direction")),
    Listing("shares", columns=SHARES, needed=("at", "link")),
    Listing("endorsement received info", "endorsement", needed=PERSON_AND_DATE),
    Listing("endorsement given info", "endorsement", needed=PERSON_AND_DATE),
    Listing("recommendations received", "recommendation", needed=PERSON_AND_TEXT),
    Listing("recommendations given", "recommendation", needed=PERSON_AND_TEXT),
    Given("comments", "given", needed=("at", "link"), proves=False),
    Given("reactions", "given", needed=("at", "link"), proves=False),
    Listing("positions", needed=("company", "title"), proves=False),
    Listing("messages", needed=("from", "to", "at"), proves=False, private=True),
)


def belongs(member: Member, file: File | None, below: str = "") -> bool:
    """Tell the tables and folders of an archive by their names, of which most stay closed.

    `below` is the path from the archive's folder.
    """
    folder, inside, _ = below.lower().partition("/")
    if inside:
        return folder in CLOSED["folders"]
    return file is not None or table_of(member) in CLOSED["tables"]


def has_header(file: File | None, member: Member) -> bool:
    """Return True for a file that proves an archive: a line near the top has the columns needed."""
    with suppress(InputError):
        return (
            isinstance(file, Listing)
            and file.proves
            and open_table(member, Intake(""), file.columns, file.needed) is not None
        )
    return False
