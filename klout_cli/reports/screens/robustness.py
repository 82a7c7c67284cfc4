"""The screen of `klout explain method --robust`: what stays under other methods."""

from collections.abc import Iterator

from klout_cli.reports.names import channel_name
from klout_cli.reports.numbers import count, data_date, number, percent
from klout_cli.reports.score_text import score_text
from klout_cli.reports.screens.blocks import Block, Facts, Scale, head, say, suggest
from klout_cli.results.robustness import Robustness
from klout_cli.translation import gettext as _

MIDDLE = (0.1, 0.9)


def robustness_blocks(found: Robustness, *, verbose: bool) -> Iterator[Block]:
    """Yield what holds in which share of the methods, and the range of the scores."""
    methods = _("{n} other methods", n=count(len(found.scores)))
    yield head(methods, data_date(found.as_of))
    yield say(*_shares(found))
    low, high = map(found.quantile, MIDDLE)
    average = (found.average, number(found.average, 0))
    yield Scale(low, high, found.score.value, (average,))
    yield Facts("", tuple(_scores(found, low, high)))
    if verbose:
        yield Facts(_("Drawn at random"), tuple(_ranges(found)))
    else:
        yield say(
            _("Each method weighs factors, channels and older posts differently."),
            _("Each also compares you with other usual values of your networks."),
        )
    yield say(
        _("This shows how much the choice of method matters."),
        _("It doesn't show whether your data is complete or the idea of a score is right."),
    )
    yield suggest(
        ("klout explain interval", _("how certain the number itself is")),
        *(() if verbose else (("klout explain method --robust -v", _("all ranges")),)),
    )


def _shares(found: Robustness) -> Iterator[str]:
    average = number(found.average, 0)
    share = share_text(found.above_average)
    yield _("Above the average of {average} in {share}.", average=average, share=share)
    if found.channels > 1:
        yield _(
            "Your strongest channel, {channel}, stays first in {share}.",
            channel=channel_name(*found.strongest),
            share=share_text(found.stays_first),
        )


def share_text(share: float) -> str:
    """Say a share of the methods; only what is true of all of them, or of none, is called so."""
    if share in (0, 1):
        return _("all of them") if share else _("none of them")
    if share > 0.99:
        return _("more than {share} of them", share=percent(0.99))
    if share < 0.01:
        return _("less than {share} of them", share=percent(0.01))
    return _("{share} of them", share=percent(share))


def _scores(found: Robustness, low: float, high: float) -> Iterator[tuple[str, str]]:
    yield _("Your score"), score_text(found.score)
    yield _("Median"), number(found.quantile(0.5))
    yield (
        _("80 % of the scores"),
        _("{low} to {high}", low=number(low), high=number(high)),
    )


def _ranges(found: Robustness) -> Iterator[tuple[str, str]]:
    ranges = found.ranges
    yield _("Share of each factor"), _times(ranges.share)
    yield _("Half-life of posts"), _times(ranges.half_life)
    yield (
        _("Weight of the next weaker channel"),
        _("up to {most} more or less", most=number(ranges.next_account)),
    )
    grades = zip("ABCD", ranges.points, strict=True)
    shown = ", ".join(f"{grade} {number(points, 0)}" for grade, points in grades)
    yield (
        _("Usual audience and reactions"),
        _("up to this many points by grade, {grades}", grades=shown),
    )


def _times(most: float) -> str:
    return _("from 1/{most} of it to {most} times as much", most=f"{most:g}")
