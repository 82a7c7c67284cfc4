"""The rows of a report about the score: next steps, factors and what changed."""

from typing import NamedTuple

from klout_cli.reports.figures import day, factor_name, number
from klout_cli.reports.numbers import signed
from klout_cli.reports.reasons import account_labels, give_reason
from klout_cli.reports.rounding import apportion
from klout_cli.reports.safe import safe
from klout_cli.reports.score_text import score_text
from klout_cli.results import VISIBLE_POINTS, Comparison, Hint, Judgement, Report, Trend
from klout_cli.results.dossier import Dossier
from klout_cli.translation import gettext as _
from klout_cli.translation import translate

LONGEST_BAR = 12.0
"""Points of a full bar, the same in every report: 0.4 for each cell of the terminal's."""
NEXT_STEPS, CHANGES = 4, 4


class Step(NamedTuple):
    """One hint: what it brings, what to do and why."""

    gain: str
    action: str
    why: str


class FactorRow(NamedTuple):
    """One line of the breakdown; `points` are None on a first impression or without any."""

    title: str
    reason: str
    text: str
    points: float | None


class ChangeRow(NamedTuple):
    """What one account or cause contributed to a change."""

    points: str
    title: str


def list_steps(report: Report) -> list[Step]:
    """Return all hints: those with a gain first, then what could be measured."""
    hints = sorted(report.hints, key=lambda hint: hint.id == "unmeasured")
    return [
        Step(_gain_text(hint), safe(translate(hint.action)), safe(translate(hint.why)))
        for hint in hints
    ]


def _gain_text(hint: Hint) -> str:
    if hint.gain is not None:
        return signed(hint.gain)
    return _("{low} to {high}", low=signed(hint.low or 0.0), high=signed(hint.high or 0.0))


def list_factors(judgement: Judgement) -> list[FactorRow]:
    """Return the lines of the breakdown; rounded, they add up to the rounded score.

    Of a first impression without points, which would add up to a number.
    """
    breakdown = judgement.breakdown
    if judgement.score.quality != "score":
        return [
            FactorRow(factor_name(entry.id), reason, "", None)
            for entry in breakdown
            if (reason := give_reason(entry.id, judgement))
        ]
    points = apportion([entry.points for entry in breakdown], judgement.score.value, 1)
    return [
        FactorRow(
            factor_name(entry.id),
            give_reason(entry.id, judgement) or _explain_gap(entry.id, entry.state),
            number(value, 1) if entry.id == "average" else signed(value),
            None if entry.id == "average" else value,
        )
        for entry, value in zip(breakdown, points, strict=True)
    ]


def _explain_gap(factor: str, state: str | None) -> str:
    if factor == "average":
        return _("what an average person gets")
    return "" if state == "measured" else _("not measured, so no points")


def list_changes(change: Comparison) -> list[ChangeRow]:
    """Return what changed a score most, by account, largest first."""
    names = account_labels(change.older.judgement) | account_labels(change.newer.judgement)
    sums: dict[str, float] = {}
    for part in change.parts:
        title = names.get(part.account or "", "") or _cause(part.kind)
        sums[title] = sums.get(title, 0.0) + part.points
    ordered = sorted(sums.items(), key=lambda pair: -abs(pair[1]))
    return [
        ChangeRow(signed(points), title)
        for title, points in ordered
        if abs(points) >= VISIBLE_POINTS
    ]


def _cause(kind: str) -> str:
    if kind == "model":
        return _("The method changed")
    return _("The scale bends near its end") if kind == "ceiling" else _("Other accounts")


def verdict(change: Comparison) -> str:
    """Return whether a score has changed, in one sentence."""
    margin = number(change.noise, 1)
    if change.within_noise:
        return _(
            "No clear change: {points}, with a margin of error of ±{margin}",
            points=signed(change.change),
            margin=margin,
        )
    return _(
        "{points}, more than the margin of error of ±{margin}",
        points=signed(change.change),
        margin=margin,
    )


def describe_trend(trend: Trend) -> str:
    """Return what the picture of a trend shows."""
    first, last = trend.moments[0], trend.moments[-1]
    return _(
        "From {before} on {first} to {after} on {last}",
        before=score_text(first.score),
        first=day(first.as_of),
        after=score_text(last.score),
        last=day(last.as_of),
    )


def contents(dossier: Dossier) -> list[tuple[str, str]]:
    """Return the sections that a page links to at its top."""
    sections = [
        ("score", _("Overview"), True),
        ("channels", _("Channels"), True),
        ("posts", _("Posts"), bool(dossier.posts)),
        ("topics", _("Topics"), any(topic.topic for topic in dossier.topics)),
        ("network", _("Network"), bool(dossier.around and dossier.around.members)),
        ("details", _("Details"), True),
    ]
    return [(id, label) for id, label, there in sections if there]
