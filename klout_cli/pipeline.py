"""The story on one page: exports -> person -> measurements -> judgement -> Report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.checks import audited
from klout_cli.errors import UsageError
from klout_cli.factors import FACTORS, TRAITS
from klout_cli.factors.by_topic import ByTopic
from klout_cli.factors.growth import measure_growth
from klout_cli.factors.measure import measure_account, measure_on_topic
from klout_cli.factors.times_of_week import measure_times
from klout_cli.factors.weekly import measure_weeks
from klout_cli.files.limits import Limits
from klout_cli.files.progress import NO_PROGRESS, Progress
from klout_cli.importers.read import ExportSet, read
from klout_cli.importers.table_refusals import explain_unused
from klout_cli.person import best_posts
from klout_cli.person.account import day_of, newest_row
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.choice import Choice, chosen
from klout_cli.person.circle import circle
from klout_cli.person.followers import Lists, list_people
from klout_cli.person.listeners import count_listeners
from klout_cli.person.owners import choose_person, explain_unnamed
from klout_cli.person.phrases import find_key_phrases
from klout_cli.person.profile import Profile
from klout_cli.person.rows import Export, count_rows
from klout_cli.person.topics import Topic, Topics
from klout_cli.person.view import AccountView
from klout_cli.reports import redact as redaction
from klout_cli.results import (
    Explanation,
    FactorSupply,
    Formula,
    Inspection,
    Judgement,
    LedgerRow,
    OnTopic,
    Plan,
    Report,
    Snapshot,
    SnapshotWithLedger,
    Trial,
)
from klout_cli.results.activity import Activity
from klout_cli.results.around import Circle
from klout_cli.results.audited import Audit
from klout_cli.results.displayed import Figure, Offers, Subject
from klout_cli.results.dossier import Dossier, FeaturedPost
from klout_cli.results.listeners import Listeners
from klout_cli.results.robustness import Robustness
from klout_cli.scoring import explanation, figures, robustness
from klout_cli.scoring.assignment import assignment
from klout_cli.scoring.caveats import list_caveats, no_score_error
from klout_cli.scoring.compare import period_ends, require_date
from klout_cli.scoring.hint_words import place_of
from klout_cli.scoring.hints import advise, choose_ideas, find_ideas
from klout_cli.scoring.judge import judge, judged_accounts
from klout_cli.scoring.model import Model
from klout_cli.scoring.outreach import levelled
from klout_cli.scoring.perks import Catalogue, offers
from klout_cli.scoring.plan import plan_goal
from klout_cli.scoring.standstill import explain_standstill
from klout_cli.scoring.topics import subjects
from klout_cli.scoring.whatif import rescored
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.reading import Reading

AsOf: TypeAlias = date | Literal["newest"] | None
"""A day, that of the newest post, or None: that of the newest export."""

MAX_PROPOSALS = 10


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
        return redaction.redacted(make_report(_without_names(person), model))
    snapshot = person.snapshot
    judgement = judge(snapshot.measured, model, snapshot.as_of)
    if judgement is None:
        raise no_score_error(snapshot, model, person.warnings)
    advice = advise(snapshot, judgement, model)
    return Report(
        model=model.label,
        person=snapshot.person,
        as_of=snapshot.as_of,
        judgement=judgement,
        on_topic=_judge_on_topic(snapshot, judgement, model),
        traits=levelled(snapshot.traits, model.outreach),
        inputs=snapshot.inputs,
        ledger=person.ledger,
        warnings=(*person.warnings, *list_caveats(judgement, snapshot, model)),
        hints=advice.hints,
        together=advice.together,
        landmarks=tuple((mark.score, mark.who, mark.year) for mark in model.landmarks),
    )


def _judge(snapshot: Snapshot, model: Model) -> Judgement:
    judgement = judge(snapshot.measured, model, snapshot.as_of)
    if judgement is None:
        raise no_score_error(snapshot, model)
    return judgement


def _judge_on_topic(snapshot: Snapshot, judgement: Judgement, model: Model) -> OnTopic | None:
    on_topic = judge(snapshot.on_topic, model, snapshot.as_of, interval=False)
    if on_topic is None:
        return None
    return OnTopic(on_topic.score.value, on_topic.score.value - judgement.score.value)


def _without_names(person: SnapshotWithLedger) -> SnapshotWithLedger:
    return redaction.nameless(person, redaction.ordinals((person.snapshot,)))


def make_dossier(person: SnapshotWithLedger, model: Model, *, redact: bool = False) -> Dossier:
    """Return a report with every factor explained and the audit; raises as `make_report` does."""
    visible = _without_names(person) if redact else person
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
    before = _judge(snapshot, model)
    ideas = choose_ideas(find_ideas(snapshot, before, model), hints, snapshot.measured)
    parsed = [assignment(text, snapshot.measured) for text in changes]
    parsed += [change for idea in ideas for change in idea.changes]
    after = rescored(snapshot.measured, parsed, model, snapshot.as_of) or before
    place = place_of({one.id: (one.network, one.handle) for one in snapshot.measured})
    return Trial(
        model.label,
        snapshot.person,
        snapshot.as_of,
        (*changes, *(idea.hint.action for idea in ideas)),
        before,
        after,
        explain_standstill(before, after, parsed, model, place),
    )


def plan_hints(
    person: SnapshotWithLedger, model: Model, goal: float, by: date | None = None
) -> Plan:
    """Return the shortest plan to a goal; `by`: only hints that show in the score by then.

    Raises as `make_report` does, UsageError for a date that has passed.
    """
    snapshot = person.snapshot
    judgement = _judge(snapshot, model)
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
    findings = audited(person, judged, mutual, model.label)
    if redact:  # only now, as checks follow links between accounts
        return redaction.redacted_audit(findings, redaction.ordinals((snapshot,)))
    return findings


def measure_topics(person: SnapshotWithLedger, model: Model) -> tuple[Subject, ...]:
    """Return what posts on each of the person's topics get; raises as `make_report` does."""
    return subjects(person.snapshot.measured, make_report(person, model).judgement, model)


def explain_factor(
    person: SnapshotWithLedger, model: Model, factor: str, *, redact: bool = False
) -> Explanation:
    """Explain one factor of a snapshot; raises as `make_report` does."""
    snapshot = (_without_names(person) if redact else person).snapshot
    explained = explanation.explain_factor(factor, snapshot, _judge(snapshot, model), model)
    return redaction.redacted_explanation(explained) if redact else explained


def explain_formula(person: SnapshotWithLedger, model: Model, *, redact: bool = False) -> Formula:
    """Return the full calculation of a snapshot's score; raises as `make_report` does."""
    snapshot = (_without_names(person) if redact else person).snapshot
    formula = explanation.explain_formula(snapshot, _judge(snapshot, model), model)
    return redaction.redacted_formula(formula) if redact else formula


def try_models(person: SnapshotWithLedger, model: Model, *, redact: bool = False) -> Robustness:
    """Score a snapshot under other models as defensible; raises as `make_report` does."""
    snapshot = (_without_names(person) if redact else person).snapshot
    return robustness.try_models(snapshot, _judge(snapshot, model), model)


def explain_figure(
    person: SnapshotWithLedger, model: Model, id: str, *, redact: bool = False
) -> Figure:
    """Explain a printed number that is no factor; raises as `make_report` does."""
    if redact:
        return redaction.redacted_figure(explain_figure(_without_names(person), model, id))
    if id in explanation.EXPLAINED:
        return explanation.explain_observed(id, person.snapshot)
    if id not in figures.FIGURES:
        return explanation.explain_trait(id, person.snapshot, model)
    report = make_report(person, model)
    figure = figures.figure(id, report, model)
    if id != "channels":
        return figure
    topics = subjects(person.snapshot.measured, report.judgement, model)
    return replace(figure, lines=(*figure.lines, *figures.topic_lines(topics)))


# What only exports tell


def propose_topics(
    person: SnapshotWithLedger, exports: ExportSet, options: Options
) -> tuple[Subject, ...]:
    """Return what else the posts that count are about, measured like the person's own topics.

    For the person's own screen, and stored nowhere.
    """
    profile, own, model = merge_person(exports, options), Topics(options.topics), options.model
    texts = [
        counted.post.text
        for view in profile.seen(model, own)
        for counted in view.counted
        if counted.post.text
    ]
    with options.progress.step(N_("looking for topics")):
        phrases = find_key_phrases(texts, own, MAX_PROPOSALS)
        proposals = {phrase: Topic(keywords=[phrase]) for phrase in phrases}
    by_topic = {
        view.account.id: ByTopic().measure(view) for view in profile.seen(model, Topics(proposals))
    }
    measured = [
        replace(account, observed=(by_topic[account.id],)) for account in person.snapshot.measured
    ]
    judgement = make_report(person, model).judgement
    return tuple(topic for topic in subjects(measured, judgement, model) if topic.topic)


def list_followers(exports: ExportSet, options: Options) -> Lists:
    """Return the lists of people that one person's exports have; raises as `merge_person` does."""
    own, _name = choose_person(exports.exports, options.person, options.choice.settings)
    return list_people(own)


def gather_circle(exports: ExportSet, options: Options, *, merge: bool = True) -> Circle:
    """Return the people around the person; `merge`: contacts of several networks that are one.

    Raises as `merge_person` does.
    """
    profile, model = merge_person(exports, options), options.model
    with options.progress.step(N_("looking at your contacts")):
        return circle(
            profile.accounts,
            Topics(options.topics),
            model.people,
            lambda standing: model.factors.network.standing_of(standing.kind, standing.value),
            1 + model.factors.network.expert,
            profile.as_of,
            profile.name,
            merge=merge,
        )


def gather_listeners(exports: ExportSet, options: Options) -> Listeners:
    """Return who the connections are; raises as `merge_person` does."""
    profile = merge_person(exports, options)
    return count_listeners(profile.accounts, options.model.people, profile.as_of, profile.name)


def gather_activity(exports: ExportSet, options: Options, zone: tzinfo | None = None) -> Activity:
    """Return what posts got over time; `zone` is that of the hours, None the computer's own.

    Raises as `merge_person` does.
    """
    views = _view_accounts(exports, options)
    return Activity(
        weekly=tuple(filter(None, map(measure_weeks, views))),
        growth=tuple(filter(None, map(measure_growth, views))),
        times=measure_times(views, zone),
    )


def feature_posts(
    exports: ExportSet, options: Options, judgement: Judgement, ids: Sequence[str], most: int
) -> tuple[FeaturedPost, ...]:
    """Return the own posts of some ids, by default those that did best.

    Raises UsageError for an id that is no own public post's.
    """
    views = _view_accounts(exports, options)
    if ids:
        return best_posts.find_posts(views, ids)
    shares = {account.id: account.share for account in judgement.accounts}
    return best_posts.choose_posts(views, shares, most)


def list_posts(exports: ExportSet, options: Options) -> tuple[FeaturedPost, ...]:
    """Return all own posts that count; raises as `merge_person` does."""
    return best_posts.list_posts(_view_accounts(exports, options))


def find_headline(exports: ExportSet, options: Options) -> str:
    """Return the headline of klout.yaml, else that of a network's profile, "" without any."""
    if options.headline:
        return options.headline
    accounts = merge_person(exports, options).accounts
    return next((account.about.headline for account in accounts if account.about.headline), "")


def _view_accounts(exports: ExportSet, options: Options) -> Sequence[AccountView]:
    return merge_person(exports, options).seen(options.model, Topics(options.topics))


def inspect(options: Options) -> tuple[list[Inspection], list[LedgerRow], list[str]]:
    """Return what each export is, the ledger of files that are none, and what was refused.

    Raises InputError where there is no export.
    """
    exports = read_exports(options)
    if not exports.exports:
        raise exports.no_export_error()
    inspections = [_inspect_export(export, options) for export in exports.exports]
    read = {row.file for inspection in inspections for row in inspection.ledger}
    return (
        inspections,
        [row for row in exports.ledger if row.file not in read],
        [*exports.warnings, *map(str, exports.refused)],
    )


def _inspect_export(export: Export, options: Options) -> Inspection:
    exported_at = export.exported_at
    return Inspection(
        network=export.network,
        variant=export.variant,
        account=f"{export.network}:{export.handle}" if export.handle != export.network else "",
        owner=export.owner.name,
        exported_at=None if exported_at is None else day_of(exported_at).isoformat(),
        rows=count_rows(export),
        supplies=tuple(_list_supplies(export, options)),
        ledger=export.ledger,
        notes=export.notes,
    )


def _list_supplies(export: Export, options: Options) -> Iterator[FactorSupply]:
    """Yield for every factor whether this export alone feeds it.

    A table of contacts is no account of its own, and feeds what it can add to one.
    """
    accounts, _ = merge_accounts([export])
    if accounts:
        profile = Profile("", tuple(accounts), resolve_day([export], options), (), ())
        (view,) = profile.seen(options.model, Topics(options.topics))
        for factor, measurement in zip(FACTORS, measure_account(view).measurements, strict=True):
            feeds = measurement.state == "measured"
            yield FactorSupply(factor.id, factor.title, feeds, measurement.reason)
        return
    unusable = "" if export.contacts else N_("none of its rows can be used")
    for factor in FACTORS:
        reason = export.lacks.get(factor.id) or unusable
        yield FactorSupply(factor.id, factor.title, not reason, reason)
