"""A score under many other models that are as defensible."""

from math import ceil

from msgspec import Struct

from klout_cli.results.judged import ModelName, Score


class Ranges(Struct, frozen=True):
    """How far the numbers of a model are drawn; see `scoring.model_parts.Robustness`.

    `points`: what reference values of grade A, B, C and D may move.
    """

    share: float
    half_life: float
    next_account: float
    points: tuple[float, float, float, float]


class Robustness(Struct, frozen=True):
    """What stays of a score where the numbers of its model are drawn within ranges.

    `scores`: one for each drawn model, lowest first; `strongest`: network and handle of the
    strongest of `channels`, which stays first in the share `stays_first` of the models.
    """

    model: ModelName
    as_of: str | None
    score: Score
    average: float
    scores: tuple[float, ...]
    strongest: tuple[str, str]
    channels: int
    stays_first: float
    ranges: Ranges

    @property
    def above_average(self) -> float:
        """The share of models under which the score is above the average."""
        return sum(score > self.average for score in self.scores) / len(self.scores)

    def quantile(self, share: float) -> float:
        """Return the lowest score that at least this share of all scores doesn't exceed."""
        return self.scores[max(1, ceil(share * len(self.scores))) - 1]
