"""The posts table: any network, any spreadsheet, one row a post or a period."""

from collections.abc import Sequence
from itertools import islice

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Bad, Intake
from klout_cli.files.table import Table, open_table
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Claims, File
from klout_cli.importers.posts_accounts import VARIANT, Accounts
from klout_cli.importers.posts_rows import COUNTS, Marks, PostRows
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.aliases import aliases
from klout_cli.values.dates import day_order, excel_serial, moment
from klout_cli.values.layout import Layout, open_layout, read_layout
from klout_cli.values.numbers import decimal_mark
from klout_cli.values.plain_tables import plain_tables
from klout_cli.values.reading import PLAIN, Reading
from klout_cli.values.tables import kind_of_table

SAMPLED = 2000


class PostsTable(Archive):
    """Posts of any network in a table a person or a tool keeps.

    Several accounts in one file are several exports.
    """

    key = "posts_table"
    network = "table"
    variant = VARIANT
    dated_by = ()
    files = (File("table", whole=True),)

    @classmethod
    def identify(cls, members: Sequence[Member], reading: Reading = PLAIN) -> Claims:
        """Claim tables whose columns are those of posts, or of days and months with posts."""
        return [(member,) for member in members if cls._tables(member, reading)]

    @staticmethod
    def _tables(member: Member, reading: Reading) -> list[Member]:
        """Return the tables of posts in a file: one of a CSV, any number of a spreadsheet's."""
        tables = plain_tables(member, reading)
        return [table for table in tables if kind_of_table(table, reading) == "posts"]

    def begin(self, members: Sequence[Member]) -> None:
        """Begin without accounts; one that nothing names is called as the file is."""
        self.accounts = Accounts(members[0].name)
        self.draft.network, self.draft.handle = "other", self.accounts.stem

    def table(self, member: Member) -> None:
        """Read each table by what the first rows settle about each column.

        Should a later row contradict, once more by what all rows settle.
        """
        parts = self._tables(member, self.reading)
        if not parts:
            open_table(member, Intake(""), {}, (), self.reading.encoding)
            raise InputError(
                N_("this table has no columns of posts"), member.where, f"klout map {member.name}"
            )
        for part in parts:
            layout = read_layout(part, self.reading)
            if layout is None:
                continue
            self.intake.columns += layout.decisions
            if intake := self._read(part, layout, SAMPLED) or self._read(part, layout, None):
                self.intake.add(intake)
        self.drafts = self.accounts.finish()

    def _read(self, member: Member, layout: Layout, sampled: int | None) -> Intake | None:
        """Read a table by what `sampled` rows settle (None: all); None where they do not."""
        intake, encoding = Intake(self.member.where), self.reading.encoding
        sample = open_layout(member, Intake(""), layout, encoding)
        marks = _settle(sample, self.reading, sampled)
        if marks is None:
            return None
        table = open_layout(member, intake, layout, encoding)
        _decide(marks, table, member.where)
        rows = PostRows(table, layout, marks, self.reading, intake, Accounts(member.name))
        for block in table.blocks:
            rows.add(block)
            if sampled is not None and rows.contradicted:
                return None
        rows.finish()
        self.accounts.take(rows.accounts)
        return intake


def _settle(table: Table, reading: Reading, sampled: int | None) -> Marks | None:
    """Look at rows for what settles a column.

    None where the sample leaves open what rows behind it might settle.
    """
    names = [name for name in (*COUNTS, "views", "posts", "followers") if name in table.columns]
    marks = Marks(dict.fromkeys(names, reading.decimal), reading.date_order)
    counts = [(name, table.columns[name]) for name in names]
    date = table.columns["date"]
    for _, cells in islice(table.rows, sampled):
        if isinstance(cells, Bad):
            continue
        if marks.order in ("", "?"):
            marks.order = day_order((cells[date],)) or marks.order
        if not marks.dated:
            marks.dated = isinstance(moment(cells[date], reading.latest, "dmy"), tuple)
            serial = excel_serial(cells[date], reading.latest)
            marks.serials = marks.serials or isinstance(serial, tuple)
        for name, index in counts:
            cell = cells[index]
            if not marks.counts[name] and ("," in cell or "." in cell):
                marks.counts[name] = decimal_mark((cell,))
    return None if marks.open and next(table.rows, None) else marks


def _decide(marks: Marks, table: Table, where: str) -> None:
    """Let the header's language or tool, or `;`, settle an open order of day and month.

    Raises InputError for what stays open (case D1). Day numbers are dates where nothing else is.
    """
    header = frozenset(map(fold, table.header))
    if marks.order == "?" and header & aliases().month_first:
        marks.order = "mdy"
    if marks.order == "?" and (table.delimiter == ";" or header & aliases().day_first):
        marks.order = "dmy"
    if marks.order == "?":
        what = N_("is 03/04/2026 in this table 3 April or 4 March?")
        raise InputError(what, where, N_("give --date-order dmy or mdy"))
    marks.dated = marks.dated or marks.serials
