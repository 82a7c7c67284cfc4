"""Other methods: drawn within their ranges, the same for everybody, and summed up by hand."""

from math import log10

import pytest
from msgspec.structs import replace

from klout_cli.factors import WEIGHTED
from klout_cli.factors.audience import Audience
from klout_cli.results import Judgement, Measured, PostSums, Score, Snapshot
from klout_cli.results.robustness import Ranges, Robustness
from klout_cli.scoring.judge import score_of
from klout_cli.scoring.model import Model
from klout_cli.scoring.robustness import _Account, draw_models, reweigh, try_models
from tests.scoring.people import MODEL, account, measured, score, sums

FEW = replace(MODEL, robustness=replace(MODEL.robustness, models=200))
UNMOVED = replace(
    FEW,
    robustness=replace(FEW.robustness, share=1.0, half_life=1.0, next_account=0.0),
    interval=replace(
        FEW.interval, reference=replace(FEW.interval.reference, A=0.0, B=0.0, C=0.0, D=0.0)
    ),
)


def tried(model: Model, *accounts: Measured) -> Robustness:
    return try_models(Snapshot("", "2026-03-01", accounts), score(*accounts, model=model), model)


def robustness(*scores: float) -> Robustness:
    value = Score(41.0, 40.0, 42.0, 1.0, None)
    ranges = Ranges(1.0, 1.0, 0.0, (0.0, 0.0, 0.0, 0.0))
    return Robustness(MODEL.label, None, value, 40.0, scores, ("x", "x"), 1, 1.0, ranges)


def test_quantiles_and_the_share_above_average_are_counted() -> None:
    found = robustness(38.0, 39.0, 40.0, 40.5, 41.0, 42.0, 43.0, 44.0, 45.0, 46.0)
    assert [found.quantile(share) for share in (0.0, 0.1, 0.11, 0.5, 0.9, 1.0)] == [
        38.0, 38.0, 39.0, 41.0, 45.0, 46.0,
    ]  # fmt: skip
    assert found.above_average == 0.7  # exactly average is not above


def test_every_number_stays_within_its_range() -> None:
    ranges, halves = MODEL.robustness, set()
    for drawn in draw_models(MODEL):
        shares = {factor.id: drawn.rule(factor).share for factor in WEIGHTED}
        assert sum(shares.values()) == pytest.approx(1)
        ratios = [shares[factor.id] / MODEL.rule(factor).share for factor in WEIGHTED]
        assert max(ratios) / min(ratios) <= ranges.share**2
        assert 0.5 <= drawn.scale.next_account <= 0.9
        assert 22.5 <= drawn.window.half_life <= 90
        halves.add(drawn.window.half_life < 45)
        for name, points in {"x": 1, "instagram": 3, "tiktok": 5, "blog": 7}.items():
            before, after = MODEL.network(name), drawn.network(name)
            assert abs(11.2 * log10(after.m / before.m)) <= points
            assert abs(11.2 * log10(after.c / before.c)) <= points
        assert min(map(drawn.least_slope, drawn.networks)) > 0
    assert halves == {True, False}


def test_everybody_gets_the_same_models() -> None:
    first, again = list(draw_models(FEW)), list(draw_models(FEW))
    assert len(first) == 200
    assert [drawn.fingerprint for drawn in first] == [drawn.fingerprint for drawn in again]
    assert len({drawn.fingerprint for drawn in first}) == 200


def test_without_ranges_every_model_gives_the_score() -> None:
    accounts = account("x", 1200, 900, resonance=1.0), account("instagram", 500, breadth=-0.5)
    found = tried(UNMOVED, *accounts)
    value = score(*accounts).score.value
    assert found.scores == pytest.approx([value] * 200)
    assert (found.above_average, found.stays_first, found.channels) == (1.0, 1.0, 2)
    assert found.strongest == ("x", "x")


def test_a_channel_far_ahead_stays_first_and_one_hardly_ahead_does_not() -> None:
    ahead = tried(FEW, account("instagram", 100_000), account("tiktok", 50))
    close = tried(FEW, account("instagram", 1000), account("tiktok", 300))
    assert ahead.stays_first == 1.0
    assert 0.4 < close.stays_first < 0.95


def test_one_channel_is_always_first() -> None:
    found = tried(FEW, account("tiktok", 151))
    assert (found.channels, found.stays_first) == (1, 1.0)
    assert 0.3 < found.above_average < 0.7  # at the median, whose row may be off to both sides


def test_a_better_known_network_moves_less() -> None:
    def width(network: str) -> float:
        found = tried(FEW, account(network, 1000))
        return found.quantile(0.9) - found.quantile(0.1)

    assert width("x") < width("instagram") < width("tiktok") < width("blog")


def test_weeks_are_added_up_by_their_weights() -> None:
    new = PostSums(posts=4, answered=4, weight=4.0, squares=4.0, weight_likes=4.0, likes=40.0)
    old = PostSums(posts=2, answered=1, weight=2.0, squares=2.0, weight_likes=2.0, likes=10.0)
    columns = [(getattr(new, name), getattr(old, name)) for name in PostSums.__struct_fields__]
    assert reweigh(columns, (1.0, 0.5)) == PostSums(
        posts=6, answered=5, weight=5.0, squares=4.5, weight_likes=5.0, likes=45.0
    )


def weekly(new: float, old: float) -> Measured:
    """Return an account with one week of 10 posts now and one four weeks before."""
    weeks = sums(10, old, 0), sums(10, new, 0)
    return measured(
        "x",
        audience=Audience.Facts(followers=1000),
        resonance=PostSums.total(weeks),
        weeks=weeks,
        iso_weeks=(2930, 2934),
    )


def test_a_shorter_half_life_counts_old_reactions_less() -> None:
    shorter = replace(MODEL, window=replace(MODEL.window, half_life=22.5))
    fading, rising = weekly(10, 400), weekly(400, 10)
    assert _Account(fading).score(MODEL, MODEL) == pytest.approx(score_of(fading, MODEL).score)
    assert _Account(fading).score(shorter, MODEL) < _Account(fading).score(MODEL, MODEL)
    assert _Account(rising).score(shorter, MODEL) > _Account(rising).score(MODEL, MODEL)


@pytest.mark.parametrize("name", ["models", "share", "half_life", "next_account"])
def test_a_number_matters(name: str) -> None:
    ranges = FEW.robustness
    further = replace(ranges, **{name: getattr(ranges, name) + (1 if name == "models" else 0.01)})
    accounts = weekly(10, 400), account("instagram", 900, breadth=1.0)
    before, after = tried(FEW, *accounts), tried(replace(FEW, robustness=further), *accounts)
    assert before.scores != after.scores


def test_a_closed_network_takes_no_part() -> None:
    gone = account("googleplus", 10**6)
    found = tried(FEW, account("x", 300), gone)
    assert (found.strongest, found.channels) == (("x", "x"), 1)


def test_the_judgement_is_not_changed() -> None:
    accounts = (account("x", 1200, 900, resonance=1.0),)
    before: Judgement = score(*accounts)
    tried(FEW, *accounts)
    assert score(*accounts) == before
