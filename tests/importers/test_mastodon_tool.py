"""The file of mastodon-archive: an account as the server's API gives it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member
from klout_cli.importers.mastodon import Mastodon
from klout_cli.importers.mastodon_tool import MastodonTool
from klout_cli.person.accounts import merge_accounts
from klout_cli.person.rows import Contact, Export, Interaction, Level
from tests.importers import inputs
from tests.importers.inputs import at, ledger, member
from tests.importers.test_read import ACTOR, MASTODON

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
SERVER = "https://kiel.example"
MIA = {"id": "7", "username": "Mia", "acct": "Mia", "url": f"{SERVER}/@Mia"}
BEN = {"id": "8", "username": "ben", "acct": "ben@b.example", "url": "https://b.example/@ben"}
IDA = {"id": "9", "username": "ida", "acct": "ida", "url": f"{SERVER}/@ida"}
POSTED = at("2026-01-10 09:00:00")


def status(number: int, **fields: object) -> dict[str, Any]:
    return {
        "id": f"{number}",
        "created_at": "2026-01-10T09:00:00.000Z",
        "visibility": "public",
        "content": "<p>Moin</p>",
        "url": f"{SERVER}/@Mia/{number}",
        "uri": f"{ACTOR}/statuses/{number}",
        "favourites_count": 3,
        "reblogs_count": 1,
        "replies_count": 2,
        "account": MIA,
        "mentions": [],
        "reblog": None,
    } | fields


def saved(*statuses: object, name: str = "kiel.example.user.mia.json", **lists: object) -> Member:
    account = MIA | {"display_name": "Mia Muster", "followers_count": 4, "following_count": 1}
    content = {"account": account, "statuses": statuses, "favourites": [], "mentions": []}
    return member(json.dumps(content | lists), name)


def read(file: Member) -> Export:
    export = inputs.read_one(MastodonTool(), file)
    assert len(export.ledger) == 1
    return export


def test_an_account_with_what_its_posts_received() -> None:
    export = read(saved(status(1)))
    assert (export.network, export.handle) == ("mastodon", "mia@kiel.example")
    assert (export.owner.id, export.owner.name) == (ACTOR, "Mia Muster")
    (post,) = export.posts
    assert (post.id, post.at, post.text) == (f"{ACTOR}/statuses/1", POSTED, "Moin")
    assert (post.likes, post.shares, post.comments) == (3, 1, 2)
    assert export.levels == [Level("followers", 4), Level("following", 1)]
    assert export.exported_at == POSTED


@pytest.mark.parametrize(
    ("fields", "kind", "public"),
    [
        ({}, "original", True),
        ({"visibility": "unlisted"}, "original", True),
        ({"visibility": "private"}, "original", False),
        ({"in_reply_to_id": "5", "in_reply_to_account_id": "8"}, "reply", True),
        ({"in_reply_to_id": "1", "in_reply_to_account_id": "7"}, "self_reply", True),
        ({"reblog": status(5, account=BEN)}, "repost", True),
    ],
    ids=["post", "unlisted", "for followers", "reply", "thread", "boost"],
)
def test_kinds_of_posts(fields: dict[str, object], kind: str, public: bool) -> None:
    (post,) = read(saved(status(2, **fields))).posts
    assert (post.kind, post.public) == (kind, public)
    assert (post.likes is None) == (kind == "repost")


def test_direct_messages_are_counted_and_not_used() -> None:
    private = {"visibility": "direct", "content": "geheim", "mentions": [BEN]}
    export = read(saved(status(1, **private), mentions=[status(2, account=BEN, **private)]))
    assert not export.posts and not export.interactions and "geheim" not in repr(export)
    assert sum(ledger(export).notes.values()) == 2


def test_own_answers_are_no_replies_received() -> None:
    thread = status(2, in_reply_to_id="1", in_reply_to_account_id="7", replies_count=0)
    first, second = read(saved(status(1), thread)).posts
    assert (first.comments, second.comments) == (1, 0)


def test_whom_the_owner_deals_with() -> None:
    answer = status(2, in_reply_to_id="5", in_reply_to_account_id="8", mentions=[BEN, IDA])
    export = read(
        saved(
            answer,
            status(3, reblog=status(6, account=IDA)),
            favourites=[status(6, account=BEN), status(7, account=BEN)],
            mentions=[
                {"type": "mention", "status": status(8, account=BEN, in_reply_to_account_id="7")},
                status(9, account=IDA),
            ],
        )
    )
    assert {(one.partner, one.direction, one.kind, one.count) for one in export.interactions} == {
        ("ben@b.example", "out", "reply", 1),
        ("ida@kiel.example", "out", "mention", 1),
        ("ida@kiel.example", "out", "repost", 1),
        ("ben@b.example", "out", "reaction", 2),
        ("ben@b.example", "in", "reply", 1),
        ("ida@kiel.example", "in", "mention", 1),
    }
    assert Interaction("ben@b.example", "in", "reply", at=POSTED) in export.interactions


def test_followers_come_with_their_own() -> None:
    people = [BEN | {"followers_count": 90, "display_name": "Ben"}, IDA, IDA]
    more = [{"acct": f"f{number}@b.example"} for number in range(2)]
    export = read(saved(followers=people + more, following=[BEN]))
    assert export.followers >= {"ben@b.example", "ida@kiel.example"} and len(export.followers) == 4
    assert export.following == {"ben@b.example"}
    assert Contact("ida@kiel.example") in export.contacts and len(export.contacts) == 4
    assert ledger(export).reasons == {"same account twice": 1}


def test_a_cut_list_of_followers_is_not_compared() -> None:
    export = read(saved(followers=[BEN], following=[BEN]))
    assert export.followers == frozenset() and export.levels[0] == Level("followers", 4)
    assert export.notes == ("the list has 1 of 4 followers: mutual followers are not counted",)


@pytest.mark.parametrize(("stated", "said"), [(2, 0), (3, 1), (None, 0)])
def test_posts_that_are_missing_are_said(stated: int | None, said: int) -> None:
    export = read(saved(status(1), status(2), account=MIA | {"statuses_count": stated}))
    assert len(export.notes) == said


def test_a_list_counts_where_no_number_is_stated() -> None:
    export = read(saved(account=MIA, followers=[BEN, IDA]))
    assert export.levels == [Level("followers", 2)] and len(export.followers) == 2


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"created_at": None}, "no date"),
        ({"created_at": "gestern"}, "not a date"),
        ({"id": None, "uri": None}, "no id"),
        ({"favourites_count": -1}, "negative count"),
        ({"mentions": 3}, "unexpected shape"),
    ],
)
def test_bad_posts_are_skipped(fields: dict[str, object], reason: str) -> None:
    export = read(saved(status(1, **fields), status(2), status(2)))
    assert len(export.posts) == 1
    assert ledger(export).reasons == {reason: 1, "same post twice": 1}


def test_it_is_one_account_with_the_servers_own_archive() -> None:
    files = [member(text, name) for name, text in MASTODON.items()]
    (claimed,) = Mastodon().identify(files)
    archive = inputs.extract(Mastodon(), claimed)
    accounts, _ = merge_accounts([*archive, read(saved(status(1)))])
    assert [account.id for account in accounts] == ["mastodon:mia@kiel.example"]
    assert [(post.likes, post.comments) for post in accounts[0].posts] == [(3, 2)]


@pytest.mark.parametrize("name", ["kiel.example.user.mia.json", "renamed.json"])
def test_it_is_told_by_its_first_keys(name: str) -> None:
    assert read(saved(status(1), name=name)).posts


@pytest.mark.parametrize(
    "text", ["", "[]", '{"account": 3}', '{"statuses": []}', '{"a": {"acct": "x"}}']
)
def test_other_json_is_not_claimed(text: str) -> None:
    assert MastodonTool().identify([member(text, "a.json")]) == []


@SETTINGS
@given(st.sampled_from(["account", "statuses", "mentions", "followers"]), st.binary(max_size=60))
def test_anything_is_counted_or_refused(key: str, data: bytes) -> None:
    whole = json.loads(saved(status(1)).read())
    text = json.dumps(whole | {key: "?"}).encode().replace(b'"?"', data)
    for claimed in MastodonTool().identify([member(text, "kiel.example.user.mia.json")]):
        (export,) = inputs.extract(MastodonTool(), claimed)
        assert ledger(export).read == ledger(export).used + ledger(export).skipped
