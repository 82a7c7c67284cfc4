"""Compare dates under one model; split a change into parts that add up exactly."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeAlias

from klout_cli.errors import InputError
from klout_cli.results import (
    AccountJudgement,
    Comparison,
    Judgement,
    Moment,
    Part,
    Published,
    Side,
    Snapshot,
    State,
    Trend,
)
from klout_cli.scoring.judge import judge, judged_accounts, shares, variance, whole
from klout_cli.scoring.model import FACTORS, Model

Accounts: TypeAlias = Mapping[str, AccountJudgement]

MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": 12}
KNOWN: tuple[State, ...] = ("measured", "inferred")
SAME = 1e-9
SMOOTH = (
    2.0  # e-folds by which pools may diverge within a panel: 8 points then err by less than 1e-12
)
NODES = (
    (0.1834346424956498, 0.3626837833783620),
    (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745),
    (0.9602898564975363, 0.1012285362903763),
)
"""8-point Gauss-Legendre rule on [-1, 1]: (node, weight), for both signs."""


def compare(
    older: Snapshot, newer: Snapshot, model: Model, published: Published | None = None
) -> Comparison:
    """Judge two snapshots by one model and split the change.

    The change starts from the older score as it was published, if it was. The parts, in points, are
    the model, then sources, then factors in the method's order. Raises InputError for a snapshot
    without a score.
    """
    before, after = _judged(older, model), _judged(newer, model)
    return Comparison(
        model=model.label,
        person=newer.person or older.person,
        older=Side(older.as_of, before, published),
        newer=Side(newer.as_of, after),
        parts=(
            *_model(before, published),
            *_sources(before, after, model),
            *_factors(before, after, model),
            *_ceiling(before, after),
        ),
        noise=model.interval.normal
        * math.sqrt(variance(before.accounts) + variance(after.accounts)),
        notes=tuple(_constant_audiences((older, newer))),
    )


def trend(snapshots: Sequence[Snapshot], model: Model, period: str) -> Trend:
    """Judge one person's snapshots, oldest first, by one model.

    The last snapshot of each period of `MONTHS` gets its name. Snapshots without a score are left
    out; raises InputError if none remains.
    """
    judged = [(snapshot, judge(snapshot.measured, model, snapshot.as_of)) for snapshot in snapshots]
    names = [period_of(snapshot.as_of, period) for snapshot, judgement in judged if judgement]
    moments = [
        Moment(snapshot.as_of, judgement.score, judgement.breakdown)
        for snapshot, judgement in judged
        if judgement
    ]
    if not moments:
        raise InputError(
            "no date gives a number", "", "klout score tells for each account what is missing"
        )
    lasting = (
        Moment(moment.as_of, moment.score, moment.breakdown, name if name != following else "")
        for moment, name, following in zip(moments, names, [*names[1:], ""], strict=True)
    )
    return Trend(
        model.label,
        snapshots[-1].person,
        tuple(lasting),
        tuple(_constant_audiences(snapshots)),
    )


def period_of(day: str, period: str) -> str:
    """Name the period of an ISO date: 2026-03, 2026-Q1 or 2026."""
    if period == "quarter":
        return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
    return day[:7] if period == "month" else day[:4]


def period_ends(first: str, last: str, period: str) -> Iterator[str]:
    """Yield the last day of every period from `first` to the one before `last`."""
    day, months = date.fromisoformat(first), MONTHS[period]
    following = (day.year * 12 + day.month - 1) // months + 1
    while (
        end := date(following * months // 12, following * months % 12 + 1, 1) - timedelta(days=1)
    ).isoformat() < last:
        yield end.isoformat()
        following += 1


def mean_shares(old: Sequence[float], new: Sequence[float], model: Model) -> list[float]:
    """Return ∫₀¹ p_n(t) dt per account, to 1e-9 or better.

    Sub-scores go linearly from `old` to `new`.
    """
    slopes = [after - before for before, after in zip(old, new, strict=True)]
    totals = [0.0] * len(old)
    for t, weight in _points(old, slopes, model):
        at_t = shares([score + t * slope for score, slope in zip(old, slopes, strict=True)], model)
        totals = [total + weight * p for total, p in zip(totals, at_t, strict=True)]
    return totals


def _points(
    old: Sequence[float], slopes: Sequence[float], model: Model
) -> Iterator[tuple[float, float]]:
    """Yield (time, weight) nodes of the integral, piece by piece.

    Shares jump where another account becomes the strongest and are smooth in between.
    """
    folds = (max(slopes) - min(slopes)) * math.log(10) / model.scale.slope
    for first, last in pairwise((0.0, *_turns(old, slopes), 1.0)):
        panels = max(1, math.ceil((last - first) * folds / SMOOTH))
        half = (last - first) / panels / 2
        for panel in range(panels):
            middle = first + (2 * panel + 1) * half
            for place, weight in NODES:
                yield middle - half * place, half * weight
                yield middle + half * place, half * weight


def _turns(old: Sequence[float], slopes: Sequence[float]) -> Iterator[float]:
    """Yield the times at which another account becomes the strongest.

    They are the corners of the upper envelope of straight lines.
    """
    strongest = max(range(len(old)), key=lambda n: (old[n], slopes[n]))
    while rising := [n for n in range(len(old)) if slopes[n] > slopes[strongest]]:
        met = {n: (old[strongest] - old[n]) / (slopes[n] - slopes[strongest]) for n in rising}
        strongest = min(rising, key=lambda n: (met[n], -slopes[n]))
        if met[strongest] >= 1:
            return
        yield met[strongest]


def _judged(snapshot: Snapshot, model: Model) -> Judgement:
    judgement = judge(snapshot.measured, model, snapshot.as_of)
    if judgement is None:
        reasons = [
            f"{account.id}: {account.reason}"
            for account in judged_accounts(snapshot.measured, model, snapshot.as_of)
        ]
        raise InputError(
            f"not enough data for a number on {snapshot.as_of}",
            "; ".join(reasons),
            "compare with another date",
        )
    return judgement


def _scored(judgement: Judgement) -> Accounts:
    return {account.id: account for account in judgement.accounts if account.state == "scored"}


def _scores(accounts: Accounts) -> list[float]:
    return [account.score or 0.0 for account in accounts.values()]


def _model(before: Judgement, published: Published | None) -> Iterator[Part]:
    moved = before.score.value - published.value if published else 0.0
    if published and abs(moved) > SAME:
        yield Part(
            "model", moved, note=f"published under {published.model.name} {published.model.version}"
        )


def _sources(before: Judgement, after: Judgement, model: Model) -> Iterator[Part]:
    """Yield the parts of accounts that only one side has.

    Each side's sum is divided among its accounts in proportion to their shares.
    """
    was, now = _scored(before), _scored(after)
    removed = [account for id, account in was.items() if id not in now]
    new = [account for id, account in now.items() if id not in was]
    then, here = ({id: side[id] for id in was if id in now} for side in (was, now))
    left, right = removed, new
    # Without an account on both sides, all accounts together are the intermediate state: the new
    # ones are added before the old ones are removed.
    if not then:
        then = here = {**was, **now}
        left, right = new, removed
    first = whole(_scores(then), model) - whole(_scores(was), model)
    last = whole(_scores(now), model) - whole(_scores(here), model)
    for accounts, points in ((left, first), (right, last)):
        total = math.fsum(account.share for account in accounts)
        for account in accounts:
            yield Part(
                "source",
                points * account.share / total,
                account.id,
                note=_came_or_went(account.id, was, before, after),
            )


def _came_or_went(id: str, was: Accounts, before: Judgement, after: Judgement) -> str:
    side, word = (after, "no longer") if id in was else (before, "not yet")
    reason = next((account.reason for account in side.accounts if account.id == id), None)
    return f"{word} in the exports" if reason is None else f"{word} scored: {reason}"


def _factors(before: Judgement, after: Judgement, model: Model) -> Iterator[Part]:
    """Yield Δpoints·∫₀¹ p(t) dt for each factor of the accounts on both sides."""
    was, now = _scored(before), _scored(after)
    both = [id for id in was if id in now]
    if not both:
        return
    old, new = (_scores({id: side[id] for id in both}) for side in (was, now))
    weights = mean_shares(old, new, model)
    for id, weight in zip(both, weights, strict=True):
        for factor in FACTORS:
            then, here = was[id].of(factor), now[id].of(factor)
            note = _turn(then.state, here.state)
            if note or then.points != here.points:
                yield Part("factor", weight * (here.points - then.points), id, factor, note)


def _turn(then: State, here: State) -> str:
    if here in KNOWN and here != then:
        return f"newly {here}"
    return f"no longer {then}" if then in KNOWN and here not in KNOWN else ""


def _ceiling(before: Judgement, after: Judgement) -> Iterator[Part]:
    was, now = (
        sum(entry.points for entry in side.breakdown if entry.id == "ceiling")
        for side in (before, after)
    )
    if was != now:
        yield Part("factor", now - was, factor="ceiling")


def _constant_audiences(snapshots: Sequence[Snapshot]) -> Iterator[str]:
    """Yield a note for each account with one known audience for all dates."""
    if len({snapshot.as_of for snapshot in snapshots}) < 2:
        return
    levels: dict[str, list[tuple[object, object]]] = {}
    for snapshot in snapshots:
        for account in snapshot.measured:
            facts = account.of("audience").facts
            levels.setdefault(account.id, []).append((facts.get("followers"), facts.get("as_of")))
    for id, known in sorted(levels.items()):
        followers, day = known[0]
        if followers is not None and len(known) == len(snapshots) and len(set(known)) == 1:
            source = f"of {day}" if day else "carries no date and"
            yield f"{id}: its audience {source} stands for every date"
