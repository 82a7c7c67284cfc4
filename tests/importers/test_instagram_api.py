"""Answers of Meta's Graph API: posts, accounts, discoveries and insights, nested or apart."""

from functools import partial
from typing import Any

import pytest

from klout_cli.importers.instagram_api import SUMS, VIEWS, InstagramAPI
from klout_cli.person.rows import Level
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import notes

AT = midnight(2026, 1, 10)


def post(id: str | None = "17890000000000001", **fields: Any) -> dict[str, Any]:
    made = {
        "id": id,
        "caption": "Kaffee & Kuchen",
        "media_type": "IMAGE",
        "media_product_type": "FEED",
        "permalink": f"https://www.instagram.com/p/{(id or '')[-4:]}/",
        "timestamp": "2026-01-10T00:00:00+0000",
        "like_count": 12,
        "comments_count": 3,
    }
    return {name: value for name, value in (made | fields).items() if value is not None}


def account(**fields: Any) -> dict[str, Any]:
    made = {"username": "Mia.Kocht", "followers_count": 410, "follows_count": 77, "id": "17841"}
    return made | fields


def insight(metric: str, value: Any, id: str = "") -> dict[str, Any]:
    made = {"name": metric, "period": "lifetime", "values": [{"value": value}], "title": metric}
    return made | ({"id": f"{id}/insights/{metric}/lifetime"} if id else {})


def media(*posts: object) -> dict[str, Any]:
    return {"data": [*posts], "paging": {"cursors": {"before": "a", "after": "b"}}}


read = partial(inputs.read, InstagramAPI())
one = partial(inputs.read_one, InstagramAPI())


def test_posts_and_account() -> None:
    export = one({"media.json": media(post(), post("2", like_count=None)), "me.json": account()})
    assert (export.network, export.handle, export.variant) == (
        "instagram",
        "mia.kocht",
        "Graph API",
    )
    assert export.levels == [Level("followers", 410), Level("following", 77)]
    first, second = export.posts
    assert (first.id, first.at, first.likes, first.comments) == ("17890000000000001", AT, 12, 3)
    assert (first.text, first.url) == ("Kaffee & Kuchen", "https://www.instagram.com/p/0001/")
    assert (second.likes, second.shares, second.kind) == (None, None, "original")
    assert export.exported_at == AT and not export.owner.personal
    assert sorted(row.used for row in export.ledger) == [1, 2]


@pytest.mark.parametrize(
    "answer",
    [
        media(post()),
        [media(post())],
        [post()],
        post(),
        account(media=media(post())),
        {"business_discovery": account(media=media(post())), "id": "1"},
    ],
    ids=["page", "pages", "list", "a single post", "nested", "discovery"],
)
def test_posts_in_every_answer(answer: object) -> None:
    assert [found.likes for found in one({"a.json": answer}).posts] == [12]


def test_insights_nested_in_a_post() -> None:
    insights = {"data": [insight("reach", 300), insight("saved", 4), insight("views", 900)]}
    export = one({"a.json": media(post(insights=insights))})
    (found,) = export.posts
    assert (found.reach, found.saves, found.impressions, found.likes) == (300, 4, 900, 12)
    assert notes(export) == {VIEWS: 1}


def test_insights_of_their_own_find_their_post() -> None:
    counts = [insight("shares", 5, post()["id"]), insight("impressions", 70, post()["id"])]
    export = one({"a.json": media(post()), "i.json": {"data": counts}})
    assert [(found.shares, found.impressions) for found in export.posts] == [(5, 70)]
    assert not notes(export)


def test_insights_of_the_account_are_sums() -> None:
    export = one({"a.json": media(post()), "i.json": {"data": [insight("reach", 9, "17841")]}})
    assert [found.reach for found in export.posts] == [None]
    assert notes(export) == {SUMS: 1}


def test_a_value_by_breakdown_is_no_count() -> None:
    insights = {"data": [insight("reach", {"DE": 3})]}
    assert one({"a.json": media(post(insights=insights))}).posts[0].reach is None


def test_stories_are_told() -> None:
    export = one({"a.json": media(post(), post("2", media_product_type="STORY"))})
    assert [found.kind for found in export.posts] == ["original", "story"]


def test_two_accounts_stay_apart() -> None:
    discovered = {"business_discovery": account(username="ben", media=media(post("2")))}
    exports = read({"ben.json": discovered, "mia.json": account(media=media(post()))})
    assert {export.handle: [found.id for found in export.posts] for export in exports} == {
        "ben": ["2"],
        "mia.kocht": ["17890000000000001"],
    }
    assert all(export.levels[0] == Level("followers", 410) for export in exports)


def test_pages_that_were_not_saved_are_said() -> None:
    files: dict[str, object] = {"a.json": media(post()), "me.json": account(media_count=1_200)}
    assert one(files).notes == (
        "Only 1 of 1,200 posts are here. Save the next pages of the answer.",
    )
    assert one(files | {"me.json": account(media_count=1)}).notes == ()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (post("2", timestamp="gestern"), "not a date"),
        (post("2", timestamp="2031-01-10T00:00:00+0000"), "date in the future"),
        (post("2", timestamp=None), "no date"),
        (post("2", like_count=-1), "negative count"),
        (post("2", media_product_type="THREADS"), "Threads post"),
        (post(), "same post twice"),
        (post(None, permalink=None), "no id and no link"),
        ({"id": "3"}, "no date"),
        ("x", "unexpected shape"),
    ],
)
def test_bad_posts_are_skipped_and_counted(bad: Any, reason: str) -> None:
    export = one({"a.json": media(post(), bad)})
    assert len(export.posts) == 1 and export.ledger[0].reasons == {reason: 1}


@pytest.mark.parametrize(
    "other",
    [
        {"data": [{"id": "1", "name": "x"}]},
        {"followers_count": 3, "statuses_count": 9},
        {"error": {"message": "x", "type": "OAuthException", "code": 190}},
        media(post(media_product_type="THREADS", media_type="TEXT_POST", permalink=None)),
    ],
)
def test_other_answers_are_not_claimed(other: object) -> None:
    assert read({"a.json": other}) == []


@pytest.mark.parametrize(
    ("type", "shown"),
    [("IMAGE", "image"), ("VIDEO", "video"), ("CAROUSEL_ALBUM", "image"), (None, None)],
)
def test_the_media_type_says_what_a_post_shows(type: str | None, shown: str | None) -> None:
    (found,) = one({"media.json": media(post(media_type=type))}).posts
    assert found.media == shown
