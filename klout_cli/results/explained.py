"""The explanation of one line of the breakdown."""

import re
from collections.abc import Mapping

from msgspec import Struct

from klout_cli.results.judged import Judgement, ScoreQuality
from klout_cli.results.measured import Fact, Plain, State


class Line(Struct, frozen=True):
    """One step of a calculation: `{name}` in the text stands for that number."""

    name: str
    text: str
    numbers: Mapping[str, Plain] = {}


def step(name: str, text: str, *known: Struct, **numbers: Plain) -> Line:
    """Return a line whose placeholders are numbers, or fields of the first struct with them."""
    names = dict.fromkeys(re.findall(r"{(\w+)}", text))
    values = {
        field: getattr(part, field)
        for part in reversed(known)
        for field in names
        if hasattr(part, field)
    } | numbers
    return Line(name, text, {field: values[field] for field in (*names, *numbers)})


class NextPoint(Struct, frozen=True):
    """What adds one point to the person's score, all else equal: a number from `now` to `then`.

    `then` is None where no number does.
    """

    fact: str
    now: float
    then: float | None


class WorkedExample(Struct, frozen=True, rename={"next_point": "wanted"}):
    """One factor of one account step by step, each with its numbers.

    `x` is its position on the curve.
    """

    account: str
    network: str
    handle: str
    state: State
    reason: str
    steps: tuple[Line, ...]
    points: float
    share: float
    grade: str
    posts: int | None
    x: float | None
    next_point: NextPoint | None

    @property
    def numbers(self) -> Mapping[str, Plain]:
        """All numbers of the steps by name, the last of a name."""
        return {name: value for step in self.steps for name, value in step.numbers.items()}


class Curve(Struct, frozen=True):
    """Points by measured value, (x, points); `ticks` are (x, the factor's unit)."""

    line: tuple[tuple[float, float], ...]
    ticks: tuple[tuple[float, float], ...]


class Constant(Struct, frozen=True):
    """One number of the method with where it is from.

    Grade E is evidence, J judgement; A to D tell how well a network is known.
    """

    name: str
    value: str
    source: str
    year: int | None
    grade: str


class Explanation(Struct, frozen=True):
    """The explanation of one line of the breakdown.

    `points` are the person's, `because` is why it counts. Of a first impression, screens show no
    points, as these would add up to a number.
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
    accounts: tuple[WorkedExample, ...]
    curve: Curve
    constants: tuple[Constant, ...]
    evidence: Mapping[str, Fact]
    quality: ScoreQuality = "score"


class Formula(Struct, frozen=True):
    """The full calculation of a score: every factor of every account, and how accounts combine."""

    explanations: tuple[Explanation, ...]
    judgement: Judgement
    average: float
    origin: float
    slope: float
    next_account: float
    weights: Mapping[str, float]
