"""Measurements, and a person measured on one day."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

Plain: TypeAlias = float | int | str | None
Fact: TypeAlias = Plain | tuple[tuple[Plain, ...], ...]
State: TypeAlias = Literal["measured", "inferred", "missing", "not_applicable"]
Quality: TypeAlias = Literal["exact", "rounded", "cut", "manual", "inferred", "unknown"]


class Measurement(Struct, frozen=True):
    """What one factor measured in one account: facts, or the reason for having none.

    Never a judgement.
    """

    factor: str
    state: State
    facts: Mapping[str, Fact] = {}
    reason: str = ""


class Window(Struct, frozen=True):
    """The days whose posts count, as ISO dates, both ends included."""

    first: str
    last: str
    posts: int | None
    newest: str | None = None


class PostSums(Struct, frozen=True):
    """Sums of the counted posts of one ISO week, or of the whole window.

    `answered` posts have known reactions. All other sums are weighted by the posts' weights:
    `weight_likes` is the weight of the posts with known likes, and so on; likes include saves,
    carried is comments and shares. The `off_topic…` parts are 0 if no topics are set.
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
        """The on-topic shares of responses and of posts; None without responses."""
        if self.responses <= 0 or self.weight <= 0:
            return None
        off_topic = self.off_topic_likes + self.off_topic_carried + self.off_topic_engagements
        return 1 - off_topic / self.responses, 1 - self.off_topic_weight / self.weight


class Measured(Struct, frozen=True):
    """One measured account: everything the model needs to judge it again at any time.

    Dates are ISO 8601; `exported_at` is None if a source has no date of its own. `weeks` are for
    the bootstrap; `crowd` counts responders by the weeks they were active in: (bit mask over
    `weeks`, people). `observed` is for audit and hints only.
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
        """Return this account's measurement or observation by name."""
        return next(
            measurement
            for measurement in (*self.measurements, *self.observed)
            if measurement.factor == factor
        )


class Input(Struct, frozen=True):
    """One download: its base name, number of used files, their bytes and a hash.

    The hash covers their contents.
    """

    name: str
    files: int
    bytes: int
    fingerprint: str


class Snapshot(Struct, frozen=True):
    """One person measured on one day, ready to be judged again.

    It contains no text or name of anybody else. `on_topic` are the same accounts measured from
    on-topic posts only, empty if no topics are set; `traits` are displayed. `topics` are the names
    of the set topics.
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
        """The person's names; see `names_of`."""
        return names_of(
            self.person,
            [(account.id, account.network, account.handle) for account in self.measured],
        )


def names_of(person: str, accounts: Sequence[tuple[str, str, str]]) -> frozenset[str]:
    """Return the names a person goes by, case-folded.

    They are the name, and the (id, network, handle) of accounts that a handle identifies.
    """
    ids = [id for id, network, handle in accounts if handle != network]
    return frozenset(name.casefold() for name in (person or accounts[0][0], *ids))
