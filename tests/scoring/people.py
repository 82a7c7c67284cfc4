"""Invented measurements: accounts whose factors have a wanted z, through the structs of factors."""

from math import log10
from typing import Any

from klout_cli.factors import FACTORS, OBSERVED
from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.interface import Missing
from klout_cli.factors.network import Network
from klout_cli.factors.reciprocity import Reciprocity
from klout_cli.results import Judgement, Measured, Measurement, PostSums, Window
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import Model, load

MODEL = load("klout")
DAY = "2026-03-01"
POSTS = 20


def sums(posts: float, likes: float | None = None, carried: float | None = None) -> PostSums:
    """Return the sums of posts of equal weight, none of them on a topic."""
    return PostSums(
        posts=posts,
        answered=posts,
        weight=posts,
        weight_answered=posts,
        squares=posts,
        weight_likes=0.0 if likes is None else posts,
        likes=likes or 0.0,
        weight_carried=0.0 if carried is None else posts,
        carried=carried or 0.0,
    )


def measured(
    network: str,
    /,
    posts: int | None = POSTS,
    handle: str = "",
    day: str = DAY,
    newest: str | None = DAY,
    weeks: tuple[PostSums, ...] = (),
    iso_weeks: tuple[int, ...] = (),
    crowd: tuple[tuple[int, float], ...] = (),
    **facts: Any,
) -> Measured:
    """Return an account that measures exactly the factors whose facts are given."""
    return Measured(
        id=f"{network}:{handle or network}",
        network=network,
        handle=handle or network,
        exported_at=day,
        seen_at=day,
        window=Window("2025-12-01", day, posts, newest),
        measurements=tuple(
            factor.measurement(facts.get(factor.id, Missing("not in this test")))
            for factor in FACTORS
        ),
        weeks=weeks,
        iso_weeks=iso_weeks,
        crowd=crowd,
        observed=tuple(Measurement(one.id, "missing") for one in OBSERVED),
    )


def account(
    network: str, followers: float, following: float | None = None, /, handle: str = "", **z: float
) -> Measured:
    """Return an account that measures exactly the factors named, with these z."""
    audience = Audience.Facts(followers=followers, following=following)
    facts = {factor: _facts(network, followers, factor, wanted) for factor, wanted in z.items()}
    return measured(network, handle=handle, audience=audience, **facts)


def score(*accounts: Measured, model: Model = MODEL, as_of: str = DAY) -> Judgement:
    """Judge accounts that can be scored, without their interval."""
    judgement = judge(accounts, model, as_of, interval=False)
    assert judgement is not None
    return judgement


def _facts(network: str, followers: float, factor: str, z: float) -> Any:
    values, factors = MODEL.reference(network), MODEL.factors
    expected = POSTS * values.c * max(followers, 10) ** values.b
    if factor == "resonance":
        reactions = _received(expected, z, factors.resonance.sd)
        return sums(POSTS, (1 - values.phi) * reactions, values.phi * reactions)
    if factor == "amplification":
        carried = _received(values.phi * expected, z, factors.amplification.sd)
        return Amplification.Facts(carried, POSTS, POSTS)
    if factor == "breadth":
        people = factors.breadth.people * expected**factors.breadth.exponent
        return Breadth.Facts(_received(people, z, factors.breadth.sd), POSTS)
    if factor == "endorsement":
        usual = max(0.0, values.norm_a + values.norm_b * log10(1 + followers))
        return Endorsement.Facts(10 ** (usual + values.norm_sd * z) - 1)
    if factor == "network":
        return Network.Facts(standing=factors.network.mean + factors.network.sd * z)
    return Reciprocity.Facts(stated=factors.reciprocity.mean + factors.reciprocity.sd * z)


def _received(expected: float, z: float, sd: float) -> float:
    return float((2 + expected) * 10 ** (sd * z) - 2)
