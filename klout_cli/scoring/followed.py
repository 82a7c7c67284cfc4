"""Which hints were followed between two dates, and what that brought."""

from collections.abc import Iterator

from msgspec.structs import replace

from klout_cli.results import FollowedHint, Measured
from klout_cli.scoring.hint_evidence import Evidence, own_facts
from klout_cli.scoring.hint_facts import gather_facts
from klout_cli.scoring.hints import find_ideas
from klout_cli.scoring.judge import judge

LISTS = {"unfollow": ("audience", "reciprocity")}
"""Rules whose fact stands in more than the factor they are about."""


def find_followed(before: Evidence, after: Evidence, margin: float) -> tuple[FollowedHint, ...]:
    """Return the hints of the older date whose fact has moved as advised since.

    What it brought is the older score with that factor of that account as it is now, alone.
    `margin`: the margin of error of the whole change, in points.
    """
    return tuple(_list_followed(before, after, margin))


def _list_followed(before: Evidence, after: Evidence, margin: float) -> Iterator[FollowedHint]:
    older, model, was = before.snapshot, before.model, gather_facts(before)
    now = {measured.id: (measured, judged) for measured, judged in after.accounts}
    for idea in find_ideas(older, before.judgement, model):
        hint, rule = idea.hint, model.hints.rules[idea.hint.id]
        if rule.progress is None or hint.account not in now:
            continue
        measured, judged = now[hint.account]
        facts = own_facts(measured, judged, model, after.snapshot.traits)
        first, then = was[hint.account].get(rule.progress.fact), facts.get(rule.progress.fact)
        if not isinstance(first, int | float) or not isinstance(then, int | float):
            continue
        if then < first if rule.progress.falls else then > first:
            factors = LISTS.get(hint.id, (rule.factor,))
            brought = _rescore(before, measured, factors) if idea.changes else 0.0
            yield FollowedHint(hint, first, then, brought, abs(brought) < margin)


def _rescore(before: Evidence, now: Measured, factors: tuple[str, ...]) -> float:
    """Return what some factors of an account, as they are now, add to the older score."""
    measured = tuple(
        replace(
            account,
            measurements=tuple(
                now.of(measurement.factor) if measurement.factor in factors else measurement
                for measurement in account.measurements
            ),
        )
        if account.id == now.id
        else account
        for account in before.snapshot.measured
    )
    judgement = judge(measured, before.model, before.snapshot.as_of, interval=False)
    return judgement.score.value - before.judgement.score.value if judgement else 0.0
