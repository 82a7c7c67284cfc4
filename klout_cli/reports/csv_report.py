"""The score as one long table for spreadsheets: a row for each line of the breakdown, then for each factor of each account."""

import csv
import io

from klout_cli.reports.safe import safe
from klout_cli.results import AccountJudgement, FactorJudgement, Report

COLUMNS = ("account", "factor", "state", "z", "points", "share", "contribution", "reason")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class CsvReport:
    """Columns `COLUMNS`; rows without an account are the breakdown of the person, and their points sum to the score.

    `contribution` is share × points: what the factor of this account brings to the person. Unknown is an empty cell.
    """

    def score(self, report: Report) -> str:
        """Return the table with its header, lines ended by a line feed."""
        table = io.StringIO()
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(COLUMNS)
        for entry in report.judgement.breakdown:
            writer.writerow(("", entry.id, entry.state, None, entry.points, None, entry.points, ""))
        for account in report.judgement.accounts:
            if account.state != "scored":
                writer.writerow((text(account.id), "", account.state, None, None, None, None, text(account.reason)))
            writer.writerows(_factor(account, factor) for factor in account.factors)
        return table.getvalue()


def text(value: str) -> str:
    """Return a text cell no spreadsheet takes for a formula: one that looks like it gets a leading ' (T13). Numbers never do."""
    cell = safe(value)
    return "'" + cell if cell.lstrip().startswith(FORMULA) else cell


def _factor(account: AccountJudgement, factor: FactorJudgement) -> tuple[object, ...]:
    contribution = account.share * factor.points
    return text(account.id), factor.id, factor.state, factor.z, factor.points, account.share, contribution, text(factor.reason)
