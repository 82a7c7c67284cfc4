"""The screens of hints and what-ifs: what to do, its gain, and how certain it is."""

from collections.abc import Iterator, Sequence

from klout_cli.reports.layout import Block, Note, Pairs, Part, Parts, Table, arrange
from klout_cli.reports.legacy_facts import data_date
from klout_cli.reports.names import factor_title
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import is_number, likely, score_text
from klout_cli.reports.screen import Screen
from klout_cli.results import Hint, Judgement, Report, Score, Trial

BEST = 3
LONGEST = 400  # room for a sentence with two account names
DO_NOT_ADD = "Each gain is the score computed anew with that one change. Gains do not add"
RANGES = (
    "What is not measured counts as the average; 80 % of people lie within these ranges. They are "
    "no gains. "
    "klout sources NETWORK tells which exports there are."
)
NOTHING = "no rule finds anything that would raise this score"


def best(report: Report) -> Iterator[Block]:
    """Return the best hints for the score screen, and their joint gain."""
    gained = [hint for hint in report.hints if hint.gain is not None]
    rows = [
        (f"{_signed(hint.gain or 0)}, {hint.effort} effort", safe(hint.action, LONGEST))
        for hint in gained[:BEST]
    ]
    yield Pairs(tuple(rows), "Hints")
    if len(gained) > 1 and report.together is not None:
        together = (
            f"{DO_NOT_ADD}: all {len(gained)} together bring {_signed(report.together)}. klout "
            "hints tells more."
        )
        yield Note("Hints together", (together,), "quiet")


def hints_screen(report: Report, screen: Screen) -> str:
    """Return every hint with reason and source, best gain per effort first.

    Ranges of unmeasured factors follow.
    """
    gained = sum(hint.gain is not None for hint in report.hints)
    value = score_text(report.judgement.score)
    date = data_date(report.as_of)
    headline = Parts(
        (Part("Hints", str(gained), "HINTS", "title"), Part("Score", value, f"score {value}"), date)
    )
    return arrange([headline, *hints_blocks(report)], screen)


def hints_blocks(report: Report) -> Iterator[Block]:
    """Return the hints, their joint gain, and the ranges; follower counts to be stated first."""
    gained = [hint for hint in report.hints if hint.gain is not None]
    yield from (_statement(hint) for hint in report.hints if hint.id == "inferred")
    yield from (_hint(hint) for hint in gained)
    yield Note("Hints", () if gained else (NOTHING,))
    if report.together is not None:
        yield Note("Together", (f"{DO_NOT_ADD}: all together bring {_signed(report.together)}.",))
    ranges = tuple(
        (f"{factor_title(hint.factor)}, {safe(hint.account)}", _range(hint))
        for hint in report.hints
        if hint.gain is None and hint.id != "inferred"
    )
    yield Pairs(ranges, "Could be measured")
    yield Note("Ranges", (RANGES,) if ranges else (), "quiet")


def _hint(hint: Hint) -> Pairs:
    seen = f", seen in {hint.n} posts" if hint.n is not None else ""
    rows = (
        ("Do", safe(hint.action, LONGEST)),
        ("Gain", f"{_signed(hint.gain or 0)} points by {factor_title(hint.factor)}"),
        ("Effort", hint.effort),
        ("Why", safe(hint.why, LONGEST)),
        ("Confidence", f"{hint.confidence}{seen}"),
        ("Source", f"{safe(hint.source, LONGEST)} ({hint.year}, {hint.grade})"),
    )
    return Pairs(rows)


def _statement(hint: Hint) -> Pairs:
    rows = (
        ("Do", safe(hint.action, LONGEST)),
        ("Effort", hint.effort),
        ("Why", safe(hint.why, LONGEST)),
        ("Range", _ends(hint)),
    )
    return Pairs(rows)


def _range(hint: Hint) -> str:
    return f"{_ends(hint)}: {safe(hint.why, LONGEST)}"


def _ends(hint: Hint) -> str:
    return f"{_signed(hint.low or 0)} to {_signed(hint.high or 0)}"


def trial_screen(trial: Trial, screen: Screen) -> str:
    """Return the breakdown before and after.

    Each column adds up to its score, and each row to its difference.
    """
    before, after = trial.before.score, trial.after.score
    was, now = score_text(before), score_text(after)
    difference = _signed(half_up(after.value, 1) - half_up(before.value, 1))
    lines: tuple[tuple[str, ...], ...] = (*_lines(trial), ("Score", was, now, difference))
    change: tuple[Part, ...] = (Part("Difference", difference, f"{difference} points"),)
    if not (is_number(before.quality) and is_number(after.quality)):
        lines, change = (), ()
    blocks: list[Block] = [
        Parts(
            (
                Part("Score", f"from {was} to {now}", f"KLOUT SCORE  {was} → {now}", "title"),
                *change,
                data_date(trial.as_of),
            )
        ),
        Pairs((("Tried out", ", ".join(safe(change) for change in trial.changes)),)),
        Table(("Line", "Before", "After", "Difference"), lines),
        Pairs((("Likely before", _likely(before)), ("Likely after", _likely(after)))),
    ]
    return arrange(blocks, screen)


def _lines(trial: Trial) -> Iterator[tuple[str, str, str, str]]:
    before, after = _printed_points(trial.before), _printed_points(trial.after)
    for id in dict.fromkeys((*before, *after)):
        was, now = before.get(id, 0.0), after.get(id, 0.0)
        yield (
            factor_title(id),
            _points(id, was),
            _points(id, now),
            _signed(now - was) if half_up(now - was, 1) else "",
        )


def _points(id: str, points: float) -> str:
    return f"{points:.1f}" if id == "average" else _signed(points)


def _printed_points(judgement: Judgement) -> dict[str, float]:
    """Return the points of each line as printed, adding up to the printed score."""
    points = apportion([entry.points for entry in judgement.breakdown], judgement.score.value, 1)
    return dict(zip(_ids(judgement), points, strict=True))


def _ids(judgement: Judgement) -> Sequence[str]:
    return [entry.id for entry in judgement.breakdown]


def _likely(score: Score) -> str:
    return f"{likely(score)} (80 %)"


def _signed(points: float) -> str:
    rounded = half_up(points, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"
