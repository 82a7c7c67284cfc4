"""Measurements, and a person measured on one day."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import fsum
from typing import Any, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import astuple, replace

Plain: TypeAlias = bool | float | int | str | None
Fact: TypeAlias = Plain | tuple[tuple[Plain, ...], ...]
State: TypeAlias = Literal["measured", "inferred", "missing", "not_applicable"]
Quality: TypeAlias = Literal["exact", "rounded", "cut", "manual", "inferred", "unknown"]


SNAPSHOT_VERSION = 2
"""Of what a snapshot stores; the first version did not name itself."""


def table_rows(facts: Mapping[str, Fact], name: str) -> tuple[tuple[Any, ...], ...]:
    """Return the rows of a table among facts; none if it isn't there."""
    rows = facts.get(name)
    return rows if isinstance(rows, tuple) else ()


class Measurement(Struct, frozen=True):
    """What one factor measured in one account: facts, or the reason for having none.

    Never a judgement.
    """

    factor: str
    state: State
    facts: Mapping[str, Fact] = {}
    reason: str = ""


class Window(Struct, frozen=True):
    """The days whose posts count, as ISO dates, both ends included; None without any date."""

    first: str | None
    last: str | None
    posts: int | None
    newest: str | None = None


class PostSums(Struct, frozen=True):
    """Sums of the counted posts of one ISO week, or of the whole window.

    `answered` posts have known reactions. Sums are weighted by the posts' weights: `weight_likes`
    is the weight of the posts whose likes are known, and so on; likes include saves, carried is
    comments and shares, engagements the one sum of sources that have no parts. `squares` sums the
    squares of weights. The `on_…` parts are those of posts on the person's topics:
    of all posts where no topics are stated or no words are told.
    """

    posts: float = 0
    answered: float = 0
    weight: float = 0.0
    weight_answered: float = 0.0
    squares: float = 0.0
    weight_likes: float = 0.0
    likes: float = 0.0
    weight_carried: float = 0.0
    carried: float = 0.0
    weight_engagements: float = 0.0
    engagements: float = 0.0
    on_posts: float = 0
    on_answered: float = 0
    on_weight: float = 0.0
    on_weight_likes: float = 0.0
    on_likes: float = 0.0
    on_weight_carried: float = 0.0
    on_carried: float = 0.0
    on_weight_engagements: float = 0.0
    on_engagements: float = 0.0

    @classmethod
    def total(cls, sums: Iterable["PostSums"]) -> "PostSums":
        """Add up sums, exactly rounded; none give zeros."""
        columns = zip(*map(astuple, sums), strict=True)
        return cls(*map(fsum, columns))

    @property
    def responses(self) -> float:
        """All responses, weighted."""
        return self.likes + self.carried + self.engagements


OLDER = "this snapshot is older than the check: read the exports again"


class Measured(Struct, frozen=True):
    """One measured account: everything the model needs to judge it again at any time.

    Dates are ISO 8601; `exported_at` is None where a source carries no date of its own. `weeks` are
    for the bootstrap, `iso_weeks` their numbers since 1970; `crowd` counts responders by the weeks
    they were active in: (bit mask over `weeks`, people). `observed` is for audit and hints only.
    """

    id: str
    network: str
    handle: str
    exported_at: str | None
    seen_at: str | None
    window: Window
    measurements: tuple[Measurement, ...]
    weeks: tuple[PostSums, ...] = ()
    iso_weeks: tuple[int, ...] = ()
    crowd: tuple[tuple[int, float], ...] = ()
    observed: tuple[Measurement, ...] = ()

    def of(self, factor: str) -> Measurement:
        """Return a measurement or observation by name; missing if older than the factor."""
        known = (
            measurement
            for measurement in (*self.measurements, *self.observed)
            if measurement.factor == factor
        )
        return next(known, Measurement(factor, "missing", {}, OLDER))

    def without(self, factors: Collection[str], why: str) -> "Measured":
        """Return the account without the measurements of some factors."""
        measurements = tuple(
            Measurement(found.factor, "missing", {}, why) if found.factor in factors else found
            for found in self.measurements
        )
        return replace(self, measurements=measurements)


class Input(Struct, frozen=True):
    """One download: its base name, number of used files, their bytes and a hash.

    The hash covers their contents.
    """

    name: str
    files: int
    bytes: int
    fingerprint: str


class Snapshot(Struct, frozen=True):
    """One person measured on one day, ready to be judged again; without `as_of` on none.

    `on_topic` are the same accounts measured from on-topic posts only, empty where no topics are
    stated; `traits` are displayed. `topics` are the names of those stated. `not_stored` are
    factors that a snapshot of an earlier version does not hold in today's form.
    """

    person: str
    as_of: str | None
    measured: tuple[Measured, ...]
    on_topic: tuple[Measured, ...] = ()
    traits: tuple[Measurement, ...] = ()
    inputs: tuple[Input, ...] = ()
    topics: tuple[str, ...] = ()
    not_stored: tuple[str, ...] = ()
    version: int = SNAPSHOT_VERSION

    def without(self, factors: Collection[str], why: str) -> "Snapshot":
        """Return the snapshot without the measurements of some factors."""
        return replace(
            self,
            measured=tuple(account.without(factors, why) for account in self.measured),
            on_topic=tuple(account.without(factors, why) for account in self.on_topic),
        )

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
