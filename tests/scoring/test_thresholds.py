"""Every threshold at n and at n − 1: on which side of it a person stands."""

from datetime import date

import pytest

from klout_cli.factors import WEIGHTED
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.network import Group, Network
from klout_cli.factors.operations import Floats
from klout_cli.person.account import Account
from klout_cli.person.rows import Level, Post
from klout_cli.person.topics import Topics
from klout_cli.person.view import AccountView
from klout_cli.results import Measured
from klout_cli.scoring.account import clipped
from klout_cli.scoring.judge import judge
from tests.scoring.people import DAY, MODEL, account, measured, score, sums

SECONDS = 86_400
NOON = (date.fromisoformat(DAY) - date(1970, 1, 1)).days * SECONDS + 43_200


def seen(*ages: int, exported: int = 0) -> AccountView:
    """Return an account with a post of each age in days, exported so many days after the newest."""
    posts = tuple(
        Post(f"p{number}", NOON - age * SECONDS, likes=1)
        for number, age in enumerate(sorted(ages, reverse=True))
    )
    nobody: frozenset[str] = frozenset()
    at = NOON + exported * SECONDS
    levels = (Level("followers", 400),)
    own = Account("x:me", "x", "me", at, posts, (), (), levels, nobody, nobody, None)
    return AccountView(own, date(2030, 1, 1), MODEL, Topics({}))


MANY = (0,) * 20


@pytest.mark.parametrize(("age", "counted"), [(90, 21), (91, 20)])
def test_the_window_is_ninety_days_where_these_hold_enough(age: int, counted: int) -> None:
    assert len(seen(*MANY, age).counted) == counted


@pytest.mark.parametrize(("recent", "counted"), [(18, 20), (19, 20), (20, 20), (21, 21)])
def test_older_posts_fill_up_to_twenty(recent: int, counted: int) -> None:
    assert len(seen(*(0,) * recent, *range(100, 200)).counted) == counted


def test_the_newest_of_the_older_posts_fill_up() -> None:
    ages = [(NOON - one.post.at) // SECONDS for one in seen(*(0,) * 18, 300, 200, 100).counted]
    assert ages[:2] == [200, 100]


@pytest.mark.parametrize(("age", "counted"), [(365, 2), (366, 1)])
def test_older_posts_are_at_most_a_year_older_than_the_newest(age: int, counted: int) -> None:
    assert len(seen(0, age).counted) == counted


@pytest.mark.parametrize(("days", "counted"), [(364, 1), (365, 1), (366, 0)])
def test_a_pause_of_more_than_a_year_counts_nothing(days: int, counted: int) -> None:
    view = seen(0, exported=days)
    assert len(view.counted) == counted
    if not counted:
        assert view.why_no_reactions == "no post in the last 365 days, the latest is 366 days old"


def test_one_post_more_pushes_out_at_most_the_oldest() -> None:
    ages = (*range(0, 60, 4), *range(100, 200, 10))
    before = {one.post.at for one in seen(*ages).counted}
    after = {one.post.at for one in seen(*ages, 61).counted}
    assert len(before - after) <= 1


def posted(posts: int, likes: float, followers: float | None = 400) -> Measured:
    audience = {} if followers is None else {"audience": Audience.Facts(followers)}
    return measured("x", posts=posts, resonance=sums(posts, likes, 0), **audience)  # type: ignore[arg-type]


def resonance(posts: int, likes: float) -> float:
    z = score(posted(posts, likes)).accounts[0].of("resonance").z
    assert z is not None
    return z


def test_ninety_posts_are_the_most_that_an_audience_answers() -> None:
    """Up to there, what is expected grows with the posts; above, the total alone counts."""
    assert resonance(89, 200) > resonance(90, 200)
    assert resonance(90, 200) == pytest.approx(resonance(91, 200))
    assert resonance(90, 200) == pytest.approx(resonance(2_000, 200))


def test_breadth_expects_people_of_ninety_posts_at_most() -> None:
    def z(posts: int) -> float:
        facts = Breadth.Facts(30, posts)
        own = measured("x", posts=posts, audience=Audience.Facts(400), breadth=facts)
        value = score(own).accounts[0].of("breadth").z
        assert value is not None
        return value

    assert z(89) > z(90) and z(90) == pytest.approx(z(500))


@pytest.mark.parametrize(("posts", "scored"), [(4, False), (5, True)])
def test_five_posts_with_known_reactions_infer_an_audience(posts: int, scored: bool) -> None:
    assert (judge([posted(posts, 9, None)], MODEL, DAY) is not None) == scored


@pytest.mark.parametrize(("likes", "scored"), [(0, False), (1, True)])
def test_one_reaction_infers_an_audience(likes: int, scored: bool) -> None:
    assert (judge([posted(40, likes, None)], MODEL, DAY) is not None) == scored


def network(*groups: Group) -> float:
    facts = Network.Facts(groups, sum(group.people for group in groups), 99)
    z = (
        score(measured("x", audience=Audience.Facts(400), network=facts))
        .accounts[0]
        .of("network")
        .z
    )
    assert z is not None
    return z


@pytest.mark.parametrize(("people", "places"), [(19, 19), (20, 20), (21, 20), (50, 20)])
def test_twenty_contacts_count(people: int, places: int) -> None:
    above = network(Group("followers", 3.57, False, 3, people))
    assert above == pytest.approx(places / 20)


@pytest.mark.parametrize(("interactions", "part"), [(1, 0.5), (2, 0.7925), (3, 1), (4, 1), (15, 1)])
def test_three_interactions_count_a_contact_in_full(interactions: int, part: float) -> None:
    z = network(Group("followers", 3.57, False, interactions, 20))
    assert z == pytest.approx(part, abs=0.0001)


def test_the_largest_credits_count_whoever_comes_first() -> None:
    weak, strong = Group("followers", 3.0, False, 3, 20), Group("followers", 4.54, True, 3, 5)
    wanted = (5 * 2.5 + 15 * 0.4 / 0.97) / 20
    assert network(weak, strong) == network(strong, weak) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("as_of", "state"),
    [("2019-04-01", "scored"), ("2019-04-02", "scored"), ("2019-04-03", "historical")],
)
def test_a_network_that_closed_counts_to_its_last_day(as_of: str, state: str) -> None:
    judgement = judge([account("googleplus", 400), account("x", 400)], MODEL, as_of)
    assert judgement is not None
    closed = next(one for one in judgement.accounts if one.network == "googleplus")
    assert closed.state == state
    if state == "historical":
        assert (closed.score, closed.share) == (None, 0)
        assert "2 Apr 2019" in closed.reason
    assert judge([account("googleplus", 400)], MODEL, "2019-04-03") is None


@pytest.mark.parametrize(("followers", "least"), [(9, 10), (10, 10), (11, 11)])
def test_reactions_are_expected_of_ten_followers_at_least(followers: int, least: int) -> None:
    judged = score(posted(20, 40)).accounts[0]
    assert judged.of("resonance").inputs["expected"] == pytest.approx(20 * 0.09 * 20)
    few = score(posted_by(followers)).accounts[0].of("resonance")
    assert few.inputs["expected"] == pytest.approx(20 * 0.09 * least**0.5)


def posted_by(followers: int) -> Measured:
    return measured("x", audience=Audience.Facts(followers), resonance=sums(20, 40, 0))


@pytest.mark.parametrize(("standing", "points"), [(2.6, 0), (2.5, 0), (5.025, 2.5), (9, 2.5)])
def test_the_clip_of_both_sides(standing: float, points: float) -> None:
    own = measured("x", audience=Audience.Facts(400), network=Network.Facts(standing=standing))
    judged = score(own).accounts[0].of("network")
    assert judged.points == pytest.approx(points * MODEL.points["network"])


@pytest.mark.parametrize(
    ("factor", "low"),
    [
        ("resonance", -2.5),
        ("amplification", -2.5),
        ("breadth", -2.5),
        ("endorsement", -0.5),
        ("network", 0),
        ("reciprocity", -0.5),
        ("substance", -2.5),
    ],
)
def test_what_a_factor_takes_at_most(factor: str, low: float) -> None:
    (weighed,) = [one for one in WEIGHTED if one.id == factor]
    beside = [low + 0.01, low, low - 0.01, low - 9]
    assert [clipped(Floats, MODEL, weighed, z) for z in beside] == [low + 0.01, low, low, low]


@pytest.mark.parametrize(
    ("kind", "value", "standing"),
    [
        ("owner", 0, 3.2),
        ("director", 0, 3.0),
        ("manager", 0, 2.8),
        ("specialist", 0, 2.6),
        ("junior", 0, 2.3),
        ("reputation", 50, 3.0),
        ("reputation", 25, 2.0),
    ],
)
def test_the_standing_of_contacts(kind: str, value: float, standing: float) -> None:
    assert MODEL.factors.network.standing_of(kind, value) == pytest.approx(standing)


@pytest.mark.parametrize(("following", "times"), [(10**9, 0.02), (0, 1.5)])
def test_following_counts_from_a_fiftieth_to_half_as_much_again(
    following: int, times: float
) -> None:
    judged = score(account("x", 1_000_000, following)).accounts[0]
    assert judged.audience.effective == pytest.approx(1_000_000 * times)


def test_a_score_is_at_least_one() -> None:
    judged = score(account("x", 0, 1_000_000))
    assert judged.score.value == 1
    entries = {entry.id: entry.points for entry in judged.breakdown}
    assert sum(entries.values()) == pytest.approx(1) and entries["ceiling"] > 0
