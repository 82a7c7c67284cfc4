"""The audit's checks. None affects the score."""

from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec.structs import asdict

from klout_cli.checks.activity import (
    check_answers,
    check_cadence,
    check_engagement,
    check_message_only,
    check_one_fan,
    check_one_post,
    check_stale,
    check_topics,
)
from klout_cli.checks.interface import Case, Check, Result
from klout_cli.checks.limits import page
from klout_cli.checks.profile import (
    check_age,
    check_completeness,
    check_crosslinks,
    check_exports,
    check_following,
    check_nameless,
)
from klout_cli.results import AccountJudgement, ModelName, SnapshotWithLedger
from klout_cli.results.audited import Audit, Checked, Entered

FUNCTIONS: Mapping[str, Callable[[Case], Result]] = {
    "stale": check_stale,
    "completeness": check_completeness,
    "crosslinks": check_crosslinks,
    "cadence": check_cadence,
    "engagement": check_engagement,
    "answers": check_answers,
    "following": check_following,
    "one_post": check_one_post,
    "one_fan": check_one_fan,
    "topics": check_topics,
    "exports": check_exports,
    "age": check_age,
    "message_only": check_message_only,
    "nameless": check_nameless,
}


def list_checks() -> list[Check]:
    """Return all checks, in the order of the screen."""
    return [Check(id, page().checks[id], check) for id, check in FUNCTIONS.items()]


def audit_accounts(
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
        checks=tuple(check for case in cases for check in check_account(case)),
        ledger=person.ledger,
        warnings=person.warnings,
    )


def check_account(case: Case) -> list[Checked]:
    """Run every check on one account."""
    return [
        Checked(check.id, case.account.id, result.state, result.reason, **asdict(check.texts))
        for check in list_checks()
        for result in [check.check(case)]
    ]


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
