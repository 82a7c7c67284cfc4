"""The frozen nouns that come out: Measurement, Judgement, Report. No row and no other person's name is in any of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

Plain: TypeAlias = float | int | str | None
Fact: TypeAlias = Plain | tuple[tuple[Plain, ...], ...]
State: TypeAlias = Literal["measured", "inferred", "missing", "not_applicable"]
AccountState: TypeAlias = Literal["scored", "listed", "historical"]
Quality: TypeAlias = Literal["exact", "rounded", "cut", "manual", "inferred", "unknown"]


class Measurement(Struct, frozen=True):
    """What one factor found in one account: facts, or the reason why there are none. Never a judgement."""

    factor: str
    state: State
    facts: Mapping[str, Fact] = {}
    reason: str = ""


class Window(Struct, frozen=True):
    """The days whose posts count (method §3); ISO dates, both ends included."""

    first: str
    last: str
    posts: int | None
    newest: str | None = None


class PostSums(Struct, frozen=True):
    """What the counted posts of one ISO week, or of the whole window, add up to.

    `answered` posts have known reactions. All other sums are weighted by the posts' weights (method §3): `weight_likes` is the
    weight of the posts whose likes are known, and so on; likes include saves, carried is comments and shares. The `off_topic…`
    parts are 0 where no topics are stated.
    """

    posts: int = 0
    answered: int = 0
    weight: float = 0.0
    weight_likes: float = 0.0
    likes: float = 0.0
    weight_carried: float = 0.0
    carried: float = 0.0
    weight_engagements: float = 0.0
    engagements: float = 0.0
    off_topic_weight: float = 0.0
    off_topic_likes: float = 0.0
    off_topic_carried: float = 0.0
    off_topic_engagements: float = 0.0

    @classmethod
    def total(cls, rows: Iterable[tuple[float, ...]]) -> "PostSums":
        """Add up sums given as tuples (`msgspec.structs.astuple`); no rows give zeros."""
        columns = [sum(column) for column in zip(*rows, strict=True)]
        return cls(*columns)

    @property
    def responses(self) -> float:
        """All responses, weighted."""
        return self.likes + self.carried + self.engagements

    @property
    def on_topic_shares(self) -> tuple[float, float] | None:
        """The shares of responses and of posts that are on topic (method §4.3); None without responses."""
        if self.responses <= 0 or self.weight <= 0:
            return None
        off_topic = self.off_topic_likes + self.off_topic_carried + self.off_topic_engagements
        return 1 - off_topic / self.responses, 1 - self.off_topic_weight / self.weight


class Measured(Struct, frozen=True):
    """One account after the factors: everything the model needs to judge it, again and again.

    Dates are ISO 8601; `exported_at` is None where a source carries no date of its own. `weeks` are for the bootstrap (method §6);
    `crowd` counts responders by the weeks they were active in: (bit mask over `weeks`, people). `observed` is for audit and hints only.
    """

    id: str
    network: str
    handle: str
    exported_at: str | None
    seen_at: str
    window: Window
    measurements: tuple[Measurement, ...]
    weeks: tuple[PostSums, ...] = ()
    crowd: tuple[tuple[int, float], ...] = ()
    observed: tuple[Measurement, ...] = ()

    def of(self, factor: str) -> Measurement:
        """Return this account's measurement of one factor, or what was observed under that name."""
        return next(found for found in (*self.measurements, *self.observed) if found.factor == factor)


class Input(Struct, frozen=True):
    """One download by what was read of it: its base name, how many files of it were used, their bytes and a hash of their contents."""

    name: str
    files: int
    bytes: int
    fingerprint: str


class Snapshot(Struct, frozen=True):
    """One person measured on one day: all that a model needs to judge them again, without a word or a name of anybody else.

    `on_topic` are the same accounts measured from on-topic posts only, empty where no topics are stated; `traits` are displayed.
    """

    person: str
    as_of: str
    measured: tuple[Measured, ...]
    on_topic: tuple[Measured, ...] = ()
    traits: tuple[Measurement, ...] = ()
    inputs: tuple[Input, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """What the person goes by, see `names_of`."""
        return names_of(self.person, [(account.id, account.network, account.handle) for account in self.measured])


def names_of(person: str, accounts: Sequence[tuple[str, str, str]]) -> frozenset[str]:
    """Return what a person goes by, case-folded: the name and the ids of accounts, as (id, network, handle), that a handle tells apart."""
    ids = [id for id, network, handle in accounts if handle != network]
    return frozenset(name.casefold() for name in (person or accounts[0][0], *ids))


class FactorJudgement(Struct, frozen=True):
    """One factor of one account as the model sees it. `points` are 0 unless measured or inferred; `z` is before clipping."""

    id: str
    state: State
    points: float
    z: float | None = None
    inputs: Mapping[str, Fact] = {}
    reason: str = ""


class Audience(Struct, frozen=True):
    """Followers (or connections, friends, subscribers, monthly readers) and what the following discount leaves of them."""

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
    """Parts of the variance by name (method §6): sampling, missing, reference, staleness; in points²."""

    def of(self, factor: str) -> FactorJudgement:
        """Return this account's judgement of one factor."""
        return next(judged for judged in self.factors if judged.id == factor)


class Entry(Struct, frozen=True):
    """One line of the breakdown: its points sum with the others' to the score, exactly (method §2)."""

    id: str
    points: float
    state: State | None = None


class Score(Struct, frozen=True):
    """The number, its 80 % interval, the measured share of the method and the percentile label (method §5, §6)."""

    value: float
    low: float
    high: float
    measured: float
    percentile: float


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


class LedgerRow(Struct, frozen=True):
    """What became of one file: read = used + skipped. `examples` are (line, reason) of the first skipped rows."""

    file: str
    read: int
    used: int
    skipped: int
    reasons: Mapping[str, int]
    notes: Mapping[str, int] = {}
    examples: tuple[tuple[str, str], ...] = ()


class Taken(Struct, frozen=True):
    """A snapshot as it was just taken, with what is said of its files and then forgotten."""

    snapshot: Snapshot
    ledger: tuple[LedgerRow, ...] = ()
    warnings: tuple[str, ...] = ()


class Kept(Struct, frozen=True):
    """A snapshot as the history keeps it: its running number, and the score a model published of it on that day."""

    id: int
    snapshot: Snapshot
    model: ModelName
    score: Score

    @property
    def value(self) -> float:
        """The score that was published."""
        return self.score.value

    @property
    def person(self) -> str:
        """Whose it is: the name, or the first account where no export tells one."""
        return self.snapshot.person or self.snapshot.measured[0].id

    @property
    def names(self) -> frozenset[str]:
        """What the person goes by in this snapshot."""
        return self.snapshot.names


class Hint(Struct, frozen=True):
    """One thing to do. `gain` is the full rescore of what it changes, in points; None where it is a range from `low` to `high` instead.

    `n` posts stand behind it where it is about posts; `confidence` (low, medium, high) that the action brings the change.
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
    """Hints, the best gain for its effort first and ranges last; `together` is the gain of all of them by one rescore."""

    hints: tuple[Hint, ...] = ()
    together: float | None = None


class Trial(Struct, frozen=True):
    """A judgement before and after changes that were tried out; `changes` are as they were asked for."""

    model: ModelName
    person: str
    as_of: str
    changes: tuple[str, ...]
    before: Judgement
    after: Judgement


class Report(Struct, frozen=True):
    """Everything `klout score` knows at its end; renderers only turn it into text."""

    model: ModelName
    person: str
    as_of: str
    judgement: Judgement
    on_topic: OnTopic | None
    traits: tuple[Measurement, ...]
    inputs: tuple[Input, ...]
    ledger: tuple[LedgerRow, ...]
    warnings: tuple[str, ...]
    hints: tuple[Hint, ...] = ()
    together: float | None = None
    """The gain of all hints at once, by one rescore: gains do not add."""
    landmarks: tuple[tuple[float, str, int], ...] = ()
    """Where others stood on this scale: (score, who, year)."""
    redacted: bool = False

    def trait(self, id: str) -> Mapping[str, Fact] | None:
        """Return the facts of one trait, None where they are not known."""
        return next((found.facts for found in self.traits if found.factor == id and found.state == "measured"), None)


class Wanted(Struct, frozen=True):
    """What adds one point to the person's score, all else equal: a number from `now` to `then`, None where no number does."""

    fact: str
    now: float
    then: float | None


class Reckoned(Struct, frozen=True):
    """One factor of one account with every number of its rule by name; `x` is its place on the curve."""

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
    """One number of the method with where it is from: grade E is evidence, J judgement; A to C how well a network is known."""

    name: str
    value: str
    source: str
    year: int | None
    grade: str


class Explanation(Struct, frozen=True):
    """Everything there is to say about one line of the breakdown; `points` are the person's, `because` is why it counts."""

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


class Published(Struct, frozen=True):
    """A score as it was told then, and the model that gave it."""

    value: float
    model: ModelName


class Part(Struct, frozen=True):
    """One part of a change: the parts sum to it (method §7).

    kind `model`: the older score under today's model against what was published; `source`: an account that appeared or disappeared;
    `factor`: one factor of an account on both sides, or `ceiling` of no account, where the scale ends.
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
    """Two dates under one model. `noise`: half the width of both 80 % intervals together, in points; `notes`: what is held constant."""

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
        """The older score as it was published; one that nobody published, under today's model."""
        return self.older.published.value if self.older.published else self.older.judgement.score.value

    @property
    def change(self) -> float:
        """The newer score minus the older one as it was published."""
        return self.newer.judgement.score.value - self.was

    @property
    def within_noise(self) -> bool:
        """Tell whether the scores under the one model differ by less than what is not known of them."""
        return abs(self.newer.judgement.score.value - self.older.judgement.score.value) < self.noise


class Moment(Struct, frozen=True):
    """A score and its breakdown on one day; the last one of a period carries the period's name."""

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


class Formula(Struct, frozen=True):
    """The whole reckoning of a score: every factor of every account, and the numbers by which accounts combine (method §2)."""

    explanations: tuple[Explanation, ...]
    judgement: Judgement
    average: float
    origin: float
    slope: float
    other_accounts: float


class FactorSupply(Struct, frozen=True):
    """Whether an export can feed a factor, and why not."""

    factor: str
    title: str
    feeds: bool
    reason: str


class Inspection(Struct, frozen=True):
    """What one export is: variant, owner, date, tables with their rows, and which factors it can feed."""

    network: str
    variant: str
    account: str
    owner: str
    exported_at: str | None
    rows: Mapping[str, int]
    supplies: tuple[FactorSupply, ...]
    ledger: tuple[LedgerRow, ...]
    notes: tuple[str, ...] = ()


class Source(Struct, frozen=True):
    """Where a person asks for an export, what it holds and what it cannot (`klout sources`)."""

    network: str
    title: str
    where: str
    format: str
    takes: str
    holds: str
    lacks: str
