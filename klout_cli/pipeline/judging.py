"""The second half of the story: a snapshot, new or from the history -> judgement -> Report.

No reader of exports is loaded for it.
"""

from collections.abc import Iterable
from datetime import date

from klout_cli.errors import InputError
from klout_cli.results import Judgement, OnTopic, Report, Snapshot, Taken
from klout_cli.scoring.hints import advise
from klout_cli.scoring.judge import judge, judged_accounts
from klout_cli.scoring.model import Model
from klout_cli.scoring.outreach import levelled

IMPLAUSIBLE = 10**10
FOLLOWERS_KEEP = 31
"""Days for which a number of followers may stand beside newer posts without a word (G8)."""


def judged(taken: Taken, model: Model) -> Report:
    """Judge a snapshot, new or old.

    Raises InputError where nothing in it gives a number, with the reason for each account.
    """
    snapshot = taken.snapshot
    judgement = judge(snapshot.measured, model, snapshot.as_of)
    if judgement is None:
        raise no_number(taken, model)
    advised = advise(snapshot.measured, judgement, model, snapshot.as_of)
    return Report(
        model=model.label,
        person=snapshot.person,
        as_of=snapshot.as_of,
        judgement=judgement,
        on_topic=_on_topic(snapshot, judgement, model),
        traits=levelled(snapshot.traits, model.outreach),
        inputs=snapshot.inputs,
        ledger=taken.ledger,
        warnings=(*taken.warnings, *_doubts(judgement, snapshot, model)),
        hints=advised.hints,
        together=advised.together,
        landmarks=tuple((mark.score, mark.who, mark.year) for mark in model.landmarks),
    )


def points(snapshot: Snapshot, model: Model) -> Judgement:
    """Judge a snapshot without its interval, which takes most of the time."""
    judgement = judge(snapshot.measured, model, snapshot.as_of, interval=False)
    if judgement is None:
        raise no_number(Taken(snapshot), model)
    return judgement


def _on_topic(snapshot: Snapshot, judgement: Judgement, model: Model) -> OnTopic | None:
    only = judge(snapshot.on_topic, model, snapshot.as_of, interval=False)
    return OnTopic(only.score.value, only.score.value - judgement.score.value) if only else None


def _doubts(judgement: Judgement, snapshot: Snapshot, model: Model) -> Iterable[str]:
    """Say what a reader should know before believing the number."""
    newest = {
        account.id: account.of("cadence").facts.get("newest") for account in snapshot.measured
    }
    counted_on = {
        account.id: account.of("audience").facts.get("as_of") for account in snapshot.measured
    }
    for account in judgement.accounts:
        if _days(counted_on[account.id], account.window.newest) > FOLLOWERS_KEEP:
            yield f"{account.id}: its followers are of {counted_on[account.id]}, its newest post is of {account.window.newest}"
        if account.audience.quality == "cut":
            yield f"{account.id}: only a part of the audience is known; it is larger than {account.audience.followers:,.0f}"
        if (account.audience.followers or 0) > IMPLAUSIBLE:
            yield f"{account.id}: {account.audience.followers:,.0f} followers are implausible"
        if account.window.newest is None and newest[account.id] and account.state == "scored":
            yield f"{account.id}: no post of the last {model.window.fallback_days} days; --as-of newest scores it as of its newest post"
    for network in sorted(
        {account.network for account in judgement.accounts} - set(model.networks)
    ):
        yield f"{network} has no reference values of its own: it counts as other networks without any do"


def _days(first: object, last: object) -> int:
    """Return the days between two ISO dates, 0 where one is not known."""
    return (
        (date.fromisoformat(str(last)) - date.fromisoformat(str(first))).days
        if first and last
        else 0
    )


def no_number(taken: Taken, model: Model) -> InputError:
    """Say for each account why it cannot be scored, and what would help."""
    snapshot = taken.snapshot
    reasons = [
        f"{account.id}: {account.reason}"
        for account in judged_accounts(snapshot.measured, model, snapshot.as_of)
    ]
    remedy = "klout sources tells which export holds what is missing"
    newest = max(
        (str(account.of("cadence").facts.get("newest", "")) for account in snapshot.measured),
        default="",
    )
    if (
        newest
        and (age := (date.fromisoformat(snapshot.as_of) - date.fromisoformat(newest)).days)
        > model.window.fallback_days
    ):
        reasons.insert(0, f"the newest post is {age:,} days old")
        remedy = "score as of the newest post: --as-of newest"
    return InputError(
        "not enough data for a number", "; ".join([*reasons, *taken.warnings]), remedy
    )
