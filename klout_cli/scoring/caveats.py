"""Caveats of a score, and the error if there is none."""

from collections.abc import Iterator, Sequence
from datetime import date

from klout_cli.errors import InputError
from klout_cli.results import Judgement, Snapshot
from klout_cli.results.names import label_of
from klout_cli.scoring.judge import days_between, list_reasons
from klout_cli.scoring.model import Model
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

IMPLAUSIBLE_FOLLOWERS = 10**10
MAX_FOLLOWERS_AGE = 31
"""Days by which a follower count may be older than the newest post."""


def list_caveats(judgement: Judgement, snapshot: Snapshot, model: Model) -> Iterator[str]:
    """Yield what makes the score less certain than its interval, by account."""
    measured = {account.id: account for account in snapshot.measured}
    for account in judgement.accounts:
        facts = measured[account.id]
        counted_on = facts.of("audience").facts.get("as_of")
        channel, followers = label_of(account.id), account.audience.followers or 0
        if days_between(counted_on, account.window.newest) > MAX_FOLLOWERS_AGE:
            yield Message(
                "{channel}: follower count from {counted}, latest post {newest}",
                channel=channel,
                counted=date.fromisoformat(str(counted_on)),
                newest=date.fromisoformat(str(account.window.newest)),
            )
        if account.audience.quality == "cut":
            yield Message(
                "{channel}: only part of the audience is known, more than {followers}",
                channel=channel,
                followers=round(followers),
            )
        if followers > IMPLAUSIBLE_FOLLOWERS:
            yield Message(
                "{channel}: {followers} followers are implausible",
                channel=channel,
                followers=round(followers),
            )
        if (
            account.state == "scored"
            and account.window.newest is None
            and facts.of("cadence").facts.get("newest")
        ):
            yield Message(
                "{channel}: no post in the last {days} days; try --as-of newest",
                channel=channel,
                days=model.window.longest,
            )
    for network in sorted({account.network for account in judgement.accounts} - {*model.networks}):
        yield Message(
            "{network} is scored like an unknown network, with the values of “other”",
            network=label_of(network),
        )


def no_score_error(snapshot: Snapshot, model: Model, warnings: Sequence[str] = ()) -> InputError:
    """Return an error that gives, for each account, the reason and the remedy."""
    reasons: list[str] = [*list_reasons(snapshot, model)]
    remedy = N_("klout sources shows which export has what is missing")
    newest = max(
        (str(account.of("cadence").facts.get("newest", "")) for account in snapshot.measured),
        default="",
    )
    age = days_between(newest, snapshot.as_of)
    if age > model.window.longest:
        reasons.insert(0, Message("the latest post is {days} days old", days=age))
        remedy = N_("to score as of the latest post, add --as-of newest")
    what = N_("There isn't enough data for a score.")
    return InputError(what, "", remedy, listed=[*reasons, *warnings])
