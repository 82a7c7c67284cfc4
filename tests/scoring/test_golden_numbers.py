"""The golden numbers of method §10, to 0.005."""

import math

import pytest

from klout_cli.scoring import formula
from klout_cli.scoring.formula import UNKNOWN, Floats, Inputs
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import load
from tests.scoring.people import account

MODEL = load("klout")
CLOSE = 0.005


def inputs(**known: float) -> Inputs:
    sums = (
        "weight_likes",
        "likes",
        "weight_carried",
        "carried",
        "weight_engagements",
        "engagements",
        "off_topic_likes",
        "off_topic_carried",
    )
    return Inputs(
        **{
            field: known.get(field, 0.0 if field in sums else UNKNOWN)
            for field in Inputs.__struct_fields__
        }
    )


@pytest.mark.parametrize(
    ("followers", "score"),
    [
        (0, 10.84),
        (10, 22.51),
        (100, 33.29),
        (387, 39.84),
        (400, 40.00),
        (1_000, 44.45),
        (5_000, 52.27),
        (50_000, 63.47),
        (1_000_000, 78.04),
        (18_500_000, 92.24),
        (26_600_000, 94.00),
    ],
)
def test_an_x_account_of_which_only_the_followers_are_known(followers: int, score: float) -> None:
    result = formula.account(
        Floats, MODEL, formula.reference(MODEL, "x"), inputs(followers=followers)
    )
    assert result.score == pytest.approx(score, abs=CLOSE)


@pytest.mark.parametrize(
    ("followers", "following", "score"), [(300, 5_000, 25.18), (700, 4_800, 33.40)]
)
def test_mass_following_is_discounted(followers: int, following: int, score: float) -> None:
    result = formula.account(
        Floats,
        MODEL,
        formula.reference(MODEL, "x"),
        inputs(followers=followers, following=following),
    )
    assert result.score == pytest.approx(score, abs=CLOSE)


@pytest.mark.parametrize(
    ("network", "followers", "posts", "reactions", "z"),
    [
        ("x", 400, 20, 40, 0.0649),
        ("x", 400, 20, 80, 0.4986),
        ("x", 400, 360, 360, 0.0679),
        ("x", 400, 3, 0, -0.8481),
        ("instagram", 3_000, 20, 3_000, -0.0538),
        ("linkedin", 1_000, 10, 400, 0.4455),
    ],
)
def test_resonance(network: str, followers: int, posts: int, reactions: int, z: float) -> None:
    values = inputs(
        followers=followers,
        posts=posts,
        answered=posts,
        weight_likes=posts,
        weight_carried=posts,
        likes=reactions,
    )
    result = formula.account(Floats, MODEL, formula.reference(MODEL, network), values)
    assert result.z["resonance"] == pytest.approx(z, abs=0.00005)


def test_a_source_with_one_sum_only_feeds_resonance_alone_at_grade_c() -> None:
    counts = {"followers": 1_000, "posts": 10, "answered": 10}
    apart = inputs(**counts, weight_likes=10, likes=340, weight_carried=10, carried=60)
    whole = inputs(**counts, weight_engagements=10, engagements=400)
    ref = formula.reference(MODEL, "linkedin")
    fine, coarse = (formula.account(Floats, MODEL, ref, values) for values in (apart, whole))
    assert coarse.z["resonance"] == pytest.approx(fine.z["resonance"])
    assert [factor for factor, z in coarse.z.items() if z == z] == ["resonance"]
    assert (math.sqrt(fine.reference_variance), math.sqrt(coarse.reference_variance)) == (3, 5)


def test_the_consultant() -> None:
    judged = judge(
        [
            account("x", 1_200, 900, resonance=1, breadth=0.5),
            account("linkedin", 650, endorsement=1, resonance=0.5),
            account("xing", 180),
            account("blog", 900, endorsement=0.5),
        ],
        MODEL,
        "2026-03-01",
    )
    assert judged is not None
    scores = {one.network: one.score for one in judged.accounts}
    points = {entry.id: entry.points for entry in judged.breakdown}
    assert [scores[network] for network in ("x", "linkedin", "xing", "blog")] == pytest.approx(
        [48.78, 48.16, 42.84, 46.92], abs=CLOSE
    )
    expected = {
        "audience": 4.69,
        "resonance": 1.41,
        "breadth": 0.42,
        "endorsement": 1.18,
        "channels": 5.14,
    }
    assert {id: points[id] for id in expected} == pytest.approx(expected, abs=CLOSE)
    assert judged.score.value == pytest.approx(52.83, abs=CLOSE)


def test_the_quiet_expert() -> None:
    judged = judge(
        [
            account("linkedin", 900, endorsement=2, network=1.5, resonance=0.8),
            account("blog", 1_500, endorsement=1.5, resonance=0.5),
        ],
        MODEL,
        "2026-03-01",
    )
    assert judged is not None
    assert judged.score.value == pytest.approx(58.33, abs=CLOSE)


def test_the_follow_back_bot() -> None:
    judged = judge(
        [account("x", 700, 4_800, resonance=-1.5, breadth=-1, reciprocity=-1)], MODEL, "2026-03-01"
    )
    assert judged is not None
    assert judged.score.value == pytest.approx(26.37, abs=CLOSE)


def test_two_pages_and_a_profile() -> None:
    pages = [
        account("facebook_page", 3_000, handle="one"),
        account("facebook_page", 1_200, handle="two"),
        account("facebook_profile", 260),
    ]
    judged = judge(pages, MODEL, "2026-03-01")
    assert judged is not None
    assert judged.score.value == pytest.approx(47.58, abs=CLOSE)
    assert {entry.id: entry.points for entry in judged.breakdown}["channels"] == pytest.approx(
        3.80, abs=CLOSE
    )


def test_points_of_each_factor_follow_from_the_shares() -> None:
    assert MODEL.points == {
        "resonance": 2.48,
        "amplification": 1.79,
        "breadth": 1.93,
        "endorsement": 3.17,
        "network": 2.07,
        "reciprocity": 1.38,
        "substance": 0.97,
    }
    professional = load("professional")
    assert professional.points == {
        factor: round(13.68 * share, 2)
        for factor, share in zip(
            MODEL.points, (0.15, 0.10, 0.10, 0.25, 0.20, 0.05, 0.15), strict=True
        )
    }


def test_all_factors_missing_leave_a_standard_deviation_of_8_9() -> None:
    assert math.sqrt(formula.missing_variance(MODEL, dict(MODEL.points))) == pytest.approx(
        8.85, abs=0.06
    )


@pytest.mark.parametrize(("score", "percent"), [(40, 50.0), (63.0284, 95.0), (52.83, 82.0)])
def test_the_percentile_label(score: float, percent: float) -> None:
    assert formula.percentile(MODEL, score) == pytest.approx(percent, abs=0.05)
