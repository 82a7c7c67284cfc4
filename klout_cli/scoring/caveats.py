"""Caveats of a score, and the error if there is none."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from klout_cli.errors import InputError
from klout_cli.results import AccountJudgement, Judgement, Snapshot
from klout_cli.scoring.judge import judged_accounts
from klout_cli.scoring.model import Model

IMPLAUSIBLE_FOLLOWERS = 10**10
MAX_FOLLOWERS_AGE = 31
"""Days by which a follower count may be older than the newest post."""


def list_caveats(judgement: Judgement, snapshot: Snapshot, model: Model) -> Iterator[str]:
    """Yield what makes the score less certain than its interval, by account."""
    measured = {account.id: account for account in snapshot.measured}
    for account in judgement.accounts:
        facts = measured[account.id]
        counted_on = facts.of("audience").facts.get("as_of")
        followers = account.audience.followers or 0
        if _days_between(counted_on, account.window.newest) > MAX_FOLLOWERS_AGE:
            yield (
                f"{account.id}: its followers are of {counted_on}, "
                f"its newest post is of {account.window.newest}"
            )
        if account.audience.quality == "cut":
            yield (
                f"{account.id}: only a part of the audience is known; "
                f"it is larger than {followers:,.0f}"
            )
        if followers > IMPLAUSIBLE_FOLLOWERS:
            yield f"{account.id}: {followers:,.0f} followers are implausible"
        if (
            account.state == "scored"
            and account.window.newest is None
            and facts.of("cadence").facts.get("newest")
        ):
            yield (
                f"{account.id}: no post of the last {model.window.fallback_days} days; "
                "--as-of newest scores it as of its newest post"
            )
    yield from _unknown_networks(judgement.accounts, model)


def _unknown_networks(accounts: Iterable[AccountJudgement], model: Model) -> Iterator[str]:
    for network in sorted({account.network for account in accounts} - set(model.networks)):
        yield (
            f"{network} has no reference values of its own: "
            "it counts as other networks without any do"
        )


def _days_between(first: object, last: object) -> int:
    """Return the days between two ISO dates, 0 if one is unknown."""
    if not first or not last:
        return 0
    return (date.fromisoformat(str(last)) - date.fromisoformat(str(first))).days


def no_score_error(snapshot: Snapshot, model: Model, warnings: Sequence[str] = ()) -> InputError:
    """Return an error that gives, for each account, the reason and the remedy."""
    reasons = [
        f"{account.id}: {account.reason}"
        for account in judged_accounts(snapshot.measured, model, snapshot.as_of)
    ]
    remedy = "klout sources tells which export holds what is missing"
    newest = max(
        (str(account.of("cadence").facts.get("newest", "")) for account in snapshot.measured),
        default="",
    )
    age = _days_between(newest, snapshot.as_of)
    if age > model.window.fallback_days:
        reasons.insert(0, f"the newest post is {age:,} days old")
        remedy = "score as of the newest post: --as-of newest"
    return InputError("not enough data for a number", "; ".join([*reasons, *warnings]), remedy)
