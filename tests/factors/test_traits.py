"""What is displayed of a person and never scored: what was given, which never falls, and a style that no order of rows changes."""

from datetime import date
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.factors import TRAITS
from klout_cli.factors.interface import describe
from klout_cli.factors.traits import GIVEN, GRID, Outreach, Style
from klout_cli.person.account import Account
from klout_cli.person.rows import Interaction, Post
from klout_cli.person.topics import Topic, Topics
from klout_cli.person.view import AccountView
from klout_cli.results import Measurement
from klout_cli.scoring.model import load

DAY, TODAY = 86_400, date(2026, 3, 1)
NOW = (TODAY - date(1970, 1, 1)).days * DAY
TOPICS = Topics({"work": Topic(["work"])})
KINDS = (*sorted(GIVEN), "connection", "message", "invitation")


def seen(
    posts: list[Post], interactions: list[Interaction], topics: Topics = TOPICS
) -> AccountView:
    ordered = tuple(sorted(posts, key=lambda post: (post.at, post.id)))
    account = Account(
        "x:me", "x", "me", NOW, ordered, (), tuple(interactions), (), frozenset(), frozenset(), None
    )
    return AccountView(account, TODAY, load("klout"), topics)


def actions(*seen: AccountView) -> int:
    found = Outreach().measure(seen)
    return int(str(found.facts["actions"])) if found.state == "measured" else 0


def style(*seen: AccountView) -> Measurement:
    return Style().measure(seen)


INTERACTIONS = st.lists(
    st.builds(
        Interaction,
        st.sampled_from("abc"),
        st.sampled_from(["in", "out"]),
        st.sampled_from(KINDS),
        st.integers(1, 300),
        st.none() | st.integers(0, 2 * NOW),
        st.booleans(),
    ),
    max_size=8,
)
POSTS = st.lists(
    st.builds(
        Post,
        st.uuids().map(str),
        st.integers(NOW - 200 * DAY, NOW),
        kind=st.sampled_from(["original", "reply", "repost", "story"]),
        public=st.booleans(),
        text=st.sampled_from(["", "work", "cat"]),
    ),
    max_size=8,
)
SAMPLED = settings(deadline=None, derandomize=True, max_examples=40)


@SAMPLED
@given(POSTS, INTERACTIONS, POSTS, INTERACTIONS)
def test_outreach_never_falls_when_rows_are_added(
    posts: list[Post],
    interactions: list[Interaction],
    more_posts: list[Post],
    more: list[Interaction],
) -> None:
    before, after = seen(posts, interactions), seen(posts + more_posts, interactions + more)
    assert actions(before) <= actions(after) <= actions(after, before)


def test_outreach_counts_what_is_public_and_given_whenever_it_was() -> None:
    rows = [
        Interaction("a", "out", "reaction", 7, NOW + 900 * DAY),
        Interaction("b", "out", "comment", 2),
        Interaction("b", "in", "comment", 50),
        Interaction("b", "out", "comment", 50, private=True),
        Interaction("b", "out", "connection", 50),
    ]
    facts = Outreach().measure([seen([], rows)]).facts
    assert facts == {"actions": 9, "kinds": (("reaction", 7), ("comment", 2))}


def test_a_reply_that_stands_as_post_and_as_interaction_is_one_action() -> None:
    posts = [
        Post("1", NOW, "reply"),
        Post("2", NOW, "reply"),
        Post("3", NOW, "repost", public=False),
    ]
    facts = Outreach().measure([seen(posts, [Interaction("a", "out", "reply", 1, NOW)])]).facts
    assert facts["kinds"] == (("reply", 2),)


def test_nothing_given_is_not_measured() -> None:
    found = Outreach().measure([seen([Post("1", NOW)], [])])
    assert (found.state, found.reason) == (
        "missing",
        "these exports don't include likes, comments or mentions you gave",
    )


@SAMPLED
@given(POSTS, INTERACTIONS, st.integers(0, 99))
def test_style_is_the_same_in_any_order_of_rows_and_accounts(
    posts: list[Post], interactions: list[Interaction], seed: int
) -> None:
    one, other = seen(posts, interactions), seen(posts[:3], interactions[:3])
    shuffled = (
        Random(seed).sample(posts, len(posts)),
        Random(seed).sample(interactions, len(interactions)),
    )
    assert style(one, other) == style(other, seen(*shuffled))


def person(participating: bool, sharing: bool, broad: bool, consistent: bool) -> AccountView:
    """Make a person who lies on the first sides named, and on the second ones else."""
    weeks = range(13) if consistent else range(2)
    posts = [
        Post(f"o{week}", NOW - week * 7 * DAY, text="cat" if broad else "work") for week in weeks
    ]
    reposts = [Post(f"r{number}", NOW, "repost") for number in range(len(posts) if sharing else 0)]
    likes, comments = (1, 9) if participating else (900, 9)
    return seen(
        posts + reposts,
        [Interaction("a", "out", "reaction", likes), Interaction("a", "out", "comment", comments)],
    )


def test_each_of_sixteen_people_has_one_of_sixteen_styles() -> None:
    names = [style(person(*sides)).facts["style"] for sides in product([True, False], repeat=4)]
    assert sorted(map(str, names)) == sorted(name for row in GRID for name in row)
    assert style(person(True, False, True, True)).facts["style"] == "Taste Maker"


def test_an_axis_tells_its_side_with_its_numbers() -> None:
    rows = style(person(False, True, True, False)).facts["axes"]
    assert rows == (
        ("participating/listening", "listening", 900, 911, "things you gave others were likes"),
        ("sharing/creating", "sharing", 2, 4, "posts are reposts of others"),
        ("broad/focused", "broad", 2, 2, "recent posts are off your topics"),
        ("consistent/casual", "casual", 11, 13, "weeks have none"),
    )


def test_where_an_axis_is_not_measured_the_style_is_named_by_the_others() -> None:
    found = style(seen([Post("1", NOW, text="cat")], [], Topics({})))
    assert found.facts["style"] == "creating, casual"
    assert found.facts["axes"][0] == (
        "participating/listening",
        None,
        0,
        0,
        "no export here shows likes you gave",
    )  # type: ignore[index]
    assert found.facts["axes"][2] == (
        "broad/focused",
        None,
        0,
        0,
        "you haven't set any topics yet",
    )  # type: ignore[index]


def test_without_posts_and_likes_there_is_no_style() -> None:
    found = style(seen([], []))
    assert (found.state, found.facts) == ("missing", {})
    assert found.reason.startswith("no export here shows likes you gave; no public posts; ")


@pytest.mark.parametrize("trait", TRAITS, ids=lambda trait: trait.id)
def test_a_trait_asks_a_question_tells_how_it_is_counted_and_what_it_does_not_see(
    trait: object,
) -> None:
    question, counted, blind = describe(trait)  # type: ignore[arg-type]
    assert question.endswith("?") and counted[-1] in ".?" and blind.endswith(".")
