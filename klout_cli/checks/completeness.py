"""What a visitor finds in the profile."""

from klout_cli.checks.interface import (
    Case,
    Check,
    Result,
    could_not_check,
    not_applicable,
    opportunity,
    passed,
)
from klout_cli.checks.limits import page

NAMES = {
    "bio": "a text about you",
    "picture": "a picture",
    "link": "a link",
    "position": "a position",
}


class Completeness(Check):
    """Text, picture, link and position, as far as the network has them."""

    id = "completeness"
    title = "Profile complete"
    what = (
        "Whether the profile has a text about you, a picture, a link and, on networks for work, a "
        "position."
    )
    why = "People decide on the profile whether to follow; an empty one is taken for a machine's."
    remedy = "Fill in what is missing: one sentence about what you do is enough."
    effort = "low"

    def check(self, case: Case) -> Result:
        """Check the parts that the network's profile has."""
        parts = page().profiles.get(case.account.network)
        if parts is None:
            return not_applicable("there is no profile beside the pages themselves")
        known = {NAMES[part]: case.number("presence", part) for part in parts}
        unknown = [name for name, there in known.items() if there is None]
        absent = [name for name, there in known.items() if there == 0]
        if len(unknown) == len(known):
            return could_not_check(
                case.measurement("presence").reason
                or "this export does not tell what the profile holds"
            )
        beside = f"; the export does not tell of {' or '.join(unknown)}" if unknown else ""
        if absent:
            return opportunity(f"missing: {', '.join(absent)}{beside}")
        return passed(f"there: {', '.join(name for name in known if name not in unknown)}{beside}")
