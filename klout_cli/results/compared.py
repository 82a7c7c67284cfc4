"""The change between two dates, and the trend over all of them."""

from typing import Literal

from msgspec import Struct

from klout_cli.results.judged import Entry, Judgement, ModelName, Score


class Published(Struct, frozen=True):
    """A score as published at the time, and the model behind it."""

    value: float
    model: ModelName


class Part(Struct, frozen=True):
    """One part of a change; the parts sum to it.

    kind `model`: the older score under today's model minus the published one; `source`: an account
    that appeared or disappeared; `factor`: one factor of an account on both sides, or `ceiling`
    (without an account), where the scale ends.
    """

    kind: Literal["model", "source", "factor"]
    points: float
    account: str | None = None
    factor: str | None = None
    note: str = ""


class Side(Struct, frozen=True):
    """One of two dates, judged by the comparison's model."""

    as_of: str
    judgement: Judgement
    published: Published | None = None


class Comparison(Struct, frozen=True):
    """Two dates under one model.

    `noise`: half the width of both 80 % intervals combined, in points; `notes`: what was assumed to
    be constant.
    """

    model: ModelName
    person: str
    older: Side
    newer: Side
    parts: tuple[Part, ...]
    noise: float
    notes: tuple[str, ...] = ()
    redacted: bool = False

    @property
    def was(self) -> float:
        """The older score as published, else under today's model."""
        return (
            self.older.published.value if self.older.published else self.older.judgement.score.value
        )

    @property
    def change(self) -> float:
        """The newer score minus the older one as published."""
        return self.newer.judgement.score.value - self.was

    @property
    def within_noise(self) -> bool:
        """True if the scores under one model differ by less than their uncertainty."""
        return abs(self.newer.judgement.score.value - self.older.judgement.score.value) < self.noise


class Moment(Struct, frozen=True):
    """A score and its breakdown on one day; a period's last one has its name."""

    as_of: str
    score: Score
    breakdown: tuple[Entry, ...]
    period: str = ""


class Trend(Struct, frozen=True):
    """A person on several days under one model, oldest first."""

    model: ModelName
    person: str
    moments: tuple[Moment, ...]
    notes: tuple[str, ...] = ()
    redacted: bool = False
