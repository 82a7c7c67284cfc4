"""The story on one page: exports -> person -> measurements -> judgement -> Report."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.checks import audit_accounts
from klout_cli.errors import UsageError
from klout_cli.factors import TRAITS
from klout_cli.factors.measure import measure_account, measure_on_topic
from klout_cli.files.limits import Limits
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.importers.read import ExportSet, read
from klout_cli.importers.table_refusals import explain_unused
from klout_cli.person.account import day_of, newest_row
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.choice import Choice, chosen
from klout_cli.person.owners import choose_person, explain_unnamed
from klout_cli.person.profile import Profile
from klout_cli.person.rows import Export
from klout_cli.person.topics import Topic, Topics
from klout_cli.reports import redact as redaction
from klout_cli.results import (
    Judgement,
    OnTopic,
    Plan,
    Report,
    Snapshot,
    SnapshotWithLedger,
    Trial,
)
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Offers, Subject
from klout_cli.results.dossier import Dossier
from klout_cli.scoring import explanation
from klout_cli.scoring.assignment import assignment
from klout_cli.scoring.caveats import list_caveats, no_score_error
from klout_cli.scoring.compare import period_ends, require_date
from klout_cli.scoring.hint_words import place_of
from klout_cli.scoring.hints import advise, choose_ideas, find_ideas
from klout_cli.scoring.judge import judge, judged_accounts
from klout_cli.scoring.model import Model
from klout_cli.scoring.outreach import add_levels
from klout_cli.scoring.perks import Catalogue, offers
from klout_cli.scoring.plan import plan_goal
from klout_cli.scoring.topics import subjects
from klout_cli.scoring.whatif import explain_standstill, rescored
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import Reading

AsOf: TypeAlias = date | Literal["newest"] | None
"""A day, that of the newest post, or None: that of the newest export."""


class Options(Struct, frozen=True, kw_only=True):
    """What is asked: which exports, read how, as of which day, and which accounts of them count.

    Where no file has a date, None as `as_of` stays None: `today` only bounds which dates are
    believed. `person` chooses among several people; `name` is theirs in klout.yaml. `zone` is the
    person's time zone, None for the system's.
    """

    paths: Sequence[Path]
    model: Model
    reading: Reading
    today: date
    limits: Limits = Limits()
    as_of: AsOf = None
    person: str = ""
    name: str = ""
    headline: str = ""
    choice: Choice = Choice()
    topics: Mapping[str, Topic] = {}
    zone: tzinfo | None = UTC
    progress: Progress = NO_PROGRESS


# Exports -> person


def read_exports(options: Options) -> ExportSet:
    """Read all exports; raises AccessError where a path cannot be read."""
    return read(options.paths, options.reading, options.limits, options.progress)


def merge_person(exports: ExportSet, options: Options) -> Profile:
    """Merge the exports of one person, with the accounts and numbers that are asked for.

    Raises InputError where the exports are of several people or have no account.
    """
    if not exports.exports:
        raise exports.no_export_error()
    own, name = choose_person(exports.exports, options.person, options.choice.settings)
    accounts, merges = merge_accounts(own)
    notes = list(dict.fromkeys(note for export in own for note in export.notes))
    if not accounts and exports.refused:
        raise exports.no_export_error()
    if not accounts:
        raise explain_unused(exports.ledger, notes)
    counted = chosen(accounts, options.choice)
    if options.person:
        merges = [*explain_unnamed(exports.exports, own, options.choice.settings), *merges]
    return Profile(
        name=options.name or name,
        accounts=tuple(counted),
        as_of=resolve_day(own, options),
        ledger=tuple(sorted(exports.ledger, key=lambda row: row.file)),
        warnings=(*map(str, exports.refused), *exports.warnings, *merges, *notes),
    )


def resolve_day(exports: Sequence[Export], options: Options) -> date | None:
    """Return the day to measure on, see `Options.as_of`; None where nothing has a date."""
    if isinstance(options.as_of, date):
        return options.as_of
    posts = [post.at for export in exports for post in export.posts]
    dates = [
        at for export in exports if (at := export.exported_at or newest_row(export)) is not None
    ]
    known = posts if options.as_of == "newest" and posts else dates
    return day_of(max(known)) if known else None


# Person -> measurements


def measure_exports(options: Options) -> SnapshotWithLedger:
    """Read exports and measure the person in them; raises as `read_exports`, `merge_person` do."""
    return measure_person(read_exports(options), options)


def measure_person(exports: ExportSet, options: Options) -> SnapshotWithLedger:
    """Measure the person in exports; raises as `merge_person` does."""
    with options.progress.step(N_("measuring")):
        profile = merge_person(exports, options)
        topics = Topics(options.topics)
        views = profile.seen(options.model, topics, options.zone)
        measured = list(map(measure_account, views))
        snapshot = Snapshot(
            person=profile.name,
            as_of=None if profile.as_of is None else profile.as_of.isoformat(),
            measured=tuple(measured),
            on_topic=tuple(map(measure_on_topic, measured, views)) if topics else (),
            traits=tuple(trait.measure(views) for trait in TRAITS),
            inputs=exports.inputs(),
            topics=tuple(options.topics),
        )
        return SnapshotWithLedger(snapshot, profile.ledger, profile.warnings)


def measure_days(options: Options, days: Iterable[AsOf]) -> list[SnapshotWithLedger]:
    """Measure the person in the same exports on several days; raises as `measure_exports` does."""
    exports = read_exports(options)
    return [measure_person(exports, replace(options, as_of=day)) for day in days]


def measure_periods(options: Options, period: str) -> list[SnapshotWithLedger]:
    """Measure the person at the end of every period since the first post, and on the day asked for.

    Raises as `measure_exports` does.
    """
    exports = read_exports(options)
    last = measure_person(exports, options)
    posts = [post.at for export in exports.exports for post in export.posts]
    newest = require_date(last.snapshot)
    first = day_of(min(posts)).isoformat() if posts else newest
    days = map(date.fromisoformat, period_ends(first, newest, period))
    return [*(measure_person(exports, replace(options, as_of=day)) for day in days), last]


# Measurements -> judgement -> Report


def make_report(person: SnapshotWithLedger, model: Model, *, redact: bool = False) -> Report:
    """Judge a snapshot, new or stored; `redact` withholds names and small counts.

    Raises InputError where nothing in it gives a score, with the reason for each account.
    """
    if redact:
        return redaction.redacted(make_report(withhold_names(person), model))
    snapshot = person.snapshot
    judgement = judge_person(snapshot, model, person.warnings)
    advice = advise(snapshot, judgement, model)
    return Report(
        model=model.label,
        person=snapshot.person,
        as_of=snapshot.as_of,
        judgement=judgement,
        on_topic=_judge_on_topic(snapshot, judgement, model),
        traits=add_levels(snapshot.traits, model.outreach),
        inputs=snapshot.inputs,
        ledger=person.ledger,
        warnings=(*person.warnings, *list_caveats(judgement, snapshot, model)),
        hints=advice.hints,
        together=advice.together,
        landmarks=tuple((mark.score, mark.who, mark.year) for mark in model.landmarks),
    )


def judge_person(snapshot: Snapshot, model: Model, warnings: Sequence[str] = ()) -> Judgement:
    """Score what was measured; raises InputError, with the warnings, where nothing was."""
    judgement = judge(snapshot.measured, model, snapshot.as_of)
    if judgement is None:
        raise no_score_error(snapshot, model, warnings)
    return judgement


def _judge_on_topic(snapshot: Snapshot, judgement: Judgement, model: Model) -> OnTopic | None:
    on_topic = judge(snapshot.on_topic, model, snapshot.as_of, interval=False)
    if on_topic is None:
        return None
    return OnTopic(on_topic.score.value, on_topic.score.value - judgement.score.value)


def withhold_names(person: SnapshotWithLedger) -> SnapshotWithLedger:
    """Replace names of people and accounts by ordinals."""
    return redaction.nameless(person, redaction.ordinals((person.snapshot,)))


def make_dossier(person: SnapshotWithLedger, model: Model, *, redact: bool = False) -> Dossier:
    """Return a report with every factor explained and the audit; raises as `make_report` does."""
    visible = withhold_names(person) if redact else person
    report = make_report(visible, model)
    explanations = explanation.explain_factors(
        visible.snapshot, report.judgement, model, next_points=False
    )
    findings = audit(person, model, redact=redact)
    if redact:
        explanations = tuple(map(redaction.redacted_explanation, explanations))
        return Dossier(redaction.redacted(report), explanations, findings)
    topics = subjects(person.snapshot.measured, report.judgement, model)
    return Dossier(report, explanations, findings, topics=topics)


# What follows from a snapshot


def try_changes(
    snapshot: Snapshot, model: Model, changes: Sequence[str], hints: Sequence[str] = ()
) -> Trial:
    """Judge a snapshot before and after changes (`x.followers=+10%`) and hints by id.

    Raises as `make_report` does, UsageError for what cannot be changed.
    """
    before = judge_person(snapshot, model)
    ideas = choose_ideas(find_ideas(snapshot, before, model), hints, snapshot.measured)
    parsed = [assignment(text, snapshot.measured) for text in changes]
    parsed += [change for idea in ideas for change in idea.changes]
    after = rescored(snapshot.measured, parsed, model, snapshot.as_of) or before
    return Trial(
        model.label,
        snapshot.person,
        snapshot.as_of,
        (*changes, *(idea.hint.action for idea in ideas)),
        before,
        after,
        explain_standstill(before, after, parsed, model, place_of(snapshot.measured)),
    )


def plan_hints(
    person: SnapshotWithLedger, model: Model, goal: float, by: date | None = None
) -> Plan:
    """Return the shortest plan to a goal; `by`: only hints that show in the score by then.

    Raises as `make_report` does, UsageError for a date that has passed.
    """
    snapshot = person.snapshot
    judgement = judge_person(snapshot, model)
    days = None
    if by is not None:
        days = (by - date.fromisoformat(require_date(snapshot))).days
        if days < 0:
            raise UsageError(
                Message("the data is newer than this date"), "--by", Message("give a later date")
            )
    return plan_goal(snapshot, judgement, model, goal, days)


def match_perks(person: SnapshotWithLedger, model: Model, catalogue: Catalogue) -> Offers:
    """Return what a catalogue offers for the score of a snapshot; raises as `make_report` does."""
    return offers(catalogue, make_report(person, model), person.snapshot, model)


def audit(person: SnapshotWithLedger, model: Model, *, redact: bool = False) -> Audit:
    """Run every check on every account of a snapshot, also where nothing gives a score."""
    snapshot = person.snapshot
    mutual = frozenset(
        account.network for account in snapshot.measured if model.network(account.network).mutual
    )
    judged = judged_accounts(snapshot.measured, model, snapshot.as_of)
    findings = audit_accounts(person, judged, mutual, model.label)
    if redact:  # only now, as checks follow links between accounts
        return redaction.redacted_audit(findings, redaction.ordinals((snapshot,)))
    return findings


def measure_topics(person: SnapshotWithLedger, model: Model) -> tuple[Subject, ...]:
    """Return what posts on each of the person's topics get; raises as `make_report` does."""
    return subjects(person.snapshot.measured, make_report(person, model).judgement, model)
