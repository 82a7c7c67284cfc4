"""What a whole report says and in which order (expectations §3), as blocks: a page and a Markdown file lay out the same sections."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from klout_cli import __version__
from klout_cli.reports import charts, network_svg
from klout_cli.reports.audit import NOTHING_SCORED, STATES, TO_DO, inventory, remedies, told
from klout_cli.reports.comparison import comparison, trend
from klout_cli.reports.explain import GRADES, MARKS, constants, doubts, evidence, rule
from klout_cli.reports.facts import account_name, count, signed
from klout_cli.reports.hints import hints_blocks
from klout_cli.reports.layout import Block, Drawing, Note, Pairs, Table
from klout_cli.reports.names import network_title
from klout_cli.reports.network import network_blocks
from klout_cli.reports.person import (
    LIMITS,
    accounts_table,
    alerts,
    beside,
    breakdown,
    headline,
    method,
    named,
    not_scored,
    on_topic,
    position,
    skipped,
    unmeasured,
    whose,
)
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.topics import stated_blocks
from klout_cli.results import Comparison, Explanation, ModelName, Report, Score, Trend
from klout_cli.results.audited import Audit, CheckState
from klout_cli.results.dossier import Dossier

LONGEST_POST = 80
DRAWN = 60  # people in the picture of a page
LINKS = ("https://", "http://")
NOWHERE = "Made on this computer from the person's own exports. Nothing was sent anywhere."
METHOD = (
    "Reactions, audience, answers, endorsements and contacts are counted in the person's own data downloads, and nothing is looked up "
    "elsewhere. Each is held against what an audience of that size usually gets, and gives points above or below 40, the average person. "
    "Accounts combine like pooled audiences: the strongest counts whole, every other one less. The interval says where the score lies "
    "with 80 % certainty, given how few posts there are and what was not measured."
)
CHECK = "klout verify FILE EXPORTS... computes every number on this page anew from the downloads, and rejects it where anything differs."
TRY_OUT = "klout whatif --set ACCOUNT.FACT=VALUE tries out any change, also those nobody hints at."
ABOUT_FILES = "klout inspect PATH... names every skipped row. A fault in klout can be filed without any of these files."


class Picture(Struct, frozen=True):
    """An SVG of `charts`; a table or a list with its numbers stands beside it."""

    svg: str


class Fold(Struct, frozen=True):
    """Items behind a summary that can be opened; `open` tells whether they are at first."""

    summary: str
    items: tuple["Item", ...]
    open: bool = False


class Section(Struct, frozen=True):
    """A part of a report under a heading."""

    id: str
    title: str
    items: tuple["Item", ...]


class Work(Struct, frozen=True):
    """An own post that is shown; `link` is an address of the web or ""."""

    told: str
    text: str
    link: str


Item: TypeAlias = Block | Picture | Fold | Work


def sections(found: Dossier) -> list[Section]:
    """Return the parts of a report that say something, in their order."""
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
        ("made", "How this was made", _made),
        ("limits", "Limits", _limits),
    )
    made = [_section(id, title, items(found)) for id, title, items in parts]
    return [section for section in made if section.items]


def _section(id: str, title: str, items: Iterator[Item]) -> Section:
    return Section(id, title, tuple(item for item in items if _says(item)))


def _says(item: Item) -> bool:
    """Tell whether a block has anything in it."""
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


def _warnings(found: Dossier) -> Iterator[Item]:
    yield alerts(found.report)


def _score(found: Dossier) -> Iterator[Item]:
    score = found.report.judgement.score
    yield Picture(charts.gauge(score, gauge_told(score)))
    yield headline(score)
    yield whose(found.report)
    others = tuple(
        (safe(who), f"{points:g} ({year})") for points, who, year in found.report.landmarks
    )
    yield Pairs(others, "On the same scale")
    yield Note("Limits", (LIMITS,), "title")


def gauge_told(score: Score) -> str:
    """Say what the gauge shows."""
    value, low, high = (
        f"{half_up(score.value, 1):.1f}",
        f"{half_up(score.low):.0f}",
        f"{half_up(score.high):.0f}",
    )
    return f"On a scale from {charts.LOWEST} to {charts.HIGHEST} the score is {value}, likely {low} to {high}: {position(score.percentile)}"


def _factors(found: Dossier) -> Iterator[Item]:
    made = breakdown(found.report.judgement)
    yield made
    points = {step.title: step.points or step.word for step in made.steps}
    for one in found.explanations:
        yield _fold(f"{one.title}: {points[one.title]}", _explained(one))
    if found.explanations:
        yield _fold("Posts that carry most", evidence(found.explanations, {}))
        yield _fold(
            "Every constant and its source",
            iter((constants(found.explanations), Note("Grades", (GRADES,), "quiet"))),
        )


def _explained(found: Explanation) -> Iterator[Item]:
    """Return what `klout explain` says of a factor, its curve drawn.

    The letters on it stand in a table.
    """
    for block in (*rule(found), *doubts(found)):
        if isinstance(block, Drawing):
            accounts = [account for account in found.accounts if account.numbers]
            yield Picture(
                charts.curve(found, accounts, f"Points over what is measured: {block.spoken}")
            )
            rows = zip(MARKS, accounts, strict=False)
            yield Table(
                ("On the curve", "Account", "Points"),
                tuple((mark, account_name(one), signed(one.points, 1)) for mark, one in rows),
            )
        else:
            yield block


def _accounts(found: Dossier) -> Iterator[Item]:
    judgement = found.report.judgement
    yield accounts_table(judgement)
    yield not_scored(judgement)
    yield _fold("What single accounts could not show", unmeasured(judgement))


def _trend(found: Dossier) -> Iterator[Item]:
    if found.trend:
        yield from _over_time(found.trend)


def _over_time(found: Trend) -> Iterator[Item]:
    first, last = found.moments[0], found.moments[-1]
    before, after = (f"{half_up(moment.score.value, 1):.1f}" for moment in (first, last))
    told = f"The score went from {before} on {first.as_of} to {after} on {last.as_of}; the band is its interval"
    yield Picture(charts.over_time(found.moments, told))
    yield from trend(found, plain=True)


def _network(found: Dossier) -> Iterator[Item]:
    if found.around and found.around.members:
        yield Picture(network_svg.picture(found.around, DRAWN, legend=False))
        yield from network_blocks(found.around, network_svg.NUMBERED)


def _topics(found: Dossier) -> Iterator[Item]:
    if found.topics:
        yield from stated_blocks(found.topics)


def _hints(found: Dossier) -> Iterator[Item]:
    yield from hints_blocks(found.report)
    yield Note("Try out", (TRY_OUT,), "quiet")


def _audit(found: Dossier) -> Iterator[Item]:
    if found.audit:
        audit = found.audit
        yield inventory(audit)
        for state, name in STATES.items():
            yield _fold(
                f"{name}: {count(audit.counts[state])}",
                _checks(audit, state),
                open=state == "opportunity",
            )
        yield Note("Score", (NOTHING_SCORED,), "quiet")


def _checks(audit: Audit, state: CheckState) -> Iterator[Item]:
    yield Pairs(tuple(told(audit, state)))
    if state in TO_DO:
        yield Pairs(tuple(remedies(audit, state)), "What to do")


def _beside(found: Dossier) -> Iterator[Item]:
    yield beside(found.report)


def _work(found: Dossier) -> Iterator[Item]:
    for post in found.posts:
        where = f"{network_title(post.network)}, {post.day}"
        told = where if post.reactions is None else f"{where}, {count(post.reactions)} reactions"
        yield Work(
            told,
            safe(post.text, LONGEST_POST) or safe(post.id),
            safe(post.link, 2000) if post.link.startswith(LINKS) else "",
        )


def _files(found: Dossier) -> Iterator[Item]:
    yield fingerprints(found, named=True)
    for block in skipped(found.report.ledger, verbose=True):
        yield _fold("Every file", iter((block,))) if isinstance(block, Table) else block
    yield Note("Files", (ABOUT_FILES,), "quiet")


def fingerprints(found: Dossier, named: bool) -> Pairs:
    """List the downloads with a hash of what they hold, by which they are known again.

    Their names are no part of that.
    """
    ordered = sorted(found.report.inputs, key=lambda one: one.fingerprint)
    names = (
        safe(one.name) if named else f"Download {place}"
        for place, one in enumerate(ordered, start=1)
    )
    told = (
        f"{count(one.files)} files used, {count(one.bytes)} bytes, {one.fingerprint}"
        for one in ordered
    )
    return Pairs(tuple(zip(names, told, strict=True)), "Downloads")


def _made(found: Dossier) -> Iterator[Item]:
    yield Pairs(tuple(settings(found)))
    yield Note("Where", (NOWHERE,), "quiet")


def settings(found: Dossier) -> Iterator[tuple[str, str]]:
    """Say by which method, program and options a report was made (expectations A7)."""
    report = found.report
    yield named(report.model)
    yield "Fingerprint", safe(report.model.fingerprint)
    yield "Program", f"klout-cli {__version__}"
    yield "Data up to", report.as_of
    windows = [account.window for account in report.judgement.accounts if account.state == "scored"]
    yield (
        "Posts counted",
        f"from {min(one.first for one in windows)} to {max(one.last for one in windows)}",
    )
    yield "Names", "withheld" if report.redacted else "shown"
    if found.options:
        yield (
            "Asked for",
            safe(" ".join(f"--{name} {value}" for name, value in found.options.items()), 1000),
        )


def _limits(found: Dossier) -> Iterator[Item]:
    yield Note("Limits", (LIMITS,), "title")


def changed(found: Comparison) -> list[Section]:
    """Return what changed between two dates."""
    return [_section("change", "What changed", comparison(found)), *_judged_by(found.model)]


def application(found: Dossier) -> list[Section]:
    """Return the parts of the page for an application: the number and what makes it, best work, method, limits, and what proves it."""
    report = found.report
    steps = breakdown(report.judgement)
    bare = replace(steps, steps=tuple(replace(step, fact="") for step in steps.steps))
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
                        Picture(charts.gauge(score, gauge_told(score))),
                        headline(score),
                        whose(report),
                    )
                ),
            ),
            _section(
                "factors", "What makes the score", iter((bare, Pairs(tuple(on_topic(report)))))
            ),
            _section("work", "Best work", _work(found)),
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
                        Pairs(tuple(settings(found))),
                        fingerprints(found, named=False),
                    )
                ),
            ),
        )
        if section.items
    ]


def gone(found: Trend) -> list[Section]:
    """Return how a score went over many dates."""
    return [_section("trend", "Over time", _over_time(found)), *_judged_by(found.model)]


def _judged_by(model: ModelName) -> list[Section]:
    return [
        _section("made", "How this was made", iter((method(model),))),
        _section("limits", "Limits", iter((Note("Limits", (LIMITS,), "title"),))),
    ]


def title(report: Report) -> str:
    """Name a report: the number, the person and the day."""
    value = f"{half_up(report.judgement.score.value, 1):.1f}"
    person = "redacted" if report.redacted else safe(report.person)
    return (
        f"Klout score {value} – {person} – {report.as_of}"
        if person
        else f"Klout score {value} – {report.as_of}"
    )
