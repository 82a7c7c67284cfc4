"""The screens of `klout explain`: factor, figure, account, index and formula."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from klout_cli.reports.layout import Block, Drawing, Note, Pairs, Part, Parts, Table, arrange
from klout_cli.reports.legacy_facts import account_name, count, percent, signed, window_days
from klout_cli.reports.names import factor_title
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import NO_NUMBER, account_text, is_number, likely
from klout_cli.reports.screen import Screen
from klout_cli.results import AccountJudgement, Explanation, Formula, ScoreQuality, WorkedExample
from klout_cli.results.displayed import Figure
from klout_cli.results.explained import Line

GRADES = (
    "E is published or measured evidence, J judgement; A to D tell how well a network's values are "
    "known (± 1, 3, 5, 7 points)"
)
COLUMNS, ROWS = 49, 9
NAMED = 3  # posts per account
KNOWN = ("measured", "inferred")
IN_POINTS = ("points", "in the score")
BY_POSTS = ("resonance", "amplification", "breadth", "substance")
MARKS = "abcdefghijklmnopqrstuvwxyz"

FACTS: Mapping[str, str] = {
    "followers": "followers",
    "likes": "likes a post",
    "carried": "comments and shares a post",
    "engagements": "engagements a post",
    "responders": "distinct responders",
    "endorsements": "vouchers",
    "standing": "mean standing",
    "give_and_take": "give and take",
}


def number(value: float) -> str:
    """Format a number with six significant digits, for recomputing printed points."""
    return (f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}").replace("-", "−")


def factor_screen(explanation: Explanation, texts: Mapping[str, str], screen: Screen) -> str:
    """Return the screen of one factor.

    `texts` are posts' words by id, if the reader asked for them.
    """
    return arrange([*factor_blocks(explanation, texts)], screen)


def figure_screen(figure: Figure, screen: Screen) -> str:
    """Return the screen of a printed number that isn't a factor."""
    lines = tuple((safe(line.name), _said(line)) for line in figure.lines)
    blocks: list[Block] = [
        Parts((Part("Number", figure.title, figure.title.upper(), "title"),)),
        Note("Question", (figure.question,)),
        Note("Counted", (figure.counted,), "quiet"),
        Pairs(lines),
        Note("Does not count", (f"Blind spots: {figure.blind_spots}",), "quiet"),
    ]
    return arrange(blocks, screen)


def _said(line: Line) -> str:
    numbers = {
        name: number(value) if isinstance(value, int | float) else safe(str(value), 400)
        for name, value in line.numbers.items()
    }
    return line.text.format(**numbers)


def factor_blocks(explanation: Explanation, texts: Mapping[str, str]) -> Iterator[Block]:
    """Return the blocks that explain one factor."""
    points = Part("Points", f"{signed(explanation.points, 2)} of the score")
    if not is_number(explanation.quality):
        points = Part("First impression", NO_NUMBER)
    title = Part("Factor", explanation.title, explanation.title.upper(), "title")
    yield Parts((title, points))
    yield from rule(explanation)
    yield from evidence((explanation,), texts)
    yield from doubts(explanation)
    yield constants((explanation,))
    yield Note("Grades", (GRADES,), "quiet")


def rule(explanation: Explanation) -> Iterator[Block]:
    """Yield a factor's question and rule, and its calculation for every account."""
    yield Note("Question", (explanation.question,))
    yield Note("Counted", (explanation.counted,), "quiet")
    yield Note("Why it counts", (safe(explanation.because, 400),), "quiet")
    known = [account for account in explanation.accounts if account.state in KNOWN]
    reckoned = [account for account in known if account.steps]
    for account in reckoned:
        yield Pairs(tuple(worked_steps(account, explanation.quality)), account_name(account))
    if is_number(explanation.quality):
        yield from _in_points(explanation, known, reckoned)
    unmeasured = [account for account in explanation.accounts if account.state not in KNOWN]
    yield Pairs(
        tuple((account_name(account), safe(account.reason)) for account in unmeasured),
        "Not measured, and 0 points",
    )
    yield Pairs(tuple(_more(reckoned)), "One more point of the score would take, all else equal")


def _in_points(
    explanation: Explanation, known: Sequence[WorkedExample], reckoned: Sequence[WorkedExample]
) -> Iterator[Block]:
    """Yield the points of accounts whose counts are withheld, the sum, and the curve."""
    yield Pairs(
        tuple(
            (account_name(account), signed(account.points))
            for account in known
            if not account.steps
        ),
        "Points whose counts are withheld",
    )
    if known:
        yield Pairs(
            (
                (
                    "Together",
                    f"{' '.join(signed(account.points * account.share) for account in known)} = "
                    f"{signed(explanation.points)}",
                ),
            )
        )
    if reckoned:
        yield curve(explanation, reckoned)


def doubts(explanation: Explanation) -> Iterator[Block]:
    """Yield a factor's blind spots, and how certain its numbers are."""
    yield Note("Does not count", (f"Blind spots: {explanation.blind_spots}",), "quiet")
    yield Pairs(
        tuple(
            (account_name(account), certainty(account))
            for account in explanation.accounts
            if account.steps
        ),
        "How certain",
    )


def worked_steps(account: WorkedExample, quality: ScoreQuality) -> Iterator[tuple[str, str]]:
    """Yield a factor's rule with one account's numbers, line by line.

    Of a first impression without the points, which would add up to a number.
    """
    for step in account.steps:
        if is_number(quality) or step.name not in IN_POINTS:
            yield step.name, _said(step)


Lines = Iterator[tuple[str, str]]


def _more(accounts: Sequence[WorkedExample]) -> Lines:
    """Yield what one more point would take per account, and where none is possible."""
    points = [(account, account.next_point) for account in accounts if account.next_point]
    for account, point in points:
        if point.then is not None:
            yield (
                account_name(account),
                f"{_amount(point.then)} {FACTS[point.fact]} instead of {_amount(point.now)}",
            )
    never = ", ".join(account_name(account) for account, point in points if point.then is None)
    if never:
        yield "No number adds it", never


def _amount(value: float) -> str:
    return count(value) if value >= 100 else f"{half_up(value, 2):g}"


def certainty(account: WorkedExample) -> str:
    """Return how certain an account's numbers are."""
    posts = "" if account.posts is None else f"{count(account.posts)} posts counted, "
    inferred = (
        "; the audience is inferred from the reactions" if account.state == "inferred" else ""
    )
    return f"{posts}reference values of grade {account.grade}{inferred}"


def evidence(explanations: Iterable[Explanation], texts: Mapping[str, str]) -> Iterator[Block]:
    """Yield the posts that count most, if reactions are counted.

    Several factors share the same posts.
    """
    rows: dict[tuple[str, ...], None] = {}
    counted = [
        (explanation, account)
        for explanation in explanations
        if explanation.id in BY_POSTS
        for account in explanation.accounts
        if account.steps
    ]
    for explanation, account in counted:
        posts = explanation.evidence.get(account.account, ())
        for id, day, reactions, weight, on_topic in (
            posts[:NAMED] if isinstance(posts, tuple) else ()
        ):
            words = safe(texts.get(str(id), ""), 80) or safe(str(id))
            numbers = (
                count(float(reactions or 0)),
                f"{float(weight or 0):.2f}",
                "yes" if on_topic else "no",
            )
            rows[account_name(account), str(day), *numbers, words] = None
    yield Table(
        (
            "Posts that carry most",
            "Date",
            "Reactions",
            "Weight",
            "On topic",
            "Text" if texts else "Id",
        ),
        tuple(rows),
    )


def constants(explanations: Iterable[Explanation]) -> Table:
    """List the constants that are used, each once, with their sources."""
    used = dict.fromkeys(
        constant for explanation in explanations for constant in explanation.constants
    )
    rows = tuple(
        (
            safe(constant.name),
            safe(constant.value),
            constant.grade,
            str(constant.year or ""),
            safe(constant.source, 400),
        )
        for constant in used
    )
    return Table(("Constant", "Value", "Grade", "Year", "Source"), rows)


def curve(explanation: Explanation, accounts: Sequence[WorkedExample]) -> Drawing:
    """Draw points over the measured value, with a letter for each account."""
    line = explanation.curve.line
    left, right = line[0][0], line[-1][0]
    low, high = min(y for _, y in line), max(y for _, y in line)

    def column(x: float) -> int:
        return round((min(max(x, left), right) - left) / (right - left) * (COLUMNS - 1))

    def row(y: float) -> int:
        return round((high - min(max(y, low), high)) / (high - low) * (ROWS - 1))

    grid = [[" "] * COLUMNS for _ in range(ROWS)]
    for x, y in line:
        grid[row(y)][column(x)] = "·"
    for mark, account in zip(MARKS, accounts, strict=False):
        if account.x is not None:
            grid[row(account.points)][column(account.x)] = mark
    labels = [signed(high - (high - low) * place / (ROWS - 1), 1) for place in range(ROWS)]
    size = max(map(len, labels))
    drawn = [
        f"{label.rjust(size)} ┤{''.join(cells)}" for label, cells in zip(labels, grid, strict=True)
    ]
    axis = [" "] * (COLUMNS + 8)
    for x, value in explanation.curve.ticks:
        text = tick(explanation.id, value)
        start = max(0, column(x) - len(text) // 2)
        if all(cell == " " for cell in axis[max(0, start - 1) : start + len(text) + 1]):
            axis[start : start + len(text)] = text
    legend = "   ".join(
        f"{mark} {account_name(account)}" for mark, account in zip(MARKS, accounts, strict=False)
    )
    spoken = ", ".join(
        f"{account_name(account)} {signed(account.points, 1)} points" for account in accounts
    )
    return Drawing(
        "Curve", (*drawn, " " * (size + 2) + "".join(axis).rstrip(), "", *_wrapped(legend)), spoken
    )


def _wrapped(legend: str) -> list[str]:
    lines = [""]
    for part in legend.split("   "):
        if lines[-1] and len(lines[-1]) + len(part) > COLUMNS + 6:
            lines.append("")
        lines[-1] += ("   " if lines[-1] else "") + part
    return lines


def tick(factor: str, value: float) -> str:
    """Format a tick of a curve in the factor's own unit."""
    if factor == "audience":
        return "median" if value == 1 else f"{value:g}×"
    if factor in ("resonance", "amplification", "breadth"):
        return f"{value:.0f}×" if value >= 10 else f"{half_up(value, 1 if value >= 1 else 2):g}×"
    if factor == "reciprocity":
        return percent(value)
    return (
        f"{value:+.1f}".replace("-", "−")
        if factor in ("substance", "endorsement")
        else f"{value:.1f}"
    )


def account_screen(account: AccountJudgement, average: float, screen: Screen) -> str:
    """Return the screen of one account.

    Its sub-score from 40, line by line, its share, and what makes it uncertain; of a first
    impression the range, and no points.
    """
    told = is_number(account.quality)
    rows = [("average person", number(average), "")]
    for judged in account.factors:
        known = judged.state in ("measured", "inferred")
        z = "" if judged.z is None else f"z {number(judged.z)}"
        rows.append(
            (
                factor_title(judged.id),
                signed(judged.points) if known and told else "",
                z if known else safe(judged.reason),
            )
        )
    total: tuple[tuple[str, str, str], ...] = ()
    if account.score is not None:
        whole = number(account.score) if told else account_text(account)
        total = (("Sub-score", whole, "" if told else NO_NUMBER),)
    days = f"{window_days(account.window)}, " if window_days(account.window) else ""
    window = f"{days}{account.window.posts or 0} posts counted"
    doubts = tuple(
        (f"Variance, {name}", f"{number(value)} points²") for name, value in account.doubts.items()
    )
    blocks: list[Block] = [
        Parts(
            (
                Part("Account", account_name(account), account_name(account).upper(), "title"),
                Part("State", account.state),
            )
        ),
        Table(("Line", "Points", "From"), (*rows, *total)),
        Pairs((("Share of the score", number(account.share)), ("Window", window), *doubts)),
        Note("Reason", (safe(account.reason),) if account.reason else ()),
    ]
    return arrange(blocks, screen)


def index_screen(
    factors: Sequence[tuple[str, str, str]],
    figures: Sequence[tuple[str, str]],
    landmarks: Sequence[tuple[float, str, str]],
    screen: Screen,
) -> str:
    """Return the list of everything that can be explained, and the landmarks.

    `factors` are listed as (id, points or "", question).
    """
    rows = tuple((id, points, question) for id, points, question in factors)
    others = tuple(
        (f"{number(score)}  {safe(who)}", safe(source)) for score, who, source in landmarks
    )
    more = (
        (
            "klout explain FACTOR",
            "the rule with your own numbers in it, the curve, the evidence, and where each "
            "constant is from",
        ),
        ("klout explain ACCOUNT", "one account's sub-score, line by line"),
        ("klout explain --formula", "the whole reckoning, to be checked by hand"),
        ("klout explain --model", "the whole method, as the file it is computed from"),
    )
    blocks: list[Block] = [
        Table(("Factor", "Points", "Question"), rows),
        Pairs(tuple(figures), "Other numbers"),
        Pairs(others, "On the same scale"),
        Pairs(more, "Next"),
    ]
    return arrange(blocks, screen)


def formula_screen(formula: Formula, screen: Screen) -> str:
    """Return the full calculation by account, how accounts combine, and every constant used."""
    scored = sorted(
        (account for account in formula.judgement.accounts if account.state == "scored"),
        key=lambda account: (-account.share, account.id),
    )
    blocks: list[Block] = [_account_formula(formula, account) for account in scored]
    score = formula.judgement.score
    if not is_number(score.quality):
        blocks.append(Pairs((("First impression", f"{likely(score)}: {NO_NUMBER}"),)))
        return arrange(blocks, screen)
    terms = tuple(
        (f"{account_name(account)}, share {number(account.share)}", _term(formula, account))
        for account in scored
    )
    blocks.append(
        Pairs(
            terms,
            "Accounts combine like pooled audiences, each weaker one for less",
        )
    )
    value = number(score.value)
    points = " ".join(
        signed(entry.points, 4) for entry in formula.judgement.breakdown if entry.id != "average"
    )
    total = f"{formula.origin:g} + {formula.slope:g} × log10(their sum) = {value}"
    blocks.append(
        Pairs((("Score", total), ("Breakdown", f"{number(formula.average)} {points} = {value}")))
    )
    used = constants(formula.explanations)
    without_sources = slice(0, -1)
    blocks.append(
        Table(used.header[without_sources], tuple(row[without_sources] for row in used.rows))
    )
    return arrange(blocks, screen)


def _account_formula(formula: Formula, account: AccountJudgement) -> Pairs:
    mine = [
        (explanation, reckoned)
        for explanation in formula.explanations
        for reckoned in explanation.accounts
        if reckoned.account == account.id
    ]
    known = [(explanation, reckoned) for explanation, reckoned in mine if reckoned.state in KNOWN]
    quality = formula.judgement.score.quality
    lines = [
        (f"{explanation.title}, {name}", text)
        for explanation, reckoned in known
        if reckoned.steps
        for name, text in worked_steps(reckoned, quality)
        if name != "in the score"
    ]
    if not is_number(quality):
        return Pairs(tuple(lines), account_name(account))
    points = " ".join(signed(reckoned.points, 4) for _, reckoned in known)
    return Pairs(
        (
            *lines,
            ("Sub-score", f"{number(formula.average)} {points} = {number(account.score or 0.0)}"),
        ),
        account_name(account),
    )


def _term(formula: Formula, account: AccountJudgement) -> str:
    weight, score = number(formula.weights[account.id]), number(account.score or 0.0)
    return f"{weight} × 10^(({score} − {formula.origin:g}) / {formula.slope:g})"
