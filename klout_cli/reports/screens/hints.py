"""The screens of `klout hints` and `klout whatif`: what to do, and what it would bring."""

from collections.abc import Iterable, Iterator, Sequence

from klout_cli.reports.breakdown import print_points
from klout_cli.reports.names import factor_title
from klout_cli.reports.numbers import data_date, number, signed
from klout_cli.reports.rounding import half_up
from klout_cli.reports.score_text import is_number, score_text
from klout_cli.reports.screens.blocks import (
    Block,
    Column,
    Facts,
    Header,
    Span,
    Table,
    head,
    person_and_date,
    say,
    suggest,
)
from klout_cli.reports.show import show
from klout_cli.results import Hint, Plan, Report, Trial
from klout_cli.translation import gettext as _
from klout_cli.translation import gettext_noop as N_
from klout_cli.translation import ngettext

SHOWN = 5
LONGEST = 400  # room for a sentence with two account names
HOUR = 60


def hints_blocks(report: Report, *, verbose: bool) -> Iterator[Block]:
    """Yield the best hints with their evidence, what all bring, and what could be measured."""
    yield person_and_date(report.person, report.as_of, N_("YOUR HINTS"))
    missing = [hint for hint in report.hints if hint.gain is None]
    audiences = [hint for hint in missing if hint.id == "inferred"]
    yield say(*map(_range, audiences), title=_("First of all"))
    gained = [hint for hint in report.hints if hint.gain is not None]
    shown = gained if verbose else gained[:SHOWN]
    more = len(gained) - len(shown)
    more_text = ngettext("{n} more: klout hints -v", "{n} more: klout hints -v", more)
    yield _table(_("What to do next"), shown, more_text if more else "", verbose=verbose)
    if not gained:
        yield say(_("Nothing in this export would raise your score."))
    if report.together is not None:
        yield say(
            _(
                "Each gain assumes only that one change. Together: {gain}.",
                gain=signed(report.together),
            )
        )
    exports = [hint for hint in missing if hint.id != "inferred"]
    yield say(*map(_range, exports[:1]), title=_("Still unknown"))
    yield suggest(*_commands(gained, missing))


def _commands(gained: Sequence[Hint], missing: Sequence[Hint]) -> Iterator[tuple[str, str]]:
    changing = next((hint for hint in gained if hint.gain_channel), None)
    if changing:
        yield f"klout whatif --hint {changing.id}", _("try one out")
        yield "klout hints --goal 60", _("a plan to a score")
    if missing:
        yield "klout hints --missing", _("all that could be measured")


def missing_blocks(report: Report) -> Iterator[Block]:
    """Yield one line for each network that could be measured better, the widest range first."""
    yield person_and_date(report.person, report.as_of, N_("YOUR HINTS"))
    missing = [hint for hint in report.hints if hint.gain is None]
    networks: dict[str, list[Hint]] = {}
    for hint in missing:
        networks.setdefault(hint.account.partition(":")[0], []).append(hint)
    heads = Column(), Column(_("could move your score"), right=True)
    rows = tuple(
        (
            show(hints[0].action, LONGEST),
            _ends(min(hint.low or 0 for hint in hints), max(hint.high or 0 for hint in hints)),
        )
        for hints in networks.values()
    )
    yield Table(_("Still unknown"), heads, rows)
    if not rows:
        yield say(_("Everything that klout looks at could be measured."))
    else:
        yield say(_("Unknown parts count as average. These ranges aren't gains."))


def plan_blocks(plan: Plan, as_of: str | None) -> Iterator[Block]:
    """Yield the hints that reach a goal together, or how far they reach."""
    yield head(_("Plan to {goal}", goal=number(plan.goal)), data_date(as_of))
    if plan.start >= plan.goal:
        yield say(_("You are there already, at {score}.", score=number(plan.start)))
        return
    yield _table(_("In this order"), plan.hints, "", verbose=False)
    reach = _(
        "Together: from {start} to {score}, in {time}.",
        start=number(plan.start),
        score=number(plan.score),
        time=duration(plan.minutes),
    )
    lines = [reach] if plan.hints else []
    if not plan.hints:
        lines.append(_("No hint moves the score by then."))
    if not plan.reached:
        lines.append(_("The rest is audience and time."))
    yield say(*lines)


def _table(title: str, hints: Iterable[Hint], more: str, *, verbose: bool) -> Table:
    """Return hints with their gains and time, below each its evidence."""
    rows: list[tuple[str, str, str]] = []
    for hint in hints:
        gain, time = signed(hint.gain or 0.0), duration(hint.minutes or 0)
        rows.append((gain, show(hint.action, LONGEST), time))
        rows += (("", line, "") for line in _evidence(hint, verbose=verbose))
    columns = Column(right=True), Column(), Column(right=True)
    return Table(title, columns, tuple(rows), more)


def _evidence(hint: Hint, *, verbose: bool) -> Iterator[str]:
    certainty, evidence = show(hint.certainty), show(hint.evidence, LONGEST)
    if hint.gain_channel:
        yield _(
            "{gain} on the channel, {certainty}. {evidence}.",
            gain=signed(hint.gain_channel),
            certainty=certainty,
            evidence=evidence,
        )
    else:
        yield _("Not scored. {evidence}.", evidence=evidence)
    if verbose:
        yield show(hint.why, LONGEST)
        yield _(
            "Source: {source} ({year}, {grade})",
            source=show(hint.source),
            year=str(hint.year),
            grade=hint.grade,
        )


def _range(hint: Hint) -> str:
    return f"{show(hint.action, LONGEST)} ({describe_gain(hint)})"


def describe_gain(hint: Hint) -> str:
    """Return what a hint brings, or the range of what could be measured."""
    return _ends(hint.low or 0.0, hint.high or 0.0) if hint.gain is None else signed(hint.gain)


def _ends(low: float, high: float) -> str:
    return _("{low} to {high}", low=signed(low), high=signed(high))


def duration(minutes: int) -> str:
    """Format minutes: 20 min, about 1 hour, about 3 hours."""
    if minutes < HOUR - 5:
        return _("{n} min", n=minutes)
    hours = round(minutes / HOUR)
    return ngettext("about {n} hour", "about {n} hours", hours)


def trial_blocks(trial: Trial) -> Iterator[Block]:
    """Yield the score and its breakdown before and after, or why nothing moves.

    Each column adds up to its score, and each row to its difference.
    """
    before, after = trial.before.score, trial.after.score
    was, now = score_text(before), score_text(after)
    left = (Span(f"{was} → {now}", "title", _("from {before} to {after}", before=was, after=now)),)
    yield Header(left, data_date(trial.as_of))
    changes = enumerate(show(change, LONGEST) for change in trial.changes)
    yield Facts("", tuple(("" if place else _("Tried out"), change) for place, change in changes))
    yield say(*(show(reason, LONGEST) for reason in trial.reasons), title=_("Nothing moves"))
    if trial.reasons or not (is_number(before.quality) and is_number(after.quality)):
        return
    heads = (
        Column(),
        Column(_("before"), right=True),
        Column(_("after"), right=True),
        Column(_("change"), right=True),
    )
    difference = signed(half_up(after.value, 1) - half_up(before.value, 1))
    rows = (*_trial_rows(trial), (_("Score"), was, now, difference))
    yield Table(_("What changes"), heads, rows)
    ends = [
        _("{low} to {high}", low=number(score.low, 0), high=number(score.high, 0))
        for score in (before, after)
    ]
    yield Facts("", ((_("Likely before"), ends[0]), (_("Likely after"), ends[1])))


def _trial_rows(trial: Trial) -> Iterator[tuple[str, str, str, str]]:
    before, after = print_points(trial.before), print_points(trial.after)
    for id in dict.fromkeys((*before, *after)):
        was, now = before.get(id, 0.0), after.get(id, 0.0)
        change = signed(now - was) if half_up(now - was, 1) else ""
        yield factor_title(id), _points(id, was), _points(id, now), change


def _points(id: str, points: float) -> str:
    return number(points) if id == "average" else signed(points)
