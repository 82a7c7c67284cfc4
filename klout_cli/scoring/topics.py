"""Topics and channels: what posts on each topic get, against what the audience usually gives."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from msgspec import Struct

from klout_cli.factors.expectation import all_parts
from klout_cli.results import AccountJudgement, Judgement, Measured, PostSums, table_rows
from klout_cli.results.displayed import Channel, Subject
from klout_cli.scoring.interval import deviation, widening
from klout_cli.scoring.judge import score_of
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


def topic_weeks(account: Measured) -> Iterator[tuple[str, int, PostSums]]:
    """Yield topic, ISO week and its sums; snapshots of earlier versions have none."""
    for topic, week, *parts in table_rows(account.of("by_topic").facts, "weeks"):
        yield str(topic), int(week or 0), PostSums(*(float(part or 0) for part in parts))


def _cells(account: Measured, judged: AccountJudgement, model: Model) -> Iterator[Cell]:
    """Yield the observations by topic."""
    score = score_of(account, model)
    reference = score.given.reference
    measured = judged.of("resonance").state == "measured"
    each = float(score.given.per_post) if measured else None
    for topic, week, sums in topic_weeks(account):
        share = all_parts(reference, sums).share
        known = max(sums.weight_likes, sums.weight_carried, sums.weight_engagements)
        yield Cell(
            topic,
            account.id,
            week,
            int(sums.posts),
            known,
            sums.responses,
            None if each is None else each * share,
        )


def _subject(topic: str, cells: Sequence[Cell], model: Model) -> Subject:
    counted = [cell for cell in cells if cell.expected]
    low, high = _range(counted, model)
    weeks = [cell.week for cell in counted] or [0]
    middle = (min(weeks) + max(weeks)) / 2
    channels = tuple(
        _channel(account, [cell for cell in cells if cell.account == account], model)
        for account in sorted({cell.account for cell in cells})
    )
    rated = [channel for channel in channels if channel.ratio is not None]
    return Subject(
        topic=topic,
        posts=sum(cell.posts for cell in cells),
        per_post=_per_post(cells),
        ratio=_ratio(counted, model),
        low=low,
        high=high,
        earlier=_ratio([cell for cell in counted if cell.week < middle], model),
        later=_ratio([cell for cell in counted if cell.week > middle], model),
        best=max(rated, key=lambda channel: channel.ratio or 0.0).account
        if len(rated) > 1
        else None,
        channels=channels,
    )


def _channel(account: str, cells: Sequence[Cell], model: Model) -> Channel:
    posts = sum(cell.posts for cell in cells)
    return Channel(
        account, posts, _per_post(cells), _ratio([cell for cell in cells if cell.expected], model)
    )


def _per_post(cells: Sequence[Cell]) -> float | None:
    known = math.fsum(cell.known for cell in cells)
    return math.fsum(cell.received for cell in cells) / known if known else None


def _ratio(cells: Sequence[Cell], model: Model) -> float | None:
    """Return received over expected, both with resonance's prior; None without any.

    So few posts are drawn towards 1.
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
    spread = deviation([math.log(_ratio(sample, model) or 1.0) for sample in drawn])
    reach = math.exp(model.interval.normal * spread * widening(model, len(weeks)))
    ratio = _ratio(cells, model) or 1.0
    return ratio / reach, ratio * reach
