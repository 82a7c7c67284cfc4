"""Networks used only for messages."""

from klout_cli.checks.interface import (
    Case,
    Check,
    Result,
    could_not_check,
    manual,
    opportunity,
    passed,
)


class MessageOnly(Check):
    """Public posts and actions relative to private ones."""

    id = "message_only"
    title = "More than messages"
    what = "Whether anything public is to be seen of you, or messages and contacts alone."
    why = (
        "Influence is what others can see; an account for messages is a telephone, and need not be "
        "audited as more."
    )
    remedy = (
        "Answer or post in public now and then, or leave the account out: ignore in klout.yaml."
    )
    effort = "medium"

    def check(self, case: Case) -> Result:
        """Check what is public.

        If an export never includes posts, only the person can judge.
        """
        published, given, private = (
            case.number("activity", fact) for fact in ("published", "given", "private")
        )
        if published is None or given is None:
            return could_not_check(case.measurement("activity").reason)
        if published or given:
            return passed(
                f"{published:,.0f} public posts and {given:,.0f} public actions towards others"
            )
        if private:
            return opportunity(f"{private:,.0f} private actions, and nothing public")
        return manual(
            "this export shows nothing that you do in public: do you use the account for messages "
            "and contacts only?"
        )
