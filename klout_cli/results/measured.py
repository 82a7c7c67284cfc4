"""What is true: measurements, and a person measured on one day."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

Plain: TypeAlias = float | int | str | None
Fact: TypeAlias = Plain | tuple[tuple[Plain, ...], ...]
State: TypeAlias = Literal["measured", "inferred", "missing", "not_applicable"]
Quality: TypeAlias = Literal["exact", "rounded", "cut", "manual", "inferred", "unknown"]


class Measurement(Struct, frozen=True):
    """What one factor found in one account: facts, or the reason why there are none.

    Never a judgement.
    """

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

    `answered` posts have known reactions. All other sums are weighted by the posts' weights (method
    §3): `weight_likes` is the weight of the posts whose likes are known, and so on; likes include
    saves, carried is comments and shares. The `off_topic…` parts are 0 where no topics are stated.
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

    Dates are ISO 8601; `exported_at` is None where a source carries no date of its own. `weeks` are
    for the bootstrap (method §6); `crowd` counts responders by the weeks they were active in: (bit
    mask over `weeks`, people). `observed` is for audit and hints only.
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
        return next(
            found for found in (*self.measurements, *self.observed) if found.factor == factor
        )


class Input(Struct, frozen=True):
    """One download by what was read of it: its base name, how many files of it were used, their bytes and a hash of their contents."""

    name: str
    files: int
    bytes: int
    fingerprint: str


class Snapshot(Struct, frozen=True):
    """One person measured on one day: all that a model needs to judge them again, without a word or a name of anybody else.

    `on_topic` are the same accounts measured from on-topic posts only, empty where no topics are
    stated; `traits` are displayed. `topics` are the names of those stated.
    """

    person: str
    as_of: str
    measured: tuple[Measured, ...]
    on_topic: tuple[Measured, ...] = ()
    traits: tuple[Measurement, ...] = ()
    inputs: tuple[Input, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """What the person goes by, see `names_of`."""
        return names_of(
            self.person,
            [(account.id, account.network, account.handle) for account in self.measured],
        )


def names_of(person: str, accounts: Sequence[tuple[str, str, str]]) -> frozenset[str]:
    """Return what a person goes by, case-folded: the name and the ids of accounts, as (id, network, handle), that a handle tells apart."""
    ids = [id for id, network, handle in accounts if handle != network]
    return frozenset(name.casefold() for name in (person or accounts[0][0], *ids))
