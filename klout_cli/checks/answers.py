"""Comments and mentions without a reply."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, percent, verdict
from klout_cli.checks.limits import page


class Answers(Check):
    """What was received beyond what was given back."""

    id = "answers"
    title = "Comments answered"
    what = "Public comments, replies and mentions received, and how many of them got none back."
    why = "Who gets an answer writes again; give and take is part of the score."
    remedy = "Answer those that wait, the newest first; a word is enough."
    effort = "low"

    def check(self, case: Case) -> Result:
        """Check the unanswered share."""
        received, waiting = (
            case.number("answering", "received"),
            case.number("answering", "unanswered"),
        )
        if not received or waiting is None:
            return could_not_check(case.measurement("answering").reason)
        share = waiting / received
        return verdict(
            share <= page().limits.unanswered.value,
            f"{waiting:,.0f} of {received:,.0f} wait for an answer ({percent(share)})",
        )
