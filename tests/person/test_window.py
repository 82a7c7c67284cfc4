"""Which posts count and how much (method §3); topics as whole words (method §4.3)."""

from datetime import date

import pytest

from klout_cli.person.profile import Account, Seen, day_of, week_of
from klout_cli.person.rows import Contact, Interaction, Level, Post, Totals
from klout_cli.person.topics import Topic, Topics
from klout_cli.scoring.model import load

DAY = 86_400
TODAY = date(2026, 3, 1)
NOW = (TODAY - date(1970, 1, 1)).days * DAY + 43_200


def seen(
    posts: list[Post], as_of: date = TODAY, exported: int | None = NOW, **fields: object
) -> Seen:
    values = {
        "contacts": (),
        "interactions": (),
        "levels": (),
        "followers": frozenset(),
        "following": frozenset(),
        "totals": None,
    } | fields
    ordered = tuple(sorted(posts, key=lambda post: post.at))
    return Seen(
        Account("x:me", "x", "me", exported, ordered, **values), as_of, load("klout"), Topics({})
    )  # type: ignore[arg-type]


def post(days_ago: float, **fields: object) -> Post:
    return Post(f"p{days_ago}{fields}", int(NOW - days_ago * DAY), **fields)  # type: ignore[arg-type]


def test_posts_of_ninety_days_count_when_there_are_ten() -> None:
    found = seen([post(day) for day in range(0, 300, 9)])
    assert len(found.counted) == 11
    assert (found.window.first, found.window.last, found.window.posts) == (
        "2025-12-01",
        "2026-03-01",
        11,
    )


def test_else_the_newest_twenty_of_a_year_count() -> None:
    found = seen([post(day) for day in range(0, 400, 12)])
    assert len(found.counted) == 20
    assert len(seen([post(day) for day in range(0, 400, 50)]).counted) == 8


def test_a_weight_halves_in_45_days_from_the_newest_post() -> None:
    found = seen([post(day) for day in range(20, 120, 5)])
    weights = {
        round((found.counted[-1].post.at - one.post.at) / DAY): one.weight for one in found.counted
    }
    assert (
        weights[0] == 1 and weights[45] == pytest.approx(0.5) and weights[90] == pytest.approx(0.25)
    )


def test_reposts_replies_self_replies_stories_and_private_posts_do_not_count() -> None:
    kinds = [post(1, kind=kind) for kind in ("repost", "reply", "self_reply", "story")]
    assert len(seen([*kinds, post(2), post(3, public=False)]).counted) == 1


def test_no_post_in_a_year_is_no_window_and_says_so() -> None:
    found = seen([post(400), post(500)])
    assert found.counted == []
    assert found.why_no_reactions == "no post in the last 365 days: the newest is 400 days old"


def test_d7_posts_after_the_day_do_not_count() -> None:
    posts = [post(day) for day in range(30)]
    assert len(seen(posts, as_of=date(2026, 2, 19)).counted) == 20


def test_an_account_is_seen_on_its_own_export_date_at_the_latest() -> None:
    assert seen([post(5)], as_of=date(2026, 6, 1)).day == TODAY
    assert seen([post(5)], as_of=date(2026, 6, 1), exported=None).day == date(2026, 6, 1)


def test_the_newest_level_up_to_the_day_counts_and_whole_lists_before_cut_ones() -> None:
    levels = (
        Level("followers", 100, NOW - 50 * DAY),
        Level("followers", 120, NOW - 10 * DAY),
        Level("followers", 300, NOW),
    )
    assert seen([], levels=levels).level("followers").value == 300  # type: ignore[union-attr]
    assert seen([], levels=levels, as_of=date(2026, 2, 25)).level("followers").value == 120  # type: ignore[union-attr]
    cut = (Level("followers", 10, NOW, "cut"), Level("followers", 196, NOW - 5 * DAY))
    assert seen([], levels=cut).level("followers").value == 196  # type: ignore[union-attr]


def test_sums_count_unknown_parts_as_unknown() -> None:
    sums = seen([post(0, likes=4, shares=1), post(0.1, likes=2), post(0.2)]).sums
    assert (sums.posts, sums.answered) == (3, 2)
    assert sums.weight_likes == pytest.approx(2, abs=0.01)
    assert sums.weight_carried == pytest.approx(1, abs=0.01)
    assert sums.likes == pytest.approx(6, abs=0.02)


def test_an_accounts_table_stands_for_posts_of_equal_weight() -> None:
    sums = seen([], totals=Totals(posts=10, likes=30, comments=5)).sums
    assert (sums.weight_likes, sums.likes, sums.weight_carried, sums.carried) == (10, 30, 10, 5)
    assert seen([], totals=Totals(posts=10)).sums.answered == 0


def test_stated_sums_are_never_added_to_posts() -> None:
    sums = seen([post(1, likes=4, comments=1)], totals=Totals(posts=10, likes=30, comments=5)).sums
    assert (sums.posts, sums.likes, sums.carried) == (1, 4, 1)


def test_responders_are_distinct_public_and_inside_the_window() -> None:
    def reaction(who: str, days_ago: int, **fields: object) -> Interaction:
        return Interaction(who, "in", "comment", at=NOW - days_ago * DAY, **fields)  # type: ignore[arg-type]

    interactions = (
        reaction("a", 1),
        reaction("a", 20),
        reaction("b", 1),
        reaction("c", 300),
        reaction("d", 1, private=True),
    )
    found = seen([post(day) for day in range(0, 80, 7)], interactions=interactions)
    assert set(found.crowd) == {"a", "b"}
    assert bin(found.crowd["a"]).count("1") == 2


def test_weeks_begin_on_monday() -> None:
    monday = (date(2026, 3, 2) - date(1970, 1, 1)).days * DAY
    assert week_of(monday - 1) + 1 == week_of(monday) == week_of(monday + 7 * DAY - 1)


@pytest.mark.parametrize(
    ("text", "on_topic"),
    [
        ("Gute KOMMUNIKATION!", True),
        ("Kommunikationsprobleme", False),
        ("Marketingplan für alle", True),
        ("offentliche  Rede", True),
        ("die #PR lebt", True),
        ("PR lebt", False),
        ("#Prima", False),
        ("Straße", True),
        ("STRASSE", True),
        ("", False),
    ],
)
def test_topics_match_whole_words_with_case_and_accents_folded(text: str, on_topic: bool) -> None:
    topics = Topics(
        {
            "a": Topic(["Kommunikation", "öffentliche Rede", "marketing*"], ["#PR"]),
            "b": Topic(["Straße"]),
        }
    )
    assert topics.match(text) == on_topic
    assert not Topics({}).match(text)


def people(*joined: float | None) -> tuple[Contact, ...]:
    return tuple(
        Contact(f"c{n}", since=None if days is None else int(NOW - days * DAY))
        for n, days in enumerate(joined)
    )


@pytest.mark.parametrize(
    ("as_of", "value", "of", "quality"),
    [
        (date(2026, 3, 1), 50, TODAY, "exact"),
        (date(2026, 2, 28), 49, date(2026, 2, 28), "rounded"),
        (date(2025, 2, 28), 48, date(2025, 2, 28), "rounded"),
        (date(2023, 1, 1), 47, date(2023, 1, 1), "rounded"),
    ],
)
def test_a_list_that_tells_since_when_counts_who_was_there_on_the_day(
    as_of: date, value: int, of: date, quality: str
) -> None:
    found = seen(
        [], as_of, contacts=people(0, 100, 1_000, None), levels=(Level("connections", 50),)
    ).level("connections")
    assert found and found.at is not None
    assert (found.value, day_of(found.at), found.quality) == (value, of, quality)


@pytest.mark.parametrize(
    ("metric", "contacts"), [("followers", people(5)), ("connections", people(None))]
)
def test_else_a_later_number_stands_for_the_day_and_keeps_its_date(
    metric: str, contacts: tuple[Contact, ...]
) -> None:
    found = seen([], date(2025, 1, 1), contacts=contacts, levels=(Level(metric, 50),)).level(metric)
    assert found == Level(metric, 50, NOW)


def test_a_level_of_no_date_says_so() -> None:
    assert seen([], exported=None, levels=(Level("followers", 50),)).level("followers") == Level(
        "followers", 50, None
    )
