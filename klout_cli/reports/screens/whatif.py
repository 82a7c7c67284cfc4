"""The screen of `klout whatif`: the score before and after changes."""

from collections.abc import Iterator

from klout_cli.reports.names import factor_title
from klout_cli.reports.numbers import data_date, number, signed
from klout_cli.reports.rounding import apportion, half_up
from klout_cli.reports.score_text import is_number, score_text
from klout_cli.reports.screens.blocks import Block, Column, Facts, Header, Lines, Span, Table
from klout_cli.reports.show import show
from klout_cli.results import Judgement, Score, Trial
from klout_cli.translation import gettext as _

LONGEST = 400


def trial_blocks(trial: Trial) -> Iterator[Block]:
    """Yield the score and its breakdown before and after, or why nothing moves.

    Each column adds up to its score, and each row to its difference.
    """
    before, after = trial.before.score, trial.after.score
    was, now = score_text(before), score_text(after)
    left = (Span(f"{was} → {now}", "title", _("from {before} to {after}", before=was, after=now)),)
    yield Header(left, data_date(trial.as_of))
    tried = tuple((_("Tried out"), show(change, LONGEST)) for change in trial.changes[:1])
    tried += tuple(("", show(change, LONGEST)) for change in trial.changes[1:])
    yield Facts("", tried)
    yield Lines(tuple(show(reason, LONGEST) for reason in trial.reasons), title=_("Nothing moves"))
    if trial.reasons or not (is_number(before.quality) and is_number(after.quality)):
        return
    heads = (
        Column(),
        Column(_("before"), right=True),
        Column(_("after"), right=True),
        Column(_("change"), right=True),
    )
    difference = signed(half_up(after.value, 1) - half_up(before.value, 1))
    rows = (*_rows(trial), (_("Score"), was, now, difference))
    yield Table(_("What changes"), heads, rows)
    yield Facts("", ((_("Likely before"), _likely(before)), (_("Likely after"), _likely(after))))


def _likely(score: Score) -> str:
    return _("{low} to {high}", low=number(score.low, 0), high=number(score.high, 0))


def _rows(trial: Trial) -> Iterator[tuple[str, str, str, str]]:
    before, after = _printed_points(trial.before), _printed_points(trial.after)
    for id in dict.fromkeys((*before, *after)):
        was, now = before.get(id, 0.0), after.get(id, 0.0)
        change = signed(now - was) if half_up(now - was, 1) else ""
        yield factor_title(id), _points(id, was), _points(id, now), change


def _points(id: str, points: float) -> str:
    return number(points) if id == "average" else signed(points)


def _printed_points(judgement: Judgement) -> dict[str, float]:
    """Return the points of each line as printed, adding up to the printed score."""
    points = apportion([entry.points for entry in judgement.breakdown], judgement.score.value, 1)
    return {entry.id: value for entry, value in zip(judgement.breakdown, points, strict=True)}
