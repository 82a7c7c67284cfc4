"""Reactions relative to what an audience of this size usually gives."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, verdict
from klout_cli.checks.limits import page


class Engagement(Check):
    """The ratio that resonance scores."""

    id = "engagement"
    title = "Reactions as expected"
    what = (
        "Reactions received, against those that followers of this number usually give (klout "
        "explain resonance)."
    )
    why = "An audience that does not react has gone, or waits for something else."
    remedy = (
        "Look at what your best posts have in common: klout explain resonance names them, klout "
        "hints compares times and kinds."
    )
    effort = "medium"

    def check(self, case: Case) -> Result:
        """Check the judged ratio."""
        resonance = case.judged.of("resonance")
        reactions, expected = resonance.inputs.get("reactions"), resonance.inputs.get("expected")
        if (
            resonance.state != "measured"
            or not isinstance(reactions, int | float)
            or not isinstance(expected, int | float)
            or not expected
        ):
            return could_not_check(
                resonance.reason or "nothing is expected of an audience this small"
            )
        ratio = reactions / expected
        return verdict(
            ratio >= page().limits.reactions.value, f"{ratio:.1f} times the reactions expected"
        )
