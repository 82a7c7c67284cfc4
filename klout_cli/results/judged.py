"""What a model makes of measurements."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from klout_cli.results.measured import Fact, Quality, State, Window

AccountState: TypeAlias = Literal["scored", "listed", "historical"]
ScoreQuality: TypeAlias = Literal["score", "first_impression"]
"""Of a first impression only the range is told: too little is measured for a number."""


class FactorJudgement(Struct, frozen=True):
    """One factor of one account as the model sees it. `points` are 0 unless measured or inferred.

    `z` is before clipping.
    """

    id: str
    state: State
    points: float
    z: float | None = None
    inputs: Mapping[str, Fact] = {}
    reason: str = ""


class Audience(Struct, frozen=True):
    """Followers, connections, friends, subscribers or monthly readers.

    `effective`: what the number followed makes of them.
    """

    followers: float | None
    following: float | None
    effective: float | None
    quality: Quality


class AccountJudgement(Struct, frozen=True):
    """One account's sub-score, its share of the whole, and its factors in the order of the method."""

    id: str
    network: str
    handle: str
    state: AccountState
    exported_at: str | None
    window: Window
    audience: Audience
    factors: tuple[FactorJudgement, ...]
    score: float | None = None
    share: float = 0.0
    variance: float = 0.0
    reason: str = ""
    doubts: Mapping[str, float] = {}
    """Parts of the variance by name, in points²: sampling, missing, reference, staleness."""
    measured: float = 0.0
    """The measured share of all factors' points."""
    quality: ScoreQuality = "score"

    def of(self, factor: str) -> FactorJudgement:
        """Return this account's judgement of one factor."""
        return next(judged for judged in self.factors if judged.id == factor)


class Entry(Struct, frozen=True):
    """One line of the breakdown: its points sum with the others' to the score, exactly (method §2)."""

    id: str
    points: float
    state: State | None = None


class Score(Struct, frozen=True):
    """The number, its 80 % interval, the measured share of the method and the place among people.

    `percentile` is None where the interval is too wide to tell one. Of a first impression, only
    the interval is told.
    """

    value: float
    low: float
    high: float
    measured: float
    percentile: float | None
    quality: ScoreQuality = "score"


class Judgement(Struct, frozen=True):
    """What the model makes of all accounts of a person."""

    score: Score
    breakdown: tuple[Entry, ...]
    accounts: tuple[AccountJudgement, ...]


class ModelName(Struct, frozen=True):
    """Which opinion judged: printed on every output (method §9)."""

    name: str
    version: int
    fingerprint: str
    standard: bool


class OnTopic(Struct, frozen=True):
    """The score recomputed from on-topic posts only, and its difference to the total: the cat bonus (method §4.3)."""

    score: float
    difference: float


class Hint(Struct, frozen=True):
    """One thing to do. `gain` is the full rescore of what it changes, in points.

    None where it is a range from `low` to `high` instead.

    `n` posts stand behind it where it is about posts; `confidence` (low, medium, high) that the
    action brings the change.
    """

    id: str
    factor: str
    account: str
    action: str
    why: str
    gain: float | None
    effort: str
    source: str
    year: int
    grade: str
    confidence: str
    n: int | None = None
    low: float | None = None
    high: float | None = None


class Advised(Struct, frozen=True):
    """Hints, the best gain for its effort first and ranges last.

    `together` is the gain of all of them by one rescore.
    """

    hints: tuple[Hint, ...] = ()
    together: float | None = None


class Trial(Struct, frozen=True):
    """A judgement before and after changes that were tried out.

    `changes` are as they were asked for.
    """

    model: ModelName
    person: str
    as_of: str
    changes: tuple[str, ...]
    before: Judgement
    after: Judgement
