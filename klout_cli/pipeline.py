"""The story on one page: exports -> profile -> measurements (a snapshot) -> judgement -> Report."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Sized
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from klout_cli.audit import Audit
from klout_cli.beside import Figure, Line, Offers, Subject
from klout_cli.dossier import Dossier, Shown
from klout_cli.errors import InputError, UsageError
from klout_cli.factors import FACTORS, OBSERVED, TRAITS
from klout_cli.factors.by_topic import ByTopic
from klout_cli.factors.interface import Factor, described
from klout_cli.importers import every_importer
from klout_cli.importers.container import Limits
from klout_cli.importers.interface import Reading
from klout_cli.importers.plugins import plugins
from klout_cli.importers.read import EMPTY, Found, read
from klout_cli.profile import merge
from klout_cli.profile.choice import Choice, chosen
from klout_cli.profile.circle import Circle, circle
from klout_cli.profile.profile import Account, Profile, Seen, day_of
from klout_cli.profile.rows import Export
from klout_cli.profile.topics import Topic, Topics
from klout_cli.profile.watch import SILENT, Watch
from klout_cli.reports import redact
from klout_cli.results import (
    Explanation,
    FactorSupply,
    Formula,
    Inspection,
    Judgement,
    LedgerRow,
    Measured,
    Measurement,
    OnTopic,
    Report,
    Snapshot,
    Source,
    Taken,
    Trial,
)
from klout_cli.scoring.assignment import assignment
from klout_cli.scoring.compare import period_ends
from klout_cli.scoring.explain import constants, curve, reckoned
from klout_cli.scoring.figures import FIGURES, figure, topic_lines, trait_lines
from klout_cli.scoring.hints import advise
from klout_cli.scoring.judge import judge, judged_accounts, standing_value
from klout_cli.scoring.model import Model, Window
from klout_cli.scoring.perks import Catalogue, offers
from klout_cli.scoring.topics import subjects as topic_by_topic
from klout_cli.scoring.whatif import rescored

IMPLAUSIBLE = 10**10
PROPOSALS = 10
FOLLOWERS_KEEP = 31
"""Days for which a number of followers may stand beside newer posts without a word (G8)."""
KINDS = {"original": "own posts", "reply": "replies", "self_reply": "self-replies", "repost": "reposts", "story": "stories"}


class Request(Struct, frozen=True):
    """What is asked: whose exports, read how, seen when, and which accounts of them count.

    `as_of`: an ISO date, `newest` (the newest post) or "" (the newest export's date; `today` where no file has one).
    """

    paths: Sequence[Path]
    model: Model
    reading: Reading
    limits: Limits = Limits()
    as_of: str = ""
    today: str = ""
    person: str = ""
    name: str = ""
    choice: Choice = Choice()
    topics: Mapping[str, Topic] = {}
    watch: Watch = SILENT


def score(request: Request) -> Report:
    """Read, merge, measure and judge; raises as `take` and `judged` do."""
    return judged(take(request), request.model)


def take(request: Request) -> Taken:
    """Read exports and measure the person in them on the day that is asked for.

    Raises InputError where the inputs hold no account of one person, AccessError where a path cannot be read.
    """
    return seen_on(request, read(request.paths, request.reading, request.limits, request.watch))


def seen_on(request: Request, found: Found) -> Taken:
    """Measure the person in exports that are read already, as `take` does."""
    with request.watch.step("measuring"):
        return _taken(request, found)


def _taken(request: Request, found: Found) -> Taken:
    profile = person(found, request)
    window, topics = request.model.window, Topics(request.topics)
    measured = measure(profile, window, topics)
    snapshot = Snapshot(
        person=profile.name,
        as_of=profile.as_of,
        measured=tuple(measured),
        on_topic=tuple(_from_topics(profile, measured, window, topics)) if topics else (),
        traits=tuple(trait.measure(profile.seen(window, topics)) for trait in TRAITS),
        inputs=found.inputs(),
    )
    return Taken(snapshot, profile.ledger, profile.warnings)


def on_days(requests: Sequence[Request]) -> list[Taken]:
    """Measure the person in the same exports on several days, reading them once; raises as `take` does."""
    found = read(requests[0].paths, requests[0].reading, requests[0].limits, requests[0].watch)
    return [seen_on(request, found) for request in requests]


def at_ends(request: Request, period: str) -> list[Taken]:
    """Measure the person at the end of every period since the first post, and on the day that is asked for; raises as `take` does."""
    found = read(request.paths, request.reading, request.limits, request.watch)
    last = seen_on(request, found)
    posts = [post.at for export in found.exports for post in export.posts]
    first = day_of(min(posts)).isoformat() if posts else last.snapshot.as_of
    days = period_ends(first, last.snapshot.as_of, period)
    return [*(seen_on(replace(request, as_of=day), found) for day in days), last]


def judged(taken: Taken, model: Model) -> Report:
    """Judge a snapshot, new or old. Raises InputError where nothing in it gives a number, with the reason for each account."""
    snapshot = taken.snapshot
    judgement = judge(snapshot.measured, model, snapshot.as_of)
    if judgement is None:
        raise _no_number(taken, model)
    advised = advise(snapshot.measured, judgement, model, snapshot.as_of)
    return Report(
        model=model.label,
        person=snapshot.person,
        as_of=snapshot.as_of,
        judgement=judgement,
        on_topic=_on_topic(snapshot, judgement, model),
        traits=snapshot.traits,
        inputs=snapshot.inputs,
        ledger=taken.ledger,
        warnings=(*taken.warnings, *_doubts(judgement, snapshot, model)),
        hints=advised.hints,
        together=advised.together,
        landmarks=tuple((mark.score, mark.who, mark.year) for mark in model.landmarks),
    )


def whatif(snapshot: Snapshot, model: Model, asked: Sequence[str]) -> Trial:
    """Judge a snapshot before and after changes (`x.followers=+10%`); raises as `judged` does, UsageError for what cannot be changed."""
    before = judged(Taken(snapshot), model)
    after = rescored(snapshot.measured, [assignment(text, snapshot.measured) for text in asked], model, snapshot.as_of)
    return Trial(before.model, before.person, before.as_of, tuple(asked), before.judgement, after or before.judgement)


def explain(snapshot: Snapshot, model: Model, factor: str) -> Explanation:
    """Return everything there is to say about one factor of a snapshot; raises as `judged` does."""
    return _explained(snapshot, model, _points(snapshot, model), factor)


def _points(snapshot: Snapshot, model: Model) -> Judgement:
    """Judge a snapshot without its interval, which takes most of the time."""
    judgement = judge(snapshot.measured, model, snapshot.as_of, likely=False)
    if judgement is None:
        raise _no_number(Taken(snapshot), model)
    return judgement


def _explained(snapshot: Snapshot, model: Model, judgement: Judgement, factor: str) -> Explanation:
    asked = next(one for one in FACTORS if one.id == factor)
    question, counted, blind = described(asked)
    entry = next(entry for entry in judgement.breakdown if entry.id == factor)
    accounts = reckoned(factor, snapshot.measured, judgement, model)
    return Explanation(
        id=factor,
        title=asked.title,
        question=question,
        counted=counted,
        blind_spots=blind,
        because=getattr(model.factors, factor).because,
        points=entry.points,
        state=entry.state,
        unit=asked.unit,
        accounts=accounts,
        curve=curve(factor, model),
        constants=constants(factor, sorted({one.network for one in accounts}), model),
        evidence={account.id: account.of("evidence").facts.get("posts", ()) for account in snapshot.measured},
    )


def dossier(taken: Taken, model: Model) -> Dossier:
    """Return a report with every factor explained and the audit; raises as `judged` does."""
    report = judged(taken, model)
    explanations = tuple(_explained(taken.snapshot, model, report.judgement, factor.id) for factor in FACTORS)
    return Dossier(report, explanations, audit(taken, model))


def redacted_dossier(taken: Taken, model: Model) -> Dossier:
    """Return the same with numbers and categories alone (reliability P1 to P4)."""
    seen = redact.nameless(taken, redact.ordinals((taken.snapshot,)))
    explanations = (explain(seen.snapshot, model, factor.id) for factor in FACTORS)
    return Dossier(redacted(taken, model), tuple(map(redact.redacted_explanation, explanations)), redacted_audit(taken, model))


def redacted_audit(taken: Taken, model: Model) -> Audit:
    """Ask every check, and answer for others' eyes; links between accounts are followed before."""
    return redact.redacted_audit(audit(taken, model), redact.ordinals((taken.snapshot,)))


def redacted(taken: Taken, model: Model) -> Report:
    """Judge a snapshot for others' eyes; raises as `judged` does."""
    return redact.redacted(judged(redact.nameless(taken, redact.ordinals((taken.snapshot,))), model))


def displayed(taken: Taken, model: Model, id: str) -> Figure:
    """Explain a printed number that is no factor; raises as `judged` does, where the score is needed."""
    if id in FIGURES:
        shown = figure(id, judged(taken, model), model)
        return replace(shown, lines=(*shown.lines, *topic_lines(subjects(taken, model)))) if id == "channels" else shown
    asked = next(trait for trait in TRAITS if trait.id == id)
    found = next((one for one in taken.snapshot.traits if one.factor == id), Measurement(id, "missing", {}, "not kept in this snapshot"))
    lines = trait_lines(found.facts) or (Line("not measured", "{reason}", {"reason": found.reason}),)
    return Figure(id, asked.title, *described(asked), lines)


def subjects(taken: Taken, model: Model) -> tuple[Subject, ...]:
    """Return what the posts on each stated topic get, account by account; raises as `judged` does."""
    return topic_by_topic(taken.snapshot.measured, judged(taken, model).judgement, model)


def proposals(taken: Taken, request: Request, found: Found) -> tuple[Subject, ...]:
    """Return what else the posts that count are about, measured like stated topics; for the person's own screen, and kept nowhere."""
    from klout_cli.profile.phrases import phrases  # dear, and for this alone

    profile, stated, window = person(found, request), Topics(request.topics), request.model.window
    texts = [one.post.text for seen in profile.seen(window, stated) for one in seen.counted if one.post.text]
    with request.watch.step("looking for topics"):
        topics = Topics({phrase: Topic(keywords=[phrase]) for phrase in phrases(texts, stated, PROPOSALS)})
    observed = {seen.account.id: ByTopic().measure(seen) for seen in profile.seen(window, topics)}
    measured = [replace(account, observed=(observed[account.id],)) for account in taken.snapshot.measured]
    judgement = judged(taken, request.model).judgement
    return tuple(one for one in topic_by_topic(measured, judgement, request.model) if one.topic)


def perks(taken: Taken, model: Model, catalogue: Catalogue, topics: Iterable[str]) -> Offers:
    """Return what a catalogue offers for the score of a snapshot on its day; raises as `judged` does."""
    return offers(catalogue, judged(taken, model), taken.snapshot.measured, model, topics)


def formula(snapshot: Snapshot, model: Model) -> Formula:
    """Return the whole reckoning of a snapshot, for checking it by hand; raises as `judged` does."""
    judgement = _points(snapshot, model)
    explanations = tuple(_explained(snapshot, model, judgement, factor.id) for factor in FACTORS)
    scale = model.scale
    return Formula(explanations, judgement, scale.average, scale.origin, scale.slope, scale.other_accounts)


def questions() -> list[tuple[str, str]]:
    """Return every factor's id and question, in the order of the method."""
    return [(factor.id, described(factor)[0]) for factor in FACTORS]


def other_questions() -> list[tuple[str, str]]:
    """Return id and question of every other printed number that can be explained."""
    return [*((id, rule.question) for id, rule in FIGURES.items()), *((trait.id, described(trait)[0]) for trait in TRAITS)]


def words(found: Found) -> dict[str, str]:
    """Return the texts of the person's own posts by id, for explanations that were asked to show them."""
    return {post.id: post.text for export in found.exports for post in export.posts}


def shown(found: Found, ids: Sequence[str]) -> tuple[Shown, ...]:
    """Return own public posts as the person chose them. Raises UsageError for an id that is no such post's."""
    own = {post.id: (post, export.network) for export in found.exports for post in export.posts if post.public and post.kind == "original"}
    if unknown := [id for id in ids if id not in own]:
        raise UsageError("none of the own public posts has this id", ", ".join(unknown), "klout explain resonance lists ids of posts")
    chosen = ((id, *own[id]) for id in ids)
    return tuple(Shown(id, network, day_of(post.at).isoformat(), post.text, post.url, post.reactions) for id, post, network in chosen)


def audit(taken: Taken, model: Model) -> Audit:
    """Ask every check about every account of a snapshot, also where nothing gives a number."""
    from klout_cli.checks import audited  # a module for each check, which nothing else needs

    measured = taken.snapshot.measured
    mutual = frozenset(account.network for account in measured if model.network(account.network).mutual)
    return audited(taken, judged_accounts(measured, model, taken.snapshot.as_of), mutual, model.label)


def network(request: Request, merging: bool = True) -> Circle:
    """Return the people around the person in the exports; raises as `take` does, InputError also where the exports name nobody (G2)."""
    found = person(read(request.paths, request.reading, request.limits, request.watch), request)
    model = request.model
    with request.watch.step("looking at the people"):
        around = circle(
            found.accounts,
            Topics(request.topics),
            lambda one: standing_value(one.kind, one.value, model),
            model.factors.network.expert,
            found.as_of,
            found.name,
            merging,
        )
    if not around.members:
        raise InputError("these exports name nobody the person dealt with", "", "klout sources tells which exports do")
    return around


def inspect(request: Request) -> tuple[list[Inspection], list[LedgerRow], list[str]]:
    """Return what each export is, the ledger of files that are none, and what was refused. Raises InputError where there is no export."""
    found = read(request.paths, request.reading, request.limits, request.watch)
    if not found.exports:
        raise _nothing(found)
    inspections = [_inspection(export, request) for export in found.exports]
    told = {row.file for inspection in inspections for row in inspection.ledger}
    return inspections, [row for row in found.ledger if row.file not in told], [*found.warnings, *map(str, found.refused)]


def sources() -> list[Source]:
    """Return where to ask for each network's export, in the order of the importers, those of third parties last."""
    return [importer.source for importer in (*every_importer(), *(plugin.importer for plugin in plugins()[0]))]


def plugin_faults() -> tuple[str, ...]:
    """Return what is wrong with importers of third parties that cannot be used."""
    return plugins()[1]


def person(found: Found, request: Request) -> Profile:
    """Merge the exports of one person, with the accounts and numbers the request asks for."""
    if not found.exports:
        raise _nothing(found)
    exports, name = merge.one_person(found.exports, request.person, request.choice.settings)
    accounts, said = merge.accounts(exports)
    if not accounts:
        raise InputError("these files hold no account", "", "contacts.csv goes together with exports; klout inspect tells what a file is")
    kept = chosen(accounts, request.choice)
    if request.person:
        said = [*merge.unnamed_among_several(found.exports, exports, request.choice.settings), *said]
    warnings = [*map(str, found.refused), *found.warnings, *said, *dict.fromkeys(note for export in exports for note in export.notes)]
    ledger = tuple(sorted(found.ledger, key=lambda row: row.file))
    return Profile(request.name or name, tuple(kept), _as_of(request, exports), ledger, tuple(warnings))


def _as_of(request: Request, exports: Sequence[Export]) -> str:
    """Return the day asked for, else the newest post's (`newest`), the newest export's, or today where no file has a date."""
    if request.as_of not in ("", "newest"):
        return request.as_of
    posts = [post.at for export in exports for post in export.posts]
    dates = [at for export in exports if (at := export.exported_at or merge.newest_row(export)) is not None]
    known = posts if request.as_of == "newest" and posts else dates
    return day_of(max(known)).isoformat() if known else request.today


def measure(profile: Profile, window: Window, topics: Topics) -> list[Measured]:
    """Ask every factor about every account."""
    return [_measured(seen) for seen in profile.seen(window, topics)]


def _from_topics(profile: Profile, measured: Sequence[Measured], window: Window, topics: Topics) -> Iterable[Measured]:
    """Ask about on-topic posts alone; what does not come from posts stays as it was measured (method §4.3)."""
    for whole, seen in zip(measured, profile.seen(window, topics, on_topic_only=True), strict=True):
        found = tuple(_with_reason(factor.measure(seen), seen.account) if factor.of_posts else whole.of(factor.id) for factor in FACTORS)
        yield replace(whole, window=seen.window, measurements=found, weeks=seen.weeks, crowd=_crowd(seen), observed=())


def _measured(seen: Seen) -> Measured:
    account = seen.account
    return Measured(
        id=account.id,
        network=account.network,
        handle=account.handle,
        exported_at=None if account.exported_at is None else day_of(account.exported_at).isoformat(),
        seen_at=seen.day.isoformat(),
        window=seen.window,
        measurements=_asked(FACTORS, seen),
        weeks=seen.weeks,
        crowd=_crowd(seen),
        observed=_asked(OBSERVED, seen),
    )


def _crowd(seen: Seen) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(seen.crowd.values()).items()))


def _asked(factors: Iterable[Factor], seen: Seen) -> tuple[Measurement, ...]:
    return tuple(_with_reason(factor.measure(seen), seen.account) for factor in factors)


def _with_reason(found: Measurement, account: Account) -> Measurement:
    """Let an export that can never feed a factor say so, and name the one that would."""
    why = account.lacks.get(found.factor)
    return replace(found, reason=why) if found.state == "missing" and why else found


def _on_topic(snapshot: Snapshot, judgement: Judgement, model: Model) -> OnTopic | None:
    only = judge(snapshot.on_topic, model, snapshot.as_of, likely=False)
    return OnTopic(only.score.value, only.score.value - judgement.score.value) if only else None


def _doubts(judgement: Judgement, snapshot: Snapshot, model: Model) -> Iterable[str]:
    """Say what a reader should know before believing the number."""
    newest = {account.id: account.of("cadence").facts.get("newest") for account in snapshot.measured}
    counted_on = {account.id: account.of("audience").facts.get("as_of") for account in snapshot.measured}
    for account in judgement.accounts:
        if _days(counted_on[account.id], account.window.newest) > FOLLOWERS_KEEP:
            yield f"{account.id}: its followers are of {counted_on[account.id]}, its newest post is of {account.window.newest}"
        if account.audience.quality == "cut":
            yield f"{account.id}: only a part of the audience is known; it is larger than {account.audience.followers:,.0f}"
        if (account.audience.followers or 0) > IMPLAUSIBLE:
            yield f"{account.id}: {account.audience.followers:,.0f} followers are implausible"
        if account.window.newest is None and newest[account.id] and account.state == "scored":
            yield f"{account.id}: no post of the last {model.window.fallback_days} days; --as-of newest scores it as of its newest post"
    for network in sorted({account.network for account in judgement.accounts} - set(model.networks)):
        yield f"{network} has no reference values of its own: it counts as other networks without any do"


def _days(first: object, last: object) -> int:
    """Return the days between two ISO dates, 0 where one is not known."""
    return (date.fromisoformat(str(last)) - date.fromisoformat(str(first))).days if first and last else 0


def _no_number(taken: Taken, model: Model) -> InputError:
    """Say for each account why it cannot be scored, and what would help."""
    snapshot = taken.snapshot
    reasons = [f"{account.id}: {account.reason}" for account in judged_accounts(snapshot.measured, model, snapshot.as_of)]
    remedy = "klout sources tells which export holds what is missing"
    newest = max((str(account.of("cadence").facts.get("newest", "")) for account in snapshot.measured), default="")
    if newest and (age := (date.fromisoformat(snapshot.as_of) - date.fromisoformat(newest)).days) > model.window.fallback_days:
        reasons.insert(0, f"the newest post is {age:,} days old")
        remedy = "score as of the newest post: --as-of newest"
    return InputError("not enough data for a number", "; ".join([*reasons, *taken.warnings]), remedy)


def _nothing(found: Found) -> InputError:
    if found.refused:
        first = found.refused[0]
        return InputError(first.what, first.where, first.remedy)
    files = [row.file for row in found.ledger]
    listed = ", ".join(files[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")
    if all(EMPTY in row.reasons for row in found.ledger):
        return InputError(EMPTY, listed, "download or save it again")
    return InputError("no export that klout knows", listed, "klout sources lists what can be read; klout inspect tells what a file is")


def _inspection(export: Export, request: Request) -> Inspection:
    return Inspection(
        network=export.network,
        variant=export.variant,
        account=f"{export.network}:{export.handle}" if export.handle != export.network else "",
        owner=export.owner.name,
        exported_at=None if export.exported_at is None else day_of(export.exported_at).isoformat(),
        rows=_rows(export),
        supplies=tuple(_supplies(export, request)),
        ledger=export.ledger,
        notes=export.notes,
    )


def _supplies(export: Export, request: Request) -> Iterable[FactorSupply]:
    """Ask every factor what it finds in this export alone; a table of contacts alone is no account, and says what it can add."""
    accounts, _ = merge.accounts([export])
    if not accounts and not export.contacts:
        return [
            FactorSupply(factor.id, factor.title, False, export.lacks.get(factor.id) or "no row of it can be used") for factor in FACTORS
        ]
    if not accounts:
        return [FactorSupply(factor.id, factor.title, factor.id not in export.lacks, export.lacks.get(factor.id, "")) for factor in FACTORS]
    profile = Profile("", tuple(accounts), _as_of(request, [export]), (), ())
    (measured,) = measure(profile, request.model.window, Topics(request.topics))
    return [
        FactorSupply(factor.id, factor.title, found.state == "measured", found.reason)
        for factor, found in zip(FACTORS, measured.measurements, strict=True)
    ]


def _rows(export: Export) -> dict[str, int]:
    """Count the rows of each table of an export, posts by kind; numbers it states stand beside them."""
    rows: dict[str, int] = {}
    for post in export.posts:
        rows[KINDS[post.kind]] = rows.get(KINDS[post.kind], 0) + 1
    lists: dict[str, Sized] = {
        "contacts": export.contacts,
        "interactions": export.interactions,
        "follower ids": export.followers,
        "following ids": export.following,
    }
    rows.update({name: len(table) for name, table in lists.items() if table})
    newest = {level.metric: level.value for level in sorted(export.levels, key=lambda level: level.at or 0)}
    return rows | newest
