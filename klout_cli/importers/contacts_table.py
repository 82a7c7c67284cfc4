"""contacts.csv: what no export tells about the people around a person."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from klout_cli.files.container import Member
from klout_cli.importers.archive import Archive, Claims, File, Unusable
from klout_cli.person.rows import Contact, Draft
from klout_cli.values.aliases import is_total, whole_table
from klout_cli.values.cells import count_column, rate_column
from klout_cli.values.handles import account_of
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.tables import kind_of_table

NEEDED = ("name", "account", "followers", "reputation")


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
        """Decide about whole columns, then take row by row."""
        lines, columns = whole_table(member, self.intake, self.reading, NEEDED)
        decimal, cells = self.reading.decimal, dict[str, Sequence[Any]](columns)
        if followers := columns.get("followers"):
            cells["followers"] = count_column(followers, decimal).read(followers, self.intake)
        if values := columns.get("reputation"):
            rates = rate_column(values, decimal, member.where, "reputation", 0, 100)
            cells["reputation"] = rates.read(values, self.intake)
        rows = (dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True))
        self.each(zip(lines, rows, strict=True), self.contact)

    def contact(self, row: dict[str, Any]) -> None:
        """Take one contact."""
        name, handle = (row.get(column, "").strip() for column in ("name", "account"))
        handle = handle.removeprefix("@")
        if is_total(name) or is_total(handle):
            raise Unusable("looks like a total")
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
