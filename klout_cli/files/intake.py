"""Count what becomes of each row of a file: read = used + skipped, and nothing is lost."""

from collections import Counter
from collections.abc import Sequence
from itertools import repeat
from typing import Any, TypeVar

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.files.limits import Allowance
from klout_cli.results import LedgerRow
from klout_cli.translation import Message

EXAMPLES_KEPT = 20
MOST_USELESS = 100_000  # rows of a file, if none before them is used


class Bad(Struct, frozen=True):
    """A value that is there but cannot be used; its reason becomes the count in the ledger."""

    reason: str


RowT = TypeVar("RowT", bound=Struct)


class Intake:
    """Counts what becomes of each row of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.read = 0
        self.used = 0
        self.refused = False
        self.allowance: Allowance | None = None
        self.reasons: Counter[str] = Counter()
        self.notes: Counter[str] = Counter()
        self.examples: list[tuple[str, str]] = []
        self.columns: tuple[tuple[str, str, str], ...] = ()

    def rows(
        self, kind: type[RowT], lines: Sequence[object], /, **columns: Sequence[Any]
    ) -> list[RowT | None]:
        """Make rows of whole columns, at a third of the cost of one after the other.

        A row with a `Bad` in it is skipped, and None.
        """
        bad: dict[int, str] = {}
        for column in columns.values():
            if Bad in map(type, column):
                for index, value in enumerate(column):
                    if type(value) is Bad:
                        bad.setdefault(index, value.reason)
        for index in sorted(bad):
            self.skip(lines[index], bad[index])
        self.use(len(lines) - len(bad))
        names, defaults = kind.__struct_fields__, kind.__struct_defaults__
        by_name = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
        cells = (columns[name] if name in columns else repeat(by_name[name]) for name in names)
        rows: list[RowT | None] = list(map(kind, *cells))
        for index in bad:
            rows[index] = None
        return rows

    def use(self, count: int = 1) -> None:
        """Count rows that are used without becoming a row of their own, such as follower ids."""
        self._count(count)
        self.used += count

    def _count(self, count: int) -> None:
        self.read += count
        self.spend(count / 2)

    def spend(self, rows: float) -> None:
        """Take rows from what a small archive may have: half for reading one, half for using it.

        Raises InputError where none are left.
        """
        if self.allowance:
            self.allowance.spend(rows, self.file)

    def skip(self, line: object, reason: str, count: int = 1) -> None:
        """Count rows that are not used, by reason.

        Raises InputError where many rows come one by one and none can be used.
        """
        self._count(count)
        self.reasons[reason] += count
        if len(self.examples) < EXAMPLES_KEPT:
            self.examples.append((str(line), reason))
        if count == 1 and not self.used and self.read > MOST_USELESS:
            what = Message("none of the first {n} rows can be used", n=MOST_USELESS)
            raise InputError(what, self.file, Message("download or save it again"))

    def note(self, what: str, count: int = 1) -> None:
        """Count what is worth saying and costs no row: unknown cells, replaced bytes."""
        self.notes[what] += count

    def note_first(self, note: Message, count: int) -> None:
        """Count what several places of a file may have; the note has the first of them."""
        same = (one for one in self.notes if getattr(one, "template", "") == note.template)
        self.note(next(same, note), count)

    def add(self, other: "Intake") -> None:
        """Add the counts of a part of the file."""
        self.read += other.read
        self.used += other.used
        self.reasons.update(other.reasons)
        self.notes.update(other.notes)
        self.examples += other.examples[: EXAMPLES_KEPT - len(self.examples)]

    def refuse(self, fault: InputError) -> None:
        """Count everything read so far as skipped because of `fault`: nothing of it is used."""
        count = max(1, self.read)
        self.read, self.used, self.refused, self.allowance = 0, 0, True, None
        self.reasons.clear()
        self.examples.clear()
        self.skip(fault.where.removeprefix(self.file).lstrip(":"), fault.what, count)

    def ledger(self) -> LedgerRow:
        """Freeze the counts."""
        counts = self.read, self.used, self.read - self.used
        reasons, notes, examples = dict(self.reasons), dict(self.notes), tuple(self.examples)
        return LedgerRow(self.file, *counts, reasons, notes, examples, self.columns)
