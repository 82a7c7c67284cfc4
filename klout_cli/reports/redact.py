"""Redaction: only numbers and listed categories leave.

Names are removed from the snapshot before judging, so that no sentence can contain them. Small
counts are removed from the results afterwards, because the judgement needs them. Every renderer
then shows a redacted result like any other.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from klout_cli.results import (
    AccountJudgement,
    Comparison,
    Explanation,
    Fact,
    Formula,
    Hint,
    Judgement,
    LedgerRow,
    Measured,
    Measurement,
    Plain,
    Report,
    Snapshot,
    SnapshotWithLedger,
    Trend,
    WorkedExample,
)
from klout_cli.results.activity import Activity
from klout_cli.results.around import FEW, FEWER, few
from klout_cli.results.audited import Audit, Entered
from klout_cli.results.displayed import Figure
from klout_cli.results.followers import FollowerChange
from klout_cli.results.names import NETWORKS
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_

WITHHELD = N_("reason withheld")
FILES = "all files"
CATEGORIES = frozenset(
    {
        "metric",
        "quality",
        "as_of",
        "newest",
        "oldest",
        "groups",
        "formats",
        "kinds",
        "style",
        "axes",
    }
)
"""Facts whose texts are one of a few fixed words; all other texts are withheld."""
TABLES = ("groups", "kinds")
COUNTS = (
    {"followers", "following", "effective", "responders", "recommendations", "endorsements"}
    | {"vouchers", "linkbacks", "mutual", "contacts", "known", "communities", "posts"}
    | {"answered", "on_posts", "actions", "count", "written", "counted"}
)

FEW_SAID = re.compile(rf"(?<![\w.,:−+-])[0-{FEW - 1}](?![\w.,:-]|\s%)")
"""A small count in our sentences, not part of a longer number, share or ordinal."""

Number = TypeVar("Number", int, float)
Names = Mapping[str, tuple[str, str, str]]
"""Account id -> (id, network, handle) as shown."""


def ordinals(snapshots: Iterable[Snapshot]) -> Names:
    """Give every account an ordinal within its network, the same in all snapshots.

    A network that klout doesn't know is replaced too.
    """
    ids = {account.id: account.network for snapshot in snapshots for account in snapshot.measured}
    names: dict[str, tuple[str, str, str]] = {}
    for id in sorted(ids):
        network = ids[id] if ids[id] in NETWORKS else "other"
        number = str(1 + sum(other == network for _, other, _ in names.values()))
        names[id] = f"{network}:{number}", network, number
    return names


def nameless(person: SnapshotWithLedger, names: Names) -> SnapshotWithLedger:
    """Return a snapshot and its ledger without names.

    Ordinals for accounts, only sums for files, and no other texts.
    """
    return SnapshotWithLedger(
        without_names(person.snapshot, names), _summed(person.ledger), counted(person.warnings)
    )


def hidden(snapshots: Sequence[Snapshot]) -> list[Snapshot]:
    """Return one person's snapshots without names.

    An account has the same ordinal in all of them.
    """
    names = ordinals(snapshots)
    return [without_names(snapshot, names) for snapshot in snapshots]


def without_names(snapshot: Snapshot, names: Names) -> Snapshot:
    """Return a snapshot whose texts are all our own."""
    inputs = enumerate(snapshot.inputs, start=1)
    return replace(
        snapshot,
        person="",
        measured=tuple(_measured(account, names) for account in snapshot.measured),
        on_topic=tuple(_measured(account, names) for account in snapshot.on_topic),
        traits=tuple(map(_measurement, snapshot.traits)),
        inputs=tuple(replace(download, name=f"download {number}") for number, download in inputs),
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


def _measurement(measurement: Measurement) -> Measurement:
    facts = {
        name: value
        for name, value in measurement.facts.items()
        if name in CATEGORIES or not _has_text(value)
    }
    return replace(measurement, facts=facts, reason=WITHHELD if measurement.reason else "")


def _has_text(value: Fact) -> bool:
    if isinstance(value, tuple):
        return any(isinstance(cell, str) for row in value for cell in row)
    return isinstance(value, str)


def _summed(ledger: Sequence[LedgerRow]) -> tuple[LedgerRow, ...]:
    """Return one row for all files, as file names are identifying."""
    if not ledger:
        return ()
    read, used, skipped = (
        sum(getattr(row, name) for row in ledger) for name in ("read", "used", "skipped")
    )
    return (LedgerRow(FILES, read, used, skipped, {WITHHELD: skipped} if skipped else {}),)


def counted(warnings: Collection[str]) -> tuple[str, ...]:
    """Return the number of warnings, as they mention files."""
    return (f"warnings withheld: {len(warnings)}",) if warnings else ()


def redacted(report: Report) -> Report:
    """Return a nameless snapshot's report without small counts and single dates.

    Dates are those of exports and posts. A trait that counts few actions is left out as a whole.
    """
    traits = (trait for trait in report.traits if not _has_small_count(trait.facts))
    return replace(
        report,
        judgement=_judgement(report.judgement),
        traits=tuple(replace(trait, facts=_facts(trait.facts)) for trait in traits),
        hints=tuple(map(_hint, report.hints)),
        redacted=True,
    )


def _judgement(judgement: Judgement) -> Judgement:
    return replace(judgement, accounts=tuple(map(_account, judgement.accounts)))


def _account(account: AccountJudgement) -> AccountJudgement:
    audience, window = account.audience, account.window
    return replace(
        account,
        exported_at=None,
        window=replace(window, newest=None, posts=_withhold(window.posts)),
        audience=replace(
            audience,
            followers=_withhold(audience.followers),
            following=_withhold(audience.following),
            effective=_withhold(audience.effective),
        ),
        factors=tuple(replace(judged, inputs=_facts(judged.inputs)) for judged in account.factors),
    )


def _facts(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return numbers and categories; small counts are "<5", rows of few are dropped."""
    shown = {name: FEWER if _is_small(name, value) else value for name, value in facts.items()}
    for name in TABLES:
        if isinstance(rows := shown.get(name), tuple):
            shown[name] = tuple(
                row for row in rows if not any(isinstance(cell, int) and few(cell) for cell in row)
            )
    return shown


def _has_small_count(facts: Mapping[str, Fact]) -> bool:
    return any(_is_small(name, value) for name, value in facts.items())


def _is_small(name: str, value: Fact) -> bool:
    return name in COUNTS and isinstance(value, int | float) and few(value)


def _withhold(count: Number | None) -> Number | None:
    """Return a count, None if it is small or unknown."""
    return None if count is None or few(count) else count


def _hint(hint: Hint) -> Hint:
    action, evidence, why = map(_withhold_counts, (hint.action, hint.evidence, hint.why))
    return replace(hint, action=action, evidence=evidence, why=why, n=_withhold(hint.n))


def _withhold_counts(text: str) -> str:
    """Return a sentence without small counts; one without any stays translatable."""
    if isinstance(text, Message):
        return text.with_values(_withhold_count)
    return FEW_SAID.sub(FEWER, text)


def _withhold_count(value: Any) -> Any:
    if isinstance(value, str):
        return FEW_SAID.sub(FEWER, value)
    return FEWER if type(value) is int and 0 < value < FEW else value


def redacted_comparison(comparison: Comparison) -> Comparison:
    """Return a comparison of nameless snapshots without small counts."""
    older, newer = (
        replace(side, judgement=_judgement(side.judgement))
        for side in (comparison.older, comparison.newer)
    )
    return replace(
        comparison,
        older=older,
        newer=newer,
        followed=tuple(
            replace(row, hint=_hint(row.hint)) for row in comparison.followed if not few(row.before)
        ),
        followers=tuple(map(_follower_change, comparison.followers)),
        redacted=True,
    )


def _follower_change(change: FollowerChange) -> FollowerChange:
    """Return how many came and left, without any name."""
    came, left, back = (("",) * len(people) for people in (change.came, change.left, change.back))
    return replace(change, handle="", came=came, left=left, back=back, redacted=True)


def redacted_trend(trend: Trend) -> Trend:
    """Return a trend of nameless snapshots unchanged, as it has no counts."""
    return replace(trend, redacted=True)


def redact_activity(activity: Activity, names: Names) -> Activity:
    """Return sums over time without names, days and small counts."""
    weekly = (
        replace(row, account=names[row.account][0], reactions=tuple(map(_withhold, row.reactions)))
        for row in activity.weekly
    )
    growth = (
        replace(row, account=names[row.account][0])
        for row in activity.growth
        if not any(few(count) for _day, count in row.numbers)
    )
    times = activity.times
    slots = tuple(slot for slot in times.slots if not few(slot.posts)) if times else ()
    return Activity(tuple(weekly), tuple(growth), times and replace(times, slots=slots))


def redacted_explanation(explanation: Explanation) -> Explanation:
    """Return a nameless snapshot's explanation.

    For accounts with small counts the points stay, and the calculation is removed.
    """
    return replace(explanation, accounts=tuple(map(_worked_example, explanation.accounts)))


def _worked_example(account: WorkedExample) -> WorkedExample:
    small = _has_small_count(account.numbers)
    return replace(
        account,
        steps=() if small else account.steps,
        posts=_withhold(account.posts),
        next_point=None if small else account.next_point,
    )


def redacted_formula(formula: Formula) -> Formula:
    """Return a nameless snapshot's full calculation, as `redacted_explanation` does."""
    return replace(formula, explanations=tuple(map(redacted_explanation, formula.explanations)))


def redacted_figure(figure: Figure) -> Figure:
    """Return a nameless snapshot's explained number without small counts."""
    lines = (replace(line, numbers=_withhold_numbers(line.numbers)) for line in figure.lines)
    return replace(figure, lines=tuple(lines))


def _withhold_numbers(numbers: Mapping[str, Plain]) -> dict[str, Plain]:
    small = {name for name, value in numbers.items() if isinstance(value, int) and few(value)}
    return {name: FEWER if name in small else value for name, value in numbers.items()}


def redacted_audit(audit: Audit, names: Names) -> Audit:
    """Return an audit without names: states and our own texts.

    The audit itself was made with names, to follow links.
    """
    accounts = tuple(
        Entered(*names[row.id], row.state, _withhold(row.followers), None, None)
        for row in audit.accounts
    )
    checks = tuple(
        replace(row, account=names[row.account][0], reason=WITHHELD) for row in audit.checks
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
