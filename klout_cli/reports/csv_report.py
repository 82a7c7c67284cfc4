"""The score as one long CSV table for spreadsheets.

A row per line of the breakdown, then per factor of each account.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from klout_cli.reports.names import BREAKDOWN
from klout_cli.reports.safe import safe
from klout_cli.results import (
    AccountJudgement,
    Comparison,
    FactorJudgement,
    Judgement,
    Report,
    Trend,
)
from klout_cli.results.dossier import Dossier

COLUMNS = (
    "account",
    "factor",
    "state",
    "z",
    "points",
    "share",
    "contribution",
    "reason",
    "quality",
)
PARTS = ("kind", "account", "factor", "points", "note")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class CsvReport:
    """CSV with the columns `COLUMNS`.

    Rows without an account are the person's breakdown; their points sum to the score.
    `contribution` is share × points: what the account's factor adds to the score. Unknown is an
    empty cell; of a first impression `quality` says so, and the sum is no number to be quoted.
    """

    def score(self, report: Report) -> str:
        """Return the breakdown, then every factor of every account."""
        return write_table(COLUMNS, _rows(report.judgement))

    def dossier(self, dossier: Dossier) -> str:
        """Return the report's score; explanations are for people."""
        return self.score(dossier.report)

    def comparison(self, comparison: Comparison) -> str:
        """Return the parts of a change, which sum to it: columns `PARTS`."""
        return write_table(
            PARTS,
            (
                (part.kind, text(part.account or ""), part.factor, part.points, text(part.note))
                for part in comparison.parts
            ),
        )

    def trend(self, trend: Trend) -> str:
        """Return a row per date: period if it is the period's last, score, breakdown."""
        rows = []
        for moment in trend.moments:
            points = {entry.id: entry.points for entry in moment.breakdown}
            score = moment.score
            rows.append(
                (
                    moment.period,
                    moment.as_of,
                    score.value,
                    score.low,
                    score.high,
                    *(points.get(id) for id in BREAKDOWN),
                    score.quality,
                )
            )
        return write_table(("period", "as_of", "score", "low", "high", *BREAKDOWN, "quality"), rows)


def _rows(judgement: Judgement) -> Iterator[Sequence[object]]:
    quality = judgement.score.quality
    for entry in judgement.breakdown:
        yield "", entry.id, entry.state, None, entry.points, None, entry.points, "", quality
    for account in judgement.accounts:
        if account.state != "scored":
            reason = text(account.reason)
            yield text(account.id), "", account.state, None, None, None, None, reason, ""
        yield from (_factor(account, factor) for factor in account.factors)


def write_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV with a header; lines end in a line feed."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return table.getvalue()


def text(value: str) -> str:
    """Return a text cell with a leading ' if a spreadsheet would run it as a formula.

    Numbers never do.
    """
    return guarded(safe(value))


def guarded(cell: str) -> str:
    """Return a cell with a leading ' if a spreadsheet would take it for a formula."""
    return "'" + cell if cell.lstrip().startswith(FORMULA) else cell


def _factor(account: AccountJudgement, factor: FactorJudgement) -> tuple[object, ...]:
    contribution = account.share * factor.points
    return (
        text(account.id),
        factor.id,
        factor.state,
        factor.z,
        factor.points,
        account.share,
        contribution,
        text(factor.reason),
        account.quality,
    )
