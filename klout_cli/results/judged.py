"""What a model makes of measurements."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from klout_cli.results.measured import Fact, Quality, State, Window

AccountState: TypeAlias = Literal["scored", "listed", "historical"]
ScoreQuality: TypeAlias = Literal["score", "first_impression"]
"""Of a first impression only the range is told: too little is measured for a number."""
VISIBLE_POINTS = 0.05
"""From here on points don't print as 0.0."""


class FactorJudgement(Struct, frozen=True):
    """One judged factor of one account; `points` are 0 unless measured or inferred.

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
    """One account's sub-score, its share of the total, and its factors in order."""

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
    half: float = 0.0
    """Half the width of the 80 % interval, in points."""

    def of(self, factor: str) -> FactorJudgement:
        """Return this account's judgement of one factor."""
        return next(judged for judged in self.factors if judged.id == factor)


class Entry(Struct, frozen=True):
    """One line of the breakdown; their points sum exactly to the score."""

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
    """A model's judgement of all of a person's accounts."""

    score: Score
    breakdown: tuple[Entry, ...]
    accounts: tuple[AccountJudgement, ...]

    def points_of(self, id: str) -> float:
        """Return the points of one line of the breakdown, 0 where there is none."""
        return sum(entry.points for entry in self.breakdown if entry.id == id)

    @property
    def scored(self) -> list[AccountJudgement]:
        """The accounts that make the score."""
        return [account for account in self.accounts if account.state == "scored"]

    @property
    def ranked(self) -> list[AccountJudgement]:
        """The accounts that make the score, the largest share first."""
        return sorted(self.scored, key=lambda account: (-account.share, account.id))


class ModelName(Struct, frozen=True):
    """The model that judged, printed on every output."""

    name: str
    version: int
    fingerprint: str
    standard: bool


class OnTopic(Struct, frozen=True):
    """The score of on-topic posts only, and its difference to the total."""

    score: float
    difference: float


class Hint(Struct, frozen=True):
    """One thing to do.

    `gain` (overall) and `gain_channel` are from full rescores of its changes, in points, at the low
    end of the evidence; both are 0 for a hint that doesn't move the score. `gain` is None for a
    range from `low` to `high` instead. `n` is the number of posts behind it, if it is about posts;
    `confidence` (low, medium, high) that the action brings the change, `certainty` the same in
    words. `evidence` is a sentence with the numbers behind it.
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
    gain_channel: float | None = None
    evidence: str = ""
    minutes: int | None = None
    certainty: str = ""


class Advised(Struct, frozen=True):
    """Hints, best gain per effort first and ranges last.

    `together` is the gain of all of them by one rescore.
    """

    hints: tuple[Hint, ...] = ()
    together: float | None = None


class Plan(Struct, frozen=True):
    """Hints that together reach a goal, the score they reach, and how long they take."""

    goal: float
    start: float
    score: float
    reached: bool
    hints: tuple[Hint, ...]
    minutes: int


class FollowedHint(Struct, frozen=True):
    """A hint of an earlier date whose fact has moved as advised, from `before` to `after`.

    `brought`: the points of that change alone, which may be `within_margin` of error.
    """

    hint: Hint
    before: float
    after: float
    brought: float
    within_margin: bool


class Trial(Struct, frozen=True):
    """A judgement before and after what-if changes.

    `changes` are as the user wrote them; `reasons` say why nothing moved, if nothing did.
    """

    model: ModelName
    person: str
    as_of: str | None
    changes: tuple[str, ...]
    before: Judgement
    after: Judgement
    reasons: tuple[str, ...] = ()
