"""One person with most of the responses."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, percent, verdict
from klout_cli.checks.limits import page


class OneFan(Check):
    """The share of the most active responder."""

    id = "one_fan"
    title = "More than one fan"
    what = (
        "Which share of all public responses comes from the one person who responds most; nobody's "
        "name is kept."
    )
    why = "A faithful friend is a joy and no audience: breadth counts people."
    remedy = "Ask your readers a question, and thank in public those who answer for the first time."
    effort = "medium"

    def check(self, case: Case) -> Result:
        """Check the largest share, if there are enough people."""
        top, total, people = (
            case.number("concentration", fact) for fact in ("top_fan", "responses", "people")
        )
        if top is None or not total or people is None:
            return could_not_check("this export names nobody who responded")
        if people < page().limits.fewest.value:
            return could_not_check(f"too few: {people:,.0f} people responded")
        share = top / total
        return verdict(
            share <= page().limits.top_fan.value,
            f"{percent(share)} of {total:,.0f} responses are one person's",
        )
