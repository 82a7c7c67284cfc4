"""Topics and channels: responses per topic and account, relative to expectation."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from msgspec import Struct

from klout_cli.results import AccountJudgement, Judgement, Measured, PostSums
from klout_cli.results.displayed import Channel, Subject
from klout_cli.scoring import formula, interval
from klout_cli.scoring.formula import UNKNOWN
from klout_cli.scoring.judge import inputs_of
from klout_cli.scoring.model import Model


class Cell(Struct, frozen=True):
    """The posts on one topic in one ISO week of an account.

    `expected` is None if the audience or the reactions are unknown.
    """

    topic: str
    account: str
    week: int
    posts: int
    known: float
    received: float
    expected: float | None


def subjects(
    measured: Sequence[Measured], judgement: Judgement, model: Model
) -> tuple[Subject, ...]:
    """Return every topic with posts in the window, most posts first.

    Posts without a topic come last, under "".
    """
    topics: dict[str, list[Cell]] = defaultdict(list)
    judged = {
        account.id: account for account in judgement.accounts if account.state != "historical"
    }
    for account in measured:
        for cell in _cells(account, judged[account.id], model) if account.id in judged else ():
            topics[cell.topic].append(cell)
    rows = [_subject(name, cells, model) for name, cells in topics.items()]
    return tuple(sorted(rows, key=lambda row: (not row.topic, -row.posts, row.topic)))


def _cells(account: Measured, judged: AccountJudgement, model: Model) -> Iterator[Cell]:
    """Yield the observations by topic; snapshots of earlier versions have none."""
    rows = next(
        (
            measurement.facts.get("weeks", ())
            for measurement in account.observed
            if measurement.factor == "by_topic"
        ),
        (),
    )
    ref = formula.reference(model, account.network)
    whole = formula.parts_share(ref, inputs_of(account, model))
    expected = judged.of("resonance").inputs.get("expected")
    per_post = (
        expected / whole
        if isinstance(expected, float | int)
        and judged.of("resonance").state == "measured"
        and whole > 0
        else None
    )
    for topic, week, *parts in rows if isinstance(rows, tuple) else ():
        sums = PostSums(*(float(part or 0) for part in parts))  # type: ignore[arg-type]
        share = formula.parts_share(ref, interval.inputs(sums, UNKNOWN))
        known = max(sums.weight_likes, sums.weight_carried, sums.weight_engagements)
        yield Cell(
            str(topic),
            account.id,
            int(week or 0),
            int(sums.posts),
            known,
            sums.responses,
            None if per_post is None else per_post * share,
        )


def _subject(topic: str, cells: Sequence[Cell], model: Model) -> Subject:
    counted = [cell for cell in cells if cell.expected]
    low, high = _range(counted, model)
    earlier, later = _halves(counted)
    channels = tuple(
        _channel(account, [cell for cell in cells if cell.account == account], model)
        for account in _accounts(cells)
    )
    rated = [channel for channel in channels if channel.ratio is not None]
    return Subject(
        topic=topic,
        posts=sum(cell.posts for cell in cells),
        per_post=_per_post(cells),
        ratio=_ratio(counted, model),
        low=low,
        high=high,
        earlier=_ratio(earlier, model),
        later=_ratio(later, model),
        best=max(rated, key=lambda channel: channel.ratio or 0.0).account
        if len(rated) > 1
        else None,
        channels=channels,
    )


def _accounts(cells: Sequence[Cell]) -> list[str]:
    return sorted({cell.account for cell in cells})


def _channel(account: str, cells: Sequence[Cell], model: Model) -> Channel:
    posts = sum(cell.posts for cell in cells)
    return Channel(
        account, posts, _per_post(cells), _ratio([cell for cell in cells if cell.expected], model)
    )


def _per_post(cells: Sequence[Cell]) -> float | None:
    known = math.fsum(cell.known for cell in cells)
    return math.fsum(cell.received for cell in cells) / known if known else None


def _ratio(cells: Sequence[Cell], model: Model) -> float | None:
    """Return received over expected, None if nothing is known.

    Both include resonance's prior, which draws few posts towards 1.
    """
    prior = model.factors.resonance.prior
    received, expected = (
        math.fsum(getattr(cell, field) for cell in cells) for field in ("received", "expected")
    )
    return (prior + received) / (prior + expected) if cells else None


def _range(cells: Sequence[Cell], model: Model) -> tuple[float | None, float | None]:
    """Return the 80 % interval of the ratio by a bootstrap over weeks.

    None if there is only one week.
    """
    weeks: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        weeks[cell.week].append(cell)
    if len(weeks) < 2:
        return None, None
    draw, units = Random(model.version), [units for _, units in sorted(weeks.items())]
    drawn = [
        [cell for unit in draw.choices(units, k=len(units)) for cell in unit]
        for _ in range(model.interval.replicates)
    ]
    logs = [math.log(_ratio(sample, model) or 1.0) for sample in drawn]
    mean = math.fsum(logs) / len(logs)
    spread = math.sqrt(math.fsum((value - mean) ** 2 for value in logs) / len(logs))
    reach = math.exp(
        model.interval.normal * spread * interval.widening(model, sum(cell.posts for cell in cells))
    )
    ratio = _ratio(cells, model) or 1.0
    return ratio / reach, ratio * reach


def _halves(cells: Sequence[Cell]) -> tuple[list[Cell], list[Cell]]:
    """Split at the middle of the weeks with posts on the topic."""
    if not cells:
        return [], []
    middle = (min(cell.week for cell in cells) + max(cell.week for cell in cells)) / 2
    return [cell for cell in cells if cell.week < middle], [
        cell for cell in cells if cell.week > middle
    ]
