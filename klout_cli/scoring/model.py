"""The model: the whole opinion, loaded strictly from one YAML file (see docs/method.md).

A model of one's own may say `based_on: klout` and change only what it wants otherwise.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from math import fsum, isfinite, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from klout_cli.errors import UsageError, meant
from klout_cli.factors import FACTORS, WEIGHTED
from klout_cli.factors.interface import Factor
from klout_cli.factors.operations import UNKNOWN
from klout_cli.factors.rules import Norm, Positive, Reference, Share, Sourced
from klout_cli.results import ModelName
from klout_cli.scoring.hint_texts import TEXTS
from klout_cli.scoring.structs import as_struct
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.yaml_files import load_yaml

BUNDLED = ("klout", "professional")
STANDARD = "klout"
NO_MODEL = f"use a YAML file, or one of: {', '.join(BUNDLED)}"

Percent: TypeAlias = Annotated[float, Meta(ge=0, le=100)]
Grade: TypeAlias = Literal["A", "B", "C", "D"]
Effort: TypeAlias = Literal["low", "medium", "high"]
Changeable: TypeAlias = Literal[
    "followers", "following", "likes", "carried", "reactions", "responders", "endorsements",
    "recommendations", "standing", "contacts", "give_and_take", "answers", "on_topic",
    "resonance", "amplification", "breadth", "substance",
]  # fmt: skip
"""What a hint or `whatif` may change.

Numbers of posts are not among them: nobody is told to post more.
"""


class Ceiling(Struct, frozen=True, forbid_unknown_fields=True):
    """Above `start` the scale bends, so that it nears `start + room` and never reaches it."""

    start: float
    room: Positive


class Scale(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The scale, and how accounts combine.

    `next_account`: what the weight of an account is to that of the next stronger one.
    """

    average: float
    spread: Positive
    origin: float
    slope: Positive
    next_account: Share
    lowest: float
    ceiling: Ceiling
    engagement_spread: Positive
    correlation: Share
    clip: Positive


class Window(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which posts count, and how much."""

    days: Annotated[int, Meta(gt=0)]
    fewest: Annotated[int, Meta(gt=0)]
    longest: Annotated[int, Meta(gt=0)]
    half_life: Positive
    full_volume: Positive


if TYPE_CHECKING:
    Rules: TypeAlias = Any
else:
    Rules = msgspec.defstruct(
        "Rules",
        [(factor.id, factor.Rule) for factor in FACTORS],
        frozen=True,
        forbid_unknown_fields=True,
    )
"""The blocks of all factors by id; a missing one is an error."""


class People(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which contacts are one person, who knows whom and who waits for an answer.

    Nothing of it moves a score.
    """

    same_employer: Percent
    same_handle: Percent
    shortest_handle: int
    most_colleagues: int
    same_time: int
    smallest_community: Annotated[int, Meta(ge=2)]
    answer_within: int


class Outreach(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Points for what is given to others, and where the levels are."""

    points: Annotated[int, Meta(gt=0)]
    first_level: Annotated[int, Meta(gt=0)]
    growth: Annotated[float, Meta(ge=1.1)]


class ReferenceSpread(Struct, frozen=True, forbid_unknown_fields=True):
    """SD of a network's reference values in points, by grade."""

    A: float
    B: float
    C: float
    D: float


class FirstImpression(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a range is told instead of a score: half the interval wider, or less measured.

    `share`: of the person's score that first impressions may make up; `percentile`: half the
    interval up to which the place among people is told.
    """

    wider: Positive
    measured: Share
    share: Share
    percentile: Positive


class Interval(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How sure a score is.

    `scatter`: SD of the logarithm of reactions to own posts, in decades; `widen`: the SD of a
    bootstrap over w weeks is 1 + widen/(w - 1) times as large; `persistence`: how much of what is
    not measured stays between two dates.
    """

    normal: Positive
    replicates: Annotated[int, Meta(gt=1, le=100_000)]
    scatter: Positive
    widen: float
    reference: ReferenceSpread
    one_sum: Grade
    staleness: float
    persistence: Share
    first_impression: FirstImpression


class Robustness(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far other models that are as defensible may be from this one; moves no score.

    `share` and `half_life`: at most so many times as much, or as little; `next_account`: at most
    so much more or less. Reference values move by the points of their grade.
    """

    models: Annotated[int, Meta(ge=1, le=100_000)]
    share: Annotated[float, Meta(ge=1)]
    half_life: Annotated[float, Meta(ge=1)]
    next_account: Share


class NetworkValues(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One network's reference values."""

    m: Positive
    c: Positive
    b: Positive
    phi: Share
    grade: Grade
    basis: str
    mutual: bool = False
    until: str = ""


class Landmark(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A point on the scale that tells a reader where others stand."""

    score: Annotated[float, Meta(ge=0, le=100)]
    who: str


class Condition(Struct, frozen=True, forbid_unknown_fields=True):
    """A fact (`factor.fact`) against a number or another fact.

    Each bound that is given must hold.
    """

    fact: str
    above: float | str | None = None
    at_least: float | str | None = None
    below: float | str | None = None


class Remedy(Struct, frozen=True, forbid_unknown_fields=True):
    """One change a hint tries: a fact set `to`, `plus` or `times` a number or another fact.

    `account` is the fact that names another account to change.
    """

    fact: Changeable
    to: float | str | None = None
    plus: float | str | None = None
    times: float | str | None = None
    account: str = ""


class Progress(Struct, frozen=True, forbid_unknown_fields=True):
    """The fact that shows later whether a hint was followed: it rises, or `falls`."""

    fact: str
    falls: bool = False


class HintRule(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where all conditions hold, and one of `any`, one concrete action.

    Its gains are always full rescores of its changes; a rule without a change doesn't move the
    score. It takes `minutes`, for each of the number `per`, and shows in the score after `days`.
    `posts` is the fact that says how many posts it is seen in; `networks`: for these alone.
    """

    factor: str
    when: list[Condition]
    change: list[Remedy]
    any: tuple[Condition, ...] = ()
    progress: Progress | None = None
    minutes: Positive
    per: str = ""
    days: Annotated[int, Meta(ge=0)]
    effort: Effort
    confidence: Literal["low", "medium", "high"]
    gamed: str
    networks: tuple[str, ...] = ()
    posts: str = ""


class Efforts(Struct, frozen=True, forbid_unknown_fields=True):
    """What an effort weighs: hints are sorted by gain for each."""

    low: Positive
    medium: Positive
    high: Positive


Days: TypeAlias = Annotated[int, Meta(ge=1)]


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is observed for hints; see `person.rules.EvidenceRule`."""

    open_days: Days
    long_text: Annotated[int, Meta(ge=1)]
    thread_hours: Annotated[int, Meta(ge=1)]
    slot_hours: Literal[1, 2, 3, 4, 6, 8, 12]
    best_share: Share
    twin_days: Days
    twin_alike: Percent
    twin_texts: Annotated[int, Meta(ge=2, le=2000)]
    silent_days: Days
    regular_links: Annotated[int, Meta(ge=1)]
    endorsed_days: Days
    endorsements: Annotated[int, Meta(ge=1)]
    active_contacts: Annotated[int, Meta(ge=1, le=20)]


class Bounds(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How far the change of a hint may go.

    `unfollow`, `format`, `slot` and `followers` are shares, `views` a multiple, the rest counts.
    """

    unfollow: Share
    format: Share
    slot: Share
    responders: Annotated[int, Meta(ge=1)]
    links: Annotated[int, Meta(ge=1)]
    recommendations: Annotated[int, Meta(ge=1)]
    views: Annotated[float, Meta(ge=1)]
    followers: Share
    weeks: Annotated[int, Meta(ge=2)]


class Hints(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Hints; the source is that of the ranges of what is not measured.

    `visible`: points from which a gain is shown; `certainty`: that no format, time or topic of all
    that are compared looks good by chance; `fewest_posts`: of each before it is compared.
    """

    visible: Positive
    efforts: Efforts
    certainty: Annotated[float, Meta(gt=0, lt=1)]
    fewest_posts: Annotated[int, Meta(ge=2)]
    evidence: Evidence
    bounds: Bounds
    rules: dict[str, HintRule]


class Model(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """One opinion, whole.

    `points` are the P of docs/method.md: points for each standard deviation.
    """

    name: str
    version: Annotated[int, Meta(ge=1)]
    title: str
    because: str
    scale: Scale
    window: Window
    factors: Rules
    people: People
    outreach: Outreach
    interval: Interval
    robustness: Robustness
    networks: dict[str, NetworkValues]
    landmarks: list[Landmark] = []
    hints: Hints

    @cached_property
    def points(self) -> Mapping[str, float]:
        """Return P of each weighted factor: points for each SD, from its share."""
        shares = {factor.id: self.rule(factor).share for factor in WEIGHTED}
        squares = fsum(share * share for share in shares.values())
        unit = self.scale.engagement_spread / sqrt(squares + self.scale.correlation * (1 - squares))
        return {id: unit * share for id, share in shares.items()}

    def rule(self, factor: Factor) -> Any:
        """Return the block of a factor."""
        return getattr(self.factors, factor.id)

    def reference(self, network: str) -> Reference:
        """Return a network's reference values for the factors."""
        values = self.network(network)
        norm = self.factors.endorsement.norms.get(network, Norm(UNKNOWN, UNKNOWN, 1.0))
        spread = float(getattr(self.interval.reference, values.grade))
        return Reference(
            values.m, values.c, values.b, values.phi, spread, values.mutual, norm.a, norm.b, norm.sd
        )

    def least_slope(self, network: str) -> float:
        """Return the points another tenfold of followers adds at least, all else equal."""
        reference = self.reference(network)
        lost = fsum(
            self.points[factor.id] * factor.lost_per_tenfold(self.rule(factor), reference)
            for factor in WEIGHTED
        )
        return self.scale.slope - lost

    def network(self, name: str) -> NetworkValues:
        """Return a network's reference values; one without is `other`."""
        return self.networks.get(name, self.networks["other"])

    @cached_property
    def fingerprint(self) -> str:
        """Return the hash of every number and text, whatever the file's layout."""
        import hashlib

        return "sha256:" + hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()

    @property
    def label(self) -> ModelName:
        """Return what every output prints."""
        return ModelName(
            self.name,
            self.version,
            self.fingerprint,
            self.fingerprint == load(STANDARD).fingerprint,
        )


@cache
def load(name: str) -> Model:
    """Load a bundled model by name, or one's own from a YAML file.

    Raises UsageError naming file and place of whatever is wrong in it, AccessError where it cannot
    be read.
    """
    return _checked(_tree(name), name)


def page(name: str) -> str:
    """Return a model as the text it is computed from; raises as `load` does."""
    load(name)
    return _text(name)


def _tree(name: str) -> dict[str, Any]:
    tree = dict(_bundled_tree(name)) if name in BUNDLED else _read(name)
    base = tree.pop("based_on", None)
    if base is None:
        return tree
    if base not in BUNDLED:
        raise UsageError(
            N_("based_on must be one of the bundled methods"),
            f"{name}: based_on",
            f"one of: {', '.join(BUNDLED)}",
        )
    return laid_over(_tree(base), tree)


@cache
def _bundled_tree(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = load_yaml(_file(name))
    return tree


def _text(name: str) -> str:
    if name in BUNDLED:
        return _file(name).read_text("utf-8")
    from klout_cli.scoring.pages import page_text

    path = Path(name)
    if not path.is_file():
        raise UsageError(N_("There is no such method."), name, meant(name, BUNDLED, NO_MODEL))
    return page_text(path, name, "model")


def _file(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.yaml")


def _read(name: str) -> dict[str, Any]:
    """Read a model of somebody's own; raises as `load` does."""
    from klout_cli.scoring.pages import read_yaml, refuse_newer

    tree = read_yaml(_text(name), name)
    if not isinstance(tree, dict):
        raise UsageError(
            N_("A method file is a mapping of names to values."),
            name,
            N_("start from the bundled file: klout explain --model"),
        )
    refuse_newer(tree.pop("made_by", None), name)
    return tree


def laid_over(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Lay a tree of settings over another, key by key at every depth."""
    merged = dict(base)
    for key, value in changes.items():
        under = merged.get(key)
        merged[key] = (
            laid_over(under, value)
            if isinstance(under, dict) and isinstance(value, dict)
            else value
        )
    return merged


def _checked(tree: dict[str, Any], name: str) -> Model:
    _finite(tree, name, "")
    model: Model = as_struct(tree, Model, name)
    if "other" not in model.networks:
        raise UsageError(
            N_("the network 'other' is missing"),
            f"{name}: networks",
            N_("every network without values of its own needs it"),
        )
    for id, rule in model.hints.rules.items():
        if id not in TEXTS:
            raise UsageError(
                Message("there is no text for the rule {rule}", rule=id),
                f"{name}: hints.rules",
                meant(id, TEXTS),
            )
        if any([remedy.to, remedy.plus, remedy.times].count(None) != 2 for remedy in rule.change):
            raise UsageError(
                N_("a change is one of to, plus and times"),
                f"{name}: hints.rules.{id}.change",
                N_("use one of them"),
            )
    total = fsum(model.rule(factor).share for factor in WEIGHTED)
    if abs(total - 1) > 1e-9:
        raise UsageError(
            Message("the shares add up to {total}, not to 1", total=total),
            f"{name}: factors",
            N_("change one of them"),
        )
    for network in model.networks:
        if (slope := model.least_slope(network)) <= 0:
            raise UsageError(
                Message(
                    "another follower would lower a score, by {slope} points for ten times as many",
                    slope=round(slope, 2),
                ),
                f"{name}: networks.{network}",
                N_("lower the shares of factors that depend on the audience, or b"),
            )
    return model


def _finite(value: Any, name: str, place: str) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _finite(inner, name, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for inner in value:
            _finite(inner, name, place)
    elif isinstance(value, float) and not isfinite(value):
        raise UsageError(N_("not a finite number"), f"{name}: {place}", N_("use a plain number"))
