"""Rhythm and pauses."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, verdict
from klout_cli.checks.limits import page


class Cadence(Check):
    """Active weeks and the longest pause."""

    id = "cadence"
    title = "Steady"
    what = (
        "How many of the last 13 weeks have a post, and how long the longest pause of a year was."
    )
    why = "Pauses cost no points, but readers remember who is there again and again."
    remedy = "Spread what you publish anyway over more weeks; volume earns no point."
    effort = "medium"

    def check(self, case: Case) -> Result:
        """Check weeks and pauses."""
        weeks, of, gap = (
            case.number("cadence", fact) for fact in ("active_weeks", "of_weeks", "longest_gap")
        )
        if weeks is None or of is None:
            return could_not_check(case.measurement("cadence").reason)
        limits = page().limits
        steady = weeks >= limits.active_weeks.value and (gap or 0) <= limits.longest_gap.value
        pause = "" if gap is None else f", the longest pause of the year took {gap:.0f} days"
        return verdict(steady, f"posts in {weeks:.0f} of {of:.0f} weeks{pause}")
