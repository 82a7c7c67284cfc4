"""What exports tell beside the report: explanations, topics, people, activity and posts."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from msgspec.structs import replace

from klout_cli.factors import FACTORS
from klout_cli.factors.measure import measure_account
from klout_cli.factors.observed_posts import ByTopic
from klout_cli.factors.over_time import measure_growth, measure_times, measure_weeks
from klout_cli.importers.read import ExportSet
from klout_cli.person import best_posts
from klout_cli.person.account import day_of
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.circle import circle
from klout_cli.person.followers import Lists, list_people
from klout_cli.person.listeners import count_listeners
from klout_cli.person.owners import choose_person
from klout_cli.person.phrases import find_key_phrases
from klout_cli.person.profile import Profile
from klout_cli.person.rows import Export, count_rows
from klout_cli.person.topics import Topic, Topics
from klout_cli.person.view import AccountView
from klout_cli.pipeline import (
    Options,
    judge_person,
    make_report,
    merge_person,
    read_exports,
    resolve_day,
    withhold_names,
)
from klout_cli.reports import redact as redaction
from klout_cli.results import (
    Explanation,
    FactorSupply,
    Formula,
    Inspection,
    Judgement,
    LedgerRow,
    SnapshotWithLedger,
)
from klout_cli.results.activity import Activity
from klout_cli.results.around import Circle
from klout_cli.results.displayed import Figure, Subject
from klout_cli.results.dossier import FeaturedPost
from klout_cli.results.listeners import Listeners
from klout_cli.results.robustness import Robustness
from klout_cli.scoring import explanation, figures, robustness
from klout_cli.scoring.model import Model
from klout_cli.scoring.topics import subjects
from klout_cli.translation import gettext_noop as N_

MAX_PROPOSALS = 10


def explain_factor(
    person: SnapshotWithLedger, model: Model, factor: str, *, redact: bool = False
) -> Explanation:
    """Explain one factor of a snapshot; raises as `make_report` does."""
    snapshot = (withhold_names(person) if redact else person).snapshot
    explained = explanation.explain_factor(factor, snapshot, judge_person(snapshot, model), model)
    return redaction.redacted_explanation(explained) if redact else explained


def explain_formula(person: SnapshotWithLedger, model: Model, *, redact: bool = False) -> Formula:
    """Return the full calculation of a snapshot's score; raises as `make_report` does."""
    snapshot = (withhold_names(person) if redact else person).snapshot
    formula = explanation.explain_formula(snapshot, judge_person(snapshot, model), model)
    return redaction.redacted_formula(formula) if redact else formula


def try_models(person: SnapshotWithLedger, model: Model, *, redact: bool = False) -> Robustness:
    """Score a snapshot under other models as defensible; raises as `make_report` does."""
    snapshot = (withhold_names(person) if redact else person).snapshot
    return robustness.try_models(snapshot, judge_person(snapshot, model), model)


def explain_figure(
    person: SnapshotWithLedger, model: Model, id: str, *, redact: bool = False
) -> Figure:
    """Explain a printed number that is no factor; raises as `make_report` does."""
    if redact:
        return redaction.redacted_figure(explain_figure(withhold_names(person), model, id))
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
