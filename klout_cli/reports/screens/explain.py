"""The screens of `klout explain`: factor, other number, account, list and full calculation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from klout_cli.reports.facts import KNOWN, fill_line, list_steps
from klout_cli.reports.names import account_name, factor_title
from klout_cli.reports.numbers import count, day, days, exact, number, percent, signed
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import NO_NUMBER, account_text, is_number
from klout_cli.reports.screens.blocks import (
    Block,
    Column,
    Drawing,
    Facts,
    Header,
    Lines,
    Table,
    head,
    say,
    suggest,
)
from klout_cli.reports.screens.console import draw_axis
from klout_cli.reports.show import show
from klout_cli.results import AccountJudgement, Explanation, WorkedExample, table_rows
from klout_cli.results.displayed import Figure
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import translate

STRONGEST = 2  # channels worked through on the short screen
COLUMNS, ROWS = 49, 7  # of the curve
NAMED = 3  # posts per account
BY_POSTS = ("resonance", "amplification", "breadth", "substance")
MARKS = "abcdefghijklmnopqrstuvwxyz"

AMOUNTS: Mapping[str, str] = {
    "followers": N_("{then} followers instead of {now}"),
    "likes": N_("{then} likes per post instead of {now}"),
    "carried": N_("{then} comments and shares per post instead of {now}"),
    "engagements": N_("{then} reactions per post instead of {now}"),
    "responders": N_("{then} people who respond instead of {now}"),
    "endorsements": N_("{then} endorsements instead of {now}"),
    "standing": N_("a mean reach of {then} instead of {now}"),
    "give_and_take": N_("{then} of exchanges both ways instead of {now}"),
}


def factor_blocks(
    explanation: Explanation, texts: Mapping[str, str], *, verbose: bool
) -> Iterator[Block]:
    """Yield the explanation of one factor; `texts` are posts' words by id, if asked for."""
    yield _factor_header(explanation)
    yield say(show(explanation.question))
    if verbose:
        yield say(show(explanation.counted, 1000), show(explanation.because, 400))
    known = [account for account in explanation.accounts if account.state in KNOWN]
    worked = sorted(
        (account for account in known if account.steps),
        key=lambda account: -abs(account.points * account.share),
    )
    for account in worked if verbose else worked[:STRONGEST]:
        yield Facts(account_name(account), tuple(list_steps(account, explanation.quality)))
    if not worked:
        yield Facts(_("Not measured"), tuple(_list_unmeasured(explanation)))
    if is_number(explanation.quality) and worked:
        yield curve(explanation, worked if verbose else worked[:STRONGEST])
        yield say(*_next_point(worked if verbose else worked[:1]))
    if verbose:
        yield from _everything(explanation, texts, known, worked)
        return
    if texts:
        yield evidence(explanation, texts)
    yield say(*(certainty(account) for account in worked[:1]))
    id = explanation.id
    yield suggest(
        (f"klout explain {id} -v", _("all channels, posts and constants")),
        ("klout explain --formula", _("the full calculation")),
    )


def _factor_header(explanation: Explanation) -> Header:
    title = show(explanation.title).upper()
    if not is_number(explanation.quality):
        return head(title, translate(NO_NUMBER))
    points = signed(explanation.points, 2)
    return head(title, _("{points} points of your score", points=points))


def _everything(
    explanation: Explanation,
    texts: Mapping[str, str],
    known: Sequence[WorkedExample],
    worked: Sequence[WorkedExample],
) -> Iterator[Block]:
    """Yield the sum over channels, what is not measured, the posts behind it, and constants."""
    if is_number(explanation.quality):
        withheld = tuple(
            (account_name(account), signed(account.points, 3))
            for account in known
            if not account.steps
        )
        yield Facts(_("Small counts, withheld"), withheld)
        if known:
            terms = " ".join(signed(account.points * account.share, 3) for account in known)
            yield Facts("", ((_("Together"), f"{terms} = {signed(explanation.points, 3)}"),))
    yield Facts(_("Not measured"), tuple(_list_unmeasured(explanation)))
    yield evidence(explanation, texts)
    yield Facts(
        _("How certain"), tuple((account_name(account), certainty(account)) for account in worked)
    )
    yield say(show(explanation.blind_spots, 400), title=_("Blind spots"))
    yield constants((explanation,))
    yield say(_grades())


def _grades() -> str:
    return _(
        "Grade E is published evidence, J is judgement. A to D show how well a network is known "
        "(±1, 3, 5, 7 points)."
    )


def _list_unmeasured(explanation: Explanation) -> Iterator[tuple[str, str]]:
    for account in explanation.accounts:
        if account.state not in KNOWN:
            yield account_name(account), show(account.reason)


def _next_point(accounts: Sequence[WorkedExample]) -> Iterator[str]:
    """Yield what one more point of the score would take, account by account."""
    for account in accounts:
        point = account.next_point
        if point is None:
            continue
        name = account_name(account)
        if point.then is None:
            yield _("{name} can't add another point here.", name=name)
            continue
        amount = _(AMOUNTS[point.fact], then=_amount(point.then), now=_amount(point.now))
        yield _("One more point would take {amount} ({name}).", amount=amount, name=name)


def _amount(value: float) -> str:
    return count(value) if value >= 100 else number(value, 2)


def certainty(account: WorkedExample) -> str:
    """Return how certain an account's numbers are."""
    grade = _("reference values of grade {grade}", grade=account.grade)
    posts = "" if account.posts is None else _("{n} posts counted", n=account.posts)
    estimated = _("audience estimated") if account.state == "inferred" else ""
    return ", ".join(filter(None, (posts, grade, estimated)))


def evidence(explanation: Explanation, texts: Mapping[str, str]) -> Table:
    """Return the posts that count most, if reactions are counted."""
    rows = []
    for account in explanation.accounts if explanation.id in BY_POSTS else ():
        posts = table_rows(explanation.evidence, account.account) if account.steps else ()
        for id, date, reactions, weight, on_topic in posts[:NAMED]:
            words = safe(texts.get(str(id), ""), 80) or safe(str(id))
            topic = _("yes") if on_topic else _("no")
            counts = count(float(reactions or 0)), number(float(weight or 0), 2)
            rows.append((account_name(account), day(str(date)), *counts, topic, words))
    columns = (
        Column(),
        Column(_("date")),
        Column(_("reactions"), right=True),
        Column(_("weight"), right=True, drop=2),
        Column(_("on topic"), drop=1),
        Column(_("text") if texts else _("post")),
    )
    return Table(_("Posts that count most"), columns, tuple(rows))


def constants(explanations: Iterable[Explanation]) -> Table:
    """Return the constants that are used, each once, with their sources."""
    used = dict.fromkeys(
        constant for explanation in explanations for constant in explanation.constants
    )
    rows = tuple(
        (
            show(constant.name),
            show(constant.value),
            constant.grade,
            str(constant.year or ""),
            show(constant.source, 400),
        )
        for constant in used
    )
    heads = _("value"), _("grade"), _("year"), _("source")
    return Table(_("Constants"), (Column(), *map(Column, heads)), rows)


def curve(explanation: Explanation, accounts: Sequence[WorkedExample]) -> Drawing:
    """Draw points over the measured value, with a letter for each account."""
    line = explanation.curve.line
    left, right = line[0][0], line[-1][0]
    low, high = min(y for _x, y in line), max(y for _x, y in line)

    def column(x: float) -> int:
        return round((min(max(x, left), right) - left) / (right - left) * (COLUMNS - 1))

    def row(y: float) -> int:
        return round((high - min(max(y, low), high)) / (high - low) * (ROWS - 1))

    grid = [[" "] * COLUMNS for _row in range(ROWS)]
    for x, y in line:
        grid[row(y)][column(x)] = "·"
    for mark, account in zip(MARKS, accounts, strict=False):
        if account.x is not None:
            grid[row(account.points)][column(account.x)] = mark
    labels = [signed(high - (high - low) * place / (ROWS - 1)) for place in range(ROWS)]
    size = max(map(len, labels))
    drawn = [
        f"{label.rjust(size)} ┤{''.join(cells)}" for label, cells in zip(labels, grid, strict=True)
    ]
    ticks = [(column(x), tick(explanation.id, value)) for x, value in explanation.curve.ticks]
    names = [f"{mark} {account_name(a)}" for mark, a in zip(MARKS, accounts, strict=False)]
    spoken = ", ".join(f"{account_name(a)} {signed(a.points)}" for a in accounts)
    axis = " " * (size + 2) + draw_axis(ticks, COLUMNS + 8)
    return Drawing((*drawn, axis, *_side_by_side(names)), _("Points by channel: ") + spoken)


def _side_by_side(parts: Sequence[str]) -> list[str]:
    lines = [""]
    for part in parts:
        if lines[-1] and len(lines[-1]) + len(part) > COLUMNS + 6:
            lines.append("")
        lines[-1] += ("   " if lines[-1] else "") + part
    return lines


def tick(factor: str, value: float) -> str:
    """Format a tick of a curve in the factor's own unit."""
    if factor == "audience":
        return _("median") if value == 1 else f"{exact(value)}×"
    if factor in ("resonance", "amplification", "breadth"):
        return f"{exact(half_up(value, 0 if value >= 10 else 1 if value >= 1 else 2))}×"
    if factor == "reciprocity":
        return percent(value)
    return signed(value) if factor in ("substance", "endorsement") else number(value)


def figure_blocks(figure: Figure) -> Iterator[Block]:
    """Yield the explanation of a printed number that isn't a factor."""
    yield head(show(figure.title).upper())
    yield say(show(figure.question), show(figure.counted, 1000))
    yield Facts("", tuple((translate(line.name), fill_line(line)) for line in figure.lines))
    yield say(show(figure.blind_spots, 400), title=_("Blind spots"))


def account_blocks(account: AccountJudgement, average: float) -> Iterator[Block]:
    """Yield one account's score from 40, line by line, its weight, and what makes it uncertain."""
    shows_points = is_number(account.quality)
    right = "" if account.score is None else account_text(account)
    yield head(account_name(account).upper(), right)
    if not shows_points and account.score is not None:
        yield say(translate(NO_NUMBER))
    rows = [(factor_title("average"), exact(average), "")]
    for judged in account.factors:
        known = judged.state in KNOWN
        z = "" if judged.z is None else f"z {exact(judged.z)}"
        points = signed(judged.points, 3) if known and shows_points else ""
        rows.append((factor_title(judged.id), points, z if known else show(judged.reason)))
    if account.score is not None and shows_points:
        rows.append((_("Score"), exact(account.score), ""))
    columns = Column(), Column(_("points"), right=True), Column(_("from"))
    yield Table(_("Factor"), columns, tuple(rows))
    window = days(account.window.first, account.window.last)
    posts = _("{n} posts counted", n=account.window.posts or 0)
    doubts = ((show(name), exact(value)) for name, value in account.doubts.items())
    facts = [(_("Weight"), exact(account.share)), (_("Period"), f"{window}, {posts}".strip(", "))]
    facts += [(_("Variance, {name}", name=name), value) for name, value in doubts]
    yield Facts("", tuple(facts))
    yield Lines((show(account.reason),) if account.reason else ())


def index_blocks(
    factors: Sequence[tuple[str, str, str]],
    figures: Sequence[tuple[str, str]],
    landmarks: Sequence[tuple[float, str, str]],
    *,
    verbose: bool,
) -> Iterator[Block]:
    """Yield the list of what can be explained; factors as (id, points or "", question)."""
    rows = tuple((factor_title(id), points, show(question)) for id, points, question in factors)
    heading = _("points") if any(points for _id, points, _question in factors) else ""
    yield Table(_("Factor"), (Column(), Column(heading, right=True), Column()), rows)
    yield Facts(_("Other numbers"), tuple((id, show(text)) for id, text in figures))
    if verbose:
        marks = tuple(
            (f"{exact(score)} {safe(who)}", show(source)) for score, who, source in landmarks
        )
        yield Facts(_("On the same scale"), marks)
    yield suggest(
        ("klout explain resonance", _("one factor")),
        ("klout explain x", _("one account")),
        ("klout explain --formula", _("the full calculation")),
        ("klout explain --model", _("the method file")),
    )
