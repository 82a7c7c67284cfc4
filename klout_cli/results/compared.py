"""The change between two dates, and the trend over all of them."""

from typing import Literal

from msgspec import Struct

from klout_cli.results.followers import FollowerChange
from klout_cli.results.judged import Entry, FollowedHint, Judgement, ModelName, Score


class Published(Struct, frozen=True):
    """A score as published at the time, and the model behind it."""

    value: float
    model: ModelName


class Part(Struct, frozen=True):
    """One part of a change: the parts sum to it.

    kind `model`: the older score under today's model against what was published; `source`: an
    account that appeared or disappeared; `factor`: one factor of an account on both sides;
    `ceiling`: of no account, where the scale bends.
    """

    kind: Literal["model", "source", "factor", "ceiling"]
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

    `noise`: half the width of the 80 % interval of a change where nothing has changed, in points;
    `notes`: what is held constant; `followed`: hints of the older date that were followed since.
    `followers`: who came and left, if both sides are exports that list people; `with_names`:
    their names may leave the person's screen.
    """

    model: ModelName
    person: str
    older: Side
    newer: Side
    parts: tuple[Part, ...]
    noise: float
    notes: tuple[str, ...] = ()
    followed: tuple[FollowedHint, ...] = ()
    redacted: bool = False
    followers: tuple[FollowerChange, ...] = ()
    with_names: bool = False

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
        """Whether the scores under the one model differ by less than the noise."""
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
