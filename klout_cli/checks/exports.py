"""Exports that are missing, or older than the others."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, opportunity, passed
from klout_cli.checks.limits import page


class Exports(Check):
    """What another or a newer export would show."""

    id = "exports"
    title = "Exports complete"
    what = (
        "Whether audience and reactions are measured, and whether the export is as new as those of "
        "your other accounts."
    )
    why = (
        "What is not measured counts as average and widens the interval; exports of different days "
        "mix what was with what is."
    )
    remedy = (
        "klout sources NETWORK tells which export shows it, and where to ask for it; ask for all "
        "networks on one day."
    )
    effort = "low"

    def check(self, case: Case) -> Result:
        """Check what is missing, then the exports' dates."""
        needed = (
            ("audience",) if case.account.network in page().unheard else ("audience", "resonance")
        )
        missing = [
            measurement
            for factor in needed
            if (measurement := case.measurement(factor)).state == "missing"
        ]
        if missing:
            return opportunity(
                "; ".join(f"{measurement.factor}: {measurement.reason}" for measurement in missing)
            )
        dated = case.account.exported_at
        if dated is None:
            return could_not_check("the export carries no date")
        newest = max([dated, *(other.exported_at for other in case.others if other.exported_at)])
        lag = case.days_since(dated) - case.days_since(newest)
        if lag > page().limits.export_lag.value:
            return opportunity(
                f"exported on {dated}, {lag:,} days before the newest of your exports"
            )
        return passed(f"{' and '.join(needed)} measured, exported on {dated}")
