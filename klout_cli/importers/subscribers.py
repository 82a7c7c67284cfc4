"""Lists of a newsletter's subscribers: they are counted, and nothing of who they are is kept."""

from msgspec import Struct

from klout_cli.importers.container import Member
from klout_cli.importers.dates import moment
from klout_cli.importers.interface import Reading
from klout_cli.importers.table import records
from klout_cli.profile.rows import Intake

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
NO, YES = frozenset(("false", "0", "no")), frozenset(("true", "1", "yes"))


class Counted(Struct, frozen=True):
    """How many different people a list holds, the newest date in it (Unix seconds), and whether every row could be read."""

    people: int
    newest: int | None
    whole: bool


def count_subscribers(member: Member, intake: Intake, reading: Reading) -> Counted:
    """Count the people of a list who get the e-mails. Raises InputError where it has no column of addresses."""
    people: set[str] = set()
    newest = ""
    for line, row in records(member, intake, COLUMNS, ("address",), reading.encoding):
        address = row["address"].casefold()
        if not address:
            intake.skip(line, NO_ADDRESS)
            continue
        intake.use()
        if address in people or _gets_none(row):
            intake.note(AGAIN if address in people else GETS_NONE)
        else:
            people.add(address)
            newest = max(newest, row.get("since", ""))
    found = moment(newest, reading.latest)
    return Counted(len(people), found[0] if isinstance(found, tuple) else None, not intake.reasons)


def _gets_none(row: dict[str, str]) -> bool:
    return (
        bool(row.get("ended"))
        or row.get("wanted", "").lower() in NO
        or row.get("refused", "").lower() in YES
        or row.get("status", "active").lower() != "active"
    )
