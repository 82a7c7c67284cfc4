"""Several dates under one model, and a change between two split into parts that add up to it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TypeAlias

from klout_cli.errors import InputError
from klout_cli.factors import FACTORS
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
from klout_cli.results.names import label_of
from klout_cli.scoring.combine import combine, shares
from klout_cli.scoring.followed import find_followed
from klout_cli.scoring.hint_evidence import Evidence
from klout_cli.scoring.judge import judge, list_reasons
from klout_cli.scoring.model import Model
from klout_cli.scoring.noise import noise
from klout_cli.translation import Message, as_message
from klout_cli.translation import gettext_noop as N_

Accounts: TypeAlias = Mapping[str, AccountJudgement]

MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": 12}
KNOWN: tuple[State, ...] = ("measured", "inferred")
SAME = 1e-9
SMOOTH = (
    2.0  # e-folds by which pools may grow apart within a panel: 8 points then leave less than 1e-12
)
NODES = (
    (0.1834346424956498, 0.3626837833783620),
    (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745),
    (0.9602898564975363, 0.1012285362903763),
)
"""Gauss-Legendre with 8 points over −1 to 1: (place, weight), each for both signs."""


def compare(
    older: Snapshot, newer: Snapshot, model: Model, published: Published | None = None
) -> Comparison:
    """Judge two snapshots by one model and split the change since the older score.

    That is the score as it was published, if it was. The parts, in points, are the model, then
    sources, then factors in the order of the method. Raises InputError where a snapshot holds
    nothing that can be scored.
    """
    older, newer, lacking = _measured_alike(older, newer)
    before, after = _judged(older, model), _judged(newer, model)
    margin = noise((older, before), (newer, after), model)
    return Comparison(
        model=model.label,
        person=newer.person or older.person,
        older=Side(require_date(older), before, published),
        newer=Side(require_date(newer), after),
        parts=(
            *_model(before, published),
            *_sources(before, after, model),
            *_factors(before, after, model),
            *_ceiling(before, after),
        ),
        noise=margin,
        notes=(*lacking, *_list_held((older, newer))),
        followed=find_followed(
            Evidence(older, before, model), Evidence(newer, after, model), margin
        ),
    )


def require_date(snapshot: Snapshot) -> str:
    """Return the date of a snapshot; raises InputError where no file had one."""
    if snapshot.as_of is None:
        raise InputError(
            N_("These files have no date, so their score can't be compared over time."),
            ", ".join(download.name for download in snapshot.inputs),
            N_("Add the day: klout score FILE --as-of 2026-03-01"),
        )
    return snapshot.as_of


def trend(snapshots: Sequence[Snapshot], model: Model, period: str) -> Trend:
    """Judge snapshots of one person, oldest first, by one model.

    The last one of each period of `MONTHS` carries its name.

    Those that hold nothing to score are left out. Raises InputError where none is left.
    """
    dated = [(require_date(snapshot), snapshot) for snapshot in snapshots]
    judged = [
        (day, judgement, period_of(day, period))
        for day, snapshot in dated
        if (judgement := judge(snapshot.measured, model, day))
    ]
    if not judged:
        raise InputError(
            N_("No date has enough data for a score."),
            "",
            N_("klout score shows what each account is missing"),
        )
    following = [*(name for *_, name in judged[1:]), ""]
    moments = tuple(
        Moment(day, judgement.score, judgement.breakdown, name if name != after else "")
        for (day, judgement, name), after in zip(judged, following, strict=True)
    )
    return Trend(model.label, snapshots[-1].person, moments, tuple(_list_held(snapshots)))


def period_of(day: str, period: str) -> str:
    """Name the period of an ISO date: 2026-03, 2026-Q1 or 2026."""
    if period == "quarter":
        return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"
    return day[:7] if period == "month" else day[:4]


def period_ends(first: str, last: str, period: str) -> Iterator[str]:
    """Yield the last day of every period from that of `first` to the one before that of `last`."""
    day, months = date.fromisoformat(first), MONTHS[period]
    following = (day.year * 12 + day.month - 1) // months + 1
    while (
        end := date(following * months // 12, following * months % 12 + 1, 1) - timedelta(days=1)
    ).isoformat() < last:
        yield end.isoformat()
        following += 1


def mean_shares(old: Sequence[float], new: Sequence[float], model: Model) -> list[float]:
    """Return ∫₀¹ p_n(t) dt of accounts whose sub-scores go straight from `old` to `new`.

    To 1e-9 or better.
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
    """Yield the times and weights of the integral, panel by panel.

    Shares jump where two accounts swap ranks, and are smooth between.
    """
    folds = (max(slopes) - min(slopes)) * math.log(10) / model.scale.slope
    for first, last in pairwise((0.0, *_crossings(old, slopes), 1.0)):
        panels = max(1, math.ceil((last - first) * folds / SMOOTH))
        half = (last - first) / panels / 2
        for panel in range(panels):
            middle = first + (2 * panel + 1) * half
            for place, weight in NODES:
                yield middle - half * place, half * weight
                yield middle + half * place, half * weight


def _crossings(old: Sequence[float], slopes: Sequence[float]) -> list[float]:
    """Return the times between 0 and 1 at which two accounts are equal."""
    pairs = combinations(zip(old, slopes, strict=True), 2)
    times = {
        (here - there) / (rising - falling)
        for (here, falling), (there, rising) in pairs
        if rising != falling
    }
    return sorted(time for time in times if 0 < time < 1)


def _measured_alike(older: Snapshot, newer: Snapshot) -> tuple[Snapshot, Snapshot, list[str]]:
    """Take out of both snapshots the factors that an older klout did not measure in one.

    Return them, and what was taken out in words.
    """
    absent = sorted({*older.not_stored, *newer.not_stored, *_unknown(older), *_unknown(newer)})
    if not absent:
        return older, newer, []
    titles = ", ".join(factor.title for factor in FACTORS if factor.id in absent)
    note = Message(
        "{factors}: not compared, because the older saved score doesn't include them",
        factors=titles,
    )
    return older.without(absent, note), newer.without(absent, note), [note]


def _unknown(snapshot: Snapshot) -> set[str]:
    """Return the factors that are newer than a snapshot."""
    measured = {
        measurement.factor for account in snapshot.measured for measurement in account.measurements
    }
    return {factor.id for factor in FACTORS} - measured


def _judged(snapshot: Snapshot, model: Model) -> Judgement:
    judgement = judge(snapshot.measured, model, snapshot.as_of)
    if judgement is None:
        raise InputError(
            Message("There isn't enough data for a score on {day}.", day=snapshot.as_of or ""),
            "",
            N_("compare with another date"),
            listed=list_reasons(snapshot, model),
        )
    return judgement


def _scored(judgement: Judgement) -> Accounts:
    return {account.id: account for account in judgement.scored}


def _scores(accounts: Accounts) -> list[float]:
    return [account.score or 0.0 for account in accounts.values()]


def _model(before: Judgement, published: Published | None) -> Iterator[Part]:
    moved = before.score.value - published.value if published else 0.0
    if published and abs(moved) > SAME:
        name = f"{published.model.name} {published.model.version}"
        yield Part("model", moved, note=Message("published by method {name}", name=name))


def _sources(before: Judgement, after: Judgement, model: Model) -> Iterator[Part]:
    """Yield what accounts of one side only brought or took away.

    Each side's sum is divided among them by their shares.
    """
    was, now = _scored(before), _scored(after)
    gone = [one for id, one in was.items() if id not in now]
    new = [one for id, one in now.items() if id not in was]
    then, here = ({id: side[id] for id in was if id in now} for side in (was, now))
    left, right = gone, new
    # no account on both sides: all of them together are the middle, so the new ones come before the
    # old ones go
    if not then:
        then = here = {**was, **now}
        left, right = new, gone
    first = combine(_scores(then), model) - combine(_scores(was), model)
    last = combine(_scores(now), model) - combine(_scores(here), model)
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
    gone = id in was
    side = after if gone else before
    reason = next((account.reason for account in side.accounts if account.id == id), None)
    if reason is None:
        return N_("no longer in the exports") if gone else N_("new in the exports")
    if gone:
        return Message("no longer scored, {reason}", reason=as_message(reason))
    return Message("not scored before, {reason}", reason=as_message(reason))


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
            then, here = was[id].of(factor.id), now[id].of(factor.id)
            note = _turn(then.state, here.state)
            if note or then.points != here.points:
                points = weight * (here.points - then.points)
                yield Part("factor", points, id, factor.id, note)


def _turn(then: State, here: State) -> str:
    if here in KNOWN and here != then:
        return N_("newly measured") if here == "measured" else N_("newly estimated")
    if then in KNOWN and here not in KNOWN:
        return N_("no longer measured") if then == "measured" else N_("no longer estimated")
    return ""


def _ceiling(before: Judgement, after: Judgement) -> Iterator[Part]:
    was, now = before.points_of("ceiling"), after.points_of("ceiling")
    if was != now:
        yield Part("ceiling", now - was, factor="ceiling")


def _list_held(snapshots: Sequence[Snapshot]) -> Iterator[str]:
    """Say whose audience is known for one day only and stands for every date."""
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
            if day:
                text = N_("{channel}: the follower count of {day} is used for every date")
                counted = date.fromisoformat(str(day))
                yield Message(text, channel=label_of(id), day=counted)
            else:
                text = N_("{channel}: its follower count has no date and is used for every date")
                yield Message(text, channel=label_of(id))
