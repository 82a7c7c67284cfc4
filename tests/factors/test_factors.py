"""What each factor finds in an account, and says where it finds nothing."""

import math
from datetime import date

import pytest

from klout_cli.factors import FACTORS
from klout_cli.person.profile import Account, Seen
from klout_cli.person.rows import Contact, Interaction, Level, Post, Totals
from klout_cli.person.topics import Topic, Topics
from klout_cli.results import Measured, Measurement, Window
from klout_cli.scoring.judge import judge, standing
from klout_cli.scoring.model import load

DAY = 86_400
TODAY = date(2026, 3, 1)
NOW = (TODAY - date(1970, 1, 1)).days * DAY + 43_200
KLOUT, PROFESSIONAL = load("klout"), load("professional")
WORK = Topics({"work": Topic(["work"])})


def seen(*posts: Post, topics: Topics = WORK, network: str = "x", **fields: object) -> Seen:
    values: dict[str, object] = {
        "contacts": (),
        "interactions": (),
        "levels": (Level("followers", 400),),
        "followers": frozenset(),
        "following": frozenset(),
        "totals": None,
    }
    account = Account(f"{network}:me", network, "me", NOW, posts, **(values | fields))  # type: ignore[arg-type]
    return Seen(account, TODAY, KLOUT, topics)


def found(factor: str, account: Seen) -> Measurement:
    return next(one for one in FACTORS if one.id == factor).measure(account)


def measured(account: Seen) -> Measured:
    measurements = tuple(factor.measure(account) for factor in FACTORS)
    window = Window("2025-12-01", "2026-03-01", len(account.counted), "2026-03-01")
    return Measured(
        "x:me",
        account.account.network,
        "me",
        "2026-03-01",
        "2026-03-01",
        window,
        measurements,
        account.weeks,
    )


def post(number: int, text: str = "work", **counts: int) -> Post:
    return Post(f"p{number}", NOW, text=text, **counts)  # type: ignore[arg-type]


def test_audience_takes_followers_before_other_audiences() -> None:
    levels = (Level("connections", 500), Level("followers", 90), Level("following", 7))
    facts = {
        "followers": 90,
        "metric": "followers",
        "quality": "exact",
        "as_of": "2026-03-01",
        "following": 7,
    }
    assert found("audience", seen(levels=levels)).facts == facts
    assert found("audience", seen(levels=())).reason == "this export holds no number of followers"


def test_resonance_and_amplification_count_what_is_known() -> None:
    account = seen(post(1, likes=4, shares=1), post(2, comments=2), post(3))
    facts = found("resonance", account).facts
    assert (facts["posts"], facts["answered"], facts["reactions"], facts["per_post"]) == (
        3,
        2,
        7,
        3.5,
    )
    assert (facts["weight_likes"], facts["weight_carried"]) == (1, 2)
    assert found("amplification", account).facts["carried"] == 3


def test_only_likes_are_no_amplification() -> None:
    account = seen(post(1, likes=4))
    assert found("resonance", account).state == "measured"
    assert (
        found("amplification", account).reason
        == "this export holds neither comments nor shares received"
    )


def test_one_sum_of_engagements_feeds_resonance_alone() -> None:
    account = seen(Post("p", NOW, engagements=30))
    assert found("resonance", account).facts["reactions"] == 30
    assert found("amplification", account).state == "missing"


def test_no_post_no_reaction_no_account() -> None:
    assert found("resonance", seen()).reason == "no own public posts in this export"
    assert found("resonance", seen(post(1))).reason == "this export holds no reactions received"


def test_breadth_counts_distinct_people_or_takes_the_stated_number() -> None:
    responses = tuple(Interaction(who, "in", "comment", at=NOW) for who in ("a", "b", "a"))
    assert (
        found("breadth", seen(post(1), interactions=responses, names_responders=True)).facts[
            "responders"
        ]
        == 2
    )
    assert found("breadth", seen(post(1), names_responders=True)).facts["responders"] == 0
    assert found("breadth", seen(totals=Totals(posts=4, responders=9))).facts["responders"] == 9
    assert found("breadth", seen(post(1))).state == "missing"


def test_endorsement_keeps_recommendations_apart_for_the_model_to_weigh() -> None:
    levels = (Level("followers", 650), Level("endorsements", 12), Level("recommendations", 3))
    account = seen(network="linkedin", levels=levels)
    assert found("endorsement", account).facts == {"vouchers": 12, "recommendations": 3}
    judged = judge([measured(account)], KLOUT, "2026-03-01")
    assert judged is not None
    assert judged.accounts[0].of("endorsement").inputs["endorsements"] == 27
    assert found("endorsement", seen(levels=(Level("lists", 4),))).facts["vouchers"] == 4


def test_nobody_can_vouch_on_a_network_without_lists() -> None:
    judged = judge([measured(seen(network="instagram"))], KLOUT, "2026-03-01")
    assert judged is not None
    assert judged.accounts[0].of("endorsement").state == "not_applicable"


def network(contacts: list[Contact], counts: list[int] | None = None) -> Measurement:
    dealt = counts or [1] * len(contacts)
    interactions = tuple(
        Interaction(one.key, "out", "mention", count)
        for one, count in zip(contacts, dealt, strict=True)
    )
    return found("network", seen(contacts=tuple(contacts), interactions=interactions))


def test_network_is_the_mean_standing_weighted_by_closeness() -> None:
    contacts = [
        Contact("a", followers=999),
        Contact("b", position="CEO"),
        Contact("c", reputation=50.0),
        Contact("d", "Unknown"),
    ]
    facts = network(contacts)
    assert (facts.facts["known"], facts.facts["contacts"], facts.facts["coverage"]) == (3, 4, 0.75)
    assert standing(facts, KLOUT) == pytest.approx((3.0 + 3.2 + 3.0) / 3)
    closer = network(contacts, [15, 1, 1, 1])
    assert standing(closer, KLOUT) == pytest.approx((4 * 3.0 + 3.2 + 3.0) / 6)


def test_an_expert_on_the_persons_topics_counts_half_again() -> None:
    facts = network([Contact("a", followers=9, expertise="work"), Contact("b", followers=999)])
    assert standing(facts, KLOUT) == pytest.approx((1.5 * 1.0 + 3.0) / 2.5)


def test_fewer_than_five_contacts_of_known_standing_are_not_measured() -> None:
    contacts = tuple(Contact(key, position="CEO") for key in "abcd")
    account = seen(
        contacts=contacts,
        interactions=tuple(Interaction(one.key, "out", "mention") for one in contacts),
    )
    judged = judge([measured(account)], KLOUT, "2026-03-01")
    assert judged is not None
    assert judged.accounts[0].of("network").reason == "standing known for 4 contacts; 5 are needed"


def test_reciprocity_is_the_share_that_follows_back() -> None:
    facts = found(
        "reciprocity", seen(followers=frozenset("abc"), following=frozenset("bcde"))
    ).facts
    assert (facts["give_and_take"], facts["mutual"], facts["following"]) == (0.5, 2, 4)
    assert found("reciprocity", seen(followers=frozenset("abc"))).state == "missing"


def test_substance_is_share_of_responses_above_share_of_posts() -> None:
    account = seen(
        post(1, likes=30),
        post(2, "cat", likes=10),
        post(3, "cat", likes=0),
        post(4, "cat", likes=0),
    )
    facts = found("substance", account).facts
    assert facts["topic_gain"] == pytest.approx(30 / 40 - 1 / 4)
    assert (
        found("substance", seen(post(1, likes=3), topics=Topics({}))).reason
        == "no topics are stated in klout.yaml"
    )


def test_moving_reactions_on_topic_raises_substance_and_nothing_else() -> None:
    off = judge([measured(seen(post(1, likes=10), post(2, "cat", likes=30)))], KLOUT, "2026-03-01")
    on = judge([measured(seen(post(1, likes=30), post(2, "cat", likes=10)))], KLOUT, "2026-03-01")
    assert off is not None and on is not None
    moved = [
        one.id
        for one, other in zip(off.breakdown, on.breakdown, strict=True)
        if abs(one.points - other.points) > 1e-12
    ]
    assert moved == ["substance"]


def test_off_topic_responses_count_half_in_the_professional_model() -> None:
    cat = judge(
        [measured(seen(post(1, likes=10, shares=2), post(2, "cat", likes=30, shares=4)))],
        PROFESSIONAL,
        "2026-03-01",
    )
    half = judge(
        [measured(seen(post(1, likes=10, shares=2), post(2, "work", likes=15, shares=2)))],
        PROFESSIONAL,
        "2026-03-01",
    )
    assert cat is not None and half is not None
    for factor in ("resonance", "amplification"):
        assert cat.accounts[0].of(factor).z == pytest.approx(half.accounts[0].of(factor).z)


def test_an_unknown_audience_is_inferred_from_five_posts_and_says_so() -> None:
    posts = [post(number, likes=9, shares=0) for number in range(5)]
    judged = judge([measured(seen(*posts, levels=()))], KLOUT, "2026-03-01")
    assert judged is not None
    (account,) = judged.accounts
    assert account.audience.quality == "inferred"
    assert account.audience.followers == pytest.approx((9 / 0.09) ** 2)
    assert account.of("audience").state == "inferred"
    assert account.of("resonance").state == "missing"
    assert judge([measured(seen(*posts[:4], levels=()))], KLOUT, "2026-03-01") is None


def test_a_network_that_closed_counts_for_its_own_time_only() -> None:
    account = measured(seen(network="googleplus"))
    now, then = judge([account], KLOUT, "2026-03-01"), judge([account], KLOUT, "2019-04-02")
    assert now is None
    assert then is not None and then.accounts[0].state == "scored"


@pytest.mark.parametrize(
    "posts",
    [
        (),
        (post(1),),
        (post(1, likes=0, comments=0, shares=0),),
        tuple(post(n, likes=0, shares=0) for n in range(40)),
    ],
    ids=["no post", "one post without counts", "one post of zeros", "forty posts of zeros"],
)
def test_q16_nothing_and_nearly_nothing_have_defined_numbers(posts: tuple[Post, ...]) -> None:
    judged = judge([measured(seen(*posts))], KLOUT, "2026-03-01")
    assert judged is not None
    numbers = [
        judged.score.value,
        judged.score.low,
        judged.score.high,
        judged.score.measured,
        *(one.points for one in judged.breakdown),
    ]
    assert all(math.isfinite(number) for number in numbers)
    assert 1 <= judged.score.low <= judged.score.value <= judged.score.high <= 100
    assert judged.accounts[0].of("substance").state == "missing"
