"""Hints as blocks of the older reports; `screens/hints.py` has the screen."""

from collections.abc import Iterator

from klout_cli.reports.layout import Block, Note, Pairs
from klout_cli.reports.names import factor_title
from klout_cli.reports.rounding import half_up
from klout_cli.reports.safe import safe
from klout_cli.results import Hint, Report

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


def _signed(points: float) -> str:
    rounded = half_up(points, 1)
    return f"{rounded:+.1f}".replace("-", "−") if rounded else "0.0"
