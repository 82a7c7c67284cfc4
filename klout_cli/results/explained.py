"""Everything there is to say about one line of the breakdown."""

from collections.abc import Mapping

from msgspec import Struct

from klout_cli.results.judged import Judgement
from klout_cli.results.measured import Fact, State


class Wanted(Struct, frozen=True):
    """What adds one point to the person's score, all else equal: a number from `now` to `then`, None where no number does."""

    fact: str
    now: float
    then: float | None


class Reckoned(Struct, frozen=True):
    """One factor of one account with every number of its rule by name.

    `x` is its place on the curve.
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
    """Points over what is measured: (x, points); `ticks` are (x, the same in the factor's unit)."""

    line: tuple[tuple[float, float], ...]
    ticks: tuple[tuple[float, float], ...]


class Constant(Struct, frozen=True):
    """One number of the method with where it is from: grade E is evidence, J judgement.

    A to C how well a network is known.
    """

    name: str
    value: str
    source: str
    year: int | None
    grade: str


class Explanation(Struct, frozen=True):
    """Everything there is to say about one line of the breakdown.

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
    """The whole reckoning of a score: every factor of every account, and the numbers by which accounts combine (method §2)."""

    explanations: tuple[Explanation, ...]
    judgement: Judgement
    average: float
    origin: float
    slope: float
    other_accounts: float
