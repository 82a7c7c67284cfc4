"""What may leave the house: numbers and categories on a list, and nothing else (reliability P1 to P4).

Names are taken away before anything is judged, from the snapshot, so that no sentence made of one
can carry them; small counts are taken away after, from the results, because the judgement needs
them. Every renderer then shows a redacted noun like any other.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from klout_cli.reports.names import NETWORKS
from klout_cli.results import (
    AccountJudgement,
    Audience,
    Comparison,
    Explanation,
    Fact,
    Formula,
    Hint,
    Judgement,
    LedgerRow,
    Measured,
    Measurement,
    Reckoned,
    Report,
    Snapshot,
    SnapshotWithLedger,
    Trend,
)
from klout_cli.results.around import FEW, FEWER, few
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Figure

WITHHELD = "reason withheld"
FILES = "all files"
# Texts among facts that are one of a few words of ours; every other text is withheld.
CATEGORIES = frozenset(
    ("metric", "quality", "as_of", "newest", "oldest", "groups", "kinds", "style", "axes")
)
TABLES = ("groups", "kinds")
COUNTS = frozenset(
    (
        *(
            "followers",
            "following",
            "effective",
            "responders",
            "recommendations",
            "endorsements",
            "vouchers",
            "linkbacks",
            "mutual",
        ),
        *("contacts", "known", "communities", "posts", "answered", "on_topic_posts", "actions"),
    )
)

FEW_SAID = re.compile(rf"(?<![\w.,:−+-])[0-{FEW - 1}](?![\w.,:-]|\s%)")
"""A small count in a sentence of ours: no part of a longer number, a share or an ordinal."""
KNOWN_FEW = re.compile(rf"(?<=known for )[0-{FEW - 1}] contacts?")
"""The one small count in the reasons of factors that are judged anew."""

Names = Mapping[str, tuple[str, str, str]]
"""(id, network, handle) as they may be shown, by an account's id."""


def ordinals(snapshots: Iterable[Snapshot]) -> Names:
    """Give every account an ordinal within its network, the same in all snapshots.

    A network nobody of us named is just another one.
    """
    ids = {account.id: account.network for snapshot in snapshots for account in snapshot.measured}
    shown: dict[str, tuple[str, str, str]] = {}
    for id in sorted(ids):
        network = ids[id] if ids[id] in NETWORKS else "other"
        number = str(1 + sum(other == network for _, other, _ in shown.values()))
        shown[id] = f"{network}:{number}", network, number
    return shown


def nameless(person: SnapshotWithLedger, names: Names) -> SnapshotWithLedger:
    """Return what was measured without a name: of accounts ordinals, of files only their sums, of other texts none."""
    return SnapshotWithLedger(
        without_names(person.snapshot, names), _summed(person.ledger), counted(person.warnings)
    )


def hidden(snapshots: Sequence[Snapshot]) -> list[Snapshot]:
    """Return snapshots of one person without names.

    An account has the same ordinal in all of them.
    """
    names = ordinals(snapshots)
    return [without_names(snapshot, names) for snapshot in snapshots]


def without_names(snapshot: Snapshot, names: Names) -> Snapshot:
    """Return a snapshot whose texts are all of ours."""
    inputs = enumerate(snapshot.inputs, start=1)
    return replace(
        snapshot,
        person="",
        measured=tuple(_measured(account, names) for account in snapshot.measured),
        on_topic=tuple(_measured(account, names) for account in snapshot.on_topic),
        traits=tuple(map(_measurement, snapshot.traits)),
        inputs=tuple(replace(one, name=f"download {number}") for number, one in inputs),
        topics=(),
    )


def _measured(account: Measured, names: Names) -> Measured:
    id, network, handle = names[account.id]
    return replace(
        account,
        id=id,
        network=network,
        handle=handle,
        measurements=tuple(map(_measurement, account.measurements)),
        observed=tuple(map(_measurement, account.observed)),
    )


def _measurement(found: Measurement) -> Measurement:
    facts = {
        name: value
        for name, value in found.facts.items()
        if name in CATEGORIES or not _has_text(value)
    }
    return replace(found, facts=facts, reason=WITHHELD if found.reason else "")


def _has_text(value: Fact) -> bool:
    if isinstance(value, tuple):
        return any(isinstance(cell, str) for row in value for cell in row)
    return isinstance(value, str)


def _summed(ledger: Iterable[LedgerRow]) -> tuple[LedgerRow, ...]:
    """Return one row for all files: names of files tell whose they are."""
    rows = list(ledger)
    read, used, skipped = (
        sum(getattr(row, name) for row in rows) for name in ("read", "used", "skipped")
    )
    return (
        (LedgerRow(FILES, read, used, skipped, {WITHHELD: skipped} if skipped else {}),)
        if rows
        else ()
    )


def counted(warnings: Iterable[str]) -> tuple[str, ...]:
    """Return how many warnings there are: they name files."""
    number = len(tuple(warnings))
    return (f"warnings withheld: {number}",) if number else ()


def redacted(report: Report) -> Report:
    """Return the report of a nameless snapshot without small counts and without days of single exports and posts."""
    return replace(
        report,
        judgement=_judgement(report.judgement),
        traits=tuple(
            replace(one, facts=_facts(one.facts)) for one in report.traits if not _tells(one)
        ),
        hints=tuple(map(_hint, report.hints)),
        redacted=True,
    )


def _judgement(judgement: Judgement) -> Judgement:
    return replace(judgement, accounts=tuple(map(_account, judgement.accounts)))


def _account(account: AccountJudgement) -> AccountJudgement:
    audience = account.audience
    return replace(
        account,
        exported_at=None,
        window=replace(account.window, newest=None, posts=_whole(account.window.posts)),
        audience=Audience(
            _enough(audience.followers),
            _enough(audience.following),
            _enough(audience.effective),
            audience.quality,
        ),
        factors=tuple(
            replace(judged, inputs=_facts(judged.inputs), reason=_reason(judged.reason))
            for judged in account.factors
        ),
    )


def _reason(reason: str) -> str:
    return KNOWN_FEW.sub(f"{FEWER} contacts", reason)


def _facts(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return numbers and categories, small counts as "<5", and no rows that count few."""
    return {
        name: FEWER if _small(name, value) else _many(value) if name in TABLES else value
        for name, value in facts.items()
    }


def _many(value: Fact) -> Fact:
    return (
        tuple(row for row in value if not any(isinstance(cell, int) and _few(cell) for cell in row))
        if isinstance(value, tuple)
        else value
    )


def _small(name: str, value: Fact) -> bool:
    return name in COUNTS and _few(value)


def _few(value: Fact) -> bool:
    return isinstance(value, int | float) and few(value)


def _tells(trait: Measurement) -> bool:
    """Tell whether a trait counts so few actions that its sentence cannot be said without them."""
    return any(_small(name, value) for name, value in trait.facts.items())


def _whole(value: int | None) -> int | None:
    return None if _few(value) else value


def _enough(value: float | None) -> float | None:
    return None if _few(value) else value


def _hint(hint: Hint) -> Hint:
    action, why = (FEW_SAID.sub(FEWER, text) for text in (hint.action, hint.why))
    return replace(hint, action=action, why=why, n=_whole(hint.n))


def redacted_comparison(found: Comparison) -> Comparison:
    """Return a comparison of nameless snapshots without small counts."""
    older, newer = (
        replace(side, judgement=_judgement(side.judgement)) for side in (found.older, found.newer)
    )
    return replace(found, older=older, newer=newer, redacted=True)


def redacted_trend(found: Trend) -> Trend:
    """Return a trend of nameless snapshots, which has no counts, as what it is."""
    return replace(found, redacted=True)


def redacted_explanation(found: Explanation) -> Explanation:
    """Return an explanation from a nameless snapshot.

    Of accounts with small counts the points stay, and the reckoning goes.
    """
    return replace(found, accounts=tuple(map(_reckoned, found.accounts)))


def _reckoned(account: Reckoned) -> Reckoned:
    numbers = (
        {}
        if any(_small(name, value) for name, value in account.numbers.items())
        else account.numbers
    )
    wanted = account.wanted if numbers else None
    return replace(
        account,
        numbers=numbers,
        posts=_whole(account.posts),
        wanted=wanted,
        reason=_reason(account.reason),
    )


def redacted_formula(found: Formula) -> Formula:
    """Return the whole reckoning from a nameless snapshot, as `redacted_explanation` does."""
    return replace(found, explanations=tuple(map(redacted_explanation, found.explanations)))


def redacted_figure(found: Figure) -> Figure:
    """Return an explained number from a nameless snapshot without small counts."""
    lines = (
        replace(
            line,
            numbers={
                name: FEWER if isinstance(value, int) and _few(value) else value
                for name, value in line.numbers.items()
            },
        )
        for line in found.lines
    )
    return replace(found, lines=tuple(lines))


def redacted_audit(audit: Audit, names: Names) -> Audit:
    """Return the audit of a snapshot with names, which it needs to follow links, without them: states, and our own texts."""
    accounts = tuple(
        replace(
            one,
            id=names[one.id][0],
            network=names[one.id][1],
            handle=names[one.id][2],
            followers=_enough(one.followers),
            newest=None,
            exported_at=None,
        )
        for one in audit.accounts
    )
    checks = tuple(
        replace(one, account=names[one.account][0], reason=WITHHELD) for one in audit.checks
    )
    return replace(
        audit,
        person="",
        accounts=accounts,
        checks=checks,
        ledger=_summed(audit.ledger),
        warnings=counted(audit.warnings),
        redacted=True,
    )
