"""Accounts nobody posts on any more."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, verdict
from klout_cli.checks.limits import page


class Stale(Check):
    """The newest own post against the audit's date."""

    id = "stale"
    title = "Still in use"
    what = "How old the newest own post is."
    why = "Whoever looks you up finds this account too; one that fell silent without a word looks like a person who did."
    remedy = "Post again, say in the profile where you are now, or close the account."
    effort = "low"

    def check(self, case: Case) -> Result:
        """Look at the newest post."""
        newest = case.found("cadence").facts.get("newest")
        if not isinstance(newest, str):
            return could_not_check(case.found("cadence").reason)
        days = case.days_since(newest)
        old = "1 day" if days == 1 else f"{days:,} days"
        return verdict(
            days <= page().limits.quiet_days.value, f"the newest post is of {newest}, {old} old"
        )
