"""The 80 % interval: each of its parts by hand, and what is said of it."""

import math

import pytest
from msgspec.structs import replace

from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.network import Group, Network
from klout_cli.factors.reciprocity import Reciprocity
from klout_cli.factors.substance import Substance
from klout_cli.results import AccountJudgement, Judgement, Measured, PostSums
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import Model
from tests.scoring.people import DAY, MODEL, account, measured, sums

P = MODEL.points


def doubts(*accounts: Measured, as_of: str = DAY) -> dict[str, float]:
    return dict(judged(*accounts, as_of=as_of).accounts[0].doubts)


def judged(*accounts: Measured, model: Model = MODEL, as_of: str = DAY) -> Judgement:
    judgement = judge(accounts, model, as_of)
    assert judgement is not None
    return judgement


def posted(*received: float, **more: object) -> Measured:
    """Return an account of X with 400 followers and one post a week; likes and no comments known."""
    weeks = tuple(sums(1, likes) for likes in received)
    return measured(
        "x",
        posts=len(weeks),
        weeks=weeks,
        audience=Audience.Facts(400),
        resonance=PostSums.total(weeks),
        **more,  # type: ignore[arg-type]
    )


def missing(*factors: str) -> float:
    """Return the variance of factors that are not measured."""
    parts = [P[id] for id in factors]
    return 0.3 * sum(parts) ** 2 + 0.7 * sum(part * part for part in parts)


def test_an_account_of_which_only_the_audience_is_known() -> None:
    parts = doubts(account("x", 400))
    assert parts == pytest.approx(
        {"sampling": 0, "missing": 7.6**2, "reference": 1, "staleness": 0}
    )
    found = judged(account("x", 400))
    half = 1.2815515655446004 * math.sqrt(7.6**2 + 1)
    assert found.accounts[0].half == pytest.approx(half)
    assert (found.score.low, found.score.high) == pytest.approx((40 - half, 40 + half))


@pytest.mark.parametrize(
    ("network", "points"), [("x", 1), ("instagram", 3), ("youtube", 5), ("blog", 7)]
)
def test_the_spread_of_reference_values_by_grade(network: str, points: float) -> None:
    assert doubts(account(network, 400))["reference"] == pytest.approx(points**2)


def test_an_inferred_audience_has_its_own_spread_instead() -> None:
    inferred = measured("instagram", resonance=sums(20, 40, 0))
    wanted = 11.2 * 0.67 / math.sqrt(0.7**2 + 0.67**2)
    assert doubts(inferred)["reference"] == pytest.approx(wanted**2)


@pytest.mark.parametrize(("days", "points"), [(0, 0), (1, 2 / 365.25), (365, 2 * 365 / 365.25)])
def test_staleness_is_two_points_a_year(days: int, points: float) -> None:
    from datetime import date, timedelta

    as_of = (date.fromisoformat(DAY) + timedelta(days=days)).isoformat()
    assert doubts(account("x", 400), as_of=as_of)["staleness"] == pytest.approx(points**2)


def test_one_week_scatters_as_reactions_to_own_posts_usually_do() -> None:
    """E = .75 · 1.8 of likes; ΣP · (.5/.67) · E/(2+E) / √1."""
    expected = 0.75 * 0.09 * 20
    scatter = P["resonance"] * 0.5 / 0.67 * expected / (2 + expected)
    assert doubts(posted(9))["sampling"] == pytest.approx(scatter**2)


def test_equal_weeks_scatter_by_their_number() -> None:
    expected = 4 * 0.75 * 0.09 * 20
    scatter = P["resonance"] * 0.5 / 0.67 * expected / (2 + expected) / math.sqrt(4)
    assert doubts(posted(9, 9, 9, 9))["sampling"] == pytest.approx(scatter**2)


def test_the_effective_number_of_posts_follows_their_weights() -> None:
    """Weights 1 and ½ are (1.5)²/1.25 = 1.8 posts."""
    week = PostSums(2, 2, 1.5, 1.5, 1.25, weight_likes=1.5, likes=9)
    one = measured("x", posts=2, weeks=(week,), audience=Audience.Facts(400), resonance=week)
    expected = 1.5 * 0.75 * 0.09 * 20
    scatter = P["resonance"] * 0.5 / 0.67 * expected / (2 + expected) / math.sqrt(1.8)
    assert doubts(one)["sampling"] == pytest.approx(scatter**2)


def test_two_weeks_with_reactions_are_the_fewest_of_a_bootstrap() -> None:
    """A week of unknown reactions is none; two unlike ones scatter more than posts usually do."""
    silent = PostSums(1, 0, 1, 0, 1)
    one = posted(0.0)
    weeks = (*one.weeks, silent)
    single = replace(one, weeks=weeks, window=replace(one.window, posts=2))
    expected = 0.75 * 0.09 * 20
    scatter = P["resonance"] * 0.5 / 0.67 * expected / (2 + expected) / math.sqrt(2)
    assert doubts(single)["sampling"] == pytest.approx(scatter**2)
    assert doubts(posted(0, 900))["sampling"] > 4 * scatter**2


def test_the_bootstrap_by_hand() -> None:
    """Of two weeks, a quarter of all draws is the first alone and a quarter the second; widened by 2.3."""
    expected = 2 * 0.75 * 0.09 * 20
    z = [min(2.5, math.log10((2 + likes) / (2 + expected)) / 0.67) for likes in (0, 100, 100, 200)]
    points = [P["resonance"] * value for value in z]
    mean = sum(points) / 4
    deviation = math.sqrt(sum((value - mean) ** 2 for value in points) / 4) * 2.3
    many = replace(MODEL, interval=replace(MODEL.interval, replicates=20_000))
    sampling = judged(posted(0, 100), model=many).accounts[0].doubts["sampling"]
    assert math.sqrt(sampling) == pytest.approx(deviation, rel=0.01)


def test_factors_that_are_measured_leave_the_missing_ones() -> None:
    rest = [id for id in P if id not in ("resonance", "network")]
    well = posted(
        9, network=Network.Facts((Group("owner", 0, False, 3, 20),), known=20, contacts=20)
    )
    assert doubts(well)["missing"] == pytest.approx(missing(*rest))


@pytest.mark.parametrize(("known", "lacking"), [(1, 0.95), (19, 0.05), (20, 0), (21, 0)])
def test_twenty_contacts_measure_the_network_in_full(known: int, lacking: float) -> None:
    groups = (Group("owner", 0, False, 3, known),)
    found = measured("x", audience=Audience.Facts(400), network=Network.Facts(groups, known, 99))
    parts = [P[id] for id in P if id != "network"] + [lacking * P["network"]]
    wanted = 0.3 * sum(parts) ** 2 + 0.7 * sum(part * part for part in parts)
    assert doubts(found)["missing"] == pytest.approx(wanted)


def test_a_stated_mean_standing_is_fully_measured() -> None:
    found = measured("x", audience=Audience.Facts(400), network=Network.Facts(standing=3))
    assert doubts(found)["missing"] == pytest.approx(missing(*P.keys() - {"network"}))


def test_accounts_combine_by_the_squares_of_their_shares() -> None:
    found = judged(account("x", 400), account("blog", 300))
    first, second = found.accounts
    variance = first.share**2 * first.variance + second.share**2 * second.variance
    half = 1.2815515655446004 * math.sqrt(variance)
    assert found.score.high - found.score.value == pytest.approx(half)


def everything(network: str = "x", **without: object) -> Measured:
    """Return an account in which every factor is measured, and average."""
    posts = replace(sums(20, 27, 9), on_posts=20, on_weight_likes=20, on_weight_carried=20, on_likes=27, on_carried=9)  # fmt: skip
    facts: dict[str, object] = {
        "audience": Audience.Facts(400),
        "resonance": posts,
        "amplification": Amplification().of_sums(posts, 0),
        "breadth": Breadth.Facts(18, 20),
        "endorsement": Endorsement.Facts(4),
        "network": Network.Facts(standing=2.6),
        "reciprocity": Reciprocity.Facts(stated=0.5),
        "substance": Substance().of_sums(posts, 0),
    }
    kept = {id: known for id, known in facts.items() if without.get(id, True)}
    return measured(network, **kept)  # type: ignore[arg-type]


def test_everything_measured_is_a_score_with_a_percentile() -> None:
    found = judged(everything())
    assert found.score.quality == "score" and found.score.measured == pytest.approx(1)
    assert found.score.percentile == pytest.approx(50, abs=3)
    assert found.accounts[0].half < 8


def limits(wider: float = 11, share: float = 0.5, least: float = 0.25, label: float = 8) -> Model:
    told = replace(
        MODEL.interval.first_impression, wider=wider, measured=least, share=share, percentile=label
    )
    return replace(MODEL, interval=replace(MODEL.interval, first_impression=told))


def test_a_score_needs_an_interval_of_eleven_points_or_less() -> None:
    half = judged(everything()).accounts[0].half
    assert judged(everything(), model=limits(wider=half)).score.quality == "score"
    below = math.nextafter(half, 0)
    assert judged(everything(), model=limits(wider=below)).score.quality == "first_impression"
    assert MODEL.interval.first_impression.wider == 11


def test_a_score_needs_a_quarter_of_the_points_measured() -> None:
    found = judged(account("x", 400, endorsement=0))
    share = P["endorsement"] / sum(P.values())
    assert (found.score.measured, found.score.quality) == (pytest.approx(share), "score")
    assert judged(account("x", 400, resonance=0)).score.quality == "first_impression"
    exact, above = (limits(least=value) for value in (share, math.nextafter(share, 1)))
    assert judged(account("x", 400, endorsement=0), model=exact).score.quality == "score"
    assert judged(account("x", 400, endorsement=0), model=above).score.quality != "score"
    assert MODEL.interval.first_impression.measured == 0.25


def test_a_percentile_needs_an_interval_of_eight_points_or_less() -> None:
    half = judged(everything()).accounts[0].half
    assert judged(everything(), model=limits(label=half)).score.percentile is not None
    assert (
        judged(everything(), model=limits(label=math.nextafter(half, 0))).score.percentile is None
    )
    assert MODEL.interval.first_impression.percentile == 8


def test_half_of_a_person_may_come_of_first_impressions() -> None:
    """A bare account beside a measured one: more of it than the model allows, and the whole is none."""
    vague, known = account("xing", 100), everything()
    found = judged(known, vague)
    share = found.accounts[1].share
    assert (found.accounts[1].id, found.accounts[1].quality) == ("xing:xing", "first_impression")
    assert judged(known, vague, model=limits(share=share)).score.quality == "score"
    below = limits(share=math.nextafter(share, 0))
    assert judged(known, vague, model=below).score.quality == "first_impression"
    assert MODEL.interval.first_impression.share == 0.5


@pytest.mark.parametrize("network", ["xing", "facebook_profile", "instagram", "x", "linkedin"])
def test_followers_alone_are_a_first_impression(network: str) -> None:
    found = judged(account(network, 400)).score
    assert (found.quality, found.percentile, found.measured) == ("first_impression", None, 0)


def test_an_inferred_audience_is_always_a_first_impression() -> None:
    facts = everything(audience=False)
    found = judged(facts)
    (one,) = found.accounts
    assert one.audience.quality == "inferred"
    assert one.measured > 0.25 and one.half < 99
    assert one.quality == found.score.quality == "first_impression"
    assert judged(facts, model=limits(wider=99, least=0)).score.quality == "first_impression"


def test_what_does_not_apply_counts_as_missing() -> None:
    found = judged(everything("instagram"))
    (one,) = found.accounts
    assert one.of("endorsement").state == "not_applicable"
    assert one.measured == pytest.approx(1 - P["endorsement"] / sum(P.values()))
    assert one.doubts["missing"] == pytest.approx(missing("endorsement"))


def test_without_an_interval_low_and_high_are_the_value() -> None:
    found = judge([everything()], MODEL, DAY, interval=False)
    assert found is not None
    assert found.score.low == found.score.value == found.score.high
    assert _doubts(found.accounts) == [{}]


def _doubts(accounts: tuple[AccountJudgement, ...]) -> list[dict[str, float]]:
    return [dict(one.doubts) for one in accounts]


def test_the_interval_is_bent_like_the_score() -> None:
    found = judged(account("x", 100_000_000)).score
    assert found.value < found.high < 100
    assert found.high - found.value < found.value - found.low
