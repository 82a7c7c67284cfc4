"""The audit's checks, one module each. None affects the score."""

from collections.abc import Collection, Sequence

from klout_cli.checks.age import Age
from klout_cli.checks.answers import Answers
from klout_cli.checks.cadence import Cadence
from klout_cli.checks.completeness import Completeness
from klout_cli.checks.crosslinks import Crosslinks
from klout_cli.checks.engagement import Engagement
from klout_cli.checks.exports import Exports
from klout_cli.checks.following import Following
from klout_cli.checks.interface import Case, Check, Result, not_applicable
from klout_cli.checks.message_only import MessageOnly
from klout_cli.checks.nameless import Nameless
from klout_cli.checks.one_fan import OneFan
from klout_cli.checks.one_post import OnePost
from klout_cli.checks.stale import Stale
from klout_cli.checks.topics import Topics
from klout_cli.results import AccountJudgement, ModelName, SnapshotWithLedger
from klout_cli.results.audited import Audit, Checked, Entered

CHECKS: tuple[Check, ...] = (
    Stale(),
    Completeness(),
    Crosslinks(),
    Cadence(),
    Engagement(),
    Answers(),
    Following(),
    OnePost(),
    OneFan(),
    Topics(),
    Exports(),
    Age(),
    MessageOnly(),
    Nameless(),
)


def audited(
    person: SnapshotWithLedger,
    judged: Sequence[AccountJudgement],
    mutual: Collection[str],
    model: ModelName,
) -> Audit:
    """Run every check on every account.

    `judged` are the accounts in the snapshot's order, `mutual` the networks where contacts are
    mutual.
    """
    snapshot = person.snapshot
    pairs = sorted(zip(snapshot.measured, judged, strict=True), key=lambda pair: pair[0].id)
    living = [account for account, judgement in pairs if judgement.state != "historical"]
    cases = [
        Case(
            account,
            judgement,
            others=[other for other in living if other is not account],
            as_of=snapshot.as_of,
            topics=bool(snapshot.on_topic),
            mutual=account.network in mutual,
        )
        for account, judgement in pairs
    ]
    return Audit(
        model=model,
        person=snapshot.person,
        as_of=snapshot.as_of,
        accounts=tuple(map(_inventory_entry, cases)),
        checks=tuple(check for case in cases for check in checked(case)),
        ledger=person.ledger,
        warnings=person.warnings,
    )


def checked(case: Case) -> list[Checked]:
    """Run every check on one account.

    On a network that has closed, no check applies.
    """
    closed = not_applicable(case.judged.reason) if case.judged.state == "historical" else None
    return [_to_checked(check, case.account.id, closed or check.check(case)) for check in CHECKS]


def _to_checked(check: Check, account: str, result: Result) -> Checked:
    return Checked(
        check.id,
        account,
        result.state,
        result.reason,
        check.title,
        check.what,
        check.why,
        check.remedy,
        check.effort,
    )


def _inventory_entry(case: Case) -> Entered:
    account, newest = case.account, case.measurement("cadence").facts.get("newest")
    return Entered(
        id=account.id,
        network=account.network,
        handle=account.handle,
        state=case.judged.state,
        followers=case.number("audience", "followers"),
        newest=newest if isinstance(newest, str) else None,
        exported_at=account.exported_at,
    )
