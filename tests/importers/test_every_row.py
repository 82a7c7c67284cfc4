"""Every row of a recognised file is in the ledger, used or skipped, whatever is damaged."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.importers.accounts_table import AccountsTable, ContactsTable
from klout_cli.importers.follower_lists import FollowerLists
from klout_cli.importers.interface import Importer
from klout_cli.importers.posts_table import PostsTable
from klout_cli.importers.x import XArchive
from klout_cli.person.rows import Export
from tests.importers.inputs import extract, identify, ledger, member, read_one
from tests.importers.test_follower_lists import user
from tests.importers.x_archives import (
    account,
    archive,
    js,
    listed,
    lists,
    note,
    renamed,
    tweet,
    wrapped,
)

JUNK = st.sampled_from([None, 7, "text", [], {}, {"like": {"tweetId": "1"}}, {"tweet": 3}])
DAMAGE = st.sampled_from([None, "", "x", -4, True, [1], "1,85E+18", "gestern"])
TWEETS = st.builds(
    lambda fields: tweet(1, "Moin @anna", mentions=("anna",)) | fields,
    st.dictionaries(st.sampled_from([*tweet(1)]), DAMAGE, max_size=2),
)
ITEMS: dict[str, st.SearchStrategy[Any]] = {
    "tweets": TWEETS.map(lambda one: wrapped(one)[0]),
    "community-tweet": TWEETS.map(lambda one: wrapped(one)[0]),
    "follower": DAMAGE.map(lambda id: listed("follower", id)[0]),
    "following": DAMAGE.map(lambda id: listed("following", id)[0]),
    "lists-member": DAMAGE.map(lambda address: lists(f"https://x.com/{address}/lists/a")[0]),
    "note-tweet": DAMAGE.map(lambda at: note("Ein langer Text", at)),  # type: ignore[arg-type]
    "screen-name-change": DAMAGE.map(lambda old: renamed(old, "erika_b")),  # type: ignore[arg-type]
}


@settings(deadline=None, derandomize=True, max_examples=80)
@given(
    st.fixed_dictionaries(
        {kind: st.lists(items | JUNK, min_size=1, max_size=6) for kind, items in ITEMS.items()}
    ),
    st.sampled_from([None, *ITEMS]),
)
def test_every_item_of_an_x_archive(files: dict[str, list[Any]], cut: str | None) -> None:
    scripts = {f"data/{kind}.js": js(kind, items) for kind, items in files.items()}
    if cut:
        scripts[f"data/{cut}.js"] = scripts[f"data/{cut}.js"][:-3]
    export = read_one(XArchive(), archive() | {"data/account.js": account()} | scripts)
    rows = {row.file: row for row in export.ledger}
    for kind, items in files.items():
        row = rows[f"data/{kind}.js"]
        assert row.used == 0 if kind == cut else row.read == len(items)
    tweets = rows["data/tweets.js"].used + rows["data/community-tweet.js"].used
    assert len(export.posts) == tweets
    assert len(export.followers) <= rows["data/follower.js"].used


CELL = st.sampled_from(["", "Erika", "x", "5", "1.234", "-3", "no", "gestern", "2026-01-05", "1 %"])
HEADERS: dict[str, tuple[Importer, str, Callable[[Export], int]]] = {
    "posts": (
        PostsTable(),
        "date,network,account,text,likes,followers",
        lambda one: len(one.posts),
    ),
    "accounts": (
        AccountsTable(),
        "person,network,account,followers,likes,standing,consent",
        lambda one: one.totals is not None,
    ),
    "contacts": (
        ContactsTable(),
        "name,account,network,followers,reputation",
        lambda one: len(one.contacts),
    ),
    "list": (
        FollowerLists(),
        "ID,Screen Name,Profile Name,Followers,Following Count,Follows You",
        lambda one: len(one.contacts),
    ),
}


@settings(deadline=None, derandomize=True, max_examples=120)
@given(st.sampled_from(sorted(HEADERS)), st.lists(st.lists(CELL, max_size=9), max_size=12))
def test_every_row_of_a_table(kind: str, cells: list[list[str]]) -> None:
    importer, header, count = HEADERS[kind]
    rows = [",".join(row) for row in cells]
    file = member("\n".join((header, *rows)) + "\n", "followers.csv")
    if not (claims := identify(importer, file)):
        assert kind == "posts"  # whose header alone does not make a table
        return
    exports = extract(importer, claims[0])
    row = ledger(*exports)
    refused = any(str(file.where) in text for export in exports for text in export.notes)
    if not refused:
        assert row.read == sum(any(map(str.strip, cells)) for cells in cells)
        assert sum(map(count, exports)) <= row.used
        if kind != "posts":  # where a row may be followers alone
            assert sum(map(count, exports)) == row.used
    else:
        assert row.used == 0 and row.skipped


@settings(deadline=None, derandomize=True, max_examples=60)
@given(
    st.lists(
        st.builds(
            lambda id, handle, followers: user(id, handle, followers),
            DAMAGE,
            st.sampled_from(["anna", "Anna", "", "ben"]),
            DAMAGE,
        )
        | JUNK,
        max_size=8,
    )
)
def test_every_item_of_a_list_of_followers(items: list[Any]) -> None:
    items = [user("1", "erika"), *items]
    export = read_one(FollowerLists(), {"followers.json": items})
    (row,) = export.ledger
    assert (row.read, row.used) == (len(items), len(export.contacts))
