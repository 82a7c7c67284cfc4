"""The screens of `klout compare`: two dates, or many in a row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from klout_cli.reports.facts import detail, scored
from klout_cli.reports.names import BREAKDOWN, factor_title, fitting_name
from klout_cli.reports.numbers import day, number, signed
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import describe_method, is_number, likely, limits, score_text
from klout_cli.reports.screens.blocks import (
    Bar,
    Bars,
    Block,
    Column,
    Drawing,
    Facts,
    Group,
    Header,
    Span,
    Table,
    head,
    person_and_date,
    say,
    suggest,
)
from klout_cli.reports.screens.followers import followers_blocks
from klout_cli.reports.show import show
from klout_cli.results import AccountJudgement, Comparison, FactorJudgement, Moment, Side, Trend
from klout_cli.results import Part as Change
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext

SPARKS = "▁▂▃▄▅▆▇"
LONGEST = 40  # bars of a sparkline; more days are thinned out evenly
CHANNELS = 12  # rows of the short screen
PERIODS = 12
FOLLOWED = 3  # hints
NO_CHANGE = N_("A first impression has no number, so there is no change to show.")
ROWS = 6  # of the chart of a trend


def comparison_blocks(comparison: Comparison, *, verbose: bool) -> Iterator[Block]:
    """Yield the verdict, and the change by channel in parts that add up."""
    older, newer = comparison.older, comparison.newer
    span = f"{day(older.as_of)} → {day(newer.as_of)}"
    yield head(safe(comparison.person).upper() or _("YOUR SCORE"), span)
    if not has_numbers(comparison):
        yield say(_(NO_CHANGE))
        yield Facts("", tuple(list_ranges(comparison)))
        yield from followers_blocks(comparison.followers, verbose=False)
        yield say(limits())
        return
    yield Group((_verdict(comparison), say(*list_sides(comparison))))
    changes = list_changes(comparison)
    yield Bars(_("What changed") if changes else "", tuple(changes[:CHANNELS]))
    yield _list_hints(comparison)
    yield from followers_blocks(comparison.followers, verbose=verbose)
    if verbose:
        yield _by_factor(comparison)
        yield say(*(show(note) for note in comparison.notes), title=_("Notes"))
        yield Facts("", describe_method(comparison.model))
    yield say(limits())
    yield suggest(
        (
            "klout compare -v",
            _("every factor, and who came and left") if comparison.followers else _("every factor"),
        ),
        ("klout compare --period month", _("all your saved scores")),
    )


def has_numbers(comparison: Comparison) -> bool:
    """Return whether there is a change: a first impression has no number."""
    sides = comparison.older, comparison.newer
    return all(is_number(side.judgement.score.quality) for side in sides)


def list_ranges(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield both dates with their number or range, where not both have a number."""
    for side in (comparison.older, comparison.newer):
        yield day(side.as_of), score_text(side.judgement.score)


def _round_change(comparison: Comparison) -> float:
    """Return the difference of the printed scores."""
    return half_up(comparison.newer.judgement.score.value, 1) - half_up(comparison.was, 1)


def describe_change(comparison: Comparison) -> tuple[str, str]:
    """Return by how many points a score has changed, and whether that is more than chance."""
    points = _("{change} points", change=signed(_round_change(comparison)))
    margin = number(comparison.noise)
    if comparison.within_noise:
        return points, _("within the margin of error (±{margin})", margin=margin)
    return points, _("more than the margin of error (±{margin})", margin=margin)


def _verdict(comparison: Comparison) -> Header:
    """Say in number, shape and colour whether the change exceeds the margin of error."""
    points, words = describe_change(comparison)
    mark, style = ("▲", "plus") if _round_change(comparison) > 0 else ("▼", "minus")
    if comparison.within_noise:
        mark, style = "●", "title"
    spans = Span(points, "title"), Span(f"   {mark} ", style, ", "), Span(words, style)  # type: ignore[arg-type]
    return Header(spans)


def list_sides(comparison: Comparison) -> Iterator[str]:
    """Yield the older and the newer score, each with its date and range."""
    newer = comparison.newer.judgement.score.value
    for side, value in ((comparison.older, comparison.was), (comparison.newer, newer)):
        score = side.judgement.score
        text = _(
            "{score} on {day}, likely {range}",
            score=number(value),
            day=day(side.as_of),
            range=likely(score),
        )
        if number(score.value) != number(value):
            rescored = number(score.value)
            text += ", " + (
                _("{score} by today's method", score=rescored)
                if comparison.model.standard
                else _("{score} by this method", score=rescored)
            )
        yield text


def list_changes(comparison: Comparison) -> list[Bar]:
    """Return what changed a score, largest first; as printed it adds up to the change."""
    groups: dict[str, list[Change]] = defaultdict(list)
    for part in comparison.parts:
        groups[part.account or part.kind].append(part)
    sums = [sum(part.points for part in parts) for parts in groups.values()]
    printed = apportion(sums, _round_change(comparison), 1)
    bars = [
        Bar(_group_name(parts[0], comparison), points, _group_fact(parts))
        for parts, points in zip(groups.values(), printed, strict=True)
        if points or parts[0].kind != "factor"
    ]
    return sorted(bars, key=lambda bar: -abs(bar.points or 0.0))


def _group_name(part: Change, comparison: Comparison) -> str:
    if part.kind == "model":
        return _("Method")
    if part.account is None:
        return factor_title(part.factor or part.kind)
    accounts = [*scored(comparison.newer.judgement), *scored(comparison.older.judgement)]
    distinct = list({account.id: account for account in reversed(accounts)}.values())
    return fitting_name(
        next(account for account in distinct if account.id == part.account), distinct
    )


def _group_fact(parts: Sequence[Change]) -> str:
    """Name the two factors that moved an account most, or why the account is new or gone."""
    if parts[0].kind != "factor":
        return show(parts[0].note)
    largest = sorted(parts, key=lambda part: -abs(part.points))[:2]
    moved = [
        f"{factor_title(part.factor or '')} {signed(part.points)}"
        for part in largest
        if half_up(part.points, 1)
    ]
    return ", ".join(moved)


def _list_hints(comparison: Comparison) -> Table:
    """Return the hints that were followed since, and what their change alone brought."""
    rows = tuple(
        (
            signed(followed.brought),
            show(followed.hint.action),
            _("within the margin") if followed.within_margin else "",
        )
        for followed in comparison.followed[:FOLLOWED]
    )
    columns = Column(), Column(), Column(drop=1)
    return Table(_("Hints you followed"), columns, rows)


def _by_factor(comparison: Comparison) -> Table:
    rows = [
        (
            _group_name(part, comparison),
            factor_title(part.factor or part.kind),
            signed(part.points, 2),
            _describe_move(part, comparison),
        )
        for part in sorted(comparison.parts, key=lambda part: -abs(part.points))
        if part.kind == "factor"
    ]
    columns = Column(), Column(_("factor")), Column(_("points"), right=True), Column(_("was → is"))
    return Table(_("By factor"), columns, tuple(rows))


def _describe_move(part: Change, comparison: Comparison) -> str:
    then, here = (
        _account(side, part.account or "") for side in (comparison.older, comparison.newer)
    )
    before, after = (_counted(account.of(part.factor or "")) for account in (then, here))
    note = show(part.note)
    if note:
        return f"{note}: {after or before}" if after or before else note
    return after if before == after else f"{before} → {after}"


def _counted(judged: FactorJudgement) -> str:
    return detail(judged) if judged.inputs else ""


def _account(side: Side, id: str) -> AccountJudgement:
    return next(account for account in side.judgement.accounts if account.id == id)


def trend_blocks(trend: Trend, *, verbose: bool) -> Iterator[Block]:
    """Yield a chart of the score, each period's last score, and if verbose every factor."""
    known = [moment for moment in trend.moments if is_number(moment.score.quality)]
    shown = [moment for moment in trend.moments if moment.period]
    shown = shown if verbose else shown[-PERIODS:]
    yield person_and_date(trend.person, trend.moments[-1].as_of if trend.moments else None)
    if len(known) > 1:
        yield _chart([moment for moment in known if moment.as_of >= shown[0].as_of] or known)
    columns = (
        Column(),
        Column(_("data up to")),
        Column(_("score"), right=True),
        Column(_("likely"), right=True),
        Column(_("change"), right=True),
    )
    yield Table(_("Period"), columns, tuple(_periods(shown)))
    if verbose:
        yield Facts(_("Points by factor"), tuple(_factor_lines(known)))
        yield say(*(show(note) for note in trend.notes), title=_("Notes"))
        yield Facts("", describe_method(trend.model))
    elif len(shown) < sum(bool(moment.period) for moment in trend.moments):
        rest = sum(bool(moment.period) for moment in trend.moments) - len(shown)
        yield say(ngettext("{n} earlier period: -v", "{n} earlier periods: -v", rest))
    yield say(limits())


def _chart(moments: Sequence[Moment]) -> Drawing:
    """Draw the scores as columns of dots, with the lowest and highest at the side."""
    chosen = _thin_out([moment.score.value for moment in moments])
    low, high = min(chosen), max(chosen)
    step = max(1, 60 // len(chosen))
    grid = [[" "] * (step * len(chosen)) for _row in range(ROWS)]
    for place, value in enumerate(chosen):
        row = round((high - value) / (high - low) * (ROWS - 1)) if high > low else ROWS // 2
        grid[row][place * step] = "●"
    labels = (
        [number(high), *[""] * (ROWS - 2), number(low)]
        if high > low
        else ["", "", "", number(low), "", ""]
    )
    size = max(map(len, labels))
    lines = [
        f"{label.rjust(size)} ┤{''.join(row).rstrip()}"
        for label, row in zip(labels, grid, strict=True)
    ]
    first, last = day(moments[0].as_of), day(moments[-1].as_of)
    width = max(step * (len(chosen) - 1) + 1, len(first) + len(last) + 2)
    axis = f"{' ' * (size + 2)}{first}{last.rjust(width - len(first))}"
    return Drawing((*lines, axis), describe_trend(moments))


def describe_trend(moments: Sequence[Moment]) -> str:
    """Return what the picture of a trend shows."""
    first, last = moments[0], moments[-1]
    return _(
        "From {was} on {first} to {now} on {last}",
        was=score_text(first.score),
        first=day(first.as_of),
        now=score_text(last.score),
        last=day(last.as_of),
    )


def _periods(moments: Sequence[Moment]) -> Iterator[tuple[str, ...]]:
    before: float | None = None
    for moment in moments:
        score, value = moment.score, half_up(moment.score.value, 1)
        is_scored = is_number(score.quality)
        change = signed(value - before) if is_scored and before is not None else ""
        yield moment.period, day(moment.as_of), score_text(score), likely(score), change
        before = value if is_scored else None


def _factor_lines(moments: Sequence[Moment]) -> Iterator[tuple[str, str]]:
    by_id = [{entry.id: entry.points for entry in moment.breakdown} for moment in moments]
    for id in BREAKDOWN:
        values = [half_up(points.get(id, 0.0), 1) for points in by_id]
        if id != "average" and any(values):
            change = f"{signed(values[0])} → {signed(values[-1])}"
            yield factor_title(id), f"{sparkline(values)}  {change}"


def sparkline(values: Sequence[float]) -> str:
    """Draw numbers as bars of seven heights from the lowest to the highest.

    If all print as equal, the bars have middle height.
    """
    chosen = _thin_out(values)
    low, high = min(chosen), max(chosen)
    return "".join(
        SPARKS[round((len(SPARKS) - 1) * ((value - low) / (high - low) if high > low else 0.5))]
        for value in chosen
    )


def _thin_out(values: Sequence[float]) -> list[float]:
    """Return numbers as they are printed, of too many only some at equal distances."""
    last, drawn = len(values) - 1, min(len(values), LONGEST) - 1
    return [half_up(values[round(n * last / max(drawn, 1))], 1) for n in range(drawn + 1)]
