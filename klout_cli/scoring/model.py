"""The model: all opinion, loaded strictly from one YAML file.

A custom model can say `based_on: klout` and only give what differs.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from math import isfinite, sqrt
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from klout_cli.errors import UsageError, meant
from klout_cli.results import ModelName
from klout_cli.values.yaml_files import load_yaml

BUNDLED = ("klout", "professional")
STANDARD = "klout"
FACTORS = (
    "audience",
    "resonance",
    "amplification",
    "breadth",
    "endorsement",
    "network",
    "reciprocity",
    "substance",
)
WEIGHTED = FACTORS[1:]
NO_MODEL = f"give a YAML file, or one of: {', '.join(BUNDLED)}"

Positive: TypeAlias = Annotated[float, Meta(gt=0)]
Share: TypeAlias = Annotated[float, Meta(ge=0, le=1)]
Percent: TypeAlias = Annotated[float, Meta(ge=0, le=100)]
Grade: TypeAlias = Literal["A", "B", "C"]
Effort: TypeAlias = Literal["low", "medium", "high"]
Changeable: TypeAlias = Literal[
    "followers", "following", "likes", "carried", "reactions", "responders", "endorsements",
    "recommendations", "standing", "give_and_take", "answers", "topic_gain", "on_topic",
    "resonance", "amplification", "breadth",
]  # fmt: skip
"""What a hint or `whatif` can change.

Numbers of posts are left out on purpose: klout never advises to post more.
"""


class Sourced(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The origin of a number: source, year, and evidence or judgement (grade)."""

    source: str
    year: int
    grade: Literal["E", "J"]


class Scale(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The scale, and how accounts combine."""

    average: float
    spread: Positive
    origin: float
    slope: Positive
    other_accounts: Share
    lowest: float
    highest: float
    engagement_spread: Positive
    correlation: Share
    clip: Positive


class Window(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which posts count, and how much."""

    days: Annotated[int, Meta(gt=0)]
    fewest: int
    fallback: int
    fallback_days: Annotated[int, Meta(gt=0)]
    half_life: Positive
    full_volume: Positive


class Rule(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every factor has besides its own constants."""

    because: str


class AudienceRule(Rule, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Audience, and the discount for mass following."""

    discount_above: float
    discount_floor: Share
    least_expected: Positive
    infer_from: int


class Weighted(Rule, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A factor with a share of the points."""

    share: Share


class ReactionRule(Weighted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Resonance and amplification."""

    sd: Positive
    prior: Positive


class BreadthRule(ReactionRule, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Breadth: distinct people expected from the expected reactions."""

    people: Positive
    exponent: Positive


class Norm(Struct, frozen=True, forbid_unknown_fields=True):
    """How many endorsements an audience usually brings, with its SD.

    log10(1 + L) = a + b log10(1 + F)
    """

    a: float
    b: float
    sd: Positive


class EndorsementRule(Weighted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Endorsement."""

    low: float
    high: float
    recommendation: Positive
    norms: dict[str, Norm]


class Reputation(Struct, frozen=True, forbid_unknown_fields=True):
    """Standing = base + reputation / divisor."""

    base: float
    divisor: Positive


class Standing(Struct, frozen=True, forbid_unknown_fields=True):
    """Standing of a contact by position, on the scale of log10(1 + followers)."""

    owner: float
    director: float
    manager: float
    specialist: float
    junior: float


class NetworkRule(Weighted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Network."""

    mean: float
    sd: Positive
    fewest: int
    expert: Positive
    standing: Standing
    reputation: Reputation


class ReciprocityRule(Weighted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Reciprocity."""

    mean: float
    sd: Positive
    fewest: int


class SubstanceRule(Weighted, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Substance."""

    sd: Positive
    off_topic: Share


class Rules(Struct, frozen=True, forbid_unknown_fields=True):
    """All factors; a missing one is an error."""

    audience: AudienceRule
    resonance: ReactionRule
    amplification: ReactionRule
    breadth: BreadthRule
    endorsement: EndorsementRule
    network: NetworkRule
    reciprocity: ReciprocityRule
    substance: SubstanceRule

    def share(self, factor: str) -> float:
        """Return a weighted factor's share."""
        return float(getattr(self, factor).share)


class People(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which contacts are one person, who knows whom and who is waiting for a reply.

    None of it changes a score.
    """

    same_employer: Percent
    same_handle: Percent
    shortest_handle: int
    most_colleagues: int
    same_time: int
    smallest_community: Annotated[int, Meta(ge=2)]
    answer_within: int


class Outreach(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Outreach (displayed only): points for actions towards others, and the levels."""

    points: Annotated[int, Meta(gt=0)]
    first_level: Annotated[int, Meta(gt=0)]
    growth: Annotated[float, Meta(ge=1.1)]


class Widening(Struct, frozen=True, forbid_unknown_fields=True):
    """How much the bootstrap's half-width is widened for up to so many posts."""

    up_to: int
    widen: Positive


class Reference(Struct, frozen=True, forbid_unknown_fields=True):
    """SD of a network's reference values in points, by grade."""

    A: float
    B: float
    C: float


class Interval(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The 80 % interval."""

    normal: Positive
    replicates: Annotated[int, Meta(gt=1, le=100_000)]
    few: Widening
    some: Widening
    reference: Reference
    staleness: float


class Network(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
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
    """A point on the scale that shows a reader where others are."""

    score: Annotated[float, Meta(ge=0, le=100)]
    who: str


class Condition(Struct, frozen=True, forbid_unknown_fields=True):
    """A fact (`factor.fact`) compared with a number or another fact.

    All given bounds must be met.
    """

    fact: str
    above: float | str | None = None
    at_least: float | str | None = None
    below: float | str | None = None


class Remedy(Struct, frozen=True, forbid_unknown_fields=True):
    """One change a hint tries.

    A fact set `to` a number or another fact, or changed by `plus` or `times` one.
    """

    fact: Changeable
    to: float | str | None = None
    plus: float | str | None = None
    times: float | str | None = None


class Advice(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Advice as shown; `{factor.fact}` in a text is replaced by that fact.

    `confidence`: how surely the action brings the change.
    """

    action: str
    why: str
    effort: Effort
    confidence: Literal["low", "medium", "high"]


class HintRule(Advice, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One concrete action, suggested if all conditions are met.

    Its gain is always the full rescore of its changes. `posts` is the fact with the number of posts
    behind it; `networks` limits it to these.
    """

    factor: str
    when: list[Condition]
    change: Annotated[list[Remedy], Meta(min_length=1)]
    networks: list[str] = []
    posts: str = ""


class Efforts(Struct, frozen=True, forbid_unknown_fields=True):
    """The weight of each effort: hints are sorted by gain per effort."""

    low: Positive
    medium: Positive
    high: Positive


class Hints(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Hint settings. `fewest_posts`: per time or kind, before it is compared.

    `unmeasured` and `unscored` give a range, never a gain.
    """

    efforts: Efforts
    fewest_posts: Annotated[int, Meta(ge=2)]
    rules: dict[str, HintRule]
    unmeasured: Advice
    unscored: Advice


class Model(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """One complete opinion.

    `points` are P, the points per standard deviation, to two decimals.
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
    networks: dict[str, Network]
    landmarks: list[Landmark] = []
    hints: Hints

    @cached_property
    def points(self) -> Mapping[str, float]:
        """P of each weighted factor, engagement_spread·share/√(Σshare² + ρ(1 − Σshare²))."""
        shares = {factor: self.factors.share(factor) for factor in WEIGHTED}
        squares = sum(share * share for share in shares.values())
        unit = self.scale.engagement_spread / sqrt(squares + self.scale.correlation * (1 - squares))
        return {factor: round(unit * share, 2) for factor, share in shares.items()}

    def network(self, name: str) -> Network:
        """Return a network's reference values, by default those of `other`."""
        return self.networks.get(name, self.networks["other"])

    @cached_property
    def fingerprint(self) -> str:
        """A hash of every number and text, whatever the file's layout."""
        import hashlib

        return "sha256:" + hashlib.sha256(msgspec.json.encode(self, order="sorted")).hexdigest()

    @property
    def label(self) -> ModelName:
        """The name and version that every output prints."""
        return ModelName(
            self.name,
            self.version,
            self.fingerprint,
            self.fingerprint == load(STANDARD).fingerprint,
        )


@cache
def load(name: str) -> Model:
    """Load a bundled model by name, or a custom one from a YAML file.

    Raises UsageError with file and place of any error in it, AccessError if it can't be read.
    """
    return _checked(_tree(name), name)


def page(name: str) -> str:
    """Return a model's text; raises the same errors as `load`."""
    load(name)
    return _text(name)


def _tree(name: str) -> dict[str, Any]:
    tree = dict(_bundled_tree(name)) if name in BUNDLED else _read(name)
    base = tree.pop("based_on", None)
    if base is None:
        return tree
    if base not in BUNDLED:
        raise UsageError(
            "based_on must name a bundled model",
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
        raise UsageError("there is no such model", name, meant(name, BUNDLED, NO_MODEL))
    return page_text(path, name, "model")


def _file(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.yaml")


def _read(name: str) -> dict[str, Any]:
    """Read a custom model; raises the same errors as `load`."""
    from klout_cli.scoring.pages import read_yaml, refuse_newer

    tree = read_yaml(_text(name), name)
    if not isinstance(tree, dict):
        raise UsageError(
            "a model is a mapping of names to values",
            name,
            "start from the bundled klout.yaml: klout explain --model",
        )
    refuse_newer(tree.pop("made_by", None), name)
    return tree


def laid_over(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Merge a tree of settings into another, key by key at every depth."""
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
            "the network 'other' is missing",
            f"{name}: networks",
            "every network without values of its own needs it",
        )
    for id, rule in model.hints.rules.items():
        if any([remedy.to, remedy.plus, remedy.times].count(None) != 2 for remedy in rule.change):
            raise UsageError(
                "a change is one of to, plus and times",
                f"{name}: hints.rules.{id}.change",
                "give one of them",
            )
    total = sum(model.factors.share(factor) for factor in WEIGHTED)
    if abs(total - 1) > 1e-9:
        raise UsageError(
            f"the shares sum to {total:g}, not to 1", f"{name}: factors", "change one of them"
        )
    return model


def as_struct(tree: Any, kind: type[Any], name: str) -> Any:
    """Convert parsed YAML to a typed struct.

    Raises UsageError with the place of a wrong key or type, and a suggestion.
    """
    try:
        return msgspec.convert(tree, kind)
    except msgspec.ValidationError as fault:
        problem, _, place = str(fault).partition(" - at ")
        place = place.strip("`").removeprefix("$").strip(".")
        remedy = "compare with the documented keys: README, Models and settings"
        unknown = next(_unknown_keys(tree, msgspec.inspect.type_info(kind), ""), None)
        if unknown:
            key, place = unknown
            problem = f"unknown key {key!r}"
            remedy = meant(key, sorted(_names(kind) - {key}), remedy)
        raise UsageError(
            problem[0].lower() + problem[1:], f"{name}: {place}" if place else name, remedy
        ) from fault


def _unknown_keys(tree: Any, info: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield every key that a struct doesn't have, with the struct's place."""
    if isinstance(info, msgspec.inspect.UnionType):
        for option in info.types:
            yield from _unknown_keys(tree, option, place)
    elif isinstance(tree, dict) and isinstance(info, msgspec.inspect.DictType):
        for key, value in tree.items():
            yield from _unknown_keys(value, info.value_type, f"{place}.{key}".lstrip("."))
    elif isinstance(tree, dict) and isinstance(info, msgspec.inspect.StructType):
        types = {field.encode_name: field.type for field in info.fields}
        for key, value in tree.items():
            if key not in types and info.forbid_unknown_fields:
                yield str(key), place
            elif key in types:
                yield from _unknown_keys(value, types[key], f"{place}.{key}".lstrip("."))


def _names(kind: Any) -> set[str]:
    """Collect every field name of a struct and the structs inside it."""
    names: set[str] = set()
    todo, seen = [msgspec.inspect.type_info(kind)], set()
    while todo:
        info = todo.pop()
        if isinstance(info, msgspec.inspect.StructType) and info.cls not in seen:
            seen.add(info.cls)
            names.update(field.encode_name for field in info.fields)
            todo.extend(field.type for field in info.fields)
        elif isinstance(info, msgspec.inspect.DictType):
            todo.append(info.value_type)
        elif isinstance(info, msgspec.inspect.UnionType):
            todo.extend(info.types)
    return names


def _finite(value: Any, name: str, place: str) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _finite(inner, name, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for inner in value:
            _finite(inner, name, place)
    elif isinstance(value, float) and not isfinite(value):
        raise UsageError("not a finite number", f"{name}: {place}", "give a plain number")
