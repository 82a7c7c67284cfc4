"""Accounts without recent posts."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, verdict
from klout_cli.checks.limits import page


class Stale(Check):
    """The newest own post relative to the audit's date."""

    id = "stale"
    title = "Still in use"
    what = "How old the newest own post is."
    why = (
        "Whoever looks you up finds this account too; one that fell silent without a word looks "
        "like a person who did."
    )
    remedy = "Post again, say in the profile where you are now, or close the account."
    effort = "low"

    def check(self, case: Case) -> Result:
        """Check the newest post."""
        newest = case.measurement("cadence").facts.get("newest")
        if not isinstance(newest, str):
            return could_not_check(case.measurement("cadence").reason)
        days = case.days_since(newest)
        old = "1 day" if days == 1 else f"{days:,} days"
        return verdict(
            days <= page().limits.quiet_days.value, f"the newest post is of {newest}, {old} old"
        )
