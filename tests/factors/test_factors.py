"""What each factor finds in an account, and says where it finds nothing."""

import math
from datetime import date
from typing import Any

import pytest

from klout_cli.factors import FACTORS
from klout_cli.factors.amplification import Amplification
from klout_cli.factors.audience import Audience
from klout_cli.factors.breadth import Breadth
from klout_cli.factors.endorsement import Endorsement
from klout_cli.factors.interface import Missing
from klout_cli.factors.measure import measure_account
from klout_cli.factors.network import Group, Network
from klout_cli.factors.operations import Floats
from klout_cli.factors.reciprocity import Pair, Reciprocity
from klout_cli.person.account import Account
from klout_cli.person.rows import Contact, Interaction, Level, Post, Totals
from klout_cli.person.topics import Topic, Topics
from klout_cli.person.view import AccountView
from klout_cli.results import Measured
from klout_cli.scoring.judge import judge
from klout_cli.scoring.model import load

DAY = 86_400
TODAY = date(2026, 3, 1)
NOW = (TODAY - date(1970, 1, 1)).days * DAY + 43_200
KLOUT, PROFESSIONAL = load("klout"), load("professional")
WORK = Topics({"work": Topic(["work"])})


def seen(*posts: Post, topics: Topics = WORK, network: str = "x", **fields: object) -> AccountView:
    values: dict[str, object] = {
        "contacts": (),
        "interactions": (),
        "levels": (Level("followers", 400),),
        "followers": frozenset(),
        "following": frozenset(),
        "totals": None,
    }
    account = Account(f"{network}:me", network, "me", NOW, posts, **(values | fields))  # type: ignore[arg-type]
    return AccountView(account, TODAY, KLOUT, topics)


def found(factor: str, account: AccountView) -> Any:
    """Return the facts of a factor, or why there are none."""
    facts = next(one for one in FACTORS if one.id == factor).measure(account)
    return facts.why if isinstance(facts, Missing) else facts


def measured(account: AccountView) -> Measured:
    return measure_account(account)


def post(number: int, text: str = "work", **counts: int) -> Post:
    return Post(f"p{number}", NOW, text=text, **counts)  # type: ignore[arg-type]


def test_audience_takes_followers_before_other_audiences() -> None:
    levels = (Level("connections", 500), Level("followers", 90), Level("following", 7))
    assert found("audience", seen(levels=levels)) == Audience.Facts(
        90, "followers", "exact", "2026-03-01", 7
    )
    assert found("audience", seen(levels=())) == "this export doesn't include a follower count"


def test_resonance_and_amplification_count_what_is_known() -> None:
    account = seen(post(1, likes=4, shares=1), post(2, "cat", comments=2), post(3))
    sums = found("resonance", account)
    assert (sums.posts, sums.answered, sums.responses) == (3, 2, 7)
    assert (sums.weight_likes, sums.weight_carried) == (1, 2)
    assert (sums.on_posts, sums.on_answered, sums.on_likes, sums.on_carried) == (2, 1, 4, 1)
    assert found("amplification", account) == Amplification.Facts(3, 2, 3, 1)


def test_only_likes_are_no_amplification() -> None:
    account = seen(post(1, likes=4))
    assert found("resonance", account).likes == 4
    assert (
        found("amplification", account)
        == "this export doesn't include comments or shares you received"
    )


def test_one_sum_of_engagements_feeds_resonance_alone() -> None:
    account = seen(Post("p", NOW, engagements=30))
    assert found("resonance", account).engagements == 30
    assert "comments or shares you received" in found("amplification", account)


def test_no_post_no_reaction_no_account() -> None:
    assert found("resonance", seen()) == "no public posts of your own in this export"
    assert found("resonance", seen(post(1))) == "this export doesn't include reactions you received"
    assert (
        found("amplification", seen(post(1)))
        == "this export doesn't include reactions you received"
    )


def test_newer_posts_weigh_more() -> None:
    """A post 45 days older than the newest weighs half, one of 90 days a quarter."""
    ages = (0, 45, 90)
    posts = [Post(f"p{age}", NOW - age * DAY, likes=8) for age in reversed(ages)]
    sums = found("resonance", seen(*posts))
    assert sums.likes == pytest.approx(8 + 4 + 2)
    assert (sums.weight, sums.squares) == pytest.approx((1.75, 1 + 1 / 4 + 1 / 16))


def test_an_accounts_table_states_posts_of_equal_weight() -> None:
    sums = found("resonance", seen(totals=Totals(posts=20, likes=60, comments=10)))
    assert (sums.posts, sums.answered, sums.weight_likes, sums.likes) == (20, 20, 20, 60)
    assert (sums.weight_carried, sums.carried, sums.squares) == (20, 10, 20)
    blank = found("resonance", seen(totals=Totals(posts=20, likes=60)))
    assert blank.weight_carried == 0


def test_breadth_counts_distinct_people_or_takes_the_stated_number() -> None:
    responses = tuple(Interaction(who, "in", "comment", at=NOW) for who in ("a", "b", "a"))
    named = seen(post(1), interactions=responses, names_responders=True)
    assert found("breadth", named) == Breadth.Facts(2, 1)
    assert found("breadth", seen(post(1), names_responders=True)) == Breadth.Facts(0, 1)
    assert found("breadth", seen(totals=Totals(posts=4, responders=9))) == Breadth.Facts(9, 4)
    assert found("breadth", seen(post(1))) == "this export doesn't say who responded"


@pytest.mark.parametrize("posts", [0, None])
def test_responders_without_posts_measure_no_breadth(posts: int | None) -> None:
    stated = seen(totals=Totals(posts=posts, responders=9))
    assert found("breadth", stated) == "there are responders, but no posts"


def test_endorsement_keeps_recommendations_apart_for_the_model_to_weigh() -> None:
    levels = (Level("followers", 650), Level("endorsements", 12), Level("recommendations", 3))
    account = seen(network="linkedin", levels=levels)
    assert found("endorsement", account) == Endorsement.Facts(12, 3, "endorsements")
    judged = judge([measured(account)], KLOUT, "2026-03-01")
    assert judged is not None
    usual = -0.37 + 0.57 * math.log10(651)
    assert judged.accounts[0].of("endorsement").z == pytest.approx(
        (math.log10(1 + 12 + 5 * 3) - usual) / 0.5
    )
    assert found("endorsement", seen(levels=(Level("lists", 4),))).vouchers == 4


def test_nobody_can_vouch_on_a_network_without_lists() -> None:
    judged = judge([measured(seen(network="instagram"))], KLOUT, "2026-03-01")
    assert judged is not None
    assert judged.accounts[0].of("endorsement").state == "not_applicable"


@pytest.mark.parametrize("followers", [0, 1, 3, 4, 8, 9, 41, 42, 1_000])
@pytest.mark.parametrize("network", ["x", "linkedin", "blog"])
def test_nobody_who_vouches_is_never_more_than_expected(network: str, followers: int) -> None:
    levels = (Level("followers", followers), Level("endorsements", 0))
    judged = judge([measured(seen(network=network, levels=levels))], KLOUT, "2026-03-01")
    assert judged is not None
    norm = KLOUT.factors.endorsement.norms[network]
    usual = max(0.0, norm.a + norm.b * math.log10(1 + followers))
    endorsement = judged.accounts[0].of("endorsement")
    assert endorsement.z == pytest.approx(-usual / norm.sd)
    assert endorsement.points == pytest.approx(
        KLOUT.points["endorsement"] * max(-0.5, -usual / norm.sd)
    )


def dealt_with(*dealings: tuple[Contact, int], **fields: object) -> AccountView:
    """Return an account with contacts, each mentioned so often."""
    mentions = tuple(Interaction(who.key, "out", "mention", count) for who, count in dealings)
    contacts = tuple(who for who, _ in dealings)
    return seen(contacts=contacts, interactions=mentions, **fields)


def network_z(account: AccountView) -> float:
    factor = Network()
    return float(factor.z(Floats, KLOUT.factors.network, None, found("network", account)))


def test_network_groups_contacts_by_what_is_known_of_them() -> None:
    account = dealt_with(
        (Contact("a", followers=999), 2),
        (Contact("b", position="CEO"), 1),
        (Contact("c", position="Chief Executive Officer"), 1),
        (Contact("d", reputation=50.0, expertise="work"), 40),
        (Contact("e", "Unknown"), 3),
    )
    facts = found("network", account)
    assert (facts.known, facts.contacts) == (4, 5)
    assert set(facts.groups) == {
        Group("followers", math.log10(1_000), False, 2, 1),
        Group("owner", 0.0, False, 1, 2),
        Group("reputation", 50.0, True, 15, 1),
    }


def test_network_by_hand() -> None:
    """A thousand followers are 3.0, an owner 3.2, reputation 50 is 3.0; three dealings count in full."""
    account = dealt_with(
        (Contact("a", followers=999), 3),
        (Contact("b", position="CEO"), 1),
        (Contact("c", reputation=50.0, expertise="work"), 9),
        (Contact("d", position="Praktikantin"), 9),
    )
    above = (0.4 / 0.97) + 0.5 * (0.6 / 0.97) + (0.4 / 0.97 + 0.5)
    assert network_z(account) == pytest.approx(above / 20)


def test_an_expert_of_unknown_standing_counts_by_expertise_alone() -> None:
    assert network_z(dealt_with((Contact("a", expertise="work"), 3))) == pytest.approx(0.5 / 20)
    assert "reach of your contacts" in found(
        "network", dealt_with((Contact("a", expertise="cats"), 3))
    )


def test_a_connection_counts_as_one_dealing() -> None:
    contact = Contact("a", followers=999)
    tied = seen(contacts=(contact,), interactions=(Interaction("a", "out", "connection", 1),))
    assert network_z(tied) == network_z(dealt_with((contact, 1)))


@pytest.mark.parametrize(
    "ignored",
    [
        Interaction("a", "in", "message", 9, private=True),
        Interaction("a", "in", "reaction", 9),
        Interaction("a", "in", "comment", 9, NOW + 9 * DAY),
    ],
)
def test_private_later_and_mere_reactions_are_no_dealings(ignored: Interaction) -> None:
    account = seen(contacts=(Contact("a", followers=999),), interactions=(ignored,))
    assert "doesn't show what you exchanged" in found("network", account)


def test_a_table_states_the_mean_standing() -> None:
    assert network_z(seen(totals=Totals(standing=3.085))) == pytest.approx(0.5)
    low = judge([measured(seen(totals=Totals(standing=2.0)))], KLOUT, "2026-03-01")
    assert low is not None
    assert low.accounts[0].of("network").points == 0, "nobody's contacts take points away"


def test_reciprocity_of_follow_lists() -> None:
    facts = found("reciprocity", seen(followers=frozenset("abc"), following=frozenset("bcde")))
    assert facts == Reciprocity.Facts(None, 2, 4)
    assert Reciprocity().g(KLOUT.factors.reciprocity, facts) == pytest.approx(4.5 / 9)
    assert "whom you follow" in found("reciprocity", seen(followers=frozenset("abc")))


def test_reciprocity_pairs_what_was_received_and_given() -> None:
    talk = (
        Interaction("a", "in", "comment", 3, NOW),
        Interaction("a", "out", "reply", 1, NOW),
        Interaction("b", "in", "mention", 2, NOW),
        Interaction("c", "in", "comment", 2, NOW),
        Interaction("c", "in", "comment", 9, NOW - DAY),
    )
    account = seen(post(1), interactions=talk, names_responders=True)
    facts = found("reciprocity", account)
    assert facts.pairs == (Pair(2, 0, 2), Pair(3, 1, 1)), (
        "the day before the first counted post is left out"
    )


def test_the_larger_of_talk_and_lists_counts() -> None:
    rule, factor = KLOUT.factors.reciprocity, Reciprocity()
    talk, lists = Reciprocity.Facts((Pair(1, 1, 5),)), Reciprocity.Facts(None, 9, 10)
    assert (factor.g(rule, talk), factor.g(rule, lists)) == pytest.approx((0.5, 11.5 / 15))
    assert factor.g(rule, Reciprocity.Facts((Pair(1, 1, 5),), 9, 10)) == factor.g(rule, lists)
    assert factor.g(rule, Reciprocity.Facts((Pair(1, 1, 5),), 0, 10)) == factor.g(rule, talk)


def test_a_table_states_give_and_take() -> None:
    facts = found("reciprocity", seen(totals=Totals(reciprocity=0.9)))
    assert Reciprocity().z(Floats, KLOUT.factors.reciprocity, None, facts) == pytest.approx(2)  # type: ignore[arg-type]


def test_substance_holds_what_posts_on_topic_received() -> None:
    account = seen(post(1, likes=30, shares=2), post(2, "cat", likes=10), post(3, "cat", likes=0))
    facts = found("substance", account)
    assert (facts.on_posts, facts.posts, facts.on_responses, facts.responses) == (1, 3, 32, 42)
    assert (facts.on_weight_likes, facts.on_weight_carried) == (1, 1)


@pytest.mark.parametrize(
    ("account", "why"),
    [
        (seen(post(1, likes=3), topics=Topics({})), "you haven't set any topics yet"),
        (seen(post(1, "", likes=3)), "this export doesn't include the text of your posts"),
        (seen(post(1)), "this export doesn't include reactions you received"),
        (seen(post(1, "cat", likes=3)), "none of your recent posts is on your topics"),
        (seen(post(1), post(2, "cat", likes=3)), "none of your recent posts is on your topics"),
    ],
)
def test_substance_says_what_it_needs(account: AccountView, why: str) -> None:
    assert found("substance", account) == why


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


def test_an_unknown_audience_is_inferred_and_says_so() -> None:
    posts = [post(number, likes=9, shares=0) for number in range(5)]
    judged = judge([measured(seen(*posts, levels=()))], KLOUT, "2026-03-01")
    assert judged is not None
    (account,) = judged.accounts
    beta = 0.5 / (0.25 + 0.67**2)
    assert account.audience.quality == "inferred"
    assert account.audience.followers == pytest.approx(
        400 * ((2 + 45) / (2 + 5 * 0.09 * 20)) ** beta
    )
    assert account.of("audience").state == "inferred"
    assert account.of("resonance").reason == "the audience is estimated from these same reactions"
    assert account.quality == judged.score.quality == "first_impression"


def test_an_inferred_audience_is_never_below_the_responders() -> None:
    posts = [post(number, likes=1, shares=0) for number in range(40)]
    crowd = tuple(Interaction(f"p{n}", "in", "comment", at=NOW) for n in range(3_000))
    loud = measured(seen(*posts, levels=(), interactions=crowd, names_responders=True))
    judged = judge([loud], KLOUT, "2026-03-01")
    assert judged is not None and judged.accounts[0].audience.followers == 3_000


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
    assert judged.accounts[0].of("substance").points == pytest.approx(0)
