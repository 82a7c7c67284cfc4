"""The explanation of one line of the breakdown."""

from collections.abc import Mapping

from msgspec import Struct

from klout_cli.results.judged import Judgement
from klout_cli.results.measured import Fact, State


class Wanted(Struct, frozen=True):
    """The change of a number that adds one point to the score, all else equal.

    From `now` to `then`, which is None if no number does.
    """

    fact: str
    now: float
    then: float | None


class Reckoned(Struct, frozen=True):
    """One factor of one account, with every number of its rule by name.

    `x` is its position on the curve.
    """

    account: str
    network: str
    handle: str
    state: State
    reason: str
    numbers: Mapping[str, float]
    points: float
    share: float
    grade: str
    posts: int | None
    x: float | None
    wanted: Wanted | None


class Curve(Struct, frozen=True):
    """Points by measured value, (x, points); `ticks` are (x, the factor's unit)."""

    line: tuple[tuple[float, float], ...]
    ticks: tuple[tuple[float, float], ...]


class Constant(Struct, frozen=True):
    """One number of the method and its source; grade E is evidence, J judgement.

    A to C say how well a network is known.
    """

    name: str
    value: str
    source: str
    year: int | None
    grade: str


class Explanation(Struct, frozen=True):
    """The explanation of one line of the breakdown.

    `points` are the person's, `because` is why it counts.
    """

    id: str
    title: str
    question: str
    counted: str
    blind_spots: str
    because: str
    points: float
    state: State | None
    unit: str
    accounts: tuple[Reckoned, ...]
    curve: Curve
    constants: tuple[Constant, ...]
    evidence: Mapping[str, Fact]


class Formula(Struct, frozen=True):
    """The full calculation of a score.

    Every factor of every account, and the constants that combine accounts.
    """

    explanations: tuple[Explanation, ...]
    judgement: Judgement
    average: float
    origin: float
    slope: float
    other_accounts: float
