"""Following many more than follow back."""

from klout_cli.checks.interface import Case, Check, Result, could_not_check, not_applicable, verdict
from klout_cli.checks.limits import page


class Following(Check):
    """The surplus that the model discounts."""

    id = "following"
    title = "No following surplus"
    what = (
        "Whether many more accounts are followed than follow back, so that the model counts fewer "
        "followers (klout explain audience)."
    )
    why = (
        "Following for follow-backs makes numbers and no audience, and who looks at the profile "
        "sees it."
    )
    remedy = "Unfollow those you do not read, those first who do not follow you."
    effort = "medium"

    def check(self, case: Case) -> Result:
        """Compare the followers that count with all of them."""
        audience = case.judged.audience
        if case.mutual:
            return not_applicable("contacts of this network are mutual")
        if case.account.network in page().without_following:
            return not_applicable("on this network nobody follows back")
        if (
            audience.followers is None
            or audience.effective is None
            or audience.quality == "inferred"
        ):
            return could_not_check(
                case.measurement("audience").reason or "the number of followers is not known"
            )
        if audience.following is None:
            return could_not_check("this export does not tell how many accounts are followed")
        reason = f"follows {audience.following:,.0f} and has {audience.followers:,.0f} followers"
        if audience.effective != audience.followers:
            reason += f", which count as {audience.effective:,.0f}"
        return verdict(audience.effective >= audience.followers, reason)
