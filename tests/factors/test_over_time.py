"""Weeks, hours of the week and growth, from invented accounts."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from klout_cli.factors.over_time import WEEKS, measure_growth, measure_times, measure_weeks
from klout_cli.person.account import Account
from klout_cli.person.best_posts import choose_posts, find_posts
from klout_cli.person.rows import Contact, Level, Post
from klout_cli.person.topics import Topics
from klout_cli.person.view import AccountView
from klout_cli.scoring import model as models

DAY = date(2026, 3, 1)


def seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def post(at: str, likes: int | None, **more: object) -> Post:
    return Post(id=at, at=seconds(at), likes=likes, text=str(more.pop("text", at)), **more)  # type: ignore[arg-type]


def view(*posts: Post, **more: object) -> AccountView:
    ordered = tuple(sorted(posts, key=lambda one: one.at))
    account = Account(
        id="x:a",
        network="x",
        handle="a",
        exported_at=seconds("2026-03-01T12:00"),
        posts=ordered,
        contacts=(),
        interactions=(),
        levels=(),
        followers=frozenset(),
        following=frozenset(),
        totals=None,
    )
    return AccountView(replace(account, **more), DAY, models.load(models.STANDARD), Topics({}))


def test_weeks_add_up_what_is_known() -> None:
    weeks = measure_weeks(
        view(
            post("2026-02-24T10:00", 3),
            post("2026-02-25T10:00", None),
            post("2026-02-17T10:00", None),
            post("2025-12-01T10:00", 5),
            post("2025-11-30T23:59", 99),
        )
    )
    assert weeks is not None and weeks.first == "2025-12-01"
    assert weeks.reactions == (5, *[0] * (WEEKS - 3), None, 3)


def test_a_week_of_known_and_unknown_reactions_is_what_is_known() -> None:
    posts = (post("2026-02-24T10:00", None), post("2026-02-25T10:00", 4))
    weeks = measure_weeks(view(*posts))
    assert weeks is not None and weeks.reactions[-1] == 4
    assert measure_weeks(view(post("2026-02-24T10:00", None))) is None


def test_times_are_local_and_divided_by_the_account_s_average() -> None:
    posts = (
        post("2026-02-23T07:30", 30),
        post("2026-01-26T07:30", 10),
        post("2026-02-24T12:00", 20),
    )
    times = measure_times([view(*posts)], ZoneInfo("Europe/Berlin"))
    assert times is not None and times.zone == "Europe/Berlin"
    assert [(slot.weekday, slot.first_hour, slot.posts, slot.ratio) for slot in times.slots] == [
        (0, 6, 2, 1.0),
        (1, 12, 1, 1.0),
    ]
    (night,) = measure_times([view(post("2026-02-22T23:30", 1))], ZoneInfo("Europe/Berlin")).slots  # type: ignore[union-attr]
    assert (night.weekday, night.first_hour) == (0, 0)


@pytest.mark.parametrize(
    "left_out",
    [
        post("2026-02-24T00:00", 3, precision="day"),
        post("2026-02-24T10:00", None),
        post("2025-03-01T10:00", 3),
        post("2026-02-24T10:00", 3, kind="repost"),
    ],
)
def test_posts_without_a_time_or_reactions_or_older_than_a_year_tell_no_times(
    left_out: Post,
) -> None:
    assert measure_times([view(left_out)], UTC) is None


def level(day: str, value: int) -> Level:
    return Level("followers", value, seconds(f"{day}T00:00"))


def test_growth_takes_the_last_number_of_each_month() -> None:
    levels = (level("2026-01-05", 1), level("2026-01-31", 2), level("2026-02-10", 4))
    assert measure_growth(view(levels=levels)) is None
    growth = measure_growth(view(levels=(*levels, level("2025-12-24", 7), level("2026-03-02", 9))))
    assert growth is not None and not growth.listed
    assert growth.numbers == (("2025-12-24", 7), ("2026-01-31", 2), ("2026-02-10", 4))


def test_growth_of_a_list_subtracts_who_joined_later() -> None:
    joined = ("2025-12-10", "2026-01-15", "2026-02-15")
    contacts = tuple(Contact(day, since=seconds(f"{day}T00:00")) for day in joined)
    levels = (Level("connections", 10, seconds("2026-03-01T00:00")),)
    growth = measure_growth(view(contacts=contacts, levels=levels))
    assert growth is not None and growth.listed
    assert growth.numbers == (
        ("2025-12-31", 8),
        ("2026-01-31", 9),
        ("2026-02-28", 10),
        ("2026-03-01", 10),
    )
    assert measure_growth(view(contacts=contacts[:2], levels=levels)) is None


def test_best_posts_begin_with_the_best_of_each_account_and_skip_twins() -> None:
    first = view(
        post("2026-02-01T10:00", 9), post("2026-02-02T10:00", 3), post("2026-02-03T10:00", 0)
    )
    second = view(post("2026-02-04T10:00", 50), post("2026-02-01T10:00", 40), id="blog:b")
    shares = {"x:a": 0.9, "blog:b": 0.1}
    chosen = choose_posts([second, first], shares, 3)
    assert [one.reactions for one in chosen] == [9, 50, 3]
    assert chosen[0].times == pytest.approx(9 / 4) and chosen[1].times is None


def test_a_post_that_is_not_one_s_own_is_not_found() -> None:
    own = view(post("2026-02-01T10:00", 9), post("2026-02-02T10:00", 1, kind="repost"))
    assert find_posts([own], ["2026-02-01T10:00"])[0].reactions == 9
    with pytest.raises(Exception, match="None of your own public posts"):
        find_posts([own], ["2026-02-02T10:00"])
