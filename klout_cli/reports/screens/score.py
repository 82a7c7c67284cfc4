"""The screen of `klout score`: the number, what makes it, the channels, and what to do next."""

from collections.abc import Iterator, Mapping, Sequence

from klout_cli.reports.facts import KNOWN, UNITS, detail, fact, ratio_of, scored
from klout_cli.reports.figures import likely
from klout_cli.reports.names import account_name, factor_title, fitting_name, short_name
from klout_cli.reports.numbers import count, data_date, days, number, percent, signed, times
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import account_text, is_number, position
from klout_cli.reports.screens.blocks import (
    Bar,
    Bars,
    Block,
    Column,
    Commands,
    Facts,
    Group,
    Header,
    Lines,
    Scale,
    Span,
    Table,
)
from klout_cli.reports.screens.hints import duration
from klout_cli.reports.screens.ledger import describe_gaps, ledger_blocks
from klout_cli.reports.screens.method import limits, method
from klout_cli.reports.show import show
from klout_cli.results import AccountJudgement, Fact, Hint, Judgement, Report, Score
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext, translate

AVERAGE, TOP = 40.0, 63.0
CHANNELS, HINTS, WARNINGS = 4, 3, 3  # rows on the short screen
IN_WORDS = (
    (1.0, N_("well above usual")),
    (0.3, N_("above usual")),
    (-0.3, N_("about as usual")),
    (-1.0, N_("below usual")),
)
"""Least z of each wording of a first impression."""


def score_blocks(report: Report, *, verbose: bool) -> Iterator[Block]:
    """Yield the screen of a score, or of a first impression."""
    judgement = report.judgement
    yield person_and_date(report.person, report.as_of)
    yield Group((headline(judgement.score), scale(judgement.score)))
    if is_number(judgement.score.quality):
        yield breakdown(judgement)
    else:
        yield from _first_impression(report)
    yield channels(judgement, verbose=verbose)
    yield next_steps(report.hints)
    if verbose:
        yield from _details(report)
    yield warnings(report, verbose=verbose)
    yield Lines((*_gaps(report), limits()))
    yield from ledger_blocks(report.ledger) if verbose else ()
    yield method(report.model) if verbose else Group(())
    yield Commands(
        (
            ("klout report --open", _("the full report")),
            ("klout explain", _("why these numbers")),
            ("klout hints", _("all your hints")),
            ("klout score -v", _("every detail")),
        )
    )


def person_and_date(person: str, as_of: str | None, unnamed: str = N_("YOUR SCORE")) -> Header:
    """Return whose it is and of what day; `unnamed`: the title where nobody is named."""
    return Header((Span(safe(person).upper() or _(unnamed), "title"),), data_date(as_of))


def headline(score: Score) -> Header:
    """Return the number, how its range lies to the average, and the range."""
    span = likely(score)
    if not is_number(score.quality):
        return Header((Span(_("First impression"), "title"), Span("   " + span)))
    shown = Span(_("{score} of 100", score=number(score.value)), "title")
    if score.low > AVERAGE:
        verdict = Span("▲ " + _("above average"), "plus", _("above average"))
    elif score.high < AVERAGE:
        verdict = Span("▼ " + _("below average"), "minus", _("below average"))
    else:
        verdict = Span("● " + _("about average"), "", _("about average"))
    place = position(score.percentile)
    rest = Span(f", {place}" if place else "")
    return Header((shown, Span("   ", "", ", "), verdict, rest), span)


def scale(score: Score) -> Scale:
    """Return the range on the scale, with the average and the top 5 %."""
    marks = (
        (AVERAGE, _("{score} average", score=number(AVERAGE, 0))),
        (TOP, _("{score} top 5 %", score=number(TOP, 0))),
    )
    value = score.value if is_number(score.quality) else None
    return Scale(score.low, score.high, value, marks)


def breakdown(judgement: Judgement) -> Bars:
    """Return the points of every factor, most first; as printed they add up to the score."""
    points = apportion([entry.points for entry in judgement.breakdown], judgement.score.value, 1)
    pairs = list(zip(judgement.breakdown, points, strict=True))
    bars = [
        Bar(factor_title(entry.id), printed, fact(entry, judgement))
        for entry, printed in pairs
        if entry.id != "average" and entry.state not in ("missing", "not_applicable")
    ]
    unmeasured = [
        Bar(factor_title(entry.id), None, _one_reason(entry.id, judgement), "–")
        for entry, _points in pairs
        if entry.state in ("missing", "not_applicable")
    ]
    average = next(printed for entry, printed in pairs if entry.id == "average")
    right = f"{factor_title('average')}   {number(average)}"
    ordered = sorted(bars, key=lambda bar: -(bar.points or 0.0))
    return Bars(_("What makes your score"), (*ordered, *unmeasured), right)


def _one_reason(factor: str, judgement: Judgement) -> str:
    """Return why no account measures a factor, if all have the same reason."""
    reasons = {
        show(judged.reason)
        for account in scored(judgement)
        for judged in account.factors
        if judged.id == factor
    }
    return reasons.pop() if len(reasons) == 1 else _("not measured")


def channels(judgement: Judgement, *, verbose: bool) -> Block:
    """Return the accounts with their score, weight, followers, posts and reactions."""
    accounts = scored(judgement)
    if not accounts:
        return Group(())
    shares = apportion(
        [account.share for account in accounts], sum(account.share for account in accounts), 2
    )
    rows: list[tuple[str, ...]] = [
        (
            fitting_name(account, accounts),
            account_text(account),
            percent(share),
            "" if account.audience.followers is None else count(account.audience.followers),
            "" if account.window.posts is None else count(account.window.posts),
            *_reactions(account),
            days(account.window.first, account.window.last),
        )
        for account, share in zip(accounts, shares, strict=True)
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


def _reactions(account: AccountJudgement) -> tuple[str, str]:
    judged = account.of("resonance")
    per_post = judged.inputs.get("per_post")
    if judged.state not in KNOWN or not isinstance(per_post, int | float):
        return "", ""
    ratio = ratio_of(judged, "reactions")
    usual = "" if ratio is None else _("{times} usual", times=times(ratio))
    return number(per_post), usual


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
    lines = [show(warning, 400) for warning in report.warnings]
    if not report.model.standard:
        lines.insert(0, _("This isn't the standard method. Compare it only with itself."))
    if partly := describe_gaps(report.ledger):
        lines.append(partly)
    if not verbose and len(lines) > WARNINGS + 1:
        more = len(lines) - WARNINGS
        rest = ngettext(
            "{n} more warning: klout score -v", "{n} more warnings: klout score -v", more
        )
        lines = [*lines[:WARNINGS], rest]
    return Lines(tuple(lines), "alert")


def _gaps(report: Report) -> Iterator[str]:
    """Yield how much could not be measured, and what would tell most."""
    lacking = 1.0 - report.judgement.score.measured
    if half_up(100 * lacking) < 1:
        return
    ranges = [hint for hint in report.hints if hint.gain is None and hint.low is not None]
    if not ranges or not is_number(report.judgement.score.quality):
        yield _("{share} could not be measured.", share=percent(lacking))
        return
    widest = max(ranges, key=lambda hint: (hint.high or 0.0) - (hint.low or 0.0))
    yield _(
        "{share} could not be measured, mostly {factor} on {channel} ({low} to {high}).",
        share=percent(lacking),
        factor=factor_title(widest.factor),
        channel=_channel(widest.account, report.judgement),
        low=signed(widest.low or 0.0),
        high=signed(widest.high or 0.0),
    )


def _channel(id: str, judgement: Judgement) -> str:
    account = next((account for account in judgement.accounts if account.id == id), None)
    if account is None:
        return safe(id)
    accounts = scored(judgement)
    return short_name(account, accounts) if account in accounts else account_name(account)


def _first_impression(report: Report) -> Iterator[Block]:
    """Yield what is known in words, without points, and what would narrow the range."""
    judgement = report.judgement
    yield Lines((_("Too little is measured for a number."),))
    known = tuple(
        (factor_title(entry.id), text)
        for entry in judgement.breakdown
        if entry.state in KNOWN and (text := _in_words(entry.id, judgement))
    )
    yield Facts(_("What is known"), known)
    ranges = [hint for hint in report.hints if hint.gain is None]
    rows = tuple(
        (
            f"{factor_title(hint.factor)}, {_channel(hint.account, judgement)}",
            _remedy(hint),
        )
        for hint in ranges[:HINTS]
    )
    yield Facts(_("What would narrow it most"), rows)


def _remedy(hint: Hint) -> str:
    if hint.id == "inferred":
        return show(hint.action, 400)
    return f"klout sources {safe(hint.account.partition(':')[0])}"


def _in_words(factor: str, judgement: Judgement) -> str:
    accounts = scored(judgement)
    entry = next(entry for entry in judgement.breakdown if entry.id == factor)
    if factor in ("audience", "channels", "ceiling"):
        return fact(entry, judgement)
    words = []
    for account in accounts:
        judged = account.of(factor)
        if judged.state in KNOWN and judged.z is not None:
            z = judged.z
            least = next((text for limit, text in IN_WORDS if z >= limit), N_("well below usual"))
            words.append(f"{short_name(account, accounts)} {translate(least)}")
    return ", ".join(words[:2])


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
