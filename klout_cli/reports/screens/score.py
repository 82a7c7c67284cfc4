"""The screen of `klout score`: the number, what makes it, the channels, and what to do next."""

from collections.abc import Iterator, Mapping, Sequence

from klout_cli.reports.breakdown import (
    describe_gaps,
    list_breakdown,
    list_channels,
    list_known,
    name_channel,
    print_points,
)
from klout_cli.reports.facts import KNOWN, UNITS, detail, scored
from klout_cli.reports.names import account_name, factor_title, fitting_name, short_name
from klout_cli.reports.numbers import days, number, signed, times
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import (
    Headline,
    build_headline,
    describe_method,
    is_number,
    limits,
    warn_of_method,
)
from klout_cli.reports.screens.blocks import (
    Bar,
    Bars,
    Block,
    Column,
    Facts,
    Group,
    Header,
    Lines,
    Scale,
    Span,
    Style,
    Table,
    person_and_date,
    say,
    suggest,
)
from klout_cli.reports.screens.hints import duration
from klout_cli.reports.screens.ledger import describe_skips, ledger_blocks
from klout_cli.reports.show import show
from klout_cli.results import Fact, Hint, Judgement, Report
from klout_cli.translation import gettext as _
from klout_cli.translation import ngettext, translate

CHANNELS, HINTS, WARNINGS = 4, 3, 3  # rows on the short screen
VERDICTS: Mapping[int, tuple[str, Style]] = {
    1: ("▲", "plus"),
    0: ("●", ""),
    -1: ("▼", "minus"),
}
"""Shape and colour by the side of the average."""


def score_blocks(report: Report, *, verbose: bool) -> Iterator[Block]:
    """Yield the screen of a score, or of a first impression."""
    judgement = report.judgement
    yield person_and_date(report.person, report.as_of)
    head = build_headline(report)
    value = head.score.value if head.number else None
    yield Group((headline(head), Scale(head.score.low, head.score.high, value, head.marks)))
    if head.number:
        yield breakdown(judgement)
    else:
        yield from _first_impression(report)
    yield channels(judgement, verbose=verbose)
    yield next_steps(report.hints)
    if verbose:
        yield from _details(report)
    yield warnings(report, verbose=verbose)
    yield say(*filter(None, (describe_gaps(report), limits())))
    if verbose:
        yield from ledger_blocks(report.ledger)
        yield Facts("", describe_method(report.model))
    yield suggest(
        ("klout report --open", _("the full report")),
        ("klout explain", _("why these numbers")),
        ("klout hints", _("all your hints")),
        ("klout score -v", _("every detail")),
    )


def headline(head: Headline) -> Header:
    """Return the number, how its range lies to the average, and the range."""
    if not head.number:
        return Header((Span(_("First impression"), "title"), Span("   " + head.likely)))
    mark, style = VERDICTS[head.side]
    return Header(
        (
            Span(_("{score} of 100", score=head.number), "title"),
            Span("   ", "", ", "),
            Span(f"{mark} {head.verdict}", style, head.verdict),
            Span(f", {head.position}" if head.position else ""),
        ),
        head.likely,
    )


def breakdown(judgement: Judgement) -> Bars:
    """Return the points of every factor, most first; as printed they add up to the score."""
    bars = (
        Bar(factor_title(row.id), row.points, row.fact, "–" if row.points is None else "")
        for row in list_breakdown(judgement)
    )
    average = number(print_points(judgement)["average"])
    return Bars(_("What makes your score"), tuple(bars), f"{factor_title('average')}   {average}")


def channels(judgement: Judgement, *, verbose: bool) -> Block:
    """Return the accounts with their score, weight, followers, posts and reactions."""
    accounts = scored(judgement)
    rows: list[tuple[str, ...]] = [
        (
            fitting_name(row.account, accounts),
            *row[1:6],
            _("{times} usual", times=times(row.times))
            if row.per_post and row.times is not None
            else "",
            days(row.account.window.first, row.account.window.last),
        )
        for row in list_channels(judgement)
    ]
    columns = [
        Column(),
        Column(_("score"), right=True),
        Column(_("weight"), right=True, drop=1),
        Column(_("followers"), right=True, drop=4),
        Column(_("posts"), right=True, drop=5),
        Column(_("reactions/post"), right=True, drop=3),
        Column("", right=True, drop=2),
        Column(_("posts counted"), drop=6),
    ]
    if not verbose:
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    more = len(rows) - CHANNELS
    if verbose or more <= 1:
        return Table(_("Channels"), tuple(columns), tuple(rows))
    rest = ngettext("{n} more: klout score -v", "{n} more: klout score -v", more)
    return Table(_("Channels"), tuple(columns), tuple(rows[:CHANNELS]), rest)


def next_steps(hints: Sequence[Hint]) -> Table:
    """Return the best hints with their gains and how long they take."""
    scored = [hint for hint in hints if hint.gain is not None and hint.gain_channel]
    rows = tuple(
        (signed(hint.gain or 0.0), show(hint.action), duration(hint.minutes or 0))
        for hint in scored[:HINTS]
    )
    heads = Column(), Column(), Column(right=True, drop=1)
    return Table(_("What to do next"), heads, rows)


def warnings(report: Report, *, verbose: bool) -> Lines:
    """Return what a reader should know before believing the number."""
    lines = warn_of_method(report.model)
    lines += [show(warning, 400) for warning in report.warnings]
    if partly := describe_skips(report.ledger):
        lines.append(partly)
    if not verbose and len(lines) > WARNINGS + 1:
        more = len(lines) - WARNINGS
        rest = ngettext(
            "{n} more warning: klout score -v", "{n} more warnings: klout score -v", more
        )
        lines = [*lines[:WARNINGS], rest]
    return say(*lines, style="alert")


def _first_impression(report: Report) -> Iterator[Block]:
    """Yield what is known in words, without points, and what would narrow the range."""
    judgement = report.judgement
    yield say(_("Too little is measured for a number."))
    yield Facts(_("What is known"), tuple(list_known(judgement)))
    ranges = [hint for hint in report.hints if hint.gain is None]
    rows = tuple(
        (
            f"{factor_title(hint.factor)}, {name_channel(hint.account, judgement)}",
            _remedy(hint),
        )
        for hint in ranges[:HINTS]
    )
    yield Facts(_("What would narrow it most"), rows)


def _remedy(hint: Hint) -> str:
    if hint.id == "inferred":
        return show(hint.action, 400)
    return f"klout sources {safe(hint.account.partition(':')[0])}"


def _details(report: Report) -> Iterator[Block]:
    """Yield every fact by channel, what is displayed only, and what is not measured."""
    judgement = report.judgement
    accounts = scored(judgement)
    rows = []
    for entry in judgement.breakdown:
        facts = [
            f"{short_name(account, accounts)} {detail(judged)}"
            for account in accounts
            for judged in account.factors
            if judged.id == entry.id and judged.state in KNOWN
        ]
        if facts:
            unit = translate(UNITS.get(entry.id, ""))
            listed = ", ".join(facts)
            rows.append((factor_title(entry.id), f"{listed} ({unit})" if unit else listed))
    yield Facts(_("Numbers by channel"), tuple(rows))
    yield Facts(_("Shown, not scored"), tuple(displayed(report)))
    yield Facts(_("Not scored"), tuple(_unscored(judgement)))
    yield Facts(_("Not measured"), tuple(_list_unmeasured(judgement)))


def _unscored(judgement: Judgement) -> Iterator[tuple[str, str]]:
    for account in judgement.accounts:
        if account.state != "scored":
            yield account_name(account), show(account.reason) or _("not scored")


def _list_unmeasured(judgement: Judgement) -> Iterator[tuple[str, str]]:
    """Yield what single accounts don't show, accounts with one reason together."""
    accounts = scored(judgement)
    where: dict[tuple[str, str], list[str]] = {}
    for account in accounts:
        for judged in account.factors:
            if judged.state == "missing":
                key = judged.id, show(judged.reason)
                where.setdefault(key, []).append(short_name(account, accounts))
    for (factor, reason), names in where.items():
        yield factor_title(factor), f"{', '.join(names)}: {reason}"


def displayed(report: Report) -> Iterator[tuple[str, str]]:
    """Yield what is known about the person and never scored."""
    if report.on_topic and is_number(report.judgement.score.quality):
        yield _("On topic"), _on_topic(report.on_topic.score, report.judgement.score.value)
    if weeks := report.trait("steadiness"):
        yield _("Steadiness"), _steadiness(weeks)
    if given := report.trait("outreach"):
        yield (
            _("Outreach"),
            _(
                "level {level}, {actions} likes, replies and shares for others",
                level=given["level"],
                actions=given["actions"],
            ),
        )
    if style := report.trait("style"):
        yield _("Style"), translate(str(style["style"]))


def _steadiness(weeks: Mapping[str, Fact]) -> str:
    text = _(
        "posts in {active} of {weeks} weeks",
        active=weeks["active_weeks"],
        weeks=weeks["of_weeks"],
    )
    h = weeks["h_index"]
    if h is None:
        return text
    return text + ", " + _("{n} posts with {n} reactions or more each", n=h)


def _on_topic(score: float, whole: float) -> str:
    """Return what off-topic posts do, as the difference of the shown numbers."""
    shown = half_up(score, 1)
    cost = half_up(shown - half_up(whole, 1), 1)
    value, points = number(shown), number(abs(cost))
    if cost > 0:
        return _("{value} without off-topic posts; they cost {points}", value=value, points=points)
    if cost < 0:
        return _("{value} without off-topic posts; they add {points}", value=value, points=points)
    return _("{value}, off-topic posts change nothing", value=value)
