"""The age of the follower count."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, verdict
from klout_cli.checks.limits import page


class Age(Check):
    """The date of the audience relative to the audit's."""

    id = "age"
    title = "Numbers up to date"
    what = "Of which day the number of followers is."
    why = (
        "Reactions are held against the number of followers: an old one makes them look better or "
        "worse than they are."
    )
    remedy = "Ask for a new export, or state the number in klout.yaml."
    effort = "low"

    def check(self, case: Case) -> Result:
        """Check the audience's date."""
        audience = case.measurement("audience")
        day = audience.facts.get("as_of")
        if not isinstance(day, str):
            return could_not_check(audience.reason or "the number of followers carries no date")
        days = max(0, case.days_since(day))
        return verdict(
            days <= page().limits.audience_age.value, f"the number of followers is of {day}"
        )
