"""The model: the whole opinion, loaded strictly from one YAML file (see docs/method.md).

A model of one's own may say `based_on: klout` and change only what it wants otherwise.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from math import fsum, isfinite, sqrt
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from klout_cli.errors import UsageError, meant
from klout_cli.factors import WEIGHTED
from klout_cli.factors.interface import Factor
from klout_cli.factors.operations import UNKNOWN
from klout_cli.factors.rules import Norm, Reference
from klout_cli.results import ModelName
from klout_cli.scoring.hint_rules import Hints
from klout_cli.scoring.hint_texts import TEXTS
from klout_cli.scoring.model_parts import (
    Interval,
    Landmark,
    NetworkValues,
    Outreach,
    People,
    Robustness,
    Rules,
    Scale,
    Window,
)
from klout_cli.scoring.structs import as_struct
from klout_cli.translation import Message
from klout_cli.translation import gettext_noop as N_
from klout_cli.values.yaml_files import load_yaml

BUNDLED = ("klout", "professional")
STANDARD = "klout"
NO_MODEL = f"use a YAML file, or one of: {', '.join(BUNDLED)}"


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
    for what, place, remedy in _contradictions(model):
        raise UsageError(what, f"{name}: {place}", remedy)
    return model


def _contradictions(model: Model) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong in a model whose keys and types are right: what, place, remedy."""
    if "other" not in model.networks:
        remedy = N_("every network without values of its own needs it")
        yield N_("the network 'other' is missing"), "networks", remedy
    for id, rule in model.hints.rules.items():
        if id not in TEXTS:
            unknown = Message("there is no text for the rule {rule}", rule=id)
            yield unknown, "hints.rules", meant(id, list(TEXTS))
        if any([remedy.to, remedy.plus, remedy.times].count(None) != 2 for remedy in rule.change):
            place = f"hints.rules.{id}.change"
            yield N_("a change is one of to, plus and times"), place, N_("use one of them")
    total = fsum(model.rule(factor).share for factor in WEIGHTED)
    if abs(total - 1) > 1e-9:
        what = Message("the shares add up to {total}, not to 1", total=total)
        yield what, "factors", N_("change one of them")
    for network in model.networks:
        if (slope := model.least_slope(network)) <= 0:
            what = Message(
                "another follower would lower a score, by {slope} points for ten times as many",
                slope=round(slope, 2),
            )
            remedy = N_("lower the shares of factors that depend on the audience, or b")
            yield what, f"networks.{network}", remedy


def _finite(value: Any, name: str, place: str) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _finite(inner, name, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for inner in value:
            _finite(inner, name, place)
    elif isinstance(value, float) and not isfinite(value):
        raise UsageError(N_("not a finite number"), f"{name}: {place}", N_("use a plain number"))
