"""Which posts count and how much; topics as whole words."""

from datetime import date

import pytest

from klout_cli.person.account import Account, day_of, week_of
from klout_cli.person.rows import Contact, Interaction, Level, Post, Totals
from klout_cli.person.topics import Topic, Topics
from klout_cli.person.view import AccountView
from klout_cli.scoring.model import load

DAY = 86_400
TODAY = date(2026, 3, 1)
NOW = (TODAY - date(1970, 1, 1)).days * DAY + 43_200


def seen(
    posts: list[Post], as_of: date | None = TODAY, exported: int | None = NOW, **fields: object
) -> AccountView:
    values = {
        "contacts": (),
        "interactions": (),
        "levels": (),
        "followers": frozenset(),
        "following": frozenset(),
        "totals": None,
    } | fields
    ordered = tuple(sorted(posts, key=lambda post: post.at))
    return AccountView(
        Account("x:me", "x", "me", exported, ordered, **values), as_of, load("klout"), Topics({})
    )  # type: ignore[arg-type]


def post(days_ago: float, **fields: object) -> Post:
    return Post(f"p{days_ago}{fields}", int(NOW - days_ago * DAY), **fields)  # type: ignore[arg-type]


def days_ago(view: AccountView) -> list[int]:
    return [(NOW - counted.post.at) // DAY for counted in reversed(view.counted)]


def test_all_posts_of_ninety_days_count_and_no_older_ones_where_there_are_twenty() -> None:
    view = seen([post(day) for day in range(0, 300, 4)])
    assert days_ago(view) == list(range(0, 91, 4))
    assert (view.window.first, view.window.last, view.window.posts) == (
        "2025-12-01",
        "2026-03-01",
        23,
    )


@pytest.mark.parametrize(("recent", "older"), [(18, 2), (19, 1), (20, 0), (21, 0)])
def test_where_there_are_fewer_than_twenty_the_next_older_ones_count_too(
    recent: int, older: int
) -> None:
    view = seen([post(day) for day in [*range(recent), *range(100, 200, 10)]])
    assert days_ago(view) == [*range(recent), *range(100, 200, 10)][: recent + older]


def test_one_post_more_pushes_out_at_most_the_oldest() -> None:
    days = [*range(5, 85, 5), *range(120, 200, 10)]
    before, after = (seen([post(day) for day in posted]) for posted in (days, [4, *days]))
    assert set(days_ago(before)) - set(days_ago(after)) == {days_ago(before)[-1]}


@pytest.mark.parametrize(("age", "counts"), [(90, True), (91, False)])
def test_the_ninetieth_day_counts_and_the_next_does_not(age: int, counts: bool) -> None:
    view = seen([post(day) for day in [*range(20), age]])
    assert (age in days_ago(view)) == counts


@pytest.mark.parametrize(("age", "counts"), [(365, True), (366, False)])
def test_older_posts_come_from_the_365_days_before_the_newest(age: int, counts: bool) -> None:
    assert days_ago(seen([post(0), post(age)])) == ([0, age] if counts else [0])


@pytest.mark.parametrize(("days", "counts"), [(31, True), (32, False)])
def test_a_period_counts_where_all_of_it_is_in_the_ninety_days(days: int, counts: bool) -> None:
    view = seen([post(day) for day in range(20)] + [post(60, days=days)])
    assert (60 in days_ago(view)) == counts


@pytest.mark.parametrize(("days", "counts"), [(66, True), (67, False)])
def test_a_period_fills_up_the_twenty_where_all_of_it_is_in_the_365_days(
    days: int, counts: bool
) -> None:
    view = seen([post(0), post(300, days=days)])
    assert days_ago(view) == ([0, 300] if counts else [0])
    assert view.window.first == ("2025-03-01" if counts else "2025-12-01")


@pytest.mark.parametrize(("age", "counts"), [(0, True), (-1, False)])
def test_a_period_counts_from_its_last_day_on(age: int, counts: bool) -> None:
    assert bool(seen([post(age, days=31)], exported=None).counted) == counts


@pytest.mark.parametrize(("days", "counts"), [(366, True), (367, False)])
def test_a_period_that_no_window_can_have_does_not_count(days: int, counts: bool) -> None:
    view = seen([post(3, days=days)])
    assert bool(view.counted) == counts
    if not counts:
        assert view.why_no_reactions == "the periods have more than 365 days"


@pytest.mark.parametrize("pause", [1, 90, 200, 365])
def test_a_pause_changes_neither_posts_nor_weights(pause: int) -> None:
    days = [*range(0, 88, 8), 100, 300]
    now = seen([post(day) for day in days])
    later = seen([post(day + pause) for day in days])
    assert [counted.weight for counted in later.counted] == [
        counted.weight for counted in now.counted
    ]
    assert later.sums.weight == now.sums.weight


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


@pytest.mark.parametrize(("age", "counts"), [(365, True), (366, False)])
def test_nothing_counts_where_the_newest_post_is_older_than_365_days(
    age: int, counts: bool
) -> None:
    view = seen([post(age), post(age + 1)])
    assert bool(view.counted) == counts
    if not counts:
        assert view.why_no_reactions == "no post in the last 365 days, the latest is 366 days old"


def test_d7_posts_after_the_day_do_not_count() -> None:
    posts = [post(day) for day in range(30)]
    assert len(seen(posts, as_of=date(2026, 2, 19)).counted) == 20


def test_an_account_is_seen_on_its_own_export_date_at_the_latest() -> None:
    assert seen([post(5)], as_of=date(2026, 6, 1)).day == TODAY
    assert seen([post(5)], as_of=date(2026, 2, 1)).day == date(2026, 2, 1)


def test_an_undated_table_is_seen_at_its_newest_row() -> None:
    later = date(2026, 6, 1)
    contact = Contact("c", since=NOW - DAY)
    mention = Interaction("m", "in", "mention", at=NOW - 2 * DAY)
    level = Level("followers", 9, NOW - 3 * DAY)
    rows = {"contacts": (contact,), "interactions": (mention,), "levels": (level,)}
    days = [
        seen([post(5)], later, None, **dict(list(rows.items())[first:])).day for first in range(4)
    ]
    assert days == [date(2026, 2, day) for day in (28, 27, 26, 24)]
    assert seen([post(5)], date(2026, 2, 1), None).day == date(2026, 2, 1)


def test_an_account_without_any_date_is_seen_on_the_day_asked_for_or_on_none() -> None:
    level = (Level("followers", 9),)
    asked, unasked = seen([], TODAY, None, levels=level), seen([], None, None, levels=level)
    assert (asked.window.first, asked.window.last) == ("2025-12-01", "2026-03-01")
    assert (unasked.window.first, unasked.window.last) == (None, None)
    assert unasked.level("followers") == asked.level("followers") == Level("followers", 9, None)


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


def test_sums_by_week_carry_the_iso_week_and_add_up_to_the_whole() -> None:
    view = seen([post(day, likes=int(day)) for day in (0, 6, 7, 30)])
    newest = week_of(NOW)  # TODAY is a Sunday
    assert {week: sums.posts for week, sums in view.weeks.items()} == {
        newest - 4: 1,
        newest - 1: 1,
        newest: 2,
    }
    assert sum(sums.likes for sums in view.weeks.values()) == pytest.approx(view.sums.likes)


def about(*posts: Post, topics: Topics) -> AccountView:
    account = Account(
        "x:me", "x", "me", NOW, posts, (), (), (), frozenset(), frozenset(), totals=None
    )
    return AccountView(account, TODAY, load("klout"), topics)


def test_sums_tell_what_posts_on_topic_add() -> None:
    pr = Topics({"pr": Topic(keywords=["Presse"])})
    on = Post("a", NOW, text="Presse heute", likes=3, saves=1, comments=2)
    off = Post("b", NOW, text="Katze", likes=10, shares=5)
    sums = about(on, off, topics=pr).sums
    assert (sums.likes, sums.carried, sums.on_likes, sums.on_carried) == (14, 7, 4, 2)
    assert (sums.posts, sums.on_posts, sums.on_answered, sums.on_weight_carried) == (2, 1, 1, 1)


@pytest.mark.parametrize("text", ["", "Katze"])
def test_without_topics_or_without_words_all_posts_are_on_topic(text: str) -> None:
    pr = Topics({"pr": Topic(keywords=["Presse"])})
    view = about(Post("a", NOW, text=text, likes=3), topics=Topics({}) if text else pr)
    assert view.sums.on_likes == view.sums.likes == 3


def test_one_sum_is_taken_only_where_no_part_is_known() -> None:
    sums = seen([post(0, engagements=9), post(0.1, likes=2, engagements=9)]).sums
    assert (sums.engagements, sums.weight_engagements) == (9, 1)
    assert sums.likes == pytest.approx(2, abs=0.01)


def partners(*interactions: Interaction, as_of: date = TODAY) -> dict[str, int]:
    return dict(seen([], as_of, interactions=interactions).dealings)


@pytest.mark.parametrize("kind", ["comment", "reply", "mention", "share", "repost"])
@pytest.mark.parametrize("direction", ["in", "out"])
def test_public_talk_and_shares_in_either_direction_are_dealings(kind: str, direction: str) -> None:
    once, twice = (Interaction("p", direction, kind, n, at=NOW) for n in (1, 2))
    assert partners(once, twice) == {"p": 3}
    assert partners(Interaction("p", direction, kind, at=NOW, private=True)) == {}


def test_likes_and_messages_are_no_dealings() -> None:
    assert partners(Interaction("p", "in", "reaction", at=NOW)) == {}
    assert partners(Interaction("p", "out", "message", at=NOW)) == {}


def test_a_connection_counts_one_however_often_it_is_listed() -> None:
    listed = [Interaction("p", "out", "connection", at=NOW), Interaction("p", "out", "stated")]
    assert partners(*listed) == {"p": 1}
    assert partners(*listed, Interaction("p", "in", "comment", at=NOW)) == {"p": 2}


def test_dealings_end_with_the_day_and_leave_out_oneself() -> None:
    comment = Interaction("p", "in", "comment", at=NOW)
    assert partners(comment, as_of=date(2026, 2, 28)) == {}
    assert partners(Interaction("ME", "out", "reply", at=NOW)) == {}


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
