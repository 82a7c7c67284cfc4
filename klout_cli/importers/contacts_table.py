"""contacts.csv: what no export tells about the people around a person (interface §4.

Standing: method §4.1).
"""

from collections.abc import Sequence
from pathlib import PurePosixPath

from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.importers.sources import described
from klout_cli.person.rows import Contact, Draft, Export
from klout_cli.values.aliases import account_of, is_total, table_kind, whole_table
from klout_cli.values.cells import count_column, rate_column
from klout_cli.values.reading import PLAIN, Reading

VARIANT = "contacts table"
NO_NAME = Bad("no name and no handle")
TOTAL = "looks like a total"


class ContactsTable:
    """The reputation, reach and expertise of contacts, as the person knows them."""

    network = "table"
    source, feeds = described("contacts_table")

    def identify(
        self, members: Sequence[Member], reading: Reading = PLAIN
    ) -> list[tuple[Member, ...]]:
        """Claim tables of names or handles with reputation, expertise or followers."""
        return [(member,) for member in members if table_kind(member, reading) == "contacts"]

    def extract(self, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read contacts into one export for each network named."""
        (member,) = members
        file = Draft("other", VARIANT)
        file.handle = PurePosixPath(member.name).stem
        drafts: dict[str, Draft] = {}
        with file.reading(member.where) as intake:
            drafts = _contacts(member, intake, reading)
        if not drafts:
            return [file.finish()]
        exports = [drafts[network] for network in sorted(drafts)]
        exports[0].intakes, exports[0].faults = file.intakes, file.faults
        return [draft.finish() for draft in exports]


def _contacts(member: Member, intake: Intake, reading: Reading) -> dict[str, Draft]:
    lines, columns = whole_table(
        member, intake, reading, ("name", "account", "followers", "reputation")
    )
    blank = [""] * len(lines)
    texts = {
        name: list(map(str.strip, columns.get(name, blank)))
        for name in ("name", "account", "network", "expertise")
    }
    numbers = columns.get("followers", blank), columns.get("reputation", blank)
    followers = count_column(numbers[0], reading.decimal).read(numbers[0], intake)
    reputations = rate_column(numbers[1], reading.decimal, member.where, "reputation", 0, 100).read(
        numbers[1], intake
    )
    drafts: dict[str, Draft] = {}
    for row, line in enumerate(lines):
        name, handle = texts["name"][row], texts["account"][row].removeprefix("@")
        if is_total(name) or is_total(handle):
            intake.skip(line, TOTAL)
            continue
        contact = intake.row(
            Contact,
            line,
            key=handle or name or NO_NAME,
            name=name,
            followers=followers[row],
            reputation=reputations[row],
            expertise=texts["expertise"][row],
        )
        if contact is not None:
            network, _ = account_of(texts["network"][row], "", "")
            drafts.setdefault(network, Draft(network, VARIANT)).contacts.append(contact)
    return drafts
