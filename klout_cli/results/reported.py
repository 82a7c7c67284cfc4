"""What is told of files and of a score."""

from collections.abc import Mapping

from msgspec import Struct

from klout_cli.results.judged import Hint, Judgement, ModelName, OnTopic, Score
from klout_cli.results.measured import Fact, Input, Measurement, Snapshot


class LedgerRow(Struct, frozen=True):
    """What became of one file: read = used + skipped.

    `examples` are (line, reason) of the first skipped rows.
    """

    file: str
    read: int
    used: int
    skipped: int
    reasons: Mapping[str, int]
    notes: Mapping[str, int] = {}
    examples: tuple[tuple[str, str], ...] = ()


class SnapshotWithLedger(Struct, frozen=True):
    """A snapshot, and the ledger and warnings of its files, which no history stores."""

    snapshot: Snapshot
    ledger: tuple[LedgerRow, ...] = ()
    warnings: tuple[str, ...] = ()


class StoredSnapshot(Struct, frozen=True):
    """A snapshot in the history: its running number, and the score a model published of it."""

    id: int
    snapshot: Snapshot
    model: ModelName
    score: Score

    @property
    def value(self) -> float:
        """The score that was published."""
        return self.score.value

    @property
    def person(self) -> str:
        """Whose it is: the name, or the first account where no export tells one."""
        return self.snapshot.person or self.snapshot.measured[0].id

    @property
    def names(self) -> frozenset[str]:
        """What the person goes by in this snapshot."""
        return self.snapshot.names


class Report(Struct, frozen=True):
    """Everything `klout score` knows at its end; renderers only turn it into text."""

    model: ModelName
    person: str
    as_of: str
    judgement: Judgement
    on_topic: OnTopic | None
    traits: tuple[Measurement, ...]
    inputs: tuple[Input, ...]
    ledger: tuple[LedgerRow, ...]
    warnings: tuple[str, ...]
    hints: tuple[Hint, ...] = ()
    together: float | None = None
    """The gain of all hints at once, by one rescore: gains do not add."""
    landmarks: tuple[tuple[float, str, int], ...] = ()
    """Where others stood on this scale: (score, who, year)."""
    redacted: bool = False

    def trait(self, id: str) -> Mapping[str, Fact] | None:
        """Return the facts of one trait, None where they are not known."""
        return next(
            (
                found.facts
                for found in self.traits
                if found.factor == id and found.state == "measured"
            ),
            None,
        )


class FactorSupply(Struct, frozen=True):
    """Whether an export can feed a factor, and why not."""

    factor: str
    title: str
    feeds: bool
    reason: str


class Inspection(Struct, frozen=True):
    """What one export is: variant, owner, date, tables with their rows, and which factors it can feed."""

    network: str
    variant: str
    account: str
    owner: str
    exported_at: str | None
    rows: Mapping[str, int]
    supplies: tuple[FactorSupply, ...]
    ledger: tuple[LedgerRow, ...]
    notes: tuple[str, ...] = ()


class Source(Struct, frozen=True):
    """Where a person asks for an export, what it holds and what it cannot (`klout sources`)."""

    network: str
    title: str
    where: str
    format: str
    takes: str
    holds: str
    lacks: str
