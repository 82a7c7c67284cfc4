"""The screens of `klout compare`: two dates side by side, or many in a row."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Step, Table, Waterfall
from klout_cli.reports.legacy_facts import label, moved, scored, signed
from klout_cli.reports.names import BREAKDOWN, factor_title
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import NO_NUMBER, is_number, likely, score_text
from klout_cli.results import AccountJudgement, Comparison, Moment, Side, Trend
from klout_cli.results import Part as Change

SPARKS = "▁▂▃▄▅▆▇"
LONGEST = 40  # characters of a sparkline; more days are thinned out evenly
GROUPS = ("model", "source", "factor", "ceiling")


def comparison_blocks(comparison: Comparison) -> Iterator[Block]:
    """Yield both scores, whether they clearly differ, and the parts of the change."""
    older, newer = comparison.older, comparison.newer
    was, now = half_up(comparison.was, 1), half_up(newer.judgement.score.value, 1)
    numbers = all(is_number(side.judgement.score.quality) for side in (older, newer))
    yield _headline(comparison, was, now) if numbers else _no_change(comparison)
    sides = (_side(older, comparison.was), _side(newer, newer.judgement.score.value))
    yield Pairs(tuple(zip(("Was", "Is"), sides, strict=True)))
    if not numbers:
        yield Note("Held constant", tuple(safe(note) for note in comparison.notes), "quiet")
        return
    printed = apportion([part.points for part in comparison.parts], now - was, 1)
    ordered = sorted(
        zip(comparison.parts, printed, strict=True),
        key=lambda pair: (GROUPS.index(pair[0].kind), -abs(pair[0].points)),
    )
    visible = [
        (part, points) for part, points in ordered if points or part.kind != "factor" or part.note
    ]
    steps = [
        Step(comparison.older.as_of, f"{was:.1f}"),
        *(_step(part, points, comparison) for part, points in visible),
    ]
    yield Waterfall(tuple(steps), Step(comparison.newer.as_of, f"{now:.1f}"), was)
    yield Note("In short", tuple(_in_short(ordered, len(ordered) - len(visible), comparison)))
    yield Note("Held constant", tuple(safe(note) for note in comparison.notes), "quiet")


def trend_blocks(trend: Trend, plain: bool) -> Iterator[Block]:
    """Yield each period's last score with its change, and a sparkline per factor."""
    yield Table(
        ("Period", "Data up to", "Score", "Likely", "Change", "Change in %"),
        tuple(_periods(trend.moments)),
    )
    told = [moment for moment in trend.moments if is_number(moment.score.quality)]
    if told:
        change = f"{score_text(told[0].score)} → {score_text(told[-1].score)}"
        spark = sparkline([moment.score.value for moment in told])
        score = "Score", change if plain else f"{spark}  {change}"
        yield Pairs((score, *_lines(told, plain)), f"Over {len(told)} dates")
    yield Note("Held constant", tuple(safe(note) for note in trend.notes), "quiet")


def sparkline(values: Sequence[float]) -> str:
    """Draw numbers as bars of seven heights from the lowest to the highest.

    If all print as equal, the bars have middle height.
    """
    last = len(values) - 1
    places = (
        range(len(values))
        if last < LONGEST
        else [round(place * last / (LONGEST - 1)) for place in range(LONGEST)]
    )
    chosen = [half_up(values[place], 1) for place in places]
    low, high = min(chosen), max(chosen)
    return "".join(
        SPARKS[round((len(SPARKS) - 1) * ((value - low) / (high - low) if high > low else 0.5))]
        for value in chosen
    )


def _headline(comparison: Comparison, was: float, now: float) -> Parts:
    """Say in word, shape and colour whether the change exceeds both uncertainties."""
    change = now - was
    noise = f"the noise of {half_up(comparison.noise, 1):.1f} points"
    if comparison.within_noise:
        verdict = Part("Compared", f"within {noise}", f"● within {noise}")
    elif change > 0:
        verdict = Part("Compared", f"up by more than {noise}", f"▲ more than {noise}", "plus")
    else:
        verdict = Part("Compared", f"down by more than {noise}", f"▼ more than {noise}", "minus")
    percent = f"{signed(_percent(was, now), 1)} %"
    moved = Part(
        "Change",
        f"{signed(change, 1)} points, {percent}",
        f"CHANGE  {signed(change, 1)} ({percent})",
        "title",
    )
    person = (Part("Person", safe(comparison.person)),) if comparison.person else ()
    return Parts((moved, verdict, *person))


def _no_change(comparison: Comparison) -> Parts:
    """Say that a first impression has no number to compare."""
    person = (Part("Person", safe(comparison.person)),) if comparison.person else ()
    change = Part("Change", "not told: a first impression", "CHANGE  not told", "title")
    return Parts((change, Part("Why", NO_NUMBER), *person))


def _percent(before: float, after: float) -> float:
    return 100 * (after / before - 1)


def _side(side: Side, value: float) -> str:
    score = side.judgement.score
    if not is_number(score.quality):
        return f"first impression on {side.as_of}: {likely(score)} (80 %)"
    text = f"{half_up(value, 1):.1f} on {side.as_of}, likely {likely(score)} (80 %)"
    rescored = half_up(score.value, 1)
    return (
        text if rescored == half_up(value, 1) else f"{text} and {rescored:.1f} under today's model"
    )


def _step(part: Change, points: float, comparison: Comparison) -> Step:
    return Step(_title(part, comparison), signed(points, 1), points, fact=_fact(part, comparison))


def _title(part: Change, comparison: Comparison) -> str:
    if part.kind == "model":
        return "Method"
    if part.account is None:
        return factor_title(part.factor or "")
    accounts = [*scored(comparison.newer.judgement), *scored(comparison.older.judgement)]
    distinct = list({account.id: account for account in reversed(accounts)}.values())
    name = label(next(account for account in distinct if account.id == part.account), distinct)
    return name if part.factor is None else f"{factor_title(part.factor)}, {name}"


def _fact(part: Change, comparison: Comparison) -> str:
    if part.kind == "factor" and part.account and part.factor:
        then, here = (_account(side, part.account) for side in (comparison.older, comparison.newer))
        return moved(then.of(part.factor), here.of(part.factor), here.network, part.note)
    return safe(part.note)


def _account(side: Side, id: str) -> AccountJudgement:
    return next(account for account in side.judgement.accounts if account.id == id)


def _in_short(
    ordered: Sequence[tuple[Change, float]], hidden: int, comparison: Comparison
) -> Iterator[str]:
    """Yield a sentence on the largest part, and how many were too small to print."""
    if ordered:
        part, points = max(ordered, key=lambda pair: abs(pair[0].points))
        fact = _fact(part, comparison)
        yield f"The largest part is {_title(part, comparison)}: {signed(points, 1)} points" + (
            f" ({fact})." if fact else "."
        )
    else:
        yield "Nothing changed."
    if hidden:
        yield f"Parts that round to 0.0 and are not listed: {hidden} (--format json has them)."


def _periods(moments: Sequence[Moment]) -> Iterator[tuple[str, ...]]:
    before: float | None = None
    for moment in (moment for moment in moments if moment.period):
        score, value = moment.score, half_up(moment.score.value, 1)
        number = is_number(score.quality)
        change = (
            (signed(value - before, 1), f"{signed(_percent(before, value), 1)} %")
            if number and before is not None
            else ("", "")
        )
        yield moment.period, moment.as_of, score_text(score), likely(score), *change
        before = value if number else None


def _lines(moments: Sequence[Moment], plain: bool) -> Iterator[tuple[str, str]]:
    by_id = [{entry.id: entry.points for entry in moment.breakdown} for moment in moments]
    ids = [id for id in BREAKDOWN if id != "average" and any(id in points for points in by_id)]
    for id in ids:
        values = [half_up(points.get(id, 0.0), 1) for points in by_id]
        change = f"{signed(values[0], 1)} → {signed(values[-1], 1)}"
        if any(values):
            yield factor_title(id), change if plain else f"{sparkline(values)}  {change}"
