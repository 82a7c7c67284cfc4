"""The score as one long table for spreadsheets: a row for each line of the breakdown, then for each factor of each account."""

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

COLUMNS = ("account", "factor", "state", "z", "points", "share", "contribution", "reason")
PARTS = ("kind", "account", "factor", "points", "note")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class CsvReport:
    """Columns `COLUMNS`.

    Rows without an account are the breakdown of the person, and their points sum to the score.

    `contribution` is share × points: what the factor of this account brings to the person. Unknown
    is an empty cell.
    """

    def score(self, report: Report) -> str:
        """Return the table with its header, lines ended by a line feed."""
        return _table(COLUMNS, _rows(report.judgement))

    def dossier(self, found: Dossier) -> str:
        """Return the score of a report: what explains it is for people."""
        return self.score(found.report)

    def comparison(self, found: Comparison) -> str:
        """Return the parts of a change, whose points sum to it: columns `PARTS`."""
        return _table(
            PARTS,
            (
                (part.kind, text(part.account or ""), part.factor, part.points, text(part.note))
                for part in found.parts
            ),
        )

    def trend(self, found: Trend) -> str:
        """Return a row for each date: its period if it is the last one of it, the score, and the lines of the breakdown."""
        rows = []
        for moment in found.moments:
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
                )
            )
        return _table(("period", "as_of", "score", "low", "high", *BREAKDOWN), rows)


def _rows(judgement: Judgement) -> Iterator[Sequence[object]]:
    for entry in judgement.breakdown:
        yield "", entry.id, entry.state, None, entry.points, None, entry.points, ""
    for account in judgement.accounts:
        if account.state != "scored":
            yield text(account.id), "", account.state, None, None, None, None, text(account.reason)
        yield from (_factor(account, factor) for factor in account.factors)


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return table.getvalue()


def text(value: str) -> str:
    """Return a text cell no spreadsheet takes for a formula: one that looks like it gets a leading ' (T13). Numbers never do."""
    return guarded(safe(value))


def guarded(cell: str) -> str:
    """Return a cell with a leading ' where a spreadsheet would take it for a formula (T13)."""
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
    )
