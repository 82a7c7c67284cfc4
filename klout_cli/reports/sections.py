"""The sections of a full report in order, shared by pages and Markdown."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from klout_cli import __version__
from klout_cli.reports import charts, network_svg
from klout_cli.reports.audit import NOTHING_SCORED, STATES, TO_DO, inventory, remedies, results
from klout_cli.reports.comparison import comparison_blocks, trend_blocks
from klout_cli.reports.explain import GRADES, MARKS, constants, doubts, evidence, rule
from klout_cli.reports.hints import hints_blocks
from klout_cli.reports.layout import Block, Drawing, Note, Pairs, Table, Waterfall
from klout_cli.reports.legacy_facts import NO_DATE, account_name, count, signed
from klout_cli.reports.names import network_title
from klout_cli.reports.network import network_blocks
from klout_cli.reports.person import (
    LIMITS,
    accounts_table,
    alerts,
    beside,
    headline,
    method,
    named,
    narrowing,
    not_scored,
    on_topic,
    skipped,
    unmeasured,
    what_makes_it,
    whose,
)
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import is_number, position, score_text
from klout_cli.reports.topics import stated_blocks
from klout_cli.results import Comparison, Explanation, ModelName, Report, Score, Trend
from klout_cli.results.audited import Audit, CheckState
from klout_cli.results.dossier import Dossier

LONGEST_POST = 80
DRAWN = 60  # people in a page's picture
LINKS = ("https://", "http://")
NOWHERE = "Made on this computer from the person's own exports. Nothing was sent anywhere."
METHOD = (
    "Reactions, audience, answers, endorsements and contacts are counted in the person's own data "
    "downloads, and nothing is looked up "
    "elsewhere. Each is held against what an audience of that size usually gets, and gives points "
    "above or below 40, the average person. "
    "Accounts combine like pooled audiences: the strongest counts whole, every other one less. The "
    "interval says where the score lies "
    "with 80 % certainty, given how few posts there are and what was not measured."
)
CHECK = (
    "klout verify FILE EXPORTS... computes every number on this page anew from the downloads, and "
    "rejects it where anything differs."
)
TRY_OUT = "klout whatif --set ACCOUNT.FACT=VALUE tries out any change, also those nobody hints at."
ABOUT_FILES = (
    "klout inspect PATH... names every skipped row. A fault in klout can be filed without any of "
    "these files."
)


class Picture(Struct, frozen=True):
    """An SVG of `charts`; a table or list beside it has its numbers."""

    svg: str


class Fold(Struct, frozen=True):
    """Items below a summary; `open`: initially expanded."""

    summary: str
    items: tuple["Item", ...]
    open: bool = False


class Section(Struct, frozen=True):
    """A part of a report under a heading."""

    id: str
    title: str
    items: tuple["Item", ...]


class Work(Struct, frozen=True):
    """An own post; `link` is its web address or ""."""

    told: str
    text: str
    link: str


Item: TypeAlias = Block | Picture | Fold | Work


def sections(dossier: Dossier) -> list[Section]:
    """Return the non-empty parts of a report in order."""
    parts: Sequence[tuple[str, str, Callable[[Dossier], Iterator[Item]]]] = (
        ("warnings", "Warnings", _warnings),
        ("score", "Score", _score),
        ("factors", "What makes the score", _factors),
        ("accounts", "Accounts", _accounts),
        ("trend", "Over time", _trend),
        ("network", "Network", _network),
        ("topics", "Topics and channels", _topics),
        ("hints", "What would raise it", _hints),
        ("audit", "Audit of the profiles", _audit),
        ("work", "Best work", _work),
        ("beside", "Shown and never scored", _beside),
        ("files", "What was read", _files),
        ("made", "How this was made", _production),
        ("limits", "Limits", _limits),
    )
    sections = [_section(id, title, items(dossier)) for id, title, items in parts]
    return [section for section in sections if section.items]


def _section(id: str, title: str, items: Iterator[Item]) -> Section:
    return Section(id, title, tuple(item for item in items if _says(item)))


def _says(item: Item) -> bool:
    """Return True if a block has any content."""
    match item:
        case Table() | Pairs():
            return bool(item.rows)
        case Note():
            return bool(item.lines)
        case Fold():
            return bool(item.items)
    return True


def _fold(summary: str, items: Iterator[Item], open: bool = False) -> Fold:
    return Fold(summary, tuple(item for item in items if _says(item)), open)


def _warnings(dossier: Dossier) -> Iterator[Item]:
    yield alerts(dossier.report)


def _score(dossier: Dossier) -> Iterator[Item]:
    score = dossier.report.judgement.score
    yield Picture(charts.gauge(score, describe_gauge(score)))
    yield headline(score)
    yield whose(dossier.report)
    others = tuple(
        (safe(who), f"{points:g} ({year})") for points, who, year in dossier.report.landmarks
    )
    yield Pairs(others, "On the same scale")
    yield Note("Limits", (LIMITS,), "title")


def describe_gauge(score: Score) -> str:
    """Return what the gauge shows."""
    scale = f"On a scale from {charts.LOWEST} to {charts.HIGHEST} the score is"
    likely = f"likely {half_up(score.low):.0f} to {half_up(score.high):.0f}"
    if not is_number(score.quality):
        return f"{scale} {likely}"
    place = f": {position(score.percentile)}" if score.percentile is not None else ""
    return f"{scale} {score_text(score)}, {likely}{place}"


def _factors(dossier: Dossier) -> Iterator[Item]:
    made = what_makes_it(dossier.report.judgement)
    yield made
    yield narrowing(dossier.report)
    if not isinstance(made, Waterfall):
        return
    points = {step.title: step.points or step.word for step in made.steps}
    for explanation in dossier.explanations:
        yield _fold(f"{explanation.title}: {points[explanation.title]}", _explained(explanation))
    if dossier.explanations:
        yield _fold("Posts that carry most", evidence(dossier.explanations, {}))
        yield _fold(
            "Every constant and its source",
            iter((constants(dossier.explanations), Note("Grades", (GRADES,), "quiet"))),
        )


def _explained(explanation: Explanation) -> Iterator[Item]:
    """Yield a factor's explanation with its curve.

    A table lists the accounts of its letters.
    """
    for block in (*rule(explanation), *doubts(explanation)):
        if isinstance(block, Drawing):
            accounts = [account for account in explanation.accounts if account.steps]
            yield Picture(
                charts.curve(explanation, accounts, f"Points over what is measured: {block.spoken}")
            )
            rows = zip(MARKS, accounts, strict=False)
            yield Table(
                ("On the curve", "Account", "Points"),
                tuple(
                    (mark, account_name(account), signed(account.points, 1))
                    for mark, account in rows
                ),
            )
        else:
            yield block


def _accounts(dossier: Dossier) -> Iterator[Item]:
    judgement = dossier.report.judgement
    yield accounts_table(judgement)
    yield not_scored(judgement)
    yield _fold("What single accounts could not show", unmeasured(judgement))


def _trend(dossier: Dossier) -> Iterator[Item]:
    if dossier.trend:
        yield from _over_time(dossier.trend)


def _over_time(trend: Trend) -> Iterator[Item]:
    first, last = trend.moments[0], trend.moments[-1]
    before, after = (score_text(moment.score) for moment in (first, last))
    description = (
        f"The score went from {before} on {first.as_of} to {after} on {last.as_of}; the band is "
        "its interval"
    )
    yield Picture(charts.over_time(trend.moments, description))
    yield from trend_blocks(trend, plain=True)


def _network(dossier: Dossier) -> Iterator[Item]:
    if dossier.around and dossier.around.members:
        yield Picture(network_svg.picture(dossier.around, DRAWN, legend=False))
        yield from network_blocks(dossier.around, network_svg.NUMBERED)


def _topics(dossier: Dossier) -> Iterator[Item]:
    if dossier.topics:
        yield from stated_blocks(dossier.topics)


def _hints(dossier: Dossier) -> Iterator[Item]:
    yield from hints_blocks(dossier.report)
    yield Note("Try out", (TRY_OUT,), "quiet")


def _audit(dossier: Dossier) -> Iterator[Item]:
    if dossier.audit:
        audit = dossier.audit
        yield inventory(audit)
        for state, name in STATES.items():
            yield _fold(
                f"{name}: {count(audit.counts[state])}",
                _checks(audit, state),
                open=state == "opportunity",
            )
        yield Note("Score", (NOTHING_SCORED,), "quiet")


def _checks(audit: Audit, state: CheckState) -> Iterator[Item]:
    yield Pairs(tuple(results(audit, state)))
    if state in TO_DO:
        yield Pairs(tuple(remedies(audit, state)), "What to do")


def _beside(dossier: Dossier) -> Iterator[Item]:
    yield beside(dossier.report)


def _work(dossier: Dossier) -> Iterator[Item]:
    for post in dossier.posts:
        where = f"{network_title(post.network)}, {post.day}"
        facts = where if post.reactions is None else f"{where}, {count(post.reactions)} reactions"
        yield Work(
            facts,
            safe(post.text, LONGEST_POST) or safe(post.id),
            safe(post.link, 2000) if post.link.startswith(LINKS) else "",
        )


def _files(dossier: Dossier) -> Iterator[Item]:
    yield fingerprints(dossier, named=True)
    for block in skipped(dossier.report.ledger, verbose=True):
        yield _fold("Every file", iter((block,))) if isinstance(block, Table) else block
    yield Note("Files", (ABOUT_FILES,), "quiet")


def fingerprints(dossier: Dossier, named: bool) -> Pairs:
    """List the downloads with hashes of their contents, which identify them.

    The hashes don't cover file names.
    """
    ordered = sorted(dossier.report.inputs, key=lambda download: download.fingerprint)
    names = (
        safe(download.name) if named else f"Download {place}"
        for place, download in enumerate(ordered, start=1)
    )
    texts = (
        f"{count(download.files)} files used, {count(download.bytes)} bytes, {download.fingerprint}"
        for download in ordered
    )
    return Pairs(tuple(zip(names, texts, strict=True)), "Downloads")


def _production(dossier: Dossier) -> Iterator[Item]:
    yield Pairs(tuple(settings(dossier)))
    yield Note("Where", (NOWHERE,), "quiet")


def settings(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the method, program and options of a report."""
    report = dossier.report
    yield named(report.model)
    yield "Fingerprint", safe(report.model.fingerprint)
    yield "Program", f"klout-cli {__version__}"
    yield "Data up to", report.as_of or NO_DATE
    windows = [account.window for account in report.judgement.accounts if account.state == "scored"]
    days = [day for window in windows for day in (window.first, window.last) if day is not None]
    if days:
        yield "Posts counted", f"from {min(days)} to {max(days)}"
    yield "Names", "withheld" if report.redacted else "shown"
    if dossier.options:
        yield (
            "Asked for",
            safe(" ".join(f"--{name} {value}" for name, value in dossier.options.items()), 1000),
        )


def _limits(dossier: Dossier) -> Iterator[Item]:
    yield Note("Limits", (LIMITS,), "title")


def changed(comparison: Comparison) -> list[Section]:
    """Return the change between two dates."""
    return [
        _section("change", "What changed", comparison_blocks(comparison)),
        *_judged_by(comparison.model),
    ]


def application(dossier: Dossier) -> list[Section]:
    """Return the parts of the page for an application.

    The number and its breakdown, best work, method, limits, and the proof.
    """
    report = dossier.report
    bare = what_makes_it(report.judgement)
    if isinstance(bare, Waterfall):
        bare = replace(bare, steps=tuple(replace(step, fact="") for step in bare.steps))
    judged = Note("Warning", alerts(replace(report, warnings=())).lines, "alert")
    score = report.judgement.score
    return [
        section
        for section in (
            _section(
                "score",
                "Score",
                iter(
                    (
                        judged,
                        Picture(charts.gauge(score, describe_gauge(score))),
                        headline(score),
                        whose(report),
                    )
                ),
            ),
            _section(
                "factors", "What makes the score", iter((bare, Pairs(tuple(on_topic(report)))))
            ),
            _section("work", "Best work", _work(dossier)),
            _section(
                "method",
                "How it is measured",
                iter((Note("Method", (METHOD,)), Note("Limits", (LIMITS,)))),
            ),
            _section(
                "proof",
                "To be checked",
                iter(
                    (
                        Note("Check", (CHECK,)),
                        Pairs(tuple(settings(dossier))),
                        fingerprints(dossier, named=False),
                    )
                ),
            ),
        )
        if section.items
    ]


def trend_sections(trend: Trend) -> list[Section]:
    """Return the score over many dates."""
    return [_section("trend", "Over time", _over_time(trend)), *_judged_by(trend.model)]


def _judged_by(model: ModelName) -> list[Section]:
    return [
        _section("made", "How this was made", iter((method(model),))),
        _section("limits", "Limits", iter((Note("Limits", (LIMITS,), "title"),))),
    ]


def title(report: Report) -> str:
    """Return a report's title: number, person and date."""
    value = score_text(report.judgement.score)
    person = "redacted" if report.redacted else safe(report.person)
    return " – ".join(filter(None, (f"Klout score {value}", person, report.as_of)))
