"""Files of several tables, with blank lines between them and comments above them."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import Table, open_table

PADDING = " \t\r\n,;"
"""What a spreadsheet leaves of a blank line, or puts behind a comment."""


class Block(Struct):
    """One table of a file: the comments above it, where it starts, and its lines."""

    remarks: list[str]
    start: int
    lines: list[str]

    def table(
        self, member: Member, intake: Intake, known: Mapping[str, Collection[str]]
    ) -> Table | None:
        """Open it as `open_table` does, with the lines of the whole file."""
        table = open_table(member.holding("".join(self.lines).encode()), intake, known, ())
        if table:
            table.rows = ((self.start + line - 1, cells) for line, cells in table.rows)
        return table


def blocks(source: Iterable[str]) -> Iterator[Block]:
    """Split a file at its blank lines.

    Above a table "#" begins a comment, within one it may begin a caption.
    """
    block = Block([], 0, [])
    for number, line in enumerate(source, start=1):
        blank = not line.strip(PADDING)
        if block.lines and blank:
            yield block
            block = Block([], 0, [])
        elif block.lines or not (blank or line.startswith("#")):
            block.start = block.start or number
            block.lines.append(line)
        elif not blank:
            block.remarks.append(line.strip(PADDING))
    if block.lines:
        yield block
