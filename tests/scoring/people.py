"""Invented measurements: accounts whose factors have a wanted z."""

from klout_cli.results import Measured, Measurement, Window
from klout_cli.scoring import formula
from klout_cli.scoring.formula import Floats
from klout_cli.scoring.model import FACTORS, load

MODEL = load("klout")
POSTS = 20


def account(
    network: str, followers: float, following: float | None = None, /, handle: str = "", **z: float
) -> Measured:
    """Return an account that measures exactly the factors named, with these z."""
    facts = {"audience": {"followers": followers, "following": following, "quality": "exact"}}
    facts.update(
        {factor: _facts(network, followers, factor, wanted) for factor, wanted in z.items()}
    )
    measurements = tuple(
        Measurement(factor, "measured", facts[factor])
        if factor in facts
        else Measurement(factor, "missing", {}, "not in this test")
        for factor in FACTORS
    )
    window = Window("2025-12-01", "2026-03-01", POSTS, "2026-03-01")
    return Measured(
        f"{network}:{handle or network}",
        network,
        handle or network,
        "2026-03-01",
        "2026-03-01",
        window,
        measurements,
    )


def _facts(network: str, followers: float, factor: str, z: float) -> dict[str, float | int]:
    ref = formula.reference(MODEL, network)
    rules = MODEL.factors
    expected = formula.expected_reactions(Floats, MODEL, ref, followers) * POSTS
    if factor == "resonance":
        reactions = _received(expected, z, rules.resonance.sd)
        return {
            "posts": POSTS,
            "answered": POSTS,
            "weight_engagements": POSTS,
            "engagements": reactions,
        }
    if factor == "breadth":
        people = rules.breadth.people * expected**rules.breadth.exponent
        return {"responders": _received(people, z, rules.breadth.sd)}
    if factor == "endorsement":
        vouchers = (
            10 ** (ref.norm_a + ref.norm_b * Floats.log10(1 + followers) + ref.norm_sd * z) - 1
        )
        return {"vouchers": vouchers, "recommendations": 0}
    if factor == "network":
        return {"standing": rules.network.mean + rules.network.sd * z}
    return {"give_and_take": rules.reciprocity.mean + rules.reciprocity.sd * z}


def _received(expected: float, z: float, sd: float) -> float:
    return (2 + expected) * 10 ** (sd * z) - 2
