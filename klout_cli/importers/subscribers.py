"""Lists of a newsletter's subscribers: they are counted, and nothing of who they are is kept."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import open_table
from klout_cli.values.dates import moment
from klout_cli.values.reading import Reading

NO_ADDRESS = "no e-mail address"
AGAIN = "addresses that stand there again, counted once"
GETS_NONE = "people who get no e-mails (any more), not counted"

COLUMNS = {
    "address": {"email", "email address", "e mail"},
    "since": {"created at", "timestamp", "optin time"},
    "ended": {"deleted at", "unsubscribed at", "unsub time", "clean time"},
    "wanted": {"subscribed to emails"},
    "refused": {"email disabled"},
    "status": {"status"},
}
# What a cell of these columns says of somebody who gets no e-mails.
GONE: Mapping[str, Callable[[str], bool]] = {
    "ended": lambda cell: cell != "",
    "wanted": lambda cell: cell in ("false", "0", "no"),
    "refused": lambda cell: cell in ("true", "1", "yes"),
    "status": lambda cell: cell not in ("", "active"),
}


class Counted(Struct, frozen=True):
    """How many different people a list holds, the newest date in it (Unix seconds), and whether every row could be read."""

    people: int
    newest: int | None
    whole: bool


def count_subscribers(member: Member, intake: Intake, reading: Reading) -> Counted:
    """Count the people of a list who get the e-mails.

    Raises InputError where it has no column of addresses.
    """
    table = open_table(member, intake, COLUMNS, ("address",), reading.encoding)
    if table is None:
        raise InputError(
            "no column of e-mail addresses", member.where, "use the file as it was downloaded"
        )
    address, since = table.columns["address"], table.columns.get("since")
    gone = [(table.columns[name], says) for name, says in GONE.items() if name in table.columns]
    people: set[str] = set()
    newest = ""
    for line, cells in table.rows:
        person = "" if isinstance(cells, Bad) else cells[address].strip().casefold()
        if isinstance(cells, Bad) or not person:
            intake.skip(line, cells.reason if isinstance(cells, Bad) else NO_ADDRESS)
            continue
        intake.use()
        if person in people:
            intake.note(AGAIN)
        elif any(says(cells[index].strip().lower()) for index, says in gone):
            intake.note(GETS_NONE)
        else:
            people.add(person)
            newest = newest if since is None else max(newest, cells[since])
    found = moment(newest, reading.latest)
    return Counted(len(people), found[0] if isinstance(found, tuple) else None, not intake.reasons)
