"""The screens: contents and order; `layout` arranges them."""

from collections.abc import Iterator, Mapping, Sequence

from klout_cli.reports.comparison import comparison_blocks, trend_blocks
from klout_cli.reports.displayed import scale
from klout_cli.reports.facts import count, percent
from klout_cli.reports.hints import best
from klout_cli.reports.layout import Block, Note, Pairs, Table, arrange
from klout_cli.reports.names import BREAKDOWN, factor_title, network_title
from klout_cli.reports.person import (
    LIMITS,
    accounts_table,
    alerts,
    beside,
    headline,
    method,
    named,
    narrowing,
    not_scored,
    skipped,
    unmeasured,
    what_makes_it,
    whose,
    why,
)
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import NO_NUMBER, likely, score_text
from klout_cli.reports.screen import Screen
from klout_cli.results import (
    Comparison,
    Inspection,
    LedgerRow,
    ModelName,
    Report,
    Source,
    StoredSnapshot,
    Trend,
)
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _

NEXT = (
    ("klout inspect PATH...", "what each export holds and which factors it can feed"),
    ("klout sources", "where to ask for the exports that are missing"),
    ("klout score PATH... -v", "every skipped row with its reason"),
)


class Terminal:
    """Screens for one `Screen`; `inspection` and `sources` have no other format."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def score(self, report: Report) -> str:
        """Return the score screen."""
        judgement = report.judgement
        blocks = [
            headline(judgement.score),
            whose(report),
            scale(report, self.screen),
            what_makes_it(judgement),
            narrowing(report),
            accounts_table(judgement),
            beside(report),
            not_scored(judgement),
            *best(report),
            *unmeasured(judgement),
            *skipped(report.ledger, self.screen.verbose),
            alerts(report),
            method(report.model),
            Note("Limits", (LIMITS,), "quiet"),
            Pairs(NEXT, "Next"),
        ]
        return arrange(blocks, self.screen)

    def dossier(self, dossier: Dossier) -> str:
        """Return the score screen."""
        return self.score(dossier.report)

    def demo(self, report: Report, comparison: Comparison) -> str:
        """Return the sample person's score screen, and the change since the older date."""
        return self.score(report) + "\n" + arrange([*comparison_blocks(comparison)], self.screen)

    def comparison(self, comparison: Comparison) -> str:
        """Return the change between two dates, and the method of both scores."""
        return arrange(
            [
                *comparison_blocks(comparison),
                method(comparison.model),
                Note("Limits", (LIMITS,), "quiet"),
            ],
            self.screen,
        )

    def trend(self, trend: Trend) -> str:
        """Return the score over many dates."""
        return arrange(
            [
                *trend_blocks(trend, self.screen.plain),
                method(trend.model),
                Note("Limits", (LIMITS,), "quiet"),
            ],
            self.screen,
        )

    def ranking(
        self,
        people: Sequence[Mapping[str, object]],
        total: int,
        model: ModelName,
        ledger: Sequence[LedgerRow],
    ) -> str:
        """Return people with score, interval and breakdown.

        `people` are rows of population.rank, `total` the number of people.
        """
        rows = tuple(_ranked(person) for person in people)
        note = (
            f"the first {count(len(people))} of {count(total)} people; -o FILE writes all"
            if total > len(people)
            else ""
        )
        blocks = [
            Table(("Rank", "Person", "Score", "Likely", "Measured", "What makes it"), rows),
            Note("Shown", (note,) if note else (), "quiet"),
            *skipped(ledger, self.screen.verbose),
            Pairs((named(model),)),
            Note("Limits", (LIMITS,), "quiet"),
        ]
        return arrange(blocks, self.screen)

    def history(self, stored: Sequence[StoredSnapshot]) -> str:
        """Return the stored snapshots, with scores as published."""
        nothing = () if stored else ("nothing is kept yet; klout score FILE... keeps a snapshot",)
        header = ("No.", "Date", "Person", "Score", "Likely", "Model", "Accounts")
        return arrange(
            [Table(header, tuple(map(_history_row, stored))), Note("History", nothing)], self.screen
        )

    def inspection(
        self,
        inspections: Sequence[Inspection],
        others: Sequence[LedgerRow] = (),
        refused: Sequence[str] = (),
    ) -> str:
        """Return what each export is, the factors it supports, and every skipped row.

        Files that aren't exports follow.
        """
        blocks = [block for inspection in inspections for block in _inspection(inspection)]
        if self.screen.verbose:
            ledger = (row for inspection in inspections for row in inspection.ledger)
            blocks += [_columns(row) for row in ledger if row.columns]
        files = tuple(
            (safe(row.file), safe(reason))
            for row in others
            for reason in (*row.reasons, *row.notes)
        )
        blocks += [
            Pairs(files, "Not used"),
            Note("Warning", tuple(safe(fault, 400) for fault in refused), "alert"),
        ]
        return arrange(blocks, self.screen)

    def sources(self, sources: Sequence[Source]) -> str:
        """Return how to get one network's exports in full; for several, a list."""
        if len({source.network for source in sources}) == 1:
            return arrange([_source(source) for source in sources], self.screen)
        rows = tuple((source.title, source.network, source.takes) for source in sources)
        return arrange(
            [
                Table(("Export", "Network", "Takes"), rows),
                Pairs(
                    (
                        (
                            "klout sources NETWORK",
                            "where to ask for it, in which format, what it holds and what it "
                            "cannot",
                        ),
                    ),
                    "Next",
                ),
            ],
            self.screen,
        )


def _ranked(person: Mapping[str, object]) -> tuple[str, ...]:
    """Return one row of a ranking; people without a score come last, unnumbered."""
    name, value = safe(str(person["person"])), person["score"]
    if not isinstance(value, float):
        return "", name, "", "", "", "no account with a known audience"
    low, high, measured = (float(str(person[column])) for column in ("low", "high", "measured"))
    points = apportion([float(str(person[id] or 0)) for id in BREAKDOWN], value, 1)
    lines = ", ".join(
        f"{factor_title(id)} {part:+.1f}".replace("-", "−")
        for id, part in zip(BREAKDOWN, points, strict=True)
        if part
    )
    likely = f"{half_up(low):.0f}–{half_up(high):.0f}"
    if person["quality"] == "first_impression":
        return str(person["rank"]), name, likely, likely, percent(measured), NO_NUMBER
    number = f"{half_up(value, 1):.1f}"
    return str(person["rank"]), name, number, likely, percent(measured), lines


def _history_row(stored: StoredSnapshot) -> tuple[str, ...]:
    score, model = stored.score, f"{safe(stored.model.name)} {stored.model.version}"
    networks = ", ".join(
        dict.fromkeys(network_title(account.network) for account in stored.snapshot.measured)
    )
    return (
        str(stored.id),
        stored.as_of,
        safe(stored.person),
        score_text(score),
        likely(score),
        model,
        networks,
    )


def _inspection(inspection: Inspection) -> Iterator[Block]:
    title = f"{network_title(inspection.network)}: {safe(inspection.variant)}"
    rows = (
        ("Account", safe(inspection.account) or "not named in this export"),
        ("Owner", safe(inspection.owner) or "not named in this export"),
        ("Exported", inspection.exported_at or "carries no date"),
        (
            "Holds",
            ", ".join(f"{count(number)} {safe(table)}" for table, number in inspection.rows.items())
            or "no rows",
        ),
    )
    yield Pairs(rows, title)
    yield Pairs(
        tuple(
            (supply.title, "yes" if supply.feeds else why("no", supply.reason))
            for supply in inspection.supplies
        ),
        "Factors it can feed",
    )
    yield from skipped(inspection.ledger, verbose=True)
    yield Note("Warning", tuple(safe(note) for note in inspection.notes), "alert")


def _columns(row: LedgerRow) -> Table:
    """Return what the columns of a table are read as, and what else they could be."""
    rows = tuple((safe(name), meaning or "-", other or "-") for name, meaning, other in row.columns)
    return Table((_("Column"), _("Read as"), _("Could also be")), rows)


def _source(source: Source) -> Pairs:
    rows = (
        ("Ask for it", source.where),
        ("Format", source.format),
        ("Takes", source.takes),
        ("Holds", source.holds),
        ("Cannot show", source.lacks),
    )
    return Pairs(rows, source.title)
