"""The golden numbers of the method, section 10: to 0.005, z to 0.0001."""

import math

import pytest
from msgspec.structs import replace

from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.network import Group, Network
from klout_cli.factors.operations import Floats
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.factors.substance import Substance
from klout_cli.results import Measured, PostSums
from klout_cli.scoring.account import clipped
from klout_cli.scoring.combine import bend, combine, percentile
from klout_cli.scoring.judge import score_of
from klout_cli.scoring.model import load
from tests.scoring.people import MODEL, account, measured, score, sums

CLOSE = 0.005
FINE = 0.0001


@pytest.mark.parametrize(
    ("followers", "points"),
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
        (100_000_000, 98.32),
    ],
)
def test_x_alone(followers: int, points: float) -> None:
    assert score(account("x", followers)).score.value == pytest.approx(points, abs=CLOSE)


@pytest.mark.parametrize(
    ("followers", "following", "points"),
    [
        (400, 400, 40.00),
        (400, 0, 41.97),
        (516, 600, 40.69),
        (250, 500, 34.99),
        (1_000, 100, 46.42),
        (700, 4_800, 32.92),
        (300, 5_000, 23.23),
        (18_500_000, 670_000, 94.21),
    ],
)
def test_followers_and_following(followers: int, following: int, points: float) -> None:
    assert score(account("x", followers, following)).score.value == pytest.approx(points, abs=CLOSE)


@pytest.mark.parametrize("network", ["linkedin", "xing", "facebook_profile", "foursquare"])
def test_following_counts_nothing_where_contacts_are_mutual(network: str) -> None:
    assert score(account(network, 400, 4_000)).score == score(account(network, 400)).score


@pytest.mark.parametrize(
    ("network", "followers", "posts", "reactions", "z"),
    [
        ("x", 400, 20, 40, 0.0649),
        ("x", 400, 20, 80, 0.4986),
        ("x", 400, 90, 360, 0.5132),
        ("x", 400, 360, 360, 0.5132),
        ("x", 400, 1_000, 360, 0.5132),
        ("x", 400, 3, 0, -0.8481),
        ("instagram", 3_000, 20, 3_000, -0.0538),
        ("linkedin", 1_000, 10, 400, 0.4455),
    ],
)
def test_resonance(network: str, followers: int, posts: int, reactions: int, z: float) -> None:
    posted = measured(
        network, posts, audience=Audience.Facts(followers), resonance=sums(posts, reactions, 0)
    )
    judged = score(posted).accounts[0].of("resonance")
    assert judged.z == pytest.approx(z, abs=FINE)
    assert judged.points == pytest.approx(1.866 * z, abs=0.001)


@pytest.mark.parametrize(
    ("pairs", "z"),
    [
        ((), -0.5),
        ((Pair(1, 0, 9),), -0.5),
        ((Pair(1, 1, 5),), 0),
        ((Pair(9, 1, 5),), 0),
        ((Pair(3, 3, 5),), 0.8333),
        ((Pair(1, 1, 20),), 1.5),
    ],
)
def test_reciprocity(pairs: tuple[Pair, ...], z: float) -> None:
    factor = Reciprocity()
    value = factor.z(Floats, MODEL.rule(factor), None, Reciprocity.Facts(pairs=pairs))  # type: ignore[arg-type]
    assert clipped(Floats, MODEL, factor, value) == pytest.approx(z, abs=FINE)


@pytest.mark.parametrize(
    ("people", "standing", "interactions", "expert", "z"),
    [
        (20, 3.0, 1, False, 0.2062),
        (5, 4.2, 3, True, 0.5374),
        (50, 2.0, 9, False, 0),
        (4, 2.0, 3, True, 0.1),
    ],
)
def test_network(people: int, standing: float, interactions: int, expert: bool, z: float) -> None:
    facts = Network.Facts((Group("followers", standing, expert, interactions, people),), people)
    connected = measured("linkedin", audience=Audience.Facts(300), network=facts)
    assert score(connected).accounts[0].of("network").z == pytest.approx(z, abs=FINE)


def substance(z_on: float, z_res: float) -> Measured:
    """Return an account of which half of the posts are on topic, with a resonance that counts z_res."""
    expected = 10 * 0.09 * 20
    on = (2 + expected) * 10 ** (0.67 * z_on) - 2
    every = (2 + 2 * expected) * 10 ** (0.67 * z_res) - 2
    posted = replace(sums(20, every, 0), on_weight_likes=10, on_weight_carried=10, on_likes=on)
    return measured(
        "x",
        audience=Audience.Facts(400),
        resonance=posted,
        substance=Substance().of_sums(replace(posted, on_posts=10), 0),
    )


@pytest.mark.parametrize(("z_on", "z_res", "points"), [(0.8, 0.3, 0.8163), (-0.5, 1, -2.0408)])
def test_substance(z_on: float, z_res: float, points: float) -> None:
    judged = score(substance(z_on, z_res)).accounts[0]
    assert judged.of("resonance").z == pytest.approx(z_res)
    assert judged.of("substance").points == pytest.approx(points, abs=FINE)


@pytest.mark.parametrize(
    ("network", "reactions", "posts", "followers"),
    [
        ("x", 300, 12, 2_477.9),
        ("x", 2, 40, 49.6),
        ("mastodon", 1, 40, 10.1),
        ("blog", 1, 10, 164.6),
        ("tiktok", 5_000, 10, 842.8),
    ],
)
def test_an_inferred_audience(network: str, reactions: int, posts: int, followers: float) -> None:
    silent = measured(network, posts, resonance=sums(posts, reactions, 0))
    judged = score(silent).accounts[0]
    assert judged.audience.quality == "inferred"
    assert judged.audience.followers == pytest.approx(followers, abs=0.05)


@pytest.mark.parametrize(("network", "spread"), [("x", 8.98), ("blog", 7.19), ("tiktok", 7.69)])
def test_the_spread_of_an_inferred_audience(network: str, spread: float) -> None:
    inferred = score_of(measured(network, resonance=sums(20, 40, 0)), MODEL)
    assert math.sqrt(inferred.reference_variance) == pytest.approx(spread, abs=CLOSE)


@pytest.mark.parametrize(
    ("number", "points"), [(2, 52.58), (3, 53.81), (5, 54.96), (9, 55.66), (100, 55.86)]
)
def test_equal_accounts(number: int, points: float) -> None:
    assert combine([50.0] * number, MODEL) == pytest.approx(points, abs=CLOSE)


def test_a_strong_account_with_a_weak_one() -> None:
    assert combine([60.0, 30.0], MODEL) == pytest.approx(60.01, abs=CLOSE)


@pytest.mark.parametrize(("raw", "bent"), [(95, 95), (98, 97.26), (100, 98.16), (110, 99.75)])
def test_the_ceiling(raw: float, bent: float) -> None:
    assert bend(raw, MODEL) == pytest.approx(bent, abs=CLOSE)


def test_the_consultant() -> None:
    judged = score(
        account("x", 1_200, 900, resonance=1, breadth=0.5),
        account("linkedin", 650, endorsement=1, resonance=0.5),
        account("xing", 180),
        account("blog", 900, endorsement=0.5),
    )
    scores = {found.network: found.score for found in judged.accounts}
    points = {entry.id: entry.points for entry in judged.breakdown}
    assert [scores[network] for network in ("x", "linkedin", "xing", "blog")] == pytest.approx(
        [48.85, 48.18, 42.84, 47.08], abs=CLOSE
    )
    expected = {
        "average": 40,
        "audience": 5.21,
        "resonance": 1.19,
        "breadth": 0.34,
        "endorsement": 1.33,
        "channels": 4.28,
    }
    assert {id: points[id] for id in expected} == pytest.approx(expected, abs=CLOSE)
    assert judged.score.value == pytest.approx(52.35, abs=CLOSE)


def test_the_quiet_expert() -> None:
    judged = score(
        account("linkedin", 900, endorsement=2, network=1.5, resonance=0.8),
        account("blog", 1_500, endorsement=1.5, resonance=0.5),
    )
    assert judged.score.value == pytest.approx(57.80, abs=CLOSE)


def test_the_follow_back_bot() -> None:
    bot = account("x", 700, 4_800, resonance=-1.5, breadth=-1, reciprocity=-1)
    assert score(bot).score.value == pytest.approx(28.26, abs=CLOSE)


def test_two_pages_and_a_profile() -> None:
    judged = score(
        account("facebook_page", 3_000, handle="one"),
        account("facebook_page", 1_200, handle="two"),
        account("facebook_profile", 260),
    )
    assert judged.score.value == pytest.approx(47.31, abs=CLOSE)
    points = {entry.id: entry.points for entry in judged.breakdown}
    assert points["channels"] == pytest.approx(3.38, abs=CLOSE)


@pytest.mark.parametrize(
    ("network", "slope"),
    [("x", 2.41), ("linkedin", 1.77), ("blog", 2.07), ("facebook_profile", 3.43)],
)
def test_the_least_slope_in_followers(network: str, slope: float) -> None:
    assert MODEL.least_slope(network) == pytest.approx(slope, abs=CLOSE)


def test_the_least_slope_of_all_other_networks() -> None:
    named = {"x", "linkedin", "blog", "facebook_profile"}
    assert min(map(MODEL.least_slope, MODEL.networks.keys() - named)) > 4.9


def test_the_points_of_each_factor_follow_from_the_shares() -> None:
    wanted = {
        "resonance": 1.866,
        "amplification": 1.749,
        "breadth": 1.399,
        "endorsement": 3.498,
        "network": 1.399,
        "reciprocity": 0.933,
        "substance": 0.816,
    }
    assert MODEL.points == pytest.approx(wanted, abs=0.0005)
    shares = {"resonance": 0.15, "amplification": 0.10, "breadth": 0.10, "endorsement": 0.25}
    shares |= {"network": 0.20, "reciprocity": 0.05, "substance": 0.15}
    squares = sum(share**2 for share in shares.values())
    unit = 7.6 / math.sqrt(squares + 0.3 * (1 - squares))
    assert load("professional").points == pytest.approx(
        {id: unit * share for id, share in shares.items()}
    )


def test_all_factors_missing_leave_a_standard_deviation_of_7_6() -> None:
    bare = score_of(account("x", 400), MODEL)
    assert math.sqrt(bare.missing_variance(MODEL)) == pytest.approx(7.6)


@pytest.mark.parametrize(("value", "percent"), [(40, 50.0), (63.0284, 95.0), (52.35, 81.1)])
def test_the_percentile_label(value: float, percent: float) -> None:
    assert percentile(MODEL, value) == pytest.approx(percent, abs=0.05)


def test_a_source_with_one_sum_only_feeds_resonance_alone_at_grade_c() -> None:
    parts = sums(10, 340, 60)
    apart = measured(
        "linkedin",
        10,
        audience=Audience.Facts(1_000),
        resonance=parts,
        amplification=Amplification().of_sums(parts, 0),
    )
    one_sum = PostSums(10, 10, 10, 10, 10, weight_engagements=10, engagements=400)
    whole = measured("linkedin", 10, audience=Audience.Facts(1_000), resonance=one_sum)
    fine, coarse = score_of(apart, MODEL), score_of(whole, MODEL)
    assert coarse.z["resonance"] == pytest.approx(fine.z["resonance"])
    assert [factor for factor, z in coarse.z.items() if z == z] == ["resonance"]
    assert (math.sqrt(fine.reference_variance), math.sqrt(coarse.reference_variance)) == (3, 5)


@pytest.mark.parametrize(
    ("likes", "carried", "z"), [(30, None, 0.0), (None, 10, 0.0), (30, 10, 0.0)]
)
def test_parts_are_compared_with_the_expectation_of_these_parts(
    likes: float | None, carried: float | None, z: float
) -> None:
    """On X a quarter of what is expected are comments and shares: 40 posts of .09 · √(1,000,000/81)."""
    followers = (1 / 0.09) ** 2
    posted = measured(
        "x", 40, audience=Audience.Facts(followers), resonance=sums(40, likes, carried)
    )
    assert score(posted).accounts[0].of("resonance").z == pytest.approx(z, abs=FINE)


def test_likes_alone_on_a_blog_measure_no_resonance() -> None:
    liked = measured("blog", 20, audience=Audience.Facts(900), resonance=sums(20, 300))
    judged = score(liked).accounts[0].of("resonance")
    assert (judged.state, judged.points) == ("missing", 0)
    assert judged.reason == "this network has no usual value for what this export shows"


def test_likes_alone_on_the_topics_of_a_blog_measure_no_substance() -> None:
    posted = replace(sums(20, 300, 9), on_posts=5, on_answered=5, on_weight_likes=5, on_likes=200)
    blog = measured(
        "blog",
        audience=Audience.Facts(900),
        resonance=posted,
        substance=Substance().of_sums(posted, 0),
    )
    judged = score(blog).accounts[0].of("substance")
    assert (judged.state, judged.points) == ("missing", 0)


def test_effective_followers() -> None:
    """700 followers who follow 4,800 count as 700 · 10^(1.5·log10(1450/5550))."""
    found = score_of(account("x", 700, 4_800), MODEL)
    assert found.effective == pytest.approx(700 * (1_450 / 5_550) ** 1.5)


@pytest.mark.parametrize("carried", [0, 9, 60])
def test_amplification_against_two_reactions_and_a_quarter_of_those_expected(carried: int) -> None:
    """On X, 400 followers give 1.8 reactions a post, a quarter of them comments or shares."""
    posted = measured(
        "x",
        20,
        audience=Audience.Facts(400),
        resonance=sums(20, 40, carried),
        amplification=Amplification().of_sums(sums(20, 40, carried), 0),
    )
    judged = score(posted).accounts[0].of("amplification")
    usual = 20 * 1.8 * 0.25
    assert judged.z == pytest.approx(math.log10((2 + carried) / (2 + usual)) / 0.67, abs=FINE)


@pytest.mark.parametrize("people", [0, 12, 90])
def test_breadth_against_nine_tenths_of_the_reactions_to_the_085(people: int) -> None:
    posted = measured("x", 20, audience=Audience.Facts(400), breadth=Breadth.Facts(people, 20))
    usual = 0.9 * (20 * 1.8) ** 0.85
    expected = math.log10((2 + people) / (2 + usual)) / 0.5
    assert score(posted).accounts[0].of("breadth").z == pytest.approx(expected, abs=FINE)


@pytest.mark.parametrize(
    ("network", "followers", "a", "b", "sd"),
    [
        ("x", 9_000, -1.14, 0.70, 0.5),
        ("linkedin", 800, -0.37, 0.57, 0.5),
        ("blog", 800, -0.5, 0.5, 0.6),
    ],
)
def test_endorsement_against_the_norm_of_its_network(
    network: str, followers: int, a: float, b: float, sd: float
) -> None:
    """Six vouchers and two recommendations, which count five each."""
    vouched = measured(
        network, audience=Audience.Facts(followers), endorsement=Endorsement.Facts(6, 2)
    )
    expected = (math.log10(1 + 16) - a - b * math.log10(1 + followers)) / sd
    assert score(vouched).accounts[0].of("endorsement").z == pytest.approx(expected, abs=FINE)
