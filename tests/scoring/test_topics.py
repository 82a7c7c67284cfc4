"""What posts on each topic get, against what the audience usually gives: by hand, by account, from old snapshots; and what it moves."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from klout_cli import pipeline
from klout_cli.importers.read import ExportSet
from klout_cli.person.rows import Contact, Export, Interaction, Level, Owner, Post
from klout_cli.person.topics import Topic, Topics
from klout_cli.results import AccountJudgement, Judgement
from klout_cli.results.displayed import Subject
from klout_cli.scoring.judge import judge
from klout_cli.scoring.topics import subjects
from tests.scoring.test_principles import DAY, EXPORTED, MODELS, TOPICS, options, without

KLOUT, PROFESSIONAL = MODELS


def export(posts: list[Post], network: str = "x", handle: str = "a", **more: Any) -> Export:
    levels = more.pop("levels", [Level("followers", 400), Level("following", 100)])
    contacts = more.pop("contacts", [])
    ties = [Interaction(contact.key, "out", "connection", 3) for contact in contacts]
    return Export(
        network,
        handle,
        Owner("", "Erika"),
        "",
        EXPORTED,
        posts,
        contacts,
        ties,
        levels,
        frozenset(),
        frozenset(),
        None,
        (),
        (),
        **more,
    )


def post(number: int, likes: int, text: str, days: int = 0, shares: int = 0) -> Post:
    return Post(f"p{number}", EXPORTED - days * DAY, likes=likes, shares=shares, text=text)


def found(
    exports: list[Export], model: Any = KLOUT, topics: Any = TOPICS
) -> tuple[Judgement, float, tuple[Subject, ...]]:
    """Return the judgement, the on-topic score and the topics of a person."""
    chosen = replace(options(model), topics=topics)
    taken = pipeline.measure_person(ExportSet(exports), chosen)
    on_topic = judge(taken.snapshot.on_topic, model, taken.snapshot.as_of)
    judgement = judge(taken.snapshot.measured, model, taken.snapshot.as_of)
    assert judgement is not None
    return (
        judgement,
        on_topic.score.value if on_topic else float("nan"),
        subjects(taken.snapshot.measured, judgement, model),
    )


def only(exports: list[Export], name: str = "work") -> Subject:
    return next(one for one in found(exports)[2] if one.topic == name)


def test_the_ratio_is_that_of_resonance_with_its_prior() -> None:
    one = only([export([post(n, 40, "at work") for n in range(20)])])
    expected = (
        20 * 0.09 * 400**0.5 * 0.75 + 20 * 0.09 * 400**0.5 * 0.25
    )  # likes and shares are known
    assert one.ratio == pytest.approx((2 + 800) / (2 + expected))
    assert (one.posts, one.per_post, one.low, one.best) == (20, 40, None, None)


def test_weeks_give_an_interval_and_a_trend() -> None:
    one = only([export([post(n, 10 + 40 * (n < 5), "at work", days=7 * n) for n in range(10)])])
    assert one.low is not None and one.high is not None and one.ratio is not None
    assert one.low < one.ratio < one.high
    assert one.earlier is not None and one.later is not None and one.later > 2 * one.earlier


def test_the_best_channel_is_the_one_above_its_own_expectation() -> None:
    large = export(
        [post(n, 60, "at work") for n in range(10)],
        "instagram",
        levels=[Level("followers", 50_000)],
    )
    small = export([post(n, 12, "at work") for n in range(10)])
    one = only([large, small])
    assert one.best == "x:a"
    assert {channel.account: channel.posts for channel in one.channels} == {
        "x:a": 10,
        "instagram:a": 10,
    }
    assert one.channels[0].ratio is not None and one.channels[1].ratio is not None


def test_posts_on_none_stand_last_and_those_on_two_under_both() -> None:
    topics = {"work": Topic(["work"]), "cats": Topic(["cat*"])}
    texts = ("work", "cats at work", "rain", "rain", "rain", "cats")
    shown = found([export([post(n, 1, text) for n, text in enumerate(texts)])], topics=topics)[2]
    assert [(one.topic, one.posts) for one in shown] == [("cats", 2), ("work", 2), ("", 3)]


def test_without_an_audience_or_reactions_posts_are_counted_and_nothing_else() -> None:
    known = export([post(1, 1, "at work")])
    blind = export(
        [Post("p1", EXPORTED, text="at work")], "linkedin", levels=[Level("connections", 100)]
    )
    one = only([known, blind])
    channel = next(channel for channel in one.channels if channel.account == "linkedin:a")
    assert (channel.posts, channel.per_post, channel.ratio) == (1, None, None)


def test_snapshots_of_earlier_versions_hold_no_topics() -> None:
    taken = pipeline.measure_person(ExportSet([export([post(1, 1, "at work")])]), options(KLOUT))
    judgement = judge(taken.snapshot.measured, KLOUT, taken.snapshot.as_of)
    assert judgement is not None
    assert (
        subjects([replace(one, observed=()) for one in taken.snapshot.measured], judgement, KLOUT)
        == ()
    )


def test_what_is_kept_of_a_post_is_the_name_of_the_topic() -> None:
    taken = pipeline.measure_person(
        ExportSet([export([post(1, 1, "at work in Wuppertal")])]), options(KLOUT)
    )
    assert "work" in repr(taken.snapshot) and "Wuppertal" not in repr(taken.snapshot)


def test_where_no_export_holds_words_the_topic_is_unknown_and_nothing_is_halved() -> None:
    posts = [post(n, 40, "") for n in range(20)]
    account = found([export(posts)], PROFESSIONAL)[0].accounts[0]
    assert (
        account.of("substance").state == "missing"
        and "text of your posts" in account.of("substance").reason
    )
    assert (
        account.of("resonance").z
        == found([export(posts)], PROFESSIONAL, topics={})[0].accounts[0].of("resonance").z
    )


# Properties of the method


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 60)),
        min_size=3,
        max_size=12,
    ),
    st.sampled_from(MODELS[:1]),
)
def test_reactions_moved_to_topics_raise_substance_and_the_on_topic_score_and_nothing_else(
    pairs: list[tuple[int, int, int]], model: Any
) -> None:
    """The same likes on the same days, of off-topic posts one time, of on-topic posts of these days the other."""

    def person(moved: bool) -> list[Export]:
        posts: list[Post] = []
        for n, (low, more, days) in enumerate(pairs):
            on, off = (low + more + 1, low) if moved else (low, low + more + 1)
            posts += [post(2 * n, on, "at work", days, 1), post(2 * n + 1, off, "cat", days, 1)]
        return [export(posts)]

    (before, on_before, _), (after, on_after, _) = found(person(False)), found(person(True))
    one, other = before.accounts[0], after.accounts[0]
    gains = [account.of("substance").z for account in (one, other)]
    assert gains[0] is not None and gains[1] is not None and gains[1] > gains[0]
    assert on_after > on_before
    assert [(judged.id, judged.points) for judged in without(one, "substance")] == [
        (judged.id, pytest.approx(judged.points)) for judged in without(other, "substance")
    ]


@given(st.integers(1, 5), st.sampled_from(MODELS))
def test_contacts_turned_into_experts_move_network_and_nothing_else(
    handful: int, model: Any
) -> None:
    positions = ["Geschäftsführerin"] * 5 + ["Praktikantin"] * 5

    def person(experts: int) -> list[Export]:
        known = ["work"] * experts + [""] * (len(positions) - experts)
        rows = enumerate(zip(positions, known, strict=True))
        contacts = [
            Contact(f"c{n}", f"Person {n}", position=position, expertise=what)
            for n, (position, what) in rows
        ]
        return [
            export(
                [post(1, 3, "at work")],
                "linkedin",
                levels=[Level("connections", 300)],
                contacts=contacts,
            )
        ]

    before, after = (found(person(experts), model)[0].accounts[0] for experts in (0, handful))
    assert after.of("network").points > before.of("network").points
    assert without(after, "network") == without(before, "network")


def z(account: AccountJudgement, factor: str) -> float:
    value = account.of(factor).z
    assert value is not None
    return value


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 9), st.integers(0, 60)),
        min_size=1,
        max_size=12,
    )
)
def test_the_professional_model_halves_off_topic_responses(
    posts: list[tuple[int, int, int]],
) -> None:
    def account(text: str, times: int, model: Any) -> AccountJudgement:
        own = [
            post(n, times * likes, text, days, times * shares)
            for n, (likes, shares, days) in enumerate(posts)
        ]
        return found([export(own)], model)[0].accounts[0]

    for factor in ("resonance", "amplification"):
        assert z(account("cat", 2, PROFESSIONAL), factor) == pytest.approx(
            z(account("at work", 1, PROFESSIONAL), factor)
        )
        assert z(account("cat", 2, KLOUT), factor) == pytest.approx(
            z(account("at work", 2, KLOUT), factor)
        )


def test_topics_of_nothing_are_falsy() -> None:
    assert not Topics({"empty": Topic()})
