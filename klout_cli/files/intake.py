"""Count what becomes of each row of a file: read = used + skipped, and nothing is lost."""

from collections import Counter
from collections.abc import Sequence
from itertools import repeat
from typing import Any, TypeVar

from msgspec import Struct

from klout_cli.errors import InputError
from klout_cli.results import LedgerRow

EXAMPLES_KEPT = 20


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
        self.reasons: Counter[str] = Counter()
        self.notes: Counter[str] = Counter()
        self.examples: list[tuple[str, str]] = []
        self.columns: tuple[tuple[str, str, str], ...] = ()

    def row(self, kind: type[RowT], line: object, /, **values: Any) -> RowT | None:
        """Make one row, or skip and count it when a value of it is `Bad`.

        `line` is its place in the file.
        """
        for value in values.values():
            if type(value) is Bad:
                self.skip(line, value.reason)
                return None
        self.use()
        return kind(**values)

    def rows(
        self, kind: type[RowT], lines: Sequence[object], /, **columns: Sequence[Any]
    ) -> list[RowT | None]:
        """Make rows of whole columns, as `row` does of values, at a third of its cost.

        A row with a `Bad` in it is None.
        """
        if any(Bad in map(type, column) for column in columns.values()):
            cells = zip(*columns.values(), strict=True)
            return [
                self.row(kind, line, **dict(zip(columns, row, strict=True)))
                for line, row in zip(lines, cells, strict=True)
            ]
        self.use(len(lines))
        defaults = dict(
            zip(reversed(kind.__struct_fields__), reversed(kind.__struct_defaults__), strict=False)
        )
        return list(
            map(
                kind,
                *(
                    columns[name] if name in columns else repeat(defaults[name])
                    for name in kind.__struct_fields__
                ),
            )
        )

    def use(self, count: int = 1) -> None:
        """Count rows that are used without becoming a row of their own, such as follower ids."""
        self.read += count
        self.used += count

    def skip(self, line: object, reason: str, count: int = 1) -> None:
        """Count rows that are not used, by reason."""
        self.read += count
        self.reasons[reason] += count
        if len(self.examples) < EXAMPLES_KEPT:
            self.examples.append((str(line), reason))

    def note(self, what: str, count: int = 1) -> None:
        """Count what is worth saying and costs no row: unknown cells, replaced bytes."""
        self.notes[what] += count

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
        self.read, self.used, self.refused = 0, 0, True
        self.reasons.clear()
        self.examples.clear()
        self.skip(fault.where.removeprefix(self.file).lstrip(":"), fault.what, count)

    def ledger(self) -> LedgerRow:
        """Freeze the counts."""
        return LedgerRow(
            self.file,
            self.read,
            self.used,
            self.read - self.used,
            dict(self.reasons),
            dict(self.notes),
            tuple(self.examples),
            self.columns,
        )
