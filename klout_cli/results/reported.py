"""Reports on files and scores."""

from collections.abc import Mapping

from msgspec import Struct

from klout_cli.results.judged import Hint, Judgement, ModelName, OnTopic, Score
from klout_cli.results.measured import Fact, Input, Measurement, Snapshot


class LedgerRow(Struct, frozen=True):
    """The outcome of one file: read = used + skipped.

    `examples` are (line, reason) of the first skipped rows, `columns` of a person's own table are
    (name, what it is read as, what else it could be).
    """

    file: str
    read: int
    used: int
    skipped: int
    reasons: Mapping[str, int]
    notes: Mapping[str, int] = {}
    examples: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, str, str], ...] = ()


class SnapshotWithLedger(Struct, frozen=True):
    """A snapshot with the ledger and warnings of its files, which aren't stored."""

    snapshot: Snapshot
    ledger: tuple[LedgerRow, ...] = ()
    warnings: tuple[str, ...] = ()


class StoredSnapshot(Struct, frozen=True):
    """A snapshot in the history: its number, and the score a model published of it."""

    id: int
    snapshot: Snapshot
    model: ModelName
    score: Score

    @property
    def as_of(self) -> str:
        """The date of the score; one without any is never stored."""
        return self.snapshot.as_of or ""

    @property
    def value(self) -> float:
        """The published score."""
        return self.score.value

    @property
    def person(self) -> str:
        """The person's name, or the first account if no export has one."""
        return self.snapshot.person or self.snapshot.measured[0].id

    @property
    def names(self) -> frozenset[str]:
        """The names the person goes by in this snapshot."""
        return self.snapshot.names


class Report(Struct, frozen=True):
    """Everything `klout score` computes; renderers only turn it into text."""

    model: ModelName
    person: str
    as_of: str | None
    judgement: Judgement
    on_topic: OnTopic | None
    traits: tuple[Measurement, ...]
    inputs: tuple[Input, ...]
    ledger: tuple[LedgerRow, ...]
    warnings: tuple[str, ...]
    hints: tuple[Hint, ...] = ()
    together: float | None = None
    """The joint gain of all hints, by one rescore: gains don't add up."""
    landmarks: tuple[tuple[float, str, int], ...] = ()
    """Where others were on this scale: (score, name, year)."""
    redacted: bool = False

    def trait(self, id: str) -> Mapping[str, Fact] | None:
        """Return the facts of one trait, None if unknown."""
        return next(
            (
                trait.facts
                for trait in self.traits
                if trait.factor == id and trait.state == "measured"
            ),
            None,
        )


class FactorSupply(Struct, frozen=True):
    """Whether an export supports a factor, and why not."""

    factor: str
    title: str
    feeds: bool
    reason: str


class Inspection(Struct, frozen=True):
    """What one export is: variant, owner, date, tables with rows, and usable factors."""

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
    """Where to request an export, what it includes and what it can't."""

    network: str
    title: str
    where: str
    format: str
    takes: str
    holds: str
    lacks: str
